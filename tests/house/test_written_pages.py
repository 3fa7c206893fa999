"""The guide's own pages pass every check of content, and hold every anchor."""

import re
import subprocess
import sys
import warnings
from datetime import UTC, datetime

import pytest

from bfr_rules.screening.reasons import ITEMS
from bfr_rules.signs import SIGNS
from calculators.checks import content, pages
from calculators.paths import ROOT

PAGES = pages.read()


def none(problems):
    """Fail with file and line of each problem, and nothing else."""
    if said := "\n".join(str(each) for each in problems):
        pytest.fail(said, pytrace=False)


@pytest.mark.parametrize("written", PAGES, ids=lambda each: each.path)
def test_a_page_breaks_no_rule(written):
    none(content.problems([written], content.certainties()))


def test_there_are_pages_to_check():
    assert len(PAGES) > 40


@pytest.mark.parametrize(
    "name", ["evidence/glossary.yml", "evidence/findings.json", "figures/figures.json"]
)
def test_what_pages_show_from_data_promises_nothing_either(name):
    text = (ROOT / "calculators" / name).read_text("utf-8")
    none(content.phrases(pages.Page(f"calculators/{name}", text)))


# --- Anchors ---

ANCHORS = {
    **dict.fromkeys(
        "q1 q2 q3 q4 q5 q6 q7 q8 q9 q10 q11 q12 q13 q14 q15 q16 q56".split(),
        "docs/questions/safety.md",
    ),
    **dict.fromkeys(
        "q17 q18 q19 q20 q21 q22 q23 q24 q25 q26 q27 q57 q58 q59".split(),
        "docs/questions/pressure-and-cuffs.md",
    ),
    **dict.fromkeys(
        "q28 q29 q30 q31 q32 q33 q34 q35 q36 q37 q38 q39 q40 q41 q60".split(),
        "docs/questions/load-and-time.md",
    ),
    **dict.fromkeys("q42 q43 q44 q45 q46 q47 q48".split(), "docs/questions/worth-it.md"),
    **dict.fromkeys("q49 q50 q51 q52 q53 q54 q55".split(), "docs/questions/after-injury.md"),
    **dict.fromkeys(
        "s1 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 s12 s13 s14 s15 s16 s17 s18 s19 s20 s21 s22".split(),
        "docs/evidence/article-checked.md",
    ),
    **{each.id: "docs/risks/who-should-not.md" for each in ITEMS},
    **{each.id: "docs/do/when-to-stop.md" for each in SIGNS},
}
"""Every question, claim, reason not to train and sign to stop, and the page that answers it."""


def test_every_question_claim_and_sign_has_its_anchor():
    assert len(ANCHORS) == 60 + 22 + len(ITEMS) + len(SIGNS)
    none(content.misplaced(PAGES, ANCHORS))


# --- Words ---


def test_pages_are_easy_enough_to_read_and_become_no_harder():
    none(content.reading_grades(PAGES, content.kept_grades()))


def test_words_are_spelled_right():
    command = [sys.executable, "-m", "codespell_lib", *(each.path for each in PAGES)]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    none([*done.stdout.splitlines(), *done.stderr.splitlines()])


def test_the_words_for_certainty_are_those_that_the_evidence_page_explains():
    text = (pages.DOCS / "evidence" / "index.md").read_text("utf-8")
    explained = re.findall(
        r"^\| <span class=\"bfr-sure bfr-([\w-]+)\">([^<]+)</span>", text, re.MULTILINE
    )
    assert {**dict(explained), "none": "no evidence"} == content.SURE


def test_no_file_names_a_path_of_a_machine_or_a_registry():
    folders = ("docs", "calculators", "src", "bench", "tests")
    kinds = {".py", ".md", ".js", ".mjs", ".css", ".jinja", ".html", ".json", ".yml"}
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    files += [*ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "mkdocs.yml"]
    wrong = []
    for path in files:
        name = path.relative_to(ROOT)
        staged = name.parts[:2] == ("docs", "assets")
        # The tests of the checks break the rule to show that it holds.
        if path.suffix in kinds and not staged and path.name != "test_content.py":
            wrong += content.house_words(name.as_posix(), path.read_text("utf-8"))
    none(wrong)


def test_reviews_are_not_overdue():
    """A warning alone: no page becomes wrong overnight."""
    for late in content.overdue(PAGES, datetime.now(tz=UTC).date()):
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn(str(late), stacklevel=1)
