"""What to lift next time: by the fourth set, by all sets, or less."""

from __future__ import annotations

from bfr_rules.citation import Citation
from bfr_rules.inputs import shared
from bfr_rules.loads.equipment_makes import in_steps
from bfr_rules.next_time.last_time import (
    AFTER_A_SIGN,
    DID_ALL_TWICE,
    DID_NOT_DO_ALL,
    ENDED_AT_A_SIGN,
    FINISH_FIRST,
    GO_BACK,
    LOOKS_AT,
    TWICE,
    WAS_AWAY,
    Done,
    Verdict,
)
from bfr_rules.plans.advice import AWAY
from bfr_rules.plans.lifted import FOURTH_SET, MORE_THAN
from bfr_rules.quantity import Mass, Percent
from bfr_rules.references import BFR_INTENSITY, FIRST_SESSIONS_INTENSITY
from bfr_rules.text import Count, Text


def begin_again(last: Done, maximum: Mass | None, step: Mass, cap: Mass | None) -> Verdict:
    """Go back to the load of week 1 after two weeks away."""
    start = Percent(FIRST_SESSIONS_INTENSITY.low)
    light = in_steps(start.of(maximum), step).load if maximum else None
    load = min(each for each in (light or cap, last.load, cap) if each) if maximum else None
    said = (
        Text("Begin again with one exercise: {load}", load=load)
        if load
        else Text("Begin again with one exercise, lighter than {load}", load=last.load)
    )
    return Verdict(load, said, WAS_AWAY, (AWAY, *FIRST_SESSIONS_INTENSITY.cites))


def less_than_last(last: Done, step: Mass, cap: Mass | None) -> Verdict:
    """Do a step less after a stop sign that is settled."""
    less = _down(last.load, step)
    load = min(less, cap) if less and cap else less
    said = (
        Text("A step less: {load}", load=load)
        if load
        else Text("Less than {load}, or without the cuff", load=last.load)
    )
    return Verdict(load, said, ENDED_AT_A_SIGN, (AFTER_A_SIGN,))


def _down(load: Mass, step: Mass) -> Mass | None:
    """Go one step down; nothing below one step."""
    return load - step if step < load and shared.is_lifted(load - step) else None


def by_rule(
    progression: str,
    last: Done,
    before: Done | None,
    planned: tuple[int, ...],
    step: Mass,
) -> Verdict:
    """Step up, keep or go back, as the rule that was chosen says."""
    if progression == "hold":
        return _keep(last, Text("You chose to keep the load."), (FINISH_FIRST,))
    if progression == "fourth-set":
        return _by_fourth_set(last, step)
    return _by_all_sets(last, before, planned, step)


def _keep(last: Done, because: Text, cites: tuple[Citation, ...]) -> Verdict:
    return Verdict(last.load, Text("Keep {load}", load=last.load), because, cites)


def _up(last: Done, step: Mass, because: Text, cites: tuple[Citation, ...]) -> Verdict:
    more = last.load + step
    return Verdict(more, Text("A step up: {load}", load=more), because, cites)


def _by_fourth_set(last: Done, step: Mass) -> Verdict:
    """Step up after more than 15 repetitions in the fourth set.

    Source: exknee2020, Table 3.

    >>> print(_by_fourth_set(Done(Mass.kg(20), (30, 15, 15, 16)), Mass.kg(5)).headline)
    A step up: 25 kg
    """
    if len(last.repetitions) < LOOKS_AT:
        because = Text("There was no fourth set, and this rule looks at it.")
        return _keep(last, because, (FOURTH_SET,))
    fourth = last.repetitions[LOOKS_AT - 1]
    done = Count(fourth, "repetition")
    if fourth > MORE_THAN.value:
        because = Text("You did {done} in the fourth set.", done=done)
        return _up(last, step, because, (FOURTH_SET,))
    because = Text(
        "You did {done} in the fourth set. More than {more} are a step up.",
        done=done,
        more=int(MORE_THAN.value),
    )
    return _keep(last, because, (FOURTH_SET,))


def _by_all_sets(last: Done, before: Done | None, planned: tuple[int, ...], step: Mass) -> Verdict:
    """Step up after all repetitions in two sessions running; go back where the step was too much."""
    if not last.all_of(planned):
        if before and before.load < last.load:
            because = Text("The last step was too much: you did not do all repetitions.")
            back = Text("Back to {load}", load=before.load)
            return Verdict(before.load, back, because, (GO_BACK,))
        return _keep(last, DID_NOT_DO_ALL, (FINISH_FIRST,))
    if before is None or before.load != last.load or not before.all_of(planned):
        because = Text("You did all repetitions. Do them once more, then comes a step.")
        return _keep(last, because, TWICE)
    return _up(last, step, DID_ALL_TWICE, TWICE)


def held_to_limits(verdict: Verdict, last: Done, share: Percent, cap: Mass | None) -> Verdict:
    """Let no load pass its share of the 1RM, and take no step where the 1RM is unknown."""
    if verdict.load is None or (cap and verdict.load <= cap):
        return verdict
    if cap is None:
        if verdict.load <= last.load:
            return verdict
        because = Text("Your 1RM is not known here, so nobody can tell where light training ends.")
        keep = Text("Keep {load}, and test your 1RM or 10RM", load=last.load)
        return Verdict(last.load, keep, because, BFR_INTENSITY.cites)
    because = Text("More would pass {share} of your 1RM.", share=share)
    said = (
        Text("Keep {load}: it is the most for now", load=cap)
        if cap == last.load
        else Text("No more than {load}", load=cap)
    )
    return Verdict(cap, said, because, BFR_INTENSITY.cites)


def limb_named(name: str, limb: str, side: str) -> str:
    """Write what is trained: its name, and the side where one was named.

    >>> limb_named("Curl", "arm", "left"), limb_named("Curl", "arm", "both"), limb_named("", "leg", "unsaid")
    ('Curl, left arm', 'Curl, both arms', '')
    """
    if side == shared.UNSAID:
        return name
    sided = f"both {limb}s" if side == "both" else f"{side} {limb}"
    return f"{name}, {sided}" if name else sided.capitalize()
