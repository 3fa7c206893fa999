"""What all kinds of questions have in common, and how an answer is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from bfr_rules.question import AnswersError, Problem, Raw, Shown, When
from bfr_rules.reading.characters import Line, UnreadError, is_blank
from bfr_rules.text import Text

LONGEST_ANSWER = 200
"""A longer answer is a mistake of copying; it is refused before it is read."""
LONGEST_QUOTE = 40
"""So much of it is quoted."""
PLACES = 4
"""Decimals with which a number is written back: as many as anybody types."""


def refusal(name: str, template: str, **params: object) -> AnswersError:
    """Refuse an answer, with what to type instead."""
    return AnswersError((Problem(name, Text(template, **params)),))


def line_of(name: str, raw: Raw, ask: Text) -> Line:
    """Give one answer as a line, or refuse."""
    if isinstance(raw, list):
        raise refusal(name, "Give one answer. {ask}", ask=ask)
    if is_blank(raw):
        raise AnswersError((Problem(name, ask),))
    line = Line.of(raw)
    if len(line.plain) > LONGEST_ANSWER or len(line.shown) > LONGEST_ANSWER:
        raise refusal(
            name,
            "“{start}…” is too long to be an answer. {ask}",
            start=line.shown[:LONGEST_QUOTE],
            ask=ask,
        )
    return line


Found = TypeVar("Found")
"""What a reading gives."""


def read_as(name: str, ask: Text, reading: Callable[[], Found]) -> Found:
    """Refuse an answer that has no reading or two, and say what to type instead."""
    try:
        return reading()
    except UnreadError as unread:
        says = unread.says if unread.whole else Text("{says} {ask}", says=unread.says, ask=ask)
        raise AnswersError((Problem(name, says),)) from None


def out_of(name: str, line: Line, ask: Text) -> AnswersError:
    """Refuse what was read and is not possible."""
    return refusal(name, "You typed “{typed}”. {ask}", typed=line, ask=ask)


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
