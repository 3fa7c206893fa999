"""The letter of a screening: what somebody who must decide needs on one sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.outcome import Letter, LetterPart
from bfr_rules.quantity import HeartRate, Mass, Percent, Pressure, Unit, decimal
from bfr_rules.references import (
    BFR_INTENSITY,
    CUFF_PRESSURE,
    RESTRICTION_PER_EXERCISE,
    SESSIONS_PER_WEEK,
)
from bfr_rules.screening.points import KAATSU_MOST
from bfr_rules.screening.reasons import Reason, line
from bfr_rules.standing import Limit, Who
from bfr_rules.text import Count, Text

PAGE = "/do/for-physiotherapists/"
"""Where the guide tells a professional of doses and studies; a page puts its own host before it."""


@dataclass(frozen=True)
class Typed:
    """The values that were typed, as far as they were."""

    age: int | None
    systolic: Pressure | None
    diastolic: Pressure | None
    heart: HeartRate | None
    height_cm: int | Fraction | None
    body_mass: Mass | None
    bmi: Fraction | None


def letter(
    typed: Typed,
    reasons: Iterable[Reason],
    limits: tuple[Limit, ...],
    no_cuff: tuple[Text, ...],
    by: tuple[Who, ...],
    counts: tuple[Count, Count],
) -> Letter:
    """Write what to hand to somebody who may decide.

    Args:
        typed: The values that were typed.
        reasons: What was found.
        limits: What should hold if the answer is yes.
        no_cuff: Limbs that must have no cuff, in words.
        by: Who may decide; nobody, if it is empty.
        counts: The points for clots and those of the KAATSU list.
    """
    clot, kaatsu = counts
    return Letter(
        title=Text("May I train with a cuff?") if by else Text("What should I do first?"),
        opening=(
            Text("Date: ____________________"),
            Text(
                "Blood flow restriction (BFR) is light training with a cuff around the top of an "
                "arm or leg. The cuff slows the blood on its way back while the muscle works."
            ),
            Text(
                "1RM is the most I can lift once. AOP is the pressure of the cuff that stops the "
                "blood flow of the limb."
            ),
            Text("Doses, studies and sources for professionals: {page}", page=PAGE),
        ),
        parts=(
            LetterPart(Text("About me"), _about(typed)),
            LetterPart(
                Text("Why I ask"),
                (
                    *(Text("{reason}.", reason=each.says) for each in reasons),
                    Text(
                        "Counted by two published lists: {clot} for clots (Nascimento 2022, Table "
                        "3), {kaatsu} on the KAATSU list, which draws its line above {most}.",
                        clot=clot,
                        kaatsu=kaatsu,
                        most=KAATSU_MOST,
                    ),
                ),
            ),
            LetterPart(Text("What I would do"), _dose(limits)),
            *(
                (
                    LetterPart(
                        Text("Limits, if you agree:"),
                        (*(each.says for each in _strictest(limits)), *no_cuff),
                    ),
                )
                if limits or no_cuff
                else ()
            ),
            LetterPart(Text("What I ask you"), _question(by)),
        ),
        closing=(
            Text(
                "My answers came from a list of published opinion. It is no examination and was "
                "not tested on what later happened to people."
            ),
        ),
    )


def _about(typed: Typed) -> tuple[Text, ...]:
    """Write the values that were typed."""
    said = []
    if typed.age is not None:
        said.append(Text("Age: {age}", age=typed.age))
    if typed.systolic and typed.diastolic:
        both = line((typed.systolic, typed.diastolic))
        said.append(Text("Blood pressure at rest: {both} mmHg", both=both))
    else:
        said.append(Text("Blood pressure at rest: not measured yet. Please measure it."))
    if typed.heart:
        said.append(Text("Heart rate at rest: {rate}", rate=typed.heart))
    if typed.height_cm is not None:
        said.append(
            Text("Height: {height}", height=Unit.CM.after(decimal(Fraction(typed.height_cm), 1)))
        )
    if typed.body_mass is not None:
        said.append(Text("Weight: {mass}", mass=typed.body_mass))
    if typed.bmi is not None:
        said.append(Text("Body-mass index: {bmi}", bmi=decimal(typed.bmi, 1)))
    return tuple(said)


def _strictest(limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """Leave out a limit that says no more than another: a higher ceiling for the same share."""
    lowest: dict[str, Percent] = {}
    for each in limits:
        for bind in each.binds:
            if bind.most is not None:
                lowest[bind.name] = min(bind.most, lowest.get(bind.name, bind.most))
    return tuple(
        each
        for each in limits
        if len(each.binds) != 1
        or each.binds[0].most is None
        or each.binds[0].most == lowest[each.binds[0].name]
    )


def _dose(limits: tuple[Limit, ...]) -> tuple[Text, ...]:
    """Write the dose; what a limit says better is left to the limit."""
    bound = {each.name for limit in limits for each in limit.binds}
    load = Text("The load: {load}.", load=BFR_INTENSITY)
    pressure = Text(
        "The pressure of the cuff: {pressure}, measured on my limb.", pressure=CUFF_PRESSURE
    )
    return (
        Text("The load: as the limits below say.") if "percent_1rm" in bound else load,
        Text("The pressure of the cuff: as the limits below say, measured on my limb.")
        if "percent_aop" in bound
        else pressure,
        Text(
            "The cuff on for {time} for each exercise, then open.",
            time=RESTRICTION_PER_EXERCISE,
        ),
        Text("How often: {sessions}.", sessions=SESSIONS_PER_WEEK),
    )


def _question(by: tuple[Who, ...]) -> tuple[Text, ...]:
    """Ask what is to be decided, with lines to write on."""
    if not by:
        return (
            Text("One of my reasons leaves this to nobody while it lasts. What comes first?"),
            Text("Answer: ________________________________________"),
            Text("Name, signature, date: ________________________________________"),
        )
    return (
        Text("May I train this way? If yes: which limb, from what date, and with what limits?"),
        Text("Yes / no: ____________________"),
        Text("Limb and side: ____________________ From: ____________________"),
        Text("Limits: ________________________________________"),
        Text("Name of the doctor or physiotherapist: ____________________")
        if Who.PHYSIOTHERAPIST in by
        else Text("Name of the doctor: ____________________"),
        Text("Signature, date: ________________________________________"),
    )
