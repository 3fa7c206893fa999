"""Find the functions of Pyodide that the rules reach, and write them to `calculators/build/bundle/reached.json`.

    .venv/bin/python tests/cover.py

Every request of the parity test, and some that raise, is answered under Node, in Chromium, in Firefox and in WebKit, by a
Python whose functions each leave a mark when they run. What runs anywhere stays; the build cuts the rest. Only a new
version of Pyodide, or rules that reach further (the parity test says so), ask for this.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bridge_requests import every_request  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from calculators.build.bundle import build as bundle  # noqa: E402
from calculators.build.bundle import cut, wasm  # noqa: E402
from calculators.dev.browser import launch_arguments  # noqa: E402

HERE = Path(__file__).parent
RAISING = (
    "",
    "{",
    "[" * 100_000,
    '{"calculator": "no-such", "answers": {}}',
    '{"calculator": 1}',
    "{}",
)
"""Requests that no page makes, for which Python raises and says why."""

RUN = """
const [address, count, done] = arguments;
const worker = new Worker("/cover.js", { type: "module" });
worker.onmessage = ({ data }) => done(data);
worker.onerror = ({ message }) => done({ error: message });
worker.postMessage({ address, count });
"""


class Files(SimpleHTTPRequestHandler):
    """Serves the folder, quietly."""

    def log_message(self, *_args):
        pass


def main():
    """Take what each engine reaches, and write down all of it."""
    whole = (bundle.STOCK / cut.WASM).read_bytes()
    count = len(wasm.functions(whole))
    node = str(Path(sys.executable).with_name("node"))
    with TemporaryDirectory(dir=bundle.CACHE) as scratch:
        folder = Path(scratch)
        bundle.make_library(bundle.build_wheel(folder), folder / "library.zip")
        shutil.copyfile(bundle.STOCK / "pyodide.asm.mjs", folder / "pyodide.asm.js")
        shutil.copyfile(cut.BARE, folder / "bare-python.js")
        shutil.copyfile(HERE / "cover.mjs", folder / "cover.js")
        (folder / "index.html").write_text("<!doctype html><title>Cover</title>")
        (folder / "package.json").write_text('{"type": "module"}')
        (folder / cut.WASM).write_bytes(whole)
        requests = [*RAISING, *every_request(share=1)]
        (folder / "requests.jsonl").write_text("".join(f"{each}\n" for each in requests), "utf-8")

        def under_node(*arguments):
            command = [node, str(folder / "cover.js"), str(folder), *map(str, arguments)]
            return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

        address = under_node()
        (folder / cut.WASM).write_bytes(wasm.marking(whole, address))
        reached = set(under_node(address, count))
        print(f"Node reaches {len(reached)} of {count}", flush=True)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=folder)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            url = f"http://127.0.0.1:{server.server_port}/"
            for name, run in ENGINES.items():
                said = run(url, address, count)
                if "error" in said:
                    sys.exit(f"{name}: {said['error']}")
                new = set(said["reached"]) - reached
                reached |= new
                print(f"{name} reaches {len(said['reached'])}, {len(new)} more", flush=True)
            server.shutdown()
    cut.write_reached(reached, whole, bundle.version_of_pyodide())


def chromium(url, address, count):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        page = browser.new_page()
        page.goto(url)
        script = f"(given) => new Promise((done) => (function () {{ {RUN} }})(...given, done))"
        said = page.evaluate(script, [address, count])
        browser.close()
    return said


def driven(engine):
    """An engine by its WebDriver, as the journeys of `tests/engines` drive it."""

    def run(url, address, count):
        spec = importlib.util.spec_from_file_location("engines", HERE / "engines" / "conftest.py")
        engines = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(engines)
        with engines.a_screen() as screen:
            driver = getattr(engines, engine)(screen)
            driver.set_script_timeout(600)
            driver.get(url)
            said = driver.execute_async_script(RUN, address, count)
            driver.quit()
        return said

    return run


ENGINES = {"Chromium": chromium, "Firefox": driven("firefox"), "WebKit": driven("webkit")}

if __name__ == "__main__":
    main()
