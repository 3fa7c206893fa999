"""Which sessions fall on which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bfr_rules.text import Series
from bfr_rules.times import WEEKDAYS, Date, Duration

DAYS_IN_WEEK = 7
DAYS = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), WEEKDAYS, strict=True))
"""The days of a week as they are typed and as they are said."""


# --- Sessions ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Event:
    """One session on a calendar: `kind` is `bfr`, `light` (without a cuff) or `heavy`."""

    kind: str
    week: int
    start: datetime
    length: Duration

    @property
    def end(self) -> datetime:
        """When it ends."""
        return self.start + timedelta(seconds=int(self.length.seconds))

    @property
    def date(self) -> Date:
        """Its day."""
        return Date(self.start.date())

    @property
    def weekday(self) -> str:
        """Its day of the week."""
        return WEEKDAYS[self.start.weekday()]


def events(
    start: Date,
    weeks: int,
    bfr_days: set[int],
    heavy_days: set[int],
    at: time,
    length: Duration,
    kind: str = "bfr",
) -> tuple[Event, ...]:
    """List the sessions of a plan, in order.

    Week 1 is the week, Monday first, of the first light session on or after the start. Where both
    fall on one day, it comes after the heavy work.

    Args:
        start: The first day that may have a session.
        weeks: How many weeks.
        bfr_days: Days of light training, 0 for Monday.
        heavy_days: Days of heavy training.
        at: When a session begins.
        length: How long one lasts.
        kind: `bfr` for light training with a cuff, `light` for that without one.

    >>> from bfr_rules.quantity import Unit
    >>> monday = Date.parse("2026-11-30")
    >>> made = events(monday, 1, {0, 3}, {5}, time(18), Duration.of(30, Unit.MINUTE))
    >>> print(*(f"{each.weekday} {each.kind}" for each in made), sep=", ")
    Monday bfr, Thursday bfr, Saturday heavy
    """
    first = next(start.after(n) for n in range(DAYS_IN_WEEK) if start.after(n).weekday in bfr_days)
    monday = first.after(-first.weekday)
    made = []
    for number in range(weeks * DAYS_IN_WEEK):
        day = monday.after(number)
        if day < start:
            continue
        week = number // DAYS_IN_WEEK + 1
        now = datetime.combine(day.on, at)
        if day.weekday in heavy_days:
            made.append(Event("heavy", week, now, length))
            now = made[-1].end
        if day.weekday in bfr_days:
            made.append(Event(kind, week, now, length))
    return tuple(made)


def gap(one: Event, other: Event) -> Duration:
    """Find the time from the end of one session to the start of another.

    On one's own clock: a change to or from summer time moves it by an hour.
    """
    return Duration.s(int((other.start - one.end).total_seconds()))


def weekdays_of(days: tuple[str, ...]) -> set[int]:
    """Number days of the week, Monday first."""
    return {number for number, name in enumerate(DAYS) if name in days}


def names_of(days: tuple[str, ...]) -> Series:
    """Name days in words."""
    return Series(tuple(DAYS[each] for each in days))
