"""Where a screening leaves somebody: a level, limits, and who may open what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bfr_rules.citation import Citation, must_be_cited
from bfr_rules.quantity import Percent
from bfr_rules.text import Text
from bfr_rules.times import Date


class Level(Enum):
    """Where a screening leaves a reader, from the mildest to the strictest."""

    UNSCREENED = "unscreened"
    """Nobody was asked."""
    NONE = "none"
    """No listed reason found."""
    LIMITS = "limits"
    """Allowed, with limits."""
    CLINICIAN = "clinician"
    """Only after a clinician who knows BFR has agreed."""
    NOT_TODAY = "not-today"
    MISSING = "missing"
    """One number is not known: it is had in minutes, and no click stands in for it."""
    UNFINISHED = "unfinished"
    """A list is not answered yet, and counts as yes."""
    DOCTOR = "doctor"
    """Not without a doctor: this guide has no settings."""

    @property
    def rank(self) -> int:
        """How strict it is: the higher, the stricter."""
        return list(Level).index(self)


class Who(Enum):
    """Who may decide otherwise than the screening."""

    DOCTOR = "doctor"
    PHYSIOTHERAPIST = "physiotherapist"


@dataclass(frozen=True)
class Bind:
    """What a limit does to the answer of one question.

    It is lowered to `most`, becomes `only`, or stops where it is one of `never`: a number can be
    made smaller and a choice safer, but what was done in a test cannot be made another test.

    Raises:
        ValueError: It does nothing, or more than one of these.
    """

    name: str
    most: Percent | None = None
    only: str = ""
    never: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a bind that binds nothing."""
        if sum((self.most is not None, bool(self.only), bool(self.never))) != 1:
            message = f"{self.name}: a bind has one of most, only and never"
            raise ValueError(message)


@dataclass(frozen=True)
class Limit:
    """What a screening or a release demands of every later setting.

    `code` is all that a page keeps of it. `binds` is what it does to answers; a limit without one
    asks something of the person, and is printed.

    Raises:
        ValueError: It has no citation.
    """

    code: str
    says: Text
    cites: tuple[Citation, ...]
    binds: tuple[Bind, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a limit that no reader could find again."""
        must_be_cited(self.code, self.cites)

    def __str__(self) -> str:
        """Write its sentence."""
        return str(self.says)


@dataclass(frozen=True)
class Bound:
    """An answer that a limit has changed: what was typed, what is used instead, and why."""

    name: str
    typed: str
    used: str
    limit: Limit


@dataclass(frozen=True)
class Release:
    """A professional's decision, as the reader states it: who, for which limbs, from what day.

    `limits` are those that the professional wants to hold, `name` is theirs, if it was given.
    """

    by: Who
    since: Date
    limbs: tuple[str, ...]
    limits: tuple[Limit, ...]
    name: str = ""


@dataclass(frozen=True)
class Standing:
    """Where a screening leaves a reader: all that may be kept of it, and no answer.

    `closed` names limbs that must have no cuff, such as `left-arm`. `on` is the day of the
    screening and `today_on` the day for which its questions on today were answered; `lasting` is
    the level without those. `release_by` says who may decide otherwise: nobody, if it is empty.
    `short` says that only the short check was asked, which holds for its day.
    """

    level: Level
    says: Text
    limits: tuple[Limit, ...] = ()
    closed: tuple[str, ...] = ()
    lasting: Level | None = None
    on: Date | None = None
    today_on: Date | None = None
    release_by: tuple[Who, ...] = ()
    release: Release | None = None
    short: bool = False

    @property
    def lasts(self) -> Level:
        """The level that is left once the day is over: without the questions on today."""
        return self.level if self.lasting is None else self.lasting
