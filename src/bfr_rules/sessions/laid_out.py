"""A session laid out: its clock, its numbers, its working and its tables."""

from __future__ import annotations

from collections.abc import Iterator

from bfr_rules.inputs import shared
from bfr_rules.outcome import CuffClock, Fact, Segment, Step, Table, Timeline
from bfr_rules.references import (
    FILLING,
    OPEN_BETWEEN_EXERCISES,
    REST_BETWEEN_SETS,
    RESTRICTION_PER_EXERCISE,
)
from bfr_rules.sessions.planned import FILLED_IN, LIMB_CEILING, LIMB_WORDS, Planned, Tempo
from bfr_rules.text import Count, Series, Text
from bfr_rules.times import Duration


def timeline_of(planned: Planned, tempo: Tempo, pause: Duration) -> Timeline:
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
            "" if exercise.side == shared.UNSAID else exercise.side,
        )
        for exercise in planned.exercises
    )


def facts_of(planned: Planned, timeline: Timeline) -> tuple[Fact, ...]:
    """Name the numbers of a session."""
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


def working(planned: Planned, tempo: Tempo) -> tuple[Step, ...]:
    """Show how the time adds up."""
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


def tables(timeline: Timeline, planned: Planned) -> tuple[Table, ...]:
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
