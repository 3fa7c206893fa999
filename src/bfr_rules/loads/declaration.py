"""What the training-load calculator asks, and its worked examples."""

from __future__ import annotations

from fractions import Fraction

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Sets, Vary
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput, ChoicesInput
from bfr_rules.inputs.numeric import MassInput, NumberInput, NumbersInput
from bfr_rules.loads.equipment_makes import ALL_PLATES, GYM_PLATES
from bfr_rules.loads.rule import CEILING, LIMB, VERY_LIGHT_SHARE, WITHOUT_CUFF, training_load
from bfr_rules.quantity import Range, Unit
from bfr_rules.question import When
from bfr_rules.references import (
    BFR_INTENSITY,
    FIRST_SESSIONS_INTENSITY,
    HEAVY_INTENSITY,
    RHABDOMYOLYSIS,
    TEN_RM_SHARE,
    cite,
)
from bfr_rules.text import Text

BASIS = ChoiceInput(
    "basis",
    Text("What do you know?"),
    (
        Choice("one_rm", Text("My 1RM")),
        Choice("band", Text("A lowest and highest 1RM"), Text("As the 1RM calculator gives.")),
        Choice("ten_rm", Text("My 10RM"), Text("A weight you can lift ten times, not eleven.")),
        Choice("other_limb", Text("The 1RM of my other, healthy limb")),
    ),
    default="one_rm",
)


def _known(name: str, label: str, default: str, basis: str, hint: str) -> MassInput:
    return MassInput(
        name,
        Text(label),
        shared.LIFTED,
        default,
        hint=Text(hint),
        when=(When("basis", (basis,)),),
    )


KNOWN = (
    _known("one_rm", "Your 1RM", "100 kg", "one_rm", "The most you can lift once, without a cuff."),
    _known("one_rm_low", "Lowest 1RM", "90 kg", "band", "The lower end of the band."),
    _known("one_rm_high", "Highest 1RM", "110 kg", "band", "The upper end of the band."),
    _known("ten_rm", "Your 10RM", "75 kg", "ten_rm", "Tested without a cuff."),
    _known("healthy_one_rm", "1RM of the healthy limb", "40 kg", "other_limb", "Without a cuff."),
)
PERCENT_1RM = NumberInput(
    "percent_1rm",
    Text("Share of the 1RM"),
    Unit.PERCENT_1RM,
    Range(Fraction(10), CEILING.value),
    default="20",
    decimals=True,
    hint=Text("Advised: {advised}.", advised=BFR_INTENSITY),
    why=Text("This is what makes it light-load training. The cuff does the rest."),
    beyond=Text(
        "Above {ceiling} it is no longer light-load training with a cuff, "
        "and this guide does not cover it.",
        ceiling=CEILING,
    ),
)
EQUIPMENT = ChoiceInput(
    "equipment",
    Text("What do you lift?"),
    (
        Choice("barbell", Text("A bar with plates")),
        Choice("dumbbells", Text("Dumbbells")),
        Choice("stack", Text("A machine with a stack")),
        Choice("step", Text("Something else in steps")),
    ),
    default="barbell",
)
ON_A_BAR = When("equipment", ("barbell",))
RACK = When("equipment", ("dumbbells",))
STACK = When("equipment", ("stack",))
SMALL = {Unit.KG: Range.of("0.25", 50), Unit.LB: Range.of("0.5", 110)}

BARBELL_INPUTS = (
    ChoiceInput(
        "bar",
        Text("Which bar?"),
        (
            Choice("standard", Text("20 kg or 45 lb")),
            Choice("light", Text("15 kg or 35 lb")),
            Choice("other", Text("Another bar")),
        ),
        default="standard",
        hint=Text("In the unit of your 1RM."),
        when=(ON_A_BAR,),
    ),
    MassInput(
        "bar_mass",
        Text("Weight of the empty bar"),
        {Unit.KG: Range.of(1, 50), Unit.LB: Range.of(2, 110)},
        "10 kg",
        when=(ON_A_BAR, When("bar", ("other",))),
    ),
    ChoiceInput(
        "plates",
        Text("Which plates?"),
        (
            Choice("gym", Text("A gym set"), Text("25 to 1.25 kg, or 45 to 2.5 lb.")),
            Choice("kg", Text("Let me tick kg plates")),
            Choice("lb", Text("Let me tick lb plates")),
            Choice("own", Text("My own few pairs")),
        ),
        default="gym",
        when=(ON_A_BAR,),
    ),
    ChoicesInput(
        "plates_kg",
        Text("Plates in kg"),
        tuple(Choice(each, Text("{each} kg", each=each)) for each in ALL_PLATES[Unit.KG]),
        list(GYM_PLATES[Unit.KG]),
        when=(ON_A_BAR, When("plates", ("kg",))),
    ),
    ChoicesInput(
        "plates_lb",
        Text("Plates in lb"),
        tuple(Choice(each, Text("{each} lb", each=each)) for each in ALL_PLATES[Unit.LB]),
        list(GYM_PLATES[Unit.LB]),
        when=(ON_A_BAR, When("plates", ("lb",))),
    ),
    NumbersInput(
        "own_plates",
        Text("Your pairs of plates"),
        each=Range.of("0.1", 50),
        count=Range.of(1, 12),
        default="10 5 2.5 1.25",
        example="10 5 2.5 2.5",
        hint=Text("One number for each pair; write 5 5 if you have two pairs of 5."),
        decimals=True,
        when=(ON_A_BAR, When("plates", ("own",))),
    ),
    ChoiceInput(
        "own_plates_unit",
        Text("Your plates are in"),
        (Choice("kg", Text("kg")), Choice("lb", Text("lb"))),
        default="kg",
        when=(ON_A_BAR, When("plates", ("own",))),
    ),
    ChoiceInput(
        "collars",
        Text("Competition collars of 2.5 kg each?"),
        shared.YES_NO,
        default="no",
        hint=Text("Light spring clips do not count."),
        when=(ON_A_BAR,),
    ),
)
DUMBBELL_INPUTS = (
    ChoiceInput(
        "dumbbells",
        Text("Your 1RM was counted for"),
        (Choice("one", Text("One dumbbell")), Choice("two", Text("Two dumbbells together"))),
        default="one",
        when=(RACK,),
    ),
    MassInput("dumbbell_smallest", Text("Lightest dumbbell"), SMALL, "2 kg", when=(RACK,)),
    MassInput("dumbbell_step", Text("Step to the next dumbbell"), SMALL, "2 kg", when=(RACK,)),
)
STACK_INPUTS = (
    MassInput("stack_first", Text("First plate of the stack"), SMALL, "5 kg", when=(STACK,)),
    MassInput("stack_step", Text("Step to the next plate"), SMALL, "5 kg", when=(STACK,)),
    NumbersInput(
        "stack_add_ons",
        Text("Small add-on weights"),
        each=Range.of("0.1", 20),
        count=Range.of(1, 6),
        default="",
        example="1.25 2.5",
        hint=Text("One number for each, in the unit of the step. Leave empty for none."),
        decimals=True,
        optional=True,
        when=(STACK,),
    ),
)
STEP_INPUTS = (
    MassInput(
        "step",
        Text("Smallest step"),
        SMALL,
        "2.5 kg",
        hint=Text("The load becomes a whole number of these."),
        when=(When("equipment", ("step",)),),
    ),
)

TRAINING_LOAD = Calculator(
    slug="training-load",
    title=Text("Training load"),
    question=Text("How much weight should I use?"),
    use_when=(
        Text("You know your 1RM, a band for it, your 10RM, or the 1RM of your healthy limb."),
        Text("You want a weight that your equipment can really make."),
    ),
    not_when=(
        Text("You have not been through the reasons not to train with a cuff."),
        Text("You are healing and nobody who treats you has agreed to BFR."),
        Text("You want to put a cuff on for heavy lifting: this guide does not cover that."),
    ),
    groups=(
        Group(Text("Your strength"), (BASIS, *KNOWN, shared.FIRST_SESSIONS, PERCENT_1RM)),
        Group(
            Text("Your equipment"),
            (EQUIPMENT, *BARBELL_INPUTS, *DUMBBELL_INPUTS, *STACK_INPUTS, *STEP_INPUTS),
        ),
    ),
    rule=training_load,
    cites=(
        *BFR_INTENSITY.cites,
        *FIRST_SESSIONS_INTENSITY.cites,
        *RHABDOMYOLYSIS,
        *HEAVY_INTENSITY.cites,
        *TEN_RM_SHARE.cites,
        *VERY_LIGHT_SHARE.cites,
        LIMB,
        WITHOUT_CUFF,
        cite("nuzzo2024", "abstract"),
        cite("nbc_bar", "bars, discs and collars"),
    ),
    examples=(
        Example(
            Text("30 % of 100 kg is 30 kg; a 20 kg bar leaves 10 kg, 5 kg a side"),
            {"one_rm": "100 kg", "percent_1rm": "30"},
            "Load the bar to 30 kg: 5 kg on each side",
            {"After rounding this is": "30 % of your 1RM", "Heavy training starts at": "70 kg"},
        ),
        Example(
            Text("30 % of 225 lb is 67.5 lb; a 45 lb bar with 10 lb a side makes 65 lb"),
            {"one_rm": "225 lb", "percent_1rm": "30"},
            "Load the bar to 65 lb: 10 lb on each side",
            {
                "After rounding this is": "28.9 % of your 1RM",
                "Cannot be made with these plates": "2.5 lb",
            },
        ),
        Example(
            Text("30 % of 200 lb in steps of 5 lb is exactly 60 lb, not 55"),
            {"one_rm": "200 lb", "percent_1rm": "30", "equipment": "step", "step": "5 lb"},
            "Lift 60 lb",
        ),
        Example(
            Text("25 % of 42 kg is 10.5 kg; dumbbells in steps of 2 kg make 10 kg"),
            {"one_rm": "42 kg", "percent_1rm": "25", "equipment": "dumbbells"},
            "Take a dumbbell of 10 kg",
            {"After rounding this is": "23.8 % of your 1RM"},
        ),
        Example(
            Text("A 10RM of 30 kg is a 1RM of 40 kg; 30 % is 12 kg; a 5 kg stack makes 10 kg"),
            {"basis": "ten_rm", "ten_rm": "30 kg", "percent_1rm": "30", "equipment": "stack"},
            "Set the stack to 10 kg",
            {"After rounding this is": "25 % of your 1RM"},
        ),
        Example(
            Text("30 % of 60 kg is 18 kg; the empty bar weighs 20 kg, so use something lighter"),
            {"one_rm": "60 kg", "percent_1rm": "30"},
            "Use a lighter tool",
        ),
        Example(
            Text("40 % in one of the first sessions: a stop"),
            {"one_rm": "100 kg", "percent_1rm": "40"},
            "Lighter at first: no more than 30 % of your 1RM",
        ),
    ),
    lookup=Lookup(
        Text("Load by 1RM and share, rounded down to steps of 2.5 kg"),
        "one_rm",
        ("20 kg", "40 kg", "60 kg", "80 kg", "100 kg", "120 kg", "150 kg", "200 kg"),
        "percent_1rm",
        ("20", "25", "30", "35", "40"),
        {"equipment": "step", "step": "2.5 kg", "first_sessions": "no"},
    ),
    limits=(
        Text("The 1RM itself is an estimate, so the share is one too."),
        Text("A machine's numbers are its own: 30 kg on one stack is not 30 kg on another."),
        Text("The load says nothing about how tight the cuff may be."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.LOAD,),
    varies=(
        Vary("percent_1rm", ("20", "25", "30", "40")),
        Vary("one_rm", ("-5", "+5")),
        Vary("ten_rm", ("-5", "+5")),
    ),
)
