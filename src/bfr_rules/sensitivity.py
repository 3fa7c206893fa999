"""What would change an answer: one question at a time is answered otherwise, and the rule asked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.asking import Answered, again
from bfr_rules.inputs.answers import applies
from bfr_rules.question import AnswersError, Input
from bfr_rules.text import Text, labelled


@dataclass(frozen=True)
class Change:
    """One question answered otherwise, and what the calculator says then."""

    says: Text
    result: object


def changes(now: Answered) -> tuple[Change, ...]:
    """Find what would change an answer.

    Args:
        now: The answer, with the answers that gave it; the calculator's `varies` say what is
            changed, and no change passes a limit of the screening.

    Returns:
        Each change that gives another answer; none for a stop.

    >>> from bfr_rules.asking import run
    >>> from bfr_rules.catalog import calculator
    >>> given = {"one_rm": "100 kg", "percent_1rm": "30"}
    >>> first = changes(run(calculator("training-load"), given))[0]
    >>> print(first.says, "→", first.result)
    Share of the 1RM: 20 % 1RM → 20 kg
    """
    if now.outcome.stop:
        return ()
    return tuple(_varied(now))


def _varied(now: Answered) -> Iterator[Change]:
    questions = {each.name: each for each in now.answers.questions}
    for vary in now.asked.varies:
        question = questions.get(vary.name)
        if question is None or not applies(question, now.answers):
            continue
        for to in vary.to:
            typed = _typed(question, now.answers[vary.name], to)
            try:
                answers = now.answers.but({vary.name: typed})
                then = again(now.asked, answers, now.who).outcome
            except AnswersError:
                continue  # more or less than may be typed
            if then.bound != now.outcome.bound or then.gate:
                continue  # a limit of the screening does not allow it
            if then.headline != now.outcome.headline:
                result = then.headline if then.answer is None else then.answer
                shown = question.show(answers[vary.name])
                yield Change(labelled(question.label, shown), result)


def _typed(question: Input, value: object, to: str) -> str:
    """Write the other answer as one would type it; "+2" and "-2" are steps from the value."""
    return question.step(value, Fraction(to)) if to[0] in "+-" else to
