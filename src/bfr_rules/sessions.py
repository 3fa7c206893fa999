"""A session: sets, tempo, rests and exercises as a clock, held against the ceilings of the cuff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bfr_rules import inputs
from bfr_rules.inputs import Choice, ChoiceInput, MassInput, NameInput, NumberInput, NumbersInput
from bfr_rules.model import (
    Advice,
    AdvisedRange,
    Calculator,
    Caution,
    Citation,
    CuffClock,
    Example,
    Fact,
    Group,
    Input,
    Lookup,
    Outcome,
    Segment,
    Sets,
    State,
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
    EXERCISES_PER_LIMB,
    FILLING,
    FIRST_LIGHT,
    FIRST_SESSIONS_INTENSITY,
    LEG_CEILING,
    MOST_LIMB_REPETITIONS,
    MOST_REPETITIONS,
    MOST_SESSION_REPETITIONS,
    MOST_SESSION_TIME,
    OPEN_BETWEEN_EXERCISES,
    REPETITION_TEMPO,
    REPETITIONS_PER_EXERCISE,
    REST_BETWEEN_SETS,
    RESTRICTION_PER_EXERCISE,
    RHABDOMYOLYSIS,
    SETS_PER_EXERCISE,
    USUAL_LIMB_REPETITIONS,
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


FILLED_IN = Duration.s(FILLING.value)


@dataclass(frozen=True)
class Exercise:
    """One exercise of a session."""

    number: int
    name: str
    limb: str
    load: Mass | None
    side: str = inputs.UNSAID
    reps_by_set: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Write what the reader called it, or its place in the session, and the side that was named.

        >>> print(Exercise(1, "Curl", "arm", None, "left"))
        Curl, left arm
        """
        called = self.name or f"Exercise {self.number}"
        return called if self.side == inputs.UNSAID else f"{called}, {self.limbs}"

    @property
    def limbs(self) -> Text:
        """The limb with the side that was named, or both."""
        if self.side == "both":
            return Text("both {limb}s", limb=self.limb)
        return Text("{side} {limb}", side=self.side, limb=self.limb)

    @property
    def repetitions(self) -> int:
        """Repetitions of all its sets."""
        return sum(self.reps_by_set)

    @property
    def on(self) -> tuple[str, ...]:
        """The sides that it counts for: one, or both where none was named."""
        return (self.side,) if self.side in {"left", "right"} else ("left", "right")


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
    first_sessions: str,
    open_min: Duration | None = None,
    between: str = "open",
    own_sets: tuple[Fraction, ...] = (),
    **listed: object,
) -> Outcome:
    """Lay out a session on a clock and hold the time and the work under the cuff against ceilings.

    Args:
        scheme: A key of `SCHEMES`, or `own` with `own_sets`.
        tempo_up_s: Time to raise the weight.
        tempo_hold_s: Time to hold it at the top.
        tempo_down_s: Time to lower it.
        rest_s: Rest between sets, advised `REST_BETWEEN_SETS`.
        cuff_in_rests: `on`, or `open` to let the cuff down in the rests.
        exercises: How many exercises, "1" to "6".
        first_sessions: `yes` holds it to one exercise, the cuff open in the rests.
        open_min: Time with the cuff open between exercises, advised `OPEN_BETWEEN_EXERCISES`.
        between: `open`, or `on` for a cuff that stays tight, which is a stop.
        own_sets: Repetitions of each set.
        **listed: `exercise_1_name`, `exercise_1_limb`, `exercise_1_side`, `exercise_1_load`, and
            `exercise_1_sets` where its sets are others, and so on.

    Returns:
        Table, times, volume load and timeline; a stop when a ceiling would be passed.

    Source: `RESTRICTION_PER_EXERCISE`, `ARM_CEILING`, `LEG_CEILING`, `OPEN_BETWEEN_EXERCISES`,
    `EXERCISES_PER_LIMB`, `MOST_REPETITIONS`, `MOST_LIMB_REPETITIONS`, `MOST_SESSION_TIME`.

    >>> two = Duration.s(2)
    >>> plan = session("30-15-15-15", two, Duration.s(0), two, Duration.s(60), "on", "1", "no",
    ...                exercise_1_limb="leg")
    >>> print(plan.headline)
    8:00 under the cuff
    """
    reps_by_set = tuple(int(each) for each in own_sets) if scheme == "own" else SCHEMES[scheme]
    tempo = Tempo(tempo_up_s, tempo_hold_s, tempo_down_s)
    on_in_rests = cuff_in_rests == "on"
    pause = open_min if open_min is not None else Duration.s(0)
    planned = Planned(
        _exercises(int(exercises), reps_by_set, listed),
        tempo.repetition,
        rest_s,
        on_in_rests=on_in_rests,
    )
    stop = _stop(planned, pause, first=first_sessions == "yes", opened=between == "open")
    if stop:
        return Outcome(headline=Text("Change this session: {why}", why=stop[0]), stop=stop[1])
    timeline = _timeline(planned, tempo, pause)
    first = planned.exercises[0]
    return Outcome(
        headline=_headline(planned, timeline.total),
        answer=planned.each.clock,
        facts=_facts(planned, timeline),
        steps=_working(planned, tempo),
        cautions=_cautions(planned, tempo),
        next=_next(first=first_sessions == "yes"),
        tables=_tables(timeline, planned),
        timeline=timeline,
        carry={
            **({"exercise_1_name": first.name} if first.name else {}),
            # An AOP is that of one side, so the question of the pressure takes no other answer.
            **({"limb": first.limb, "side": first.side} if first.side in BOTH else {}),
        },
    )


@dataclass(frozen=True)
class Planned:
    """A session as it was asked for: its exercises, and how long each keeps the cuff tight."""

    exercises: tuple[Exercise, ...]
    repetition: Duration
    """Time of one repetition."""
    rest: Duration
    on_in_rests: bool

    def time_of(self, exercise: Exercise) -> Duration:
        """Find the time under the cuff for one exercise, filling not counted."""
        return restriction(
            exercise.reps_by_set, self.repetition, self.rest, cuff_on_in_rests=self.on_in_rests
        )

    def filled_of(self, exercise: Exercise) -> Duration:
        """Find the time under the cuff for one exercise, with filling it each time."""
        times = 1 if self.on_in_rests else len(exercise.reps_by_set)
        return self.time_of(exercise) + FILLED_IN * times

    @property
    def longest(self) -> Exercise:
        """The exercise that keeps the cuff tight for longest, the first of several."""
        return max(self.exercises, key=lambda each: self.filled_of(each).seconds)

    @property
    def alike(self) -> bool:
        """Whether every exercise has the same sets."""
        return len({each.reps_by_set for each in self.exercises}) == 1

    @property
    def reps_by_set(self) -> tuple[int, ...]:
        """Repetitions of each set, of the longest exercise."""
        return self.longest.reps_by_set

    @property
    def each(self) -> Duration:
        """Time under the cuff for the longest exercise, filling not counted."""
        return self.time_of(self.longest)

    @property
    def lifting(self) -> Duration:
        """That part of it in which the weight moves."""
        return self.repetition * self.longest.repetitions

    @property
    def filled(self) -> Duration:
        """Time under the cuff for the longest exercise, with filling it each time."""
        return self.filled_of(self.longest)

    @property
    def repetitions(self) -> int:
        """Repetitions of the exercise that has the most."""
        return max(each.repetitions for each in self.exercises)

    @property
    def all_in(self) -> Work:
        """The work and the time under cuffs of the whole session."""
        return self.work(self.exercises)

    def work(self, exercises: Iterable[Exercise]) -> Work:
        """Add up the work and the time under the cuff of some exercises."""
        listed = tuple(exercises)
        time = Duration.s(sum(self.filled_of(each).seconds for each in listed))
        return Work(len(listed), sum(each.repetitions for each in listed), time)

    @property
    def by_limb(self) -> dict[tuple[str, str], Work]:
        """Add up the work of each limb, by the limb and its side."""
        limbs = dict.fromkeys((each.limb, side) for each in self.exercises for side in each.on)
        return {
            (limb, side): self.work(
                each for each in self.exercises if each.limb == limb and side in each.on
            )
            for limb, side in limbs
        }

    def most(self, limb: str) -> Work:
        """Find the most that one limb of a pair has, of each kind; nothing for no such limb."""
        works = [work for (each, _), work in self.by_limb.items() if each == limb]
        return Work(
            max((each.exercises for each in works), default=0),
            max((each.repetitions for each in works), default=0),
            max(
                (each.time for each in works), key=lambda time: time.seconds, default=Duration.s(0)
            ),
        )


@dataclass(frozen=True)
class Work:
    """Exercises, their repetitions, and their time under the cuff with filling it."""

    exercises: int
    repetitions: int
    time: Duration

    @property
    def said(self) -> Text:
        """Repetitions and time in words."""
        return Text(
            "{repetitions}, {time} with filling",
            repetitions=Count(self.repetitions, "repetition"),
            time=self.time.clock,
        )


def _headline(planned: Planned, total: Duration) -> Text:
    each, named = planned.each.clock, _named(planned.exercises)
    if len(planned.exercises) > 1:
        template = "{each} under the cuff for each exercise, {total} in all"
        if not planned.alike:
            template = "Up to {each} under the cuff for an exercise, {total} in all"
        said = Text(template, each=each, total=total.clock)
    elif total == planned.each:
        said = Text("{each} under the cuff", each=each)
    else:
        said = Text("{each} under the cuff, {total} in all", each=each, total=total.clock)
    return Text("{said}, {limbs}", said=said, limbs=Series(named)) if named else said


def _named(exercises: tuple[Exercise, ...]) -> tuple[Text, ...]:
    """List the limbs whose side was named, each once."""
    sided = {str(each.limbs): each.limbs for each in exercises if each.side != inputs.UNSAID}
    return tuple(sided.values())


def _exercises(
    count: int, reps_by_set: tuple[int, ...], listed: dict[str, object]
) -> tuple[Exercise, ...]:
    made = []
    for number in range(1, count + 1):
        load = listed.get(f"exercise_{number}_load")
        own = listed.get(f"exercise_{number}_sets")
        made.append(
            Exercise(
                number,
                str(listed.get(f"exercise_{number}_name", "")),
                str(listed[f"exercise_{number}_limb"]),
                load if isinstance(load, Mass) else None,
                str(listed.get(f"exercise_{number}_side", inputs.UNSAID)),
                tuple(map(int, own)) if isinstance(own, tuple) else reps_by_set,
            )
        )
    return tuple(made)


# --- What stops --------------------------------------------------------------------------------

Why = tuple[Text, Stop]
"""Why a session is stopped, for its headline, and the stop."""
NEW_TO_IT = (
    FIRST_LIGHT,
    *RHABDOMYOLYSIS,
    cite("wernbom2020", "opening; to hold first sessions to it is our rule", State.OURS),
)


def _stop(planned: Planned, pause: Duration, *, first: bool, opened: bool) -> Why | None:
    """Find the first reason why this session must not be done as it was asked for."""
    return (
        (_first_session(planned) if first else None)
        or (None if opened or len(planned.exercises) == 1 else _left_on(planned))
        or _too_long(planned)
        or _not_opened(planned)
        or _too_much_in_one(planned)
        or _too_much_for_a_limb(planned)
        or _too_much_in_all(planned)
        or (_not_open_enough(pause) if len(planned.exercises) > 1 else None)
    )


def _first_session(planned: Planned) -> Why | None:
    """Hold first sessions to one exercise of usual length, with the cuff open in the rests."""
    most = REPETITIONS_PER_EXERCISE.high
    wrong = [
        (len(planned.exercises) > 1, Text("one exercise at first"), Text("Plan one exercise.")),
        (
            planned.repetitions > most,
            Text("fewer repetitions at first"),
            Text("Do no more than {most}.", most=Count(int(most), "repetition")),
        ),
        (
            planned.on_in_rests,
            Text("open the cuff in the rests at first"),
            Text("Let the cuff down in the rests."),
        ),
    ]
    found = [(why, do) for is_wrong, why, do in wrong if is_wrong]
    if not found:
        return None
    return found[0][0], Stop(
        Text(
            "You said that this is one of your first sessions. Then we lay out one exercise, the "
            "cuff let down in the rests, and no more than {most}.",
            most=Count(int(most), "repetition"),
        ),
        (*(do for _, do in found), Text("Past your first weeks? Then say so, and plan anew.")),
        NEW_TO_IT,
    )


ONE_PAIR = cite("vald_bfr", "general BFR protocol; one pair at a time is our rule", State.OURS)


def left_on(each: Duration, exercises: Sequence[Exercise], rest: Duration) -> dict[str, Duration]:
    """Add up the time under cuffs that are opened only when the session ends.

    An exercise of the other limb counts too: the cuff stays on for it.

    Returns:
        For each limb, how long its cuff has been on when it is opened.

    >>> leg, arm = (Exercise(n, "", limb, None) for n, limb in ((1, "leg"), (2, "arm")))
    >>> times = left_on(Duration.s(300), (leg, arm, leg), Duration.s(30))
    >>> print(*(f"{limb} {time.clock}" for limb, time in times.items()))
    leg 16:00 arm 10:30
    """
    limbs = [exercise.limb for exercise in exercises]
    return {
        limb: each + (rest + each) * (len(limbs) - 1 - limbs.index(limb))
        for limb in dict.fromkeys(limbs)
    }


def _left_on(planned: Planned) -> Why:
    """Refuse a cuff that stays tight from one exercise to the next, and say for how long it would."""
    times = left_on(planned.each, planned.exercises, planned.rest)
    limb, time = max(times.items(), key=lambda each: each[1])
    ceiling = LIMB_CEILING[limb]
    passes = time > ceiling.longest
    says = Text(
        "Left on between exercises, the cuff of the {limb} would be tight for {time}. {but}",
        limb=LIMB_WORDS[limb],
        time=time.clock,
        but=Text("The ceiling is {ceiling}.", ceiling=ceiling.longest.clock)
        if passes
        else Text("The guidelines let it down after each exercise."),
    )
    do = [Text("Let the cuff down after each exercise, for {least}.", least=OPEN_BETWEEN_EXERCISES)]
    cites: tuple[Citation, ...] = RESTRICTION_PER_EXERCISE.cites
    if passes:
        cites = (*cites, *ceiling.cites)
    if len(times) == 1:
        return Text("open the cuff between exercises"), Stop(says, tuple(do), cites)
    do.append(Text("One pair at a time: the cuffs of the other limbs are open, or off."))
    return (
        Text("never arms and legs under cuffs at once"),
        Stop(says, tuple(do), (*cites, ONE_PAIR)),
    )


def _too_long(planned: Planned) -> Why | None:
    """Hold one exercise against its ceiling, filling the cuff counted."""
    ceiling = RESTRICTION_PER_EXERCISE.longest
    if planned.filled <= ceiling:
        return None
    shorter = [
        Text("Choose fewer repetitions or sets."),
        Text("Lift at a faster, steady tempo."),
    ]
    opened = replace(planned, on_in_rests=False)
    if planned.on_in_rests and opened.filled <= ceiling:
        shorter.append(Text("Let the cuff down in the rests."))
    if planned.each > planned.lifting and planned.rest > REST_BETWEEN_SETS.longest:
        shorter.append(Text("Rest {advised} between sets.", advised=REST_BETWEEN_SETS))
    return Text("one exercise passes {ceiling}", ceiling=ceiling), Stop(
        Text(
            "One exercise would keep the cuff tight for {time}, with {filling} to fill it each "
            "time, which is our guess. The ceiling is {ceiling}.",
            time=planned.filled.clock,
            filling=FILLED_IN,
            ceiling=ceiling.clock,
        ),
        tuple(shorter),
        (*RESTRICTION_PER_EXERCISE.cites, *FILLING.cites),
    )


def _not_opened(planned: Planned) -> Why | None:
    """Refuse to call a cuff open in rests that are over before it could be filled again."""
    most_sets = max(len(each.reps_by_set) for each in planned.exercises)
    if planned.on_in_rests or most_sets == 1 or planned.rest >= FILLED_IN:
        return None
    return Text("longer rests, or the cuff is never open"), Stop(
        Text(
            "You rest {rest}. In that time no cuff is let down and filled again: we count {filling} "
            "for filling it, which is our guess.",
            rest=planned.rest,
            filling=FILLED_IN,
        ),
        (Text("Rest {advised} between sets.", advised=REST_BETWEEN_SETS),),
        (*REST_BETWEEN_SETS.cites, *FILLING.cites),
    )


def _too_much_in_one(planned: Planned) -> Why | None:
    if MOST_REPETITIONS.has(planned.repetitions):
        return None
    return Text("too many repetitions"), Stop(
        Text(
            "{repetitions} for one exercise: {advised} are advised, and we lay out {most}. {harm}",
            repetitions=Count(planned.repetitions, "repetition"),
            advised=REPETITIONS_PER_EXERCISE,
            most=MOST_REPETITIONS,
            harm=LONG_SETS_HARM,
        ),
        (Text("Plan {advised}.", advised=REPETITIONS_PER_EXERCISE),),
        (*REPETITIONS_PER_EXERCISE.cites, *MOST_REPETITIONS.cites),
    )


def _too_much_for_a_limb(planned: Planned) -> Why | None:
    """Hold the exercises and repetitions of each limb against what is published."""
    for limb in LIMB_CEILING:
        most = planned.most(limb)
        count, repetitions = most.exercises, most.repetitions
        if count > EXERCISES_PER_LIMB.high:
            return Text("fewer exercises for the {limb}", limb=LIMB_WORDS[limb]), Stop(
                Text(
                    "{count} with the cuff on one {limb}: {advised} are advised. {case}",
                    count=Count(count, "exercise"),
                    limb=LIMB_WORDS[limb],
                    advised=EXERCISES_PER_LIMB,
                    case=SOLDIER,
                ),
                (
                    Text("Plan {advised} on one limb.", advised=EXERCISES_PER_LIMB),
                    Text("Do the others without a cuff, or on another day."),
                ),
                (*EXERCISES_PER_LIMB.cites, *RHABDOMYOLYSIS),
            )
        if not MOST_LIMB_REPETITIONS.has(repetitions):
            return Text("too many repetitions for the {limb}", limb=LIMB_WORDS[limb]), Stop(
                Text(
                    "{repetitions} on one {limb} in a session: we lay out {most}. {case}",
                    repetitions=Count(repetitions, "repetition"),
                    limb=LIMB_WORDS[limb],
                    most=MOST_LIMB_REPETITIONS,
                    case=SOLDIER,
                ),
                (Text("Plan fewer exercises on this limb, or fewer repetitions."),),
                MOST_LIMB_REPETITIONS.cites,
            )
    return None


def _too_much_in_all(planned: Planned) -> Why | None:
    """Hold the whole session against the lines of this guide."""
    repetitions, time = planned.all_in.repetitions, planned.all_in.time
    if MOST_SESSION_REPETITIONS.has(repetitions) and MOST_SESSION_TIME.has(time):
        return None
    return Text("too much for one session"), Stop(
        Text(
            "{repetitions} and {time} under cuffs in one session: we lay out {most} and {longest}. "
            "{case}",
            repetitions=Count(repetitions, "repetition"),
            time=time.clock,
            most=MOST_SESSION_REPETITIONS,
            longest=MOST_SESSION_TIME,
            case=SOLDIER,
        ),
        (Text("Plan fewer exercises with a cuff, or spread them over two days."),),
        MOST_SESSION_TIME.cites,
    )


def _not_open_enough(pause: Duration) -> Why | None:
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


SOLDIER = Text(
    "A soldier had muscle breakdown after one session of about 195 repetitions in several "
    "exercises for the calves."
)
# --- What is laid out --------------------------------------------------------------------------

LIMB_WORDS = {"arm": Text("arm"), "leg": Text("leg")}


def _timeline(planned: Planned, tempo: Tempo, pause: Duration) -> Timeline:
    """Put every set, rest and pause on one clock; between exercises the cuff is open."""
    now = Duration.s(0)
    segments: list[Segment] = []
    clocks = _cuff_clocks(planned)

    def add(
        kind: str, says: Text, exercise: int, time: Duration, *, cuff_on: bool, **of: int
    ) -> None:
        nonlocal now
        if time > Duration.s(0):
            segments.append(Segment(kind, says, exercise, now, now + time, cuff_on, **of))
        now += time

    for exercise in planned.exercises:
        if exercise.number > 1:
            add("open", Text("Cuff open"), exercise.number, pause, cuff_on=False)
        for number, repetitions in enumerate(exercise.reps_by_set, start=1):
            if number > 1:
                says = Text("Rest, cuff on") if planned.on_in_rests else Text("Rest, cuff open")
                add("rest", says, exercise.number, planned.rest, cuff_on=planned.on_in_rests)
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
            count=Count(len(planned.exercises), "exercise"),
            total=now,
            clocks=Series(tuple(each.says for each in clocks)),
        ),
        total=now,
        segments=tuple(segments),
        clocks=clocks,
        tempo=(tempo.up, tempo.hold, tempo.down),
    )


def _cuff_clocks(planned: Planned) -> tuple[CuffClock, ...]:
    """Hold each exercise against its ceiling."""
    ceiling = RESTRICTION_PER_EXERCISE.longest
    return tuple(
        CuffClock(
            exercise.number,
            Text(
                "{exercise}: {time} of {ceiling} under the cuff, {filled} with filling it",
                exercise=exercise,
                time=planned.time_of(exercise).clock,
                ceiling=ceiling.clock,
                filled=planned.filled_of(exercise).clock,
            ),
            exercise.limb,
            planned.time_of(exercise),
            ceiling,
            str(exercise),
            exercise.load,
            "" if exercise.side == inputs.UNSAID else exercise.side,
        )
        for exercise in planned.exercises
    )


def _facts(planned: Planned, timeline: Timeline) -> tuple[Fact, ...]:
    of = Text("each exercise") if planned.alike else Text("the longest exercise")
    facts = [
        Fact(Text("Under the cuff, {of}", of=of), planned.each.clock),
        Fact(
            Text("The same with filling, {filling} each time", filling=FILLED_IN),
            planned.filled.clock,
        ),
        Fact(Text("Whole session"), timeline.total.clock),
        Fact(
            Text("Repetitions of {of}", of=of),
            Count(planned.longest.repetitions, "repetition"),
        ),
        *_in_all(planned),
    ]
    facts += [
        Fact(
            Text("Volume load of {exercise}", exercise=exercise),
            exercise.load * exercise.repetitions,
        )
        for exercise in planned.exercises
        if exercise.load is not None
    ]
    return tuple(facts)


def _in_all(planned: Planned) -> Iterator[Fact]:
    """Add up the work and the time under the cuff of each limb, and of the session."""
    for limb in LIMB_CEILING:
        sides = {side: work for (each, side), work in planned.by_limb.items() if each == limb}
        named = any(each.on != BOTH for each in planned.exercises if each.limb == limb)
        if not named and sides:
            yield Fact(Text("Each {limb}, in all", limb=LIMB_WORDS[limb]), sides["left"].said)
            continue
        for side, work in sides.items():
            yield Fact(
                Text("{side} {limb}, in all", side=side.capitalize(), limb=LIMB_WORDS[limb]),
                work.said,
            )
    yield Fact(Text("The whole session under cuffs"), planned.all_in.said)


BOTH = ("left", "right")


def _working(planned: Planned, tempo: Tempo) -> tuple[Step, ...]:
    repetitions = planned.longest.repetitions
    sets = len(planned.reps_by_set)
    rest, on = planned.rest, planned.on_in_rests
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
            planned.lifting,
            Text(
                "{repetitions} × {repetition}",
                repetitions=Count(repetitions, "repetition"),
                repetition=tempo.repetition,
            ),
        ),
        Step(
            Text("Rests with the cuff on") if on else Text("Rests with the cuff open"),
            rest * (sets - 1) if on else Text("not counted"),
            Text("{rests} × {rest}", rests=Count(sets - 1, "rest"), rest=rest),
            REST_BETWEEN_SETS.cites,
        ),
        Step(
            Text("Time under the cuff for one exercise")
            if planned.alike
            else Text("Time under the cuff for the longest exercise"),
            planned.each,
            None,
            RESTRICTION_PER_EXERCISE.cites,
        ),
        Step(
            Text(
                "The same with filling the cuff, {filling} each time: our guess", filling=FILLED_IN
            ),
            planned.filled,
            Text(
                "{each} + {times} × {filling}",
                each=planned.each.clock,
                times=1 if on else sets,
                filling=FILLED_IN,
            ),
            FILLING.cites,
        ),
    )


def _cautions(planned: Planned, tempo: Tempo) -> tuple[Caution, ...]:
    set_counts = dict.fromkeys(len(each.reps_by_set) for each in planned.exercises)
    totals = dict.fromkeys(each.repetitions for each in planned.exercises)
    cautions = [
        *_much_for_a_limb(planned),
        *(_other_sets(sets) for sets in set_counts if not SETS_PER_EXERCISE.has(sets)),
        *(_unusual(each) for each in totals if not REPETITIONS_PER_EXERCISE.has(each)),
    ]
    if max(set_counts) > 1 and not REST_BETWEEN_SETS.has(planned.rest):
        cautions.append(
            Caution(
                Text(
                    "You rest {rest}; {advised} is advised.",
                    rest=planned.rest,
                    advised=REST_BETWEEN_SETS,
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
    return tuple(cautions)


def _other_sets(sets: int) -> Caution:
    """Warn of more or fewer sets of one exercise than are advised."""
    return Caution(
        Text(
            "You planned {sets}; {advised} are advised.",
            sets=Count(sets, "set"),
            advised=SETS_PER_EXERCISE,
        ),
        SETS_PER_EXERCISE.cites,
    )


def _unusual(repetitions: int) -> Caution:
    """Warn of more or fewer repetitions of one exercise than are advised."""
    fewer = repetitions < REPETITIONS_PER_EXERCISE.low
    return Caution(
        Text(
            "{repetitions} for one exercise: {advised} are advised. {but}",
            repetitions=Count(repetitions, "repetition"),
            advised=REPETITIONS_PER_EXERCISE,
            but=A_TRIAL_DID_FEWER if fewer else LONG_SETS_HARM,
        ),
        (*REPETITIONS_PER_EXERCISE.cites, *((DAILY_TRIAL,) if fewer else RHABDOMYOLYSIS)),
    )


def _much_for_a_limb(planned: Planned) -> Iterator[Caution]:
    """Warn of the work and the time that one limb has in all, before they become a stop."""
    for limb, ceiling in LIMB_CEILING.items():
        most = planned.most(limb)
        repetitions, time = most.repetitions, most.time
        if not USUAL_LIMB_REPETITIONS.has(repetitions):
            yield Caution(
                Text(
                    "{repetitions} on one {limb} in a session are a lot. {case} "
                    "Leave out an exercise, unless you have long been used to this.",
                    repetitions=Count(repetitions, "repetition"),
                    limb=LIMB_WORDS[limb],
                    case=SOLDIER,
                ),
                USUAL_LIMB_REPETITIONS.cites,
            )
        if time > ceiling.longest:
            yield Caution(
                Text(
                    "In all, one {limb} is under the cuff for {time}, more than the {ceiling} that "
                    "it may have without opening. So open the cuff fully in between.",
                    limb=LIMB_WORDS[limb],
                    time=time.clock,
                    ceiling=ceiling.longest,
                ),
                ceiling.cites,
            )


DAILY_TRIAL = cite("abe2005", "abstract")
A_TRIAL_DID_FEWER = Text("A trial in athletes did three sets of 15, so fewer is no fault.")
LONG_SETS_HARM = Text("Much more than a muscle is used to can damage it.")


def _next(*, first: bool) -> tuple[Advice, ...]:
    manual = cite("smartcuffs_manual", "stop signs")
    at_first = Advice(
        Text(
            "Your first session: one exercise, light, {load}, better at the low end. "
            "Not to failure: stop when a repetition is no longer clean.",
            load=FIRST_SESSIONS_INTENSITY,
        ),
        (FIRST_LIGHT, cite("sieljacks2019", "abstract")),
    )
    later = Advice(
        Text("You need not go to failure: stop when a repetition is no longer clean."),
        (cite("sieljacks2019", "abstract"),),
    )
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
        at_first if first else later,
    )


def _tables(timeline: Timeline, planned: Planned) -> tuple[Table, ...]:
    """Show every set with its clock times, and the limbs with their ceilings."""
    exercises = planned.exercises
    by_number = {exercise.number: exercise for exercise in exercises}
    rows = tuple(
        (
            by_number[each.exercise],
            Text(
                "{number} of {sets}",
                number=each.set_number,
                sets=len(by_number[each.exercise].reps_by_set),
            ),
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
            inputs.LIMBS,
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
            example="20 kg",
            when=when,
        ),
        ChoiceInput(
            f"exercise_{number}_side",
            Text("Which side?"),
            inputs.SIDES_OR_BOTH,
            default=inputs.UNSAID,
            hint=Text("Where one side alone has a cuff, name it."),
            when=when,
        ),
        NumbersInput(
            f"exercise_{number}_sets",
            Text("Its sets, if others"),
            each=Range.of(1, 40),
            count=Range.of(1, 6),
            default="",
            example="20 15 15",
            hint=Text("May stay empty."),
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
                inputs.FIRST_SESSIONS,
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
                    (Choice("open", Text("Is let down")), Choice("on", Text("Stays on"))),
                    default="open",
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
                    (
                        Choice("open", Text("Is let down")),
                        Choice("on", Text("Stays on"), Text("Then there is no session.")),
                    ),
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
        *EXERCISES_PER_LIMB.cites,
        *RHABDOMYOLYSIS,
        *FILLING.cites,
        cite("wernbom2020", "opening"),
        DAILY_TRIAL,
        cite("smartcuffs_manual", "stop signs"),
        cite("kaatsu_blog", "capillary refill"),
        cite("fitcuffs_guide", "first session"),
    ),
    examples=(
        Example(
            Text("A first session: 75 repetitions of 4 s are 5:00, with three open rests 6:30"),
            {},
            "5:00 under the cuff, 6:30 in all",
            {"The same with filling, 15 s each time": "6:00"},
        ),
        Example(
            Text("75 repetitions of 4 s are 300 s; three rests of 60 s make 480 s, that is 8:00"),
            {"first_sessions": "no", "rest_s": "60", "cuff_in_rests": "on"},
            "8:00 under the cuff",
            {
                "Under the cuff, each exercise": "8:00",
                "The same with filling, 15 s each time": "8:15",
            },
        ),
        Example(
            Text("A trial's own tempo, 2 + 1 + 2 s with rests of 45 s: 375 + 135 = 510 s"),
            {
                "first_sessions": "no",
                "tempo_hold_s": "1",
                "rest_s": "45",
                "cuff_in_rests": "on",
            },
            "8:30 under the cuff",
        ),
        Example(
            Text("Two exercises of 6:30 with 3 min open between them last 16:00"),
            {
                "first_sessions": "no",
                "cuff_in_rests": "on",
                "exercises": "2",
                "exercise_1_load": "20 kg",
            },
            "6:30 under the cuff for each exercise, 16:00 in all",
            {
                "Whole session": "16:00",
                "Each leg, in all": "150 repetitions, 13:30 with filling",
                "Volume load of Exercise 1": "1500 kg",
            },
        ),
        Example(
            Text("Two exercises in one of the first sessions: a stop"),
            {"exercises": "2"},
            "Change this session: one exercise at first",
        ),
        Example(
            Text("A leg and an arm with the cuffs left on: a stop"),
            {
                "first_sessions": "no",
                "exercises": "2",
                "between": "on",
                "exercise_2_limb": "arm",
            },
            "Change this session: never arms and legs under cuffs at once",
        ),
    ),
    lookup=Lookup(
        Text("Time under the cuff for one exercise, cuff on in the rests, 2 s up and 2 s down"),
        "scheme",
        ("30-15-15-15", "4x15", "3x15"),
        "rest_s",
        ("30", "45", "60"),
        {"first_sessions": "no", "cuff_in_rests": "on"},
    ),
    limits=(
        Text("The clock counts the tempo you typed; tired repetitions are slower."),
        Text(
            "Filling the cuff counts as {filling} each time: our guess. Yours may take longer.",
            filling=FILLED_IN,
        ),
        Text("How many repetitions are too many for you, no study tells: our lines are careful."),
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
