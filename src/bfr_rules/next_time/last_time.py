"""What was done last time, and the sources of what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.citation import Citation, Coefficient, State
from bfr_rules.quantity import Mass
from bfr_rules.references import cite
from bfr_rules.text import Count, Text

FINISH_FIRST = cite("fitcuffs_guide", "progression")
TWICE = (
    FINISH_FIRST,
    cite("exknee2020", "Table 3; in two sessions running is our rule", State.OURS),
)
GO_BACK = cite("sieljacks2019", "abstract; to go back is our rule", State.OURS)
AFTER_A_SIGN = cite("smartcuffs_manual", "stop signs; to do less is our rule", State.OURS)
RESTART_DAYS = 14
"""Away for so long: begin again, as the plan says. Our cautious choice."""
WAS_AWAY = Text(
    "You were away for {days} or more. The muscles have lost what they were used to.",
    days=Count(RESTART_DAYS, "day"),
)
ENDED_AT_A_SIGN = Text("Your last session ended at a stop sign: never the same again after one.")
DID_NOT_DO_ALL = Text("You did not do all repetitions. Finish them cleanly first.")
DID_ALL_TWICE = Text("You did all repetitions in two sessions running.")
AOP_HOLDS = Coefficient(
    "weeks over which an AOP should change little",
    Fraction(8),
    (cite("elite_ebook", "how to take LOP"),),
)
AOP_AFTER_DAYS = 28
"""Away for so long: the AOP is measured again. Our cautious choice."""
SIZE = cite("loenneke2015", "abstract; the month is our rule", State.OURS)
LOOKS_AT = 4
"""The set at which the rule of the knee trial looks."""


@dataclass(frozen=True)
class Done:
    """What was lifted, and how often."""

    load: Mass
    repetitions: tuple[int, ...]

    def all_of(self, planned: tuple[int, ...]) -> bool:
        """Tell whether every set had the repetitions that were planned.

        >>> Done(Mass.kg(20), (30, 15, 16, 15)).all_of((30, 15, 15, 15))
        True
        """
        return did_all(self.repetitions, planned)


def did_all(done: tuple[int, ...], planned: tuple[int, ...]) -> bool:
    """Tell whether every set had the repetitions that were planned."""
    return len(done) >= len(planned) and all(
        each >= wanted for each, wanted in zip(done, planned, strict=False)
    )


@dataclass(frozen=True)
class Verdict:
    """What to lift next, in words, with its reason."""

    load: Mass | None
    headline: Text
    because: Text
    cites: tuple[Citation, ...]
