"""One-repetition maximum (1RM) from a set without a cuff, as a band over published formulas."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules import inputs
from bfr_rules.inputs import Choice, ChoiceInput, MassInput, NumberInput
from bfr_rules.model import (
    Advice,
    AnswersError,
    Band,
    Calculator,
    Caution,
    Citation,
    Coefficient,
    Example,
    Fact,
    Group,
    Lookup,
    Outcome,
    Problem,
    Sets,
    State,
    Step,
    Stop,
    Vary,
    When,
)
from bfr_rules.quantity import Mass, Percent, Range, Unit, decimal
from bfr_rules.references import FORMULA_REPETITIONS, TEN_RM_SHARE, cite
from bfr_rules.text import Count, Text

SHOWN_PLACES = 1
"""Estimates are shown to a tenth of a kilogram or pound: more would pretend."""

REPRINTED = "formula as reprinted in later work"


@dataclass(frozen=True)
class Formula:
    """A published formula: how many times the lifted weight the 1RM is, for some repetitions."""

    name: str
    says: Text
    times: Callable[[int], Fraction]
    cites: tuple[Citation, ...]

    def one_rm(self, load: Mass, repetitions: int) -> Mass:
        """Estimate the 1RM. One repetition is the 1RM itself, whatever the formula says.

        >>> print(EPLEY.one_rm(Mass.kg(60), 10))
        80 kg
        """
        return load if repetitions == 1 else load * self.times(repetitions)


def _exact(value: float) -> Fraction:
    """Round a float before it meets anything exact: its last bit may differ between machines."""
    return Fraction(round(value * 10**9), 10**9)


EPLEY = Formula(
    "Epley",
    Text("weight × (1 + repetitions ÷ 30)"),
    lambda r: 1 + Fraction(r, 30),
    (cite("epley1985", REPRINTED, State.SECONDARY),),
)
BRZYCKI = Formula(
    "Brzycki",
    Text("weight × 36 ÷ (37 − repetitions)"),
    lambda r: Fraction(36, 37 - r),
    (cite("brzycki1993", REPRINTED, State.SECONDARY),),
)
LANDER = Formula(
    "Lander",
    Text("100 × weight ÷ (101.3 − 2.67123 × repetitions)"),
    lambda r: 100 / (Fraction("101.3") - Fraction("2.67123") * r),
    (cite("lander1985", REPRINTED, State.SECONDARY),),
)
LOMBARDI = Formula(
    "Lombardi",
    Text("weight × repetitions to the power of 0.10"),
    lambda r: _exact(math.pow(r, 0.10)),
    (cite("lombardi1989", REPRINTED, State.SECONDARY),),
)
MAYHEW = Formula(
    "Mayhew",
    Text("100 × weight ÷ (52.2 + 41.9 × e to the power of −0.055 × repetitions)"),
    lambda r: _exact(100 / (52.2 + 41.9 * math.exp(-0.055 * r))),
    (cite("mayhew1992", REPRINTED, State.SECONDARY),),
)
OCONNER = Formula(
    "O'Conner",
    Text("weight × (1 + 0.025 × repetitions)"),
    lambda r: 1 + Fraction("0.025") * r,
    (cite("oconner1989", REPRINTED, State.SECONDARY),),
)
WATHAN = Formula(
    "Wathan",
    Text("100 × weight ÷ (48.8 + 53.8 × e to the power of −0.075 × repetitions)"),
    lambda r: _exact(100 / (48.8 + 53.8 * math.exp(-0.075 * r))),
    (cite("wathan1994", REPRINTED, State.SECONDARY),),
)
FORMULAS = (EPLEY, BRZYCKI, LANDER, LOMBARDI, MAYHEW, OCONNER, WATHAN)

TEN_RM = 10
TESTED = {"ten_rm": TEN_RM, "five_rm": 5}
"""Repetitions of the tests that are named for them."""

HACKETT = cite("hackett2017", "abstract")
HALPERIN = cite("halperin2022", "abstract")
SURE_RESERVE = Coefficient(
    "repetitions left up to which a guess on the leg press is at most one off",
    Fraction(3),
    (HACKETT,),
)

MOST_REPETITIONS = 12
"""Up to here a band is shown without one number; beyond it the formulas drift too far apart."""


@dataclass(frozen=True)
class FiveRm:
    """A line through measured 5RM and 1RM on one machine, in kilograms."""

    says: Text
    slope: Coefficient
    intercept: Coefficient
    error: Coefficient
    least: Mass

    def one_rm(self, load: Mass) -> Mass:
        """Estimate the 1RM in kilograms.

        >>> print(LEG_PRESS.one_rm(Mass.kg(80)).rounded(1))
        102 kg
        """
        return Mass.kg(self.slope.value * load.in_kg + self.intercept.value)


REYNOLDS = (cite("reynolds2006", "abstract"),)
LEG_PRESS = FiveRm(
    Text("1.0970 × 5RM + 14.2546 kg"),
    Coefficient("leg press slope", Fraction("1.0970"), REYNOLDS),
    Coefficient("leg press intercept, kg", Fraction("14.2546"), REYNOLDS),
    Coefficient("leg press standard error, kg", Fraction("16.16"), REYNOLDS),
    # The intercept makes small loads absurd (10 kg would give 25 kg); the limit is ours.
    least=Mass.kg(40),
)
CHEST_PRESS = FiveRm(
    Text("1.1307 × 5RM + 0.6999 kg"),
    Coefficient("chest press slope", Fraction("1.1307"), REYNOLDS),
    Coefficient("chest press intercept, kg", Fraction("0.6999"), REYNOLDS),
    Coefficient("chest press standard error, kg", Fraction("2.98"), REYNOLDS),
    least=Mass.kg(5),
)
FIVE_RM_LIFTS = {"leg_press": LEG_PRESS, "chest_press": CHEST_PRESS}


def one_rm(
    method: str,
    load: Mass,
    cuff: str,
    recovering: str,
    repetitions: int = 0,
    repetitions_in_reserve: int = 0,
    lift: str = "",
) -> Outcome:
    """Estimate the 1RM from a set without a cuff, as a band with its middle.

    The middle of seven published formulas is the headline and their lowest and highest are the
    band, because no single formula is right for everyone.

    Args:
        method: `repetitions` to failure, `reserve` (stopped early), `ten_rm` or `five_rm`.
        load: The weight that was lifted.
        cuff: `yes` if a cuff was on: then there is no answer.
        recovering: `yes` after an injury or operation: then no heavy test.
        repetitions: Done, `REPETITIONS.possible`.
        repetitions_in_reserve: Left in the tank, `RESERVE.possible`.
        lift: `leg_press` or `chest_press`, for a 5RM.

    Returns:
        The 1RM in the unit of the load, with its band; above `FORMULA_REPETITIONS` only the band.

    Raises:
        AnswersError: The set was too long, or a 5RM too light, for any formula.

    Source: `FORMULAS`, `TEN_RM_SHARE`, `LEG_PRESS`, `CHEST_PRESS`; hackett2017 and halperin2022
    for the reserve.

    >>> print(one_rm("repetitions", Mass.kg(60), "no", "no", repetitions=10).answer)
    80 kg
    """
    if cuff == "yes":
        return CUFFED
    counted = TESTED.get(method, repetitions + repetitions_in_reserve)
    if recovering == "yes" and counted < TEN_RM:
        return TOO_HEAVY_A_TEST
    cautions = (WITH_YOUR_CLINICIAN,) if recovering == "yes" else ()
    if method == "five_rm":
        return _from_five_rm(FIVE_RM_LIFTS[lift], load, cautions)
    if method == "ten_rm":
        return _from_ten_rm(load, cautions)
    if method == "reserve":
        return _from_reserve(load, repetitions, repetitions_in_reserve, cautions)
    return _from_repetitions(load, repetitions, cautions)


def _from_repetitions(load: Mass, repetitions: int, cautions: tuple[Caution, ...]) -> Outcome:
    """Give one repetition its own answer, and leave the rest to the formulas."""
    if repetitions > 1:
        return _from_formulas(load, repetitions, (repetitions, repetitions), cautions)
    return Outcome(
        headline=Text("Your 1RM is {load}", load=load),
        answer=load,
        steps=(Step(Text("A weight that you can lift once is your 1RM"), load),),
        cautions=cautions,
        next=(Advice(Text("Take {load} to the training load calculator.", load=load)),),
        carry={"basis": "one_rm", "one_rm": str(load)},
    )


def _from_formulas(
    load: Mass,
    repetitions: int,
    between: tuple[int, int],
    cautions: tuple[Caution, ...],
    steps: tuple[Step, ...] = (),
) -> Outcome:
    """Give the band over all formulas between two counts of repetitions, and its middle."""
    fewest, most = between
    estimates = [each.one_rm(load, repetitions) for each in FORMULAS]
    middle = _shown(sorted(estimates)[len(estimates) // 2], load)
    low = _shown(min(each.one_rm(load, fewest) for each in FORMULAS), load)
    high = _shown(max(each.one_rm(load, most) for each in FORMULAS), load)
    band = _between(low, high)
    steps += tuple(
        Step(Text(each.name), _shown(one_rm, load), each.says, each.cites)
        for each, one_rm in zip(FORMULAS, estimates, strict=True)
    )
    if not FORMULA_REPETITIONS.has(repetitions):
        too_long = Caution(
            Text(
                "{count} are too many for one number: above {most} the formulas drift apart. "
                "Use a heavier weight another day.",
                count=Count(repetitions, "repetition"),
                most=decimal(FORMULA_REPETITIONS.high),
            ),
            FORMULA_REPETITIONS.cites,
        )
        return Outcome(
            headline=Text("Your 1RM lies between {low} and {high}", low=low, high=high),
            band=band,
            steps=steps,
            cautions=(*cautions, too_long),
            next=(Advice(Text("For a training load, start from the lower end: {low}.", low=low)),),
            carry=_carry(low, low, high),
        )
    return Outcome(
        headline=Text("Your 1RM is about {middle}", middle=middle),
        answer=middle,
        band=band,
        facts=_ends(low, high),
        steps=(*steps, Step(Text("The middle one of the seven"), middle)),
        cautions=cautions,
        next=(_use_band(low, high),),
        carry=_carry(low, middle, high),
    )


def _shown(estimate: Mass, load: Mass) -> Mass:
    """Round to the digits that are shown, but never to less than what was just lifted."""
    return max(load, estimate.rounded(SHOWN_PLACES))


def _between(low: Mass, high: Mass) -> Band:
    says = Text("Seven published formulas put it between {low} and {high}", low=low, high=high)
    return Band(low, high, says)


def _ends(low: Mass, high: Mass) -> tuple[Fact, ...]:
    return (Fact(Text("Lowest formula"), low), Fact(Text("Highest formula"), high))


def _from_reserve(
    load: Mass, repetitions: int, reserve: int, cautions: tuple[Caution, ...]
) -> Outcome:
    """Count the repetitions left as done; the band allows for one fewer and one more."""
    counted = repetitions + reserve
    if counted > MOST_REPETITIONS:
        says = Text(
            "{done} done and {left} left make {counted}; the formulas end at {most}. "
            "Use a heavier weight another day.",
            done=repetitions,
            left=reserve,
            counted=counted,
            most=MOST_REPETITIONS,
        )
        raise AnswersError((Problem("repetitions", says), Problem("repetitions_in_reserve", says)))
    between = (max(repetitions, counted - 1), min(MOST_REPETITIONS, counted + 1))
    fewest, most = between
    rough = Caution(
        Text(
            "A guess of repetitions left is about one off, and worse the more are left: on the "
            "leg press already above {sure}. So the band runs from {fewest} to {most}.",
            sure=decimal(SURE_RESERVE.value),
            fewest=fewest,
            most=Count(most, "repetition"),
        ),
        (HACKETT,),
    )
    cautious = Caution(
        Text("Most people could do more than they guess, so your 1RM may be higher than this."),
        (HALPERIN,),
    )
    step = Step(
        Text("Repetitions done and left"),
        Count(counted, "repetition"),
        Text("{done} + {left}", done=repetitions, left=reserve),
    )
    return _from_formulas(load, counted, between, (*cautions, rough, cautious), (step,))


def _from_ten_rm(load: Mass, cautions: tuple[Caution, ...]) -> Outcome:
    """Divide a 10RM by its share of the 1RM; the formulas at ten repetitions are the band."""
    by_share = _shown(load / TEN_RM_SHARE.value, load)
    estimates = [each.one_rm(load, TEN_RM) for each in FORMULAS]
    low, high = (_shown(end, load) for end in (min(estimates), max(estimates)))
    return Outcome(
        headline=Text("Your 1RM is about {one_rm}", one_rm=by_share),
        answer=by_share,
        band=_between(low, high),
        facts=_ends(low, high),
        steps=(
            Step(
                Text(
                    "A weight that you can lift ten times is about {share} of your 1RM",
                    share=Percent(TEN_RM_SHARE.value * 100),
                ),
                by_share,
                Text("10RM ÷ {share}", share=decimal(TEN_RM_SHARE.value)),
                TEN_RM_SHARE.cites,
            ),
        ),
        cautions=cautions,
        next=(_use_band(low, high),),
        carry=_carry(low, by_share, high),
    )


def _from_five_rm(lift: FiveRm, load: Mass, cautions: tuple[Caution, ...]) -> Outcome:
    """Use the line for this machine; two in three people lie within its standard error."""
    if load < lift.least:
        says = Text(
            "Below {least} this line does not hold. Use “repetitions until I could do no more”.",
            least=lift.least.to(load.unit).rounded(SHOWN_PLACES),
        )
        raise AnswersError((Problem("load", says),))
    in_kg = lift.one_rm(load)
    exact = in_kg.to(load.unit)
    error = Mass.kg(lift.error.value).to(load.unit)
    middle = _shown(exact, load)
    low = _shown(exact - error, load)
    high = (exact + error).rounded(SHOWN_PLACES)
    return Outcome(
        headline=Text("Your 1RM is about {middle}", middle=middle),
        answer=middle,
        band=Band(
            low,
            high,
            Text("About two in three people lie between {low} and {high}", low=low, high=high),
        ),
        facts=(Fact(Text("Standard error"), error.rounded(SHOWN_PLACES)),),
        steps=(
            Step(
                Text("The line measured on this machine, in kilograms"),
                in_kg.rounded(SHOWN_PLACES),
                lift.says,
                REYNOLDS,
            ),
            Step(
                Text("One standard error below and above"),
                Text("{low} to {high}", low=low, high=high),
                None,
                REYNOLDS,
            ),
        ),
        cautions=cautions,
        next=(_use_band(low, high),),
        carry=_carry(low, middle, high),
    )


def _carry(low: Mass, middle: Mass, high: Mass) -> dict[str, str]:
    """Give the band as answers for the calculators that follow; nothing if they could not take it.

    >>> print(*_carry(Mass.kg(75), Mass.kg(80), Mass.kg("80.8")).items())
    ('basis', 'band') ('one_rm', '80 kg') ('one_rm_low', '75 kg') ('one_rm_high', '80.8 kg')
    """
    if not inputs.is_lifted(high):
        return {}
    return {
        "basis": "band",
        "one_rm": str(middle),
        "one_rm_low": str(low),
        "one_rm_high": str(high),
    }


def _use_band(low: Mass, high: Mass) -> Advice:
    return Advice(
        Text(
            "Take both ends, {low} and {high}, to the training load calculator: "
            "it then stays on the light side.",
            low=low,
            high=high,
        )
    )


CUFFED = Outcome(
    headline=Text("Never estimate a 1RM from a set with the cuff on"),
    stop=Stop(
        Text(
            "The cuff cuts the set short, so a formula would read the cuff as weakness. "
            "Sets with a cuff are also far too long for any formula."
        ),
        (
            Text("Rest, take the cuff off, and count a set without it on another day."),
            Text("Or use a 10RM that was tested without a cuff."),
        ),
        (cite("jessee2019", "abstract"),),
    ),
)
OUR_LIMIT = cite("hughes2019", "abstract; to allow no heavier test is our rule", State.OURS)
TOO_HEAVY_A_TEST = Outcome(
    headline=Text("Do not test a maximum while you recover"),
    stop=Stop(
        Text("After an injury or operation a test this heavy is not for you to do on your own."),
        (
            Text("Ask your physiotherapist for a 10RM: a weight that you can lift ten times."),
            Text("Or have the healthy limb tested, as an upper limit for the other."),
        ),
        (OUR_LIMIT,),
    ),
)
WITH_YOUR_CLINICIAN = Caution(
    Text("You are recovering: agree on any strength test with your physiotherapist first."),
    (OUR_LIMIT,),
)

METHOD = ChoiceInput(
    "method",
    Text("What did you do?"),
    (
        Choice("repetitions", Text("Repetitions until I could do no more")),
        Choice("reserve", Text("Repetitions, and I stopped early")),
        Choice("ten_rm", Text("A 10RM: ten repetitions, not eleven")),
        Choice("five_rm", Text("A 5RM on the leg press or chest press")),
    ),
    default="repetitions",
)
LIFT = ChoiceInput(
    "lift",
    Text("Which machine?"),
    (Choice("leg_press", Text("Leg press")), Choice("chest_press", Text("Chest press"))),
    default="leg_press",
    when=(When("method", ("five_rm",)),),
)
LOAD = MassInput(
    "load",
    Text("Weight you lifted"),
    inputs.LIFTED,
    default="100 kg",
    hint=Text("With the bar, if there was one."),
)
REPETITIONS = NumberInput(
    "repetitions",
    Text("Repetitions you did"),
    Unit.REPETITION,
    Range.of(1, MOST_REPETITIONS),
    default="5",
    hint=Text("Full, clean repetitions, without a cuff."),
    why=Text("The fewer you could do, the closer the weight is to your 1RM."),
    when=(When("method", ("repetitions", "reserve")),),
    beyond=Text(
        "Beyond that the formulas differ so much that a number would mislead. "
        "Use a heavier weight another day."
    ),
)
RESERVE = NumberInput(
    "repetitions_in_reserve",
    Text("Repetitions you had left"),
    Unit.REPETITION,
    Range.of(0, 4),
    default="2",
    hint=Text("How many more could you have done?"),
    when=(When("method", ("reserve",)),),
    beyond=Text("A guess of more than that is too rough to use."),
)
CUFF = ChoiceInput(
    "cuff",
    Text("Was a cuff or band on the limb?"),
    inputs.YES_NO,
    default="no",
    why=Text("Repetitions with a cuff say nothing about your 1RM."),
)
RECOVERING = ChoiceInput(
    "recovering",
    Text("Are you recovering from an injury or operation?"),
    inputs.YES_NO,
    default="no",
    why=Text("Heavy tests are not for a healing limb."),
)

ONE_RM = Calculator(
    slug="one-rm",
    title=Text("One-repetition maximum"),
    question=Text("What is my 1RM, and how sure is that?"),
    use_when=(
        Text("You know a weight and how often you could lift it without a cuff."),
        Text("You want a starting point for a training load."),
    ),
    not_when=(
        Text("A cuff was on: repetitions with a cuff must never be used."),
        Text(
            "You could do more than {most} repetitions: the weight was too light to tell.",
            most=MOST_REPETITIONS,
        ),
        Text("You are healing: do not test a maximum. Ask your physiotherapist for a 10RM."),
    ),
    groups=(
        Group(Text("Your set"), (METHOD, LIFT, LOAD, REPETITIONS, RESERVE)),
        Group(Text("Two questions first"), (CUFF, RECOVERING)),
    ),
    rule=one_rm,
    cites=(
        *(each.cites[0] for each in FORMULAS),
        *TEN_RM_SHARE.cites,
        *REYNOLDS,
        HACKETT,
        HALPERIN,
        cite("lacio2010", "abstract"),
        cite("hutchins2010", "abstract"),
        cite("knutzen1999", "abstract"),
        cite("jessee2019", "abstract"),
        OUR_LIMIT,
        *FORMULA_REPETITIONS.cites,
    ),
    examples=(
        Example(
            Text("100 kg for 5: the middle one of the seven formulas, Wathan, gives 116.6 kg"),
            {"load": "100 kg", "repetitions": "5"},
            "Your 1RM is about 116.6 kg",
            {"Lowest formula": "112.5 kg", "Highest formula": "119 kg"},
        ),
        Example(
            Text("60 kg for 10: from O'Conner's 75 kg to Wathan's 80.8 kg; the middle is 80 kg"),
            {"load": "60 kg", "repetitions": "10"},
            "Your 1RM is about 80 kg",
            {"Lowest formula": "75 kg", "Highest formula": "80.8 kg"},
        ),
        Example(
            Text("A 10RM of 45 kg: 45 ÷ 0.75 is 60 kg"),
            {"method": "ten_rm", "load": "45 kg"},
            "Your 1RM is about 60 kg",
        ),
        Example(
            Text("A 5RM of 80 kg on the leg press: 1.0970 × 80 + 14.2546 is 102.0 kg"),
            {"method": "five_rm", "lift": "leg_press", "load": "80"},
            "Your 1RM is about 102 kg",
            {"Standard error": "16.2 kg"},
        ),
        Example(
            Text("Lifted once: that is the 1RM, no formula needed"),
            {"load": "185 lb", "repetitions": "1"},
            "Your 1RM is 185 lb",
        ),
    ),
    lookup=Lookup(
        Text("1RM in kilograms from weight and repetitions, without a cuff"),
        "load",
        ("10 kg", "20 kg", "30 kg", "40 kg", "50 kg", "60 kg", "80 kg", "100 kg", "120 kg"),
        "repetitions",
        ("1", "3", "5", "8", "10"),
        {},
    ),
    limits=(
        Text(
            "Tests in young men found single formulas several kilograms off. "
            "In older adults every formula came out 1 to 10 kg too low."
        ),
        Text("The formulas were mostly tested on the bench press and on few other lifts."),
        Text("It is an estimate for choosing a light load, not a result to compete with."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.TEST,),
    varies=(
        Vary("repetitions", ("-1", "+1")),
        Vary("repetitions_in_reserve", ("-1", "+1")),
    ),
)
