"""How long a reader waits: for the first answer on each net, on a later visit, and for each answer after it.

Measured in Chromium, on this machine, in one run: each round takes every way once, in turn, so that a machine that is busy
is busy for all. Ours is served as our kit serves it, with Brotli; the others with gzip.

    make bench                                  all of it
    .venv/bin/python -m bench.startup ROUNDS    as many rounds
"""

import json
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench import peers
from bench.links import LINKS, Link, through
from bench.report import HERE, plot, report
from calculators.build.bundle import build as bundle
from calculators.build.site import SITE
from calculators.dev.browser import ensure_chromium, launch_arguments
from calculators.dev.preview import Preview, running

ROUNDS = 9
KEYSTROKES = 100
PAGE = "calculate/training-load/"
FIELD = "bfr-calculator input[name=one_rm]"
OURS, LATER, PLAIN = "ours", "ours, later visit", "plain Pyodide"
SETTLE_MS = 6_000
"""A first visit keeps what makes a later one quick, once it is quiet."""

TYPE = """
customElements.whenDefined("bfr-calculator").then(() => {
  const field = document.querySelector("FIELD");
  field.focus();
  field.value = "90";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
});
""".replace("FIELD", FIELD)
"""Types a weight as soon as the calculator listens."""

FIRST_ANSWER = """
() => new Promise((resolve) => {
  const marks = () => performance.getEntriesByName("bfr:first-answer");
  const look = () => (marks().length ? resolve(marks()[0].startTime) : setTimeout(look, 5));
  look();
})
"""
"""Waits for the mark that the page sets when it first answers."""

LATENCY = """
(keystrokes) => new Promise((resolve) => {
  const field = document.querySelector("FIELD");
  const shown = field.closest("bfr-calculator").querySelector("[data-part=readout]");
  const waits = [];
  let typed = 0;
  new MutationObserver(() => {
    if (!typed) return;
    waits.push(performance.now() - typed);
    typed = 0;
    if (waits.length === keystrokes) resolve(waits);
    else setTimeout(press, 30);
  }).observe(shown, { childList: true, characterData: true, subtree: true });
  const press = () => {
    field.value = String(80 + waits.length);
    typed = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  field.focus();
  press();
})
""".replace("FIELD", FIELD)
"""Types one weight after another and waits for each to show in the answer."""


def main(rounds: int) -> int:
    """Measure, and write the results beside this file."""
    manifest = bundle.read_manifest(SITE / "assets" / "runtime")
    if ensure_chromium():
        return 1
    if manifest is None:
        print("There is no built site: run `make site` first.", file=sys.stderr)
        return 1
    with (
        TemporaryDirectory(dir=bundle.CACHE) as scratch,
        sync_playwright() as playwright,
        ExitStack() as stack,
    ):
        plain, others = Path(scratch) / "plain", Path(scratch) / "peers"
        make_plain(SITE, plain)
        others.mkdir()
        peers.make(others)
        browser = playwright.chromium.launch(**launch_arguments())
        mine = stack.enter_context(running(SITE)).url
        theirs = stack.enter_context(running(plain)).url
        beside = stack.enter_context(lax(others)).url
        ways = {OURS: (mine, PAGE), PLAIN: (theirs, PAGE)}
        ways |= {name: (beside, path) for name, path in peers.PEERS.items()}
        starts: dict[str, dict[str, list[float]]] = {}
        sizes: dict[str, int] = {}
        memory: dict[str, float] = {}
        for link in LINKS:
            urls = {
                name: (stack.enter_context(through(url, link)), path)
                for name, (url, path) in ways.items()
            }
            found: dict[str, list[float]] = {name: [] for name in (OURS, LATER, *ways)}
            for turn in range(rounds):
                for name, (url, path) in urls.items():
                    visit = Visit(browser, link)
                    found[name].append(visit.first_answer(url + path))
                    sizes[name] = visit.bytes
                    memory[name] = visit.megabytes()
                    if name == OURS:
                        visit.page.wait_for_timeout(SETTLE_MS)
                        found[LATER].append(visit.first_answer(url + path))
                    visit.close()
                print(
                    link.name,
                    turn + 1,
                    {name: round(times[-1]) for name, times in found.items()},
                    flush=True,
                )
            starts[link.name] = found
        again = {}
        for name in (OURS, PLAIN):
            visit = Visit(browser, LINKS[0])
            visit.first_answer("".join(ways[name]))
            visit.page.wait_for_timeout(500)
            again[name] = visit.page.evaluate(LATENCY, KEYSTROKES)
            visit.close()
        results = {
            "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
            "chromium": browser.version,
            "pyodide": manifest.pyodide,
            "runtime_gzip": manifest.gzip,
            "runtime_brotli": brotli(SITE / manifest.base),
            "starts_ms": {
                net: {name: [round(each) for each in times] for name, times in found.items()}
                for net, found in starts.items()
            },
            "bytes": sizes,
            "memory_mb": memory,
            "again_ms": {name: [round(each, 1) for each in times] for name, times in again.items()},
        }
        browser.close()
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    (HERE / "results.md").write_text(report(results), "utf-8")
    (HERE / "results.svg").write_text(plot(results), "utf-8")
    print(report(results))
    return 0


def brotli(runtime: Path) -> int:
    """Add up the copies that a reader's browser is sent."""
    return sum(path.stat().st_size for path in runtime.glob("*.br") if path.name != "full.json.br")


def make_plain(site: Path, into: Path) -> None:
    """Copy a site, and let it start the whole of Pyodide, with its library and the rules as source, sent with gzip.

    Raises:
        ValueError: The site is not as this file knows it.
    """
    shutil.copytree(site, into, ignore=shutil.ignore_patterns("*.br"))
    engine = into / "assets" / "widgets" / "python" / "engine.js"
    for path, before, after in (
        (engine, "#isWhole = false", "#isWhole = true"),
        (into / PAGE / "index.html", 'id="bfr-runtime"', 'id="bfr-no-runtime"'),
    ):
        text = path.read_text("utf-8")
        if before not in text:
            raise ValueError(
                f"{path.name} does not say {before!r}: plain Pyodide cannot be started."
            )
        path.write_text(text.replace(before, after), "utf-8")
        path.with_name(f"{path.name}.gz").unlink(missing_ok=True)


@contextmanager
def lax(folder: Path) -> Iterator[Preview]:
    """Serve pages that run what stands in them, as PyScript does."""
    with Preview(folder) as server:
        server.policy = "default-src * 'unsafe-inline' 'unsafe-eval' blob: data:"
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()


class Visit:
    """A visit of somebody whose browser knows nothing yet.

    Attributes:
        page: The page.
        bytes: What crossed the wire until the first answer, bodies only.
    """

    def __init__(self, browser: Browser, link: Link) -> None:
        self.context: BrowserContext = browser.new_context()
        self.context.add_init_script(TYPE)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(300_000)
        self.bytes = 0
        self.before = renderers()
        if link.cpu > 1:
            session = self.context.new_cdp_session(self.page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": link.cpu})

    def first_answer(self, url: str) -> float:
        """Open a page, and tell how long its first answer took from the start of the navigation."""
        sent: list[int] = []
        noted: Callable[[Any], None] = lambda request: sent.append(  # noqa: E731
            max(0, request.sizes()["responseBodySize"])
        )
        self.page.on("requestfinished", noted)
        self.page.goto(url, wait_until="commit")
        first = float(self.page.evaluate(FIRST_ANSWER))
        self.page.remove_listener("requestfinished", noted)
        self.bytes = sum(sent)
        return first

    def megabytes(self) -> float:
        """Tell the memory of the tab: what its process holds alone, and its share of what it shares."""
        return round(max((size for pid, size in renderers().items()), default=0) / 1e6, 1)

    def close(self) -> None:
        """Leave."""
        self.page.goto("about:blank")
        self.context.close()
        time.sleep(0.2)


def renderers() -> dict[int, int]:
    """Weigh the processes that show pages, in bytes; none where the system does not tell."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            if b"--type=renderer" not in command or not descends(int(folder.name)):
                continue
            rollup = (folder / "smaps_rollup").read_text("utf-8")
        except (FileNotFoundError, PermissionError, ProcessLookupError):
            continue
        (pss,) = (line for line in rollup.splitlines() if line.startswith("Pss:"))
        found[int(folder.name)] = int(pss.split()[1]) * 1024
    return found


def descends(pid: int) -> bool:
    """Tell whether a process is of this one's children and theirs."""
    while pid > 1:
        if pid == os.getpid():
            return True
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
        pid = int(stat.rpartition(")")[2].split()[1])
    return False


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
