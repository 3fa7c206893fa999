"""The module of works that the rules cite: what it holds, when it is written, and what is said when it cannot be."""

import subprocess
import sys

import pytest

from bfr_rules import catalog
from bfr_rules.references import UnknownWorkError, work
from calculators.build import works
from calculators.evidence import bibliography

MODULE = '''\
"""The works that the rules cite. Generated from `references.json`: do not edit.

`make format`, `make test` and `make serve` write it anew.
"""

from bfr_rules.citation import Work

WORKS: dict[str, Work] = {
    "patterson2019": Work(
        key="patterson2019",
        short="Patterson et al. 2019",
        title=(
            "Blood Flow Restriction Exercise: Considerations of Methodology, Application, and "
            "Safety"
        ),
        year=2019,
        url="https://doi.org/10.3389/fphys.2019.00533",
    ),
    "vald_bfr": Work(
        key="vald_bfr",
        short="VALD",
        title="General BFR Protocol",
        year=None,
        url="https://support.valdperformance.com/article/665-general-bfr-protocol",
    ),
}
'''


def test_it_holds_the_cited_works_once_and_in_order():
    cited = ["vald_bfr", "patterson2019", "vald_bfr"]
    assert works.module_of(cited, bibliography.load()) == MODULE


def test_it_may_hold_no_works():
    assert works.module_of([], bibliography.load()).endswith("WORKS: dict[str, Work] = {}\n")


def test_it_is_as_ruff_formats_it():
    text = works.module_of(bibliography.load().sources, bibliography.load())
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", "100", "-"]
    formatted = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert formatted.stdout == text
    assert max(map(len, text.splitlines())) <= 100


def test_it_is_written_for_the_first_time_and_when_what_is_cited_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(works, "MODULE", tmp_path / "works.py")
    monkeypatch.setattr(catalog, "cited_keys", lambda: ("sato2005",))
    assert works.write()
    assert not works.write()
    monkeypatch.setattr(catalog, "cited_keys", lambda: ("sato2005", "vald_bfr"))
    assert works.write()
    assert '"vald_bfr": Work(' in works.MODULE.read_text("utf-8")


def test_it_is_what_the_rules_cite():
    """If this fails, run `make format`."""
    assert works.MODULE.read_text("utf-8") == works.wanted()


def test_a_stale_one_is_said_with_what_to_run(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(works, "MODULE", works.ROOT / "README.md")
    assert works.main() == 1
    assert "is not what the rules cite: run `make format`" in capsys.readouterr().err


def test_every_cited_work_that_is_not_listed_is_named_with_file_line_and_what_to_do(
    tmp_path, monkeypatch
):
    rule = tmp_path / "tempo.py"
    rule.write_text(
        'from x import cite\n\nSLOW = cite("bittar2081", "abstract")\nB = "other2001"\n'
    )
    monkeypatch.setattr(works, "RULES", tmp_path)
    monkeypatch.setattr(catalog, "cited_keys", lambda: ("bittar2081", "other2001"))
    with pytest.raises(works.WorksError) as caught:
        works.wanted()
    first, second, todo = str(caught.value).splitlines()
    assert first.startswith(
        "tempo.py, line 3: no work 'bittar2081' in references.json; did you mean"
    )
    assert second.startswith("tempo.py, line 4: no work 'other2001'")
    assert todo == "Add it to src/bfr_rules/references.json, then run the same command again."


def test_a_rule_that_meets_a_stale_module_says_what_to_run():
    with pytest.raises(UnknownWorkError, match=r"no work 'bittar2081' in works\.py: `make format`"):
        work("bittar2081")
