"""The door for programs: typed answers, numbers as numbers, and the same gate as everywhere."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
import typing
from datetime import date, datetime, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typed_library import first_steps

import bfr_rules
from bfr_rules import bridge, library
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.gate import SCREEN_FIRST, UNSCREENED
from bfr_rules.quantity import HeartRate, Mass, Percent, Pressure
from bfr_rules.screening.declaration import NOTHING
from bfr_rules.standing import Level, Standing
from bfr_rules.text import Text
from bfr_rules.times import Date, Duration, Moment, TimeOfDay
from calculators.paths import ROOT

TODAY = date(2026, 11, 26)
HEALTHY = library.screen(NOTHING, today=TODAY).standing
each_calculator = pytest.mark.parametrize("asked", CALCULATORS, ids=lambda each: each.slug)


# the gate -----------------------------------------------------------------------------------------


@each_calculator
def test_without_a_standing_an_answer_is_that_of_an_unscreened_reader(asked):
    unscreened = {"level": "unscreened"}
    for example in asked.examples:
        found = library.ask(asked.slug, example.given)
        page = bridge.ask(asked.slug, example.given, bridge.standing_of(unscreened))
        assert found.as_json() == bridge.outcome_json(page)
        if asked.asks_first:
            assert isinstance(found, bfr_rules.Stopped)
            assert found.headline == str(SCREEN_FIRST.headline)
        elif asked.gated and isinstance(found, bfr_rules.Answer):
            assert str(UNSCREENED) in found.holds


@each_calculator
@pytest.mark.parametrize("level", Level)
def test_a_stop_of_the_screening_replaces_every_setting(asked, level):
    standing = Standing(level, Text("Stated"), on=Date(TODAY), today_on=Date(TODAY))
    found = library.ask(asked.slug, asked.examples[0].given, standing=standing, today=TODAY)
    stops = level not in {Level.NONE, Level.LIMITS, Level.UNSCREENED}
    if asked.gated and (stops or (level is Level.UNSCREENED and asked.asks_first)):
        assert isinstance(found, bfr_rules.Stopped)
        assert found.do


def test_limits_bind_and_are_told():
    untrained = library.screen({**NOTHING, "habits": ["untrained"]}, today=TODAY)
    found = library.ask("session", {"exercises": 2}, standing=untrained.standing, today=TODAY)
    assert untrained.level is Level.LIMITS
    assert any("One exercise with the cuff in a session." in each for each in found.cautions)
    assert "No set to failure, and no test to your limit." in found.holds


def test_a_standing_needs_a_day_and_runs_out():
    with pytest.raises(TypeError, match="say which day it is"):
        library.ask("session", standing=HEALTHY)
    late = library.ask("session", standing=HEALTHY, today=date(2027, 3, 1))
    assert (type(late), late.headline) == (bfr_rules.Stopped, "Screen again")
    undated = Standing(Level.NONE, Text("Stated"))
    assert library.ask("session", standing=undated, today=TODAY).headline == "Screen again"


def test_a_standing_is_kept_and_read_again_and_nothing_else_is_one():
    kept = library.dump_standing(HEALTHY)
    assert bridge.standing_json(library.load_standing(kept))["level"] == "none"
    whole = '{"outcome": {"standing": ' + kept + "}}"
    assert library.load_standing(whole) == library.load_standing(kept)
    assert "178" not in kept
    for text in ("", "null", "{}", "[]", '{"level": "fine"}', '{"level": 1}', "[" * 100_000):
        with pytest.raises(ValueError, match="holds no standing"):
            library.load_standing(text)


# what goes in -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "name", "given", "value"),
    [
        ("training-load", "one_rm", Mass.lb(225), Mass.lb(225)),
        ("training-load", "one_rm", Mass.kg("87.125"), Mass.kg("87.125")),
        ("training-load", "one_rm", 87.125, Mass.kg("87.125")),
        ("training-load", "one_rm", Fraction(175, 2), Mass.kg("87.5")),
        ("training-load", "percent_1rm", Percent(30), Percent(30)),
        ("training-load", "percent_1rm", 30, Percent(30)),
        ("pressure", "aop_mmhg", Pressure.mmhg(187), Pressure.mmhg(187)),
        ("rest", "rest_s", Duration.s(60), Duration.s(60)),
        ("rest", "guided", True, "yes"),
        ("rest", "guided", False, "no"),
        ("rest", "last_session", datetime(2026, 11, 24, 18, 30), Moment.parse("2026-11-24 18:30")),  # noqa: DTZ001
        (
            "rest",
            "last_session",
            Moment.parse("2026-11-24 18:30"),
            Moment.parse("2026-11-24 18:30"),
        ),
        ("plan", "start", TODAY, Date(TODAY)),
        ("plan", "start", Date(TODAY), Date(TODAY)),
        ("plan", "start_hour", time(18, 30), TimeOfDay.of(18 * 60 + 30)),
        ("plan", "start_hour", TimeOfDay.of(18 * 60 + 30), TimeOfDay.of(18 * 60 + 30)),
        ("screening", "resting_hr", HeartRate.bpm(60), 60),
        ("screening", "clots", {"none"}, ("none",)),
        ("screening", "clots", ("clot", "family-clot"), ("clot", "family-clot")),
    ],
)
def test_each_kind_of_value_is_read_as_that_value(slug, name, given, value):
    inputs = {each.name: each for each in calculator(slug).inputs}
    assert inputs[name].parse(library.written(name, given)) == value


@given(
    size=st.fractions(1, 500, max_denominator=1).map(lambda whole: whole + Fraction(1, 8))
    | st.decimals(1, 500, places=3).map(Fraction)
)
def test_a_weight_is_never_read_as_another(size):
    (asked,) = (each for each in calculator("training-load").inputs if each.name == "one_rm")
    assert asked.parse(library.written("one_rm", Mass.kg(size))) == Mass.kg(size)
    assert asked.parse(library.written("one_rm", float(size))) == Mass.kg(size)


@pytest.mark.parametrize("value", [None, object(), [30], {"a": 1}, b"30", 1j])
def test_another_kind_of_value_is_a_mistake_of_the_program(value):
    with pytest.raises(TypeError, match="rest_s: an answer is text"):
        library.ask("rest", {"rest_s": value})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1, 1e300, "x", True])
def test_a_number_that_cannot_be_is_refused_with_what_to_type(value):
    with pytest.raises(bfr_rules.AnswersError) as refused:
        library.ask("rest", {"rest_s": value})
    (problem,) = refused.value.problems
    assert problem.name == "rest_s"
    assert "for example 30" in str(problem.says)


def test_an_unknown_calculator_is_refused_with_those_there_are():
    with pytest.raises(KeyError, match="no calculator is called 'nothing'; there are screening, "):
        library.ask("nothing")


# what comes out -----------------------------------------------------------------------------------


def promised():
    """Find what the types of `ask` promise for each slug."""
    for each in typing.get_overloads(library.ask):
        hints = typing.get_type_hints(each)
        answer, _stopped = typing.get_args(hints["return"])
        (value,) = typing.get_args(answer)
        for slug in typing.get_args(hints["slug"]):
            yield slug, typing.get_args(value) or (value,)


def test_every_calculator_has_its_type():
    assert sorted(slug for slug, _ in promised()) == sorted(each.slug for each in CALCULATORS)


@pytest.mark.parametrize(("slug", "kinds"), list(promised()))
def test_the_value_is_of_the_type_that_is_promised(slug, kinds):
    found = [
        library.ask(slug, each.given, standing=HEALTHY, today=TODAY)
        for each in calculator(slug).examples
    ]
    answers = [each for each in found if isinstance(each, bfr_rules.Answer)]
    assert answers
    for each in answers:
        assert isinstance(each.value, kinds)
        assert str(each) == each.headline
        assert set(each.facts) == {fact["label"] for fact in each.as_json()["facts"]}


def test_a_plan_has_its_weeks_and_its_files():
    made = library.plan({"start": TODAY}, standing=HEALTHY, today=TODAY)
    assert isinstance(made, bfr_rules.Plan)
    assert made.calendar.weeks
    assert made.ics.startswith("BEGIN:VCALENDAR")
    assert '"' in made.csv
    assert {"plan.ics", "plan.csv"} <= set(made.files)
    stopped = library.plan(standing=library.UNASKED, today=TODAY)
    assert isinstance(stopped, bfr_rules.Stopped)


def test_a_part_that_a_rule_left_out_is_a_loud_mistake():
    with pytest.raises(RuntimeError, match="lacks the part"):
        library.there(None)


def test_first_steps_are_what_the_types_say():
    assert first_steps(TODAY, NOTHING)[:2] == ["35 kg", "93 mmHg"]


# the package --------------------------------------------------------------------------------------


def test_public_names_are_there_and_others_are_not():
    for name in bfr_rules.__all__:
        assert getattr(bfr_rules, name) is not None
    assert dir(bfr_rules) == sorted(bfr_rules.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        bfr_rules.nothing  # noqa: B018


def test_importing_the_package_imports_nothing_and_the_bridge_not_the_library():
    program = (
        "import sys, bfr_rules; print([m for m in sys.modules if m.startswith('bfr_rules.')]);"
        "import bfr_rules.bridge; print('bfr_rules.library' in sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout
    assert printed.split("\n")[:2] == ["[]", "False"]


# examples -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["src/README.md", "docs/about/programmers.md"])
def test_what_a_page_for_programmers_shows_is_what_happens(page):
    failed, tried = doctest.testfile(str(ROOT / page), module_relative=False)
    assert (failed, tried > 5) == (0, True)


@pytest.mark.parametrize("notebook", [each.name for each in (ROOT / "examples").glob("*.ipynb")])
def test_a_notebook_prints_what_is_kept_in_it(notebook, capsys):
    room = {}
    for cell in json.loads((ROOT / "examples" / notebook).read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), room)
            kept = "".join(line for each in cell["outputs"] for line in each["text"])
            assert capsys.readouterr().out == kept
