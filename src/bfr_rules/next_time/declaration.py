"""What the calculator of the next time asks, and its worked examples."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Sets, Vary
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput, ChoicesInput
from bfr_rules.inputs.days import DateInput, MomentInput
from bfr_rules.inputs.numeric import MassInput, NumberInput, NumbersInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.light import DAYS as LIGHT_DAYS
from bfr_rules.light import OURS
from bfr_rules.loads.rule import CEILING
from bfr_rules.next_time.last_time import AFTER_A_SIGN, AOP_HOLDS, GO_BACK, SIZE, TWICE
from bfr_rules.next_time.rule import next_time
from bfr_rules.plans.advice import AWAY, MISSED, STOP_SIGNS
from bfr_rules.plans.lifted import EVERY, FOURTH_SET
from bfr_rules.plans.no_cuff import A_DAY_BETWEEN
from bfr_rules.plans.schedule import DAYS
from bfr_rules.quantity import Range, Unit
from bfr_rules.question import When
from bfr_rules.references import (
    BFR_INTENSITY,
    FIRST_SESSIONS_INTENSITY,
    RHABDOMYOLYSIS,
    SESSION_GAP,
    TEN_RM_SHARE,
    cite,
)
from bfr_rules.rest import CLOT_SIGNS, MUSCLE_SIGNS, NOT_TODAY
from bfr_rules.text import Text

MOST_REPETITIONS = 100
"""Light sets without a cuff are long."""
EACH_SET, SETS = Range.of(0, MOST_REPETITIONS), Range.of(1, 6)
CUFFED, FREE = (shared.CUFFED,), (shared.FREE,)


def _weight(
    name: str,
    label: str,
    *,
    example: str,
    hint: Text | None = None,
    when: tuple[When, ...] = CUFFED,
) -> MassInput:
    return MassInput(
        name, Text(label), shared.LIFTED, "", hint=hint, when=when, optional=True, example=example
    )


def _day(name: str, label: str, *, when: tuple[When, ...] = CUFFED) -> DateInput:
    hint = Text("May stay empty.")
    return DateInput(name, Text(label), "", hint=hint, when=when, optional=True)


NEXT_TIME = Calculator(
    slug="next-time",
    title=Text("Next time"),
    question=Text("What do I do next time?"),
    use_when=(
        Text("You have trained light, with a cuff or without, and know how often you lifted."),
        Text("You want to know whether today is a day for it."),
    ),
    not_when=(
        Text("You have never done it: start with a first session."),
        Text("You are in rehab: then your physiotherapist says what comes next."),
    ),
    groups=(
        Group(
            Text("Last time"),
            (
                ChoiceInput(
                    "with_cuff",
                    Text("Was it with a cuff?"),
                    shared.YES_NO,
                    default="yes",
                ),
                MassInput(
                    "load",
                    Text("What did you lift?"),
                    shared.LIFTED,
                    "20 kg",
                    when=CUFFED,
                    example="20 kg",
                ),
                _weight(
                    "exercise_1_load",
                    "Its weight",
                    example="8 kg",
                    hint=Text("If you know it."),
                    when=FREE,
                ),
                NumbersInput(
                    "planned",
                    Text("Repetitions planned, set by set"),
                    each=Range.of(1, MOST_REPETITIONS),
                    count=SETS,
                    default="30 15 15 15",
                    example="30 15 15 15",
                ),
                NumbersInput(
                    "done",
                    Text("Repetitions done, set by set"),
                    each=EACH_SET,
                    count=SETS,
                    default="30 15 15 15",
                    example="30 15 15 12",
                ),
                ChoiceInput(
                    "sign",
                    Text("Did it end at a stop sign?"),
                    (
                        Choice("no", Text("No")),
                        Choice("open", Text("Yes"), Text("Pain, dizziness or another one.")),
                        Choice(
                            "gone",
                            Text("Yes, it has gone"),
                            Text("I looked it up, and nothing is left to ask a doctor."),
                        ),
                    ),
                    default="no",
                ),
            ),
        ),
        Group(
            Text("The time before"),
            (
                NumbersInput(
                    "done_before",
                    Text("Repetitions done then"),
                    each=EACH_SET,
                    count=SETS,
                    default="",
                    example="30 15 15 15",
                    hint=Text("May stay empty."),
                    optional=True,
                ),
                _weight(
                    "load_before",
                    "What did you lift then?",
                    example="20 kg",
                    hint=Text("Empty if it was the same."),
                ),
            ),
        ),
        Group(
            Text("How the load goes on"),
            (
                ChoiceInput(
                    "progression",
                    Text("Which rule?"),
                    (
                        Choice("all-sets", Text("All sets, twice"), Text("Then a step more.")),
                        Choice(
                            "fourth-set",
                            Text("By the fourth set"),
                            Text("A step more when it goes well."),
                        ),
                        Choice("hold", Text("Keep the load")),
                    ),
                    default="all-sets",
                    when=CUFFED,
                    why=Text("A trial and a maker raise the load in two ways. Pick one."),
                ),
                replace(shared.FIRST_SESSIONS, when=CUFFED),
                NumberInput(
                    "percent_1rm",
                    Text("Never more than"),
                    Unit.PERCENT_1RM,
                    Range(Fraction(10), CEILING.value),
                    "30",
                    decimals=True,
                    hint=Text("Advised: {advised}.", advised=BFR_INTENSITY),
                    when=CUFFED,
                ),
                MassInput(
                    "step",
                    Text("Smallest step of the load"),
                    {Unit.KG: Range.of("0.25", 50), Unit.LB: Range.of("0.5", 110)},
                    "2.5 kg",
                    when=CUFFED,
                ),
                _weight(
                    "one_rm",
                    "Your 1RM",
                    example="100 kg",
                    hint=Text("Without it, or a 10RM, no step up."),
                ),
                _weight("ten_rm", "Your 10RM", example="75 kg", hint=Text("May stay empty.")),
                _day("tested_on", "When was it tested?"),
            ),
        ),
        Group(
            Text("Today"),
            (
                ChoiceInput(
                    "feeling",
                    Text("How do you feel now?"),
                    (
                        Choice("fine", Text("Fine")),
                        Choice("sore", Text("Still sore")),
                        Choice("muscle", Text("Extreme pain, weakness or dark urine")),
                        Choice("swollen", Text("One limb swollen, warm or discoloured")),
                        Choice("breath", Text("Breathless, chest pain or coughing blood")),
                        Choice("numb", Text("Numb or weak for more than an hour")),
                    ),
                    default="fine",
                ),
                MomentInput(
                    "last_session",
                    Text("When did your last session end?"),
                    "",
                    hint=Text("May stay empty."),
                ),
                ChoicesInput(
                    "bfr_days",
                    Text("Your training days"),
                    tuple(Choice(value, Text(name)) for value, name in DAYS.items()),
                    [],
                    hint=Text("May stay empty."),
                    optional=True,
                ),
                _day("counted_on", "When did you last count clean repetitions?", when=FREE),
                _day("aop_on", "When was your AOP measured?"),
            ),
        ),
        Group(
            Text("What you train"),
            (
                NameInput("exercise_1_name", Text("Exercise"), "", hint=Text("May stay empty.")),
                ChoiceInput(
                    "exercise_1_limb",
                    Text("Cuff on the"),
                    shared.LIMBS,
                    default="leg",
                    when=CUFFED,
                ),
                ChoiceInput(
                    "exercise_1_side",
                    Text("Which side?"),
                    shared.SIDES_OR_BOTH,
                    default=shared.UNSAID,
                    when=CUFFED,
                ),
            ),
        ),
    ),
    rule=next_time,
    cites=tuple(
        dict.fromkeys(
            (
                *TWICE,
                FOURTH_SET,
                GO_BACK,
                cite("sieljacks2019", "abstract"),
                AFTER_A_SIGN,
                *STOP_SIGNS,
                *SESSION_GAP.cites,
                MISSED,
                AWAY,
                *AOP_HOLDS.cites,
                SIZE,
                *EVERY.cites,
                *BFR_INTENSITY.cites,
                *FIRST_SESSIONS_INTENSITY.cites,
                *RHABDOMYOLYSIS,
                *TEN_RM_SHARE.cites,
                OURS,
                LIGHT_DAYS,
                A_DAY_BETWEEN,
                *CLOT_SIGNS,
                *MUSCLE_SIGNS,
                *(each for stop in NOT_TODAY.values() if stop.stop for each in stop.stop.cites),
            )
        )
    ),
    examples=(
        Example(
            Text("All repetitions twice at 20 kg, 1RM 100 kg: 22.5 kg are within 30 per cent"),
            {"first_sessions": "no", "done_before": "30 15 15 15", "one_rm": "100 kg"},
            "A step up: 22.5 kg",
            {"Last time": "20 kg, 30-15-15-15", "The most for now": "30 kg"},
        ),
        Example(
            Text("All repetitions once: the same again"),
            {},
            "Keep 20 kg",
        ),
        Example(
            Text("The step to 22.5 kg fell short: back to 20 kg"),
            {
                "load": "22.5 kg",
                "done": "30 15 12 10",
                "done_before": "30 15 15 15",
                "load_before": "20 kg",
                "one_rm": "100 kg",
            },
            "Back to 20 kg",
        ),
        Example(
            Text("30 per cent of 80 kg are 24 kg, in whole steps 22.5 kg: no further step"),
            {
                "first_sessions": "no",
                "load": "22.5 kg",
                "done_before": "30 15 15 15",
                "one_rm": "80 kg",
            },
            "Keep 22.5 kg: it is the most for now",
        ),
        Example(
            Text("It ended at a stop sign: a stop"),
            {"sign": "open"},
            "Settle the stop sign first",
        ),
        Example(
            Text("Without a cuff, all repetitions in two sessions running: a new count"),
            {
                "with_cuff": "no",
                "exercise_1_name": "Squat",
                "planned": "20 20",
                "done": "20 20",
                "done_before": "20 20",
            },
            "Squat: count again, you may be stronger",
            {"Last time": "20-20"},
        ),
    ),
    lookup=Lookup(
        Text("The next load after 20 kg, by the repetitions in the fourth set, 1RM 100 kg"),
        "done",
        ("30 15 15 12", "30 15 15 15", "30 15 15 18"),
        "progression",
        ("fourth-set", "hold"),
        {"one_rm": "100 kg", "first_sessions": "no"},
    ),
    limits=(
        Text("No trial compared these rules; each chose one."),
        Text("It knows only what you type: not how clean your repetitions were."),
        Text("It promises no kilos and no number of weeks."),
    ),
    reviewed="2026-11-26",
    sets=(Sets.LOAD,),
    asks_first=True,
    takes=frozenset({"today"}),
    varies=(Vary("progression", ("all-sets", "fourth-set", "hold")),),
)
