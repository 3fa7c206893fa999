"""Limits bind: no limit of a screening or a release is broken by any answer of any calculator, in any door."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from fractions import Fraction
from itertools import cycle

import pytest
from corpus import answers_to, drawn, law, outcomes_of, typed
from hypothesis import strategies as st

from bfr_rules import bridge, cli
from bfr_rules.calculator import Sets
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.inputs.answers import read
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import NumberInput
from bfr_rules.limits import LIMITS, limit
from bfr_rules.quantity import Percent
from bfr_rules.references import cite
from bfr_rules.standing import Bind, Level, Limit, Standing
from bfr_rules.text import Text

GATED = [asked for asked in CALCULATORS if asked.gated]
each_gated = pytest.mark.parametrize("asked", GATED, ids=lambda asked: asked.slug)


def respond(asked, answers, *codes, closed=()):
    standing = {"level": "limits", "limits": list(codes), "closed": list(closed)}
    request = {"calculator": asked.slug, "answers": answers, "standing": standing}
    return json.loads(bridge.answer(json.dumps(request)))


def settings_of(outcome):
    """List every text in which an outcome sets something, what would change it included."""
    said = [outcome["headline"], outcome["answer"] or ""]
    said += [outcome["band"]["says"]] if outcome["band"] else []
    said += [fact["value"] for fact in outcome["facts"]]
    said += [each["result"] for each in outcome["changes"]]
    said += [cell for table in outcome["tables"] for row in table["rows"] for cell in row]
    said += [without_limits(outcome, file["text"]) for file in outcome["files"]]
    if outcome["calendar"]:
        for week in outcome["calendar"]["weeks"]:
            said += [week["note"], *(day["says"] for day in week["days"])]
    return said


def without_limits(outcome, text):
    """Take the sentences of the limits, which a file prints, out of its unfolded lines."""
    text = text.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";")
    for each in outcome["limits"]:
        text = text.replace(each["says"], "")
    return text


def numbers(pattern, said):
    return [float(number) for each in said for number in re.findall(pattern, each)]


def highest_load(said):
    return max(numbers(r"([\d.]+)\s*% (?:of your )?1RM", said), default=0)


def pressure_above(share, answers, said, outcome):
    """Every mmHg that is more than a share of the AOP that was typed."""
    if outcome["stop"]:
        return []  # It speaks of the reading, and sets nothing.
    another = [c["result"] for c in outcome["changes"] if c["says"].startswith("Your measured AOP")]
    said = [each for each in said if each not in another]
    aop = Fraction(str(answers.get("aop_mmhg") or 0).replace(",", "."))
    return [n for n in numbers(r"([\d.]+) mmHg", said) if n > math.floor(aop * share / 100)]


def tight_rests(_answers, said, outcome):
    segments = (outcome["timeline"] or {"segments": []})["segments"]
    if outcome["stop"]:
        return []
    tight = [each["says"] for each in segments if each["kind"] != "set" and each["cuff_on"]]
    return tight + [each for each in said if re.search(r"cuff (stays )?on", each)]


def more_exercises(_answers, _said, outcome):
    return (outcome["timeline"] or {"clocks": []})["clocks"][1:]


def limit_test(answers, said, outcome):
    asked = outcome["slug"] == "one-rm" and not outcome["stop"]
    return [] if not asked or answers.get("method") == "reserve" else said[:1]


BREAKS = {
    "lowest-pressure": lambda *given: pressure_above(40, *given),
    "start-pressure": lambda *given: pressure_above(50, *given),
    "lowest-load": lambda _a, said, _o: [n for n in [highest_load(said)] if n > 20],
    "first-sessions": lambda _a, said, _o: [n for n in [highest_load(said)] if n > 30],
    "open-rests": tight_rests,
    "one-exercise": more_exercises,
    "no-failure": limit_test,
}
"""How an outcome breaks a limit, by what it shows and not by how it came about."""


def breaks(code, asked, answers, outcome):
    find = BREAKS.get(code)
    return find(answers, settings_of(outcome), {**outcome, "slug": asked.slug}) if find else []


SEVERAL = st.lists(st.sampled_from(list(LIMITS)), min_size=2, unique=True)


# --- The law -------------------------------------------------------------------------------------


def held_to(asked, *ways):
    """Answer the corpus, each under one of several rows of limits in turn."""
    for answers, codes in zip(answers_to(asked.slug), cycle(ways), strict=False):
        response = respond(asked, answers, *codes)
        if "outcome" in response:
            yield answers, codes, response["outcome"]


@law
@each_gated
def test_no_answer_breaks_a_limit(asked):
    for answers, (code,), outcome in held_to(asked, *((code,) for code in LIMITS)):
        assert breaks(code, asked, typed(answers), outcome) == [], (code, answers)
        assert [each["code"] for each in outcome["limits"]] == [code]
        assert f"Limit: {limit(code)}" in outcome["note"]


@law
@each_gated
@pytest.mark.parametrize("code", [code for code in LIMITS if code in BREAKS])
def test_no_valid_answer_breaks_a_limit_that_binds(asked, code):
    for answers in answers_to(asked.slug)[:30]:
        response = respond(asked, answers, code)
        if "outcome" in response:
            assert breaks(code, asked, typed(answers), response["outcome"]) == [], answers


@law
@each_gated
def test_no_answer_breaks_any_of_several_limits(asked):
    rows = [tuple(codes) for codes in drawn(SEVERAL, 20)]
    for answers, codes, outcome in held_to(asked, tuple(LIMITS), *rows):
        broken = [code for code in codes if breaks(code, asked, typed(answers), outcome)]
        assert broken == [], (codes, answers)
        assert {each["code"] for each in outcome["limits"]} == set(codes)


@law
@each_gated
def test_every_example_keeps_every_limit_at_the_command_line(asked, capsys, tmp_path):
    """The examples are what a person sees first: no door shows one past a limit."""
    file = tmp_path / "standing.json"
    day = {"on": "2026-11-24", "today_on": "2026-11-24"}
    file.write_text(json.dumps({"level": "limits", "limits": list(LIMITS), **day}), "utf-8")
    for example in asked.examples:
        given = example.given.items()
        words = [f"{k}={' '.join(v) if isinstance(v, list) else v}" for k, v in given]
        options = ["--json", "--standing", str(file), "--today", "2026-11-24"]
        cli.main(["ask", asked.slug, *words, *options])
        outcome = json.loads(capsys.readouterr().out)["outcome"]
        broken = [code for code in LIMITS if breaks(code, asked, dict(given), outcome)]
        assert broken == [], example.given


@law
@each_gated
def test_what_a_limit_has_changed_is_said(asked):
    """With what was typed, what is used, and which limit did it."""
    for answers, (code,), outcome in held_to(asked, *((code,) for code in LIMITS)):
        values = read(asked.inputs, typed(answers))
        for each in limit(code).binds:
            value = values.get(each.name)
            over = each.most is not None and value is not None and value > each.most
            other = bool(each.only) and value not in {None, each.only}
            if over or other:
                (bound,) = [b for b in outcome["bound"] if b["name"] == each.name]
                assert bound["code"] == code
                assert any(str(limit(code)) in c["says"] for c in outcome["cautions"])
        if not outcome["bound"]:
            assert not [c for c in outcome["cautions"] if "Your limit holds" in c["says"]]


@law
@each_gated
def test_a_calculator_sets_nothing_that_it_does_not_name(asked):
    """What it sets unnamed no limit would bind."""
    for answers, outcome in outcomes_of(asked.slug):
        said = settings_of(outcome)
        if Sets.LOAD not in asked.sets and Sets.TEST not in asked.sets:
            assert highest_load(said) == 0, answers
        if Sets.PRESSURE not in asked.sets:
            assert numbers(r"([\d.]+) mmHg", said) == [], answers
        # What limits say of rests and exercises, they say of those with a cuff.
        if (timeline := outcome["timeline"]) and timeline["clocks"]:
            rests = [s for s in timeline["segments"] if s["kind"] != "set"]
            assert Sets.RESTS in asked.sets or not rests, answers
            assert Sets.EXERCISES in asked.sets or len(timeline["clocks"]) == 1, answers


# --- Limbs and sides -----------------------------------------------------------------------------


@pytest.mark.parametrize("limb", ["arm", "leg"])
@each_gated
def test_a_closed_side_is_in_no_setting_and_the_open_one_is_named(asked, limb):
    sided = {each.name for each in asked.inputs if each.name.endswith("side")}
    ways = cycle([("left", "right"), ("right", "left")])
    for answers, (shut, free) in zip(answers_to(asked.slug), ways, strict=False):
        response = respond(asked, answers, closed=[f"{shut}-{limb}"])
        if "outcome" not in response:
            continue
        outcome = response["outcome"]
        assert f"No cuff on: {shut} {limb}." in outcome["provisos"]
        if asked.limb == limb:
            assert outcome["gate"] == "limb"
            continue
        # A file prints what holds as the provisos do, and folds its lines.
        said = " ".join(settings_of({**outcome, "files": []})).lower()
        if not outcome["stop"]:
            assert f"{shut} {limb}" not in said, answers
            assert f"both {limb}s" not in said, answers
        values = read(asked.inputs, typed(answers))
        for name in (n for n, v in values.items() if n.endswith("limb") and v == limb):
            side = f"{name.removesuffix('limb')}side"
            if side in sided and values.get(side) in {"both", shut}:
                assert outcome["gate"] == "limb", answers
            elif side in sided and not outcome["stop"]:
                assert f"{free} {limb}" in said, answers


def test_whatever_sets_a_cuff_on_one_limb_asks_for_its_side():
    """Equipment looks at a cuff and not at a person."""
    for asked in GATED:
        names = {each.name for each in asked.inputs}
        about = {each for each in names if each.endswith("limb")}
        if asked.slug != "equipment":
            assert {f"{each.removesuffix('limb')}side" for each in about} <= names, asked.slug


# --- The list of limits --------------------------------------------------------------------------


def test_every_bind_names_a_question_and_an_answer_that_it_takes():
    asked = {each.name: each for calc in GATED for each in calc.inputs}
    for each in LIMITS.values():
        for bind in each.binds:
            question = asked[bind.name]
            if bind.most is not None:
                assert isinstance(question, NumberInput)
                assert question.possible.contains(bind.most.value)
            else:
                assert isinstance(question, ChoiceInput)
                values = {choice.value for choice in question.choices}
                assert {bind.only, *bind.never} - {""} < values, "something else must be left"


def test_codes_are_what_the_registry_calls_them():
    assert {code: each.code for code, each in LIMITS.items()} == {code: code for code in LIMITS}


def test_a_bind_does_one_thing_and_a_limit_names_its_source():
    for wrong in ({}, {"only": "yes", "most": Percent(30)}, {"only": "yes", "never": ("no",)}):
        with pytest.raises(ValueError, match="one of most, only and never"):
            Bind("percent_1rm", **wrong)
    with pytest.raises(ValueError, match="has no citation"):
        Limit("rest", Text("Rest."), ())


def test_a_calculator_that_a_limit_would_pass_by_cannot_be_built():
    session = calculator("session")
    with pytest.raises(ValueError, match="must say what it sets"):
        replace(session, sets=None)
    with pytest.raises(ValueError, match="session must ask percent_aop"):
        replace(session, sets=(Sets.PRESSURE,))


def test_a_limit_that_binds_what_is_no_share_is_our_bug():
    odd = Limit(
        "odd",
        Text("Odd."),
        (cite("domingos2018", "abstract"),),
        (Bind("exercises", most=Percent(1)),),
    )
    from bfr_rules.gate import bind

    with pytest.raises(TypeError, match="binds a share"):
        bind(read(calculator("session").inputs, {}), (odd,))


def test_after_an_operation_no_load_comes_from_a_maximum():
    """Whatever the form says of recovering: only a 10RM, a long set, or the healthy limb remain."""
    standing = Standing(Level.LIMITS, Text("stated"), (LIMITS["no-heavy-test"],))
    heavy = bridge.ask("one-rm", {"repetitions": "5", "recovering": "no"}, standing)
    assert str(heavy.headline) == "Do not test a maximum while you recover"
    light = bridge.ask("one-rm", {"repetitions": "10", "recovering": "no"}, standing)
    assert light.stop is None
    assert [each.used for each in light.bound] == ["Yes"]
    for basis, gate in (("one_rm", "limit"), ("ten_rm", ""), ("other_limb", "")):
        assert bridge.ask("training-load", {"basis": basis}, standing).gate == gate


def test_a_limit_is_said_in_words():
    assert limit("lowest-pressure").says.words() == (
        "The lowest cuff pressure: no more than 40 per cent of AOP."
    )


@pytest.mark.parametrize(
    ("slug", "more"),
    [
        ("rest", {"sessions_per_week": "6", "block_weeks": "2", "first_sessions": "no"}),
        ("plan", {"block": "daily", "weeks": "2", "first_sessions": "no"}),
    ],
)
def test_that_a_professional_must_watch_never_lets_one_who_is_alone_do_more(slug, more):
    """Daily sessions are for those who are guided: the limit must not answer that for them."""
    stopped = respond(calculator(slug), {**more, "guided": "no"}, "supervised")["outcome"]
    assert (stopped["gate"], stopped["bound"]) == ("limit", [])
    assert "choose “Yes”" in stopped["stop"]["do"][0]
    assert respond(calculator(slug), {**more, "guided": "yes"}, "supervised")["outcome"]["answer"]
