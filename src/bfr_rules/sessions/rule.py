"""A session: how long the cuff is tight, and how the sets follow."""

from __future__ import annotations

from fractions import Fraction

from bfr_rules.inputs import shared
from bfr_rules.outcome import Outcome
from bfr_rules.quantity import Mass
from bfr_rules.sessions.cautions import advice_for, cautions_of
from bfr_rules.sessions.laid_out import BOTH, facts_of, tables, timeline_of, working
from bfr_rules.sessions.planned import SCHEMES, Exercise, Planned, Tempo
from bfr_rules.sessions.stops import stop_for
from bfr_rules.text import Series, Text
from bfr_rules.times import Duration


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
    stop = stop_for(planned, pause, first=first_sessions == "yes", opened=between == "open")
    if stop:
        return Outcome(headline=Text("Change this session: {why}", why=stop[0]), stop=stop[1])
    timeline = timeline_of(planned, tempo, pause)
    first = planned.exercises[0]
    return Outcome(
        headline=_headline(planned, timeline.total),
        answer=planned.each.clock,
        facts=facts_of(planned, timeline),
        steps=working(planned, tempo),
        cautions=cautions_of(planned, tempo),
        next=advice_for(first=first_sessions == "yes"),
        tables=tables(timeline, planned),
        timeline=timeline,
        carry={
            **({"exercise_1_name": first.name} if first.name else {}),
            # An AOP is that of one side, so the question of the pressure takes no other answer.
            **({"limb": first.limb, "side": first.side} if first.side in BOTH else {}),
        },
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
    sided = {str(each.limbs): each.limbs for each in exercises if each.side != shared.UNSAID}
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
                str(listed.get(f"exercise_{number}_side", shared.UNSAID)),
                tuple(map(int, own)) if isinstance(own, tuple) else reps_by_set,
            )
        )
    return tuple(made)
