"""What is handed to the command line: answers as words or JSON, a standing, a day.

Whatever cannot be used is a `GivenError` whose message says what to type instead.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bfr_rules import bridge
from bfr_rules.calculator import Calculator
from bfr_rules.library import load_standing
from bfr_rules.times import Date

INPUT = "-"
"""The place that means standard input."""

Given = str | int | float | list[str]
"""One answer: text, a number, or a list of text for boxes to tick."""


class GivenError(ValueError):
    """Something handed over cannot be used; the message says what to type instead."""


class _Pairs(list[tuple[str, object]]):
    """A JSON object as it was written: a name that is there twice is there twice."""


def text_of(place: str, option: str) -> str:
    """Read a file, or standard input.

    Raises:
        GivenError: It cannot be read.
    """
    try:
        return sys.stdin.read() if place == INPUT else Path(place).read_text("utf-8")
    except OSError as error:
        message = f"{option}: “{place}” cannot be read: {error.strerror}"
        raise GivenError(message) from None
    except UnicodeDecodeError:
        message = f"{option}: “{place}” is not text in UTF-8"
        raise GivenError(message) from None


def answers_of(
    asked: Calculator, words: Sequence[str], place: str | None = None
) -> dict[str, Given]:
    """Join the answers: ticks of a list add up, and nothing else may be answered twice.

    Args:
        asked: The calculator.
        words: Each `name=value`, or `-` for standard input.
        place: A file of answers, `-` for standard input, or none.

    Raises:
        GivenError: A question that takes one answer has two, or an answer cannot be read.

    >>> from bfr_rules.catalog import calculator
    >>> answers_of(calculator("rest"), ["rest_s=60 s", "feeling=fine"])
    {'rest_s': '60 s', 'feeling': 'fine'}
    """
    lists = {each.name for each in asked.inputs if each.many}
    answers: dict[str, Given] = {}
    for name, value in _pairs(words, place):
        before = answers.get(name)
        if before is None:
            answers[name] = value
        elif name in lists:
            answers[name] = f"{_row(before)}; {_row(value)}"
        else:
            message = f"“{name}” is answered twice, with “{before}” and “{value}”. Take one away."
            raise GivenError(message)
    return answers


def _row(given: Given) -> str:
    return "; ".join(given) if isinstance(given, list) else str(given)


def _pairs(words: Sequence[str], place: str | None) -> Iterator[tuple[str, Given]]:
    if place is not None:
        yield from written(text_of(place, "--answers"))
    for word in words:
        if word == INPUT:
            yield from written(text_of(INPUT, INPUT))
        else:
            yield _pair(word)


def written(text: str) -> Iterator[tuple[str, Given]]:
    r"""Read answers from text: a JSON object, or a line `name=value` for each.

    Raises:
        GivenError: It is neither.

    >>> list(written('{"one_rm": 100, "plates_kg": ["20", "10"]}'))
    [('one_rm', 100), ('plates_kg', ['20', '10'])]
    >>> list(written("one_rm=100 kg\n\npercent_1rm=30\n"))
    [('one_rm', '100 kg'), ('percent_1rm', '30')]
    """
    if not text.lstrip().startswith(("{", "[")):
        yield from (_pair(line.strip()) for line in text.splitlines() if line.strip())
        return
    try:
        pairs = json.loads(text, object_pairs_hook=_Pairs)
    except RecursionError:
        message = "the answers open too many brackets"
        raise GivenError(message) from None
    except ValueError as error:
        message = f"the answers are not JSON: {error}"
        raise GivenError(message) from None
    if not isinstance(pairs, _Pairs):
        message = 'the answers are a list; write an object, for example {"one_rm": 100}'
        raise GivenError(message)
    yield from ((name, _plain(name, value)) for name, value in pairs)


def _plain(name: str, value: object) -> Given:
    """Give an answer of JSON, if it is of a kind that can be typed."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return value
    if type(value) is list and all(isinstance(each, str) for each in value):
        return [str(each) for each in value]
    message = (
        f"“{name}” has an answer of another kind. "
        "Write text, a number, or a list of text for boxes to tick."
    )
    raise GivenError(message)


def _pair(word: str) -> tuple[str, str]:
    """Part "one_rm=100 kg" into name and answer."""
    name, equals, value = word.partition("=")
    if not equals or not name:
        message = f"“{word}” is not of the form name=value, for example one_rm=100"
        raise GivenError(message)
    return name, value


def standing_of(place: str) -> object:
    """Read where a screening left somebody: what `ask screening --json` printed, or its standing.

    Raises:
        GivenError: There is no such file, or it holds something else.
    """
    text = text_of(place, "--standing")
    try:
        return bridge.standing_json(load_standing(text))
    except ValueError:
        message = (
            f"--standing: “{place}” holds no standing. "
            "Write one with: bfr-rules ask screening … --json > FILE"
        )
        raise GivenError(message) from None


def day_of(typed: str | None) -> str:
    """Give the day for which is asked: the one that was typed, or today.

    Raises:
        GivenError: It is no date.
    """
    if typed is None:
        return datetime.now().astimezone().date().isoformat()
    try:
        return Date.parse(typed).on.isoformat()
    except ValueError:
        message = f"--today: “{typed}” is not a date. Write it as year-month-day, like 2026-11-24."
        raise GivenError(message) from None


def options_last(typed: Sequence[str], with_value: Iterable[str]) -> list[str]:
    """Put options behind the answers: until Python 3.13 argparse takes no answers after them.

    Args:
        typed: The words after the command's name.
        with_value: Options that the next word belongs to.

    >>> options_last(["ask", "rest", "--json", "--standing", "-", "rest_s=30"], ["--standing"])
    ['ask', 'rest', 'rest_s=30', '--json', '--standing', '-']
    """
    takes = set(with_value)
    words: list[str] = []
    options: list[str] = []
    rest = iter(typed)
    for word in rest:
        if word == INPUT or not word.startswith("-"):
            words.append(word)
            continue
        options.append(word)
        if word in takes:
            options.extend(value for value in [next(rest, None)] if value is not None)
    return words + options
