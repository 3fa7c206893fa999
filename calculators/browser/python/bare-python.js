/**
 * Starts CPython out of Pyodide's own module, and leaves out what Pyodide puts between Python and JavaScript: its proxies,
 * its event loop, its loader of packages. One function of text to text needs none of it, and to set it up is a third of
 * Pyodide's start. Nothing of Pyodide is changed for that; `inside.mjs` of the build and the tests start it the same way.
 */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/**
 * @typedef {object} Module - What Pyodide's module gives, as far as it is used here.
 * @property {{ mkdirTree: (path: string) => void, chdir: (path: string) => void, writeFile: (path: string, data: Bytes, options?: object) => void, readFile: (path: string) => Bytes }} FS
 * @property {Record<string, string>} ENV
 * @property {Uint8Array} HEAPU8
 * @property {Uint32Array} HEAPU32
 * @property {number} _Py_Version - Address of Python's version.
 * @property {(bytes: number) => number} _malloc
 * @property {(address: number) => void} _free
 * @property {(name: number) => number} _PyImport_ImportModule
 * @property {(object: number, name: number) => number} _PyObject_GetAttrString
 * @property {(text: number, bytes: number) => number} _PyUnicode_FromStringAndSize
 * @property {(function_: number, argument: number) => number} _PyObject_CallOneArg
 * @property {(text: number, size: number) => number} _PyUnicode_AsUTF8AndSize
 * @property {(object: number) => void} _Py_DecRef
 * @property {() => void} _PyErr_Print
 */
/** @typedef {(settings: object) => Promise<Module>} Create - What the script of Pyodide's module exports. */
/**
 * @typedef {object} Parts
 * @property {Create} create
 * @property {WebAssembly.Module} wasm
 * @property {Bytes} [library] - The archive from which Python imports.
 * @property {boolean} [isAsleep] - Whether Python is not started, because an image of its memory is put in.
 * @property {Record<string, Bytes>} [files] - More files, by their paths.
 * @property {Record<string, string>} [environment] - More variables of the environment.
 */

const HOME = "/home/pyodide";

/** As Pyodide has it: without `PYTHONINSPECT`, Python would ask for a program to run. */
const ENVIRONMENT = {
  HOME,
  PYTHONINSPECT: "1",
  PYTHONNODEBUGRANGES: "1",
  PYTHON_COLORS: "0",
};

/** Python has raised an error; its words are what Python prints. */
export class Raised extends Error {}

/**
 * Start Python.
 *
 * @param {Parts} parts
 * @returns {Promise<Module>} Rejects when it cannot be set up.
 */
export function startPython(parts) {
  const { create, wasm, library, isAsleep = false, files = {}, environment = {} } = parts;
  return new Promise((resolve, reject) => {
    // What is printed is kept for the error that follows; nobody reads anything else.
    /** @type {string[]} */
    const said = [];
    const noError = Symbol("no error");
    const settings = {
      noImageDecoding: true,
      noAudioDecoding: true,
      arguments: [],
      noInitialRun: isAsleep,
      said,
      print: (/** @type {string} */ line) => said.push(line),
      printErr: (/** @type {string} */ line) => said.push(line),
      preRun: [
        (/** @type {Module} */ module) => {
          const archive = library ? { [archiveOf(module)]: library } : {};
          furnish(module, { ...files, ...archive });
          Object.assign(module.ENV, ENVIRONMENT, environment);
        },
      ],
      // Pyodide's half in JavaScript comes along in the same script, and waits for packages that will never be listed.
      API: {
        config: { args: [], env: {}, jsglobals: globalThis, packages: [] },
        lockFilePromise: new Promise(() => {}),
        runtimeEnv: {},
      },
      /** @type {(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) => object} */
      instantiateWasm: (imports, done) => {
        // Errors of JavaScript reach Python through proxies alone.
        imports.env.Jsv_GetError_import = () => noError;
        imports.env.JsvError_Check = () => 0;
        WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm), reject);
        return {};
      },
    };
    create(settings).then(resolve, reject);
  });
}

/**
 * Find where Python looks for its library.
 *
 * @param {Module} module
 */
function archiveOf({ HEAPU32, _Py_Version }) {
  const version = HEAPU32[_Py_Version >>> 2];
  return `/lib/python${version >>> 24}${(version >>> 16) & 0xff}.zip`;
}

/**
 * @param {Module} module
 * @param {Record<string, Bytes>} files
 */
function furnish({ FS }, files) {
  FS.mkdirTree(HOME);
  FS.chdir(HOME);
  for (const [path, data] of Object.entries(files)) {
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, data, { canOwn: true });
  }
}

/**
 * Import a function of text to text.
 *
 * @param {Module} python
 * @param {string} module
 * @param {string} name
 * @returns {(text: string) => string} Throws `Raised` when Python raises, and what WebAssembly throws when it meets something that was cut.
 */
export function imported(python, module, name) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  /**
   * @param {string} text
   * @param {(address: number, bytes: number) => number} use
   */
  const lent = (text, use) => {
    const bytes = encoder.encode(text);
    const address = python._malloc(bytes.length + 1);
    python.HEAPU8.set(bytes, address);
    python.HEAPU8[address + bytes.length] = 0;
    try {
      return use(address, bytes.length);
    } finally {
      python._free(address);
    }
  };
  /**
   * @param {number} result - 0 when Python has raised.
   * @returns {number}
   */
  const checked = (result) => {
    if (result) return result;
    python._PyErr_Print();
    const { said } = /** @type {{ said: string[] }} */ (/** @type {unknown} */ (python));
    throw new Raised(said.splice(0).join("\n"));
  };

  const from = checked(lent(module, (address) => python._PyImport_ImportModule(address)));
  const called = checked(lent(name, (address) => python._PyObject_GetAttrString(from, address)));
  const size = python._malloc(4);
  return (text) => {
    const argument = checked(
      lent(text, (address, bytes) => python._PyUnicode_FromStringAndSize(address, bytes)),
    );
    const result = python._PyObject_CallOneArg(called, argument);
    python._Py_DecRef(argument);
    const start = python._PyUnicode_AsUTF8AndSize(checked(result), size);
    const bytes = python.HEAPU8.subarray(checked(start), start + python.HEAPU32[size >>> 2]);
    const answer = decoder.decode(bytes);
    python._Py_DecRef(result);
    return answer;
  };
}
