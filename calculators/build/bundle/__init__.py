"""The browser bundle: Pyodide, the library modules that the rules import, and the rules.

Most of a plain Pyodide start is spent compiling the standard library's source again. So the bundle carries only the
modules that are imported, as byte code for Pyodide's own Python:

1. `hatchling` builds the wheel of `bfr_rules`, and `pyodide_lock` describes it in a `pyodide-lock.json`.
2. `inside.mjs` starts the stock Pyodide under Node. There `inside.py` rehearses the rules, sees which library modules
   that imports, and lets `pyodide_build` compile them and the wheel.
3. `build.py` stages the result as `docs/assets/runtime/<hash of the content>/` beside a `manifest.json`. Pyodide's scripts
   are named `.js` there, which every server knows for a script.

But for that the names in the folder are Pyodide's defaults, so the shortest way to start the bundle is:

    const { loadPyodide } = await import(new URL("pyodide.js", base).href);
    const python = await loadPyodide({ indexURL: base.href, packages: ["bfr-rules"] });
    const { answer } = python.pyimport("bfr_rules.bridge");

The site's own `worker.js` asks for every file at once, refuses one whose sha256 is not the manifest's, and lets Python read
the wheel packed. `loadPyodide` never settles when the wasm cannot be fetched: the worker hands it files that are there.
"""
