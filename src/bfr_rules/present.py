"""How an outcome leaves as JSON: what each part of it is called there, of what kind it is, and how it is given.

One table says all three, so that the JSON, its schema and the type that scripts are checked by cannot part. A part has
the name of the attribute it gives; where it has not, what gives it stands beside its kind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter
from typing import Any

from bfr_rules.citation import State
from bfr_rules.outcome import Outcome, Scale, Segment, Timeline
from bfr_rules.quantity import Percent, decimal
from bfr_rules.references import work
from bfr_rules.standing import Level
from bfr_rules.text import words

Json = object
Schema = dict[str, object]


@dataclass(frozen=True)
class Kind:
    """A kind of value: its JSON Schema, and how a value of it is given."""

    schema: Schema
    give: Callable[[Any], Json]


TEXT = Kind({"type": "string"}, str)
SPOKEN = Kind({"type": "string"}, words)
NUMBER = Kind({"type": "number"}, float)
WHOLE = Kind({"type": "integer"}, int)
YES_OR_NO = Kind({"type": "boolean"}, bool)
SECONDS = Kind({"type": "number"}, lambda time: float(time.seconds))
CLOCK_TIME = Kind({"type": "string"}, lambda time: str(time.clock))
DAY_ISO = Kind({"type": "string"}, lambda day: day.on.isoformat())


def maybe(kind: Kind) -> Kind:
    """Make a kind of which there may be none."""
    simple = kind.schema.get("type")
    nullable: Schema = (
        {**kind.schema, "type": [simple, "null"]}
        if isinstance(simple, str) and simple != "object"
        else {"anyOf": [kind.schema, {"type": "null"}]}
    )
    return Kind(nullable, lambda value: None if value is None else kind.give(value))


def all_of(kind: Kind) -> Kind:
    """Make a row of values of a kind."""
    return Kind(
        {"type": "array", "items": kind.schema}, lambda row: [kind.give(each) for each in row]
    )


def one_of(*values: str) -> Kind:
    """Make a kind of a few words; a member of an enumeration gives its value."""
    return Kind({"enum": list(values)}, lambda value: getattr(value, "value", value))


Part = Kind | tuple[Kind, Callable[[Any], object]]


def shape(**parts: Part) -> Kind:
    """Make a kind of object, which has all of these parts and no others; a name may end in `_`."""
    kinds = {
        name.rstrip("_"): part if isinstance(part, tuple) else (part, attrgetter(name.rstrip("_")))
        for name, part in parts.items()
    }
    schema: Schema = {
        "type": "object",
        "properties": {name: kind.schema for name, (kind, _) in kinds.items()},
        "required": list(kinds),
        "additionalProperties": False,
    }
    return Kind(
        schema,
        lambda value: {name: kind.give(get(value)) for name, (kind, get) in kinds.items()},
    )


# --- Sources, limits, standing -----------------------------------------------------------------

TEXTS = all_of(TEXT)
CITES = all_of(
    shape(
        key=TEXT,
        label=(TEXT, lambda cite: work(cite.key).short),
        place=TEXT,
        state=one_of(*(each.value for each in State)),
    )
)
CITED = shape(says=TEXT, cites=CITES)
LIMIT = shape(code=TEXT, says=TEXT, cites=CITES)
LEVEL = one_of(*(each.value for each in Level))
WORD = Kind({"type": "string"}, attrgetter("value"))
RELEASE = shape(
    by=WORD,
    from_=(DAY_ISO, attrgetter("since")),
    limbs=TEXTS,
    limits=(TEXTS, lambda release: [each.code for each in release.limits]),
    name=TEXT,
)
DAY_OR_NONE = Kind({"type": ["string", "null"], "format": "date"}, maybe(DAY_ISO).give)
STANDING = shape(
    level=LEVEL,
    says=TEXT,
    limits=all_of(LIMIT),
    closed=TEXTS,
    lasting=(LEVEL, attrgetter("lasts")),
    on=DAY_OR_NONE,
    today_on=DAY_OR_NONE,
    release_by=all_of(WORD),
    release=maybe(RELEASE),
    short=YES_OR_NO,
)

# --- Pictures ----------------------------------------------------------------------------------

PLACE = Kind({"type": "string"}, lambda share: decimal(share * 100).replace("−", "-"))
"""A place in a picture, in per cent of its length, to two decimals."""
STRETCH = shape(
    x=(PLACE, lambda ends: ends[0].value / 100),
    width=(PLACE, lambda ends: (ends[1].value - ends[0].value) / 100),
)


def _ticks(scale: Scale) -> list[Percent]:
    """Give each end of a zone, but that of the scale."""
    ends = {end for each in scale.zones for end in (each.start, each.end)}
    return [end for end in sorted(ends) if end < Percent(100)]


SCALE = shape(
    says=TEXT,
    zones=all_of(
        shape(
            kind=TEXT,
            label=TEXT,
            x=(PLACE, lambda zone: zone.start.value / 100),
            width=(PLACE, lambda zone: (zone.end.value - zone.start.value) / 100),
        )
    ),
    ticks=(all_of(shape(x=(PLACE, lambda end: end.value / 100))), _ticks),
    mark=(
        shape(
            x=(PLACE, lambda scale: scale.mark.value / 100), label=(TEXT, attrgetter("mark_label"))
        ),
        lambda scale: scale,
    ),
    band=maybe(STRETCH),
)


def _in_all(timeline: Timeline) -> list[tuple[Segment, Fraction]]:
    """Give each stretch with the seconds of the whole."""
    return [(each, timeline.total.seconds) for each in timeline.segments]


def _of_segment(kind: Kind, name: str) -> tuple[Kind, Callable[[Any], object]]:
    return kind, lambda placed: getattr(placed[0], name)


SEGMENT = shape(
    kind=_of_segment(TEXT, "kind"),
    says=_of_segment(TEXT, "says"),
    exercise=_of_segment(WHOLE, "exercise"),
    set=_of_segment(WHOLE, "set_number"),
    repetitions=_of_segment(WHOLE, "repetitions"),
    cuff_on=_of_segment(YES_OR_NO, "cuff_on"),
    start=_of_segment(CLOCK_TIME, "start"),
    end=_of_segment(CLOCK_TIME, "end"),
    start_s=_of_segment(SECONDS, "start"),
    end_s=_of_segment(SECONDS, "end"),
    x=(PLACE, lambda placed: placed[0].start.seconds / placed[1]),
    width=(PLACE, lambda placed: (placed[0].end.seconds - placed[0].start.seconds) / placed[1]),
)
CLOCK = shape(
    exercise=WHOLE,
    says=TEXT,
    name=TEXT,
    load=maybe(TEXT),
    limb=TEXT,
    side=TEXT,
    under_cuff=CLOCK_TIME,
    under_cuff_s=(SECONDS, attrgetter("under_cuff")),
    ceiling=CLOCK_TIME,
    ceiling_s=(SECONDS, attrgetter("ceiling")),
    width=(PLACE, lambda clock: clock.under_cuff.seconds / clock.ceiling.seconds),
)
TIMELINE = shape(
    says=TEXT,
    total=CLOCK_TIME,
    total_s=(SECONDS, attrgetter("total")),
    tempo_s=(all_of(SECONDS), attrgetter("tempo")),
    segments=(all_of(SEGMENT), _in_all),
    clocks=all_of(CLOCK),
    uncuffed=all_of(shape(exercise=WHOLE, name=TEXT, load=maybe(TEXT))),
)

# --- The outcome -------------------------------------------------------------------------------

CALENDAR = shape(
    says=TEXT,
    weeks=all_of(
        shape(
            label=TEXT,
            note=TEXT,
            days=all_of(
                shape(
                    kind=TEXT,
                    day=(TEXT, lambda day: day.date.on.day),
                    says=TEXT,
                    spoken=(TEXT, lambda day: f"{day.date}: {day.says}"),
                )
            ),
        )
    ),
)
LETTER = shape(
    title=TEXT, opening=TEXTS, parts=all_of(shape(title=TEXT, lines=TEXTS)), closing=TEXTS
)


def _verdict(outcome: Outcome) -> str:
    return "stop" if outcome.stop else "caution" if outcome.cautions else "answer"


@dataclass(frozen=True)
class Told:
    """An outcome as the bridge answers it: with what would change it, and a note of it."""

    outcome: Outcome
    changes: tuple[object, ...] = ()
    note: str = ""


def _of(part: Part, name: str) -> tuple[Kind, Callable[[Any], object]]:
    """Take a part from the outcome that is told."""
    kind, get = part if isinstance(part, tuple) else (part, attrgetter(name))
    return kind, lambda told: get(told.outcome)


CHANGES = all_of(shape(says=TEXT, result=TEXT))
_OUTCOME: dict[str, Part] = {
    "verdict": (one_of("answer", "caution", "stop"), _verdict),
    "headline": TEXT,
    "spoken": (SPOKEN, attrgetter("headline")),
    "answer": maybe(TEXT),
    "band": maybe(shape(low=TEXT, high=TEXT, says=TEXT)),
    "facts": all_of(shape(label=TEXT, value=TEXT, spoken=(SPOKEN, attrgetter("value")))),
    "steps": all_of(shape(says=TEXT, formula=maybe(TEXT), result=TEXT, cites=CITES)),
    "cautions": all_of(CITED),
    "stop": maybe(shape(says=TEXT, do=TEXTS, cites=CITES)),
    "next": all_of(CITED),
    "tables": all_of(shape(caption=TEXT, columns=TEXTS, rows=all_of(TEXTS))),
    "scale": maybe(SCALE),
    "timeline": maybe(TIMELINE),
    "calendar": maybe(CALENDAR),
    "files": all_of(shape(name=TEXT, type=TEXT, label=TEXT, text=TEXT)),
    "letter": maybe(LETTER),
    "standing": maybe(STANDING),
    "carry": Kind({"type": "object", "additionalProperties": TEXT.schema}, dict),
    "limits": all_of(LIMIT),
    "provisos": TEXTS,
    "bound": all_of(shape(name=TEXT, typed=TEXT, used=TEXT, code=(TEXT, attrgetter("limit.code")))),
    "gate": TEXT,
}
OUTCOME = shape(
    **{name: _of(part, name) for name, part in _OUTCOME.items()}, changes=CHANGES, note=TEXT
)
"""What the bridge answers: a `Told`."""
