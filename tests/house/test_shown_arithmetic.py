"""The working that is shown comes out: what stands before the sign of equality makes what follows it."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from corpus import outcomes_of

from bfr_rules.catalog import CALCULATORS

SECONDS = {"min": 60, "h": 3600}
WITHOUT_VALUE = (
    r"\s*\b(?:s|kg|lb|mmHg|beats/min|(?:bout|rest|repetition|point)s?|up|hold|down)(?![a-z])"
)
"""Units of which both sides have the same, things that are counted, and names of parts of a lift."""

SHOWS_ARITHMETIC = {
    "aerobic",
    "light",
    "next-time",
    "one-rm",
    "plan",
    "pressure",
    "pressure-explorer",
    "session",
    "training-load",
}


def in_numbers(shown):
    """Write every length of time in seconds and every share as a number; leave what is no value."""
    text = re.sub(
        r"\b(\d+):(\d\d)\b", lambda found: f"{int(found[1]) * 60 + int(found[2])}:", shown
    )
    text = re.sub(r"(\d+) (min|h)\b", lambda found: str(int(found[1]) * SECONDS[found[2]]), text)
    text = text.replace(" %", " ÷ 100").replace(" of ", " × ").replace("−", "-")
    return re.sub(WITHOUT_VALUE, "", text)


NUMBER = r"\d+(?:\.\d+|:)?"
"""A clock keeps its colon: it shows whole seconds, and counts a part of one as a whole."""
SIGN = r"[-+×÷]"


def ends(number, room=0):
    """Give the lowest and highest value that is shown as this: half of its last place to either side."""
    if number.endswith(":"):
        return Fraction(number[:-1]) - 1, Fraction(number[:-1])
    decimals = len(number.partition(".")[2])
    room = Fraction(1, 2 * 10**decimals) if decimals else room
    return Fraction(number) - room, Fraction(number) + room


def product(text):
    """Work out a chain of × and ÷ of numbers that are not negative."""
    first, *rest = re.split(r" ([×÷]) ", text)
    low, high = ends(first)
    for sign, number in zip(rest[::2], rest[1::2], strict=True):
        least, most = ends(number)
        low, high = (low * least, high * most) if sign == "×" else (low / most, high / least)
    return low, high


def worked_out(text):
    """Work out a sum of products, one pair of brackets before a ÷ included; None if it is none."""
    if inner := re.fullmatch(rf"\(([^()]+)\) ÷ ({NUMBER})", text):
        within = worked_out(inner[1])
        return within and tuple(each / Fraction(inner[2]) for each in within)
    if not re.fullmatch(rf"{NUMBER}(?: {SIGN} {NUMBER})+", text):
        return None
    first, *rest = re.split(r" ([-+]) ", text)
    low, high = product(first)
    for sign, term in zip(rest[::2], rest[1::2], strict=True):
        least, most = product(term)
        low, high = (low + least, high + most) if sign == "+" else (low - most, high - least)
    return low, high


def value_of(shown):
    """Read a value that is shown: the sum of its parts, such as minutes and seconds; None if none."""
    text = in_numbers(shown.partition(" ± ")[0])
    number, share, _ = text.partition(" ÷ 100")
    parts = number.split()
    if not parts or not all(re.fullmatch(NUMBER, each) for each in parts):
        return None
    each_ends = [*(ends(each) for each in parts[:-1]), ends(parts[-1], Fraction(1, 2))]
    return tuple(sum(side) / (100 if share else 1) for side in zip(*each_ends, strict=True))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("3 rests × 30 s", 90),
        ("5:00 + 4 × 15 s", 360),
        ("5 bouts × 2 min + 4 rests × 60 s", 840),
        ("(30 kg − 20 kg) ÷ 2", 5),
        ("30 % of 100 kg", 30),
        ("208 − 0.7 × 40", 180),
        ("2 s up + 0 s hold + 2 s down", 4),
        ("Monday 18:30 to Thursday 18:00", None),
        ("weight × 36 ÷ (37 − repetitions)", None),
    ],
)
def test_a_formula_is_worked_out_as_on_paper(formula, value):
    made = worked_out(in_numbers(formula))
    assert made is value is None or made[0] <= value <= made[1]


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)
def test_the_working_comes_out(asked):
    """Up to what rounding hides, of the parts and of the result; what is rounded down may be less."""
    held = 0
    for answers, outcome in outcomes_of(asked.slug):
        for step in outcome["steps"]:
            made = worked_out(in_numbers(step["formula"] or ""))
            shown = value_of(step["result"])
            if made is None or shown is None:
                continue
            held += 1
            assert shown[0] <= made[1], (answers, step)
            if "down" not in step["says"]:
                assert shown[1] >= made[0], (answers, step)
    assert bool(held) is (asked.slug in SHOWS_ARITHMETIC)
