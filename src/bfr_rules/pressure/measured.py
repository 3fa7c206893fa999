"""What is known of a measured AOP: where a reading starts, how far it strays, what studies saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.citation import AdvisedRange, Citation, Coefficient, State
from bfr_rules.quantity import Exact, Range, Unit
from bfr_rules.references import CUFF_PRESSURE, cite
from bfr_rules.text import Text

HALVES = (
    *CUFF_PRESSURE.cites,
    cite("loenneke2014", "abstract; which part for which limb is our rule", State.OURS),
)
START: Mapping[str, AdvisedRange] = {
    "arm": AdvisedRange(
        "first-arm-pressure",
        Text("Cuff pressure on an arm at the start"),
        Range.of(40, 50),
        Unit.PERCENT_AOP,
        HALVES,
    ),
    "leg": AdvisedRange(
        "first-leg-pressure",
        Text("Cuff pressure on a leg at the start"),
        Range.of(50, 60),
        Unit.PERCENT_AOP,
        HALVES,
    ),
}
"""Our cautious start inside `CUFF_PRESSURE`: the guidelines print one range for both limbs."""

PLAUSIBLE: Mapping[str, AdvisedRange] = {
    "arm": AdvisedRange(
        "plausible-arm-aop",
        Text("AOP of an arm that we take for a true reading"),
        Range.of(90, 300),
        Unit.MMHG,
        (
            cite("bell2018", "abstract"),
            cite("brown2018", "abstract"),
            cite("smartcuffs2022", "abstract; where doubt begins is our rule", State.OURS),
        ),
    ),
    "leg": AdvisedRange(
        "plausible-leg-aop",
        Text("AOP of a leg that we take for a true reading"),
        Range.of(90, 350),
        Unit.MMHG,
        (
            cite("hughes2018", "abstract"),
            cite("brown2018", "abstract"),
            cite("smartcuffs2022", "abstract; where doubt begins is our rule", State.OURS),
        ),
    ),
}
"""The highest single arm that one study found was 282 mmHg, so we stop a little above it."""

SURGICAL = (cite("masri2016", "abstract"),)
READING_ERROR: Mapping[str, Coefficient] = {
    "arm": Coefficient("mmHg that an automatic reading strays on the arm", Fraction(8), SURGICAL),
    "leg": Coefficient("mmHg that an automatic reading strays on the leg", Fraction(15), SURGICAL),
}
"""How far a surgical automatic system strayed from Doppler; others stray no less."""

POSITIONS = {"lying": Text("lying"), "sitting": Text("sitting"), "standing": Text("standing")}
POSITION = (cite("hughes2018", "abstract"), cite("sieljacks2018", "abstract"))
ARM_POSITION = (cite("karanasios2021arm", "abstract"),)
"""On an arm the AOP was higher sitting than lying, and lower standing."""
UPRIGHT = (cite("rolnick2025upright", "abstract"),)
GENTLER = {
    "leg": {("lying", "sitting"), ("lying", "standing"), ("sitting", "standing")},
    "arm": {("lying", "sitting")},
}
"""Where the AOP is measured and where it is used, so that the true share is a smaller one.

On a leg the AOP rises from lying to sitting to standing. Upright to lying is never among them, whatever
a study says: there a mistake closes the artery.
"""
SAMES = (cite("elite_ebook", "how to take LOP"), cite("inflation2023", "abstract"))
OTHER_CUFF = (cite("loenneke2012cuff", "abstract"), cite("inflation2023", "abstract"))
DOPPLER = (*SAMES, cite("doppler2023", "abstract"))
NO_FORMULA = (cite("kerr_sbp", "abstract"), cite("spitz2024", "abstract"))
OXIMETER: Mapping[str, tuple[Text, tuple[Citation, ...]]] = {
    "arm": (
        Text("A finger oximeter is a rough guide at best: studies disagree."),
        (cite("zeng2019", "abstract"), cite("santiago2025", "abstract")),
    ),
    "leg": (
        Text("Do not use a pulse oximeter: at the leg it does not find the AOP."),
        (cite("zeng2019", "abstract"), cite("brekke2020", "abstract")),
    ),
}
MORE = (
    cite("lixandrao2018", "abstract"),
    cite("bsu2024", "abstract"),
    cite("aclaop2023", "abstract"),
)
TOO_TIGHT = (
    cite("smartcuffs_manual", "stop signs"),
    cite("kaatsu_blog", "checking your arm band pressure"),
)
STRAYS = (cite("swain2025", "abstract"),)


@dataclass(frozen=True)
class Seen:
    """What one study measured: mean and standard deviation of the AOP in a group.

    `position` is empty where the study's abstract names none, and `narrow` is None where it names no
    width.
    """

    limb: str
    narrow: bool | None
    position: str
    mean: Fraction
    sd: Fraction
    cites: tuple[Citation, ...]

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Two standard deviations either side of the mean: nearly all of a group."""
        return self.mean - 2 * self.sd, self.mean + 2 * self.sd


def _seen(limb: str, width: str, position: str, mean: Exact, sd: int, key: str) -> Seen:
    cites = (cite(key, "abstract"),)
    narrow = width == "narrow" if width else None
    return Seen(limb, narrow, position, Fraction(mean), Fraction(sd), cites)


SEEN = (
    _seen("leg", "wide", "lying", 144, 17, "loenneke2012cuff"),
    _seen("leg", "wide", "lying", 148, 19, "sieljacks2018"),
    _seen("leg", "wide", "lying", 187, 33, "hughes2018"),
    _seen("leg", "wide", "sitting", 177, 20, "sieljacks2018"),
    _seen("leg", "wide", "sitting", 204, 29, "hughes2018"),
    _seen("leg", "wide", "standing", "241.5", 49, "hughes2018"),
    _seen("leg", "wide", "", 161, 18, "brown2018"),
    _seen("leg", "wide", "", 170, 26, "brown2018"),
    _seen("leg", "narrow", "lying", 235, 42, "loenneke2012cuff"),
    _seen("leg", "narrow", "lying", 348, 94, "sieljacks2018"),
    _seen("leg", "narrow", "sitting", 409, 101, "sieljacks2018"),
    _seen("arm", "wide", "", 133, 12, "brown2018"),
    _seen("arm", "narrow", "", 161, 16, "brown2018"),
    _seen("arm", "narrow", "", 139, 14, "buckner2017"),
    _seen("arm", "", "", 162, 24, "bell2018"),
)
"""Without the elastic band of buckner2017 (246 ± 71): it would let any arm pass."""
