"""Cuff pressure: a share of a measured AOP."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from bfr_rules.inputs import shared
from bfr_rules.limits import most_of
from bfr_rules.outcome import Outcome
from bfr_rules.pressure.found import Reading, answer_with
from bfr_rules.pressure.measured import GENTLER
from bfr_rules.pressure.stops import (
    NO_NUMBER_YET,
    OTHER,
    RAISED,
    RAISED_SYSTOLIC,
    another_position,
    doubtful,
    not_measured,
)
from bfr_rules.quantity import Percent, Pressure
from bfr_rules.references import CUFF_PRESSURE
from bfr_rules.standing import Limit

HALF = Percent(50)
"""In `START` of either limb."""


def pressure(
    aop_known: str,
    limb: str,
    side: str = shared.UNSAID,
    aop_mmhg: Pressure | None = None,
    position: str = "unknown",
    train_position: str = "sitting",
    percent_aop: Percent = HALF,
    cuff_width_cm: Fraction | None = None,
    systolic: Pressure | None = None,
    limits: tuple[Limit, ...] = (),
) -> Outcome:
    """Find a cuff pressure as a share of a measured AOP, rounded down to whole mmHg.

    Down, because a little too loose is the careful side. Nothing is converted: another cuff or limb
    needs another measurement, and so does another position, unless the true share is then smaller. The form starts without an AOP and without its position,
    so that nobody takes the pressure of an example for their own.

    Args:
        aop_known: `measured` with this cuff on this limb, `other` cuff or limb, or `not`.
        limb: `arm` or `leg`.
        side: `left`, `right` or `unsaid`.
        aop_mmhg: The AOP that was measured.
        position: In which it was measured: a key of `POSITIONS`, or `unknown`.
        train_position: In which it will be used.
        percent_aop: Share of it, advised `CUFF_PRESSURE`, at the start `START`.
        cuff_width_cm: Width, to hold the AOP against those of studies with like cuffs.
        systolic: The reader's own upper blood pressure; no true AOP lies below it.
        limits: Those of a screening: no pressure is named above their share.

    Returns:
        The pressure, what the start of `START` gives, and what must not be passed; a stop without
        pressure where there is no AOP for this cuff, limb and position, or where it looks wrong.

    Source: `CUFF_PRESSURE`, `START`, `PLAUSIBLE`, `SEEN`.

    >>> where = {"position": "lying", "train_position": "lying"}
    >>> half = {"aop_mmhg": Pressure.mmhg(187), "percent_aop": Percent(50), **where}
    >>> print(pressure("measured", "leg", **half).answer)
    93 mmHg
    """
    if aop_known == "not":
        return not_measured(limb)
    if aop_known == "other":
        return OTHER
    if aop_mmhg is None:
        return NO_NUMBER_YET
    if position != train_position and (position, train_position) not in GENTLER[limb]:
        return another_position(limb, position, train_position)
    if doubt := doubtful(limb, aop_mmhg, systolic):
        return doubt
    found = answer_with(
        Reading(limb, side, aop_mmhg, position, train_position, cuff_width_cm, systolic),
        percent_aop,
        most_of("percent_aop", limits) or Percent(CUFF_PRESSURE.high),
    )
    raised = systolic is not None and systolic >= RAISED_SYSTOLIC
    return replace(found, cautions=(RAISED, *found.cautions)) if raised else found
