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
import { findImage, forgetImage, keepImage, put, take } from "./image.js";

/** @typedef {import("./engine.js").Runtime} Runtime */
/** @typedef {(request: string) => string} Answer */
/** @typedef {{ runtime: Runtime, isWhole: boolean }} Start */
/** @typedef {{ id: number, request: string }} Request */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {import("./arrival.js").Met} Met */
/** @typedef {(name: string, met?: Met) => Promise<Bytes>} Fetch */

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
 * Start the Python that is cut, from the image of an earlier visit where there is one.
 *
 * @param {Runtime} runtime
 * @returns {Promise<Answer>}
 */
async function cut({ base, bytes, files }) {
  const file = watched(base, bytes, files);
  const parts = Promise.all([
    script(base, file, "pyodide.asm.js"),
    compiled((met) => file("pyodide.asm.wasm", met)),
  ]);
  parts.catch(() => {}); // Heard of below.
  const image = await findImage(base);
  if (typeof image === "object") {
    const [{ default: create }, wasm] = await parts;
    self.postMessage({ arrived: true });
    const woken = await wake(base, create, wasm, image);
    if (woken) return woken;
  }
  const library = await file("library.zip");
  const [{ default: create }, wasm] = await parts;
  self.postMessage({ arrived: true });
  const began = performance.now();
  const asked = answering(await startPython({ create, wasm, library }));
  const coldMs = performance.now() - began;
  if (image !== "useless") {
    draw = (slug) => drawImage(base, { create, wasm, library }, slug, coldMs);
  }
  return asked;
}

/** @param {import("./bare-python.js").Module} python */
const answering = (python) => imported(python, "bfr_rules.bridge", "answer");

/**
 * Put the image of an earlier visit in.
 *
 * @param {string} base
 * @param {import("./bare-python.js").Create} create
 * @param {WebAssembly.Module} wasm
 * @param {import("./image.js").Image} image
 * @returns {Promise<Answer | undefined>} Nothing when it is in doubt; then it is gone.
 */
async function wake(base, create, wasm, { head, bytes }) {
  try {
    const began = performance.now();
    const python = await startPython({ create, wasm, isAsleep: true });
    put(python.HEAPU8, { ...head, bytes });
    const asked = answering(python);
    const isTrue = asked(head.request) === head.response;
    const isQuick = performance.now() - began < head.coldMs;
    if (!isTrue || !isQuick) await forgetImage(base, isTrue);
    return isTrue ? asked : undefined;
  } catch {
    await forgetImage(base).catch(() => {});
    return undefined;
  }
}

/** Draws the image for later visits, once; it needs the name of a calculator. @type {((slug: string) => Promise<void>) | undefined} */
let draw;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let quiet;

/** How long nobody asks before the image is drawn: that takes as long as a start. */
const QUIET_MS = 3_000;

/**
 * Draw the image of a Python that has seen nothing of the reader: a new one, which is asked an empty question.
 *
 * @param {string} base
 * @param {import("./bare-python.js").Parts} parts
 * @param {string} slug
 * @param {number} coldMs
 */
async function drawImage(base, parts, slug, coldMs) {
  const python = await startPython(parts);
  const asked = answering(python);
  const request = emptyQuestion(slug);
  const response = asked(request);
  const { size, pages, bytes } = take(python.HEAPU8);
  await keepImage(base, { size, pages, request, response, coldMs }, bytes);
}

/** @param {string} slug - Of a calculator. */
const emptyQuestion = (slug) => JSON.stringify({ calculator: slug, answers: {} });

/** How long nobody asks before Python is made quick, and how often it is asked for that. */
const PAUSE_MS = 300;
const ASKED_TO_WARM = 40;

/** How often it has been asked. */
let warmth = 0;
/** Whether it may still be asked; who needs the whole Python has met something rare. */
const isCold = () => !isWhole && warmth < ASKED_TO_WARM;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/**
 * Ask an empty question now and then while nobody asks another: a browser makes quick only what runs often, and a Python that
 * came out of an image has hardly run. Each is a task of its own, so that a reader's question waits for one at most.
 *
 * @param {string} slug - Of a calculator.
 */
function warmWhenQuiet(slug) {
  clearTimeout(pause);
  if (!isCold()) return;
  const request = emptyQuestion(slug);
  const warm = () => {
    warmth += 1;
    try {
      answer?.(request);
      if (isCold()) pause = setTimeout(warm, 10);
    } catch (error) {
      self.postMessage({ beyond: String(error) });
    }
  };
  pause = setTimeout(warm, PAUSE_MS);
}

/** @param {string} slug */
function drawWhenQuiet(slug) {
  clearTimeout(quiet);
  if (!draw) return;
  quiet = setTimeout(() => {
    // A device without room keeps none; nothing else depends on it.
    draw?.(slug).catch(() => {});
    draw = undefined;
  }, QUIET_MS);
}

/**
 * Start the whole Pyodide.
 *
 * @param {Runtime} runtime
 * @returns {Promise<Answer>}
 */
async function whole({ base, full }) {
  const asked = import("./whole-python.js");
  const list = await fetchChecked(`${base}full.json`, full);
  const { bytes, files } = JSON.parse(new TextDecoder().decode(list));
  const folder = `${base}full/`;
  const file = watched(folder, bytes, files);
  const { startWhole } = await asked;
  const [{ loadPyodide }, lock, wasm, library, wheel] = await Promise.all([
    script(folder, file, "pyodide.js"),
    file("pyodide-lock.json").then((text) => JSON.parse(new TextDecoder().decode(text))),
    compiled((met) => file("pyodide.asm.wasm", met)),
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
  return (name, met) => {
    const content = files[name];
    if (!content) throw new Error(`The runtime has no ${name}`);
    const heard = (/** @type {number} */ soFar) => {
      read.set(name, soFar);
      self.postMessage({ read: [...read.values()].reduce((sum, each) => sum + each), of });
    };
    return fetchChecked(base + name, content, heard, met);
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

/** How long a browser may go on with what it began while all was arriving. */
const EARLY_MS = 3_000;

/**
 * Compile WebAssembly while it arrives. The type that a server gives it does not matter.
 *
 * The browser is given a copy of the response itself. Of a stream made here Firefox never learns that its page has been left,
 * and then compiles nothing more in that tab but what is waited for.
 *
 * @param {(met: Met) => Promise<Bytes>} fetched - Fetches it and checks it.
 * @returns {Promise<WebAssembly.Module>}
 */
async function compiled(fetched) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let early;
  const headers = { "Content-Type": "application/wasm" };
  const bytes = await fetched((response) => {
    early = WebAssembly.compileStreaming(new Response(response.clone().body, { headers }));
    early.catch(() => {}); // Compiled again below.
  });
  const late = new Promise((_, reject) => setTimeout(reject, EARLY_MS));
  return Promise.race([early ?? late, late]).catch(() => new WebAssembly.Module(bytes));
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
    if (!draw && !isCold()) return;
    const { calculator } = JSON.parse(request);
    drawWhenQuiet(calculator);
    warmWhenQuiet(calculator);
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
