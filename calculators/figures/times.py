"""The chart of the time under the cuff, against the ceilings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from bfr_rules.citation import AdvisedRange
from bfr_rules.quantity import Unit
from bfr_rules.references import (
    ARM_CEILING,
    LEG_CEILING,
    REPETITION_TEMPO,
    REST_BETWEEN_SETS,
    RESTRICTION_PER_EXERCISE,
)
from bfr_rules.sessions.planned import SCHEMES, restriction
from bfr_rules.times import Duration
from calculators.figures.chart import SMALL, Layout, Scale, both, text
from calculators.figures.frame import Data, Numbers, framed, sources

TITLE = "Time under the cuff, against the ceilings"
TICKS = (0, 5, 10, 15, 20)
CEILINGS = (
    (RESTRICTION_PER_EXERCISE, "one exercise", "one exercise", "caution"),
    (ARM_CEILING, "an arm", "arm", "stop"),
    (LEG_CEILING, "a leg", "leg", "stop"),
)
"""What limits the time, for what, its name in the chart, and how it is drawn."""


class Time(NamedTuple):
    """The shortest and the longest time under the cuff of one way to train."""

    name: str
    cuff: str
    quick: Duration
    slow: Duration

    @property
    def words(self) -> str:
        """Write both times."""
        return f"{self.quick.clock} to {self.slow.clock}"


def time_under_cuff(data: Data) -> str:
    """Draw the time under the cuff of the usual schemes against the ceilings."""
    shown = times(data["schemes"])
    ceilings = ", ".join(f"{each.range.high} min for {on}" for each, on, _, _ in CEILINGS)
    says = "; ".join(f"{each.name}, {each.cuff}: {each.words}" for each in shown)
    return framed(
        "time-under-cuff",
        TITLE,
        both(
            "fig-time",
            TITLE,
            f"{says}. The ceilings are {ceilings}.",
            partial(_draw, shown),
        ),
        lead="Minutes. The solid bar is the quickest way to do it, the pale end the slowest.",
        notes=[
            (
                "Worked out by the same rule as the session calculator: "
                f"each repetition takes {REPETITION_TEMPO} up and as long down, each rest {REST_BETWEEN_SETS}."
            ),
            Markup("The ceilings are {} {}.").format(
                ceilings, sources(_cites(each for each, *_ in CEILINGS))
            ),
        ],
        numbers=Numbers(
            "Time under the cuff, minutes and seconds",
            ("Scheme", "Cuff", "Quickest", "Slowest"),
            [(each.name, each.cuff, str(each.quick.clock), str(each.slow.clock)) for each in shown],
        ),
    )


def times(schemes: Sequence[str]) -> list[Time]:
    """Work out the times from tempo and rest at both ends of their ranges."""
    tempo, rest = REPETITION_TEMPO.range, REST_BETWEEN_SETS.range
    ends = [
        (Duration.s(2 * each), Duration.s(pause))
        for each, pause in ((tempo.low, rest.low), (tempo.high, rest.high))
        if each is not None and pause is not None
    ]

    def lasts(reps: tuple[int, ...], *, on: bool) -> list[Duration]:
        return [restriction(reps, each, pause, cuff_on_in_rests=on) for each, pause in ends]

    made = []
    for scheme in schemes:
        reps = SCHEMES[scheme]
        name = "-".join(map(str, reps)) if len(set(reps)) > 1 else f"{len(reps)} × {reps[0]}"
        made.append(Time(name, "cuff on in the rests", *lasts(reps, on=True)))
        made.append(Time(name, "cuff open in the rests", *lasts(reps, on=False)))
    first = lasts(SCHEMES[schemes[0]], on=True)
    twice = [each * 2 + pause for each, (_, pause) in zip(first, ends, strict=True)]
    return [*made, Time("Two exercises", "cuff left on between", *twice)]


def _minutes_of(ceiling: AdvisedRange) -> float:
    return float(ceiling.range.high or 0)


def _minutes(time: Duration) -> float:
    return float(time.magnitude(Unit.MINUTE))


def _draw(shown: Sequence[Time], layout: Layout) -> tuple[str, float]:
    arm, leg = _minutes_of(ARM_CEILING), _minutes_of(LEG_CEILING)
    scale = Scale(0, leg + 1.5)
    head, height = 34, 34 + len(shown) * layout.row
    back = layout.grid(scale, TICKS, head, len(shown)) + layout.ticks(scale, TICKS, height)
    for ceiling, _, says, style in CEILINGS:
        at = _minutes_of(ceiling)
        back += text(scale.at(at), head - 12, says, f"bfr-fig-{style}-text", SMALL, "middle")
        for top, tall in layout.fields(head, len(shown)):
            back += scale.stroke(at, top, tall, f"bfr-fig-{style}-line")
    parts = layout.plot(0, height, back)
    for at_row, each in enumerate(shown):
        y = head + at_row * layout.row
        start, end = _minutes(each.quick), _minutes(each.slow)
        over = end > arm
        bars = scale.bar(0, start, layout.middle - 8, 16, "bfr-fig-bar") + scale.bar(
            start,
            end,
            layout.middle - 8,
            16,
            "bfr-fig-bar-stop-more" if over else "bfr-fig-bar-more",
        )
        parts += layout.plot(y, layout.row, bars) + layout.names(y, each.name, each.cuff)
        parts += layout.numbers(y, each.words, "too long for an arm" if over else "")
    return parts, height + (26 if layout.wide else 18)


def _cites(advised: Iterable[AdvisedRange]) -> list[dict[str, str]]:
    """List the first source of each range, once."""
    first = dict.fromkeys(each.cites[0] for each in advised)
    return [{"key": each.key, "place": each.place, "state": each.state.value} for each in first]
