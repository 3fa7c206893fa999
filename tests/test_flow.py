"""What the steps of the flow hand on to one another, and how the flow stands on a page."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS
from bfr_rules.inputs import numeric, shared
from bfr_rules.inputs.answers import read
from bfr_rules.quantity import Mass
from bfr_rules.question import AnswersError
from bfr_rules.screening.declaration import NOTHING
from calculators.views import flow
from calculators.views.form import Form

each_calculator = pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)


def typed(answers):
    """Turn answers as JSON has them into answers as the rules read them."""
    return {name: bridge._typed(value) for name, value in answers.items()}


# --- What is carried ---


@each_calculator
@given(data=st.data())
def test_what_is_carried_answers_a_question_of_a_later_calculator(asked, data):
    """Each name is asked later on, and every later question of that name takes the answer."""
    try:
        outcome = bridge.ask(asked.slug, typed(data.draw(valid_answers(asked))))
    except AnswersError:
        return
    # What is said of the next time leads back to a session; all else goes on.
    later = (
        CALCULATORS if asked.slug == "next-time" else CALCULATORS[CALCULATORS.index(asked) + 1 :]
    )
    for name, answer in outcome.carry.items():
        asking = [each for other in later for each in other.inputs if each.name == name]
        assert asking, f"{name} is asked nowhere later"
        for question in asking:
            question.parse(answer)


def carried(slug, **answers):
    return dict(bridge.ask(slug, answers).carry)


def test_a_1rm_carries_its_band_so_that_the_load_stays_on_the_light_side():
    """60 kg for 10: from O'Conner's 75 kg to Wathan's 80.8 kg; the middle is 80 kg."""
    assert carried("one-rm", load="60 kg", repetitions="10") == {
        "basis": "band",
        "one_rm": "80 kg",
        "one_rm_low": "75 kg",
        "one_rm_high": "80.8 kg",
    }
    assert carried("one-rm", load="185 lb", repetitions="1") == {
        "basis": "one_rm",
        "one_rm": "185 lb",
    }


def test_a_set_that_is_too_long_for_one_number_carries_no_middle():
    found = carried("one-rm", load="60 kg", repetitions="12")
    assert found["one_rm"] == found["one_rm_low"] != found["one_rm_high"]


@pytest.mark.parametrize("repetitions", ["10", "12"])
def test_a_1rm_that_no_question_would_take_is_not_carried(repetitions):
    assert carried("one-rm", load="500 kg", repetitions=repetitions) == {}


def test_a_stop_carries_nothing():
    assert carried("one-rm", cuff="yes") == {}
    assert carried("training-load", one_rm="60 kg", percent_1rm="30") == {}


def test_the_whole_chain_from_a_set_to_the_load_of_the_session():
    """100 kg for 5 has 112.5 kg as its lowest formula; 30 % of that is 33.75 kg, loaded as 32.5 kg."""
    one_rm = carried("one-rm", load="100 kg", repetitions="5")
    load = carried("training-load", **one_rm, percent_1rm="30")
    assert load["exercise_1_load"] == "32.5 kg"
    session = bridge.ask("session", {"exercise_1_load": load["exercise_1_load"]})
    facts = {str(each.label): str(each.value) for each in session.facts}
    assert facts["Volume load of Exercise 1"] == "2437.5 kg"


@pytest.mark.parametrize(
    ("load", "fits"),
    [(Mass.kg(1), True), (Mass.kg("0.99"), False), (Mass.kg(500), True), (Mass.kg(501), False)],
)
def test_a_question_for_a_weight_takes_what_a_person_lifts(load, fits):
    assert shared.is_lifted(load) is fits


def test_a_load_below_every_dumbbell_of_the_session_is_not_carried():
    """20 % of 2 kg is 0.4 kg: an elastic band's worth, less than the session asks about."""
    light = {"one_rm": "2 kg", "percent_1rm": "20", "equipment": "step", "step": "0.25 kg"}
    assert str(bridge.ask("training-load", light).answer) == "0.25 kg"
    assert "exercise_1_load" not in carried("training-load", **light)


def test_a_load_hands_on_what_a_plan_starts_from():
    """A plan starts from the lower end of the 1RM, as the load does."""
    band = {"basis": "band", "one_rm_low": "75 kg", "one_rm_high": "80.8 kg"}
    given = {**band, "percent_1rm": "25", "first_sessions": "yes", "equipment": "step"}
    assert carried("training-load", **given, step="1 kg") == {
        "exercise_1_load": "18 kg",
        "one_rm": "75 kg",
        "percent_1rm": "25",
        "first_sessions": "yes",
        "step": "1 kg",
    }


def test_a_screening_hands_on_the_upper_blood_pressure_and_nothing_after_a_stop():
    """The reading of an AOP is checked against it."""
    healthy = {**NOTHING, "systolic": "124", "diastolic": "79"}
    assert carried("screening", **healthy) == {"systolic": "124"}
    assert carried("screening", **{**healthy, "systolic": "150"}) == {}
    unknown = {name: answer for name, answer in healthy.items() if name != "diastolic"}
    assert carried("screening", **{**unknown, "bp": "unknown"}) == {}
    checked = bridge.ask("pressure", {"limb": "leg", "aop_mmhg": "120", "systolic": "124"})
    assert checked.stop


def test_a_session_hands_on_the_name_of_its_exercise():
    assert carried("session", exercise_1_name="Leg press") == {"exercise_1_name": "Leg press"}
    assert carried("session") == {}


def test_read_is_what_the_form_of_a_later_step_is_given():
    load = next(each for each in CALCULATORS if each.slug == "training-load")
    values = read(load.inputs, carried("one-rm", load="60 kg", repetitions="10"))
    assert values["one_rm_low"] == Mass.kg(75)


# --- The steps ---


def test_every_step_has_its_calculator_and_says_in_a_line_why_it_is_there():
    placed = flow.steps(CALCULATORS)
    assert [step for step, _ in placed] == list(flow.STEPS)
    assert all(asked and asked.slug == step.slug for step, asked in placed)
    for step in flow.STEPS:
        assert step.why.endswith(".")
        assert len(step.why.split()) <= 25


def test_a_calculator_that_does_not_exist_leaves_its_step_out_but_never_the_last():
    assert [step.name for step, _ in flow.steps(())] == ["ready"]


def test_only_steps_that_ask_nothing_about_health_stand_in_a_link():
    """Screening and pressure never do, and of the others what they ask about an injury does not."""
    for step, asked in flow.steps(CALCULATORS):
        names = {each.name for each in asked.inputs}
        assert not (step.share and asked.private), step.name
        assert {*step.unshared, *step.own} <= names
        assert not step.withhold or step.withhold in names
        about = {"recovering", "healthy_one_rm", "feeling", "aop_mmhg", "systolic"} & names
        assert not step.share or about <= {*step.unshared, step.withhold}, step.name
    assert [step.name for step in flow.STEPS if not step.share] == ["screening", "pressure"]
    letters = [step.share for step in flow.STEPS if step.share]
    assert len(letters) == len(set(letters))


KEPT_AS_ADVISED = {
    "pressure": {"percent_aop", "systolic", "cuff_width_cm"},
    "equipment": {"cuff_width_cm"},
    "load": {"percent_1rm", "stack_add_ons"},
    "session": {"rest_s", "tempo_up_s", "tempo_hold_s", "tempo_down_s", "open_min"},
    "screening": {"height_cm", "body_mass"},
}
"""Numbers of the steps that start as sources advise, or that may stay empty."""


def test_every_number_of_a_step_is_the_readers_own_or_one_that_sources_advise():
    """A new number must be put on one of the two lists: an example is nobody's number."""
    kinds = (numeric.NumberInput, numeric.MassInput, numeric.NumbersInput)
    for step, asked in flow.steps(CALCULATORS):
        if step is flow.STEPS[-1]:
            continue
        numbers = {each.name for each in asked.inputs if isinstance(each, kinds)}
        # What no reader has to answer, and nobody has, is empty.
        empty = {each.name for each in asked.inputs if each.optional and not each.default}
        advised = KEPT_AS_ADVISED.get(step.name, set())
        assert not advised & set(step.own), step.name
        assert numbers - set(step.own) - empty <= advised, step.name
        form = Form(asked, "x", start=step.start, blank=frozenset(step.own))
        assert not [name for name in step.own if form.answers[name]], step.name
        assert set(step.start) <= {each.name for each in asked.inputs}


def test_a_first_session_starts_as_the_guide_says():
    """One of the first sessions, the low end of the load, and the cuff open in the rests."""
    start = {step.name: step.start for step in flow.STEPS}
    assert start["load"] == {"first_sessions": "yes", "percent_1rm": "20"}
    session = next(asked for step, asked in flow.steps(CALCULATORS) if step.name == "session")
    begins = {each.name: each.default for each in session.inputs}
    assert (begins["first_sessions"], begins["cuff_in_rests"]) == ("yes", "open")


def test_what_remains_after_a_stop_is_an_answer_of_a_later_step():
    later = {
        each.name: each
        for each in next(a.inputs for s, a in flow.steps(CALCULATORS) if s.name == "load")
    }
    for step in flow.STEPS:
        for question, values in step.narrows.items():
            assert set(values) < {each.value for each in later[question].choices}


def test_the_flow_is_placed_by_its_fence_with_ids_once_each():
    html = markdown.markdown("```flow\n```\n", extensions=["calculators.markdown.extension"])
    assert html.count("<bfr-flow ") == 1
    assert "<p><bfr-flow" not in html
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    slugs = re.findall(r'<bfr-calculator slug="([^"]*)"', html)
    assert slugs == [step.slug for step in flow.STEPS]
    assert "bfr-lookup" not in html
    assert html.count('<section class="bfr-flow-step"') == len(flow.STEPS)
