"""What is asked, and what cannot be read as an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from bfr_rules.text import Text


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
