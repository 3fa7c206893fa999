"""The fences of a page: where each begins and ends, for who writes them and for who checks them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

OPENING = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,})\s*(?P<name>[\w-]*)(?P<rest>.*)$")


@dataclass(frozen=True)
class Fence:
    """A fence.

    Attributes:
        name: Its first word; nothing where there is none.
        indent: The spaces before it.
        content: Its lines as one.
        end: Which line comes after it.
    """

    name: str
    indent: str
    content: str
    end: int


def fence_at(lines: Sequence[str], at: int) -> Fence | None:
    r"""Read the fence that begins in a line; None where none does. What nothing closes goes on to the end of the page.

    >>> fence_at(["```rest", "a", "b", "```", "c"], 0)
    Fence(name='rest', indent='', content='a b', end=4)
    >>> fence_at(["~~~~", "~~~", "a"], 0).end
    3
    """
    opening = OPENING.match(lines[at])
    if opening is None:
        return None
    ticks = opening["ticks"]
    closing = re.compile(rf"^ *{re.escape(ticks[0])}{{{len(ticks)},}}\s*$")
    later = range(at + 1, len(lines))
    closed = next((number for number in later if closing.match(lines[number])), len(lines))
    content = " ".join(line.strip() for line in lines[at + 1 : closed]).strip()
    return Fence(opening["name"], opening["indent"], content, min(closed + 1, len(lines)))
