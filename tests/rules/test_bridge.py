"""The one door of the browser: the shape of its answers is a contract."""

from __future__ import annotations

import json
from collections import Counter

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import any_answers

import bfr_rules
from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS
from bfr_rules.gate import LIMBS, gate
from bfr_rules.limits import LIMITS
from bfr_rules.standing import Level, Standing, Who
from bfr_rules.text import Text

TEXT = {"type": "string", "minLength": 1}
MAYBE_TEXT = {"type": ["string", "null"], "minLength": 1}
PLACE = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]{1,2})?$"}
SECONDS = {"type": "number", "minimum": 0}


def record(**properties):
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def rows(item):
    return {"type": "array", "items": item}


def maybe(schema):
    return {"anyOf": [schema, {"type": "null"}]}


CITES = rows(record(key=TEXT, label=TEXT, place=TEXT, state={"enum": ["V", "VS", "OURS"]}))
CITED = record(says=TEXT, cites=CITES)
LIMIT = record(code={"enum": list(LIMITS)}, says=TEXT, cites={**CITES, "minItems": 1})
OUTCOME = record(
    verdict={"enum": ["answer", "caution", "stop"]},
    headline=TEXT,
    spoken=TEXT,
    answer=MAYBE_TEXT,
    band=maybe(record(low=TEXT, high=TEXT, says=TEXT)),
    facts=rows(record(label=TEXT, value=TEXT, spoken=TEXT)),
    steps=rows(record(says=TEXT, formula=MAYBE_TEXT, result=TEXT, cites=CITES)),
    cautions=rows(record(says=TEXT, cites={**CITES, "minItems": 1})),
    stop=maybe(record(says=TEXT, do={**rows(TEXT), "minItems": 1}, cites={**CITES, "minItems": 1})),
    next=rows(CITED),
    tables=rows(record(caption=TEXT, columns=rows(TEXT), rows=rows(rows(TEXT)))),
    scale=maybe(
        record(
            says=TEXT,
            zones=rows(record(kind=TEXT, label=TEXT, x=PLACE, width=PLACE)),
            ticks=rows(record(x=PLACE)),
            mark=record(x=PLACE, label=TEXT),
            band=maybe(record(x=PLACE, width=PLACE)),
        )
    ),
    timeline=maybe(
        record(
            says=TEXT,
            total={"type": "string", "pattern": r"^\d+:\d\d$"},
            total_s=SECONDS,
            tempo_s={"type": "array", "items": SECONDS},
            segments=rows(
                record(
                    kind={"enum": ["set", "rest", "open"]},
                    says=TEXT,
                    exercise={"type": "integer", "minimum": 1},
                    set={"type": "integer", "minimum": 0},
                    repetitions={"type": "integer", "minimum": 0},
                    cuff_on={"type": "boolean"},
                    start=TEXT,
                    end=TEXT,
                    start_s=SECONDS,
                    end_s=SECONDS,
                    x=PLACE,
                    width=PLACE,
                )
            ),
            clocks=rows(
                record(
                    exercise={"type": "integer", "minimum": 1},
                    says=TEXT,
                    name=TEXT,
                    load=MAYBE_TEXT,
                    limb={"enum": ["arm", "leg"]},
                    side={"enum": ["", "left", "right", "both"]},
                    under_cuff=TEXT,
                    under_cuff_s=SECONDS,
                    ceiling=TEXT,
                    ceiling_s=SECONDS,
                    width=PLACE,
                )
            ),
            uncuffed=rows(
                record(exercise={"type": "integer", "minimum": 1}, name=TEXT, load=MAYBE_TEXT)
            ),
        )
    ),
    calendar=maybe(
        record(
            says=TEXT,
            weeks=rows(
                record(
                    label=TEXT,
                    note=TEXT,
                    days={
                        **rows(
                            record(
                                kind={"enum": ["bfr", "heavy", "other", "free"]},
                                day=TEXT,
                                says=TEXT,
                                spoken=TEXT,
                            )
                        ),
                        "minItems": 7,
                        "maxItems": 7,
                    },
                )
            ),
        )
    ),
    files=rows(record(name=TEXT, type=TEXT, label=TEXT, text=TEXT)),
    letter=maybe(
        record(
            title=TEXT,
            opening=rows(TEXT),
            parts=rows(record(title=TEXT, lines=rows(TEXT))),
            closing=rows(TEXT),
        )
    ),
    standing=maybe(
        record(
            level={"enum": [each.value for each in Level]},
            says=TEXT,
            limits=rows(LIMIT),
            closed=rows({"enum": list(LIMBS)}),
            lasting={"enum": [each.value for each in Level]},
            on=MAYBE_TEXT,
            today_on=MAYBE_TEXT,
            release_by=rows({"enum": [each.value for each in Who]}),
            release=maybe(
                record(
                    by={"enum": [each.value for each in Who]},
                    limbs=rows({"enum": list(LIMBS)}),
                    limits=rows({"enum": list(LIMITS)}),
                    name={"type": "string"},
                    **{"from": TEXT},
                )
            ),
            short={"type": "boolean"},
        )
    ),
    carry={"type": "object", "additionalProperties": TEXT},
    limits=rows(LIMIT),
    provisos=rows(TEXT),
    bound=rows(record(name=TEXT, typed=TEXT, used=TEXT, code={"enum": list(LIMITS)})),
    gate={"type": "string"},
    changes=rows(record(says=TEXT, result=TEXT)),
    note={"type": "string"},
)
HEAD = {"rules": {"const": bfr_rules.__version__}, "calculator": TEXT}
RESPONSE = jsonschema.Draft202012Validator(
    {
        "oneOf": [
            record(**HEAD, outcome=OUTCOME),
            record(
                **HEAD, problems={**rows(record(name={"type": "string"}, says=TEXT)), "minItems": 1}
            ),
        ]
    }
)


def respond(slug, answers):
    return json.loads(bridge.answer(json.dumps({"calculator": slug, "answers": answers})))


def outcome(slug, **answers):
    return respond(slug, answers)["outcome"]


# parts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "given"),
    [(each.slug, example.given) for each in CALCULATORS for example in each.examples],
)
def test_the_parts_together_are_the_whole(slug, given):
    whole = respond(slug, given)
    parts = {
        part: json.loads(
            bridge.answer(json.dumps({"calculator": slug, "answers": given, "part": part}))
        )
        for part in ("answer", "changes")
    }
    assert parts["answer"]["outcome"]["changes"] == []
    parts["answer"]["outcome"]["changes"] = parts["changes"].pop("changes")
    assert parts["answer"] == whole
    assert parts["changes"] == {key: whole[key] for key in HEAD}


def test_a_stop_has_no_changes_and_what_cannot_be_read_has_problems():
    closed = {"calculator": "session", "answers": {}, "part": "changes"}
    stopped = closed | {"standing": {"level": "doctor"}}
    assert json.loads(bridge.answer(json.dumps(stopped)))["changes"] == []
    unread = closed | {"answers": {"rest_s": "x"}}
    assert [each["name"] for each in json.loads(bridge.answer(json.dumps(unread)))["problems"]] == [
        "rest_s"
    ]
    with pytest.raises(ValueError, match="a request wants one of all, answer, changes, not 'some'"):
        bridge.answer(json.dumps(closed | {"part": "some"}))


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)
def test_an_answer_costs_one_reading_and_one_rule(asked, monkeypatch):
    """A limit that changes an answer reads that one answer again, and no other."""
    read, ruled = [], []

    def counted(question, answers):
        read.append(question.name)
        return type(question).read(question, answers)

    for question in asked.inputs:
        monkeypatch.setitem(
            vars(question), "read", lambda answers, question=question: counted(question, answers)
        )
    rule = asked.rule
    monkeypatch.setitem(vars(asked), "rule", lambda **told: ruled.append(1) or rule(**told))
    who = {"level": "limits", "limits": ["lowest-load", "open-rests", "lowest-pressure"]}
    for example in asked.examples:
        read.clear()
        ruled.clear()
        request = {"calculator": asked.slug, "answers": example.given, "part": "answer"}
        bridge.answer(json.dumps(request))
        assert len(read) == len(set(read))
        assert len(ruled) == 1
        bridge.answer(json.dumps(request | {"standing": who}))
        assert max(Counter(read).values()) <= 3, "once without the limits, once with, once bound"
        assert len(ruled) <= 2


# shape --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "given"),
    [(each.slug, example.given) for each in CALCULATORS for example in each.examples],
)
def test_examples_have_the_shape_of_the_contract(slug, given):
    RESPONSE.validate(respond(slug, given))


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)
@given(data=st.data())
def test_every_response_has_the_shape_of_the_contract(asked, data):
    RESPONSE.validate(respond(asked.slug, data.draw(any_answers(asked))))


def test_the_keys_of_an_outcome_are_always_the_same():
    answered, stopped = outcome("session"), outcome("one-rm", cuff="yes")
    assert list(answered) == list(stopped) == OUTCOME["required"]


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [({}, "answer"), ({"percent_1rm": "15"}, "caution"), ({"one_rm": "20 kg"}, "stop")],
)
def test_verdict_says_what_kind_of_answer_it_is(answers, verdict):
    steps = {"equipment": "step", "step": "4.5 kg"} if verdict == "caution" else {}
    assert outcome("training-load", **answers, **steps)["verdict"] == verdict


# what goes in -------------------------------------------------------------------------------------


def test_every_problem_comes_back_at_once_and_nothing_else():
    response = respond("training-load", {"one_rm": "heavy", "percent_1rm": "99", "colour": "red"})
    assert list(response) == ["rules", "calculator", "problems"]
    assert sorted(each["name"] for each in response["problems"]) == [
        "colour",
        "one_rm",
        "percent_1rm",
    ]


def test_an_unknown_question_is_refused_with_the_list_of_questions():
    (problem,) = respond("rest", {"rest": "30"})["problems"]
    assert problem["says"] == (
        "There is no question “rest”. The questions are rest_s, sessions_per_week, block_weeks, "
        "first_sessions, guided, last_session and feeling."
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [(100, "100"), (62.5, "62.5"), (100.0, "100"), (87.125, "87.1250"), (1.5e2, "150")],
)
def test_numbers_are_answers_as_well_as_text(number, text):
    """In JSON a point is always the decimal point: 87.125 has one reading."""
    given = {"equipment": "step", "step": "0.25 kg"}
    assert outcome("training-load", one_rm=number, **given) == outcome(
        "training-load", one_rm=text, **given
    )


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e-7, -1, 10**300, 1e22])
def test_numbers_that_are_no_weight_are_problems(number):
    assert [each["name"] for each in respond("one-rm", {"load": number})["problems"]] == ["load"]


def test_lists_are_ticks():
    ticked = {"plates": "kg", "plates_kg": ["2.5", "5"], "one_rm": "105 kg", "percent_1rm": "30"}
    assert outcome("training-load", **ticked)["headline"] == (
        "Load the bar to 30 kg: 5 kg on each side"
    )


@pytest.mark.parametrize(
    ("request_json", "error"),
    [
        ("", ValueError),
        ("{", ValueError),
        ("[]", TypeError),
        ("null", TypeError),
        ("{}", KeyError),
        ('{"calculator": "rest"}', KeyError),
        ('{"answers": {}}', KeyError),
        ('{"calculator": "resting", "answers": {}}', KeyError),
        ('{"calculator": ["rest"], "answers": {}}', TypeError),
        ('{"calculator": "rest", "answers": []}', TypeError),
        ('{"calculator": "rest", "answers": null}', TypeError),
        ('{"calculator": "rest", "answers": {"rest_s": null}}', TypeError),
        ('{"calculator": "rest", "answers": {"rest_s": true}}', TypeError),
        ('{"calculator": "rest", "answers": {"rest_s": {}}}', TypeError),
        ('{"calculator": "rest", "answers": {"rest_s": [1]}}', TypeError),
    ],
)
def test_a_request_of_another_form_is_our_bug_and_raises(request_json, error):
    with pytest.raises(error):
        bridge.answer(request_json)


# what comes out -----------------------------------------------------------------------------------


def padded(length):
    """An honest request, as long as is asked."""
    request = '{"calculator": "rest", "answers": {}, "note": "%s"}'
    return request % ("x" * (length - len(request) + 2))


def test_a_request_longer_than_any_form_sends_is_refused_before_it_is_read():
    longest = padded(bridge.LONGEST_REQUEST)
    assert len(longest) == bridge.LONGEST_REQUEST
    assert "problems" in bridge.answer(longest) or "outcome" in bridge.answer(longest)
    with pytest.raises(ValueError, match="200001 characters"):
        bridge.answer(padded(bridge.LONGEST_REQUEST + 1))


@pytest.mark.parametrize("bracket", ["[", '{"a":'])
def test_a_request_too_deep_for_a_browser_is_refused_before_it_is_read(bracket):
    with pytest.raises(ValueError, match="opens 1001 brackets"):
        bridge.answer(bracket * (bridge.MOST_BRACKETS + 1))


def test_brackets_that_a_reader_types_are_an_answer_like_any_other():
    typed = "[" * (bridge.MOST_BRACKETS - 2)
    request = {"calculator": "rest", "answers": {"percent_1rm": typed}}
    assert "problems" in json.loads(bridge.answer(json.dumps(request)))


def test_letters_of_every_language_come_through():
    typed = "Beinpresse ④ “größer” 深蹲 🏋️"
    response = bridge.answer(
        json.dumps({"calculator": "session", "answers": {"exercise_1_name": typed}})
    )
    assert typed.replace('"', "") in response
    assert "\\u" not in response
    assert json.loads(response)["outcome"]["timeline"]["clocks"][0]["says"].startswith(typed)


def test_half_a_character_comes_back_as_a_question_mark():
    broken = {"calculator": "session", "answers": {"exercise_1_name": "a\ud800b", "x\udfff": "1"}}
    assert "x?" in bridge.answer(json.dumps(broken)).encode("utf-8").decode("utf-8")


def test_citations_carry_the_short_name_of_their_work():
    step = next(each for each in outcome("training-load")["steps"] if each["cites"])
    assert step["cites"][0] == {
        "key": "patterson2019",
        "label": "Patterson et al. 2019",
        "place": "resistance exercise table",
        "state": "VS",
    }


def test_pictures_are_placed_in_per_cent_of_their_length():
    scale = outcome("training-load", one_rm="100 kg", percent_1rm="30")["scale"]
    assert [(each["kind"], each["x"], each["width"]) for each in scale["zones"]] == [
        ("bfr", "20", "20"),
        ("heavy", "70", "30"),
    ]
    assert [each["x"] for each in scale["ticks"]] == ["20", "40", "70"]
    assert scale["mark"] == {"x": "30", "label": "30 kg · 30 %"}
    assert scale["band"] is None
    given = {"basis": "band", "equipment": "step", "step": "1 kg", "percent_1rm": "30"}
    band = outcome("training-load", **given)["scale"]["band"]
    assert band == {"x": "24.55", "width": "5.45"}  # 27 of 110 and of 90


def test_timeline_of_the_usual_session():
    timeline = outcome("session")["timeline"]
    assert (timeline["total"], timeline["total_s"]) == ("6:30", 390.0)
    kinds = [(each["kind"], each["start_s"], each["end_s"]) for each in timeline["segments"][:3]]
    assert kinds == [("set", 0.0, 120.0), ("rest", 120.0, 150.0), ("set", 150.0, 210.0)]
    (clock,) = timeline["clocks"]
    assert (clock["under_cuff"], clock["ceiling"], clock["width"]) == ("5:00", "10:00", "50")


@given(st.sampled_from(CALCULATORS), st.data())
def test_same_request_gives_the_same_bytes(asked, data):
    request = json.dumps({"calculator": asked.slug, "answers": data.draw(any_answers(asked))})
    assert bridge.answer(request) == bridge.answer(request)


def test_asking_with_a_stop_gives_the_stop_before_the_answers_are_read():
    """For those who call it from Python: the numbers are not even looked at."""
    stopped = Standing(Level.DOCTOR, Text("Not without a doctor"))
    assert bridge.ask("training-load", {"one_rm": "heavy"}, stopped) == gate(stopped)
