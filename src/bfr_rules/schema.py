"""What goes in and what comes out, as JSON Schema 2020-12: for programs that ask without reading pages."""

from __future__ import annotations

from bfr_rules.calculator import Calculator
from bfr_rules.citation import State
from bfr_rules.standing import Level

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def answers_schema(asked: Calculator) -> dict[str, object]:
    """Describe the answers of a calculator in JSON Schema 2020-12.

    >>> from bfr_rules.catalog import calculator
    >>> schema = answers_schema(calculator("training-load"))
    >>> schema["properties"]["equipment"]["enum"]
    ['barbell', 'dumbbells', 'stack', 'step']
    """
    return {
        "$schema": DIALECT,
        "title": f"Answers for “{asked.title}”",
        "description": str(asked.question),
        "type": "object",
        "properties": {name: of for each in asked.inputs for name, of in each.schemas().items()},
        "additionalProperties": False,
    }


# --- Outcomes ----------------------------------------------------------------------------------

Schema = dict[str, object]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer"}
YES_OR_NO: Schema = {"type": "boolean"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
DAY: Schema = {"type": ["string", "null"], "format": "date"}


def _all(each: Schema) -> Schema:
    return {"type": "array", "items": each}


def _object(**parts: Schema) -> Schema:
    """Describe an object that has all of these parts, and no others; a name may end in `_`."""
    named = {name.rstrip("_"): part for name, part in parts.items()}
    return {
        "type": "object",
        "properties": named,
        "required": list(named),
        "additionalProperties": False,
    }


def _maybe(part: Schema) -> Schema:
    return {"anyOf": [part, {"type": "null"}]}


def _one_of(*values: str) -> Schema:
    return {"enum": list(values)}


LEVEL = _one_of(*(each.value for each in Level))
CITES = _all(_object(key=TEXT, label=TEXT, place=TEXT, state=_one_of(*(s.value for s in State))))
CITED = _object(says=TEXT, cites=CITES)
LIMIT = _object(code=TEXT, says=TEXT, cites=CITES)
RELEASE = _object(by=TEXT, from_=TEXT, limbs=_all(TEXT), limits=_all(TEXT), name=TEXT)
STANDING = _object(
    level=LEVEL,
    says=TEXT,
    limits=_all(LIMIT),
    closed=_all(TEXT),
    lasting=LEVEL,
    on=DAY,
    today_on=DAY,
    release_by=_all(TEXT),
    release=_maybe(RELEASE),
    short=YES_OR_NO,
)
PLACE = _object(x=TEXT, width=TEXT)
SCALE = _object(
    says=TEXT,
    zones=_all(_object(kind=TEXT, label=TEXT, x=TEXT, width=TEXT)),
    ticks=_all(_object(x=TEXT)),
    mark=_object(x=TEXT, label=TEXT),
    band=_maybe(PLACE),
)
SEGMENT = _object(
    kind=TEXT,
    says=TEXT,
    exercise=WHOLE,
    set=WHOLE,
    repetitions=WHOLE,
    cuff_on=YES_OR_NO,
    start=TEXT,
    end=TEXT,
    start_s=NUMBER,
    end_s=NUMBER,
    x=TEXT,
    width=TEXT,
)
CLOCK = _object(
    exercise=WHOLE,
    says=TEXT,
    name=TEXT,
    load=MAYBE_TEXT,
    limb=TEXT,
    side=TEXT,
    under_cuff=TEXT,
    under_cuff_s=NUMBER,
    ceiling=TEXT,
    ceiling_s=NUMBER,
    width=TEXT,
)
TIMELINE = _object(
    says=TEXT,
    total=TEXT,
    total_s=NUMBER,
    tempo_s=_all(NUMBER),
    segments=_all(SEGMENT),
    clocks=_all(CLOCK),
    uncuffed=_all(_object(exercise=WHOLE, name=TEXT, load=MAYBE_TEXT)),
)
CALENDAR = _object(
    says=TEXT,
    weeks=_all(
        _object(
            label=TEXT,
            note=TEXT,
            days=_all(_object(kind=TEXT, day=TEXT, says=TEXT, spoken=TEXT)),
        )
    ),
)
LETTER = _object(
    title=TEXT,
    opening=_all(TEXT),
    parts=_all(_object(title=TEXT, lines=_all(TEXT))),
    closing=_all(TEXT),
)


def outcome_schema() -> dict[str, object]:
    """Describe what a calculator answers in JSON Schema 2020-12: one shape for all of them.

    >>> outcome_schema()["properties"]["verdict"]["enum"]
    ['answer', 'caution', 'stop']
    """
    return {
        "$schema": DIALECT,
        "title": "The outcome of a calculator",
        "description": "Every value is the text that a reader sees. A stop stands alone.",
        **_object(
            verdict=_one_of("answer", "caution", "stop"),
            headline=TEXT,
            spoken=TEXT,
            answer=MAYBE_TEXT,
            band=_maybe(_object(low=TEXT, high=TEXT, says=TEXT)),
            facts=_all(_object(label=TEXT, value=TEXT, spoken=TEXT)),
            steps=_all(_object(says=TEXT, formula=MAYBE_TEXT, result=TEXT, cites=CITES)),
            cautions=_all(CITED),
            stop=_maybe(_object(says=TEXT, do=_all(TEXT), cites=CITES)),
            next=_all(CITED),
            tables=_all(_object(caption=TEXT, columns=_all(TEXT), rows=_all(_all(TEXT)))),
            scale=_maybe(SCALE),
            timeline=_maybe(TIMELINE),
            calendar=_maybe(CALENDAR),
            files=_all(_object(name=TEXT, type=TEXT, label=TEXT, text=TEXT)),
            letter=_maybe(LETTER),
            standing=_maybe(STANDING),
            carry={"type": "object", "additionalProperties": TEXT},
            limits=_all(LIMIT),
            provisos=_all(TEXT),
            bound=_all(_object(name=TEXT, typed=TEXT, used=TEXT, code=TEXT)),
            gate=TEXT,
            changes=_all(_object(says=TEXT, result=TEXT)),
            note=TEXT,
        ),
    }
