"""Pages for frames of other sites keep the gate and lead out of the frame; lesson sheets ask before they tell."""

import json
import re
from html.parser import HTMLParser

import pytest

from bfr_rules.catalog import CALCULATORS
from calculators.build import embed
from calculators.build.guide_settings import GuideSettings
from calculators.views import render
from calculators.views.form import answers_of

FULL = {"bytes": 1, "sha256": ""}
SETTINGS = GuideSettings(name="North Club")


@pytest.fixture(scope="module")
def docs(tmp_path_factory):
    docs = tmp_path_factory.mktemp("docs")
    manifest = docs / embed.MANIFEST
    manifest.parent.mkdir(parents=True)
    made = {"base": "assets/runtime/a/", "bytes": 2, "gzip": 1, "files": {}, "full": FULL}
    manifest.write_text(json.dumps(made), "utf-8")
    (docs / "embed" / "gone").mkdir(parents=True)
    (docs / "embed" / "gone" / "index.html").write_text("", "utf-8")
    embed.write(SETTINGS, docs)
    return docs


class Links(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.ids = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a" and "href" in given:
            self.found.append(given)
        if "id" in given:
            self.ids.append(given["id"])


def page(docs, folder, slug):
    return (docs / folder / slug / "index.html").read_text("utf-8")


def test_the_script_is_small(docs):
    assert len((docs / embed.SCRIPT).read_bytes()) <= 2000


def test_every_calculator_has_both_pages_and_what_is_gone_goes(docs):
    for folder in (embed.EMBED, embed.LESSON):
        slugs = {each.parent.name for each in (docs / folder).glob("*/index.html")}
        assert slugs == {each.slug for each in CALCULATORS}


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda each: each.slug)
def test_a_framed_calculator_has_its_gate(docs, asked):
    html = page(docs, embed.EMBED, asked.slug)
    assert html.count(f'<bfr-calculator slug="{asked.slug}"') == 1
    if asked.gated:
        assert f'<bfr-gate mode="setting"{" asks-first" if asked.asks_first else ""}>' in html
    assert html.count('<template data-part="readout-template">') == 1
    if asked.gated or asked.private:
        assert '<template id="bfr-gate-parts"' in html
    assert "data-gated" in html or not asked.gated


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda each: each.slug)
def test_links_leave_the_frame_but_for_the_page_itself_and_the_screening(docs, asked):
    links = Links(page(docs, embed.EMBED, asked.slug))
    for link in links.found:
        stays = link["href"].startswith("#") or link["href"] == "../screening/"
        assert ("target" in link) is not stays, link
    assert f"../../calculate/{asked.slug}/" in {each["href"] for each in links.found}
    anchors = {each["href"][1:] for each in links.found if each["href"].startswith("#source-")}
    assert anchors <= set(links.ids)
    assert len(links.ids) == len(set(links.ids))


def test_a_framed_page_is_left_out_by_search_engines_and_bears_the_publishers_name(docs):
    html = page(docs, embed.EMBED, "rest")
    assert '<meta name="robots" content="noindex">' in html
    assert "in North Club</a>" in html


@pytest.mark.parametrize("asked", CALCULATORS, ids=lambda each: each.slug)
def test_a_lesson_sheet_asks_each_example_and_hides_its_answer(docs, asked):
    html = page(docs, embed.LESSON, asked.slug)
    before = [
        re.split(r"<details class=\"bfr-lesson-answer\"", each)[0]
        for each in html.split("<h2>Question")
    ]
    assert len(before) == len(asked.examples) + 1
    for example, asks in zip(asked.examples, before[1:], strict=True):
        headline = render.outcome(asked.slug, answers_of(asked.inputs, example.given))["headline"]
        assert f">{headline}<" not in asks
        assert str(render.escape(headline)) in html
        for label, shown in embed.given(asked, example):
            assert f"<dt>{render.escape(label)}</dt><dd>{render.escape(shown)}</dd>" in asks
    assert " open" not in "".join(re.findall(r"<details class=\"bfr-lesson-answer\"[^>]*>", html))


def test_an_example_is_told_as_a_reader_sees_it():
    (asked,) = (each for each in CALCULATORS if each.slug == "training-load")
    told = dict(embed.given(asked, asked.examples[1]))
    assert told == {"Your 1RM": "225\u00a0lb", "Share of the 1RM": "30\u00a0% 1RM"}
