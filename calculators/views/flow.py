"""The steps from "is it for me?" to a session that can be played, in the order in which a person needs them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bfr_rules.calculator import Calculator
from bfr_rules.quantity import decimal
from bfr_rules.references import FIRST_SESSIONS_INTENSITY

FIRST_SHARE = decimal(FIRST_SESSIONS_INTENSITY.low)
"""The share of the 1RM that the first sessions start with: the low end of what is advised."""


@dataclass(frozen=True)
class Step:
    """One step of the flow.

    Attributes:
        name: Of its anchor, `step-…`.
        title: In the list of steps.
        question: What it answers, as its heading.
        why: Why it stands here, in a line.
        slug: Of its calculator; empty for one that has none.
        result: What a later step calls what it takes over from this one.
        skip: What a reader says who may go past it.
        own: Questions that readers must answer themselves: no example will do. Their fields start empty, so that
            what stands there was typed, carried from an earlier step, or read from a link.
        start: Answers with which the step starts, where the calculator on its own page starts with others: those of a
            first session.
        remains: What a reader says who goes on after a stop of the step, by the way that remains.
        narrows: Which answers remain to a later step after that.
        narrows_if: A question and its answer after which they are all that remains, without a stop too.
        share: A letter for its answers in a link; empty when they never stand in one.
        unshared: Questions that speak of health: their answers stand in no link.
        withhold: A question that speaks of health, and on which the whole step rests: while it is asked, nothing of
            the step stands in a link.
    """

    name: str
    title: str
    question: str
    why: str
    slug: str
    result: str = ""
    skip: str = ""
    own: tuple[str, ...] = ()
    start: Mapping[str, str] = field(default_factory=dict)
    remains: str = ""
    narrows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    narrows_if: tuple[str, ...] = ()
    share: str = ""
    unshared: tuple[str, ...] = ()
    withhold: str = ""


STEPS = (
    Step(
        name="screening",
        title="Screening",
        question="Is there a reason not to?",
        why="Some people must not train with a cuff, and some must ask first.",
        slug="screening",
        result="your screening",
        own=("age", "systolic", "diastolic"),
    ),
    Step(
        name="equipment",
        title="Cuff",
        question="Can your cuff do it?",
        why="Only a cuff with a gauge can be set to a pressure that is yours.",
        slug="equipment",
        result="your cuff",
        own=("one_hand",),
        share="e",
    ),
    Step(
        name="pressure",
        title="Pressure",
        question="How tight may it be?",
        why="The same number is too much for one person and little for the next. So we start from yours.",
        slug="pressure",
        result="your pressure",
        skip="I have no measured pressure",
        remains="I have no measured pressure",
        own=("aop_mmhg",),
    ),
    Step(
        name="one-rm",
        title="1RM",
        question="What can you lift once?",
        why="The load is a share of your 1RM: the most you can lift once, without a cuff.",
        slug="one-rm",
        result="your 1RM",
        skip="I know my 1RM or 10RM",
        remains="I know my 10RM, or the 1RM of my healthy limb",
        narrows={"basis": ("ten_rm", "other_limb")},
        narrows_if=("recovering", "yes"),
        own=("load", "repetitions", "repetitions_in_reserve"),
        share="o",
        unshared=("recovering",),
    ),
    Step(
        name="load",
        title="Load",
        question="What weight do you use?",
        why="With a cuff the weight stays light. We round it down to what your equipment makes.",
        slug="training-load",
        result="your load",
        own=(
            *("basis", "one_rm", "one_rm_low", "one_rm_high", "ten_rm", "healthy_one_rm"),
            *("equipment", "bar_mass", "own_plates", "dumbbell_smallest", "dumbbell_step"),
            *("stack_first", "stack_step", "step"),
        ),
        start={"first_sessions": "yes", "percent_1rm": FIRST_SHARE},
        share="l",
        withhold="healthy_one_rm",
    ),
    Step(
        name="session",
        title="Session",
        question="What does the session look like?",
        why="The clock decides when the cuff must be open, so we add up every set and rest.",
        slug="session",
        result="your session",
        own=("own_sets",),
        share="s",
    ),
    Step(
        name="ready",
        title="Ready",
        question="Your session, ready to go",
        why="All you chose in one place: to train with, to plan from, and to take along.",
        slug="plan",
        share="p",
    ),
)


def steps(calculators: Iterable[Calculator]) -> tuple[tuple[Step, Calculator | None], ...]:
    """Give each step with its calculator; one whose calculator does not exist is left out.

    The last step stands without its own: it shows what the others found.
    """
    known = {each.slug: each for each in calculators}
    return tuple(
        (each, known.get(each.slug)) for each in STEPS if each.slug in known or each is STEPS[-1]
    )
