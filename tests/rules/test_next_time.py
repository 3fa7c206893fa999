"""What to do next time: the rules of progress at both sides of their edges, and the days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bfr_rules import bridge
from bfr_rules.bridge import ask
from bfr_rules.limits import LIMITS
from bfr_rules.quantity import Mass
from bfr_rules.question import AnswersError
from bfr_rules.standing import Level, Standing
from bfr_rules.text import Text
from bfr_rules.times import Date

SIX_PM = "2026-11-24T18:00"
TUESDAY = Date.parse("2026-11-24")
USED_TO_IT = {"first_sessions": "no", "one_rm": "100 kg"}


def asked(today=None, standing=None, **answers):
    return ask("next-time", USED_TO_IT | answers, standing, today)


def headline(**answers):
    return str(asked(**answers).headline)


def said(outcome):
    return " ".join(str(each.says) for each in (*outcome.cautions, *outcome.next))


def test_all_repetitions_in_two_sessions_running_are_a_step():
    """Our cautious version of the maker's order: finish all sets first, then the smallest step."""
    assert headline(done="30 15 15 15", done_before="30 15 15 15") == "A step up: 22.5 kg"
    assert headline(done="30 15 15 15", done_before="30 15 15 14") == "Keep 20 kg"
    assert headline(done="30 15 15 15") == "Keep 20 kg"
    assert headline(done="30 15 15 14", done_before="30 15 15 15") == "Keep 20 kg"
    assert headline(done="30 15 15", done_before="30 15 15 15") == "Keep 20 kg"


def test_two_sessions_running_are_two_at_the_same_load():
    given_ = {"done": "30 15 15 15", "done_before": "30 15 15 15"}
    assert headline(**given_, load_before="17.5 kg") == "Keep 20 kg"
    assert headline(**given_, load_before="20 kg") == "A step up: 22.5 kg"


def test_a_step_that_was_too_much_is_taken_back():
    fell_short = {"load": "22.5 kg", "done": "30 15 14 10", "done_before": "30 15 15 15"}
    assert headline(**fell_short, load_before="20 kg") == "Back to 20 kg"
    assert headline(**fell_short, load_before="25 kg") == "Keep 22.5 kg"


@pytest.mark.parametrize(
    ("done", "now"),
    [
        ("30 15 15 15", "Keep 20 kg"),
        ("30 15 15 16", "A step up: 25 kg"),
        ("30 15 15", "Keep 20 kg"),
    ],
)
def test_more_than_15_in_the_fourth_set_add_the_step(done, now):
    """EXKnee, Table 3: those who did more than 15 in the fourth set added 5 kg on that machine."""
    assert headline(progression="fourth-set", step="5 kg", done=done) == now


def test_a_load_that_is_kept_is_kept_whatever_was_done():
    assert headline(progression="hold", done_before="30 15 15 15") == "Keep 20 kg"


def test_no_step_passes_its_share_of_the_maximum():
    """30 % of 75 kg are 22.5 kg; of 74 kg 22.2 kg, in whole steps 20 kg. A 10RM is 75 % of the 1RM."""
    twice = {"done_before": "30 15 15 15"}
    assert headline(**twice, one_rm="75 kg") == "A step up: 22.5 kg"
    assert headline(**twice, one_rm="74 kg") == "Keep 20 kg: it is the most for now"
    assert headline(**twice, one_rm="", ten_rm="56.25 kg") == "A step up: 22.5 kg"
    assert headline(**twice, one_rm="", ten_rm="56 kg") == "Keep 20 kg: it is the most for now"
    assert headline(one_rm="50 kg") == "No more than 15 kg"
    assert headline(one_rm="50 kg", progression="hold") == "No more than 15 kg"


def test_first_sessions_have_their_own_ceiling():
    many = {"percent_1rm": "40", "load": "30 kg", "done_before": "30 15 15 15"}
    assert headline(**many) == "A step up: 32.5 kg"
    assert headline(**many, first_sessions="yes") == "Keep 30 kg: it is the most for now"


def test_without_a_maximum_there_is_no_step():
    twice = {"done_before": "30 15 15 15", "one_rm": ""}
    assert headline(**twice) == "Keep 20 kg, and test your 1RM or 10RM"
    assert headline(one_rm="") == "Keep 20 kg"


def test_a_step_that_is_heavier_than_the_share_is_no_load():
    assert headline(one_rm="8 kg") == "Your smallest step is too heavy"


def test_after_a_stop_sign_it_is_never_the_same_again():
    assert headline(sign="open") == "Settle the stop sign first"
    assert headline(sign="gone", done_before="30 15 15 15") == "A step less: 17.5 kg"
    assert headline(sign="gone", one_rm="50 kg") == "A step less: 15 kg"
    assert headline(sign="gone", one_rm="") == "A step less: 17.5 kg"
    assert headline(sign="gone", load="2.5 kg") == "Less than 2.5 kg, or without the cuff"
    assert headline(sign="gone", load="3 kg") == "Less than 3 kg, or without the cuff"


def test_after_a_stop_sign_or_two_weeks_the_reason_is_said():
    sign = "Your last session ended at a stop sign: never the same again after one."
    away = "You were away for 14 days or more. The muscles have lost what they were used to."
    assert str(asked(sign="gone").steps[0].says) == sign
    assert str(asked(TUESDAY.after(14), last_session=SIX_PM).steps[0].says) == away
    assert str(without(sign="gone").stop.says) == sign
    assert str(without(TUESDAY.after(14), last_session=SIX_PM).stop.says) == away


def test_how_one_feels_stops_it():
    for feeling in ("sore", "muscle", "swollen", "breath", "numb"):
        assert asked(feeling=feeling).stop == ask("rest", {"feeling": feeling}).stop


def test_the_shortest_gap_is_36_hours():
    """Tuesday 18:00 and 36 h are Thursday 06:00."""
    too_soon = asked(TUESDAY.after(1), last_session=SIX_PM)
    assert str(too_soon.headline) == "Not yet: from Thursday 26 November 2026, 06:00 on"
    assert str(asked(TUESDAY.after(2), last_session=SIX_PM).headline) == "Keep 20 kg"
    assert asked(last_session=SIX_PM).answer == Mass.kg(20)


def test_a_last_session_of_tomorrow_is_asked_back():
    with pytest.raises(AnswersError, match="last_session"):
        asked(TUESDAY.after(-1), last_session=SIX_PM)


def test_a_missed_session_is_let_go():
    """The plan's own rule. Wednesday and Saturday were planned; then Monday is the day."""
    days = {"last_session": SIX_PM, "bfr_days": ["wed", "sat", "mon"]}
    monday = TUESDAY.after(6)
    assert "Missed: Wednesday 25 November 2026 and Saturday 28" in said(asked(monday, **days))
    assert "Missed" not in said(asked(TUESDAY.after(2), last_session=SIX_PM, bfr_days=["thu"]))
    facts = {str(f.label): str(f.value) for f in asked(monday, **days).facts}
    assert facts["Next planned day"] == "Monday 30 November 2026"


def test_two_weeks_away_begin_again():
    """20 % of 100 kg; of what was lifted if that was less; and never a number without a maximum."""
    away = {"last_session": SIX_PM, "load": "27.5 kg"}
    assert str(asked(TUESDAY.after(13), **away).headline) == "Keep 27.5 kg"
    again = TUESDAY.after(14)
    assert str(asked(again, **away).headline) == "Begin again with one exercise: 20 kg"
    less = asked(again, last_session=SIX_PM, load="10 kg")
    assert str(less.headline) == "Begin again with one exercise: 10 kg"
    none = asked(again, **away, one_rm="")
    assert str(none.headline) == "Begin again with one exercise, lighter than 27.5 kg"
    assert (none.answer, none.carry) == (None, {})
    tiny = asked(again, **away, one_rm="10 kg")
    assert str(tiny.headline) == "Begin again with one exercise: 2.5 kg"


def test_an_aop_is_measured_again_after_eight_weeks_or_a_month_away():
    """Elite's course: it should change little over eight weeks. The month is ours."""
    measured = {"aop_on": "2026-11-24"}
    assert "AOP" not in said(asked(TUESDAY.after(56), **measured))
    assert "Have it measured again" in said(asked(TUESDAY.after(57), **measured))
    away = {**measured, "last_session": SIX_PM}
    assert "AOP" not in said(asked(TUESDAY.after(27), **away))
    assert "Have it measured again" in said(asked(TUESDAY.after(28), **away))
    assert "AOP" not in said(asked(**measured))


def test_a_maximum_is_tested_again_after_four_weeks():
    """The tendon trial tested the 1RM anew every four weeks."""
    tested = {"tested_on": "2026-11-24"}
    assert "Your maximum is of" not in said(asked(TUESDAY.after(27), **tested))
    assert "Your maximum is of" in said(asked(TUESDAY.after(28), **tested))


def test_what_is_trained_is_named():
    assert headline(exercise_1_name="Curl", exercise_1_side="left", exercise_1_limb="arm") == (
        "Curl, left arm: Keep 20 kg"
    )
    assert headline(exercise_1_side="both") == "Both legs: Keep 20 kg"


def test_a_limit_of_the_screening_holds_the_load():
    limits = Standing(Level.LIMITS, Text("Limits"), (LIMITS["lowest-load"],))
    held = asked(standing=limits, done_before="30 15 15 15", percent_1rm="40")
    assert held.answer == Mass.kg(20)
    assert {each.name for each in held.bound} == {"progression", "percent_1rm"}


@given(
    load=st.integers(1, 400),
    one_rm=st.integers(1, 400),
    share=st.integers(10, 40),
    first=st.sampled_from(["yes", "no"]),
    rule=st.sampled_from(["hold", "all-sets", "fourth-set"]),
    sign=st.sampled_from(["no", "gone"]),
    days=st.sampled_from([None, 3, 20, 40]),
)
def test_the_load_never_passes_its_share(load, one_rm, share, first, rule, sign, days):
    outcome = asked(
        days and TUESDAY.after(days),
        load=f"{load} kg",
        one_rm=f"{one_rm} kg",
        percent_1rm=str(share),
        first_sessions=first,
        progression=rule,
        sign=sign,
        done="30 15 15 20",
        done_before="30 15 15 15",
        **({"last_session": SIX_PM} if days else {}),
    )
    if outcome.answer is not None:
        most = min(share, 30) if first == "yes" else share
        assert outcome.answer.in_kg <= one_rm * most / 100
        assert outcome.answer <= Mass.kg(load) + Mass.kg("2.5")
        if sign == "gone" or (days or 0) >= 14:
            assert outcome.answer <= Mass.kg(load)


def test_what_is_carried_is_an_answer_of_the_session():
    carried = asked(done_before="30 15 15 15").carry
    assert carried == {"exercise_1_load": "22.5 kg"}
    assert bridge.ask("session", carried).answer


# without a cuff -----------------------------------------------------------------------------------

FREE = {"with_cuff": "no", "planned": "20 20", "done": "20 20"}


def without(today=None, **answers):
    return ask("next-time", FREE | answers, None, today)


@pytest.mark.parametrize(
    ("answers", "headline"),
    [
        ({}, "The same again"),
        ({"exercise_1_name": "Row"}, "Row: the same again"),
        ({"done_before": "20 20"}, "Count again, you may be stronger"),
        ({"done": "20 19", "done_before": "20 20"}, "The same again"),
        ({"done": "20", "done_before": "20 20"}, "The same again"),
        ({"done_before": "20 19"}, "The same again"),
    ],
)
def test_without_a_cuff_only_a_count_changes_the_sets(answers, headline):
    assert str(without(**answers).headline) == headline


@pytest.mark.parametrize(
    ("today", "headline"),
    [
        ("2026-11-25", "Not yet: from Thursday 26 November 2026 on"),
        ("2026-11-26", "The same again"),
        ("2026-12-07", "The same again"),
        ("2026-12-08", "Count again first"),
    ],
)
def test_without_a_cuff_a_day_lies_between_and_two_weeks_are_too_long(today, headline):
    outcome = without(Date.parse(today), last_session=SIX_PM)
    assert str(outcome.headline) == headline
    assert (outcome.stop is None) == (headline == "The same again")


def test_a_count_since_then_leads():
    since = {"last_session": SIX_PM, "counted_on": "2026-12-08"}
    late = Date.parse("2026-12-08")
    assert str(without(late, **since).headline) == "Your new count leads"
    assert str(without(late, **since, sign="gone").headline) == "Your new count leads"
    before = since | {"counted_on": "2026-11-24"}
    assert str(without(late, **before).headline) == "Count again first"


def test_a_stop_sign_holds_without_a_cuff_too():
    assert str(without(sign="open").headline) == "Settle the stop sign first"
    assert str(without(sign="gone").headline) == "Count again first"
    assert without(feeling="breath").stop


def test_the_weight_of_light_sets_is_kept_and_the_planned_days_are_named():
    outcome = without(
        Date.parse("2026-11-27"),
        exercise_1_load="8 kg",
        last_session=SIX_PM,
        bfr_days=["tue", "thu", "sat"],
    )
    facts = {str(each.label): str(each.value) for each in outcome.facts}
    assert facts == {
        "Last time": "8 kg, 20-20",
        "Next session from": "Thursday 26 November 2026",
        "Next planned day": "Saturday 28 November 2026",
    }
    assert outcome.carry == {"exercise_1_load": "8 kg"}
    assert "Missed: Thursday 26 November 2026" in said(outcome)


def test_a_last_session_without_a_cuff_is_not_of_tomorrow():
    with pytest.raises(AnswersError):
        without(Date.parse("2026-11-23"), last_session=SIX_PM)


def test_a_closed_limb_bears_on_no_sets_without_a_cuff():
    held = Standing(Level.LIMITS, Text("Limits"), closed=("left-leg", "right-leg"))
    assert str(ask("next-time", FREE, held).headline) == "The same again"
    assert ask("next-time", USED_TO_IT, held).stop
