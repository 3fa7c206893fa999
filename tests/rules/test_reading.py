"""How people write: characters, numbers, units, rows, days and times, and what is asked back."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NOT_AN_ANSWER, spellings

from bfr_rules.catalog import CALCULATORS
from bfr_rules.inputs.numeric import MassInput, NumberInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.quantity import Unit
from bfr_rules.question import AnswersError
from bfr_rules.reading import characters
from bfr_rules.reading.characters import Line, TwoWaysError, UnreadError, fold, plain, shown
from bfr_rules.reading.days import day, moment, time_of_day
from bfr_rules.reading.lists import ticked
from bfr_rules.reading.units import amounts
from bfr_rules.times import Date, Moment


def says(read_as, raw, *given, **named):
    with pytest.raises(UnreadError) as error:
        read_as(Line.of(raw), *given, **named)
    return str(error.value.says)


# characters ---------------------------------------------------------------------------------------


def test_every_digit_of_the_table_is_that_digit_wherever_this_python_knows_it():
    known = [(chr(zero + n), n) for zero in characters.ZEROS for n in range(10)]
    assert {unicodedata.digit(char, n) == n for char, n in known} == {True}
    assert {plain(f"1{char}") == f"1{n}" for char, n in known} == {True}


def test_every_decimal_digit_that_this_python_knows_is_in_the_table():
    """Every Python reads the same: a script that Unicode adds later is added to the table."""
    digits = [chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) == "Nd"]
    assert {plain(char) for char in digits} == set("0123456789")


def test_every_dash_and_space_that_this_python_knows_is_plain():
    def of(category):
        return [chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) == category]

    assert {plain(f"{char}5") for char in [*of("Pd"), "−", "﹣", "－"]} == {"-5"}
    assert {plain(f"1{char}2") for char in of("Zs")} == {"1 2"}


SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Marks of category Cf that a font shows."""


def test_what_nobody_sees_is_no_part_of_a_number():
    hidden = [chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) == "Cf"]
    hidden = [
        char for char in hidden if char not in SEEN and not "\U00013430" <= char < "\U00013440"
    ]
    assert {plain(f"1{char}0") for char in hidden} == {"10"}
    assert plain("1️⃣0️⃣") == "10"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("10²", "10²"),
        ("①0", "①0"),
        ("½", ".5"),
        ("2¾", "2.75"),
        ("2 ½", "2 ½"),
        ("2,½", "2,½"),
        ("⅓", "⅓"),
        ("㎏", "kg"),
        ("５，５", "5,5"),
        ("１８：３０", "18:30"),
        ("5′10″", "5'10\""),
        ("٪", "%"),
        ("3 × 15", "3 x 15"),
    ],
)
def test_signs_are_what_people_mean_by_them_and_no_digit_more(raw, kept):
    assert plain(raw) == kept


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("Leg\u202e press", "Leg press"),
        ("a\u0000\u001b\u009fb", "ab"),
        ("  two\n lines\u2028here ", "two lines here"),
        ("👩‍🦽 🏋️‍♀️", "👩‍🦽 🏋️‍♀️"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",) * 2,
        ("a\U000e0067b", "ab"),
        ("לחיצת רגליים", "לחיצת רגליים"),
        ("نیم‌فاصله", "نیم‌فاصله"),
        ("Beinpreß ½ １", "Beinpreß ½ １"),
        ("\ud83c", "?"),
    ],
)
def test_a_name_is_shown_as_it_was_written_but_for_what_turns_the_line(raw, line):
    assert shown(raw) == line


# numbers and units --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "unit", "found"),
    [
        ("30 sec", Unit.SECOND, [30]),
        ("30 SECS.", Unit.SECOND, [30]),
        ("30″", Unit.SECOND, [30]),
        ("1 min", Unit.SECOND, [60]),
        ("1,5 min", Unit.SECOND, [90]),
        ("1 min 30 s", Unit.SECOND, [90]),
        ("1m30", Unit.SECOND, [90]),
        ("1'30\"", Unit.SECOND, [90]),
        ("1:00", Unit.SECOND, [60, 3600]),
        ("0:00", Unit.SECOND, [0]),
        ("1:00 min", Unit.SECOND, [60]),
        ("1:30 h", Unit.MINUTE, [90]),
        ("0:01:30", Unit.SECOND, [90]),
        ("1 h 15", Unit.MINUTE, [75]),
        ("45 s", Unit.MINUTE, [Fraction(3, 4)]),
        ("42 days", Unit.WEEK, [6]),
        ("6 wks", Unit.WEEK, [6]),
        ("30 y/o", Unit.YEAR, [30]),
        ("30 years old", Unit.YEAR, [30]),
        ("8 reps", Unit.REPETITION, [8]),
        ("3x a week", Unit.SESSION_A_WEEK, [3]),
        ("3 × per week", Unit.SESSION_A_WEEK, [3]),
        ("3/week", Unit.SESSION_A_WEEK, [3]),
        ("65 bpm", Unit.BEAT_A_MINUTE, [65]),
        ("65/min", Unit.BEAT_A_MINUTE, [65]),
        ("10 mph", Unit.KM_A_HOUR, [Fraction("16.09344")]),  # a mile is 1.609344 km
        ("2 m/s", Unit.KM_A_HOUR, [Fraction("7.2")]),
        ("4 kph", Unit.KM_A_HOUR, [4]),
        ("180 mm Hg", Unit.MMHG, [180]),
        ("180mmhg", Unit.MMHG, [180]),
        ("180 ㎜Hg", Unit.MMHG, [180]),
        ("50 % of AOP", Unit.PERCENT_AOP, [50]),
        ("50 % LOP", Unit.PERCENT_AOP, [50]),
        ("%50", Unit.PERCENT_AOP, [50]),
        ("٣٠٪", Unit.PERCENT_1RM, [30]),
        ("30 pct of my 1RM", Unit.PERCENT_1RM, [30]),
        ("5 in", Unit.CM, [Fraction("12.7")]),
        ("130 mm", Unit.CM, [13]),
        ("1,000,000", Unit.REPETITION, [1000000]),
        ("-3", Unit.REPETITION, [-3]),
    ],
)
def test_units_in_any_case_with_and_without_space_or_point(raw, unit, found):
    assert list(amounts(Line.of(raw), unit)) == found


TWO_PRESSURES = (
    "is two numbers: 120 is the upper one, 80 the lower one. "
    "Write here only the one that is asked for."
)


@pytest.mark.parametrize(
    ("raw", "unit", "sentence"),
    [
        ("180 mm", Unit.MMHG, "“180 mm” is in mm."),
        ("24 kPa", Unit.MMHG, "“24 kPa” is in kPa."),
        ("180 SKU", Unit.MMHG, "“180 SKU” is in SKU."),
        ("50 mmHg", Unit.PERCENT_AOP, "“50 mmHg” is in mmHg."),
        ("50 % 1RM", Unit.PERCENT_AOP, "“50 % 1RM” is in % 1RM."),
        ("3 a day", Unit.SESSION_A_WEEK, "“3 a day” is in sessions a day."),
        ("10 km", Unit.KM_A_HOUR, "“10 km” is in km."),
        ("18 months", Unit.YEAR, "“18 months” is in months."),
        ("8 RM", Unit.REPETITION, "“8 RM” is in RM."),
        ("8-10", Unit.REPETITION, "“8-10” is more than one number."),
        ("8 or 10", Unit.REPETITION, "“8 or 10” is more than one number."),
        ("30 foo", Unit.SECOND, "“30 foo” is not a number."),
        ("1.2.3", Unit.SECOND, "“1.2.3” is not a number."),
        ("120/80", Unit.MMHG, f"“120/80” {TWO_PRESSURES}"),
        ("80 over 120 mmHg", Unit.MMHG, f"“80 over 120 mmHg” {TWO_PRESSURES}"),
        (
            "1.30 min",
            Unit.SECOND,
            "“1.30 min” can be read in two ways. Write 1.3 min or 1 min 30 s.",
        ),
        ("1.30 h", Unit.MINUTE, "“1.30 h” can be read in two ways. Write 1.3 h or 1 h 30 min."),
        ("2,50", Unit.MINUTE, "“2,50” can be read in two ways. Write 2.5 min or 2 min 50 s."),
    ],
)
def test_another_unit_and_a_second_number_are_named(raw, unit, sentence):
    assert says(amounts, raw, unit) == sentence


def test_a_bare_decimal_of_seconds_is_one():
    assert amounts(Line.of("1.30"), Unit.SECOND) == (Fraction("1.3"),)


# choices and ticks --------------------------------------------------------------------------------

PLATES = {
    fold(key): value for value in ("20", "10", "5", "2.5", "2") for key in (value, f"{value} kg")
}


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("20 kg, 10KG", (["20", "10"], [])),
        ("20 10 2,5", (["20", "10", "2.5"], [])),
        ("20,10", (["20", "10"], [])),
        ("20, 2,5", (["20", "2.5"], [])),
        ("20 lb", ([], ["20 lb"])),
        ("20+10 & 7", (["20", "10"], ["7"])),
    ],
)
def test_a_list_is_read_by_its_own_items(raw, found):
    assert ticked(raw, PLATES) == found


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("2,5", "“2,5” can be read in two ways. Write 2 5 or 2.5."),
        ("20,2,5", "“20,2,5” can be read in two ways. Write 20 2 5 or a decimal point."),
    ],
)
def test_a_comma_that_may_be_either_is_asked_back(raw, sentence):
    with pytest.raises(TwoWaysError) as error:
        ticked(raw, PLATES)
    assert str(error.value.says) == sentence


def test_a_label_with_a_comma_is_one_choice():
    assert ticked("Weak, or painful", {fold("Weak, or painful"): "weak"}) == (["weak"], [])


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda asked: asked.slug)
def test_no_two_choices_of_a_question_are_spelled_alike(asked):
    for each in asked.inputs:
        choices = getattr(each, "choices", ()) + getattr(each, "LAST", ())
        names = [{fold(choice.value), fold(str(choice.label))} for choice in choices]
        assert sum(map(len, names)) == len(set().union(*names)), each.name


# days and times -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        "2026-11-30",
        "2026/11/30",
        "2026.11.30",
        "20261130",
        "30.11.2026",
        "30. 11. 2026",
        "30/11/2026",
        "11/30/2026",
        "30-Nov-2026",
        "30 Nov 2026",
        "30th of November 2026",
        "Nov. 30, 2026",
        "November 30th, 2026",
        "2026 Nov 30",
        "Monday 30 November 2026",
        "Mon, 30 Nov 2026",
        "３０．１１．２０２６",
    ],
)
def test_days_as_people_write_them(raw):
    assert day(Line.of(raw)) == Date.parse("2026-11-30")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("3/4/2026", "“3/4/2026” can be read in two ways. Write 2026-03-04 or 2026-04-03."),
        ("03.04.2026", "“03.04.2026” can be read in two ways. Write 2026-03-04 or 2026-04-03."),
        ("30/11/26", "“30/11/26” is not a date."),
        ("Tue 30 Nov 2026", "“Tue 30 Nov 2026” is not a date."),
        ("31 Nov 2026", "“31 Nov 2026” is not a date."),
        ("30 No 2026", "“30 No 2026” is not a date."),
        ("30 Foo 2026", "“30 Foo 2026” is not a date."),
        ("Nov 2026", "“Nov 2026” is not a date."),
        ("2026 30 Nov", "“2026 30 Nov” is not a date."),
        ("Nov 30 26", "“Nov 30 26” is not a date."),
        ("Nov 30? 2026", "“Nov 30? 2026” is not a date."),
        ("2026-13-01", "“2026-13-01” is not a date."),
        ("9999 9 9 9", "“9999 9 9 9” is not a date."),
    ],
)
def test_a_day_that_is_none_or_two(raw, sentence):
    assert says(day, raw) == sentence


def test_the_same_number_for_day_and_month_is_one_day():
    assert day(Line.of("5/5/2026")) == Date.parse("2026-05-05")
    assert day(Line.of("4 Sept 2026")) == Date.parse("2026-09-04")


@pytest.mark.parametrize(
    ("raw", "clock"),
    [
        ("18:30", "18:30"),
        ("18h30", "18:30"),
        ("18 h 30", "18:30"),
        ("18 Uhr 30", "18:30"),
        ("18:30 Uhr", "18:30"),
        ("18.30", "18:30"),
        ("18,30", "18:30"),
        ("18:30:00", "18:30"),
        ("18 30", "18:30"),
        ("1830", "18:30"),
        ("6:30 pm", "18:30"),
        ("6:30pm", "18:30"),
        ("6.30 P.M.", "18:30"),
        ("630 pm", "18:30"),
        ("18:30 pm", "18:30"),
        ("１８：３０", "18:30"),
        ("18.5", "18:30"),
        ("18,5", "18:30"),
        ("6.5", "06:30"),
        ("18.75", "18:45"),
        ("18.3333", "18:20"),
        ("6.5 pm", "18:30"),
        ("18", "18:00"),
        ("18h", "18:00"),
        ("6 p.m.", "18:00"),
        ("6pm", "18:00"),
        ("06:30", "06:30"),
        ("6h30", "06:30"),
        ("6:30 am", "06:30"),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("0:30", "00:30"),
        ("0:30 am", "00:30"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
    ],
)
def test_times_as_people_write_them(raw, clock):
    """18.5 and 18.75 are how links wrote half past and a quarter to before."""
    assert str(time_of_day(Line.of(raw))) == clock


@pytest.mark.parametrize(
    ("raw", "options"),
    [
        ("6:30", "06:30 or 18:30"),
        ("6", "06:00 or 18:00"),
        ("630", "06:30 or 18:30"),
        ("6 o'clock", "06:00 or 18:00"),
        ("6.30", "06:30 or 18:30"),
        ("18.25", "18:15 or 18:25"),
        ("18.50", "18:30 or 18:50"),
        ("18.3", "18:18 or 18:30"),
    ],
)
def test_a_time_that_may_be_two_is_asked_back(raw, options):
    assert says(time_of_day, raw) == f"“{raw}” can be read in two ways. Write {options}."


@pytest.mark.parametrize(
    "raw", ["24:00", "18:60", "18:30 am", "13 am", "0 pm", "six", "18:3", "18-30"]
)
def test_what_is_no_time(raw):
    assert says(time_of_day, raw) == f"“{raw}” is not a time of day."


@pytest.mark.parametrize(
    "raw",
    [
        "2026-11-24T18:30",
        "2026-11-24 18:30",
        "2026-11-24T18:30:00",
        "24.11.2026, 18:30",
        "24 Nov 2026 at 6:30 pm",
        "Tue 24 Nov 2026 18h30",
    ],
)
def test_moments_as_people_write_them(raw):
    assert moment(Line.of(raw)) == Moment.parse("2026-11-24T18:30")


def test_a_moment_that_may_be_two_is_asked_back():
    sentence = "“3/4/2026 18:30” can be read in two ways. Write {} or {}."
    assert says(moment, "3/4/2026 18:30") == sentence.format("2026-03-04 18:30", "2026-04-03 18:30")
    assert says(moment, "2026-11-24") == "“2026-11-24” is not a date and time."


# the law ------------------------------------------------------------------------------------------

ALL_INPUTS = [
    (asked.slug, each)
    for asked in CALCULATORS
    for each in asked.inputs
    if not re.match("exercise_[3-6]", each.name)
]
"""Every question; those on a third exercise are those on a second."""

each_input = pytest.mark.parametrize(
    "asked",
    [each for _, each in ALL_INPUTS],
    ids=[f"{slug}.{each.name}" for slug, each in ALL_INPUTS],
)


@each_input
@given(data=st.data())
def test_every_spelling_of_a_value_is_that_value_or_is_asked_back(asked, data):
    """Never another value, whatever the script, the signs, the unit and its case."""
    value, written = data.draw(spellings(asked))
    try:
        found = asked.parse(written)
    except AnswersError as error:
        (problem,) = error.problems
        assert problem.name == asked.name
        return
    assert found == value, (written, str(found), str(value))


@each_input
def test_what_to_type_shows_an_example_that_can_be_typed(asked):
    if isinstance(asked, NumberInput):
        assert asked.example or asked.default
        assert f"for example {asked.example or asked.default}." in str(asked.ask)
        asked.parse(asked.example or asked.default)
    if isinstance(asked, MassInput):
        for unit, possible in asked.possible.items():
            example = str(asked.ask(unit)).partition("for example ")[2].removesuffix(".")
            found = asked.parse(example)
            assert found.unit is unit
            assert possible.contains(found.value)


@each_input
def test_each_refusal_quotes_what_was_typed(asked):
    if isinstance(asked, NameInput):
        return
    with pytest.raises(AnswersError) as error:
        asked.parse(NOT_AN_ANSWER)
    assert f"“{NOT_AN_ANSWER}”" in str(error.value.problems[0].says)
