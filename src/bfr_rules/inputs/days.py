"""Questions for a day, a time of day, or both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import cast

from bfr_rules.inputs.base import Question, line_of, out_of, read_as, refusal
from bfr_rules.quantity import Range
from bfr_rules.question import Raw
from bfr_rules.reading.characters import Line
from bfr_rules.reading.days import day, moment, time_of_day
from bfr_rules.text import Text
from bfr_rules.times import Date, Moment, TimeOfDay

YEARS = Range.of(2000, 2100)
"""Other years are slips of the finger."""


def _in_this_century(name: str, year: int, line: Line) -> None:
    if not YEARS.contains(Fraction(year)):
        raise refusal(
            name,
            "You typed “{typed}”. Enter a year from 2000 to 2100, for example 2026.",
            typed=line,
        )


@dataclass(frozen=True)
class MomentInput(Question):
    """A date and an hour on the reader's own clock."""

    default: str
    optional: bool = field(default=True, kw_only=True)

    def parse(self, raw: Raw) -> Moment:
        """Read "2026-11-24T18:30"."""
        ask = Text("Enter date and time as year-month-day and hour, for example 2026-11-24 18:30.")
        line = line_of(self.name, raw, ask)
        found = read_as(self.name, ask, lambda: moment(line))
        _in_this_century(self.name, found.at.year, line)
        return found

    def controls(self, answers: Mapping[str, Raw]) -> dict[str, Raw]:
        """Write date and hour as a browser's field holds them."""
        raw = answers.get(self.name, self.default)
        return {self.name: raw if isinstance(raw, list) else raw.replace(" ", "T")}

    def write(self, value: object) -> str:
        """Write date and hour as a program does."""
        return f"{cast('Moment', value).at:%Y-%m-%d %H:%M}"

    def schema(self) -> dict[str, object]:
        """Describe the date and hour in JSON Schema."""
        return {"type": "string", "examples": ["2026-11-24T18:30"]}


@dataclass(frozen=True)
class DateInput(Question):
    """A day on the reader's own calendar."""

    default: str
    upcoming: bool = False
    """Whether a form that nobody has touched starts at the next Monday of the reader's device."""

    def parse(self, raw: Raw) -> Date:
        """Read "2026-11-24"."""
        ask = Text("Enter the date as year-month-day, for example 2026-11-24.")
        line = line_of(self.name, raw, ask)
        found = read_as(self.name, ask, lambda: day(line))
        _in_this_century(self.name, found.on.year, line)
        return found

    def write(self, value: object) -> str:
        """Write the day as a program does."""
        return cast("Date", value).on.isoformat()

    def schema(self) -> dict[str, object]:
        """Describe the date in JSON Schema."""
        return {"type": "string", "format": "date", "examples": ["2026-11-24"]}


@dataclass(frozen=True)
class TimeInput(Question):
    """A time of day, as a clock shows it."""

    earliest: TimeOfDay
    latest: TimeOfDay
    default: str

    def parse(self, raw: Raw) -> TimeOfDay:
        """Read "18:30", "18h30", "6:30 pm" or "1830"; "6:30" is asked back."""
        ask = Text(
            "Enter a time from {earliest} to {latest}, for example 18:30 or 6:30 pm.",
            earliest=self.earliest,
            latest=self.latest,
        )
        line = line_of(self.name, raw, ask)
        found = read_as(self.name, ask, lambda: time_of_day(line))
        if not self.earliest <= found <= self.latest:
            raise out_of(self.name, line, ask)
        return found

    def schema(self) -> dict[str, object]:
        """Describe the time in JSON Schema; parts of an hour, as earlier links have them, too."""
        return {"anyOf": [{"type": "string"}, {"type": "number"}], "examples": ["18:30"]}
