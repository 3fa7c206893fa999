"""The feed says what the page says, leads to pages that exist, and names each change for good."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest

from calculators.build import feed
from calculators.paths import DOCS

TEXT = (DOCS / feed.PAGE).read_text("utf-8")
ATOM = {"a": feed.ATOM}


def parsed():
    return ET.fromstring(feed.atom(feed.changes(TEXT)))


def days(path):
    """Read the dates that a page has as headings."""
    return re.findall(r"^## (\d{1,2} \w+ \d{4})$", (DOCS / path).read_text("utf-8"), re.MULTILINE)


def test_each_row_and_each_new_page_is_an_entry_newest_first():
    listed = feed.changes(TEXT)
    typed = re.findall(r"^(?:\| |- )\[", TEXT, re.MULTILINE)
    assert len(listed) == len(typed) > 10
    assert [each.day for each in listed] == sorted((each.day for each in listed), reverse=True)


def test_a_row_says_before_and_now_and_a_page_that_it_is_new():
    text = (
        "## 3 January 2027\n\n| What | Before | Now |\n|---|---|---|\n"
        "| [Dose](../do/dose.md#how) | **less** | more |\n\n- [A page](new.md)\n"
    )
    dose, page = feed.changes(text)
    assert dose == feed.Change(
        datetime(2027, 1, 3, tzinfo=UTC), "Dose", "Before: less. Now: more.", "do/dose/#how"
    )
    assert (page.what, page.says, page.page) == ("A page", "A new page.", "evidence/new/")


def test_a_change_without_a_day_is_refused():
    with pytest.raises(ValueError, match="above the first date"):
        feed.changes("- [A page](new.md)\n")


def test_entries_lead_to_pages_that_exist():
    for each in feed.changes(TEXT):
        path = each.page.partition("#")[0].rstrip("/")
        assert (DOCS / f"{path}.md").is_file() or (DOCS / path / "index.md").is_file()


def test_the_feed_is_atom():
    """RFC 4287: a feed and each entry have one id, one title and one updated; the feed names an author."""
    root = parsed()
    assert root.tag == f"{{{feed.ATOM}}}feed"
    assert root.find("a:author/a:name", ATOM).text
    assert root.find("a:link[@rel='alternate']", ATOM).get("href") == "../../evidence/what-changed/"
    entries = root.findall("a:entry", ATOM)
    for part in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"a:{name}", ATOM)) == 1
        assert datetime.fromisoformat(part.find("a:updated", ATOM).text).tzinfo
    ids = [part.find("a:id", ATOM).text for part in (root, *entries)]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_a_change_keeps_its_name_when_its_words_of_before_and_now_are_mended():
    names = [
        ET.fromstring(feed.atom(feed.changes(f"## 3 January 2027\n| [A](a.md) | {was} | c |\n")))
        .find("a:entry/a:id", ATOM)
        .text
        for was in ("b", "bb")
    ]
    assert names[0] == names[1]


def test_every_day_with_a_correction_is_listed_as_a_day_with_changes():
    assert set(days("about/corrections.md")) <= set(days(feed.PAGE))


def test_the_page_leads_to_the_feed_and_it_leads_back(site):
    """Not in the head: Material takes an alternate there for the site in another language, and asks for its map."""
    page = (site / "evidence" / "what-changed" / "index.html").read_text("utf-8")
    assert f"assets/sources/{feed.NAME}" in page
    assert not re.search(r"<link[^>]*rel=[\"']?alternate", page)
    made = site / "assets" / "sources" / feed.NAME
    assert made.is_file()
    for link in ET.parse(made).getroot().iterfind(".//a:link[@rel='alternate']", ATOM):
        target = (made.parent / link.get("href").partition("#")[0] / "index.html").resolve()
        assert target.is_file()
