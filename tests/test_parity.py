"""Every request gives the same bytes here and in the reader's browser.

The staged runtime of the browser answers under Node: one process, a request a line.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import GARBAGE, any_answers, valid_answers

from bfr_rules import bridge
from bfr_rules.catalog import CALCULATORS, calculator
from bfr_rules.gate import LIMBS
from bfr_rules.limits import LIMITS
from calculators.views.form import answers_of

ROOT = Path(__file__).parents[1]
NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
GENERATED = 2100
TIMER = "https://example.org/do/player/"

pytestmark = pytest.mark.node


@pytest.fixture(scope="module", autouse=True)
def runtime():
    """Stage the runtime with the rules as they are now; nothing is done if it is there."""
    subprocess.run([sys.executable, "-m", "calculators.build.bundle"], cwd=ROOT, check=True)


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
    for standing in standings:
        for part in bridge.PARTS:
            for today in ("2026-11-24", "2027-01-31"):
                yield {"standing": standing, "today": today, "part": part, "timer": TIMER}


def every_request(count=GENERATED):
    """Give all of these as the bridge takes them, each second one as a page asks it."""
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
    met = list(situations())
    around = [each | situation for at, each in enumerate(forms) for situation in met[at % 3 :: 3]]
    return [
        json.dumps(each | met[at // 2 % len(met)] if at % 2 else each)
        for at, each in enumerate(asked)
    ] + [json.dumps(each) for each in around]


def test_every_answer_is_the_same_in_pyodide_byte_for_byte():
    requests = every_request()
    assert len(requests) > GENERATED
    done = subprocess.run(
        [NODE, "tests/parity.mjs"],
        cwd=ROOT,
        input="".join(f"{request}\n" for request in requests).encode("ascii"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    # Only at line feeds: a name may hold a character that some take for the end of a line.
    there = done.stdout.split(b"\n")
    assert there.pop() == b""
    here = [bridge.answer(request).encode("utf-8") for request in requests]
    assert len(there) == len(here)
    differing = [
        f"{request}\n  here:  {ours.decode()}\n  there: {theirs.decode()}"
        for request, ours, theirs in zip(requests, here, there, strict=True)
        if ours != theirs
    ]
    assert not differing, f"{len(differing)} of {len(here)}:\n" + "\n".join(differing[:5])
    answered = sum(b'"outcome"' in each for each in here)
    assert min(answered, len(here) - answered) > 500, "a mix of answers and problems"
