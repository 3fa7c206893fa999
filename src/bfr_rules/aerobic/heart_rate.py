"""A heart rate at a share of the reserve."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.citation import Coefficient, State
from bfr_rules.quantity import HeartRate, Percent
from bfr_rules.references import AEROBIC_INTENSITY, LIGHT_RESERVE, cite
from bfr_rules.text import Text

TANAKA = (
    cite("tanaka2001", "formula", State.SECONDARY),
    cite("nikolaidis2018", "abstract"),
)
AT_BIRTH = Coefficient("highest heart rate of the formula at age 0", Fraction(208), TANAKA)
EACH_YEAR = Coefficient("beats that the formula takes off each year", Fraction(7, 10), TANAKA)
OFF_BY = Coefficient(
    "beats that a formula of age may be off, either way",
    Fraction(10),
    (cite("robergs2002", "abstract"), cite("gellish2007", "introduction")),
)
RESERVE = (cite("karvonen1957", "formula", State.SECONDARY),)
UNDER_A_CUFF = cite("ozaki2010", "abstract")
HALF = Percent(AEROBIC_INTENSITY.high)
"""No heart rate of this calculator reaches this share of the reserve."""


def highest(age: int) -> HeartRate:
    """Estimate the highest heart rate from age; it may be off by `OFF_BY` either way.

    Source: tanaka2001, formula.

    >>> print(highest(40))
    180 beats/min
    """
    return HeartRate(AT_BIRTH.value - EACH_YEAR.value * age)


def at_share(share: Percent, resting: HeartRate, highest_rate: HeartRate) -> HeartRate:
    """Find the heart rate at a share of the reserve, exactly.

    Source: karvonen1957, formula.

    >>> at_share(Percent(30), HeartRate.bpm(65), highest(40)).value
    Fraction(199, 2)
    """
    reserve = highest_rate.value - resting.value
    return HeartRate(resting.value + reserve * share.value / 100)


def _floor(rate: HeartRate) -> HeartRate:
    """Round down: a little too slow is the careful side."""
    return HeartRate(Fraction(math.floor(rate.value)))


@dataclass(frozen=True)
class Zone:
    """Heart rates to keep to: light effort from low to high, and one never to reach."""

    low: HeartRate
    high: HeartRate
    slow_down: HeartRate

    @property
    def text(self) -> Text:
        """Both ends, as a sentence says them."""
        return Text("{low} to {high}", low=math.floor(self.low.value), high=self.high)


def zone(resting: HeartRate, highest_rate: HeartRate) -> Zone:
    """Find light effort, and where half of the reserve may begin.

    Half is taken of the lowest reserve that the error of the formula allows.

    >>> found = zone(HeartRate.bpm(65), highest(40))
    >>> print(found.text, "| slow down at", found.slow_down)
    99 to 109 beats/min | slow down at 117 beats/min
    """
    at_least = HeartRate(highest_rate.value - OFF_BY.value)
    return Zone(
        _floor(at_share(Percent(LIGHT_RESERVE.low), resting, highest_rate)),
        _floor(at_share(Percent(LIGHT_RESERVE.high), resting, highest_rate)),
        _floor(at_share(HALF, resting, at_least)),
    )
