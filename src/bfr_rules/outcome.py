"""What is answered: an outcome and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bfr_rules.citation import Citation
from bfr_rules.quantity import Mass, Percent
from bfr_rules.question import Shown
from bfr_rules.standing import Bound, Limit, Standing
from bfr_rules.text import Text
from bfr_rules.times import Date, Duration


@dataclass(frozen=True)
class Fact:
    """One number of the answer with its name: "Each side: 5 kg"."""

    label: Text
    value: Shown


@dataclass(frozen=True)
class Band:
    """The lowest and highest value that the sources allow for an answer."""

    low: Shown
    high: Shown
    says: Text


@dataclass(frozen=True)
class Step:
    """One line of the working."""

    says: Text
    result: Shown
    formula: Text | None = None
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Caution:
    """Unusual: answered, and flagged with its source."""

    says: Text
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class Stop:
    """Must not: replaces the answer and says what to change."""

    says: Text
    do: tuple[Text, ...]
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class Advice:
    """What to do next, with its source where it speaks of the body."""

    says: Text
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table of the answer; every cell is already a quantity or a word."""

    caption: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Shown, ...], ...]


@dataclass(frozen=True)
class Zone:
    """A stretch of the 1RM scale, in per cent of its length."""

    kind: str
    label: Text
    start: Percent
    end: Percent


@dataclass(frozen=True)
class Scale:
    """Where a load lies between nothing and the 1RM."""

    says: Text
    zones: tuple[Zone, ...]
    mark: Percent
    mark_label: Text
    band: tuple[Percent, Percent] | None = None


@dataclass(frozen=True)
class Segment:
    """One stretch of a session: a set, a rest, or time with the cuff open."""

    kind: str
    says: Text
    exercise: int
    start: Duration
    end: Duration
    cuff_on: bool
    set_number: int = 0
    repetitions: int = 0


@dataclass(frozen=True)
class CuffClock:
    """Time under the cuff for one exercise, against its ceiling."""

    exercise: int
    says: Text
    limb: str
    under_cuff: Duration
    ceiling: Duration
    name: str
    load: Mass | None = None
    side: str = ""
    """`left`, `right` or `both`, where it was named; the name says it, too."""


@dataclass(frozen=True)
class Uncuffed:
    """An exercise of a session that has no cuff, and so no clock against a ceiling."""

    exercise: int
    name: str
    load: Mass | None = None


@dataclass(frozen=True)
class Timeline:
    """A session from its first second to its last, for pictures and timers."""

    says: Text
    total: Duration
    segments: tuple[Segment, ...]
    clocks: tuple[CuffClock, ...]
    uncuffed: tuple[Uncuffed, ...] = ()
    tempo: tuple[Duration, ...] = ()
    """Times to raise, hold and lower a weight once, where one is lifted."""


@dataclass(frozen=True)
class Day:
    """One day of a calendar: `kind` is `bfr`, `heavy`, `other` or `free`."""

    date: Date
    kind: str
    says: Text


@dataclass(frozen=True)
class Week:
    """Seven days of a calendar, Monday first, with what holds for all of them."""

    label: Text
    note: Text
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Calendar:
    """Weeks of training."""

    says: Text
    weeks: tuple[Week, ...]


@dataclass(frozen=True)
class File:
    """A file that the reader may keep: made here, byte for byte, and never sent anywhere."""

    name: str
    type: str
    label: Text
    text: str


@dataclass(frozen=True)
class LetterPart:
    """One part of a letter: its heading, and lines under it."""

    title: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True)
class Letter:
    """A sheet to print and take along: a title, paragraphs, and parts with lines."""

    title: Text
    opening: tuple[Text, ...]
    parts: tuple[LetterPart, ...]
    closing: tuple[Text, ...]


@dataclass(frozen=True)
class Outcome:
    """What a rule answers. A stop replaces the answer: with one there is no answer, band or fact.

    `carry` are answers that later calculators may start with, by the name of their question.
    `limits` and `provisos` (who was screened, who has agreed, which limb is closed) hold for it and
    go with every print of it; `bound` are the answers that a limit has changed. `gate` names what
    stopped it before its rule was asked.

    Raises:
        ValueError: There is a stop and an answer beside it.
    """

    headline: Text
    answer: Shown | None = None
    band: Band | None = None
    facts: tuple[Fact, ...] = ()
    steps: tuple[Step, ...] = ()
    cautions: tuple[Caution, ...] = ()
    stop: Stop | None = None
    next: tuple[Advice, ...] = ()
    tables: tuple[Table, ...] = ()
    scale: Scale | None = None
    timeline: Timeline | None = None
    calendar: Calendar | None = None
    files: tuple[File, ...] = ()
    letter: Letter | None = None
    standing: Standing | None = None
    carry: Mapping[str, str] = field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    provisos: tuple[Text, ...] = ()
    bound: tuple[Bound, ...] = ()
    gate: str = ""

    def __post_init__(self) -> None:
        """Refuse an answer beside a stop."""
        settings = (self.band, self.facts, self.timeline, self.calendar, self.files, self.carry)
        if self.stop and (self.answer is not None or any(settings)):
            message = f"a stop replaces the answer: {self.headline}"
            raise ValueError(message)
