"""Everything there is, listed by hand: calculators, advised ranges, cited works.

A calculator's module is imported when the calculator is first asked for: a reader's browser waits for one, not for ten.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from bfr_rules import references
from bfr_rules.calculator import Calculator
from bfr_rules.citation import AdvisedRange
from bfr_rules.gate import NO_SETTINGS

PLACES: Mapping[str, str] = {
    "screening": "screening.declaration.SCREENING",
    "check": "screening.short.CHECK",
    "equipment": "equipment.EQUIPMENT",
    "pressure": "pressure.declaration.PRESSURE",
    "pressure-explorer": "pressure_explorer.PRESSURE_EXPLORER",
    "one-rm": "one_rm.declaration.ONE_RM",
    "training-load": "loads.declaration.TRAINING_LOAD",
    "session": "sessions.declaration.SESSION",
    "rest": "rest.REST",
    "aerobic": "aerobic.declaration.AEROBIC",
    "plan": "plans.declaration.PLAN",
    "light": "light.LIGHT",
    "next-time": "next_time.declaration.NEXT_TIME",
}
"""Where each calculator is declared, by its slug, in the order in which a person needs them."""

if TYPE_CHECKING:
    CALCULATORS: tuple[Calculator, ...]
    """Every calculator, in that order."""

ADVISED: tuple[AdvisedRange, ...] = (
    references.BFR_INTENSITY,
    references.FIRST_SESSIONS_INTENSITY,
    references.HEAVY_INTENSITY,
    references.SETS_PER_EXERCISE,
    references.REPETITIONS_PER_EXERCISE,
    references.MOST_REPETITIONS,
    references.EXERCISES_PER_LIMB,
    references.USUAL_LIMB_REPETITIONS,
    references.MOST_LIMB_REPETITIONS,
    references.MOST_SESSION_REPETITIONS,
    references.MOST_SESSION_TIME,
    references.REPETITION_TEMPO,
    references.REST_BETWEEN_SETS,
    references.RESTRICTION_PER_EXERCISE,
    references.ARM_CEILING,
    references.LEG_CEILING,
    references.OPEN_BETWEEN_EXERCISES,
    references.SESSIONS_PER_WEEK,
    references.SESSION_GAP,
    references.SHORT_BLOCK_WEEKS,
    references.SHORT_BLOCK_SESSIONS,
    references.FORMULA_REPETITIONS,
    references.CUFF_PRESSURE,
    references.AEROBIC_INTENSITY,
    references.WALKING_SPEED,
    references.LIGHT_EFFORT,
    references.LIGHT_RESERVE,
)
"""Every published range, in the order of the reference table."""


def __getattr__(name: str) -> tuple[Calculator, ...]:
    """Give `CALCULATORS`, for which every module is needed."""
    if name != "CALCULATORS":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return tuple(calculator(slug) for slug in PLACES)


def calculator(slug: str) -> Calculator:
    """Find a calculator by its slug.

    Raises:
        KeyError: There is none of that name.

    >>> print(calculator("training-load").title)
    Training load
    """
    module, _, name = PLACES[slug].rpartition(".")
    found: Calculator = getattr(import_module(f"bfr_rules.{module}"), name)
    return found


def advised(name: str) -> AdvisedRange:
    """Find an advised range by its name.

    Raises:
        KeyError: There is none of that name.

    >>> print(advised("bfr-intensity"))
    20–40 % 1RM
    """
    return {each.name: each for each in ADVISED}[name]


def cited_keys() -> tuple[str, ...]:
    """List the works that a calculator, an advised range, a stop or a sign names as its source.

    >>> "patterson2019" in cited_keys()
    True
    """
    from bfr_rules.signs import SIGNS  # noqa: PLC0415 - asked when the site is built, not by a reader

    cites = [cite for slug in PLACES for cite in calculator(slug).cites]
    cites += [cite for each in ADVISED for cite in each.cites]
    cites += [cite for each in SIGNS for cite in each.cites]
    cites += [cite for each in NO_SETTINGS.values() if each.stop for cite in each.stop.cites]
    return tuple(sorted({cite.key for cite in cites}))
