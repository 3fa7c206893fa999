"""Pages that do the same with other means: PyScript on Pyodide and on MicroPython, and JavaScript alone.

Each asks as soon as it can, writes the answer and sets the same mark as ours. PyScript on Pyodide runs the rules
themselves. MicroPython has no `dataclasses`, `enum` and `typing`, so it runs the one rule, as JavaScript does.
stlite is not among them: npm has its script (`@stlite/browser`), but no registry has the numpy and pandas built for browsers
that it starts with, only a host of their own.
"""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from calculators.build.bundle import build as bundle
from calculators.paths import ROOT

PACKAGES = ("@pyscript/core@0.7.31", "@micropython/micropython-webassembly-pyscript@1.27.0")
"""From npm, fetched once."""

KEPT = bundle.CACHE.with_name("peers")

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Load</title>
<link rel="icon" href="data:,">{head}</head>
<body><h1>Training load</h1><label>1RM <input name="one_rm" value="90"></label><output>…</output>{body}</body></html>
"""
PYSCRIPT = '<link rel="stylesheet" href="/pyscript/core.css"><script type="module" src="/pyscript/core.js"></script>'

DONE = """
from pyscript import window
document = window.document
document.querySelector("output").textContent = answer(document.querySelector("input").value)
window.performance.mark("bfr:first-answer")
"""
RULES = """
import json
from bfr_rules.bridge import answer as ask
def answer(one_rm):
    request = {"calculator": "training-load", "answers": {"one_rm": one_rm}}
    return json.loads(ask(json.dumps(request)))["outcome"]["headline"]
"""
RULE = """
def answer(one_rm):
    share = float(one_rm) * 30 / 100
    return "Load " + str(int(share / 2.5) * 2.5) + " kg"
"""
SCRIPT = """<script type="module">
const answer = (oneRm) => `Load ${Math.floor((Number(oneRm) * 30) / 100 / 2.5) * 2.5} kg`;
document.querySelector("output").textContent = answer(document.querySelector("input").value);
performance.mark("bfr:first-answer");
</script>"""

PEERS = {
    "PyScript + Pyodide": "ps-pyodide/",
    "PyScript + MicroPython (one rule)": "ps-micropython/",
    "JavaScript (one rule)": "js/",
}


def make(folder: Path) -> None:
    """Write the pages, and what they load, into a folder."""
    install()
    modules = KEPT / "node_modules"
    shutil.copytree(modules / "@pyscript" / "core" / "dist", folder / "pyscript")
    for source_map in (folder / "pyscript").glob("*.map"):
        source_map.unlink()
    micropython = modules / "@micropython" / "micropython-webassembly-pyscript"
    (folder / "mpy").mkdir()
    for name in ("micropython.mjs", "micropython.wasm"):
        shutil.copyfile(micropython / name, folder / "mpy" / name)
    (folder / "py").mkdir()
    for name in (*bundle.SCRIPTS, bundle.WASM, bundle.LIBRARY, bundle.LOCK):
        shutil.copyfile(bundle.STOCK / name, folder / "py" / name)
    with zipfile.ZipFile(folder / "rules.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        source = ROOT / "src"
        for path in sorted((source / "bfr_rules").rglob("*")):
            if path.suffix in {".py", ".json"}:
                archive.write(path, path.relative_to(source))
    pyodide = {"interpreter": "/py/pyodide.mjs", "files": {"/rules.zip": "./*"}}
    micro = {"interpreter": "/mpy/micropython.mjs"}
    pages = {
        "ps-pyodide": (PYSCRIPT, script("py", pyodide, RULES + DONE)),
        "ps-micropython": (PYSCRIPT, script("mpy", micro, RULE + DONE)),
        "js": ("", SCRIPT),
    }
    for name, (head, body) in pages.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(PAGE.format(head=head, body=body), "utf-8")
    (folder / "index.html").write_text(PAGE.format(head="", body=""), "utf-8")


def script(kind: str, config: Mapping[str, object], python: str) -> str:
    """Write the script of a page of PyScript."""
    return f"<script type=\"{kind}\" config='{json.dumps(config)}'>{python}</script>"


def install() -> None:
    """Fetch the packages, unless they are there."""
    KEPT.mkdir(parents=True, exist_ok=True)
    listed = KEPT / "packages.json"
    if listed.is_file() and json.loads(listed.read_text("utf-8")) == list(PACKAGES):
        return
    (KEPT / "package.json").write_text('{"private": true}')
    npm = str(Path(sys.executable).with_name("npm"))
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES]
    subprocess.run(command, cwd=KEPT, check=True, stdout=subprocess.DEVNULL)
    listed.write_text(json.dumps(PACKAGES))
