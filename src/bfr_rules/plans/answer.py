"""What a plan says: its headline, its numbers and its working."""

from __future__ import annotations

from itertools import pairwise

from bfr_rules.inputs import shared
from bfr_rules.outcome import Fact, Step
from bfr_rules.plans.lifted import EVERY, FIRST_SHARE, LAST_SHARE, POINTS, Loads
from bfr_rules.plans.schedule import Event, gap, names_of
from bfr_rules.quantity import Percent
from bfr_rules.references import BFR_INTENSITY, SESSION_GAP, SESSIONS_PER_WEEK, SHORT_BLOCK_SESSIONS
from bfr_rules.text import Count, Series, Text
from bfr_rules.times import Duration


def headline_of(cuffed: tuple[Event, ...], weeks: int, days: object, on: str) -> Text:
    """Say how often, for how long and on which days."""
    said = Text(
        "{sessions} with a cuff in {weeks}: {days}",
        sessions=Count(len(cuffed), "session"),
        weeks=Count(weeks, "week"),
        days=days,
    )
    return Text("{said}. {limb}", said=said, limb=on.capitalize()) if on else said


def days_in_words(days: tuple[str, ...], *, daily: bool) -> Text | Series:
    """Say on which days."""
    return Text("every day, guided") if daily else names_of(days)


def limb_of(limb: str, side: str) -> str:
    """Write the limb that was named, with its side; nothing where none was.

    >>> limb_of("leg", "right"), limb_of("arm", "both"), limb_of("arm", "unsaid"), limb_of("unsaid", "left")
    ('right leg', 'both arms', 'arm', '')
    """
    if limb == shared.UNSAID:
        return ""
    if side == shared.UNSAID:
        return limb
    return f"both {limb}s" if side == "both" else f"{side} {limb}"


def gaps_of(cuffed: tuple[Event, ...]) -> list[tuple[Duration, Event, Event]]:
    """List the times between sessions, the shortest first; none where there is one session."""
    found = [(gap(one, other), one, other) for one, other in pairwise(cuffed)]
    return sorted(found, key=lambda each: each[0])


def facts_of(cuffed: tuple[Event, ...], loads: Loads, weeks: int) -> tuple[Fact, ...]:
    """Name the numbers of a plan."""
    facts = [
        Fact(Text("First session"), cuffed[0].date),
        Fact(Text("Last session"), cuffed[-1].date),
    ]
    facts += [
        Fact(Text("Shortest time between sessions"), shortest)
        for shortest, _, _ in gaps_of(cuffed)[:1]
    ]
    for week, label in ((1, Text("week 1")), (weeks, Text("the last week"))):
        facts.append(Fact(Text("Share of the 1RM in {week}", week=label), loads.share(week)))
        if load := loads.load(week):
            facts.append(Fact(Text("Load in {week}", week=label), load))
    if loads.progression == "fourth-set" and loads.most:
        facts.append(Fact(Text("Never add beyond"), loads.most))
    return tuple(facts)


def gap_steps(cuffed: tuple[Event, ...], *, often: bool) -> tuple[Step, ...]:
    """Show the time between sessions."""
    how_often = SHORT_BLOCK_SESSIONS if often else SESSIONS_PER_WEEK
    steps = [Step(Text("How often is advised"), how_often, None, how_often.cites)]
    for shortest, one, other in gaps_of(cuffed)[:1]:
        steps.append(
            Step(
                Text("Shortest time from the end of a session to the next"),
                shortest,
                Text(
                    "{one} {end} to {other} {start}",
                    one=one.weekday,
                    end=f"{one.end:%H:%M}",
                    other=other.weekday,
                    start=f"{other.start:%H:%M}",
                ),
                () if often else SESSION_GAP.cites,
            )
        )
    return tuple(steps)


def load_steps(loads: Loads, weeks: int) -> tuple[Step, ...]:
    """Show how the load rises."""
    steps = []
    for week in dict.fromkeys((1, weeks)):
        share = loads.share(week)
        if loads.progression == "five-points":
            steps.append(
                Step(
                    Text("Share of the 1RM in week {week}", week=week),
                    share,
                    Text(
                        "{first}, and {points} points every {every}, up to {last}",
                        first=Percent(FIRST_SHARE.value),
                        points=int(POINTS.value),
                        every=Count(int(EVERY.value), "week"),
                        last=Percent(LAST_SHARE.value),
                    ),
                    FIRST_SHARE.cites,
                )
            )
        if (load := loads.load(week)) and loads.one_rm:
            steps.append(
                Step(
                    Text("Load in week {week}, down to a whole step", week=week),
                    load,
                    Text("{share} of {one_rm}", share=share, one_rm=loads.one_rm),
                    BFR_INTENSITY.cites,
                )
            )
    return tuple(steps)
