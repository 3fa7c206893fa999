"""What the walking and cycling calculator asks, and its worked examples."""

from __future__ import annotations

from bfr_rules.aerobic.heart_rate import OFF_BY, RESERVE, TANAKA, UNDER_A_CUFF
from bfr_rules.aerobic.laid_out import HARDER, STOP_SIGNS
from bfr_rules.aerobic.protocols import OWN, PROTOCOLS, PUMPED_FOR
from bfr_rules.aerobic.rule import aerobic
from bfr_rules.calculator import Calculator, Example, Group, Lookup, Sets, Vary
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import NumberInput
from bfr_rules.inputs.shared import YES_NO
from bfr_rules.quantity import Range, Unit
from bfr_rules.question import When
from bfr_rules.references import (
    AEROBIC_INTENSITY,
    FILLING,
    LEG_CEILING,
    LIGHT_EFFORT,
    WALKING_SPEED,
    cite,
)
from bfr_rules.text import Text

OWN_MINUTES = When("protocol", tuple(OWN))
AEROBIC = Calculator(
    slug="aerobic",
    title=Text("Walking and cycling"),
    question=Text("How hard do I walk or cycle with a cuff?"),
    use_when=(
        Text("You want to walk or cycle with cuffs, and know how hard and how long."),
        Text("You have been through the screening, and your pressure was measured on you."),
    ),
    not_when=(
        Text("You want to run, climb, swim or ride in traffic with cuffs on."),
        Text("You have pain in the chest, or get out of breath at rest."),
    ),
    groups=(
        Group(
            Text("You"),
            (
                NumberInput("age", Text("Your age"), Unit.YEAR, Range.of(18, 100), "30"),
                ChoiceInput(
                    "beta_blocker",
                    Text("Do you take beta-blockers?"),
                    (*YES_NO, Choice("unknown", Text("I don't know"))),
                    default="unknown",
                    hint=Text("Names of these pills often end in -olol."),
                    why=Text("They hold the heart rate down, so that no formula fits."),
                ),
                NumberInput(
                    "resting_hr",
                    Text("Your resting heart rate"),
                    Unit.BEAT_A_MINUTE,
                    Range.of(30, 120),
                    "65",
                    hint=Text("Count it sitting, when you are at ease. May stay empty."),
                    optional=True,
                ),
            ),
        ),
        Group(
            Text("What you do"),
            (
                ChoiceInput(
                    "protocol",
                    Text("Walk or cycle?"),
                    (
                        Choice(
                            "walk-intervals",
                            Text("Walk 5 × 2 min"),
                            Text("With rests of 1 min. Tried on young men."),
                        ),
                        Choice("walk-steady", Text("Walk 20 min"), Text("Tried at 60 to 78.")),
                        Choice("cycle-steady", Text("Cycle 15 min"), Text("Tried on young men.")),
                        Choice("walk-own", Text("Walk, my own time")),
                        Choice("cycle-own", Text("Cycle, my own time")),
                    ),
                    default="walk-intervals",
                ),
                ChoiceInput(
                    "cuff_in_rests",
                    Text("In the rests the cuffs"),
                    (Choice("open", Text("Are let down")), Choice("on", Text("Stay on"))),
                    default="open",
                    why=Text("Let down is easier to bear. Left on, the rests count too."),
                    when=(When("protocol", ("walk-intervals",)),),
                ),
                NumberInput(
                    "minutes",
                    Text("How long?"),
                    Unit.MINUTE,
                    Range.of(1, 60),
                    "10",
                    hint=Text("A leg: {most}.", most=LEG_CEILING),
                    when=(OWN_MINUTES,),
                ),
                NumberInput(
                    "speed",
                    Text("Speed"),
                    Unit.KM_A_HOUR,
                    Range.of(1, 20),
                    "4",
                    decimals=True,
                    optional=True,
                    hint=Text("Usual: {usual}. May stay empty.", usual=WALKING_SPEED),
                    when=(When("protocol", ("walk-own",)),),
                ),
            ),
        ),
    ),
    rule=aerobic,
    cites=(
        *AEROBIC_INTENSITY.cites,
        *LIGHT_EFFORT.cites,
        *TANAKA,
        *OFF_BY.cites,
        *RESERVE,
        *LEG_CEILING.cites,
        *(each for plan in PROTOCOLS.values() for each in plan.cites),
        PUMPED_FOR,
        UNDER_A_CUFF,
        *HARDER,
        *STOP_SIGNS,
        cite("hughes2018", "abstract"),
        cite("vdf_dvt", "symptoms"),
        cite("nascimento2022", "Table 5"),
        *FILLING.cites,
    ),
    examples=(
        Example(
            Text("Age 40, 65 at rest: 30 to 39 per cent of the reserve of 115, rounded down"),
            {"age": "40", "beta_blocker": "no", "cuff_in_rests": "on"},
            "Walk at 99 to 109 beats/min, and only as hard as feels light",
            {"Slow down at": "117 beats/min", "Under the cuff": "14:00"},
        ),
        Example(
            Text("Age 65, 70 at rest: a reserve of 92.5, and the trial of that age"),
            {"age": "65", "resting_hr": "70", "beta_blocker": "no", "protocol": "walk-steady"},
            "Walk at 97 to 106 beats/min, and only as hard as feels light",
            {
                "Slow down at": "111 beats/min",
                "Under the cuff": "19:45",
                "The same with filling, 15 s each time": "20:00",
            },
        ),
        Example(
            Text("With a beta-blocker there is no heart rate, only effort by feel"),
            {"beta_blocker": "yes", "protocol": "cycle-steady"},
            "Cycle only as hard as feels light: 9–11 RPE (6–20)",
            {"Under the cuff": "15:00"},
        ),
        Example(
            Text("25 min with the cuffs on pass the ceiling of a leg: a stop"),
            {"protocol": "cycle-own", "minutes": "25"},
            "Shorter: the cuffs must be open before 20 min",
        ),
    ),
    lookup=Lookup(
        Text("Light effort by heart rate, from age and resting heart rate"),
        "age",
        ("20", "30", "40", "50", "60", "70", "80"),
        "resting_hr",
        ("55", "65", "75"),
        {"beta_blocker": "no"},
    ),
    limits=(
        Text("No formula knows your own highest heart rate; it may be off by ten beats."),
        Text("The trials were small and guided, and set their pressure in old ways."),
        Text("The pooled gain in fitness is small."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.RESTS,),
    varies=(
        Vary("age", ("+10", "-10")),
        Vary("resting_hr", ("+10", "-10")),
    ),
    private=True,
    limb="leg",
)
