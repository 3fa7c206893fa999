"""Equipment: what a cuff can do, the way on without one, and never a pressure."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules import bridge
from bfr_rules.equipment import AIR, EQUIPMENT
from bfr_rules.inputs.answers import read
from bfr_rules.pressure.declaration import PRESSURE
from bfr_rules.quantity import decimal
from bfr_rules.references import NARROW_CUFF_AOP, WIDE_CUFF_AOP

CUFFS = ("measured", "gauge", "own-units", "wrap", "none")


def asked(**answers):
    return bridge.ask("equipment", answers)


def cautions(outcome):
    return " ".join(str(each.says) for each in outcome.cautions)


def do(outcome):
    return " ".join(str(each) for each in outcome.stop.do)


def advice(outcome):
    return " ".join(str(each.says) for each in outcome.next)


def without_sources(node):
    """Give an outcome as JSON without its citations."""
    if isinstance(node, dict):
        return {name: without_sources(value) for name, value in node.items() if name != "cites"}
    return [without_sources(each) for each in node] if isinstance(node, list) else node


# laws ---------------------------------------------------------------------------------------------


@given(st.data())
def test_no_answer_gives_a_pressure(data):
    """Never do, 1: no cuff pressure unless the user enters an AOP measured with that cuff."""
    answers = data.draw(valid_answers(EQUIPMENT))
    shown = json.dumps(without_sources(bridge.outcome_json(bridge.ask("equipment", answers))))
    assert not re.search(r"mm ?hg|millimetre|kpa|% aop", shown, re.IGNORECASE)


@given(st.data())
def test_an_air_cuff_goes_on_only_at_the_top_and_if_it_opens_with_one_hand(data):
    answers = data.draw(valid_answers(EQUIPMENT))
    values = read(EQUIPMENT.inputs, answers)
    outcome = bridge.ask("equipment", answers)
    if values["cuff"] in AIR:
        fine = values["one_hand"] == "yes" and values["place"] == "top"
        assert bool(outcome.stop) is not fine
    else:
        assert outcome.stop is None


@given(st.data())
def test_what_is_carried_leads_to_a_pressure_only_from_a_measured_aop(data):
    """The pressure that follows asks for an AOP, or says how to get one."""
    answers = data.draw(valid_answers(EQUIPMENT))
    outcome = bridge.ask("equipment", answers)
    if outcome.stop:
        assert not outcome.carry
        return
    known = outcome.carry["aop_known"]
    assert known == ("measured" if answers.get("cuff", "measured") == "measured" else "not")
    names = {each.name for each in PRESSURE.inputs}
    given_on = {name: value for name, value in outcome.carry.items() if name in names}
    stop = bridge.ask("pressure", given_on).stop
    assert stop, "nothing but an AOP that somebody types gives a pressure"


# the cuff -----------------------------------------------------------------------------------------


def test_the_form_starts_with_the_question_that_nobody_has_tried():
    assert str(asked().headline) == "Try it first: does the cuff open with one hand?"


@pytest.mark.parametrize(
    ("one_hand", "says"),
    [("no", "you must be able to open it with one hand"), ("unknown", "Try it first")],
)
@pytest.mark.parametrize("cuff", AIR)
def test_a_cuff_that_may_not_open_is_a_stop(cuff, one_hand, says):
    outcome = asked(cuff=cuff, one_hand=one_hand)
    assert says in str(outcome.headline)
    assert outcome.stop


@pytest.mark.parametrize("cuff", AIR)
def test_another_place_is_a_stop(cuff):
    """Never do, 13: never suggest cuffs on calf, forearm, chest, neck."""
    outcome = asked(cuff=cuff, one_hand="yes", place="elsewhere")
    assert "only the top of the arm or of the thigh" in str(outcome.headline)
    assert "Never put one on the calf, forearm, chest, belly or neck." in do(outcome)


@pytest.mark.parametrize(
    ("cuff", "headline"),
    [
        ("measured", "Your cuff will do: go on to its pressure"),
        ("gauge", "Not yet: first have your AOP measured with this cuff"),
        ("own-units", "No setting for this cuff: its units are its own"),
        ("wrap", "Train without a cuff: a wrap has no gauge"),
        ("none", "Train without a cuff until you have one with a gauge"),
    ],
)
def test_each_cuff_has_its_way_on(cuff, headline):
    assert str(asked(cuff=cuff, one_hand="yes").headline) == headline


def test_questions_about_a_cuff_are_not_asked_of_one_that_is_not_there():
    for cuff in ("wrap", "none"):
        values = read(EQUIPMENT.inputs, {"cuff": cuff})
        assert values == {"limb": "leg", "cuff": cuff}


def test_tightness_is_never_called_a_share():
    """Never do, 4: never treat "7 of 10 tight" as equal to a % AOP."""
    says = cautions(asked(cuff="wrap"))
    assert "“7 of 10 tight” is not a share of your AOP" in says
    assert "first taught the feel" in says, "F3.26: tightness works only after calibration"


@pytest.mark.parametrize("cuff", ["own-units", "wrap", "none"])
def test_without_a_gauge_the_way_on_is_light_weights_with_honest_limits(cuff):
    said = advice(asked(cuff=cuff, one_hand="yes"))
    assert "light weights to near failure without a cuff" in said
    assert "For the greatest strength, heavy loads did better" in said
    assert "get an air cuff with a gauge" in said


def test_sku_is_not_a_pressure():
    """F3.30: KAATSU numbers are "SKU", not exchangeable with mmHg of other cuffs."""
    assert "cannot be turned into a share" in cautions(asked(cuff="own-units", one_hand="yes"))


def test_an_oximeter_is_rough_at_the_arm_and_nothing_at_the_leg():
    """F3.3, F3.5: rough, arm only."""
    arm, leg = (asked(cuff="gauge", one_hand="yes", limb=limb) for limb in ("arm", "leg"))
    assert "rough guide at best" in cautions(arm)
    assert "does not find the AOP" in cautions(leg)
    facts = [{str(each.label): str(each.value) for each in way.facts} for way in (arm, leg)]
    assert [each["Where they listen"] for each in facts] == [
        "The pulse at the wrist",
        "The pulse at the ankle",
    ]


# width and pump -----------------------------------------------------------------------------------


def test_a_narrow_cuff_took_one_point_six_times_the_pressure():
    """F3.9: narrow 235, wide 144 on the same thighs."""
    assert decimal(NARROW_CUFF_AOP.value / WIDE_CUFF_AOP.value, 1) == "1.6"
    assert "1.6 times" in cautions(asked(one_hand="yes", cuff_width_cm="5"))


@pytest.mark.parametrize(("width", "narrow"), [("7,9", True), ("8", False)])
@pytest.mark.parametrize(
    ("limb", "says"), [("leg", "too high to measure"), ("arm", "width and cloth")]
)
def test_narrow_is_below_eight_centimetres(width, narrow, limb, says):
    outcome = asked(one_hand="yes", limb=limb, cuff_width_cm=width)
    assert ("A narrow cuff needs more pressure" in cautions(outcome)) is narrow
    assert (says in cautions(outcome)) is narrow


@pytest.mark.parametrize(
    ("cuff", "working"),
    [
        ("measured", {"A gauge": "Yes", "AOP measured with this cuff": "Yes"}),
        ("gauge", {"A gauge": "Yes", "AOP measured with this cuff": "No"}),
        ("own-units", {"A gauge that shows true pressure": "No"}),
    ],
)
def test_the_working_says_what_the_gauge_can_do(cuff, working):
    """A unit of the maker's own (SKU) is no mmHg (kaatsu_blog)."""
    steps = asked(cuff=cuff, one_hand="yes").steps
    shown = {str(each.says): str(each.result) for each in steps}
    assert {name: shown[name] for name in shown if "gauge" in name or "AOP" in name} == working


def test_width_is_a_fact_and_is_carried():
    outcome = asked(one_hand="yes", cuff_width_cm="11,5", limb="arm")
    assert ("Width", "11.5 cm") in {(str(each.label), str(each.value)) for each in outcome.facts}
    assert outcome.carry == {
        "limb": "arm",
        "exercise_1_limb": "arm",
        "aop_known": "measured",
        "cuff_width_cm": "11.5",
    }


@pytest.mark.parametrize(("pump", "flagged"), [("on", True), ("off", False), ("none", False)])
def test_a_hand_pump_comes_off_before_you_move(pump, flagged):
    """F9.5: do not exercise with a hand pump attached."""
    said = cautions(asked(one_hand="yes", pump=pump))
    assert ("Take the hand pump off" in said) is flagged
