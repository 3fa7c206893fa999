"""What the 1RM calculator asks, and its worked examples."""

from __future__ import annotations

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Sets, Vary
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import MassInput, NumberInput
from bfr_rules.one_rm.formulas import FORMULAS, HACKETT, HALPERIN, MOST_REPETITIONS, REYNOLDS
from bfr_rules.one_rm.rule import OUR_LIMIT, one_rm
from bfr_rules.quantity import Range, Unit
from bfr_rules.question import When
from bfr_rules.references import FORMULA_REPETITIONS, TEN_RM_SHARE, cite
from bfr_rules.text import Text

METHOD = ChoiceInput(
    "method",
    Text("What did you do?"),
    (
        Choice("repetitions", Text("Repetitions until I could do no more")),
        Choice("reserve", Text("Repetitions, and I stopped early")),
        Choice("ten_rm", Text("A 10RM: ten repetitions, not eleven")),
        Choice("five_rm", Text("A 5RM on the leg press or chest press")),
    ),
    default="repetitions",
)
LIFT = ChoiceInput(
    "lift",
    Text("Which machine?"),
    (Choice("leg_press", Text("Leg press")), Choice("chest_press", Text("Chest press"))),
    default="leg_press",
    when=(When("method", ("five_rm",)),),
)
LOAD = MassInput(
    "load",
    Text("Weight you lifted"),
    shared.LIFTED,
    default="100 kg",
    hint=Text("With the bar, if there was one."),
)
REPETITIONS = NumberInput(
    "repetitions",
    Text("Repetitions you did"),
    Unit.REPETITION,
    Range.of(1, MOST_REPETITIONS),
    default="5",
    hint=Text("Full, clean repetitions, without a cuff."),
    why=Text("The fewer you could do, the closer the weight is to your 1RM."),
    when=(When("method", ("repetitions", "reserve")),),
    beyond=Text(
        "Beyond that the formulas differ so much that a number would mislead. "
        "Use a heavier weight another day."
    ),
)
RESERVE = NumberInput(
    "repetitions_in_reserve",
    Text("Repetitions you had left"),
    Unit.REPETITION,
    Range.of(0, 4),
    default="2",
    hint=Text("How many more could you have done?"),
    when=(When("method", ("reserve",)),),
    beyond=Text("A guess of more than that is too rough to use."),
)
CUFF = ChoiceInput(
    "cuff",
    Text("Was a cuff or band on the limb?"),
    shared.YES_NO,
    default="no",
    why=Text("Repetitions with a cuff say nothing about your 1RM."),
)
RECOVERING = ChoiceInput(
    "recovering",
    Text("Are you recovering from an injury or operation?"),
    shared.YES_NO,
    default="no",
    why=Text("Heavy tests are not for a healing limb."),
)

ONE_RM = Calculator(
    slug="one-rm",
    title=Text("One-repetition maximum"),
    question=Text("What is my 1RM, and how sure is that?"),
    use_when=(
        Text("You know a weight and how often you could lift it without a cuff."),
        Text("You want a starting point for a training load."),
    ),
    not_when=(
        Text("A cuff was on: repetitions with a cuff must never be used."),
        Text(
            "You could do more than {most} repetitions: the weight was too light to tell.",
            most=MOST_REPETITIONS,
        ),
        Text("You are healing: do not test a maximum. Ask your physiotherapist for a 10RM."),
    ),
    groups=(
        Group(Text("Your set"), (METHOD, LIFT, LOAD, REPETITIONS, RESERVE)),
        Group(Text("Two questions first"), (CUFF, RECOVERING)),
    ),
    rule=one_rm,
    cites=(
        *(each.cites[0] for each in FORMULAS),
        *TEN_RM_SHARE.cites,
        *REYNOLDS,
        HACKETT,
        HALPERIN,
        cite("lacio2010", "abstract"),
        cite("hutchins2010", "abstract"),
        cite("knutzen1999", "abstract"),
        cite("jessee2019", "abstract"),
        OUR_LIMIT,
        *FORMULA_REPETITIONS.cites,
    ),
    examples=(
        Example(
            Text("100 kg for 5: the middle one of the seven formulas, Wathan, gives 116.6 kg"),
            {"load": "100 kg", "repetitions": "5"},
            "Your 1RM is about 116.6 kg",
            {"Lowest formula": "112.5 kg", "Highest formula": "119 kg"},
        ),
        Example(
            Text("60 kg for 10: from O'Conner's 75 kg to Wathan's 80.8 kg; the middle is 80 kg"),
            {"load": "60 kg", "repetitions": "10"},
            "Your 1RM is about 80 kg",
            {"Lowest formula": "75 kg", "Highest formula": "80.8 kg"},
        ),
        Example(
            Text("A 10RM of 45 kg: 45 ÷ 0.75 is 60 kg"),
            {"method": "ten_rm", "load": "45 kg"},
            "Your 1RM is about 60 kg",
        ),
        Example(
            Text("A 5RM of 80 kg on the leg press: 1.0970 × 80 + 14.2546 is 102.0 kg"),
            {"method": "five_rm", "lift": "leg_press", "load": "80"},
            "Your 1RM is about 102 kg",
            {"Standard error": "16.2 kg"},
        ),
        Example(
            Text("Lifted once: that is the 1RM, no formula needed"),
            {"load": "185 lb", "repetitions": "1"},
            "Your 1RM is 185 lb",
        ),
    ),
    lookup=Lookup(
        Text("1RM in kilograms from weight and repetitions, without a cuff"),
        "load",
        ("10 kg", "20 kg", "30 kg", "40 kg", "50 kg", "60 kg", "80 kg", "100 kg", "120 kg"),
        "repetitions",
        ("1", "3", "5", "8", "10"),
        {},
    ),
    limits=(
        Text(
            "Tests in young men found single formulas several kilograms off. "
            "In older adults every formula came out 1 to 10 kg too low."
        ),
        Text("The formulas were mostly tested on the bench press and on few other lifts."),
        Text("It is an estimate for choosing a light load, not a result to compete with."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.TEST,),
    varies=(
        Vary("repetitions", ("-1", "+1")),
        Vary("repetitions_in_reserve", ("-1", "+1")),
    ),
)
