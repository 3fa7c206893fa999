"""The door for programs: `ask`, `screen` and `plan`, with numbers as numbers and typed answers.

Whoever has a standing from a screening hands it on, with the day; its stops and limits then bind
every answer. Whoever has none is answered as a reader of the site who was not screened: there is no
pressure and no plan, and every other answer says that nobody was screened.

>>> from datetime import date
>>> from bfr_rules import Stopped, ask
>>> found = ask("training-load", {"one_rm": 100, "percent_1rm": 30})
>>> print(found.value, "|", found.headline)
30 kg | Load the bar to 30 kg: 5 kg on each side
>>> isinstance(ask("pressure", {"aop_mmhg": 187}), Stopped)
True
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any, Generic, Literal, TypeVar, overload

from bfr_rules.asking import Situation, run
from bfr_rules.bridge import outcome_json, standing_json, standing_of
from bfr_rules.catalog import PLACES, calculator
from bfr_rules.citation import AdvisedRange
from bfr_rules.outcome import Calendar, Outcome, Stop
from bfr_rules.quantity import HeartRate, Mass, Percent, Pressure, decimal
from bfr_rules.question import Raw
from bfr_rules.reading.numbers import THOUSANDS
from bfr_rules.standing import Level, Standing
from bfr_rules.text import Count, Text
from bfr_rules.times import Clock, Date, Duration, Moment, TimeOfDay

Value = (
    str
    | bool
    | int
    | float
    | Fraction
    | Mass
    | Pressure
    | Percent
    | Duration
    | HeartRate
    | Date
    | Moment
    | TimeOfDay
    | date
    | time
    | Collection[str]
)
"""What an answer may be: text as one would type it, a number in the question's own unit, a quantity,
a day, an hour, `True` and `False` for yes and no, or several texts for boxes to tick."""

Answers = Mapping[str, Value]
"""Answers by the name of their question; `bfr-rules ask SLUG --help` lists them."""

Day = date | Date
"""A day, of the standard library or ours."""

DECIMALS = 6
"""With which a number is handed on: more than any question counts."""

UNASKED = Standing(Level.UNSCREENED, Text("Nobody was asked"))
"""Where somebody stands whom nobody has screened."""

ValueT_co = TypeVar("ValueT_co", covariant=True)
"""What a calculator answers with."""
Part = TypeVar("Part")
"""A part of an outcome."""


@dataclass(frozen=True)
class Result:
    """What came of it, stop or answer: the parts that both have.

    Attributes:
        outcome: Everything: the working, cautions, tables, what holds, what to do next.
    """

    outcome: Outcome

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return str(self.outcome.headline)

    @property
    def cautions(self) -> tuple[str, ...]:
        """What is unusual about it."""
        return tuple(str(each.says) for each in self.outcome.cautions)

    @property
    def holds(self) -> tuple[str, ...]:
        """What must be shown beside it: who was screened, who has agreed, which limits hold."""
        return (*map(str, self.outcome.provisos), *map(str, self.outcome.limits))

    def as_json(self) -> dict[str, object]:
        """Give everything as JSON has it, every value as the text that a reader sees."""
        return outcome_json(self.outcome)

    def __str__(self) -> str:
        """Write the headline."""
        return self.headline


@dataclass(frozen=True)
class Answer(Result, Generic[ValueT_co]):
    """An answer.

    Attributes:
        value: A quantity, such as `Mass`; what it is, the types of `ask` say for each calculator.
    """

    value: ValueT_co

    @property
    def facts(self) -> Mapping[str, str]:
        """The numbers beside it, by their names."""
        return {str(each.label): str(each.value) for each in self.outcome.facts}


@dataclass(frozen=True)
class Stopped(Result):
    """No answer: something must be settled first.

    Attributes:
        stop: Why, and what to do.
    """

    stop: Stop

    @property
    def do(self) -> tuple[str, ...]:
        """What to do."""
        return tuple(map(str, self.stop.do))


@dataclass(frozen=True)
class Screening(Result):
    """What a screening found.

    Attributes:
        standing: What every later question needs to be told.
    """

    standing: Standing

    @property
    def level(self) -> Level:
        """Where it leaves somebody, from no listed reason to not without a doctor."""
        return self.standing.level


@dataclass(frozen=True)
class Plan(Answer[Count]):
    """Weeks of sessions; `value` counts them.

    Attributes:
        calendar: The weeks, day by day.
    """

    calendar: Calendar

    @property
    def files(self) -> Mapping[str, str]:
        """The texts of the files, by name: `plan.ics` for calendars, `plan.csv` for spreadsheets."""
        return {each.name: each.text for each in self.outcome.files}

    @property
    def ics(self) -> str:
        """The plan for a calendar."""
        return self.files["plan.ics"]

    @property
    def csv(self) -> str:
        """The plan for a spreadsheet."""
        return self.files["plan.csv"]


MassSlug = Literal["one-rm", "training-load"]
WordSlug = Literal["equipment", "pressure-explorer"]
CountSlug = Literal["plan", "light"]


@overload
def ask(
    slug: MassSlug,
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[Mass] | Stopped: ...
@overload
def ask(
    slug: Literal["next-time"],
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[Mass | None] | Stopped: ...
@overload
def ask(
    slug: Literal["pressure"],
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[Pressure] | Stopped: ...
@overload
def ask(
    slug: Literal["session"],
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[Clock] | Stopped: ...
@overload
def ask(
    slug: Literal["rest"],
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[Moment | AdvisedRange] | Stopped: ...
@overload
def ask(
    slug: Literal["aerobic"],
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[Text | AdvisedRange] | Stopped: ...
@overload
def ask(
    slug: CountSlug,
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[Count] | Stopped: ...
@overload
def ask(
    slug: WordSlug,
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[Text] | Stopped: ...
@overload
def ask(
    slug: Literal["screening", "check"],
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[None] | Stopped: ...
@overload
def ask(
    slug: str,
    answers: Answers = ...,
    *,
    standing: Standing | None = ...,
    today: Day | None = ...,
) -> Answer[object] | Stopped: ...
def ask(
    slug: str,
    answers: Answers | None = None,
    *,
    standing: Standing | None = None,
    today: Day | None = None,
) -> Answer[object] | Stopped:
    """Ask a calculator.

    Args:
        slug: Its name, such as `training-load`; `bfr-rules list` has them all.
        answers: By the name of their question. What is left out counts as on the untouched form.
        standing: Where a screening left the person (`screen(…).standing`, or `load_standing` of
            one that was kept). Its stops and limits bind the answer.
        today: The person's day. It must be given with a standing, which holds for so many days.

    Returns:
        An `Answer` with its typed `value`, or `Stopped`, which says what to settle first. Without a
        standing, what the site keeps from an unscreened reader is `Stopped`.

    Raises:
        AnswersError: Naming every answer that cannot be used, each with what to type instead.
        KeyError: There is no such calculator.
        TypeError: There is a standing and no day, or an answer is of another kind than `Value`.

    >>> from bfr_rules import Mass, ask
    >>> print(ask("one-rm", {"method": "repetitions", "load": Mass.kg(60), "repetitions": 10}))
    Your 1RM is about 80 kg
    """
    return _result(_outcome(slug, answers or {}, standing, today))


def screen(answers: Answers | None = None, *, today: Day) -> Screening:
    """Screen somebody: is there a reason not to train with a cuff, or to ask first?

    Args:
        answers: By the name of their question. A list that is left out is not answered, and counts
            as yes.
        today: The person's day.

    Returns:
        What was found; its `standing` is what `ask` and `plan` need.

    Raises:
        AnswersError: Naming every answer that cannot be used, each with what to type instead.
        TypeError: An answer is of another kind than `Value`.

    >>> from datetime import date
    >>> from bfr_rules import screen
    >>> print(screen({"age": 30, "clots": ["clot"]}, today=date(2026, 11, 26)))
    Not without a doctor
    """
    outcome = _outcome("screening", answers or {}, None, today)
    return Screening(outcome, there(outcome.standing))


def plan(answers: Answers | None = None, *, standing: Standing, today: Day) -> Plan | Stopped:
    """Plan the next weeks.

    Args:
        answers: By the name of their question. What is left out counts as on the untouched form.
        standing: Where a screening left the person: there is no plan without one.
        today: The person's day.

    Raises:
        AnswersError: Naming every answer that cannot be used, each with what to type instead.
        TypeError: An answer is of another kind than `Value`.
    """
    found = ask("plan", answers or {}, standing=standing, today=today)
    if isinstance(found, Stopped):
        return found
    return Plan(found.outcome, found.value, there(found.outcome.calendar))


def load_standing(text: str) -> Standing:
    """Read a standing that was kept: `dump_standing`, or what `bfr-rules ask screening --json` printed.

    Raises:
        ValueError: It is no such text.

    >>> load_standing('{"level": "none", "on": "2026-11-26", "today_on": "2026-11-26"}').level
    <Level.NONE: 'none'>
    """
    try:
        given = json.loads(text)
        for name in ("outcome", "standing"):  # another calculator's outcome has no standing
            given = given.get(name, given) if isinstance(given, dict) else given
        found = standing_of(given)
    except (KeyError, TypeError, ValueError, RecursionError):
        found = None
    if found is None:
        message = "this holds no standing: keep what a screening gives"
        raise ValueError(message)
    return found


def dump_standing(standing: Standing) -> str:
    """Write a standing to keep: level, limits, limbs, days and a release, and no answer."""
    return json.dumps(standing_json(standing), ensure_ascii=False)


# --- From answers to an outcome ----------------------------------------------------------------


def _outcome(slug: str, answers: Answers, standing: Standing | None, today: Day | None) -> Outcome:
    if slug not in PLACES:
        message = f"no calculator is called {slug!r}; there are {', '.join(PLACES)}"
        raise KeyError(message)
    if standing is not None and today is None:
        message = "a standing holds for so many days: say which day it is, today=…"
        raise TypeError(message)
    day = Date(today) if isinstance(today, date) else today
    typed = {name: written(name, value) for name, value in answers.items()}
    return run(calculator(slug), typed, Situation(standing or UNASKED, day)).outcome


def there(part: Part | None) -> Part:
    """Give a part that such an outcome always has.

    Raises:
        RuntimeError: A rule of ours has left it out.
    """
    if part is None:
        message = "an outcome lacks the part for which it was asked"
        raise RuntimeError(message)
    return part


def _result(outcome: Outcome) -> Answer[object] | Stopped:
    return Stopped(outcome, outcome.stop) if outcome.stop else Answer(outcome, outcome.answer)


def written(name: str, value: object) -> Raw:
    """Write an answer as one would type it; reading that gives the same value.

    Args:
        name: The question, for the message.
        value: The answer.

    Raises:
        TypeError: It is of a kind that no question takes.

    >>> written("one_rm", Mass.lb("187.125")), written("rest_s", 30), written("guided", True)
    ('187.1250 lb', '30', 'yes')
    """
    for kinds, write in WRITERS:
        if isinstance(value, kinds):
            return write(value)
    if isinstance(value, list | tuple | set | frozenset):
        texts = [each for each in value if isinstance(each, str)]
        if len(texts) == len(value):
            return texts
    message = (
        f"{name}: an answer is text, a number, a quantity, a day or several texts, not {value!r}"
    )
    raise TypeError(message)


def _number(value: Fraction) -> str:
    return _pointed(decimal(value, DECIMALS).replace("−", "-"))


def _pointed(number: str) -> str:
    """Write a number so that its point is no mark of thousands: 87.125 is 87.1250."""
    return f"{number}0" if THOUSANDS.fullmatch(number) else number


WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    (str, str),
    (bool, lambda given: "yes" if given else "no"),
    ((int, float), lambda given: _pointed(repr(given))),
    (Fraction, _number),
    (Mass, lambda given: f"{_number(given.value)} {given.unit.symbol}"),
    (Pressure, lambda given: f"{_number(given.value)} mmHg"),
    (Percent, lambda given: f"{_number(given.value)} %"),
    (Duration, lambda given: f"{_number(given.seconds)} s"),
    (HeartRate, lambda given: _number(given.value)),
    (datetime, "{:%Y-%m-%d %H:%M}".format),  # before a date, of which it is a kind
    (Moment, lambda given: f"{given.at:%Y-%m-%d %H:%M}"),
    (date, date.isoformat),
    (Date, lambda given: str(given.on.isoformat())),
    (time, "{:%H:%M}".format),
    (TimeOfDay, str),
)
"""How each kind of answer is written as one would type it."""
