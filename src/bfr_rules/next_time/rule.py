"""Next time: a step up, the same or less, by a named rule, and whether today is the day."""

from __future__ import annotations

from fractions import Fraction

from bfr_rules.inputs import shared
from bfr_rules.loads.equipment_makes import in_steps
from bfr_rules.loads.rule import FIRST_CEILING
from bfr_rules.next_time.answer import advice_for, carried, cautions_of, facts_of, steps_of
from bfr_rules.next_time.last_time import RESTART_DAYS, Done
from bfr_rules.next_time.lifted import (
    begin_again,
    by_rule,
    held_to_limits,
    less_than_last,
    limb_named,
)
from bfr_rules.next_time.no_cuff import without_cuff
from bfr_rules.next_time.stops import days_since, step_too_heavy, stop_of_today, too_soon
from bfr_rules.outcome import Outcome
from bfr_rules.quantity import Mass, Percent
from bfr_rules.references import TEN_RM_SHARE
from bfr_rules.text import Text
from bfr_rules.times import Date, Moment


def next_time(
    planned: tuple[Fraction, ...],
    done: tuple[Fraction, ...],
    sign: str,
    feeling: str,
    with_cuff: str = "yes",
    load: Mass = shared.NOT_ASKED,
    progression: str = "hold",
    first_sessions: str = "yes",
    percent_1rm: Percent = FIRST_CEILING,
    step: Mass = shared.NOT_ASKED,
    done_before: tuple[Fraction, ...] = (),
    load_before: Mass | None = None,
    one_rm: Mass | None = None,
    ten_rm: Mass | None = None,
    last_session: Moment | None = None,
    bfr_days: tuple[str, ...] = (),
    aop_on: Date | None = None,
    tested_on: Date | None = None,
    exercise_1_name: str = "",
    exercise_1_limb: str = "leg",
    exercise_1_side: str = shared.UNSAID,
    exercise_1_load: Mass | None = None,
    counted_on: Date | None = None,
    today: Date | None = None,
) -> Outcome:
    """Find what to do next time, from what was done.

    Args:
        planned: Repetitions of each set as they were planned.
        done: Repetitions of each set as they were done.
        sign: Whether it ended at a stop sign: `no`, `open`, or `gone` once that is settled.
        feeling: A key of `NOT_TODAY`, or `fine`.
        with_cuff: `yes`, or `no`: then only what was done, and a count, lead on.
        load: What was lifted last time with a cuff.
        progression: `hold`, `all-sets` or `fourth-set`.
        first_sessions: Whether these are first sessions: then no more than `FIRST_CEILING`.
        percent_1rm: The highest share of the 1RM that may be reached.
        step: Smallest step of the load.
        done_before: Repetitions of the time before, where there was one.
        load_before: The load of the time before.
        one_rm: One-repetition maximum.
        ten_rm: The heaviest load for ten repetitions.
        last_session: When the last session ended, on the reader's own clock.
        bfr_days: The planned days, by their short names.
        aop_on: When the AOP was measured.
        tested_on: When the maximum was tested.
        exercise_1_name: What is trained.
        exercise_1_limb: `arm` or `leg`.
        exercise_1_side: `left`, `right`, `both` or `unsaid`.
        exercise_1_load: What was lifted last time without a cuff, where it is known.
        counted_on: When clean repetitions were last counted, for sets without a cuff.
        today: The reader's day, where it is known.

    Returns:
        The load of the next session with the reason; a stop after a sign that is not settled, on a
        warning sign of today, and before `SESSION_GAP` is over.

    Source: `FOURTH_SET`, `FINISH_FIRST`, `SESSION_GAP`, `AOP_HOLDS`, `EVERY`.

    >>> twenty, all_done = Mass.kg(20), (Fraction(15),) * 3
    >>> made = next_time(all_done, all_done, "no", "fine", "yes", twenty, "all-sets", "no",
    ...                  Percent(30), Mass.kg("2.5"), all_done, twenty, one_rm=Mass.kg(100))
    >>> print(made.headline)
    A step up: 22.5 kg
    """
    if stop := stop_of_today(sign, feeling):
        return stop
    wanted, did, did_before = (tuple(map(int, each)) for each in (planned, done, done_before))
    if with_cuff == "no":
        return without_cuff(
            exercise_1_load,
            wanted,
            did,
            did_before,
            sign,
            last_session,
            counted_on,
            bfr_days,
            exercise_1_name,
            today,
        )
    if stop := too_soon(last_session, today):
        return stop
    last = Done(load, did)
    before = Done(load_before or load, did_before) if did_before else None
    maximum = one_rm or (ten_rm / TEN_RM_SHARE.value if ten_rm else None)
    share = min(percent_1rm, FIRST_CEILING) if first_sessions == "yes" else percent_1rm
    cap = in_steps(share.of(maximum), step).load if maximum else None
    away = days_since(last_session, today)
    if maximum and not cap:
        return step_too_heavy(step, share)
    if away is not None and away >= RESTART_DAYS:
        verdict = begin_again(last, maximum, step, cap)
    elif sign == "gone":
        verdict = less_than_last(last, step, cap)
    else:
        verdict = held_to_limits(by_rule(progression, last, before, wanted, step), last, share, cap)
    on = limb_named(exercise_1_name, exercise_1_limb, exercise_1_side)
    return Outcome(
        headline=Text("{on}: {said}", on=on, said=verdict.headline) if on else verdict.headline,
        answer=verdict.load,
        facts=facts_of(last, cap, last_session, bfr_days, today),
        steps=steps_of(verdict, last, share, maximum, cap),
        cautions=cautions_of(verdict, away, aop_on, tested_on, today),
        next=tuple(advice_for(progression, last_session, bfr_days, today)),
        carry=carried(verdict.load),
    )
