"""Published formulas for the 1RM."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.citation import Citation, Coefficient, State
from bfr_rules.quantity import Mass
from bfr_rules.references import cite
from bfr_rules.text import Text

SHOWN_PLACES = 1
"""Estimates are shown to a tenth of a kilogram or pound: more would pretend."""

REPRINTED = "formula as reprinted in later work"


@dataclass(frozen=True)
class Formula:
    """A published formula: how many times the lifted weight the 1RM is, for some repetitions."""

    name: str
    says: Text
    times: Callable[[int], Fraction]
    cites: tuple[Citation, ...]

    def one_rm(self, load: Mass, repetitions: int) -> Mass:
        """Estimate the 1RM. One repetition is the 1RM itself, whatever the formula says.

        >>> print(EPLEY.one_rm(Mass.kg(60), 10))
        80 kg
        """
        return load if repetitions == 1 else load * self.times(repetitions)


def _exact(value: float) -> Fraction:
    """Round a float before it meets anything exact: its last bit may differ between machines."""
    return Fraction(round(value * 10**9), 10**9)


EPLEY = Formula(
    "Epley",
    Text("weight × (1 + repetitions ÷ 30)"),
    lambda r: 1 + Fraction(r, 30),
    (cite("epley1985", REPRINTED, State.SECONDARY),),
)
BRZYCKI = Formula(
    "Brzycki",
    Text("weight × 36 ÷ (37 − repetitions)"),
    lambda r: Fraction(36, 37 - r),
    (cite("brzycki1993", REPRINTED, State.SECONDARY),),
)
LANDER = Formula(
    "Lander",
    Text("100 × weight ÷ (101.3 − 2.67123 × repetitions)"),
    lambda r: 100 / (Fraction("101.3") - Fraction("2.67123") * r),
    (cite("lander1985", REPRINTED, State.SECONDARY),),
)
LOMBARDI = Formula(
    "Lombardi",
    Text("weight × repetitions to the power of 0.10"),
    lambda r: _exact(math.pow(r, 0.10)),
    (cite("lombardi1989", REPRINTED, State.SECONDARY),),
)
MAYHEW = Formula(
    "Mayhew",
    Text("100 × weight ÷ (52.2 + 41.9 × e to the power of −0.055 × repetitions)"),
    lambda r: _exact(100 / (52.2 + 41.9 * math.exp(-0.055 * r))),
    (cite("mayhew1992", REPRINTED, State.SECONDARY),),
)
OCONNER = Formula(
    "O'Conner",
    Text("weight × (1 + 0.025 × repetitions)"),
    lambda r: 1 + Fraction("0.025") * r,
    (cite("oconner1989", REPRINTED, State.SECONDARY),),
)
WATHAN = Formula(
    "Wathan",
    Text("100 × weight ÷ (48.8 + 53.8 × e to the power of −0.075 × repetitions)"),
    lambda r: _exact(100 / (48.8 + 53.8 * math.exp(-0.075 * r))),
    (cite("wathan1994", REPRINTED, State.SECONDARY),),
)
FORMULAS = (EPLEY, BRZYCKI, LANDER, LOMBARDI, MAYHEW, OCONNER, WATHAN)

TEN_RM = 10
TESTED = {"ten_rm": TEN_RM, "five_rm": 5}
"""Repetitions of the tests that are named for them."""

HACKETT = cite("hackett2017", "abstract")
HALPERIN = cite("halperin2022", "abstract")
SURE_RESERVE = Coefficient(
    "repetitions left up to which a guess on the leg press is at most one off",
    Fraction(3),
    (HACKETT,),
)

MOST_REPETITIONS = 12
"""Up to here a band is shown without one number; beyond it the formulas drift too far apart."""


@dataclass(frozen=True)
class FiveRm:
    """A line through measured 5RM and 1RM on one machine, in kilograms."""

    says: Text
    slope: Coefficient
    intercept: Coefficient
    error: Coefficient
    least: Mass

    def one_rm(self, load: Mass) -> Mass:
        """Estimate the 1RM in kilograms.

        >>> print(LEG_PRESS.one_rm(Mass.kg(80)).rounded(1))
        102 kg
        """
        return Mass.kg(self.slope.value * load.in_kg + self.intercept.value)


REYNOLDS = (cite("reynolds2006", "abstract"),)
LEG_PRESS = FiveRm(
    Text("1.0970 × 5RM + 14.2546 kg"),
    Coefficient("leg press slope", Fraction("1.0970"), REYNOLDS),
    Coefficient("leg press intercept, kg", Fraction("14.2546"), REYNOLDS),
    Coefficient("leg press standard error, kg", Fraction("16.16"), REYNOLDS),
    # The intercept makes small loads absurd (10 kg would give 25 kg); the limit is ours.
    least=Mass.kg(40),
)
CHEST_PRESS = FiveRm(
    Text("1.1307 × 5RM + 0.6999 kg"),
    Coefficient("chest press slope", Fraction("1.1307"), REYNOLDS),
    Coefficient("chest press intercept, kg", Fraction("0.6999"), REYNOLDS),
    Coefficient("chest press standard error, kg", Fraction("2.98"), REYNOLDS),
    least=Mass.kg(5),
)
FIVE_RM_LIFTS = {"leg_press": LEG_PRESS, "chest_press": CHEST_PRESS}
