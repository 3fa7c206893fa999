"""Questions with choices: one of them, several, or boxes to tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bfr_rules.inputs.base import Choice, Question, line_of, read_as, refusal
from bfr_rules.question import AnswersError, Problem, Raw, Shown
from bfr_rules.reading.characters import fold, shown
from bfr_rules.reading.lists import ticked
from bfr_rules.text import Series, Text


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
    given, unknown = read_as(name, ask, lambda: ticked(raw, known))
    if unknown:
        typed = Series(tuple(f"“{shown(each)[:20]}”" for each in unknown[:3]))
        raise refusal(name, "Not on the list: {typed}. {ask}", typed=typed, ask=ask)
    return frozenset(given)


@dataclass(frozen=True)
class ChoiceInput(Chosen):
    """One of several answers."""

    default: str

    def parse(self, raw: Raw) -> str:
        """Read the chosen answer."""
        values = tuple(each.value for each in self.choices)
        ask = Text("Choose one of these: {values}.", values=Series(values, "or"))
        line = line_of(self.name, raw, ask)
        chosen = _by_spelling(self.choices).get(fold(line.plain))
        if chosen is None:
            raise refusal(self.name, "“{typed}” is not on the list. {ask}", typed=line, ask=ask)
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
            raise refusal(
                self.name, "You ticked “none of these” and something else. Take one tick away."
            )
        return tuple(each for each in self.values if each in given)
