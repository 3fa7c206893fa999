"""Where numbers come from: a work, a place in it, and how it was checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from bfr_rules.quantity import Percent, Range, Unit
from bfr_rules.text import Text
from bfr_rules.times import Duration


class State(Enum):
    """How a number was checked against its source."""

    READ = "V"
    """Read in the source itself."""
    SECONDARY = "VS"
    """Read in a later work that reprints it."""
    RECALLED = "R"
    """From memory: never a number that a reader acts on."""
    OURS = "OURS"
    """A cautious choice of this project, said as such on the page."""


@dataclass(frozen=True)
class Work:
    """A source as the rules know it; the whole record is in `references.json`."""

    key: str
    short: str
    title: str
    year: int | None
    url: str


@dataclass(frozen=True)
class Citation:
    """A work, the place in it, and how that place was checked."""

    key: str
    place: str
    state: State


@dataclass(frozen=True)
class AdvisedRange:
    """A published range; the page, the caution and the reference table all read this one place.

    Raises:
        ValueError: It has no citation, or rests on memory.
    """

    name: str
    label: Text
    range: Range
    unit: Unit
    cites: tuple[Citation, ...]
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a number that no reader could find again."""
        must_be_cited(self.name, self.cites)

    def __str__(self) -> str:
        """Write the range with its unit."""
        return self.range.text(self.unit)

    def words(self) -> str:
        """Say the range with its unit."""
        return self.range.words(self.unit)

    def has(self, value: Percent | Duration | int) -> bool:
        """Tell whether a value lies in the range, ends included."""
        number = Fraction(value) if isinstance(value, int) else value.magnitude(self.unit)
        return self.range.contains(number)

    @property
    def low(self) -> Fraction:
        """The lowest number advised."""
        return _end(self.name, self.range.low)

    @property
    def high(self) -> Fraction:
        """The highest number advised."""
        return _end(self.name, self.range.high)

    @property
    def longest(self) -> Duration:
        """The highest number of a range of time, as a time."""
        return Duration.of(self.high, self.unit)

    @property
    def shortest(self) -> Duration:
        """The lowest number of a range of time, as a time."""
        return Duration.of(self.low, self.unit)


@dataclass(frozen=True)
class Coefficient:
    """A published number inside a formula.

    Raises:
        ValueError: It has no citation, or rests on memory.
    """

    name: str
    value: Fraction
    cites: tuple[Citation, ...]

    def __post_init__(self) -> None:
        """Refuse a number that no reader could find again."""
        must_be_cited(self.name, self.cites)


def must_be_cited(name: str, cites: tuple[Citation, ...]) -> None:
    """Refuse what has no citation, or rests on memory."""
    if not cites:
        message = f"{name} has no citation"
        raise ValueError(message)
    if all(each.state is State.RECALLED for each in cites):
        message = f"{name} rests on memory alone"
        raise ValueError(message)


def _end(name: str, end: Fraction | None) -> Fraction:
    if end is None:
        message = f"{name} is open at this end"
        raise ValueError(message)
    return end
