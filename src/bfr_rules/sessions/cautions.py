"""What is unusual about a session, and what to do after it."""

from __future__ import annotations

from collections.abc import Iterator

from bfr_rules.outcome import Advice, Caution
from bfr_rules.references import (
    FIRST_LIGHT,
    FIRST_SESSIONS_INTENSITY,
    REPETITION_TEMPO,
    REPETITIONS_PER_EXERCISE,
    REST_BETWEEN_SETS,
    RESTRICTION_PER_EXERCISE,
    RHABDOMYOLYSIS,
    SETS_PER_EXERCISE,
    USUAL_LIMB_REPETITIONS,
    cite,
)
from bfr_rules.sessions.planned import (
    LIMB_CEILING,
    LIMB_WORDS,
    LONG_SETS_HARM,
    SOLDIER,
    Planned,
    Tempo,
)
from bfr_rules.text import Count, Text


def cautions_of(planned: Planned, tempo: Tempo) -> tuple[Caution, ...]:
    """Flag what is unusual about a session, with its sources."""
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


def advice_for(*, first: bool) -> tuple[Advice, ...]:
    """Say what to do after the session."""
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
