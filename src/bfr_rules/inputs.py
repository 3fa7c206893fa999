"""What is asked: how each kind of answer is read, and the questions that calculators share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from bfr_rules.model import AnswersError, Input, Problem, Raw, When
from bfr_rules.quantity import (
    Date,
    Duration,
    Mass,
    Moment,
    Percent,
    Pressure,
    Range,
    Unit,
    decimal,
)
from bfr_rules.references import FIRST_SESSIONS_INTENSITY, REST_BETWEEN_SETS
from bfr_rules.text import Series, Text

# Not \d, which grows with each version of Unicode: every Python must read the same numbers.
NUMBER = re.compile(r"[-−]?(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)")
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫۰۱۲۳۴۵۶۷۸۹", "0123456789.0123456789")
"""The digits of Arabic and Persian keyboards, and their decimal mark."""
FEET = re.compile(
    r"""([0-9]{1,2}) \s* (?:ft\.?|feet|foot|['’′]) \s*
    (?: ((?:1[01]|[0-9])(?:[.,][0-9]{1,2})?) \s* (?:in\.?|inch|inches|["”″]|''|’’)? )?""",
    re.IGNORECASE | re.VERBOSE,
)
"""5 ft 10, 5 feet 10 inches, 5'10", 6 ft."""
CM_PER_INCH = Fraction("2.54")
"""The international inch is exactly this many centimetres."""
MASS_UNITS = {
    "kg": Unit.KG,
    "kgs": Unit.KG,
    "kilo": Unit.KG,
    "kilos": Unit.KG,
    "lb": Unit.LB,
    "lbs": Unit.LB,
    "pound": Unit.LB,
    "pounds": Unit.LB,
}
LONGEST_ANSWER = 200
"""A longer answer is a mistake of copying; it is refused before it is read."""


def _refuse(name: str, template: str, **params: object) -> AnswersError:
    return AnswersError((Problem(name, Text(template, **params)),))


def _legible(typed: str) -> str:
    """Replace what is no character at all (half of a pair), which could not be printed back."""
    return typed.encode("utf-8", "replace").decode("utf-8")


def _line(name: str, raw: Raw, ask: Text) -> str:
    """Give one answer as a trimmed line, or refuse."""
    if isinstance(raw, list):
        raise _refuse(name, "Give one answer. {ask}", ask=ask)
    line = _legible(raw).strip()
    if not line:
        raise AnswersError((Problem(name, ask),))
    if len(line) > LONGEST_ANSWER:
        raise _refuse(name, "That is too long to be an answer. {ask}", ask=ask)
    return line


def _number(name: str, typed: str, digits: str, ask: Text) -> Fraction:
    """Read a number with a decimal comma or point."""
    digits = digits.translate(DIGITS)
    if not NUMBER.fullmatch(digits):
        raise _refuse(name, "“{typed}” is not a number. {ask}", typed=typed, ask=ask)
    if THOUSANDS.fullmatch(digits):
        raise _two_ways(
            name, typed, re.sub("[.,]", "", digits), decimal(Fraction(digits.replace(",", ".")), 3)
        )
    return Fraction(digits.replace(",", ".").replace("−", "-"))


def _two_ways(name: str, typed: str, one: str, other: str) -> AnswersError:
    return _refuse(
        name,
        "“{typed}” can be read in two ways. Write {one} or {other}.",
        typed=typed,
        one=one,
        other=other,
    )


def _without(unit: Unit, line: str) -> str:
    """Take the unit off the end of a number: "30 % 1RM", "30%" and "3 minutes" are fine."""
    spellings = {*unit.value, unit.symbol.split()[0]}
    for spelled in sorted(spellings, key=len, reverse=True):
        if line.endswith(spelled):
            return line.removesuffix(spelled).rstrip()
    return line


def _from_feet(height: re.Match[str]) -> Fraction:
    """Turn feet and inches into centimetres, exactly."""
    feet, inches = height.groups(default="0")
    return (int(feet) * 12 + Fraction(inches.replace(",", "."))) * CM_PER_INCH


@dataclass(frozen=True)
class NumberInput:
    """A number in one unit; whole unless `decimals` are allowed.

    A share gives `Percent`, a time `Duration`, mmHg `Pressure`, anything else a number: `int`, or
    `Fraction` where `decimals` are allowed or it was typed in `feet`.
    """

    name: str
    label: Text
    unit: Unit
    possible: Range
    default: str
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = False
    decimals: bool = False
    beyond: Text | None = None
    """Why a number outside the possible range is refused."""
    feet: bool = False
    """Whether a length may be typed in feet and inches, too."""

    @property
    def ask(self) -> Text:
        """What to type."""
        template = "Enter {range}." if self.decimals else "Enter a whole number, {range}."
        return Text(template, range=Bounds(self.possible, self.unit))

    def parse(self, raw: Raw) -> Percent | Duration | Pressure | Fraction | int:
        """Read the number."""
        line = _line(self.name, raw, self.ask)
        height = FEET.fullmatch(line) if self.feet else None
        if height:
            value = _from_feet(height)
        else:
            value = _number(self.name, line, _without(self.unit, line), self.ask)
        if not self.possible.contains(value):
            raise _refuse(
                self.name,
                "{ask} {beyond}" if self.beyond else "{ask} You typed {typed}.",
                ask=self.ask,
                **({"beyond": self.beyond} if self.beyond else {"typed": line}),
            )
        if height:
            return value
        if not self.decimals and value.denominator != 1:
            raise _refuse(self.name, "{ask} You typed {typed}.", ask=self.ask, typed=line)
        if self.unit in {Unit.PERCENT, Unit.PERCENT_1RM, Unit.PERCENT_AOP}:
            return Percent(value)
        if self.unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR}:
            return Duration.of(value, self.unit)
        if self.unit is Unit.MMHG:
            return Pressure(value)
        return value if self.decimals else int(value)

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
class MassInput:
    """A weight, in kilograms or pounds as the reader likes."""

    name: str
    label: Text
    possible: Mapping[Unit, Range]
    default: str
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = False

    @property
    def unit_name(self) -> str:
        """The name of the answer that says kilograms or pounds."""
        return f"{self.name}_unit"

    def ask(self, unit: Unit) -> Text:
        """What to type."""
        return Text("Enter {range}.", range=Bounds(self.possible[unit], unit))

    def parse(self, raw: Raw) -> Mass:
        """Read "84", "84 kg" or "185 lb"; without a unit it is kilograms."""
        line = _line(self.name, raw, self.ask(Unit.KG))
        match = re.fullmatch(r"(.*?)\s*([A-Za-z]*)", line, re.DOTALL)
        number, said = match.groups() if match else (line, "")
        unit = MASS_UNITS.get(said.lower() or "kg")
        if unit is None:
            raise _refuse(
                self.name,
                "“{typed}” is not a weight. Write kg or lb after the number, for example 40 kg.",
                typed=line,
            )
        ask = self.ask(unit)
        if not number:
            raise AnswersError((Problem(self.name, ask),))
        value = _number(self.name, line, number, ask)
        if not self.possible[unit].contains(value):
            raise _refuse(self.name, "{ask} You typed {typed}.", ask=ask, typed=line)
        return Mass.of(value, unit)

    def schema(self) -> dict[str, object]:
        """Describe the weight in JSON Schema."""
        return {
            "anyOf": [{"type": "number"}, {"type": "string"}],
            "examples": ["84 kg", "185 lb", "87,5"],
        }


@dataclass(frozen=True)
class Choice:
    """One answer to choose."""

    value: str
    label: Text
    hint: Text | None = None


@dataclass(frozen=True)
class ChoiceInput:
    """One of several answers."""

    name: str
    label: Text
    choices: tuple[Choice, ...]
    default: str
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = False

    def parse(self, raw: Raw) -> str:
        """Read the chosen answer."""
        values = tuple(each.value for each in self.choices)
        ask = Text("Choose one of these: {values}.", values=Series(values, "or"))
        line = _line(self.name, raw, ask)
        if line not in values:
            raise _refuse(self.name, "“{typed}” is not on the list. {ask}", typed=line, ask=ask)
        return line

    def schema(self) -> dict[str, object]:
        """Describe the choice in JSON Schema."""
        return {"enum": [each.value for each in self.choices]}


@dataclass(frozen=True)
class ChoicesInput:
    """Any number of several answers, at least one: boxes to tick."""

    name: str
    label: Text
    choices: tuple[Choice, ...]
    default: list[str]
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = False

    def parse(self, raw: Raw) -> tuple[str, ...]:
        """Read the ticked answers, in the order of the list; "20 10 2,5" is read as three."""
        if isinstance(raw, str):
            raw = [each.rstrip(",;").replace(",", ".") for each in raw.split()]
        given = [_legible(each) for each in raw]
        values = tuple(each.value for each in self.choices)
        ask = Text("Tick at least one: {values}.", values=Series(values, "or"))
        unknown = tuple(each for each in given if each not in values)
        if unknown:
            typed = Series(tuple(f"“{each[:20]}”" for each in unknown[:3]))
            raise _refuse(self.name, "Not on the list: {typed}. {ask}", typed=typed, ask=ask)
        if not given:
            raise AnswersError((Problem(self.name, ask),))
        return tuple(each for each in values if each in given)

    def schema(self) -> dict[str, object]:
        """Describe the list in JSON Schema."""
        items: dict[str, object] = {"enum": [each.value for each in self.choices]}
        return {
            "anyOf": [
                {"type": "array", "items": items, "uniqueItems": True},
                {"type": "string"},
            ]
        }


NONE_OF_THESE = "none"
DONT_KNOW = "unknown"


@dataclass(frozen=True)
class TicksInput:
    """A short list to tick, which ends in "none of these" and "I don't know".

    No tick at all is no answer, and gives an empty row: what that means is the rule's business.
    `more` says of each choice, by its value, what counts and why it is asked.
    """

    name: str
    label: Text
    choices: tuple[Choice, ...]
    more: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    default: list[str] = field(default_factory=list)
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = False

    LAST = (
        Choice(NONE_OF_THESE, Text("None of these")),
        Choice(DONT_KNOW, Text("I don't know")),
    )

    @property
    def values(self) -> tuple[str, ...]:
        """Every value that may be ticked, the two last ones included."""
        return tuple(each.value for each in (*self.choices, *self.LAST))

    def parse(self, raw: Raw) -> tuple[str, ...]:
        """Read the ticks, in the order of the list; none at all gives an empty row."""
        given = [_legible(each) for each in (raw.split() if isinstance(raw, str) else raw)]
        ask = Text("Tick what is true for you, or “none of these”.")
        unknown = tuple(each for each in given if each not in self.values)
        if unknown:
            typed = Series(tuple(f"“{each[:20]}”" for each in unknown[:3]))
            raise _refuse(self.name, "Not on the list: {typed}. {ask}", typed=typed, ask=ask)
        if NONE_OF_THESE in given and len(set(given)) > 1:
            raise _refuse(
                self.name, "You ticked “none of these” and something else. Take one tick away."
            )
        return tuple(each for each in self.values if each in given)

    def schema(self) -> dict[str, object]:
        """Describe the list in JSON Schema."""
        items: dict[str, object] = {"enum": list(self.values)}
        return {
            "anyOf": [
                {"type": "array", "items": items, "uniqueItems": True},
                {"type": "string"},
            ]
        }


@dataclass(frozen=True)
class NumbersInput:
    """Several numbers in a row: "30 15 15 15", "20, 10, 5" or "1.25 2.5"."""

    name: str
    label: Text
    each: Range
    count: Range
    default: str
    example: str
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = False
    decimals: bool = False

    def parse(self, raw: Raw) -> tuple[Fraction, ...]:
        """Read the numbers, parted by spaces, dashes, semicolons or comma and space."""
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
        if self.decimals and re.fullmatch("[0-9]+,[0-9]+", line):
            raise _two_ways(self.name, line, line.replace(",", " "), line.replace(",", "."))
        # A comma inside a number is a decimal comma where decimals make sense, else it parts two.
        parting = r"\s*[;/–-]\s*|\s*,\s+|\s+,\s*|\s+" if self.decimals else r"[\s;/,–-]+"
        parts = re.split(parting, line.rstrip(" ,;/–-"))
        # A part is empty where a number has a minus before it: that is no plate and no set.
        values = [_number(self.name, part, part, ask) for part in parts if part]
        right = all(parts) and all(
            self.each.contains(value) and (self.decimals or value.denominator == 1)
            for value in values
        )
        if not right or not self.count.contains(Fraction(len(values))):
            raise _refuse(self.name, "{ask} You typed {typed}.", ask=ask, typed=line)
        return tuple(values)

    def schema(self) -> dict[str, object]:
        """Describe the row in JSON Schema."""
        return {"type": "string", "examples": [self.example]}


@dataclass(frozen=True)
class NameInput:
    """A short free text, such as the name of an exercise. It is shown back, never acted on."""

    name: str
    label: Text
    default: str
    longest: int = 40
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = True

    def parse(self, raw: Raw) -> str:
        """Read the text as one line."""
        ask = Text("Enter a name of at most {longest} letters.", longest=self.longest)
        line = " ".join(_line(self.name, raw, ask).split())
        if len(line) > self.longest:
            raise AnswersError((Problem(self.name, ask),))
        return line

    def schema(self) -> dict[str, object]:
        """Describe the text in JSON Schema."""
        return {"type": "string", "maxLength": self.longest}


@dataclass(frozen=True)
class MomentInput:
    """A date and an hour on the reader's own clock."""

    name: str
    label: Text
    default: str
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = True

    YEARS = Range.of(2000, 2100)

    def parse(self, raw: Raw) -> Moment:
        """Read "2026-11-24T18:30"."""
        ask = Text("Enter date and time as year-month-day and hour, for example 2026-11-24 18:30.")
        line = _line(self.name, raw, ask)
        try:
            moment = Moment.parse(line)
        except ValueError:
            raise _refuse(
                self.name, "“{typed}” is not a date and time. {ask}", typed=line, ask=ask
            ) from None
        if not self.YEARS.contains(Fraction(moment.at.year)):
            raise _refuse(
                self.name, "Enter a year from 2000 to 2100. You typed {typed}.", typed=line
            )
        return moment

    def schema(self) -> dict[str, object]:
        """Describe the date and hour in JSON Schema."""
        return {"type": "string", "examples": ["2026-11-24T18:30"]}


@dataclass(frozen=True)
class DateInput:
    """A day on the reader's own calendar."""

    name: str
    label: Text
    default: str
    hint: Text | None = None
    why: Text | None = None
    when: tuple[When, ...] = ()
    optional: bool = False

    YEARS = Range.of(2000, 2100)

    def parse(self, raw: Raw) -> Date:
        """Read "2026-11-24"."""
        ask = Text("Enter the date as year-month-day, for example 2026-11-24.")
        line = _line(self.name, raw, ask)
        try:
            day = Date.parse(line)
        except ValueError:
            raise _refuse(
                self.name, "“{typed}” is not a date. {ask}", typed=line, ask=ask
            ) from None
        if not self.YEARS.contains(Fraction(day.on.year)):
            raise _refuse(
                self.name, "Enter a year from 2000 to 2100. You typed {typed}.", typed=line
            )
        return day

    def schema(self) -> dict[str, object]:
        """Describe the date in JSON Schema."""
        return {"type": "string", "format": "date", "examples": ["2026-11-24"]}


def read(asked: Sequence[Input], answers: Mapping[str, Raw]) -> dict[str, object]:
    """Read the answers to the questions that apply; the rest is left out.

    A name that is missing gets its default. An answer that is left empty is left out where the
    question is optional. Answers to questions that do not apply are not read at all, so a reader
    who switches back and forth loses nothing.

    Raises:
        AnswersError: Naming every answer that cannot be used.
    """
    problems: list[Problem] = []
    values: dict[str, object] = {}
    known = {each.name for each in asked}
    known |= {each.unit_name for each in asked if isinstance(each, MassInput)}
    problems.extend(
        Problem(
            _legible(name),
            Text(
                "There is no question “{name}”. The questions are {known}.",
                name=_legible(name[:40]),
                known=Series(tuple(each.name for each in asked)),
            ),
        )
        for name in answers
        if name not in known
    )
    for each in asked:
        if not applies(each, values):
            continue
        raw = answers.get(each.name, each.default)
        if each.optional and not (raw.strip() if isinstance(raw, str) else raw):
            continue
        try:
            if isinstance(each, MassInput) and isinstance(raw, str):
                raw = _with_unit(each, raw, answers)
            values[each.name] = each.parse(raw)
        except AnswersError as error:
            problems.extend(error.problems)
    if problems:
        raise AnswersError(tuple(problems))
    return values


def applies(asked: Input, values: Mapping[str, object]) -> bool:
    """Tell whether a question applies, given the answers that were read before it.

    Where boxes are ticked, one of them is enough.
    """

    def has(when: When) -> bool:
        answer = values.get(when.name)
        ticked = answer if isinstance(answer, tuple) else (answer,)
        return any(each in when.values for each in ticked)

    return all(has(when) for when in asked.when)


def _with_unit(asked: MassInput, raw: str, answers: Mapping[str, Raw]) -> str:
    """Put the chosen unit after a bare number; a unit that was typed out wins."""
    unit = answers.get(asked.unit_name, "")
    if isinstance(unit, list):
        raise _refuse(asked.name, "Choose one unit, kg or lb.")
    last = raw.rstrip()[-1:]
    return raw if last.isascii() and last.isalpha() else f"{raw} {unit}"


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

REST_S = NumberInput(
    "rest_s",
    Text("Rest between sets"),
    Unit.SECOND,
    Range.of(0, 300),
    "30",
    hint=Text("Advised: {advised}.", advised=REST_BETWEEN_SETS),
)
