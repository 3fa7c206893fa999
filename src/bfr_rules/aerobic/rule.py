"""Walking or cycling with cuffs: how long, how fast the heart, how tight."""

from __future__ import annotations

from fractions import Fraction

from bfr_rules.aerobic.heart_rate import (
    AT_BIRTH,
    EACH_YEAR,
    HALF,
    OFF_BY,
    RESERVE,
    TANAKA,
    Zone,
    highest,
    zone,
)
from bfr_rules.aerobic.laid_out import (
    advice_for,
    cautions_of,
    clock_step,
    facts_of,
    timeline_of,
    what_trials_did,
)
from bfr_rules.aerobic.protocols import FILLED_IN, OWN, PROTOCOLS, Protocol
from bfr_rules.citation import State
from bfr_rules.outcome import Band, Caution, Outcome, Step, Stop
from bfr_rules.quantity import HeartRate, decimal
from bfr_rules.references import (
    AEROBIC_INTENSITY,
    LEG_CEILING,
    LIGHT_EFFORT,
    LIGHT_RESERVE,
    OPEN_BETWEEN_EXERCISES,
    WALKING_SPEED,
    cite,
)
from bfr_rules.text import Text
from bfr_rules.times import Duration


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
        facts=facts_of(plan, rate, under_cuff, filled),
        steps=(
            *steps,
            Step(Text("Light effort by feel"), LIGHT_EFFORT, None, LIGHT_EFFORT.cites),
            clock_step(plan, under_cuff, opened=opened),
        ),
        cautions=(*cautions, *cautions_of(plan, age, under_cuff, filled)),
        next=advice_for(plan),
        tables=(what_trials_did(),),
        timeline=timeline_of(plan, under_cuff, opened=opened),
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
