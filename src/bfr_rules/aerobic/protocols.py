"""What trials of walking and cycling with cuffs did."""

from __future__ import annotations

from dataclasses import dataclass

from bfr_rules.citation import Citation
from bfr_rules.quantity import Percent, Range, Unit
from bfr_rules.references import FILLING, cite
from bfr_rules.text import Text
from bfr_rules.times import Duration


@dataclass(frozen=True)
class Protocol:
    """Bouts with a cuff, as one trial did them or as a reader plans them."""

    verb: str
    bouts: int
    bout: Duration
    rest: Duration
    who: Text | None = None
    did: Text | None = None
    ages: Range | None = None
    """The ages for which the trial speaks; where it says only “young”, our reading of that."""
    cites: tuple[Citation, ...] = ()
    tried: Duration | None = None
    """How long the trial did it, where that leaves no time to fill the cuffs."""

    @property
    def total(self) -> Duration:
        """From the first step to the last."""
        return self.bout * self.bouts + self.rest * (self.bouts - 1)


FILLED_IN = Duration.s(FILLING.value)
YOUNG_UP_TO = 39
"""Trials of “young men” speak to nobody older: our reading, and a generous one."""
YOUNG = Range.of(18, YOUNG_UP_TO)
PROTOCOLS: dict[str, Protocol] = {
    "walk-intervals": Protocol(
        "Walk",
        5,
        Duration.of(2, Unit.MINUTE),
        Duration.of(1, Unit.MINUTE),
        Text("18 young men, half of them with cuffs"),
        Text("3 km/h, twice a day, six days a week, three weeks"),
        YOUNG,
        (cite("abe2006", "abstract"),),
    ),
    "walk-steady": Protocol(
        "Walk",
        1,
        # The trial walked 20 min; filling the cuffs counts, and 20 min are all that a leg is allowed.
        Duration.s(20 * 60 - FILLING.value),
        Duration.s(0),
        Text("19 active people of 60 to 78, 11 of them with cuffs"),
        Text("4 km/h, five days a week, six weeks"),
        Range.of(60, 78),
        (cite("abe2010walk", "abstract"),),
        tried=Duration.of(20, Unit.MINUTE),
    ),
    "cycle-steady": Protocol(
        "Cycle",
        1,
        Duration.of(15, Unit.MINUTE),
        Duration.s(0),
        Text("19 young men, 9 of them with cuffs"),
        Text("{share} of the top oxygen use, three days a week, eight weeks", share=Percent(40)),
        YOUNG,
        (cite("abe2010cycle", "abstract"),),
    ),
}
OWN = {"walk-own": "Walk", "cycle-own": "Cycle"}
PUMPED_FOR = cite("formiga2020", "Table 3")
"""The cuffs of the cycling trial were tight for 18 minutes, preparation included."""
LET_DOWN = cite("straygundersen2020", "abstract")
