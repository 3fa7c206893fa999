"""Count how often the rules reach what was cut, over many requests: it should be never.

    .venv/bin/python tests/traps.py 100000

Every request of the parity test is asked in every situation that a page may be in, in an order that mixes both, until there
are as many as wanted. The runtime that is staged answers under Node; what it says is held against nothing here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bridge_requests import GENERATED, generated, shown, situations, spoilt  # noqa: E402
from node import NODE  # noqa: E402

SHARE = 2_000
"""How many one process answers: what traps in one of them is of no more use."""


def requests():
    """Mix requests and situations, each pair once."""
    asked = [*shown(), *spoilt(), *generated(GENERATED)]
    met = list(situations())
    for shift in range(len(met)):
        for at, (slug, answers) in enumerate(asked):
            yield json.dumps(
                {"calculator": slug, "answers": answers} | met[(at + shift) % len(met)]
            )


def main(count):
    """Ask; say how many were answered, and how many times something was reached that was cut."""
    began, answered, traps = time.monotonic(), 0, []
    waiting = requests()
    while answered < count and (share := list(islice(waiting, min(SHARE, count - answered)))):
        while share:
            done = subprocess.run(
                [NODE, "tests/parity.mjs"],
                cwd=ROOT,
                input="".join(f"{each}\n" for each in share),
                capture_output=True,
                text=True,
                check=False,
            )
            there = done.stdout.count("\n")
            answered += there
            share = share[there:]
            if done.returncode:
                traps.append((share.pop(0), done.stderr.strip()[-300:]))
                answered += 1
        print(f"{answered} asked, {len(traps)} traps, {time.monotonic() - began:.0f} s", flush=True)
    for request, said in traps[:5]:
        print(f"{request}\n  {said}")
    return 1 if traps else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
