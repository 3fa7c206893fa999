"""The scripts that know no page, tested by Node: each by the `.test.mjs` of its name, beside this file."""

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.node
@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda each: each.name)
def test_node_agrees(file):
    done = subprocess.run(
        ["node", "--test", "--test-reporter=spec", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
