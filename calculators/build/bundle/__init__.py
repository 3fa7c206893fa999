"""The browser bundle: the rules, the library modules that they import, and Pyodide, cut to what the rules reach.

Bytes decide how long a reader waits on a slow net, and what Python does before the first answer how long on a fast one. So
the page starts CPython and not the whole of Pyodide:

1. `hatchling` builds the wheel of `bfr_rules`.
2. `inside.mjs` starts the stock Pyodide under Node, the way the browser will. There `inside.py` rehearses the rules, sees
   which library modules that imports, and writes them and the rules as byte code into one archive, `library.zip`.
3. `cut.py` takes from Pyodide's WebAssembly the functions that are never reached, with `wasm.py`. Which are reached is
   kept in `reached.json`, by Pyodide's version; `tests/cover.py` finds it out.
4. `build.py` stages the result as `docs/assets/runtime/<hash of the content>/` beside a `manifest.json`. Pyodide's scripts
   are named `.js` there, which every server knows for a script.

Beside it, in `full/`, lies Pyodide as it is published, with the wheel of the rules. A reader who reaches what was cut gets
that one, and with it the answer. Its names are Pyodide's defaults, so the shortest way to start it is:

    const { loadPyodide } = await import(new URL("full/pyodide.js", base).href);
    const python = await loadPyodide({ indexURL: new URL("full/", base).href, packages: ["bfr-rules"] });
    const { answer } = python.pyimport("bfr_rules.bridge");

The site's own `worker.js` asks for every file at once, refuses one whose sha256 is not the page's, and starts Python with
`bare-python.js`.
"""
