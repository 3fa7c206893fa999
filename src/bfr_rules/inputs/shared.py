"""Questions that calculators share."""

from __future__ import annotations

from collections.abc import Mapping

from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import NumberInput
from bfr_rules.quantity import Mass, Range, Unit
from bfr_rules.question import When
from bfr_rules.references import FIRST_SESSIONS_INTENSITY, REST_BETWEEN_SETS
from bfr_rules.text import Text

LIFTED: Mapping[Unit, Range] = {Unit.KG: Range.of(1, 500), Unit.LB: Range.of(2, 1100)}
"""Weights that a person lifts: from the lightest dumbbell to beyond any record on a machine."""


def is_lifted(load: Mass) -> bool:
    """Tell whether a question for a weight would take this one.

    >>> is_lifted(Mass.kg(500)), is_lifted(Mass.lb(1))
    (True, False)
    """
    return LIFTED[load.unit].contains(load.value)


CUFF_WIDTH_CM = Range.of(2, 25)
"""Widths of cuffs that are sold and studied, with room at either end."""

LIMBS = (Choice("leg", Text("Leg")), Choice("arm", Text("Arm")))

YES_NO = (Choice("no", Text("No")), Choice("yes", Text("Yes")))

CUFFED, FREE = When("with_cuff", ("yes",)), When("with_cuff", ("no",))
"""What is asked only of training with a cuff, or without one, where a calculator answers both."""
NOT_ASKED = Mass.kg(0)
"""A weight with a cuff, where there is none."""

UNSAID = "unsaid"
"""The answer to a question of a side or a limb before anybody has named one."""

SIDES = (
    Choice(UNSAID, Text("Not said")),
    Choice("left", Text("Left")),
    Choice("right", Text("Right")),
)
"""Where a cuff holds for one side alone, as a measured AOP does."""

SIDES_OR_BOTH = (*SIDES, Choice("both", Text("Both")))

FIRST_SESSIONS = ChoiceInput(
    "first_sessions",
    Text("Is this one of your first sessions with a cuff?"),
    YES_NO,
    default="yes",
    hint=Text("Your first weeks count. Load then: {advised}.", advised=FIRST_SESSIONS_INTENSITY),
    why=Text("Most harm to muscle was reported after first or single hard sessions."),
)
"""One question with one default, wherever it is asked: what is not known is taken as new."""

GUIDED = ChoiceInput(
    "guided",
    Text("Does a professional guide this block?"),
    YES_NO,
    default="no",
    why=Text("Trials with daily sessions were guided and watched."),
)

REST_S = NumberInput(
    "rest_s",
    Text("Rest between sets"),
    Unit.SECOND,
    Range.of(0, 300),
    "30",
    hint=Text("Advised: {advised}.", advised=REST_BETWEEN_SETS),
)
