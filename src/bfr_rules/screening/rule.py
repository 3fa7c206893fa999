"""Screening: where the answers leave somebody."""

from __future__ import annotations

from fractions import Fraction

from bfr_rules.gate import NO_SETTINGS
from bfr_rules.inputs.choices import DONT_KNOW
from bfr_rules.outcome import Outcome
from bfr_rules.quantity import HeartRate, Mass, Pressure
from bfr_rules.question import AnswersError, Problem
from bfr_rules.screening.answers import Answers
from bfr_rules.screening.letter import Typed
from bfr_rules.screening.points import clot_points, kaatsu_points
from bfr_rules.screening.reasons import (
    ADULT,
    CHILD,
    FAST,
    FAST_HEART,
    HEAVY,
    HEAVY_UNKNOWN,
    HIGH,
    HIGH_PRESSURE,
    HIGHEST,
    HIGHEST_PRESSURE,
    ITEMS,
    LISTS_TO_TICK,
    LOW,
    LOW_LOWER,
    LOW_PRESSURE,
    MINOR,
    OBESE,
    OLD,
    OLDER,
    PRESSURE_UNKNOWN,
    RAISED,
    RAISED_PRESSURE,
    SMALL_CHILD,
)
from bfr_rules.screening.says import found_none, stopped
from bfr_rules.text import Text


def screening(
    *,
    bp: str,
    sex: str = "unsaid",
    age: int | None = None,
    systolic: Pressure | None = None,
    diastolic: Pressure | None = None,
    resting_hr: int | None = None,
    height_cm: int | Fraction | None = None,
    body_mass: Mass | None = None,
    limbs: tuple[str, ...] = (),
    **ticks: tuple[str, ...],
) -> Outcome:
    """Find a listed reason not to train with a cuff, or to ask first.

    What is not answered counts as yes; so does "I don't know", for every item of its list. The
    blood pressure alone has an outcome of its own where it is not known: it is had in minutes.

    Args:
        bp: `numbers`, or `unknown` when the blood pressure was not measured; numbers that were
            typed count whatever it says.
        sex: `woman`, `man` or `unsaid`; it counts only in the KAATSU points.
        age: In years.
        systolic: Upper number of the blood pressure at rest.
        diastolic: Lower number.
        resting_hr: Beats a minute at rest; left out, nothing follows from it.
        height_cm: Height; left out, like the weight, it counts as a high body-mass index.
        body_mass: Body weight.
        limbs: Those that the ticks of `arms_legs` concern; none named are all.
        ticks: What is ticked in each list, by the name of the list.

    Returns:
        The strictest level that any answer asks for; the best is "No listed reason found".

    Raises:
        AnswersError: The lower number of the blood pressure is not below the upper one.

    Source: `LISTS` and the citations of `ITEMS`; the lists are opinion, not tested on outcomes.

    >>> from bfr_rules.screening.reasons import LIST_NAMES
    >>> ticked = dict.fromkeys(LIST_NAMES, ("none",))
    >>> numbers = {"systolic": Pressure.mmhg(120), "diastolic": Pressure.mmhg(80)}
    >>> body = {"age": 30, "height_cm": 180, "body_mass": Mass.kg(75)}
    >>> print(screening(bp="numbers", **body, **numbers, **ticked).headline)
    No listed reason found
    """
    must_fit(systolic, diastolic)
    bmi = (
        body_mass.in_kg / (Fraction(height_cm) / 100) ** 2
        if body_mass is not None and height_cm is not None
        else None
    )
    unknown = tuple(each for each in LISTS_TO_TICK if DONT_KNOW in ticks[each[0].name])
    ticked = {value for row in ticks.values() for value in row}
    ticked |= {each.value for _, items in unknown for each in items}
    left = [asked.label for asked, _ in LISTS_TO_TICK if not ticks[asked.name]]
    left += [Text("Age")] if age is None else []
    found, pressure_left = from_pressure(bp, systolic, diastolic)
    left += pressure_left
    ticked |= found
    ticked |= _from_body(age, bmi, asked_all=not left)
    if resting_hr is not None and resting_hr >= FAST_HEART:
        ticked.add(FAST.value)
    # Not known is as good as high; but a form that is not finished says so first.
    counted = Fraction(OBESE) if bmi is None and not left else bmi
    answers = Answers(
        left=tuple(left),
        items=tuple(each for each in ITEMS if each.value in ticked),
        unknown=unknown,
        limbs=() if DONT_KNOW in ticks["arms_legs"] else limbs,
        clot=clot_points(ticked, age),
        kaatsu=kaatsu_points(ticked, age, counted, systolic, diastolic, woman=sex != "man"),
        bmi=bmi,
    )
    if answers.level not in NO_SETTINGS:
        return found_none(answers, systolic)
    heart = None if resting_hr is None else HeartRate.bpm(resting_hr)
    return stopped(answers, Typed(age, systolic, diastolic, heart, height_cm, body_mass, bmi))


def must_fit(systolic: Pressure | None, diastolic: Pressure | None) -> None:
    """Refuse two numbers of which the lower is not below the upper.

    Raises:
        AnswersError: It is not.
    """
    if systolic and diastolic and diastolic >= systolic:
        says = Text("Enter the lower number here: it is below {upper}.", upper=systolic)
        raise AnswersError((Problem("diastolic", says),))


def from_pressure(
    bp: str, systolic: Pressure | None, diastolic: Pressure | None
) -> tuple[set[str], list[Text]]:
    """Find the items of the blood pressure, and what of it is left to answer.

    One number is enough to be high; both are needed to be anything else.

    >>> sorted(from_pressure("unknown", Pressure.mmhg(190), None)[0])
    ['highest-pressure', 'pressure-unknown']
    """
    both = (systolic, diastolic)
    found: set[str] = set()
    for line, item in (
        (HIGHEST, HIGHEST_PRESSURE),
        (HIGH, HIGH_PRESSURE),
        (RAISED, RAISED_PRESSURE),
    ):
        if any(number and number >= edge for number, edge in zip(both, line, strict=True)):
            found.add(item.value)
            break
    for number, edge, item in zip(both, LOW, (LOW_PRESSURE, LOW_LOWER), strict=True):
        if number is not None and number < edge:
            found.add(item.value)
    if None not in both:
        return found, []
    if bp != "unknown":
        return found, [Text("Blood pressure")]
    return {*found, PRESSURE_UNKNOWN.value}, []


def _from_body(age: int | None, bmi: Fraction | None, *, asked_all: bool) -> set[str]:
    """Find the items of age and body-mass index."""
    found = set()
    if age is not None and age < ADULT:
        found.add(SMALL_CHILD.value if age < CHILD else MINOR.value)
    if age is not None and age >= OLDER:
        found.add(OLD.value)
    if bmi is None and asked_all:
        found.add(HEAVY_UNKNOWN.value)
    if bmi is not None and bmi >= OBESE:
        found.add(HEAVY.value)
    return found
