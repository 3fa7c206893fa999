"""What takes the place of a session: too long, too much, too short a pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bfr_rules.citation import Citation, State
from bfr_rules.outcome import Stop
from bfr_rules.references import (
    EXERCISES_PER_LIMB,
    FILLING,
    FIRST_LIGHT,
    MOST_LIMB_REPETITIONS,
    MOST_REPETITIONS,
    MOST_SESSION_REPETITIONS,
    MOST_SESSION_TIME,
    OPEN_BETWEEN_EXERCISES,
    REPETITIONS_PER_EXERCISE,
    REST_BETWEEN_SETS,
    RESTRICTION_PER_EXERCISE,
    RHABDOMYOLYSIS,
    cite,
)
from bfr_rules.sessions.planned import (
    FILLED_IN,
    LIMB_CEILING,
    LIMB_WORDS,
    LONG_SETS_HARM,
    SOLDIER,
    Exercise,
    Planned,
)
from bfr_rules.text import Count, Text
from bfr_rules.times import Duration

Why = tuple[Text, Stop]
"""Why a session is stopped, for its headline, and the stop."""
NEW_TO_IT = (
    FIRST_LIGHT,
    *RHABDOMYOLYSIS,
    cite("wernbom2020", "opening; to hold first sessions to it is our rule", State.OURS),
)


def stop_for(planned: Planned, pause: Duration, *, first: bool, opened: bool) -> Why | None:
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
