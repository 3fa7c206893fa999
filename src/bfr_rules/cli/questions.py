"""A calculator's questions for a terminal: what each is called, and what one may type."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bfr_rules.calculator import Calculator
from bfr_rules.inputs.choices import ChoiceInput, Ticked
from bfr_rules.inputs.days import MomentInput, TimeInput
from bfr_rules.inputs.numeric import Bounds, MassInput, NumberInput, NumbersInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.quantity import Unit
from bfr_rules.question import Input

WIDTH = 78
BESIDE = "    "
"""Before what is said of a question."""


def guide(asked: Calculator) -> str:
    """List the questions of a calculator under their legends.

    >>> from bfr_rules.catalog import calculator
    >>> print(guide(calculator("rest")))  # doctest: +ELLIPSIS
    The questions:
    <BLANKLINE>
    ...
      rest_s
        Rest between sets: a whole number, 0 to 300 s; “30” if you say nothing.
    ...
    """
    lines = ["The questions:"]
    for group in asked.groups:
        lines += ["", f"{group.legend}"]
        for each in group.inputs:
            lines.append(f"  {each.name}")
            lines += textwrap.wrap(
                " ".join(_said(each)), WIDTH, initial_indent=BESIDE, subsequent_indent=BESIDE
            )
            lines += _choices(each)
    return "\n".join(lines)


def _choices(asked: Input) -> Iterator[str]:
    choices = asked.options
    wide = min(max((len(each.value) for each in choices), default=0), 20)
    for each in choices:
        yield from textwrap.wrap(
            f"{each.value:{wide}}  {each.label}",
            WIDTH,
            initial_indent=BESIDE + "  ",
            subsequent_indent=BESIDE + "    " + " " * wide,
            break_long_words=False,
        )


def _said(asked: Input) -> Iterator[str]:
    """Say what one may type, when it is asked, and what counts if nothing is typed."""
    label = str(asked.label)
    yield label if label.endswith("?") else f"{label}:"
    kind = _kind(asked)
    kind = kind[0].upper() + kind[1:] if label.endswith("?") else kind
    default = asked.default if isinstance(asked.default, str) else ", ".join(asked.default)
    if default:
        yield f"{kind}; “{default}” if you say nothing."
    elif asked.optional:
        yield f"{kind}; may be left out."
    else:
        yield f"{kind}."
    for when in asked.when:
        yield f"Only with {when.name}={' or '.join(when.values)}."


def _kind(asked: Input) -> str:
    """Say what kind of answer it takes."""
    match asked:
        case NumberInput():
            number = "a number" if asked.decimals else "a whole number"
            kind = f"{number}, {Bounds(asked.possible, asked.unit)}"
        case MassInput():
            kg = Bounds(asked.possible[Unit.KG], Unit.KG)
            kind = f"a weight with its unit, such as 40 kg or 90 lb: {kg}"
        case ChoiceInput():
            kind = "one of these"
        case Ticked():
            kind = "any of these, with spaces between"
        case NumbersInput():
            kind = f"numbers in a row, such as {asked.example}"
        case NameInput():
            kind = f"a name, at most {asked.longest} letters"
        case TimeInput():
            kind = f"a time from {asked.earliest} to {asked.latest}"
        case MomentInput():
            kind = "a day and an hour, such as 2026-11-24 18:30"
        case _:
            kind = "a day, such as 2026-11-24"
    return kind
