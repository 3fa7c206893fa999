/**
 * Runs `inside.py` in the stock Pyodide under Node.
 *
 * Usage: node inside.mjs WORK CACHE PACKAGES
 *   WORK      folder with the wheel and its pyodide-lock.json; the compiled files are written there
 *   CACHE     folder with compiled libraries
 *   PACKAGES  site-packages of the Python that has pyodide_build
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadPyodide } from "pyodide";

const [work, cache, packages] = process.argv.slice(2);
const epoch = process.env.SOURCE_DATE_EPOCH ?? "";
const source = await readFile(new URL("inside.py", import.meta.url), "utf8");

try {
  const python = await loadPyodide({
    lockFileURL: join(work, "pyodide-lock.json"),
    packages: ["bfr-rules"],
    env: { SOURCE_DATE_EPOCH: epoch },
  });
  // How Pyodide words an error for JavaScript imports modules of its own.
  for (const wrong of ["1 / 0", "import no_such_module", "no_such_name", "{}.no_such", "1 +"]) {
    try {
      python.runPython(wrong);
    } catch {
      // Rehearsed.
    }
  }
  python.mountNodeFS("/work", work);
  python.mountNodeFS("/cache", cache);
  python.mountNodeFS("/packages", packages);
  python.runPython(source, { filename: "inside.py" });
} catch (error) {
  // Node would print a whole minified line of Pyodide around it.
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
