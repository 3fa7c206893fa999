"""A plan: sessions over weeks, on days that leave enough between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from bfr_rules.inputs import shared
from bfr_rules.limits import NO_FAILURE
from bfr_rules.loads.rule import FIRST_CEILING, too_much_at_first
from bfr_rules.outcome import File, Outcome, Stop
from bfr_rules.plans.advice import advice_for, already_past, cautions_of
from bfr_rules.plans.answer import (
    days_in_words,
    facts_of,
    gap_steps,
    headline_of,
    limb_of,
    load_steps,
)
from bfr_rules.plans.export import About, Lifted, calendar_of, data, ics, table
from bfr_rules.plans.lifted import Loads, five_points
from bfr_rules.plans.no_cuff import LightSets, outcome_of, too_close
from bfr_rules.plans.schedule import DAYS, Event, events, gap, weekdays_of
from bfr_rules.quantity import Mass, Percent, Unit, decimal
from bfr_rules.references import SESSION_GAP, SESSIONS_PER_WEEK
from bfr_rules.rest import too_often
from bfr_rules.standing import Limit
from bfr_rules.text import Count, Text
from bfr_rules.times import Date, Duration, TimeOfDay


def plan(
    start: Date,
    weeks: int,
    start_hour: TimeOfDay,
    session_min: Duration,
    block: str = "standard",
    progression: str = "hold",
    step: Mass = shared.NOT_ASKED,
    first_sessions: str = "yes",
    with_cuff: str = "yes",
    light_days: tuple[str, ...] = (),
    bfr_days: tuple[str, ...] = tuple(DAYS),
    heavy_days: tuple[str, ...] = (),
    guided: str = "no",
    percent_1rm: Percent | None = None,
    one_rm: Mass | None = None,
    exercise_1_name: str = "",
    limb: str = shared.UNSAID,
    side: str = shared.UNSAID,
    plan_name: str = "",
    alarm: str = "none",
    today: Date | None = None,
    timer: str = "",
    holds: tuple[Text, ...] = (),
    limits: tuple[Limit, ...] = (),
) -> Outcome:
    """Lay out weeks of light training as a calendar, with a cuff or without.

    Args:
        start: The first day that may have a session.
        weeks: How many weeks, `SHORT_BLOCK_WEEKS` for a daily block.
        start_hour: When a session begins.
        session_min: How long a session lasts.
        block: `standard`, or `daily` where a professional guides.
        progression: `hold`, `fourth-set` or `five-points`.
        step: Smallest step of the load.
        first_sessions: Whether the reader is new to BFR: then no block of days in a row, and no
            more than `FIRST_SESSIONS_INTENSITY`.
        with_cuff: `yes`, or `no`: then nothing of a cuff and of the 1RM is asked.
        light_days: Days of light training without a cuff, by their short names.
        bfr_days: Days with a cuff, by their short names.
        heavy_days: Days of heavy training.
        guided: Whether a professional guides the block.
        percent_1rm: Share of the 1RM where the progression does not set it.
        one_rm: One-repetition maximum.
        exercise_1_name: What is trained, for the titles in the calendar.
        limb: `arm`, `leg` or `unsaid`.
        side: `left`, `right`, `both` or `unsaid`.
        plan_name: What tells this plan from others in one calendar.
        alarm: How many minutes before a session the calendar reminds, or `none`.
        today: The reader's day, where it is known.
        timer: The address of the timer, for the calendar.
        holds: What a screening demands; printed in every session of the calendar.
        limits: The same, as limits.

    Returns:
        Calendar, files and loads; a stop when sessions are closer than `SESSION_GAP`, or more than
        `too_often` leaves.

    Source: `SESSION_GAP`, `SESSIONS_PER_WEEK`, `SHORT_BLOCK_WEEKS`, exknee2020, centner2019tendon.

    >>> six_pm, half = TimeOfDay.of(18 * 60), Duration.of(30, Unit.MINUTE)
    >>> made = plan(Date.parse("2026-11-30"), 6, six_pm, half, "standard", "five-points",
    ...             Mass.kg("2.5"), "no", bfr_days=("mon", "thu"), one_rm=Mass.kg(100))
    >>> print(made.headline)
    12 sessions with a cuff in 6 weeks: Monday and Thursday
    """
    answers: dict[str, str | list[str]] = {
        "start": start.on.isoformat(),
        "weeks": str(weeks),
        "start_hour": str(start_hour),
        "session_min": decimal(session_min.magnitude(Unit.MINUTE)),
        "heavy_days": list(heavy_days),
        "exercise_1_name": exercise_1_name,
        "plan_name": plan_name,
        "alarm": alarm,
    }
    heavy = weekdays_of(heavy_days)
    if with_cuff == "no":
        days = weekdays_of(light_days)
        listed = events(start, weeks, days, heavy, start_hour.at, session_min, "light")
        light = tuple(each for each in listed if each.kind == "light")
        if stop := too_close(light):
            return stop
        answers |= {"with_cuff": "no", "light_days": list(light_days)}
        sets = LightSets(gentle=NO_FAILURE in limits)
        about = About(
            plan_name,
            exercise_1_name,
            "light",
            "",
            start,
            None,
            alarm,
            today,
            timer,
            holds,
        )
        return replace(
            outcome_of(light, weeks, light_days, today, limits),
            calendar=calendar_of(listed, weeks, sets, ""),
            files=_files(listed, sets, about, answers),
        )
    daily = block == "daily"
    first = first_sessions == "yes"
    if stop := too_often(len(bfr_days), weeks, guided=guided == "yes", first=first):
        return stop
    loads = Loads(progression, percent_1rm or five_points(1), one_rm, step)
    if first and loads.share(1) > FIRST_CEILING:
        return too_much_at_first(loads.share(1))
    often = len(bfr_days) > SESSIONS_PER_WEEK.high
    listed = events(start, weeks, weekdays_of(bfr_days), heavy, start_hour.at, session_min)
    cuffed = tuple(each for each in listed if each.kind == "bfr")
    if not often and (stop := _too_close(cuffed)):
        return stop
    on = limb_of(limb, side)
    answers |= {
        "block": block,
        "guided": guided,
        "bfr_days": list(bfr_days),
        "first_sessions": first_sessions,
        "progression": progression,
        "percent_1rm": decimal(loads.percent_1rm.value, 4),
        "one_rm": str(one_rm or ""),
        "step": str(step),
        "limb": limb,
        "side": side,
    }
    about = About(
        plan_name,
        ", ".join(filter(None, (exercise_1_name, on))),
        block,
        progression,
        start,
        one_rm,
        alarm,
        today,
        timer,
        holds,
    )
    return Outcome(
        headline=headline_of(cuffed, weeks, days_in_words(bfr_days, daily=daily), on),
        answer=Count(len(cuffed), "session"),
        facts=facts_of(cuffed, loads, weeks),
        steps=(*gap_steps(cuffed, often=often), *load_steps(loads, weeks)),
        cautions=(
            *already_past(cuffed, today),
            *cautions_of(cuffed, loads, weeks, first=first, often=often),
        ),
        next=advice_for(listed, loads, first=first),
        calendar=calendar_of(listed, weeks, loads, on),
        files=_files(listed, loads, about, answers),
    )


def _files(
    listed: tuple[Event, ...],
    lifted: Lifted,
    about: About,
    answers: Mapping[str, str | list[str]],
) -> tuple[File, ...]:
    """Make the files of a plan."""
    return (
        File("plan.ics", "text/calendar", Text("Calendar (.ics)"), ics(listed, lifted, about)),
        File("plan.csv", "text/csv", Text("Table (.csv)"), table(listed, lifted, about)),
        File(
            "plan-semicolon.csv",
            "text/csv",
            Text("Table for Excel in German, French and others (.csv with ;)"),
            table(listed, lifted, about, ";", ","),
        ),
        File(
            "plan.json",
            "application/json",
            Text("Data (.json)"),
            data(listed, lifted, about, answers),
        ),
    )


# --- Stops -------------------------------------------------------------------------------------


def _too_close(cuffed: tuple[Event, ...]) -> Outcome | None:
    """Refuse sessions that are closer than any trial allowed."""
    for one, other in pairwise(cuffed):
        if gap(one, other) < SESSION_GAP.shortest:
            return Outcome(
                headline=Text(
                    "Change the days: {one} and {other} are too close",
                    one=one.weekday,
                    other=other.weekday,
                ),
                stop=Stop(
                    Text(
                        "From {one} to {other} there are only {gap}. "
                        "The shortest that a trial allowed is {least}.",
                        one=one.weekday,
                        other=other.weekday,
                        gap=gap(one, other),
                        least=SESSION_GAP.shortest,
                    ),
                    (
                        Text("Leave a free day between two cuff days, from Sunday to Monday too."),
                        Text("Two sessions: Monday and Thursday, for example."),
                        Text("Three sessions: Monday, Wednesday and Saturday, for example."),
                    ),
                    SESSION_GAP.cites,
                ),
            )
    return None
