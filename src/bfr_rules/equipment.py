"""Equipment: whether a cuff can be set to a pressure that is one's own, and the way on if it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Vary
from bfr_rules.citation import State
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import NumberInput
from bfr_rules.outcome import Advice, Caution, Fact, Outcome, Step, Stop
from bfr_rules.quantity import Unit, decimal
from bfr_rules.question import When
from bfr_rules.references import (
    NARROW_BELOW_CM,
    NARROW_CUFF_AOP,
    WIDE_CUFF_AOP,
    cite,
)
from bfr_rules.text import Text

AIR = ("measured", "gauge", "own-units")
"""Cuffs that are filled with air, and let out again."""

PLACE = (
    cite("patterson2019", "definition", State.SECONDARY),
    cite("fitcuffs_guide", "how to use"),
)
OPEN_AT_ONCE = (cite("smartcuffs_manual", "stop signs; to test it first is our rule", State.OURS),)
FEEL = (
    cite("bell2020", "abstract"),
    cite("bell2018", "abstract"),
    cite("bielitzki2021", "abstract"),
)
TAUGHT = (cite("pbfr2024", "abstract"),)
SAME_CUFF = (cite("elite_ebook", "how to take LOP"),)
OWN_UNITS = (cite("kaatsu_blog", "mmHg and SKU, 2021"),)
LIGHT = (cite("schoenfeld2017", "abstract"),)
PUMP = (cite("forge_bfr", "instructions"),)
POSITION = (cite("hughes2018", "abstract"),)
GIRTH = (cite("wedig2025cuffs", "abstract"),)
AUTOMATIC = (cite("smartcuffs2022", "abstract"), cite("bommasamudram2025", "abstract"))
DRIFT = (cite("swain2025", "abstract"),)
BEYOND_GAUGE = (cite("weatherholt2019", "abstract"), cite("spitz2024", "abstract"))
MATERIAL = (cite("buckner2017", "abstract"), cite("brown2018", "abstract"))
OXIMETER: Mapping[str, Caution] = {
    "arm": Caution(
        Text("On the arm, a finger oximeter is a rough guide at best: studies disagree."),
        (cite("zeng2019", "abstract"), cite("santiago2025", "abstract")),
    ),
    "leg": Caution(
        Text("On the leg, a pulse oximeter does not find the AOP."),
        (cite("zeng2019", "abstract"), cite("brekke2020", "abstract")),
    ),
}


def equipment(
    limb: str,
    cuff: str,
    one_hand: str = "unknown",
    place: str = "top",
    pump: str = "off",
    cuff_width_cm: Fraction | None = None,
) -> Outcome:
    """Find what a cuff can do: be set to a pressure, wait for a measurement, or nothing.

    The form starts with a cuff of which nobody knows whether it opens with one hand, and so with a
    stop: what must be tried out is never answered by an example. The rest starts as it should be.

    Args:
        limb: `arm` or `leg`.
        cuff: `measured` or `gauge` for an air cuff with a gauge, with or without an AOP that was
            measured with it; `own-units`, `wrap` or `none`.
        one_hand: Whether it opens with one hand: `yes`, `no` or `unknown`.
        place: `top` of the limb, or `elsewhere`.
        pump: `off` or `on` while exercising, or `none`.
        cuff_width_cm: Width, as a fact for later steps; a narrow cuff gets a caution.

    Returns:
        The way on, never a pressure; a stop for another place, or a cuff that may not open at once.

    Source: `PLACE`, `FEEL`, `OWN_UNITS`; to ask for one hand is our cautious choice.

    >>> print(equipment("leg", "gauge", "yes").headline)
    Not yet: first have your AOP measured with this cuff
    """
    if cuff in AIR:
        if one_hand != "yes":
            return MAY_NOT_OPEN[one_hand]
        if place != "top":
            return ELSEWHERE
    return Outcome(
        headline=HEADLINE[cuff],
        answer=ANSWER[cuff],
        facts=_facts(limb, cuff, cuff_width_cm),
        steps=_steps(cuff),
        cautions=_cautions(limb, cuff, pump, cuff_width_cm),
        next=_next(cuff),
        carry=_carry(limb, cuff, cuff_width_cm),
    )


MAY_NOT_OPEN = {
    "no": Outcome(
        headline=Text("Not with this cuff: you must be able to open it with one hand"),
        stop=Stop(
            Text("When a stop sign comes, the cuff must be open at once."),
            (
                Text("Get a cuff with a valve or a clasp that one hand can open."),
                Text("Until then train light without a cuff."),
            ),
            OPEN_AT_ONCE,
        ),
    ),
    "unknown": Outcome(
        headline=Text("Try it first: does the cuff open with one hand?"),
        stop=Stop(
            Text("When a stop sign comes, the cuff must be open at once."),
            (
                Text("Put it on without air, in the posture you will train in."),
                Text("Open it with one hand. Then come back and answer this."),
            ),
            OPEN_AT_ONCE,
        ),
    ),
}
ELSEWHERE = Outcome(
    headline=Text("Not there: only the top of the arm or of the thigh"),
    stop=Stop(
        Text("No guideline covers a cuff on any other place."),
        (
            Text("Put it as high as it will go on the arm or the thigh."),
            Text("Never put one on the calf, forearm, chest, belly or neck."),
        ),
        PLACE,
    ),
)
HEADLINE = {
    "measured": Text("Your cuff will do: go on to its pressure"),
    "gauge": Text("Not yet: first have your AOP measured with this cuff"),
    "own-units": Text("No setting for this cuff: its units are its own"),
    "wrap": Text("Train without a cuff: a wrap has no gauge"),
    "none": Text("Train without a cuff until you have one with a gauge"),
}
ANSWER = {
    "measured": Text("From your AOP to a pressure"),
    "gauge": Text("AOP first"),
    "own-units": Text("Without this cuff"),
    "wrap": Text("Without a cuff"),
    "none": Text("Without a cuff"),
}


def _facts(limb: str, cuff: str, width: Fraction | None) -> tuple[Fact, ...]:
    facts = [Fact(Text("Limb"), Text("Arm") if limb == "arm" else Text("Leg"))]
    if width is not None:
        facts.append(Fact(Text("Width"), Text("{width} cm", width=decimal(width))))
    if cuff == "gauge":
        facts += [
            Fact(Text("Who measures"), Text("A physiotherapist, sports doctor or BFR clinic")),
            Fact(
                Text("Where they listen"),
                Text("The pulse at the wrist") if limb == "arm" else Text("The pulse at the ankle"),
            ),
        ]
    return tuple(facts)


YES, NO = Text("Yes"), Text("No")


def _steps(cuff: str) -> tuple[Step, ...]:
    if cuff == "none":
        return (Step(Text("A cuff"), NO, None, FEEL),)
    if cuff == "wrap":
        return (Step(Text("A gauge"), NO, None, FEEL),)
    return (
        Step(Text("Opens with one hand"), YES, None, OPEN_AT_ONCE),
        Step(Text("At the top of the limb"), YES, None, PLACE),
        *(
            (Step(Text("A gauge that shows true pressure"), NO, None, OWN_UNITS),)
            if cuff == "own-units"
            else (
                Step(Text("A gauge"), YES, None, FEEL),
                Step(
                    Text("AOP measured with this cuff"),
                    YES if cuff == "measured" else NO,
                    None,
                    SAME_CUFF,
                ),
            )
        ),
    )


def _cautions(limb: str, cuff: str, pump: str, width: Fraction | None) -> tuple[Caution, ...]:
    if cuff == "wrap":
        return (NOT_A_SHARE, ONLY_TAUGHT)
    if cuff == "none":
        return ()
    cautions = []
    if cuff == "own-units":
        cautions.append(SKU)
    if cuff == "gauge":
        cautions += [NOT_BY_TABLE, OXIMETER[limb]]
    if width is not None and width < NARROW_BELOW_CM.value:
        cautions += NARROW[limb]
    if pump == "on":
        cautions.append(
            Caution(
                Text("Take the hand pump off before you move, or get one that comes off."), PUMP
            )
        )
    return tuple(cautions)


NOT_A_SHARE = Caution(
    Text(
        "“7 of 10 tight” is not a share of your AOP. "
        "It strays from day to day and from person to person."
    ),
    FEEL,
)
ONLY_TAUGHT = Caution(
    Text("In a laboratory, a wrap worked for people who were first taught the feel of their AOP."),
    TAUGHT,
)
SKU = Caution(
    Text("SKU and other units of a maker cannot be turned into a share of your AOP."), OWN_UNITS
)
NOT_BY_TABLE = Caution(
    Text("No table, formula or friend's number can stand in for the measurement."),
    (cite("kerr_sbp", "abstract"), cite("spitz2024", "abstract")),
)
MORE_WHEN_NARROW = Caution(
    Text(
        "A narrow cuff needs more pressure. On the same thighs it took {times} times that of a "
        "wide one.",
        times=decimal(NARROW_CUFF_AOP.value / WIDE_CUFF_AOP.value, 1),
    ),
    NARROW_CUFF_AOP.cites,
)
NARROW: Mapping[str, tuple[Caution, ...]] = {
    "arm": (
        MORE_WHEN_NARROW,
        Caution(Text("On the arm, width and cloth both change the AOP."), MATERIAL),
    ),
    "leg": (
        MORE_WHEN_NARROW,
        Caution(
            Text("Under a narrow thigh cuff the AOP of some people was too high to measure."),
            BEYOND_GAUGE,
        ),
    ),
}
WITHOUT = (
    Advice(
        Text("Lift light weights to near failure without a cuff. Muscle grows that way too."), LIGHT
    ),
    Advice(Text("For the greatest strength, heavy loads did better in the trials."), LIGHT),
)
GET_ONE = Advice(
    Text("Or get an air cuff with a gauge, and have your AOP measured with it."), SAME_CUFF
)


def _next(cuff: str) -> tuple[Advice, ...]:
    if cuff == "measured":
        return (
            Advice(
                Text(
                    "Go on to your pressure. Have the AOP at hand, and the position it was measured in."
                ),
                POSITION,
            ),
            Advice(
                Text("If the cuff measured itself, it may be off: start low."),
                AUTOMATIC,
            ),
            Advice(Text("Watch the gauge in the set: pressure strays as you move."), DRIFT),
            DEFLATE,
        )
    if cuff == "gauge":
        return (
            Advice(
                Text(
                    "Take this cuff along. Ask for the AOP of each limb, in the position you train in."
                ),
                (*SAME_CUFF, *POSITION),
            ),
            Advice(Text("Write cuff, limb, position, date and number on a card.")),
            *WITHOUT,
        )
    return (*WITHOUT, GET_ONE)


DEFLATE = Advice(Text("Let all the air out before you put the cuff on."), PUMP)


def _carry(limb: str, cuff: str, width: Fraction | None) -> dict[str, str]:
    """Give what later steps start with; `aop_known` says whether there is a pressure to come at all."""
    carry = {
        "limb": limb,
        "exercise_1_limb": limb,
        "aop_known": "measured" if cuff == "measured" else "not",
    }
    if width is not None:
        carry["cuff_width_cm"] = decimal(width)
    return carry


# --- The calculator ----------------------------------------------------------------------------

OF_AIR = (When("cuff", AIR),)
EQUIPMENT = Calculator(
    slug="equipment",
    title=Text("Equipment"),
    question=Text("What can I do with the cuff I have?"),
    use_when=(
        Text("You have a cuff, a band or a wrap, and want to know if it will do."),
        Text("You think of buying one."),
    ),
    not_when=(
        Text("You look for a pressure: that takes a measurement on you."),
        Text("You want to put a band on the calf, forearm, chest or neck: do not."),
    ),
    groups=(
        Group(
            Text("Your cuff"),
            (
                ChoiceInput(
                    "limb",
                    Text("Cuff on the"),
                    shared.LIMBS,
                    default="leg",
                ),
                ChoiceInput(
                    "cuff",
                    Text("What do you have?"),
                    (
                        Choice("measured", Text("Air cuff, gauge, and my AOP measured with it")),
                        Choice("gauge", Text("Air cuff and gauge, AOP not measured")),
                        Choice("own-units", Text("Air cuff with units of its own, such as SKU")),
                        Choice("wrap", Text("Band, wrap or strap without a gauge")),
                        Choice("none", Text("None yet")),
                    ),
                    default="measured",
                    hint=Text("AOP: the lowest cuff pressure that stops the flow in your artery."),
                    why=Text("Only a gauge and your AOP together make a setting."),
                ),
                NumberInput(
                    "cuff_width_cm",
                    Text("Width of the cuff"),
                    Unit.CM,
                    shared.CUFF_WIDTH_CM,
                    "",
                    decimals=True,
                    optional=True,
                    hint=Text("Of the part that fills. May stay empty."),
                    example="11",
                    why=Text("The wider the cuff, the less pressure it takes."),
                    when=OF_AIR,
                ),
            ),
        ),
        Group(
            Text("How you use it"),
            (
                ChoiceInput(
                    "one_hand",
                    Text("Can you open it with one hand?"),
                    (
                        Choice("yes", Text("Yes, I tried it")),
                        Choice("no", Text("No")),
                        Choice("unknown", Text("I don't know")),
                    ),
                    default="unknown",
                    why=Text("When a stop sign comes, it must be open at once."),
                    when=OF_AIR,
                ),
                ChoiceInput(
                    "place",
                    Text("Where do you put it?"),
                    (
                        Choice("top", Text("Top of the arm or thigh")),
                        Choice("elsewhere", Text("Somewhere else")),
                    ),
                    default="top",
                    why=Text("The guidelines cover no other place."),
                    when=OF_AIR,
                ),
                ChoiceInput(
                    "pump",
                    Text("A hand pump, while you move"),
                    (
                        Choice("off", Text("I take it off")),
                        Choice("on", Text("It stays on")),
                        Choice("none", Text("There is none")),
                    ),
                    default="off",
                    when=OF_AIR,
                ),
            ),
        ),
    ),
    rule=equipment,
    cites=(
        *PLACE,
        *OPEN_AT_ONCE,
        *FEEL,
        *TAUGHT,
        *SAME_CUFF,
        *OWN_UNITS,
        *LIGHT,
        *PUMP,
        *POSITION,
        *GIRTH,
        *AUTOMATIC,
        *DRIFT,
        *BEYOND_GAUGE,
        *MATERIAL,
        *NOT_BY_TABLE.cites,
        *(each for caution in OXIMETER.values() for each in caution.cites),
        *NARROW_CUFF_AOP.cites,
    ),
    examples=(
        Example(
            Text("An air cuff with a gauge that opens with one hand, and your AOP with it"),
            {"cuff": "measured", "one_hand": "yes", "cuff_width_cm": "11.5"},
            "Your cuff will do: go on to its pressure",
            {"Width": "11.5 cm"},
        ),
        Example(
            Text("The same without an AOP: somebody has to measure it first"),
            {"cuff": "gauge", "one_hand": "yes"},
            "Not yet: first have your AOP measured with this cuff",
            {"Where they listen": "The pulse at the ankle"},
        ),
        Example(
            Text("A knee wrap: how tight it feels is no setting"),
            {"cuff": "wrap"},
            "Train without a cuff: a wrap has no gauge",
        ),
        Example(
            Text("Nobody has tried whether it opens with one hand: a stop"),
            {},
            "Try it first: does the cuff open with one hand?",
        ),
        Example(
            Text("Round the calf: a stop"),
            {"one_hand": "yes", "place": "elsewhere"},
            "Not there: only the top of the arm or of the thigh",
        ),
    ),
    lookup=Lookup(
        Text("The way on, by what you have and whether it opens with one hand"),
        "cuff",
        ("measured", "gauge", "own-units", "wrap", "none"),
        "one_hand",
        ("yes", "no", "unknown"),
        {},
    ),
    limits=(
        Text("It does not know your cuff: size, leaks and a worn gauge you must check."),
        Text("It never gives a pressure."),
        Text("That a cuff must open with one hand is our cautious choice."),
        Text("What counts as narrow, below 8 cm, is our choice too."),
    ),
    reviewed="2026-11-24",
    sets=(),
    varies=(Vary("cuff", ("measured", "gauge", "wrap")),),
)
