"""Spans of time, clocks, days and moments."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from bfr_rules.quantity import Exact, Unit, decimal, rounded

SECONDS_IN = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
"""How many seconds a unit of time holds."""


@dataclass(frozen=True, order=True)
class Duration:
    """A length of time, kept in exact seconds.

    >>> print(Duration.s(45), "|", Duration.s(390), "|", Duration.s(36 * 3600))
    45 s | 6 min 30 s | 36 h
    """

    seconds: Fraction

    @classmethod
    def of(cls, value: Exact, unit: Unit) -> Duration:
        """Build a length of time from seconds, minutes or hours."""
        return cls(Fraction(value) * SECONDS_IN[unit])

    @classmethod
    def s(cls, value: Exact) -> Duration:
        """Build a length of time from seconds."""
        return cls(Fraction(value))

    def magnitude(self, unit: Unit) -> Fraction:
        """Give the number of seconds, minutes or hours."""
        return self.seconds / SECONDS_IN[unit]

    def __add__(self, other: Duration) -> Duration:
        """Add two lengths of time."""
        return Duration(self.seconds + other.seconds)

    def __mul__(self, factor: int) -> Duration:
        """Repeat a length of time."""
        return Duration(self.seconds * factor)

    def _parts(self) -> list[tuple[str, Unit]]:
        total = rounded(self.seconds, 1)
        if total < 120:
            return [(decimal(total, 1), Unit.SECOND)]
        minutes, seconds = divmod(total, 60)
        hours, minutes_left = divmod(minutes, 60)
        if hours < 2:
            whole = [(decimal(Fraction(minutes)), Unit.MINUTE)]
            return whole + ([(decimal(seconds, 1), Unit.SECOND)] if seconds else [])
        whole = [(decimal(Fraction(hours)), Unit.HOUR)]
        return whole + ([(decimal(Fraction(minutes_left)), Unit.MINUTE)] if minutes_left else [])

    def __str__(self) -> str:
        """Write the time as people say it."""
        return " ".join(unit.after(number) for number, unit in self._parts())

    def words(self) -> str:
        """Say the time."""
        return " ".join(unit.said(number) for number, unit in self._parts())

    @property
    def clock(self) -> Clock:
        """The same time as a clock face shows it."""
        return Clock(self)


@dataclass(frozen=True, order=True)
class Clock:
    """A length of time as minutes and seconds; part of a second counts as a whole one.

    Up, because these times are held against ceilings: a little too long is the safe reading.

    >>> print(Duration.s(480).clock, Duration.s("61.5").clock)
    8:00 1:02
    """

    time: Duration

    def __str__(self) -> str:
        """Write minutes:seconds."""
        minutes, seconds = divmod(math.ceil(self.time.seconds), 60)
        return f"{minutes}:{seconds:02}"

    def words(self) -> str:
        """Say the time."""
        return Duration(Fraction(math.ceil(self.time.seconds))).words()


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True, order=True)
class Date:
    """A day.

    >>> print(Date.parse("2026-11-24").after(2))
    Thursday 26 November 2026
    """

    on: date

    @classmethod
    def parse(cls, raw: str) -> Date:
        """Read "2026-11-24".

        Raises:
            ValueError: It is not such a date.
        """
        match = DATE.fullmatch(raw.strip())
        if not match:
            message = f"{raw!r} is not a date"
            raise ValueError(message)
        year, month, day = map(int, match.groups())
        return cls(date(year, month, day))

    def after(self, days: int) -> Date:
        """Find the day so many days later."""
        return Date(self.on + timedelta(days=days))

    def days_until(self, other: Date) -> int:
        """Count the days to another one; below 0 if it has passed.

        >>> Date.parse("2026-11-24").days_until(Date.parse("2026-11-26"))
        2
        """
        return (other.on - self.on).days

    @property
    def weekday(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return self.on.weekday()

    def __str__(self) -> str:
        """Write weekday and date."""
        on = self.on
        return f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]} {on.year}"


@dataclass(frozen=True, order=True)
class TimeOfDay:
    """A time as a clock shows it.

    >>> print(TimeOfDay.of(18 * 60 + 30))
    18:30
    """

    minutes: int

    @classmethod
    def of(cls, minutes: int) -> TimeOfDay:
        """Build a time from the minutes after midnight.

        Raises:
            ValueError: No day has this minute.
        """
        if not 0 <= minutes < 24 * 60:
            message = f"no day has a minute {minutes}"
            raise ValueError(message)
        return cls(minutes)

    @property
    def at(self) -> time:
        """The time of the standard library."""
        return time(*divmod(self.minutes, 60))

    def __str__(self) -> str:
        """Write hours and minutes."""
        return f"{self.at:%H:%M}"


DATE_AND_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2})")


@dataclass(frozen=True, order=True)
class Moment:
    """A date and an hour on the reader's own clock, without a time zone.

    >>> print(Moment.parse("2026-11-24T18:30").after(Duration.of(36, Unit.HOUR)))
    Thursday 26 November 2026, 06:30
    """

    at: datetime

    @classmethod
    def parse(cls, raw: str) -> Moment:
        """Read "2026-11-24T18:30" or "2026-11-24 18:30".

        Raises:
            ValueError: It is not such a date and time.
        """
        match = DATE_AND_TIME.fullmatch(raw.strip())
        if not match:
            message = f"{raw!r} is not a date and time"
            raise ValueError(message)
        year, month, day, hour, minute = map(int, match.groups())
        # Not `fromisoformat`: from Python 3.14 on, it takes 24:00 too.
        return cls(datetime(year, month, day, hour, minute))  # noqa: DTZ001 - the reader's clock

    @classmethod
    def of(cls, day: Date, time_of_day: TimeOfDay) -> Moment:
        """Build a moment from a day and a time."""
        return cls(datetime.combine(day.on, time_of_day.at))

    def after(self, length: Duration) -> Moment:
        """Find the moment a length of time later."""
        return Moment(self.at + timedelta(seconds=math.ceil(length.seconds)))

    def __str__(self) -> str:
        """Write weekday, date and hour."""
        at = self.at
        day = f"{WEEKDAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]} {at.year}"
        return f"{day}, {at.hour:02}:{at.minute:02}"
