"""The training load: rounding down, equipment that exists, and never more than its share."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules.bridge import ask
from bfr_rules.catalog import CALCULATORS
from bfr_rules.inputs.answers import read
from bfr_rules.inputs.numeric import MassInput
from bfr_rules.loads import equipment_makes, rule
from bfr_rules.loads.declaration import TRAINING_LOAD
from bfr_rules.loads.equipment_makes import heaviest_side, in_steps, on_a_bar, on_a_stack
from bfr_rules.quantity import Mass, Percent, Unit
from bfr_rules.question import AnswersError
from bfr_rules.references import BFR_INTENSITY, TEN_RM_SHARE

BOTH_UNITS = pytest.mark.parametrize("unit", [Unit.KG, Unit.LB])

E2_KG = "25 20 15 10 5 2.5 1.25 0.5 0.25"
E2_LB = "45 35 25 10 5 2.5"


def masses(numbers, unit):
    return tuple(Mass.of(number, unit) for number in numbers.split())


def plenty(numbers, unit):
    return tuple((plate, equipment_makes.PLENTY) for plate in masses(numbers, unit))


PAST_THE_FIRST = {"percent_1rm": "30", "first_sessions": "no"}


def asked(**answers):
    """Ask as somebody does who is past the first sessions, for 30 %."""
    return ask("training-load", PAST_THE_FIRST | answers)


def facts(outcome):
    return {str(fact.label): str(fact.value) for fact in outcome.facts}


def cautions(outcome):
    return " ".join(str(each.says) for each in outcome.cautions)


def side_of(made):
    """Read the plates of one side back from the facts, as a person would."""
    plates = made.facts[0].value
    items = getattr(plates, "items", ())
    return tuple(each.item for each in items for _ in range(each.number))


# the share ----------------------------------------------------------------------------------------


@BOTH_UNITS
@pytest.mark.parametrize(
    ("one_rm", "row"),
    [
        ("100", "20 25 30 35 40"),
        ("87.5", "17.5 21.875 26.25 30.625 35"),
        ("42", "8.4 10.5 12.6 14.7 16.8"),
    ],
)
def test_share_of_the_one_rm(one_rm, row, unit):
    for percent, expected in zip(range(20, 45, 5), row.split(), strict=True):
        share = Percent(percent).of(Mass.of(one_rm, unit))
        assert share.value == Fraction(expected)
        assert share.share_of(Mass.of(one_rm, unit)) == Percent(percent)


@BOTH_UNITS
@pytest.mark.parametrize(
    ("target", "step", "expected"),
    [
        ("26.25", "2.5", "25"),
        ("12.6", "1.25", "12.5"),
        ("12.6", "2", "12"),
        ("31", "5", "30"),
        ("8.4", "1", "8"),
    ],
)
def test_rounding_goes_down_to_a_whole_step(target, step, expected, unit):
    made = in_steps(Mass.of(target, unit), Mass.of(step, unit))
    assert made.load == Mass.of(expected, unit)
    assert str(made.says) == f"Lift {expected} {unit.symbol}"


@pytest.mark.parametrize(
    ("one_rm", "percent", "step", "expected"),
    [
        ("200 lb", "30", "5 lb", "Lift 60 lb"),
        ("100 kg", "29", "1 kg", "Lift 29 kg"),  # with floats 28.999…, and a plate is gone
        ("100 kg", "30", "0.3 kg", "Lift 30 kg"),
        ("100,1 kg", "30", "0,25 kg", "Lift 30 kg"),
        ("66.1387 lb", "30", "1 kg", "Lift 9 kg"),  # 30.00001… kg
    ],
)
def test_exact_multiples_are_kept(one_rm, percent, step, expected):
    answers = {"one_rm": one_rm, "percent_1rm": percent, "equipment": "step", "step": step}
    assert str(asked(**answers).headline) == expected


def test_less_than_one_step_is_a_lighter_tool_and_one_step_is_lifted():
    step = {"equipment": "step", "step": "5 kg", "percent_1rm": "20"}
    assert str(asked(one_rm="25 kg", **step).headline) == "Lift 5 kg"
    assert str(asked(one_rm="24.99 kg", **step).headline) == "Use a lighter tool"


# what the 1RM is taken from -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"basis": "ten_rm", "ten_rm": "30 kg"}, "8 12 16"),
        ({"basis": "ten_rm", "ten_rm": "45 kg"}, "12 18 24"),
        ({"basis": "other_limb", "healthy_one_rm": "40 kg"}, "8 12 16"),
        ({"basis": "other_limb", "healthy_one_rm": "62.5 kg"}, "12.5 18.75 25"),
    ],
)
def test_load_without_a_one_rm(answers, expected):
    """10RM 30 kg → 20/30/40 % = 8 / 12 / 16 kg; healthy limb 62.5 kg → 12.5 / 18.75 / 25."""
    for percent, load in zip(("20", "30", "40"), expected.split(), strict=True):
        outcome = asked(percent_1rm=percent, equipment="step", step="0.25 kg", **answers)
        assert outcome.answer == Mass.kg(load)


def test_what_is_taken_for_a_ten_rm_is_said_as_printed():
    """The chart of the NSCA: ten repetitions go with 75 % of the 1RM."""
    assert "How many times one can lift 75 % of the 1RM" in cautions(
        asked(basis="ten_rm", ten_rm="60 kg")
    )


def test_other_limb_is_an_upper_limit_with_a_physiotherapist():
    """Upper bound only: the injured limb is weaker. Use with limits, with a professional."""
    outcome = asked(basis="other_limb", healthy_one_rm="80 kg")
    assert "upper limit, with your physiotherapist" in cautions(outcome)
    assert "upper limit" not in cautions(asked(one_rm="80 kg"))


def test_band_takes_the_lower_end_and_shows_the_share_as_a_band():
    outcome = asked(
        basis="band", one_rm_low="90 kg", one_rm_high="110 kg", equipment="step", step="1 kg"
    )
    assert str(outcome.headline) == "Lift 27 kg"
    assert facts(outcome) == {
        "After rounding this is": "24.5 % to 30 % of your 1RM",
        "Heavy training starts at": "63 kg to 77 kg",
    }
    assert (str(outcome.band.low), str(outcome.band.high)) == ("24.5 %", "30 %")
    assert outcome.scale.band == (outcome.band.low, outcome.band.high)
    zones = [(each.kind, str(each.start), str(each.end)) for each in outcome.scale.zones]
    assert zones == [("bfr", "20 %", "40 %"), ("heavy", "70 %", "100 %")]


def test_band_of_one_value_is_no_band():
    outcome = asked(basis="band", one_rm_low="90 kg", one_rm_high="90 kg")
    assert outcome.band is None
    assert outcome.scale.band is None


def test_band_the_wrong_way_round_names_both_ends():
    with pytest.raises(AnswersError) as error:
        asked(basis="band", one_rm_low="110 kg", one_rm_high="90 kg")
    assert [each.name for each in error.value.problems] == ["one_rm_low", "one_rm_high"]


def test_a_basis_without_its_mass_is_our_bug():
    with pytest.raises(TypeError):
        rule.training_load("one_rm", Percent(30), "no", "step", step=Mass.kg(1))


# cautions and stops -------------------------------------------------------------------------------


def test_forty_percent_is_answered_and_more_is_refused_with_the_reason():
    assert asked(one_rm="100 kg", percent_1rm="40").answer == Mass.kg(40)
    with pytest.raises(AnswersError) as error:
        asked(one_rm="100 kg", percent_1rm="40.1")
    (problem,) = error.value.problems
    assert "Above 40 % it is no longer light-load training with a cuff" in str(problem.says)


def test_twenty_percent_is_advised_and_less_is_flagged():
    steps = {"one_rm": "100 kg", "equipment": "step", "step": "0.5 kg"}
    assert not asked(percent_1rm="20", **steps).cautions
    flagged = asked(percent_1rm="19.5", **steps)
    assert "less than the 20–40 % 1RM advised" in cautions(flagged)
    assert "eight weeks at 15 % did not raise the 1RM" in cautions(flagged)
    keys = {cite.key for cite in flagged.cautions[0].cites}
    assert {"patterson2019", "jessee2018"} <= keys


def test_a_share_that_falls_below_twenty_by_rounding_is_flagged():
    outcome = asked(one_rm="24 kg", percent_1rm="20", equipment="step", step="2.5 kg")
    assert facts(outcome)["After rounding this is"] == "10.4 % of your 1RM"
    assert "less than the 20–40 % 1RM advised" in cautions(outcome)


def test_a_share_that_is_shown_as_twenty_is_not_called_less():
    outcome = asked(one_rm="100.1 kg", percent_1rm="20", equipment="step", step="1 kg")
    assert facts(outcome)["After rounding this is"] == "20 % of your 1RM"
    assert not outcome.cautions


@pytest.mark.parametrize(
    ("one_rm", "step", "is_flagged"),
    [("72.9 kg", "1 kg", False), ("16.6 kg", "2.5 kg", False), ("16.7 kg", "2.5 kg", True)],
)
def test_what_rounding_takes_from_an_advised_share_is_no_caution(one_rm, step, is_flagged):
    """20 % of 72.9 kg in whole kilograms are 14 kg, 19.2 %; 2.5 kg of 16.6 are 15.1 %, of 16.7 kg 14.97 %."""
    outcome = asked(one_rm=one_rm, percent_1rm="20", equipment="step", step=step)
    assert ("advised" in cautions(outcome)) is is_flagged


def test_a_band_that_reaches_below_twenty_is_no_caution():
    band = {"basis": "band", "one_rm_low": "90 kg", "one_rm_high": "110 kg"}
    outcome = asked(percent_1rm="20", equipment="step", step="1 kg", **band)
    assert facts(outcome)["After rounding this is"] == "16.4 % to 20 % of your 1RM"
    assert not outcome.cautions


def test_first_sessions_end_at_thirty_percent():
    first = {"one_rm": "100 kg", "first_sessions": "yes", "equipment": "step", "step": "1 kg"}
    assert not asked(percent_1rm="30", **first).cautions
    outcome = asked(percent_1rm="30.1", **first)
    assert str(outcome.headline) == "Lighter at first: no more than 30 % of your 1RM"
    assert "For these 20–30 % 1RM is advised." in str(outcome.stop.says)
    assert str(outcome.stop.do[0]) == "Choose 20 % to begin with."
    assert "fitcuffs_guide" in {cite.key for cite in outcome.stop.cites}
    assert not asked(percent_1rm="30.1", **first | {"first_sessions": "no"}).stop


def test_who_says_nothing_is_new_to_it_and_starts_at_the_low_end():
    outcome = ask("training-load", {"one_rm": "100 kg", "equipment": "step", "step": "1 kg"})
    assert str(outcome.answer) == "20 kg"
    assert (outcome.carry["first_sessions"], outcome.carry["percent_1rm"]) == ("yes", "20")


def test_what_is_carried_on_is_what_was_said():
    steps = asked(one_rm="100 kg", percent_1rm="30", equipment="step", step="2 kg")
    assert steps.carry == {
        "exercise_1_load": "30 kg",
        "one_rm": "100 kg",
        "step": "2 kg",
        "percent_1rm": "30",
        "first_sessions": "no",
    }
    assert "step" not in asked(one_rm="100 kg", equipment="barbell").carry
    # 30 % of 3 kg is 0.9 kg, made 0.75 kg: no question for a load takes less than 1 kg
    light = asked(one_rm="3 kg", percent_1rm="30", equipment="step", step="0.25 kg")
    assert str(light.headline) == "Lift 0.75 kg"
    assert "exercise_1_load" not in light.carry
    assert light.carry["one_rm"] == "3 kg"


@pytest.mark.parametrize(
    "basis", [{"basis": "band"}, {"basis": "ten_rm"}, {"basis": "other_limb"}, {"basis": "one_rm"}]
)
def test_first_sessions_are_held_whatever_is_known(basis):
    assert ask("training-load", {**basis, "percent_1rm": "40"}).stop


def test_a_share_that_is_proposed_is_heavy_enough():
    """33.3 % of 60 kg is 19.98 kg, and still lighter than a bar of 20 kg."""
    outcome = asked(one_rm="60 kg")
    assert "the empty bar already weighs 20 kg" in str(outcome.stop.says)
    assert str(outcome.stop.do[1]) == "Or choose a higher share: 20 kg is 33.4 % of your 1RM."
    assert asked(one_rm="60 kg", percent_1rm="33.4").answer == Mass.kg(20)


@given(st.fractions(46, 72, max_denominator=50))
def test_following_the_proposal_leads_to_an_answer(one_rm):
    answers = {"one_rm": f"{float(one_rm):.2f} kg", "percent_1rm": "25"}
    outcome = asked(**answers)
    if outcome.stop and len(outcome.stop.do) > 1:
        proposed = str(outcome.stop.do[1]).split(" is ")[1].split(" %")[0]
        assert asked(**answers | {"percent_1rm": proposed}).answer == Mass.kg(20)


def test_a_share_just_short_of_the_bar_is_not_shown_as_its_weight():
    outcome = asked(one_rm="66.66 kg")  # 30 % is 19.998 kg
    assert "Your share is 19.99 kg, and the empty bar already weighs 20 kg" in str(
        outcome.stop.says
    )


def test_a_share_is_compared_in_the_unit_of_the_equipment():
    rack = {"equipment": "dumbbells", "dumbbell_smallest": "25 lb", "dumbbell_step": "5 lb"}
    assert str(asked(one_rm="30 kg", **rack).stop.says) == (  # 9 kg = 19.8416 lb
        "Your share is 19.84 lb, and the lightest dumbbell already weighs 25 lb."
    )


def test_no_higher_share_is_proposed_above_forty_nor_above_thirty_in_first_sessions():
    assert len(asked(one_rm="50 kg").stop.do) == 2  # 20 kg is exactly 40 %
    assert len(asked(one_rm="49.9 kg").stop.do) == 1
    first = {"first_sessions": "yes", "percent_1rm": "20"}
    assert len(asked(one_rm="66.7 kg", **first).stop.do) == 2  # 29.99 %
    assert len(asked(one_rm="66.6 kg", **first).stop.do) == 1  # 30.03 %


def test_answer_compares_with_heavy_training():
    """High-load (>70 % 1RM) (sorensen2023); traditional 70–80 % (jakobsen2022)."""
    assert facts(asked(one_rm="225 lb"))["Heavy training starts at"] == "157.5 lb"


def test_before_the_cuff_goes_on_thirty_repetitions_are_checked():
    """Check before the cuff goes on: 30 repetitions must be possible without it."""
    advice = asked(one_rm="100 kg").next[0]
    assert "30 repetitions with it off" in str(advice.says)
    assert {cite.key for cite in advice.cites} == {"smartcuffs_manual"}


# a bar with plates --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "bar", "unit", "side", "left"),
    [
        ("30", "20", Unit.KG, "5", "0"),
        ("37.5", "15", Unit.KG, "10 1.25", "0"),
        ("24", "20", Unit.KG, "1.25 0.5 0.25", "0"),
        ("31.5", "10", Unit.KG, "10 0.5 0.25", "0"),
        ("26.25", "20", Unit.KG, "2.5 0.5", "0.25"),
        ("65", "45", Unit.LB, "10", "0"),
        ("95", "35", Unit.LB, "25 5", "0"),
        ("50", "45", Unit.LB, "2.5", "0"),
        ("72.5", "45", Unit.LB, "10 2.5", "2.5"),
    ],
)
def test_plates_of_the_table(total, bar, unit, side, left):
    pairs = plenty(E2_KG if unit is Unit.KG else E2_LB, unit)
    made = on_a_bar(Mass.of(total, unit), Mass.of(bar, unit), pairs, collars=False)
    assert side_of(made) == masses(side, unit)
    shown = {str(fact.label): fact.value for fact in made.facts}
    assert shown.get("Cannot be made with these plates", Mass.kg(0)) == Mass.of(left, unit)
    assert made.load == Mass.of(total, unit) - Mass.of(left, unit)


def test_less_than_the_empty_bar_is_impossible():
    """18 on 20 → impossible."""
    made = on_a_bar(Mass.kg(18), Mass.kg(20), plenty(E2_KG, Unit.KG), collars=False)
    assert made.load is None
    assert made.smallest == Mass.kg(20)


def test_the_empty_bar_itself_is_lifted_alone():
    outcome = asked(one_rm="66.67 kg")  # 30 % is 20.001 kg
    assert str(outcome.headline) == "Lift the empty bar alone: 20 kg"
    assert facts(outcome)["Plates on each side"] == "none"
    assert "Cannot be made with these plates" not in facts(outcome)  # it would be 0 kg


@pytest.mark.parametrize(
    ("one_rm", "bar", "expected"),
    [
        ("100 kg", "standard", "Load the bar to 30 kg: 5 kg on each side"),
        ("225 lb", "standard", "Load the bar to 65 lb: 10 lb on each side"),
        ("100 kg", "light", "Load the bar to 30 kg: 5 kg and 2.5 kg on each side"),
        ("200 lb", "light", "Load the bar to 60 lb: 10 lb and 2.5 lb on each side"),
        ("500 kg", "standard", "Load the bar to 150 kg: 2 × 25 kg and 15 kg on each side"),
    ],
)
def test_gym_bars_and_plates_come_in_the_unit_of_the_one_rm(one_rm, bar, expected):
    assert str(asked(one_rm=one_rm, bar=bar).headline) == expected


def test_several_of_one_plate_are_said_in_words():
    assert asked(one_rm="500 kg").headline.words() == (
        "Load the bar to 150 kilograms: 2 times 25 kilograms and 15 kilograms on each side"
    )


def test_collars_count_five_kilograms():
    """Collars 2.5 kg each (nbc_bar): offered as an option, off by default."""
    with_collars = asked(one_rm="100 kg", collars="yes")
    assert str(with_collars.headline) == "Load the bar to 30 kg: 2.5 kg on each side"
    heavy = asked(one_rm="80 kg", collars="yes")
    assert "the bar with its collars already weighs 25 kg" in str(heavy.stop.says)


@pytest.mark.parametrize(
    ("tools", "expected"),
    [
        ({"plates": "kg", "plates_kg": ["2", "0.5"]}, "30 kg: 2 × 2 kg and 2 × 0.5 kg"),
        ({"plates": "kg", "plates_kg": "2 0,5"}, "30 kg: 2 × 2 kg and 2 × 0.5 kg"),
        ({"plates": "own", "own_plates": "2.5 1.25 0.5"}, "28.5 kg: 2.5 kg, 1.25 kg and 0.5 kg"),
        (
            {"plates": "own", "own_plates": "6 6 10", "bar": "other", "bar_mass": "6 kg"},
            "30 kg: 2 × 6 kg",
        ),
    ],
)
def test_only_plates_that_are_there_are_used(tools, expected):
    assert (
        str(asked(one_rm="100 kg", **tools).headline) == f"Load the bar to {expected} on each side"
    )


def test_a_bar_in_one_unit_takes_plates_in_the_other():
    # 20 kg = 44.0925 lb; the share is 66.1387 lb; 11.0231 lb a side: a 10 lb plate
    outcome = asked(one_rm="100 kg", plates="lb", plates_lb=["45", "25", "10", "5", "2.5"])
    assert str(outcome.headline) == "Load the bar to 64.09 lb: 10 lb on each side"
    assert outcome.answer == Mass.kg(20) + Mass.lb(20)
    # A bar of 45 lb under a 1RM in kilograms: 30 − 20.4117 kg leave 4.794 kg a side.
    outcome = asked(one_rm="100 kg", bar="other", bar_mass="45 lb")
    assert str(outcome.headline) == "Load the bar to 27.91 kg: 2.5 kg and 1.25 kg on each side"
    # 45 lb = 20.4117 kg; the share of 225 lb is 30.6175 kg; 5.1029 kg a side
    outcome = asked(one_rm="225 lb", plates="own", own_plates="5 2.5", own_plates_unit="kg")
    assert str(outcome.headline) == "Load the bar to 30.41 kg: 5 kg on each side"


PLATES = st.lists(
    st.tuples(st.integers(1, 120).map(lambda n: Fraction(n, 4)), st.integers(1, 3)),
    min_size=1,
    max_size=4,
    unique_by=lambda pair: pair[0],
)
TARGETS = st.integers(0, 400).map(lambda n: Fraction(n, 8))


def in_unit(pairs, unit):
    return tuple((Mass.of(plate, unit), owned) for plate, owned in pairs)


@BOTH_UNITS
@given(target=TARGETS, pairs=PLATES)
def test_no_other_plates_come_closer_and_none_as_close_are_fewer(target, pairs, unit):
    side = [plate.value for plate in heaviest_side(Mass.of(target, unit), in_unit(pairs, unit))]
    assert side == sorted(side, reverse=True)
    assert all(side.count(plate) <= dict(pairs)[plate] for plate in side)
    possible = [
        (sum(plate * n for (plate, _), n in zip(pairs, counts, strict=True)), -sum(counts))
        for counts in itertools.product(*(range(owned + 1) for _, owned in pairs))
    ]
    assert (sum(side), -len(side)) == max(each for each in possible if each[0] <= target)


@given(target=TARGETS, more=TARGETS, pairs=PLATES)
def test_a_heavier_target_never_makes_a_lighter_side(target, more, pairs):
    light, heavy = (
        sum(plate.value for plate in heaviest_side(Mass.kg(each), in_unit(pairs, Unit.KG)))
        for each in sorted((target, more))
    )
    assert light <= heavy


@given(target=TARGETS, pairs=PLATES)
def test_pounds_are_loaded_as_kilograms_are(target, pairs):
    kg = heaviest_side(Mass.kg(target), in_unit(pairs, Unit.KG))
    lb = heaviest_side(Mass.lb(target), in_unit(pairs, Unit.LB))
    assert [plate.value for plate in kg] == [plate.value for plate in lb]


@given(
    target=st.fractions(1, 200, max_denominator=100),
    bar=st.tuples(st.integers(1, 50), st.sampled_from([Unit.KG, Unit.LB])),
    unit=st.sampled_from([Unit.KG, Unit.LB]),
    pairs=PLATES,
    collars=st.booleans(),
)
def test_bar_collars_and_both_sides_weigh_the_load_exactly(target, bar, unit, pairs, collars):
    its_bar = Mass.of(*bar)
    made = on_a_bar(Mass.kg(target), its_bar, in_unit(pairs, unit), collars=collars)
    empty = its_bar + Mass.kg(5 if collars else 0)
    if made.load is None:
        assert Mass.kg(target) < empty == made.smallest
        return
    assert made.load == sum(side_of(made), Mass.kg(0)) * 2 + empty
    assert made.load <= Mass.kg(target)


# dumbbells and stacks -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tools", "expected"),
    [
        ({"dumbbells": "one"}, "Take a dumbbell of 12 kg"),
        ({"dumbbells": "two"}, "Take two dumbbells of 6 kg"),
        ({"dumbbell_smallest": "1 kg"}, "Take a dumbbell of 11 kg"),
        (
            {"dumbbell_smallest": "5 lb", "dumbbell_step": "5 lb"},
            "Take a dumbbell of 25 lb",  # 12.6 kg = 27.78 lb
        ),
    ],
)
def test_dumbbells_go_up_from_the_lightest_in_steps(tools, expected):
    assert str(asked(one_rm="42 kg", equipment="dumbbells", **tools).headline) == expected


@pytest.mark.parametrize("field", ["dumbbell_step", "dumbbell_smallest"])
def test_a_rack_without_steps_is_refused(field):
    with pytest.raises(AnswersError) as error:
        asked(equipment="dumbbells", **{field: "0"})
    assert [str(each.says) for each in error.value.problems] == [
        "You typed “0”. Enter 0.25 to 50 kg, for example 2 kg."
    ]


def test_two_dumbbells_share_the_load():
    outcome = asked(one_rm="42 kg", equipment="dumbbells", dumbbells="two")
    assert outcome.answer == Mass.kg(12)
    assert facts(outcome)["Each hand"] == "6 kg"


@pytest.mark.parametrize(
    ("dumbbells", "each_hand", "half"), [("one", None, None), ("two", "6 kg", "6.3 kg")]
)
def test_only_of_two_dumbbells_each_hand_is_told(dumbbells, each_hand, half):
    """30 % of 42 kg are 12.6 kg: 6.3 kg for each of two hands, and the rack has 6 kg."""
    outcome = asked(one_rm="42 kg", equipment="dumbbells", dumbbells=dumbbells)
    working = {str(each.says): str(each.result) for each in outcome.steps}
    assert facts(outcome).get("Each hand") == each_hand
    assert working.get("Half for each hand") == half


def test_the_lightest_dumbbell_is_taken_and_below_it_there_is_none():
    rack = {"equipment": "dumbbells", "percent_1rm": "20", "dumbbell_smallest": "2 kg"}
    assert asked(one_rm="10 kg", **rack).answer == Mass.kg(2)
    assert "the lightest dumbbell already weighs 2 kg" in str(
        asked(one_rm="9.9 kg", **rack).stop.says
    )
    two = asked(one_rm="19.9 kg", dumbbells="two", **rack)
    assert str(two.stop.says) == (
        "Your share is 3.98 kg, and the lightest pair of dumbbells already weighs 4 kg."
    )


@pytest.mark.parametrize(
    ("one_rm", "add_ons", "expected"),
    [
        ("100 kg", "", "Set the stack to 30 kg"),
        ("95 kg", "", "Set the stack to 25 kg"),
        ("95 kg", "2.5", "Set the stack to 25 kg and add 2.5 kg"),
        ("98 kg", "1,25 2,5", "Set the stack to 25 kg and add 2.5 kg and 1.25 kg"),
    ],
)
def test_stack_takes_its_pin_and_add_ons(one_rm, add_ons, expected):
    outcome = asked(one_rm=one_rm, equipment="stack", stack_add_ons=add_ons)
    assert str(outcome.headline) == expected


def test_the_first_plate_is_taken_and_below_it_there_is_none():
    stack = {"equipment": "stack", "percent_1rm": "20"}
    assert asked(one_rm="25 kg", **stack).answer == Mass.kg(5)
    assert "the first plate of the stack" in str(asked(one_rm="24.9 kg", **stack).stop.says)


QUARTERS = st.integers(1, 40).map(lambda n: Mass.kg(Fraction(n, 4)))


@given(
    target=st.integers(4, 400).map(lambda n: Mass.kg(Fraction(n, 8))),
    first=QUARTERS,
    step=QUARTERS,
    add_ons=st.lists(QUARTERS, max_size=4).map(tuple),
)
def test_no_other_pin_or_add_ons_come_closer(target, first, step, add_ons):
    made = on_a_stack(target, first, step, add_ons)
    extras = [
        sum(taken, Mass.kg(0))
        for size in range(len(add_ons) + 1)
        for taken in itertools.combinations(add_ons, size)
    ]
    pins = [first + step * n for n in range(201)]
    possible = [pin + extra for pin in pins for extra in extras if pin + extra <= target]
    assert made.load == max(possible, default=None)


def test_an_add_on_that_is_too_heavy_stays_off_the_stack():
    """For 8 kg on a stack that starts at 5: 7 kg of add-on alone would be nearer, but no pin holds it."""
    made = on_a_stack(Mass.kg(8), Mass.kg(5), Mass.kg(5), (Mass.kg(7),))
    assert str(made.says) == "Set the stack to 5 kg"


@pytest.mark.parametrize(
    "asked_for",
    [
        pytest.param(each, id=f"{calculator.slug}-{each.name}")
        for calculator in CALCULATORS
        for each in calculator.inputs
        if isinstance(each, MassInput)
    ],
)
def test_no_more_may_be_typed_in_pounds_than_in_kilograms(asked_for):
    """0.45359237 kg a pound: 110 lb are 49.9 kg, 770 lb 349.3 and 1100 lb 499."""
    kilograms, pounds = asked_for.possible[Unit.KG], asked_for.possible[Unit.LB]
    assert Mass.lb(pounds.high) <= Mass.kg(kilograms.high) < Mass.lb(pounds.high + 3)


# laws of the answer -------------------------------------------------------------------------------


def band_of(values):
    """Give the lowest and highest 1RM that the answers allow."""
    match values["basis"]:
        case "one_rm":
            return values["one_rm"], values["one_rm"]
        case "band":
            return values["one_rm_low"], values["one_rm_high"]
        case "ten_rm":
            return (values["ten_rm"] / TEN_RM_SHARE.value,) * 2
        case "other_limb":
            return values["healthy_one_rm"], values["healthy_one_rm"]


@given(answers=valid_answers(TRAINING_LOAD))
def test_load_never_exceeds_its_share_nor_forty_percent_of_any_one_rm_of_the_band(answers):
    """Never round a load up; never exceed 40 % 1RM."""
    values = read(TRAINING_LOAD.inputs, answers)
    low, high = band_of(values)
    if low > high:
        return
    outcome = ask("training-load", answers)
    if outcome.stop:
        return
    for one_rm in (low, high):
        assert outcome.answer <= values["percent_1rm"].of(one_rm)
        assert outcome.answer.share_of(one_rm) <= Percent(40) == Percent(BFR_INTENSITY.high)
    assert outcome.answer > Mass.kg(0)
    assert outcome.scale.mark == outcome.answer.share_of(low)


@given(
    one_rm=st.integers(4, 2000).map(lambda n: Fraction(n, 4)),
    percent=st.integers(100, 400).map(lambda n: Fraction(n, 10)),
    step=st.integers(1, 40).map(lambda n: Fraction(n, 4)),
)
def test_pounds_give_the_same_numbers_as_kilograms(one_rm, percent, step):
    kg, lb = (
        rule.training_load(
            "one_rm",
            Percent(percent),
            "no",
            "step",
            Mass.of(one_rm, unit),
            step=Mass.of(step, unit),
        )
        for unit in (Unit.KG, Unit.LB)
    )
    assert (kg.answer and kg.answer.value) == (lb.answer and lb.answer.value)
    assert str(kg.headline).replace("kg", "lb") == str(lb.headline)


def test_the_plates_to_tick_are_those_that_gyms_have():
    """Discs of competitions: 25, 20, 15, 10, 5, 2.5, 2, 1.5, 1 and 0.5 kg; gyms add 1.25 and 0.25."""
    plates = {each.name: each for each in TRAINING_LOAD.inputs if each.name.startswith("plates_")}
    kilograms = [each.value for each in plates["plates_kg"].choices]
    assert kilograms == "25 20 15 10 5 2.5 2 1.5 1.25 1 0.5 0.25".split()
    assert [each.value for each in plates["plates_lb"].choices] == "45 35 25 10 5 2.5".split()
