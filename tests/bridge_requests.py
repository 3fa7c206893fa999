"""Requests to the bridge of every kind: what pages ask, what nobody should, and the situations that a page may be in."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import GARBAGE, any_answers, valid_answers

from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.gate import LIMBS
from bfr_rules.limits import LIMITS
from calculators.views.form import answers_of

GENERATED = 2100
TIMER = "https://example.org/do/player/"


def shown():
    """Give the requests that pages are built from: examples and look-up tables."""
    for asked in CALCULATORS:
        yield asked.slug, {}
        for example in asked.examples:
            yield asked.slug, dict(example.given)
        table = asked.lookup
        for down in table.down_values:
            for across in table.across_values:
                yield asked.slug, {**table.given, table.down: down, table.across: across}


NUMBERS = (7.496072513298755e-162, -1.5e300, 0.1, 10**40, -0.0)
"""No page sends a number; other programs may, and its digits are a way through Python of their own."""


NAMES = ("\U0001f4aa Squat/zv\U0001f3cb,", "\u0636\u063a\u0637", "Kniebeuge \u00fc", "\U0005e45e")
"""Of exercises, in each width of letters that Python keeps."""


def spoilt():
    """Put each piece of garbage where it is read as a weight, a name, a moment, a row or ticks."""
    for garbage in GARBAGE:
        yield "one-rm", {"load": garbage, "load_unit": "lb"}
        yield "session", {"exercise_1_name": garbage, "scheme": "own", "own_sets": garbage}
        yield "rest", {"last_session": garbage, garbage: "1"}
        yield "training-load", {"plates": "kg", "plates_kg": garbage}
        yield "screening", {"clots": garbage, "age": garbage, "body_mass": garbage}


def generated(count):
    """Give as many different requests, the same ones every time, valid and not."""
    found = {}
    requests = st.one_of(
        *(
            st.tuples(st.just(asked.slug), answers(asked))
            for asked in CALCULATORS
            for answers in (valid_answers, any_answers)
        )
    )

    @settings(
        max_examples=count + count // 5,  # some come twice
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(requests)
    def collect(request):
        if len(found) < count:
            found[json.dumps(request, sort_keys=True)] = request

    collect()
    return list(found.values())


def situations():
    """Give what a page adds: where a screening leaves its reader, the day, the timer, and the part that it wants."""
    asked = calculator("screening")
    ends = [
        json.loads(
            bridge.answer(json.dumps({"calculator": "screening", "answers": dict(each.given)}))
        )
        for each in asked.examples
    ]
    standings = [None, {"level": "unscreened"}, {"level": "none", "short": True}]
    standings += [end["outcome"]["standing"] for end in ends]
    released = {"by": "doctor", "from": "2026-11-20", "limbs": ["arm-left"], "name": "Dr Ng"}
    standings += [
        {"level": "none", "limits": [*LIMITS], "closed": [*LIMBS][:1], "on": "2026-11-01"},
        {"level": "doctor", "release_by": ["doctor"], "release": released | {"limbs": [*LIMBS]}},
        {"level": "clinician", "limits": [*LIMITS], "release": released | {"limbs": [*LIMBS][:1]}},
        {"level": "not-today", "lasting": "none", "on": "2026-11-24", "today_on": "2026-11-24"},
    ]
    # As a tab keeps them on the day itself: with limits, with a side that is closed, and released for two limbs.
    now = {"on": "2026-11-24", "today_on": "2026-11-24", "short": False}
    legs = [each for each in LIMBS if each.endswith("leg")]
    agreed = {"by": "doctor", "from": "2026-11-24", "limbs": legs, "name": ""}
    standings += [now | {"level": "limits", "limits": [each]} for each in LIMITS]
    standings += [now | {"level": "limits", "closed": [each]} for each in LIMBS]
    standings += [
        now
        | {"level": level, "lasting": level, "limits": [*LIMITS], "release_by": ["doctor"]}
        | {"release": agreed | {"limits": limits}}
        for level in ("clinician", "doctor")
        for limits in ([], [*LIMITS][:4], [*LIMITS])
    ]
    for standing in standings:
        for part in bridge.PARTS:
            for today in ("2026-11-24", "2027-01-31"):
                yield {"standing": standing, "today": today, "part": part, "timer": TIMER}


def every_request(count=GENERATED, share=9):
    """Give all of these as the bridge takes them, each second one as a page asks it.

    What stands in a form is asked in one of `share` of the situations that a page may be in.
    """
    asked = [
        {"calculator": slug, "answers": answers}
        for slug, answers in (*shown(), *spoilt(), *generated(count))
    ]
    # All that a form holds, as a page sends it, in every situation.
    forms = [
        {"calculator": each.slug, "answers": answers_of(each.inputs, dict(example.given))}
        for each in CALCULATORS
        for example in each.examples
    ]
    forms += [
        {"calculator": slug, "answers": {"exercise_1_name": "Curl", name: number}}
        for slug, name in (("plan", "side"), ("plan", "weeks"), ("session", "exercise_1_side"))
        for number in NUMBERS
    ]
    forms += [
        {**form, "answers": {**form["answers"], "exercise_1_name": name}}
        for form in forms
        if "exercise_1_name" in form["answers"]
        for name in NAMES
    ]
    met = list(situations())
    around = [
        each | situation for at, each in enumerate(forms) for situation in met[at % share :: share]
    ]
    return [
        json.dumps(each | met[at // 2 % len(met)] if at % 2 else each)
        for at, each in enumerate(asked)
    ] + [json.dumps(each) for each in around]
