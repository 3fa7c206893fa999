"""Cut from Pyodide what the rules never reach.

`reached.json` names the functions that ran in any of four engines while every request of the parity test was answered;
`tests/cover.py` writes it. It holds for one file of one version of Pyodide: every index is that file's.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from calculators.build.bundle import wasm

WASM = "pyodide.asm.wasm"
SCRIPT = "pyodide.asm.mjs"
REACHED = Path(__file__).with_name("reached.json")
AGAIN = "Run .venv/bin/python tests/cover.py to find out anew."

ASSIGNED = re.compile(r"function assignWasmExports\(wasmExports\)\{.*?\}", re.DOTALL)
"""In Pyodide's script, the function that gives a name to every export, wanted or not."""

TAKEN = re.compile(r"""wasmExports(?:\.|\[["'])(\w+)""")
"""What the script takes without calling it, as it starts: an engine that can suspend WebAssembly wraps two functions."""

WORD = re.compile(r"[A-Za-z_$][\w$]*")

BARE = Path(__file__).parents[2] / "browser" / "python" / "bare-python.js"
"""The script that calls Python's functions by their names."""


class CutError(Exception):
    """Pyodide cannot be cut; the message says what to do."""


def read_reached(whole: bytes, written: Path = REACHED) -> frozenset[int]:
    """Read which functions are reached.

    Args:
        whole: The module of Pyodide that they are of.
        written: The file that says so.

    Raises:
        CutError: It is of another version of Pyodide.
    """
    said = json.loads(written.read_text("utf-8"))
    if said["sha256"] != hashlib.sha256(whole).hexdigest():
        raise CutError(f"{written.name} is of another Pyodide than {WASM} in node_modules. {AGAIN}")
    return frozenset(
        index for first, last in spans(said["functions"]) for index in range(first, last + 1)
    )


def spans(written: str) -> list[tuple[int, int]]:
    """Read first and last of each span.

    >>> spans("3-5 9")
    [(3, 5), (9, 9)]
    """
    ends = (each.partition("-") for each in written.split())
    return [(int(first), int(last or first)) for first, _, last in ends]


def written_spans(numbers: Iterable[int]) -> str:
    """Write numbers as spans.

    >>> written_spans([9, 3, 4, 5])
    '3-5 9'
    """
    ordered = sorted(numbers)
    starts = ordered[:1] + [after for before, after in pairwise(ordered) if after > before + 1]
    ends = [before for before, after in pairwise(ordered) if after > before + 1] + ordered[-1:]
    return " ".join(f"{a}-{b}" if b > a else f"{a}" for a, b in zip(starts, ends, strict=True))


def write_reached(reached: Iterable[int], whole: bytes, version: str) -> None:
    """Write which functions are reached, for `read_reached`."""
    said = {
        "pyodide": version,
        "sha256": hashlib.sha256(whole).hexdigest(),
        "functions": written_spans(reached),
    }
    REACHED.write_text(json.dumps(said, indent=2) + "\n", "utf-8")


def cut(whole: bytes, script: str, reached: frozenset[int]) -> bytes:
    """Cut functions and exports from the module of Pyodide.

    Args:
        whole: The module.
        script: The script that starts it.
        reached: The functions that stay.

    Raises:
        CutError: The script is not as this file knows it.
    """
    found = wasm.imported(whole)
    before = sum(each.kind == wasm.FUNCTION for each in found)
    rest = without_assignments(script)
    asked = frozenset(WORD.findall(rest + BARE.read_text("utf-8")))
    names = {each.name for each in found} | set(TAKEN.findall(rest))
    for each in wasm.exported(whole):
        is_asked = each.name in asked or f"_{each.name}" in asked or each.name.startswith("__wasm")
        if is_asked and (each.kind != wasm.FUNCTION or each.index - before in reached):
            names.add(each.name)
    return wasm.cut(whole, reached, frozenset(names))


def without_assignments(script: str) -> str:
    """Leave out the function that names every export.

    Raises:
        CutError: The script names its exports otherwise.
    """
    rest, found = ASSIGNED.subn("", script)
    if found != 1:
        raise CutError(
            f"{SCRIPT} names what it takes from {WASM} otherwise: mend ASSIGNED in {Path(__file__).name}."
        )
    return rest
