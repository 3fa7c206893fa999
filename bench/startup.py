"""How long a reader waits: for the first answer on each net, on a later visit, and for each answer after it.

Measured in Chromium, on this machine, in one run: each round takes every net and every way once, in turn, so that a machine
that is busy is busy for all. Ours is served as our kit serves it, with Brotli; the others with gzip. How long the pages take
to build is measured at the end.

    make bench                                  all of it: nine rounds, about 35 minutes
    .venv/bin/python -m bench.startup ROUNDS    as many rounds
"""

import json
import os
import platform
import shutil
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from bench import pages, peers
from bench.links import LINKS, Link, through
from bench.report import COMMON, HERE, LATER, OURS, PLAIN, plot, report
from calculators.build.bundle import build as bundle
from calculators.build.site import SITE
from calculators.dev.browser import ensure_chromium, launch_arguments
from calculators.dev.preview import Preview, running

ROUNDS = 9
KEYSTROKES = 20
"""In each round."""

PAGE = "calculate/training-load/"
FIELD = "bfr-calculator input[name=one_rm]"
ASKED_BEFORE, NOT_ASKED = "90", "90.7"
"""A weight that the build has asked about, and one that takes Python."""

SETTLE_MS = 6_000
"""A visit keeps what makes a later one quick, and pages for when there is no net, once it is quiet."""

TYPE = """
customElements.whenDefined("bfr-calculator").then(() => {
  const field = document.querySelector("FIELD");
  field.focus();
  field.value = "TYPED";
  performance.mark("typed");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
});
""".replace("FIELD", FIELD)
"""Types a weight as soon as the calculator listens."""

TYPED = "() => performance.getEntriesByName('typed')[0].startTime"

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
    load = os.getloadavg()[0]
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
        nets = [
            Net(
                link,
                {
                    name: stack.enter_context(through(url, link)) + path
                    for name, (url, path) in ways.items()
                },
            )
            for link in LINKS
        ]
        found = Found()
        for turn in range(rounds):
            for net in nets:
                measure(browser, net, found)
                last = {name: round(times[-1]) for name, times in found.starts[net.name].items()}
                print(net.name, turn + 1, last, flush=True)
        version = browser.version
        browser.close()
    built = pages.build_times()
    results = {
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"load {load:.1f} at the beginning and {os.getloadavg()[0]:.1f} at the end",
        "chromium": version,
        "pyodide": manifest.pyodide,
        "runtime_gzip": manifest.gzip,
        "runtime_brotli": brotli(SITE / manifest.base),
        "starts_ms": rounded(found.starts, 0),
        "common_ms": rounded({COMMON: found.common}, 0)[COMMON],
        "bytes": found.bytes,
        "bytes_by_encoding": by_encoding(found.paths),
        "memory_mb": {name: statistics.median(each) for name, each in found.memory.items()},
        "again_ms": rounded({"": found.again}, 1)[""],
        "build_s": {str(fold): [number, round(took, 1)] for fold, (number, took) in built.items()},
    }
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    (HERE / "results.md").write_text(report(results), "utf-8")
    (HERE / "results.svg").write_text(plot(results), "utf-8")
    print(report(results))
    return 0


@dataclass
class Net:
    """A net, and where each way is reached over it."""

    link: Link
    urls: dict[str, str]

    @property
    def name(self) -> str:
        """As the results have it."""
        return self.link.name


Times = defaultdict[str, list[float]]


@dataclass
class Found:
    """What was measured.

    Attributes:
        starts: Milliseconds to the first answer of each way, by net.
        common: Milliseconds from the key to the answer that the build has made, by net.
        bytes: What each way sends until its first answer.
        paths: The files that ours consists of until then.
        memory: Megabytes of the tab.
        again: Milliseconds from a keystroke to the changed answer.
    """

    starts: defaultdict[str, Times] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    common: Times = field(default_factory=lambda: defaultdict(list))
    bytes: dict[str, int] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    memory: Times = field(default_factory=lambda: defaultdict(list))
    again: Times = field(default_factory=lambda: defaultdict(list))


def measure(browser: Browser, net: Net, found: Found) -> None:
    """Take every way over a net once."""
    starts = found.starts[net.name]
    is_local = not net.link.bits_s
    for name, url in net.urls.items():
        visit = Visit(browser, net.link)
        starts[name].append(visit.first_answer(url))
        found.bytes[name] = visit.bytes
        if is_local:
            found.memory[name].append(visit.megabytes())
        if name == OURS:
            found.paths = visit.paths
            visit.page.wait_for_timeout(SETTLE_MS)
            starts[LATER].append(visit.first_answer(url))
        if is_local and name in {OURS, PLAIN}:
            visit.page.wait_for_timeout(SETTLE_MS)
            found.again[name] += visit.page.evaluate(LATENCY, KEYSTROKES)
        visit.close()
    visit = Visit(browser, net.link, ASKED_BEFORE)
    first = visit.first_answer(net.urls[OURS])
    found.common[net.name].append(first - float(visit.page.evaluate(TYPED)))
    visit.close()


def rounded(found: Mapping[str, Times], digits: int) -> dict[str, dict[str, list[float]]]:
    """Give times with so many digits after the point."""
    return {
        group: {
            name: [round(each, digits or None) for each in times] for name, times in all_.items()
        }
        for group, all_ in found.items()
    }


def by_encoding(paths: Iterable[str]) -> dict[str, int]:
    """Add up files of the site as they lie there, and as their compressed copies."""
    files = [SITE / (f"{path}index.html" if path.endswith("/") else path) for path in paths]
    return {
        name: sum(smallest(path, suffix) for path in files if path.is_file())
        for name, suffix in (("as stored", ""), ("gzip", ".gz"), ("Brotli", ".br"))
    }


def smallest(path: Path, suffix: str) -> int:
    """Weigh the copy of a file; the file itself where it has none."""
    copy = path.with_name(f"{path.name}{suffix}")
    return (copy if copy.is_file() else path).stat().st_size


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
        (into / PAGE / "index.html", " data-shard=", " data-no-shard="),
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
        paths: What that was, from the root of the site.
    """

    def __init__(self, browser: Browser, link: Link, typed: str = NOT_ASKED) -> None:
        self.context: BrowserContext = browser.new_context()
        self.context.add_init_script(TYPE.replace("TYPED", typed))
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(300_000)
        self.bytes = 0
        self.paths: set[str] = set()
        if link.cpu > 1:
            session = self.context.new_cdp_session(self.page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": link.cpu})

    def first_answer(self, url: str) -> float:
        """Open a page, and tell how long its first answer took from the start of the navigation."""
        sent: list[Request] = []

        def note(request: Request) -> None:
            sent.append(request)

        self.page.on("requestfinished", note)
        self.page.goto(url, wait_until="commit")
        first = float(self.page.evaluate(FIRST_ANSWER))
        self.page.remove_listener("requestfinished", note)
        self.bytes = sum(max(0, each.sizes()["responseBodySize"]) for each in sent)
        self.paths = {urlsplit(each.url).path.lstrip("/") for each in sent}
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
