"""A site says where its pages are only when it was built for an address, and dates them by their last change."""

import subprocess
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from calculators.build import addresses

CHANGES = """---
title: What changed
---

## 26 November 2026

| Where | Before | Now |
|---|---|---|
| [Knees](../learn/knees.md#in-short) | Less | More |
"""


@pytest.fixture
def docs(tmp_path):
    for source, text in {
        "index.md": "---\ntitle: Home\nreviewed: 2026-11-01\n---\n",
        "learn/knees.md": "---\ntitle: Knees\nreviewed: 2026-11-02\n---\n",
        "evidence/what-changed.md": CHANGES,
    }.items():
        file = tmp_path / "docs" / source
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        built = tmp_path / "site" / addresses.address(source) / "index.html"
        built.parent.mkdir(parents=True, exist_ok=True)
        built.write_text("", "utf-8")
    (tmp_path / "site" / "sitemap.xml.gz").write_text("the generator's", "utf-8")
    return tmp_path / "docs"


def written(docs, root):
    site = docs.parent / "site"
    addresses.write(site, root, docs)
    listed = ET.fromstring((site / "sitemap.xml").read_text("utf-8"))
    return {
        page.findtext("{*}loc"): page.findtext("{*}lastmod") for page in listed.iterfind("{*}url")
    }


def test_a_site_for_no_address_names_none(docs):
    assert written(docs, "") == {}
    assert "Sitemap" not in (docs.parent / "site" / "robots.txt").read_text("utf-8")


def test_each_page_has_the_day_of_its_last_review_or_listed_change(docs):
    root = "https://guide.club/bfr/"
    assert written(docs, root) == {
        root: "2026-11-01",
        f"{root}learn/knees/": "2026-11-26",
        f"{root}evidence/what-changed/": "2026-11-26",
    }
    assert f"{root}sitemap.xml" in (docs.parent / "site" / "robots.txt").read_text("utf-8")
    assert not (docs.parent / "site" / "sitemap.xml.gz").exists()


def test_where_git_knows_a_later_day_it_counts(docs):
    def git(*words):
        identity = ["-c", "user.name=A", "-c", "user.email=a@b.club"]
        at = {"GIT_COMMITTER_DATE": "2027-01-05T12:00:00+0000", "PATH": "/usr/bin:/bin"}
        subprocess.run(["git", *identity, *words], cwd=docs.parent, env=at, check=True)

    git("init", "-q")
    git("add", "docs/index.md")
    git("commit", "-qm", "Write the first page")
    days = written(docs, "https://guide.club/")
    assert days["https://guide.club/"] == date(2027, 1, 5).isoformat()
    assert days["https://guide.club/learn/knees/"] == "2026-11-26"
