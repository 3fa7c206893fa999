"""What the answers of a screening lead to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.gate import LIMBS, LISTS, NO_SETTINGS, RELEASABLE
from bfr_rules.inputs.choices import DONT_KNOW, TicksInput
from bfr_rules.limits import LIMITS
from bfr_rules.outcome import Advice, Caution, Outcome, Step, Stop
from bfr_rules.quantity import HeartRate, Mass, Pressure, decimal
from bfr_rules.question import AnswersError, Problem
from bfr_rules.references import FIRST_SESSIONS_INTENSITY, cite
from bfr_rules.screening.letter import Typed, letter
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
    CHILD,
    CLOT_SCORE,
    EITHER,
    FAST,
    FAST_HEART,
    HEAVY,
    HEAVY_UNKNOWN,
    HIGH,
    HIGH_PRESSURE,
    HIGHEST,
    HIGHEST_PRESSURE,
    ITEMS,
    JOINS_SMOKING,
    KAATSU,
    KAATSU_2011,
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
    SMOKE,
    Item,
    Reason,
    Severity,
    unique,
)
from bfr_rules.standing import Level, Limit, Standing, Who
from bfr_rules.text import Count, Series, Text


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
        joined = item is SMOKE and any(each.value in JOINS_SMOKING for each in self.items)
        if (named and item.severity is Severity.ABS) or joined:
            return Severity.REL
        return item.severity

    @property
    def adds_up(self) -> bool:
        """Tell whether the KAATSU points pass the line of their list: here a reason to ask."""
        return total(self.kaatsu).number > KAATSU_MOST

    @property
    def level(self) -> Level:
        """Find where all of it leaves the reader.

        What is missing counts as yes: it never gives way to a milder answer than “not finished”.
        """
        today = [Level.NOT_TODAY] if Severity.NOW in self._severities else []
        return max((self._without_today(left=bool(self.left)), *today), key=_rank)

    @property
    def lasting(self) -> Level:
        """Find where it leaves the reader on a day on which nothing of the list “Today” is true.

        A reason that was found stays, however much is left: the short check would not ask for it.
        """
        found = self._without_today(left=False)
        if found in RELEASABLE:
            return found
        left = [each for each in self.left if each != TODAY_LABEL]
        return self._without_today(left=bool(left))

    def _without_today(self, *, left: bool) -> Level:
        levels: list[Level] = [each.value for each in self._severities if each is not Severity.NOW]
        levels += [Level.CLINICIAN] if self.adds_up else []
        levels += [Level.UNFINISHED] if left else []
        return max((Level.NONE, *levels), key=_rank)

    @property
    def _severities(self) -> tuple[Severity, ...]:
        return tuple(self.severity(each) for each in self.items)

    @property
    def release_by(self) -> tuple[Who, ...]:
        """List who may decide otherwise: those whom every reason that closes the cuff leaves it to.

        Nobody may before all is answered, and nobody may where one reason leaves it to nobody.
        """
        if self.left or self.lasting not in RELEASABLE:
            return ()
        closing = (Severity.ABS, Severity.MISSING, Severity.REL)
        decide = [each for each in self.reasons if each.severity in closing]
        return tuple(
            who for who in Who if all(who in d.by for each in decide for d in each.decides)
        )

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
            Reason(
                each.tick, each.do, self.severity(each), each.cites, (each.decides,), each.limits
            )
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
                tuple(
                    each.decides
                    for each in items
                    if self.severity(each) not in {Severity.NOW, Severity.PRE}
                ),
                tuple(limit for each in items for limit in each.limits),
            )
            for asked, items in self.unknown
        ]
        if self.adds_up:
            found.append(
                Reason(
                    Text("Several smaller things that add up"),
                    Text("Ask a clinician. One list of points would say no to so many at once."),
                    Severity.REL,
                    (KAATSU, KAATSU_2011),
                    (EITHER,),
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
                    "KAATSU points: more than {most} mean no on that list, and here that you ask "
                    "a clinician. One point is for women, and counts where it is not said. Age 59 "
                    "counts as {older}.",
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


TODAY_LABEL = next(asked.label for asked, _ in LISTS_TO_TICK if asked.name == "today")


def _rank(level: Level) -> int:
    return level.rank


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
        return _found_none(answers, systolic)
    heart = None if resting_hr is None else HeartRate.bpm(resting_hr)
    return _stopped(answers, Typed(age, systolic, diastolic, heart, height_cm, body_mass, bmi))


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


# --- What it says ------------------------------------------------------------------------------

SAYS = {
    Level.DOCTOR: Text("Your answers hold a reason not to train with a cuff on your own."),
    Level.MISSING: Text("Nobody should guess it, and it is had in five minutes."),
    Level.UNFINISHED: Text("What is not answered counts as yes."),
    Level.NOT_TODAY: Text("Your answers hold a reason to wait."),
    Level.CLINICIAN: Text("Your answers hold a reason to ask someone who knows BFR and knows you."),
}
LAST_DO = {
    Level.DOCTOR: Text("Answer what is left too: then it says who may decide otherwise."),
    Level.MISSING: Text("Everything else that you answered stays as it is."),
    Level.UNFINISHED: Text("Answer what is left: it takes about a minute in all."),
    Level.NOT_TODAY: Text("When it has passed, answer the screening again."),
}
MAY_DECIDE = {
    (): Text("No agreement opens the cuff while this is so."),
    (Who.DOCTOR,): Text(
        "A doctor who knows you may decide otherwise, with you. Take the letter below along."
    ),
    (Who.DOCTOR, Who.PHYSIOTHERAPIST): Text(
        "A doctor or physiotherapist who knows BFR and knows you may decide. Take the letter below "
        "along."
    ),
}
"""What is said of who may decide otherwise."""
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


def _stopped(answers: Answers, typed: Typed) -> Outcome:
    """Say which reasons stop every setting, what to do about each, and who may decide otherwise."""
    level = answers.level
    stop = NO_SETTINGS[level].stop
    decide = (d.cites for each in answers.reasons for d in each.decides)
    cites = unique((*(each.cites for each in answers.reasons), *decide, stop.cites if stop else ()))
    headline = (
        Text("Not finished: {left} left", left=Count(len(answers.left), "question"))
        if level is Level.UNFINISHED
        else NO_SETTINGS[level].headline
    )
    left = tuple(Text("Answer “{question}”.", question=each) for each in answers.left)
    named = tuple(Text("{reason}. {do}", reason=each.says, do=each.do) for each in answers.reasons)
    by = answers.release_by
    asks = answers.lasting in RELEASABLE and level is not Level.UNFINISHED
    decided = asks and not answers.left
    last = (
        *((LAST_DO[level],) if not decided or level is Level.NOT_TODAY else ()),
        *((MAY_DECIDE[by],) if decided else ()),
    )
    return Outcome(
        headline=headline,
        stop=Stop(SAYS[level], (*left, *named, *answers.no_cuff, *last), cites),
        steps=answers.steps,
        letter=letter(
            typed,
            answers.reasons,
            answers.limits,
            answers.no_cuff,
            by,
            (total(answers.clot), total(answers.kaatsu)),
        )
        if asks
        else None,
        standing=Standing(
            level,
            headline,
            answers.limits,
            answers.closed,
            lasting=answers.lasting,
            release_by=by,
        ),
        limits=answers.limits if asks else (),
        provisos=answers.no_cuff if asks else (),
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
        standing=Standing(answers.level, headline, answers.limits, lasting=answers.lasting),
        limits=answers.limits,
        carry={"systolic": decimal(systolic.value)} if systolic else {},
    )
