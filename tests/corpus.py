"""One corpus for all laws: for each calculator, answers drawn once, and what the bridge says to each.

A law that draws its own answers asks the rules again each time, and most laws want the same thing: many answers
of many kinds. So they are drawn and answered once, and every law looks at all of them.
"""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from strategies import any_answers, valid_answers

from bfr_rules import bridge
from bfr_rules.catalog import calculator

law = pytest.mark.no_cover
"""Marks a test that looks at the corpus. Whichever of them asks first would be measured, and that is chance."""

VALID, ANY = 60, 40


def drawn(strategy, count):
    """Draw examples of a strategy, the same ones on every machine."""
    found = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(example):
        found.append(example)

    collect()
    return tuple(found)


def typed(answers):
    """Turn answers as JSON has them into answers as the rules read them."""
    return {name: bridge._typed(value) for name, value in answers.items()}


@cache
def answers_to(slug):
    """Answers to a calculator: those of its examples, valid ones, and any."""
    asked = calculator(slug)
    examples = tuple(dict(each.given) for each in asked.examples)
    return (*examples, *drawn(valid_answers(asked), VALID), *drawn(any_answers(asked), ANY))


@cache
def responses_to(slug):
    """Each of these answers with the response of the bridge."""
    return tuple(
        (answers, json.loads(bridge.answer(json.dumps({"calculator": slug, "answers": answers}))))
        for answers in answers_to(slug)
    )


def outcomes_of(slug):
    """Each of these answers with its outcome, where it has one."""
    return [(answers, said["outcome"]) for answers, said in responses_to(slug) if "outcome" in said]
