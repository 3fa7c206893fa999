"""An answer as a note for a record or a colleague: what was asked, answered and used, in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from bfr_rules import __version__
from bfr_rules.inputs import TicksInput, read
from bfr_rules.model import Calculator, Citation, Input, Outcome, Raw
from bfr_rules.quantity import decimal
from bfr_rules.references import work
from bfr_rules.text import Series, labelled


def note(asked: Calculator, answers: Mapping[str, Raw], outcome: Outcome) -> str:
    """Write a note: inputs, answer, method, cautions, sources and the version of the rules.

    Args:
        asked: The calculator.
        answers: Answers as they were typed.
        outcome: What it answers to them.

    >>> from bfr_rules.catalog import calculator
    >>> load = calculator("training-load")
    >>> given = {"one_rm": "100 kg", "percent_1rm": "30"}
    >>> print(note(load, given, load.rule(**read(load.inputs, given))).splitlines()[2])
    Result: Load the bar to 30 kg: 5 kg on each side
    """
    return "\n".join(_lines(asked, answers, outcome)) + "\n"


def _lines(asked: Calculator, answers: Mapping[str, Raw], outcome: Outcome) -> Iterator[str]:
    yield f"{asked.title} – BFR Guide, rules {__version__}"
    yield ""
    yield f"Result: {outcome.headline}"
    if outcome.band:
        yield f"Range: {outcome.band.says}"
    yield from (f"{each.label}: {each.value}" for each in outcome.facts)
    if outcome.stop:
        yield f"{outcome.stop.says}{_keys(outcome.stop.cites)}"
        yield from (f"- {each}" for each in outcome.stop.do)
    yield from (f"Limit: {each}" for each in outcome.limits)
    yield from (str(each) for each in outcome.provisos)
    yield from (f"Mind: {each.says}{_keys(each.cites)}" for each in outcome.cautions)
    yield ""
    yield "Answers given"
    values = read(asked.inputs, answers)
    yield from (
        f"- {labelled(each.label, _said(each, values[each.name]))}"
        for each in asked.inputs
        if each.name in values
    )
    if outcome.steps:
        yield ""
        yield "Method"
        for step in outcome.steps:
            formula = f" = {step.formula}" if step.formula else ""
            yield f"- {step.says}{formula}: {step.result}{_keys(step.cites)}"
    keys = _used(outcome)
    if keys:
        yield ""
        yield "Sources"
        for key in keys:
            each = work(key)
            yield f"- {key}: {each.short}. {each.title}{f'. {each.url}' if each.url else ''}"
    yield ""
    yield "For teaching. It does not replace an examination, and stop signs always apply."


def _keys(cites: tuple[Citation, ...]) -> str:
    return f" [{'; '.join(f'{each.key}, {each.place}' for each in cites)}]" if cites else ""


def _used(outcome: Outcome) -> list[str]:
    parts = (*outcome.steps, *outcome.cautions, *((outcome.stop,) if outcome.stop else ()))
    return sorted({cite.key for part in parts for cite in part.cites})


def _said(question: Input, value: object) -> object:
    """Write an answer as its question shows it."""
    ticked = value if isinstance(value, tuple) else (value,)
    choices = getattr(question, "choices", ())
    if isinstance(question, TicksInput):
        if not ticked:
            return "not answered"
        choices = (*choices, *question.LAST)
    labels = {each.value: each.label for each in choices}
    written = tuple(_plain(each, labels) for each in ticked)
    unit = getattr(question, "unit", None)
    if unit is not None and isinstance(value, int | Fraction):
        return unit.after(str(written[0]))
    return Series(written)


def _plain(value: object, labels: Mapping[str, object]) -> object:
    """Write a bare number in decimals, and a choice by its label."""
    if isinstance(value, int | Fraction):
        return decimal(Fraction(value), 4)
    return labels.get(value, value) if isinstance(value, str) else value
