"""The screening: every reason has its severity, words and source, and no answer makes it milder."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import valid_answers

from bfr_rules import bridge
from bfr_rules.asking import Situation, run
from bfr_rules.citation import State
from bfr_rules.gate import LIMBS, effective, gate
from bfr_rules.inputs.choices import DONT_KNOW, NONE_OF_THESE
from bfr_rules.quantity import Mass, Pressure
from bfr_rules.question import AnswersError
from bfr_rules.references import BFR_INTENSITY, CUFF_PRESSURE, RESTRICTION_PER_EXERCISE
from bfr_rules.screening.declaration import NOTHING, SCREENING
from bfr_rules.screening.points import clot_points, kaatsu_points
from bfr_rules.screening.reasons import (
    BY_VALUE,
    HIGH_PRESSURE,
    HIGHEST_PRESSURE,
    ITEMS,
    LIST_NAMES,
    LISTS_TO_TICK,
    LOW_LOWER,
    LOW_PRESSURE,
    NEVER,
    OF_A_LIMB,
    RAISED_PRESSURE,
    Severity,
)
from bfr_rules.screening.rule import screening
from bfr_rules.screening.says import ALWAYS
from bfr_rules.screening.short import CHECK, CLEAN
from bfr_rules.standing import Level, Release, Who
from bfr_rules.times import Date

ABS, NOW, REL, PRE = Severity.ABS, Severity.NOW, Severity.REL, Severity.PRE
TICKED = {each.value: asked.name for asked, items in LISTS_TO_TICK for each in items}
"""The list that each box stands in."""
BY_NUMBER = {
    "child": {"age": "11"},
    "minor": {"age": "17"},
    "older": {"age": "60"},
    "highest-pressure": {"systolic": "180"},
    "high-pressure": {"systolic": "160"},
    "raised-pressure": {"systolic": "140"},
    "low-pressure": {"systolic": "89"},
    "low-lower-pressure": {"diastolic": "59"},
    "pressure-unknown": {"bp": "unknown", "systolic": "", "diastolic": ""},
    "fast-heart": {"resting_hr": "100"},
    "heavy": {"height_cm": "170", "body_mass": "86.7 kg"},
    "heavy-unknown": {"height_cm": ""},
}
"""Items that come from a number: 86.7 kg at 170 cm is a body-mass index of exactly 30."""

each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: f"{item.id}-{item.value}")


def ask(**answers):
    """Ask with these answers; everything else is that of a person without a listed reason."""
    return bridge.ask("screening", {**NOTHING, **answers})


def level(**answers):
    return ask(**answers).standing.level


def alone(item):
    """Give the answers in which this item is the only one."""
    return BY_NUMBER.get(item.value) or {TICKED[item.value]: [item.value]}


def ticks(*values):
    """Tick boxes, each in its list."""
    answers = {}
    for value in values:
        answers.setdefault(TICKED[value], []).append(value)
    return answers


def texts(outcome):
    """List every text of an outcome, its letter and its standing."""
    parts = [outcome.headline, outcome.standing.says, *outcome.standing.limits]
    parts += [each.says for each in (*outcome.steps, *outcome.cautions, *outcome.next)]
    if outcome.stop:
        parts += [outcome.stop.says, *outcome.stop.do]
    if outcome.letter:
        letter = outcome.letter
        parts += [letter.title, *letter.opening, *letter.closing]
        parts += [text for part in letter.parts for text in (part.title, *part.lines)]
    return [str(each) for each in parts]


@st.composite
def finished(draw):
    """Answers with nothing left open."""
    answers = draw(valid_answers(SCREENING))
    answers = {**NOTHING, **answers}
    for name in LIST_NAMES:
        answers[name] = answers[name] or [NONE_OF_THESE]
    for name in ("age", "systolic", "diastolic"):
        answers[name] = answers[name] or NOTHING[name]
    upper, lower = (Fraction(answers[name]) for name in ("systolic", "diastolic"))
    if lower >= upper:
        answers["systolic"], answers["diastolic"] = "120", "75"
    return answers


# the list ----------------------------------------------------------------------------------------


@each_item
def test_item_says_why_and_what_to_do_and_is_cited(item):
    assert item.cites
    assert State.RECALLED not in {each.state for each in item.cites}
    assert len(set(item.cites)) == len(item.cites)
    texts = (item.do, item.why, item.more, item.includes, item.excludes, item.decides.says)
    assert all(str(each).endswith(".") for each in (*texts, *item.limits) if each)
    assert len({each.id for each in ITEMS}) == len(ITEMS), "each reason has an anchor of its own"
    assert not str(item.tick).endswith(".")
    assert BY_VALUE[item.value] is item, "each box has a value of its own"
    assert not item.limb or item.value in OF_A_LIMB


def test_lists_are_short_and_every_box_has_its_reason():
    assert len(LISTS_TO_TICK) == 9
    for asked, items in LISTS_TO_TICK:
        assert len(items) <= 12
        assert [each.value for each in asked.choices] == [each.value for each in items]
        assert asked.more.keys() == {each.value for each in items}
        assert asked.hint
        assert asked.why
        assert asked.default == []


# one reason alone ---------------------------------------------------------------------------------


@each_item
def test_every_reason_alone_gives_its_severity(item):
    outcome = ask(**alone(item))
    assert outcome.standing.level is item.severity.value
    said = outcome.stop.do if outcome.stop else tuple(each.says for each in outcome.cautions)
    reason = next(each for each in said if str(each).startswith(str(item.tick)))
    assert str(item.do) in str(reason)
    cited = outcome.stop.cites if outcome.stop else outcome.cautions[0].cites
    assert set(item.cites) <= set(cited)


@pytest.mark.parametrize("value", ["swollen-limb", "chest-pain"])
def test_signs_of_a_clot_or_of_the_heart_send_to_a_doctor_today(value):
    assert any("See a doctor today." in str(each) for each in ask(**ticks(value)).stop.do)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"systolic": "139", "diastolic": "89"}, Level.NONE),
        ({"systolic": "140", "diastolic": "89"}, Level.CLINICIAN),
        ({"systolic": "139", "diastolic": "90"}, Level.CLINICIAN),
        ({"systolic": "159", "diastolic": "99"}, Level.CLINICIAN),
        ({"systolic": "160", "diastolic": "75"}, Level.DOCTOR),
        ({"systolic": "139", "diastolic": "100"}, Level.DOCTOR),
        ({"systolic": "90", "diastolic": "60"}, Level.NONE),
        ({"systolic": "90", "diastolic": "59"}, Level.LIMITS),
        ({"systolic": "89", "diastolic": "60"}, Level.CLINICIAN),
        ({"systolic": "88", "diastolic": "50"}, Level.CLINICIAN),
        ({"resting_hr": "99"}, Level.NONE),
        ({"resting_hr": "100"}, Level.CLINICIAN),
        ({"age": "1"}, Level.DOCTOR),
        ({"age": "9"}, Level.DOCTOR),
        ({"age": "17"}, Level.DOCTOR),
        ({"age": "18"}, Level.NONE),
        ({"age": "59"}, Level.NONE),
        ({"age": "60"}, Level.CLINICIAN),
        ({"height_cm": "170", "body_mass": "86.69 kg"}, Level.NONE),
        ({"height_cm": "170", "body_mass": "86.7 kg"}, Level.LIMITS),
        # 5 ft 10 in are 1.778 m, and 30 × 1.778² = 94.84 kg = 209.08 lb.
        ({"height_cm": "5 ft 10", "body_mass": "209 lb"}, Level.NONE),
        ({"height_cm": "5 ft 10", "body_mass": "209.1 lb"}, Level.LIMITS),
        ({"height_cm": ""}, Level.LIMITS),
        ({"body_mass": ""}, Level.LIMITS),
    ],
)
def test_both_sides_of_every_line(answers, expected):
    assert level(**answers) is expected


def test_the_lower_number_must_be_below_the_upper_one():
    for lower in ("90", "91"):
        with pytest.raises(AnswersError) as error:
            ask(systolic="90", diastolic=lower)
        (problem,) = error.value.problems
        assert problem.name == "diastolic"
        assert str(problem.says) == "Enter the lower number here: it is below 90 mmHg."


# reasons together ---------------------------------------------------------------------------------


def test_smoking_needs_a_clinician_beside_what_also_strains_the_vessels():
    assert level(**ticks("smoke")) is Level.LIMITS
    assert level(**ticks("smoke", "untrained")) is Level.LIMITS
    assert level(**ticks("smoke", "other-medicine")) is Level.LIMITS
    assert level(habits=["smoke"], height_cm="") is Level.LIMITS
    assert level(habits=["smoke"], **BY_NUMBER["heavy"]) is Level.CLINICIAN
    for value in ("cholesterol-raised", "progestogen", "hrt-patch"):
        assert level(**ticks("smoke", value)) is Level.CLINICIAN
    assert level(**ticks("smoke", "sore")) is Level.NOT_TODAY
    assert level(**ticks("smoke", "clot")) is Level.DOCTOR


def test_a_high_body_mass_index_needs_a_clinician_only_with_a_reason_to_ask_one():
    """A34: "PRE; with one more REL → REL"."""
    heavy = BY_NUMBER["heavy"]
    assert level(**heavy) is Level.LIMITS
    assert level(**heavy, **ticks("untrained")) is Level.LIMITS
    assert level(**heavy, **ticks("kidney")) is Level.CLINICIAN


@given(finished(), st.sampled_from(sorted(TICKED)))
def test_one_more_tick_never_makes_it_milder(answers, value):
    before = bridge.ask("screening", answers).standing
    name = TICKED[value]
    more = [each for each in answers[name] if each != NONE_OF_THESE]
    after = bridge.ask("screening", {**answers, name: [*more, value]}).standing
    assert after.level.rank >= before.level.rank
    assert set(before.closed) <= set(after.closed)


@given(finished(), st.sampled_from(LIST_NAMES))
def test_not_to_know_is_as_strict_as_every_box_of_the_list(answers, name):
    every = [each for each in TICKED if TICKED[each] == name]
    unknown = bridge.ask("screening", {**answers, name: [DONT_KNOW], "limbs": []}).standing
    ticked = bridge.ask("screening", {**answers, name: every, "limbs": []}).standing
    assert (unknown.level, unknown.closed) == (ticked.level, ticked.closed)


@given(finished(), st.sampled_from(LIST_NAMES))
def test_not_to_know_never_makes_it_milder(answers, name):
    before = bridge.ask("screening", answers).standing
    after = bridge.ask("screening", {**answers, name: [DONT_KNOW]}).standing
    assert after.level.rank >= before.level.rank


@given(finished(), st.integers(1, 60), st.integers(1, 20))
def test_more_years_pressure_or_weight_never_make_it_milder(answers, more, kilos):
    before = bridge.ask("screening", answers).standing.level.rank
    age = int(answers["age"])
    if age >= 18:
        older = {**answers, "age": str(min(110, age + more))}
        assert bridge.ask("screening", older).standing.level.rank >= before
    if int(answers["systolic"]) >= 90:  # below, more is nearer to the usual
        upper = {**answers, "systolic": str(min(300, int(answers["systolic"]) + more))}
        assert bridge.ask("screening", upper).standing.level.rank >= before
    slow = bridge.ask("screening", {**answers, "resting_hr": "60"}).standing.level.rank
    fast = bridge.ask("screening", {**answers, "resting_hr": str(60 + more)}).standing.level.rank
    assert fast >= slow
    if answers["height_cm"]:
        for mass in (60, 80, 100):
            lighter = {**answers, "body_mass": f"{mass} kg"}
            heavier = {**answers, "body_mass": f"{mass + kilos} kg"}
            assert (
                bridge.ask("screening", heavier).standing.level.rank
                >= bridge.ask("screening", lighter).standing.level.rank
            )


def test_every_pair_of_reasons_is_as_strict_as_the_stricter_one():
    for one, other in itertools.combinations(TICKED, 2):
        least = max(BY_VALUE[each].severity.value.rank for each in (one, other))
        assert level(**ticks(one, other)).rank >= least, (one, other)


# what is left open --------------------------------------------------------------------------------


@given(valid_answers(SCREENING), st.sampled_from([*LIST_NAMES, "age", "systolic", "diastolic"]))
def test_what_is_not_answered_is_never_green(answers, name):
    given = {**NOTHING, **answers, "bp": "numbers", "systolic": "120", "diastolic": "75"}
    found = bridge.ask("screening", {**given, name: [] if name in LIST_NAMES else ""})
    assert found.standing.level in {Level.UNFINISHED, Level.DOCTOR}
    assert found.stop


def test_nothing_answered_says_how_many_questions_are_left():
    outcome = bridge.ask("screening", {})
    assert str(outcome.headline) == "Not finished: 11 questions left"
    assert [str(each) for each in outcome.stop.do[:2]] == [
        "Answer “Clots”.",
        "Answer “Heart and vessels”.",
    ]
    assert str(ask(clots=[]).headline) == "Not finished: 1 question left"


def test_a_reason_for_a_doctor_does_not_wait_for_the_rest():
    assert bridge.ask("screening", {"clots": ["clot"]}).standing.level is Level.DOCTOR
    assert bridge.ask("screening", {"systolic": "160"}).standing.level is Level.DOCTOR
    assert bridge.ask("screening", {"diastolic": "100"}).standing.level is Level.DOCTOR
    assert bridge.ask("screening", {"age": "17"}).standing.level is Level.DOCTOR
    assert bridge.ask("screening", {"today": ["ill"]}).standing.level is Level.UNFINISHED


# blood pressure that is not known -------------------------------------------------------------------

UNKNOWN = {"bp": "unknown", "systolic": "", "diastolic": ""}


def test_an_unknown_blood_pressure_is_one_thing_missing_and_no_click_stands_in_for_it():
    outcome = ask(**UNKNOWN)
    assert str(outcome.headline) == "One thing missing: your blood pressure"
    assert (outcome.standing.level, outcome.standing.lasting) == (Level.MISSING, Level.MISSING)
    assert outcome.standing.release_by == ()
    assert outcome.letter is None
    told = " ".join(map(str, outcome.stop.do))
    assert "pharmacy" in told
    assert "five minutes" in told


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("120", "75", Level.NONE),
        ("150", "95", Level.CLINICIAN),
        ("190", "110", Level.DOCTOR),
        ("190", "", Level.DOCTOR),
        ("", "100", Level.DOCTOR),
        ("120", "", Level.MISSING),
        ("150", "", Level.MISSING),
    ],
)
def test_numbers_that_were_typed_count_whatever_the_first_question_says(upper, lower, expected):
    assert level(bp="unknown", systolic=upper, diastolic=lower) is expected


@given(finished())
def test_who_does_not_know_the_pressure_is_released_by_nobody(answers):
    standing = bridge.ask("screening", {**answers, **UNKNOWN}).standing
    assert standing.release_by == ()
    assert standing.level.rank >= Level.MISSING.rank


# who may decide otherwise ---------------------------------------------------------------------------


@each_item
def test_every_reason_says_who_may_decide_otherwise_with_a_source_or_as_ours(item):
    assert item.decides.cites
    assert State.RECALLED not in {each.state for each in item.decides.cites}
    never = {"clot-fresh", "swollen-limb", "chest-pain", "child", "highest-pressure"}
    never |= {"pressure-unknown", "ill", "alcohol", "journey", "sore"}
    assert (item.decides.by == ()) == (item.value in never) == (item in NEVER)


@given(finished())
def test_a_release_is_left_to_those_whom_every_reason_leaves_it_to(answers):
    standing = bridge.ask("screening", answers).standing
    values = [value for name in LIST_NAMES for value in answers[name]]
    if DONT_KNOW in values:
        return
    ticked = [BY_VALUE[value] for value in values if value != NONE_OF_THESE]
    closing = [each for each in ticked if each.severity in {ABS, REL}]
    for who in Who:
        if who in standing.release_by:
            assert standing.lasting in {Level.CLINICIAN, Level.DOCTOR}
            assert all(who in each.decides.by for each in closing)


def test_what_no_release_opens_stays_closed_whoever_agrees():
    for item in NEVER:
        standing = ask(**alone(item)).standing
        released = replace(
            standing, release=Release(Who.DOCTOR, Date.parse("2026-11-24"), tuple(LIMBS), ())
        )
        assert gate(effective(released)), item.value


SAYS_WHO = {
    (): "No agreement opens the cuff while this is so.",
    (Who.DOCTOR,): "A doctor who knows you may decide otherwise",
    tuple(Who): "A doctor or physiotherapist who knows BFR and knows you may decide.",
}


@each_item
def test_the_stop_says_who_may_decide_and_nobody_else(item):
    outcome = ask(**alone(item))
    told = " ".join(map(str, outcome.stop.do)) if outcome.stop else ""
    decides = outcome.standing.lasting in {Level.CLINICIAN, Level.DOCTOR}
    said = {by for by, words in SAYS_WHO.items() if words in told}
    assert said == ({outcome.standing.release_by} if decides else set())


def test_a_young_person_may_train_with_a_professional():
    standing = ask(age="15", **ticks("operation")).standing
    assert standing.level is Level.DOCTOR
    assert standing.release_by == (Who.DOCTOR,)
    assert ask(age="15").standing.release_by == tuple(Who)
    assert ask(age="11").standing.release_by == ()
    assert "supervised" in {each.code for each in standing.limits}


def test_tomorrow_asks_for_what_lasts_and_not_for_what_was_today():
    standing = ask(**ticks("sore", "diabetes")).standing
    assert (standing.level, standing.lasting) == (Level.NOT_TODAY, Level.CLINICIAN)
    assert standing.release_by == tuple(Who)
    assert ask(**ticks("sore")).standing.lasting is Level.NONE
    assert ask(today=[]).standing.lasting is Level.NONE
    assert ask(today=[], clots=[]).standing.lasting is Level.UNFINISHED


def test_worn_joints_spider_veins_and_a_cramp_are_no_reason():
    assert "osteoarthritis" in str(BY_VALUE["inflammatory"].excludes)
    assert "Spider veins" in str(BY_VALUE["varicose-veins"].excludes)
    assert "cramp" in str(BY_VALUE["swollen-limb"].excludes)
    assert "beta-blockers" in str(BY_VALUE["pressure-tablets"].tick)


# limbs --------------------------------------------------------------------------------------------

CLOSING = [each for each in OF_A_LIMB if BY_VALUE[each].severity is ABS]


def test_the_reasons_of_one_limb_are_those_of_the_list():
    assert set(CLOSING) == {"dialysis", "lymph", "wound", "tumour-in-limb", "no-feeling"}
    assert set(OF_A_LIMB) - set(CLOSING) == {"varicose-veins"}


@pytest.mark.parametrize("value", CLOSING)
def test_a_named_limb_is_closed_and_the_others_need_a_clinician(value):
    standing = ask(**ticks(value), limbs=["left-arm"]).standing
    assert (standing.level, standing.closed) == (Level.CLINICIAN, ("left-arm",))
    found = ask(**ticks(value), limbs=["left-arm"])
    assert "No cuff on: left arm." in [str(each) for each in found.provisos]


@pytest.mark.parametrize("value", CLOSING)
@pytest.mark.parametrize("limbs", [[], list(LIMBS)], ids=["none named", "all named"])
def test_no_limb_named_counts_as_all_of_them(value, limbs):
    standing = ask(**ticks(value), limbs=limbs).standing
    assert (standing.level, standing.closed) == (Level.DOCTOR, tuple(LIMBS))


def test_varicose_veins_close_their_limb_and_never_more_than_ask():
    for limbs in ([], ["right-leg"], list(LIMBS)):
        standing = ask(**ticks("varicose-veins"), limbs=limbs).standing
        assert standing.level is Level.CLINICIAN
        assert standing.closed == (tuple(limbs) or tuple(LIMBS))
    assert any("No limb is named" in str(each) for each in ask(**ticks("varicose-veins")).stop.do)


def test_limbs_that_no_tick_asks_for_are_not_closed():
    assert ask(limbs=["left-arm"]).standing.closed == ()
    assert ask(**ticks("numb-limb"), limbs=["left-arm"]).standing.closed == ()


def test_a_named_limb_does_not_help_who_does_not_know_the_list():
    unknown = ask(arms_legs=["lymph", DONT_KNOW], limbs=["left-arm"]).standing
    assert (unknown.level, unknown.closed) == (Level.DOCTOR, tuple(LIMBS))


# points -------------------------------------------------------------------------------------------


def total(points):
    return sum(each.points for each in points)


@pytest.mark.parametrize(
    ("ticked", "age", "expected"),
    [
        ({"bed-rest"}, 64, 2),
        ({"clot"}, 61, 4),
        (set(), 40, 0),
        ({"cancer", "weak-leg"}, 70, 5),
        ({"cancer", "tumour-in-limb"}, None, 2),
        (
            {"clot", "clotting-disorder", "weak-leg", "cancer", "intensive-care", "bed-rest"},
            60,
            12,
        ),
    ],
)
def test_clot_points_of_the_worked_examples(ticked, age, expected):
    """Age 64 + immobile → 2; earlier clot + 61 → 4; none → 0; cancer + paralysis + 70 → 5; most 12."""
    assert total(clot_points(ticked, age)) == expected


@pytest.mark.parametrize(
    ("ticked", "age", "bmi", "woman", "expected"),
    [
        (set(), 30, 23, False, 0),
        (set(), 45, 27, True, 3),
        (set(), 62, 31, True, 5),
        ({"varicose-veins"}, 50, 26, False, 5),
        ({"pregnant"}, 32, 24, True, 5),
        ({"cholesterol"}, 65, 26, False, 5),
        (set(), 58, 25, False, 2),
        (set(), 59, 24, False, 2),
        (set(), 39, 30, False, 2),
        (set(), 40, 24, False, 1),
        ({"cancer", "tumour-in-limb"}, None, None, False, 2),
        ({"atrial-fibrillation-treated", "atrial-fibrillation-untreated"}, None, None, False, 3),
    ],
)
def test_kaatsu_points_of_the_worked_examples(ticked, age, bmi, woman, expected):
    points = kaatsu_points(ticked, age, None if bmi is None else Fraction(bmi), woman=woman)
    assert total(points) == expected


def test_the_body_mass_index_is_shown_to_one_place():
    """75 kg at 1.78 m: 75 ÷ 3.1684 is 23.67."""
    shown = {str(each.says): str(each.result) for each in ask().steps}
    assert shown["Body-mass index"] == "23.7"


def test_each_line_of_the_pressure_is_named_as_it_is_drawn():
    """180/110 stops in the published list, 160/100 by our rule; 140/90 is high, 90/60 low."""
    items = (HIGHEST_PRESSURE, HIGH_PRESSURE, RAISED_PRESSURE, LOW_PRESSURE, LOW_LOWER)
    assert [str(each.tick) for each in items] == [
        "Blood pressure of 180/110 or more, by either number",
        "Blood pressure of 160/100 or more, by either number",
        "Blood pressure of 140/90 or more, by either number",
        "An upper blood pressure below 90 mmHg",
        "A lower blood pressure below 60 mmHg",
    ]


@pytest.mark.parametrize("unknown", ["height_cm", "body_mass"])
def test_a_weight_that_cannot_be_told_counts_as_the_heaviest(unknown):
    """A man of 45 with varicose veins has 3 + 1 = 4 points; with 2 for a BMI of 30 or more, 6."""
    veins = {"age": "45", "sex": "man", **ticks("varicose-veins")}
    assert not adds_up(**veins)
    assert adds_up(**veins, **{unknown: ""})


def test_the_point_for_women_counts_unless_a_man_says_so():
    """A man of 45 with varicose veins has 3 + 1 = 4 points, which add up to nothing; a woman 5."""
    veins = {"age": "45", **ticks("varicose-veins")}
    assert not adds_up(**veins, sex="man")
    assert adds_up(**veins, sex="woman")
    assert adds_up(**veins)


def adds_up(**answers):
    return any("add up" in str(each) for each in ask(**answers).stop.do)


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [(159, 94, 0), (160, 80, 3), (150, 95, 3), (180, 100, 3), (181, 80, 5), (150, 101, 5)],
)
def test_kaatsu_points_of_blood_pressure(upper, lower, expected):
    """Above 180/100: 5; 160–179/95–99: 3. What lies between counts as the lower step."""
    points = kaatsu_points((), None, None, Pressure.mmhg(upper), Pressure.mmhg(lower), woman=False)
    assert total(points) == expected


def test_more_than_four_kaatsu_points_are_a_reason_to_ask_and_no_more():
    """Raised cholesterol 2 + patch 2 = 4, with the point that is counted for all: 5."""
    boxes = ticks("cholesterol-raised", "hrt-patch")
    assert level(**boxes, sex="man") is Level.LIMITS
    outcome = ask(**boxes)
    assert outcome.standing.level is Level.CLINICIAN
    assert outcome.standing.release_by == tuple(Who)
    assert str(outcome.steps[2].result) == "5 points"
    assert "point" not in str(outcome.headline)


@given(finished())
def test_points_never_refuse_by_themselves(answers):
    """A doctor's level comes from a reason that has it, whatever the sum."""
    outcome = bridge.ask("screening", answers)
    if outcome.standing.level is Level.DOCTOR:
        values = {value for name in LIST_NAMES for value in answers[name]}
        unsure = DONT_KNOW in values
        by_number = int(answers["age"]) < 18 or any(
            int(answers[name]) >= line
            for name, line in (("systolic", 160), ("diastolic", 100))
            if answers[name]
        )
        assert (
            unsure
            or by_number
            or any(BY_VALUE[each].severity is ABS for each in values if each in BY_VALUE)
        )


@pytest.mark.parametrize(
    ("value", "clot", "kaatsu"),
    [
        ("clot-fresh", 3, 5),
        ("clot", 3, 5),
        ("clotting-disorder", 2, 0),
        ("weak-leg", 2, 0),
        ("intensive-care", 1, 0),
        ("heart-disease", 0, 5),
        ("pregnant", 0, 4),
        ("varicose-veins", 0, 3),
        ("atrial-fibrillation-treated", 0, 3),
        ("atrial-fibrillation-untreated", 0, 3),
        ("cancer", 2, 2),
        ("tumour-in-limb", 2, 2),
        ("bed-rest", 1, 0),
        ("immobile", 1, 3),
        ("cholesterol-raised", 0, 2),
        ("cholesterol", 0, 2),
        ("hormones", 0, 2),
        ("hrt-tablets", 0, 2),
        ("hrt-patch", 0, 2),
        ("progestogen", 0, 0),
        ("steroids", 0, 0),
    ],
)
def test_each_box_scores_the_item_of_its_source(value, clot, kaatsu):
    assert total(clot_points({value}, None)) == clot
    assert total(kaatsu_points({value}, None, None, woman=False)) == kaatsu


def test_points_are_counts_with_their_source():
    clot, kaatsu = ask(age="62", **ticks("bed-rest")).steps[1:3]
    assert (str(clot.result), str(clot.formula)) == (
        "2 points",
        "1 (lying or sitting still) + 1 (60 or older)",
    )
    assert [each.key for each in clot.cites] == ["nascimento2022"]
    assert str(kaatsu.result) == "3 points"
    assert {each.key for each in kaatsu.cites} == {"elite_ebook", "nakajima2011"}


@given(finished())
def test_any_clot_point_asks_at_least_for_a_clinician(answers):
    outcome = bridge.ask("screening", answers)
    if str(outcome.steps[1].result) != "0 points":
        assert outcome.standing.level.rank >= Level.CLINICIAN.rank


# what it says -------------------------------------------------------------------------------------


@given(valid_answers(SCREENING))
def test_the_standing_agrees_with_the_gate_and_with_what_is_shown(answers):
    try:
        outcome = bridge.ask("screening", answers)
    except AnswersError:
        return
    standing = outcome.standing
    assert bool(gate(standing)) == bool(outcome.stop)
    asks = standing.lasting in {Level.DOCTOR, Level.CLINICIAN}
    asks &= standing.level is not Level.UNFINISHED
    assert asks == bool(outcome.letter)
    assert (standing.level is Level.LIMITS) == bool(outcome.cautions)
    assert not outcome.limits or asks or standing.level is Level.LIMITS
    assert asks or not standing.release_by
    assert (str(outcome.headline) == "No listed reason found") == (standing.level is Level.NONE)
    if not outcome.stop:
        assert outcome.next == ALWAYS
        assert not standing.closed
    promised = r"\b(safe\w*|cleared?|clearance|allowed|harmless|probabil\w*|likelihood)\b"
    said = [each for each in texts(outcome) if re.search(promised, each, re.IGNORECASE)]
    assert not said
    shares = [each for each in texts(outcome) if re.search(r"\d %(?! (1RM|AOP))", each)]
    assert not shares


def test_the_best_result_says_no_more_than_it_knows():
    outcome = ask()
    assert str(outcome.headline) == "No listed reason found"
    assert outcome.answer is None
    assert str(outcome.next[0].says).startswith("The stop signs always apply.")


def test_a_raised_pressure_carries_its_limits_on():
    limits = {each.code for each in ask(systolic="150").standing.limits}
    assert limits == {"lowest-pressure", "open-rests", "no-failure", "measure"}


def test_the_letter_has_what_a_doctor_decides_on():
    body = {"age": "66", "systolic": "150", "diastolic": "95", "height_cm": "170"}
    letter = ask(**body, resting_hr="88", body_mass="90 kg", **ticks("operation")).letter
    parts = {str(each.title): [str(line) for line in each.lines] for each in letter.parts}
    assert parts["About me"] == [
        "Age: 66",
        "Blood pressure at rest: 150/95 mmHg",
        "Heart rate at rest: 88 beats/min",
        "Height: 170 cm",
        "Weight: 90 kg",
        "Body-mass index: 31.1",
    ]
    assert "An operation in the last 12 weeks." in parts["Why I ask"]
    # 60 or older 1; age 2, index of 30 2, 150/95 3, woman or not said 1.
    assert "1 point for clots" in parts["Why I ask"][-1]
    assert "8 points on the KAATSU list" in parts["Why I ask"][-1]
    # Age and blood pressure limit load and pressure: their own words say how far, and no range.
    planned = " ".join(parts["What I would do"])
    assert str(RESTRICTION_PER_EXERCISE) in planned
    assert str(BFR_INTENSITY) not in planned
    assert str(CUFF_PRESSURE) not in planned
    limits = parts["Limits, if you agree:"]
    assert "The lowest cuff pressure: no more than 40 % AOP." in limits
    assert "The cuff open in the rests." in limits
    assert not any("50 %" in each for each in limits), "40 % is stricter, and says it alone"
    assert len(limits) == len(set(limits))
    asked = " ".join(parts["What I ask you"])
    for words in ("which limb, from what date", "Signature, date", "Name of the doctor:"):
        assert words in asked
    everything = " ".join(texts(ask(**body, **ticks("operation"))))
    assert everything.count("if you agree") == 1
    assert any("/do/for-physiotherapists/" in str(each) for each in letter.opening)
    assert any("Date:" in str(each) for each in letter.opening)


def test_the_letter_gives_the_published_dose_where_no_limit_is_stricter():
    (dose,) = (
        part
        for part in ask(**ticks("diabetes")).letter.parts
        if str(part.title) == "What I would do"
    )
    said = " ".join(map(str, dose.lines))
    for advised in (BFR_INTENSITY, CUFF_PRESSURE, RESTRICTION_PER_EXERCISE):
        assert str(advised) in said


def test_a_letter_that_nobody_may_answer_with_yes_asks_what_comes_first():
    letter = ask(**ticks("swollen-limb", "diabetes")).letter
    assert str(letter.title) == "What should I do first?"
    assert not any("Yes / no" in str(line) for part in letter.parts for line in part.lines)


def test_reasons_come_with_the_strictest_first():
    said = [str(each) for each in ask(**ticks("smoke", "diabetes", "sore", "swollen-limb")).stop.do]
    starts = ("One limb swollen", "Still sore", "Diabetes", "You smoke")
    assert all(map(str.startswith, said, starts))


def test_an_unknown_list_is_named_once():
    said = [str(each) for each in ask(illness=[DONT_KNOW]).stop.do]
    assert sum("I don't know" in each for each in said) == 1
    assert not any(each.startswith("Diabetes") for each in said)


def test_it_can_be_asked_without_the_door():
    none = dict.fromkeys(LIST_NAMES, (NONE_OF_THESE,))
    body = {"age": 30, "height_cm": 178, "body_mass": Mass.kg(75)}
    outcome = screening(bp="unknown", **body, **none)
    assert outcome.standing.level is Level.MISSING


def test_a_healthy_person_needs_few_touches():
    """One for each list, and a key for each digit: a minute, with reading."""
    digits = sum(len(NOTHING[name]) for name in ("age", "systolic", "diastolic", "height_cm"))
    assert len(LIST_NAMES) + digits + len("75") <= 25


@pytest.mark.parametrize(
    "found",
    [
        {"illness": ["cancer"]},
        {"heart": ["atrial-fibrillation-treated"]},
        {"medicines": ["hormones"]},
        {"age": "70"},
        {"systolic": "150"},
    ],
)
def test_a_reason_that_was_found_outlives_a_screening_that_was_not_finished(found):
    """The short check asks for none of these, so it must not open what they close."""
    today = Date.parse("2026-11-24")
    left = ask(habits=[], **found)
    assert left.standing.level is Level.UNFINISHED
    assert (left.standing.lasting, left.standing.release_by) == (Level.CLINICIAN, ())
    assert left.letter is None
    before = replace(left.standing, on=today, today_on=today)
    after = run(CHECK, CLEAN, Situation(before, today)).outcome.standing
    assert (after.level, after.short) == (Level.CLINICIAN, False)
    assert gate(effective(after), today).gate == "clinician"
