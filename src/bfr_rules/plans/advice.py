"""What is unusual about a plan, and how to go on in it."""

from __future__ import annotations

from itertools import pairwise

from bfr_rules.citation import State
from bfr_rules.outcome import Advice, Caution
from bfr_rules.plans.answer import gaps_of
from bfr_rules.plans.lifted import EVERY, MORE_THAN, Loads
from bfr_rules.plans.schedule import Event
from bfr_rules.quantity import Percent
from bfr_rules.references import (
    BFR_INTENSITY,
    SESSION_GAP,
    SESSIONS_PER_WEEK,
    SHORT_BLOCK_WEEKS,
    cite,
)
from bfr_rules.rest import DAILY_TRIALS
from bfr_rules.text import Count, Text
from bfr_rules.times import Date

GUIDE = cite("fitcuffs_guide", "first session")
FEW_AT_FIRST = cite("fitcuffs_guide", "first session; two a week is our rule", State.OURS)
MOST_AT_FIRST = 2
"""Sessions a week for people who are new to it: our cautious choice."""


def cautions_of(
    cuffed: tuple[Event, ...], loads: Loads, weeks: int, *, first: bool, often: bool
) -> tuple[Caution, ...]:
    """Flag what is unusual about a plan, with its sources."""
    by_week = [sum(each.week == week for each in cuffed) for week in range(1, weeks + 1)]
    most = max(by_week)
    cautions = []
    if often:
        cautions.append(
            Caution(
                Text("Do this only as long as the professional who guides you watches it."),
                (*SHORT_BLOCK_WEEKS.cites, *DAILY_TRIALS),
            )
        )
    elif most < SESSIONS_PER_WEEK.low:
        cautions.append(
            Caution(
                Text(
                    "One session a week is less than the {advised} advised.",
                    advised=SESSIONS_PER_WEEK,
                ),
                SESSIONS_PER_WEEK.cites,
            )
        )
    if first and most > MOST_AT_FIRST:
        cautions.append(
            Caution(
                Text("You are new to BFR: start with two sessions a week. That is our choice."),
                (FEW_AT_FIRST,),
            )
        )
    if loads.share(1) < Percent(BFR_INTENSITY.low):
        cautions.append(
            Caution(
                Text("This is less than the {advised} advised.", advised=BFR_INTENSITY),
                BFR_INTENSITY.cites,
            )
        )
    if loads.one_rm and not loads.load(1):
        cautions.append(
            Caution(
                Text("Your smallest step is heavier than this share. Use a lighter tool."),
                BFR_INTENSITY.cites,
            )
        )
    return tuple(cautions)


def already_past(cuffed: tuple[Event, ...], today: Date | None) -> tuple[Caution, ...]:
    """Say that sessions of the plan lie before today."""
    past = [each for each in cuffed if today and each.date < today]
    if not past:
        return ()
    return (
        Caution(
            Text(
                "{past} of this plan should be over: it began on {first}. "
                "For a new plan, choose today or a later day.",
                past=Count(len(past), "session"),
                first=cuffed[0].date,
            ),
            (MISSED,),
        ),
    )


SORE = cite("scott2024", "abstract; to wait is our rule", State.OURS)
MISSED = cite("exknee2020", "Table 3; to let it go is our rule", State.OURS)
AWAY = cite("fitcuffs_guide", "first session; two weeks is our rule", State.OURS)
BESIDE_HEAVY = cite("exknee2020", "Table 3; to hold heavy days to it is our rule", State.OURS)
STOP_SIGNS = (cite("smartcuffs_manual", "stop signs"), cite("kaatsu_blog", "capillary refill"))


def advice_for(listed: tuple[Event, ...], loads: Loads, *, first: bool) -> tuple[Advice, ...]:
    """Say how to go on in a plan."""
    advice = [
        Advice(
            Text(
                "Missed a session? Let it go and do the next one on its day. "
                "Never do two in a row to catch up."
            ),
            (*SESSION_GAP.cites, MISSED),
        ),
        Advice(
            Text("Still sore? Wait until it has gone, then do less than last time."),
            (SORE,),
        ),
        Advice(
            Text("Away for two weeks or more? Start again with one exercise and week 1."),
            (AWAY,),
        ),
        Advice(
            Text(
                "Open the cuff at once if the limb goes numb, cold, white or blue, or if you "
                "feel dizzy or sick."
            ),
            STOP_SIGNS,
        ),
    ]
    if first:
        advice.insert(0, Advice(Text("One exercise is enough at first, not to failure."), (GUIDE,)))
    return (*PROGRESS[loads.progression], *advice, *_gentler(listed), *_beside_heavy(listed))


def _gentler(listed: tuple[Event, ...]) -> tuple[Advice, ...]:
    """Say where more time between two sessions would be gentler."""
    for shortest, one, other in gaps_of(tuple(each for each in listed if each.kind == "bfr"))[:1]:
        if shortest < SESSION_GAP.longest:
            return (
                Advice(
                    Text(
                        "From {one} to {other} there are {gap}. From {better} on is gentler, "
                        "above all for the same limb.",
                        one=one.weekday,
                        other=other.weekday,
                        gap=shortest,
                        better=SESSION_GAP.longest,
                    ),
                    SESSION_GAP.cites,
                ),
            )
    return ()


PROGRESS: dict[str, tuple[Advice, ...]] = {
    "hold": (
        Advice(
            Text("Keep the load, and finish all sets cleanly before you change anything."),
            (cite("fitcuffs_guide", "progression"),),
        ),
    ),
    "fourth-set": (
        Advice(
            Text(
                "More than {more} repetitions in the fourth set? Add the smallest step next time.",
                more=int(MORE_THAN.value),
            ),
            MORE_THAN.cites,
        ),
        Advice(
            Text("You need not go to failure for this. If the next session falls short, go back."),
            (cite("sieljacks2019", "abstract; to go back is our rule", State.OURS),),
        ),
    ),
    "five-points": (
        Advice(
            Text(
                "Test your 1RM again every {every}, without a cuff, and make this plan anew.",
                every=Count(int(EVERY.value), "week"),
            ),
            EVERY.cites,
        ),
    ),
}


def _beside_heavy(listed: tuple[Event, ...]) -> tuple[Advice, ...]:
    """Say what to mind where a heavy day is the day of a cuff, or next to one."""
    mixed = [(one, other) for one, other in pairwise(listed) if one.kind != other.kind]
    advice = []
    if any(one.date == other.date for one, other in mixed):
        advice.append(
            Advice(
                Text("Heavy and cuff on one day: heavy first, and no cuff in the heavy sets."),
                (cite("luebbers2014", "abstract; heavy first is our rule", State.OURS),),
            )
        )
    if any(one.date.after(1) == other.date for one, other in mixed):
        advice.append(
            Advice(
                Text("Heavy and cuff on days in a row: train other muscles on one of them."),
                (BESIDE_HEAVY,),
            )
        )
    return tuple(advice)
