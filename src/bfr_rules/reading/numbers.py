"""Numbers as people write them."""

from __future__ import annotations

import re
from fractions import Fraction

from bfr_rules.quantity import decimal
from bfr_rules.reading.characters import Line, TwoWaysError, UnreadError

NUMBER = re.compile("-?(?:[0-9]+(?:[.,·][0-9]+)?|[.,·][0-9]+)")
THOUSANDS = re.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""What is thousands for some people, and decimals for others."""
GROUPED = tuple(
    re.compile(f"(-?[1-9][0-9]{{0,2}}(?:[{mark}][0-9]{{3}})+)(?:[{point}]([0-9]+))?")
    for mark, point in ((" '", ".,·"), (",", ".·"), (".", ","))
)
"""Thousands that can be nothing else: 1 000, 1'000, 1,000.5, 1.000,5."""
FIRST_NUMBER = re.compile("-?[0-9.,·]+(?:[ '][0-9]{3}(?![0-9]))*(?:[.,·][0-9]+)?")
NUMBERS = re.compile("[0-9.,·]+(?: ?(?:-|/|:|to|or|over| ) ?[0-9.,·]+)+")
"""More than one number, however they are parted."""


def number(digits: str, line: Line) -> Fraction:
    """Read a number with a decimal comma or point; a full stop or comma may end it.

    Raises:
        UnreadError: It is no number, or might be two.

    >>> print(number("87,5", Line.of("87,5")), number("1 000.", Line.of("1 000.")))
    175/2 1000
    """
    digits = digits.rstrip(" .,")
    if THOUSANDS.fullmatch(digits):
        as_decimal = decimal(Fraction(digits.replace(",", ".")), 3)
        raise TwoWaysError(line, (re.sub("[.,]", "", digits), as_decimal))
    if NUMBER.fullmatch(digits):
        return Fraction(re.sub("[,·]", ".", digits))
    for grouped in GROUPED:
        if match := grouped.fullmatch(digits):
            whole = re.sub("[^0-9-]", "", match[1])
            return Fraction(f"{whole}.{match[2] or 0}")
    raise UnreadError("“{typed}” is not a number.", typed=line)
