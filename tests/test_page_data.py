"""Each page says when it was reviewed, when that is overdue, and what it is, to people and to machines."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

THEME = Environment(
    loader=FileSystemLoader(Path("calculators/theme")), autoescape=True, trim_blocks=True
)
DUE = date(2027, 11, 24)


def page(url="do/when-to-stop/", **front):
    said = {
        "title": "When to stop",
        "description": "The signs, <now> & later.",
        "reviewed": date(2026, 11, 24),
        "next_review": DUE,
        "audience": "everyone",
    }
    return SimpleNamespace(url=url, canonical_url=f"https://site.example/{url}", meta=said | front)


def overdue(of, *day):
    return THEME.get_template("partials/review.html").module.overdue(of, datetime(*day, tzinfo=UTC))


def test_a_review_is_overdue_from_the_day_after():
    assert overdue(page(), 2027, 11, 24).strip() == ""
    late = overdue(page(), 2027, 11, 25)
    assert "Review overdue" in late
    assert "24 November 2027" in late


def test_a_page_without_a_next_review_is_never_overdue():
    assert overdue(page(next_review=None), 2099, 1, 1).strip() == ""


def data(of):
    config = SimpleNamespace(site_name="BFR Guide")
    html = THEME.get_template("partials/about-page.html").render(page=of, config=config)
    start, end = html.index("{"), html.rindex("}") + 1
    assert 'type="application/ld+json"' in html[:start]
    assert "<" not in html[start:end]
    return json.loads(html[start:end])


def test_machines_are_told_what_the_page_says():
    told = data(page())
    assert told["@type"] == "MedicalWebPage"
    assert told["name"] == "When to stop"
    assert told["description"] == "The signs, <now> & later."
    assert told["lastReviewed"] == "2026-11-24"
    assert told["audience"] == {"@type": "Audience", "audienceType": "everyone"}


@pytest.mark.parametrize("key", ["reviewedBy", "author", "creator"])
def test_no_reviewer_is_invented(key):
    assert key not in data(page())


def test_clinicians_are_a_medical_audience_and_the_about_pages_are_not_medical():
    assert data(page(audience="clinicians"))["audience"]["@type"] == "MedicalAudience"
    assert data(page(url="about/privacy/"))["@type"] == "WebPage"
