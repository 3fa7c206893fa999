"""The timer for the bench: its screen, sessions to begin with, and the signs to stop, written once at build.

The screen needs no Python. It plays a timeline of the rules: one of a calculator's answer, or one of those here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from bfr_rules.calculator import Calculator
from bfr_rules.light import AIM_HIGH, AIM_LOW
from bfr_rules.quantity import decimal
from bfr_rules.references import OPEN_BETWEEN_EXERCISES, REPETITION_TEMPO
from bfr_rules.references import REST_BETWEEN_SETS as REST
from bfr_rules.sessions.planned import SCHEMES
from bfr_rules.signs import SIGNS, Sign
from calculators.views import render
from calculators.views.answers import outcome as outcome_of
from calculators.views.form import Form

RESTS = tuple(map(decimal, (REST.low, (REST.low + REST.high) / 2, REST.high)))
EXERCISES = ("1", "2")
CUFF = {"on": "On", "open": "Open"}
"""The cuff in the rests, for readers."""
UP = DOWN = decimal(REPETITION_TEMPO.high)
TEMPO = {"tempo_up_s": UP, "tempo_hold_s": "0", "tempo_down_s": DOWN}
FIRST = {"yes": "Yes", "no": "No"}
"""Whether it is one of the first sessions, for readers."""

URGENCIES = {
    "emergency": "Emergency",
    "stop": "Stop now",
    "doctor": "Doctor today",
    "common": "Change something",
}
"""How urgent a sign is, for readers, the most urgent first."""

PLAYED = {
    "segments": "kind exercise set repetitions cuff_on start_s end_s".split(),
    "clocks": "exercise name load limb side ceiling_s".split(),
}
"""The parts of a timeline that a screen needs."""


def presets() -> list[dict[str, Any]]:
    """Ask the rules for each session to begin with: what it is called, and its timeline.

    It stands for either limb: with the cuff open between exercises its times are the same.
    """
    made = []
    choices: Mapping[str, Iterable[str]] = {
        "first_sessions": FIRST,
        "scheme": SCHEMES,
        "rest_s": RESTS,
        "exercises": EXERCISES,
        "cuff_in_rests": CUFF,
    }
    for values in product(*choices.values()):
        chosen = dict(zip(choices, values, strict=True))
        outcome = outcome_of("session", {**TEMPO, **chosen}, "answer")
        if outcome["stop"]:  # a first session has one exercise, and the cuff open in the rests
            continue
        timeline = {
            part: [{name: each[name] for name in names} for each in outcome["timeline"][part]]
            for part, names in PLAYED.items()
        }
        made.append({**chosen, "says": outcome["headline"], "timeline": timeline})
    return made


def signs(when: str) -> list[tuple[str, str, Sequence[Sign]]]:
    """List the signs `during` a session or `after` it by urgency: its name, its words, its signs."""
    groups = (
        (name, said, [each for each in SIGNS if each.when == when and each.urgency == name])
        for name, said in URGENCIES.items()
    )
    return [(name, said, listed) for name, said, listed in groups if listed]


def plays(asked: Calculator) -> bool:
    """Tell whether the answers of a calculator have a timeline."""
    return outcome_of(asked.slug, Form(asked, "").answers, "answer")["timeline"] is not None


def screen(script: str) -> str:
    """Write the screen alone, for a page whose calculators or steps open it.

    Args:
        script: Address of what brings it to life.
    """
    return render.render("player/player-screen", script=script, **_screen())


def player(script: str, pages: Mapping[str, str]) -> str:
    """Write the timer with its choice of sessions.

    Args:
        script: Address of what brings it to life.
        pages: Addresses of `session`, the calculator of other sessions, and of `screening`.
    """
    made = presets()
    return render.render(
        "player/player",
        script=script,
        pages=pages,
        presets=made,
        first=made[0],
        schemes={each: each.replace("x", " × ") for each in SCHEMES},
        rests={each: f"{each} s" for each in RESTS},
        exercises={each: each for each in EXERCISES},
        cuff=CUFF,
        firsts=FIRST,
        limbs={"leg": "Leg", "arm": "Arm"},
        **_screen(),
    )


def _screen() -> dict[str, Any]:
    return {
        "during": signs("during"),
        "after": signs("after"),
        "aim": (AIM_LOW, AIM_HIGH),
        "open_s": int(OPEN_BETWEEN_EXERCISES.shortest.seconds),
    }
