"""Weeks of light training without a cuff, in sessions as `light` lays them out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bfr_rules.citation import State
from bfr_rules.inputs import numeric
from bfr_rules.light import (
    AIM_HIGH,
    AIM_LOW,
    LEFT_AT_FIRST,
    LEFT_LATER,
    OURS,
    SETS_AT_FIRST,
    SETS_LATER,
)
from bfr_rules.light import DAYS as LIGHT_DAYS
from bfr_rules.limits import NO_FAILURE
from bfr_rules.outcome import Advice, Caution, Fact, Outcome, Step, Stop
from bfr_rules.plans.advice import already_past
from bfr_rules.plans.answer import gaps_of
from bfr_rules.plans.schedule import Event, names_of
from bfr_rules.quantity import Range, Unit
from bfr_rules.references import cite
from bfr_rules.standing import Limit
from bfr_rules.text import Count, Text
from bfr_rules.times import Date

A_DAY_BETWEEN = cite("ratamess2009", "summary; a day between is our rule", State.OURS)
DAYS_APART = 2
"""From one session to the next: with a day between."""
FEWEST, MOST = 2, 3
"""Sessions a week, as beginners are advised."""
GENTLE_WEEKS = 2
"""Weeks with fewer sets and more repetitions left: as the calculator of light weights has them."""


@dataclass(frozen=True)
class LightSets:
    """How near to tired the sets of a week go; `gentle` where a limit keeps them as at first."""

    gentle: bool

    def note(self, week: int) -> Text:
        """Say what is lifted in a week."""
        is_gentle = self.gentle or week <= GENTLE_WEEKS
        left, sets = (LEFT_AT_FIRST, SETS_AT_FIRST) if is_gentle else (LEFT_LATER, SETS_LATER)
        said = Text(
            "{sets}, {left} left in each", sets=Count(sets, "set"), left=Count(left, "repetition")
        )
        if week == GENTLE_WEEKS + 1:
            return Text("Count clean repetitions first, then {said}", said=said)
        return said

    def numbers(self, _week: int) -> tuple[str, str]:
        """No share and no weight: a count leads."""
        return "", ""


def too_close(listed: tuple[Event, ...]) -> Outcome | None:
    """Refuse sessions on days in a row."""
    for one, other in pairwise(listed):
        if one.date.days_until(other.date) < DAYS_APART:
            return Outcome(
                headline=Text(
                    "Change the days: {one} and {other} have no day between",
                    one=one.weekday,
                    other=other.weekday,
                ),
                stop=Stop(
                    Text("Muscles need the day between, from Sunday to Monday too."),
                    (
                        Text("Two sessions: Monday and Thursday, for example."),
                        Text("Three sessions: Monday, Wednesday and Friday, for example."),
                    ),
                    (LIGHT_DAYS, A_DAY_BETWEEN),
                ),
            )
    return None


def outcome_of(
    light: tuple[Event, ...],
    weeks: int,
    days: tuple[str, ...],
    today: Date | None,
    limits: tuple[Limit, ...],
) -> Outcome:
    """Say what a plan without a cuff is; its calendar and files are made where those of others are.

    >>> from datetime import time
    >>> from bfr_rules.plans.schedule import events
    >>> from bfr_rules.times import Duration
    >>> monday, half = Date.parse("2026-11-30"), Duration.of(30, Unit.MINUTE)
    >>> made = events(monday, 2, {0, 3}, set(), time(18), half, "light")
    >>> print(outcome_of(made, 2, ("mon", "thu"), None, ()).headline)
    4 sessions without a cuff in 2 weeks: Monday and Thursday
    """
    facts = [
        Fact(Text("First session"), light[0].date),
        Fact(Text("Last session"), light[-1].date),
    ]
    facts += [Fact(Text("Shortest time between sessions"), gap) for gap, _, _ in gaps_of(light)[:1]]
    often = numeric.Bounds(Range.of(FEWEST, MOST), Unit.SESSION_A_WEEK)
    few = Text("One session a week is less than the {often} advised.", often=often)
    return Outcome(
        headline=Text(
            "{sessions} without a cuff in {weeks}: {days}",
            sessions=Count(len(light), "session"),
            weeks=Count(weeks, "week"),
            days=names_of(days),
        ),
        answer=Count(len(light), "session"),
        facts=tuple(facts),
        steps=(Step(Text("How often is advised"), often, None, (LIGHT_DAYS,)),),
        cautions=(
            *already_past(light, today),
            *((Caution(few, (LIGHT_DAYS,)),) if len(days) < FEWEST else ()),
        ),
        next=_next(gentle=NO_FAILURE in limits),
    )


def _next(*, gentle: bool) -> tuple[Advice, ...]:
    later = (
        Text("Your limits keep the sets as gentle as at first: {left} left.", left=LEFT_AT_FIRST)
        if gentle
        else Text(
            "From week {week} on: {sets}, {left} left.",
            week=GENTLE_WEEKS + 1,
            sets=Count(SETS_LATER, "set"),
            left=Count(LEFT_LATER, "repetition"),
        )
    )
    return (
        Advice(
            Text(
                "Before week {week} count clean repetitions again: {low} to {high} is the weight.",
                week=GENTLE_WEEKS + 1,
                low=AIM_LOW,
                high=AIM_HIGH,
            ),
            (OURS,),
        ),
        Advice(later, (OURS,)),
        Advice(
            Text(
                "Missed a session? Let it go and do the next one on its day. "
                "Never do two in a row to catch up."
            ),
            (A_DAY_BETWEEN,),
        ),
        Advice(Text("Away for two weeks or more? Count again, and begin with week 1."), (OURS,)),
    )
