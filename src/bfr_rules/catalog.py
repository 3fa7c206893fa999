"""Everything there is, listed by hand: calculators, advised ranges, cited works."""

from __future__ import annotations

from bfr_rules import references
from bfr_rules.aerobic import AEROBIC
from bfr_rules.equipment import EQUIPMENT
from bfr_rules.loads import TRAINING_LOAD
from bfr_rules.model import AdvisedRange, Calculator
from bfr_rules.one_rm import ONE_RM
from bfr_rules.plans import PLAN
from bfr_rules.pressure import PRESSURE, PRESSURE_EXPLORER
from bfr_rules.rest import REST
from bfr_rules.screening import NO_SETTINGS, SCREENING
from bfr_rules.sessions import SESSION
from bfr_rules.signs import SIGNS

CALCULATORS: tuple[Calculator, ...] = (
    SCREENING,
    EQUIPMENT,
    PRESSURE,
    PRESSURE_EXPLORER,
    ONE_RM,
    TRAINING_LOAD,
    SESSION,
    REST,
    AEROBIC,
    PLAN,
)
"""The calculators, in the order in which a person needs them."""

ADVISED: tuple[AdvisedRange, ...] = (
    references.BFR_INTENSITY,
    references.FIRST_SESSIONS_INTENSITY,
    references.HEAVY_INTENSITY,
    references.SETS_PER_EXERCISE,
    references.REPETITIONS_PER_EXERCISE,
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


def calculator(slug: str) -> Calculator:
    """Find a calculator by its slug.

    Raises:
        KeyError: There is none of that name.

    >>> print(calculator("training-load").title)
    Training load
    """
    return {each.slug: each for each in CALCULATORS}[slug]


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
    cites = [cite for each in CALCULATORS for cite in each.cites]
    cites += [cite for each in ADVISED for cite in each.cites]
    cites += [cite for each in SIGNS for cite in each.cites]
    cites += [cite for each in NO_SETTINGS.values() if each.stop for cite in each.stop.cites]
    return tuple(sorted({cite.key for cite in cites}))
