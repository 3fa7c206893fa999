"""Walking and cycling: heart rates of E6, effort by feel, and the clock against the ceiling."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules import bridge, references
from bfr_rules.aerobic.declaration import AEROBIC
from bfr_rules.aerobic.heart_rate import AT_BIRTH, EACH_YEAR, OFF_BY, at_share, highest, zone
from bfr_rules.aerobic.protocols import OWN, PROTOCOLS
from bfr_rules.limits import limit
from bfr_rules.quantity import HeartRate, Percent, Unit
from bfr_rules.standing import Level, Standing
from bfr_rules.text import Text
from bfr_rules.times import Duration


def asked(**answers):
    return bridge.ask("aerobic", {name: str(value) for name, value in answers.items()})


def facts(outcome):
    return {str(fact.label): str(fact.value) for fact in outcome.facts}


def cautions(outcome):
    return " ".join(str(each.says) for each in outcome.cautions)


def do(outcome):
    return " ".join(str(each) for each in outcome.stop.do)


# heart rate ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("age", "rate"), [(20, "194"), (40, "180"), (65, "162.5")])
def test_highest_heart_rate_is_that_of_the_formula(age, rate):
    """HRmax = 208 - 0.7 x age (tanaka2001): 20 / 40 / 65 years give 194.0 / 180.0 / 162.5."""
    assert highest(age).value == Fraction(rate)


@pytest.mark.parametrize(
    ("top", "resting", "share", "rate"),
    [
        ("190", 70, 40, "118"),
        ("190", 70, 85, "172"),
        ("180", 65, 30, "99.5"),
        ("180", 65, 40, "111"),
        ("180", 65, 45, "116.75"),
        ("180", 65, 50, "122.5"),
        ("162.5", 70, 30, "97.75"),
        ("162.5", 70, 40, "107"),
        ("162.5", 70, 45, "111.625"),
        ("162.5", 70, 50, "116.25"),
    ],
)
def test_shares_of_the_reserve_are_those_worked_on_paper(top, resting, share, rate):
    """HR = HRrest + f x (HRmax - HRrest) (karvonen1957)."""
    found = at_share(Percent(share), HeartRate.bpm(resting), HeartRate.bpm(top))
    assert found.value == Fraction(rate)


def test_every_heart_rate_is_rounded_down():
    """Age 40, 65 at rest: 99.5, 109.85 and, with a maximum of 170, 117.5."""
    found = zone(HeartRate.bpm(65), highest(40))
    assert [each.value for each in (found.low, found.high, found.slow_down)] == [99, 109, 117]


@pytest.mark.parametrize(("resting", "stops"), [(99, False), (100, True), (120, True)])
@pytest.mark.parametrize("beta_blocker", ["no", "yes", "unknown"])
def test_a_heart_that_beats_fast_at_rest_stops_and_asks(resting, stops, beta_blocker):
    outcome = asked(resting_hr=resting, beta_blocker=beta_blocker)
    assert bool(outcome.stop) is stops
    assert not stops or "Ask a doctor before you train" in do(outcome)


@given(age=st.integers(18, 100), resting=st.integers(30, 99))
def test_no_heart_rate_reaches_half_of_the_reserve_even_if_the_formula_is_too_high(age, resting):
    rest, top = HeartRate.bpm(resting), highest(age)
    lowest_top = HeartRate(top.value - OFF_BY.value)
    outcome = asked(age=age, resting_hr=resting, beta_blocker="no")
    said = facts(outcome).get("Slow down at")
    if said is None:
        assert "too little room" in cautions(outcome)
        assert "beats" not in str(outcome.headline)
        return
    assert int(said.split()[0]) <= at_share(Percent(50), rest, lowest_top).value
    light = facts(outcome)["Light effort by heart rate"]
    low, high = (int(each) for each in light.removesuffix(" beats/min").split(" to "))
    assert resting <= low <= high < int(said.split()[0])
    assert high <= at_share(Percent(39), rest, top).value


def test_where_light_effort_meets_half_of_the_reserve_no_heart_rate_is_given():
    """Age 100, 99 at rest: 99 + 39 % of 39 are 114.21; with a maximum of 128, 99 + half of 29 are 113.5."""
    outcome = asked(age=100, resting_hr=99, beta_blocker="no")
    assert "Slow down at" not in facts(outcome)
    assert "too little room" in cautions(outcome)


def test_the_error_of_the_formula_is_always_shown():
    """Error of any age formula: 7–11 beats (robergs2002), 10–12 (gellish2007): show ±10."""
    outcome = asked(age=40, beta_blocker="no")
    assert str(outcome.band.says) == (
        "The formula may be off by 10 beats/min either way: light is then 96 to 105 beats/min, "
        "or 102 to 113 beats/min"
    )
    assert (outcome.band.low.value, outcome.band.high.value) == (96, 113)
    assert "give or take 10 beats/min" in str(outcome.steps[0].says)


def test_the_working_can_be_followed():
    steps = asked(beta_blocker="no", age=65, resting_hr=70).steps
    assert [(str(each.formula), str(each.result)) for each in steps[:4]] == [
        ("208 − 0.7 × 65", "162.5 beats/min"),
        ("162.5 beats/min − 70 beats/min", "92.5 beats/min"),
        ("70 beats/min + 30–39 % of the reserve", "97 to 106 beats/min"),
        ("70 beats/min + 50 % of the smaller reserve", "111 beats/min"),
    ]


@pytest.mark.parametrize("answer", ["yes", "unknown"])
def test_with_a_beta_blocker_or_in_doubt_there_is_no_heart_rate(answer):
    outcome = asked(beta_blocker=answer, resting_hr=60)
    assert "Slow down at" not in facts(outcome)
    assert outcome.band is None
    assert "beats" not in f"{outcome.headline}{outcome.answer}{facts(outcome)}"
    assert str(outcome.headline) == "Walk only as hard as feels light: 9–11 RPE (6–20)"
    assert "go by feel" in cautions(outcome).lower()


def test_nobody_is_taken_to_be_free_of_beta_blockers():
    assert "Slow down at" not in facts(asked())


def test_without_a_resting_heart_rate_there_is_effort_by_feel_alone():
    outcome = asked(beta_blocker="no", resting_hr="")
    assert "Slow down at" not in facts(outcome)
    assert cautions(outcome) == ""


@given(answers=valid_answers(AEROBIC))
def test_effort_by_feel_stands_in_every_answer(answers):
    outcome = bridge.ask("aerobic", answers)
    assert outcome.stop or facts(outcome)["Light effort by feel"] == "9–11 RPE (6–20)"


# what trials did ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("protocol", "bouts", "bout", "rest", "key", "how"),
    [
        # F7.1: 5 x 2 min at 50 m/min, 1 min rest
        ("walk-intervals", 5, 2, 1, "abe2006", "3 km/h, twice a day"),
        # F7.3: 20 min at 67 m/min
        ("walk-steady", 1, 20, 0, "abe2010walk", "4 km/h, five days a week"),
        # F7.4: 15 min at 40 % of the top oxygen use
        ("cycle-steady", 1, 15, 0, "abe2010cycle", "40 % of the top oxygen use, three days a week"),
    ],
)
def test_presets_are_what_the_trials_did(protocol, bouts, bout, rest, key, how):
    plan = PROTOCOLS[protocol]
    assert plan.bouts == bouts
    assert (plan.tried or plan.bout) == Duration.of(bout, Unit.MINUTE)
    assert plan.rest == Duration.of(rest, Unit.MINUTE)
    assert [cite.key for cite in plan.cites] == [key]
    assert str(plan.did).startswith(how)


@pytest.mark.parametrize(
    ("protocol", "age", "tried"),
    [
        ("walk-intervals", 39, True),
        ("walk-intervals", 40, False),
        ("walk-steady", 59, False),
        ("walk-steady", 60, True),
        ("walk-steady", 78, True),
        ("walk-steady", 79, False),
        ("cycle-steady", 23, True),
        ("cycle-steady", 65, False),
        ("walk-own", 99, True),
    ],
)
def test_ages_that_a_trial_did_not_have_are_flagged(protocol, age, tried):
    """abe2006 and abe2010cycle: young men; abe2010walk: 60–78 years."""
    assert ("not tried" not in cautions(asked(protocol=protocol, age=age))) is tried


def test_a_trial_says_who_it_had():
    assert facts(asked(protocol="walk-steady"))["Tried on"].startswith("19 active people")
    assert "Tried on" not in facts(asked(protocol="cycle-own"))


def test_pumping_up_before_the_ride_is_mentioned():
    """Abe, 2010, cycling: total time of occlusion 18 minutes (formiga2020, Table 3)."""
    assert "18 min" in cautions(asked(protocol="cycle-steady"))


# the clock ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rests", "under"), [("on", "14:00"), ("open", "10:00")])
def test_rests_with_the_cuffs_on_count(rests, under):
    """5 x 2 min + 4 x 1 min = 14 min; with the cuffs open in the rests, 10 of them."""
    outcome = asked(cuff_in_rests=rests)
    assert facts(outcome)["Under the cuff"] == under
    assert facts(outcome)["In all"] == "14:00"
    shown = [each for each in outcome.timeline.segments if each.kind == "rest"]
    assert {each.cuff_on for each in shown} == {rests == "on"}
    assert {str(each.says) for each in shown} == {f"Rest, cuffs {rests}"}


@pytest.mark.parametrize(("minutes", "stops"), [(1, False), (19, False), (20, True), (60, True)])
@pytest.mark.parametrize("protocol", sorted(OWN))
def test_a_leg_is_never_longer_than_its_ceiling_under_the_cuff(protocol, minutes, stops):
    outcome = asked(protocol=protocol, minutes=minutes, speed="")
    assert bool(outcome.stop) is stops
    if stops:
        assert "Plan less than 20 min" in do(outcome)
        assert "with 15 s to fill them" in str(outcome.stop.says)
        assert outcome.stop.cites == references.LEG_CEILING.cites


def test_the_whole_ceiling_is_flagged_since_pumping_up_counts():
    """Less than 20 minutes for a leg (vald_bfr): filling is a part of them, so 19:45 are left."""
    steady = asked(protocol="walk-steady", age=65)
    assert "With filling the cuffs this takes all of the 20 min" in cautions(steady)
    assert facts(steady)["Under the cuff"] == "19:45"
    assert facts(steady)["The same with filling, 15 s each time"] == "20:00"
    assert "With filling the cuffs" not in cautions(asked(protocol="walk-own", minutes=19))


def test_filling_counts_for_every_bout_where_the_cuffs_are_opened_in_between():
    """Five bouts of 2 min; with the four rests of 1 min 14 min."""
    filled = "The same with filling, 15 s each time"
    assert facts(asked(cuff_in_rests="open"))[filled] == "11:15"
    assert facts(asked(cuff_in_rests="on"))[filled] == "14:15"


@pytest.mark.parametrize("protocol", ["walk-steady", "cycle-steady", "walk-own", "cycle-own"])
def test_under_a_limit_of_open_rests_no_cuff_stays_on_without_a_rest(protocol):
    standing = Standing(Level.LIMITS, Text("Limits"), limits=(limit("open-rests"),))
    outcome = bridge.ask("aerobic", {"protocol": protocol}, standing)
    assert outcome.gate == "limit"
    assert "“Walk or cycle?” choose “Walk 5 × 2 min”." in do(outcome)
    walked = bridge.ask("aerobic", {"cuff_in_rests": "on"}, standing)
    assert not any(each.cuff_on for each in walked.timeline.segments if each.kind == "rest")


@pytest.mark.parametrize(("minutes", "flagged"), [(10, False), (11, True)])
def test_first_weeks_are_shorter(minutes, flagged):
    outcome = asked(protocol="cycle-own", minutes=minutes)
    assert ("In your first weeks" in cautions(outcome)) is flagged


@given(answers=valid_answers(AEROBIC))
def test_the_timeline_is_whole_and_agrees_with_its_clock(answers):
    outcome = bridge.ask("aerobic", answers)
    if outcome.stop:
        return
    line = outcome.timeline
    ends = [Duration.s(0), *(each.end for each in line.segments)]
    assert [each.start for each in line.segments] == ends[:-1]
    assert ends[-1] == line.total
    tight = sum((each.end.seconds - each.start.seconds) for each in line.segments if each.cuff_on)
    [clock] = line.clocks
    assert clock.under_cuff.seconds == tight
    assert clock.limb == "leg"
    assert clock.under_cuff <= clock.ceiling == Duration.of(20, Unit.MINUTE)


# speed and place ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("speed", "stops"), [("3", False), ("6", False), ("6,1", True), ("12", True)]
)
def test_above_walking_speed_is_a_stop(speed, stops):
    """Aerobic walking speed 4–6 km/h (rolnick2021, introduction)."""
    outcome = asked(protocol="walk-own", speed=speed)
    assert bool(outcome.stop) is stops
    if stops:
        assert "4–6 km/h" in do(outcome)
    if stops:
        assert str(outcome.stop.says) == "Walking with cuffs goes up to 6 km/h."


def test_speed_is_not_asked_of_a_ride():
    assert asked(protocol="cycle-own", speed="20").stop is None


@pytest.mark.parametrize(
    ("protocol", "position", "place"),
    [("walk-own", "standing", "flat ground"), ("cycle-own", "sitting", "stands still")],
)
def test_advice_fits_what_is_done(protocol, position, place):
    advice = " ".join(str(each.says) for each in asked(protocol=protocol).next)
    assert position in advice
    assert place in advice
    assert "Open both cuffs at once" in advice


# what stays private, and where numbers come from --------------------------------------------------


def test_answers_about_medicines_never_enter_an_address():
    assert AEROBIC.private
    assert AEROBIC.gated


def test_coefficients_are_cited_as_strictly_as_the_ranges():
    for each in (AT_BIRTH, EACH_YEAR):
        assert {cite.key for cite in each.cites} == {"tanaka2001", "nikolaidis2018"}
    assert {cite.key for cite in OFF_BY.cites} == {"robergs2002", "gellish2007"}


@pytest.mark.parametrize("protocol", [each for each in PROTOCOLS if each != OWN])
def test_every_stretch_of_a_walk_belongs_to_its_one_exercise(protocol):
    outcome = asked(protocol=protocol)
    assert {each.exercise for each in outcome.timeline.segments} == {1}


def test_the_table_of_trials_has_no_empty_way_of_doing():
    (table,) = asked().tables
    assert all(str(cell) not in {"", "None"} for row in table.rows for cell in row[1:2])
