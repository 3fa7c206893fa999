"""Training load: a share of the 1RM, rounded down to a weight that can really be loaded."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypedDict, Unpack

from bfr_rules import inputs
from bfr_rules.inputs import Choice, ChoiceInput, ChoicesInput, MassInput, NumberInput, NumbersInput
from bfr_rules.model import (
    Advice,
    AnswersError,
    Band,
    Calculator,
    Caution,
    Coefficient,
    Example,
    Fact,
    Group,
    Lookup,
    Outcome,
    Problem,
    Scale,
    Sets,
    Step,
    Stop,
    Vary,
    When,
    Zone,
)
from bfr_rules.quantity import Mass, Percent, Range, Unit, decimal
from bfr_rules.references import (
    BFR_INTENSITY,
    FIRST_SESSIONS_INTENSITY,
    HEAVY_INTENSITY,
    RHABDOMYOLYSIS,
    TEN_RM_SHARE,
    cite,
)
from bfr_rules.text import Series, Text, Times

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


# --- What equipment can make -------------------------------------------------------------------


@dataclass(frozen=True)
class Made:
    """What equipment makes of a target: a load that is not heavier, or none."""

    load: Mass | None
    smallest: Mass
    says: Text
    facts: tuple[Fact, ...] = ()
    steps: tuple[Step, ...] = ()


Pairs = tuple[tuple[Mass, int], ...]
"""Plates with how many pairs there are of each."""

PLENTY = 1000
"""Pairs of each plate in a gym: more than any bar takes of even the lightest."""

GYM_PLATES = {
    Unit.KG: ("25", "20", "15", "10", "5", "2.5", "1.25"),
    Unit.LB: ("45", "35", "25", "10", "5", "2.5"),
}
ALL_PLATES = {
    Unit.KG: ("25", "20", "15", "10", "5", "2.5", "2", "1.5", "1.25", "1", "0.5", "0.25"),
    Unit.LB: GYM_PLATES[Unit.LB],
}
BARS = {
    "standard": {Unit.KG: Mass.kg(20), Unit.LB: Mass.lb(45)},
    "light": {Unit.KG: Mass.kg(15), Unit.LB: Mass.lb(35)},
}
COLLAR = Mass.kg("2.5")


def heaviest_side(target: Mass, pairs: Pairs) -> tuple[Mass, ...]:
    """Find the plates for one side: the most that is not above a target.

    Of equally heavy sides the one with the fewest plates is taken, and of these the one with the
    heaviest. Taking the heaviest plate that fits, again and again, is not enough: with pairs of
    10, 6 and 6 a side of 12 would come out as 10.

    Args:
        target: What one side may weigh, in the unit of the plates.
        pairs: Plates in one unit, with how many pairs there are.

    Returns:
        The plates, heaviest first; none if nothing fits.

    >>> print(*heaviest_side(Mass.kg(12), ((Mass.kg(10), 1), (Mass.kg(6), 2))))
    6 kg 6 kg
    """
    # Whole numbers of the smallest common part: exact, and many times faster than fractions.
    parts = math.lcm(*(plate.value.denominator for plate, _ in pairs))
    most = math.floor(target.value * parts)
    sides: dict[int, tuple[int, ...]] = {0: ()}
    for plate, owned in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        size = int(plate.value * parts)
        for taken in _bundles(min(owned, most // size)):
            for total, side in list(sides.items()):
                heavier, more = total + taken * size, side + taken * (size,)
                if heavier <= most and _better(more, sides.get(heavier)):
                    sides[heavier] = more
    return tuple(Mass(Fraction(size, parts), target.unit) for size in sides[max(sides)])


def _bundles(count: int) -> Iterator[int]:
    """Part a count so that choosing some of the parts makes every count up to it: 5 = 1 + 2 + 2."""
    bundle = 1
    while count > 0:
        yield min(bundle, count)
        count -= bundle
        bundle *= 2


def _better(side: tuple[int, ...], other: tuple[int, ...] | None) -> bool:
    return other is None or (-len(side), side) > (-len(other), other)


def on_a_bar(target: Mass, bar: Mass, pairs: Pairs, *, collars: bool) -> Made:
    """Load a bar, the same on both sides.

    >>> made = on_a_bar(Mass.kg(30), Mass.kg(20), ((Mass.kg(5), 1),), collars=False)
    >>> print(made.says)
    Load the bar to 30 kg: 5 kg on each side
    """
    unit = pairs[0][0].unit
    empty = (bar + COLLAR * 2 if collars else bar).to(unit)
    bare = Text("the bar with its collars") if collars else Text("the empty bar")
    if target < empty:
        return Made(None, empty, bare)
    room = (target.to(unit) - empty) / 2
    side = heaviest_side(room, pairs)
    each_side = sum(side, Mass.of(0, unit))
    load = empty + each_side * 2
    over = (target.to(unit) - load).rounded(2)
    plates = Series(
        tuple(Times(len(tuple(same)), plate) for plate, same in itertools.groupby(side))
    )
    facts = [Fact(Text("Plates on each side"), plates if side else Text("none"))]
    if over > Mass.kg(0):
        facts.append(Fact(Text("Cannot be made with these plates"), over))
    return Made(
        load,
        empty,
        Text("Load the bar to {load}: {plates} on each side", load=load, plates=plates)
        if side
        else Text("Lift {bare} alone: {load}", bare=bare, load=load),
        tuple(facts),
        (
            Step(
                Text("Take away {bare} and halve the rest for each side", bare=bare),
                room,
                Text("({target} − {empty}) ÷ 2", target=target.to(unit), empty=empty),
            ),
            Step(Text("The most these plates make of it, never more"), each_side),
        ),
    )


def from_a_rack(target: Mass, smallest: Mass, step: Mass, count: int) -> Made:
    """Choose from dumbbells that go up in steps; two of them share the load.

    >>> print(from_a_rack(Mass.kg(13), Mass.kg(2), Mass.kg(2), count=2).says)
    Take two dumbbells of 6 kg
    """
    per_hand = target.to(step.unit) / count
    first = smallest.to(step.unit)
    if per_hand < first:
        lightest = (
            Text("the lightest dumbbell") if count == 1 else Text("the lightest pair of dumbbells")
        )
        return Made(None, first * count, lightest)
    each = first + (per_hand - first).floor_to(step)
    says = (
        Text("Take a dumbbell of {each}", each=each)
        if count == 1
        else Text("Take two dumbbells of {each}", each=each)
    )
    steps = [Step(Text("Down to a dumbbell on the rack"), each)]
    if count > 1:
        steps.insert(0, Step(Text("Half for each hand"), per_hand))
    facts = (Fact(Text("Each hand"), each),) if count > 1 else ()
    return Made(each * count, first * count, says, facts, tuple(steps))


def on_a_stack(target: Mass, first: Mass, step: Mass, add_ons: tuple[Mass, ...]) -> Made:
    """Set a weight stack with its pin and, where there are any, small add-on weights.

    >>> print(on_a_stack(Mass.kg(28), Mass.kg(5), Mass.kg(5), (Mass.kg("2.5"),)).says)
    Set the stack to 25 kg and add 2.5 kg
    """
    pin_at_least = first.to(step.unit)
    if target < pin_at_least:
        return Made(None, pin_at_least, Text("the first plate of the stack"))
    room = target.to(step.unit) - pin_at_least
    options = []
    for added, extra in _add_on_choices(add_ons, room):
        pin = pin_at_least + (room - extra).floor_to(step)
        options.append((pin + extra, -len(added), pin, added))
    load, _, pin, added = max(options, key=lambda option: option[:2])
    says = (
        Text("Set the stack to {pin} and add {added}", pin=pin, added=Series(added))
        if added
        else Text("Set the stack to {pin}", pin=pin)
    )
    facts = (Fact(Text("Pin"), pin), Fact(Text("Add-ons"), Series(added))) if added else ()
    return Made(
        load, pin_at_least, says, facts, (Step(Text("Down to what the stack makes"), load),)
    )


def _add_on_choices(
    add_ons: tuple[Mass, ...], room: Mass
) -> Iterable[tuple[tuple[Mass, ...], Mass]]:
    """Give every choice of add-ons that still fits, with its weight."""
    choices: list[tuple[tuple[Mass, ...], Mass]] = [((), room - room)]
    for each in sorted(add_ons, reverse=True):
        choices += [((*taken, each), weight + each) for taken, weight in choices]
    return (choice for choice in choices if choice[1] <= room)


def in_steps(target: Mass, step: Mass) -> Made:
    """Round down to a whole number of steps.

    >>> print(in_steps(Mass.lb(62), Mass.lb(5)).load)
    60 lb
    """
    if target < step:
        return Made(None, step, Text("one step"))
    load = target.floor_to(step)
    return Made(
        load,
        step,
        Text("Lift {load}", load=load),
        (),
        (Step(Text("Down to a whole step of {step}", step=step), load),),
    )


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
        cautions=(*cautions, *_cautions(share_low, share_high)),
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
        if weight is not None and (name == "step" or inputs.is_lifted(weight))
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


def _cautions(made_low: Percent, made_high: Percent) -> tuple[Caution, ...]:
    cautions = []
    if not BFR_INTENSITY.has(made_low.shown()):
        too_light = (
            Text("This may be less than the {advised} advised.", advised=BFR_INTENSITY)
            if BFR_INTENSITY.has(made_high.shown())
            else Text("This is less than the {advised} advised.", advised=BFR_INTENSITY)
        )
        cautions.append(
            Caution(
                Text(
                    "{too_light} In a trial, eight weeks at {trial} did not raise the 1RM.",
                    too_light=too_light,
                    trial=Percent(VERY_LIGHT_SHARE.value),
                ),
                (*BFR_INTENSITY.cites, *VERY_LIGHT_SHARE.cites),
            )
        )
    return tuple(cautions)


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


# --- The calculator ----------------------------------------------------------------------------

BASIS = ChoiceInput(
    "basis",
    Text("What do you know?"),
    (
        Choice("one_rm", Text("My 1RM")),
        Choice("band", Text("A lowest and highest 1RM"), Text("As the 1RM calculator gives.")),
        Choice("ten_rm", Text("My 10RM"), Text("A weight you can lift ten times, not eleven.")),
        Choice("other_limb", Text("The 1RM of my other, healthy limb")),
    ),
    default="one_rm",
)


def _known(name: str, label: str, default: str, basis: str, hint: str) -> MassInput:
    return MassInput(
        name,
        Text(label),
        inputs.LIFTED,
        default,
        hint=Text(hint),
        when=(When("basis", (basis,)),),
    )


KNOWN = (
    _known("one_rm", "Your 1RM", "100 kg", "one_rm", "The most you can lift once, without a cuff."),
    _known("one_rm_low", "Lowest 1RM", "90 kg", "band", "The lower end of the band."),
    _known("one_rm_high", "Highest 1RM", "110 kg", "band", "The upper end of the band."),
    _known("ten_rm", "Your 10RM", "75 kg", "ten_rm", "Tested without a cuff."),
    _known("healthy_one_rm", "1RM of the healthy limb", "40 kg", "other_limb", "Without a cuff."),
)
PERCENT_1RM = NumberInput(
    "percent_1rm",
    Text("Share of the 1RM"),
    Unit.PERCENT_1RM,
    Range(Fraction(10), CEILING.value),
    default="20",
    decimals=True,
    hint=Text("Advised: {advised}.", advised=BFR_INTENSITY),
    why=Text("This is what makes it light-load training. The cuff does the rest."),
    beyond=Text(
        "Above {ceiling} it is no longer light-load training with a cuff, "
        "and this guide does not cover it.",
        ceiling=CEILING,
    ),
)
EQUIPMENT = ChoiceInput(
    "equipment",
    Text("What do you lift?"),
    (
        Choice("barbell", Text("A bar with plates")),
        Choice("dumbbells", Text("Dumbbells")),
        Choice("stack", Text("A machine with a stack")),
        Choice("step", Text("Something else in steps")),
    ),
    default="barbell",
)
ON_A_BAR = When("equipment", ("barbell",))
RACK = When("equipment", ("dumbbells",))
STACK = When("equipment", ("stack",))
SMALL = {Unit.KG: Range.of("0.25", 50), Unit.LB: Range.of("0.5", 110)}

BARBELL_INPUTS = (
    ChoiceInput(
        "bar",
        Text("Which bar?"),
        (
            Choice("standard", Text("20 kg or 45 lb")),
            Choice("light", Text("15 kg or 35 lb")),
            Choice("other", Text("Another bar")),
        ),
        default="standard",
        hint=Text("In the unit of your 1RM."),
        when=(ON_A_BAR,),
    ),
    MassInput(
        "bar_mass",
        Text("Weight of the empty bar"),
        {Unit.KG: Range.of(1, 50), Unit.LB: Range.of(2, 110)},
        "10 kg",
        when=(ON_A_BAR, When("bar", ("other",))),
    ),
    ChoiceInput(
        "plates",
        Text("Which plates?"),
        (
            Choice("gym", Text("A gym set"), Text("25 to 1.25 kg, or 45 to 2.5 lb.")),
            Choice("kg", Text("Let me tick kg plates")),
            Choice("lb", Text("Let me tick lb plates")),
            Choice("own", Text("My own few pairs")),
        ),
        default="gym",
        when=(ON_A_BAR,),
    ),
    ChoicesInput(
        "plates_kg",
        Text("Plates in kg"),
        tuple(Choice(each, Text("{each} kg", each=each)) for each in ALL_PLATES[Unit.KG]),
        list(GYM_PLATES[Unit.KG]),
        when=(ON_A_BAR, When("plates", ("kg",))),
    ),
    ChoicesInput(
        "plates_lb",
        Text("Plates in lb"),
        tuple(Choice(each, Text("{each} lb", each=each)) for each in ALL_PLATES[Unit.LB]),
        list(GYM_PLATES[Unit.LB]),
        when=(ON_A_BAR, When("plates", ("lb",))),
    ),
    NumbersInput(
        "own_plates",
        Text("Your pairs of plates"),
        each=Range.of("0.1", 50),
        count=Range.of(1, 12),
        default="10 5 2.5 1.25",
        example="10 5 2.5 2.5",
        hint=Text("One number for each pair; write 5 5 if you have two pairs of 5."),
        decimals=True,
        when=(ON_A_BAR, When("plates", ("own",))),
    ),
    ChoiceInput(
        "own_plates_unit",
        Text("Your plates are in"),
        (Choice("kg", Text("kg")), Choice("lb", Text("lb"))),
        default="kg",
        when=(ON_A_BAR, When("plates", ("own",))),
    ),
    ChoiceInput(
        "collars",
        Text("Competition collars of 2.5 kg each?"),
        inputs.YES_NO,
        default="no",
        hint=Text("Light spring clips do not count."),
        when=(ON_A_BAR,),
    ),
)
DUMBBELL_INPUTS = (
    ChoiceInput(
        "dumbbells",
        Text("Your 1RM was counted for"),
        (Choice("one", Text("One dumbbell")), Choice("two", Text("Two dumbbells together"))),
        default="one",
        when=(RACK,),
    ),
    MassInput("dumbbell_smallest", Text("Lightest dumbbell"), SMALL, "2 kg", when=(RACK,)),
    MassInput("dumbbell_step", Text("Step to the next dumbbell"), SMALL, "2 kg", when=(RACK,)),
)
STACK_INPUTS = (
    MassInput("stack_first", Text("First plate of the stack"), SMALL, "5 kg", when=(STACK,)),
    MassInput("stack_step", Text("Step to the next plate"), SMALL, "5 kg", when=(STACK,)),
    NumbersInput(
        "stack_add_ons",
        Text("Small add-on weights"),
        each=Range.of("0.1", 20),
        count=Range.of(1, 6),
        default="",
        example="1.25 2.5",
        hint=Text("One number for each, in the unit of the step. Leave empty for none."),
        decimals=True,
        optional=True,
        when=(STACK,),
    ),
)
STEP_INPUTS = (
    MassInput(
        "step",
        Text("Smallest step"),
        SMALL,
        "2.5 kg",
        hint=Text("The load becomes a whole number of these."),
        when=(When("equipment", ("step",)),),
    ),
)

TRAINING_LOAD = Calculator(
    slug="training-load",
    title=Text("Training load"),
    question=Text("How much weight should I use?"),
    use_when=(
        Text("You know your 1RM, a band for it, your 10RM, or the 1RM of your healthy limb."),
        Text("You want a weight that your equipment can really make."),
    ),
    not_when=(
        Text("You have not been through the reasons not to train with a cuff."),
        Text("You are healing and nobody who treats you has agreed to BFR."),
        Text("You want to put a cuff on for heavy lifting: this guide does not cover that."),
    ),
    groups=(
        Group(Text("Your strength"), (BASIS, *KNOWN, inputs.FIRST_SESSIONS, PERCENT_1RM)),
        Group(
            Text("Your equipment"),
            (EQUIPMENT, *BARBELL_INPUTS, *DUMBBELL_INPUTS, *STACK_INPUTS, *STEP_INPUTS),
        ),
    ),
    rule=training_load,
    cites=(
        *BFR_INTENSITY.cites,
        *FIRST_SESSIONS_INTENSITY.cites,
        *RHABDOMYOLYSIS,
        *HEAVY_INTENSITY.cites,
        *TEN_RM_SHARE.cites,
        *VERY_LIGHT_SHARE.cites,
        LIMB,
        WITHOUT_CUFF,
        cite("nuzzo2024", "abstract"),
        cite("nbc_bar", "bars, discs and collars"),
    ),
    examples=(
        Example(
            Text("30 % of 100 kg is 30 kg; a 20 kg bar leaves 10 kg, 5 kg a side"),
            {"one_rm": "100 kg", "percent_1rm": "30"},
            "Load the bar to 30 kg: 5 kg on each side",
            {"After rounding this is": "30 % of your 1RM", "Heavy training starts at": "70 kg"},
        ),
        Example(
            Text("30 % of 225 lb is 67.5 lb; a 45 lb bar with 10 lb a side makes 65 lb"),
            {"one_rm": "225 lb", "percent_1rm": "30"},
            "Load the bar to 65 lb: 10 lb on each side",
            {
                "After rounding this is": "28.9 % of your 1RM",
                "Cannot be made with these plates": "2.5 lb",
            },
        ),
        Example(
            Text("30 % of 200 lb in steps of 5 lb is exactly 60 lb, not 55"),
            {"one_rm": "200 lb", "percent_1rm": "30", "equipment": "step", "step": "5 lb"},
            "Lift 60 lb",
        ),
        Example(
            Text("25 % of 42 kg is 10.5 kg; dumbbells in steps of 2 kg make 10 kg"),
            {"one_rm": "42 kg", "percent_1rm": "25", "equipment": "dumbbells"},
            "Take a dumbbell of 10 kg",
            {"After rounding this is": "23.8 % of your 1RM"},
        ),
        Example(
            Text("A 10RM of 30 kg is a 1RM of 40 kg; 30 % is 12 kg; a 5 kg stack makes 10 kg"),
            {"basis": "ten_rm", "ten_rm": "30 kg", "percent_1rm": "30", "equipment": "stack"},
            "Set the stack to 10 kg",
            {"After rounding this is": "25 % of your 1RM"},
        ),
        Example(
            Text("30 % of 60 kg is 18 kg; the empty bar weighs 20 kg, so use something lighter"),
            {"one_rm": "60 kg", "percent_1rm": "30"},
            "Use a lighter tool",
        ),
        Example(
            Text("40 % in one of the first sessions: a stop"),
            {"one_rm": "100 kg", "percent_1rm": "40"},
            "Lighter at first: no more than 30 % of your 1RM",
        ),
    ),
    lookup=Lookup(
        Text("Load by 1RM and share, rounded down to steps of 2.5 kg"),
        "one_rm",
        ("20 kg", "40 kg", "60 kg", "80 kg", "100 kg", "120 kg", "150 kg", "200 kg"),
        "percent_1rm",
        ("20", "25", "30", "35", "40"),
        {"equipment": "step", "step": "2.5 kg", "first_sessions": "no"},
    ),
    limits=(
        Text("The 1RM itself is an estimate, so the share is one too."),
        Text("A machine's numbers are its own: 30 kg on one stack is not 30 kg on another."),
        Text("The load says nothing about how tight the cuff may be."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.LOAD,),
    varies=(
        Vary("percent_1rm", ("20", "25", "30", "40")),
        Vary("one_rm", ("-5", "+5")),
        Vary("ten_rm", ("-5", "+5")),
    ),
)
