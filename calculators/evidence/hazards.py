"""The hazard log, from `hazards.yml`: what could harm somebody through this guide, and the tests that prove what stops it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from calculators.errors import data_error
from calculators.evidence import bibliography
from calculators.front_matter import read_yaml
from calculators.paths import ROOT

FILE = Path(__file__).parent / "hazards.yml"
OFF = ("skip", "skipif", "xfail")
"""Marks with which a test proves nothing."""


class Control(NamedTuple):
    """What stops a hazard, with the tests that prove it, as `file::test`."""

    says: str
    tests: tuple[str, ...]


class Hazard(NamedTuple):
    """One hazard: whom it harms and how, where it comes from, and its controls."""

    id: str
    hazard: str
    harm: str
    sources: tuple[Mapping[str, str], ...]
    controls: tuple[Control, ...]


@cache
def load() -> tuple[Hazard, ...]:
    """Read the log, and hold it to its promises.

    Raises:
        LookupError: A source is unknown, a hazard has no control, a control no test, or a test is not there.
    """
    return tuple(_hazard(each) for each in read_yaml(FILE.read_text("utf-8")))


def _hazard(given: Mapping[str, object]) -> Hazard:
    name = str(given["id"])
    try:
        sources = _sources(given["from"])
        controls = tuple(_control(each) for each in _rows(given["controls"], "control"))
    except LookupError as error:
        raise data_error(FILE, f"id: {name}", error) from None
    return Hazard(name, str(given["hazard"]), str(given["harm"]), sources, controls)


def _rows(given: object, what: str) -> list[Any]:
    if not isinstance(given, list) or not given:
        raise LookupError(f"it has no {what}: a list is wanted, not {given!r}")
    return given


def _sources(given: object) -> tuple[Mapping[str, str], ...]:
    if given == "reasoning":
        return ()
    rows = _rows(given, "source")
    return tuple({**each, "label": bibliography.short(each["key"])} for each in rows)


def _control(given: Mapping[str, object]) -> Control:
    tests = tuple(map(str, _rows(given["tests"], f"test of “{given['says']}”")))
    for each in tests:
        prove(each)
    return Control(str(given["says"]), tests)


def prove(test: str) -> None:
    """Find a test, `tests/rules/test_gate.py::test_one_thing`, that is not turned off.

    Raises:
        LookupError: It is not there, or it is skipped or expected to fail.
    """
    file, _, name = test.partition("::")
    if name not in (tests := _tests(file)):
        raise LookupError(f"there is no test {test}")
    if tests[name]:
        raise LookupError(f"{test} is turned off: it proves nothing")


@cache
def _tests(file: str) -> Mapping[str, bool]:
    """List the tests of a file, and whether each is turned off."""
    path = ROOT / file
    if not path.is_file():
        return {}
    found = ast.parse(path.read_text("utf-8")).body
    return {
        each.name: any(
            f"mark.{off}" in ast.unparse(mark) for mark in each.decorator_list for off in OFF
        )
        for each in found
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    }
