"""A test stands in the folder of the room that it tests, by the name of what it tests there."""

from __future__ import annotations

import re

from calculators.paths import ROOT

TESTS = ROOT / "tests"
ROOMS = {"rules": ROOT / "src" / "bfr_rules", "scripts": ROOT / "calculators" / "browser"}
"""What these folders of tests mirror; each other one mirrors the room of `calculators` that has its name."""
OF_THE_WHOLE = {"browser", "engines", "house"}
"""Folders of tests that mirror no room: the built site in browsers, and laws over every room."""


def in_python(name):
    """Write a name as a module of Python can have it."""
    return re.sub(r"\W", "_", name)


def test_every_test_has_the_name_of_what_it_tests_in_the_folder_of_its_room():
    """A room itself has a test, too: by its own name."""
    strays = []
    for path in [*TESTS.rglob("test_*.py"), *TESTS.rglob("*.test.mjs")]:
        folder, _, name = path.relative_to(TESTS).as_posix().rpartition("/")
        if folder in OF_THE_WHOLE:
            continue
        room = ROOMS.get(folder, ROOT / "calculators" / folder)
        there = {in_python(each) for found in room.rglob("*") for each in (found.stem, found.name)}
        tested = in_python(name.partition(".")[0].removeprefix("test_"))
        if not folder or not room.is_dir() or tested not in there | {folder}:
            strays.append(path.relative_to(TESTS).as_posix())
    assert strays == []
