"""Values that know their unit: exact inside, rounded only to be shown."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bfr_rules.quantity import HeartRate, Mass, Percent, Pressure, Range, Unit, decimal, rounded
from bfr_rules.times import Clock, Date, Duration, Moment, TimeOfDay

NUMBERS = st.fractions(max_denominator=1000)
MASSES = st.builds(
    Mass.of, st.fractions(0, 1000, max_denominator=1000), st.sampled_from([Unit.KG, Unit.LB])
)
SOME = st.fractions("1/100", 1000, max_denominator=1000)


# numbers as text ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("0.5", 0, 1),
        ("1.5", 0, 2),  # half away from zero, not to even
        ("-0.5", 0, -1),
        ("2.345", 2, "2.35"),
        ("2.3449", 2, "2.34"),
        ("99.999", 2, 100),
    ],
)
def test_halves_are_rounded_away_from_zero(value, places, expected):
    assert rounded(Fraction(value), places) == Fraction(expected)


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        ("26.250", 2, "26.25"),
        ("26.2", 2, "26.2"),
        ("0.05", 2, "0.05"),
        ("0.004", 2, "0"),
        ("-0.004", 2, "0"),
        ("-2", 2, "−2"),
        ("100", 0, "100"),
        ("1234567.5", 1, "1234567.5"),
    ],
)
def test_numbers_are_written_without_trailing_zeros(value, places, written):
    assert decimal(Fraction(value), places) == written


@given(NUMBERS, st.integers(0, 4))
def test_what_is_written_is_the_number_rounded(value, places):
    written = decimal(value, places)
    assert Fraction(written.replace("−", "-")) == rounded(value, places)
    assert abs(value - rounded(value, places)) <= Fraction(1, 2 * 10**places)


# mass ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mass", "unit", "written"),
    [
        (Mass.lb(45), Unit.KG, "20.41 kg"),
        (Mass.lb(35), Unit.KG, "15.88 kg"),
        (Mass.kg(20), Unit.LB, "44.09 lb"),
    ],
)
def test_bars_in_the_other_unit(mass, unit, written):
    """45 lb = 20.4117 kg, 35 lb = 15.8757 kg, 20 kg = 44.0925 lb."""
    assert str(mass.to(unit)) == written


def test_a_pound_is_exact():
    """1 lb = 0.45359237 kg (exact)."""
    assert Mass.lb(1).in_kg == Fraction("0.45359237")
    assert Mass.lb(100_000_000) == Mass.kg(45_359_237)


def test_one_mass_in_either_unit_is_one_key():
    assert {Mass.lb(100_000_000): "both"}[Mass.kg(45_359_237)] == "both"


@given(MASSES)
def test_there_and_back_is_the_same_mass(mass):
    there = mass.to(Unit.LB).to(Unit.KG)
    assert there == mass
    assert hash(there) == hash(mass)
    assert mass.to(mass.unit) is mass


@given(MASSES, MASSES)
def test_masses_compare_and_add_in_either_unit(one, other):
    assert (one < other) == (one.in_kg < other.in_kg)
    assert (one + other).in_kg == one.in_kg + other.in_kg
    assert one + other - other == one
    assert (one + other).unit is one.unit
    assert one * 3 / 3 == one


@given(MASSES, SOME)
def test_rounding_down_leaves_less_than_a_step(mass, step):
    down = mass.floor_to(Mass.kg(step))
    assert down <= mass < down + Mass.kg(step)
    assert (down.in_kg / step).denominator == 1
    assert down.unit is Unit.KG


def test_thirty_percent_of_two_hundred_pounds_is_sixty_never_fifty_five():
    assert Percent(30).of(Mass.lb(200)).floor_to(Mass.lb(5)) == Mass.lb(60)


def test_a_mass_is_no_time_and_no_other_thing():
    with pytest.raises(ValueError, match="not a unit of mass"):
        Mass.of(1, Unit.SECOND)
    assert Mass.kg(1) != 1


@pytest.mark.parametrize(
    ("mass", "said"), [(Mass.kg(1), "1 kilogram"), (Mass.lb("2.5"), "2.5 pounds")]
)
def test_mass_in_words(mass, said):
    assert mass.words() == said


def test_mass_shown_is_rounded():
    assert Mass.kg("116.5825").rounded(1) == Mass.kg("116.6")


# shares -------------------------------------------------------------------------------------------


@given(MASSES.filter(lambda mass: mass.in_kg), st.integers(0, 200))
def test_share_of_a_mass_and_back(mass, percent):
    assert Percent(percent).of(mass).share_of(mass) == Percent(percent)


def test_share_is_written_with_one_decimal_and_said():
    assert str(Percent("28.888")) == "28.9 %"
    assert Percent("28.888").words() == "28.9 per cent"


@given(st.fractions(0, 100, max_denominator=10_000).map(Percent))
def test_shown_shares_lie_next_to_the_share(share):
    assert str(share.shown()) == str(share)
    assert share <= share.shown_up() < Percent(share.value + Fraction(1, 10))
    assert str(share.shown_up()) == f"{decimal(share.shown_up().value, 9)} %"


def test_share_is_only_counted_in_per_cent():
    assert Percent(30).magnitude(Unit.PERCENT_1RM) == 30
    with pytest.raises(ValueError, match="not counted in min"):
        Percent(30).magnitude(Unit.MINUTE)


# time ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "written", "said"),
    [
        ("0", "0 s", "0 seconds"),
        ("1", "1 s", "1 second"),
        ("0.5", "0.5 s", "0.5 seconds"),
        ("119", "119 s", "119 seconds"),
        ("119.94", "119.9 s", "119.9 seconds"),
        ("119.95", "2 min", "2 minutes"),
        ("120", "2 min", "2 minutes"),
        ("121", "2 min 1 s", "2 minutes 1 second"),
        ("7199", "119 min 59 s", "119 minutes 59 seconds"),
        ("7200", "2 h", "2 hours"),
        ("7260", "2 h 1 min", "2 hours 1 minute"),
        ("129600", "36 h", "36 hours"),
    ],
)
def test_time_as_people_say_it(seconds, written, said):
    assert str(Duration.s(seconds)) == written
    assert Duration.s(seconds).words() == said


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        ("0", "0:00"),
        ("59", "0:59"),
        ("60", "1:00"),
        ("600", "10:00"),
        ("600.001", "10:01"),
        ("6000", "100:00"),
    ],
)
def test_clock_counts_a_part_of_a_second_as_a_whole_one(seconds, shown):
    assert str(Duration.s(seconds).clock) == shown


def test_clock_in_words():
    assert Clock(Duration.s("389.5")).words() == "6 minutes 30 seconds"


def test_time_in_its_units():
    assert Duration.of(3, Unit.MINUTE) == Duration.s(180)
    assert Duration.of(36, Unit.HOUR).magnitude(Unit.MINUTE) == 2160
    assert Duration.s(30) + Duration.s(15) * 2 == Duration.of(1, Unit.MINUTE)


# moments ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", ["2026-11-24T18:30", "2026-11-24 18:30", " 2026-11-24 18:30\n"])
def test_a_moment_is_read_with_a_space_or_a_t(raw):
    assert str(Moment.parse(raw)) == "Tuesday 24 November 2026, 18:30"


@pytest.mark.parametrize(
    "raw",
    [
        "2026-11-24",
        "2026-11-24T24:00",
        "2026-11-24T18:60",
        "2026-02-29T10:00",
        "0000-01-01T10:00",
        "24.11.2026 18:30",
        "2026-11-24T18:30:00",
        "2026-11-24T18:30Z",
        "٢٠٢٦-١١-٢٤T١٨:٣٠",
        "",
    ],
)
def test_anything_else_is_no_moment(raw):
    with pytest.raises(ValueError):  # noqa: PT011 - the reason is the calendar's
        Moment.parse(raw)


def test_the_29th_of_february_exists_in_leap_years_only():
    leap = Moment.parse("2028-02-28T12:00").after(Duration.of(24, Unit.HOUR))
    assert str(leap) == "Tuesday 29 February 2028, 12:00"
    common = Moment.parse("2027-02-28T12:00").after(Duration.of(24, Unit.HOUR))
    assert str(common) == "Monday 1 March 2027, 12:00"


@given(st.datetimes(), st.integers(0, 1000))
def test_after_adds_hours(at, hours):
    moment = Moment(at.replace(year=2026 if at.day < 29 else 2028))
    assert moment.after(Duration.of(hours, Unit.HOUR)).at - moment.at == timedelta(hours=hours)


# ranges -------------------------------------------------------------------------------------------


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_range_holds_its_ends_and_what_lies_between(low, high, value):
    low, high = sorted((low, high))
    both = Range.of(low, high)
    assert both.contains(low)
    assert both.contains(high)
    assert both.contains(value) == (low <= value <= high)
    assert Range.of(low, None).contains(value) == (low <= value)
    assert Range.of(None, high).contains(value) == (value <= high)


def test_a_range_without_ends_or_turned_round_is_refused():
    with pytest.raises(ValueError, match="at least one end"):
        Range.of(None, None)
    with pytest.raises(ValueError, match="lies above"):
        Range.of(2, 1)


@pytest.mark.parametrize(
    ("ends", "unit", "written", "said"),
    [
        ((20, 40), Unit.PERCENT_1RM, "20–40 % 1RM", "20 to 40 per cent of 1RM"),
        ((40, 80), Unit.PERCENT_AOP, "40–80 % AOP", "40 to 80 per cent of AOP"),
        ((3, None), Unit.MINUTE, "at least 3 min", "at least 3 minutes"),
        ((None, 15), Unit.MINUTE, "at most 15 min", "at most 15 minutes"),
        ((1, 1), Unit.WEEK, "1 week", "1 week"),
        ((2, 2), Unit.SET, "2 sets", "2 sets"),
        ((1, 2), Unit.SESSION_A_DAY, "1–2 sessions a day", "1 to 2 sessions a day"),
        ((30, 30), Unit.SECOND, "30 s", "30 seconds"),
    ],
)
def test_range_as_text_and_words(ends, unit, written, said):
    assert Range.of(*ends).text(unit) == written
    assert Range.of(*ends).words(unit) == said


# pressure and heart rate --------------------------------------------------------------------------


@given(SOME, st.integers(1, 100))
def test_a_share_of_a_pressure_is_exact_and_rounds_down(aop, share):
    exact = Percent(share).of(Pressure.mmhg(aop))
    assert exact.share_of(Pressure.mmhg(aop)) == Percent(share)
    assert 0 <= exact.value - exact.floor().value < 1
    assert exact.floor().value.denominator == 1


@pytest.mark.parametrize(
    ("value", "written", "said"),
    [
        ("187", "187 mmHg", "187 millimetres of mercury"),
        ("93.5", "93.5 mmHg", "93.5 millimetres of mercury"),
        ("1", "1 mmHg", "1 millimetre of mercury"),
    ],
)
def test_pressure_as_text_and_words(value, written, said):
    assert str(Pressure.mmhg(value)) == written
    assert Pressure.mmhg(value).words() == said
    assert Pressure.mmhg(value) < Pressure.mmhg(Fraction(value) + 1)


def test_heart_rate_is_shown_in_whole_beats():
    assert str(HeartRate.bpm("162.5")) == "163 beats/min"
    assert HeartRate.bpm("99.4").words() == "99 beats a minute"


# days ---------------------------------------------------------------------------------------------


def test_a_day_moves_over_the_end_of_a_year():
    assert str(Date.parse(" 2026-12-31 ").after(1)) == "Friday 1 January 2027"
    assert [Date.parse("2026-11-23").after(days).weekday for days in (0, 6)] == [0, 6]


@pytest.mark.parametrize("typed", ["2026-02-30", "24.11.2026", "2026-11-24T18:30", ""])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(ValueError, match=r"\S"):
        Date.parse(typed)


def test_no_day_has_a_minute_past_its_last():
    assert str(TimeOfDay.of(24 * 60 - 1)) == "23:59"
    for minutes in (-1, 24 * 60):
        with pytest.raises(ValueError, match="no day has a minute"):
            TimeOfDay.of(minutes)
