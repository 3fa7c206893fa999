"""The session: its clock, the time under the cuff, and ceilings with both of their sides."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules.bridge import ask
from bfr_rules.inputs import read
from bfr_rules.model import AnswersError
from bfr_rules.quantity import Duration, Mass, Unit
from bfr_rules.sessions import SCHEMES, SESSION, restriction, session

NOTHING = Duration.s(0)


def asked(**answers):
    return ask("session", {name: str(value) for name, value in answers.items()})


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
"""75 repetitions of 5 s are 375 s; one rest fills it up to the second."""


def test_ten_minutes_are_still_advised_and_a_second_more_is_not():
    """Restriction time: 5–10 min per exercise."""
    assert headline(rest_s=225, **TEN_MINUTES) == "10:00 under the cuff"
    stopped = asked(rest_s=226, **TEN_MINUTES)
    assert str(stopped.headline) == "Change this session: one exercise passes 10 min"
    assert "10:01. The ceiling is 10:00" in str(stopped.stop.says)
    assert {cite.key for cite in stopped.stop.cites} == {"patterson2019", "forge_bfr"}


def test_only_what_helps_is_proposed():
    """Rests of 30 s are not to blame, nor is a cuff in the rests if lifting alone is too long."""
    long_rests = {"own_sets": "40 35", "rest_s": 226, "tempo_up_s": 2.5, "tempo_down_s": 2.5}
    long_sets = {"own_sets": "40 40 40", "rest_s": 30, "tempo_up_s": 3, "tempo_down_s": 3}
    short_rests = {"own_sets": "40 40 40", "rest_s": 30, "tempo_up_s": 2.5, "tempo_down_s": 2.4}
    proposed = [
        [str(each) for each in asked(scheme="own", **given).stop.do][2:]
        for given in (long_rests, long_sets, short_rests)
    ]
    down, rest = "Let the cuff down in the rests.", "Rest 30–60 s between sets."
    assert proposed == [[down, rest], [], [down]]


def test_letting_the_cuff_down_is_one_way_below_ten_minutes():
    assert "Let the cuff down in the rests." in map(str, asked(rest_s=226, **TEN_MINUTES).stop.do)
    assert headline(rest_s=226, cuff_in_rests="open", **TEN_MINUTES).startswith("6:15")


def test_a_part_of_a_second_passes_the_ceiling_too():
    lifting = {"scheme": "own", "own_sets": "40 40 40 30", "rest_s": 0, "cuff_in_rests": "open"}
    assert headline(**lifting) == "10:00 under the cuff"
    stopped = asked(tempo_hold_s="0.001", **lifting)
    assert "10:01. The ceiling is 10:00" in str(stopped.stop.says)
    assert "Let the cuff down in the rests." not in map(str, stopped.stop.do)


def chain(limb, count, **answers):
    limbs = {f"exercise_{number}_limb": limb for number in range(1, count + 1)}
    return asked(exercises=count, between="on", scheme="own", own_sets="40 35", **limbs, **answers)


def test_fifteen_minutes_on_an_arm_are_answered_and_more_is_stopped():
    """< 15 min upper, before … reperfusion (3 minutes) (vald_bfr)."""
    tempo = {"tempo_up_s": 2.5, "tempo_down_s": 2.5}
    at_the_edge = chain("arm", 2, rest_s=50, **tempo)  # 425 + 50 + 425 s
    assert [str(clock.under_cuff.clock) for clock in at_the_edge.timeline.clocks] == [
        "7:05",
        "15:00",
    ]
    past_it = chain("arm", 2, rest_s=51, **tempo)
    assert str(past_it.headline) == "Change this session: the arm passes 15 min"
    assert "15:03. The ceiling is 15:00" in str(past_it.stop.says)
    assert {cite.key for cite in past_it.stop.cites} == {"vald_bfr"}
    assert chain("leg", 2, rest_s=51, **tempo).timeline


def test_twenty_minutes_on_a_leg_are_answered_and_more_is_stopped():
    """< 20 min lower (vald_bfr); never more than 20 min (smartcuffs_manual)."""
    at_the_edge = chain("leg", 3, rest_s=60)  # 360 + 60 + 360 + 60 + 360 s
    assert str(at_the_edge.timeline.total.clock) == "20:00"
    past_it = chain("leg", 3, rest_s=61)
    assert str(past_it.headline) == "Change this session: the leg passes 20 min"
    assert {cite.key for cite in past_it.stop.cites} == {"vald_bfr", "smartcuffs_manual"}


def test_two_exercises_of_eight_minutes_on_an_arm_do_not_fit():
    """Two exercises with the cuff left on do not (2 x 8:00 + change > 15 min)."""
    arms = {"exercise_1_limb": "arm", "exercise_2_limb": "arm", "rest_s": 60, "exercises": 2}
    assert asked(between="on", **arms).stop
    assert not asked(between="open", **arms).stop


def test_an_exercise_of_the_other_limb_does_not_stop_the_clock_of_a_cuff_that_stays_on():
    legs = {"exercises": 3, "between": "on", "rest_s": 60}
    assert asked(exercise_2_limb="arm", **legs).stop
    one_each = asked(exercises=2, between="on", rest_s=60, exercise_2_limb="arm")
    assert [str(clock.ceiling.clock) for clock in one_each.timeline.clocks] == ["10:00", "10:00"]


def test_a_cuff_left_on_is_flagged_and_a_single_exercise_is_not():
    assert "You leave it on" in cautions(asked(exercises=2, between="on", scheme="3x15"))
    assert "You leave it on" not in cautions(asked(exercises=1, between="on", scheme="3x15"))


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
            {"own_sets": "25 25 25"},
            {"own_sets": "25 25 26"},
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
    assert "Not to failure the first time" in said


# timeline -----------------------------------------------------------------------------------------


def open_or_chained(outcome, answers):
    """Tell, for each exercise, from which one on its cuff has been on."""
    limbs = [clock.limb for clock in outcome.timeline.clocks]
    if answers.get("between", "open") == "open":
        return list(range(len(limbs)))
    return [limbs.index(limb) for limb in limbs]


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
    values = read(SESSION.inputs, answers)
    for clock, first in zip(clocks, open_or_chained(outcome, values), strict=True):
        since = next(
            each.start for each in segments if each.exercise == first + 1 and each.kind == "set"
        )
        on = [
            each.end.seconds - each.start.seconds
            for each in segments
            if each.cuff_on and each.start >= since and each.exercise <= clock.exercise
        ]
        assert sum(on) == clock.under_cuff.seconds
        assert clock.under_cuff <= clock.ceiling


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
        "4x15", two, NOTHING, two, Duration.s(60), "on", "1",
        exercise_1_limb="leg", exercise_1_load=Mass.kg(20),
    )  # fmt: skip
    assert outcome.answer == Duration.s(420).clock
