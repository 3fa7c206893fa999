"""The data for other programs: every file is what its schema says, and says what the rules say."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import bfr_rules
from bfr_rules import bridge
from bfr_rules.catalog import ADVISED, CALCULATORS, calculator
from bfr_rules.gate import SCREEN_FIRST
from bfr_rules.schema import outcome_schema
from bfr_rules.screening.reasons import ITEMS
from bfr_rules.signs import SIGNS
from calculators.build import static_api

SCHEMA = json.loads(static_api.SCHEMA.read_text("utf-8"))
OUTCOME = jsonschema.Draft202012Validator(outcome_schema())


def follows(name, held):
    schema = {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{name}"}
    jsonschema.validate(held, schema, jsonschema.Draft202012Validator)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make every file once."""
    site = tmp_path_factory.mktemp("site")
    static_api.write(site)
    return site / static_api.FOLDER


def held(made, name):
    return json.loads((made / name).read_text("utf-8"))


def test_the_schemas_are_schemas():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(outcome_schema())


def test_every_file_is_listed_and_is_what_its_schema_says(made):
    index = held(made, "index.json")
    follows("index", index)
    listed = {*index["files"], *index["calculators"], *index["schemas"], index["wheel"]}
    found = {each.relative_to(made).as_posix() for each in made.rglob("*") if each.is_file()}
    assert found == listed | {"index.json"}
    for name in index["files"]:
        follows(name.removesuffix(".json"), held(made, name))
    for name in index["calculators"]:
        follows("calculator", held(made, name))


def test_the_wheel_is_the_package(made):
    wheel = held(made, "index.json")["wheel"]
    assert wheel == f"bfr_rules-{bfr_rules.__version__}-py3-none-any.whl"


def test_what_the_rules_know_is_there_whole(made):
    assert [each["id"] for each in held(made, "reasons.json")["reasons"]] == [i.id for i in ITEMS]
    assert [each["id"] for each in held(made, "signs.json")["signs"]] == [s.id for s in SIGNS]
    ranges = held(made, "ranges.json")["ranges"]
    assert [(each["name"], each["text"]) for each in ranges] == [(r.name, str(r)) for r in ADVISED]
    assert all(each["cites"] for each in ranges)
    works = {each["id"] for each in held(made, "works.json")}
    for name in ("ranges", "limits", "reasons", "signs", "claims"):
        for each in held(made, f"{name}.json")[name]:
            assert {cite["key"] for cite in each["cites"]} <= works


def test_the_claims_are_the_22_of_the_page(made):
    claims = held(made, "claims.json")["claims"]
    assert [each["id"] for each in claims] == [f"s{number}" for number in range(1, 23)]
    verdicts = {each["id"]: each["verdict"] for each in claims}
    assert (verdicts["s9"], verdicts["s2"], verdicts["s22"]) == (
        "contradicted",
        "supported",
        "missing",
    )


def test_a_claim_without_a_verdict_stops_the_build():
    with pytest.raises(static_api.ApiError, match="S1 has no verdict"):
        list(static_api.claims("### S1. New { #s1 .bfr-ref }\n\nThe man is right.\n"))


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda each: each.slug)
def test_examples_are_answered_as_for_a_reader_whom_nobody_screened(made, asked):
    examples = held(made, f"calculators/{asked.slug}.json")["examples"]
    assert len(examples) == len(asked.examples)
    for each in examples:
        OUTCOME.validate(each["outcome"])
        if asked.asks_first:
            assert each["outcome"]["headline"] == str(SCREEN_FIRST.headline)


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda each: each.slug)
def test_every_outcome_is_what_its_schema_says(asked):
    for each in asked.examples:
        request = {"calculator": asked.slug, "answers": dict(each.given)}
        OUTCOME.validate(json.loads(bridge.answer(json.dumps(request)))["outcome"])


def test_an_outcome_with_all_its_parts_is_what_its_schema_says():
    """A standing, a letter, limits and bound answers are in no example of one calculator."""
    clot = bridge.ask("screening", {"clots": ["clot"]})
    OUTCOME.validate(bridge.outcome_json(clot))
    limited = {"level": "limits", "limits": ["one-exercise"]}
    bound = bridge.ask("session", {"exercises": "2"}, bridge.standing_of(limited))
    assert bound.bound
    OUTCOME.validate(bridge.outcome_json(bound))
    assert not OUTCOME.is_valid({**bridge.outcome_json(bound), "more": 1})
    assert calculator("session").gated


def test_nothing_of_a_machine_or_a_day_is_in_it(made):
    text = "".join(each.read_text("utf-8") for each in made.rglob("*.json"))
    assert str(Path.cwd()) not in text
