/**
 * Answers requests with a Python whose every function leaves a mark, and tells which have run; `cover.py` uses it.
 *
 * Under Node:    node cover.mjs FOLDER ADDRESS COUNT > reached.json; without ADDRESS it prints where marks may lie.
 * In a browser:  a worker, beside the files of the folder; in { address, count }, out { reached } or { error }.
 *
 *   FOLDER   with bare-python.js, pyodide.asm.js, pyodide.asm.wasm, library.zip and requests.jsonl
 *   ADDRESS  of the first mark
 *   COUNT    of functions
 */

/** @typedef {(name: string) => Promise<Uint8Array<ArrayBuffer>>} Read */

/** Below this many bytes above its end, Python never lets its stack grow. */
const ABOVE_STACK_END = 1024;

/**
 * @param {string} base - Address of the folder, with a slash at the end.
 * @param {Read} read
 */
async function start(base, read) {
  const { startPython, imported } = await import(`${base}bare-python.js`);
  const { default: create } = await import(`${base}pyodide.asm.js`);
  const [wasm, library] = await Promise.all(["pyodide.asm.wasm", "library.zip"].map(read));
  const python = await startPython({ create, wasm: await WebAssembly.compile(wasm), library });
  return { python, imported };
}

/**
 * @param {string} base
 * @param {Read} read
 * @param {number} address
 * @param {number} count
 * @returns {Promise<number[]>} The functions that have run.
 */
async function cover(base, read, address, count) {
  const { python, imported } = await start(base, read);
  const answer = imported(python, "bfr_rules.bridge", "answer");
  const requests = new TextDecoder()
    .decode(await read("requests.jsonl"))
    .trim()
    .split("\n");
  for (const request of requests) {
    try {
      answer(request);
    } catch (error) {
      if (!(error instanceof Error) || error.name === "RuntimeError") throw error;
      // A mistake in the request that is no reader's: Python raises, and words it.
    }
  }
  /** @type {number[]} */
  const reached = [];
  python.HEAPU8.subarray(address, address + count).forEach(
    (/** @type {number} */ mark, /** @type {number} */ index) => {
      if (mark === 1) reached.push(index);
    },
  );
  return reached;
}

if (globalThis.process?.versions?.node) {
  const { readFile } = await import("node:fs/promises");
  const { pathToFileURL } = await import("node:url");
  const [folder, address, count] = process.argv.slice(2);
  const base = `${pathToFileURL(folder).href}/`;
  const read = async (/** @type {string} */ name) =>
    new Uint8Array(await readFile(`${folder}/${name}`));
  if (address) {
    process.stdout.write(JSON.stringify(await cover(base, read, Number(address), Number(count))));
  } else {
    const { python } = await start(base, read);
    process.stdout.write(String(python._emscripten_stack_get_end() + ABOVE_STACK_END));
  }
  process.exit();
} else {
  globalThis.addEventListener("message", async ({ data: { address, count } }) => {
    const base = new URL(".", import.meta.url).href;
    const read = async (/** @type {string} */ name) =>
      new Uint8Array(await (await fetch(base + name)).arrayBuffer());
    try {
      globalThis.postMessage({ reached: await cover(base, read, address, count) });
    } catch (error) {
      globalThis.postMessage({ error: String(error) });
    }
  });
}
