"""Each page says when it was reviewed, when that is overdue, and what it is, to people and to machines."""

import json
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from calculators.build import page_data, reviews
from calculators.build.pages import Page

THEME = Environment(
    loader=FileSystemLoader(Path("calculators/theme")), autoescape=True, trim_blocks=True
)
DUE = date(2027, 11, 24)


def page(**front):
    said = {
        "title": "When to stop",
        "description": "The signs, <now> & later.",
        "reviewed": date(2026, 11, 24),
        "next_review": DUE,
        "audience": "everyone",
    }
    return SimpleNamespace(meta=said | front)


def test_a_review_is_overdue_from_the_day_after():
    assert reviews.overdue({"next_review": DUE}, DUE) == ""
    late = reviews.overdue({"next_review": DUE}, DUE + timedelta(days=1))
    assert "Review overdue" in late
    assert "24 November 2027" in late


def test_a_page_without_a_next_review_is_never_overdue():
    assert reviews.overdue({}, date(2099, 1, 1)) == ""


@pytest.mark.parametrize("said", [date(2026, 11, 4), "2026-11-04"])
def test_a_day_is_written_as_people_do_whatever_builds_the_site(said):
    written = THEME.get_template("partials/review.html").module.day(said)
    assert written.strip() == '<time datetime="2026-11-04">4 November 2026</time>'


def data(url="do/when-to-stop/", address="", **front):
    of = Page(url, "do/when-to-stop.md", page(**front).meta, Path())
    html = page_data.element(page_data.about(of, page_data.SiteData("BFR Guide", address)))
    start, end = html.index("{"), html.rindex("}") + 1
    assert 'type="application/ld+json"' in html[:start]
    assert "<" not in html[start:end]
    return json.loads(html[start:end])


def test_machines_are_told_what_the_page_says():
    told = data()
    assert told["@type"] == "MedicalWebPage"
    assert told["name"] == "When to stop"
    assert told["description"] == "The signs, <now> & later."
    assert told["lastReviewed"] == "2026-11-24"
    assert told["audience"] == {"@type": "Audience", "audienceType": "everyone"}


def test_a_page_names_its_address_only_where_the_site_has_one():
    assert "@id" not in data()
    assert data(address="https://site.example/guide/")["@id"] == (
        "https://site.example/guide/do/when-to-stop/"
    )


@pytest.mark.parametrize("key", ["reviewedBy", "author", "creator"])
def test_no_reviewer_is_invented(key):
    assert key not in data()


def test_clinicians_are_a_medical_audience_and_the_about_pages_are_not_medical():
    assert data(audience="clinicians")["audience"]["@type"] == "MedicalAudience"
    assert data(url="about/privacy/")["@type"] == "WebPage"


def test_every_page_of_a_built_site_is_told_of_once(tmp_path):
    docs, built = tmp_path / "docs", tmp_path / "site"
    for source, url in (("index.md", ""), ("do/player.md", "do/player/")):
        file, html = docs / source, built / url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        html.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("---\ntitle: A & B\ndescription: C\nreviewed: 2026-11-24\n---\n", "utf-8")
        html.write_text("<!doctype html><head></head><body></body>", "utf-8")
    page_data.write(built, page_data.SiteData("Guide"), docs)
    for html in built.rglob("index.html"):
        head, body = html.read_text("utf-8").split("</head>")
        assert head.count("application/ld+json") == 1
        assert "A \\u0026 B" in head
        assert body == "<body></body>"


def test_a_file_without_a_page_is_named(tmp_path):
    (tmp_path / "gone.md").write_text("Text", "utf-8")
    with pytest.raises(FileNotFoundError, match=r"gone\.md"):
        page_data.write(tmp_path / "site", page_data.SiteData("Guide"), tmp_path)


def test_what_a_page_cites_and_when_it_changed_are_told():
    of = Page("do/when-to-stop/", "do/when-to-stop.md", page().meta, Path())
    site = page_data.SiteData("BFR Guide", "https://site.example/guide/")
    text = "Numb. [@patterson2019, Table 1; @vdf_dvt, page] More. [@patterson2019, abstract]"
    told = page_data.about(of, site, text, date(2026, 11, 25))
    assert told["dateModified"] == "2026-11-25"
    assert told["url"] == "https://site.example/guide/do/when-to-stop/"
    assert told["image"] == "https://site.example/guide/assets/pictures/do-when-to-stop.png"
    assert len(told["citation"]) == 2
    assert told["citation"][0]["url"] == "https://doi.org/10.3389/fphys.2019.00533"


def test_a_calculator_is_an_application_that_costs_nothing():
    told = data(url="calculate/training-load/")["mainEntity"]
    assert (told["@type"], told["name"]) == ("WebApplication", "Training load")
    assert told["offers"]["price"] == 0
    assert "mainEntity" not in data(url="calculate/")


def test_questions_are_told_with_their_answers_alone():
    html = (
        '<h1>x</h1><div class="bfr-prose"><h2 id="big">Big</h2><h3 id="q1">Is it <em>safe</em>?</h3>'
        '<p>Nobody can promise.</p><h3 id="q2">Why?</h3><p>Because.</p></div></article><p>Foot</p>'
    )
    of = Page("questions/safety/", "questions/safety.md", page().meta, Path())
    told = page_data.questions(of, html, page_data.SiteData("BFR Guide", "https://a.club/"))
    assert [(each["name"], each["acceptedAnswer"]["text"]) for each in told["mainEntity"]] == [
        ("Is it safe?", "Nobody can promise."),
        ("Why?", "Because."),
    ]
    assert told["mainEntity"][0]["url"] == "https://a.club/questions/safety/#q1"
    assert page_data.questions(of, "<p>No question</p>", page_data.SiteData("BFR Guide")) is None


def test_checked_claims_are_reviews():
    of = Page("evidence/article-checked/", "evidence/article-checked.md", page().meta, Path())
    text = Path("docs/evidence/article-checked.md").read_text("utf-8")
    told = page_data.reviews(of, text, page_data.SiteData("BFR Guide"))
    assert len(told) == 22
    worst = told[8]
    assert worst["url"] == "#s9"
    assert worst["reviewRating"]["alternateName"] == "contradicted"
    assert worst["reviewRating"]["ratingValue"] == worst["reviewRating"]["worstRating"]
