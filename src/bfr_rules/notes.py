"""An answer as a note for a record or a colleague: what was asked, answered and used, in plain text."""

from __future__ import annotations

from collections.abc import Iterator

from bfr_rules import __version__
from bfr_rules.asking import Answered
from bfr_rules.citation import Citation
from bfr_rules.outcome import Outcome
from bfr_rules.references import work
from bfr_rules.text import labelled


def note(answered: Answered) -> str:
    """Write a note: inputs, answer, method, cautions, sources and the version of the rules.

    >>> from bfr_rules.asking import run
    >>> from bfr_rules.catalog import calculator
    >>> given = {"one_rm": "100 kg", "percent_1rm": "30", "first_sessions": "no"}
    >>> print(note(run(calculator("training-load"), given)).splitlines()[2])
    Result: Load the bar to 30 kg: 5 kg on each side
    """
    return "\n".join(_lines(answered)) + "\n"


def _lines(answered: Answered) -> Iterator[str]:
    answers, outcome = answered.answers, answered.outcome
    yield f"{answered.asked.title} – BFR Guide, rules {__version__}"
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
    yield from (
        f"- {labelled(each.label, each.show(answers[each.name]))}" for each in answers.questions
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
