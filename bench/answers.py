"""What an answer costs: how often it is read and ruled, and how long a reader waits for it after a key.

The counts are taken in this Python, the times in Chromium against `make preview`'s server. Python answers one keystroke
after another, for each of several calculators; what would change an answer is asked for once nobody types.

    python -m bench.answers
"""

import json
import statistics
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from playwright.sync_api import sync_playwright

from bench.startup import FIRST_ANSWER
from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS
from bfr_rules.inputs.answers import read
from calculators.build.site import SITE
from calculators.dev.browser import ensure_chromium, launch_arguments
from calculators.dev.preview import running

KEYSTROKES = 60
TYPED = {
    "training-load": ("one_rm", 80),
    "session": ("rest_s", 30),
    "rest": ("rest_s", 30),
    "one-rm": ("load", 60),
    "aerobic": ("age", 30),
    "plan": ("session_min", 30),
}
"""For each calculator a question, and the first of the numbers that are typed into it."""

LATENCY = """
([name, first, keystrokes]) => new Promise((resolve) => {
  const field = document.querySelector(`bfr-calculator input[name=${name}]`);
  const calculator = field.closest("bfr-calculator");
  const waits = [];
  let typed = 0;
  calculator.addEventListener("bfr-change", ({ detail }) => {
    if (!typed || detail.dirty) return;
    waits.push(performance.now() - typed);
    typed = 0;
    if (waits.length === keystrokes) resolve(waits);
    else setTimeout(press, 30);
  });
  const press = () => {
    field.value = String(first + (waits.length % 40));
    typed = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  press();
})
"""
"""Types one number after another and waits for the answer to each."""


def main() -> int:
    """Count and measure, and write the results beside this file."""
    if ensure_chromium():
        return 1
    table = "\n".join(f"| {' | '.join(map(str, row))} |" for row in (*counts(), *waits()))
    print(table)
    Path(__file__).with_suffix(".md").write_text(
        f"# What an answer costs\n\n{table}\n\nMade by `python -m bench.answers`.\n", "utf-8"
    )
    return 0


def screened() -> str:
    """Give what a tab keeps of a screening of today that found no reason: without one a plan is not asked."""
    day = datetime.now().astimezone().date().isoformat()
    found: dict[str, object] = {"level": "none", "lasting": "none", "limits": [], "closed": []}
    nobody: dict[str, object] = {"release_by": [], "release": None, "short": False}
    return json.dumps({**found, **nobody, "on": day, "today_on": day})


def counts() -> list[tuple[object, ...]]:
    """Count readings and rules of an answer to each calculator's first example, and time it in this Python."""
    rows: list[tuple[object, ...]] = [
        ("Calculator", "readings", "rules", "this Python, median"),
        ("---",) * 4,
    ]
    for asked in CALCULATORS:
        request: dict[str, Any] = {"calculator": asked.slug, "answers": asked.examples[0].given}
        text = json.dumps(request | {"part": "answer"})
        called: Counter[CodeType] = Counter()

        def note(
            frame: FrameType, event: str, _: object, called: Counter[CodeType] = called
        ) -> None:
            if event == "call":
                called[frame.f_code] += 1

        sys.setprofile(note)
        bridge.answer(text)
        sys.setprofile(None)
        times = []
        for _ in range(100):
            began = time.perf_counter()
            bridge.answer(text)
            times.append((time.perf_counter() - began) * 1000)
        median = f"{statistics.median(times):.2f} ms"
        readings, rules = called[read.__code__], called[asked.rule.__code__]
        rows.append((asked.slug, readings, rules, median))
    return rows


def waits() -> list[tuple[object, ...]]:
    """Measure from keystrokes to answers in the browser."""
    rows: list[tuple[object, ...]] = [
        ("Typed into", "p50", "p95", "keystrokes"),
    ]
    with running(SITE) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        for slug, (name, first) in TYPED.items():
            page = browser.new_page()
            page.add_init_script(f"sessionStorage['bfr-standing'] = {json.dumps(screened())}")
            page.goto(f"{server.url}calculate/{slug}/", wait_until="domcontentloaded")
            page.evaluate(
                "(name) => customElements.whenDefined('bfr-calculator').then(() => {"
                " const field = document.querySelector(`bfr-calculator input[name=${name}]`);"
                " field.dispatchEvent(new InputEvent('input', { bubbles: true })); })",
                name,
            )
            page.evaluate(FIRST_ANSWER)
            page.wait_for_timeout(500)
            took: list[float] = page.evaluate(LATENCY, [name, first, KEYSTROKES])
            p95 = statistics.quantiles(took, n=20)[-1]
            rows.append((slug, f"{statistics.median(took):.1f} ms", f"{p95:.1f} ms", KEYSTROKES))
            page.close()
    return rows


if __name__ == "__main__":
    sys.exit(main())
