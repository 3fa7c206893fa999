"""Cuff pressure: a share of a measured AOP, and an explorer that shows why no fixed number will do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from bfr_rules import inputs
from bfr_rules.inputs import Choice, ChoiceInput, NumberInput
from bfr_rules.limits import most_of
from bfr_rules.model import (
    Advice,
    AdvisedRange,
    Band,
    Calculator,
    Caution,
    Citation,
    Coefficient,
    Example,
    Fact,
    Group,
    Limit,
    Lookup,
    Outcome,
    Sets,
    State,
    Step,
    Stop,
    Table,
    Vary,
    When,
)
from bfr_rules.quantity import Exact, Percent, Pressure, Range, Unit, decimal, rounded
from bfr_rules.references import (
    CUFF_PRESSURE,
    NARROW_BELOW_CM,
    NARROW_CUFF_AOP,
    WIDE_CUFF_AOP,
    cite,
)
from bfr_rules.text import Series, Text

# --- A share of a measured AOP -----------------------------------------------------------------

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


HALF = Percent(50)
"""In `START` of either limb."""


def pressure(
    aop_known: str,
    limb: str,
    side: str = inputs.UNSAID,
    aop_mmhg: Pressure | None = None,
    position: str = "unknown",
    train_position: str = "sitting",
    percent_aop: Percent = HALF,
    cuff_width_cm: Fraction | None = None,
    systolic: Pressure | None = None,
    limits: tuple[Limit, ...] = (),
) -> Outcome:
    """Find a cuff pressure as a share of a measured AOP, rounded down to whole mmHg.

    Down, because a little too loose is the careful side. Nothing is converted: another cuff or limb
    needs another measurement, and so does another position, unless the true share is then smaller. The form starts without an AOP and without its position,
    so that nobody takes the pressure of an example for their own.

    Args:
        aop_known: `measured` with this cuff on this limb, `other` cuff or limb, or `not`.
        limb: `arm` or `leg`.
        side: `left`, `right` or `unsaid`.
        aop_mmhg: The AOP that was measured.
        position: In which it was measured: a key of `POSITIONS`, or `unknown`.
        train_position: In which it will be used.
        percent_aop: Share of it, advised `CUFF_PRESSURE`, at the start `START`.
        cuff_width_cm: Width, to hold the AOP against those of studies with like cuffs.
        systolic: The reader's own upper blood pressure; no true AOP lies below it.
        limits: Those of a screening: no pressure is named above their share.

    Returns:
        The pressure, what the start of `START` gives, and what must not be passed; a stop without
        pressure where there is no AOP for this cuff, limb and position, or where it looks wrong.

    Source: `CUFF_PRESSURE`, `START`, `PLAUSIBLE`, `SEEN`.

    >>> where = {"position": "lying", "train_position": "lying"}
    >>> half = {"aop_mmhg": Pressure.mmhg(187), "percent_aop": Percent(50), **where}
    >>> print(pressure("measured", "leg", **half).answer)
    93 mmHg
    """
    if aop_known == "not":
        return _not_measured(limb)
    if aop_known == "other":
        return OTHER
    if aop_mmhg is None:
        return NO_NUMBER_YET
    if position != train_position and (position, train_position) not in GENTLER[limb]:
        return _another_position(limb, position, train_position)
    if doubt := _doubt(limb, aop_mmhg, systolic):
        return doubt
    found = _found(
        _Reading(limb, side, aop_mmhg, position, train_position, cuff_width_cm, systolic),
        percent_aop,
        most_of("percent_aop", limits) or Percent(CUFF_PRESSURE.high),
    )
    raised = systolic is not None and systolic >= RAISED_SYSTOLIC
    return replace(found, cautions=(RAISED, *found.cautions)) if raised else found


def target(share: Percent, aop: Pressure) -> Pressure:
    """Find a share of an AOP, rounded down to whole mmHg.

    >>> print(target(Percent(50), Pressure.mmhg(187)))
    93 mmHg
    """
    return share.of(aop).floor()


# --- What stops --------------------------------------------------------------------------------


def _not_measured(limb: str) -> Outcome:
    says, cites = OXIMETER[limb]
    return Outcome(
        headline=Text("No pressure without a measured AOP"),
        stop=Stop(
            Text("No table, formula or feel can stand in for it, so there is no number here."),
            (
                Text("Take your own cuff to a physiotherapist, a sports doctor or a BFR clinic."),
                Text(
                    "Sit, lie or stand there as you will train. They fill the cuff slowly, and "
                    "listen with a Doppler probe until the pulse at the {joint} is gone.",
                    joint=Text("wrist") if limb == "arm" else Text("ankle"),
                ),
                Text("Write the number on a card, with cuff, limb, position and date."),
                says,
                Text("Until then, lift light weights to near failure without a cuff."),
            ),
            _once((*NO_FORMULA, *DOPPLER, *cites, cite("schoenfeld2017", "abstract"))),
        ),
    )


OTHER = Outcome(
    headline=Text("Measure again, with this cuff on this limb"),
    stop=Stop(
        Text("An AOP holds only for the cuff and the limb that it was measured with."),
        (
            Text("Take this cuff along, and have the AOP of this limb measured."),
            Text("Left and right differ too: measure each."),
        ),
        OTHER_CUFF,
    ),
)
NO_NUMBER_YET = Outcome(
    headline=Text("Enter the AOP that was measured on you"),
    stop=Stop(
        Text("The pressure is a share of your own AOP, so nothing can be said before it."),
        (
            Text("Type the number from your card, and the position it was measured in."),
            Text("Nobody has measured it? Then choose that, and read how it is done."),
        ),
        SAMES,
    ),
)


def _another_position(limb: str, position: str, train_position: str) -> Outcome:
    train = POSITIONS[train_position]
    if position == "unknown":
        return Outcome(
            headline=Text("Find out first: was the AOP measured {train}?", train=train),
            stop=Stop(
                Text("The same limb under the same cuff has another AOP in another position."),
                (
                    Text("Choose the position it was measured in, or ask who measured it."),
                    Text("Nobody knows? Then measure again, {train}.", train=train),
                ),
                POSITION,
            ),
        )
    return Outcome(
        headline=Text("Measure again, {train}", train=train),
        stop=Stop(
            Text(
                "Your AOP was measured {measured}, and you train {train}. There it is lower, or may "
                "be, so that the same pressure could close the artery.",
                measured=POSITIONS[position],
                train=train,
            ),
            (
                Text("Have your AOP measured {train}, as you train.", train=train),
                Text("Or train {measured}, as it was measured.", measured=POSITIONS[position]),
            ),
            POSITION if limb == "leg" else ARM_POSITION,
        ),
    )


HIGH_SYSTOLIC, RAISED_SYSTOLIC = Pressure.mmhg(160), Pressure.mmhg(140)
"""The lines of the screening for the upper number: whoever skipped it meets them here."""
OWN_PRESSURE = (
    cite("domingos2018", "abstract"),
    cite("nice_ng136", "stages as reprinted; the line is our rule", State.OURS),
)
TOO_HIGH = Outcome(
    headline=Text("Not without a doctor: your blood pressure is high"),
    stop=Stop(
        Text(
            "Your upper number is {line} or more. It rises further during a set.",
            line=HIGH_SYSTOLIC,
        ),
        (
            Text("No cuff. See a doctor."),
            Text("Then answer the screening: it asks for more than this number."),
        ),
        OWN_PRESSURE,
    ),
)
RAISED = Caution(
    Text(
        "Your upper number is {line} or more: use this only if a clinician has agreed.",
        line=RAISED_SYSTOLIC,
    ),
    OWN_PRESSURE,
)


def _doubt(limb: str, aop: Pressure, systolic: Pressure | None) -> Outcome | None:
    """Give what replaces a pressure: an AOP that looks wrong, a blood pressure that is high."""
    plausible = PLAUSIBLE[limb]
    if systolic is not None and aop <= systolic:
        return Outcome(
            headline=Text("Almost surely wrong: measure again"),
            stop=Stop(
                Text(
                    "An AOP of {aop} is not above your upper blood pressure of {systolic}. "
                    "A cuff that stops the flow must press harder than the blood does.",
                    aop=aop,
                    systolic=systolic,
                ),
                (
                    Text("Rest, measure the blood pressure and the AOP again."),
                    Text("Check that the cuff is the right size and lies flat."),
                ),
                (cite("loenneke2015", "abstract; to stop here is our rule", State.OURS),),
            ),
        )
    if systolic is not None and systolic >= HIGH_SYSTOLIC:
        return TOO_HIGH
    if plausible.range.contains(aop.value):
        return None
    high = aop.value > plausible.high
    return Outcome(
        headline=Text("Too high to rely on: measure again")
        if high
        else Text("Too low to rely on: measure again"),
        stop=Stop(
            Text(
                "On {limb} we rely on an AOP of {plausible}. Yours is {aop}.",
                limb=Text("an arm") if limb == "arm" else Text("a leg"),
                plausible=plausible,
                aop=aop,
            ),
            (
                Text("Measure again with a wider cuff: it needs less pressure.")
                if high
                else Text("Measure again, and check the size of the cuff and the gauge."),
                Text("The same number once more? Ask the person who measures."),
            ),
            plausible.cites,
        ),
    )


# --- What is found -----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Reading:
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
        if self.side == inputs.UNSAID:
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
    return tuple(part for part, _ in pairs), _once(tuple(c for _, cites in pairs for c in cites))


def _in_use(reading: _Reading, share: Percent) -> tuple[tuple[Fact, ...], tuple[Caution, ...]]:
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


def _found(reading: _Reading, share: Percent, ceiling: Percent) -> Outcome:
    start = START[reading.limb]
    cuff = target(share, reading.aop)
    shares = [min(Percent(end), ceiling) for end in (start.low, start.high)]
    low, high, top = (target(each, reading.aop) for each in (*shares, ceiling))
    least, most = reading.true_share(cuff)
    strays = Text("{least} to {most}", least=least, most=most)
    in_use, gentler = _in_use(reading, share)
    said = reading.side != inputs.UNSAID
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


def _cautions(reading: _Reading, share: Percent, most: Percent) -> tuple[Caution, ...]:
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


def _unlike_studies(reading: _Reading) -> tuple[Caution, ...]:
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
            _once(tuple(cite for each in groups for cite in each.cites)),
        ),
    )


def _next(reading: _Reading) -> tuple[Advice, ...]:
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


def _once(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cites))


# --- The calculator ----------------------------------------------------------------------------

MEASURED = (When("aop_known", ("measured",)),)
GIVEN = {"position": "lying", "train_position": "lying"}
PRESSURE = Calculator(
    slug="pressure",
    title=Text("Cuff pressure"),
    question=Text("What cuff pressure, from my measured AOP?"),
    use_when=(
        Text("Your AOP was measured with this cuff, on this limb, as you will train."),
        Text("You have been through the screening."),
    ),
    not_when=(
        Text("Nobody has measured your AOP: no sum can replace that."),
        Text("The limb is swollen, or the cuff is new: measure again first."),
    ),
    groups=(
        Group(
            Text("Your AOP"),
            (
                ChoiceInput(
                    "aop_known",
                    Text("Was it measured?"),
                    (
                        Choice("measured", Text("Yes, this cuff on this limb")),
                        Choice("other", Text("Yes, another cuff or limb")),
                        Choice("not", Text("No")),
                    ),
                    default="measured",
                    hint=Text("AOP: the lowest cuff pressure that stops the flow in your artery."),
                    why=Text("It holds for one cuff on one limb. Left and right differ."),
                ),
                ChoiceInput("limb", Text("Cuff on the"), inputs.LIMBS, default="leg"),
                NumberInput(
                    "aop_mmhg",
                    Text("Your measured AOP"),
                    Unit.MMHG,
                    Range.of(50, 600),
                    "",
                    optional=True,
                    hint=Text("The number from your card."),
                    example="180",
                    why=Text("Without it there is no pressure."),
                    when=MEASURED,
                ),
                ChoiceInput(
                    "position",
                    Text("Measured in what position?"),
                    (
                        Choice("lying", Text("Lying")),
                        Choice("sitting", Text("Sitting")),
                        Choice("standing", Text("Standing")),
                        Choice("unknown", Text("I don't know")),
                    ),
                    default="unknown",
                    when=MEASURED,
                ),
                ChoiceInput(
                    "train_position",
                    Text("You train"),
                    (
                        Choice("lying", Text("Lying")),
                        Choice("sitting", Text("Sitting")),
                        Choice("standing", Text("Standing")),
                    ),
                    default="sitting",
                    why=Text("Sit, lie or stand: each has an AOP of its own."),
                    when=MEASURED,
                ),
                ChoiceInput(
                    "side",
                    Text("Which side?"),
                    inputs.SIDES,
                    default=inputs.UNSAID,
                    hint=Text("Left and right differ. It is then named with the pressure."),
                    when=MEASURED,
                ),
            ),
        ),
        Group(
            Text("How much of it"),
            (
                NumberInput(
                    "percent_aop",
                    Text("Share of the AOP"),
                    Unit.PERCENT_AOP,
                    Range(Fraction(10), CUFF_PRESSURE.high),
                    decimal(HALF.value),
                    hint=Text(
                        "At the start: arm {arm}, leg {leg}.",
                        arm=START["arm"].range.text(Unit.PERCENT),
                        leg=START["leg"].range.text(Unit.PERCENT),
                    ),
                    when=MEASURED,
                    beyond=Text("More is never advised, and less is hardly a cuff at all."),
                ),
            ),
        ),
        Group(
            Text("To check the reading"),
            (
                NumberInput(
                    "systolic",
                    Text("Your upper blood pressure"),
                    Unit.MMHG,
                    Range.of(70, 260),
                    "",
                    optional=True,
                    hint=Text("Such as 120. May stay empty."),
                    example="120",
                    why=Text("An AOP below it is almost surely wrong."),
                    when=MEASURED,
                ),
                NumberInput(
                    "cuff_width_cm",
                    Text("Width of the cuff"),
                    Unit.CM,
                    inputs.CUFF_WIDTH_CM,
                    "",
                    decimals=True,
                    optional=True,
                    hint=Text("May stay empty."),
                    example="11",
                    why=Text("We hold your AOP against studies with like cuffs."),
                    when=MEASURED,
                ),
            ),
        ),
    ),
    rule=pressure,
    cites=_once(
        (
            *CUFF_PRESSURE.cites,
            *START["leg"].cites,
            *(each for limb in PLAUSIBLE.values() for each in limb.cites),
            *SURGICAL,
            *POSITION,
            *ARM_POSITION,
            *UPRIGHT,
            *SAMES,
            *OTHER_CUFF,
            *DOPPLER,
            *NO_FORMULA,
            *(each for _, cites in OXIMETER.values() for each in cites),
            *MORE,
            *TOO_TIGHT,
            *STRAYS,
            *(each for group in SEEN for each in group.cites),
            cite("loenneke2015", "abstract"),
            cite("schoenfeld2017", "abstract"),
            *OWN_PRESSURE,
        )
    ),
    examples=(
        Example(
            Text("187 mmHg, lying, at 50 %: 93.5, rounded down"),
            {**GIVEN, "aop_mmhg": "187"},
            "Fill the cuff to 93 mmHg: 50 % of your AOP, lying",
            {"For a start": "93 mmHg to 112 mmHg", "Never above": "149 mmHg"},
        ),
        Example(
            Text("An arm with 133 mmHg, sitting, at 40 %: 53.2, rounded down"),
            {
                "limb": "arm",
                "aop_mmhg": "133",
                "position": "sitting",
                "percent_aop": "40",
                "systolic": "120",
            },
            "Fill the cuff to 53 mmHg: 40 % of your AOP, sitting",
            {"For a start": "53 mmHg to 66 mmHg", "Never above": "106 mmHg"},
        ),
        Example(
            Text("Measured lying, used standing: 80 % of 187, and 187 of 241.5 of that in truth"),
            {
                "aop_mmhg": "187",
                "position": "lying",
                "train_position": "standing",
                "percent_aop": "80",
            },
            "Fill the cuff to 149 mmHg: 80 % of your AOP, measured lying, used standing",
            {"Of your AOP standing it is, going by studies": "about 62 %"},
        ),
        Example(
            Text("Measured standing and used lying it would be too much: measure anew"),
            {"aop_mmhg": "242", "position": "standing", "train_position": "lying"},
            "Measure again, lying",
        ),
        Example(
            Text("110 mmHg with an upper blood pressure of 124: a wrong reading"),
            {**GIVEN, "aop_mmhg": "110", "systolic": "124"},
            "Almost surely wrong: measure again",
        ),
        Example(
            Text("No AOP: no number, but the way to get one"),
            {"aop_known": "not"},
            "No pressure without a measured AOP",
        ),
    ),
    lookup=Lookup(
        Text("From an AOP measured on you, with this cuff, as you train; rounded down"),
        "aop_mmhg",
        ("120", "133", "160", "187", "204", "241"),
        "percent_aop",
        ("40", "50", "60", "80"),
        {"position": "sitting"},
    ),
    limits=(
        Text("It is only as good as the reading, and no reading is exact."),
        Text("It holds for one cuff and one limb, and for the position that it names."),
        Text("The lower start, and where doubt begins, are our cautious choices."),
        Text("How much pressure is best is not settled."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.PRESSURE,),
    asks_first=True,
    varies=(
        Vary("percent_aop", ("40", "50", "60", "80")),
        Vary("aop_mmhg", ("+10", "-10")),
    ),
    private=True,
    takes=frozenset({"limits"}),
)


# --- The explorer: for teaching only -----------------------------------------------------------


@dataclass(frozen=True)
class Mean:
    """A mean AOP of a study, to hold a pressure against."""

    label: Text
    where: Text
    aop: Coefficient

    @property
    def pressure(self) -> Pressure:
        """The mean, as a pressure."""
        return Pressure(self.aop.value)


SECOND_NARROW_AOP = Coefficient(
    "mean AOP of the thigh under a narrow cuff in another study, lying, in mmHg",
    Fraction(348),
    (cite("sieljacks2018", "abstract"),),
)
LYING_AOP, SITTING_AOP, STANDING_AOP = (
    Coefficient(
        f"mean AOP of the thigh {position} under a cuff of 11.5 cm, in mmHg",
        Fraction(mean),
        (cite("hughes2018", "abstract"),),
    )
    for position, mean in (("lying", "187"), ("sitting", "204"), ("standing", "241.5"))
)
CUFFS = (
    Mean(Text("Wide cuff"), Text("the wide cuff"), WIDE_CUFF_AOP),
    Mean(Text("Narrow cuff, same thighs"), Text("the narrow cuff"), NARROW_CUFF_AOP),
    Mean(Text("Narrow cuff, another study"), Text("the other narrow cuff"), SECOND_NARROW_AOP),
)
BODIES = (
    Mean(Text("Lying"), Text("lying"), LYING_AOP),
    Mean(Text("Sitting"), Text("sitting"), SITTING_AOP),
    Mean(Text("Standing"), Text("standing"), STANDING_AOP),
)

CIRILO = (cite("cirilo2019", "abstract"),)
ESTIMATE_START = Coefficient("start of the thigh formula, in mmHg", Fraction("65.290"), CIRILO)
PER_CM = Coefficient("mmHg for each cm round the thigh", Fraction("1.110"), CIRILO)
PER_SYSTOLIC = Coefficient("mmHg for each mmHg of upper pressure", Fraction("0.178"), CIRILO)
PER_YEAR = Coefficient("mmHg for each year of age", Fraction("1.153"), CIRILO)
PER_SEX = Coefficient("mmHg taken off, once for men, twice for women", Fraction("7.984"), CIRILO)
ESTIMATE_ERROR = Coefficient("standard error of the estimate, in mmHg", Fraction("15.3"), CIRILO)
NEARLY_ALL = Fraction("1.96")
"""So many standard errors to either side hold 95 of 100, if errors spread evenly."""


@dataclass(frozen=True)
class Person:
    """Somebody made up, for whom the thigh formula is shown; nobody types their own body here."""

    label: Text
    thigh_cm: int
    systolic: int
    age: int
    sex: int
    """1 for a man and 2 for a woman, as the formula counts."""

    @property
    def estimate(self) -> Fraction:
        """What the formula gives, in mmHg: for teaching, never for a setting.

        Source: cirilo2019, abstract.
        """
        return (
            ESTIMATE_START.value
            + PER_CM.value * self.thigh_cm
            + PER_SYSTOLIC.value * self.systolic
            + PER_YEAR.value * self.age
            - PER_SEX.value * self.sex
        )

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Between what the true AOP may lie, in mmHg."""
        error = NEARLY_ALL * ESTIMATE_ERROR.value
        return self.estimate - error, self.estimate + error


PEOPLE = {
    "first": Person(Text("Man of 23, thigh 56 cm"), 56, 120, 23, 1),
    "second": Person(Text("Woman of 25, thigh 54 cm"), 54, 112, 25, 2),
    "third": Person(Text("Man of 30, thigh 60 cm"), 60, 130, 30, 1),
}
"""Ages within those of the study: its slope must not be stretched."""

TEACHING = Advice(
    Text("This is for teaching. The figures are averages of other people, and no setting.")
)


def explore(cuff_mmhg: Pressure, person: str) -> Outcome:
    """Find what share of the average AOP one pressure is, under three cuffs and in three positions.

    Args:
        cuff_mmhg: The pressure to look at.
        person: A key of `PEOPLE`, for whom an estimate is shown with its error.

    Returns:
        Shares and tables, for teaching; never a pressure to use.

    Source: `CUFFS`, `BODIES`, `CIRILO`.

    >>> print(explore(Pressure.mmhg(150), "first").answer)
    43.1 % to 104.2 %
    """
    shares = [cuff_mmhg.share_of(each.pressure) for each in CUFFS]
    shown = PEOPLE[person]
    low, high = shown.ends
    most_taught = Percent(CUFF_PRESSURE.high)
    part = most_taught.of(Pressure(shown.estimate))
    return Outcome(
        headline=Text(
            "{pressure} is {most} of the average AOP under one cuff, {least} under another",
            pressure=cuff_mmhg,
            most=shares[0],
            least=shares[-1],
        ),
        answer=Text("{least} to {most}", least=shares[-1], most=shares[0]),
        facts=(
            *(Fact(each.label, share) for each, share in zip(CUFFS, shares, strict=True)),
            Fact(Text("Stops the flow of the average person"), _stops_under(cuff_mmhg)),
            Fact(
                Text("AOP of the person below, by formula"),
                Text("anywhere from {low} to {high}", low=_whole(low), high=_whole(high)),
            ),
            Fact(
                Text("{share} of that estimate, in truth", share=most_taught),
                _between(part, shown.ends),
            ),
            Fact(Text("This pressure, of that person's AOP"), _between(cuff_mmhg, shown.ends)),
        ),
        steps=(
            Step(
                Text("Share of the average AOP under the wide cuff"),
                shares[0],
                Text("{pressure} ÷ {aop}", pressure=cuff_mmhg, aop=CUFFS[0].pressure),
                WIDE_CUFF_AOP.cites,
            ),
            Step(
                Text("Share of it under the narrow cuff of another study"),
                shares[-1],
                Text("{pressure} ÷ {aop}", pressure=cuff_mmhg, aop=CUFFS[-1].pressure),
                SECOND_NARROW_AOP.cites,
            ),
            *(
                Step(
                    Text("Share of it under 11.5 cm, {position}", position=each.where),
                    cuff_mmhg.share_of(each.pressure),
                    Text("{pressure} ÷ {aop}", pressure=cuff_mmhg, aop=each.pressure),
                    each.aop.cites,
                )
                for each in BODIES
            ),
            Step(
                Text("What the formula gives, and its error"),
                Text(
                    "{estimate} ± {error} mmHg",
                    estimate=decimal(shown.estimate, 0),
                    error=decimal(NEARLY_ALL * ESTIMATE_ERROR.value, 0),
                ),
                Text(
                    "{start} + {cm} × {thigh} + {systolic} × {upper} + {year} × {age} − {sex}",
                    start=decimal(ESTIMATE_START.value),
                    cm=decimal(PER_CM.value),
                    thigh=shown.thigh_cm,
                    systolic=decimal(PER_SYSTOLIC.value, 3),
                    upper=shown.systolic,
                    year=decimal(PER_YEAR.value, 3),
                    age=shown.age,
                    sex=decimal(PER_SEX.value * shown.sex, 3),
                ),
                CIRILO,
            ),
        ),
        cautions=_full(cuff_mmhg),
        next=(
            TEACHING,
            Advice(Text("Have your own AOP measured. Then use the pressure calculator."), SAMES),
        ),
        tables=(_by_cuff(cuff_mmhg), _by_position(cuff_mmhg), _carried_over(most_taught)),
    )


def _whole(mmhg: Fraction) -> Pressure:
    return Pressure(rounded(mmhg, 0))


def _between(pressure: Pressure, ends: tuple[Fraction, Fraction]) -> Text:
    """Write the lowest and highest share of an AOP that lies somewhere between two ends."""
    least, most = (Percent(rounded(pressure.value / end * 100, 0)) for end in reversed(ends))
    return Text("anywhere from {least} to {most}", least=least, most=most)


def _stops_under(pressure: Pressure) -> Text:
    stopped = tuple(each.where for each in CUFFS if pressure >= each.pressure)
    if not stopped:
        return Text("under none of the three cuffs")
    return Text("under {cuffs}", cuffs=Series(stopped))


def _full(pressure: Pressure) -> tuple[Caution, ...]:
    places = [Text("under {cuff}", cuff=each.where) for each in CUFFS if pressure >= each.pressure]
    places += [each.where for each in BODIES if pressure >= each.pressure]
    if not places:
        return ()
    return (
        Caution(
            Text(
                "At {pressure} the average thigh has no flow left {places}.",
                pressure=pressure,
                places=Series(tuple(places)),
            ),
            _once(
                tuple(
                    cite
                    for each in (*CUFFS, *BODIES)
                    if pressure >= each.pressure
                    for cite in each.aop.cites
                )
            ),
        ),
    )


def _by_cuff(pressure: Pressure) -> Table:
    return Table(
        Text("For teaching: {pressure} under three cuffs", pressure=pressure),
        (Text("Cuff on the thigh"), Text("Stops the average flow at"), Text("Share of that")),
        tuple((each.label, each.pressure, pressure.share_of(each.pressure)) for each in CUFFS),
    )


def _by_position(pressure: Pressure) -> Table:
    return Table(
        Text("For teaching: {pressure} in three positions", pressure=pressure),
        (Text("Position"), Text("Stops the average flow at"), Text("Share of that")),
        tuple((each.label, each.pressure, pressure.share_of(each.pressure)) for each in BODIES),
    )


def _carried_over(share: Percent) -> Table:
    """Show what becomes of a share that was measured in one position and used in another."""
    return Table(
        Text("For teaching: {share} of the average AOP, used in another position", share=share),
        (Text("Measured"), *(Text("Used {position}", position=each.where) for each in BODIES)),
        tuple(
            (
                measured.label,
                *(share.of(measured.pressure).share_of(used.pressure) for used in BODIES),
            )
            for measured in BODIES
        ),
    )


PRESSURE_EXPLORER = Calculator(
    slug="pressure-explorer",
    title=Text("For teaching: why one number does not fit all"),
    question=Text("How much is the same pressure under another cuff?"),
    use_when=(
        Text("You read of a fixed pressure, and want to see what it would do."),
        Text("You teach, and want figures from studies."),
    ),
    not_when=(
        Text("You look for your own pressure: that takes your measured AOP."),
        Text("You want to set a cuff: nothing here is a setting."),
    ),
    groups=(
        Group(
            Text("To try out"),
            (
                NumberInput(
                    "cuff_mmhg",
                    Text("A pressure to look at"),
                    Unit.MMHG,
                    Range.of(60, 200),
                    "150",
                    hint=Text("150 is printed on some web pages."),
                ),
                ChoiceInput(
                    "person",
                    Text("A person made up, for the estimate"),
                    tuple(Choice(value, each.label) for value, each in PEOPLE.items()),
                    default="first",
                    why=Text(
                        "A formula makes an AOP of thigh, age and more. See how far it may miss."
                    ),
                ),
            ),
        ),
    ),
    rule=explore,
    cites=_once(
        (
            *(each for mean in (*CUFFS, *BODIES) for each in mean.aop.cites),
            *CIRILO,
            *SAMES,
            *CUFF_PRESSURE.cites,
        )
    ),
    examples=(
        Example(
            Text("150 of 144 is more than all of it; 150 of 348 is less than half"),
            {"cuff_mmhg": "150"},
            "150 mmHg is 104.2 % of the average AOP under one cuff, 43.1 % under another",
            {
                "Narrow cuff, same thighs": "63.8 %",
                "Stops the flow of the average person": "under the wide cuff",
                "AOP of the person below, by formula": "anywhere from 137 mmHg to 197 mmHg",
                "80 % of that estimate, in truth": "anywhere from 68 % to 97 %",
            },
        ),
        Example(
            Text("100 of 144, 235 and 348"),
            {"cuff_mmhg": "100", "person": "second"},
            "100 mmHg is 69.4 % of the average AOP under one cuff, 28.7 % under another",
            {"Stops the flow of the average person": "under none of the three cuffs"},
        ),
        Example(
            Text("180 of 144, 235 and 348"),
            {"cuff_mmhg": "180", "person": "third"},
            "180 mmHg is 125 % of the average AOP under one cuff, 51.7 % under another",
            {"AOP of the person below, by formula": "anywhere from 152 mmHg to 212 mmHg"},
        ),
    ),
    lookup=Lookup(
        Text("For teaching: how much of a person's AOP a pressure may be, going by a formula"),
        "cuff_mmhg",
        ("100", "120", "150", "180"),
        "person",
        tuple(PEOPLE),
        {},
        fact="This pressure, of that person's AOP",
    ),
    limits=(
        Text("It is for teaching. Nothing here is a setting."),
        Text("Averages hide people: some needed far more, and some far less."),
        Text("The three people are made up. The formula fits ages of 18 to 34 at best."),
        Text("Two studies tried a cuff they call narrow, and found very different AOPs."),
    ),
    reviewed="2026-11-24",
    varies=(Vary("cuff_mmhg", ("100", "120", "150", "180")),),
    gated=False,
)
