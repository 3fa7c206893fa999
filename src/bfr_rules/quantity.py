"""Values that know their unit. Arithmetic is exact: rationals inside, rounded only to be shown."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeVar

Exact = int | str | Fraction
"""What a quantity is built from. No float: 0.1 is not a tenth."""

KG_PER_LB = Fraction("0.45359237")
"""The international pound is exactly this many kilograms."""


def rounded(value: Fraction, places: int) -> Fraction:
    """Round half away from zero to a number of decimals, exactly.

    >>> rounded(Fraction("2.345"), 2)
    Fraction(47, 20)
    """
    size = _rounded_units(value, places)
    return Fraction(size if value >= 0 else -size, 10**places)


def _rounded_units(value: Fraction, places: int) -> int:
    """Round the size of a number to whole units of its last decimal."""
    scale: int = 10**places
    return (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)


def decimal(value: Fraction, places: int = 2) -> str:
    """Write an exact number with at most so many decimals and no trailing zeros.

    >>> decimal(Fraction("26.250")), decimal(Fraction(1, 3)), decimal(Fraction(-2))
    ('26.25', '0.33', '−2')
    """
    units = _rounded_units(value, places)
    whole, rest = divmod(units, 10**places)
    digits = str(rest).rjust(places, "0").rstrip("0") if rest else ""
    return f"{'−' if units and value < 0 else ''}{whole}{'.' + digits if digits else ''}"


class Unit(Enum):
    """A unit as it is written, as one is said and as many are said."""

    KG = ("kg", "kilogram", "kilograms")
    LB = ("lb", "pound", "pounds")
    SECOND = ("s", "second", "seconds")
    MINUTE = ("min", "minute", "minutes")
    HOUR = ("h", "hour", "hours")
    WEEK = ("weeks", "week", "weeks")
    PERCENT = ("%", "per cent", "per cent")
    PERCENT_1RM = ("% 1RM", "per cent of 1RM", "per cent of 1RM")
    PERCENT_AOP = ("% AOP", "per cent of AOP", "per cent of AOP")
    SET = ("sets", "set", "sets")
    REPETITION = ("repetitions", "repetition", "repetitions")
    EXERCISE = ("exercises", "exercise", "exercises")
    SESSION_A_WEEK = ("sessions a week", "session a week", "sessions a week")
    MMHG = ("mmHg", "millimetre of mercury", "millimetres of mercury")
    CM = ("cm", "centimetre", "centimetres")
    YEAR = ("years", "year", "years")
    BEAT_A_MINUTE = ("beats/min", "beat a minute", "beats a minute")
    KM_A_HOUR = ("km/h", "kilometre an hour", "kilometres an hour")
    RPE = ("RPE (6–20)", "on Borg's scale from 6 to 20", "on Borg's scale from 6 to 20")
    SESSION_A_DAY = ("sessions a day", "session a day", "sessions a day")

    @property
    def symbol(self) -> str:
        """The unit as it is written after a number."""
        return self.value[0]

    def after(self, number: str) -> str:
        """Write a number with its unit: "1 week", "3 weeks", "30 %"."""
        one = number == "1" and self.symbol == self.value[2]
        return f"{number} {self.value[1] if one else self.symbol}"

    def said(self, number: str) -> str:
        """Say a number with its unit: "1 kilogram", "30 per cent"."""
        return f"{number} {self.value[1] if number == '1' else self.value[2]}"


@functools.total_ordering
@dataclass(frozen=True, eq=False)
class Mass:
    """A mass in kilograms or pounds. Equal masses are equal in either unit.

    >>> Mass.lb("45").to(Unit.KG) == Mass.lb(45)
    True
    >>> print(Mass.lb(45).to(Unit.KG))
    20.41 kg
    """

    value: Fraction
    unit: Unit

    @classmethod
    def of(cls, value: Exact, unit: Unit) -> Mass:
        """Build a mass in kilograms or pounds.

        Raises:
            ValueError: The unit is not one of mass.
        """
        if unit not in {Unit.KG, Unit.LB}:
            message = f"{unit} is not a unit of mass"
            raise ValueError(message)
        return cls(Fraction(value), unit)

    @classmethod
    def kg(cls, value: Exact) -> Mass:
        """Build a mass in kilograms."""
        return cls.of(value, Unit.KG)

    @classmethod
    def lb(cls, value: Exact) -> Mass:
        """Build a mass in pounds."""
        return cls.of(value, Unit.LB)

    @property
    def in_kg(self) -> Fraction:
        """The number of kilograms, exactly."""
        return self.value * KG_PER_LB if self.unit is Unit.LB else self.value

    def to(self, unit: Unit) -> Mass:
        """Convert exactly to kilograms or pounds."""
        if unit is self.unit:
            return self
        return Mass.of(self.in_kg if unit is Unit.KG else self.in_kg / KG_PER_LB, unit)

    def __eq__(self, other: object) -> bool:
        """Tell whether both weigh the same."""
        return isinstance(other, Mass) and self.in_kg == other.in_kg

    def __lt__(self, other: Mass) -> bool:
        """Tell whether this one is lighter."""
        return self.in_kg < other.in_kg

    def __hash__(self) -> int:
        """Hash by weight, as equality compares."""
        return hash(self.in_kg)

    def __add__(self, other: Mass) -> Mass:
        """Add, in this one's unit."""
        return Mass(self.value + other.to(self.unit).value, self.unit)

    def __sub__(self, other: Mass) -> Mass:
        """Subtract, in this one's unit."""
        return Mass(self.value - other.to(self.unit).value, self.unit)

    def __mul__(self, factor: int | Fraction) -> Mass:
        """Multiply by an exact number."""
        return Mass(self.value * factor, self.unit)

    def __truediv__(self, divisor: int | Fraction) -> Mass:
        """Divide by an exact number."""
        return Mass(self.value / divisor, self.unit)

    def share_of(self, whole: Mass) -> Percent:
        """Find what per cent of another mass this one is.

        >>> print(Mass.kg(30).share_of(Mass.kg(100)))
        30 %
        """
        return Percent(self.in_kg / whole.in_kg * 100)

    def floor_to(self, step: Mass) -> Mass:
        """Round down to a whole number of steps, in the step's unit.

        >>> print(Mass.kg("26.25").floor_to(Mass.kg("2.5")))
        25 kg
        """
        return step * math.floor(self.in_kg / step.in_kg)

    def rounded(self, places: int) -> Mass:
        """Round to the digits that will be shown."""
        return Mass(rounded(self.value, places), self.unit)

    def __str__(self) -> str:
        """Write the mass with at most two decimals."""
        return f"{decimal(self.value)} {self.unit.symbol}"

    def words(self) -> str:
        """Say the mass."""
        return self.unit.said(decimal(self.value))


@dataclass(frozen=True, order=True)
class Pressure:
    """A pressure in millimetres of mercury.

    >>> print(Percent(50).of(Pressure.mmhg(187)).floor())
    93 mmHg
    """

    value: Fraction

    @classmethod
    def mmhg(cls, value: Exact) -> Pressure:
        """Build a pressure in millimetres of mercury."""
        return cls(Fraction(value))

    def __mul__(self, factor: int | Fraction) -> Pressure:
        """Multiply by an exact number."""
        return Pressure(self.value * factor)

    def share_of(self, whole: Pressure) -> Percent:
        """Find what per cent of another pressure this one is.

        >>> print(Pressure.mmhg(150).share_of(Pressure.mmhg(144)))
        104.2 %
        """
        return Percent(self.value / whole.value * 100)

    def floor(self) -> Pressure:
        """Round down to whole millimetres of mercury: a little too loose is the safe side."""
        return Pressure(Fraction(math.floor(self.value)))

    def __str__(self) -> str:
        """Write the pressure with at most one decimal."""
        return Unit.MMHG.after(decimal(self.value, 1))

    def words(self) -> str:
        """Say the pressure."""
        return Unit.MMHG.said(decimal(self.value, 1))


Scaled = TypeVar("Scaled", Mass, Pressure)
"""What a share can be taken of."""


@dataclass(frozen=True, order=True)
class HeartRate:
    """A heart rate in beats a minute.

    >>> print(HeartRate.bpm("111.4"))
    111 beats/min
    """

    value: Fraction

    @classmethod
    def bpm(cls, value: Exact) -> HeartRate:
        """Build a heart rate in beats a minute."""
        return cls(Fraction(value))

    def __str__(self) -> str:
        """Write whole beats a minute."""
        return Unit.BEAT_A_MINUTE.after(decimal(self.value, 0))

    def words(self) -> str:
        """Say whole beats a minute."""
        return Unit.BEAT_A_MINUTE.said(decimal(self.value, 0))


@dataclass(frozen=True, order=True)
class Percent:
    """A share in per cent: 30 means 30 %, never 0.3.

    >>> print(Percent("33.333"))
    33.3 %
    """

    value: Fraction

    def __init__(self, value: Exact) -> None:
        """Keep the exact share."""
        object.__setattr__(self, "value", Fraction(value))

    def of(self, whole: Scaled) -> Scaled:
        """Find this share of a mass or a pressure, in its unit.

        >>> print(Percent(30).of(Mass.lb(200)))
        60 lb
        """
        return whole * (self.value / 100)

    def shown(self) -> Percent:
        """Give the share with the digits that are shown, for what must agree with them."""
        return Percent(rounded(self.value, 1))

    def shown_up(self) -> Percent:
        """Give the lowest share with the digits that are shown which is not below this one."""
        return Percent(Fraction(math.ceil(self.value * 10), 10))

    def magnitude(self, unit: Unit) -> Fraction:
        """Give the number to hold against an advised range in per cent."""
        if unit not in {Unit.PERCENT, Unit.PERCENT_1RM, Unit.PERCENT_AOP}:
            message = f"a share is not counted in {unit.symbol}"
            raise ValueError(message)
        return self.value

    def __str__(self) -> str:
        """Write the share with at most one decimal."""
        return f"{decimal(self.value, 1)} %"

    def words(self) -> str:
        """Say the share."""
        return Unit.PERCENT.said(decimal(self.value, 1))


@dataclass(frozen=True)
class Range:
    """Numbers from a lowest to a highest, both included; an end may be open.

    >>> Range.of(20, 40).contains(Fraction(40)), Range.of(20, 40).contains(Fraction(41))
    (True, False)
    """

    low: Fraction | None
    high: Fraction | None

    @classmethod
    def of(cls, low: Exact | None, high: Exact | None) -> Range:
        """Build a range; `None` leaves an end open.

        Raises:
            ValueError: Both ends are open, or the lowest lies above the highest.
        """
        made = cls(None if low is None else Fraction(low), None if high is None else Fraction(high))
        if made.low is None and made.high is None:
            message = "a range needs at least one end"
            raise ValueError(message)
        if made.low is not None and made.high is not None and made.low > made.high:
            message = f"the lowest, {made.low}, lies above the highest, {made.high}"
            raise ValueError(message)
        return made

    def contains(self, value: Fraction) -> bool:
        """Tell whether a number lies in the range, ends included."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def _ends(self) -> tuple[str, str]:
        return (
            "" if self.low is None else decimal(self.low),
            "" if self.high is None else decimal(self.high),
        )

    def text(self, unit: Unit) -> str:
        """Write the range with its unit.

        >>> Range.of(20, 40).text(Unit.PERCENT_1RM), Range.of(3, None).text(Unit.MINUTE)
        ('20–40 % 1RM', 'at least 3 min')
        """
        low, high = self._ends()
        if low == high:
            return unit.after(low)
        if not high:
            return f"at least {unit.after(low)}"
        return unit.after(f"{low}–{high}") if low else f"at most {unit.after(high)}"

    def words(self, unit: Unit) -> str:
        """Say the range with its unit.

        >>> Range.of(20, 40).words(Unit.PERCENT_1RM)
        '20 to 40 per cent of 1RM'
        """
        low, high = self._ends()
        if low == high:
            return unit.said(low)
        if not high:
            return f"at least {unit.said(low)}"
        return unit.said(f"{low} to {high}") if low else f"at most {unit.said(high)}"
