"""What was ticked and typed, and how strict that makes the screening."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.gate import LIMBS, LISTS, RELEASABLE
from bfr_rules.inputs.choices import TicksInput
from bfr_rules.limits import LIMITS
from bfr_rules.outcome import Step
from bfr_rules.quantity import decimal
from bfr_rules.screening.points import KAATSU_MOST, Point, total, worked
from bfr_rules.screening.reasons import (
    CLOT_SCORE,
    EITHER,
    JOINS_SMOKING,
    KAATSU,
    KAATSU_2011,
    LISTS_TO_TICK,
    OLDER,
    SMOKE,
    Item,
    Reason,
    Severity,
    unique,
)
from bfr_rules.standing import Level, Limit, Who
from bfr_rules.text import Count, Series, Text


@dataclass(frozen=True)
class Answers:
    """What the answers hold: what is left, every item that counts as yes, and the points."""

    left: tuple[Text, ...]
    items: tuple[Item, ...]
    unknown: tuple[tuple[TicksInput, tuple[Item, ...]], ...]
    limbs: tuple[str, ...]
    clot: tuple[Point, ...]
    kaatsu: tuple[Point, ...]
    bmi: Fraction | None

    def severity(self, item: Item) -> Severity:
        """Tell what an item means beside the others."""
        named = item.limb and 0 < len(self.limbs) < len(LIMBS)
        joined = item is SMOKE and any(each.value in JOINS_SMOKING for each in self.items)
        if (named and item.severity is Severity.ABS) or joined:
            return Severity.REL
        return item.severity

    @property
    def adds_up(self) -> bool:
        """Tell whether the KAATSU points pass the line of their list: here a reason to ask."""
        return total(self.kaatsu).number > KAATSU_MOST

    @property
    def level(self) -> Level:
        """Find where all of it leaves the reader.

        What is missing counts as yes: it never gives way to a milder answer than “not finished”.
        """
        today = [Level.NOT_TODAY] if Severity.NOW in self._severities else []
        return max((self._without_today(left=bool(self.left)), *today), key=_rank)

    @property
    def lasting(self) -> Level:
        """Find where it leaves the reader on a day on which nothing of the list “Today” is true.

        A reason that was found stays, however much is left: the short check would not ask for it.
        """
        found = self._without_today(left=False)
        if found in RELEASABLE:
            return found
        left = [each for each in self.left if each != TODAY_LABEL]
        return self._without_today(left=bool(left))

    def _without_today(self, *, left: bool) -> Level:
        levels: list[Level] = [each.value for each in self._severities if each is not Severity.NOW]
        levels += [Level.CLINICIAN] if self.adds_up else []
        levels += [Level.UNFINISHED] if left else []
        return max((Level.NONE, *levels), key=_rank)

    @property
    def _severities(self) -> tuple[Severity, ...]:
        return tuple(self.severity(each) for each in self.items)

    @property
    def release_by(self) -> tuple[Who, ...]:
        """List who may decide otherwise: those whom every reason that closes the cuff leaves it to.

        Nobody may before all is answered, and nobody may where one reason leaves it to nobody.
        """
        if self.left or self.lasting not in RELEASABLE:
            return ()
        closing = (Severity.ABS, Severity.MISSING, Severity.REL)
        decide = [each for each in self.reasons if each.severity in closing]
        return tuple(
            who for who in Who if all(who in d.by for each in decide for d in each.decides)
        )

    @property
    def closed(self) -> tuple[str, ...]:
        """List the limbs that must have no cuff; where none was named, that is all of them."""
        if not any(each.limb for each in self.items):
            return ()
        return self.limbs or tuple(LIMBS)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Name every reason, the strictest first; a list that is not known is one reason."""
        of_unknown = {each.value for _, items in self.unknown for each in items}
        found = [
            Reason(
                each.tick, each.do, self.severity(each), each.cites, (each.decides,), each.limits
            )
            for each in self.items
            if each.value not in of_unknown
        ]
        found += [
            Reason(
                Text(
                    "“I don't know” in the list “{list}”: all of it counts as yes", list=asked.label
                ),
                Text("Find out, or ask a clinician. Then answer again."),
                max((self.severity(each) for each in items), key=lambda each: each.value.rank),
                unique(each.cites for each in items),
                tuple(
                    each.decides
                    for each in items
                    if self.severity(each) not in {Severity.NOW, Severity.PRE}
                ),
                tuple(limit for each in items for limit in each.limits),
            )
            for asked, items in self.unknown
        ]
        if self.adds_up:
            found.append(
                Reason(
                    Text("Several smaller things that add up"),
                    Text("Ask a clinician. One list of points would say no to so many at once."),
                    Severity.REL,
                    (KAATSU, KAATSU_2011),
                    (EITHER,),
                )
            )
        return tuple(sorted(found, key=lambda each: -each.severity.value.rank))

    @property
    def limits(self) -> tuple[Limit, ...]:
        """List the limits that hold, once a professional has agreed if one is needed."""
        found = {limit.code for each in self.items for limit in each.limits}
        return tuple(each for each in LIMITS.values() if each.code in found)

    @property
    def no_cuff(self) -> tuple[Text, ...]:
        """Name the limbs that must have no cuff."""
        if not self.closed:
            return ()
        if not self.limbs:
            return (Text("No limb is named, so no cuff on any. Name the limb, if it is one."),)
        names = Series(tuple(LIMBS[each] for each in self.closed))
        return (Text("No cuff on: {limbs}.", limbs=names),)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Show the working: the reasons, the two scores, and the body-mass index."""
        bmi = self.bmi
        return (
            Step(
                Text("Reasons found on the list"), Count(len(self.reasons), "reason"), None, LISTS
            ),
            Step(
                Text("Clot points: one is enough to ask a clinician first, by our rule"),
                total(self.clot),
                worked(self.clot),
                (CLOT_SCORE,),
            ),
            Step(
                Text(
                    "KAATSU points: more than {most} mean no on that list, and here that you ask "
                    "a clinician. One point is for women, and counts where it is not said. Age 59 "
                    "counts as {older}.",
                    most=KAATSU_MOST,
                    older=OLDER,
                ),
                total(self.kaatsu),
                worked(self.kaatsu),
                (KAATSU, KAATSU_2011),
            ),
            *(
                ()
                if bmi is None
                else (
                    Step(
                        Text("Body-mass index"),
                        decimal(bmi, 1),
                        Text("weight in kg ÷ height in m ÷ height in m"),
                    ),
                )
            ),
        )


TODAY_LABEL = next(asked.label for asked, _ in LISTS_TO_TICK if asked.name == "today")


def _rank(level: Level) -> int:
    return level.rank
