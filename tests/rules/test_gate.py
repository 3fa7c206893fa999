"""The gate: after a stop of the screening no calculator gives a setting."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.gate import LIMBS, NO_SETTINGS, RELEASABLE, SHORT, UNSCREENED, gate, gate_limbs
from bfr_rules.screening.declaration import NOTHING
from bfr_rules.standing import Level, Standing, Who
from bfr_rules.text import Text

GATED = [each for each in CALCULATORS if each.gated]
STOPPED = [each for each in Level if each in NO_SETTINGS]


RELEASE = {"by": "doctor", "from": "2026-11-24", "limbs": list(LIMBS), "name": "Dr Test"}


def send(slug, answers, **standing):
    request = {"calculator": slug, "answers": answers, "standing": standing}
    return json.loads(bridge.answer(json.dumps(request)))


def respond(slug, answers, standing, today):
    request = {"calculator": slug, "answers": answers, "standing": standing, "today": today}
    return json.loads(bridge.answer(json.dumps(request)))["outcome"]


def test_every_level_but_the_two_mildest_stops_every_setting():
    assert set(STOPPED) == set(Level) - {Level.UNSCREENED, Level.NONE, Level.LIMITS}
    for each in STOPPED:
        assert gate(Standing(each, Text("stated"))).gate == each.value
    for each in (Level.NONE, Level.LIMITS):
        assert gate(Standing(each, Text("stated"))) is None


ASK_FIRST = {"pressure", "plan", "light", "next-time"}
"""A pressure, weeks of training, weights for who trains without a cuff, and what to change next."""


def test_nobody_screened_stops_only_what_asks_first():
    assert {each.slug for each in GATED if each.asks_first} == ASK_FIRST
    nobody = Standing(Level.UNSCREENED, Text("stated"))
    assert str(gate(nobody, asks_first=True).headline) == "A few questions first"
    assert gate(nobody, asks_first=False) is None
    for each in GATED:
        outcome = send(each.slug, {}, level="unscreened")["outcome"]
        assert (outcome["gate"] == "unscreened") is each.asks_first
        if not each.asks_first:
            assert outcome["provisos"] == [str(UNSCREENED)]


def test_screening_itself_is_asked_whatever_stands():
    response = send("screening", dict(NOTHING), level="doctor")
    assert response["outcome"]["headline"] == "No listed reason found"


@pytest.mark.parametrize("asked", GATED, ids=lambda each: each.slug)
@given(data=st.data())
def test_no_setting_is_shown_after_a_stop(asked, data):
    answers = data.draw(valid_answers(asked))
    stopped = data.draw(st.sampled_from(STOPPED))
    # A release that no profession may give is none.
    release = data.draw(st.sampled_from([None, RELEASE]))
    outcome = send(asked.slug, answers, level=stopped.value, release=release)["outcome"]
    assert outcome["headline"] == str(NO_SETTINGS[stopped].headline)
    assert outcome["verdict"] == "stop"
    empty = ("answer", "band", "facts", "steps", "tables", "scale", "timeline", "calendar", "files")
    assert not [name for name in (*empty, "carry", "changes", "note") if outcome[name]]


@pytest.mark.parametrize("level", ["clinician", "doctor"])
@pytest.mark.parametrize("asked", GATED, ids=lambda each: each.slug)
def test_a_named_release_opens_what_its_profession_may_open(asked, level):
    by = {"level": level, "release_by": ["doctor"]}
    stopped = send(asked.slug, {}, **by, release={**RELEASE, "by": "physiotherapist"})["outcome"]
    assert stopped["gate"] == level
    released = send(asked.slug, {}, **by, release=RELEASE)["outcome"]
    assert released["gate"] == ""
    (who, *_) = released["provisos"]
    assert who.startswith("A doctor has agreed, as you state (Dr Test): left arm, right arm, ")
    assert "from Tuesday 24 November 2026" in who


@pytest.mark.parametrize("level", [each for each in STOPPED if each not in RELEASABLE])
@pytest.mark.parametrize("asked", GATED, ids=lambda each: each.slug)
def test_what_no_professional_decides_is_released_by_nobody(asked, level):
    everyone = [each.value for each in Who]
    outcome = send(asked.slug, {}, level=level.value, release_by=everyone, release=RELEASE)
    assert outcome["outcome"]["gate"] == level.value


def test_a_release_closes_every_limb_that_it_does_not_name():
    named = {**RELEASE, "limbs": ["right-leg"]}
    outcome = send("session", {}, level="clinician", release_by=["doctor"], release=named)[
        "outcome"
    ]
    assert "No cuff on: left arm, right arm and left leg." in outcome["provisos"]
    shut = {"level": "clinician", "closed": ["right-leg"], "release_by": ["doctor"]}
    assert (
        send("session", {}, **shut, release=named)["outcome"]["headline"] == "No cuff on any limb"
    )


def test_a_release_counts_from_its_day():
    standing = {"level": "clinician", "release_by": ["doctor"], "release": RELEASE}
    day = {"on": "2026-11-23", "today_on": "2026-11-23"}
    early = respond("session", {}, {**standing, **day}, "2026-11-23")
    assert early["headline"] == "Not before Tuesday 24 November 2026"
    day = {"on": "2026-11-23", "today_on": "2026-11-24"}
    assert respond("session", {}, {**standing, **day}, "2026-11-24")["gate"] == ""


@pytest.mark.parametrize(
    ("on", "today_on", "today", "gate"),
    [
        ("2026-11-24", "2026-11-24", "2026-11-24", ""),
        ("2026-11-24", "2026-11-24", "2026-11-25", "today"),
        ("2026-11-24", "2026-11-25", "2026-11-25", ""),
        ("2026-11-24", "2026-12-21", "2026-12-21", ""),
        ("2026-11-24", "2026-12-22", "2026-12-22", "expired"),
        ("2026-11-25", "2026-11-25", "2026-11-24", "expired"),
        (None, None, "2026-11-24", "expired"),
    ],
)
@pytest.mark.parametrize("asked", GATED, ids=lambda each: each.slug)
def test_a_screening_belongs_to_a_day(asked, on, today_on, today, gate):
    standing = {"level": "none", "on": on, "today_on": today_on}
    assert respond(asked.slug, {}, standing, today)["gate"] == gate


@pytest.mark.parametrize("asked", GATED, ids=lambda each: each.slug)
def test_a_short_check_holds_for_its_day_alone(asked):
    standing = {"level": "none", "on": "2026-11-24", "today_on": "2026-11-24", "short": True}
    now = respond(asked.slug, {}, standing, "2026-11-24")
    assert now["gate"] == ""
    assert str(SHORT) in now["provisos"]
    assert respond(asked.slug, {}, standing, "2026-11-25")["gate"] == "expired"


def test_yesterdays_bad_day_is_asked_again_and_a_lasting_stop_is_not_forgotten():
    bad = {"level": "not-today", "on": "2026-11-24", "today_on": "2026-11-24"}
    assert respond("session", {}, {**bad, "lasting": "none"}, "2026-11-24")["gate"] == "not-today"
    assert respond("session", {}, {**bad, "lasting": "none"}, "2026-11-25")["gate"] == "today"
    assert (
        respond("session", {}, {**bad, "lasting": "clinician"}, "2026-11-25")["gate"] == "clinician"
    )


@pytest.mark.parametrize("level", ["clinician", "doctor"])
def test_a_release_lasts_beyond_its_day_and_only_today_is_asked_again(level):
    released = {
        "level": level,
        "lasting": level,
        "on": "2026-11-24",
        "today_on": "2026-11-24",
        "release_by": ["doctor"],
        "release": RELEASE,
    }
    assert respond("session", {}, released, "2026-11-24")["gate"] == ""
    assert respond("session", {}, released, "2026-11-25")["gate"] == "today"
    nobody = {**released, "release_by": []}
    assert respond("session", {}, nobody, "2026-11-25")["gate"] == level


@pytest.mark.parametrize("limb", ["arm", "leg"])
def test_a_limb_that_is_closed_on_both_sides_gets_no_setting(limb):
    both = (f"left-{limb}", f"right-{limb}")
    session, asked = calculator("session"), {"exercise_1_limb": limb}
    stopped, _ = gate_limbs(session, Standing(Level.LIMITS, Text("stated"), closed=both), asked)
    assert str(stopped.headline) == f"No cuff on your {limb}s"
    one = Standing(Level.LIMITS, Text("stated"), closed=both[:1])
    assert gate_limbs(session, one, asked)[0] is None


def test_all_four_limbs_closed_leave_no_setting():
    every = Standing(Level.LIMITS, Text("stated"), closed=tuple(LIMBS))
    stopped, sides = gate_limbs(calculator("rest"), every, {})
    assert (str(stopped.headline), sides) == ("No cuff on any limb", {})


def test_what_takes_both_legs_stops_when_either_is_closed():
    for side in ("left", "right"):
        one = Standing(Level.LIMITS, Text("stated"), closed=(f"{side}-leg",))
        stopped, _ = gate_limbs(calculator("aerobic"), one, {})
        assert str(stopped.headline) == f"No cuff on your {side} leg, and this takes both"
    arm = Standing(Level.LIMITS, Text("stated"), closed=("left-arm",))
    assert gate_limbs(calculator("aerobic"), arm, {})[0] is None
    legs = Standing(Level.LIMITS, Text("stated"), closed=("left-leg", "right-leg"))
    stopped, _ = gate_limbs(calculator("aerobic"), legs, {})
    assert str(stopped.headline) == "No cuff on your legs"


@pytest.mark.parametrize("limb", ["arm", "leg"])
@pytest.mark.parametrize(("shut", "free"), [("left", "right"), ("right", "left")])
def test_who_has_one_side_closed_is_sent_to_the_other(limb, shut, free):
    closed = {"level": "limits", "closed": [f"{shut}-{limb}"]}
    for side, to_do in (
        ("both", f"Train the {free} {limb} alone, with an exercise for one."),
        (shut, f"Choose your {free} {limb}, if that is the one you train."),
    ):
        asked = {"exercise_1_limb": limb, "exercise_1_side": side}
        outcome = send("session", asked, **closed)["outcome"]
        assert outcome["headline"].startswith(f"No cuff on your {shut} {limb}")
        assert outcome["stop"]["do"][0] == to_do


def test_a_closed_limb_stops_the_session_for_it_and_not_for_another():
    closed = {"level": "limits", "closed": ["left-arm", "right-arm"]}
    arm = send("session", {"exercise_1_limb": "arm"}, **closed)["outcome"]
    assert arm["headline"] == "No cuff on your arms"
    leg = send("session", {"exercise_1_limb": "leg"}, **closed)["outcome"]
    assert leg["verdict"] == "answer"


@pytest.mark.parametrize(
    ("standing", "error"),
    [
        ("doctor", TypeError),
        ([], TypeError),
        ({}, KeyError),
        ({"level": "green"}, ValueError),
        ({"level": "none", "limits": ["gentle"]}, ValueError),
        ({"level": "none", "closed": ["tail"]}, ValueError),
        ({"level": "none", "on": "yesterday"}, ValueError),
        ({"level": "clinician", "release": "yes"}, TypeError),
        ({"level": "clinician", "release": {"by": "doctor", "limbs": []}}, KeyError),
        ({"level": "clinician", "release": {**RELEASE, "by": "coach"}}, ValueError),
        ({"level": "clinician", "release": {**RELEASE, "from": None}}, ValueError),
    ],
)
def test_a_standing_of_another_form_is_our_bug_and_raises(standing, error):
    request = {"calculator": "session", "answers": {}, "standing": standing}
    with pytest.raises(error):
        bridge.answer(json.dumps(request))
