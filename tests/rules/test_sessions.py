"""The session: its clock, the time under the cuff, and ceilings with both of their sides."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules.bridge import ask
from bfr_rules.inputs.answers import read
from bfr_rules.quantity import Mass, Unit
from bfr_rules.question import AnswersError
from bfr_rules.references import (
    EXERCISES_PER_LIMB,
    FILLING,
    MOST_LIMB_REPETITIONS,
    MOST_REPETITIONS,
    MOST_SESSION_REPETITIONS,
    MOST_SESSION_TIME,
    REPETITIONS_PER_EXERCISE,
    RESTRICTION_PER_EXERCISE,
    USUAL_LIMB_REPETITIONS,
)
from bfr_rules.sessions.declaration import SESSION
from bfr_rules.sessions.planned import SCHEMES, Exercise, restriction
from bfr_rules.sessions.rule import session
from bfr_rules.sessions.stops import left_on
from bfr_rules.times import Duration

NOTHING = Duration.s(0)
USED_TO_IT = {"first_sessions": "no", "cuff_in_rests": "on"}
"""Past the first sessions, with the cuff on in the rests."""


def new(**answers):
    """Ask as somebody does who is new to it: nothing is said about that, so yes is taken."""
    return ask("session", {name: str(value) for name, value in answers.items()})


def asked(**answers):
    return new(**USED_TO_IT | answers)


def facts(outcome):
    return {str(fact.label): str(fact.value) for fact in outcome.facts}


def cautions(outcome):
    return " ".join(str(each.says) for each in outcome.cautions)


def headline(**answers):
    return str(asked(**answers).headline)


# time under the cuff ------------------------------------------------------------------------------

TIMES = pytest.mark.parametrize(
    ("scheme", "repetition", "rest", "continuous", "intermittent"),
    [
        ("30-15-15-15", 2, 30, 240, 150),
        ("30-15-15-15", 3, 30, 315, 225),
        ("30-15-15-15", 4, 30, 390, 300),
        ("30-15-15-15", 3, 60, 405, 225),
        ("30-15-15-15", 4, 60, 480, 300),
        ("4x15", 3, 30, 270, 180),
        ("4x15", 4, 60, 420, 240),
        ("3x15", 3, 45, 225, 135),
    ],
)


@TIMES
def test_time_under_the_cuff(scheme, repetition, rest, continuous, intermittent):
    for on, expected in ((True, continuous), (False, intermittent)):
        made = restriction(
            SCHEMES[scheme], Duration.s(repetition), Duration.s(rest), cuff_on_in_rests=on
        )
        assert made == Duration.s(expected)


@TIMES
def test_time_under_the_cuff_as_it_is_shown(scheme, repetition, rest, continuous, intermittent):
    half = Fraction(repetition, 2)
    tempo = {"tempo_up_s": float(half), "tempo_down_s": float(half)}
    for cuff, expected in (("on", continuous), ("open", intermittent)):
        outcome = asked(scheme=scheme, rest_s=rest, cuff_in_rests=cuff, **tempo)
        minutes, seconds = divmod(expected, 60)
        assert facts(outcome)["Under the cuff, each exercise"] == f"{minutes}:{seconds:02}"


@pytest.mark.parametrize(
    ("sets", "tension", "whole"), [("30 15 15 15", 375, 510), ("30 15 15 30", 450, 585)]
)
def test_a_published_protocol_comes_out_as_printed(sets, tension, whole):
    """jakobsen2022, Table 1: 5 s a repetition (2 + 1 hold + 2), 375 s and 510 s; 450 s and 585 s."""
    tempo = {"tempo_up_s": 2, "tempo_hold_s": 1, "tempo_down_s": 2}
    outcome = asked(scheme="own", own_sets=sets, rest_s=45, **tempo)
    assert outcome.answer == Duration.s(whole).clock
    assert [step.result for step in outcome.steps[:2]] == [Duration.s(5), Duration.s(tension)]


@pytest.mark.parametrize(
    ("cuff", "named", "counted"),
    [
        ("on", "Rests with the cuff on", Duration.s(90)),
        ("open", "Rests with the cuff open", "not counted"),
    ],
)
def test_the_rests_are_named_as_they_were_chosen(cuff, named, counted):
    """30-15-15-15 has three rests of 30 s: 90 s."""
    outcome = asked(scheme="30-15-15-15", rest_s=30, cuff_in_rests=cuff)
    (rests,) = (each for each in outcome.steps if str(each.says).startswith("Rests with"))
    assert (str(rests.says), str(rests.result)) == (named, str(counted))
    assert str(rests.formula) == "3 rests × 30 s"
    shown = {str(each.says) for each in outcome.timeline.segments if each.kind == "rest"}
    assert shown == {named.replace("Rests with the cuff", "Rest, cuff")}


@pytest.mark.parametrize(
    ("cuff", "formula", "filled"),
    [("on", "6:30 + 1 × 15 s", 405), ("open", "5:00 + 4 × 15 s", 360)],
)
def test_filling_is_counted_once_where_the_cuff_stays_on_and_else_for_every_set(
    cuff, formula, filled
):
    """75 × 4 s are 5:00, with three rests of 30 s 6:30."""
    outcome = asked(cuff_in_rests=cuff)
    (shown,) = (each for each in outcome.steps if "with filling" in str(each.says))
    assert (str(shown.formula), shown.result) == (formula, Duration.s(filled))


DURATIONS = st.integers(1, 40).map(lambda n: Duration.s(Fraction(n, 4)))
RESTS = st.integers(0, 300).map(Duration.s)
SETS = st.lists(st.integers(1, 40), min_size=1, max_size=6)


@given(sets=SETS, tempo=DURATIONS, slower=DURATIONS, rest=RESTS, longer=RESTS, on=st.booleans())
def test_more_rest_or_a_slower_tempo_never_shorten_the_time_under_the_cuff(
    sets, tempo, slower, rest, longer, on
):
    (tempo, slower), (rest, longer) = sorted((tempo, slower)), sorted((rest, longer))
    assert restriction(sets, tempo, rest, cuff_on_in_rests=on) <= restriction(
        sets, slower, longer, cuff_on_in_rests=on
    )


@given(sets=SETS, tempo=DURATIONS, rest=RESTS)
def test_letting_the_cuff_down_saves_exactly_the_rests(sets, tempo, rest):
    kept_on = restriction(sets, tempo, rest, cuff_on_in_rests=True)
    let_down = restriction(sets, tempo, rest, cuff_on_in_rests=False)
    assert kept_on == let_down + rest * (len(sets) - 1)


# volume -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sets", "load", "volume"),
    [
        ("30 15 15 15", "30 kg", "2250 kg"),  # 30 % of 100 kg
        ("10 10 10", "75 kg", "2250 kg"),
        ("8 8 8 8", "80 kg", "2560 kg"),
        ("30 15 15 15", "65 lb", "4875 lb"),
    ],
)
def test_volume_load_is_repetitions_times_load(sets, load, volume):
    outcome = asked(scheme="own", own_sets=sets, exercise_1_load=load)
    assert facts(outcome)["Volume load of Exercise 1"] == volume


def test_volume_load_is_shown_for_exercises_with_a_load_under_their_names():
    outcome = asked(
        exercises=2, exercise_1_name="Leg  press", exercise_1_load="", exercise_2_load="20"
    )
    volumes = [label for label in facts(outcome) if label.startswith("Volume")]
    assert volumes == ["Volume load of Exercise 2"]
    named = asked(exercise_1_name=" Leg  press ", exercise_1_load="20 kg")
    assert facts(named)["Volume load of Leg press"] == "1500 kg"


# ceilings: both sides of each edge ----------------------------------------------------------------

TEN_MINUTES = {"scheme": "own", "own_sets": "40 35", "tempo_up_s": 2.5, "tempo_down_s": 2.5}
"""75 repetitions of 5 s are 375 s; one rest and 15 s of filling fill it up to the second."""
FILLED = "The same with filling, 15 s each time"


def test_ten_minutes_are_still_advised_and_a_second_more_is_not():
    """Restriction time: 5–10 min per exercise."""
    assert headline(rest_s=210, **TEN_MINUTES) == "9:45 under the cuff"
    assert facts(asked(rest_s=210, **TEN_MINUTES))[FILLED] == "10:00"
    stopped = asked(rest_s=211, **TEN_MINUTES)
    assert str(stopped.headline) == "Change this session: one exercise passes 10 min"
    assert "tight for 10:01, with 15 s to fill it each time" in str(stopped.stop.says)
    assert "The ceiling is 10:00" in str(stopped.stop.says)
    assert {cite.key for cite in stopped.stop.cites} == {
        "patterson2019",
        "forge_bfr",
        "formiga2020",
    }


def test_only_what_helps_is_proposed():
    """Rests of 30 s are not to blame, nor is a cuff in the rests if lifting alone is too long.

    100 repetitions of 5.3 s are 530 s: with two rests of 60 s and one filling 665 s, opened in the
    rests and filled three times 575 s.
    """
    long_rests = {"own_sets": "40 35", "rest_s": 211, "tempo_up_s": 2.5, "tempo_down_s": 2.5}
    long_sets = {"own_sets": "40 40 30", "rest_s": 30, "tempo_up_s": 3, "tempo_down_s": 3}
    short_rests = {"own_sets": "40 40 20", "rest_s": 60, "tempo_up_s": 2.5, "tempo_down_s": 2.8}
    proposed = [
        [str(each) for each in asked(scheme="own", **given).stop.do][2:]
        for given in (long_rests, long_sets, short_rests)
    ]
    down, rest = "Let the cuff down in the rests.", "Rest 30–60 s between sets."
    assert proposed == [[down, rest], [], [down]]


def test_letting_the_cuff_down_is_one_way_below_ten_minutes():
    assert "Let the cuff down in the rests." in map(str, asked(rest_s=226, **TEN_MINUTES).stop.do)
    opened = asked(rest_s=226, cuff_in_rests="open", **TEN_MINUTES)
    assert str(opened.headline).startswith("6:15")
    assert facts(opened)[FILLED] == "6:45"  # filled twice


def test_a_part_of_a_second_passes_the_ceiling_too():
    """100 repetitions of 5.55 s are 555 s; filled for each of three sets they are 600 s."""
    lifting = {"scheme": "own", "own_sets": "40 40 20", "rest_s": 15, "cuff_in_rests": "open"}
    tempo = {"tempo_up_s": "2.75", "tempo_down_s": "2.8"}
    assert facts(asked(**lifting, **tempo))[FILLED] == "10:00"
    stopped = asked(tempo_hold_s="0.001", **lifting, **tempo)
    assert "tight for 10:01" in str(stopped.stop.says)
    assert "Let the cuff down in the rests." not in map(str, stopped.stop.do)


def test_a_cuff_is_not_called_open_in_a_rest_too_short_to_fill_it_again():
    """Filling counts 15 s."""
    for first in ("yes", "no"):
        opened = {"cuff_in_rests": "open", "first_sessions": first}
        stopped = asked(rest_s=14, **opened)
        assert "the cuff is never open" in str(stopped.headline)
        assert "You rest 14 s" in str(stopped.stop.says)
        assert "the cuff is never open" in headline(rest_s=0, **opened)
        assert asked(rest_s=15, **opened).stop is None
    # A cuff that stays on claims no opening, and one set has no rest.
    assert asked(rest_s=0, cuff_in_rests="on").stop is None
    assert asked(rest_s=0, cuff_in_rests="open", scheme="own", own_sets="30").stop is None


def test_filling_counts_once_for_a_cuff_that_stays_on_and_for_every_set_otherwise():
    """75 repetitions of 4 s are 5:00; with three rests of 30 s, 6:30."""
    assert facts(asked())[FILLED] == "6:45"  # 6:30 + 0:15
    assert facts(asked(cuff_in_rests="open"))[FILLED] == "6:00"  # 5:00 + 4 × 0:15
    assert facts(asked(scheme="own", own_sets="30", cuff_in_rests="open"))[FILLED] == "2:15"
    assert "6:45 with filling it" in str(asked().timeline.clocks[0].says)


# a cuff left on, arms with legs -------------------------------------------------------------------


@pytest.mark.parametrize("limb", ["arm", "leg"])
@pytest.mark.parametrize("first", ["yes", "no"])
def test_a_cuff_left_on_between_exercises_stops_everybody(limb, first):
    short = {"scheme": "own", "own_sets": "5", "tempo_up_s": 1, "tempo_down_s": 1}
    limbs = {"exercise_1_limb": limb, "exercise_2_limb": limb}
    stopped = new(exercises=2, between="on", first_sessions=first, **short, **limbs)
    assert stopped.stop
    if first == "no":
        assert str(stopped.headline) == "Change this session: open the cuff between exercises"
        assert "would be tight for 0:50" in str(stopped.stop.says)  # 10 + 30 + 10 s
        assert "Let the cuff down after each exercise" in str(stopped.stop.do[0])


def test_the_clock_of_a_cuff_runs_until_it_is_opened():
    """Leg, then arm, 9:45 each with 45 s between: the leg is tight for 20:15, the arm for 9:45."""
    leg, arm = Exercise(1, "", "leg", None), Exercise(2, "", "arm", None)
    times = left_on(Duration.s(585), (leg, arm), Duration.s(45))
    assert {limb: str(time.clock) for limb, time in times.items()} == {
        "leg": "20:15",
        "arm": "9:45",
    }
    sets = {"scheme": "own", "own_sets": "30 15 15 30", "rest_s": 45, "tempo_hold_s": 1}
    stopped = asked(exercises=2, between="on", exercise_2_limb="arm", **sets)
    assert str(stopped.headline) == "Change this session: never arms and legs under cuffs at once"
    assert "the cuff of the leg would be tight for 20:15. The ceiling is 20:00." in str(
        stopped.stop.says
    )
    assert {"vald_bfr", "smartcuffs_manual"} <= {cite.key for cite in stopped.stop.cites}


def test_an_arm_that_is_tight_for_more_than_fifteen_minutes_is_told_so():
    """Two exercises of 8:00 and a rest of 1:00 are 17:00."""
    arms = {"exercise_1_limb": "arm", "exercise_2_limb": "arm", "rest_s": 60, "exercises": 2}
    stopped = asked(between="on", **arms)
    assert "tight for 17:00. The ceiling is 15:00." in str(stopped.stop.says)
    assert not asked(between="open", **arms).stop


def test_arms_and_then_legs_are_fine_with_the_cuffs_open_in_between():
    """One pair at a time, with the other pair open: the guide's own choice."""
    one_after_the_other = asked(exercises=2, exercise_2_limb="arm")
    assert one_after_the_other.timeline
    between = [each for each in one_after_the_other.timeline.segments if each.kind == "open"]
    assert [(each.cuff_on, each.end.seconds - each.start.seconds) for each in between] == [
        (False, 180)
    ]


# first sessions -----------------------------------------------------------------------------------


def test_who_says_nothing_is_new_to_it_and_has_one_exercise_with_the_cuff_let_down():
    outcome = new()
    assert str(outcome.headline) == "5:00 under the cuff, 6:30 in all"
    assert not any(each.cuff_on for each in outcome.timeline.segments if each.kind == "rest")
    assert "light, 20–30 % 1RM, better at the low end" in " ".join(
        str(each.says) for each in outcome.next
    )


@pytest.mark.parametrize(
    ("given", "why", "do"),
    [
        ({"exercises": 2}, "one exercise at first", "Plan one exercise."),
        (
            {"cuff_in_rests": "on"},
            "open the cuff in the rests at first",
            "Let the cuff down in the rests.",
        ),
        (
            {"scheme": "own", "own_sets": "30 15 15 16"},
            "fewer repetitions at first",
            "Do no more than 75 repetitions.",
        ),
    ],
)
def test_first_sessions_are_held_to_it_and_told_why(given, why, do):
    stopped = new(**given)
    assert str(stopped.headline) == f"Change this session: {why}"
    assert "one of your first sessions" in str(stopped.stop.says)
    assert str(stopped.stop.do[0]) == do
    assert str(stopped.stop.do[-1]) == "Past your first weeks? Then say so, and plan anew."
    assert {"fitcuffs_guide", "krieger2018", "tabata2016"} <= {
        cite.key for cite in stopped.stop.cites
    }
    assert not new(**given, first_sessions="no").stop


@given(answers=valid_answers(SESSION))
def test_whatever_is_answered_in_a_first_session_is_small(answers):
    outcome = ask("session", {**answers, "first_sessions": "yes"})
    if outcome.stop:
        return
    assert len(outcome.timeline.clocks) == 1
    assert sum(each.repetitions for each in outcome.timeline.segments) <= 75
    assert all(each.kind == "set" or not each.cuff_on for each in outcome.timeline.segments)


# how much is too much -----------------------------------------------------------------------------


def sets(*repetitions, exercises=1, limbs=(), **answers):
    """Ask for quick exercises of these sets: 1 s up and 1 s down, the cuff open in the rests."""
    limbs = {f"exercise_{n}_limb": limb for n, limb in enumerate(limbs, start=1)}
    quick = {"tempo_up_s": 1, "tempo_down_s": 1, "cuff_in_rests": "open"}
    row = " ".join(map(str, repetitions))
    return asked(scheme="own", own_sets=row, exercises=exercises, **limbs, **{**quick, **answers})


def test_half_as_much_again_as_the_guidelines_is_answered_with_a_caution_and_more_is_stopped():
    """1.5 × 75 is 112.5."""
    assert "krieger2018" in {c.key for each in sets(40, 40, 32).cautions for c in each.cites}
    stopped = sets(40, 40, 33)
    assert str(stopped.headline) == "Change this session: too many repetitions"
    assert "113 repetitions for one exercise: 60–75 repetitions are advised" in str(
        stopped.stop.says
    )
    assert {"krieger2018", "tabata2016"} <= {cite.key for cite in stopped.stop.cites}


@pytest.mark.parametrize("limb", ["arm", "leg"])
def test_three_exercises_a_limb_are_answered_with_the_case_and_four_are_stopped(limb):
    three = sets(25, 25, 25, exercises=3, limbs=[limb] * 3)
    assert f"225 repetitions on one {limb} in a session are a lot. A soldier" in cautions(three)
    stopped = sets(5, 5, exercises=4, limbs=[limb] * 4)
    assert str(stopped.headline) == f"Change this session: fewer exercises for the {limb}"
    assert "krieger2018" in {cite.key for cite in stopped.stop.cites}


def test_two_exercises_of_usual_length_are_no_case_for_a_warning():
    assert not asked(exercises=2).cautions
    assert "a lot" in cautions(sets(25, 25, 26, exercises=2))


def test_more_repetitions_on_a_limb_than_published_advice_adds_up_to_are_stopped():
    """3 × 75 is 225."""
    stopped = sets(25, 25, 26, exercises=3)
    assert str(stopped.headline) == "Change this session: too many repetitions for the leg"
    assert "228 repetitions on one leg" in str(stopped.stop.says)


def test_a_session_of_all_limbs_has_a_line_too():
    """Half as much again as 225 repetitions and as 30 min."""
    four = ["leg", "leg", "arm", "arm"]
    assert not asked(exercises=4, exercise_3_limb="arm", exercise_4_limb="arm").stop
    assert not sets(28, 28, 28, exercises=4, limbs=four).stop  # 336
    stopped = sets(28, 28, 29, exercises=4, limbs=four)  # 340
    assert str(stopped.headline) == "Change this session: too much for one session"
    assert "340 repetitions" in str(stopped.stop.says)
    long = {
        "scheme": "own",
        "own_sets": "20 20 20",
        "rest_s": 60,
        "tempo_up_s": 4.5,
        "tempo_down_s": 4.5,
    }
    # 60 repetitions of 9 s and three fillings are 585 s, five times 48:45
    five = {f"exercise_{n}_limb": limb for n, limb in enumerate([*four, "leg"], start=1)}
    stopped = asked(exercises=5, **five, **long | {"cuff_in_rests": "open"})
    assert "300 repetitions and 48:45 under cuffs in one session" in str(stopped.stop.says)


def test_the_published_session_of_a_soldier_is_never_a_plain_answer():
    """30 and 3 × 15, with 30 s of rest, for one exercise after another of the calves."""
    for exercises in range(1, 7):
        for cuff in ("on", "open"):
            for first in ("yes", "no"):
                outcome = new(exercises=exercises, cuff_in_rests=cuff, first_sessions=first)
                said = [outcome.stop] if outcome.stop else outcome.cautions
                keys = {cite.key for each in said for cite in each.cites}
                assert exercises < 3 or "krieger2018" in keys, (exercises, cuff, first)


def test_the_lines_are_sums_of_what_is_published():
    """5–10 min, 60–75 repetitions, 1–3 exercises."""
    most, exercises = REPETITIONS_PER_EXERCISE.high, EXERCISES_PER_LIMB.high
    half_again = Fraction(3, 2)
    assert MOST_REPETITIONS.high == int(most * half_again)
    assert USUAL_LIMB_REPETITIONS.high == 2 * most
    assert MOST_LIMB_REPETITIONS.high == exercises * most
    assert MOST_SESSION_REPETITIONS.high == int(exercises * most * half_again)
    assert MOST_SESSION_TIME.longest == RESTRICTION_PER_EXERCISE.longest * exercises * half_again
    assert FILLING.value == 15


@given(answers=valid_answers(SESSION))
def test_work_and_time_of_each_limb_are_shown_and_bounded(answers):
    """Counted anew from the timeline: a side that was not named counts for both."""
    outcome = ask("session", answers)
    if outcome.stop:
        return
    values = read(SESSION.inputs, answers)
    opened = values["cuff_in_rests"] == "open"
    done, tight = {}, {}
    for clock in outcome.timeline.clocks:
        its = [each for each in outcome.timeline.segments if each.exercise == clock.exercise]
        repetitions = sum(each.repetitions for each in its)
        fills = sum(each.kind == "set" for each in its) if opened else 1
        on = sum(each.end.seconds - each.start.seconds for each in its if each.cuff_on)
        for side in ("left", "right") if clock.side in {"", "both"} else (clock.side,):
            limb = (side, clock.limb)
            done[limb] = done.get(limb, 0) + repetitions
            tight[limb] = tight.get(limb, 0) + on + 15 * fills
    shown = facts(outcome)
    for (side, limb), repetitions in done.items():
        said = shown.get(f"{side.capitalize()} {limb}, in all") or shown[f"Each {limb}, in all"]
        assert said.startswith(f"{repetitions} repetition")
        assert said.endswith(f"{Duration.s(tight[side, limb]).clock} with filling")
        assert repetitions <= 225
        assert tight[side, limb] <= 30 * 60
    assert "The whole session under cuffs" in shown


# sides --------------------------------------------------------------------------------------------


def test_a_side_that_is_named_stands_in_headline_facts_timeline_and_table():
    outcome = new(exercise_1_side="right", exercise_1_name="Leg press", exercise_1_load="20 kg")
    assert str(outcome.headline) == "5:00 under the cuff, 6:30 in all, right leg"
    assert facts(outcome)["Right leg, in all"] == "75 repetitions, 6:00 with filling"
    assert facts(outcome)["Volume load of Leg press, right leg"] == "1500 kg"
    assert str(outcome.timeline.segments[0].says) == "Leg press, right leg, set 1: 30 repetitions"
    clock = outcome.timeline.clocks[0]
    assert (clock.limb, clock.side, clock.name) == ("leg", "right", "Leg press, right leg")
    assert str(outcome.tables[0].rows[0][0]) == "Leg press, right leg"
    assert outcome.carry == {"exercise_1_name": "Leg press", "limb": "leg", "side": "right"}


def test_a_side_that_nobody_named_changes_no_word():
    outcome = new()
    assert str(outcome.headline) == "5:00 under the cuff, 6:30 in all"
    assert str(outcome.timeline.segments[0].says) == "Exercise 1, set 1: 30 repetitions"
    assert (outcome.timeline.clocks[0].name, outcome.timeline.clocks[0].side) == ("Exercise 1", "")
    assert outcome.carry == {}


def test_each_side_is_counted_on_its_own():
    """Three exercises, of which two are for the left leg: 150 and 75 repetitions."""
    sided = {"exercise_1_side": "left", "exercise_2_side": "right", "exercise_3_side": "left"}
    outcome = asked(exercises=3, **sided)
    shown = facts(outcome)
    assert shown["Left leg, in all"] == "150 repetitions, 13:30 with filling"
    assert shown["Right leg, in all"] == "75 repetitions, 6:45 with filling"
    assert shown["The whole session under cuffs"] == "225 repetitions, 20:15 with filling"
    assert not outcome.cautions
    assert str(outcome.headline).endswith("in all, left leg and right leg")
    both = asked(exercise_1_side="both")
    assert str(both.headline) == "6:30 under the cuff, both legs"
    assert facts(both)["Each leg, in all"] == "75 repetitions, 6:45 with filling"
    mixed = asked(exercises=2, exercise_1_limb="arm", exercise_1_side="left")
    assert [name for name in facts(mixed) if name.endswith(", in all")] == [
        "Left arm, in all",
        "Each leg, in all",
    ]


def test_time_of_a_limb_up_to_its_ceiling_is_not_flagged():
    """Twice 75 × 5 s, three rests of 70 s and 15 s to fill: 20:00, not more than the 20 min."""
    tempo = {"tempo_up_s": 2, "tempo_hold_s": 1, "tempo_down_s": 2}
    outcome = asked(exercises=2, rest_s=70, **tempo)
    assert facts(outcome)["Each leg, in all"] == "150 repetitions, 20:00 with filling"
    assert "that it may have without opening" not in cautions(outcome)


def test_time_of_a_limb_beyond_its_ceiling_is_flagged_though_the_cuff_was_open_in_between():
    """Two arm exercises of 8:15 with filling are 16:30, of 15 min without opening."""
    arms = {"exercise_1_limb": "arm", "exercise_2_limb": "arm", "rest_s": 60, "exercises": 2}
    assert "one arm is under the cuff for 16:30, more than the 15 min" in cautions(asked(**arms))
    assert "without opening" not in cautions(asked(rest_s=60, exercises=2))


# the pause ----------------------------------------------------------------------------------------


def test_three_minutes_open_are_enough_and_less_is_stopped():
    assert (
        headline(exercises=2, open_min=3) == "6:30 under the cuff for each exercise, 16:00 in all"
    )
    stopped = asked(exercises=2, open_min="2.99")
    assert str(stopped.headline) == "Change this session: open the cuff for longer"
    assert "It needs at least 3 min" in str(stopped.stop.says)
    assert str(stopped.stop.do[0]) == "Open the cuff for 3 min after each exercise."


# advised and not ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "outside", "says"),
    [
        ({"rest_s": 30}, {"rest_s": 29}, "You rest 29 s; 30–60 s is advised."),
        ({"rest_s": 60}, {"rest_s": 61}, "You rest 61 s; 30–60 s is advised."),
        ({"tempo_up_s": 1}, {"tempo_up_s": 0.9}, "A tempo of 1–2 s each way is usual."),
        ({"tempo_down_s": 2}, {"tempo_down_s": 2.1}, "A tempo of 1–2 s each way is usual."),
        (
            {"own_sets": "20 20 20"},
            {"own_sets": "20 20 19"},
            (
                "59 repetitions for one exercise: 60–75 repetitions are advised. "
                "A trial in athletes did three sets of 15, so fewer is no fault."
            ),
        ),
        (
            {"own_sets": "25 25 25", "cuff_in_rests": "open"},
            {"own_sets": "25 25 26", "cuff_in_rests": "open"},
            (
                "76 repetitions for one exercise: 60–75 repetitions are advised. "
                "Much more than a muscle is used to can damage it."
            ),
        ),
        ({"own_sets": "30 30"}, {"own_sets": "40"}, "You planned 1 set; 2–4 sets are advised."),
        (
            {"own_sets": "15 15 15 15"},
            {"own_sets": "12 12 12 12 12"},
            "You planned 5 sets; 2–4 sets are advised.",
        ),
    ],
)
def test_edges_of_what_is_advised(inside, outside, says):
    own = {"scheme": "own", "own_sets": "20 20 20"}
    assert says not in cautions(asked(**own | inside))
    assert says in cautions(asked(**own | outside))


def test_one_set_has_no_rest_to_be_flagged():
    assert "rest" not in cautions(asked(scheme="own", own_sets="40", rest_s=0))


@pytest.mark.parametrize("scheme", ["30-15-15-15", "4x15"])
def test_the_usual_schemes_are_answered_without_a_caution(scheme):
    assert not asked(scheme=scheme).cautions


@pytest.mark.parametrize(
    ("field", "edge", "beyond"),
    [
        ("own_sets", "40", "41"),
        ("own_sets", "1 1 1 1 1 1", "1 1 1 1 1 1 1"),
        ("tempo_up_s", "0.5", "0.4"),
        ("tempo_hold_s", "0", "-1"),
        ("tempo_down_s", "0.5", "0"),
        ("rest_s", "300", "301"),
        ("exercises", "6", "7"),
    ],
)
def test_edges_of_what_is_possible(field, edge, beyond):
    own = {"scheme": "own", "own_sets": "5 5", "exercises": "1"}
    assert asked(**own | {field: edge})
    with pytest.raises(AnswersError) as error:
        asked(**own | {field: beyond})
    assert [problem.name for problem in error.value.problems] == [field]


def test_stop_signs_are_in_every_answer():
    """Stop signs: pain, numbness … dizziness (smartcuffs_manual); colour (kaatsu_blog)."""
    said = " ".join(str(each.says) for each in asked().next)
    for sign in ("numb", "white or blue", "pain", "dizzy"):
        assert sign in said
    assert "Let the cuff down after the last set" in said
    assert "need not go to failure" in said
    assert "Not to failure" in " ".join(str(each.says) for each in new().next)


# timeline -----------------------------------------------------------------------------------------


@given(answers=valid_answers(SESSION))
def test_timeline_runs_without_a_gap_and_its_cuff_time_is_on_the_clocks(answers):
    outcome = ask("session", answers)
    if outcome.stop:
        return
    segments, clocks = outcome.timeline.segments, outcome.timeline.clocks
    assert segments[0].start == NOTHING
    assert segments[-1].end == outcome.timeline.total
    for before, after in itertools.pairwise(segments):
        assert before.end == after.start
    assert all(each.start < each.end for each in segments)
    assert all(each.cuff_on for each in segments if each.kind == "set")
    assert not any(each.cuff_on for each in segments if each.kind == "open")
    for clock in clocks:
        on = [
            each.end.seconds - each.start.seconds
            for each in segments
            if each.cuff_on and each.exercise == clock.exercise
        ]
        assert sum(on) == clock.under_cuff.seconds
        assert clock.under_cuff < clock.ceiling


@given(answers=valid_answers(SESSION))
def test_a_session_that_is_answered_stays_below_every_ceiling(answers):
    """Never chain exercises with the cuff on beyond 15 min (arm) or 20 min (leg)."""
    outcome = ask("session", answers)
    values = read(SESSION.inputs, answers)
    if outcome.stop:
        return
    longest = {"arm": Duration.of(15, Unit.MINUTE), "leg": Duration.of(20, Unit.MINUTE)}
    limbs = {clock.exercise: clock.limb for clock in outcome.timeline.clocks}
    tight = {}  # time since the cuff of a limb went on
    for each in outcome.timeline.segments:
        if each.kind == "open":
            assert each.end.seconds - each.start.seconds >= 180
            tight = {}
            continue
        if each.kind == "set":
            tight.setdefault(limbs[each.exercise], NOTHING)
        if each.cuff_on:
            time = Duration(each.end.seconds - each.start.seconds)
            tight = {limb: before + time for limb, before in tight.items()}
        if each.kind == "set":
            limb = limbs[each.exercise]
            assert tight[limb] <= longest[limb]
    assert all(clock.under_cuff <= longest[clock.limb] for clock in outcome.timeline.clocks)
    assert outcome.answer.time <= Duration.of(10, Unit.MINUTE)
    assert int(values["exercises"]) == len(outcome.timeline.clocks)


@given(answers=valid_answers(SESSION))
def test_table_has_a_row_for_every_set(answers):
    outcome = ask("session", answers)
    if outcome.stop:
        return
    sets = [each for each in outcome.timeline.segments if each.kind == "set"]
    rows = outcome.tables[0].rows
    assert [row[2] for row in rows] == [each.repetitions for each in sets]
    assert [row[3].time for row in rows] == [each.start for each in sets]


def test_table_of_the_usual_session():
    rows = [" ".join(map(str, row[1:])) for row in asked().tables[0].rows]
    assert rows == [
        "1 of 4 30 0:00 2:00",
        "2 of 4 15 2:30 3:30",
        "3 of 4 15 4:00 5:00",
        "4 of 4 15 5:30 6:30",
    ]


def test_ceilings_are_shown_for_the_limbs_of_the_session():
    both = asked(exercises=2, exercise_2_limb="arm").tables[1]
    shown = {str(what): str(ceiling) for what, ceiling in both.rows}
    assert shown == {
        "One exercise": "10 min",
        "An arm, without opening the cuff": "15 min",
        "A leg, without opening the cuff": "20 min",
        "Open between exercises": "at least 3 min",
    }
    assert "An arm, without opening the cuff" not in str(asked().tables[1].rows)


def test_rule_can_be_called_with_quantities():
    two = Duration.s(2)
    outcome = session(
        "4x15", two, NOTHING, two, Duration.s(60), "on", "1", "no",
        exercise_1_limb="leg", exercise_1_load=Mass.kg(20),
    )  # fmt: skip
    assert outcome.answer == Duration.s(420).clock


# exercises with sets of their own -------------------------------------------------------------------


def test_exercises_may_have_sets_of_their_own():
    """75 and 45 repetitions of 4 s are 300 and 180 s; three open rests of 30 s and two; 180 s between."""
    made = new(
        first_sessions="no", exercises=2, exercise_2_sets="15 15 15", exercise_2_load="10 kg"
    )
    assert str(made.headline) == "Up to 5:00 under the cuff for an exercise, 13:30 in all"
    assert facts(made)["Under the cuff, the longest exercise"] == "5:00"
    assert facts(made)["Each leg, in all"] == "120 repetitions, 9:45 with filling"
    assert facts(made)["Volume load of Exercise 2"] == "450 kg"
    assert [str(each.under_cuff.clock) for each in made.timeline.clocks] == ["5:00", "3:00"]
    sets = [each.repetitions for each in made.timeline.segments if each.kind == "set"]
    assert sets == [30, 15, 15, 15, 15, 15, 15]
    assert [str(row[1]) for row in made.tables[0].rows][-1] == "3 of 3"
    assert "45 repetitions for one exercise" in cautions(made)


def test_the_longest_exercise_is_held_against_the_ceiling():
    """112 repetitions of 6 s are 672 s, more than 10 min; 75 are 450 s."""
    slow = {"tempo_up_s": 3, "tempo_down_s": 3, "first_sessions": "no", "exercises": 2}
    assert new(**slow).timeline
    passes = new(**slow, exercise_2_sets="30 30 30 22")
    assert str(passes.headline) == "Change this session: one exercise passes 10 min"
    many = new(first_sessions="no", exercises=2, exercise_1_sets="38 38 37")
    assert str(many.headline) == "Change this session: too many repetitions"


def test_the_work_of_a_limb_is_that_of_its_own_exercises():
    """Left 112 + 112, right 15: 224 are laid out, 225 + 1 are not."""
    sides = {"exercise_1_side": "left", "exercise_2_side": "left", "exercise_3_side": "right"}
    quick = {"tempo_up_s": 1, "tempo_down_s": 1, "first_sessions": "no", "exercises": 3}
    sets = {"exercise_1_sets": "40 40 32", "exercise_2_sets": "40 40 32", "exercise_3_sets": "15"}
    made = new(**quick, **sides, **sets)
    assert facts(made)["Left leg, in all"].startswith("224 repetitions")
    assert facts(made)["Right leg, in all"].startswith("15 repetitions")
    over = new(**quick, **{**sides, "exercise_3_side": "left"}, **sets)
    assert str(over.headline) == "Change this session: too many repetitions for the leg"


def test_a_session_tells_its_tempo():
    assert [each.seconds for each in asked(tempo_hold_s="1").timeline.tempo] == [2, 1, 2]


@pytest.mark.parametrize("name", ["own_sets", "exercise_1_sets"])
def test_forty_repetitions_are_the_longest_set_that_is_read(name):
    own = {"scheme": "own", "exercises": 2, "own_sets": "15"}
    assert asked(**own | {name: "40"})
    with pytest.raises(AnswersError, match="41"):
        asked(**own | {name: "41"})


def test_a_rest_is_flagged_though_another_exercise_has_but_one_set():
    """Of 30-15-15-15 and one set of 30 the first has rests; 30 to 60 s are advised."""
    outcome = asked(exercises=2, exercise_2_sets="30", rest_s=61)
    assert "You rest 61 s" in cautions(outcome)
    one = asked(exercises=2, exercise_1_sets="30", exercise_2_sets="30", rest_s=61)
    assert "You rest" not in cautions(one)
