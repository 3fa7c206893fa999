"""Answers as people type them, made from the questions themselves.

Valid answers lie in the possible range, its ends included; garbage is everything else that the
bridge lets through: text, numbers and lists of text.
"""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from hypothesis import strategies as st

from bfr_rules import inputs
from bfr_rules.quantity import Unit, decimal

NOT_AN_ANSWER = "§?§"
"""No question but the one for a name can be answered with this."""

GARBAGE = (
    "",
    " ",
    "\t\n",
    "0",
    "-1",
    "−5",
    "+5",
    "1e3",
    "1E400",
    "nan",
    "inf",
    "½",
    "1.000",
    "1,000.5",
    "1 000",
    "10,5",
    "5.",
    ",",
    "-",
    "kg",
    "lb",
    "5 stone",
    "heavy",
    "100kg",
    "100 KG",
    "100 kg lb",
    "30%",
    "30 %%",
    "30s",
    "3 min",
    "٣٠",
    "३०",
    "𑽓",  # a digit that Python 3.11 does not know yet
    "３０",
    "🏋️",
    "\u200f5",
    "a\u0000b",
    "\ud800",
    "{percent}",
    "<b>5</b>",
    "yes no",
    "30-15-15-15",
    "--",
    "20,10,5",
    "1,25 2,5",
    "2026-02-29 10:00",
    "2026-02-29",
    "2026-11-24T24:00",
    "1999-12-31 23:59",
    "2026-11-24T18:30:00",
    "9" * 60,
    "9" * 201,
    "0." + "3" * 190,
    NOT_AN_ANSWER,
)


def garbage():
    """Anything at all that is text, a number or a list of text."""
    numbers = st.one_of(st.integers(-(10**30), 10**30), st.floats(), st.integers(-5, 50))
    words = st.one_of(st.sampled_from(GARBAGE), st.text(max_size=20))
    return st.one_of(
        st.sampled_from(GARBAGE), st.text(max_size=60), numbers, st.lists(words, max_size=4)
    )


def _number(low, high, *, decimals):
    """Numbers of a range as text, often its ends; now and then with a decimal comma."""
    places = 2 if decimals else 0
    scale = 10**places
    ends = [Fraction(low), Fraction(high)]
    between = st.integers(int(low * scale), int(high * scale)).map(lambda n: Fraction(n, scale))
    inside = st.one_of(st.sampled_from(ends), between).filter(lambda n: low <= n <= high)
    text = inside.map(lambda n: decimal(n, places))
    return st.one_of(text, text.map(lambda number: number.replace(".", ",")))


def _mass(asked):
    units = [(unit, asked.possible[unit]) for unit in (Unit.KG, Unit.LB)]
    return st.one_of(
        *(
            st.builds(
                "{}{}{}".format,
                _number(within.low, within.high, decimals=True),
                st.sampled_from([" ", ""]),
                st.just(unit.symbol),
            )
            for unit, within in units
        ),
        _number(units[0][1].low, units[0][1].high, decimals=True),
    )


def _numbers(asked):
    """Rows of numbers parted by spaces, so that a comma is a decimal comma."""
    number = _number(asked.each.low, min(asked.each.high, 45), decimals=asked.decimals)
    low, high = int(asked.count.low), int(asked.count.high)
    # One number with a decimal comma might be two numbers: it is refused.
    return (
        st.lists(number, min_size=low, max_size=high)
        .map(" ".join)
        .filter(lambda row: " " in row or "," not in row)
    )


def _moment():
    first, last = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2100-12-31T23:59")
    return st.datetimes(first, last).map(lambda at: at.isoformat(timespec="minutes"))


def valid(asked):
    """Answers that this question must accept."""
    match asked:
        case inputs.NumberInput():
            made = _number(asked.possible.low, asked.possible.high, decimals=asked.decimals)
        case inputs.MassInput():
            made = _mass(asked)
        case inputs.ChoiceInput():
            made = st.sampled_from([each.value for each in asked.choices])
        case inputs.ChoicesInput():
            values = [each.value for each in asked.choices]
            made = st.lists(st.sampled_from(values), min_size=1, unique=True)
        case inputs.TicksInput():
            values = [each for each in asked.values if each != inputs.NONE_OF_THESE]
            none = st.just([inputs.NONE_OF_THESE])
            some = st.lists(st.sampled_from(values), max_size=3, unique=True)
            made = st.one_of(none, none, none, some)
        case inputs.NumbersInput():
            made = _numbers(asked)
        case inputs.NameInput():
            made = st.text(max_size=asked.longest)
        case inputs.MomentInput():
            made = _moment()
        case inputs.DateInput():
            made = _moment().map(lambda moment: moment[:10])
    return st.one_of(made, st.just("")) if asked.optional else made


def valid_answers(calculator):
    """Answers that every question of a calculator accepts; some are left out."""
    each = {asked.name: valid(asked) for asked in calculator.inputs}
    return st.fixed_dictionaries({}, optional=each)


def any_answers(calculator):
    """Answers of which some make no sense, with units, and now and then a name nobody asked for."""
    names = [each.name for each in calculator.inputs]
    units = [each.unit_name for each in calculator.inputs if isinstance(each, inputs.MassInput)]
    odd = st.dictionaries(st.sampled_from([*names, *units]), garbage(), max_size=4)
    unit = st.dictionaries(st.sampled_from(units), st.sampled_from(["kg", "lb"]), max_size=3)
    unknown = st.dictionaries(st.text(max_size=50), st.just("1"), max_size=1)
    return st.builds(
        lambda *parts: {name: value for part in parts for name, value in part.items()},
        valid_answers(calculator),
        unit if units else st.just({}),
        odd,
        st.one_of(st.just({}), st.just({}), unknown),
    )
