"""Walking and cycling: how hard, how long, and the time under the cuff against its ceiling."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.inputs import YES_NO, Choice, ChoiceInput, NumberInput
from bfr_rules.model import (
    Advice,
    Band,
    Calculator,
    Caution,
    Citation,
    Coefficient,
    CuffClock,
    Example,
    Fact,
    Group,
    Lookup,
    Outcome,
    Segment,
    Sets,
    State,
    Step,
    Stop,
    Table,
    Timeline,
    Vary,
    When,
)
from bfr_rules.quantity import Duration, HeartRate, Percent, Range, Unit, decimal
from bfr_rules.references import (
    AEROBIC_INTENSITY,
    FILLING,
    LEG_CEILING,
    LIGHT_EFFORT,
    LIGHT_RESERVE,
    OPEN_BETWEEN_EXERCISES,
    RESTRICTION_PER_EXERCISE,
    SESSIONS_PER_WEEK,
    WALKING_SPEED,
    cite,
)
from bfr_rules.text import Count, Text

# --- Heart rate --------------------------------------------------------------------------------

TANAKA = (
    cite("tanaka2001", "formula", State.SECONDARY),
    cite("nikolaidis2018", "abstract"),
)
AT_BIRTH = Coefficient("highest heart rate of the formula at age 0", Fraction(208), TANAKA)
EACH_YEAR = Coefficient("beats that the formula takes off each year", Fraction(7, 10), TANAKA)
OFF_BY = Coefficient(
    "beats that a formula of age may be off, either way",
    Fraction(10),
    (cite("robergs2002", "abstract"), cite("gellish2007", "introduction")),
)
RESERVE = (cite("karvonen1957", "formula", State.SECONDARY),)
UNDER_A_CUFF = cite("ozaki2010", "abstract")
HALF = Percent(AEROBIC_INTENSITY.high)
"""No heart rate of this calculator reaches this share of the reserve."""


def highest(age: int) -> HeartRate:
    """Estimate the highest heart rate from age; it may be off by `OFF_BY` either way.

    Source: tanaka2001, formula.

    >>> print(highest(40))
    180 beats/min
    """
    return HeartRate(AT_BIRTH.value - EACH_YEAR.value * age)


def at_share(share: Percent, resting: HeartRate, highest_rate: HeartRate) -> HeartRate:
    """Find the heart rate at a share of the reserve, exactly.

    Source: karvonen1957, formula.

    >>> at_share(Percent(30), HeartRate.bpm(65), highest(40)).value
    Fraction(199, 2)
    """
    reserve = highest_rate.value - resting.value
    return HeartRate(resting.value + reserve * share.value / 100)


def _floor(rate: HeartRate) -> HeartRate:
    """Round down: a little too slow is the careful side."""
    return HeartRate(Fraction(math.floor(rate.value)))


@dataclass(frozen=True)
class Zone:
    """Heart rates to keep to: light effort from low to high, and one never to reach."""

    low: HeartRate
    high: HeartRate
    slow_down: HeartRate

    @property
    def text(self) -> Text:
        """Both ends, as a sentence says them."""
        return Text("{low} to {high}", low=math.floor(self.low.value), high=self.high)


def zone(resting: HeartRate, highest_rate: HeartRate) -> Zone:
    """Find light effort, and where half of the reserve may begin.

    Half is taken of the lowest reserve that the error of the formula allows.

    >>> found = zone(HeartRate.bpm(65), highest(40))
    >>> print(found.text, "| slow down at", found.slow_down)
    99 to 109 beats/min | slow down at 117 beats/min
    """
    at_least = HeartRate(highest_rate.value - OFF_BY.value)
    return Zone(
        _floor(at_share(Percent(LIGHT_RESERVE.low), resting, highest_rate)),
        _floor(at_share(Percent(LIGHT_RESERVE.high), resting, highest_rate)),
        _floor(at_share(HALF, resting, at_least)),
    )


# --- What trials did ---------------------------------------------------------------------------


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


# --- The rule ----------------------------------------------------------------------------------


def aerobic(
    age: int,
    beta_blocker: str,
    protocol: str,
    resting_hr: int | None = None,
    cuff_in_rests: str = "on",
    minutes: Duration | None = None,
    speed: Fraction | None = None,
) -> Outcome:
    """Find how hard and how long to walk or cycle with cuffs on both thighs.

    Args:
        age: In years.
        beta_blocker: `no`, `yes` or `unknown`; only with `no` is there a heart rate.
        protocol: A key of `PROTOCOLS` or `OWN`.
        resting_hr: Beats a minute at rest; without it there is no heart rate.
        cuff_in_rests: `open` to let the cuffs down in the rests of intervals, or `on`.
        minutes: How long, for a protocol of one's own.
        speed: Kilometres an hour of a walk of one's own, advised `WALKING_SPEED`.

    Returns:
        Effort by feel and, where it means something, by heart rate, with a timeline; a stop above
        `LEG_CEILING` or above walking speed.

    Source: `AEROBIC_INTENSITY`, `LIGHT_EFFORT`, `LIGHT_RESERVE`, `TANAKA`, `RESERVE`.

    >>> print(aerobic(40, "no", "walk-intervals", 65).headline)
    Walk at 99 to 109 beats/min, and only as hard as feels light
    """
    if resting_hr is not None and resting_hr >= FAST_AT_REST:
        return TOO_FAST_AT_REST
    if speed is not None and speed > WALKING_SPEED.high:
        return TOO_FAST
    plan = PROTOCOLS.get(protocol) or Protocol(
        OWN[protocol], 1, minutes or Duration.s(0), Duration.s(0)
    )
    opened = plan.bouts > 1 and cuff_in_rests == "open"
    under_cuff = plan.bout * plan.bouts if opened else plan.total
    filled = under_cuff + FILLED_IN * (plan.bouts if opened else 1)
    if filled > LEG_CEILING.longest:
        return _too_long(filled)
    rate, steps, cautions = _heart_rate(age, beta_blocker, resting_hr)
    return Outcome(
        headline=_headline(plan, rate),
        answer=rate.text if rate else LIGHT_EFFORT,
        band=_band(age, resting_hr) if rate and resting_hr else None,
        facts=_facts(plan, rate, under_cuff, filled),
        steps=(
            *steps,
            Step(Text("Light effort by feel"), LIGHT_EFFORT, None, LIGHT_EFFORT.cites),
            _clock_step(plan, under_cuff, opened=opened),
        ),
        cautions=(*cautions, *_cautions(plan, age, under_cuff, filled)),
        next=_next(plan),
        tables=(_what_trials_did(),),
        timeline=_timeline(plan, under_cuff, opened=opened),
    )


FAST_AT_REST = 100
"""Beats a minute at rest from which this calculator asks a doctor first: our line."""
TOO_FAST_AT_REST = Outcome(
    headline=Text("Not today: your heart beats fast at rest"),
    stop=Stop(
        Text(
            "{line} beats a minute or more at rest are a reason to stop and ask, with a cuff or not.",
            line=FAST_AT_REST,
        ),
        (
            Text("Sit for ten minutes, then count again."),
            Text("Still so fast? Ask a doctor before you train."),
            Text("With chest pain, or out of breath: call the emergency number."),
        ),
        (cite("nascimento2022", "Table 5; the line is our rule", State.OURS),),
    ),
)

TOO_FAST = Outcome(
    headline=Text("Slower: that is no longer walking"),
    stop=Stop(
        Text("Walking with cuffs goes up to {high} km/h.", high=int(WALKING_SPEED.high)),
        (
            Text("Walk at {speed}, or more slowly.", speed=WALKING_SPEED),
            Text("Never run with cuffs on. That is our cautious choice."),
        ),
        WALKING_SPEED.cites,
    ),
)


def _too_long(under_cuff: Duration) -> Outcome:
    return Outcome(
        headline=Text("Shorter: the cuffs must be open before {most}", most=LEG_CEILING.longest),
        stop=Stop(
            Text(
                "The cuffs would be tight for {time}, with {filling} to fill them, which is our "
                "guess. The ceiling for a leg is {most}.",
                time=under_cuff.clock,
                filling=FILLED_IN,
                most=LEG_CEILING.longest.clock,
            ),
            (
                Text("Plan less than {most}.", most=LEG_CEILING.longest),
                Text(
                    "Or open the cuffs in between, for {open}.",
                    open=OPEN_BETWEEN_EXERCISES,
                ),
            ),
            LEG_CEILING.cites,
        ),
    )


def _headline(plan: Protocol, rate: Zone | None) -> Text:
    if rate:
        return Text(
            "{verb} at {rate}, and only as hard as feels light", verb=plan.verb, rate=rate.text
        )
    return Text("{verb} only as hard as feels light: {effort}", verb=plan.verb, effort=LIGHT_EFFORT)


def _heart_rate(
    age: int, beta_blocker: str, resting_hr: int | None
) -> tuple[Zone | None, tuple[Step, ...], tuple[Caution, ...]]:
    """Give heart rates with their working, or say why there are none."""
    if beta_blocker != "no":
        return None, (), (NOT_WITH_BETA_BLOCKERS[beta_blocker],)
    if resting_hr is None:
        return None, (), ()
    resting, top = HeartRate.bpm(resting_hr), highest(age)
    found = zone(resting, top)
    reserve = HeartRate(top.value - resting.value)
    steps = (
        Step(
            Text("Highest heart rate, give or take {error}", error=_off_by()),
            _exactly(top),
            Text(
                "{start} − {each} × {age}",
                start=int(AT_BIRTH.value),
                each=decimal(EACH_YEAR.value),
                age=age,
            ),
            (*TANAKA, *OFF_BY.cites),
        ),
        Step(
            Text("Reserve: from rest to the highest"),
            _exactly(reserve),
            Text("{top} − {resting}", top=_exactly(top), resting=resting),
            RESERVE,
        ),
        Step(
            Text("Light effort, rounded down"),
            found.text,
            Text("{resting} + {share} of the reserve", resting=resting, share=LIGHT_RESERVE),
            LIGHT_RESERVE.cites,
        ),
        Step(
            Text("Half of the reserve, if the formula is {error} too high", error=_off_by()),
            found.slow_down,
            Text("{resting} + {half} of the smaller reserve", resting=resting, half=HALF),
            AEROBIC_INTENSITY.cites,
        ),
    )
    if found.high >= found.slow_down:
        return None, steps, (SMALL_RESERVE,)
    return found, steps, ()


def _off_by() -> HeartRate:
    return HeartRate(OFF_BY.value)


def _exactly(rate: HeartRate) -> Text:
    """Write a heart rate of the working with its part of a beat."""
    return Text("{rate} beats/min", rate=decimal(rate.value))


NOT_WITH_BETA_BLOCKERS = {
    "yes": Caution(
        Text("Beta-blockers hold the heart rate down. No formula fits, so go by feel."),
        (cite("garber2011", "intensity table; to go by feel alone is our rule", State.OURS),),
    ),
    "unknown": Caution(
        Text(
            "We give no heart rate until you know whether you take beta-blockers. "
            "They hold it down. Go by feel, and ask your pharmacist."
        ),
        (cite("garber2011", "intensity table; to go by feel alone is our rule", State.OURS),),
    ),
}
SMALL_RESERVE = Caution(
    Text("Between your resting and highest heart rate there is too little room. Go by feel."),
    OFF_BY.cites,
)


def _band(age: int, resting_hr: int) -> Band:
    """Show what the error of the formula makes of light effort."""
    resting, top = HeartRate.bpm(resting_hr), highest(age)
    least, most = (
        zone(resting, HeartRate(top.value + error)) for error in (-OFF_BY.value, OFF_BY.value)
    )
    return Band(
        least.low,
        most.high,
        Text(
            "The formula may be off by {error} either way: light is then {least}, or {most}",
            error=_off_by(),
            least=least.text,
            most=most.text,
        ),
    )


def _facts(
    plan: Protocol, rate: Zone | None, under_cuff: Duration, filled: Duration
) -> tuple[Fact, ...]:
    facts = []
    if rate:
        facts += [
            Fact(Text("Light effort by heart rate"), rate.text),
            Fact(Text("Slow down at"), rate.slow_down),
        ]
    facts += [
        Fact(Text("Light effort by feel"), LIGHT_EFFORT),
        Fact(Text("Under the cuff"), under_cuff.clock),
        Fact(Text("The same with filling, {filling} each time", filling=FILLED_IN), filled.clock),
        Fact(Text("In all"), plan.total.clock),
    ]
    if plan.who and plan.did:
        facts += [Fact(Text("Tried on"), plan.who), Fact(Text("The trial did"), plan.did)]
    return tuple(facts)


def _clock_step(plan: Protocol, under_cuff: Duration, *, opened: bool) -> Step:
    if plan.bouts == 1:
        return Step(Text("Time under the cuff"), under_cuff.clock, None, LEG_CEILING.cites)
    bouts, rests = Count(plan.bouts, "bout"), Count(plan.bouts - 1, "rest")
    formula = (
        Text("{bouts} × {bout}, cuffs open in the rests", bouts=bouts, bout=plan.bout)
        if opened
        else Text(
            "{bouts} × {bout} + {rests} × {rest}",
            bouts=bouts,
            bout=plan.bout,
            rests=rests,
            rest=plan.rest,
        )
    )
    return Step(Text("Time under the cuff"), under_cuff.clock, formula, LEG_CEILING.cites)


FIRST_WEEKS = RESTRICTION_PER_EXERCISE.longest


def _cautions(
    plan: Protocol, age: int, under_cuff: Duration, filled: Duration
) -> tuple[Caution, ...]:
    cautions = []
    if plan.ages and plan.who and not plan.ages.contains(Fraction(age)):
        cautions.append(
            Caution(
                Text("At your age this was not tried. The trial had {who}.", who=plan.who),
                plan.cites,
            )
        )
    if filled == LEG_CEILING.longest:
        cautions.append(
            Caution(
                Text(
                    "With filling the cuffs this takes all of the {most} that a leg is allowed. "
                    "Open them when the time is up.",
                    most=LEG_CEILING.longest,
                ),
                LEG_CEILING.cites,
            )
        )
    elif plan is PROTOCOLS["cycle-steady"]:
        cautions.append(
            Caution(
                Text("With pumping up, the cuffs of this trial were tight for 18 min."),
                (PUMPED_FOR,),
            )
        )
    if under_cuff > FIRST_WEEKS:
        cautions.append(
            Caution(
                Text(
                    "In your first weeks keep to {most} under the cuff. That is our choice.",
                    most=FIRST_WEEKS,
                ),
                (
                    cite(
                        "patterson2019",
                        "resistance exercise table; to hold first walks to it is our rule",
                        State.OURS,
                    ),
                ),
            )
        )
    return tuple(cautions)


STOP_SIGNS = (cite("smartcuffs_manual", "stop signs"), cite("kaatsu_blog", "capillary refill"))
HARDER = (cite("silva2019", "abstract"), LET_DOWN)


def _next(plan: Protocol) -> tuple[Advice, ...]:
    place = (
        Text("Walk on flat ground, with someone near you. Do not run or climb stairs.")
        if plan.verb == "Walk"
        else Text("Use a bike that stands still. Do not ride in traffic.")
    )
    position = Text("standing") if plan.verb == "Walk" else Text("sitting")
    return (
        Advice(
            Text("Have your AOP measured {position}, as you will train.", position=position),
            (cite("hughes2018", "abstract"),),
        ),
        Advice(place),
        Advice(
            Text(
                "Your heart works harder than without cuffs. "
                "If you cannot speak in whole sentences, slow down."
            ),
            HARDER,
        ),
        Advice(
            Text(
                "The cuff itself raises the heart rate. If it says “slow down” while you feel "
                "fine, slow down all the same."
            ),
            (UNDER_A_CUFF,),
        ),
        Advice(
            Text(
                "Open both cuffs at once if a foot goes numb, cold, white or blue, or if you "
                "feel dizzy or sick."
            ),
            STOP_SIGNS,
        ),
        Advice(
            Text("Chest pain or real breathlessness: open them and call the emergency number."),
            (cite("vdf_dvt", "symptoms"),),
        ),
        Advice(
            Text("Start with {often}.", often=SESSIONS_PER_WEEK),
            (cite("patterson2019", "aerobic exercise table", State.SECONDARY),),
        ),
    )


def _what_trials_did() -> Table:
    return Table(
        Text("What the trials did"),
        (Text("Who"), Text("How long"), Text("How")),
        tuple(
            (
                each.who or "",
                Text("{bouts} × {bout}", bouts=each.bouts, bout=each.bout)
                if each.bouts > 1
                else each.tried or each.bout,
                each.did or "",
            )
            for each in PROTOCOLS.values()
        ),
    )


def _timeline(plan: Protocol, under_cuff: Duration, *, opened: bool) -> Timeline:
    """Put bouts and rests on one clock."""
    segments: list[Segment] = []
    now = Duration.s(0)
    for number in range(1, plan.bouts + 1):
        if number > 1:
            says = Text("Rest, cuffs open") if opened else Text("Rest, cuffs on")
            segments.append(Segment("rest", says, 1, now, now + plan.rest, cuff_on=not opened))
            now += plan.rest
        says = Text("{verb} {number} of {bouts}", verb=plan.verb, number=number, bouts=plan.bouts)
        end = now + plan.bout
        segments.append(Segment("set", says, 1, now, end, cuff_on=True, set_number=number))
        now = end
    says = Text(
        "{verb}: {time} of {most} under the cuff",
        verb=plan.verb,
        time=under_cuff.clock,
        most=LEG_CEILING.longest.clock,
    )
    clock = CuffClock(1, says, "leg", under_cuff, LEG_CEILING.longest, plan.verb)
    return Timeline(
        Text(
            "{bouts} in {total}. {clock}.", bouts=Count(plan.bouts, "bout"), total=now, clock=says
        ),
        now,
        tuple(segments),
        (clock,),
    )


# --- The calculator ----------------------------------------------------------------------------

OWN_MINUTES = When("protocol", tuple(OWN))
AEROBIC = Calculator(
    slug="aerobic",
    title=Text("Walking and cycling"),
    question=Text("How hard do I walk or cycle with a cuff?"),
    use_when=(
        Text("You want to walk or cycle with cuffs, and know how hard and how long."),
        Text("You have been through the screening, and your pressure was measured on you."),
    ),
    not_when=(
        Text("You want to run, climb, swim or ride in traffic with cuffs on."),
        Text("You have pain in the chest, or get out of breath at rest."),
    ),
    groups=(
        Group(
            Text("You"),
            (
                NumberInput("age", Text("Your age"), Unit.YEAR, Range.of(18, 100), "30"),
                ChoiceInput(
                    "beta_blocker",
                    Text("Do you take beta-blockers?"),
                    (*YES_NO, Choice("unknown", Text("I don't know"))),
                    default="unknown",
                    hint=Text("Names of these pills often end in -olol."),
                    why=Text("They hold the heart rate down, so that no formula fits."),
                ),
                NumberInput(
                    "resting_hr",
                    Text("Your resting heart rate"),
                    Unit.BEAT_A_MINUTE,
                    Range.of(30, 120),
                    "65",
                    hint=Text("Count it sitting, when you are at ease. May stay empty."),
                    optional=True,
                ),
            ),
        ),
        Group(
            Text("What you do"),
            (
                ChoiceInput(
                    "protocol",
                    Text("Walk or cycle?"),
                    (
                        Choice(
                            "walk-intervals",
                            Text("Walk 5 × 2 min"),
                            Text("With rests of 1 min. Tried on young men."),
                        ),
                        Choice("walk-steady", Text("Walk 20 min"), Text("Tried at 60 to 78.")),
                        Choice("cycle-steady", Text("Cycle 15 min"), Text("Tried on young men.")),
                        Choice("walk-own", Text("Walk, my own time")),
                        Choice("cycle-own", Text("Cycle, my own time")),
                    ),
                    default="walk-intervals",
                ),
                ChoiceInput(
                    "cuff_in_rests",
                    Text("In the rests the cuffs"),
                    (Choice("open", Text("Are let down")), Choice("on", Text("Stay on"))),
                    default="open",
                    why=Text("Let down is easier to bear. Left on, the rests count too."),
                    when=(When("protocol", ("walk-intervals",)),),
                ),
                NumberInput(
                    "minutes",
                    Text("How long?"),
                    Unit.MINUTE,
                    Range.of(1, 60),
                    "10",
                    hint=Text("A leg: {most}.", most=LEG_CEILING),
                    when=(OWN_MINUTES,),
                ),
                NumberInput(
                    "speed",
                    Text("Speed"),
                    Unit.KM_A_HOUR,
                    Range.of(1, 20),
                    "4",
                    decimals=True,
                    optional=True,
                    hint=Text("Usual: {usual}. May stay empty.", usual=WALKING_SPEED),
                    when=(When("protocol", ("walk-own",)),),
                ),
            ),
        ),
    ),
    rule=aerobic,
    cites=(
        *AEROBIC_INTENSITY.cites,
        *LIGHT_EFFORT.cites,
        *TANAKA,
        *OFF_BY.cites,
        *RESERVE,
        *LEG_CEILING.cites,
        *(each for plan in PROTOCOLS.values() for each in plan.cites),
        PUMPED_FOR,
        UNDER_A_CUFF,
        *HARDER,
        *STOP_SIGNS,
        cite("hughes2018", "abstract"),
        cite("vdf_dvt", "symptoms"),
        cite("nascimento2022", "Table 5"),
        *FILLING.cites,
    ),
    examples=(
        Example(
            Text("Age 40, 65 at rest: 30 to 39 per cent of the reserve of 115, rounded down"),
            {"age": "40", "beta_blocker": "no", "cuff_in_rests": "on"},
            "Walk at 99 to 109 beats/min, and only as hard as feels light",
            {"Slow down at": "117 beats/min", "Under the cuff": "14:00"},
        ),
        Example(
            Text("Age 65, 70 at rest: a reserve of 92.5, and the trial of that age"),
            {"age": "65", "resting_hr": "70", "beta_blocker": "no", "protocol": "walk-steady"},
            "Walk at 97 to 106 beats/min, and only as hard as feels light",
            {
                "Slow down at": "111 beats/min",
                "Under the cuff": "19:45",
                "The same with filling, 15 s each time": "20:00",
            },
        ),
        Example(
            Text("With a beta-blocker there is no heart rate, only effort by feel"),
            {"beta_blocker": "yes", "protocol": "cycle-steady"},
            "Cycle only as hard as feels light: 9–11 RPE (6–20)",
            {"Under the cuff": "15:00"},
        ),
        Example(
            Text("25 min with the cuffs on pass the ceiling of a leg: a stop"),
            {"protocol": "cycle-own", "minutes": "25"},
            "Shorter: the cuffs must be open before 20 min",
        ),
    ),
    lookup=Lookup(
        Text("Light effort by heart rate, from age and resting heart rate"),
        "age",
        ("20", "30", "40", "50", "60", "70", "80"),
        "resting_hr",
        ("55", "65", "75"),
        {"beta_blocker": "no"},
    ),
    limits=(
        Text("No formula knows your own highest heart rate; it may be off by ten beats."),
        Text("The trials were small and guided, and set their pressure in old ways."),
        Text("The pooled gain in fitness is small."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.RESTS,),
    varies=(
        Vary("age", ("+10", "-10")),
        Vary("resting_hr", ("+10", "-10")),
    ),
    private=True,
    limb="leg",
)
