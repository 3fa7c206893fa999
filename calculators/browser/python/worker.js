/**
 * The worker that runs Python: loads Pyodide once, then hands each request to `bridge.answer`.
 *
 * In:  { runtime } once, then { id, request } for each question.
 * Out: { read } while downloading, { arrived } when everything is there, { ready }, { failed, detail },
 *      { id, response } or { id, bug, detail }.
 */

import { causeOf, fetchChecked, requireWebAssembly } from "./arrival.js";

/** @typedef {import("./engine.js").Runtime} Runtime */
/** @typedef {(request: string) => string} Answer */
/** @typedef {{ runtime: Runtime }} Start */
/** @typedef {{ id: number, request: string }} Request */
/** @typedef {{ lock: object, wasm: WebAssembly.Module, library: Bytes, wheel: Bytes, loadPyodide: (options: object) => Promise<any> }} Parts */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @type {Answer | undefined} */
let answer;

/**
 * Load Python and the rules, and say when they are ready or why they are not.
 *
 * @param {Runtime} runtime
 */
async function start(runtime) {
  try {
    requireWebAssembly();
    const parts = await fetchParts(runtime);
    self.postMessage({ arrived: true });
    answer = await boot(runtime, parts);
    self.postMessage({ ready: true });
  } catch (error) {
    self.postMessage({ failed: causeOf(error), detail: String(error) });
  }
}

/**
 * Fetch every file at once, for each round trip that Pyodide would wait for costs a phone half a second; use none before
 * it is known to be what this page was built with.
 *
 * @param {Runtime} runtime
 * @returns {Promise<Parts>}
 */
async function fetchParts({ base, files }) {
  const read = new Map();
  /**
   * @param {string} name
   * @param {(chunk: Bytes) => void} [heard]
   */
  const file = (name, heard) => {
    const content = files[name];
    if (!content) throw new Error(`The runtime has no ${name}`);
    return fetchChecked(base + name, content, (chunk, soFar) => {
      heard?.(chunk);
      read.set(name, soFar);
      self.postMessage({ read: [...read.values()].reduce((sum, each) => sum + each) });
    });
  };
  // A browser checks no script of a worker itself; this one comes out of its cache, where the check has just put it.
  const script = async (/** @type {string} */ name) => {
    await file(name);
    return import(base + name);
  };
  const [{ loadPyodide }, lock, wasm, library, wheel] = await Promise.all([
    script("pyodide.js"),
    file("pyodide-lock.json").then((bytes) => JSON.parse(new TextDecoder().decode(bytes))),
    compiled((heard) => file("pyodide.asm.wasm", heard)),
    file("python_stdlib.zip"),
    file(wheelOf(files)),
    script("pyodide.asm.js"),
  ]);
  return { loadPyodide, lock, wasm, library, wheel };
}

/** @param {Runtime["files"]} files */
function wheelOf(files) {
  const name = Object.keys(files).find((each) => each.endsWith(".whl"));
  if (!name) throw new Error("The runtime has no wheel");
  return name;
}

/**
 * Compile WebAssembly while it arrives. The type that a server gives it does not matter.
 *
 * @param {(heard: (chunk: Bytes) => void) => Promise<Bytes>} fetched - Fetches it and checks it.
 * @returns {Promise<WebAssembly.Module>}
 */
async function compiled(fetched) {
  const { readable, writable } = new TransformStream();
  const writer = writable.getWriter();
  const headers = { "Content-Type": "application/wasm" };
  const early = WebAssembly.compileStreaming(new Response(readable, { headers }));
  early.catch(() => {}); // Compiled again below.
  const bytes = await fetched((chunk) => {
    writer.write(chunk).catch(() => {});
  });
  writer.close().catch(() => {});
  // What came at first may have been bad, and then fetched again.
  return early.catch(() => WebAssembly.compile(bytes));
}

/**
 * Start Pyodide. It asks for two files, which are here already. When WebAssembly cannot be set up it only warns, or leaves a
 * promise alone, and waits for ever.
 *
 * @param {Runtime} runtime
 * @param {Parts} parts
 * @returns {Promise<Answer>}
 */
async function boot({ base, files }, { loadPyodide, lock, wasm, library, wheel }) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  const listening = new AbortController();
  try {
    const python = await new Promise((resolve, reject) => {
      const left = (/** @type {PromiseRejectionEvent} */ { reason }) => reject(reason);
      self.addEventListener("unhandledrejection", left, listening);
      self.fetch = async (address) =>
        new Response(String(address).endsWith(".zip") ? library : undefined);
      WebAssembly.instantiateStreaming = async (_, imports) => {
        try {
          return { module: wasm, instance: await WebAssembly.instantiate(wasm, imports) };
        } catch (error) {
          reject(error);
          throw error;
        }
      };
      loadPyodide({ indexURL: base, lockFileContents: lock }).then(resolve, reject);
    });
    // Python reads byte code from the archive as it is: unpacking it, as `loadPackage` does, takes longer.
    const path = `/lib/${wheelOf(files)}`;
    python.FS.writeFile(path, wheel);
    python.pyimport("sys").path.append(path);
    return python.pyimport("bfr_rules.bridge").answer;
  } finally {
    listening.abort();
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * Answer one request; what Python raises is a bug of ours and goes back as such.
 *
 * @param {Request} asked
 */
function reply({ id, request }) {
  if (!answer) throw new Error("Asked before Python was ready");
  try {
    self.postMessage({ id, response: answer(request) });
  } catch (error) {
    const raised = /** @type {{ type?: string, name?: string, message?: string }} */ (error);
    self.postMessage({
      id,
      bug: raised.type ?? raised.name ?? "Error",
      detail: raised.message ?? String(error),
    });
  }
}

self.addEventListener("message", (/** @type {MessageEvent<Start | Request>} */ { data }) => {
  if ("runtime" in data) start(data.runtime);
  else reply(data);
});
