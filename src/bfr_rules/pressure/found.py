"""What a measured AOP gives: the cuff pressure, its working, cautions and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.citation import Citation, State
from bfr_rules.inputs import shared
from bfr_rules.outcome import Advice, Band, Caution, Fact, Outcome, Step
from bfr_rules.pressure.measured import (
    ARM_POSITION,
    MORE,
    POSITIONS,
    READING_ERROR,
    SAMES,
    SEEN,
    START,
    STRAYS,
    SURGICAL,
    TOO_TIGHT,
    UPRIGHT,
    Seen,
)
from bfr_rules.quantity import Percent, Pressure, Range, Unit, rounded
from bfr_rules.references import CUFF_PRESSURE, NARROW_BELOW_CM, cite
from bfr_rules.text import Text


def target(share: Percent, aop: Pressure) -> Pressure:
    """Find a share of an AOP, rounded down to whole mmHg.

    >>> print(target(Percent(50), Pressure.mmhg(187)))
    93 mmHg
    """
    return share.of(aop).floor()


# --- What is found -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """A measured AOP with all that it holds for."""

    limb: str
    side: str
    aop: Pressure
    position: str
    used: str
    """The position in which it is used."""
    width: Fraction | None
    systolic: Pressure | None

    @property
    def named(self) -> Text:
        """The limb, with its side where it was named."""
        if self.side == shared.UNSAID:
            return Text("{limb}", limb=self.limb)
        return Text("{side} {limb}", side=self.side, limb=self.limb)

    @property
    def where(self) -> Text:
        """The position, or both where it was measured in one and is used in another."""
        if self.position == self.used:
            return POSITIONS[self.position]
        return Text(
            "measured {measured}, used {used}",
            measured=POSITIONS[self.position],
            used=POSITIONS[self.used],
        )

    @property
    def error(self) -> Pressure:
        """How far such a reading strays."""
        return Pressure(READING_ERROR[self.limb].value)

    def true_share(self, cuff: Pressure) -> tuple[Percent, Percent]:
        """Find the lowest and highest share of the true AOP that a pressure may be."""
        higher, lower = (Pressure(self.aop.value + way * self.error.value) for way in (1, -1))
        return cuff.share_of(higher), cuff.share_of(lower)


def carried(measured: str, used: str) -> tuple[tuple[Fraction, ...], tuple[Citation, ...]]:
    """Find what part of a thigh's AOP in one position its AOP in another was, study by study.

    >>> parts, _ = carried("lying", "standing")
    >>> print(*(round(float(each), 3) for each in parts))
    0.774
    """
    pairs = [
        (one.mean / other.mean, one.cites)
        for one in SEEN
        for other in SEEN
        if (one.position, other.position) == (measured, used)
        and (one.limb, one.narrow, one.cites) == (other.limb, other.narrow, other.cites)
    ]
    return tuple(part for part, _ in pairs), once(tuple(c for _, cites in pairs for c in cites))


def _in_use(reading: Reading, share: Percent) -> tuple[tuple[Fact, ...], tuple[Caution, ...]]:
    """Say what a share is in truth, where the AOP is measured in one position and used in another."""
    if reading.position == reading.used:
        return (), ()
    measured, used = POSITIONS[reading.position], POSITIONS[reading.used]
    if reading.limb == "arm":
        truly = Text("less than {share}; by how much, no study that we read says", share=share)
        cites: tuple[Citation, ...] = ARM_POSITION
    else:
        parts, cites = carried(reading.position, reading.used)
        shares = [Percent(rounded(share.value * part, 0)) for part in parts]
        least, most = min(shares), max(shares)
        truly = (
            Text("about {share}", share=most)
            if least == most
            else Text("about {least} to {most}", least=least, most=most)
        )
    return (
        (Fact(Text("Of your AOP {used} it is, going by studies", used=used), truly),),
        (
            Caution(
                Text(
                    "Your AOP was measured {measured}, and you train {used}, where it is higher. So "
                    "{share} of yours is in truth {truly}: the gentler side. Do not raise it for that.",
                    measured=measured,
                    used=used,
                    share=share,
                    truly=truly,
                ),
                cites,
            ),
            Caution(
                Text(
                    "Measuring as you train is better, where it can be done. Upright it often cannot: "
                    "one device found an AOP in only 29 and 35 of 100 tries in two groups, sitting in "
                    "about half."
                ),
                UPRIGHT,
            ),
        ),
    )


def answer_with(reading: Reading, share: Percent, ceiling: Percent) -> Outcome:
    """Give the pressure of a share, as far as its reading can be trusted."""
    start = START[reading.limb]
    cuff = target(share, reading.aop)
    shares = [min(Percent(end), ceiling) for end in (start.low, start.high)]
    low, high, top = (target(each, reading.aop) for each in (*shares, ceiling))
    least, most = reading.true_share(cuff)
    strays = Text("{least} to {most}", least=least, most=most)
    in_use, gentler = _in_use(reading, share)
    said = reading.side != shared.UNSAID
    return Outcome(
        headline=Text(
            "Fill the cuff {limb}to {cuff}: {share} of your AOP, {position}",
            limb=Text("of your {limb} ", limb=reading.named) if said else Text(""),
            cuff=cuff,
            share=share,
            position=reading.where,
        ),
        answer=cuff,
        band=Band(
            low,
            high,
            Text("Your limits leave no more than {ceiling}: {top}", ceiling=ceiling, top=top)
            if ceiling.value < start.high
            else Text(
                "For a start on the {limb} we advise {start}: {low} to {high}. Never above {top}",
                limb=reading.named,
                start=start,
                low=low,
                high=high,
                top=top,
            ),
        ),
        facts=(
            Fact(Text("Cuff pressure"), cuff),
            Fact(Text("For a start"), Text("{low} to {high}", low=low, high=high)),
            Fact(Text("Never above"), top),
            Fact(
                Text("Holds only for"),
                Text(
                    "this cuff, {whose} {limb}, {position}",
                    whose=Text("your") if said else Text("this"),
                    limb=reading.named,
                    position=reading.where,
                ),
            ),
            *in_use,
            Fact(
                Text("Of your true AOP it may be")
                if reading.position == reading.used
                else Text("Of your true AOP {position} it may be", position=reading.position),
                strays,
            ),
        ),
        steps=(
            Step(
                Text("Share of your AOP, rounded down"),
                cuff,
                Text("{share} × {aop}", share=share, aop=reading.aop),
                CUFF_PRESSURE.cites,
            ),
            Step(
                Text("Advised for a start, rounded down"),
                Text("{low} to {high}", low=low, high=high),
                Text(
                    "{start} × {aop}",
                    start=Range(*(each.value for each in shares)).text(Unit.PERCENT),
                    aop=reading.aop,
                ),
                start.cites,
            ),
            Step(
                Text(
                    "Share of the true AOP, if the reading strays by {error}", error=reading.error
                ),
                strays,
                Text("{cuff} ÷ ({aop} ± {error})", cuff=cuff, aop=reading.aop, error=reading.error),
                SURGICAL,
            ),
        ),
        cautions=(*gentler, *_cautions(reading, share, most)),
        next=_next(reading),
        carry={
            "limb": reading.limb,
            "exercise_1_limb": reading.limb,
            "side": reading.side,
            "exercise_1_side": reading.side,
        },
    )


def _cautions(reading: Reading, share: Percent, most: Percent) -> tuple[Caution, ...]:
    cautions = []
    start = START[reading.limb]
    if share.value < CUFF_PRESSURE.low:
        cautions.append(
            Caution(
                Text(
                    "{share} is below the {advised} of the guidelines: expect less from it.",
                    share=share,
                    advised=CUFF_PRESSURE,
                ),
                CUFF_PRESSURE.cites,
            )
        )
    if share.value > start.high:
        cautions.append(
            Caution(
                Text(
                    "For a start we advise {start}. More pressure did not clearly bring more "
                    "muscle or strength. One small trial after knee surgery disagrees.",
                    start=start,
                ),
                MORE,
            )
        )
    if most.value > CUFF_PRESSURE.high:
        cautions.append(
            Caution(
                Text(
                    "If your AOP was read {error} too high, this is {most} of the true one. "
                    "Take a smaller share.",
                    error=reading.error,
                    most=most,
                ),
                (*SURGICAL, *CUFF_PRESSURE.cites),
            )
        )
    if reading.systolic and reading.aop.value - reading.error.value <= reading.systolic.value:
        cautions.append(
            Caution(
                Text(
                    "Your AOP is hardly above your upper blood pressure, and a reading may be "
                    "{error} off. On a leg it lay well above in studies. Measure both again before "
                    "you rely on it.",
                    error=reading.error,
                ),
                (*SURGICAL, cite("loenneke2015", "abstract; to doubt it is our rule", State.OURS)),
            )
        )
    return (*cautions, *_unlike_studies(reading))


def like(limb: str, position: str, width: Fraction | None) -> tuple[Seen, ...]:
    """List the groups of studies with a like limb, cuff and position; without a width, those that name none."""
    widths = {None} if width is None else {None, width < NARROW_BELOW_CM.value}
    return tuple(
        each
        for each in SEEN
        if each.limb == limb and each.narrow in widths and each.position in {"", position}
    )


def _unlike_studies(reading: Reading) -> tuple[Caution, ...]:
    """Doubt an AOP beyond that of nearly all people in studies with like cuffs."""
    groups = like(reading.limb, reading.position, reading.width)
    if not groups:
        return ()
    low = Pressure(min(each.ends[0] for each in groups))
    high = Pressure(max(each.ends[1] for each in groups))
    if low <= reading.aop <= high:
        return ()
    return (
        Caution(
            Text(
                "In studies with like cuffs nearly all had an AOP of {low} to {high}. "
                "Measure again before you rely on {aop}.",
                low=low,
                high=high,
                aop=reading.aop,
            ),
            once(tuple(cite for each in groups for cite in each.cites)),
        ),
    )


def _next(reading: Reading) -> tuple[Advice, ...]:
    check = (
        ()
        if reading.systolic
        else (
            Advice(
                Text("Enter your upper blood pressure too: an AOP that is not above it is wrong."),
                (cite("loenneke2015", "abstract; to stop here is our rule", State.OURS),),
            ),
        )
    )
    return (
        *check,
        Advice(Text("Write it on a card, with cuff, limb, position and date.")),
        Advice(Text("It is for this side only. The other one has an AOP of its own."), SAMES),
        Advice(
            Text("Pain before you move, numbness, a white or blue limb: open the cuff at once."),
            TOO_TIGHT,
        ),
        Advice(Text("Watch the gauge in the set: pressure strays as you move."), STRAYS),
    )


def once(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Name each source once."""
    return tuple(dict.fromkeys(cites))
