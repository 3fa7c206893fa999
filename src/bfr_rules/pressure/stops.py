"""What takes the place of a cuff pressure: not measured, another position, a number that cannot be."""

from __future__ import annotations

from bfr_rules.citation import State
from bfr_rules.outcome import Caution, Outcome, Stop
from bfr_rules.pressure.found import once
from bfr_rules.pressure.measured import (
    ARM_POSITION,
    DOPPLER,
    NO_FORMULA,
    OTHER_CUFF,
    OXIMETER,
    PLAUSIBLE,
    POSITION,
    POSITIONS,
    SAMES,
)
from bfr_rules.quantity import Pressure
from bfr_rules.references import cite
from bfr_rules.text import Text


def not_measured(limb: str) -> Outcome:
    """Say how an AOP is measured, and why nothing else will do."""
    says, cites = OXIMETER[limb]
    return Outcome(
        headline=Text("No pressure without a measured AOP"),
        stop=Stop(
            Text("No table, formula or feel can stand in for it, so there is no number here."),
            (
                Text("Take your own cuff to a physiotherapist, a sports doctor or a BFR clinic."),
                Text(
                    "Sit, lie or stand there as you will train. They fill the cuff slowly, and "
                    "listen with a Doppler probe until the pulse at the {joint} is gone.",
                    joint=Text("wrist") if limb == "arm" else Text("ankle"),
                ),
                Text("Write the number on a card, with cuff, limb, position and date."),
                says,
                Text("Until then, lift light weights to near failure without a cuff."),
            ),
            once((*NO_FORMULA, *DOPPLER, *cites, cite("schoenfeld2017", "abstract"))),
        ),
    )


OTHER = Outcome(
    headline=Text("Measure again, with this cuff on this limb"),
    stop=Stop(
        Text("An AOP holds only for the cuff and the limb that it was measured with."),
        (
            Text("Take this cuff along, and have the AOP of this limb measured."),
            Text("Left and right differ too: measure each."),
        ),
        OTHER_CUFF,
    ),
)
NO_NUMBER_YET = Outcome(
    headline=Text("Enter the AOP that was measured on you"),
    stop=Stop(
        Text("The pressure is a share of your own AOP, so nothing can be said before it."),
        (
            Text("Type the number from your card, and the position it was measured in."),
            Text("Nobody has measured it? Then choose that, and read how it is done."),
        ),
        SAMES,
    ),
)


def another_position(limb: str, position: str, train_position: str) -> Outcome:
    """Say why a reading in one position gives no pressure for another."""
    train = POSITIONS[train_position]
    if position == "unknown":
        return Outcome(
            headline=Text("Find out first: was the AOP measured {train}?", train=train),
            stop=Stop(
                Text("The same limb under the same cuff has another AOP in another position."),
                (
                    Text("Choose the position it was measured in, or ask who measured it."),
                    Text("Nobody knows? Then measure again, {train}.", train=train),
                ),
                POSITION,
            ),
        )
    return Outcome(
        headline=Text("Measure again, {train}", train=train),
        stop=Stop(
            Text(
                "Your AOP was measured {measured}, and you train {train}. There it is lower, or may "
                "be, so that the same pressure could close the artery.",
                measured=POSITIONS[position],
                train=train,
            ),
            (
                Text("Have your AOP measured {train}, as you train.", train=train),
                Text("Or train {measured}, as it was measured.", measured=POSITIONS[position]),
            ),
            POSITION if limb == "leg" else ARM_POSITION,
        ),
    )


HIGH_SYSTOLIC, RAISED_SYSTOLIC = Pressure.mmhg(160), Pressure.mmhg(140)
"""The lines of the screening for the upper number: whoever skipped it meets them here."""
OWN_PRESSURE = (
    cite("domingos2018", "abstract"),
    cite("nice_ng136", "stages as reprinted; the line is our rule", State.OURS),
)
TOO_HIGH = Outcome(
    headline=Text("Not without a doctor: your blood pressure is high"),
    stop=Stop(
        Text(
            "Your upper number is {line} or more. It rises further during a set.",
            line=HIGH_SYSTOLIC,
        ),
        (
            Text("No cuff. See a doctor."),
            Text("Then answer the screening: it asks for more than this number."),
        ),
        OWN_PRESSURE,
    ),
)
RAISED = Caution(
    Text(
        "Your upper number is {line} or more: use this only if a clinician has agreed.",
        line=RAISED_SYSTOLIC,
    ),
    OWN_PRESSURE,
)


def doubtful(limb: str, aop: Pressure, systolic: Pressure | None) -> Outcome | None:
    """Give what replaces a pressure: an AOP that looks wrong, a blood pressure that is high."""
    plausible = PLAUSIBLE[limb]
    if systolic is not None and aop <= systolic:
        return Outcome(
            headline=Text("Almost surely wrong: measure again"),
            stop=Stop(
                Text(
                    "An AOP of {aop} is not above your upper blood pressure of {systolic}. "
                    "A cuff that stops the flow must press harder than the blood does.",
                    aop=aop,
                    systolic=systolic,
                ),
                (
                    Text("Rest, measure the blood pressure and the AOP again."),
                    Text("Check that the cuff is the right size and lies flat."),
                ),
                (cite("loenneke2015", "abstract; to stop here is our rule", State.OURS),),
            ),
        )
    if systolic is not None and systolic >= HIGH_SYSTOLIC:
        return TOO_HIGH
    if plausible.range.contains(aop.value):
        return None
    high = aop.value > plausible.high
    return Outcome(
        headline=Text("Too high to rely on: measure again")
        if high
        else Text("Too low to rely on: measure again"),
        stop=Stop(
            Text(
                "On {limb} we rely on an AOP of {plausible}. Yours is {aop}.",
                limb=Text("an arm") if limb == "arm" else Text("a leg"),
                plausible=plausible,
                aop=aop,
            ),
            (
                Text("Measure again with a wider cuff: it needs less pressure.")
                if high
                else Text("Measure again, and check the size of the cuff and the gauge."),
                Text("The same number once more? Ask the person who measures."),
            ),
            plausible.cites,
        ),
    )
