"""How answers are read: what people type at a gym, and one sentence for what cannot be read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import garbage, valid

from bfr_rules.bridge import _typed
from bfr_rules.catalog import CALCULATORS
from bfr_rules.inputs import (
    LIFTED,
    Choice,
    ChoiceInput,
    ChoicesInput,
    DateInput,
    MassInput,
    MomentInput,
    NameInput,
    NumberInput,
    NumbersInput,
    TicksInput,
    read,
)
from bfr_rules.model import AnswersError, When
from bfr_rules.quantity import Date, Duration, Mass, Moment, Percent, Range, Unit
from bfr_rules.text import Text, words

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
    ],
)
def test_weights_as_people_type_them(raw, mass):
    assert LOAD.parse(raw) == mass


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("", "Enter 1 to 500 kg."),
        ("  ", "Enter 1 to 500 kg."),
        ("kg", "Enter 1 to 500 kg."),
        ("lb", "Enter 2 to 1100 lb."),
        ("0.9", "Enter 1 to 500 kg. You typed 0.9."),
        ("501 kg", "Enter 1 to 500 kg. You typed 501 kg."),
        ("1101 lb", "Enter 2 to 1100 lb. You typed 1101 lb."),
        ("−5", "Enter 1 to 500 kg. You typed −5."),
        ("-5 lb", "Enter 2 to 1100 lb. You typed -5 lb."),
        ("½", "“½” is not a number. Enter 1 to 500 kg."),
        ("2½ kg", "“2½ kg” is not a number. Enter 1 to 500 kg."),
        ("1e3", "“1e3” is not a number. Enter 1 to 500 kg."),
        ("1e", "“1e” is not a weight. Write kg or lb after the number, for example 40 kg."),
        ("1 000", "“1 000” is not a number. Enter 1 to 500 kg."),
        ("+5", "“+5” is not a number. Enter 1 to 500 kg."),
        ("५", "“५” is not a number. Enter 1 to 500 kg."),
        ("🏋️", "“🏋️” is not a number. Enter 1 to 500 kg."),
        ("\ud83c", "“?” is not a number. Enter 1 to 500 kg."),
        ("1.000", "“1.000” can be read in two ways. Write 1000 or 1."),
        ("1,250 kg", "“1,250 kg” can be read in two ways. Write 1250 or 1.25."),
        ("100,250", "“100,250” can be read in two ways. Write 100250 or 100.25."),
        ("١٫٥٠٠", "“١٫٥٠٠” can be read in two ways. Write 1500 or 1.5."),
        (
            "13 stone",
            "“13 stone” is not a weight. Write kg or lb after the number, for example 40 kg.",
        ),
        ("heavy", "“heavy” is not a weight. Write kg or lb after the number, for example 40 kg."),
        ("100 kg lb", "“100 kg lb” is not a number. Enter 2 to 1100 lb."),
        ("9" * 201, "That is too long to be an answer. Enter 1 to 500 kg."),
        (["84"], "Give one answer. Enter 1 to 500 kg."),
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
        ({"load": "185", "load_unit": ""}, Mass.kg(185)),
        ({"load_unit": "lb"}, Mass.kg(100)),  # the default says its unit
    ],
)
def test_chosen_unit_belongs_to_a_bare_number(answers, mass):
    assert read([LOAD], answers) == {"load": mass}


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"load": "", "load_unit": "lb"}, "Enter 2 to 1100 lb."),
        ({"load": "5000", "load_unit": "lb"}, "Enter 2 to 1100 lb. You typed 5000 lb."),
        ({"load": "10", "load_unit": ["lb"]}, "Choose one unit, kg or lb."),
        (
            {"load": "10", "load_unit": "stone"},
            "“10 stone” is not a weight. Write kg or lb after the number, for example 40 kg.",
        ),
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


@pytest.mark.parametrize(
    ("asked", "raw", "sentence"),
    [
        (REPETITIONS, "", "Enter a whole number, 1 to 12 repetitions."),
        (REPETITIONS, "0", "Enter a whole number, 1 to 12 repetitions. You typed 0."),
        (REPETITIONS, "13", "Enter a whole number, 1 to 12 repetitions. You typed 13."),
        (REPETITIONS, "5.5", "Enter a whole number, 1 to 12 repetitions. You typed 5.5."),
        (REPETITIONS, "five", "“five” is not a number. Enter a whole number, 1 to 12 repetitions."),
        (SHARE, "%", "“%” is not a number. Enter 10 to 40 % 1RM."),
        (SHARE, "30 kg", "“30 kg” is not a number. Enter 10 to 40 % 1RM."),
        (SHARE, "0.3", "Enter 10 to 40 % 1RM. You typed 0.3."),
        (REST, "301 s", "Enter a whole number, 0 to 300 s. You typed 301 s."),
        (REST, "1 min", "“1 min” is not a number. Enter a whole number, 0 to 300 s."),
    ],
)
def test_numbers_that_cannot_be_used_say_what_to_type(asked, raw, sentence):
    assert says(asked, raw) == sentence


HEIGHT = NumberInput("height_cm", Text("Height"), Unit.CM, Range.of(100, 250), "", feet=True)


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
        ("178", "178"),
        ("178 cm", "178"),
    ],
)
def test_a_height_may_be_typed_in_feet_and_inches(raw, centimetres):
    assert HEIGHT.parse(raw) == Fraction(centimetres)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("5 ft 12", "“5 ft 12” is not a number. Enter a whole number, 100 to 250 cm."),
        ("5.10 ft", "“5.10 ft” is not a number. Enter a whole number, 100 to 250 cm."),
        ("70 in", "“70 in” is not a number. Enter a whole number, 100 to 250 cm."),
        ("9 ft", "Enter a whole number, 100 to 250 cm. You typed 9 ft."),
        ("5", "Enter a whole number, 100 to 250 cm. You typed 5."),
        ("177.8", "Enter a whole number, 100 to 250 cm. You typed 177.8."),
    ],
)
def test_a_height_that_cannot_be_used_says_what_to_type(raw, sentence):
    assert says(HEIGHT, raw) == sentence


def test_feet_are_read_only_where_a_height_is_asked():
    assert "is not a number" in says(REPETITIONS, "5 ft")


def test_what_lies_beyond_may_have_its_reason():
    beyond = NumberInput(
        "reps", Text("R"), Unit.REPETITION, Range.of(1, 12), "5", beyond=Text("Too long.")
    )
    assert says(beyond, "13") == "Enter a whole number, 1 to 12 repetitions. Too long."


def test_possible_range_is_said_in_words():
    assert words(SHARE.ask) == "Enter 10 to 40 per cent of 1RM."


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
    ],
)
def test_ticks_come_in_the_order_of_the_list(raw, ticked):
    assert PLATES.parse(raw) == ticked


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ([], "Tick at least one: 25, 10, 2.5 or 1."),
        ("", "Tick at least one: 25, 10, 2.5 or 1."),
        ("1,25", "Not on the list: “1.25”. Tick at least one: 25, 10, 2.5 or 1."),
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
        (PAIRS, "10 5 5 2.5", ("10", "5", "5", "2.5")),
        (PAIRS, "10, 5, 2,5", ("10", "5", "2.5")),
        (PAIRS, "10 ,5", ("10", "5")),
        (PAIRS, "1,25 2,5", ("1.25", "2.5")),
        (PAIRS, "10;5", ("10", "5")),
        (PAIRS, "1.25", ("1.25",)),
    ],
)
def test_rows_of_numbers_as_people_part_them(asked, raw, row):
    assert asked.parse(raw) == tuple(map(Fraction, row))


PAIRS_ASK = "Enter 1 to 4 numbers, each 0.1 to 50, for example 10 5."


@pytest.mark.parametrize(
    ("asked", "raw", "sentence"),
    [
        (PAIRS, "10,5", "“10,5” can be read in two ways. Write 10 5 or 10.5."),
        (PAIRS, "-5", f"{PAIRS_ASK} You typed -5."),
        (PAIRS, "10 −5", f"{PAIRS_ASK} You typed 10 −5."),
        (PAIRS, "10 -- 5", f"{PAIRS_ASK} You typed 10 -- 5."),
        (PAIRS, "0", f"{PAIRS_ASK} You typed 0."),
        (PAIRS, "51", f"{PAIRS_ASK} You typed 51."),
        (PAIRS, "1 1 1 1 1", f"{PAIRS_ASK} You typed 1 1 1 1 1."),
        (PAIRS, ",", f"{PAIRS_ASK} You typed ,."),
        (PAIRS, "", PAIRS_ASK),
        (PAIRS, "ten", f"“ten” is not a number. {PAIRS_ASK}"),
        (SETS, "15.5", "Enter 1 to 6 numbers, each 1 to 40, for example 20 15 15. You typed 15.5."),
        (
            SETS,
            ["20"],
            "Give one answer. Enter 1 to 6 numbers, each 1 to 40, for example 20 15 15.",
        ),
    ],
)
def test_rows_that_cannot_be_used_say_what_to_type(asked, raw, sentence):
    assert says(asked, raw) == sentence


# names and moments --------------------------------------------------------------------------------


def test_a_name_is_one_line_of_at_most_forty_letters():
    assert NAME.parse("  Leg\n press ") == "Leg press"
    assert NAME.parse("x" * 40) == "x" * 40
    assert says(NAME, "x" * 41) == "Enter a name of at most 40 letters."
    assert NAME.parse("Kniebeuge {x} <b>\ud800") == "Kniebeuge {x} <b>?"


def test_a_moment_lies_in_this_century():
    assert LAST.parse("2026-11-24 18:30") == Moment.parse("2026-11-24T18:30")
    assert LAST.parse("2100-12-31T23:59")
    assert (
        says(LAST, "2101-01-01T00:00")
        == "Enter a year from 2000 to 2100. You typed 2101-01-01T00:00."
    )
    assert says(LAST, "1999-12-31T23:59").startswith("Enter a year from 2000 to 2100.")
    assert says(LAST, "yesterday").startswith("“yesterday” is not a date and time.")
    assert says(LAST, "2026-11-24T24:00").startswith("“2026-11-24T24:00” is not a date and time.")


def test_a_day_lies_in_this_century():
    assert FIRST_DAY.parse(" 2026-11-24 ") == Date.parse("2026-11-24")
    assert FIRST_DAY.parse("2028-02-29")
    assert says(FIRST_DAY, "2101-01-01") == "Enter a year from 2000 to 2100. You typed 2101-01-01."
    assert says(FIRST_DAY, "1999-12-31").startswith("Enter a year from 2000 to 2100.")
    assert says(FIRST_DAY, "2027-02-29").startswith("“2027-02-29” is not a date. Enter the date")
    assert says(FIRST_DAY, "24.11.2026").startswith("“24.11.2026” is not a date.")
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
    if not asked.optional or (answer.strip() if isinstance(answer, str) else answer):
        asked.parse(answer)
    try:
        asked.parse(_typed(data.draw(garbage())))
    except AnswersError as error:
        assert {problem.name for problem in error.problems} == {asked.name}  # noqa: PT017


# short lists to tick ------------------------------------------------------------------------------

TICKS = TicksInput(
    "signs", Text("Signs"), tuple(Choice(each, Text(each)) for each in ("fever", "sore"))
)


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
