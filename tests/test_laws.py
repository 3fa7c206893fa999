"""Laws that hold across all calculators: the gate, the pressures, the loads, what is carried on and noted."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import any_answers, valid_answers
from test_catalog import typed

from bfr_rules import __version__, bridge, catalog, pressure, sensitivity
from bfr_rules.catalog import CALCULATORS
from bfr_rules.gate import LIMBS, NO_SETTINGS
from bfr_rules.inputs import NameInput, applies, read
from bfr_rules.model import AnswersError
from bfr_rules.screening.reasons import HIGH, RAISED
from bfr_rules.text import labelled

GATED = [asked for asked in CALCULATORS if asked.gated]
PRIVATE = [asked for asked in CALCULATORS if asked.private]

each_calculator = pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)
each_gated = pytest.mark.parametrize("asked", GATED, ids=lambda asked: asked.slug)
each_private = pytest.mark.parametrize("asked", PRIVATE, ids=lambda asked: asked.slug)
each_stop = pytest.mark.parametrize("level", NO_SETTINGS, ids=lambda level: level.value)

SETTINGS = ("answer", "band", "scale", "timeline", "calendar")
LISTS = ("facts", "steps", "cautions", "next", "tables", "files", "carry", "changes")
"""What a stop must not bring along."""

HAVE_MMHG = {"screening", "check", "pressure", "pressure-explorer"}
"""Calculators that may write mmHg: of the reader's own blood pressure, or from a measured AOP."""
FOR_THE_STEPS = {"aop_known", "gauge"}
"""What is carried for the steps themselves, which no question asks."""

closed_limbs = st.lists(st.sampled_from(list(LIMBS)), unique=True)


def respond(asked, answers, **standing):
    """Ask through the bridge, as a page does."""
    request = {"calculator": asked.slug, "answers": answers}
    if standing:
        request["standing"] = standing
    return json.loads(bridge.answer(json.dumps(request)))


def everything_said(value):
    """List every text of a response."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from everything_said(each)
        case dict():
            for each in value.values():
                yield from everything_said(each)


def wrong(asked, answers):
    """Name the questions whose answers cannot be read."""
    try:
        read(asked.inputs, answers)
    except AnswersError as error:
        return {problem.name for problem in error.problems}
    return set()


def outcome_of(asked, answers):
    """Answer, or leave the example out when it has no answer."""
    response = respond(asked, answers)
    assume("outcome" in response)
    return response["outcome"]


# --- The gate ----------------------------------------------------------------------------------


@each_stop
@each_gated
@given(data=st.data())
def test_after_a_stop_no_setting_is_shown(asked, level, data):
    answers = data.draw(st.one_of(valid_answers(asked), any_answers(asked)))
    outcome = respond(asked, answers, level=level.value, closed=data.draw(closed_limbs))["outcome"]
    assert outcome["verdict"] == "stop"
    assert outcome["headline"] == str(NO_SETTINGS[level].headline)
    assert [name for name in SETTINGS if outcome[name] is not None] == []
    assert [name for name in LISTS if outcome[name]] == []
    assert outcome["note"] == ""
    assert outcome["letter"] is None
    words = [outcome["headline"], outcome["stop"]["says"], *outcome["stop"]["do"]]
    assert not [each for each in words if re.search(r"\d", each)]


@each_gated
@given(data=st.data())
def test_a_stop_is_the_same_whatever_was_typed(asked, data):
    level = data.draw(st.sampled_from(list(NO_SETTINGS)))
    said = [
        respond(asked, answers, level=level.value)
        for answers in ({}, data.draw(any_answers(asked)))
    ]
    assert said[0] == said[1]


@each_gated
def test_a_level_that_nobody_knows_is_no_way_in(asked):
    for level in ("", "cleared", "NONE", None, 0):
        with pytest.raises(ValueError, match="Level"):
            respond(asked, asked.examples[0].given, level=level)


@pytest.mark.parametrize("limb", ["arm", "leg"])
@each_gated
@given(data=st.data())
def test_a_limb_that_is_closed_on_both_sides_has_no_setting(asked, limb, data):
    """Neither in the answer nor in what would change it."""
    about = [each for each in asked.inputs if each.name.split("_")[-1] in {"limb", "limbs"}]
    answers = data.draw(st.one_of(valid_answers(asked), any_answers(asked)))
    closed = [f"left-{limb}", f"right-{limb}"]
    response = respond(asked, answers, level="limits", closed=closed)
    assume("outcome" in response)
    values = read(asked.inputs, typed(answers))
    named = {values.get(each.name) for each in about if applies(each, values)}
    outcome = response["outcome"]
    if limb in named:
        assert outcome["verdict"] == "stop"
        assert outcome["headline"] == f"No cuff on your {limb}s"
    open_limb = {"arm": "Leg", "leg": "Arm"}[limb]
    offered = [each["says"] for each in outcome["changes"] if "imb: " in each["says"]]
    assert not [each for each in offered if open_limb.lower() not in each.lower()]


@each_gated
def test_with_every_limb_closed_there_is_no_setting(asked):
    for number, each in enumerate(asked.examples):
        response = respond(asked, each.given, level="limits", closed=list(LIMBS))
        assert response["outcome"]["verdict"] == "stop", number


@each_stop
def test_no_calculator_but_those_open_to_all_is_left_ungated(level):
    """Screening must stay open: it is the way back from a stop."""
    assert {asked.slug for asked in CALCULATORS if not asked.gated} <= {
        "screening",
        "check",
        "equipment",
        "pressure-explorer",
        "rest",
    }, level


# --- Pressures and loads -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked",
    [asked for asked in CALCULATORS if asked.slug not in HAVE_MMHG],
    ids=lambda asked: asked.slug,
)
@given(data=st.data())
def test_no_other_calculator_writes_a_pressure_in_mmhg(asked, data):
    answers = data.draw(st.one_of(valid_answers(asked), any_answers(asked)))
    names = {each.name for each in asked.inputs if isinstance(each, NameInput)}
    answers = {name: value for name, value in answers.items() if name not in names}
    outcome = outcome_of(asked, answers)
    found = [
        each for each in everything_said(outcome) if re.search(r"mm\s?Hg", each, re.IGNORECASE)
    ]
    assert found == []


@each_calculator
@given(data=st.data())
def test_no_share_of_the_aop_passes_eighty_per_cent(asked, data):
    answers = data.draw(st.one_of(valid_answers(asked), any_answers(asked)))
    outcome = outcome_of(asked, answers)
    settings = [outcome["headline"], outcome["answer"] or ""]
    settings += [fact["value"] for fact in outcome["facts"]]
    settings += [each["result"] for each in outcome["changes"]]
    shares = [
        float(share)
        for said in settings
        for share in re.findall(r"([\d.]+)\s*% (?:of (?:your |the )?)?AOP", said)
    ]
    assert [share for share in shares if share > 80] == []


@given(data=st.data())
def test_no_load_passes_forty_per_cent(data):
    """Of those that choose one; the load is tested against its own 1RM in test_loads.py."""
    asked = catalog.calculator(data.draw(st.sampled_from(["training-load", "plan"])))
    outcome = outcome_of(asked, data.draw(valid_answers(asked)))
    settings = [outcome["headline"], *(fact["value"] for fact in outcome["facts"])]
    shares = [float(share) for said in settings for share in re.findall(r"([\d.]+)\s*% 1RM", said)]
    assert [share for share in shares if share > 40] == []


# --- What goes on from an answer -----------------------------------------------------------------


@each_calculator
@given(data=st.data())
def test_what_is_carried_is_an_answer_that_another_calculator_accepts(asked, data):
    carry = outcome_of(asked, data.draw(valid_answers(asked)))["carry"]
    questions = {each.name: each for other in CALCULATORS for each in other.inputs}
    assert set(carry) <= {*questions, *FOR_THE_STEPS}
    for name, value in carry.items():
        asking = [o for o in CALCULATORS if name in {each.name for each in o.inputs}]
        for other in asking:
            assert name not in wrong(other, {name: value}), (other.slug, value)


@each_private
@given(data=st.data())
def test_a_private_calculator_hands_on_nothing_about_health(asked, data):
    outcome = outcome_of(asked, data.draw(valid_answers(asked)))
    assert set(outcome["carry"]) <= {"limb", "exercise_1_limb", "cuff_width_cm", "percent_aop"}
    assert outcome["files"] == []


@each_calculator
@given(data=st.data())
def test_every_change_comes_true_when_it_is_asked(asked, data):
    """What "would change it" says is what the calculator answers then."""
    answers = typed(data.draw(valid_answers(asked)))
    try:
        now = bridge.ask(asked.slug, answers)
    except AnswersError:
        return
    offered = sensitivity.changes(asked, answers, now)
    values = read(asked.inputs, answers)
    questions = {each.name: each for each in asked.inputs}
    possible = {}
    for vary in asked.varies:
        for to in vary.to:
            if vary.name not in values:
                continue
            other = sensitivity._typed(values[vary.name], to)
            try:
                then = bridge.ask(asked.slug, {**answers, vary.name: other})
            except AnswersError:
                continue
            question = questions[vary.name]
            says = str(labelled(question.label, sensitivity._label(question, other)))
            possible[says] = str(then.headline if then.answer is None else then.answer)
    for change in offered:
        assert possible[str(change.says)] == str(change.result)


# --- The note ------------------------------------------------------------------------------------


@each_calculator
@given(data=st.data())
def test_a_note_says_what_was_asked_answered_and_used(asked, data):
    answers = typed(data.draw(valid_answers(asked)))
    try:
        outcome = bridge.ask(asked.slug, answers)
    except AnswersError:
        return
    note = respond(asked, answers)["outcome"]["note"]
    assert str(outcome.headline) in note
    assert f"rules {__version__}" in note
    values = read(asked.inputs, answers)
    for question in asked.inputs:
        if question.name in answers and question.name in values:
            assert str(question.label).rstrip("?") in note, question.name
    shown = (*outcome.steps, *outcome.cautions, *((outcome.stop,) if outcome.stop else ()))
    used = {cite.key for part in shown for cite in part.cites}
    assert not [key for key in used if key not in note]
    assert not re.search(r"\bNone\b(?! yet| of)|Fraction\(|Text\(|\(\)|<[A-Z]", note), note


@each_calculator
def test_a_note_is_plain_text_that_any_record_takes(asked):
    for each in asked.examples:
        note = respond(asked, each.given)["outcome"]["note"]
        assert note.endswith("\n")
        assert not re.search(r"[\t\r<>{}]|\n\n\n", note), note


def test_pressure_and_screening_draw_the_same_lines_for_the_blood_pressure():
    assert (HIGH[0], RAISED[0]) == (
        pressure.HIGH_SYSTOLIC,
        pressure.RAISED_SYSTOLIC,
    )


@pytest.mark.parametrize(
    ("systolic", "verdict"), [(139, "answer"), (140, "caution"), (159, "caution"), (160, "stop")]
)
def test_who_skips_the_screening_meets_its_lines_at_the_pressure(systolic, verdict):
    asked = catalog.calculator("pressure")
    answers = {
        "aop_known": "measured",
        "aop_mmhg": "187",
        "position": "sitting",
        "train_position": "sitting",
        "systolic": str(systolic),
    }
    assert respond(asked, answers)["outcome"]["verdict"] == verdict
