"""Start as data: its screens, which questions of which calculator each of them asks, and what is known without asking.

A screen is a group of questions of one calculator's form. The calculators are those of their own pages: the rules
compute everything, from the same answers. Here stands only the order, and what a reader need not be asked twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bfr_rules.calculator import Calculator
from bfr_rules.limits import NO_HEAVY_TEST
from bfr_rules.quantity import decimal
from bfr_rules.references import FIRST_SESSIONS_INTENSITY
from bfr_rules.screening.reasons import LISTS_TO_TICK

FIRST_SHARE = decimal(FIRST_SESSIONS_INTENSITY.low)
"""The share of the 1RM that the first sessions start with: the low end of what is advised."""

CUFF, LIGHT = "cuff", "light"
"""The two ways through Start: to a session with a cuff, or with light weights and without one."""


@dataclass(frozen=True)
class Part:
    """A calculator of Start.

    Attributes:
        slug: Of the calculator.
        path: The way on which it is needed, `CUFF` or `LIGHT`; empty for both.
        title: What its answers are called where the card lets them be changed; empty for what no card changes.
        result: What a later calculator calls what it takes over from this one.
        own: Questions that readers must answer themselves: no example will do. Their fields start empty, so that what
            stands there was typed, carried from an earlier screen, or read from a link.
        start: Answers with which it starts, where its own page starts with others: those of a first session.
        share: A letter for its answers in a link; empty when they never stand in one.
        unshared: Questions that speak of health: their answers stand in no link.
        withhold: A question that speaks of health, and on which the whole rests: while it is asked, nothing of the
            calculator stands in a link.
        first: A question whose group comes before the others.
        without: Questions that Start does not ask.
    """

    slug: str
    path: str
    title: str = ""
    result: str = ""
    own: tuple[str, ...] = ()
    start: Mapping[str, str] = field(default_factory=dict)
    share: str = ""
    unshared: tuple[str, ...] = ()
    withhold: str = ""
    first: str = ""
    without: tuple[str, ...] = ()


OTHER_EXERCISES = (
    *("exercises", "between", "open_min"),
    *(
        f"exercise_{number}_{part}"
        for number in range(2, 7)
        for part in ("name", "limb", "load", "side", "sets")
    ),
)
"""Questions of a session with more than one exercise: Start makes one."""

PARTS = (
    Part("equipment", CUFF, "Cuff", "your cuff", own=("cuff", "one_hand"), share="e"),
    Part(
        "screening",
        CUFF,
        result="your screening",
        own=("age", "systolic", "diastolic"),
        first="systolic",
    ),
    Part("check", LIGHT, result="the short check", own=("systolic", "diastolic")),
    Part(
        "one-rm",
        CUFF,
        "Strength",
        "your strength",
        own=("load", "repetitions", "repetitions_in_reserve"),
        share="o",
        unshared=("recovering",),
    ),
    Part(
        "training-load",
        CUFF,
        "Weight and plates",
        "your load",
        own=(
            *("basis", "one_rm", "one_rm_low", "one_rm_high", "ten_rm", "healthy_one_rm"),
            *("bar_mass", "own_plates", "dumbbell_smallest", "dumbbell_step"),
            *("stack_first", "stack_step"),
        ),
        start={"first_sessions": "yes", "percent_1rm": FIRST_SHARE, "equipment": "step"},
        share="l",
        withhold="healthy_one_rm",
    ),
    Part(
        "pressure",
        CUFF,
        "Pressure",
        "your pressure",
        own=("aop_mmhg", "position", "train_position"),
    ),
    Part(
        "session",
        CUFF,
        "Sets, rests and tempo",
        "your session",
        own=("own_sets",),
        share="s",
        without=OTHER_EXERCISES,
    ),
    Part("light", LIGHT, "Sets and rests", own=("tool", "clean_repetitions"), share="g"),
    Part("plan", "", "Weeks and calendar", share="p"),
)
"""In the order in which one hands on to the next."""


@dataclass(frozen=True)
class Screen:
    """What is asked at a time.

    Attributes:
        name: Of its anchor, `step-…`.
        question: What it asks, as its heading.
        why: Why it is asked, in a line.
        slug: Of the calculator whose questions it asks; empty for one that asks its own, or none.
        asks: The questions.
        may: Those of them that may stay empty.
        more: Further questions, shown when they are asked for; they may stay empty.
        auto: The question whose answer, by one tap, goes on by itself.
        path: The way on which it stands; empty for both.
        health: Whether it belongs to the screening.
        tells: Whether it asks nothing, and tells where the answers lead.
    """

    name: str
    question: str
    why: str
    slug: str = ""
    asks: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    auto: str = ""
    path: str = ""
    health: bool = False
    tells: bool = False


BACKGROUND = {
    "clots": "A clot that comes loose can block a lung.",
    "heart": "Effort and a tight cuff both make the heart work harder.",
    "head_eyes_muscle": "Some of these get worse when pressure rises.",
    "illness": "Some illnesses change what a cuff does to the blood.",
    "medicines": "Some medicines make a clot, a bleed or a faint more likely.",
    "arms_legs": "A limb with a problem may get no cuff.",
    "care": "After some of these a clot comes more easily.",
    "today": "Some reasons pass. Then wait.",
    "habits": "They change how gently to begin.",
}
"""Why each list of the screening is asked, by its name."""


def _lists() -> Iterator[Screen]:
    """Give a screen for each list of the screening."""
    for asked, _ in LISTS_TO_TICK:
        limbs = ("limbs",) if asked.name == "arms_legs" else ()
        yield Screen(
            asked.name.replace("_", "-"),
            str(asked.label),
            BACKGROUND[asked.name],
            "screening",
            (asked.name, *limbs),
            may=limbs,
            auto=asked.name,
            path=CUFF,
            health=True,
        )


SCREENS = (
    Screen(
        "have",
        "What have you got?",
        "Only a cuff with a gauge can be set to a pressure that is yours.",
        "equipment",
        ("cuff",),
        auto="cuff",
    ),
    Screen(
        "open",
        "Can you open it with one hand?",
        "When a sign to stop comes, it must be open at once.",
        "equipment",
        ("one_hand",),
        more=("place", "pump", "cuff_width_cm"),
        auto="one_hand",
        path=CUFF,
    ),
    Screen(
        "no-cuff",
        "No pressure, no cuff",
        "Nobody can feel how tight is right. But light weights work without a cuff.",
        path=LIGHT,
        tells=True,
    ),
    Screen(
        "about",
        "Your blood pressure, and you",
        "It rises further in the set, and nobody can feel it.",
        "screening",
        ("bp", "systolic", "diastolic", "age", "height_cm", "body_mass"),
        may=("height_cm", "body_mass"),
        more=("sex", "resting_hr"),
        path=CUFF,
        health=True,
    ),
    *_lists(),
    Screen(
        "screened",
        "Where your answers lead",
        "The reasons come from published lists.",
        "screening",
        path=CUFF,
        health=True,
        tells=True,
    ),
    Screen(
        "hardest",
        "Is one of these true for you?",
        "Hard effort is not for everybody, with a cuff or without.",
        "check",
        ("hardest",),
        auto="hardest",
        path=LIGHT,
        health=True,
    ),
    Screen(
        "now",
        "And today?",
        "Some reasons pass. Then wait.",
        "check",
        ("today",),
        auto="today",
        path=LIGHT,
        health=True,
    ),
    Screen(
        "blood-pressure",
        "Your blood pressure",
        "It rises further in the set, and nobody can feel it.",
        "check",
        ("bp", "systolic", "diastolic"),
        path=LIGHT,
        health=True,
    ),
    Screen(
        "checked",
        "Where your answers lead",
        "The reasons come from published lists.",
        "check",
        path=LIGHT,
        health=True,
        tells=True,
    ),
    Screen(
        "exercise",
        "Which exercise?",
        "Begin with one.",
        auto="exercise",
    ),
    Screen(
        "strength",
        "How strong are you in it?",
        "The weight is a share of the most that you can lift once.",
        path=CUFF,
    ),
    Screen(
        "pressure",
        "Your pressure",
        "The same number is too much for one person and little for the next. So we start from yours.",
        "pressure",
        ("aop_mmhg", "position", "train_position"),
        more=("side", "systolic", "cuff_width_cm"),
        path=CUFF,
    ),
    Screen(
        "count",
        "How many clean repetitions?",
        "So the weight is found, and no maximum is tested.",
        "light",
        ("tool", "exercise_1_load", "clean_repetitions"),
        may=("exercise_1_load",),
        path=LIGHT,
    ),
    Screen("card", "Your session", "All of it in one place.", tells=True),
)


@dataclass(frozen=True)
class Option:
    """An answer to a question of Start's own.

    Attributes:
        value: Its name.
        label: What the reader sees.
        hint: A line under it.
        gives: Answers to questions of calculators that follow from it.
        slug: The calculator whose questions it asks.
        asks: These questions.
        heavy: Whether it rests on a test that is heavier than a 10RM.
        needs: What the exercise must give for it; empty where any will do.
    """

    value: str
    label: str
    hint: str = ""
    gives: Mapping[str, str] = field(default_factory=dict)
    slug: str = ""
    asks: tuple[str, ...] = ()
    heavy: bool = False
    needs: str = ""


def _exercise(
    value: str, label: str, limb: str, position: str = "", equipment: str = "", lift: str = ""
) -> Option:
    gives = {"limb": limb, "exercise_1_limb": limb}
    if lift:
        gives["lift"] = lift
    if not value.startswith("other"):
        gives["exercise_1_name"] = label
    if position:
        gives["train_position"] = position
    if equipment:
        gives["equipment"] = equipment
    return Option(value, label, f"Cuff on the {limb}", gives)


EXERCISES = (
    _exercise("leg-extension", "Leg extension", "leg", "sitting"),
    _exercise("leg-press", "Leg press", "leg", "sitting", lift="leg_press"),
    _exercise("squat", "Squat with a bar", "leg", "standing", "barbell"),
    _exercise("curl", "Biceps curl", "arm", "standing"),
    _exercise("bench-press", "Bench press with a bar", "arm", "lying", "barbell", "chest_press"),
    _exercise("other-leg", "Another one for the legs", "leg"),
    _exercise("other-arm", "Another one for the arms", "arm"),
)
"""What Start offers to train, with what follows from it: the limb, how one sits, and what one lifts."""

WAYS = (
    Option(
        "set",
        "A set to my limit",
        "Without a cuff, until I could do no more.",
        {"method": "repetitions"},
        "one-rm",
        ("load", "repetitions"),
        heavy=True,
    ),
    Option(
        "reserve",
        "A set that I stopped early",
        "Without a cuff, with some repetitions left.",
        {"method": "reserve"},
        "one-rm",
        ("load", "repetitions", "repetitions_in_reserve"),
        heavy=True,
    ),
    Option(
        "one_rm",
        "My 1RM",
        "The most that I can lift once.",
        {"basis": "one_rm"},
        "training-load",
        ("one_rm",),
        heavy=True,
    ),
    Option(
        "ten_rm",
        "My 10RM",
        "Ten repetitions, not eleven.",
        {"basis": "ten_rm"},
        "training-load",
        ("ten_rm",),
    ),
    Option(
        "five_rm",
        "My 5RM",
        "Five repetitions, not six.",
        {"method": "five_rm"},
        "one-rm",
        ("load",),
        heavy=True,
        needs="lift",
    ),
    Option(
        "other_limb",
        "The 1RM of my other, healthy limb",
        "",
        {"basis": "other_limb"},
        "training-load",
        ("healthy_one_rm",),
    ),
    Option(LIGHT, "None of these", "A count of clean repetitions will do, without a cuff."),
)
"""What a reader may know of their strength."""

STEPS = {"kg": "1 kg", "lb": "2 lb"}
"""Down to what a weight is rounded before anybody has named the equipment: the card says so."""
NO_TEST = NO_HEAVY_TEST.code
"""The limit under which nothing heavier than a 10RM counts."""


def placed(calculators: Iterable[Calculator]) -> tuple[tuple[Part, Calculator], ...]:
    """Give each part with its calculator."""
    known = {each.slug: each for each in calculators}
    return tuple((each, known[each.slug]) for each in PARTS)


def data() -> str:
    """Write all of it as the browser reads it."""
    return json.dumps(
        {
            "screens": [
                {
                    "name": each.name,
                    "slug": each.slug,
                    "asks": each.asks,
                    "may": each.may,
                    "more": each.more,
                    "auto": each.auto,
                    "path": each.path,
                    "health": each.health,
                    "tells": each.tells,
                }
                for each in SCREENS
            ],
            "parts": [
                {
                    "slug": each.slug,
                    "path": each.path,
                    "title": each.title,
                    "result": each.result,
                    "share": each.share,
                    "unshared": each.unshared,
                    "withhold": each.withhold,
                }
                for each in PARTS
            ],
            "exercises": [{"value": each.value, "gives": each.gives} for each in EXERCISES],
            "ways": [
                {
                    "value": each.value,
                    "gives": each.gives,
                    "slug": each.slug,
                    "asks": each.asks,
                    "heavy": each.heavy,
                    "needs": each.needs,
                }
                for each in WAYS
            ],
            "steps": STEPS,
            "noTest": NO_TEST,
        },
        separators=(",", ":"),
    )
