"""How long a reader waits: for the first answer, and for each one after it.

Measured in Chromium against `make preview`'s server, on this machine and without a slow network. The first answer is
compared with plain Pyodide: the same page and worker, but the whole standard library and the rules as source, and
Pyodide's own lock. Runs of both alternate, and each has an empty cache.

    make bench
"""

import json
import os
import platform
import shutil
import statistics
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from playwright.sync_api import Browser, Page, Request, sync_playwright

from calculators.build.bundle import build as bundle
from calculators.build.site import SITE
from calculators.dev.browser import ensure_chromium, launch_arguments
from calculators.dev.preview import running

RUNS = 9
KEYSTROKES = 40
PAGE = "calculate/training-load/"
FIELD = "bfr-calculator input[name=one_rm]"
RESULTS = Path(__file__).parent

Measured = TypeVar("Measured")

MOST_OF_PLAIN = 0.25
MOST_BYTES = 2_900_000
MOST_LATENCY_MS = 50

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
  const look = () => (marks().length ? resolve(marks()[0].startTime) : setTimeout(look, 10));
  look();
})
"""
"""Waits for the mark that the calculator sets when it first answers."""

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


@dataclass(frozen=True)
class Start:
    """One cold start.

    Attributes:
        first_answer_ms: From the start of the navigation.
        runtime_bytes: Of Python, its library and the rules, as they crossed the wire.
        page_bytes: Of everything else that the page asked for.
    """

    first_answer_ms: float
    runtime_bytes: int
    page_bytes: int


@dataclass(frozen=True)
class Results:
    """What `make bench` writes down.

    Attributes:
        machine: Where it was measured.
        chromium: Version of the browser.
        pyodide: Version of Pyodide.
        ours_ms: First answers with our bundle, one for each run.
        plain_ms: First answers with plain Pyodide.
        ours_bytes: Compressed bytes of our runtime.
        plain_bytes: Compressed bytes of the plain runtime.
        page_bytes: Compressed bytes of the page without its runtime.
        again_ms: From a keystroke to the changed answer, once Python runs.
    """

    machine: str
    chromium: str
    pyodide: str
    ours_ms: list[float]
    plain_ms: list[float]
    ours_bytes: int
    plain_bytes: int
    page_bytes: int
    again_ms: list[float]

    @property
    def ratio(self) -> float:
        """Our median first answer as a share of the plain one's."""
        return statistics.median(self.ours_ms) / statistics.median(self.plain_ms)

    @property
    def reached(self) -> bool:
        """Whether every target is met."""
        return (
            self.ratio <= MOST_OF_PLAIN
            and self.ours_bytes <= MOST_BYTES
            and statistics.median(self.again_ms) <= MOST_LATENCY_MS
        )


def main() -> int:
    """Measure, write the results beside this file, and fail when a target is missed."""
    if ensure_chromium():
        return 1
    manifest = bundle.read_manifest(SITE / "assets" / "runtime")
    if manifest is None:
        print("There is no built site: run `make site` first.", file=sys.stderr)
        return 1
    with TemporaryDirectory(dir=bundle.CACHE) as scratch, sync_playwright() as playwright:
        plain_site = Path(scratch) / "site"
        make_plain(SITE, plain_site)
        browser = playwright.chromium.launch(**launch_arguments())
        with running(SITE) as ours, running(plain_site) as plain:
            servers = {"ours": ours.url, "plain": plain.url}
            for url in servers.values():
                cold_start(browser, url)  # the server compresses each file once
            starts: dict[str, list[Start]] = {name: [] for name in servers}
            for run in range(RUNS):
                for name, url in servers.items():
                    starts[name].append(cold_start(browser, url))
                    print(
                        f"{run + 1} {name:5} {starts[name][-1].first_answer_ms:6.0f} ms", flush=True
                    )
            again = with_answer(browser, ours.url, later_answers)
        results = Results(
            machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
            chromium=browser.version,
            pyodide=manifest.pyodide,
            ours_ms=[round(each.first_answer_ms) for each in starts["ours"]],
            plain_ms=[round(each.first_answer_ms) for each in starts["plain"]],
            ours_bytes=starts["ours"][-1].runtime_bytes,
            plain_bytes=starts["plain"][-1].runtime_bytes,
            page_bytes=starts["ours"][-1].page_bytes,
            again_ms=[round(each, 1) for each in again],
        )
    (RESULTS / "results.json").write_text(json.dumps(asdict(results), indent=2) + "\n", "utf-8")
    (RESULTS / "results.md").write_text(report(results), "utf-8")
    print(report(results))
    return 0 if results.reached else 1


def make_plain(site: Path, into: Path) -> None:
    """Copy a site, and let it start the whole of Pyodide, with its library and the rules as source."""
    shutil.copytree(site, into)
    engine = into / "assets" / "widgets" / "python" / "engine.js"
    script = engine.read_text("utf-8")
    cut = "#isWhole = false"
    if cut not in script:
        raise ValueError(f"{engine.name} does not say {cut!r}: plain Pyodide cannot be started.")
    engine.write_text(script.replace(cut, "#isWhole = true"), "utf-8")


def cold_start(browser: Browser, url: str) -> Start:
    """Open the page with an empty cache, type at once, and wait for the answer."""
    sizes: list[tuple[str, int]] = []

    def note(request: Request) -> None:
        sizes.append((request.url, request.sizes()["responseBodySize"]))

    def first_answer(page: Page) -> float:
        return float(page.evaluate(FIRST_ANSWER))

    first = with_answer(browser, url, first_answer, note)
    runtime = sum(size for address, size in sizes if "/assets/runtime/" in address)
    everything = sum(size for _, size in sizes)
    return Start(first, runtime, everything - runtime)


def with_answer(
    browser: Browser,
    url: str,
    measure: Callable[[Page], Measured],
    note: Callable[[Request], None] | None = None,
) -> Measured:
    """Open the page in a browser that knows nothing yet, get a first answer, and measure."""
    context = browser.new_context()
    context.add_init_script(TYPE)
    page = context.new_page()
    if note is not None:
        page.on("requestfinished", note)
    page.goto(f"{url}{PAGE}", wait_until="domcontentloaded")
    page.evaluate(FIRST_ANSWER)
    measured = measure(page)
    context.close()
    return measured


def later_answers(page: Page) -> list[float]:
    """Measure from keystrokes to changed answers."""
    page.wait_for_timeout(500)
    waits: list[float] = page.evaluate(LATENCY, KEYSTROKES)
    return waits


def report(results: Results) -> str:
    """Write the results for a reader."""
    ours, plain = statistics.median(results.ours_ms), statistics.median(results.plain_ms)
    again = statistics.median(results.again_ms)
    worst = sorted(results.again_ms)[int(len(results.again_ms) * 0.95)]
    rows = (
        ("First answer, cold, median", f"{ours:.0f} ms", f"{plain:.0f} ms", ""),
        ("… as a share of plain", f"{results.ratio:.2f}", "1", f"≤ {MOST_OF_PLAIN}"),
        (
            "Runtime over the wire, gzip",
            f"{results.ours_bytes / 1e6:.2f} MB",
            f"{results.plain_bytes / 1e6:.2f} MB",
            f"≤ {MOST_BYTES / 1e6:.1f} MB",
        ),
        ("Page without the runtime, gzip", f"{results.page_bytes / 1e6:.2f} MB", "the same", ""),
        ("Later answer, median", f"{again:.1f} ms", "", f"≤ {MOST_LATENCY_MS} ms"),
        ("Later answer, 95th of 100", f"{worst:.1f} ms", "", ""),
    )
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"""# How long a reader waits

{results.machine}; Chromium {results.chromium}; Pyodide {results.pyodide}; server on the same machine; {len(results.ours_ms)} cold runs of each, in turn.
Compare within the table: times of another day or machine differ.

| | Ours | Plain Pyodide | Target |
|---|---|---|---|
{table}

Runs, ms: ours {results.ours_ms}, plain {results.plain_ms}.
Made by `make bench`.
"""


if __name__ == "__main__":
    sys.exit(main())
