"""The signs to stop: each says what to notice and what to do, with its urgency and a citation."""

from __future__ import annotations

import re

import pytest

from bfr_rules.citation import State
from bfr_rules.references import RESTRICTION_PER_EXERCISE
from bfr_rules.signs import SIGNS

BY_ID = {each.id: each for each in SIGNS}

each_sign = pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.id)


def test_ids_are_those_that_pages_link_to():
    assert len(SIGNS) == len(BY_ID) == 8 + 9
    assert sorted(BY_ID) == [f"b{at:02}" for at in range(1, 9)] + [
        f"c{at:02}" for at in range(1, 10)
    ]


def test_a_blocked_artery_and_a_tight_limb_are_emergencies_after_the_session():
    """A foot artery clotted after training with a cuff (footartery2025)."""
    artery, tight = BY_ID["c08"], BY_ID["c09"]
    assert (artery.urgency, tight.urgency) == ("emergency", "emergency")
    noticed = str(artery.signs[0])
    assert all(word in noticed for word in ("cold", "pale", "blue", "numb", "minutes", "open"))
    assert "footartery2025" in {each.key for each in artery.cites}


@each_sign
def test_b_is_during_the_session_and_c_is_after_it(sign):
    assert sign.when == {"b": "during", "c": "after"}[sign.id[0]]


@each_sign
def test_sign_says_what_to_notice_and_what_to_do_and_is_cited(sign):
    assert sign.signs
    assert all(str(each).endswith(".") for each in (*sign.signs, sign.do))
    assert sign.cites
    assert len(set(sign.cites)) == len(sign.cites)
    assert State.RECALLED not in {each.state for each in sign.cites}


@each_sign
def test_an_emergency_is_told_to_call_or_go(sign):
    urgent = re.search(r"emergency number|emergency department", str(sign.do))
    assert bool(urgent) == (sign.urgency == "emergency")
    assert sign.when == "after" or sign.id == "b06" or str(sign.do).startswith("Open the cuff")


def test_times_are_those_of_the_advised_ranges():
    assert str(RESTRICTION_PER_EXERCISE) in str(BY_ID["b07"].signs[0])
    assert [str(each) for each in BY_ID["b07"].signs] == [
        "One exercise: 5–10 min under the cuff.",
        "The outer limits: an arm at most 15 min, a leg at most 20 min.",
    ]
    assert str(BY_ID["b07"].do) == "Open the cuff for at least 3 min."
