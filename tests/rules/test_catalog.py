"""Laws for every calculator: a new one is tested before it has a test of its own."""

from __future__ import annotations

import json
import re

import pytest
import textstat
from corpus import law, typed
from hypothesis import given
from hypothesis import strategies as st
from strategies import NOT_AN_ANSWER, any_answers, valid_answers

from bfr_rules import bridge, catalog
from bfr_rules.catalog import ADVISED, CALCULATORS
from bfr_rules.citation import State
from bfr_rules.inputs.answers import read
from bfr_rules.inputs.numeric import MassInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.question import AnswersError
from bfr_rules.text import words
from bfr_rules.works import WORKS

pytestmark = law
each_calculator = pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)


def legible(text):
    return text.encode("utf-8", "replace").decode("utf-8")


def question_names(asked):
    units = {each.unit_name for each in asked.inputs if isinstance(each, MassInput)}
    return {each.name for each in asked.inputs} | units


def outcome_or_problems(asked, answers):
    """Ask, and give an outcome or what is wrong; anything else is a bug and stays one."""
    try:
        return bridge.ask(asked.slug, answers), ()
    except AnswersError as error:
        return None, error.problems


def citations(outcome):
    """List every citation anywhere in an outcome."""
    parts = (*outcome.steps, *outcome.cautions, *outcome.next)
    found = [cite for part in parts for cite in part.cites]
    return found + list(outcome.stop.cites if outcome.stop else ())


def sentences(outcome):
    """List every text of an outcome that a rule wrote, with its values filled in."""
    yield outcome.headline
    yield from (part.says for part in (*outcome.steps, *outcome.cautions, *outcome.next))
    if outcome.band:
        yield outcome.band.says
    if outcome.stop:
        yield from (outcome.stop.says, *outcome.stop.do)


def check(asked, outcome, answers=None):
    """Hold what must be true of every outcome; what a reader calls an exercise is their own."""
    assert str(outcome.headline).strip()
    assert {cite.key for cite in citations(outcome)} <= {cite.key for cite in asked.cites}
    assert all(cite.place for cite in citations(outcome))
    for part in (*outcome.steps, *outcome.cautions, *outcome.next):
        assert len(set(part.cites)) == len(part.cites), "cited twice for one sentence"
    assert all(caution.cites for caution in outcome.cautions)
    if outcome.stop:
        assert outcome.stop.do, "a stop says what to do"
        assert outcome.stop.cites
        assert outcome.answer is None
        beside = ("band", "facts", "cautions", "tables", "scale", "timeline")
        assert not [name for name in beside if getattr(outcome, name)]
    else:
        assert outcome.steps, "an answer shows its working"
        assert outcome.next, "an answer says what to do next"
    headline = str(outcome.headline)
    assert not re.search(r"\d[.,]\d{3}|\de[-+]?\d|Fraction|None", headline), headline
    spoken = [words(outcome.headline), *(words(fact.value) for fact in outcome.facts)]
    for name in own_words(asked, answers or {}):
        spoken = [text.replace(name, "") for text in spoken]
    assert not [text for text in spoken if re.search("[%–×÷≥≤−]", text)], spoken


def own_words(asked, answers):
    """List the names that the reader has typed, as they are read."""
    found = read(asked.inputs, answers)
    return [str(found[each.name]) for each in found.questions if isinstance(each, NameInput)]


# every possible answer ----------------------------------------------------------------------------


@each_calculator
@given(data=st.data())
def test_any_answers_give_an_outcome_or_say_what_to_type(asked, data):
    answers = typed(data.draw(any_answers(asked)))
    outcome, problems = outcome_or_problems(asked, answers)
    if outcome:
        check(asked, outcome, answers)
        return
    assert problems
    known = question_names(asked) | {legible(name) for name in answers}
    assert {problem.name for problem in problems} <= known
    for problem in problems:
        assert re.fullmatch(r"\S.*[.]", str(problem.says), re.DOTALL), problem


@each_calculator
@given(data=st.data())
def test_valid_answers_give_an_outcome(asked, data):
    """A rule may still refuse what no single question can see: then it names known questions."""
    answers = typed(data.draw(valid_answers(asked)))
    assert read(asked.inputs, answers), "each answer is possible on its own"
    outcome, problems = outcome_or_problems(asked, answers)
    assert {problem.name for problem in problems} <= question_names(asked)
    if outcome:
        check(asked, outcome, answers)


@each_calculator
@given(data=st.data())
def test_every_answer_survives_the_bridge_as_text(asked, data):
    """What was typed comes back as text that every program can print."""
    request = {"calculator": asked.slug, "answers": data.draw(any_answers(asked))}
    response = bridge.answer(json.dumps(request))
    assert response.encode("utf-8")
    assert ("outcome" in json.loads(response)) != ("problems" in json.loads(response))


@each_calculator
@given(data=st.data())
def test_all_bad_answers_are_named_at_once(asked, data):
    answers = typed(data.draw(valid_answers(asked)))
    asked_for = read(asked.inputs, answers)
    deciding = {when.name for each in asked.inputs for when in each.when}
    names = [
        each.name
        for each in asked.inputs
        if each.name in asked_for and each.name not in deciding and not isinstance(each, NameInput)
    ]
    bad = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    with pytest.raises(AnswersError) as error:
        bridge.ask(asked.slug, answers | dict.fromkeys(bad, NOT_AN_ANSWER))
    assert sorted(problem.name for problem in error.value.problems) == sorted(bad)
    assert all(name in str(error.value) for name in bad)


@each_calculator
@given(data=st.data())
def test_answers_that_do_not_apply_are_not_read(asked, data):
    answers = typed(data.draw(valid_answers(asked)))
    asked_for = read(asked.inputs, answers)
    idle = [each.name for each in asked.inputs if each.name not in asked_for and not each.optional]
    assert read(asked.inputs, answers | dict.fromkeys(idle, NOT_AN_ANSWER)) == asked_for


# examples, defaults and tables --------------------------------------------------------------------


@each_calculator
def test_defaults_give_an_outcome(asked):
    check(asked, bridge.ask(asked.slug, {}))


@each_calculator
def test_defaults_as_a_form_sends_them_give_the_same_as_no_answers(asked):
    defaults = {each.name: each.default for each in asked.inputs}
    assert bridge.ask(asked.slug, defaults) == bridge.ask(asked.slug, {})


@pytest.mark.parametrize(
    ("asked", "example"),
    [(asked, example) for asked in CALCULATORS for example in asked.examples],
    ids=lambda value: getattr(value, "slug", None),
)
def test_example_holds(asked, example):
    outcome = bridge.ask(asked.slug, example.given)
    check(asked, outcome)
    assert str(outcome.headline) == example.headline
    facts = {str(fact.label): str(fact.value) for fact in outcome.facts}
    assert example.facts.items() <= facts.items()


@each_calculator
def test_examples_show_what_the_calculator_can_do(asked):
    assert len(asked.examples) >= 3
    assert len({str(example.says) for example in asked.examples}) == len(asked.examples)
    assert len({example.headline for example in asked.examples}) == len(asked.examples)


@each_calculator
def test_the_lookup_table_varies_what_is_asked(asked):
    """A question that the other answers hide would give every row, or every column, the same numbers."""
    table = asked.lookup
    cells = [
        {**table.given, table.down: down, table.across: across}
        for down in table.down_values
        for across in table.across_values
    ]
    assert {table.down, table.across} <= {
        name for each in cells for name in read(asked.inputs, each)
    }


@each_calculator
def test_what_would_change_the_result_can_be_answered(asked):
    questions = {each.name: each for each in asked.inputs}
    for vary in asked.varies:
        for answer in vary.to:
            if answer[0] not in "+-":
                assert questions[vary.name].read({vary.name: answer}) is not None


@each_calculator
def test_every_cell_of_the_lookup_table_has_an_outcome(asked):
    table = asked.lookup
    for down in table.down_values:
        for across in table.across_values:
            given = {**table.given, table.down: down, table.across: across}
            check(asked, bridge.ask(asked.slug, given))


# the list itself ----------------------------------------------------------------------------------


def test_slugs_titles_and_questions_are_unique():
    for name in ("slug", "title", "question"):
        values = [str(getattr(each, name)) for each in CALCULATORS]
        assert len(set(values)) == len(values)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", each.slug) for each in CALCULATORS)


@pytest.mark.parametrize("slug", [each.slug for each in CALCULATORS])
def test_calculator_is_found_by_its_slug(slug):
    assert catalog.calculator(slug).slug == slug


def test_unknown_names_are_refused():
    with pytest.raises(KeyError):
        catalog.calculator("pressure-from-a-table")
    with pytest.raises(KeyError):
        catalog.advised("no-such-range")


@each_calculator
def test_questions_have_names_of_their_own(asked):
    names = [each.name for each in asked.inputs]
    names += [each.unit_name for each in asked.inputs if isinstance(each, MassInput)]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in names)


@each_calculator
def test_a_question_depends_only_on_answers_that_came_before_it(asked):
    before = {}
    for each in asked.inputs:
        for when in each.when:
            assert set(when.values) <= before[when.name]
        before[each.name] = {choice.value for choice in getattr(each, "choices", ())}


@each_calculator
def test_page_has_its_anatomy(asked):
    """Use it when · Do not use it when · [form and result] · Limits · Sources · Reviewed."""
    assert asked.use_when
    assert asked.not_when
    assert asked.limits
    assert re.fullmatch(r"20\d\d-[01]\d-[0-3]\d", asked.reviewed)
    prose = (*asked.use_when, *asked.not_when, *asked.limits, asked.question)
    assert all(re.search(r"[.?]$", str(text)) for text in prose)


# sources ------------------------------------------------------------------------------------------


def test_every_source_is_used_and_every_use_has_a_source():
    assert set(catalog.cited_keys()) == set(WORKS)


def test_advised_ranges_are_unique_cited_and_never_from_memory():
    assert len({each.name for each in ADVISED}) == len(ADVISED)
    assert len({str(each.label) for each in ADVISED}) == len(ADVISED)
    for each in ADVISED:
        assert catalog.advised(each.name) is each
        assert {cite.state for cite in each.cites} & {State.READ, State.SECONDARY}


@each_calculator
def test_nothing_that_a_reader_acts_on_rests_on_memory(asked):
    assert State.RECALLED not in {cite.state for cite in asked.cites}


# words --------------------------------------------------------------------------------------------

FORBIDDEN = re.compile(
    r"\b(safe|safely|cleared|risk-free|simply|guarantee\w*|proven|mmhg|blood pressure)\b",
    re.IGNORECASE,
)
"""What no calculator may say (“Never do”, 1, 5–7 and 11)."""
ABOUT_PRESSURE = {"screening", "check", "pressure", "pressure-explorer"}
"""Those that ask for a pressure that somebody measured; the others never speak of one."""


def forbidden(asked, text):
    """List the words of a text that this calculator may not say."""
    found = {each.lower() for each in FORBIDDEN.findall(str(text))}
    return found - ({"mmhg", "blood pressure"} if asked.slug in ABOUT_PRESSURE else set())


def static_texts(asked):
    yield from (asked.title, asked.question, *asked.use_when, *asked.not_when, *asked.limits)
    yield from (example.says for example in asked.examples)
    for each in asked.inputs:
        yield each.label
        yield from (text for text in (each.hint, each.why) if text)
        yield from (choice.label for choice in getattr(each, "choices", ()))


def shown_texts(asked):
    yield from static_texts(asked)
    for each in asked.inputs:
        yield from (line for lines in getattr(each, "more", {}).values() for line in lines)
    for example in asked.examples:
        yield from sentences(bridge.ask(asked.slug, example.given))


@each_calculator
def test_no_text_promises_what_no_source_says(asked):
    assert not [str(text) for text in shown_texts(asked) if forbidden(asked, text)]


@each_calculator
def test_questions_and_limits_can_be_read_at_twelve(asked):
    """Automated readability index 8: what a reader of twelve to thirteen takes in."""
    hard = [
        str(text)
        for text in static_texts(asked)
        if len(str(text).split()) >= 8 and textstat.automated_readability_index(str(text)) > 8.5
    ]
    assert not hard


@each_calculator
def test_sentences_are_short(asked):
    too_long = [
        sentence
        for text in shown_texts(asked)
        for sentence in re.split(r"(?<=[.:;?!]) ", str(text))
        if len(sentence.split()) > 25
    ]
    assert not too_long
