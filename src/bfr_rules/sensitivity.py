"""What would change an answer: one question at a time is answered otherwise, and the rule asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.asking import NOBODY, Situation, run
from bfr_rules.inputs import MassInput, applies, read
from bfr_rules.model import AnswersError, Calculator, Input, Outcome, Raw
from bfr_rules.quantity import Duration, Mass, Percent, Pressure, Unit, decimal
from bfr_rules.text import Text, labelled


@dataclass(frozen=True)
class Change:
    """One question answered otherwise, and what the calculator says then."""

    says: Text
    result: object


def changes(
    asked: Calculator, answers: Mapping[str, Raw], now: Outcome, who: Situation = NOBODY
) -> tuple[Change, ...]:
    """Find what would change an answer.

    Args:
        asked: The calculator; its `varies` say what is changed.
        answers: Answers that gave `now`.
        now: What the calculator answers to them.
        who: Where a screening leaves the reader, and the day: no change passes a limit.

    Returns:
        Each change that gives another answer; none for a stop.

    >>> from bfr_rules.catalog import calculator
    >>> load = calculator("training-load")
    >>> given = {"one_rm": "100 kg", "percent_1rm": "30"}
    >>> first = changes(load, given, load.rule(**read(load.inputs, given)))[0]
    >>> print(first.says, "→", first.result)
    Share of the 1RM: 20 % 1RM → 20 kg
    """
    if now.stop:
        return ()
    return tuple(_varied(asked, answers, now, who))


def _varied(
    asked: Calculator, answers: Mapping[str, Raw], now: Outcome, who: Situation
) -> Iterator[Change]:
    values = read(asked.inputs, answers)
    questions = {each.name: each for each in asked.inputs}
    for vary in asked.varies:
        question = questions[vary.name]
        if vary.name not in values or not applies(question, values):
            continue
        for to in vary.to:
            typed = _typed(values[vary.name], to)
            try:
                outcome = run(asked, {**answers, vary.name: typed}, who).outcome
            except AnswersError:
                continue  # more or less than may be typed
            if outcome.bound != now.bound or outcome.gate:
                continue  # a limit of the screening does not allow it
            if outcome.headline != now.headline:
                result = outcome.headline if outcome.answer is None else outcome.answer
                yield Change(labelled(question.label, _label(question, typed)), result)


def _typed(value: object, to: str) -> str:
    """Write the other answer as one would type it; "+2" and "-2" are steps from the value."""
    if to[0] not in "+-":
        return to
    match value:
        case Mass():
            return f"{decimal(value.value + Fraction(to))} {value.unit.symbol}"
        case Percent() | Pressure():
            return decimal(value.value + Fraction(to))
        case Duration():
            return decimal(value.seconds + Fraction(to))
        case int() | Fraction():
            return decimal(value + Fraction(to))
    message = f"{value!r} has no steps"
    raise TypeError(message)


def _label(question: Input, typed: str) -> object:
    for choice in getattr(question, "choices", ()):
        if choice.value == typed:
            return choice.label
    unit: Unit | None = getattr(question, "unit", None)
    return typed if unit is None or isinstance(question, MassInput) else unit.after(typed)
