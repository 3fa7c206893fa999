"""What the answers of a screening lead to, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.gate import LIMBS, LISTS, NO_SETTINGS
from bfr_rules.inputs import DONT_KNOW, TicksInput
from bfr_rules.limits import LIMITS
from bfr_rules.model import (
    Advice,
    AnswersError,
    Caution,
    Citation,
    Letter,
    Level,
    Limit,
    Outcome,
    Problem,
    Standing,
    Step,
    Stop,
    Who,
)
from bfr_rules.quantity import Mass, Pressure, decimal
from bfr_rules.references import (
    BFR_INTENSITY,
    CUFF_PRESSURE,
    FIRST_SESSIONS_INTENSITY,
    RESTRICTION_PER_EXERCISE,
    cite,
)
from bfr_rules.screening.points import (
    KAATSU_MOST,
    Point,
    clot_points,
    kaatsu_points,
    total,
    worked,
)
from bfr_rules.screening.reasons import (
    ADULT,
    CLOT_SCORE,
    HEAVY,
    HEAVY_UNKNOWN,
    HIGH,
    HIGH_PRESSURE,
    ITEMS,
    KAATSU,
    KAATSU_2011,
    LISTS_TO_TICK,
    MINOR,
    OBESE,
    OLD,
    OLDER,
    PRESSURE_UNKNOWN,
    RAISED,
    RAISED_PRESSURE,
    SMOKE,
    Item,
    Severity,
    unique,
)
from bfr_rules.text import Count, Series, Text


@dataclass(frozen=True)
class Reason:
    """One reason that was found, as the outcome names it."""

    says: Text
    do: Text
    severity: Severity
    cites: tuple[Citation, ...]
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True)
class Answers:
    """What the answers hold: what is left, every item that counts as yes, and the points."""

    left: tuple[Text, ...]
    items: tuple[Item, ...]
    unknown: tuple[tuple[TicksInput, tuple[Item, ...]], ...]
    limbs: tuple[str, ...]
    clot: tuple[Point, ...]
    kaatsu: tuple[Point, ...]
    bmi: Fraction | None

    def severity(self, item: Item) -> Severity:
        """Tell what an item means beside the others."""
        named = item.limb and 0 < len(self.limbs) < len(LIMBS)
        joined = item is SMOKE and len(self.items) > 1
        if (named and item.severity is Severity.ABS) or joined:
            return Severity.REL
        return item.severity

    @property
    def too_many_points(self) -> bool:
        """Tell whether the KAATSU points say no."""
        return total(self.kaatsu).number > KAATSU_MOST

    @property
    def level(self) -> Level:
        """Find where all of it leaves the reader.

        What is missing counts as yes: it never gives way to a milder answer than “not finished”.
        """
        levels = [Level.NONE, *(self.severity(each).value for each in self.items)]
        levels += [Level.DOCTOR] if self.too_many_points else []
        levels += [Level.UNFINISHED] if self.left else []
        return max(levels, key=lambda each: each.rank)

    @property
    def closed(self) -> tuple[str, ...]:
        """List the limbs that must have no cuff; where none was named, that is all of them."""
        if not any(each.limb for each in self.items):
            return ()
        return self.limbs or tuple(LIMBS)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Name every reason, the strictest first; a list that is not known is one reason."""
        of_unknown = {each.value for _, items in self.unknown for each in items}
        found = [
            Reason(each.tick, each.do, self.severity(each), each.cites, each.limits)
            for each in self.items
            if each.value not in of_unknown
        ]
        found += [
            Reason(
                Text(
                    "“I don't know” in the list “{list}”: all of it counts as yes", list=asked.label
                ),
                Text("Find out, or ask a clinician. Then answer again."),
                max((self.severity(each) for each in items), key=lambda each: each.value.rank),
                unique(each.cites for each in items),
                tuple(limit for each in items for limit in each.limits),
            )
            for asked, items in self.unknown
        ]
        if self.too_many_points:
            found.append(
                Reason(
                    Text("{sum} on the KAATSU list", sum=total(self.kaatsu)),
                    Text("More than {most} mean no cuff. Ask a doctor.", most=KAATSU_MOST),
                    Severity.ABS,
                    (KAATSU, KAATSU_2011),
                )
            )
        return tuple(sorted(found, key=lambda each: -each.severity.value.rank))

    @property
    def limits(self) -> tuple[Limit, ...]:
        """List the limits that hold, once a professional has agreed if one is needed."""
        found = {limit.code for each in self.items for limit in each.limits}
        return tuple(each for each in LIMITS.values() if each.code in found)

    @property
    def no_cuff(self) -> tuple[Text, ...]:
        """Name the limbs that must have no cuff."""
        if not self.closed:
            return ()
        if not self.limbs:
            return (Text("No limb is named, so no cuff on any. Name the limb, if it is one."),)
        names = Series(tuple(LIMBS[each] for each in self.closed))
        return (Text("No cuff on: {limbs}.", limbs=names),)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Show the working: the reasons, the two scores, and the body-mass index."""
        bmi = self.bmi
        return (
            Step(
                Text("Reasons found on the list"), Count(len(self.reasons), "reason"), None, LISTS
            ),
            Step(
                Text("Clot points: one is enough to ask a clinician first, by our rule"),
                total(self.clot),
                worked(self.clot),
                (CLOT_SCORE,),
            ),
            Step(
                Text(
                    "KAATSU points: more than {most} mean no. One point is for women, and counts "
                    "where it is not said. Age 59 counts as {older}.",
                    most=KAATSU_MOST,
                    older=OLDER,
                ),
                total(self.kaatsu),
                worked(self.kaatsu),
                (KAATSU, KAATSU_2011),
            ),
            *(
                ()
                if bmi is None
                else (
                    Step(
                        Text("Body-mass index"),
                        decimal(bmi, 1),
                        Text("weight in kg ÷ height in m ÷ height in m"),
                    ),
                )
            ),
        )


def screening(
    *,
    bp: str,
    sex: str = "unsaid",
    age: int | None = None,
    systolic: Pressure | None = None,
    diastolic: Pressure | None = None,
    height_cm: int | Fraction | None = None,
    body_mass: Mass | None = None,
    limbs: tuple[str, ...] = (),
    **ticks: tuple[str, ...],
) -> Outcome:
    """Find a listed reason not to train with a cuff, or to ask first.

    What is not answered counts as yes; so does "I don't know", for every item of its list.

    Args:
        bp: `numbers`, or `unknown` when the blood pressure was not measured.
        sex: `woman`, `man` or `unsaid`; it counts only in the KAATSU points.
        age: In years.
        systolic: Upper number of the blood pressure at rest.
        diastolic: Lower number.
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
    if systolic and diastolic and diastolic >= systolic:
        raise AnswersError(
            (
                Problem(
                    "diastolic",
                    Text("Enter the lower number here: it is below {upper}.", upper=systolic),
                ),
            )
        )
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
    if bp == "unknown":
        ticked.add(PRESSURE_UNKNOWN.value)
    else:
        left += [Text("Blood pressure")] if systolic is None or diastolic is None else []
        ticked |= _from_pressure(systolic, diastolic)
    ticked |= _from_body(age, bmi, asked_all=not left)
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
    if answers.level in NO_SETTINGS:
        return _stopped(answers)
    return _found_none(answers, systolic)


def _from_pressure(systolic: Pressure | None, diastolic: Pressure | None) -> set[str]:
    """Find the item of the blood pressure; one of the two numbers is enough."""
    numbers = [
        (number, high, raised)
        for number, high, raised in zip((systolic, diastolic), HIGH, RAISED, strict=True)
        if number is not None
    ]
    if any(number >= high for number, high, _ in numbers):
        return {HIGH_PRESSURE.value}
    if any(number >= raised for number, _, raised in numbers):
        return {RAISED_PRESSURE.value}
    return set()


def _from_body(age: int | None, bmi: Fraction | None, *, asked_all: bool) -> set[str]:
    """Find the items of age and body-mass index."""
    found = set()
    if age is not None and age < ADULT:
        found.add(MINOR.value)
    if age is not None and age >= OLDER:
        found.add(OLD.value)
    if bmi is None and asked_all:
        found.add(HEAVY_UNKNOWN.value)
    if bmi is not None and bmi >= OBESE:
        found.add(HEAVY.value)
    return found


# --- What it says ------------------------------------------------------------------------------

SAYS: Mapping[Level, Text] = {
    Level.DOCTOR: Text("Your answers hold a reason not to train with a cuff on your own."),
    Level.UNFINISHED: Text("What is not answered counts as yes."),
    Level.NOT_TODAY: Text("Your answers hold a reason to wait."),
    Level.CLINICIAN: Text("Your answers hold a reason to ask someone who knows BFR and knows you."),
}
LAST_DO: Mapping[Level, Text] = {
    Level.DOCTOR: Text("Take the letter below to a doctor. This guide has no settings for you."),
    Level.UNFINISHED: Text("Answer what is left: it takes about a minute in all."),
    Level.NOT_TODAY: Text("When it has passed, answer the screening again."),
    Level.CLINICIAN: Text("Take the letter below to a doctor or physiotherapist."),
}
STOP_SIGNS = (cite("smartcuffs_manual", "stop signs"), cite("vdf_dvt", "page"))
FIRST = cite("fitcuffs_guide", "first session")
ALWAYS: tuple[Advice, ...] = (
    Advice(Text("The stop signs always apply. Learn them before you put on a cuff."), STOP_SIGNS),
    Advice(
        Text(
            "First sessions: one exercise, {range}, not to failure.",
            range=FIRST_SESSIONS_INTENSITY,
        ),
        (FIRST,),
    ),
    Advice(Text("Each day you train, ask “Today” again. A new illness: ask all of it again.")),
    Advice(
        Text("The list is the opinion of experts. It was not tested on what later happened."),
        LISTS,
    ),
)


def _stopped(answers: Answers) -> Outcome:
    """Say which reasons stop every setting, and what to do about each."""
    level = answers.level
    stop = NO_SETTINGS[level].stop
    cites = unique((*(each.cites for each in answers.reasons), stop.cites if stop else ()))
    headline = (
        Text("Not finished: {left} left", left=Count(len(answers.left), "question"))
        if level is Level.UNFINISHED
        else NO_SETTINGS[level].headline
    )
    left = tuple(Text("Answer “{question}”.", question=each) for each in answers.left)
    named = tuple(Text("{reason}. {do}", reason=each.says, do=each.do) for each in answers.reasons)
    asks = level in {Level.DOCTOR, Level.CLINICIAN}
    return Outcome(
        headline=headline,
        stop=Stop(SAYS[level], (*left, *named, *answers.no_cuff, LAST_DO[level]), cites),
        steps=answers.steps,
        letter=_letter(answers) if asks else None,
        standing=Standing(
            level,
            headline,
            answers.limits,
            answers.closed,
            release_by=tuple(Who) if level is Level.CLINICIAN else (),
        ),
        limits=answers.limits if level is Level.CLINICIAN else (),
        provisos=answers.no_cuff if level is Level.CLINICIAN else (),
    )


def _found_none(answers: Answers, systolic: Pressure | None) -> Outcome:
    """Say that nothing stops, with what limits training and what always applies.

    The upper blood pressure goes on to the pressure of the cuff, which is checked against it.
    """
    reasons = answers.reasons
    headline = (
        Text("Take extra care: {reasons}", reasons=Count(len(reasons), "reason"))
        if reasons
        else Text("No listed reason found")
    )
    return Outcome(
        headline=headline,
        steps=answers.steps,
        cautions=tuple(
            Caution(Text("{reason}. {do}", reason=each.says, do=each.do), each.cites)
            for each in reasons
        ),
        next=ALWAYS,
        standing=Standing(answers.level, headline, answers.limits),
        limits=answers.limits,
        carry={"systolic": decimal(systolic.value)} if systolic else {},
    )


def _letter(answers: Answers) -> Letter:
    """Write what to hand to a clinician."""
    return Letter(
        title=Text("May I train with a cuff?"),
        opening=(
            Text(
                "Blood flow restriction (BFR) is light training with a cuff around the top of an "
                "arm or leg. The cuff slows the blood on its way back while the muscle works."
            ),
            Text(
                "I would lift {load}. The cuff would have {pressure}, measured on my limb. It "
                "would be on for {time} for each exercise.",
                load=BFR_INTENSITY,
                pressure=CUFF_PRESSURE,
                time=RESTRICTION_PER_EXERCISE,
            ),
            Text(
                "1RM is the most I can lift once. AOP is the pressure of the cuff that stops the "
                "blood flow of the limb."
            ),
        ),
        points=tuple(Text("{reason}.", reason=each.says) for each in answers.reasons),
        closing=(
            *answers.no_cuff,
            *(Text("A limit, if you agree: {limit}", limit=each) for each in answers.limits),
            Text("May I train this way? If yes: which limb, from what date, and with what limits?"),
            Text("Yes / no: ____________________"),
            Text("Limb: ____________________ From: ____________________"),
            Text("Limits: ________________________________________"),
            Text("Name, signature, date: ________________________________________"),
            Text(
                "My answers came from a list of published opinion. It is no examination and was "
                "not tested on what later happened to people."
            ),
        ),
    )
