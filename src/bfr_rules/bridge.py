"""The one door of the browser: JSON text in, JSON text out. No other Python object crosses.

A request names a calculator and gives the answers as they were typed:

>>> response = answer('{"calculator": "training-load", "answers": {"one_rm": "100 kg"}}')
>>> print(json.loads(response)["outcome"]["answer"])
30 kg

Bad answers come back as problems, every one at once:

>>> response = answer('{"calculator": "training-load", "answers": {"one_rm": "heavy"}}')
>>> print(json.loads(response)["problems"][0]["says"])
“heavy” is not a weight. Write kg or lb after the number, for example 40 kg.

A request that is not of this form is a bug of the page, and raises.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction

from bfr_rules import __version__
from bfr_rules.catalog import calculator
from bfr_rules.gate import gate, gate_limbs
from bfr_rules.inputs import THOUSANDS, read
from bfr_rules.model import (
    AnswersError,
    Calendar,
    Citation,
    Letter,
    Level,
    Outcome,
    Problem,
    Raw,
    Scale,
    Shown,
    Standing,
    Stop,
    Table,
    Timeline,
)
from bfr_rules.notes import note
from bfr_rules.quantity import Percent, decimal
from bfr_rules.references import work
from bfr_rules.sensitivity import changes
from bfr_rules.text import Text, words

Json = object


def answer(request_json: str) -> str:
    """Answer a request.

    Args:
        request_json: An object with `calculator`, a slug, and `answers`, an object from question
            to what was typed: text, a number, or a list of text for boxes to tick. It may have a
            `standing`: that of an earlier screening, and `released`, whether the reader states
            that a clinician has agreed.

    Returns:
        An object with `rules` (their version), `calculator` and either `outcome` or `problems`.
        An outcome comes with a `note` of it, and with the `changes` that would change it.

    Raises:
        KeyError: There is no such calculator, or the request lacks a part.
        ValueError: The request is not JSON.
        TypeError: A part is of another kind, or an answer neither text, number nor list of text.
    """
    request = json.loads(request_json)
    slug, given = request["calculator"], request["answers"]
    if not isinstance(given, dict):
        message = f"answers are an object from question to answer, not {given!r}"
        raise TypeError(message)
    answers = {name: _typed(value) for name, value in given.items()}
    response: dict[str, Json] = {"rules": __version__, "calculator": slug}
    asked, standing = calculator(slug), _standing(request.get("standing"))
    if standing and asked.gated and (closed := gate(standing)):
        # Whatever was typed: a stop does not wait for better numbers.
        response["outcome"] = {**outcome_json(closed), "changes": [], "note": ""}
        return json.dumps(response, ensure_ascii=False)
    try:
        outcome = ask(slug, answers, standing)
        response["outcome"] = {
            **outcome_json(outcome),
            "changes": [
                {"says": str(each.says), "result": str(each.result)}
                for each in changes(asked, answers, outcome)
            ],
            "note": note(asked, answers, outcome),
        }
    except AnswersError as error:
        response["problems"] = [problem_json(each) for each in error.problems]
    return json.dumps(response, ensure_ascii=False)


def ask(slug: str, answers: Mapping[str, Raw], standing: Standing | None = None) -> Outcome:
    """Run a calculator on answers as they were typed.

    Args:
        slug: Of the calculator.
        answers: As they were typed.
        standing: Where a screening leaves the reader; a stop of it replaces every setting.

    Raises:
        KeyError: There is no such calculator.
        AnswersError: Naming every answer that cannot be used.

    >>> print(ask("training-load", {"one_rm": "200 lb", "equipment": "step", "step": "5 lb"}).answer)
    60 lb
    """
    asked = calculator(slug)
    if standing is None or not asked.gated:
        return asked.rule(**read(asked.inputs, answers))
    if closed := gate(standing):
        return closed
    values = read(asked.inputs, answers)
    limbs = {str(value) for name, value in values.items() if name.split("_")[-1] == "limb"}
    limbs.add(asked.limb)
    return gate_limbs(standing, limbs) or asked.rule(**values)


def _standing(given: object) -> Standing | None:
    """Read a standing; one that a clinician has released is that of a reader with limits."""
    if given is None:
        return None
    if not isinstance(given, dict):
        message = f"a standing is an object, not {given!r}"
        raise TypeError(message)
    level = Level(given["level"])
    if level is Level.CLINICIAN and given.get("released") is True:
        level = Level.LIMITS
    return Standing(level, Text("stated"), closed=tuple(map(str, given.get("closed", ()))))


def _typed(value: object) -> Raw:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return list(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = repr(value)
        # In JSON a point is always the decimal point: 87.125 has one reading.
        return f"{number}0" if THOUSANDS.fullmatch(number) else number
    message = f"an answer is text, a number or a list of text, not {value!r}"
    raise TypeError(message)


def _shown(value: Shown | None) -> str | None:
    return None if value is None else str(value)


def _texts(texts: tuple[Text, ...]) -> list[str]:
    return [str(each) for each in texts]


def cites_json(cites: tuple[Citation, ...]) -> list[Json]:
    """Give citations with the short name of their work."""
    return [
        {
            "key": each.key,
            "label": work(each.key).short,
            "place": each.place,
            "state": each.state.value,
        }
        for each in cites
    ]


def problem_json(problem: Problem) -> Json:
    """Give a problem with the name of its question."""
    return {"name": problem.name, "says": str(problem.says)}


def outcome_json(outcome: Outcome) -> dict[str, Json]:
    """Give an outcome as JSON; every value is already the text that a reader sees."""
    band = outcome.band
    return {
        "verdict": "stop" if outcome.stop else "caution" if outcome.cautions else "answer",
        "headline": str(outcome.headline),
        "spoken": words(outcome.headline),
        "answer": _shown(outcome.answer),
        "band": band and {"low": str(band.low), "high": str(band.high), "says": str(band.says)},
        "facts": [
            {"label": str(each.label), "value": str(each.value), "spoken": words(each.value)}
            for each in outcome.facts
        ],
        "steps": [
            {
                "says": str(each.says),
                "formula": _shown(each.formula),
                "result": str(each.result),
                "cites": cites_json(each.cites),
            }
            for each in outcome.steps
        ],
        "cautions": [
            {"says": str(each.says), "cites": cites_json(each.cites)} for each in outcome.cautions
        ],
        "stop": outcome.stop and _stop_json(outcome.stop),
        "next": [
            {"says": str(each.says), "cites": cites_json(each.cites)} for each in outcome.next
        ],
        "tables": [_table_json(each) for each in outcome.tables],
        "scale": outcome.scale and _scale_json(outcome.scale),
        "timeline": outcome.timeline and _timeline_json(outcome.timeline),
        "calendar": outcome.calendar and _calendar_json(outcome.calendar),
        "files": [
            {"name": each.name, "type": each.type, "label": str(each.label), "text": each.text}
            for each in outcome.files
        ],
        "letter": outcome.letter and _letter_json(outcome.letter),
        "standing": outcome.standing and standing_json(outcome.standing),
        "carry": dict(outcome.carry),
    }


def standing_json(standing: Standing) -> dict[str, Json]:
    """Give a standing as JSON: all that a page may keep of a screening."""
    return {
        "level": standing.level.value,
        "says": str(standing.says),
        "limits": _texts(standing.limits),
        "closed": list(standing.closed),
    }


def _letter_json(letter: Letter) -> Json:
    return {
        "title": str(letter.title),
        "opening": _texts(letter.opening),
        "points": _texts(letter.points),
        "closing": _texts(letter.closing),
    }


def _calendar_json(calendar: Calendar) -> Json:
    return {
        "says": str(calendar.says),
        "weeks": [
            {
                "label": str(week.label),
                "note": str(week.note),
                "days": [
                    {
                        "kind": day.kind,
                        "day": str(day.date.on.day),
                        "says": str(day.says),
                        "spoken": f"{day.date}: {day.says}",
                    }
                    for day in week.days
                ],
            }
            for week in calendar.weeks
        ],
    }


def _stop_json(stop: Stop) -> Json:
    return {"says": str(stop.says), "do": _texts(stop.do), "cites": cites_json(stop.cites)}


def _table_json(table: Table) -> Json:
    return {
        "caption": str(table.caption),
        "columns": _texts(table.columns),
        "rows": [[str(cell) for cell in row] for row in table.rows],
    }


def _place(share: Fraction) -> str:
    """Give a place in a picture, in per cent of its length, to two decimals."""
    return decimal(share * 100).replace("−", "-")


def _scale_json(scale: Scale) -> Json:
    return {
        "says": str(scale.says),
        "zones": [
            {
                "kind": each.kind,
                "label": str(each.label),
                "x": _place(each.start.value / 100),
                "width": _place((each.end.value - each.start.value) / 100),
            }
            for each in scale.zones
        ],
        "ticks": [
            {"x": _place(end.value / 100)}
            for end in sorted({end for each in scale.zones for end in (each.start, each.end)})
            if end < Percent(100)
        ],
        "mark": {"x": _place(scale.mark.value / 100), "label": str(scale.mark_label)},
        "band": scale.band
        and {
            "x": _place(scale.band[0].value / 100),
            "width": _place((scale.band[1].value - scale.band[0].value) / 100),
        },
    }


def _timeline_json(timeline: Timeline) -> Json:
    total = timeline.total.seconds
    return {
        "says": str(timeline.says),
        "total": str(timeline.total.clock),
        "total_s": float(total),
        "segments": [
            {
                "kind": each.kind,
                "says": str(each.says),
                "exercise": each.exercise,
                "set": each.set_number,
                "repetitions": each.repetitions,
                "cuff_on": each.cuff_on,
                "start": str(each.start.clock),
                "end": str(each.end.clock),
                "start_s": float(each.start.seconds),
                "end_s": float(each.end.seconds),
                "x": _place(each.start.seconds / total),
                "width": _place((each.end.seconds - each.start.seconds) / total),
            }
            for each in timeline.segments
        ],
        "clocks": [
            {
                "exercise": each.exercise,
                "says": str(each.says),
                "name": each.name,
                "load": _shown(each.load),
                "limb": each.limb,
                "under_cuff": str(each.under_cuff.clock),
                "under_cuff_s": float(each.under_cuff.seconds),
                "ceiling": str(each.ceiling.clock),
                "ceiling_s": float(each.ceiling.seconds),
                "width": _place(each.under_cuff.seconds / each.ceiling.seconds),
            }
            for each in timeline.clocks
        ],
    }
