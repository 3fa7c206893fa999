"""Write what was measured for a reader: a page of one screen, and a plot."""

import statistics
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OURS, LATER, PLAIN, COMMON = "ours", "ours, later visit", "plain Pyodide", "a common question"

TARGETS = {"localhost": 0.25, "fast 4G": 0.45, "slow 4G, CPU ÷ 4": 0.45}
"""The first answer, as a share of plain Pyodide's."""


def medians(results: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Give the median of each way on each net."""
    return {
        net: {name: statistics.median(times) for name, times in found.items() if times}
        for net, found in results["starts_ms"].items()
    }


def quantile(times: list[float], share: float) -> float:
    """Find the time that so many do not exceed.

    >>> quantile([4, 1, 3, 2], 0.5)
    3
    """
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def report(results: dict[str, Any]) -> str:
    """Write the results."""
    found = medians(results)
    names = list(next(iter(found.values())))
    rows = []
    for name in names:
        times = " | ".join(
            f"{found[net][name] / 1000:.2f} s ({found[net][name] / found[net][PLAIN]:.2f})"
            for net in found
        )
        size = results["bytes"].get(name)
        held = results["memory_mb"].get(name)
        size = f"{size / 1e6:.2f} MB" if size else ""
        held = f"{held:.0f} MB" if held else ""
        rows.append(f"| {name} | {times} | {size} | {held} |")
    targets = " | ".join(f"≤ {TARGETS[net]}" for net in found)
    rounds = len(results["starts_ms"]["localhost"][OURS])
    again = "; ".join(
        f"{name} {quantile(times, 0.5)} and {quantile(times, 0.95)}"
        for name, times in results["again_ms"].items()
    )
    keystrokes = min(len(times) for times in results["again_ms"].values())
    common = ", ".join(
        f"{net} {statistics.median(times):.0f} ms" for net, times in results["common_ms"].items()
    )
    later = found["localhost"][LATER] / found["localhost"][OURS]
    encoded = ", ".join(
        f"{size / 1e6:.2f} MB {name if name == 'as stored' else f'with {name}'}"
        for name, size in results["bytes_by_encoding"].items()
    )
    built = ", ".join(f"{number} pages in {took} s" for number, took in results["build_s"].values())
    table = "\n".join(rows)
    return f"""# How long a reader waits

{results["machine"]}; Chromium {results["chromium"]}; Pyodide {results["pyodide"]}; medians of {rounds} rounds, every way in turn in each.
In brackets: as a share of plain Pyodide. Compare within the table: times of another day or machine differ.

| First answer | {" | ".join(found)} | On the wire | Memory of the tab |
|---|{"---|" * len(found)}---|---|
{table}
| target for ours | {targets} | | |

![The same as bars](results.svg)

- A common question, which the build has asked before: the first right number stands there so long after the key: {common}. Wanted on fast 4G: 500 ms.
- A later visit of ours on localhost takes {later:.2f} of the first. Wanted: 0.5.
- Until its first answer ours takes {encoded}. The runtime alone: {results["runtime_gzip"] / 1e6:.2f} MB with gzip (wanted: 2.9), {results["runtime_brotli"] / 1e6:.2f} MB with Brotli (wanted: 2.3).
- From a keystroke to the changed answer, once Python runs, median and 95th of {keystrokes}, ms: {again}. Wanted: 16.
- To build the pages with MkDocs, once each: {built}.
- The nets are a proxy's: 9 Mbit/s with 170 ms, 1.6 Mbit/s with 560 ms. The slow CPU is Chromium's own brake, which slows the page's thread and not its worker's.
- Ours is sent with Brotli, as its hosts are told to; the others with gzip. “One rule” means that: a share of 1RM, rounded down, without screening, units or sources.
- stlite is not there: npm has its script, but the numpy and pandas that it starts with are built for browsers on a host of its own alone.

Made by `make bench`.
"""


def plot(results: dict[str, Any]) -> str:
    """Draw the first answers as bars, a group for each net, each as a share of plain Pyodide."""
    found = medians(results)
    lines, y = [], 24
    for net, times in found.items():
        lines.append(f'<text x="8" y="{y}" font-weight="bold">{net}</text>')
        y += 10
        for name, time in times.items():
            width = round(420 * time / max(times.values()))
            fill = "#0a7" if name.startswith("ours") else "#889"
            lines.append(
                f'<rect x="230" y="{y}" width="{width}" height="14" fill="{fill}"/>'
                f'<text x="222" y="{y + 12}" text-anchor="end">{name}</text>'
                f'<text x="{236 + width}" y="{y + 12}">{time / 1000:.2f} s</text>'
            )
            y += 20
        y += 24
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="740" height="{y}" viewBox="0 0 740 {y}" '
        'font-family="sans-serif" font-size="12" role="img">'
        "<title>First answers on three nets</title>"
        f'<rect width="740" height="{y}" fill="#fff"/>{"".join(lines)}</svg>\n'
    )
