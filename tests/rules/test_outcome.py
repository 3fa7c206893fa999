"""The words of the core refuse what nobody could check."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

import pytest

from bfr_rules.catalog import CALCULATORS
from bfr_rules.citation import AdvisedRange, Citation, Coefficient, State
from bfr_rules.outcome import Band, Fact, Outcome, Stop
from bfr_rules.quantity import Percent, Range, Unit
from bfr_rules.question import AnswersError, Problem
from bfr_rules.text import Text
from bfr_rules.times import Duration

READ = Citation("patterson2019", "resistance exercise table", State.READ)
RECALLED = Citation("patterson2019", "resistance exercise table", State.RECALLED)
STOP = Stop(Text("No."), (Text("Do less."),), (READ,))


def minutes(low, high, *cites):
    return AdvisedRange("name", Text("Label"), Range.of(low, high), Unit.MINUTE, cites)


@pytest.mark.parametrize(("cites", "reason"), [((), "no citation"), ((RECALLED,), "memory alone")])
def test_a_published_number_needs_a_source_that_somebody_read(cites, reason):
    with pytest.raises(ValueError, match=reason):
        minutes(5, 10, *cites)
    with pytest.raises(ValueError, match=reason):
        Coefficient("share", Fraction(3, 4), cites)
    with pytest.raises(ValueError, match=reason):
        dataclasses.replace(CALCULATORS[0], cites=cites)


def test_memory_beside_a_source_is_accepted():
    assert minutes(5, 10, RECALLED, READ).cites == (RECALLED, READ)


def test_a_calculator_needs_three_examples():
    with pytest.raises(ValueError, match="three examples"):
        dataclasses.replace(CALCULATORS[0], examples=CALCULATORS[0].examples[:2])


def test_advised_range_holds_its_ends():
    advised = minutes(5, 10, READ)
    assert (advised.shortest, advised.longest) == (Duration.s(300), Duration.s(600))
    assert advised.has(Duration.s(600))
    assert not advised.has(Duration.s("600.1"))
    assert advised.has(5)
    assert not advised.has(4)
    assert (str(advised), advised.words()) == ("5–10 min", "5 to 10 minutes")


def test_an_open_end_has_no_number():
    with pytest.raises(ValueError, match="open at this end"):
        _ = minutes(3, None, READ).longest
    with pytest.raises(ValueError, match="open at this end"):
        _ = minutes(None, 3, READ).low


@pytest.mark.parametrize(
    "beside",
    [
        {"answer": Percent(30)},
        {"facts": (Fact(Text("Load"), Percent(30)),)},
        {"band": Band(1, 2, Text("1 to 2"))},
    ],
)
def test_a_stop_replaces_the_answer(beside):
    assert Outcome(headline=Text("Stop"), stop=STOP)
    with pytest.raises(ValueError, match="replaces the answer"):
        Outcome(headline=Text("Stop"), stop=STOP, **beside)


def test_answers_error_names_every_problem():
    error = AnswersError((Problem("load", Text("Enter it.")), Problem("reps", Text("Fewer."))))
    assert str(error) == "load: Enter it.; reps: Fewer."
