"""A calculator's questions as a form shows them: ids, kinds, and the answers it starts with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from bfr_rules.calculator import Calculator, Group
from bfr_rules.inputs.answers import applies, read
from bfr_rules.inputs.choices import ChoiceInput, ChoicesInput, TicksInput
from bfr_rules.inputs.days import DateInput, MomentInput, TimeInput
from bfr_rules.inputs.numeric import MassInput, NumberInput, NumbersInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.question import Input, Raw

KINDS: Mapping[type, str] = {
    NumberInput: "number",
    MassInput: "mass",
    ChoiceInput: "choice",
    ChoicesInput: "choices",
    TicksInput: "ticks",
    NumbersInput: "line",
    NameInput: "line",
    MomentInput: "moment",
    DateInput: "date",
    TimeInput: "time",
}
"""The macro of `field.html.jinja` that shows each kind of question."""

ABOUT_HEALTH = frozenset({"recovering", "healthy_one_rm"})
"""Questions of calculators that are not private, which speak of health all the same: no link and no storage holds them."""

LETTERS_IN_A_ROW = 36
"""Choices with more letters than this do not fit side by side on a phone."""


@dataclass(frozen=True)
class Field:
    """A question as the form shows it.

    Attributes:
        asked: The question.
        id: Unique on the page.
        value: What the form starts with; of a mass, the number.
        unit: Of a mass, the unit that the form starts with.
        applies: Whether it is asked while the form is as it starts.
        may_stay_empty: Whether to say so. A form about health does not: there, empty counts as yes.
        is_part: Whether Start asks it: then the screen says why, and “none of these” stands before the list.
        without: Questions that the form leaves out: nothing hangs on them.
    """

    asked: Input
    id: str
    value: Raw
    unit: str
    applies: bool
    may_stay_empty: bool
    is_part: bool = False
    without: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The macro that shows it."""
        return KINDS[type(self.asked)]

    @property
    def is_health(self) -> bool:
        """Whether its answer speaks of health, so that it must not outlive the page."""
        return self.asked.name in ABOUT_HEALTH

    @property
    def is_long(self) -> bool:
        """Whether its choices need a line each."""
        options = self.asked.options
        letters = sum(len(str(each.label)) for each in options)
        return any(each.hint for each in options) or letters > LETTERS_IN_A_ROW

    @property
    def is_short(self) -> bool:
        """Whether a number needs so little room that another may stand beside it."""
        return self.kind == "number" and not (self.asked.hint or self.asked.why)

    @property
    def when(self) -> str:
        """The answers under which it is asked, as JSON for the browser."""
        return json.dumps(
            [
                {"name": each.name, "values": each.values}
                for each in self.asked.when
                if each.name not in self.without
            ],
            separators=(",", ":"),
        )

    @property
    def described_by(self) -> str:
        """Ids of what a screen reader says after the label; the browser adds that of a problem."""
        spoken = {"hint": self.asked.hint, "unit": self.kind == "number"}
        return " ".join(f"{self.id}-{part}" for part, is_there in spoken.items() if is_there)


@dataclass(frozen=True)
class Form:
    """A calculator's form as it starts.

    Attributes:
        asked: The calculator.
        id: Unique on the page.
        start: Answers that it starts with, where they are not those of the calculator.
        blank: Questions that start empty.
        is_part: Whether it stands in Start, which says itself what a link held, and asks lists one at a time.
        first: A question whose group comes before the others.
        without: Questions that are left out.
    """

    asked: Calculator
    id: str
    start: Mapping[str, Raw] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    is_part: bool = False
    first: str = ""
    without: frozenset[str] = frozenset()

    @property
    def groups(self) -> Sequence[Group]:
        """The groups of questions, in the order in which the form asks them."""

        def is_later(group: Group) -> bool:
            return all(each.name != self.first for each in group.inputs)

        left = (
            replace(
                group, inputs=tuple(each for each in group.inputs if each.name not in self.without)
            )
            for group in self.asked.groups
        )
        return sorted((group for group in left if group.inputs), key=is_later)

    @cached_property
    def example(self) -> dict[str, Raw]:
        """The answers of the worked example, one by one as the form would send them."""
        return answers_of(self.asked.inputs, self.start)

    @cached_property
    def answers(self) -> dict[str, Raw]:
        """The answers that the form starts with."""
        return {name: "" if name in self.blank else raw for name, raw in self.example.items()}

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every question by name."""
        values = read(self.asked.inputs, self.example)
        return {
            each.name: Field(
                asked=each,
                id=f"{self.id}-{each.name}",
                value=self.answers[each.name],
                unit=str(self.answers[each.names[-1]]),
                applies=applies(each, values),
                may_stay_empty=each.optional and not self.asked.private,
                is_part=self.is_part,
                without=self.without,
            )
            for each in self.asked.inputs
        }


def answers_of(inputs: Sequence[Input], given: Mapping[str, Raw]) -> dict[str, Raw]:
    """Write answers as a form holds them: numbers apart from units, ticked boxes as a list.

    Args:
        inputs: Every question of the form.
        given: Answers as on a command line; the others are those that the form starts with.
    """
    return {name: raw for each in inputs for name, raw in each.controls(given).items()}
