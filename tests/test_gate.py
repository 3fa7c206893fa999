"""The gate: after a stop of the screening no calculator gives a setting."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS
from bfr_rules.gate import NO_SETTINGS, gate, gate_limbs
from bfr_rules.model import Level, Standing
from bfr_rules.screening import NOTHING
from bfr_rules.text import Text

GATED = [each for each in CALCULATORS if each.gated]
STOPPED = [each for each in Level if each in NO_SETTINGS]


def send(slug, answers, **standing):
    request = {"calculator": slug, "answers": answers, "standing": standing}
    return json.loads(bridge.answer(json.dumps(request)))


def test_every_level_but_the_two_mildest_stops_every_setting():
    assert set(STOPPED) == set(Level) - {Level.NONE, Level.LIMITS}
    for each in Level:
        assert bool(gate(Standing(each, Text("stated")))) == (each.rank >= Level.CLINICIAN.rank)


def test_screening_itself_is_asked_whatever_stands():
    response = send("screening", dict(NOTHING), level="doctor")
    assert response["outcome"]["headline"] == "No listed reason found"


@pytest.mark.parametrize("asked", GATED, ids=lambda each: each.slug)
@given(data=st.data())
def test_no_setting_is_shown_after_a_stop(asked, data):
    answers = data.draw(valid_answers(asked))
    stopped = data.draw(st.sampled_from(STOPPED))
    # Only the list that allows a release may be released.
    released = data.draw(st.booleans()) and stopped is not Level.CLINICIAN
    outcome = send(asked.slug, answers, level=stopped.value, released=released)["outcome"]
    assert outcome["headline"] == str(NO_SETTINGS[stopped].headline)
    assert outcome["verdict"] == "stop"
    empty = ("answer", "band", "facts", "steps", "tables", "scale", "timeline", "calendar", "files")
    assert not [name for name in (*empty, "carry", "changes", "note") if outcome[name]]


@pytest.mark.parametrize("asked", GATED, ids=lambda each: each.slug)
def test_a_stated_release_opens_what_a_clinician_may_open(asked):
    released = send(asked.slug, {}, level="clinician", released=True)
    assert released["outcome"] == send(asked.slug, {}, level="none")["outcome"]


@pytest.mark.parametrize("limb", ["arm", "leg"])
def test_a_limb_that_is_closed_on_both_sides_gets_no_setting(limb):
    both = (f"left-{limb}", f"right-{limb}")
    stopped = gate_limbs(Standing(Level.LIMITS, Text("stated"), closed=both), {limb})
    assert str(stopped.headline) == f"No cuff on your {limb}s"
    one = Standing(Level.LIMITS, Text("stated"), closed=both[:1])
    assert gate_limbs(one, {limb}) is None
    assert gate_limbs(one, {"both", "neither"}) is None


def test_a_closed_limb_stops_the_session_for_it_and_not_for_another():
    closed = {"level": "clinician", "released": True, "closed": ["left-arm", "right-arm"]}
    arm = send("session", {"exercise_1_limb": "arm"}, **closed)["outcome"]
    assert arm["headline"] == "No cuff on your arms"
    leg = send("session", {"exercise_1_limb": "leg"}, **closed)["outcome"]
    assert leg["verdict"] == "answer"


@pytest.mark.parametrize(
    ("standing", "error"),
    [("doctor", TypeError), ([], TypeError), ({}, KeyError), ({"level": "green"}, ValueError)],
)
def test_a_standing_of_another_form_is_our_bug_and_raises(standing, error):
    request = {"calculator": "session", "answers": {}, "standing": standing}
    with pytest.raises(error):
        bridge.answer(json.dumps(request))
