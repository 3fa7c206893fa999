"""The words of the core: what a rule is given, what it answers, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import Protocol

from bfr_rules.quantity import Mass, Percent, Range, Unit
from bfr_rules.text import Text
from bfr_rules.times import Date, Duration

# --- Where numbers come from -------------------------------------------------------------------


class State(Enum):
    """How a number was checked against its source."""

    READ = "V"
    """Read in the source itself."""
    SECONDARY = "VS"
    """Read in a later work that reprints it."""
    RECALLED = "R"
    """From memory: never a number that a reader acts on."""
    OURS = "OURS"
    """A cautious choice of this project, said as such on the page."""


@dataclass(frozen=True)
class Work:
    """A source as the rules know it; the whole record is in `references.json`."""

    key: str
    short: str
    title: str
    year: int | None
    url: str


@dataclass(frozen=True)
class Citation:
    """A work, the place in it, and how that place was checked."""

    key: str
    place: str
    state: State


@dataclass(frozen=True)
class AdvisedRange:
    """A published range; the page, the caution and the reference table all read this one place.

    Raises:
        ValueError: It has no citation, or rests on memory.
    """

    name: str
    label: Text
    range: Range
    unit: Unit
    cites: tuple[Citation, ...]
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a number that no reader could find again."""
        _must_be_cited(self.name, self.cites)

    def __str__(self) -> str:
        """Write the range with its unit."""
        return self.range.text(self.unit)

    def words(self) -> str:
        """Say the range with its unit."""
        return self.range.words(self.unit)

    def has(self, value: Percent | Duration | int) -> bool:
        """Tell whether a value lies in the range, ends included."""
        number = Fraction(value) if isinstance(value, int) else value.magnitude(self.unit)
        return self.range.contains(number)

    @property
    def low(self) -> Fraction:
        """The lowest number advised."""
        return _end(self.name, self.range.low)

    @property
    def high(self) -> Fraction:
        """The highest number advised."""
        return _end(self.name, self.range.high)

    @property
    def longest(self) -> Duration:
        """The highest number of a range of time, as a time."""
        return Duration.of(self.high, self.unit)

    @property
    def shortest(self) -> Duration:
        """The lowest number of a range of time, as a time."""
        return Duration.of(self.low, self.unit)


@dataclass(frozen=True)
class Coefficient:
    """A published number inside a formula.

    Raises:
        ValueError: It has no citation, or rests on memory.
    """

    name: str
    value: Fraction
    cites: tuple[Citation, ...]

    def __post_init__(self) -> None:
        """Refuse a number that no reader could find again."""
        _must_be_cited(self.name, self.cites)


def _must_be_cited(name: str, cites: tuple[Citation, ...]) -> None:
    if not cites:
        message = f"{name} has no citation"
        raise ValueError(message)
    if all(each.state is State.RECALLED for each in cites):
        message = f"{name} rests on memory alone"
        raise ValueError(message)


def _end(name: str, end: Fraction | None) -> Fraction:
    if end is None:
        message = f"{name} is open at this end"
        raise ValueError(message)
    return end


# --- What is asked -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Problem:
    """One answer that cannot be used, and what to type instead."""

    name: str
    says: Text


class AnswersError(ValueError):
    """The answers cannot be used: every problem at once, each with what to type instead."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems; there is at least one."""
        super().__init__("; ".join(f"{each.name}: {each.says}" for each in problems))
        self.problems = problems


Raw = str | list[str]
"""An answer as it was typed, or the ticked boxes of a list."""


@dataclass(frozen=True)
class When:
    """An input is asked only when another one has one of these answers."""

    name: str
    values: tuple[str, ...]


class Option(Protocol):
    """One answer to choose."""

    @property
    def value(self) -> str:
        """What is typed for it."""

    @property
    def label(self) -> Text:
        """What a reader sees of it."""

    @property
    def hint(self) -> Text | None:
        """What else there is to say of it."""


Shown = object
"""A value that a reader sees: a quantity, a `Text`, a `Count`, a word."""


class Input(Protocol):
    """One question of a form."""

    @property
    def name(self) -> str:
        """The name of the answer, the same in the form, the command line and the rule."""

    @property
    def label(self) -> Text:
        """The question, short."""

    @property
    def hint(self) -> Text | None:
        """What to type, with an example."""

    @property
    def why(self) -> Text | None:
        """Why we ask."""

    @property
    def when(self) -> tuple[When, ...]:
        """The answers under which it is asked; all of them must hold."""

    @property
    def optional(self) -> bool:
        """Whether it may stay empty."""

    @property
    def default(self) -> Raw:
        """The answer that the form starts with."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its answers: its own, and that of a unit that is chosen beside it."""

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers that there are to choose from; none where one types."""

    @property
    def many(self) -> bool:
        """Whether it takes several answers at once."""

    def parse(self, raw: Raw) -> object:
        """Read the answer, or raise `AnswersError` with one sentence saying what to type."""

    def read(self, answers: Mapping[str, Raw]) -> object:
        """Read its answer out of all of them; a missing one is its default."""

    def controls(self, answers: Mapping[str, Raw]) -> dict[str, Raw]:
        """Write its answer as the controls of a form hold it, by their names."""

    def show(self, value: object) -> Shown:
        """Show a value as a reader is to see it: with its unit, or by the label of the choice."""

    def write(self, value: object) -> str:
        """Write a value as one would type it: reading that gives the value again."""

    def step(self, value: object, by: Fraction) -> str:
        """Write the value that lies so far from this one, where values are counted."""

    def schema(self) -> dict[str, object]:
        """Describe the answer in JSON Schema."""

    def schemas(self) -> dict[str, dict[str, object]]:
        """Describe each of its answers in JSON Schema, by name."""


# --- What is answered --------------------------------------------------------------------------


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


class Level(Enum):
    """Where a screening leaves a reader, from the mildest to the strictest."""

    UNSCREENED = "unscreened"
    """Nobody was asked."""
    NONE = "none"
    """No listed reason found."""
    LIMITS = "limits"
    """Allowed, with limits."""
    CLINICIAN = "clinician"
    """Only after a clinician who knows BFR has agreed."""
    NOT_TODAY = "not-today"
    MISSING = "missing"
    """One number is not known: it is had in minutes, and no click stands in for it."""
    UNFINISHED = "unfinished"
    """A list is not answered yet, and counts as yes."""
    DOCTOR = "doctor"
    """Not without a doctor: this guide has no settings."""

    @property
    def rank(self) -> int:
        """How strict it is: the higher, the stricter."""
        return list(Level).index(self)


class Who(Enum):
    """Who may decide otherwise than the screening."""

    DOCTOR = "doctor"
    PHYSIOTHERAPIST = "physiotherapist"


@dataclass(frozen=True)
class Bind:
    """What a limit does to the answer of one question.

    It is lowered to `most`, becomes `only`, or stops where it is one of `never`: a number can be
    made smaller and a choice safer, but what was done in a test cannot be made another test.

    Raises:
        ValueError: It does nothing, or more than one of these.
    """

    name: str
    most: Percent | None = None
    only: str = ""
    never: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a bind that binds nothing."""
        if sum((self.most is not None, bool(self.only), bool(self.never))) != 1:
            message = f"{self.name}: a bind has one of most, only and never"
            raise ValueError(message)


@dataclass(frozen=True)
class Limit:
    """What a screening or a release demands of every later setting.

    `code` is all that a page keeps of it. `binds` is what it does to answers; a limit without one
    asks something of the person, and is printed.

    Raises:
        ValueError: It has no citation.
    """

    code: str
    says: Text
    cites: tuple[Citation, ...]
    binds: tuple[Bind, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a limit that no reader could find again."""
        _must_be_cited(self.code, self.cites)

    def __str__(self) -> str:
        """Write its sentence."""
        return str(self.says)


@dataclass(frozen=True)
class Bound:
    """An answer that a limit has changed: what was typed, what is used instead, and why."""

    name: str
    typed: str
    used: str
    limit: Limit


@dataclass(frozen=True)
class Release:
    """A professional's decision, as the reader states it: who, for which limbs, from what day.

    `limits` are those that the professional wants to hold, `name` is theirs, if it was given.
    """

    by: Who
    since: Date
    limbs: tuple[str, ...]
    limits: tuple[Limit, ...]
    name: str = ""


@dataclass(frozen=True)
class Standing:
    """Where a screening leaves a reader: all that may be kept of it, and no answer.

    `closed` names limbs that must have no cuff, such as `left-arm`. `on` is the day of the
    screening and `today_on` the day for which its questions on today were answered; `lasting` is
    the level without those. `release_by` says who may decide otherwise: nobody, if it is empty.
    `short` says that only the short check was asked, which holds for its day.
    """

    level: Level
    says: Text
    limits: tuple[Limit, ...] = ()
    closed: tuple[str, ...] = ()
    lasting: Level | None = None
    on: Date | None = None
    today_on: Date | None = None
    release_by: tuple[Who, ...] = ()
    release: Release | None = None
    short: bool = False

    @property
    def lasts(self) -> Level:
        """The level that is left once the day is over: without the questions on today."""
        return self.level if self.lasting is None else self.lasting


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


# --- What a calculator is ----------------------------------------------------------------------

Rule = Callable[..., Outcome]
"""A pure function from the parsed answers, by name, to an outcome."""


@dataclass(frozen=True)
class Example:
    """Worked on paper: shown on the page, run as a test, run again in Pyodide."""

    says: Text
    given: Mapping[str, Raw]
    headline: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Lookup:
    """A table of common answers, made by running the rule: one input across, one down.

    A cell shows the answer, or the fact of that name.
    """

    caption: Text
    down: str
    down_values: tuple[str, ...]
    across: str
    across_values: tuple[str, ...]
    given: Mapping[str, Raw]
    fact: str = ""


@dataclass(frozen=True)
class Vary:
    """An answer that is changed to show what would change: to each of these, or by "+1" and "-1"."""

    name: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Questions that belong together, under one legend."""

    legend: Text
    inputs: tuple[Input, ...]
    folded: bool = False


class Sets(Enum):
    """What a calculator sets for a person; its value is the question through which a limit binds it."""

    PRESSURE = "percent_aop"
    LOAD = "percent_1rm"
    RESTS = "cuff_in_rests"
    EXERCISES = "exercises"
    TEST = "method"
    """How hard a person is tested."""
    WEEKS = "guided"
    """How often a person trains, and whether somebody watches."""


@dataclass(frozen=True)
class Calculator:
    """A calculator: form, command line, tables, JSON Schema and tests are derived from it.

    Raises:
        ValueError: It has no citation, fewer than three examples, or gives settings without saying
            which, or without the question through which a limit binds them.
    """

    slug: str
    title: Text
    question: Text
    use_when: tuple[Text, ...]
    not_when: tuple[Text, ...]
    groups: tuple[Group, ...]
    rule: Rule
    cites: tuple[Citation, ...]
    examples: tuple[Example, ...]
    lookup: Lookup
    limits: tuple[Text, ...]
    reviewed: str
    varies: tuple[Vary, ...] = ()
    """What is changed, one at a time, to show how much hangs on it."""
    gated: bool = True
    """Whether it gives settings, which a stop of the screening replaces."""
    sets: tuple[Sets, ...] | None = None
    """What it sets, if it is gated: no limit of a screening may pass it by."""
    private: bool = False
    """Whether it asks about health: then its answers are never part of an address."""
    limb: str = ""
    """The limb that has a cuff on both sides, `arm` or `leg`, where no question asks for it."""
    asks_first: bool = False
    """Whether it gives no setting before some screening; others say that nobody was screened."""
    takes: frozenset[str] = frozenset()
    """What its rule is told beside the answers: `today`, a day or nothing; `timer`, the address of
    the timer; `holds`, the lines that its files must print (limits and provisos); `limits`, the
    limits themselves; `standing`, where a screening leaves the reader."""

    def __post_init__(self) -> None:
        """Refuse a calculator that nobody could check."""
        _must_be_cited(self.slug, self.cites)
        if len(self.examples) < 3:
            message = f"{self.slug} needs three examples worked on paper"
            raise ValueError(message)
        if self.gated and self.sets is None:
            message = f"{self.slug} is gated and must say what it sets, or that it sets nothing: ()"
            raise ValueError(message)
        asked = {each.name for each in self.inputs}
        if unbound := [each.value for each in self.sets or () if each.value not in asked]:
            message = f"{self.slug} must ask {', '.join(unbound)}, or limits would pass it by"
            raise ValueError(message)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Every question, in the order in which it is asked."""
        return tuple(each for group in self.groups for each in group.inputs)
