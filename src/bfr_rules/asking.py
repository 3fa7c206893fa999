"""Asking: the one way from typed answers to an outcome, with everything that the screening demands.

Every door goes through here (browser, command line, library, the site's own tables), so that no
setting gets past a stop, a limit or a closed limb.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bfr_rules.calculator import Calculator
from bfr_rules.gate import bind, cautions, effective, gate, gate_limbs, provisos
from bfr_rules.inputs.answers import Read, read
from bfr_rules.outcome import Outcome
from bfr_rules.question import Raw
from bfr_rules.standing import Limit, Standing
from bfr_rules.text import Text
from bfr_rules.times import Date


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
    """An outcome with the answers that gave it, which a limit may have changed.

    Where a stop did not wait for answers, none was read.
    """

    asked: Calculator
    answers: Read
    outcome: Outcome
    who: Situation


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
    if stop := stops(asked, who):
        return Answered(asked, Read(asked.inputs, answers, {}), stop, who)
    return again(asked, read(asked.inputs, answers), who)


def again(asked: Calculator, answers: Read, who: Situation) -> Answered:
    """Ask a calculator with answers that were read, as `run` does where no stop closes it.

    Raises:
        AnswersError: Naming every answer that cannot be used.
    """
    if not asked.gated:
        outcome = asked.rule(**answers, **_told(asked, who, (), ()))
        return Answered(asked, answers, _dated(outcome, who.today), who)
    standing = effective(who.standing) if who.standing else None
    limits = standing.limits if standing else ()
    used, bound, against = bind(answers, limits)
    if standing and not against:
        against, sides = gate_limbs(asked, standing, used)
        used = used.but(sides) if sides else used
    said = provisos(standing)
    if against:
        return Answered(asked, answers, replace(against, limits=limits, provisos=said), who)
    outcome = asked.rule(**used, **_told(asked, who, limits, said))
    held = replace(
        outcome,
        cautions=(*cautions(bound), *outcome.cautions),
        limits=limits,
        provisos=said,
        bound=bound,
    )
    return Answered(asked, used, held, who)


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
