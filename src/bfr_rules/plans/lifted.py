"""What is lifted in each week, as trials raised it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.citation import Coefficient, State
from bfr_rules.loads.equipment_makes import in_steps
from bfr_rules.loads.rule import CEILING
from bfr_rules.quantity import Mass, Percent, decimal
from bfr_rules.references import cite
from bfr_rules.text import Text

TENDON_TRIAL = cite("centner2019tendon", "training protocol", State.SECONDARY)
FIRST_SHARE = Coefficient("share of the 1RM in week 1", Fraction(20), (TENDON_TRIAL,))
POINTS = Coefficient("points added to the share each time", Fraction(5), (TENDON_TRIAL,))
EVERY = Coefficient("weeks from one rise to the next", Fraction(4), (TENDON_TRIAL,))
LAST_SHARE = Coefficient("highest share of the 1RM", Fraction(35), (TENDON_TRIAL,))
FOURTH_SET = cite("exknee2020", "Table 3")
MORE_THAN = Coefficient("repetitions in the fourth set", Fraction(15), (FOURTH_SET,))


def five_points(week: int) -> Percent:
    """Find the share of the 1RM that a tendon trial used in a week.

    Source: centner2019tendon, training protocol.

    >>> print(*(five_points(week) for week in (1, 4, 5, 9, 13)))
    20 % 20 % 25 % 30 % 35 %
    """
    rises = (week - 1) // int(EVERY.value)
    return Percent(min(FIRST_SHARE.value + POINTS.value * rises, LAST_SHARE.value))


def is_retest(week: int) -> bool:
    """Tell whether the trial's rule tests the 1RM anew before a week."""
    return week > 1 and five_points(week) != five_points(week - 1)


# --- What is lifted ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Loads:
    """What is lifted in a week: a share of the 1RM and, where that is known, a weight."""

    progression: str
    percent_1rm: Percent
    one_rm: Mass | None
    step: Mass

    def share(self, week: int) -> Percent:
        """Give the share of the 1RM in a week."""
        return five_points(week) if self.progression == "five-points" else self.percent_1rm

    def load(self, week: int) -> Mass | None:
        """Give the load of a week, rounded down; None without a 1RM, or below one step."""
        return self._made(self.share(week))

    def numbers(self, week: int) -> tuple[str, str]:
        """Write the share of the 1RM and the load of a week; the load empty where there is none."""
        return decimal(self.share(week).value), str(self.load(week) or "")

    @property
    def most(self) -> Mass | None:
        """The heaviest load that is still light training, rounded down."""
        return self._made(CEILING)

    def _made(self, share: Percent) -> Mass | None:
        return in_steps(share.of(self.one_rm), self.step).load if self.one_rm else None

    def note(self, week: int) -> Text:
        """Say what is lifted in a week."""
        share, load = self.share(week), self.load(week)
        lift = (
            Text("{share} of your 1RM: {load}", share=share, load=load)
            if load
            else Text("{share} of your 1RM", share=share)
        )
        if week == 1 or self.progression == "hold":
            return lift
        if self.progression == "fourth-set":
            return Text("{lift}, and the steps you have earned", lift=lift)
        if is_retest(week):
            return Text("{lift}. Test your 1RM first, without a cuff", lift=lift)
        return lift
