"""The signs to stop are those of the guide's page, each with its urgency and a citation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bfr_rules.model import State
from bfr_rules.references import RESTRICTION_PER_EXERCISE
from bfr_rules.signs import SIGNS

PAGE = (Path(__file__).parents[1] / "docs" / "do" / "when-to-stop.md").read_text("utf-8")
CARD = re.compile(r"bfr-card--(\w+)\" markdown>\s+### [^\n]*?\{ #(\w+) ", re.DOTALL)
KIND = {"emergency": "emergency", "stop": "stop", "doctor": "doctor", "note": "common"}
BY_ID = {each.id: each for each in SIGNS}

each_sign = pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.id)


def test_ids_are_exactly_the_anchors_of_the_page():
    anchors = re.findall(r"\{ #([bc]\d\d) ", PAGE)
    assert sorted(BY_ID) == sorted(anchors)
    assert len(SIGNS) == len(BY_ID) == 8 + 7


def test_urgency_is_that_of_the_card_on_the_page():
    cards = {id_: KIND[kind] for kind, id_ in CARD.findall(PAGE)}
    assert {each.id: each.urgency for each in SIGNS} == cards


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
def test_sign_cites_what_the_page_cites(sign):
    """Ours alone may stand where the page names no source."""
    (section,) = re.findall(rf"\{{ #{sign.id} .*?</section>", PAGE, re.DOTALL)
    on_page = set(re.findall(r"@(\w+)", section))
    assert on_page <= {each.key for each in sign.cites} | {"forge_bfr", "vald_bfr"}
    if not on_page:
        assert {each.state for each in sign.cites} == {State.OURS}


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
