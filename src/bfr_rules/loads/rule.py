"""The load of a set: a share of the 1RM, rounded down to what the equipment makes."""

from __future__ import annotations

from fractions import Fraction
from typing import TypedDict, Unpack

from bfr_rules.citation import Coefficient
from bfr_rules.inputs import shared
from bfr_rules.loads.equipment_makes import (
    BARS,
    GYM_PLATES,
    PLENTY,
    Made,
    Pairs,
    from_a_rack,
    in_steps,
    on_a_bar,
    on_a_stack,
)
from bfr_rules.outcome import Advice, Band, Caution, Fact, Outcome, Scale, Step, Stop, Zone
from bfr_rules.quantity import Mass, Percent, Unit, decimal
from bfr_rules.question import AnswersError, Problem
from bfr_rules.references import (
    BFR_INTENSITY,
    FIRST_SESSIONS_INTENSITY,
    HEAVY_INTENSITY,
    RHABDOMYOLYSIS,
    TEN_RM_SHARE,
    cite,
)
from bfr_rules.text import Text

SHOWN_PLACES = 1

CEILING = Percent(BFR_INTENSITY.high)
"""No load of this calculator weighs more than this share of the 1RM."""

FIRST_CEILING = Percent(FIRST_SESSIONS_INTENSITY.high)
"""Nor does it propose more than this in first sessions."""

VERY_LIGHT_SHARE = Coefficient(
    "share of the 1RM that did not raise it in a trial",
    Fraction(15),
    (cite("jessee2018", "abstract"),),
)
LIMB = cite("hughes2019", "abstract")
WITHOUT_CUFF = cite("smartcuffs_manual", "choosing the weight")


# --- The rule ----------------------------------------------------------------------------------


def training_load(
    basis: str,
    percent_1rm: Percent,
    first_sessions: str,
    equipment: str,
    one_rm: Mass | None = None,
    one_rm_low: Mass | None = None,
    one_rm_high: Mass | None = None,
    ten_rm: Mass | None = None,
    healthy_one_rm: Mass | None = None,
    **tools: Unpack[Tools],
) -> Outcome:
    """Find the load for a set, rounded down to a weight that can be loaded.

    Rounding goes down: with BFR a little too light is the safe side. Where the 1RM is a band, the
    share is taken of its lower end, so that the load never exceeds its share of any 1RM in it.

    Args:
        basis: `one_rm`, `band`, `ten_rm` or `other_limb`.
        percent_1rm: Intensity (30 means 30 %), advised `BFR_INTENSITY`.
        first_sessions: `yes` holds the share to `FIRST_SESSIONS_INTENSITY`.
        equipment: `barbell`, `dumbbells`, `stack` or `step`; `tools` are its own answers.
        one_rm: One-repetition maximum.
        one_rm_low: Lowest estimate of it.
        one_rm_high: Highest estimate of it.
        ten_rm: Ten-repetition maximum, without a cuff.
        healthy_one_rm: One-repetition maximum of the other, healthy limb.
        **tools: The answers about the equipment.

    Returns:
        The load in the equipment's unit; a stop when the smallest load is too heavy, or the share is
        too high for first sessions.

    Raises:
        AnswersError: The ends of the band are the wrong way round.

    Source: `BFR_INTENSITY`, `TEN_RM_SHARE`.

    >>> lb = training_load("one_rm", Percent(30), "no", "step", Mass.lb(200), step=Mass.lb(5))
    >>> print(lb.answer)
    60 lb
    """
    if first_sessions == "yes" and percent_1rm > FIRST_CEILING:
        return too_much_at_first(percent_1rm)
    low, high, steps, cautions = _base(
        basis, one_rm, one_rm_low, one_rm_high, ten_rm, healthy_one_rm
    )
    target = percent_1rm.of(low)
    made = _make(equipment, target, low.unit, tools)
    if made.load is None:
        return _too_heavy(made, target, low, first_sessions)
    load = made.load
    share_low, share_high = load.share_of(high), load.share_of(low)
    shares = (
        Text("{share} of your 1RM", share=share_high)
        if low == high
        else Text("{low} to {high} of your 1RM", low=share_low, high=share_high)
    )
    return Outcome(
        headline=made.says,
        answer=load,
        band=None
        if low == high
        else Band(
            share_low,
            share_high,
            Text(
                "{load} is {low} to {high} of your 1RM, as your 1RM is itself a band",
                load=load,
                low=share_low,
                high=share_high,
            ),
        ),
        facts=(
            Fact(Text("After rounding this is"), shares),
            *made.facts,
            Fact(Text("Heavy training starts at"), _heavy(low, high)),
        ),
        steps=(
            *steps,
            Step(
                Text("Your share of the 1RM"),
                target,
                Text("{share} of {low}", share=percent_1rm, low=low),
                BFR_INTENSITY.cites,
            ),
            *made.steps,
            Step(
                Text("The share after rounding down"),
                share_high,
                Text("{load} ÷ {low}", load=load, low=low),
            ),
        ),
        cautions=(*cautions, *_cautions(percent_1rm, share_high)),
        next=(
            Advice(
                Text(
                    "Before the cuff goes on, check that you can do 30 repetitions with it off. "
                    "If not, the weight is too heavy."
                ),
                (WITHOUT_CUFF,),
            ),
            Advice(Text("Then plan the sets and the time under the cuff with the session page.")),
        ),
        scale=_scale(load, share_low, share_high),
        carry=_carry(load, low, percent_1rm, first_sessions, tools.get("step")),
    )


def _carry(
    load: Mass, low: Mass, percent_1rm: Percent, first_sessions: str, step: Mass | None
) -> dict[str, str]:
    """Give answers for the calculators that follow: the load, and what a plan starts from.

    A plan starts from the lower end of the 1RM, as the load does.
    """
    weights = {"exercise_1_load": load, "one_rm": low, "step": step}
    taken = {
        name: str(weight)
        for name, weight in weights.items()
        if weight is not None and (name == "step" or shared.is_lifted(weight))
    }
    return {
        **taken,
        "percent_1rm": decimal(percent_1rm.value),
        "first_sessions": first_sessions,
    }


def _base(
    basis: str,
    one_rm: Mass | None,
    one_rm_low: Mass | None,
    one_rm_high: Mass | None,
    ten_rm: Mass | None,
    healthy_one_rm: Mass | None,
) -> tuple[Mass, Mass, tuple[Step, ...], tuple[Caution, ...]]:
    """Give the lowest and highest 1RM that the answers allow, and how they were found."""
    if basis == "band" and one_rm_low is not None and one_rm_high is not None:
        if one_rm_low > one_rm_high:
            says = Text("The lowest 1RM cannot lie above the highest. Swap the two.")
            raise AnswersError((Problem("one_rm_low", says), Problem("one_rm_high", says)))
        step = Step(Text("Take the lower end, so that the load is never too heavy"), one_rm_low)
        return one_rm_low, one_rm_high, (step,), ()
    if basis == "ten_rm" and ten_rm is not None:
        found = ten_rm / TEN_RM_SHARE.value
        step = Step(
            Text("1RM from the 10RM"),
            found.rounded(2),
            Text("{ten_rm} ÷ {share}", ten_rm=ten_rm, share=decimal(TEN_RM_SHARE.value)),
            TEN_RM_SHARE.cites,
        )
        rough = Caution(
            Text(
                "How many times one can lift {share} of the 1RM differs widely between people.",
                share=Percent(TEN_RM_SHARE.value * 100),
            ),
            (cite("nuzzo2024", "abstract"),),
        )
        return found, found, (step,), (rough,)
    if basis == "other_limb" and healthy_one_rm is not None:
        weaker = Caution(
            Text(
                "The limb you train is probably weaker than the healthy one: take this load as an "
                "upper limit, with your physiotherapist. Borrowing the number is practice, not "
                "tested: a trial after knee surgery measured a 10RM on the operated leg itself."
            ),
            (LIMB,),
        )
        return healthy_one_rm, healthy_one_rm, (), (weaker,)
    if one_rm is None:
        message = f"the basis {basis!r} has no mass"
        raise TypeError(message)
    return one_rm, one_rm, (), ()


class Tools(TypedDict, total=False):
    """The answers about the equipment; those of other equipment are missing."""

    bar: str
    bar_mass: Mass
    plates: str
    plates_kg: tuple[str, ...]
    plates_lb: tuple[str, ...]
    own_plates: tuple[Fraction, ...]
    own_plates_unit: str
    collars: str
    dumbbells: str
    dumbbell_smallest: Mass
    dumbbell_step: Mass
    stack_first: Mass
    stack_step: Mass
    stack_add_ons: tuple[Fraction, ...]
    step: Mass


def _make(equipment: str, target: Mass, unit: Unit, tools: Tools) -> Made:
    """Hand the target to the equipment that was chosen."""
    if equipment == "barbell":
        bar = tools["bar_mass"] if tools["bar"] == "other" else BARS[tools["bar"]][unit]
        return on_a_bar(target, bar, _pairs(unit, tools), collars=tools["collars"] == "yes")
    if equipment == "dumbbells":
        count = 1 if tools["dumbbells"] == "one" else 2
        return from_a_rack(target, tools["dumbbell_smallest"], tools["dumbbell_step"], count)
    if equipment == "stack":
        step = tools["stack_step"]
        add_ons = tuple(Mass.of(each, step.unit) for each in tools.get("stack_add_ons", ()))
        return on_a_stack(target, tools["stack_first"], step, add_ons)
    return in_steps(target, tools["step"])


def _pairs(unit: Unit, tools: Tools) -> Pairs:
    """List the plates with how many pairs there are of each."""
    if tools["plates"] == "own":
        owned, its_unit = tools["own_plates"], UNITS[tools["own_plates_unit"]]
        return tuple((Mass.of(each, its_unit), owned.count(each)) for each in set(owned))
    if tools["plates"] == "gym":
        its_plates, its_unit = GYM_PLATES[unit], unit
    elif tools["plates"] == "kg":
        its_plates, its_unit = tools["plates_kg"], Unit.KG
    else:
        its_plates, its_unit = tools["plates_lb"], Unit.LB
    return tuple((Mass.of(each, its_unit), PLENTY) for each in its_plates)


UNITS = {"kg": Unit.KG, "lb": Unit.LB}


def _heavy(low: Mass, high: Mass) -> Mass | Text:
    """Give the load at which heavy training starts, or both ends of it."""
    share = Percent(HEAVY_INTENSITY.low)
    lightest, heaviest = (share.of(each).rounded(SHOWN_PLACES) for each in (low, high))
    if lightest == heaviest:
        return lightest
    return Text("{low} to {high}", low=lightest, high=heaviest)


def too_much_at_first(asked: Percent) -> Outcome:
    """Refuse a share that is above what is advised for first sessions."""
    return Outcome(
        headline=Text("Lighter at first: no more than {most} of your 1RM", most=FIRST_CEILING),
        stop=Stop(
            Text(
                "You said that this is one of your first sessions, and chose {asked}. "
                "For these {advised} is advised.",
                asked=asked,
                advised=FIRST_SESSIONS_INTENSITY,
            ),
            (
                Text("Choose {low} to begin with.", low=Percent(FIRST_SESSIONS_INTENSITY.low)),
                Text("Past your first weeks? Then say so."),
            ),
            (*FIRST_SESSIONS_INTENSITY.cites, *RHABDOMYOLYSIS),
        ),
    )


def _cautions(chosen: Percent, made: Percent) -> tuple[Caution, ...]:
    """Flag a share below the advised ones: chosen so, or made so by steps that are too big.

    What rounding down takes from an advised share is our doing, and no caution; nor is a band.
    """
    if BFR_INTENSITY.has(chosen.shown()) and made > Percent(VERY_LIGHT_SHARE.value):
        return ()
    return (
        Caution(
            Text(
                "This is less than the {advised} advised. In a trial, eight weeks at {trial} did "
                "not raise the 1RM.",
                advised=BFR_INTENSITY,
                trial=Percent(VERY_LIGHT_SHARE.value),
            ),
            (*BFR_INTENSITY.cites, *VERY_LIGHT_SHARE.cites),
        ),
    )


def _too_heavy(made: Made, target: Mass, one_rm: Mass, first_sessions: str) -> Outcome:
    """Refuse to round up, and say what would fit."""
    smallest = made.smallest
    # Up, not to nearest: 33.3 % of 60 kg is still lighter than a bar of 20 kg.
    share = smallest.share_of(one_rm).shown_up()
    do = [Text("Use a lighter tool: a lighter bar, a dumbbell, a cable or an elastic band.")]
    if share <= (FIRST_CEILING if first_sessions == "yes" else CEILING):
        do.append(
            Text(
                "Or choose a higher share: {smallest} is {share} of your 1RM.",
                smallest=smallest,
                share=share,
            )
        )
    return Outcome(
        headline=Text("Use a lighter tool"),
        stop=Stop(
            Text(
                "Your share is {target}, and {what} already weighs {smallest}.",
                # Down, so that 19.998 kg is not shown as the 20 kg that it falls short of.
                target=target.floor_to(Mass.of("0.01", smallest.unit)),
                what=made.says,
                smallest=smallest,
            ),
            tuple(do),
            BFR_INTENSITY.cites,
        ),
    )


def _scale(load: Mass, share_low: Percent, share_high: Percent) -> Scale:
    """Draw the load between nothing and the 1RM, with the BFR zone and the heavy zone."""
    whole = Percent(100)
    return Scale(
        says=Text(
            "{load} on a scale from nothing to {whole} of the 1RM: {share}. "
            "BFR training is {bfr}, heavy training {heavy}.",
            load=load,
            whole=whole,
            share=share_high,
            bfr=BFR_INTENSITY,
            heavy=HEAVY_INTENSITY,
        ),
        zones=(
            Zone("bfr", Text("BFR"), Percent(BFR_INTENSITY.low), Percent(BFR_INTENSITY.high)),
            Zone("heavy", Text("Heavy"), Percent(HEAVY_INTENSITY.low), whole),
        ),
        mark=share_high,
        mark_label=Text("{load} · {share}", load=load, share=share_high),
        band=None if share_low == share_high else (share_low, share_high),
    )
