"""The next time of light sets without a cuff, as `light` lays them out: the same again, or a new count."""

from __future__ import annotations

from bfr_rules.citation import Citation
from bfr_rules.light import DAYS, OURS
from bfr_rules.next_time.answer import carried, missed_advice, planned_from
from bfr_rules.next_time.last_time import (
    AFTER_A_SIGN,
    DID_ALL_TWICE,
    DID_NOT_DO_ALL,
    ENDED_AT_A_SIGN,
    RESTART_DAYS,
    WAS_AWAY,
    did_all,
)
from bfr_rules.next_time.stops import day_of, days_since, not_after_today
from bfr_rules.outcome import Advice, Fact, Outcome, Step, Stop
from bfr_rules.plans.advice import AWAY
from bfr_rules.plans.no_cuff import A_DAY_BETWEEN, DAYS_APART
from bfr_rules.quantity import Mass
from bfr_rules.text import Text
from bfr_rules.times import Date, Moment


def without_cuff(
    load: Mass | None,
    planned: tuple[int, ...],
    done: tuple[int, ...],
    done_before: tuple[int, ...],
    sign: str,
    last_session: Moment | None,
    counted_on: Date | None,
    bfr_days: tuple[str, ...],
    named: str,
    today: Date | None,
) -> Outcome:
    """Find what to do next time without a cuff, from what was done.

    No load is raised here: a new count of clean repetitions finds the next one.

    Args:
        load: What was lifted last time, where it is known.
        planned: Repetitions of each set as they were planned.
        done: Repetitions of each set as they were done.
        done_before: Those of the time before; empty where there was none.
        sign: `gone` where last time ended at a stop sign that is settled, or `no`.
        last_session: When the last session ended, on the reader's own clock.
        counted_on: When clean repetitions were last counted.
        bfr_days: The planned days, by their short names.
        named: What is trained; may be empty.
        today: The reader's day, where it is known.

    Source: `DAYS`; that a count comes before every change is our choice.

    >>> made = without_cuff(None, (20, 20), (20, 20), (), "no", None, None, (), "Squat", None)
    >>> print(made.headline)
    Squat: the same again
    """
    not_after_today(last_session, today)
    if last_session and today and (stop := _too_soon(last_session, today)):
        return stop
    counted = bool(counted_on and last_session and day_of(last_session) < counted_on)
    away = days_since(last_session, today)
    if not counted and (sign == "gone" or (away is not None and away >= RESTART_DAYS)):
        return _count_first(named, after_a_sign=sign == "gone")
    said, because, cites = (
        (Text("your new count leads"), Text("You have counted since."), (OURS,))
        if counted
        else _by_sets(planned, done, done_before)
    )
    row = "-".join(str(each) for each in done)
    last = Text("{load}, {sets}", load=load, sets=row) if load else Text("{sets}", sets=row)
    facts = [Fact(Text("Last time"), last)]
    if last_session:
        facts.append(Fact(Text("Next session from"), day_of(last_session).after(DAYS_APART)))
    if today and bfr_days:
        facts.append(Fact(Text("Next planned day"), planned_from(today, bfr_days)))
    return Outcome(
        headline=_named(named, said),
        answer=load,
        facts=tuple(facts),
        steps=(Step(because, last, None, cites),),
        next=(*missed_advice(last_session, bfr_days, today), CLEAN, RECOUNT),
        carry=carried(load),
    )


def _by_sets(
    planned: tuple[int, ...], done: tuple[int, ...], before: tuple[int, ...]
) -> tuple[Text, Text, tuple[Citation, ...]]:
    """Say what two sessions in which all was done lead to."""
    if not did_all(done, planned):
        return Text("the same again"), DID_NOT_DO_ALL, (OURS,)
    if not did_all(before, planned):
        because = Text("You did all repetitions. Do them once more, then count again.")
        return Text("the same again"), because, (OURS,)
    return Text("count again, you may be stronger"), DID_ALL_TWICE, (OURS,)


def _named(named: str, said: Text) -> Text:
    """Write what is said of an exercise.

    >>> print(_named("", Text("the same again")))
    The same again
    """
    if named:
        return Text("{named}: {said}", named=named, said=said)
    return Text(said.template[0].upper() + said.template[1:])


def _too_soon(last_session: Moment, today: Date) -> Outcome | None:
    """Leave a day between two sessions."""
    last = day_of(last_session)
    earliest = last.after(DAYS_APART)
    if earliest <= today:
        return None
    return Outcome(
        headline=Text("Not yet: from {earliest} on", earliest=earliest),
        stop=Stop(
            Text("Your last session was on {last}. Leave a day between.", last=last),
            (Text("Rest today. Light walking is fine."),),
            (DAYS, A_DAY_BETWEEN),
        ),
    )


def _count_first(named: str, *, after_a_sign: bool) -> Outcome:
    """Ask for a new count where the old one says nothing any more."""
    because, cite = (ENDED_AT_A_SIGN, AFTER_A_SIGN) if after_a_sign else (WAS_AWAY, AWAY)
    return Outcome(
        headline=_named(named, Text("count again first")),
        stop=Stop(
            because,
            (
                Text("Take less weight, or an easier form of it."),
                Text("Then count your clean repetitions, and type the day of it."),
            ),
            (cite,),
        ),
    )


CLEAN = Advice(
    Text("Stop each set when a repetition is no longer clean, whatever the count says."), (OURS,)
)
RECOUNT = Advice(
    Text(
        "The rule: all repetitions in two sessions running lead to a new count, and no blind step up."
    ),
    (OURS,),
)
