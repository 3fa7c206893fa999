"""What a reader tells of their health stays in the memory of one page, with a service worker too."""

import json
import re

import pytest
from playwright.sync_api import expect
from tab import leave, screened

from bfr_rules import catalog
from bfr_rules.inputs.choices import TicksInput

pytestmark = pytest.mark.pyodide

MARKS = {"age": "43", "systolic": "151", "diastolic": "93", "aop_mmhg": "187", "resting_hr": "57"}
"""Answers that nothing else on the site looks like."""

STORED = """async () => {
    const names = indexedDB.databases ? await indexedDB.databases() : [];
    const kept = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const response = await cache.match(request);
            kept.push([name, request.url, response.url]);
        }
    }
    return {
        local: Object.entries(localStorage),
        session: Object.entries(sessionStorage),
        cookies: document.cookie,
        databases: names.map(({ name }) => name),
        caches: kept,
        name: window.name,
        state: Object.keys(history.state ?? {}),
        address: location.pathname + location.search + location.hash,
    };
}"""


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """The service worker may keep what it likes: it must not like this."""
    return {**browser_context_args, "service_workers": "allow"}


@pytest.fixture
def sent(context):
    """What each request says."""
    said = []

    def note(request):
        path = "/" + request.url.split("/", 3)[-1]
        said.append(" ".join([path, request.post_data or "", request.headers.get("referer", "")]))

    context.on("request", note)
    return said


def tell(sheet, **ticks):
    """Answer what is asked about health, with the marks."""
    for asked in catalog.calculator(sheet.slug).inputs:
        if not sheet.question(asked.name).is_visible():
            continue
        if asked.name in MARKS:
            sheet.field(asked.name).fill(MARKS[asked.name])
        elif isinstance(asked, TicksInput):
            value = ticks.get(asked.name, "none")
            sheet.element.locator(f'input[name="{asked.name}"][value="{value}"]').check()
    sheet.answered()


def holds_nothing(page, sent):
    """Look everywhere that a page can leave something."""
    stored = page.evaluate(STORED)
    session = dict(stored.pop("session"))
    standing = json.loads(session.pop("bfr-standing"))
    assert set(standing) == set(screened())
    assert stored["cookies"] == ""
    assert stored["name"] == ""
    assert stored["databases"] == []
    assert set(stored["state"]) <= {"x", "y"}
    stored["caches"] = [
        "/" + part.split("/", 3)[-1] if "://" in part else part
        for row in stored["caches"]
        for part in row
    ]
    assert not [path for path in stored["caches"] if "?" in path or "#" in path]
    # Names made of content are hexadecimal: a mark may stand in one by chance.
    told = re.sub(r"[0-9a-f]{8,}", "", json.dumps([stored, session, sent]))
    for name, mark in MARKS.items():
        assert not re.search(rf"(?<!\d){mark}(?!\d)", told), name
        assert not re.search(rf"\b{name}\b", told), name
    assert "diabetes" not in told


IMAGE_IS_KEPT = """async () => {
    const images = async () => (await caches.open("bfr-python-image")).keys();
    while (!(await images()).length) await new Promise((later) => setTimeout(later, 100));
}"""
"""The image of Python is drawn once the page is quiet, and is looked at, too."""


def test_nothing_about_health_outlives_the_page(page, open_sheet, sent):
    sheet = open_sheet("screening")
    tell(sheet, illness="diabetes")
    expect(sheet.element).to_have_attribute("level", "clinician")
    holds_nothing(page, sent)
    for slug in ("pressure", "aerobic"):
        sheet = open_sheet(slug)
        if slug == "pressure":
            sheet.element.locator(".bfr-release summary").click()
            for said in ("A doctor", "Left leg", "Right leg", "From today"):
                sheet.element.locator(".bfr-release").get_by_label(said, exact=True).check()
            sheet.element.get_by_role("button", name="State this").click()
        tell(sheet)
        expect(sheet.part("copy")).to_have_count(0)
        holds_nothing(page, sent)
    expect(page.locator("[data-part=offline]")).to_contain_text("works without a net")
    assert page.evaluate(STORED)["caches"]
    page.evaluate(IMAGE_IS_KEPT)
    holds_nothing(page, sent)
    page.reload()
    assert not set(MARKS.values()) & {str(value) for value in sheet.answers().values()}


def test_an_address_does_not_fill_a_form_about_health(page, open_sheet):
    page.goto("/")
    leave(page, screened())
    for slug, name in (("aerobic", "age"), ("pressure", "aop_mmhg"), ("screening", "systolic")):
        page.goto("/about/")
        sheet = open_sheet(slug, f"#{slug}?{name}={MARKS[name]}")
        assert sheet.field(name).input_value() != MARKS[name]


def test_a_form_of_another_calculator_that_is_cleared_leaves_the_stop(page, open_sheet):
    page.goto("/calculate/aerobic/")
    kept = screened(level="limits", closed=["left-arm"])
    leave(page, kept)
    sheet = open_sheet("aerobic")
    sheet.field("age").fill("43")
    sheet.answered()
    sheet.element.get_by_role("button", name="Start again").click()
    sheet.is_ready()
    assert page.evaluate("JSON.parse(sessionStorage.getItem('bfr-standing'))") == kept


def test_a_page_that_comes_back_knows_of_a_stop_that_was_found_meanwhile(page, open_sheet):
    sheet = open_sheet("training-load")
    expect(sheet.readout).to_be_visible()
    page.evaluate(
        """(kept) => {
            sessionStorage.setItem("bfr-standing", JSON.stringify(kept));
            dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }""",
        screened(level="doctor"),
    )
    expect(sheet.element).to_have_attribute("gated", "")
    expect(sheet.readout).to_be_hidden()


def test_the_timer_does_not_play_for_a_limb_that_must_have_no_cuff(page):
    page.goto("/do/player/")
    leave(page, screened(level="limits", closed=["left-leg", "right-leg"]))
    opened = page.locator("[data-part=open]")
    closed = page.locator("[data-part=closed]")
    seen = set()
    page.locator("input[name=first_sessions][value=no]").check(force=True)
    for choice in page.locator("input[name=exercises]").all():
        choice.check(force=True)
        assert opened.is_disabled() == closed.is_visible()
        seen.add(opened.is_disabled())
    assert True in seen


def test_beside_the_stop_of_a_closed_limb_stands_no_table_of_settings(page, open_sheet):
    page.goto("/calculate/aerobic/")
    leave(page, screened(level="limits", closed=["left-leg", "right-leg"]))
    sheet = open_sheet("aerobic")
    expect(sheet.readout.locator("[data-text=headline]")).to_contain_text("No cuff on your legs")
    expect(sheet.element.locator(".bfr-lookup")).to_be_hidden()
    expect(sheet.element.locator(".bfr-examples")).to_be_hidden()
    expect(sheet.element.locator("form.bfr-form")).to_be_visible()
