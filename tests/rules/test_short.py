"""The short check: it holds for a day, and never makes a screening milder."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules.asking import Situation, run
from bfr_rules.catalog import calculator
from bfr_rules.gate import LIMBS, effective, gate
from bfr_rules.inputs.choices import DONT_KNOW
from bfr_rules.limits import OPEN_RESTS
from bfr_rules.question import AnswersError
from bfr_rules.screening.short import BOXES, CHECK, CLEAN
from bfr_rules.standing import Level, Release, Standing, Who
from bfr_rules.text import Text
from bfr_rules.times import Date

TODAY = Date.parse("2026-11-24")
YESTERDAY = Date.parse("2026-11-23")
ONLY_TODAY = {"asks": "today", "today": ["none"]}


def ask(answers, standing=None, today=TODAY):
    return run(CHECK, answers, Situation(standing, today)).outcome


def screened(level=Level.NONE, **more):
    """Give what a whole screening of yesterday found."""
    found = Standing(level, Text("…"), lasting=level, on=YESTERDAY, today_on=YESTERDAY)
    return replace(found, **more)


def test_a_clean_check_opens_settings_for_its_day_alone():
    standing = ask(CLEAN).standing
    assert (standing.level, standing.short) == (Level.NONE, True)
    assert (standing.on, standing.today_on) == (TODAY, TODAY)
    assert gate(standing, TODAY) is None
    assert gate(standing, Date.parse("2026-11-25")).gate == "expired"


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.value)
def test_each_box_is_as_strict_as_the_strictest_reason_behind_it(box):
    standing = ask({**CLEAN, "hardest": [box.value]}).standing
    assert standing.level is box.severity.value
    assert standing.level.rank >= max(each.severity.value.rank for each in box.items)
    assert standing.release_by == ()


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({"systolic": "160"}, Level.DOCTOR),
        ({"systolic": "140"}, Level.CLINICIAN),
        ({"systolic": "139"}, Level.NONE),
        ({"bp": "unknown", "systolic": "", "diastolic": ""}, Level.MISSING),
        ({"today": ["alcohol"]}, Level.NOT_TODAY),
        ({"today": ["ill"], "hardest": ["operation"]}, Level.NOT_TODAY),
        ({"hardest": [DONT_KNOW]}, Level.DOCTOR),
        ({"diastolic": "58"}, Level.LIMITS),
    ],
)
def test_the_level_of_the_check(answers, level):
    assert ask({**CLEAN, **answers}).standing.level is level


@pytest.mark.parametrize(
    ("answers", "last"),
    [
        ({"today": ["alcohol"]}, "Wait until it has passed"),
        ({"hardest": ["pregnancy"]}, "Go through the whole screening"),
    ],
)
def test_a_day_is_waited_for_and_what_lasts_is_asked_about(answers, last):
    assert str(ask({**CLEAN, **answers}).stop.do[-1]).startswith(last)


def test_what_is_left_to_answer_changes_nothing_that_a_page_has_kept():
    outcome = ask({})
    assert outcome.standing is None
    assert str(outcome.headline) == "Not finished: 3 questions left"
    assert ask({**CLEAN, "today": []}, screened()).standing is None


def test_a_screening_of_yesterday_goes_on_with_a_new_day():
    release = Release(Who.DOCTOR, YESTERDAY, ("left-leg",), (OPEN_RESTS,))
    before = screened(
        Level.CLINICIAN,
        limits=(OPEN_RESTS,),
        closed=("right-leg",),
        release_by=(Who.DOCTOR,),
        release=release,
    )
    after = ask(ONLY_TODAY, before).standing
    assert replace(after, says=before.says, today_on=YESTERDAY) == before
    assert after.today_on == TODAY
    assert gate(effective(after), TODAY) is None


def test_a_pressure_that_a_whole_screening_has_asked_for_need_not_be_known_again():
    unknown = {**CLEAN, "bp": "unknown", "systolic": "", "diastolic": ""}
    assert ask(unknown, screened()).standing.level is Level.NONE
    assert str(ask(unknown).headline) == "One thing missing: your blood pressure"


def test_a_screening_that_was_not_finished_leaves_its_limbs_and_limits():
    before = screened(Level.UNFINISHED, closed=("left-arm",), limits=(OPEN_RESTS,))
    after = ask(CLEAN, before).standing
    assert (after.level, after.closed, after.limits) == (
        Level.NONE,
        ("left-arm",),
        (OPEN_RESTS,),
    )
    assert after.short


def test_today_list_alone_is_enough_when_a_screening_is_handed_over():
    after = ask({"today": ["none"]}, screened(Level.LIMITS, limits=(OPEN_RESTS,))).standing
    assert (after.level, after.limits, after.short) == (Level.LIMITS, (OPEN_RESTS,), False)


def test_a_day_to_wait_keeps_what_lasts():
    after = ask({**ONLY_TODAY, "today": ["sore"]}, screened(Level.LIMITS)).standing
    assert (after.level, after.lasting) == (Level.NOT_TODAY, Level.LIMITS)


@pytest.mark.parametrize("standing", [None, Standing(Level.NONE, Text("…"), short=True)])
def test_today_alone_needs_a_whole_screening(standing):
    outcome = ask(ONLY_TODAY, standing)
    assert str(outcome.headline) == "A few questions first"
    assert outcome.standing is None


@given(
    valid_answers(CHECK),
    st.sampled_from([each for each in Level if each is not Level.UNFINISHED]),
    st.sets(st.sampled_from(sorted(LIMBS))),
)
def test_a_screening_is_never_made_milder(answers, level, closed):
    before = screened(level, closed=tuple(closed), limits=(OPEN_RESTS,))
    try:
        after = ask(answers, before).standing
    except AnswersError:
        return
    if after is None or level is Level.UNSCREENED:
        return
    lasting = max(level, Level.NONE, key=lambda each: each.rank)
    assert after.lasting.rank >= lasting.rank
    assert after.level.rank >= after.lasting.rank
    assert set(after.closed) == closed
    assert OPEN_RESTS in after.limits


@given(valid_answers(CHECK), st.sampled_from([each.value for each in BOXES]))
def test_one_more_tick_never_makes_it_milder(answers, value):
    given_answers = {**CLEAN, **answers, "asks": "all"}
    ticked = [each for each in given_answers["hardest"] if each != "none"]
    try:
        before = ask(given_answers).standing
        after = ask({**given_answers, "hardest": [*ticked, value]}).standing
    except AnswersError:
        return
    if before is not None:
        assert after.level.rank >= before.level.rank


def test_a_new_hard_reason_takes_a_release_back():
    release = Release(Who.DOCTOR, YESTERDAY, ("left-leg",), ())
    before = screened(Level.CLINICIAN, release_by=(Who.DOCTOR,), release=release)
    after = ask({**CLEAN, "hardest": ["clots"]}, before).standing
    assert (after.level, after.release, after.release_by) == (Level.DOCTOR, None, ())


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ({"systolic": "160"}, False),
        ({"systolic": "140"}, False),
        ({"systolic": "85"}, False),
        ({}, True),
    ],
)
def test_a_pressure_that_closes_takes_a_release_back_and_one_that_does_not_leaves_it(numbers, kept):
    """160/100 sees a doctor; 140/90 and an upper number below 90 ask a clinician; 120/75 none."""
    release = Release(Who.DOCTOR, YESTERDAY, ("left-leg",), ())
    before = screened(Level.CLINICIAN, release_by=(Who.DOCTOR,), release=release)
    after = ask({**CLEAN, **({"diastolic": "75"} if numbers else {}), **numbers}, before).standing
    assert (after.release == release) is kept
    assert (after.release_by == (Who.DOCTOR,)) is kept


def test_a_low_lower_number_asks_for_care_and_leaves_a_release():
    release = Release(Who.DOCTOR, YESTERDAY, ("left-leg",), ())
    before = screened(Level.CLINICIAN, release_by=(Who.DOCTOR,), release=release)
    outcome = ask({**CLEAN, "diastolic": "58"}, before)
    assert outcome.standing.release == release
    assert any("lower blood pressure below 60" in str(each.says) for each in outcome.cautions)
    assert [str(each.result) for each in outcome.steps] == ["1 reason"]


def test_it_is_private_and_behind_no_gate():
    assert calculator("check").private
    assert not calculator("check").gated
