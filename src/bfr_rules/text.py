"""Sentences for a reader: a template that stays whole, and parameters that stay typed."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cache
from typing import Protocol, runtime_checkable


@runtime_checkable
class Speakable(Protocol):
    """A value that a screen reader should hear differently from how it is written."""

    def words(self) -> str:
        """Say the value in words."""


def words(value: object) -> str:
    """Say a value in words, falling back on how it is written.

    >>> words(30)
    '30'
    """
    return value.words() if isinstance(value, Speakable) else str(value)


@cache
def _placeholders(template: str) -> frozenset[str]:
    """List the names in a template; each template is read once."""
    return frozenset(field for _, field, _, _ in string.Formatter().parse(template) if field)


@dataclass(frozen=True, init=False)
class Text:
    """A sentence for a reader: the English template is the key, the parameters stay typed.

    A second language is then a catalogue of templates, not a rewrite.

    Raises:
        ValueError: A placeholder has no parameter, or a parameter no placeholder.

    >>> print(Text("Rest {rest} between sets", rest="30 s"))
    Rest 30 s between sets
    """

    template: str
    params: tuple[tuple[str, object], ...]

    def __init__(self, template: str, /, **params: object) -> None:
        """Keep the template and its parameters; both must name the same placeholders."""
        named = _placeholders(template)
        if named != params.keys():
            message = f"{template!r} has the placeholders {sorted(named)}, not {sorted(params)}"
            raise ValueError(message)
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "params", tuple(sorted(params.items())))

    def __str__(self) -> str:
        """Write the sentence."""
        return self.template.format(**{name: str(value) for name, value in self.params})

    def words(self) -> str:
        """Say the sentence: units and ranges become words.

        >>> from bfr_rules.quantity import Percent
        >>> Text("Use {share}", share=Percent(30)).words()
        'Use 30 per cent'
        """
        return self.template.format(**{name: words(value) for name, value in self.params})


@dataclass(frozen=True)
class Count:
    """A whole number of things, in the grammar of one or many.

    >>> print(Count(1, "repetition"), "and", Count(3, "repetition"))
    1 repetition and 3 repetitions
    """

    number: int
    one: str
    many: str = ""

    def __str__(self) -> str:
        """Write number and noun."""
        return f"{self.number} {self.one if self.number == 1 else self.many or self.one + 's'}"


@dataclass(frozen=True)
class Times:
    """The same thing several times over.

    >>> print(Times(3, "25 kg"), "and", Times(1, "5 kg"))
    3 × 25 kg and 5 kg
    """

    number: int
    item: object

    def __str__(self) -> str:
        """Write how many times, unless it is once."""
        return str(self.item) if self.number == 1 else f"{self.number} × {self.item}"

    def words(self) -> str:
        """Say how many times, unless it is once."""
        said = words(self.item)
        return said if self.number == 1 else f"{self.number} times {said}"


@dataclass(frozen=True)
class Series:
    """Several values in a row, joined as a sentence joins them.

    >>> print(Series(("20 kg", "5 kg", "2.5 kg")))
    20 kg, 5 kg and 2.5 kg
    """

    items: tuple[object, ...]
    last: str = "and"

    def __str__(self) -> str:
        """Write the values."""
        return self._join([str(item) for item in self.items])

    def words(self) -> str:
        """Say the values."""
        return self._join([words(item) for item in self.items])

    def _join(self, parts: list[str]) -> str:
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.last} {parts[-1]}"


def labelled(label: object, value: object) -> Text:
    """Put a value behind its label: a colon parts them, unless the label is a question.

    >>> print(labelled("Load", "30 kg"), "|", labelled("Which limb?", "Leg"))
    Load: 30 kg | Which limb? Leg
    """
    template = "{label} {value}" if str(label).endswith("?") else "{label}: {value}"
    return Text(template, label=label, value=value)
