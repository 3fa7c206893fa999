"""Asking: the one way from typed answers to an outcome, with everything that the screening demands.

Every door goes through here (browser, command line, library, the site's own tables), so that no
setting gets past a stop, a limit or a closed limb.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bfr_rules.gate import bind, cautions, effective, gate, gate_limbs, provisos
from bfr_rules.inputs import read
from bfr_rules.model import Calculator, Limit, Outcome, Raw, Standing
from bfr_rules.quantity import Date
from bfr_rules.text import Text


@dataclass(frozen=True)
class Situation:
    """Who asks, and when: where a screening leaves them, and their day.

    Nothing of it is an answer to a question, and both may be unknown.
    """

    standing: Standing | None = None
    today: Date | None = None
    timer: str = ""
    """Where the timer is, for files that lead to it."""


NOBODY = Situation()
"""No one was screened, and no day is known."""


@dataclass(frozen=True)
class Answered:
    """An outcome with the answers that gave it, which a limit may have changed."""

    answers: Mapping[str, Raw]
    outcome: Outcome


def run(asked: Calculator, answers: Mapping[str, Raw], who: Situation = NOBODY) -> Answered:
    """Ask a calculator, and hold its answer to what the screening demands.

    Args:
        asked: The calculator.
        answers: As they were typed.
        who: Where a screening leaves the reader, and the day.

    Returns:
        The outcome: a stop of the screening, of a closed limb or of a limit replaces it; limits
        that hold, and who was screened, go with it.

    Raises:
        AnswersError: Naming every answer that cannot be used.

    >>> from bfr_rules.catalog import calculator
    >>> print(run(calculator("session"), {}).outcome.headline)
    5:00 under the cuff, 6:30 in all
    """
    if not asked.gated:
        outcome = asked.rule(**read(asked.inputs, answers), **_told(asked, who, (), ()))
        return Answered(answers, _dated(outcome, who.today))
    if stop := stops(asked, who):
        return Answered(answers, stop)
    standing = effective(who.standing) if who.standing else None
    limits = standing.limits if standing else ()
    used, bound, against = bind(asked, answers, limits)
    if standing and not against:
        against, sides = gate_limbs(asked, standing, read(asked.inputs, used))
        used = {**used, **sides}
    said = provisos(standing)
    if against:
        return Answered(answers, replace(against, limits=limits, provisos=said))
    told = _told(asked, who, limits, said)
    outcome = asked.rule(**read(asked.inputs, used), **told)
    held = replace(
        outcome,
        cautions=(*cautions(bound), *outcome.cautions),
        limits=limits,
        provisos=said,
        bound=bound,
    )
    return Answered(used, held)


def stops(asked: Calculator, who: Situation) -> Outcome | None:
    """Give what replaces a setting whatever was typed: a stop, or a screening that is too old."""
    if not asked.gated or who.standing is None:
        return None
    return gate(effective(who.standing), who.today, asks_first=asked.asks_first)


def _told(
    asked: Calculator, who: Situation, limits: tuple[Limit, ...], said: tuple[Text, ...]
) -> dict[str, object]:
    """Give the rule what it asks to be told beside the answers."""
    holds = (*said, *(Text("Limit: {limit}", limit=each) for each in limits))
    told = {
        "today": who.today,
        "timer": who.timer,
        "holds": holds,
        "limits": limits,
        "standing": who.standing,
    }
    return {name: told[name] for name in asked.takes}


def _dated(outcome: Outcome, today: Date | None) -> Outcome:
    """Write the day on what a screening found; one of an earlier day that goes on keeps its own."""
    found = outcome.standing
    if found is None:
        return outcome
    return replace(outcome, standing=replace(found, on=found.on or today, today_on=today))
