"""What keeps the rules the same in every Python: standard library only, no I/O, no clock, no chance."""

from __future__ import annotations

import ast
import importlib.metadata
import posixpath
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bfr_rules
import calculators
from bfr_rules.catalog import PLACES
from calculators.paths import ROOT

SOURCE = Path(bfr_rules.__file__).parent
MODULES = sorted(
    path.relative_to(SOURCE).with_suffix("").as_posix() for path in SOURCE.rglob("*.py")
)
PURE = {
    # What a rule may take from the standard library: nothing here reads, waits, draws lots or
    # asks the machine. Each one more costs every reader a download.
    *("__future__", "collections.abc", "dataclasses", "datetime", "enum", "fractions"),
    *("functools", "importlib", "itertools", "json", "math", "re", "string", "typing"),
    "operator",  # `fractions` imports it
    "unicodedata",  # part of the interpreter: no download
}
TERMINAL = {"argparse", "codecs", "io", "os", "pathlib", "sys", "textwrap"}
"""The command line is a door: it reads a file that somebody names, and the day for the rules."""
FORBIDDEN_CALLS = {"open", "input", "eval", "exec", "compile", "__import__", "print", "breakpoint"}
FORBIDDEN_METHODS = {"now", "today", "utcnow", "fromtimestamp", "astimezone", "fromisoformat"}

HANDED = {
    "GivenError",
    "OSError",
    "UnicodeDecodeError",
    "KeyError",
    "RecursionError",
    "TypeError",
    "BrokenPipeError",
}
"""What a text may hold that somebody hands to a door for programs, and a reader who has gone."""

BROWSER = ROOT / "calculators" / "browser"
FOLDERS = re.findall(r"^ {4}(\w+) ", calculators.__doc__.partition("`browser`")[2], re.MULTILINE)
"""The folders of the browser's scripts, as the house tells them: each above those that it may import."""

each_module = pytest.mark.parametrize("module", MODULES)


def tree(module):
    return ast.parse((SOURCE / f"{module}.py").read_text("utf-8"))


def imports(module):
    """List what a module imports, as dotted names."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            yield node.module


def calls(module):
    return [node for node in ast.walk(tree(module)) if isinstance(node, ast.Call)]


@each_module
def test_module_needs_only_the_pure_part_of_the_standard_library(module):
    outside = {name for name in imports(module) if name.split(".")[0] != "bfr_rules"}
    assert outside <= PURE | (TERMINAL if module.startswith("cli/") else set())


@each_module
def test_module_touches_no_file_no_clock_and_no_terminal(module):
    named = {node.func.id for node in calls(module) if isinstance(node.func, ast.Name)}
    allowed = {"print"} if module.startswith("cli/") else set()
    assert named & FORBIDDEN_CALLS <= allowed
    methods = {node.func.attr for node in calls(module) if isinstance(node.func, ast.Attribute)}
    assert methods & FORBIDDEN_METHODS <= (
        {"now", "astimezone"} if module.startswith("cli/") else set()
    )


@pytest.mark.parametrize(
    "module", sorted(set(MODULES) - {"one_rm/formulas", "inputs/numeric", "bridge", "present"})
)
def test_no_float_is_written_where_arithmetic_is_exact(module):
    """Floats live only inside formulas with `exp` and `pow` (one_rm.formulas), and in JSON for programs."""
    constants = [node.value for node in ast.walk(tree(module)) if isinstance(node, ast.Constant)]
    assert not [value for value in constants if isinstance(value, float)]
    assert "float" not in {
        node.func.id for node in calls(module) if isinstance(node.func, ast.Name)
    }


def test_floats_of_the_formulas_are_made_exact_at_once():
    """Round such a result to its digits before flooring or comparing it."""
    holders = [
        node for node in calls("one_rm/formulas") if getattr(node.func, "id", "") == "_exact"
    ]
    inside = {constant for each in holders for constant in ast.walk(each)}
    floats = [
        node
        for node in ast.walk(tree("one_rm/formulas"))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    written = {(node.lineno, node.col_offset) for node in floats}
    held = {(node.lineno, node.col_offset) for node in inside if hasattr(node, "lineno")}
    assert written
    assert written <= held


@each_module
def test_no_f_string_reaches_a_reader(module):
    texts = [node for node in calls(module) if getattr(node.func, "id", "") == "Text"]
    assert not [ast.unparse(node) for node in texts if isinstance(node.args[0], ast.JoinedStr)]


@each_module
def test_nothing_is_caught_that_was_not_foreseen(module):
    for node in ast.walk(tree(module)):
        assert not isinstance(node, ast.Assert)
        if isinstance(node, ast.ExceptHandler):
            caught = {each.id for each in ast.walk(node.type) if isinstance(each, ast.Name)}
            foreseen = {"AnswersError", "UnreadError", "ValueError"}
            handed = module == "library" or module.startswith("cli/")
            assert caught <= foreseen | (HANDED if handed else set())


def test_an_answer_imports_no_calculator_but_the_one_that_is_asked():
    """A phone waits for what is imported, so nine of ten calculators must not be."""
    ask = 'bfr_rules.bridge.answer(\'{"calculator": "rest", "answers": {}}\')'
    program = f"import sys, bfr_rules.bridge; {ask}; print(*sys.modules)"
    printed = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout
    declared = {place.partition(".")[0] for place in PLACES.values()}
    assert {name for name in declared if f"bfr_rules.{name}" in printed.split()} == {"rest"}


def test_package_has_the_version_of_its_source_and_needs_no_other_package():
    assert importlib.metadata.version("bfr-rules") == bfr_rules.__version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert not project["dependencies"]


def reached(script):
    """List the folders that a script names: in an import of any kind, also of a type, or in an address."""
    text = script.read_text("utf-8")
    for path in re.findall(r"""["'`](\.\.?/[^"'`\s]*)""", text):
        folder, *_ = posixpath.normpath(f"{script.parent.name}/{path}").split("/")
        if folder != "..":  # a page, or a file beside the scripts
            yield folder
    yield from re.findall(r"""widgets/([^/"'`\s]*)""", text)


def test_house_of_the_rules_names_each_module():
    rooms = (bfr_rules.__doc__ or "").partition("\n    ")[2].partition(">>>")[0]
    told = set(re.findall(r"\w+", rooms))
    there = {path.stem for path in SOURCE.iterdir() if path.suffix in {".py", ""}}
    assert not {name for name in there if not name.startswith("__")} - told


def test_house_names_each_folder_of_scripts():
    assert sorted(FOLDERS) == sorted(path.name for path in BROWSER.iterdir())


@pytest.mark.parametrize("folder", FOLDERS)
def test_script_imports_only_from_its_own_folder_and_those_below_it(folder):
    allowed = set(FOLDERS[FOLDERS.index(folder) :])
    scripts = [*(BROWSER / folder).rglob("*.js"), *(BROWSER / folder).rglob("*.ts")]
    above = {script.name: set(reached(script)) - allowed for script in scripts}
    assert not {name: folders for name, folders in above.items() if folders}
