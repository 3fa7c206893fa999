"""Light weights without a cuff: sets from a count of clean repetitions, and never a cuff in them."""

from __future__ import annotations

import pytest

from bfr_rules import bridge
from bfr_rules.bridge import ask
from bfr_rules.limits import NO_FAILURE
from bfr_rules.standing import Level, Standing
from bfr_rules.text import Text


def said(standing=None, **answers):
    return str(ask("light", answers, standing).headline)


@pytest.mark.parametrize(
    ("done", "headline"),
    [
        ("11", "Make it lighter, then count again"),
        ("12", "2 sets of 7, then stop: 5 repetitions left"),
        ("25", "2 sets of 20, then stop: 5 repetitions left"),
    ],
)
def test_a_weight_that_is_not_light_gives_no_session(done, headline):
    assert said(clean_repetitions=done) == headline


@pytest.mark.parametrize(
    ("done", "cautions"), [("19", ["lighter"]), ("20", []), ("30", []), ("31", ["harder"])]
)
def test_outside_20_to_30_repetitions_the_weight_changes_next_time(done, cautions):
    """At home without a gauge: “Pick a load you can lift about 20 to 30 times.”"""
    found = [str(each.says) for each in ask("light", {"clean_repetitions": done}).cautions]
    assert len(found) == len(cautions)
    assert all(word in text for word, text in zip(cautions, found, strict=True))


def test_the_first_two_weeks_are_shorter_and_further_from_tired():
    """“First two weeks: one or two sets each, and stop with some repetitions left.”"""
    assert said(clean_repetitions="25", first_sessions="yes").startswith("2 sets of 20")
    assert said(clean_repetitions="25", first_sessions="no").startswith("3 sets of 23")


def test_who_must_not_go_to_failure_keeps_as_many_left_as_at_first():
    held = Standing(Level.LIMITS, Text("Limits"), (NO_FAILURE,))
    assert said(held, clean_repetitions="25", first_sessions="no").startswith("2 sets of 20")


def test_nobody_unscreened_gets_a_session():
    assert said(Standing(Level.UNSCREENED, Text("Unscreened"))) == "A few questions first"


def test_its_timeline_has_no_cuff_and_no_rest_of_no_length():
    """25 less 5 is 20 repetitions of 4 s: 80 s, twice."""
    timeline = ask("light", {"clean_repetitions": "25", "rest_s": "0"}).timeline
    assert [each.kind for each in timeline.segments] == ["set", "set"]
    assert timeline.total.seconds == 160
    assert not timeline.clocks
    assert not any(each.cuff_on for each in timeline.segments)


def test_the_bridge_names_the_exercise_that_has_no_cuff():
    answers = {"exercise_1_name": "Row", "exercise_1_load": "8 kg", "clean_repetitions": "25"}
    outcome = bridge.outcome_json(ask("light", answers))
    assert outcome["timeline"]["uncuffed"] == [{"exercise": 1, "name": "Row", "load": "8 kg"}]
    assert outcome["carry"] == {"exercise_1_name": "Row"}
