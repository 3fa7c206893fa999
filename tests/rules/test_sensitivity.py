"""What would change an answer: every change shown is one that the reader could type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules.asking import run
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.question import AnswersError
from bfr_rules.sensitivity import changes


def shown(slug, **given):
    """List the changes of an answer as a reader sees them."""
    found = changes(run(calculator(slug), given))
    return {str(each.says): str(each.result) for each in found}


def test_the_share_is_changed_to_the_ends_of_the_advised_range():
    """20 % and 40 % of 100 kg are 20 kg and 40 kg; 30 % is what was asked, and no change."""
    found = shown("training-load", one_rm="100 kg", percent_1rm="30", first_sessions="no")
    assert found["Share of the 1RM: 20 % 1RM"] == "20 kg"
    assert found["Share of the 1RM: 40 % 1RM"] == "40 kg"
    assert "Share of the 1RM: 30 % 1RM" not in found


def test_a_step_is_taken_from_the_value_and_in_its_unit():
    """30 % of 195 lb is 58.5 lb; on a 45 lb bar pairs of 2.5 lb make 55 lb; 205 lb give 60 lb."""
    found = shown("training-load", one_rm="200 lb", percent_1rm="30")
    assert "Your 1RM: 195 lb" in found
    assert found["Your 1RM: 195 lb"] == "55 lb"


def test_one_repetition_more_or_less():
    """100 kg for 4 and 6: Wathan, the middle formula for 5, lies between."""
    found = shown("one-rm", load="100 kg", repetitions="5")
    assert list(found) == [
        "Repetitions you did: 4 repetitions",
        "Repetitions you did: 6 repetitions",
    ]


def test_a_change_that_may_not_be_typed_is_left_out():
    """Nought repetitions are no set."""
    found = shown("one-rm", load="100 kg", repetitions="1")
    assert list(found) == ["Repetitions you did: 2 repetitions"]


def test_a_change_to_a_stop_says_so():
    """60 repetitions of 8.5 s and four fillings are 570 s; at 9.5 s they pass ten minutes."""
    slow = {"scheme": "4x15", "tempo_up_s": "4", "tempo_down_s": "4.5", "cuff_in_rests": "open"}
    found = shown("session", **slow)
    assert found["Down: 5.5 s"] == "Change this session: one exercise passes 10 min"
    assert found["Down: 3.5 s"] == "7:30"


def test_a_choice_is_changed_to_the_others_by_their_labels():
    found = shown("session", first_sessions="no", cuff_in_rests="on")
    assert found["In these rests the cuff: Is let down"] == "5:00"
    assert found["Which sets? 3 × 15"] == "4:00"


def test_a_stop_has_no_changes():
    assert shown("one-rm", cuff="yes") == {}


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)
@given(data=st.data())
def test_every_change_differs_from_the_answer_and_names_its_question(asked, data):
    answers = {
        name: str(raw) if not isinstance(raw, list) else raw
        for name, raw in data.draw(valid_answers(asked)).items()
    }
    try:
        now = run(asked, answers)
    except AnswersError:
        return
    labels = {str(each.label) for each in asked.inputs}
    for each in changes(now):
        assert [label for label in labels if str(each.says).startswith(label)]
        assert str(each.result)


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)
def test_no_change_leads_to_another_limb(asked):
    """A limb that a screening closed must not come back by the way of what would change."""
    assert not [vary.name for vary in asked.varies if vary.name.split("_")[-1] == "limb"]


def test_shares_tried_are_the_ends_and_the_middle_of_what_is_advised():
    """Of 100 kg in steps of 1 kg: 20, 25 and 40 % are 20, 25 and 40 kg; 30 % is what was asked."""
    typed = {"percent_1rm": "30", "first_sessions": "no", "equipment": "step", "step": "1 kg"}
    found = shown("training-load", one_rm="100 kg", **typed)
    shares = {says: kg for says, kg in found.items() if says.startswith("Share of the 1RM")}
    assert shares == {
        "Share of the 1RM: 20 % 1RM": "20 kg",
        "Share of the 1RM: 25 % 1RM": "25 kg",
        "Share of the 1RM: 40 % 1RM": "40 kg",
    }


def test_pressures_tried_in_the_explorer_are_round_ones():
    (vary,) = calculator("pressure-explorer").varies
    assert (vary.name, vary.to) == ("cuff_mmhg", ("100", "120", "150", "180"))
