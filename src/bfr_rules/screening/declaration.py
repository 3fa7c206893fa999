"""What the screening asks, and its worked examples."""

from __future__ import annotations

from collections.abc import Mapping

from bfr_rules.calculator import Calculator, Example, Group, Lookup
from bfr_rules.gate import LIMBS, NO_SETTINGS
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import NONE_OF_THESE, ChoiceInput, ChoicesInput, TicksInput
from bfr_rules.inputs.numeric import MassInput, NumberInput
from bfr_rules.quantity import Range, Unit
from bfr_rules.question import Raw, When
from bfr_rules.references import (
    BFR_INTENSITY,
    CUFF_PRESSURE,
    RESTRICTION_PER_EXERCISE,
    SESSIONS_PER_WEEK,
)
from bfr_rules.screening.reasons import (
    ITEMS,
    KAATSU_2011,
    LIST_NAMES,
    LISTS_TO_TICK,
    OF_A_LIMB,
    unique,
)
from bfr_rules.screening.rule import screening
from bfr_rules.screening.says import FIRST, STOP_SIGNS
from bfr_rules.text import Text

TICKS: Mapping[str, TicksInput] = {asked.name: asked for asked, _ in LISTS_TO_TICK}
NOTHING: Mapping[str, Raw] = {
    "age": "30",
    "height_cm": "178",
    "body_mass": "75 kg",
    "bp": "numbers",
    "systolic": "120",
    "diastolic": "75",
    **{name: [NONE_OF_THESE] for name in LIST_NAMES},
}
"""The answers of a person without any listed reason."""


def _number_of_pressure(name: str, label: str, low: int, high: int, example: str) -> NumberInput:
    return NumberInput(
        name, Text(label), Unit.MMHG, Range.of(low, high), "", optional=True, example=example
    )


PRESSURE = (
    ChoiceInput(
        "bp",
        Text("Do you know your blood pressure?"),
        (
            Choice("numbers", Text("I know my two numbers")),
            Choice("unknown", Text("I don't know")),
        ),
        default="numbers",
        hint=Text(
            "At rest, as two numbers, such as 120 over 80. A pharmacy or a monitor at home tells "
            "you in five minutes."
        ),
        why=Text("It rises further in the set, and nobody can feel it."),
    ),
    _number_of_pressure("systolic", "Upper number", 50, 300, "120"),
    _number_of_pressure("diastolic", "Lower number", 20, 200, "80"),
)
"""The questions for the blood pressure; a number that is typed counts whatever the first says."""


SCREENING = Calculator(
    slug="screening",
    title=Text("Screening"),
    question=Text("Is there a reason not to, or to ask first?"),
    use_when=(
        Text("You think of training with a cuff, and have not asked yourself these questions."),
        Text("Something has changed, such as an illness or a medicine."),
        Text("Each day you train, for the questions on today."),
    ),
    not_when=(
        Text("You feel ill right now: call a doctor, and do not fill in a form."),
        Text("A clinician has examined you for this: their word goes first."),
    ),
    groups=(
        Group(
            Text("About you"),
            (
                NumberInput(
                    "age",
                    Text("Age"),
                    Unit.YEAR,
                    Range.of(1, 110),
                    "",
                    why=Text("Some risks grow with age, and no study fixes a lowest age."),
                    optional=True,
                    example="30",
                ),
                ChoiceInput(
                    "sex",
                    Text("Woman or man?"),
                    (
                        Choice("woman", Text("Woman")),
                        Choice("man", Text("Man")),
                        Choice("unsaid", Text("Not said")),
                    ),
                    default="unsaid",
                    why=Text("One list has a point for women. Not said, it counts."),
                ),
                NumberInput(
                    "height_cm",
                    Text("Height"),
                    Unit.CM,
                    Range.of(50, 250),
                    "",
                    hint=Text("Or in feet: 5 ft 10. Left empty, it counts as a reason for care."),
                    optional=True,
                    feet=True,
                    example="178",
                ),
                MassInput(
                    "body_mass",
                    Text("Body weight"),
                    {Unit.KG: Range.of(3, 350), Unit.LB: Range.of(7, 770)},
                    "",
                    why=Text("A high weight for the height is a reason for care."),
                    optional=True,
                    example="75 kg",
                ),
            ),
        ),
        Group(
            Text("Blood pressure and heart rate at rest"),
            (
                *PRESSURE,
                NumberInput(
                    "resting_hr",
                    Text("Heart rate at rest"),
                    Unit.BEAT_A_MINUTE,
                    Range.of(25, 220),
                    "",
                    hint=Text("If you know it: beats in a minute, after five minutes of sitting."),
                    why=Text("A heart that is fast at rest has a cause that should be known."),
                    optional=True,
                    example="70",
                ),
            ),
        ),
        Group(
            Text("Clots, heart and head"),
            (TICKS["clots"], TICKS["heart"], TICKS["head_eyes_muscle"]),
        ),
        Group(Text("Illness and medicines"), (TICKS["illness"], TICKS["medicines"])),
        Group(
            Text("Arms and legs"),
            (
                TICKS["arms_legs"],
                ChoicesInput(
                    "limbs",
                    Text("Which limbs?"),
                    tuple(Choice(value, Text(name)) for value, name in LIMBS.items()),
                    [],
                    hint=Text("None named counts as all four."),
                    why=Text("These limbs get no cuff."),
                    when=(When("arms_legs", OF_A_LIMB),),
                    optional=True,
                ),
            ),
        ),
        Group(Text("Lately and today"), (TICKS["care"], TICKS["today"], TICKS["habits"])),
    ),
    rule=screening,
    cites=unique(
        (
            *(each.cites for each in ITEMS),
            *(each.decides.cites for each in ITEMS),
            *(each.stop.cites for each in NO_SETTINGS.values() if each.stop),
            (KAATSU_2011, *STOP_SIGNS, FIRST),
            BFR_INTENSITY.cites,
            CUFF_PRESSURE.cites,
            RESTRICTION_PER_EXERCISE.cites,
            SESSIONS_PER_WEEK.cites,
        )
    ),
    examples=(
        Example(
            Text("Age 30, 178 cm, 75 kg (index 23.7), 120/75, and “none of these” nine times"),
            NOTHING,
            "No listed reason found",
        ),
        Example(
            Text("The same, but you smoke and nothing else: go on, with care"),
            {**NOTHING, "habits": ["smoke"]},
            "Take extra care: 1 reason",
        ),
        Example(
            Text("The same at 150/95: from 140/90 on, ask"),
            {**NOTHING, "systolic": "150", "diastolic": "95"},
            "Ask a clinician first",
        ),
        Example(
            Text("The same, without knowing the blood pressure: it is had in five minutes"),
            {**NOTHING, "bp": "unknown", "systolic": "", "diastolic": ""},
            "One thing missing: your blood pressure",
        ),
        Example(
            Text("The same, still sore from last time: wait"),
            {**NOTHING, "today": ["sore"]},
            "Not today",
        ),
        Example(
            Text("The same, with a clot in a vein many years ago: a doctor decides"),
            {**NOTHING, "clots": ["clot"]},
            "Not without a doctor",
        ),
        Example(
            Text("Nothing answered yet: nine lists, age and blood pressure"),
            {},
            "Not finished: 11 questions left",
        ),
    ),
    lookup=Lookup(
        Text("What two numbers of blood pressure lead to, at 30 and with no other reason"),
        "systolic",
        ("120", "139", "140", "159", "160"),
        "diastolic",
        ("80", "89", "90", "99", "100"),
        NOTHING,
    ),
    limits=(
        Text("It is no examination, and no answer means that nothing can happen."),
        Text("It joins lists of opinion. None was tested on what later happened to people."),
        Text("Two of those lists could be read only in part."),
        Text("No outside clinician has looked over ours yet."),
        Text("Points are counts from two of the lists. They are no chance of an event."),
        Text("It counts the KAATSU point for women, and where woman or man is not said."),
        Text("No sum of points closes the cuff by itself: many points are a reason to ask."),
        Text("It leaves out two KAATSU items, a new operation and an illness today."),
        Text("Our own list has a rule for each of those two."),
        Text("Where sources differ, it takes the stricter line."),
    ),
    reviewed="2026-11-26",
    gated=False,
    private=True,
)
