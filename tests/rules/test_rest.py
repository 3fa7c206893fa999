"""Rests between sets, exercises and sessions, and signs that stop everything."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules.bridge import ask
from bfr_rules.inputs.answers import read
from bfr_rules.question import AnswersError
from bfr_rules.rest import NOT_TODAY, REST

FEELINGS = [
    choice.value for each in REST.inputs if each.name == "feeling" for choice in each.choices
]


def asked(**answers):
    return ask("rest", {name: str(value) for name, value in answers.items()})


def facts(outcome):
    return {str(fact.label): str(fact.value) for fact in outcome.facts}


def cautions(outcome):
    return " ".join(str(each.says) for each in outcome.cautions)


# the rests ----------------------------------------------------------------------------------------


def test_rests_are_those_of_the_guidelines():
    """Rest between sets: 30–60 s; ≥ 3 min open; sessions ≥ 36 h apart; 2–3 times a week."""
    assert facts(asked()) == {
        "Between sets": "30–60 s",
        "Between exercises, cuff open": "at least 3 min",
        "Between sessions": "at least 36 h, better 48 h",
        "Sessions": "2–3 sessions a week",
    }


@pytest.mark.parametrize(("rest", "advised"), [(29, False), (30, True), (60, True), (61, False)])
def test_thirty_to_sixty_seconds_are_advised(rest, advised):
    assert ("30–60 s is advised" in cautions(asked(rest_s=rest))) is not advised


# how often ----------------------------------------------------------------------------------------


GUIDED, USED_TO_IT = {"guided": "yes"}, {"first_sessions": "no"}


@pytest.mark.parametrize(
    ("weeks", "sessions", "guided", "first", "headline"),
    [
        (8, 4, "no", "no", "Fewer sessions, or a shorter block"),
        (12, 5, "yes", "no", "Fewer sessions, or a shorter block"),
        (4, 4, "yes", "no", "Fewer sessions, or a shorter block"),
        (3, 3, "no", "yes", None),
        (3, 4, "no", "no", "Not so often on your own"),
        (3, 4, "yes", "no", None),
        (3, 4, "yes", "yes", "Fewer at first: 2–3 sessions a week"),
        (1, 14, "yes", "no", None),
        (1, 15, "yes", "no", "Fewer: no guideline allows so many sessions"),
        (1, 7, "no", "yes", "Fewer at first: 2–3 sessions a week"),
    ],
)
def test_how_often_by_the_length_of_the_block(weeks, sessions, guided, first, headline):
    """2–3 times a week for > 3 weeks, or 1–2 times a day for 1–3 weeks (patterson2019), guided (abe2005, ladlow2018)."""
    outcome = asked(
        block_weeks=weeks, sessions_per_week=sessions, guided=guided, first_sessions=first
    )
    assert (str(outcome.headline) if outcome.stop else None) == headline


@given(weeks=st.integers(4, 52), sessions=st.integers(4, 21), guided=st.sampled_from(["no", "yes"]))
def test_four_or_more_in_the_long_run_always_stop(weeks, sessions, guided):
    """2–3 days per week resulted in the greatest ES compared to 4–5 (loenneke2012meta)."""
    outcome = asked(block_weeks=weeks, sessions_per_week=sessions, guided=guided, **USED_TO_IT)
    assert "did worse" in str(outcome.stop.says)
    assert "loenneke2012meta" in {cite.key for cite in outcome.stop.cites}


def test_daily_sessions_belong_to_professionals():
    outcome = asked(sessions_per_week=7, block_weeks=3, **GUIDED, **USED_TO_IT)
    assert facts(outcome)["Sessions"] == "1–2 sessions a day"
    assert "as long as the professional who guides you watches it" in cautions(outcome)


def test_one_a_week_is_flagged():
    assert "1 session a week is less than" in cautions(asked(sessions_per_week=1))
    assert cautions(asked(sessions_per_week=2)) == ""


# the next session ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "earliest", "gentler"),
    [
        (
            "2026-11-24T18:30",
            "Thursday 26 November 2026, 06:30",
            "Thursday 26 November 2026, 18:30",
        ),
        (
            "2026-11-30 20:00",
            "Wednesday 2 December 2026, 08:00",
            "Wednesday 2 December 2026, 20:00",
        ),
        ("2026-12-31T12:00", "Saturday 2 January 2027, 00:00", "Saturday 2 January 2027, 12:00"),
        ("2028-02-28T18:00", "Wednesday 1 March 2028, 06:00", "Wednesday 1 March 2028, 18:00"),
        ("2027-02-27T09:15", "Sunday 28 February 2027, 21:15", "Monday 1 March 2027, 09:15"),
        ("2028-02-27T12:00", "Tuesday 29 February 2028, 00:00", "Tuesday 29 February 2028, 12:00"),
    ],
)
def test_next_session_is_36_hours_later_and_gentler_after_48(last, earliest, gentler):
    """Rest between sessions ≥ 36 hours (exknee2020, Table 3)."""
    outcome = asked(last_session=last)
    assert str(outcome.headline) == f"Next session: {earliest} at the earliest"
    assert (str(outcome.band.low), str(outcome.band.high)) == (earliest, gentler)


def test_in_a_short_daily_block_the_next_day_is_the_next_session():
    daily = {"sessions_per_week": 7, "block_weeks": 2, **GUIDED, **USED_TO_IT}
    outcome = asked(last_session="2026-12-31 20:00", **daily)
    assert str(outcome.answer) == "Friday 1 January 2027, 20:00"
    assert outcome.band is None


@given(answers=valid_answers(REST))
def test_sessions_are_at_least_36_hours_apart_unless_daily(answers):
    outcome = ask("rest", answers)
    values = read(REST.inputs, answers)
    if outcome.stop or "last_session" not in values:
        return
    daily = values["block_weeks"] <= 3 and values["sessions_per_week"] > 3
    gap = outcome.answer.at - values["last_session"].at
    assert gap == (timedelta(hours=24) if daily else timedelta(hours=36))
    assert (outcome.band is None) is daily


def test_without_a_last_session_the_rests_are_the_headline():
    assert str(asked().headline) == "Rest 30–60 s between sets and at least 36 h between sessions"
    assert asked().headline.words() == (
        "Rest 30 to 60 seconds between sets and at least 36 hours between sessions"
    )
    assert str(asked().answer) == "2–3 sessions a week"
    daily = asked(sessions_per_week=7, block_weeks=2, **GUIDED, **USED_TO_IT)
    assert str(daily.headline) == "Rest 30–60 s between sets and a night between sessions"
    assert str(daily.answer) == "1–2 sessions a day"


# signs that stop everything -----------------------------------------------------------------------


def test_every_feeling_but_fine_is_a_stop():
    assert set(FEELINGS) - set(NOT_TODAY) == {"fine"}


@pytest.mark.parametrize("feeling", [each for each in FEELINGS if each != "fine"])
@given(answers=valid_answers(REST))
def test_a_warning_sign_replaces_every_plan(feeling, answers):
    outcome = ask("rest", answers | {"feeling": feeling})
    assert outcome.stop
    assert outcome.answer is None


@pytest.mark.parametrize(
    ("feeling", "headline"),
    [
        ("sore", "Not today: wait until you are no longer sore"),
        ("muscle", "Go to an emergency department now"),
        ("swollen", "See a doctor today"),
        ("breath", "Call the emergency number now"),
        ("numb", "See a doctor before the next session"),
    ],
)
def test_each_sign_says_where_to_go(feeling, headline):
    assert str(asked(feeling=feeling).headline) == headline


def test_signs_are_those_of_the_sources():
    """Severe pain, weakness, tea-coloured urine; one-sided swelling, warmth, colour change;
    breathlessness, chest pain, coughing blood → emergency (F4.6, F4.21)."""
    said = {feeling: str(outcome.stop.says) for feeling, outcome in NOT_TODAY.items()}
    assert all(sign in said["muscle"] for sign in ("Extreme pain", "weakness", "dark urine"))
    assert all(sign in said["swollen"] for sign in ("swollen", "warm", "discoloured"))
    assert all(sign in said["breath"] for sign in ("breathless", "chest pain", "coughing blood"))


def test_even_without_signs_the_answer_names_them():
    said = " ".join(str(each.says) for each in asked().next)
    assert "One limb swollen" in said
    assert "Dark urine" in said


def test_more_than_three_sessions_on_every_day_of_a_week_are_not_read():
    assert asked(sessions_per_week=21)
    with pytest.raises(AnswersError, match="You typed “22”"):
        asked(sessions_per_week=22)
