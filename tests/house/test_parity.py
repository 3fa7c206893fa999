"""Every request gives the same bytes here and in the reader's browser.

The staged runtime of the browser answers under Node: one process, a request a line.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from bridge_requests import GENERATED, every_request
from node import NODE

from bfr_rules import bridge
from calculators.paths import ROOT

pytestmark = pytest.mark.node


@pytest.fixture(scope="module", autouse=True)
def runtime():
    """Stage the runtime with the rules as they are now; nothing is done if it is there."""
    subprocess.run([sys.executable, "-m", "calculators.build.bundle"], cwd=ROOT, check=True)


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
