"""The timer as it is built: the sessions it offers, its signs and words."""

import json
import re

import pytest

from bfr_rules.signs import SIGNS
from calculators.paths import ROOT
from calculators.views import player, render

BROWSER = ROOT / "calculators" / "browser"
HTML = player.player("player.js", {"session": "../session/", "screening": "../screening/"})


def preset(**chosen):
    """Find a session to begin with."""
    (found,) = (
        each
        for each in player.presets()
        if all(each[name] == value for name, value in chosen.items())
    )
    return found


def test_a_session_to_begin_with_has_the_times_of_paper():
    """30 + 15 + 15 + 15 repetitions of 4 s and three rests of 60 s make 300 + 180 = 480 s."""
    timeline = preset(
        scheme="30-15-15-15", rest_s="60", exercises="1", cuff_in_rests="on", first_sessions="no"
    )["timeline"]
    lengths = [(each["kind"], each["end_s"] - each["start_s"]) for each in timeline["segments"]]
    assert lengths == [
        *[("set", 120), ("rest", 60), ("set", 60), ("rest", 60)],
        *[("set", 60), ("rest", 60), ("set", 60)],
    ]
    assert [each["ceiling_s"] for each in timeline["clocks"]] == [600]


def test_two_exercises_have_three_minutes_with_the_cuff_open_between_them():
    timeline = preset(
        scheme="3x15", rest_s="30", exercises="2", cuff_in_rests="on", first_sessions="no"
    )["timeline"]
    (opened,) = (each for each in timeline["segments"] if each["kind"] == "open")
    assert (opened["end_s"] - opened["start_s"], opened["cuff_on"]) == (180, False)


def test_a_session_to_begin_with_is_the_same_for_either_limb():
    made = []
    for limb in ("arm", "leg"):
        limbs = {"exercise_1_limb": limb, "exercise_2_limb": limb}
        answers = {"rest_s": "60", "exercises": "2", **limbs, "first_sessions": "no"}
        timeline = render.outcome("session", answers)["timeline"]
        assert {clock.pop("limb") for clock in timeline["clocks"]} == {limb}
        made.append(timeline)
    assert made[0] == made[1]


def test_every_session_to_begin_with_keeps_to_its_ceiling():
    made = player.presets()
    # Of first sessions, those with one exercise and the cuff open in the rests.
    assert len(made) == 36 + 9
    for each in made:
        for clock in each["timeline"]["clocks"]:
            under = sum(
                segment["end_s"] - segment["start_s"]
                for segment in each["timeline"]["segments"]
                if segment["cuff_on"] and segment["exercise"] == clock["exercise"]
            )
            assert 0 < under <= clock["ceiling_s"]


def test_the_page_holds_every_sign_by_its_urgency():
    for sign in SIGNS:
        found = re.findall(
            rf'data-urgency="(\w+)"(?:(?!data-urgency).)*data-sign="{sign.id}"', HTML, re.DOTALL
        )
        assert set(found) == {sign.urgency}, sign.id
        assert str(sign.do) in HTML or str(sign.do).replace("'", "&#39;") in HTML
    assert HTML.index('data-sign="b05"') < HTML.index('data-sign="b01"'), "emergencies come first"


def test_a_ceiling_asks_for_as_long_with_the_cuff_open_as_the_rules():
    assert 'data-open-s="180"' in HTML


def test_sessions_stand_in_the_page_as_the_rules_gave_them():
    (data,) = re.findall(r'<template data-part="presets">(.*?)</template>', HTML, re.DOTALL)
    assert json.loads(data) == player.presets()
    assert "<" not in data


def test_every_sentence_that_the_screen_says_stands_in_the_page():
    script = (BROWSER / "player" / "player-screen.js").read_text("utf-8")
    words = render.render("player/player-words")
    there = set(re.findall(r'data-say="([^"]+)"', words))
    literal = set(re.findall(r'(?:#say|#has)\("([\w-]+)"', script))
    literal |= set(re.findall(r'"((?:do|now|cuff)-[a-z-]+)"', script)) - {"cuff-open-now"}
    assert literal - {"cuff-open"} <= there
    for part in re.findall(r"#say\(`([\w-]+)\$", script):
        assert any(key.startswith(part) for key in there), part


@pytest.mark.parametrize("slug", ["session"])
def test_a_calculator_whose_answers_have_a_timeline_can_be_played(slug):
    from bfr_rules.catalog import calculator

    assert player.plays(calculator(slug))
    assert not player.plays(calculator("one-rm"))
