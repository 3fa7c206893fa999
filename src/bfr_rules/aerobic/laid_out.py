"""A walk or ride laid out: its numbers, cautions, clock and what to do next."""

from __future__ import annotations

from fractions import Fraction

from bfr_rules.aerobic.heart_rate import UNDER_A_CUFF, Zone
from bfr_rules.aerobic.protocols import FILLED_IN, LET_DOWN, PROTOCOLS, PUMPED_FOR, Protocol
from bfr_rules.citation import State
from bfr_rules.outcome import Advice, Caution, CuffClock, Fact, Segment, Step, Table, Timeline
from bfr_rules.references import (
    LEG_CEILING,
    LIGHT_EFFORT,
    RESTRICTION_PER_EXERCISE,
    SESSIONS_PER_WEEK,
    cite,
)
from bfr_rules.text import Count, Text
from bfr_rules.times import Duration


def facts_of(
    plan: Protocol, rate: Zone | None, under_cuff: Duration, filled: Duration
) -> tuple[Fact, ...]:
    """Name the numbers of a walk or ride."""
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


def clock_step(plan: Protocol, under_cuff: Duration, *, opened: bool) -> Step:
    """Show how the time under the cuff adds up."""
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


def cautions_of(
    plan: Protocol, age: int, under_cuff: Duration, filled: Duration
) -> tuple[Caution, ...]:
    """Flag what is unusual about a walk or ride, with its sources."""
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


def advice_for(plan: Protocol) -> tuple[Advice, ...]:
    """Say what to do after the walk or ride."""
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


def what_trials_did() -> Table:
    """List what trials did, side by side."""
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


def timeline_of(plan: Protocol, under_cuff: Duration, *, opened: bool) -> Timeline:
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
