/**
 * Answers requests with the staged runtime, as a reader's browser would, but under Node.
 *
 * Usage: node tests/parity.mjs [RUNTIME [image]] < requests.jsonl > responses.jsonl
 *   RUNTIME  folder of a runtime; by default the one that docs/assets/runtime/manifest.json names
 *
 * Each line of standard input is one request for `bfr_rules.bridge.answer`; the line with the same number of standard
 * output is its response. Exits with 1, and the error on standard error, when the rules raise, and when something is
 * reached that was cut. Only the staged files are loaded, so what the bundle lacks fails here and not on a phone.
 */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { imported, startPython } from "../calculators/browser/python/bare-python.js";
import { put, take } from "../calculators/browser/python/image.js";

/**
 * Finds the staged runtime.
 *
 * @returns {Promise<string>}
 */
async function staged() {
  const docs = resolve(dirname(fileURLToPath(import.meta.url)), "../docs");
  const manifest = JSON.parse(await readFile(`${docs}/assets/runtime/manifest.json`, "utf8"));
  return resolve(docs, manifest.base);
}

/**
 * Answers every line of standard input.
 *
 * @param {string} runtime
 * @param {boolean} fromImage - Whether Python's memory is that of another, as on a later visit.
 * @returns {Promise<void>}
 */
async function main(runtime, fromImage) {
  /** @param {string} name */
  const read = async (name) => new Uint8Array(await readFile(`${runtime}/${name}`));
  const { default: create } = await import(pathToFileURL(`${runtime}/pyodide.asm.js`).href);
  const wasm = await WebAssembly.compile(await read("pyodide.asm.wasm"));
  let python = await startPython({ create, wasm, library: await read("library.zip") });
  if (fromImage) {
    imported(python, "bfr_rules.bridge", "answer");
    const image = take(python.HEAPU8);
    python = await startPython({ create, wasm, isAsleep: true });
    put(python.HEAPU8, image);
  }
  const answer = imported(python, "bfr_rules.bridge", "answer");
  for await (const request of createInterface({ input: process.stdin })) {
    if (!process.stdout.write(`${answer(request)}\n`)) await once(process.stdout, "drain");
  }
}

try {
  const [runtime, image] = process.argv.slice(2);
  await main(resolve(runtime ?? (await staged())), image === "image");
  process.exit();
} catch (error) {
  // Node would print a whole minified line of Pyodide around it.
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
