"""Files that other programs read: calendars (RFC 5545) and tables for spreadsheets (RFC 4180)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bfr_rules.times import Date

LONGEST_LINE = 75
"""Octets in a line of a calendar file, its end not counted (RFC 5545, 3.1)."""


def calendar(lines: Iterable[str]) -> str:
    """Write the lines of a calendar file, folded where they are too long."""
    return "".join(f"{folded(line)}\r\n" for line in lines)


CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def escaped(text: str) -> str:
    """Escape a text value (RFC 5545, 3.3.11); control characters have no place in one."""
    for plain, kept in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, kept)
    return CONTROL.sub("", text)


def folded(line: str) -> str:
    """Fold a line so that none is longer than 75 octets, and no character is torn."""
    if len(line.encode()) <= LONGEST_LINE:
        return line
    parts, start, size = [], 0, 0
    for at, each in enumerate(line):
        octets = 1 if each < "\x80" else 2 if each < "\u0800" else 3 if each < "\U00010000" else 4
        if size + octets > LONGEST_LINE:
            parts.append(line[start:at])
            start, size = at, 1  # after the space of a continued line
        size += octets
    return "\r\n ".join([*parts, line[start:]])


def mark_of(parts: Iterable[str]) -> str:
    """Make a short mark of several texts: the same for the same, and another for others.

    The hash is FNV-1a with 128 bits; it hides nothing and need not.

    >>> mark_of(["Leg press", "2026-11-30"]) == mark_of(["Leg press", "2026-12-01"])
    False
    """
    mark = 0x6C62272E07BB014262B821756295C58D
    for octet in "\x00".join(parts).encode():
        mark = (mark ^ octet) * 0x0000000001000000000000000000013B % 2**128
    return f"{mark:032x}"


FIRST_DAY = Date.parse("2000-01-01")


def sequence(today: Date | None) -> int:
    """Count the days up to today: a file of a later day has the higher number."""
    return (today.on - FIRST_DAY.on).days if today else 0


# --- Tables ------------------------------------------------------------------------------------

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes a file for one in the letters of its own country, and tears an Ü."""
FORMULA = re.compile("[\\s\u200b-\u200f\ufeff'\"]*[=+\\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n]")
"""How a text begins that a spreadsheet may run: behind spaces and quotes, and in full width, too."""


def cell(text: str) -> str:
    """Write one cell, always in quotes; what a spreadsheet would run as a formula is kept as text.

    In quotes, because a spreadsheet of another country may part cells at another sign.

    >>> print(cell("=1+1"), cell('5" band'))
    "'=1+1" "5"" band"
    """
    kept = f"'{text}" if FORMULA.match(text) else text
    return '"' + kept.replace('"', '""') + '"'


def table(rows: Iterable[Sequence[object]], separator: str = ",") -> str:
    """Write rows of cells for a spreadsheet."""
    lines = (separator.join(cell(str(each)) for each in row) for row in rows)
    return BYTE_ORDER_MARK + "".join(f"{line}\r\n" for line in lines)
