"""Questions for a number, a weight or a row of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from bfr_rules.inputs.base import PLACES, Question, line_of, out_of, read_as, refusal
from bfr_rules.quantity import Mass, Percent, Pressure, Range, Unit, decimal
from bfr_rules.question import AnswersError, Problem, Raw, Shown
from bfr_rules.reading.characters import Line, TwoWaysError, fold, shown
from bfr_rules.reading.rows import row
from bfr_rules.reading.units import amounts, in_own_unit, mass
from bfr_rules.text import Series, Text
from bfr_rules.times import Duration


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
        line = line_of(self.name, raw, self.ask)
        possible = read_as(self.name, self.ask, lambda: self._possible(line))
        if not possible and self.beyond:
            raise refusal(
                self.name,
                "You typed “{typed}”. {ask} {beyond}",
                typed=line,
                ask=self.ask,
                beyond=self.beyond,
            )
        if not possible:
            raise out_of(self.name, line, self.ask)
        (value,) = possible
        converted = self.feet and not in_own_unit(line, self.unit)
        if not (self.decimals or converted or value.denominator == 1):
            raise out_of(self.name, line, self.ask)
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
        line = line_of(self.name, raw, self.ask(asked_in))
        value, unit = read_as(self.name, self.ask(asked_in), lambda: mass(line, asked_in))
        if value is None:
            raise AnswersError((Problem(self.name, self.ask(unit)),))
        if not self.possible[unit].contains(value):
            raise out_of(self.name, line, self.ask(unit))
        return Mass.of(value, unit)

    def _chosen(self, chosen: Raw) -> Unit:
        unit = chosen if isinstance(chosen, list) else fold(chosen)
        for each in self.possible:
            if unit in ("", each.symbol):
                return each
        raise refusal(
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
        line = line_of(self.name, raw, ask)
        values = read_as(self.name, ask, lambda: row(line, decimals=self.decimals))
        right = all(
            self.each.contains(value) and (self.decimals or value.denominator == 1)
            for value in values
        )
        if not right or not self.count.contains(Fraction(len(values))):
            raise out_of(self.name, line, ask)
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
