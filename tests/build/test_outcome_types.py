"""The type of an outcome that scripts are checked by: written from the rules, and what the rules answer."""

from __future__ import annotations

import json

import jsonschema
import pytest

from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS
from bfr_rules.schema import outcome_schema
from calculators.build import outcome_types


def test_the_declaration_is_what_the_rules_say(tmp_path):
    """Where it is not: `make serve`, `make site` and `make test` write it."""
    written = tmp_path / "outcome.d.ts"
    outcome_types.write(written)
    assert outcome_types.DECLARED.read_text("utf-8") == written.read_text("utf-8")


def test_what_is_the_same_is_not_written_again(tmp_path):
    written = tmp_path / "outcome.d.ts"
    outcome_types.write(written)
    before = written.stat().st_mtime_ns
    outcome_types.write(written)
    assert written.stat().st_mtime_ns == before


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)
def test_what_the_rules_answer_is_of_that_type(asked):
    for example in asked.examples:
        request = json.dumps({"calculator": asked.slug, "answers": example.given})
        jsonschema.validate(json.loads(bridge.answer(request))["outcome"], outcome_schema())
