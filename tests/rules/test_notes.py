"""A note for a record: every answer, the result, the method, the sources and the version."""

from __future__ import annotations

import re

import pytest

import bfr_rules
from bfr_rules.asking import run
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.inputs.answers import read
from bfr_rules.notes import note

EXAMPLES = [
    pytest.param(asked, example.given, id=f"{asked.slug}-{number}")
    for asked in CALCULATORS
    for number, example in enumerate(asked.examples)
]


def note_of(slug, **given):
    return note(run(calculator(slug), given))


@pytest.mark.parametrize(("asked", "given"), EXAMPLES)
def test_note_has_answers_result_method_sources_and_version(asked, given):
    answered = run(asked, given)
    outcome = answered.outcome
    lines = note(answered).splitlines()
    assert lines[0] == f"{asked.title} – BFR Guide, rules {bfr_rules.__version__}"
    assert f"Result: {outcome.headline}" in lines
    for name in read(asked.inputs, given):
        (question,) = (each for each in asked.inputs if each.name == name)
        assert [line for line in lines if line.startswith(f"- {question.label}")], name
    text = "\n".join(lines)
    listed = set(re.findall(r"^- ([\w:-]+): ", text.split("Sources\n")[-1], re.MULTILINE))
    cited = {cite.key for part in (*outcome.steps, *outcome.cautions) for cite in part.cites}
    assert cited <= listed
    for fact in outcome.facts:
        assert f"{fact.label}: {fact.value}" in lines


def test_numbers_have_their_unit_and_choices_their_words():
    text = note_of("one-rm", load="100 kg", repetitions="5")
    assert "- Weight you lifted: 100 kg" in text
    assert "- Repetitions you did: 5 repetitions" in text
    assert "- Was a cuff or band on the limb? No" in text


def test_a_stop_says_what_to_do_instead():
    text = note_of("one-rm", cuff="yes")
    assert "- Rest, take the cuff off, and count a set without it on another day." in text
    assert "Method" not in text
    assert "jessee2019" in text


def test_several_answers_are_joined():
    text = note_of("training-load", plates="kg", plates_kg=["20", "10"])
    assert "- Plates in kg: 20 kg and 10 kg" in text


def test_bare_numbers_are_decimals_with_their_unit():
    """A row of plates and a width are kept exactly, and never shown as a fraction."""
    row = note_of("training-load", plates="own", own_plates="10 5 2.5 1.25")
    assert "- Your pairs of plates: 10, 5, 2.5 and 1.25" in row
    assert "11.5 cm" in note_of("equipment", cuff_width_cm="11.5", one_hand="yes")
