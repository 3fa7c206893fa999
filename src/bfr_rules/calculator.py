"""What a calculator is: a declaration from which the rest is derived."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from bfr_rules.citation import Citation, must_be_cited
from bfr_rules.outcome import Outcome
from bfr_rules.question import Input, Raw
from bfr_rules.text import Text

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
        must_be_cited(self.slug, self.cites)
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
