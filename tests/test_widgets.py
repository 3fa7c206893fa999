"""The parts of the widgets that know no page, tested by Node beside this file."""

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CLOCK = "player-clock.test.mjs"
"""Run by test_player.py."""


@pytest.mark.node
@pytest.mark.parametrize(
    "file",
    sorted(each for each in HERE.glob("*.test.mjs") if each.name != CLOCK),
    ids=lambda each: each.name,
)
def test_node_agrees(file):
    done = subprocess.run(
        ["node", "--test", "--test-reporter=spec", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
