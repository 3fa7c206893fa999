"""What is asked: how each kind of answer is read, and the questions that calculators share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar, cast

from bfr_rules.quantity import Mass, Percent, Pressure, Range, Unit, decimal
from bfr_rules.question import AnswersError, Input, Problem, Raw, Shown, When
from bfr_rules.reading.characters import (
    Line,
    TwoWaysError,
    UnreadError,
    fold,
    is_blank,
    legible,
    shown,
)
from bfr_rules.reading.days import day, moment, time_of_day
from bfr_rules.reading.lists import ticked
from bfr_rules.reading.rows import row
from bfr_rules.reading.units import amounts, in_own_unit, mass
from bfr_rules.references import FIRST_SESSIONS_INTENSITY, REST_BETWEEN_SETS
from bfr_rules.text import Series, Text
from bfr_rules.times import Date, Duration, Moment, TimeOfDay

LONGEST_ANSWER = 200
"""A longer answer is a mistake of copying; it is refused before it is read."""
LONGEST_QUOTE = 40
"""So much of it is quoted."""
PLACES = 4
"""Decimals with which a number is written back: as many as anybody types."""


def _refuse(name: str, template: str, **params: object) -> AnswersError:
    return AnswersError((Problem(name, Text(template, **params)),))


def _line(name: str, raw: Raw, ask: Text) -> Line:
    """Give one answer as a line, or refuse."""
    if isinstance(raw, list):
        raise _refuse(name, "Give one answer. {ask}", ask=ask)
    if is_blank(raw):
        raise AnswersError((Problem(name, ask),))
    line = Line.of(raw)
    if len(line.plain) > LONGEST_ANSWER or len(line.shown) > LONGEST_ANSWER:
        raise _refuse(
            name,
            "“{start}…” is too long to be an answer. {ask}",
            start=line.shown[:LONGEST_QUOTE],
            ask=ask,
        )
    return line


Found = TypeVar("Found")
"""What a reading gives."""


def _read(name: str, ask: Text, reading: Callable[[], Found]) -> Found:
    """Refuse an answer that has no reading or two, and say what to type instead."""
    try:
        return reading()
    except UnreadError as unread:
        says = unread.says if unread.whole else Text("{says} {ask}", says=unread.says, ask=ask)
        raise AnswersError((Problem(name, says),)) from None


def _out_of(name: str, line: Line, ask: Text) -> AnswersError:
    """Refuse what was read and is not possible."""
    return _refuse(name, "You typed “{typed}”. {ask}", typed=line, ask=ask)


@dataclass(frozen=True)
class Choice:
    """One answer to choose."""

    value: str
    label: Text
    hint: Text | None = None


@dataclass(frozen=True)
class Question:
    """What the kinds of questions have in common, and do unless they say otherwise (see `question.Input`)."""

    name: str
    label: Text
    hint: Text | None = field(default=None, kw_only=True)
    why: Text | None = field(default=None, kw_only=True)
    when: tuple[When, ...] = field(default=(), kw_only=True)
    optional: bool = field(default=False, kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its answers: one, unless it is answered in parts."""
        return (self.name,)

    @property
    def options(self) -> tuple[Choice, ...]:
        """The answers that there are to choose from, if it is answered by choosing."""
        return ()

    @property
    def many(self) -> bool:
        """Whether it takes several answers at once."""
        return False

    def read(self, answers: Mapping[str, Raw]) -> object:
        """Read its answer out of all of them; a missing one is its default."""
        return self.parse(answers.get(self.name, self.default))

    def controls(self, answers: Mapping[str, Raw]) -> dict[str, Raw]:
        """Write its answer as the controls of a form hold it, by their names."""
        return {self.name: answers.get(self.name, self.default)}

    def show(self, value: object) -> Shown:
        """Show a value as a reader is to see it."""
        return value

    def write(self, value: object) -> str:
        """Write a value as one would type it."""
        return str(value)

    def step(self, value: object, by: Fraction) -> str:
        """Write the value that lies so far from this one.

        Raises:
            TypeError: Its values are not counted.
        """
        message = f"{self.name} has no steps: {value!r} and {by}"
        raise TypeError(message)

    def schemas(self) -> dict[str, dict[str, object]]:
        """Describe each of its answers in JSON Schema, by name."""
        about: dict[str, object] = {"title": str(self.label)}
        if self.hint:
            about["description"] = str(self.hint)
        return {self.name: {**about, **self.schema(), "default": self.default}}

    if TYPE_CHECKING:  # each kind has its own

        @property
        def default(self) -> Raw:
            """The answer that the form starts with."""

        def parse(self, raw: Raw) -> object:
            """Read an answer."""

        def schema(self) -> dict[str, object]:
            """Describe an answer."""


@dataclass(frozen=True)
class NumberInput(Question):
    """A number in one unit; whole unless `decimals` are allowed.

    A share gives `Percent`, a time `Duration`, mmHg `Pressure`, anything else a number: `int`, or
    `Fraction` where `decimals` are allowed or it was typed in `feet`.
    """

    unit: Unit
    possible: Range
    default: str
    decimals: bool = False
    beyond: Text | None = None
    """Why a number outside the possible range is refused."""
    feet: bool = False
    """Whether a length is often typed in feet and inches; then it need not be whole in cm."""
    example: str = ""
    """What one might type, where the form starts empty."""

    @property
    def ask(self) -> Text:
        """What to type."""
        template = "Enter {range}" if self.decimals else "Enter a whole number, {range}"
        return Text(
            template + ", for example {example}.",
            range=Bounds(self.possible, self.unit),
            example=self.example or self.default,
        )

    def parse(self, raw: Raw) -> Percent | Duration | Pressure | Fraction | int:
        """Read the number, with or without its unit or another of the same kind."""
        line = _line(self.name, raw, self.ask)
        possible = _read(self.name, self.ask, lambda: self._possible(line))
        if not possible and self.beyond:
            raise _refuse(
                self.name,
                "You typed “{typed}”. {ask} {beyond}",
                typed=line,
                ask=self.ask,
                beyond=self.beyond,
            )
        if not possible:
            raise _out_of(self.name, line, self.ask)
        (value,) = possible
        converted = self.feet and not in_own_unit(line, self.unit)
        if not (self.decimals or converted or value.denominator == 1):
            raise _out_of(self.name, line, self.ask)
        if self.unit in {Unit.PERCENT, Unit.PERCENT_1RM, Unit.PERCENT_AOP}:
            return Percent(value)
        if self.unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR}:
            return Duration.of(value, self.unit)
        if self.unit is Unit.MMHG:
            return Pressure(value)
        return value if self.decimals or value.denominator != 1 else int(value)

    def _possible(self, line: Line) -> list[Fraction]:
        """Give the one reading that lies in the range, or none; two of them are asked back."""
        found = [value for value in amounts(line, self.unit) if self.possible.contains(value)]
        if len(found) > 1:
            raise TwoWaysError(line, (self.unit.after(decimal(each)) for each in found))
        return found

    def _count(self, value: object) -> Fraction:
        """Count a value in the unit of the question."""
        match value:
            case Percent() | Duration():
                return value.magnitude(self.unit)
            case Pressure():
                return value.value
        return Fraction(cast("int | Fraction", value))

    def show(self, value: object) -> Shown:
        """Show the number with its unit."""
        return self.unit.after(self.write(value))

    def write(self, value: object) -> str:
        """Write the number alone."""
        return decimal(self._count(value), PLACES)

    def step(self, value: object, by: Fraction) -> str:
        """Write the number that lies so far from this one."""
        return decimal(self._count(value) + by, PLACES)

    def schema(self) -> dict[str, object]:
        """Describe the number in JSON Schema."""
        number: dict[str, object] = {"type": "number" if self.decimals else "integer"}
        ends = (("minimum", self.possible.low), ("maximum", self.possible.high))
        number |= {word: float(end) for word, end in ends if end is not None}
        return {"anyOf": [number, {"type": "string"}], "unit": self.unit.symbol}


@dataclass(frozen=True)
class Bounds:
    """The possible range of an answer, as words for a sentence: "1 to 500 kg"."""

    range: Range
    unit: Unit

    def __str__(self) -> str:
        """Write the bounds."""
        return self.range.text(self.unit).replace("–", " to ")

    def words(self) -> str:
        """Say the bounds."""
        return self.range.words(self.unit)


@dataclass(frozen=True)
class MassInput(Question):
    """A weight, in kilograms or pounds as the reader likes."""

    possible: Mapping[Unit, Range]
    default: str

    example: str = ""
    """What one might type in kilograms, where the form starts empty."""

    @property
    def unit_name(self) -> str:
        """The name of the answer that says kilograms or pounds."""
        return f"{self.name}_unit"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its two answers: the number, and kilograms or pounds."""
        return (self.name, self.unit_name)

    def read(self, answers: Mapping[str, Raw]) -> Mass:
        """Read the weight out of both answers."""
        return self.parse(answers.get(self.name, self.default), answers.get(self.unit_name, ""))

    def controls(self, answers: Mapping[str, Raw]) -> dict[str, Raw]:
        """Part the number from its unit, as a form does."""
        raw = answers.get(self.name, self.default)
        if isinstance(raw, list):
            return {self.name: raw}
        number, _, unit = raw.partition(" ")
        chosen = answers.get(self.unit_name, unit or Unit.KG.symbol)
        return {self.name: number, self.unit_name: chosen}

    def write(self, value: object) -> str:
        """Write the weight with its unit."""
        return self.step(value, Fraction(0))

    def step(self, value: object, by: Fraction) -> str:
        """Write the weight that lies so far from this one, in its unit."""
        weight = cast("Mass", value)
        return f"{decimal(weight.value + by, PLACES)} {weight.unit.symbol}"

    def ask(self, unit: Unit) -> Text:
        """What to type, with an example that a gym has in this unit."""
        usual, _ = mass(Line.of(self.example or self.default), Unit.KG)
        example = Mass.kg(usual or 0)
        if unit is Unit.LB:
            example = max(example.floor_to(Mass.lb(5)), Mass.lb(5))
        return Text(
            "Enter {range}, for example {example}.",
            range=Bounds(self.possible[unit], unit),
            example=example,
        )

    def parse(self, raw: Raw, chosen: Raw = "") -> Mass:
        """Read "84", "84 kg" or "185 lb"; a unit that was typed out wins over the chosen one.

        Args:
            raw: What was typed.
            chosen: The unit chosen beside it; none is kilograms.
        """
        asked_in = self._chosen(chosen)
        line = _line(self.name, raw, self.ask(asked_in))
        value, unit = _read(self.name, self.ask(asked_in), lambda: mass(line, asked_in))
        if value is None:
            raise AnswersError((Problem(self.name, self.ask(unit)),))
        if not self.possible[unit].contains(value):
            raise _out_of(self.name, line, self.ask(unit))
        return Mass.of(value, unit)

    def _chosen(self, chosen: Raw) -> Unit:
        unit = chosen if isinstance(chosen, list) else fold(chosen)
        for each in self.possible:
            if unit in ("", each.symbol):
                return each
        raise _refuse(
            self.name,
            "“{unit}” is neither kg nor lb. Choose one, or write it after the number: 40 kg.",
            unit=shown(" ".join(unit)) if isinstance(unit, list) else unit,
        )

    def schema(self) -> dict[str, object]:
        """Describe the weight in JSON Schema."""
        return {
            "anyOf": [{"type": "number"}, {"type": "string"}],
            "examples": ["84 kg", "185 lb", "87,5"],
        }

    def schemas(self) -> dict[str, dict[str, object]]:
        """Describe the number and its unit."""
        units = [unit.symbol for unit in self.possible]
        return super().schemas() | {
            self.unit_name: {"title": f"Unit of {self.name}", "enum": units}
        }


@dataclass(frozen=True)
class Chosen(Question):
    """A question that is answered by choosing."""

    choices: tuple[Choice, ...]

    @property
    def options(self) -> tuple[Choice, ...]:
        """The answers that there are to choose from."""
        return self.choices

    def show(self, value: object) -> Shown:
        """Show the labels of what was chosen."""
        labels = {each.value: each.label for each in self.options}
        return Series(tuple(labels[each] for each in chosen(value)))

    def write(self, value: object) -> str:
        """Write what was chosen by its values."""
        return " ".join(chosen(value))


def chosen(value: object) -> tuple[str, ...]:
    """List what was chosen: one answer, or those that were ticked."""
    return value if isinstance(value, tuple) else (str(value),)


@dataclass(frozen=True)
class Ticked(Chosen):
    """A question that takes several answers at once: boxes to tick."""

    default: list[str]

    @property
    def many(self) -> bool:
        """Whether it takes several answers at once: it does."""
        return True

    def controls(self, answers: Mapping[str, Raw]) -> dict[str, Raw]:
        """List the boxes that are ticked."""
        raw = answers.get(self.name, self.default)
        return {self.name: list(self.parse(raw)) if raw else []}

    def schema(self) -> dict[str, object]:
        """Describe the list in JSON Schema."""
        items = {"enum": [each.value for each in self.options]}
        return {
            "anyOf": [
                {"type": "array", "items": items, "uniqueItems": True},
                {"type": "string"},
            ]
        }

    if TYPE_CHECKING:

        def parse(self, raw: Raw) -> tuple[str, ...]:
            """Read ticks."""


def _by_spelling(choices: Sequence[Choice]) -> dict[str, str]:
    """Find the value of a choice by its value or its label, folded; a value wins over a label."""
    by_label = {fold(str(each.label)): each.value for each in choices}
    return by_label | {fold(each.value): each.value for each in choices}


def _ticks(name: str, raw: Raw, choices: Sequence[Choice], ask: Text) -> frozenset[str]:
    """Read ticked boxes, or their names written in a row."""
    known = _by_spelling(choices)
    given, unknown = _read(name, ask, lambda: ticked(raw, known))
    if unknown:
        typed = Series(tuple(f"“{shown(each)[:20]}”" for each in unknown[:3]))
        raise _refuse(name, "Not on the list: {typed}. {ask}", typed=typed, ask=ask)
    return frozenset(given)


@dataclass(frozen=True)
class ChoiceInput(Chosen):
    """One of several answers."""

    default: str

    def parse(self, raw: Raw) -> str:
        """Read the chosen answer."""
        values = tuple(each.value for each in self.choices)
        ask = Text("Choose one of these: {values}.", values=Series(values, "or"))
        line = _line(self.name, raw, ask)
        chosen = _by_spelling(self.choices).get(fold(line.plain))
        if chosen is None:
            raise _refuse(self.name, "“{typed}” is not on the list. {ask}", typed=line, ask=ask)
        return chosen

    def schema(self) -> dict[str, object]:
        """Describe the choice in JSON Schema."""
        return {"enum": [each.value for each in self.choices]}


@dataclass(frozen=True)
class ChoicesInput(Ticked):
    """Any number of several answers, at least one: boxes to tick."""

    def parse(self, raw: Raw) -> tuple[str, ...]:
        """Read the ticked answers, in the order of the list; "20 10 2,5" is read as three."""
        values = tuple(each.value for each in self.choices)
        ask = Text("Tick at least one: {values}.", values=Series(values, "or"))
        given = _ticks(self.name, raw, self.choices, ask)
        if not given:
            raise AnswersError((Problem(self.name, ask),))
        return tuple(each for each in values if each in given)


NONE_OF_THESE = "none"
DONT_KNOW = "unknown"


@dataclass(frozen=True)
class TicksInput(Ticked):
    """A short list to tick, which ends in "none of these" and "I don't know".

    No tick at all is no answer, and gives an empty row: what that means is the rule's business.
    `more` says of each choice, by its value, what counts and why it is asked.
    """

    default: list[str] = field(default_factory=list)
    more: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)

    LAST = (
        Choice(NONE_OF_THESE, Text("None of these")),
        Choice(DONT_KNOW, Text("I don't know")),
    )

    @property
    def options(self) -> tuple[Choice, ...]:
        """Every box, the two last ones included."""
        return (*self.choices, *self.LAST)

    @property
    def values(self) -> tuple[str, ...]:
        """Every value that may be ticked, the two last ones included."""
        return tuple(each.value for each in self.options)

    def show(self, value: object) -> Shown:
        """Show what was ticked, or that nothing was."""
        return super().show(value) if value else Text("not answered")

    def parse(self, raw: Raw) -> tuple[str, ...]:
        """Read the ticks, in the order of the list; none at all gives an empty row."""
        ask = Text("Tick what is true for you, or “none of these”.")
        given = _ticks(self.name, raw, self.options, ask)
        if NONE_OF_THESE in given and len(given) > 1:
            raise _refuse(
                self.name, "You ticked “none of these” and something else. Take one tick away."
            )
        return tuple(each for each in self.values if each in given)


@dataclass(frozen=True)
class NumbersInput(Question):
    """Several numbers in a row: "30 15 15 15", "20, 10, 5" or "1.25 2.5"."""

    each: Range
    count: Range
    default: str
    example: str
    decimals: bool = False

    def parse(self, raw: Raw) -> tuple[Fraction, ...]:
        """Read the numbers, parted as people part them, or as 4x15."""
        low, high = (decimal(end) for end in (self.each.low, self.each.high) if end is not None)
        fewest, most = (
            decimal(end) for end in (self.count.low, self.count.high) if end is not None
        )
        ask = Text(
            "Enter {fewest} to {most} numbers, each {low} to {high}, for example {example}.",
            fewest=fewest,
            most=most,
            low=low,
            high=high,
            example=self.example,
        )
        line = _line(self.name, raw, ask)
        values = _read(self.name, ask, lambda: row(line, decimals=self.decimals))
        right = all(
            self.each.contains(value) and (self.decimals or value.denominator == 1)
            for value in values
        )
        if not right or not self.count.contains(Fraction(len(values))):
            raise _out_of(self.name, line, ask)
        return values

    def show(self, value: object) -> Shown:
        """Show the numbers as a sentence has them."""
        return Series(self._written(value))

    def write(self, value: object) -> str:
        """Write the numbers in a row."""
        return " ".join(self._written(value))

    def _written(self, value: object) -> tuple[str, ...]:
        return tuple(decimal(each, PLACES) for each in cast("tuple[Fraction, ...]", value))

    def schema(self) -> dict[str, object]:
        """Describe the row in JSON Schema."""
        return {"type": "string", "examples": [self.example]}


@dataclass(frozen=True)
class NameInput(Question):
    """A short free text, such as the name of an exercise. It is shown back, never acted on."""

    default: str
    longest: int = 40
    optional: bool = field(default=True, kw_only=True)

    def parse(self, raw: Raw) -> str:
        """Read the text as one line."""
        ask = Text(
            "Enter a name of at most {longest} letters, for example Leg press.",
            longest=self.longest,
        )
        line = _line(self.name, raw, ask)
        if len(line.shown) > self.longest:
            raise _out_of(self.name, line, ask)
        return line.shown

    def schema(self) -> dict[str, object]:
        """Describe the text in JSON Schema."""
        return {"type": "string", "maxLength": self.longest}


YEARS = Range.of(2000, 2100)
"""Other years are slips of the finger."""


def _in_this_century(name: str, year: int, line: Line) -> None:
    if not YEARS.contains(Fraction(year)):
        raise _refuse(
            name,
            "You typed “{typed}”. Enter a year from 2000 to 2100, for example 2026.",
            typed=line,
        )


@dataclass(frozen=True)
class MomentInput(Question):
    """A date and an hour on the reader's own clock."""

    default: str
    optional: bool = field(default=True, kw_only=True)

    def parse(self, raw: Raw) -> Moment:
        """Read "2026-11-24T18:30"."""
        ask = Text("Enter date and time as year-month-day and hour, for example 2026-11-24 18:30.")
        line = _line(self.name, raw, ask)
        found = _read(self.name, ask, lambda: moment(line))
        _in_this_century(self.name, found.at.year, line)
        return found

    def controls(self, answers: Mapping[str, Raw]) -> dict[str, Raw]:
        """Write date and hour as a browser's field holds them."""
        raw = answers.get(self.name, self.default)
        return {self.name: raw if isinstance(raw, list) else raw.replace(" ", "T")}

    def write(self, value: object) -> str:
        """Write date and hour as a program does."""
        return f"{cast('Moment', value).at:%Y-%m-%d %H:%M}"

    def schema(self) -> dict[str, object]:
        """Describe the date and hour in JSON Schema."""
        return {"type": "string", "examples": ["2026-11-24T18:30"]}


@dataclass(frozen=True)
class DateInput(Question):
    """A day on the reader's own calendar."""

    default: str
    upcoming: bool = False
    """Whether a form that nobody has touched starts at the next Monday of the reader's device."""

    def parse(self, raw: Raw) -> Date:
        """Read "2026-11-24"."""
        ask = Text("Enter the date as year-month-day, for example 2026-11-24.")
        line = _line(self.name, raw, ask)
        found = _read(self.name, ask, lambda: day(line))
        _in_this_century(self.name, found.on.year, line)
        return found

    def write(self, value: object) -> str:
        """Write the day as a program does."""
        return cast("Date", value).on.isoformat()

    def schema(self) -> dict[str, object]:
        """Describe the date in JSON Schema."""
        return {"type": "string", "format": "date", "examples": ["2026-11-24"]}


@dataclass(frozen=True)
class TimeInput(Question):
    """A time of day, as a clock shows it."""

    earliest: TimeOfDay
    latest: TimeOfDay
    default: str

    def parse(self, raw: Raw) -> TimeOfDay:
        """Read "18:30", "18h30", "6:30 pm" or "1830"; "6:30" is asked back."""
        ask = Text(
            "Enter a time from {earliest} to {latest}, for example 18:30 or 6:30 pm.",
            earliest=self.earliest,
            latest=self.latest,
        )
        line = _line(self.name, raw, ask)
        found = _read(self.name, ask, lambda: time_of_day(line))
        if not self.earliest <= found <= self.latest:
            raise _out_of(self.name, line, ask)
        return found

    def schema(self) -> dict[str, object]:
        """Describe the time in JSON Schema; parts of an hour, as earlier links have them, too."""
        return {"anyOf": [{"type": "string"}, {"type": "number"}], "examples": ["18:30"]}


@dataclass(frozen=True, eq=False)
class Read(Mapping[str, object]):
    """Answers that were read: a mapping from each question that applies, and is answered, to its value."""

    asked: Sequence[Input]
    typed: Mapping[str, Raw]
    found: Mapping[str, object]

    def __getitem__(self, name: str) -> object:
        """Give the value of a question."""
        return self.found[name]

    def __iter__(self) -> Iterator[str]:
        """Name the questions, in order."""
        return iter(self.found)

    def __len__(self) -> int:
        """Count the questions."""
        return len(self.found)

    @property
    def questions(self) -> tuple[Input, ...]:
        """The questions that apply and are answered, in order."""
        return tuple(each for each in self.asked if each.name in self.found)

    def but(self, typed: Mapping[str, Raw]) -> Read:
        """Read the same answers with some typed otherwise; none of the others is read again.

        Raises:
            AnswersError: Naming every answer that cannot be used.
        """
        return read(self.asked, {**self.typed, **typed}, before=self)

    def holds(self, question: Input, answers: Mapping[str, Raw]) -> bool:
        """Tell whether a question was read before, from the same text."""
        return question.name in self.found and all(
            answers.get(name) == self.typed.get(name) for name in question.names
        )


def read(asked: Sequence[Input], answers: Mapping[str, Raw], before: Read | None = None) -> Read:
    """Read the answers to the questions that apply; the rest is left out.

    A name that is missing gets its default. An answer that is left empty is left out where the
    question is optional. Answers to questions that do not apply are not read at all, so a reader
    who switches back and forth loses nothing.

    Args:
        asked: The questions, in order.
        answers: As they were typed.
        before: Other answers to the same questions: what is the same is taken from there.

    Raises:
        AnswersError: Naming every answer that cannot be used.
    """
    values: dict[str, object] = {}
    problems = _unasked(asked, answers)
    for each in asked:
        if not applies(each, values):
            continue
        if before is not None and before.holds(each, answers):
            values[each.name] = before[each.name]
            continue
        raw = answers.get(each.name, each.default)
        if each.optional and (is_blank(raw) if isinstance(raw, str) else not raw):
            continue
        try:
            values[each.name] = each.read(answers)
        except AnswersError as error:
            problems.extend(error.problems)
    if problems:
        raise AnswersError(tuple(problems))
    return Read(asked, answers, values)


def _unasked(asked: Sequence[Input], answers: Mapping[str, Raw]) -> list[Problem]:
    """List the answers for which there is no question."""
    known = {name for each in asked for name in each.names}
    return [
        Problem(
            legible(name),
            Text(
                "There is no question “{name}”. The questions are {known}.",
                name=legible(name[:40]),
                known=Series(tuple(each.name for each in asked)),
            ),
        )
        for name in answers
        if name not in known
    ]


def applies(asked: Input, values: Mapping[str, object]) -> bool:
    """Tell whether a question applies, given the answers that were read before it.

    Where boxes are ticked, one of them is enough.
    """

    def has(when: When) -> bool:
        answer = values.get(when.name)
        ticked = answer if isinstance(answer, tuple) else (answer,)
        return any(each in when.values for each in ticked)

    return all(has(when) for when in asked.when)


# --- Questions that calculators share ----------------------------------------------------------

LIFTED: Mapping[Unit, Range] = {Unit.KG: Range.of(1, 500), Unit.LB: Range.of(2, 1100)}
"""Weights that a person lifts: from the lightest dumbbell to beyond any record on a machine."""


def is_lifted(load: Mass) -> bool:
    """Tell whether a question for a weight would take this one.

    >>> is_lifted(Mass.kg(500)), is_lifted(Mass.lb(1))
    (True, False)
    """
    return LIFTED[load.unit].contains(load.value)


CUFF_WIDTH_CM = Range.of(2, 25)
"""Widths of cuffs that are sold and studied, with room at either end."""

LIMBS = (Choice("leg", Text("Leg")), Choice("arm", Text("Arm")))

YES_NO = (Choice("no", Text("No")), Choice("yes", Text("Yes")))

UNSAID = "unsaid"
"""The answer to a question of a side or a limb before anybody has named one."""

SIDES = (
    Choice(UNSAID, Text("Not said")),
    Choice("left", Text("Left")),
    Choice("right", Text("Right")),
)
"""Where a cuff holds for one side alone, as a measured AOP does."""

SIDES_OR_BOTH = (*SIDES, Choice("both", Text("Both")))

FIRST_SESSIONS = ChoiceInput(
    "first_sessions",
    Text("Is this one of your first sessions with a cuff?"),
    YES_NO,
    default="yes",
    hint=Text("Your first weeks count. Load then: {advised}.", advised=FIRST_SESSIONS_INTENSITY),
    why=Text("Most harm to muscle was reported after first or single hard sessions."),
)
"""One question with one default, wherever it is asked: what is not known is taken as new."""

GUIDED = ChoiceInput(
    "guided",
    Text("Does a professional guide this block?"),
    YES_NO,
    default="no",
    why=Text("Trials with daily sessions were guided and watched."),
)

REST_S = NumberInput(
    "rest_s",
    Text("Rest between sets"),
    Unit.SECOND,
    Range.of(0, 300),
    "30",
    hint=Text("Advised: {advised}.", advised=REST_BETWEEN_SETS),
)
