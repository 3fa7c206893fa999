"""How an outcome leaves as JSON: whatever a rule can say goes out, or is named here as what does not."""

from __future__ import annotations

from dataclasses import fields

import pytest

from bfr_rules import outcome
from bfr_rules.outcome import Outcome
from bfr_rules.present import LIMIT, OUTCOME, STANDING, maybe, shape
from bfr_rules.present import TEXT as WORDS
from bfr_rules.standing import Limit, Standing

PARTS = OUTCOME.schema["properties"]


def inside(schema):
    """What an object has, in a list of it or where there may be none."""
    schema = schema.get("items", schema)
    return set((schema.get("anyOf") or [schema])[0]["properties"])


@pytest.mark.parametrize(
    ("kind", "given", "otherwise"),
    [
        (Outcome, set(PARTS), set()),
        (outcome.Band, inside(PARTS["band"]), set()),
        (outcome.Fact, inside(PARTS["facts"]), set()),
        (outcome.Step, inside(PARTS["steps"]), set()),
        (outcome.Caution, inside(PARTS["cautions"]), set()),
        (outcome.Stop, inside(PARTS["stop"]), set()),
        (outcome.Advice, inside(PARTS["next"]), set()),
        (outcome.Table, inside(PARTS["tables"]), set()),
        (outcome.Calendar, inside(PARTS["calendar"]), set()),
        (outcome.File, inside(PARTS["files"]), set()),
        (outcome.Letter, inside(PARTS["letter"]), set()),
        (outcome.Scale, inside(PARTS["scale"]), {"mark_label"}),  # of the mark
        (outcome.Timeline, inside(PARTS["timeline"]), {"tempo"}),  # in seconds
        (Standing, inside(STANDING.schema), set()),
        (Limit, inside(LIMIT.schema), {"binds"}),  # what it does is the rules' business
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_every_part_of_an_outcome_goes_out(kind, given, otherwise):
    assert {each.name for each in fields(kind)} - given == otherwise


def test_of_what_may_be_missing_there_is_null():
    assert maybe(WORDS).give(None) is None
    assert maybe(WORDS).schema == {"type": ["string", "null"]}
    assert maybe(shape(x=WORDS)).schema["anyOf"][1] == {"type": "null"}
