/**
 * Runs `inside.py` in the Python of the stock Pyodide, under Node.
 *
 * Usage: node inside.mjs PYODIDE WHEEL ARCHIVE
 *   PYODIDE  folder of the stock Pyodide
 *   WHEEL    the wheel of the rules, as source
 *   ARCHIVE  where the archive of what the rules import is written
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { imported, startPython } from "../../browser/python/bare-python.js";

const [pyodide, wheel, archive] = process.argv.slice(2);

/** @param {string} path */
const read = async (path) => new Uint8Array(await readFile(path));

try {
  const { default: create } = await import(pathToFileURL(join(pyodide, "pyodide.asm.mjs")).href);
  const python = await startPython({
    create,
    wasm: await WebAssembly.compile(await read(join(pyodide, "pyodide.asm.wasm"))),
    library: await read(join(pyodide, "python_stdlib.zip")),
    files: {
      "/inside/inside.py": await read(new URL("inside.py", import.meta.url).pathname),
      "/inside/rules.whl": await read(wheel),
    },
    environment: { PYTHONPATH: "/inside" },
  });
  const made = imported(python, "inside", "main")("");
  await writeFile(archive, python.FS.readFile(made));
  process.exit();
} catch (error) {
  // Node would print a whole minified line of Pyodide around it.
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
