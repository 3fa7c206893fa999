"""Sentences keep their template whole and their parameters typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bfr_rules.quantity import Mass, Percent
from bfr_rules.text import Count, Series, Speakable, Text, Times, words


@pytest.mark.parametrize(
    ("template", "params"),
    [("Rest {rest}", {}), ("Rest", {"rest": 1}), ("Rest {rest}", {"time": 1})],
)
def test_placeholders_and_parameters_must_be_the_same(template, params):
    with pytest.raises(ValueError, match="has the placeholders"):
        Text(template, **params)


@given(st.text())
def test_what_was_typed_is_never_read_as_a_template(typed):
    assert str(Text("“{typed}” is not a number.", typed=typed)) == f"“{typed}” is not a number."


def test_texts_nest_and_are_said_from_the_inside_out():
    inner = Text("{share} of your 1RM", share=Percent(30))
    outer = Text("In truth: {inner}", inner=inner)
    assert str(outer) == "In truth: 30 % of your 1RM"
    assert outer.words() == "In truth: 30 per cent of your 1RM"


def test_equal_sentences_are_equal_whatever_the_order_of_their_parameters():
    one = Text("{a} and {b}", a=1, b=2)
    assert one == Text("{a} and {b}", b=2, a=1)
    assert hash(one) == hash(Text("{a} and {b}", b=2, a=1))
    assert one != Text("{a} and {b}", a=2, b=1)


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (Count(0, "set"), "0 sets"),
        (Count(1, "set"), "1 set"),
        (Count(2, "set"), "2 sets"),
        (Count(2, "foot", "feet"), "2 feet"),
    ],
)
def test_counts_agree_with_their_noun(count, written):
    assert str(count) == words(count) == written


@pytest.mark.parametrize(
    ("items", "last", "written"),
    [
        ((), "and", ""),
        (("a",), "and", "a"),
        (("a", "b"), "or", "a or b"),
        (("a", "b", "c"), "and", "a, b and c"),
    ],
)
def test_series_are_joined_as_a_sentence_joins_them(items, last, written):
    assert str(Series(items, last)) == Series(items, last).words() == written


def test_series_and_times_are_said_with_their_units():
    plates = Series((Times(2, Mass.kg(20)), Times(1, Mass.kg("2.5"))))
    assert str(plates) == "2 × 20 kg and 2.5 kg"
    assert plates.words() == "2 times 20 kilograms and 2.5 kilograms"


def test_only_what_has_words_is_speakable():
    assert isinstance(Text("a"), Speakable)
    assert not isinstance(30, Speakable)
