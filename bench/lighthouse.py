"""What Lighthouse says of five kinds of page, on a phone and on a desk, and which audits it failed.

Performance is a matter of the machine: measure it on one that does nothing else, with several rounds, of which the median
counts. The other marks are the same on every machine.

    .venv/bin/python -m bench.lighthouse            once
    .venv/bin/python -m bench.lighthouse ROUNDS     as often
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from calculators.build.site import SITE
from calculators.dev.browser import ensure_chromium, launch_arguments
from calculators.dev.preview import running

LIGHTHOUSE = "lighthouse@12.8.2"
"""Fetched by npm when it is asked for: nothing else needs it."""

PAGES = {
    "home": "",
    "Start here": "start/",
    "a calculator": "calculate/training-load/",
    "the timer": "do/player/",
    "an article": "learn/muscle-size/",
}
SCREENS: dict[str, tuple[str, ...]] = {"phone": (), "desk": ("--preset=desktop",)}
MARKS = ("performance", "accessibility", "best-practices", "seo")
LEAST = dict.fromkeys(MARKS[1:], 100)
LEAST_PERFORMANCE = {"phone": 0, "desk": 95}
"""A phone's is told and not judged: Lighthouse slows the machine down by a factor, whatever it is."""

TIMES = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
}


def main(rounds: int = 1) -> int:
    """Measure all of it and print it as a table; 1 when a mark is too low."""
    npx = shutil.which("npx")
    if npx is None or not (SITE / "index.html").is_file() or ensure_chromium():
        print("This needs npx, Chromium and a built site: run make site.", file=sys.stderr)
        return 1
    print(f"| page | {' | '.join((*MARKS, *TIMES.values()))} |\n|---{'|---' * 8}|", flush=True)
    low = []
    with running(SITE) as server, TemporaryDirectory() as folder:
        for screen, flags in SCREENS.items():
            for name, path in PAGES.items():
                said = Path(folder) / "said.json"
                command = [npx, "--yes", LIGHTHOUSE, server.url + path, *flags]
                told = [measured(command, said) for _ in range(rounds)]
                print(row(f"{name}, {screen}", told), flush=True)
                low += [f"{name}, {screen}: {each}" for each in too_low(told, screen)]
    for each in low:
        print(each, file=sys.stderr)
    return 1 if low else 0


def measured(command: list[str], said: Path) -> dict[str, Any]:
    """Run Lighthouse once and read what it says."""
    launch = launch_arguments()
    flags = f"--chrome-flags={' '.join(('--headless', *launch['args']))}"
    subprocess.run(
        [*command, flags, "--quiet", "--output=json", f"--output-path={said}"],
        env=os.environ | {"CHROME_PATH": launch["executable_path"]},
        check=True,
    )
    told: dict[str, Any] = json.loads(said.read_text("utf-8"))
    if "runtimeError" in told:
        raise RuntimeError(told["runtimeError"]["message"])
    return told


def mark(told: list[dict[str, Any]], name: str) -> int:
    """Give the median of a mark, of 100."""
    scores: list[float] = [each["categories"][name]["score"] for each in told]
    return round(statistics.median(scores) * 100)


def row(name: str, told: list[dict[str, Any]]) -> str:
    """Write the row of a page: its marks, then its times from the round in the middle of each."""
    marks = [str(mark(told, each)) for each in MARKS]
    middle = sorted(told, key=lambda each: each["categories"]["performance"]["score"])
    audits = middle[len(middle) // 2]["audits"]
    times = [audits[each]["displayValue"].replace("\N{NO-BREAK SPACE}", " ") for each in TIMES]
    return f"| {' | '.join((name, *marks, *times))} |"


def too_low(told: list[dict[str, Any]], screen: str) -> list[str]:
    """List the marks that are too low, each with the audits that cost it something."""
    least = LEAST | {"performance": LEAST_PERFORMANCE[screen]}
    found = []
    for name, lowest in least.items():
        if mark(told, name) < lowest:
            audits = told[-1]["audits"]
            failed = [
                audits[each["id"]]["title"]
                for each in told[-1]["categories"][name]["auditRefs"]
                if each["weight"]
                and (audits[each["id"]]["score"] or 0) < 1
                and audits[each["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual"}
            ]
            found.append(f"{name} {mark(told, name)}, below {lowest}: {'; '.join(failed)}")
    return found


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])) if len(sys.argv) > 1 else main())
