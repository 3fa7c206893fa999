"""Rows of numbers."""

from __future__ import annotations

import re
from fractions import Fraction

from bfr_rules.reading.characters import Line, TwoWaysError, UnreadError
from bfr_rules.reading.numbers import number

MOST_REPEATS = 20
"""No row that any question takes is longer; more is not written out."""
SETS = (
    (" ?(?:sets? of|sets? x|sets?|times) ?(?=[0-9])", "x"),
    (" ?(?:repetitions?|reps?)(?![a-z])", ""),
)
"""4 sets of 15 reps is 4x15."""
PARTED = " ?(?:and|then|[;/|+&>]) ?"
FRACTION = re.compile("(?<![0-9.,/])(?:1/2|[13]/4|[1357]/8)(?![0-9.,/])")
MINUS = re.compile("(?:^|[ ;,])-[0-9.,]|- ?-")


def row(line: Line, *, decimals: bool) -> tuple[Fraction, ...]:
    """Read numbers in a row, parted by spaces, dashes, slashes, plus signs, semicolons or ×.

    4x15 is four times 15 where numbers are whole. A comma parts whole numbers; where decimals make
    sense it does so beside a space, and alone it is asked back.

    Raises:
        UnreadError: It is no row, or might be two.

    >>> print(*row(Line.of("30, 3×15"), decimals=False), *row(Line.of("1,25 2,5"), decimals=True))
    30 15 15 15 5/4 5/2
    """
    text = re.sub(" ?x ?", "x", line.plain.casefold())
    if not decimals:
        for words, meant in SETS:
            text = re.sub(words, meant, text)
    if problem := _odd_row(text, line, decimals=decimals):
        raise problem
    text = re.sub(PARTED, ";", text).strip(" ,;-")
    if decimals:
        parts = re.split(" ?[;-] ?|, | ,| ", text)
    else:
        chain = re.fullmatch("[0-9]+(?:x[0-9]+){2,}", text)
        if chain and int(text.partition("x")[0]) <= MOST_REPEATS:
            raise UnreadError("“{typed}” may mean two things. Write spaces between.", typed=line)
        parts = re.split("[ ;,·x-]+" if chain else "[ ;,·-]+", text)
    return tuple(value for part in parts for value in _repeated(part, line))


ODD_ROWS = (
    (MINUS, "“{typed}” is not a row of numbers."),
    (
        re.compile(r"[0-9] ?(?!x[0-9]|and|then)[^\W0-9_]|#"),
        "“{typed}” holds more than numbers. Write no units.",
    ),
)
ODD_ROWS_OF_DECIMALS = (
    (re.compile("[0-9]x[0-9]"), "“{typed}” may mean two things. Write each number by itself."),
    (
        FRACTION,
        "“{typed}” may be a fraction, or two numbers. Write 0.5 for a half, a space between two.",
    ),
    (
        re.compile("^[0-9]+(?:,[0-9]+){2,}$"),
        "“{typed}” may mean two things. Write a space between two numbers.",
    ),
)
"""What is asked back, and how."""
RANGE = re.compile("([0-9]{1,3}) ?- ?([0-9]{1,3})")


def _odd_row(text: str, line: Line, *, decimals: bool) -> UnreadError | None:
    """Say what is wrong with a row that holds a minus, a unit, or what may be two things."""
    for odd, says in (*ODD_ROWS, *(ODD_ROWS_OF_DECIMALS if decimals else ())):
        if odd.search(text):
            return UnreadError(says, typed=line)
    if decimals and re.fullmatch("[0-9]+,[0-9]+", text):
        return TwoWaysError(line, (text.replace(",", " "), text.replace(",", ".")))
    two = RANGE.fullmatch(text)
    if two and not decimals and int(two[1]) < int(two[2]):
        return UnreadError(
            "“{typed}” may be a range, or two numbers. Write a space between two numbers.",
            typed=line,
        )
    return None


def _repeated(part: str, line: Line) -> tuple[Fraction, ...]:
    """Read one number of a row, or one that is repeated: 3x15."""
    times, x, each = part.partition("x")
    if not x:
        return (number(part, line),)
    if not re.fullmatch("[0-9]{1,2}", times) or int(times) > MOST_REPEATS:
        raise UnreadError("“{typed}” cannot be read: 4x15 is four times 15.", typed=line)
    return (number(each, line),) * int(times)
