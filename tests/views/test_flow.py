"""What the steps of the flow hand on to one another, and how the flow stands on a page."""

from __future__ import annotations

import json
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
from bfr_rules.inputs.choices import TicksInput
from bfr_rules.limits import LIMITS
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


# --- The screens ---

BY_SLUG = {each.slug: each for each in CALCULATORS}
asking = pytest.mark.parametrize(
    "screen", [each for each in flow.SCREENS if each.asks], ids=lambda each: each.name
)
each_part = pytest.mark.parametrize("part", flow.PARTS, ids=lambda each: each.slug)


def test_every_screen_says_in_a_line_why_it_is_there():
    names = [each.name for each in flow.SCREENS]
    assert len(names) == len(set(names))
    assert names[-1] == "card"
    for each in flow.SCREENS:
        assert each.why.endswith(".")
        assert len(each.why.split()) <= 25


@asking
def test_a_screen_asks_questions_of_its_calculator(screen):
    asked = {each.name: each for each in BY_SLUG[screen.slug].inputs}
    assert {*screen.asks, *screen.more} <= set(asked)
    assert set(screen.may) <= set(screen.asks)
    assert not screen.auto or screen.auto in screen.asks
    # What may stay empty is empty where nobody has answered.
    assert all(asked[name].optional for name in screen.may)


def test_no_list_of_the_screening_is_left_out_and_each_has_a_screen_of_its_own():
    lists = [each.name for each in BY_SLUG["screening"].inputs if isinstance(each, TicksInput)]
    screens = [s for s in flow.SCREENS if s.slug == "screening" and s.auto in lists]
    assert [each.auto for each in screens] == lists
    assert all(each.health and each.slug == "screening" for each in screens)


def test_the_screenings_of_both_ways_ask_for_all_that_they_need():
    """What is not answered counts as yes: so age, blood pressure and lists are asked, none skipped."""
    for slug, needed in (
        ("screening", {"age", "bp", "systolic", "diastolic"}),
        ("check", {"bp", "systolic", "diastolic"}),
    ):
        lists = {e.name for e in BY_SLUG[slug].inputs if isinstance(e, TicksInput)}
        screens = [each for each in flow.SCREENS if each.slug == slug and each.asks]
        asked = {name for each in screens for name in each.asks if name not in each.may}
        assert lists | needed <= asked, slug
        assert all(each.health for each in screens)


def test_no_setting_is_asked_for_before_the_screening():
    """The first questions are of the cuff; what leads to a number comes after the health of its way."""
    for path in (flow.CUFF, flow.LIGHT):
        own = [each for each in flow.SCREENS if each.path in {"", path}]
        last = max(at for at, each in enumerate(own) if each.health)
        before = {each.slug for each in own[:last]} - {""}
        assert before <= {"equipment", "screening", "check"}


@each_part
def test_a_part_names_questions_of_its_calculator(part):
    names = {each.name for each in BY_SLUG[part.slug].inputs}
    assert {*part.unshared, *part.own, *part.start} <= names
    assert not part.withhold or part.withhold in names
    assert not part.first or part.first in names


@each_part
def test_only_parts_that_ask_nothing_about_health_stand_in_a_link(part):
    """Screening and pressure never do, and of the others what they ask about an injury does not."""
    asked = BY_SLUG[part.slug]
    assert not (part.share and asked.private)
    about = {"recovering", "healthy_one_rm", "feeling", "aop_mmhg", "systolic"}
    names = {each.name for each in asked.inputs}
    assert not part.share or about & names <= {*part.unshared, part.withhold}


def test_each_letter_of_a_link_stands_for_one_calculator():
    letters = [each.share for each in flow.PARTS if each.share]
    assert len(letters) == len(set(letters))
    assert {each.slug for each in flow.PARTS if not each.share} == {
        "screening",
        "check",
        "pressure",
    }


KEPT_AS_ADVISED = {
    "pressure": {"percent_aop", "systolic", "cuff_width_cm"},
    "equipment": {"cuff_width_cm"},
    "training-load": {"percent_1rm", "stack_add_ons", "step"},
    "session": {"rest_s", "tempo_up_s", "tempo_hold_s", "tempo_down_s", "open_min"},
    "screening": {"height_cm", "body_mass"},
    "light": {"rest_s"},
    "plan": {"weeks", "session_min", "percent_1rm", "one_rm", "step"},
}
"""Numbers that start as sources advise, that may stay empty, or down to which a weight is rounded."""


@each_part
def test_every_number_of_a_part_is_the_readers_own_or_one_that_sources_advise(part):
    """A new number must be put on one of the two lists: an example is nobody's number."""
    asked = BY_SLUG[part.slug]
    kinds = (numeric.NumberInput, numeric.MassInput, numeric.NumbersInput)
    numbers = {each.name for each in asked.inputs if isinstance(each, kinds)}
    # What no reader has to answer, and nobody has, is empty.
    empty = {each.name for each in asked.inputs if each.optional and not each.default}
    advised = KEPT_AS_ADVISED.get(part.slug, set())
    assert not advised & set(part.own)
    assert numbers - set(part.own) - empty <= advised
    form = Form(asked, "x", start=part.start, blank=frozenset(part.own))
    assert not [name for name in part.own if form.answers[name]]


def test_a_first_session_starts_as_the_guide_says():
    """One of the first sessions, the low end of the load, and the cuff open in the rests."""
    start = {part.slug: part.start for part in flow.PARTS}
    assert start["training-load"] == {
        "first_sessions": "yes",
        "percent_1rm": "20",
        "equipment": "step",
    }
    begins = {each.name: each.default for each in BY_SLUG["session"].inputs}
    assert (begins["first_sessions"], begins["cuff_in_rests"]) == ("yes", "open")


@pytest.mark.parametrize("option", [*flow.EXERCISES, *flow.WAYS], ids=lambda each: each.value)
def test_what_follows_from_an_answer_is_an_answer(option):
    """Each question takes what is given to it."""
    for name, answer in option.gives.items():
        asked = [e for part in flow.PARTS for e in BY_SLUG[part.slug].inputs if e.name == name]
        assert asked, name
        assert [each.parse(answer) for each in asked] == [answer] * len(asked)
    if option.slug:
        assert set(option.asks) <= {each.name for each in BY_SLUG[option.slug].inputs}


def test_a_weight_is_rounded_down_to_a_step_in_the_readers_own_unit():
    (step,) = (each for each in BY_SLUG["training-load"].inputs if each.name == "step")
    assert {unit: step.parse(text).unit.symbol for unit, text in flow.STEPS.items()} == {
        "kg": "kg",
        "lb": "lb",
    }


def test_the_browser_is_told_what_stands_here():
    data = json.loads(flow.data())
    assert [each["name"] for each in data["screens"]] == [each.name for each in flow.SCREENS]
    assert [each["slug"] for each in data["parts"]] == [each.slug for each in flow.PARTS]
    assert data["noTest"] in LIMITS


def test_start_is_placed_by_its_fence_with_ids_once_each():
    html = markdown.markdown("```flow\n```\n", extensions=["calculators.markdown.extension"])
    assert html.count("<bfr-flow ") == 1
    assert "<p><bfr-flow" not in html
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    slugs = re.findall(r'<bfr-calculator slug="([^"]*)"', html)
    assert slugs == [part.slug for part in flow.PARTS]
    assert "bfr-lookup" not in html
    assert html.count('<section class="bfr-flow-screen"') == len(flow.SCREENS)
    # No example of an answer stands on it, that could be taken for somebody's own.
    parts = html[
        html.index('<div class="bfr-flow-part"') : html.index('<template data-part="readout')
    ]
    assert "bfr-answer-headline" not in parts
