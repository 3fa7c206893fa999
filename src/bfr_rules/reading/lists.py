"""Words chosen from a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from bfr_rules.quantity import decimal
from bfr_rules.reading.characters import TwoWaysError, fold, plain, shown


def ticked(raw: str | list[str], known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Find what was ticked, or written in a row: "mon, thu", "20 10 2,5", "20 kg; 10 kg".

    A comma without a space may part two numbers of the list or be a decimal comma of one.

    Args:
        raw: Ticked values, or what was typed.
        known: The values of the list by their folded spellings.

    Returns:
        The values that are on the list, and the words that are not.

    Raises:
        TwoWaysError: A comma has both readings.

    >>> ticked("20 KG and 2,5", {"20-kg": "20", "2.5": "2.5"})
    (['20', '2.5'], [])
    """
    if isinstance(raw, list):
        found = [(known.get(_spelling(each)), each) for each in raw]
    elif (value := known.get(fold(raw))) and not re.search("[0-9],[0-9]", plain(raw)):
        found = [(value, raw)]
    else:
        found = list(_found(raw, known))
    return [value for value, _ in found if value], [each for value, each in found if not value]


def _spelling(word: str) -> str:
    """Fold a word of a list; a number loses its last noughts: 2,50 KG is 2.5-kg."""
    folded = fold(word)
    match = re.fullmatch("([0-9]+(?:[.,][0-9]+)?)-?(kg|lb)?s?", folded)
    if not match:
        return folded
    size = decimal(Fraction(match[1].replace(",", ".")), 4)
    return f"{size}-{match[2]}" if match[2] else size


def _found(raw: str, known: Mapping[str, str]) -> Iterator[tuple[str | None, str]]:
    text = plain(raw)
    for segment in re.split(" ?[;/|+&] ?|, | ,| and ", text.strip(" ,;")):
        if value := known.get(_spelling(segment)) if "," not in segment else None:
            yield value, segment
            continue
        for word in re.sub("(?<=[0-9]) (?=(?:kg|lb))", "_", segment, flags=re.IGNORECASE).split():
            yield from _apart(word, known, alone=word == text, raw=raw)


def _apart(
    word: str, known: Mapping[str, str], *, alone: bool, raw: str
) -> list[tuple[str | None, str]]:
    """Take commas as what parts two items, if each is on the list, or as decimal commas."""
    value = known.get(_spelling(word))
    parts = word.split(",")
    apart = [(known.get(_spelling(part)), part) for part in parts]
    if len(parts) == 1 or not all(found for found, _ in apart):
        return [(value, word.replace("_", " "))]
    if any(f"{one}.{other}" in known for one, other in pairwise(parts)):
        if len(parts) > 2 or alone:
            options = (" ".join(parts), word.replace(",", ".") if value else "a decimal point")
            raise TwoWaysError(shown(raw), options)
        return [(value, word)]
    return apart
