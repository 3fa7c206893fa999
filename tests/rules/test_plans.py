"""Weeks with a cuff: gaps, progression as trials did it (E5), and files that other programs read."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules import __version__, bridge, references
from bfr_rules.inputs.answers import read
from bfr_rules.limits import limit
from bfr_rules.plans.declaration import PLAN
from bfr_rules.plans.lifted import (
    EVERY,
    FIRST_SHARE,
    LAST_SHARE,
    MORE_THAN,
    POINTS,
    five_points,
    is_retest,
)
from bfr_rules.plans.schedule import events
from bfr_rules.quantity import Mass, Percent, Unit
from bfr_rules.standing import Level, Standing
from bfr_rules.text import Text
from bfr_rules.times import Date, Duration

GAP = timedelta(hours=36)
"""Sessions at least 36 h apart (exknee2020, Table 3), typed from there."""


def asked(**answers):
    """Make a plan; lists are ticked days, everything else is typed."""
    given = {name: each if isinstance(each, list) else str(each) for name, each in answers.items()}
    return bridge.ask("plan", given)


def facts(outcome):
    return {str(fact.label): str(fact.value) for fact in outcome.facts}


def cautions(outcome):
    return " ".join(str(each.says) for each in outcome.cautions)


def advice(outcome):
    return " ".join(str(each.says) for each in outcome.next)


def files(outcome):
    return {each.name: each.text for each in outcome.files}


KINDS = ("bfr", "light", "heavy")


def sessions(outcome, kind="bfr"):
    """The sessions as the data file has them: an independent reading of the calendar."""
    found = json.loads(files(outcome)["plan.json"])["sessions"]
    return [each for each in found if each["kind"] == kind]


def starts(outcome, kind="bfr"):
    return [datetime.fromisoformat(each["start"]) for each in sessions(outcome, kind)]


def notes(outcome):
    return [str(week.note) for week in outcome.calendar.weeks]


# days and gaps ------------------------------------------------------------------------------------


def test_two_days_a_week_for_six_weeks():
    """From Monday 30 November 2026, counted on a paper calendar, across the end of the year."""
    outcome = asked()
    assert str(outcome.headline) == "12 sessions with a cuff in 6 weeks: Monday and Thursday"
    assert [f"{each:%m-%d}" for each in starts(outcome)] == (
        "11-30 12-03 12-07 12-10 12-14 12-17 12-21 12-24 12-28 12-31 01-04 01-07".split()
    )
    assert facts(outcome)["Last session"] == "Thursday 7 January 2027"
    assert facts(outcome)["Shortest time between sessions"] == "71 h 30 min"


@pytest.mark.parametrize(
    ("hour", "clock"),
    [
        ("05:00", "05:00"),
        ("18.5", "18:30"),
        ("17,75", "17:45"),
        ("6:30 pm", "18:30"),
        ("20", "20:00"),
    ],
)
def test_sessions_begin_at_the_hour_that_was_typed(hour, clock):
    outcome = asked(start_hour=hour)
    assert {f"{each:%H:%M}" for each in starts(outcome)} == {clock}


def test_a_leap_day_is_a_day():
    outcome = asked(start="2028-02-28", weeks=1, bfr_days=["mon", "thu"])
    assert [each.date() for each in starts(outcome)] == [date(2028, 2, 28), date(2028, 3, 2)]


def test_the_clock_of_the_reader_knows_no_summer_time():
    """In Europe clocks go forward on 28 March 2027: 18:00 stays 18:00."""
    outcome = asked(start="2027-03-22", weeks=2, bfr_days=["sat", "mon"])
    assert {each.hour for each in starts(outcome)} == {18}
    assert "DTSTART:20270329T180000\r\n" in files(outcome)["plan.ics"]
    assert not {"TZID", "VTIMEZONE"} & set(files(outcome)["plan.ics"].replace(":", ";").split(";"))


@pytest.mark.parametrize(
    ("start", "first"),
    [("2026-11-30", "11-30"), ("2026-12-01", "12-03"), ("2026-12-04", "12-07")],
)
def test_a_plan_begins_with_its_first_session_and_keeps_its_weeks(start, first):
    outcome = asked(start=start, weeks=2, heavy_days=["sat"])
    assert f"{starts(outcome)[0]:%m-%d}" == first
    assert len(outcome.calendar.weeks) == 2
    assert all(week.days[0].date.weekday == 0 for week in outcome.calendar.weeks)
    assert min(starts(outcome, "heavy")).date() >= date.fromisoformat(start)
    shown = [day.date.on for week in outcome.calendar.weeks for day in week.days]
    assert shown == [shown[0] + timedelta(days=n) for n in range(14)]


def test_weeks_are_counted_from_one():
    made = events(Date.parse("2026-11-30"), 2, {0, 3}, set(), time(18), Duration.s(1800))
    assert [each.week for each in made] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("days", "two"),
    [
        (["mon", "tue"], ("Monday", "Tuesday")),
        (["mon", "wed", "thu"], ("Wednesday", "Thursday")),
        (["mon", "sun"], ("Sunday", "Monday")),
    ],
)
def test_days_in_a_row_are_a_stop_across_the_end_of_the_week_too(days, two):
    outcome = asked(bfr_days=days)
    assert str(outcome.headline) == f"Change the days: {two[0]} and {two[1]} are too close"
    assert f"From {two[0]} to {two[1]} there are only 23 h 30 min." in str(outcome.stop.says)
    assert outcome.stop.cites == references.SESSION_GAP.cites


def test_the_days_that_a_stop_suggests_are_allowed():
    assert asked(bfr_days=["mon", "thu"]).stop is None
    assert asked(bfr_days=["mon", "wed", "sat"]).stop is None


@pytest.mark.parametrize(("days", "mentioned"), [("mon wed sat", True), ("mon thu", False)])
def test_less_than_two_days_apart_is_allowed_and_the_gentler_gap_is_named(days, mentioned):
    outcome = asked(bfr_days=days.split())
    assert ("From 48 h on is gentler" in advice(outcome)) is mentioned


@given(answers=valid_answers(PLAN))
def test_no_two_sessions_of_a_standard_block_are_closer_than_a_trial_allowed(answers):
    outcome = bridge.ask("plan", answers)
    asked_for = read(PLAN.inputs, answers)
    if outcome.stop or asked_for.get("block") == "daily":
        return
    if asked_for["with_cuff"] == "no":
        days = starts(outcome, "light")
        assert all((later.date() - one.date()).days >= 2 for one, later in pairwise(days))
        return
    length = timedelta(minutes=sessions(outcome)[0]["minutes"])
    assert all(later - one - length >= GAP for one, later in pairwise(starts(outcome)))


@given(answers=valid_answers(PLAN))
def test_the_calendar_and_its_files_tell_the_same(answers):
    outcome = bridge.ask("plan", answers)
    if outcome.stop:
        return
    days = [day for week in outcome.calendar.weeks for day in week.days]
    for kind, word in (("bfr", "uff"), ("light", "ight")):
        assert {day.date.on for day in days if word in str(day.says)} == {
            each.date() for each in starts(outcome, kind)
        }
    assert {day.date.on for day in days if "Heavy" in str(day.says)} == {
        each.date() for each in starts(outcome, "heavy")
    }
    assert {day.kind for day in days} <= {"bfr", "heavy", "other", "free"}
    light = [*starts(outcome), *starts(outcome, "light")]
    assert str(outcome.answer).split()[0] == str(len(light))
    first = read(PLAN.inputs, answers)["start"].on
    assert min(each for kind in KINDS for each in starts(outcome, kind)).date() >= first


# how often ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "weeks", "says"),
    [
        ("mon", 6, "One session a week is less than the 2–3 sessions a week advised."),
        ("mon thu", 6, ""),
        ("mon wed fri", 6, ""),
    ],
)
def test_two_or_three_a_week_are_advised(days, weeks, says):
    """ES larger at 2–3 than at 4–5 days a week (loenneke2012meta)."""
    found = cautions(asked(bfr_days=days.split(), weeks=weeks, first_sessions="no"))
    assert says in found
    assert bool(says) is bool(found)


def test_every_day_is_not_for_one_alone():
    outcome = asked(block="daily", weeks=2, first_sessions="no")
    assert str(outcome.headline) == "Not so often on your own"
    assert {cite.key for cite in outcome.stop.cites} >= {"patterson2019", "abe2005", "ladlow2018"}


@pytest.mark.parametrize(("weeks", "stops"), [(1, False), (3, False), (4, True)])
def test_a_daily_block_is_guided_and_short(weeks, stops):
    """1–2 times a day for blocks of 1–3 weeks (patterson2019)."""
    outcome = asked(block="daily", guided="yes", weeks=weeks, first_sessions="no")
    assert bool(outcome.stop) is stops
    if not stops:
        assert len(sessions(outcome)) == 7 * weeks
        assert "as long as the professional who guides you watches it" in cautions(outcome)
        assert "every day, guided" in str(outcome.headline)


def test_who_is_new_to_it_has_no_daily_block_guided_or_not():
    for guided in ("yes", "no"):
        outcome = asked(block="daily", guided=guided, weeks=2)
        assert str(outcome.headline) == "Fewer at first: 2–3 sessions a week"


@pytest.mark.parametrize("days", range(1, 8))
@pytest.mark.parametrize("weeks", [1, 3, 4, 8])
@pytest.mark.parametrize("guided", ["no", "yes"])
@pytest.mark.parametrize("first", ["no", "yes"])
def test_rest_and_plan_give_the_same_answer_to_the_same_question(days, weeks, guided, first):
    """How often a week, for so many weeks, guided or not, new or not."""
    same = {"guided": guided, "first_sessions": first}
    apart = ["mon", "wed", "fri", "sun", "tue", "thu", "sat"][:days]
    planned = asked(bfr_days=apart, weeks=weeks, **same)
    rested = bridge.ask(
        "rest",
        {"sessions_per_week": str(days), "block_weeks": str(weeks), **same},
    )
    assert bool(planned.stop) is bool(rested.stop)
    if rested.stop:
        assert (planned.headline, planned.stop) == (rested.headline, rested.stop)
    if days == 7:
        daily = asked(block="daily", weeks=weeks, **same)
        assert bool(daily.stop) is bool(rested.stop)


@pytest.mark.parametrize("days", [["mon", "thu"], ["mon", "wed", "sat"], ["tue", "thu"]])
@pytest.mark.parametrize("hour", ["05:00", "18:00", "20:00"])
def test_no_session_of_a_plan_is_before_what_rest_says(days, hour):
    outcome = asked(bfr_days=days, weeks=3, start_hour=hour)
    for one, other in pairwise(sessions(outcome)):
        ended = datetime.fromisoformat(one["start"]) + timedelta(minutes=one["minutes"])
        given = {"sessions_per_week": str(len(days)), "last_session": ended.isoformat()[:16]}
        assert bridge.ask("rest", given).answer.at <= datetime.fromisoformat(other["start"])


def test_a_plan_that_begins_within_a_week_is_held_against_its_whole_weeks():
    """From Friday 27 November 2026 on: one session in the first week, three and two in the others."""
    friday = {"start": "2026-11-27", "weeks": 3}
    new = asked(bfr_days=["mon", "wed", "fri"], first_sessions="yes", **friday)
    assert "start with two sessions a week" in cautions(new)
    assert "One session a week" not in cautions(asked(bfr_days=["mon", "fri"], **friday))


def test_people_who_are_new_start_with_little():
    new, old = (
        asked(bfr_days=["mon", "wed", "fri"], first_sessions=answer) for answer in ("yes", "no")
    )
    assert "start with two sessions a week" in cautions(new)
    assert "One exercise is enough" in advice(new)
    assert cautions(old) == ""
    assert "One exercise is enough" not in advice(old)


@pytest.mark.parametrize(("share", "stops"), [("30", False), ("30.1", True)])
def test_first_sessions_end_at_thirty_percent(share, stops):
    outcome = asked(percent_1rm=share)
    assert bool(outcome.stop) is stops
    assert not asked(percent_1rm=share, first_sessions="no").stop
    assert not stops or "Lighter at first" in str(outcome.headline)


# the limb -----------------------------------------------------------------------------------------


def test_a_limb_and_its_side_stand_in_headline_calendar_and_files():
    outcome = asked(limb="leg", side="right", exercise_1_name="Leg press")
    assert str(outcome.headline).endswith("Monday and Thursday. Right leg")
    assert "12 sessions with a cuff for the right leg from" in str(outcome.calendar.says)
    made = files(outcome)
    assert "SUMMARY:Cuff training: Leg press\\, right leg" in made["plan.ics"]
    assert '"Leg press, right leg"' in made["plan.csv"]
    assert json.loads(made["plan.json"])["answers"]["side"] == "right"
    assert str(asked(limb="arm", side="both").headline).endswith("Both arms")
    assert str(asked(limb="arm").headline).endswith(". Arm")


def test_what_a_screening_demands_is_in_every_file():
    standing = Standing(
        Level.LIMITS, Text("Limits"), limits=(limit("open-rests"),), closed=("left-leg",)
    )
    outcome = bridge.ask("plan", {"limb": "leg"}, standing)
    assert str(outcome.headline).endswith("Right leg")
    for name, text in files(outcome).items():
        flat = text.replace("\r\n ", "")
        assert "The cuff open in the rests." in flat, name
        assert "No cuff on: left leg." in flat, name


# heavy days ---------------------------------------------------------------------------------------


def test_heavy_comes_first_where_both_fall_on_one_day():
    outcome = asked(weeks=1, bfr_days=["mon"], heavy_days=["mon"], session_min=45)
    assert [f"{each:%H:%M}" for each in starts(outcome, "heavy")] == ["18:00"]
    assert [f"{each:%H:%M}" for each in starts(outcome)] == ["18:45"]
    assert str(outcome.calendar.weeks[0].days[0].says) == "Heavy, then cuff"
    assert "heavy first, and no cuff in the heavy sets" in advice(outcome)
    assert "on days in a row" not in advice(outcome)


@pytest.mark.parametrize(("heavy", "next_to"), [(["tue"], True), (["sun"], True), (["sat"], False)])
def test_a_heavy_day_next_to_a_cuff_day_is_mentioned(heavy, next_to):
    outcome = asked(heavy_days=heavy)
    assert ("train other muscles on one of them" in advice(outcome)) is next_to


def test_heavy_days_may_stay_empty():
    assert sessions(asked(heavy_days=[]), "heavy") == []


# progression --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("week", "share"), [(1, 20), (4, 20), (5, 25), (8, 25), (9, 30), (13, 35), (14, 35), (17, 35)]
)
def test_five_points_every_four_weeks_up_to_thirty_five(week, share):
    """20 % 1RM, +5 percentage points every 4 weeks, to 35 % by week 13 (centner2019tendon)."""
    assert five_points(week) == Percent(share)


def test_the_one_rm_is_tested_again_before_each_rise():
    assert [week for week in range(1, 20) if is_retest(week)] == [5, 9, 13]
    found = notes(asked(progression="five-points", weeks=16))
    assert [week for week, note in enumerate(found, 1) if "Test your 1RM" in note] == [5, 9, 13]
    assert "Test your 1RM again every 4 weeks" in advice(asked(progression="five-points"))


def test_coefficients_are_those_of_the_trials():
    assert [int(each.value) for each in (FIRST_SHARE, POINTS, EVERY, LAST_SHARE)] == [20, 5, 4, 35]
    assert int(MORE_THAN.value) == 15


def test_more_than_fifteen_in_the_fourth_set_earns_a_step():
    """More than 15 repetitions in the 4th set: add the smallest possible load (exknee2020)."""
    outcome = asked(progression="fourth-set", one_rm="100 kg", percent_1rm="30", step="5 kg")
    assert "More than 15 repetitions in the fourth set? Add the smallest step" in advice(outcome)
    assert facts(outcome)["Never add beyond"] == "40 kg"
    assert notes(outcome)[0] == "30 % of your 1RM: 30 kg"
    assert notes(outcome)[1] == "30 % of your 1RM: 30 kg, and the steps you have earned"
    assert "Never add beyond" not in facts(asked(progression="fourth-set"))


def test_loads_are_rounded_down_to_a_step():
    """84 kg: 20 % is 16.8, 25 % is 21, 30 % is 25.2, 35 % is 29.4; in steps of 2.5 kg."""
    outcome = asked(progression="five-points", one_rm="84 kg", weeks=13)
    assert [sessions(outcome)[2 * (week - 1)]["load"] for week in (1, 5, 9, 13)] == [
        "15 kg",
        "20 kg",
        "25 kg",
        "27.5 kg",
    ]
    working = {str(each.says): str(each.result) for each in outcome.steps}
    assert working["Share of the 1RM in week 1"] == "20 %"
    assert working["Share of the 1RM in week 13"] == "35 %"
    assert working["Load in week 1, down to a whole step"] == "15 kg"
    assert working["Load in week 13, down to a whole step"] == "27.5 kg"


@given(
    one_rm=st.integers(1, 500),
    weeks=st.integers(1, 16),
    share=st.integers(10, 40),
    step=st.sampled_from(["0.25 kg", "2.5 kg", "5 lb", "50 kg"]),
    progression=st.sampled_from(["hold", "fourth-set", "five-points"]),
)
def test_no_load_is_above_its_share_or_forty_per_cent(one_rm, weeks, share, step, progression):
    outcome = asked(
        one_rm=f"{one_rm} kg",
        weeks=weeks,
        percent_1rm=share,
        step=step,
        progression=progression,
        first_sessions="no",
    )
    whole = Mass.kg(one_rm)
    for each in sessions(outcome):
        share_of_week = Percent(each["percent_1rm"])
        assert share_of_week <= Percent(40)
        if each["load"]:
            number, unit = each["load"].split()
            load = Mass.of(number, Unit.KG if unit == "kg" else Unit.LB)
            assert load <= share_of_week.of(whole)
    too_heavy = not sessions(outcome)[0]["load"]
    assert ("Your smallest step is heavier" in cautions(outcome)) is too_heavy


@pytest.mark.parametrize(("share", "flagged"), [("19.5", True), ("20", False)])
def test_less_than_the_advised_share_is_flagged(share, flagged):
    assert ("less than the 20–40 % 1RM" in cautions(asked(percent_1rm=share))) is flagged


def test_a_share_that_is_less_than_one_step_asks_for_a_lighter_tool():
    """A fifth of 10 kg are 2 kg, less than one step of 2.5 kg."""
    given = {"one_rm": "10 kg", "percent_1rm": "20", "step": "2.5 kg"}
    assert "Your smallest step is heavier" in cautions(asked(**given))
    assert "Your smallest step is heavier" not in cautions(asked(**given | {"one_rm": "13 kg"}))


def test_a_missed_session_is_let_go():
    assert "Never do two in a row to catch up" in advice(asked())


# the calendar file --------------------------------------------------------------------------------


def unfolded(text):
    return text.replace("\r\n ", "")


@given(answers=valid_answers(PLAN))
def test_another_program_reads_the_calendar_as_it_was_meant(answers):
    outcome = bridge.ask("plan", answers)
    if outcome.stop:
        return
    text = files(outcome)["plan.ics"]
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    parsed = icalendar.Calendar.from_ical(text)
    assert str(parsed["VERSION"]) == "2.0"
    assert __version__ in str(parsed["PRODID"])
    found = parsed.walk("VEVENT")
    assert [(each["DTSTART"].dt, each["DTEND"].dt - each["DTSTART"].dt) for each in found] == [
        (datetime.fromisoformat(each["start"]), timedelta(minutes=each["minutes"]))
        for each in json.loads(files(outcome)["plan.json"])["sessions"]
    ]
    assert all(each["DTSTART"].dt.tzinfo is None for each in found), "on the reader's own clock"
    assert len({str(each["UID"]) for each in found}) == len(found)
    assert not any(each.errors for each in found)
    for each in found:
        cuffed = each["CATEGORIES"].cats == ["Cuff training"]
        assert ("Open the cuff at once" in each["DESCRIPTION"]) is cuffed
        assert f"rules {__version__}" in each["DESCRIPTION"]
        assert each["DTSTAMP"].dt.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "name",
    [
        "Leg press; 45°, slow \\ steady",
        "Beinpresse mit Fußplatte – groß, lang",
        "レッグプレスとレッグエクステンションを交互に行うトレーニングの日程",
        "🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️🏋️",
        "BEGIN:VEVENT",
        "a\\nb",
    ],
)
def test_what_was_typed_comes_back_from_the_calendar(name):
    text = files(asked(exercise_1_name=name))["plan.ics"]
    first = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
    assert str(first["SUMMARY"]) == f"Cuff training: {name}"
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_control_characters_never_enter_the_calendar():
    text = files(asked(exercise_1_name="Press\u0000\u0007\u007f\u0085END:VEVENT"))["plan.ics"]
    assert "SUMMARY:Cuff training: Press END:VEVENT\r\n" in text
    assert not [each for each in text if each < " " and each not in "\r\n"]


def test_the_same_plan_gives_the_same_file():
    """No clock and no chance: the stamp is midnight of the first day."""
    assert files(asked()) == files(asked())
    assert "DTSTAMP:20261130T000000Z\r\n" in files(asked())["plan.ics"]


def test_the_calendar_says_what_is_lifted():
    text = unfolded(files(asked(one_rm="100 kg"))["plan.ics"])
    assert (
        "DESCRIPTION:20 % of your 1RM: 20 kg.\\nUsual sets: 30\\, 15\\, 15 and 15 repetitions\\, "
        "30–60 s of rest between them.\\nOpen the cuff at once" in text
    )
    assert "SUMMARY:Cuff training\r\n" in text
    assert "URL:" not in text
    assert "Timer" not in text


TODAY = Date.parse("2026-12-01")


def calendar_of(today=None, timer="", **answers):
    """Read the calendar file of a plan: what it has of each session, by its name."""
    request = {"calculator": "plan", "answers": answers, "timer": timer}
    response = json.loads(bridge.answer(json.dumps({**request, "today": today})))
    (text,) = (each["text"] for each in response["outcome"]["files"] if each["name"] == "plan.ics")
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(each["UID"]): each for each in found}


@pytest.mark.parametrize(
    "changed",
    [
        {"start_hour": "19:00"},
        {"bfr_days": ["tue", "fri"]},
        {"session_min": "45"},
        {"percent_1rm": "25"},
        {"alarm": "15"},
    ],
)
def test_a_changed_plan_takes_the_place_of_what_it_was(changed):
    was, now = calendar_of("2026-11-24"), calendar_of("2026-11-25", **changed)
    assert was.keys() == now.keys()
    assert all(now[name]["SEQUENCE"] > was[name]["SEQUENCE"] for name in was)
    assert all(now[name]["LAST-MODIFIED"].dt > was[name]["LAST-MODIFIED"].dt for name in was)


def test_a_shorter_plan_keeps_the_names_of_its_sessions():
    assert calendar_of(weeks="4").keys() < calendar_of(weeks="6").keys()


@pytest.mark.parametrize(
    "other",
    [
        {"exercise_1_name": "Leg press"},
        {"one_rm": "80 kg"},
        {"start": "2026-12-07"},
        {"plan_name": "Anna"},
        {"progression": "five-points"},
    ],
)
def test_two_plans_never_take_the_place_of_each_other(other):
    assert not calendar_of().keys() & calendar_of(**other).keys()


def test_a_name_says_which_plan_it_is_whatever_else_changes():
    was = calendar_of(plan_name="Anna", one_rm="80 kg")
    assert was.keys() == calendar_of(plan_name="Anna", one_rm="85 kg", start="2026-12-07").keys()
    assert not was.keys() & calendar_of(plan_name="Ben", one_rm="80 kg").keys()


def test_heavy_sessions_have_names_of_their_own():
    assert calendar_of().keys() < calendar_of(heavy_days=["sat"]).keys()


def test_without_a_day_nothing_says_when_the_plan_was_made():
    for each in calendar_of().values():
        assert each["SEQUENCE"] == 0
        assert "LAST-MODIFIED" not in each


def test_the_day_is_counted_and_stamped():
    """From 1 January 2000 to 1 December 2026 there are 26 years with 7 leap days, and 334 days."""
    for each in calendar_of("2026-12-01").values():
        assert each["SEQUENCE"] == 26 * 365 + 7 + 334
        assert f"{each['DTSTAMP'].dt:%Y-%m-%d}" == "2026-12-01"


def test_a_session_leads_to_the_timer():
    found = calendar_of(timer="https://guide.example/do/player/", heavy_days=["sat"])
    for name, each in found.items():
        cuffed = "-bfr-" in name
        assert ("Timer: https://guide.example/do/player/" in each["DESCRIPTION"]) is cuffed
        assert ("URL" in each) is cuffed


@pytest.mark.parametrize(
    "address", [5, None, "javascript:alert(1)", "https://a b", "https://a\r\nBEGIN:VEVENT"]
)
def test_what_is_no_address_is_a_mistake_of_the_page(address):
    with pytest.raises(TypeError):
        calendar_of(timer=address)


@pytest.mark.parametrize(
    ("alarm", "before"),
    [
        ("none", None),
        ("0", timedelta(0)),
        ("15", timedelta(minutes=-15)),
        ("60", timedelta(hours=-1)),
        ("1440", timedelta(days=-1)),
    ],
)
def test_a_calendar_reminds_where_it_was_asked_to(alarm, before):
    for each in calendar_of(alarm=alarm, exercise_1_name="Leg, press").values():
        alarms = each.walk("VALARM")
        assert [found["TRIGGER"].dt for found in alarms] == ([] if before is None else [before])
        assert all(found["ACTION"] == "DISPLAY" for found in alarms)
        assert all(found["DESCRIPTION"] == "Cuff training: Leg, press" for found in alarms)


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (None, ""),
        ("2026-11-30", ""),
        ("2026-12-01", "1 session of this plan should be over: it began on Monday 30 November"),
        ("2027-06-01", "12 sessions of this plan should be over"),
    ],
)
def test_a_plan_that_began_in_the_past_says_so(today, says):
    outcome = bridge.ask("plan", {}, today=today and Date.parse(today))
    assert says in cautions(outcome)
    assert ("should be over" in cautions(outcome)) is bool(says)


def test_every_session_prints_what_a_screening_demands():
    given = {"level": "limits", "limits": ["open-rests"], "on": "2026-12-01"}
    standing = bridge.standing_of({**given, "today_on": "2026-12-01"})
    text = unfolded(files(bridge.ask("plan", {}, standing, TODAY))["plan.ics"])
    assert text.count("\\nLimit: ") == text.count("SUMMARY:Cuff training")


# the table and the data ---------------------------------------------------------------------------


@given(answers=valid_answers(PLAN))
def test_the_table_comes_back_from_a_reader_of_csv(answers):
    outcome = bridge.ask("plan", answers)
    if outcome.stop:
        return
    text = files(outcome)["plan.csv"].removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    other = files(outcome)["plan-semicolon.csv"].removeprefix("\ufeff")
    assert len(list(csv.reader(io.StringIO(other, newline=""), delimiter=";"))) == len(rows) + 1
    assert [(f"{row['date']}T{row['start']}", row["kind"], row["load"]) for row in rows] == [
        (each["start"], each["kind"], each["load"])
        for each in json.loads(files(outcome)["plan.json"])["sessions"]
    ]
    for row in rows:
        begins, ends = (time.fromisoformat(row[each]) for each in ("start", "end"))
        assert ends > begins
        assert date.fromisoformat(row["date"]).strftime("%A") == row["weekday"]


def test_a_table_has_a_variant_for_countries_with_a_decimal_comma():
    """22.5 would be the 22nd of May in a German Excel, and a comma would part no cells."""
    made = files(asked(percent_1rm="22.5", one_rm="100 kg"))
    assert (
        made["plan.csv"].splitlines()[1].find('"22.5","22.5 kg","22.5 % of your 1RM: 22.5 kg","",')
        > 0
    )
    assert (
        made["plan-semicolon.csv"]
        .splitlines()[1]
        .find('"22,5";"22,5 kg";"22,5 % of your 1RM: 22,5 kg";"";')
        > 0
    )
    assert all(text.startswith("\ufeff") for name, text in made.items() if name.endswith(".csv"))


@given(answers=valid_answers(PLAN))
def test_the_answers_in_the_data_make_the_same_plan(answers):
    outcome = bridge.ask("plan", answers)
    if outcome.stop:
        return
    made = json.loads(files(outcome)["plan.json"])
    assert (made["rules"], made["calculator"]) == (__version__, "plan")
    again = bridge.ask("plan", made["answers"])
    assert again == outcome


def test_a_calendar_that_may_be_shared_says_nothing_of_the_person():
    """Whether one is new to it, or guided, is nobody's business who sees the calendar."""
    new, old = (files(asked(first_sessions=answer)) for answer in ("yes", "no"))
    for name in ("plan.ics", "plan.csv"):
        assert new[name] == old[name]
        assert (
            "guided"
            not in files(asked(block="daily", guided="yes", weeks=1, first_sessions="no"))[name]
        )


def test_files_are_named_and_typed():
    assert [(each.name, each.type) for each in asked().files] == [
        ("plan.ics", "text/calendar"),
        ("plan.csv", "text/csv"),
        ("plan-semicolon.csv", "text/csv"),
        ("plan.json", "application/json"),
    ]
    assert facts(asked(weeks=1, bfr_days=["mon"])).keys() == {
        "First session",
        "Last session",
        "Share of the 1RM in week 1",
        "Share of the 1RM in the last week",
    }
    assert Duration.of(90, Unit.MINUTE) == read(PLAN.inputs, {"session_min": "90"})["session_min"]


# without a cuff -----------------------------------------------------------------------------------


def light(**answers):
    return asked(with_cuff="no", **answers)


@pytest.mark.parametrize(
    ("days", "headline"),
    [
        (["mon", "wed", "fri"], "18 sessions without a cuff in 6 weeks: "),
        (["mon", "tue"], "Change the days: Monday and Tuesday have no day between"),
        (["mon", "sun"], "Change the days: Sunday and Monday have no day between"),
    ],
)
def test_light_days_have_a_day_between(days, headline):
    """Beginners are advised two or three days a week; the day between is our rule."""
    assert str(light(light_days=days).headline).startswith(headline)


def test_one_light_day_a_week_is_less_than_advised():
    assert "less than the 2 to 3 sessions a week" in cautions(light(light_days=["mon"]))
    assert cautions(light()) == ""


def test_light_weeks_begin_gently_and_count_again():
    """As the calculator of light weights has it: 2 sets with 5 left for two weeks, then 3 with 2."""
    assert notes(light(weeks=4)) == [
        *["2 sets, 5 repetitions left in each"] * 2,
        "Count clean repetitions first, then 3 sets, 2 repetitions left in each",
        "3 sets, 2 repetitions left in each",
    ]


def test_who_must_not_go_to_failure_stays_gentle_in_a_plan():
    held = Standing(Level.LIMITS, Text("Limits"), (limit("no-failure"),))
    outcome = bridge.ask("plan", {"with_cuff": "no", "weeks": "4"}, held)
    assert "3 sets" not in " ".join(notes(outcome)) + advice(outcome)


def test_every_session_of_a_calendar_says_when_to_stop_and_when_to_leave_it_out():
    """The signs are those of `signs`, in few words: a calendar shows them where no page is open."""
    leave_out = "Ill or still sore today? Leave it out."
    cuffed = asked(weeks=1, heavy_days=["sat"])
    for outcome, kind, words in (
        (
            cuffed,
            "Cuff training",
            (
                "Open the cuff at once if the limb goes numb, cold, white or blue, or if you feel dizzy "
                f"or sick. {leave_out}"
            ),
        ),
        (cuffed, "Heavy training", "No cuff in heavy sets."),
        (
            light(weeks=1),
            "Light training, no cuff",
            (
                "Stop each set when a repetition is no longer clean. Chest pain, dizzy or sick? Stop. "
                f"{leave_out}"
            ),
        ),
    ):
        events = icalendar.Calendar.from_ical(files(outcome)["plan.ics"]).walk("VEVENT")
        found = [each for each in events if each["CATEGORIES"].cats == [kind]]
        assert found
        for each in found:
            assert words in str(each["DESCRIPTION"]).split("\n")


def test_a_light_calendar_names_no_cuff_and_no_share():
    outcome = light(exercise_1_name="Row", weeks=1, heavy_days=["sat"])
    text = unfolded(files(outcome)["plan.ics"])
    assert "SUMMARY:Light training\\, no cuff: Row" in text
    assert "uff training" not in text
    assert "1RM" not in text
    assert {each["percent_1rm"] for each in sessions(outcome, "light")} == {""}
    again = json.loads(files(outcome)["plan.json"])["answers"]
    assert files(bridge.ask("plan", again)) == files(outcome)
