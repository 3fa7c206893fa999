/**
 * The worker that runs Python: starts it once, then hands each request to `bridge.answer`.
 *
 * What starts is cut to what the rules are known to reach. When they reach further, or Python raises, the worker says so and
 * is of no more use; another one, on the whole runtime, is asked again, and what that one says is true.
 *
 * In:  { runtime, isWhole } once, then { id, request } for each question.
 * Out: { read, of } while downloading, { arrived } when everything is there, { ready }, { failed, detail },
 *      { id, response }, { id, bug, detail }, and { beyond } when the whole runtime should be asked.
 */

import { causeOf, fetchChecked, requireWebAssembly } from "./arrival.js";
import { imported, startPython } from "./bare-python.js";

/** @typedef {import("./engine.js").Runtime} Runtime */
/** @typedef {(request: string) => string} Answer */
/** @typedef {{ runtime: Runtime, isWhole: boolean }} Start */
/** @typedef {{ id: number, request: string }} Request */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {(chunk: Bytes) => void} Heard */
/** @typedef {(name: string, heard?: Heard) => Promise<Bytes>} Fetch */

/** @type {Answer | undefined} */
let answer;
let isWhole = false;

/**
 * Load Python and the rules, and say when they are ready or why they are not.
 *
 * @param {Start} asked
 */
async function start({ runtime, isWhole: wantsWhole }) {
  isWhole = wantsWhole;
  try {
    requireWebAssembly();
    answer = await (isWhole ? whole(runtime) : cut(runtime));
    self.postMessage({ ready: true });
  } catch (error) {
    const failed = causeOf(error);
    if (failed === "start" && !isWhole) self.postMessage({ beyond: String(error) });
    else self.postMessage({ failed, detail: String(error) });
  }
}

/**
 * Start the Python that is cut.
 *
 * @param {Runtime} runtime
 * @returns {Promise<Answer>}
 */
async function cut({ base, bytes, files }) {
  const file = watched(base, bytes, files);
  const [{ default: create }, wasm, library] = await Promise.all([
    script(base, file, "pyodide.asm.js"),
    compiled((heard) => file("pyodide.asm.wasm", heard)),
    file("library.zip"),
  ]);
  self.postMessage({ arrived: true });
  return imported(await startPython({ create, wasm, library }), "bfr_rules.bridge", "answer");
}

/**
 * Start the whole Pyodide.
 *
 * @param {Runtime} runtime
 * @returns {Promise<Answer>}
 */
async function whole({ base, full }) {
  const asked = import("./whole-python.js");
  const list = await fetchChecked(`${base}full.json`, full, () => {});
  const { bytes, files } = JSON.parse(new TextDecoder().decode(list));
  const folder = `${base}full/`;
  const file = watched(folder, bytes, files);
  const { startWhole } = await asked;
  const [{ loadPyodide }, lock, wasm, library, wheel] = await Promise.all([
    script(folder, file, "pyodide.js"),
    file("pyodide-lock.json").then((text) => JSON.parse(new TextDecoder().decode(text))),
    compiled((heard) => file("pyodide.asm.wasm", heard)),
    file("python_stdlib.zip"),
    file(Object.keys(files).find((name) => name.endsWith(".whl")) ?? ""),
    script(folder, file, "pyodide.asm.js"),
  ]);
  self.postMessage({ arrived: true });
  return startWhole({ base: folder, loadPyodide, lock, wasm, library, wheel });
}

/**
 * Make what fetches the files of a folder, uses none before it is known to be what this page was built with, and tells how
 * much has arrived. All are asked for at once: each round trip costs a phone half a second.
 *
 * @param {string} base
 * @param {number} of - Bytes of all.
 * @param {Runtime["files"]} files
 * @returns {Fetch}
 */
function watched(base, of, files) {
  const read = new Map();
  return (name, heard) => {
    const content = files[name];
    if (!content) throw new Error(`The runtime has no ${name}`);
    return fetchChecked(base + name, content, (chunk, soFar) => {
      heard?.(chunk);
      read.set(name, soFar);
      self.postMessage({ read: [...read.values()].reduce((sum, each) => sum + each), of });
    });
  };
}

/**
 * Run a script. A browser checks none of a worker's itself; it comes out of its cache, where the check has just put it.
 *
 * @param {string} base
 * @param {Fetch} file
 * @param {string} name
 */
async function script(base, file, name) {
  await file(name);
  return import(base + name);
}

/**
 * Compile WebAssembly while it arrives. The type that a server gives it does not matter.
 *
 * @param {(heard: Heard) => Promise<Bytes>} fetched - Fetches it and checks it.
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
 * Answer one request; what the whole Python raises is a bug of ours and goes back as such.
 *
 * @param {Request} asked
 */
function reply({ id, request }) {
  if (!answer) throw new Error("Asked before Python was ready");
  try {
    self.postMessage({ id, response: answer(request) });
  } catch (error) {
    const raised = /** @type {{ type?: string, name?: string, message?: string }} */ (error);
    if (!isWhole) return self.postMessage({ beyond: `${raised.name}: ${raised.message}` });
    self.postMessage({
      id,
      bug: raised.type ?? raised.name ?? "Error",
      detail: raised.message ?? String(error),
    });
  }
}

self.addEventListener("message", (/** @type {MessageEvent<Start | Request>} */ { data }) => {
  if ("runtime" in data) start(data);
  else reply(data);
});
