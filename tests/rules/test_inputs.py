"""How answers are read: what people type at a gym, and one sentence for what cannot be read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import garbage, valid

from bfr_rules.bridge import _typed
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.inputs.answers import read
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput, ChoicesInput, TicksInput
from bfr_rules.inputs.days import DateInput, MomentInput, TimeInput
from bfr_rules.inputs.numeric import MassInput, NumberInput, NumbersInput
from bfr_rules.inputs.shared import LIFTED
from bfr_rules.inputs.words import NameInput
from bfr_rules.quantity import Mass, Percent, Range, Unit
from bfr_rules.question import AnswersError, When
from bfr_rules.reading.characters import is_blank
from bfr_rules.text import Text, words
from bfr_rules.times import Date, Duration, Moment, TimeOfDay

LOAD = MassInput("load", Text("Load"), LIFTED, "100 kg")
REPETITIONS = NumberInput("reps", Text("Repetitions"), Unit.REPETITION, Range.of(1, 12), "5")
SHARE = NumberInput("share", Text("Share"), Unit.PERCENT_1RM, Range.of(10, 40), "30", decimals=True)
PAUSE = NumberInput("pause", Text("Open"), Unit.MINUTE, Range.of(0, 30), "3", decimals=True)
REST = NumberInput("rest", Text("Rest"), Unit.SECOND, Range.of(0, 300), "30")
BAR = ChoiceInput(
    "bar", Text("Bar"), (Choice("standard", Text("20 kg")), Choice("light", Text("15 kg"))), "light"
)
PLATES = ChoicesInput(
    "plates",
    Text("Plates"),
    tuple(Choice(each, Text(each)) for each in ("25", "10", "2.5", "1")),
    ["10"],
)
SETS = NumbersInput("sets", Text("Sets"), Range.of(1, 40), Range.of(1, 6), "20 15", "20 15 15")
PAIRS = NumbersInput(
    "pairs", Text("Pairs"), Range.of("0.1", 50), Range.of(1, 4), "10", "10 5", decimals=True
)
NAME = NameInput("name", Text("Name"), "")
LAST = MomentInput("last", Text("Last session"), "")
FIRST_DAY = DateInput("start", Text("First day"), "2026-11-30")
TICKS = TicksInput(
    "signs", Text("Signs"), tuple(Choice(each, Text(each)) for each in ("fever", "sore"))
)


def says(asked, raw):
    with pytest.raises(AnswersError) as error:
        asked.parse(raw)
    (problem,) = error.value.problems
    assert problem.name == asked.name
    return str(problem.says)


def problems(asked, answers):
    with pytest.raises(AnswersError) as error:
        read(asked, answers)
    return {problem.name: str(problem.says) for problem in error.value.problems}


# weights ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "mass"),
    [
        ("84", Mass.kg(84)),
        ("84 kg", Mass.kg(84)),
        ("100kg", Mass.kg(100)),
        ("100 KG", Mass.kg(100)),
        (" 100\tkilos \n", Mass.kg(100)),
        ("185 lb", Mass.lb(185)),
        ("185LBS", Mass.lb(185)),
        ("185 pounds", Mass.lb(185)),
        ("87,5", Mass.kg("87.5")),
        ("87.5kg", Mass.kg("87.5")),
        ("1,5", Mass.kg("1.5")),
        ("022", Mass.kg(22)),
        ("1.0000", Mass.kg(1)),
        ("٨٤", Mass.kg(84)),
        ("۸۴٫۵ kg", Mass.kg("84.5")),
        ("१००", Mass.kg(100)),
        ("１００ｋｇ", Mass.kg(100)),
        ("𝟗𝟎 kg", Mass.kg(90)),
        ("2½ kg", Mass.kg("2.5")),
        ("100 lbs.", Mass.lb(100)),
        ("100.", Mass.kg(100)),
        ("100,", Mass.kg(100)),
        ("100 kg!", Mass.kg(100)),
        ("82·5", Mass.kg("82.5")),
        ("100\u200b kg", Mass.kg(100)),
        ("100\u202fkg", Mass.kg(100)),
        ("225#", Mass.lb(225)),
        ("100 кг", Mass.kg(100)),
        ("1 000 lb", Mass.lb(1000)),
        ("1'000 lb", Mass.lb(1000)),
        ("1,000.5 lb", Mass.lb("1000.5")),
        ("1.000,5 lb", Mass.lb("1000.5")),
    ],
)
def test_weights_as_people_type_them(raw, mass):
    assert LOAD.parse(raw) == mass


KG_ASK = "Enter 1 to 500 kg, for example 100 kg."
NOT_A_WEIGHT = "is not a weight. Write kg or lb after the number, for example 40 kg."


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("", "Enter 1 to 500 kg, for example 100 kg."),
        ("  ", "Enter 1 to 500 kg, for example 100 kg."),
        ("kg", "Enter 1 to 500 kg, for example 100 kg."),
        ("lb", "Enter 2 to 1100 lb, for example 220 lb."),
        ("0.9", "You typed “0.9”. Enter 1 to 500 kg, for example 100 kg."),
        ("501 kg", "You typed “501 kg”. Enter 1 to 500 kg, for example 100 kg."),
        ("1101 lb", "You typed “1101 lb”. Enter 2 to 1100 lb, for example 220 lb."),
        ("−5", "You typed “−5”. Enter 1 to 500 kg, for example 100 kg."),
        ("-5 lb", "You typed “-5 lb”. Enter 2 to 1100 lb, for example 220 lb."),
        ("½", "You typed “½”. Enter 1 to 500 kg, for example 100 kg."),
        ("1e3", f"“1e3” {NOT_A_WEIGHT}"),
        ("1e", f"“1e” {NOT_A_WEIGHT}"),
        ("1 000", "You typed “1 000”. Enter 1 to 500 kg, for example 100 kg."),
        ("+5", f"“+5” {NOT_A_WEIGHT}"),
        ("🏋️", f"“🏋️” {NOT_A_WEIGHT}"),
        ("\ud83c", f"“?” {NOT_A_WEIGHT}"),
        ("1.000", "“1.000” can be read in two ways. Write 1000 or 1."),
        ("1,250 kg", "“1,250 kg” can be read in two ways. Write 1250 or 1.25."),
        ("100,250", "“100,250” can be read in two ways. Write 100250 or 100.25."),
        ("١٫٥٠٠", "“١٫٥٠٠” can be read in two ways. Write 1500 or 1.5."),
        ("heavy", f"“heavy” {NOT_A_WEIGHT}"),
        ("100 kg lb", f"“100 kg lb” {NOT_A_WEIGHT}"),
        ("9" * 201, f"“{'9' * 40}…” is too long to be an answer. {KG_ASK}"),
        # A stone is 14 lb; an ounce is a sixteenth of one.
        ("13 stone", "“13 stone” is not in kg or lb. It is 182 lb: write that."),
        ("12st 5lb", "“12st 5lb” is not in kg or lb. It is 173 lb: write that."),
        ("13.5 st", f"“13.5 st” is in st. {KG_ASK}"),
        ("500 g", "“500 g” is not in kg or lb. It is 0.5 kg: write that."),
        ("40 oz", "“40 oz” is not in kg or lb. It is 2.5 lb: write that."),
        ("70 cm", f"“70 cm” is in cm. {KG_ASK}"),
        ("24 kPa", f"“24 kPa” is in kPa. {KG_ASK}"),
        ("60 %", f"“60 %” is in %. {KG_ASK}"),
        ("10²", f"“10²” {NOT_A_WEIGHT}"),
        ("40-50", f"“40-50” is more than one number. {KG_ASK}"),
        ("100 \u202egk", f"“100 gk” {NOT_A_WEIGHT}"),
        (["84"], "Give one answer. Enter 1 to 500 kg, for example 100 kg."),
    ],
)
def test_weights_that_cannot_be_used_say_what_to_type(raw, sentence):
    assert says(LOAD, raw) == sentence


@pytest.mark.parametrize(("low", "high"), [("1 kg", "500 kg"), ("2 lb", "1100 lb")])
def test_both_ends_of_a_possible_weight_are_read(low, high):
    assert LOAD.parse(low) < LOAD.parse(high)


# units beside a weight ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "mass"),
    [
        ({"load": "185", "load_unit": "lb"}, Mass.lb(185)),
        ({"load": "185 ", "load_unit": "kg"}, Mass.kg(185)),
        ({"load": "185 kg", "load_unit": "lb"}, Mass.kg(185)),  # what was typed out wins
        ({"load": "185 lbs.", "load_unit": "kg"}, Mass.lb(185)),
        ({"load": "185", "load_unit": ""}, Mass.kg(185)),
        ({"load": "185", "load_unit": "LB"}, Mass.lb(185)),
        ({"load_unit": "lb"}, Mass.kg(100)),  # the default says its unit
    ],
)
def test_chosen_unit_belongs_to_a_bare_number(answers, mass):
    assert read([LOAD], answers) == {"load": mass}


NO_UNIT = "is neither kg nor lb. Choose one, or write it after the number: 40 kg."


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"load": "", "load_unit": "lb"}, "Enter 2 to 1100 lb, for example 220 lb."),
        (
            {"load": "5000", "load_unit": "lb"},
            "You typed “5000”. Enter 2 to 1100 lb, for example 220 lb.",
        ),
        ({"load": "10", "load_unit": ["lb", "kg"]}, f"“lb kg” {NO_UNIT}"),
        ({"load": "10", "load_unit": "Stone"}, f"“stone” {NO_UNIT}"),
    ],
)
def test_problems_with_the_unit_are_problems_of_the_weight(answers, sentence):
    assert problems([LOAD], answers) == {"load": sentence}


def test_an_optional_weight_may_stay_empty_whatever_its_unit():
    optional = MassInput("load", Text("Load"), LIFTED, "", optional=True)
    assert read([optional], {"load": " ", "load_unit": "lb"}) == {}
    assert read([optional], {}) == {}


# numbers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "raw", "value"),
    [
        (REPETITIONS, "5", 5),
        (REPETITIONS, "5.0", 5),
        (REPETITIONS, "1 repetition", 1),
        (REPETITIONS, "12 repetitions", 12),
        (SHARE, "30", Percent(30)),
        (SHARE, "30%", Percent(30)),
        (SHARE, "30 % 1RM", Percent(30)),
        (SHARE, "33,3", Percent("33.3")),
        (SHARE, "30.125", None),
        (PAUSE, "2.5 min", Duration.s(150)),
        (PAUSE, "3 minutes", Duration.s(180)),
        (PAUSE, "1 minute", Duration.s(60)),
        (REST, "30s", Duration.s(30)),
        (REST, "30 seconds", Duration.s(30)),
        (REST, "0", Duration.s(0)),
    ],
)
def test_numbers_with_and_without_their_unit(asked, raw, value):
    if value is None:
        assert "two ways" in says(asked, raw)
    else:
        assert asked.parse(raw) == value


def test_a_time_with_two_readings_in_the_range_is_asked_back():
    """0:30 is half a minute, or 30 min; 3:00 can be no three hours where 30 min is the most."""
    assert says(PAUSE, "0:30") == "“0:30” can be read in two ways. Write 0.5 min or 30 min."
    assert PAUSE.parse("3:00") == Duration.s(180)
    assert REST.parse("1:00") == Duration.s(60)


@pytest.mark.parametrize(
    ("asked", "raw", "sentence"),
    [
        (REPETITIONS, "", "Enter a whole number, 1 to 12 repetitions, for example 5."),
        (
            REPETITIONS,
            "0",
            "You typed “0”. Enter a whole number, 1 to 12 repetitions, for example 5.",
        ),
        (
            REPETITIONS,
            "13",
            "You typed “13”. Enter a whole number, 1 to 12 repetitions, for example 5.",
        ),
        (
            REPETITIONS,
            "5.5",
            "You typed “5.5”. Enter a whole number, 1 to 12 repetitions, for example 5.",
        ),
        (
            REPETITIONS,
            "five",
            "“five” is not a number. Enter a whole number, 1 to 12 repetitions, for example 5.",
        ),
        (SHARE, "%", "“%” is not a number. Enter 10 to 40 % 1RM, for example 30."),
        (SHARE, "30 kg", "“30 kg” is in kg. Enter 10 to 40 % 1RM, for example 30."),
        (SHARE, "0.3", "You typed “0.3”. Enter 10 to 40 % 1RM, for example 30."),
        (REST, "301 s", "You typed “301 s”. Enter a whole number, 0 to 300 s, for example 30."),
    ],
)
def test_numbers_that_cannot_be_used_say_what_to_type(asked, raw, sentence):
    assert says(asked, raw) == sentence


HEIGHT = NumberInput(
    "height_cm", Text("Height"), Unit.CM, Range.of(100, 250), "", feet=True, example="178"
)


@pytest.mark.parametrize(
    ("raw", "centimetres"),
    [
        # An inch is 2.54 cm: 5 ft 10 in are 70 in, and 70 × 2.54 = 177.8.
        ("5 ft 10", "177.8"),
        ("5ft10in", "177.8"),
        ("5 feet 10 inches", "177.8"),
        ("5'10\"", "177.8"),
        ("5’10”", "177.8"),
        ("5′ 10″", "177.8"),
        ("5 FT. 10 IN.", "177.8"),
        ("6 ft", "182.88"),
        ("5 ft 10,5", "179.07"),
        ("4 ft 0 in", "121.92"),
        ("5 ft 10½", "179.07"),
        ("70 in", "177.8"),
        ('70"', "177.8"),
        ("1.78 m", "178"),
        ("1,78m", "178"),
        ("1m78", "178"),
        ("1 m 78 cm", "178"),
        ("1780 mm", "178"),
        ("178", "178"),
        ("178 cm", "178"),
        ("178 CM.", "178"),
        ("178 centimetres", "178"),
    ],
)
def test_a_height_may_be_typed_in_feet_and_inches_or_metres(raw, centimetres):
    assert HEIGHT.parse(raw) == Fraction(centimetres)


HEIGHT_ASK = "Enter a whole number, 100 to 250 cm, for example 178."
FEET_AND_INCHES = "can be read in two ways. Write feet and inches, for example 5 ft 10."


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (
            "5 ft 12",
            "“5 ft 12” is not a number. Enter a whole number, 100 to 250 cm, for example 178.",
        ),
        ("5.10 ft", f"“5.10 ft” {FEET_AND_INCHES}"),
        ("5,5'", f"“5,5'” {FEET_AND_INCHES}"),
        ("70 kg", f"“70 kg” is in kg. {HEIGHT_ASK}"),
        ("178 mmHg", f"“178 mmHg” is in mmHg. {HEIGHT_ASK}"),
        ("5 10", f"“5 10” is more than one number. {HEIGHT_ASK}"),
        ("1.78", f"You typed “1.78”. {HEIGHT_ASK}"),
        ("9 ft", "You typed “9 ft”. Enter a whole number, 100 to 250 cm, for example 178."),
        ("5", "You typed “5”. Enter a whole number, 100 to 250 cm, for example 178."),
        ("177.8", "You typed “177.8”. Enter a whole number, 100 to 250 cm, for example 178."),
    ],
)
def test_a_height_that_cannot_be_used_says_what_to_type(raw, sentence):
    assert says(HEIGHT, raw) == sentence


def test_feet_are_read_only_where_a_length_is_asked():
    assert "is in ft" in says(REPETITIONS, "5 ft")


def test_what_lies_beyond_may_have_its_reason():
    beyond = NumberInput(
        "reps", Text("R"), Unit.REPETITION, Range.of(1, 12), "5", beyond=Text("Too long.")
    )
    assert (
        says(beyond, "13")
        == "You typed “13”. Enter a whole number, 1 to 12 repetitions, for example 5. Too long."
    )


def test_possible_range_is_said_in_words():
    assert words(SHARE.ask) == "Enter 10 to 40 per cent of 1RM, for example 30."


# choices ------------------------------------------------------------------------------------------


def test_a_choice_is_one_of_the_list():
    assert BAR.parse(" standard ") == "standard"
    assert (
        says(BAR, "heavy") == "“heavy” is not on the list. Choose one of these: standard or light."
    )
    assert says(BAR, "") == "Choose one of these: standard or light."
    assert says(BAR, ["light"]).startswith("Give one answer.")


@pytest.mark.parametrize(
    ("raw", "ticked"),
    [
        (["1", "25"], ("25", "1")),
        (["10", "10"], ("10",)),
        ("10 2.5", ("10", "2.5")),
        ("10, 2,5", ("10", "2.5")),
        ("2,5", ("2.5",)),
        ("2.50", ("2.5",)),
        ("10,25", ("25", "10")),
        ("10;25", ("25", "10")),
        ("10 and 25", ("25", "10")),
        ("１０", ("10",)),
        (["2.50", " 1 "], ("2.5", "1")),
    ],
)
def test_ticks_come_in_the_order_of_the_list(raw, ticked):
    assert PLATES.parse(raw) == ticked


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ([], "Tick at least one: 25, 10, 2.5 or 1."),
        ("", "Tick at least one: 25, 10, 2.5 or 1."),
        ("7,25", "Not on the list: “7,25”. Tick at least one: 25, 10, 2.5 or 1."),
        (
            ["7", "x" * 30],
            f"Not on the list: “7” and “{'x' * 20}”. Tick at least one: 25, 10, 2.5 or 1.",
        ),
        (["\ud800"], "Not on the list: “?”. Tick at least one: 25, 10, 2.5 or 1."),
    ],
)
def test_ticks_that_are_missing_or_unknown_say_what_to_tick(raw, sentence):
    assert says(PLATES, raw) == sentence


# rows of numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "raw", "row"),
    [
        (SETS, "30 15 15 15", (30, 15, 15, 15)),
        (SETS, "30-15-15-15", (30, 15, 15, 15)),
        (SETS, "30–15–15", (30, 15, 15)),
        (SETS, "30,15,15", (30, 15, 15)),
        (SETS, "30; 15 / 15,", (30, 15, 15)),
        (SETS, "20", (20,)),
        (SETS, "4x15", (15, 15, 15, 15)),
        (SETS, "4 × 15", (15, 15, 15, 15)),
        (SETS, "4 * 15 reps", (15, 15, 15, 15)),
        (SETS, "4 sets of 15", (15, 15, 15, 15)),
        (SETS, "1x30, 3x15", (30, 15, 15, 15)),
        (SETS, "30 + 3x15", (30, 15, 15, 15)),
        (SETS, "30 × 15 × 15 × 15", (30, 15, 15, 15)),
        (SETS, "30+15+15+15", (30, 15, 15, 15)),
        (SETS, "30 reps, then 15", (30, 15)),
        (SETS, "30，15、15", (30, 15, 15)),
        (SETS, "३० १५", (30, 15)),
        (PAIRS, "10 5 5 2.5", ("10", "5", "5", "2.5")),
        (PAIRS, "10, 5, 2,5", ("10", "5", "2.5")),
        (PAIRS, "10 ,5", ("10", "5")),
        (PAIRS, "1,25 2,5", ("1.25", "2.5")),
        (PAIRS, "10;5", ("10", "5")),
        (PAIRS, "1.25", ("1.25",)),
        (PAIRS, "10 + 5", ("10", "5")),
        (PAIRS, "10 - 5", ("10", "5")),
        (PAIRS, "2½ 1¼", ("2.5", "1.25")),
    ],
)
def test_rows_of_numbers_as_people_part_them(asked, raw, row):
    assert asked.parse(raw) == tuple(map(Fraction, row))


HALVES = "Write 0.5 for a half, a space between two."
SETS_ASK = "Enter 1 to 6 numbers, each 1 to 40, for example 20 15 15."
PAIRS_ASK = "Enter 1 to 4 numbers, each 0.1 to 50, for example 10 5."


@pytest.mark.parametrize(
    ("asked", "raw", "sentence"),
    [
        (PAIRS, "10,5", "“10,5” can be read in two ways. Write 10 5 or 10.5."),
        (PAIRS, "-5", f"“-5” is not a row of numbers. {PAIRS_ASK}"),
        (PAIRS, "10 −5", f"“10 −5” is not a row of numbers. {PAIRS_ASK}"),
        (PAIRS, "10 -- 5", f"“10 -- 5” is not a row of numbers. {PAIRS_ASK}"),
        (PAIRS, "0", f"You typed “0”. {PAIRS_ASK}"),
        (PAIRS, "51", f"You typed “51”. {PAIRS_ASK}"),
        (PAIRS, "1 1 1 1 1", f"You typed “1 1 1 1 1”. {PAIRS_ASK}"),
        (PAIRS, ",", f"“,” is not a number. {PAIRS_ASK}"),
        (PAIRS, "", PAIRS_ASK),
        (PAIRS, "ten", f"“ten” is not a number. {PAIRS_ASK}"),
        (PAIRS, "10 lb", f"“10 lb” holds more than numbers. Write no units. {PAIRS_ASK}"),
        (
            PAIRS,
            "10,5,2",
            f"“10,5,2” may mean two things. Write a space between two numbers. {PAIRS_ASK}",
        ),
        (PAIRS, "2x10", f"“2x10” may mean two things. Write each number by itself. {PAIRS_ASK}"),
        (
            PAIRS,
            "2 1/2",
            f"“2 1/2” may be a fraction, or two numbers. {HALVES} {PAIRS_ASK}",
        ),
        (SETS, "15.5", f"You typed “15.5”. {SETS_ASK}"),
        (SETS, "15x4", f"You typed “15x4”. {SETS_ASK}"),
        (SETS, "30x15", f"“30x15” cannot be read: 4x15 is four times 15. {SETS_ASK}"),
        (SETS, "x15", f"“x15” cannot be read: 4x15 is four times 15. {SETS_ASK}"),
        (
            SETS,
            "3x15x20",
            f"“3x15x20” may mean two things. Write spaces between. {SETS_ASK}",
        ),
        (
            SETS,
            "8-12",
            f"“8-12” may be a range, or two numbers. Write a space between two numbers. {SETS_ASK}",
        ),
        (SETS, "15 kg", f"“15 kg” holds more than numbers. Write no units. {SETS_ASK}"),
        (SETS, ["20"], f"Give one answer. {SETS_ASK}"),
    ],
)
def test_rows_that_cannot_be_used_say_what_to_type(asked, raw, sentence):
    assert says(asked, raw) == sentence


# names and moments --------------------------------------------------------------------------------


TRAINING = TimeInput("at", Text("At"), TimeOfDay.of(5 * 60), TimeOfDay.of(20 * 60), "18:00")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("", TIME_ASK := "Enter a time from 05:00 to 20:00, for example 18:30 or 6:30 pm."),
        ("4:59 am", f"You typed “4:59 am”. {TIME_ASK}"),
        ("20:01", f"You typed “20:01”. {TIME_ASK}"),
        ("evening", f"“evening” is not a time of day. {TIME_ASK}"),
        ("6:30", "“6:30” can be read in two ways. Write 06:30 or 18:30."),
    ],
)
def test_a_time_that_cannot_be_used_says_what_to_type(raw, sentence):
    assert says(TRAINING, raw) == sentence


def test_a_time_lies_between_its_ends():
    assert TRAINING.parse("05:00") == TimeOfDay.of(300)
    assert TRAINING.parse("8 p.m.") == TimeOfDay.of(1200)
    assert read([TRAINING], {}) == {"at": TimeOfDay.of(18 * 60)}
    assert TRAINING.schema()["examples"] == ["18:30"]


NAME_ASK = "Enter a name of at most 40 letters, for example Leg press."


def test_a_name_is_one_line_of_at_most_forty_letters():
    assert NAME.parse("  Leg\n press ") == "Leg press"
    assert NAME.parse("x" * 40) == "x" * 40
    assert says(NAME, "x" * 41) == f"You typed “{'x' * 41}”. {NAME_ASK}"
    assert says(NAME, "\u200b") == NAME_ASK
    assert NAME.parse("Kniebeuge {x} <b>\ud800") == "Kniebeuge {x} <b>?"


def test_a_moment_lies_in_this_century():
    assert LAST.parse("2026-11-24 18:30") == Moment.parse("2026-11-24T18:30")
    assert LAST.parse("2100-12-31T23:59")
    assert (
        says(LAST, "2101-01-01T00:00")
        == "You typed “2101-01-01T00:00”. Enter a year from 2000 to 2100, for example 2026."
    )
    assert "Enter a year from 2000 to 2100" in says(LAST, "1999-12-31T23:59")
    assert says(LAST, "yesterday").startswith("“yesterday” is not a date and time.")
    assert says(LAST, "2026-11-24T24:00").startswith("“2026-11-24T24:00” is not a date and time.")


def test_a_day_lies_in_this_century():
    assert FIRST_DAY.parse(" 2026-11-24 ") == Date.parse("2026-11-24")
    assert FIRST_DAY.parse("2028-02-29")
    assert "Enter a year from 2000 to 2100" in says(FIRST_DAY, "2101-01-01")
    assert "Enter a year from 2000 to 2100" in says(FIRST_DAY, "1999-12-31")
    assert says(FIRST_DAY, "2027-02-29").startswith("“2027-02-29” is not a date. Enter the date")
    assert says(FIRST_DAY, "2026-11-24T18:00").startswith("“2026-11-24T18:00” is not a date.")
    assert FIRST_DAY.schema()["format"] == "date"


# all answers together -----------------------------------------------------------------------------

BAR_MASS = MassInput("bar_mass", Text("Bar"), LIFTED, "10 kg", when=(When("bar", ("light",)),))


def test_missing_answers_get_their_defaults():
    assert read([REPETITIONS, BAR], {}) == {"reps": 5, "bar": "light"}


def test_a_question_that_does_not_apply_is_left_out():
    assert read([BAR, BAR_MASS], {"bar": "standard", "bar_mass": "rubbish"}) == {"bar": "standard"}
    assert read([BAR, BAR_MASS], {"bar": "light"})["bar_mass"] == Mass.kg(10)


def test_a_question_applies_only_when_all_that_it_depends_on_hold():
    tool = ChoiceInput(
        "tool", Text("Tool"), (Choice("bar", Text("Bar")), Choice("stack", Text("Stack"))), "stack"
    )
    its_mass = MassInput(
        "mass", Text("M"), LIFTED, "10", when=(When("tool", ("bar",)), When("bar", ("light",)))
    )
    for answers in ({"tool": "bar", "bar": "standard"}, {"tool": "stack", "bar": "light"}):
        assert "mass" not in read([tool, BAR, its_mass], answers)
    assert "mass" in read([tool, BAR, its_mass], {"tool": "bar", "bar": "light"})


def test_every_problem_is_named_at_once_and_unknown_questions_are_listed():
    found = problems([LOAD, REPETITIONS, BAR], {"load": "x", "reps": "y", "weight\ud800": "1"})
    assert sorted(found) == ["load", "reps", "weight?"]
    assert (
        found["weight?"] == "There is no question “weight?”. The questions are load, reps and bar."
    )


ALL_INPUTS = [(asked.slug, each) for asked in CALCULATORS for each in asked.inputs]


@pytest.mark.parametrize(
    "asked",
    [each for _, each in ALL_INPUTS],
    ids=[f"{slug}.{each.name}" for slug, each in ALL_INPUTS],
)
@given(data=st.data())
def test_every_question_reads_what_is_possible_and_names_itself_otherwise(asked, data):
    answer = data.draw(valid(asked))
    if not asked.optional or not (is_blank(answer) if isinstance(answer, str) else not answer):
        asked.parse(answer)
    try:
        asked.parse(_typed(data.draw(garbage())))
    except AnswersError as error:
        assert {problem.name for problem in error.problems} == {asked.name}  # noqa: PT017


# one home for how an answer is shown, written and parted ------------------------------------------


@pytest.mark.parametrize(
    "asked",
    [each for _, each in ALL_INPUTS],
    ids=[f"{slug}.{each.name}" for slug, each in ALL_INPUTS],
)
@given(data=st.data())
def test_what_is_written_for_a_value_is_read_as_that_value(asked, data):
    answer = data.draw(valid(asked))
    if is_blank(answer) if isinstance(answer, str) else not answer:
        return
    value = asked.parse(_typed(answer))
    assert asked.parse(asked.write(value)) == value
    assert str(asked.show(value))


@pytest.mark.parametrize("slug", [each.slug for each in CALCULATORS])
def test_the_controls_of_a_form_hold_what_was_given(slug):
    """Parted or not, an answer is read as the same."""
    asked = calculator(slug)
    for given_answers in ({}, *(each.given for each in asked.examples)):
        parted = {
            name: raw for each in asked.inputs for name, raw in each.controls(given_answers).items()
        }
        assert set(parted) == {name for each in asked.inputs for name in each.names}
        assert read(asked.inputs, parted) == read(asked.inputs, given_answers)


def test_a_weight_is_parted_from_its_unit_and_a_list_is_left_to_be_refused():
    assert LOAD.controls({"load": "185 lb"}) == {"load": "185", "load_unit": "lb"}
    assert LOAD.controls({"load": "185", "load_unit": "lb"}) == {"load": "185", "load_unit": "lb"}
    assert LOAD.controls({"load": ["1", "2"]}) == {"load": ["1", "2"]}
    assert LAST.controls({"last": "2026-11-24 18:30"}) == {"last": "2026-11-24T18:30"}
    assert LAST.controls({"last": ["1"]}) == {"last": ["1"]}


@pytest.mark.parametrize(
    ("asked", "raw", "shown"),
    [
        (SHARE, "30", "30 % 1RM"),
        (REST, "1:30", "90 s"),
        (REPETITIONS, "5", "5 repetitions"),
        (LOAD, "185 lb", "185 lb"),
        (BAR, "light", "15 kg"),
        (PLATES, "25 10", "25 and 10"),
        (SETS, "20 15 15", "20, 15 and 15"),
        (FIRST_DAY, "2026-11-24", "Tuesday 24 November 2026"),
    ],
)
def test_a_value_is_shown_with_its_unit_or_by_its_label(asked, raw, shown):
    assert str(asked.show(asked.parse(raw))) == shown


@pytest.mark.parametrize(
    ("asked", "raw", "written"),
    [
        (LOAD, "84", "84 kg"),
        (SETS, "20 15", "20 15"),
        (NAME, "Squat", "Squat"),
        (LAST, "2026-11-24T18:30", "2026-11-24 18:30"),
        (FIRST_DAY, "2026-11-30", "2026-11-30"),
    ],
)
def test_an_answer_is_written_back_as_one_types_it(asked, raw, written):
    assert asked.write(asked.parse(raw)) == written


def test_a_list_without_a_tick_is_shown_as_not_answered():
    assert str(TICKS.show(())) == "not answered"


@pytest.mark.parametrize(
    ("asked", "raw", "by", "there"),
    [
        (REST, "30", 15, "45"),
        (SHARE, "30", -5, "25"),
        (PAUSE, "1 min 30 s", 1, "2.5"),
        (LOAD, "185 lb", 5, "190 lb"),
        (REPETITIONS, "5", -1, "4"),
    ],
)
def test_a_step_is_taken_in_the_unit_of_the_question(asked, raw, by, there):
    assert asked.step(asked.parse(raw), Fraction(by)) == there


def test_what_has_no_steps_is_a_mistake_of_ours():
    with pytest.raises(TypeError, match="bar has no steps"):
        BAR.step("light", Fraction(1))


def test_only_what_is_answered_otherwise_is_read_again():
    """What depends on it is asked or left out, and what cannot be used is named as ever."""
    answers = read([BAR, BAR_MASS, LOAD], {"bar": "light", "load": "90", "load_unit": "lb"})
    assert [each.name for each in answers.questions] == ["bar", "bar_mass", "load"]
    assert len(answers) == 3
    without = answers.but({"bar": "standard"})
    assert without == {"bar": "standard", "load": Mass.lb(90)}
    assert without["load"] is answers["load"]
    assert answers.but({"load_unit": "kg"})["load"] == Mass.kg(90)
    assert without.but({"bar": "light"}) == answers
    with pytest.raises(AnswersError):
        answers.but({"load": "x"})


# short lists to tick ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "ticked"),
    [
        ([], ()),
        ("", ()),
        (["none"], ("none",)),
        ("none none", ("none",)),
        (["unknown"], ("unknown",)),
        (["unknown", "fever"], ("fever", "unknown")),
        ("sore fever", ("fever", "sore")),
    ],
)
def test_ticks_are_read_in_the_order_of_the_list(raw, ticked):
    assert TICKS.parse(raw) == ticked


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (
            ["none", "fever"],
            "You ticked “none of these” and something else. Take one tick away.",
        ),
        (
            ["none", "unknown"],
            "You ticked “none of these” and something else. Take one tick away.",
        ),
        (
            ["cough", "fever"],
            "Not on the list: “cough”. Tick what is true for you, or “none of these”.",
        ),
        (
            "§?§",
            "Not on the list: “§?§”. Tick what is true for you, or “none of these”.",
        ),
    ],
)
def test_ticks_that_cannot_be_used_say_what_to_tick(raw, sentence):
    assert says(TICKS, raw) == sentence


def test_a_list_without_a_tick_is_read_as_not_answered():
    assert read([TICKS], {}) == {"signs": ()}
    assert TICKS.values == ("fever", "sore", "none", "unknown")
    assert TICKS.schema()["anyOf"][0]["items"]["enum"] == list(TICKS.values)


def test_one_of_several_ticks_is_enough_to_ask_on():
    more = NumberInput(
        "days", Text("Days"), Unit.WEEK, Range.of(1, 9), "1", when=(When("signs", ("fever",)),)
    )
    assert read([TICKS, more], {"signs": ["fever", "sore"]})["days"] == 1
    for ticked in (["sore"], ["none"], []):
        assert "days" not in read([TICKS, more], {"signs": ticked})
