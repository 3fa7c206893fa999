"""The whole site in a browser: every page accessible, one Python for all of them, sources within reach."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculators.views import render

pytestmark = pytest.mark.screened

ROOT = Path(__file__).parents[2]
SECTIONS = sorted(path.name for path in (ROOT / "docs").iterdir() if (path / "index.md").exists())


MADE = ("embed", "lesson")
"""Folders of pages that the build makes of each calculator; their tests are in test_embed.py."""


def paths(site, section):
    """The address of every page of a section; those outside of one are the section ""."""
    pages = (site / section).rglob("*.html") if section else site.glob("*.html")
    return ["/" + str(page.relative_to(site)).removesuffix("index.html") for page in sorted(pages)]


def test_each_page_is_in_a_section(site):
    listed = [path for section in ("", *SECTIONS, *MADE) for path in paths(site, section)]
    pages = [page for page in site.rglob("*.html") if "assets" not in page.relative_to(site).parts]
    assert len(listed) == len(set(listed)) == len(pages)


TWICE = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}"""
"""Axe only doubts an id that a page has twice, and calls it no fault."""


@pytest.mark.parametrize("section", ["", *SECTIONS])
def test_every_page_is_accessible_and_fits_a_phone(page, site, axe, section, allowed_errors):
    allowed_errors.append("404")  # the page for what is not found comes with this status
    faults, wide = {}, {}
    for path in paths(site, section):
        page.set_viewport_size({"width": 1280, "height": 720})
        page.emulate_media(color_scheme="light")
        page.goto(path)
        twice = [f"twice: #{each}" for each in page.evaluate(TWICE)]
        if found := axe() + twice:
            faults[path] = found
        page.set_viewport_size({"width": 360, "height": 740})
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            wide[path] = width
    assert (faults, wide) == ({}, {})


@pytest.mark.pyodide
def test_python_stays_alive_from_page_to_page(page, open_sheet):
    started = []
    page.on(
        "worker", lambda worker: "widgets/python/worker.js" in worker.url and started.append(worker)
    )
    sheet = open_sheet("one-rm")
    sheet.first.fill("80")
    sheet.answered()
    page.evaluate("window.sameDocument = true")
    page.locator('a[href$="training-load/"]:visible').first.click()
    page.wait_for_url("**/training-load/")
    sheet = type(sheet)(page, "training-load")
    sheet.first.fill("84")
    sheet.answered()
    assert sheet.headline == render.outcome("training-load", sheet.answers())["headline"]
    assert page.evaluate("window.sameDocument")
    assert len(started) == 1
    page.go_back()
    sheet = type(sheet)(page, "one-rm")
    sheet.first.fill("90")
    sheet.answered()
    assert sheet.headline == render.outcome("one-rm", sheet.answers())["headline"]
    assert len(started) == 1


@pytest.mark.pyodide
def test_the_first_answer_is_marked_once(page, open_sheet):
    sheet = open_sheet("one-rm")
    for kilos in ("80", "90", "100"):
        sheet.first.fill(kilos)
        sheet.answered()
    assert page.evaluate("performance.getEntriesByName('bfr:first-answer').length") == 1


def test_a_citation_shows_its_reference_where_it_is_read(page, open_sheet):
    open_sheet("training-load")
    link = page.locator("a.bfr-cite:visible").first
    key = link.get_attribute("href").partition("#source-")[2]
    link.focus()
    page.keyboard.press("Enter")
    note = page.locator(".bfr-reference")
    expect(note).to_be_visible()
    expect(note).to_be_focused()
    expect(note).to_contain_text(page.locator(f"#source-{key} cite").inner_text())
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(link).to_be_focused()


@pytest.mark.pyodide
def test_on_a_good_connection_python_is_prepared_before_anyone_asks(page, base_url):
    page.add_init_script(
        """Object.defineProperty(navigator, "connection", {
            value: { saveData: false, effectiveType: "4g" },
        });"""
    )
    page.goto("/calculate/rest/")
    expect(page.locator("bfr-calculator")).to_have_attribute("state", "ready")
    expect(page.locator("bfr-calculator")).not_to_have_attribute("answered", "")


def test_the_search_index_waits_until_someone_searches(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/", wait_until="networkidle")
    assert not [url for url in asked if "assets/search/" in url or "minisearch" in url]
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("numb")
    expect(page.locator("[data-part=hits] li").first).to_contain_text("numb", ignore_case=True)
