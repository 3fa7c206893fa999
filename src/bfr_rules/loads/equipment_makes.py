"""The heaviest load up to a target that plates, dumbbells, a stack or steps can make."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.outcome import Fact, Step
from bfr_rules.quantity import Mass, Unit
from bfr_rules.text import Series, Text, Times


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
