"""The reference of the library is what its signatures and docstrings say."""

import pytest

import bfr_rules
from bfr_rules.catalog import CALCULATORS
from calculators.markdown.reference import reference


def test_a_function_has_its_signature_its_parts_and_its_example():
    written = reference("screen")
    assert written.startswith("### `screen` { #screen .bfr-ref }")
    assert "screen(answers: Answers | None = None, *, today: Day) -> Screening" in written
    assert "**Takes**\n\n- `answers`: By the name of their question. A list that is" in written
    assert "**Raises**\n\n- `AnswersError`: " in written
    assert "```pycon\n>>> from datetime import date" in written


def test_a_class_has_what_can_be_read_of_it():
    written = reference("Plan Mass")
    assert "- `ics`: The plan for a calendar." in written
    assert "- `Mass.kg(value: Exact) -> Mass`: Build a mass in kilograms." in written
    assert "__eq__" not in written


def test_every_calculator_stands_in_the_table_of_values():
    written = reference("values")
    assert all(f"| `{each.slug}` | {each.question} |" in written for each in CALCULATORS)
    assert "| `Moment` or `AdvisedRange` |" in written


@pytest.mark.parametrize("name", [each for each in bfr_rules.__all__ if each != "__version__"])
def test_every_public_name_says_what_it_is(name):
    assert len(reference(name).splitlines()) > 2


def test_an_unknown_name_is_refused_with_those_there_are():
    with pytest.raises(LookupError, match="the library has no 'asks'; it has "):
        reference("asks")
