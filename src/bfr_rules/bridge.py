"""The one door of the browser: JSON text in, JSON text out. No other Python object crosses.

A request names a calculator and gives the answers as they were typed:

>>> response = answer('{"calculator": "training-load", "answers": {"one_rm": "150 kg"}}')
>>> print(json.loads(response)["outcome"]["answer"])
30 kg

Bad answers come back as problems, every one at once:

>>> response = answer('{"calculator": "training-load", "answers": {"one_rm": "heavy"}}')
>>> print(json.loads(response)["problems"][0]["says"])
“heavy” is not a weight. Write kg or lb after the number, for example 40 kg.

A request that is not of this form is a bug of the page, and raises.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import cast

from bfr_rules import __version__
from bfr_rules.asking import Situation, run, stops
from bfr_rules.calculator import Calculator
from bfr_rules.catalog import calculator
from bfr_rules.citation import Citation
from bfr_rules.gate import LIMBS
from bfr_rules.limits import LIMITS
from bfr_rules.notes import note
from bfr_rules.outcome import Outcome
from bfr_rules.present import CHANGES, CITES, OUTCOME, STANDING, Told
from bfr_rules.question import AnswersError, Problem, Raw
from bfr_rules.reading.numbers import THOUSANDS
from bfr_rules.sensitivity import Change, changes
from bfr_rules.standing import Level, Limit, Release, Standing, Who
from bfr_rules.text import Text
from bfr_rules.times import Date

Json = object

PARTS = ("all", "answer", "changes")
"""What a request may want: everything; the outcome without the changes; the changes alone."""

LONGEST_REQUEST = 200_000
"""Characters. The longest that a form sends has some thousands."""

MOST_BRACKETS = 1_000
"""Opened in one request; a form opens three. A browser's Python does not survive thousands within each other."""


def answer(request_json: str) -> str:
    """Answer a request.

    Args:
        request_json: An object with `calculator`, a slug, and `answers`, an object from question
            to what was typed: text, a number, or a list of text for boxes to tick. It may have a
            `standing`, where an earlier screening leaves the reader (`standing_of`), and `today`,
            the reader's day, such as "2026-11-24": the rules know no clock. A `timer` is the
            address of the timer, for the calendar of a plan. `part` says what is wanted (`PARTS`):
            a page asks for the answer at each keystroke, and for the changes once nobody types.

    Returns:
        An object with `rules` (their version), `calculator` and either `outcome` or `problems`.
        An outcome comes with a `note` of it, and with the `changes` that would change it. Where
        these alone are wanted, they stand in the place of the outcome.

    Raises:
        KeyError: There is no such calculator, or the request lacks a part.
        ValueError: The request is not JSON, has more than `LONGEST_REQUEST` characters, opens more
            than `MOST_BRACKETS` brackets, or wants a part that there is not.
        TypeError: A part is of another kind, or an answer neither text, number nor list of text.
    """
    if len(request_json) > LONGEST_REQUEST:
        message = f"the request has {len(request_json)} characters, not at most {LONGEST_REQUEST}"
        raise ValueError(message)
    if (brackets := request_json.count("[") + request_json.count("{")) > MOST_BRACKETS:
        message = f"the request opens {brackets} brackets, not at most {MOST_BRACKETS}"
        raise ValueError(message)
    request = json.loads(request_json)
    slug, given = request["calculator"], request["answers"]
    if not isinstance(given, dict):
        message = f"answers are an object from question to answer, not {given!r}"
        raise TypeError(message)
    answers = {name: _typed(value) for name, value in given.items()}
    who = Situation(
        standing_of(request.get("standing")),
        _day(request.get("today")),
        _address(request.get("timer", "")),
    )
    part = request.get("part", "all")
    if part not in PARTS:
        message = f"a request wants one of {', '.join(PARTS)}, not {part!r}"
        raise ValueError(message)
    response: dict[str, Json] = {"rules": __version__, "calculator": slug}
    return json.dumps(response | _answer(calculator(slug), answers, who, part), ensure_ascii=False)


def _answer(
    asked: Calculator, answers: Mapping[str, Raw], who: Situation, part: str
) -> dict[str, Json]:
    """Give the part that is wanted, or the problems."""
    if closed := stops(asked, who):
        # Whatever was typed: a stop does not wait for better numbers.
        return {"changes": []} if part == "changes" else {"outcome": outcome_json(closed)}
    try:
        answered = run(asked, answers, who)
    except AnswersError as error:
        return {"problems": [problem_json(each) for each in error.problems]}
    if part == "changes":
        return {"changes": CHANGES.give(changes(answered))}
    varied = changes(answered) if part == "all" else ()
    return {"outcome": outcome_json(answered.outcome, varied, note(answered))}


def ask(
    slug: str,
    answers: Mapping[str, Raw],
    standing: Standing | None = None,
    today: Date | None = None,
) -> Outcome:
    """Run a calculator on answers as they were typed.

    Args:
        slug: Of the calculator.
        answers: As they were typed.
        standing: Where a screening leaves the reader; a stop of it replaces every setting, and its
            limits bind every answer.
        today: The reader's day; without one nothing expires.

    Raises:
        KeyError: There is no such calculator.
        AnswersError: Naming every answer that cannot be used.

    >>> print(ask("training-load", {"one_rm": "200 lb", "equipment": "step", "step": "5 lb"}).answer)
    40 lb
    """
    return run(calculator(slug), answers, Situation(standing, today)).outcome


def standing_of(given: object) -> Standing | None:
    """Read a standing as `standing_json` gives it, or as a page kept it.

    Args:
        given: An object with `level`, and what else `Standing` has: `limits` (codes, or objects
            with a `code`), `closed`, `lasting`, `on`, `today_on`, `release_by`, `short`, and
            `release`, an object with `by`, `from`, `limbs`, and perhaps `limits` and `name`.

    Raises:
        TypeError: A part is of another kind.
        ValueError: A level, a limit, a limb, a day or a profession that nobody knows.
        KeyError: A part is missing.
    """
    if given is None:
        return None
    if not isinstance(given, dict):
        message = f"a standing is an object, not {given!r}"
        raise TypeError(message)
    level = Level(given["level"])
    limits = _limits(given.get("limits", ()))
    return Standing(
        level,
        Text("stated"),
        limits,
        _limbs(given.get("closed", ())),
        Level(given["lasting"]) if given.get("lasting") else level,
        _day(given.get("on")),
        _day(given.get("today_on")),
        tuple(Who(each) for each in given.get("release_by", ())),
        _release(given.get("release"), limits),
        short=given.get("short") is True,
    )


def _release(given: object, proposed: tuple[Limit, ...]) -> Release | None:
    if given is None:
        return None
    if not isinstance(given, dict):
        message = f"a release is an object, not {given!r}"
        raise TypeError(message)
    since = _day(given["from"])
    if since is None:
        message = "a release has a day from which it counts"
        raise ValueError(message)
    limits = _limits(given["limits"]) if "limits" in given else proposed
    name = str(given.get("name") or "")
    return Release(Who(given["by"]), since, _limbs(given["limbs"]), limits, name)


def _limits(given: Iterable[object]) -> tuple[Limit, ...]:
    codes = {str(each["code"]) if isinstance(each, dict) else str(each) for each in given}
    if unknown := codes - set(LIMITS):
        message = f"no limit is called {', '.join(sorted(unknown))}"
        raise ValueError(message)
    return tuple(each for each in LIMITS.values() if each.code in codes)


def _limbs(given: Iterable[object]) -> tuple[str, ...]:
    named = {str(each) for each in given}
    if unknown := named - set(LIMBS):
        message = f"no limb is called {', '.join(sorted(unknown))}"
        raise ValueError(message)
    return tuple(each for each in LIMBS if each in named)


def _address(given: object) -> str:
    """Read the address of a page, which must have no space and no control character."""
    if isinstance(given, str) and re.fullmatch("(?:https?://[!-~]{1,200})?", given):
        return given
    message = f"an address begins with http:// or https://, not {given!r}"
    raise TypeError(message)


def _day(given: object) -> Date | None:
    return None if given is None else Date.parse(str(given))


def _typed(value: object) -> Raw:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return list(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = repr(value)
        # In JSON a point is always the decimal point: 87.125 has one reading.
        return f"{number}0" if THOUSANDS.fullmatch(number) else number
    message = f"an answer is text, a number or a list of text, not {value!r}"
    raise TypeError(message)


def cites_json(cites: tuple[Citation, ...]) -> Json:
    """Give citations with the short name of their work.

    >>> from bfr_rules.references import BFR_INTENSITY
    >>> cites_json(BFR_INTENSITY.cites)[0]["key"]
    'patterson2019'
    """
    return CITES.give(cites)


def problem_json(problem: Problem) -> Json:
    """Give a problem with the name of its question."""
    return {"name": problem.name, "says": str(problem.says)}


def outcome_json(
    outcome: Outcome, varied: tuple[Change, ...] = (), noted: str = ""
) -> dict[str, Json]:
    """Give an outcome as JSON; every value is already the text that a reader sees.

    Args:
        outcome: The outcome.
        varied: What would change it.
        noted: A note of it.
    """
    return cast("dict[str, Json]", OUTCOME.give(Told(outcome, varied, noted)))


def standing_json(standing: Standing) -> dict[str, Json]:
    """Give a standing as JSON; a page may keep all of it but `says`."""
    return cast("dict[str, Json]", STANDING.give(standing))
