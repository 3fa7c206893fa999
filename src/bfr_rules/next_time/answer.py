"""What the answer says beside the load: facts, working, cautions and advice."""

from __future__ import annotations

from collections.abc import Iterator

from bfr_rules.inputs import shared
from bfr_rules.next_time.last_time import (
    AOP_AFTER_DAYS,
    AOP_HOLDS,
    FINISH_FIRST,
    SIZE,
    TWICE,
    Done,
    Verdict,
)
from bfr_rules.next_time.stops import day_of
from bfr_rules.outcome import Advice, Caution, Fact, Step
from bfr_rules.plans.advice import MISSED, STOP_SIGNS
from bfr_rules.plans.lifted import EVERY, FOURTH_SET, MORE_THAN
from bfr_rules.plans.schedule import DAYS
from bfr_rules.quantity import Mass, Percent
from bfr_rules.references import BFR_INTENSITY, SESSION_GAP, cite
from bfr_rules.text import Count, Series, Text
from bfr_rules.times import Date, Moment


def carried(load: Mass | None) -> dict[str, str]:
    """Carry the load on to the next calculator."""
    return {"exercise_1_load": str(load)} if load and shared.is_lifted(load) else {}


def facts_of(
    last: Done,
    cap: Mass | None,
    last_session: Moment | None,
    bfr_days: tuple[str, ...],
    today: Date | None,
) -> tuple[Fact, ...]:
    """Name the numbers of the next time."""
    facts = [
        Fact(
            Text("Last time"),
            Text("{load}, {sets}", load=last.load, sets="-".join(str(n) for n in last.repetitions)),
        )
    ]
    if cap:
        facts.append(Fact(Text("The most for now"), cap))
    if last_session:
        facts.append(Fact(Text("Next session from"), last_session.after(SESSION_GAP.shortest)))
    if today and bfr_days:
        facts.append(Fact(Text("Next planned day"), planned_from(today, bfr_days)))
    return tuple(facts)


def planned_from(today: Date, bfr_days: tuple[str, ...]) -> Date:
    """Find the first planned day from today on."""
    return next(day for day in map(today.after, range(7)) if tuple(DAYS)[day.weekday] in bfr_days)


def steps_of(
    verdict: Verdict, last: Done, share: Percent, maximum: Mass | None, cap: Mass | None
) -> tuple[Step, ...]:
    """Show how the load of the next time was found."""
    steps = [Step(verdict.because, verdict.load or last.load, None, verdict.cites)]
    if maximum and cap:
        steps.append(
            Step(
                Text("The most for now, down to a whole step"),
                cap,
                Text("{share} of {maximum}", share=share, maximum=maximum.rounded(2)),
                BFR_INTENSITY.cites,
            )
        )
    return tuple(steps)


def cautions_of(
    verdict: Verdict,
    away: int | None,
    aop_on: Date | None,
    tested_on: Date | None,
    today: Date | None,
) -> tuple[Caution, ...]:
    """Flag what is unusual, with its sources."""
    cautions = [Caution(verdict.because, verdict.cites)]
    if today and aop_on:
        weeks, days = int(AOP_HOLDS.value), aop_on.days_until(today)
        if days > weeks * len(DAYS) or (away is not None and away >= AOP_AFTER_DAYS):
            cautions.append(
                Caution(
                    Text(
                        "Your AOP was measured on {day}. Have it measured again: after {weeks}, "
                        "after a month away, and when something has changed.",
                        day=aop_on,
                        weeks=Count(weeks, "week"),
                    ),
                    (*AOP_HOLDS.cites, SIZE),
                )
            )
    if today and tested_on and tested_on.days_until(today) >= int(EVERY.value) * len(DAYS):
        cautions.append(
            Caution(
                Text(
                    "Your maximum is of {day}. A trial tested it anew every {weeks}, without a "
                    "cuff: so may you.",
                    day=tested_on,
                    weeks=Count(int(EVERY.value), "week"),
                ),
                EVERY.cites,
            )
        )
    return tuple(cautions)


def advice_for(
    progression: str, last_session: Moment | None, bfr_days: tuple[str, ...], today: Date | None
) -> Iterator[Advice]:
    """Say what else to mind."""
    yield RULES[progression]
    yield from missed_advice(last_session, bfr_days, today)
    yield Advice(
        Text(
            "Open the cuff at once on pain, if the limb goes numb, white or blue, or if you feel "
            "dizzy or sick. Then the session is over."
        ),
        STOP_SIGNS,
    )


def missed_advice(
    last_session: Moment | None, bfr_days: tuple[str, ...], today: Date | None
) -> Iterator[Advice]:
    """Say which planned days went by."""
    if last_session and today and bfr_days and (missed := _missed(last_session, bfr_days, today)):
        yield Advice(
            Text(
                "Missed: {days}. Let it go, and do the next one on its day. "
                "Never do two in a row to catch up.",
                days=Series(missed),
            ),
            (*SESSION_GAP.cites, MISSED),
        )


def _missed(last: Moment, bfr_days: tuple[str, ...], today: Date) -> tuple[Date, ...]:
    """List the planned days between the last session and today."""
    first = day_of(last).after(1)
    between = [first.after(n) for n in range(max(0, first.days_until(today)))]
    return tuple(day for day in between if tuple(DAYS)[day.weekday] in bfr_days)[-6:]


RULES: dict[str, Advice] = {
    "hold": Advice(
        Text("Keep the load, and finish all sets cleanly before you change anything."),
        (FINISH_FIRST,),
    ),
    "all-sets": Advice(
        Text(
            "The rule: all repetitions cleanly, in two sessions running, are the smallest step up. "
            "If the next session falls short, go back."
        ),
        TWICE,
    ),
    "fourth-set": Advice(
        Text(
            "The rule of a knee trial: more than {more} repetitions in the fourth set are the "
            "smallest step up. You need not go to failure for it.",
            more=int(MORE_THAN.value),
        ),
        (FOURTH_SET, cite("sieljacks2019", "abstract")),
    ),
}
