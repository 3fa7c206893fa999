"""A session as it was asked for: exercises, tempo, and how long each keeps the cuff tight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bfr_rules.citation import AdvisedRange
from bfr_rules.inputs import shared
from bfr_rules.quantity import Mass
from bfr_rules.references import ARM_CEILING, FILLING, LEG_CEILING
from bfr_rules.text import Count, Text
from bfr_rules.times import Duration

SCHEMES: dict[str, tuple[int, ...]] = {
    "30-15-15-15": (30, 15, 15, 15),
    "4x15": (15, 15, 15, 15),
    "3x15": (15, 15, 15),
}
LIMB_CEILING: dict[str, AdvisedRange] = {"arm": ARM_CEILING, "leg": LEG_CEILING}
MOST_EXERCISES = 6


FILLED_IN = Duration.s(FILLING.value)


@dataclass(frozen=True)
class Exercise:
    """One exercise of a session."""

    number: int
    name: str
    limb: str
    load: Mass | None
    side: str = shared.UNSAID
    reps_by_set: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Write what the reader called it, or its place in the session, and the side that was named.

        >>> print(Exercise(1, "Curl", "arm", None, "left"))
        Curl, left arm
        """
        called = self.name or f"Exercise {self.number}"
        return called if self.side == shared.UNSAID else f"{called}, {self.limbs}"

    @property
    def limbs(self) -> Text:
        """The limb with the side that was named, or both."""
        if self.side == "both":
            return Text("both {limb}s", limb=self.limb)
        return Text("{side} {limb}", side=self.side, limb=self.limb)

    @property
    def repetitions(self) -> int:
        """Repetitions of all its sets."""
        return sum(self.reps_by_set)

    @property
    def on(self) -> tuple[str, ...]:
        """The sides that it counts for: one, or both where none was named."""
        return (self.side,) if self.side in {"left", "right"} else ("left", "right")


@dataclass(frozen=True)
class Tempo:
    """Seconds to raise, hold and lower a weight once."""

    up: Duration
    hold: Duration
    down: Duration

    @property
    def repetition(self) -> Duration:
        """The time of one repetition.

        >>> print(Tempo(Duration.s(2), Duration.s(1), Duration.s(2)).repetition)
        5 s
        """
        return self.up + self.hold + self.down


def restriction(
    reps_by_set: Sequence[int], repetition: Duration, rest: Duration, *, cuff_on_in_rests: bool
) -> Duration:
    """Find the time under the cuff for one exercise.

    Args:
        reps_by_set: Repetitions of each set.
        repetition: Time of one repetition.
        rest: Rest between two sets.
        cuff_on_in_rests: Whether the cuff stays tight in the rests.

    Returns:
        Lifting time, and the rests between the sets where the cuff stays on.

    Source: jakobsen2022, Table 1, prints 8:30 for 30-15-15-15 at 5 s with rests of 45 s.

    >>> time = restriction((30, 15, 15, 15), Duration.s(5), Duration.s(45), cuff_on_in_rests=True)
    >>> print(time.clock)
    8:30
    """
    lifting = repetition * sum(reps_by_set)
    return lifting + rest * (len(reps_by_set) - 1) if cuff_on_in_rests else lifting


@dataclass(frozen=True)
class Planned:
    """A session as it was asked for: its exercises, and how long each keeps the cuff tight."""

    exercises: tuple[Exercise, ...]
    repetition: Duration
    """Time of one repetition."""
    rest: Duration
    on_in_rests: bool

    def time_of(self, exercise: Exercise) -> Duration:
        """Find the time under the cuff for one exercise, filling not counted."""
        return restriction(
            exercise.reps_by_set, self.repetition, self.rest, cuff_on_in_rests=self.on_in_rests
        )

    def filled_of(self, exercise: Exercise) -> Duration:
        """Find the time under the cuff for one exercise, with filling it each time."""
        times = 1 if self.on_in_rests else len(exercise.reps_by_set)
        return self.time_of(exercise) + FILLED_IN * times

    @property
    def longest(self) -> Exercise:
        """The exercise that keeps the cuff tight for longest, the first of several."""
        return max(self.exercises, key=lambda each: self.filled_of(each).seconds)

    @property
    def alike(self) -> bool:
        """Whether every exercise has the same sets."""
        return len({each.reps_by_set for each in self.exercises}) == 1

    @property
    def reps_by_set(self) -> tuple[int, ...]:
        """Repetitions of each set, of the longest exercise."""
        return self.longest.reps_by_set

    @property
    def each(self) -> Duration:
        """Time under the cuff for the longest exercise, filling not counted."""
        return self.time_of(self.longest)

    @property
    def lifting(self) -> Duration:
        """That part of it in which the weight moves."""
        return self.repetition * self.longest.repetitions

    @property
    def filled(self) -> Duration:
        """Time under the cuff for the longest exercise, with filling it each time."""
        return self.filled_of(self.longest)

    @property
    def repetitions(self) -> int:
        """Repetitions of the exercise that has the most."""
        return max(each.repetitions for each in self.exercises)

    @property
    def all_in(self) -> Work:
        """The work and the time under cuffs of the whole session."""
        return self.work(self.exercises)

    def work(self, exercises: Iterable[Exercise]) -> Work:
        """Add up the work and the time under the cuff of some exercises."""
        listed = tuple(exercises)
        time = Duration.s(sum(self.filled_of(each).seconds for each in listed))
        return Work(len(listed), sum(each.repetitions for each in listed), time)

    @property
    def by_limb(self) -> dict[tuple[str, str], Work]:
        """Add up the work of each limb, by the limb and its side."""
        limbs = dict.fromkeys((each.limb, side) for each in self.exercises for side in each.on)
        return {
            (limb, side): self.work(
                each for each in self.exercises if each.limb == limb and side in each.on
            )
            for limb, side in limbs
        }

    def most(self, limb: str) -> Work:
        """Find the most that one limb of a pair has, of each kind; nothing for no such limb."""
        works = [work for (each, _), work in self.by_limb.items() if each == limb]
        return Work(
            max((each.exercises for each in works), default=0),
            max((each.repetitions for each in works), default=0),
            max(
                (each.time for each in works), key=lambda time: time.seconds, default=Duration.s(0)
            ),
        )


@dataclass(frozen=True)
class Work:
    """Exercises, their repetitions, and their time under the cuff with filling it."""

    exercises: int
    repetitions: int
    time: Duration

    @property
    def said(self) -> Text:
        """Repetitions and time in words."""
        return Text(
            "{repetitions}, {time} with filling",
            repetitions=Count(self.repetitions, "repetition"),
            time=self.time.clock,
        )


SOLDIER = Text(
    "A soldier had muscle breakdown after one session of about 195 repetitions in several "
    "exercises for the calves."
)
LIMB_WORDS = {"arm": Text("arm"), "leg": Text("leg")}
LONG_SETS_HARM = Text("Much more than a muscle is used to can damage it.")
