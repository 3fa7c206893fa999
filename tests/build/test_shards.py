"""Answers that the build has made: byte for byte what the bridge says, and to nobody whom the gate would hold back."""

import base64
import hashlib
import html
import json
import re
import subprocess

import pytest
from node import NODE

from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.standing import Level
from calculators.build import shards
from calculators.paths import ROOT
from calculators.views.form import answers_of

SCRIPT = ROOT / "calculators" / "browser" / "python" / "shard.js"
DAYS = ("2026-11-26", "2027-05-05", "1999-01-01")
TIMER = "https://guide.example/do/player/"

FIND = """
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { Shard } from %s;
const shard = new Shard(JSON.parse(readFileSync(%s, "utf-8")));
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${shard.find(JSON.parse(line)) ?? ""}\\n`);
}
"""
"""Finds the response to each request, as the page does."""


def found(shard, requests):
    """Give what the browser's script finds in a file for each request; empty where it finds nothing."""
    script = FIND % (json.dumps(SCRIPT.as_uri()), json.dumps(str(shard)))
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", script],
        input="".join(f"{json.dumps(each)}\n" for each in requests).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().split("\n")[:-1]


def as_asked(slug, answers, day):
    """Write a request as the page of a reader whom nobody has screened does."""
    asked = {"calculator": slug, "answers": answers, "today": day, "timer": TIMER, "part": "answer"}
    return asked | ({"standing": {"level": "unscreened"}} if calculator(slug).gated else {})


@pytest.mark.node
@pytest.mark.parametrize("slug", shards.COMMON)
def test_every_answer_is_the_bridges_byte_for_byte_whatever_the_day(slug, tmp_path):
    requests = [
        as_asked(slug, answers, DAYS[at % len(DAYS)])
        for at, answers in enumerate(shards.questions(slug))
    ]
    here = [bridge.answer(json.dumps(each)) for each in requests]
    shard = tmp_path / "shard.json"
    pairs = zip((each["answers"] for each in requests), here, strict=True)
    shard.write_text(shards.made(slug, pairs), "utf-8")
    assert shard.read_bytes() == shards.build()[slug].read_bytes()
    assert found(shard, requests) == here
    assert sum('"outcome"' in each for each in here) > 150


def test_only_what_answers_without_a_screening_has_answers():
    answering = {
        each.slug
        for each in CALCULATORS
        if not each.asks_first and (each.gated or not each.private)
    }
    assert set(shards.COMMON) <= answering
    for each in CALCULATORS:
        if each.slug not in answering:
            with pytest.raises(shards.ShardError, match=each.slug):
                shards.standing_for(each.slug)


@pytest.mark.node
@pytest.mark.parametrize("slug", [each for each in shards.COMMON if calculator(each).gated])
def test_nobody_whom_a_screening_has_met_is_answered_from_it(slug):
    """What the gate demands of a level, a limit or a limb is Python's to say."""
    built = answers_of(calculator(slug).inputs, {})
    plain = as_asked(slug, built, DAYS[0])
    standings = [
        None,
        *({"level": each.value} for each in Level if each is not Level.UNSCREENED),
        {"level": "unscreened", "closed": ["left-leg"]},
        {"level": "unscreened", "limits": ["no-standing"]},
        {"level": "unscreened", "on": DAYS[0]},
    ]
    others = [plain | {"standing": each} for each in standings]
    others += [plain | {"part": part} for part in ("all", "changes")]
    others += [plain | {"answers": {**built, name: "7.77"}} for name in built]
    others += [plain | {"answers": {**built, "more": ""}}]
    first, *rest = found(shards.build()[slug], [plain, *others])
    assert first == bridge.answer(json.dumps(plain))
    assert rest == [""] * len(others)


def test_a_page_names_the_answers_of_its_calculator_by_runtime_and_content(tmp_path):
    runtime = html.escape(json.dumps({"base": "../../assets/runtime/0123456789abcdef/"}))
    page = tmp_path / "calculate" / "index.html"
    page.parent.mkdir()
    tags = [
        f'<bfr-calculator slug="{slug}" state="static" data-gated data-runtime="{runtime}">'
        for slug in ("rest", "pressure")
    ]
    part = '<bfr-calculator slug="one-rm" state="static">'
    page.write_text("".join((*tags, part)), "utf-8")
    shards.write(tmp_path)
    text = page.read_text("utf-8")
    ((slug, said),) = re.findall(r'slug="([a-z-]+)"[^>]* data-shard="([^"]*)"', text)
    place = json.loads(html.unescape(said))
    assert slug == "rest"
    (file,) = (tmp_path / "assets" / "answers" / "0123456789abcdef").iterdir()
    data = file.read_bytes()
    digest = hashlib.sha256(data)
    assert file.name == f"rest.{digest.hexdigest()[:16]}.json"
    assert place["address"] == f"../../assets/answers/0123456789abcdef/{file.name}"
    assert place["integrity"] == f"sha256-{base64.b64encode(digest.digest()).decode()}"
    assert data == shards.build()["rest"].read_bytes()
