"""Figures drawn at build time, placed by the `figure` fence of `calculators.markdown.extension`.

Figures are SVG in the page itself, coloured by the site's custom properties, so that they follow light and dark. Each
has a text alternative; numbers and words that need reading stand beside the figure. What is drawn stands in
`figures.json`, each number with its citation; published ranges come from the rules.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from calculators.figures.forest import forest
from calculators.figures.limb import limb_with_cuff
from calculators.figures.placement import cuff_placement
from calculators.figures.pressures import aop_by_cuff, fixed_pressure
from calculators.figures.rise import pressure_in_a_set
from calculators.figures.scale import intensity_scale
from calculators.figures.times import time_under_cuff
from calculators.figures.vessels import in_the_limb

DATA: Mapping[str, Any] = json.loads((Path(__file__).parent / "figures.json").read_text("utf-8"))
"""What is drawn, by figure: each number with its citation (key, place, and state as in `citation.State`)."""

PLAIN: Mapping[str, Callable[[], str]] = {
    "intensity-scale": intensity_scale,
    "limb-with-cuff": limb_with_cuff,
}
"""Figures without a frame: a page writes what stands around them."""

FORESTS = ("forest", "forest-knees", "forest-older", "forest-fitness", "forest-blood-pressure")
"""Published comparisons by year: one figure for each outcome."""

FRAMED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    **{name: partial(forest, name) for name in FORESTS},
    "aop-by-cuff": aop_by_cuff,
    "fixed-pressure": fixed_pressure,
    "time-under-cuff": time_under_cuff,
    "in-the-limb": in_the_limb,
    "cuff-placement": cuff_placement,
    "pressure-in-a-set": pressure_in_a_set,
}
"""Figures drawn from data, with their title, notes and table."""

FIGURES = (*PLAIN, *FRAMED)
"""The name of every figure."""


def figure(name: str) -> str:
    """Draw a figure; `name` is one of `FIGURES`."""
    if name in PLAIN:
        return f'<div class="bfr-figure">{PLAIN[name]()}</div>'
    return FRAMED[name](DATA[name])
