"""An explorer that shows why no fixed number will do: for teaching only."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Vary
from bfr_rules.citation import Coefficient
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import NumberInput
from bfr_rules.outcome import Advice, Caution, Fact, Outcome, Step, Table
from bfr_rules.pressure.found import once
from bfr_rules.pressure.measured import SAMES
from bfr_rules.quantity import Percent, Pressure, Range, Unit, decimal, rounded
from bfr_rules.references import CUFF_PRESSURE, NARROW_CUFF_AOP, WIDE_CUFF_AOP, cite
from bfr_rules.text import Series, Text


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
            once(
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
    cites=once(
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
