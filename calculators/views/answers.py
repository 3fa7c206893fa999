"""Answers of the rules for pages, kept on disk: a build asks some hundreds, and the same ones as the build before.

Each is kept under a hash of the modules that its calculator needs, so that a changed rule asks anew what hangs on it,
and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bfr_rules import bridge
from bfr_rules.catalog import PLACES
from bfr_rules.question import Raw
from calculators.paths import ROOT

KEPT = ROOT / ".cache" / "answers"
"""A folder for each calculator, with one for the rules as they are, with a file for each request."""

RULES = ROOT / "src"
IMPORTED = re.compile(
    r"^\s*(?:from (bfr_rules[\w.]*) import (\([^)]*\)|[^(#\n]*)|import (bfr_rules[\w.]*))",
    re.MULTILINE,
)


def outcome(slug: str, answers: Mapping[str, Raw], part: str = "all") -> dict[str, Any]:
    """Ask the bridge, as the browser does, for an outcome; anything else stops the build.

    Args:
        slug: Of the calculator.
        answers: As they were typed.
        part: Of the answer (`bridge.PARTS`).

    Raises:
        ValueError: There are problems with the answers.
    """
    request = json.dumps({"calculator": slug, "answers": answers, "part": part})
    folder = _folder(slug)
    kept = folder / f"{hashlib.sha256(request.encode()).hexdigest()[:32]}.json"
    try:
        response = json.loads(kept.read_text("utf-8"))
    except FileNotFoundError:
        response = json.loads(bridge.answer(request))
        if "problems" in response:
            raise ValueError(f"{slug} does not answer {answers}: {response['problems']}") from None
        # Written aside and renamed: another build may read meanwhile.
        aside = kept.with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps(response, ensure_ascii=False), "utf-8")
        aside.replace(kept)
    return dict(response["outcome"])


@cache
def _folder(slug: str) -> Path:
    """Make the folder for the answers of a calculator with the rules as they are; older ones go."""
    folder = KEPT / slug / fingerprint(slug)
    for old in folder.parent.glob("*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def fingerprint(slug: str, rules: Path = RULES) -> str:
    """Hash every module that an answer of a calculator hangs on, and the Python that runs it.

    Args:
        slug: Of the calculator.
        rules: The folder of the package.
    """
    own = f"bfr_rules.{PLACES[slug].rpartition('.')[0]}"
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(modules({own, "bfr_rules.bridge"}, rules)):
        digest.update(f"{path.relative_to(rules)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def modules(names: set[str], rules: Path) -> set[Path]:
    """List the files of modules, of those that they import, and so on."""
    found: set[Path] = set()
    left = {path for name in names for path in _files(name, rules)}
    while left:
        path = left.pop()
        found.add(path)
        left |= _imported(path, path.stat().st_mtime_ns, rules) - found
    return found


@cache
def _imported(path: Path, changed_ns: int, rules: Path) -> frozenset[Path]:  # noqa: ARG001  (a changed file is another)
    """List the files that a file imports, wherever in it."""
    found: set[Path] = set()
    for source, names, whole in IMPORTED.findall(path.read_text("utf-8")):
        found |= _files(whole or source, rules)
        for name in re.findall(r"\w+", names):
            found |= _files(f"{source}.{name}", rules)
    return frozenset(found)


def _files(name: str, rules: Path) -> set[Path]:
    """Find the file of a module and those of the packages that hold it; none for what is no module."""
    parts = name.split(".")
    module = rules.joinpath(*parts)
    holders = {rules.joinpath(*parts[:at], "__init__.py") for at in range(1, len(parts) + 1)}
    return {path for path in (module.with_suffix(".py"), *holders) if path.is_file()}
