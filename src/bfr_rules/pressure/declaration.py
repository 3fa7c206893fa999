"""What the pressure calculator asks, and its worked examples."""

from __future__ import annotations

from fractions import Fraction

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Sets, Vary
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import NumberInput
from bfr_rules.pressure.found import once
from bfr_rules.pressure.measured import (
    ARM_POSITION,
    DOPPLER,
    MORE,
    NO_FORMULA,
    OTHER_CUFF,
    OXIMETER,
    PLAUSIBLE,
    POSITION,
    SAMES,
    SEEN,
    START,
    STRAYS,
    SURGICAL,
    TOO_TIGHT,
    UPRIGHT,
)
from bfr_rules.pressure.rule import HALF, pressure
from bfr_rules.pressure.stops import OWN_PRESSURE
from bfr_rules.quantity import Range, Unit, decimal
from bfr_rules.question import When
from bfr_rules.references import CUFF_PRESSURE, cite
from bfr_rules.text import Text

MEASURED = (When("aop_known", ("measured",)),)
GIVEN = {"position": "lying", "train_position": "lying"}
PRESSURE = Calculator(
    slug="pressure",
    title=Text("Cuff pressure"),
    question=Text("What cuff pressure, from my measured AOP?"),
    use_when=(
        Text("Your AOP was measured with this cuff, on this limb, as you will train."),
        Text("You have been through the screening."),
    ),
    not_when=(
        Text("Nobody has measured your AOP: no sum can replace that."),
        Text("The limb is swollen, or the cuff is new: measure again first."),
    ),
    groups=(
        Group(
            Text("Your AOP"),
            (
                ChoiceInput(
                    "aop_known",
                    Text("Was it measured?"),
                    (
                        Choice("measured", Text("Yes, this cuff on this limb")),
                        Choice("other", Text("Yes, another cuff or limb")),
                        Choice("not", Text("No")),
                    ),
                    default="measured",
                    hint=Text("AOP: the lowest cuff pressure that stops the flow in your artery."),
                    why=Text("It holds for one cuff on one limb. Left and right differ."),
                ),
                ChoiceInput("limb", Text("Cuff on the"), shared.LIMBS, default="leg"),
                NumberInput(
                    "aop_mmhg",
                    Text("Your measured AOP"),
                    Unit.MMHG,
                    Range.of(50, 600),
                    "",
                    optional=True,
                    hint=Text("The number from your card."),
                    example="180",
                    why=Text("Without it there is no pressure."),
                    when=MEASURED,
                ),
                ChoiceInput(
                    "position",
                    Text("Measured in what position?"),
                    (
                        Choice("lying", Text("Lying")),
                        Choice("sitting", Text("Sitting")),
                        Choice("standing", Text("Standing")),
                        Choice("unknown", Text("I don't know")),
                    ),
                    default="unknown",
                    when=MEASURED,
                ),
                ChoiceInput(
                    "train_position",
                    Text("You train"),
                    (
                        Choice("lying", Text("Lying")),
                        Choice("sitting", Text("Sitting")),
                        Choice("standing", Text("Standing")),
                    ),
                    default="sitting",
                    why=Text("Sit, lie or stand: each has an AOP of its own."),
                    when=MEASURED,
                ),
                ChoiceInput(
                    "side",
                    Text("Which side?"),
                    shared.SIDES,
                    default=shared.UNSAID,
                    hint=Text("Left and right differ. It is then named with the pressure."),
                    when=MEASURED,
                ),
            ),
        ),
        Group(
            Text("How much of it"),
            (
                NumberInput(
                    "percent_aop",
                    Text("Share of the AOP"),
                    Unit.PERCENT_AOP,
                    Range(Fraction(10), CUFF_PRESSURE.high),
                    decimal(HALF.value),
                    hint=Text(
                        "At the start: arm {arm}, leg {leg}.",
                        arm=START["arm"].range.text(Unit.PERCENT),
                        leg=START["leg"].range.text(Unit.PERCENT),
                    ),
                    when=MEASURED,
                    beyond=Text("More is never advised, and less is hardly a cuff at all."),
                ),
            ),
        ),
        Group(
            Text("To check the reading"),
            (
                NumberInput(
                    "systolic",
                    Text("Your upper blood pressure"),
                    Unit.MMHG,
                    Range.of(70, 260),
                    "",
                    optional=True,
                    hint=Text("Such as 120. May stay empty."),
                    example="120",
                    why=Text("An AOP below it is almost surely wrong."),
                    when=MEASURED,
                ),
                NumberInput(
                    "cuff_width_cm",
                    Text("Width of the cuff"),
                    Unit.CM,
                    shared.CUFF_WIDTH_CM,
                    "",
                    decimals=True,
                    optional=True,
                    hint=Text("May stay empty."),
                    example="11",
                    why=Text("We hold your AOP against studies with like cuffs."),
                    when=MEASURED,
                ),
            ),
        ),
    ),
    rule=pressure,
    cites=once(
        (
            *CUFF_PRESSURE.cites,
            *START["leg"].cites,
            *(each for limb in PLAUSIBLE.values() for each in limb.cites),
            *SURGICAL,
            *POSITION,
            *ARM_POSITION,
            *UPRIGHT,
            *SAMES,
            *OTHER_CUFF,
            *DOPPLER,
            *NO_FORMULA,
            *(each for _, cites in OXIMETER.values() for each in cites),
            *MORE,
            *TOO_TIGHT,
            *STRAYS,
            *(each for group in SEEN for each in group.cites),
            cite("loenneke2015", "abstract"),
            cite("schoenfeld2017", "abstract"),
            *OWN_PRESSURE,
        )
    ),
    examples=(
        Example(
            Text("187 mmHg, lying, at 50 %: 93.5, rounded down"),
            {**GIVEN, "aop_mmhg": "187"},
            "Fill the cuff to 93 mmHg: 50 % of your AOP, lying",
            {"For a start": "93 mmHg to 112 mmHg", "Never above": "149 mmHg"},
        ),
        Example(
            Text("An arm with 133 mmHg, sitting, at 40 %: 53.2, rounded down"),
            {
                "limb": "arm",
                "aop_mmhg": "133",
                "position": "sitting",
                "percent_aop": "40",
                "systolic": "120",
            },
            "Fill the cuff to 53 mmHg: 40 % of your AOP, sitting",
            {"For a start": "53 mmHg to 66 mmHg", "Never above": "106 mmHg"},
        ),
        Example(
            Text("Measured lying, used standing: 80 % of 187, and 187 of 241.5 of that in truth"),
            {
                "aop_mmhg": "187",
                "position": "lying",
                "train_position": "standing",
                "percent_aop": "80",
            },
            "Fill the cuff to 149 mmHg: 80 % of your AOP, measured lying, used standing",
            {"Of your AOP standing it is, going by studies": "about 62 %"},
        ),
        Example(
            Text("Measured standing and used lying it would be too much: measure anew"),
            {"aop_mmhg": "242", "position": "standing", "train_position": "lying"},
            "Measure again, lying",
        ),
        Example(
            Text("110 mmHg with an upper blood pressure of 124: a wrong reading"),
            {**GIVEN, "aop_mmhg": "110", "systolic": "124"},
            "Almost surely wrong: measure again",
        ),
        Example(
            Text("No AOP: no number, but the way to get one"),
            {"aop_known": "not"},
            "No pressure without a measured AOP",
        ),
    ),
    lookup=Lookup(
        Text("From an AOP measured on you, with this cuff, as you train; rounded down"),
        "aop_mmhg",
        ("120", "133", "160", "187", "204", "241"),
        "percent_aop",
        ("40", "50", "60", "80"),
        {"position": "sitting"},
    ),
    limits=(
        Text("It is only as good as the reading, and no reading is exact."),
        Text("It holds for one cuff and one limb, and for the position that it names."),
        Text("The lower start, and where doubt begins, are our cautious choices."),
        Text("How much pressure is best is not settled."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.PRESSURE,),
    asks_first=True,
    varies=(
        Vary("percent_aop", ("40", "50", "60", "80")),
        Vary("aop_mmhg", ("+10", "-10")),
    ),
    private=True,
    takes=frozenset({"limits"}),
)
