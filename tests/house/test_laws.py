"""Laws that hold across all calculators: the gate, the pressures, the loads, what is carried on and noted."""

from __future__ import annotations

import json
import re
from itertools import cycle

import pytest
from corpus import answers_to, outcomes_of, typed

from bfr_rules import __version__, bridge, catalog, sensitivity
from bfr_rules.catalog import CALCULATORS
from bfr_rules.gate import LIMBS, NO_SETTINGS
from bfr_rules.inputs.answers import applies, read
from bfr_rules.inputs.words import NameInput
from bfr_rules.pressure import stops
from bfr_rules.question import AnswersError
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
HANDED_ON = {"limb", "side", "exercise_1_limb", "exercise_1_side", "cuff_width_cm", "percent_aop"}
"""What a calculator that asks about health may hand on."""
TO_CHECK_AN_AOP = {"screening": {"systolic"}}
"""But for the number against which an AOP is held: within the page, from step to step."""
FOR_THE_STEPS = {"aop_known", "gauge"}
"""What is carried for the steps themselves, which no question asks."""


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


# --- The gate ----------------------------------------------------------------------------------


@each_stop
@each_gated
def test_after_a_stop_no_setting_is_shown(asked, level):
    """Whatever was typed, and whichever limbs are closed: it is the same stop, which holds nothing."""
    closed = cycle([[], ["left-leg"], ["left-arm", "right-arm"], list(LIMBS)])
    said = [
        respond(asked, answers, level=level.value, closed=next(closed))["outcome"]
        for answers in answers_to(asked.slug)
    ]
    outcome = said[0]
    assert all(each == outcome for each in said)
    assert outcome["verdict"] == "stop"
    assert outcome["headline"] == str(NO_SETTINGS[level].headline)
    assert [name for name in SETTINGS if outcome[name] is not None] == []
    assert [name for name in LISTS if outcome[name]] == []
    assert outcome["note"] == ""
    assert outcome["letter"] is None
    words = [outcome["headline"], outcome["stop"]["says"], *outcome["stop"]["do"]]
    assert not [each for each in words if re.search(r"\d", each)]


@each_stop
@each_gated
def test_a_stop_is_the_same_whatever_was_typed(asked, level):
    free = respond(asked, {}, level=level.value)
    assert all(respond(asked, each, level=level.value) == free for each in answers_to(asked.slug))


@each_gated
def test_a_level_that_nobody_knows_is_no_way_in(asked):
    for level in ("", "cleared", "NONE", None, 0):
        with pytest.raises(ValueError, match="Level"):
            respond(asked, asked.examples[0].given, level=level)


@pytest.mark.parametrize("limb", ["arm", "leg"])
@each_gated
def test_a_limb_that_is_closed_on_both_sides_has_no_setting(asked, limb):
    """Neither in the answer nor in what would change it."""
    about = [each for each in asked.inputs if each.name.split("_")[-1] in {"limb", "limbs"}]
    closed = [f"left-{limb}", f"right-{limb}"]
    open_limb = {"arm": "leg", "leg": "arm"}[limb]
    for answers in answers_to(asked.slug):
        response = respond(asked, answers, level="limits", closed=closed)
        if "outcome" not in response:
            continue
        outcome = response["outcome"]
        values = read(asked.inputs, typed(answers))
        if limb in {values.get(each.name) for each in about if applies(each, values)}:
            assert outcome["verdict"] == "stop", answers
            assert outcome["headline"] == f"No cuff on your {limb}s", answers
        offered = [each["says"] for each in outcome["changes"] if "imb: " in each["says"]]
        assert not [each for each in offered if open_limb not in each.lower()], answers


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
def test_no_other_calculator_writes_a_pressure_in_mmhg(asked):
    names = {each.name for each in asked.inputs if isinstance(each, NameInput)}
    for answers, outcome in outcomes_of(asked.slug):
        if names & answers.keys():  # what a reader calls an exercise is shown back
            continue
        said = everything_said(outcome)
        assert not [each for each in said if re.search(r"mm\s?Hg", each, re.IGNORECASE)], answers


@each_calculator
def test_no_share_of_the_aop_passes_eighty_per_cent(asked):
    for answers, outcome in outcomes_of(asked.slug):
        settings = [outcome["headline"], outcome["answer"] or ""]
        settings += [fact["value"] for fact in outcome["facts"]]
        settings += [each["result"] for each in outcome["changes"]]
        shares = [
            float(share)
            for said in settings
            for share in re.findall(r"([\d.]+)\s*% (?:of (?:your |the )?)?AOP", said)
        ]
        assert [share for share in shares if share > 80] == [], answers


@pytest.mark.parametrize("slug", ["training-load", "plan"])
def test_no_load_passes_forty_per_cent(slug):
    """Of those that choose one; the load is tested against its own 1RM in test_loads.py."""
    for answers, outcome in outcomes_of(slug):
        settings = [outcome["headline"], *(fact["value"] for fact in outcome["facts"])]
        shares = [
            float(share) for said in settings for share in re.findall(r"([\d.]+)\s*% 1RM", said)
        ]
        assert [share for share in shares if share > 40] == [], answers


# --- What goes on from an answer -----------------------------------------------------------------


@each_calculator
def test_what_is_carried_is_an_answer_that_another_calculator_accepts(asked):
    questions = {each.name: each for other in CALCULATORS for each in other.inputs}
    carried = {pair for _, outcome in outcomes_of(asked.slug) for pair in outcome["carry"].items()}
    assert {name for name, _ in carried} <= {*questions, *FOR_THE_STEPS}
    for name, value in carried:
        asking = [o for o in CALCULATORS if name in {each.name for each in o.inputs}]
        for other in asking:
            assert name not in wrong(other, {name: value}), (other.slug, value)


@each_private
def test_a_private_calculator_hands_on_nothing_about_health(asked):
    for answers, outcome in outcomes_of(asked.slug):
        assert set(outcome["carry"]) <= HANDED_ON | TO_CHECK_AN_AOP.get(asked.slug, set()), answers
        assert outcome["files"] == [], answers


@each_calculator
def test_every_change_comes_true_when_it_is_asked(asked):
    """What "would change it" says is what the calculator answers then."""
    questions = {each.name: each for each in asked.inputs}
    for given, outcome in outcomes_of(asked.slug)[:40]:
        answers = typed(given)
        values = read(asked.inputs, answers)
        possible = {}
        for name, to in ((vary.name, to) for vary in asked.varies for to in vary.to):
            if name not in values:
                continue
            other = sensitivity._typed(questions[name], values[name], to)
            try:
                then = bridge.ask(asked.slug, {**answers, name: other})
            except AnswersError:
                continue
            shown = questions[name].show(read(asked.inputs, {**answers, name: other})[name])
            says = str(labelled(questions[name].label, shown))
            possible[says] = str(then.headline if then.answer is None else then.answer)
        for change in outcome["changes"]:
            assert possible[change["says"]] == change["result"], answers


# --- The note ------------------------------------------------------------------------------------


@each_calculator
def test_a_note_says_what_was_asked_answered_and_used(asked):
    for given, outcome in outcomes_of(asked.slug):
        answers, note = typed(given), outcome["note"]
        assert outcome["headline"] in note
        assert f"rules {__version__}" in note
        values = read(asked.inputs, answers)
        for question in asked.inputs:
            if question.name in answers and question.name in values:
                assert str(question.label).rstrip("?") in note, question.name
        shown = [*outcome["steps"], *outcome["cautions"], *filter(None, [outcome["stop"]])]
        used = {cite["key"] for part in shown for cite in part["cites"]}
        assert not [key for key in used if key not in note], answers
        assert not re.search(r"\bNone\b(?! yet| of)|Fraction\(|Text\(|\(\)|<[A-Z]", note), note


@each_calculator
def test_a_note_is_plain_text_that_any_record_takes(asked):
    for each in asked.examples:
        note = respond(asked, each.given)["outcome"]["note"]
        assert note.endswith("\n")
        assert not re.search(r"[\t\r<>{}]|\n\n\n", note), note


def test_pressure_and_screening_draw_the_same_lines_for_the_blood_pressure():
    assert (HIGH[0], RAISED[0]) == (
        stops.HIGH_SYSTOLIC,
        stops.RAISED_SYSTOLIC,
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
