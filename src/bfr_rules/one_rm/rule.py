"""The 1RM from a set: a band of every formula, never one number alone."""

from __future__ import annotations

from bfr_rules.citation import State
from bfr_rules.inputs import shared
from bfr_rules.one_rm.formulas import (
    FIVE_RM_LIFTS,
    FORMULAS,
    HACKETT,
    HALPERIN,
    MOST_REPETITIONS,
    REYNOLDS,
    SHOWN_PLACES,
    SURE_RESERVE,
    TEN_RM,
    TESTED,
    FiveRm,
)
from bfr_rules.outcome import Advice, Band, Caution, Fact, Outcome, Step, Stop
from bfr_rules.quantity import Mass, Percent, decimal
from bfr_rules.question import AnswersError, Problem
from bfr_rules.references import FORMULA_REPETITIONS, TEN_RM_SHARE, cite
from bfr_rules.text import Count, Text


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
    >>> _carry(Mass.kg(990), Mass.kg(1000), Mass.kg(1010))
    {}
    """
    if not shared.is_lifted(high):
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
