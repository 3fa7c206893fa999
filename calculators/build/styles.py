"""The style sheets, and the order in which they win over each other: here alone.

Each stands in the cascade layer of its kind. A later layer wins over an earlier one, whatever their selectors weigh;
inside a layer the weight of the selector decides, and then what comes later. A page waits for each sheet that it asks
for, and on a slow net one is soonest there: so the build joins them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calculators.paths import ROOT

FOLDER = ROOT / "calculators"

LAYERS: Mapping[str, Sequence[str]] = {
    "tokens": ("styles/tokens.css",),
    "guide": (
        "styles/ground.css",
        "styles/controls.css",
        "styles/head.css",
        "styles/search.css",
        "styles/page.css",
        "styles/prose.css",
        "styles/drawings.css",
        "styles/margin.css",
        "styles/home.css",
        "styles/foot.css",
        "styles/pages.css",
        "styles/figures.css",
        "styles/findings.css",
        "styles/glossary.css",
        "browser/calculator/desk.css",
        "browser/gate/gate.css",
        "browser/calculator/readout.css",
        "browser/calculator/form.css",
        "browser/calculator/ticks.css",
        "browser/calculator/outcome.css",
        "browser/calculator/weeks.css",
        "browser/calculator/keep.css",
        "browser/calculator/tables.css",
        "styles/inline.css",
        "browser/flow/flow.css",
        "browser/player/screen.css",
        "browser/player/controls.css",
        "browser/player/sheets.css",
        "browser/player/signal.css",
        "browser/player/choice.css",
        "browser/player/under-way.css",
        "browser/player/last-time.css",
        "browser/player/count.css",
        "browser/embed/embed.css",
        "browser/numbers/numbers.css",
        "styles/print.css",
    ),
    "last": ("styles/last.css",),
}
"""The sheets of each layer, in order, by their path in `calculators/`."""


def joined(layers: Mapping[str, Sequence[str]] = LAYERS) -> str:
    """Give all sheets as one, each in its layer."""
    order = f"@layer {', '.join(layers)};"
    return "\n".join((order, *(f"@layer {layer} {{\n{text(layers[layer])}}}" for layer in layers)))


def text(sheets: Sequence[str]) -> str:
    """Give some sheets, one after the other."""
    return "\n".join((FOLDER / sheet).read_text("utf-8") for sheet in sheets)
