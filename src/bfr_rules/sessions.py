"""A session: sets, tempo, rests and exercises as a clock, held against the ceilings of the cuff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules import inputs
from bfr_rules.inputs import Choice, ChoiceInput, MassInput, NameInput, NumberInput, NumbersInput
from bfr_rules.model import (
    Advice,
    AdvisedRange,
    Calculator,
    Caution,
    CuffClock,
    Example,
    Fact,
    Group,
    Input,
    Lookup,
    Outcome,
    Segment,
    Sets,
    Step,
    Stop,
    Table,
    Timeline,
    Vary,
    When,
)
from bfr_rules.quantity import Duration, Exact, Mass, Range, Unit
from bfr_rules.references import (
    ARM_CEILING,
    LEG_CEILING,
    OPEN_BETWEEN_EXERCISES,
    REPETITION_TEMPO,
    REPETITIONS_PER_EXERCISE,
    REST_BETWEEN_SETS,
    RESTRICTION_PER_EXERCISE,
    SETS_PER_EXERCISE,
    cite,
)
from bfr_rules.text import Count, Series, Text

SCHEMES: dict[str, tuple[int, ...]] = {
    "30-15-15-15": (30, 15, 15, 15),
    "4x15": (15, 15, 15, 15),
    "3x15": (15, 15, 15),
}
LIMB_CEILING: dict[str, AdvisedRange] = {"arm": ARM_CEILING, "leg": LEG_CEILING}
MOST_EXERCISES = 6


@dataclass(frozen=True)
class Exercise:
    """One exercise of a session."""

    number: int
    name: str
    limb: str
    load: Mass | None

    def __str__(self) -> str:
        """Write what the reader called it, or its place in the session."""
        return self.name or f"Exercise {self.number}"


@dataclass(frozen=True)
class Tempo:
    """Seconds to raise, hold and lower a weight once."""

    up: Duration
    hold: Duration
    down: Duration

    @property
    def repetition(self) -> Duration:
        """The time of one repetition.

        >>> print(Tempo(Duration.s(2), Duration.s(1), Duration.s(2)).repetition)
        5 s
        """
        return self.up + self.hold + self.down


def restriction(
    reps_by_set: Sequence[int], repetition: Duration, rest: Duration, *, cuff_on_in_rests: bool
) -> Duration:
    """Find the time under the cuff for one exercise.

    Args:
        reps_by_set: Repetitions of each set.
        repetition: Time of one repetition.
        rest: Rest between two sets.
        cuff_on_in_rests: Whether the cuff stays tight in the rests.

    Returns:
        Lifting time, and the rests between the sets where the cuff stays on.

    Source: jakobsen2022, Table 1, prints 8:30 for 30-15-15-15 at 5 s with rests of 45 s.

    >>> time = restriction((30, 15, 15, 15), Duration.s(5), Duration.s(45), cuff_on_in_rests=True)
    >>> print(time.clock)
    8:30
    """
    lifting = repetition * sum(reps_by_set)
    return lifting + rest * (len(reps_by_set) - 1) if cuff_on_in_rests else lifting


def session(
    scheme: str,
    tempo_up_s: Duration,
    tempo_hold_s: Duration,
    tempo_down_s: Duration,
    rest_s: Duration,
    cuff_in_rests: str,
    exercises: str,
    open_min: Duration | None = None,
    between: str = "open",
    own_sets: tuple[Fraction, ...] = (),
    **listed: object,
) -> Outcome:
    """Lay out a session on a clock and hold the time under the cuff against its ceilings.

    Args:
        scheme: A key of `SCHEMES`, or `own` with `own_sets`.
        tempo_up_s: Time to raise the weight.
        tempo_hold_s: Time to hold it at the top.
        tempo_down_s: Time to lower it.
        rest_s: Rest between sets, advised `REST_BETWEEN_SETS`.
        cuff_in_rests: `on`, or `open` to let the cuff down in the rests.
        exercises: How many exercises, "1" to "6".
        open_min: Time with the cuff open between exercises, advised `OPEN_BETWEEN_EXERCISES`.
        between: `open`, or `on` to go straight on with the cuff tight.
        own_sets: Repetitions of each set.
        **listed: `exercise_1_name`, `exercise_1_limb`, `exercise_1_load` and so on.

    Returns:
        Table, times, volume load and timeline; a stop when a ceiling would be passed.

    Source: `RESTRICTION_PER_EXERCISE`, `ARM_CEILING`, `LEG_CEILING`, `OPEN_BETWEEN_EXERCISES`.

    >>> two = Duration.s(2)
    >>> plan = session("30-15-15-15", two, Duration.s(0), two, Duration.s(60), "on", "1",
    ...                exercise_1_limb="leg")
    >>> print(plan.headline)
    8:00 under the cuff
    """
    reps_by_set = tuple(int(each) for each in own_sets) if scheme == "own" else SCHEMES[scheme]
    tempo = Tempo(tempo_up_s, tempo_hold_s, tempo_down_s)
    on_in_rests = cuff_in_rests == "on"
    listed_exercises = _exercises(int(exercises), listed)
    pause = open_min if open_min is not None else Duration.s(0)
    opened = between == "open"
    each = restriction(reps_by_set, tempo.repetition, rest_s, cuff_on_in_rests=on_in_rests)
    lifting = restriction(reps_by_set, tempo.repetition, rest_s, cuff_on_in_rests=False)
    stop = _ceilings(each, lifting, listed_exercises, pause, rest_s, opened=opened)
    if stop:
        return Outcome(headline=Text("Change this session: {why}", why=stop[0]), stop=stop[1])
    timeline = _timeline(
        listed_exercises,
        reps_by_set,
        tempo,
        rest_s,
        pause if opened else None,
        _cuff_clocks(each, listed_exercises, rest_s, opened=opened),
        on_in_rests=on_in_rests,
    )
    cautions = _cautions(reps_by_set, rest_s, tempo, opened=opened or len(listed_exercises) == 1)
    return Outcome(
        headline=_headline(each, timeline.total, len(listed_exercises)),
        answer=each.clock,
        facts=_facts(each, timeline, reps_by_set, listed_exercises),
        steps=_working(reps_by_set, tempo, rest_s, each, on_in_rests=on_in_rests),
        cautions=cautions,
        next=_next(),
        tables=_tables(timeline, listed_exercises, reps_by_set),
        timeline=timeline,
        carry={"exercise_1_name": name} if (name := listed_exercises[0].name) else {},
    )


def _headline(each: Duration, total: Duration, exercises: int) -> Text:
    if exercises > 1:
        return Text(
            "{each} under the cuff for each exercise, {total} in all",
            each=each.clock,
            total=total.clock,
        )
    if total == each:
        return Text("{each} under the cuff", each=each.clock)
    return Text("{each} under the cuff, {total} in all", each=each.clock, total=total.clock)


def _exercises(count: int, listed: dict[str, object]) -> tuple[Exercise, ...]:
    made = []
    for number in range(1, count + 1):
        load = listed.get(f"exercise_{number}_load")
        made.append(
            Exercise(
                number,
                str(listed.get(f"exercise_{number}_name", "")),
                str(listed[f"exercise_{number}_limb"]),
                load if isinstance(load, Mass) else None,
            )
        )
    return tuple(made)


def _ceilings(
    each: Duration,
    lifting: Duration,
    exercises: tuple[Exercise, ...],
    pause: Duration,
    rest: Duration,
    *,
    opened: bool,
) -> tuple[Text, Stop] | None:
    """Find the first ceiling that this session would pass, and what to change."""
    ceiling = RESTRICTION_PER_EXERCISE.longest
    if each > ceiling:
        shorter = [
            Text("Choose fewer repetitions or sets."),
            Text("Lift at a faster, steady tempo."),
        ]
        if lifting <= ceiling:
            shorter.append(Text("Let the cuff down in the rests."))
        if each > lifting and rest > REST_BETWEEN_SETS.longest:
            shorter.append(Text("Rest {advised} between sets.", advised=REST_BETWEEN_SETS))
        return Text("one exercise passes {ceiling}", ceiling=ceiling), Stop(
            Text(
                "One exercise would keep the cuff tight for {each}. The ceiling is {ceiling}.",
                each=each.clock,
                ceiling=ceiling.clock,
            ),
            tuple(shorter),
            RESTRICTION_PER_EXERCISE.cites,
        )
    if len(exercises) == 1:
        return None
    if opened:
        least = OPEN_BETWEEN_EXERCISES.shortest
        if pause >= least:
            return None
        return Text("open the cuff for longer"), Stop(
            Text(
                "The cuff would be open for {pause} between exercises. It needs {least}.",
                pause=pause,
                least=OPEN_BETWEEN_EXERCISES,
            ),
            (Text("Open the cuff for {least} after each exercise.", least=least),),
            OPEN_BETWEEN_EXERCISES.cites,
        )
    return _chained_too_long(chains(each, exercises, rest), exercises)


def chains(each: Duration, exercises: Sequence[Exercise], rest: Duration) -> tuple[Duration, ...]:
    """Add up the time under a cuff that stays on from the first exercise of its limb.

    An exercise of the other limb in between counts too: the cuff stays on for it.

    Returns:
        For each exercise, how long the cuff of its limb has been on at its end.

    >>> leg, arm = (Exercise(n, "", limb, None) for n, limb in ((1, "leg"), (2, "arm")))
    >>> times = chains(Duration.s(300), (leg, arm, leg), Duration.s(30))
    >>> print(*(time.clock for time in times))
    5:00 5:00 16:00
    """
    limbs = [exercise.limb for exercise in exercises]
    return tuple(
        each + (rest + each) * (place - limbs.index(limb)) for place, limb in enumerate(limbs)
    )


def _chained_too_long(
    chained: tuple[Duration, ...], exercises: tuple[Exercise, ...]
) -> tuple[Text, Stop] | None:
    """Hold every chain against the ceiling of its limb."""
    for time, exercise in zip(chained, exercises, strict=True):
        limb, ceiling = LIMB_WORDS[exercise.limb], LIMB_CEILING[exercise.limb]
        if time > ceiling.longest:
            return Text("the {limb} passes {ceiling}", limb=limb, ceiling=ceiling.longest), Stop(
                Text(
                    "With the cuff left on between exercises the {limb} would be under it for "
                    "{time}. The ceiling is {ceiling}.",
                    limb=limb,
                    time=time.clock,
                    ceiling=ceiling.longest.clock,
                ),
                (
                    Text(
                        "Let the cuff down between exercises, for {least}.",
                        least=OPEN_BETWEEN_EXERCISES,
                    ),
                    Text("Or do fewer exercises on this limb."),
                ),
                ceiling.cites,
            )
    return None


LIMB_WORDS = {"arm": Text("arm"), "leg": Text("leg")}


def _timeline(
    exercises: tuple[Exercise, ...],
    reps_by_set: tuple[int, ...],
    tempo: Tempo,
    rest: Duration,
    pause: Duration | None,
    clocks: tuple[CuffClock, ...],
    *,
    on_in_rests: bool,
) -> Timeline:
    """Put every set, rest and pause on one clock; without a pause the cuff stays tight."""
    now = Duration.s(0)
    segments: list[Segment] = []

    def add(
        kind: str, says: Text, exercise: int, time: Duration, *, cuff_on: bool, **of: int
    ) -> None:
        nonlocal now
        if time > Duration.s(0):
            segments.append(Segment(kind, says, exercise, now, now + time, cuff_on, **of))
        now += time

    for exercise in exercises:
        if exercise.number > 1:
            if pause is None:
                add("rest", Text("Go on, cuff on"), exercise.number, rest, cuff_on=True)
            else:
                add("open", Text("Cuff open"), exercise.number, pause, cuff_on=False)
        for number, repetitions in enumerate(reps_by_set, start=1):
            if number > 1:
                says = Text("Rest, cuff on") if on_in_rests else Text("Rest, cuff open")
                add("rest", says, exercise.number, rest, cuff_on=on_in_rests)
            add(
                "set",
                Text(
                    "{exercise}, set {number}: {repetitions}",
                    exercise=exercise,
                    number=number,
                    repetitions=Count(repetitions, "repetition"),
                ),
                exercise.number,
                tempo.repetition * repetitions,
                cuff_on=True,
                set_number=number,
                repetitions=repetitions,
            )
    return Timeline(
        says=Text(
            "{count} in {total}. {clocks}.",
            count=Count(len(exercises), "exercise"),
            total=now,
            clocks=Series(tuple(each.says for each in clocks)),
        ),
        total=now,
        segments=tuple(segments),
        clocks=clocks,
    )


def _cuff_clocks(
    each: Duration, exercises: tuple[Exercise, ...], rest: Duration, *, opened: bool
) -> tuple[CuffClock, ...]:
    """Hold each exercise against its ceiling; one that follows with the cuff on, its limb."""
    times = [each] * len(exercises) if opened else chains(each, exercises, rest)
    clocks = []
    for exercise, time in zip(exercises, times, strict=True):
        held = RESTRICTION_PER_EXERCISE if time == each else LIMB_CEILING[exercise.limb]
        says = Text(
            "{exercise}: {time} of {ceiling} under the cuff",
            exercise=exercise,
            time=time.clock,
            ceiling=held.longest.clock,
        )
        clocks.append(
            CuffClock(
                exercise.number,
                says,
                exercise.limb,
                time,
                held.longest,
                str(exercise),
                exercise.load,
            )
        )
    return tuple(clocks)


def _facts(
    each: Duration,
    timeline: Timeline,
    reps_by_set: tuple[int, ...],
    exercises: tuple[Exercise, ...],
) -> tuple[Fact, ...]:
    repetitions = sum(reps_by_set)
    facts = [
        Fact(Text("Under the cuff, each exercise"), each.clock),
        Fact(Text("Whole session"), timeline.total.clock),
        Fact(Text("Repetitions of each exercise"), Count(repetitions, "repetition")),
    ]
    facts += [
        Fact(
            Text("Volume load of {exercise}", exercise=exercise),
            exercise.load * repetitions,
        )
        for exercise in exercises
        if exercise.load is not None
    ]
    return tuple(facts)


def _working(
    reps_by_set: tuple[int, ...],
    tempo: Tempo,
    rest: Duration,
    each: Duration,
    *,
    on_in_rests: bool,
) -> tuple[Step, ...]:
    repetitions = sum(reps_by_set)
    rests = len(reps_by_set) - 1
    lifting = tempo.repetition * repetitions
    return (
        Step(
            Text("One repetition"),
            tempo.repetition,
            Text(
                "{up} up + {hold} hold + {down} down", up=tempo.up, hold=tempo.hold, down=tempo.down
            ),
        ),
        Step(
            Text("Lifting"),
            lifting,
            Text(
                "{repetitions} × {repetition}",
                repetitions=Count(repetitions, "repetition"),
                repetition=tempo.repetition,
            ),
        ),
        Step(
            Text("Rests with the cuff on") if on_in_rests else Text("Rests with the cuff open"),
            rest * rests if on_in_rests else Text("not counted"),
            Text("{rests} × {rest}", rests=Count(rests, "rest"), rest=rest),
            REST_BETWEEN_SETS.cites,
        ),
        Step(
            Text("Time under the cuff for one exercise"),
            each,
            None,
            RESTRICTION_PER_EXERCISE.cites,
        ),
    )


def _cautions(
    reps_by_set: tuple[int, ...], rest: Duration, tempo: Tempo, *, opened: bool
) -> tuple[Caution, ...]:
    cautions: list[Caution] = []
    repetitions = sum(reps_by_set)
    if not SETS_PER_EXERCISE.has(len(reps_by_set)):
        cautions.append(
            Caution(
                Text(
                    "You planned {sets}; {advised} are advised.",
                    sets=Count(len(reps_by_set), "set"),
                    advised=SETS_PER_EXERCISE,
                ),
                SETS_PER_EXERCISE.cites,
            )
        )
    if not REPETITIONS_PER_EXERCISE.has(repetitions):
        fewer = repetitions < REPETITIONS_PER_EXERCISE.low
        cautions.append(
            Caution(
                Text(
                    "{repetitions} for one exercise: {advised} are advised. {but}",
                    repetitions=Count(repetitions, "repetition"),
                    advised=REPETITIONS_PER_EXERCISE,
                    but=A_TRIAL_DID_FEWER if fewer else LONG_SETS_HARM,
                ),
                (*REPETITIONS_PER_EXERCISE.cites, DAILY_TRIAL if fewer else DAMAGE),
            )
        )
    if len(reps_by_set) > 1 and not REST_BETWEEN_SETS.has(rest):
        cautions.append(
            Caution(
                Text(
                    "You rest {rest}; {advised} is advised.", rest=rest, advised=REST_BETWEEN_SETS
                ),
                REST_BETWEEN_SETS.cites,
            )
        )
    if not (REPETITION_TEMPO.has(tempo.up) and REPETITION_TEMPO.has(tempo.down)):
        cautions.append(
            Caution(
                Text("A tempo of {advised} each way is usual.", advised=REPETITION_TEMPO),
                REPETITION_TEMPO.cites,
            )
        )
    if not opened:
        cautions.append(
            Caution(
                Text("The guidelines let the cuff down between exercises. You leave it on."),
                RESTRICTION_PER_EXERCISE.cites,
            )
        )
    return tuple(cautions)


DAILY_TRIAL = cite("abe2005", "abstract")
DAMAGE = cite("krieger2018", "case")
A_TRIAL_DID_FEWER = Text("A trial in athletes did three sets of 15, so fewer is no fault.")
LONG_SETS_HARM = Text("Much more than a muscle is used to can damage it.")


def _next() -> tuple[Advice, ...]:
    manual = cite("smartcuffs_manual", "stop signs")
    return (
        Advice(
            Text("Let the cuff down after the last set of each exercise."),
            RESTRICTION_PER_EXERCISE.cites,
        ),
        Advice(
            Text(
                "Open the cuff at once on pain, if the limb goes numb, white or blue, or if you "
                "feel dizzy or sick."
            ),
            (manual, cite("kaatsu_blog", "capillary refill")),
        ),
        Advice(
            Text(
                "Not to failure the first time: stop when a repetition is no longer clean. "
                "One exercise is enough for a first session."
            ),
            (cite("fitcuffs_guide", "first session"), cite("sieljacks2019", "abstract")),
        ),
    )


def _tables(
    timeline: Timeline, exercises: tuple[Exercise, ...], reps_by_set: tuple[int, ...]
) -> tuple[Table, ...]:
    """Show every set with its clock times, and the limbs with their ceilings."""
    by_number = {exercise.number: exercise for exercise in exercises}
    rows = tuple(
        (
            by_number[each.exercise],
            Text("{number} of {sets}", number=each.set_number, sets=len(reps_by_set)),
            each.repetitions,
            each.start.clock,
            each.end.clock,
        )
        for each in timeline.segments
        if each.kind == "set"
    )
    limbs = tuple(limb for limb in LIMB_CEILING if any(each.limb == limb for each in exercises))
    return (
        Table(
            Text("Every set by the clock"),
            (Text("Exercise"), Text("Set"), Text("Repetitions"), Text("Starts"), Text("Ends")),
            rows,
        ),
        Table(
            Text("Ceilings that hold for {limbs}", limbs=Series(limbs)),
            (Text("What"), Text("Ceiling")),
            (
                (Text("One exercise"), RESTRICTION_PER_EXERCISE.longest),
                *((LIMB_WITHOUT_OPENING[limb], LIMB_CEILING[limb].longest) for limb in limbs),
                (Text("Open between exercises"), OPEN_BETWEEN_EXERCISES),
            ),
        ),
    )


LIMB_WITHOUT_OPENING = {
    "arm": Text("An arm, without opening the cuff"),
    "leg": Text("A leg, without opening the cuff"),
}

# --- The calculator ----------------------------------------------------------------------------


def _exercise_inputs(number: int) -> tuple[Input, ...]:
    """Ask for one exercise; it applies when there are at least so many."""
    when = (When("exercises", tuple(str(n) for n in range(number, MOST_EXERCISES + 1))),)
    return (
        NameInput(f"exercise_{number}_name", Text("Name"), "", when=when),
        ChoiceInput(
            f"exercise_{number}_limb",
            Text("Cuff on the"),
            (Choice("leg", Text("Leg")), Choice("arm", Text("Arm"))),
            default="leg",
            when=when,
        ),
        MassInput(
            f"exercise_{number}_load",
            Text("Load"),
            inputs.LIFTED,
            "",
            hint=Text("Only for the volume load. May stay empty."),
            optional=True,
            when=when,
        ),
    )


def _seconds(name: str, label: str, least: Exact, default: str) -> NumberInput:
    possible = Range.of(least, 10)
    return NumberInput(name, Text(label), Unit.SECOND, possible, default, decimals=True)


MORE_THAN_ONE = When("exercises", tuple(str(n) for n in range(2, MOST_EXERCISES + 1)))
SESSION = Calculator(
    slug="session",
    title=Text("Session"),
    question=Text("What does the session look like, and how long is the cuff on?"),
    use_when=(
        Text("You have a weight and want to know sets, rests and the time under the cuff."),
        Text("You want to see whether a plan stays below the ceilings."),
    ),
    not_when=(
        Text("You have not been through the reasons not to train with a cuff."),
        Text("You plan to wear the cuff without exercise: leave that to a clinic."),
        Text("You want to leave the cuff on past a ceiling: the answer is then a stop."),
    ),
    groups=(
        Group(
            Text("Sets"),
            (
                ChoiceInput(
                    "scheme",
                    Text("Which sets?"),
                    (
                        Choice("30-15-15-15", Text("30-15-15-15"), Text("The usual one.")),
                        Choice("4x15", Text("4 × 15")),
                        Choice("3x15", Text("3 × 15")),
                        Choice("own", Text("My own")),
                    ),
                    default="30-15-15-15",
                ),
                NumbersInput(
                    "own_sets",
                    Text("Repetitions of each set"),
                    each=Range.of(1, 40),
                    count=Range.of(1, 6),
                    default="20 15 15",
                    example="20 15 15",
                    when=(When("scheme", ("own",)),),
                ),
                inputs.REST_S,
                ChoiceInput(
                    "cuff_in_rests",
                    Text("In these rests the cuff"),
                    (Choice("on", Text("Stays on")), Choice("open", Text("Is let down"))),
                    default="on",
                    why=Text("Both are in the guidelines. Letting it down is easier to bear."),
                ),
            ),
        ),
        Group(
            Text("Tempo of one repetition"),
            (
                _seconds("tempo_up_s", "Up", "0.5", "2"),
                _seconds("tempo_hold_s", "Hold", 0, "0"),
                _seconds("tempo_down_s", "Down", "0.5", "2"),
            ),
        ),
        Group(
            Text("Exercises"),
            (
                ChoiceInput(
                    "exercises",
                    Text("How many exercises with the cuff?"),
                    tuple(Choice(str(n), Text(str(n))) for n in range(1, MOST_EXERCISES + 1)),
                    default="1",
                ),
                ChoiceInput(
                    "between",
                    Text("Between exercises the cuff"),
                    (Choice("open", Text("Is let down")), Choice("on", Text("Stays on"))),
                    default="open",
                    when=(MORE_THAN_ONE,),
                ),
                NumberInput(
                    "open_min",
                    Text("Open between exercises"),
                    Unit.MINUTE,
                    Range.of(0, 30),
                    "3",
                    decimals=True,
                    hint=Text("Needed: {advised}.", advised=OPEN_BETWEEN_EXERCISES),
                    when=(MORE_THAN_ONE, When("between", ("open",))),
                ),
            ),
        ),
        *(
            Group(Text("Exercise {number}", number=number), _exercise_inputs(number))
            for number in range(1, MOST_EXERCISES + 1)
        ),
    ),
    rule=session,
    cites=(
        *RESTRICTION_PER_EXERCISE.cites,
        *LEG_CEILING.cites,
        *REPETITIONS_PER_EXERCISE.cites,
        *REPETITION_TEMPO.cites,
        cite("jakobsen2022", "Table 1"),
        cite("suga2012", "abstract"),
        cite("sieljacks2019", "abstract"),
        DAILY_TRIAL,
        DAMAGE,
        cite("smartcuffs_manual", "stop signs"),
        cite("kaatsu_blog", "capillary refill"),
        cite("fitcuffs_guide", "first session"),
    ),
    examples=(
        Example(
            Text("75 repetitions of 4 s are 300 s; three rests of 60 s make 480 s, that is 8:00"),
            {"rest_s": "60"},
            "8:00 under the cuff",
            {"Under the cuff, each exercise": "8:00"},
        ),
        Example(
            Text("The same with the cuff let down in the rests: only the 300 s of lifting count"),
            {"rest_s": "60", "cuff_in_rests": "open"},
            "5:00 under the cuff, 8:00 in all",
        ),
        Example(
            Text("A trial's own tempo, 2 + 1 + 2 s with rests of 45 s: 375 + 135 = 510 s"),
            {"tempo_hold_s": "1", "rest_s": "45"},
            "8:30 under the cuff",
        ),
        Example(
            Text("Two exercises of 6:30 with 3 min open between them last 16:00"),
            {"exercises": "2", "exercise_1_load": "20 kg"},
            "6:30 under the cuff for each exercise, 16:00 in all",
            {"Whole session": "16:00", "Volume load of Exercise 1": "1500 kg"},
        ),
        Example(
            Text("Two arm exercises of 8:00 with the cuff left on pass 15 min: a stop"),
            {
                "rest_s": "60",
                "exercises": "2",
                "between": "on",
                "exercise_1_limb": "arm",
                "exercise_2_limb": "arm",
            },
            "Change this session: the arm passes 15 min",
        ),
    ),
    lookup=Lookup(
        Text("Time under the cuff for one exercise, cuff on in the rests, 2 s up and 2 s down"),
        "scheme",
        ("30-15-15-15", "4x15", "3x15"),
        "rest_s",
        ("30", "45", "60"),
        {},
    ),
    limits=(
        Text("The clock counts the tempo you typed; tired repetitions are slower."),
        Text("Pumping up the cuff takes time under pressure too: add it."),
        Text("Volume load describes work done. Equal volume load is not equal effect."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.RESTS, Sets.EXERCISES),
    varies=(
        Vary("scheme", ("30-15-15-15", "4x15", "3x15")),
        Vary("rest_s", ("30", "45", "60")),
        Vary("cuff_in_rests", ("on", "open")),
        Vary("tempo_down_s", ("-1", "+1")),
    ),
)
