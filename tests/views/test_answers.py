"""Answers that a build keeps: asked anew when a rule changes that they hang on, and only then."""

from __future__ import annotations

import ast
import shutil

import pytest

from bfr_rules.catalog import CALCULATORS, PLACES
from calculators.views import answers
from calculators.views.answers import RULES, fingerprint, modules, outcome

PACKAGE = RULES / "bfr_rules"


def imported(path):
    """List the files that a file imports, by Python's own reading of it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
        elif isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        for name in names:
            for at in range(1, name.count(".") + 2):
                base = RULES.joinpath(*name.split(".")[:at])
                yield from (
                    f for f in (base.with_suffix(".py"), base / "__init__.py") if f.is_file()
                )


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_every_import_is_followed(path):
    name = ".".join(path.relative_to(RULES).with_suffix("").parts).removesuffix(".__init__")
    assert set(imported(path)) <= modules({name}, RULES)


def test_a_changed_rule_changes_what_hangs_on_it_and_nothing_else(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "bfr_rules")
    before = {slug: fingerprint(slug, tmp_path) for slug in PLACES}
    rest = tmp_path / "bfr_rules" / "rest.py"
    rest = rest if rest.is_file() else tmp_path / "bfr_rules" / "rest" / "rule.py"
    rest.write_text(rest.read_text("utf-8") + "\n# changed\n", "utf-8")
    after = {slug: fingerprint(slug, tmp_path) for slug in PLACES}
    changed = {slug for slug in PLACES if before[slug] != after[slug]}
    assert "rest" in changed
    assert not changed & {"screening", "one-rm", "training-load"}
    words = tmp_path / "bfr_rules" / "text.py"
    words.write_text(words.read_text("utf-8") + "\n# changed\n", "utf-8")
    again = {slug: fingerprint(slug, tmp_path) for slug in PLACES}
    assert all(again[slug] != after[slug] for slug in PLACES)


def test_an_answer_is_asked_once_and_then_read(tmp_path, monkeypatch):
    monkeypatch.setattr(answers, "KEPT", tmp_path)
    answers._folder.cache_clear()
    old = tmp_path / "rest" / "of-earlier-rules"
    old.mkdir(parents=True)
    first = outcome("rest", {})
    assert not old.exists()
    monkeypatch.setattr(answers.bridge, "answer", lambda _: pytest.fail("asked again"))
    assert outcome("rest", {}) == first
    answers._folder.cache_clear()


def test_what_cannot_be_answered_stops_the_build():
    with pytest.raises(ValueError, match="rest does not answer"):
        outcome("rest", {"rest_s": "soon"})


def test_every_calculator_has_its_own_fingerprint():
    assert len({fingerprint(each.slug) for each in CALCULATORS}) == len(CALCULATORS)
