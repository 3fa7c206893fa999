"""Numbers of published results, written as their sources print them; those of the rules write themselves."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

MINUS = "\N{MINUS SIGN}"


def number(value: float, digits: int = 2) -> str:
    """Write a number with a true minus.

    >>> number(-0.17), number(16, 0), number(-0.001), number(0.695)
    ('−0.17', '16', '0.00', '0.70')
    """
    rounded = Decimal(str(abs(value))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return (MINUS if value < 0 and rounded else "") + f"{rounded}"


def printed(*values: float) -> tuple[str, ...]:
    """Write numbers that belong together with the digits they were printed with, two at least.

    >>> printed(0.695, 0.189, 1.2), printed(-0.4)
    (('0.695', '0.189', '1.200'), ('−0.40',))
    """
    digits = max(2, *(len(plain(value).partition(".")[2]) for value in values))
    return tuple(number(value, digits) for value in values)


def plain(value: float) -> str:
    """Write a number as short as it was printed.

    >>> plain(-6.9), plain(12)
    ('−6.9', '12')
    """
    return (MINUS if value < 0 else "") + f"{abs(value):g}"
