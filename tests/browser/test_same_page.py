"""Links within a page, and the way back from them, lose nothing that was typed."""

import pytest
from playwright.sync_api import expect
from visitor import Visitor

from calculators.views import render
from tests.browser.conftest import IDLE, in_hand


@pytest.fixture
def typed(page, open_sheet):
    """A calculator with a number of the reader's own, on a page that Material has taken in hand."""
    sheet = open_sheet("training-load")
    in_hand(page)
    sheet.first.fill("84")
    sheet.answered()
    page.evaluate("window.stillHere = document.querySelector('bfr-calculator')")
    return sheet


@pytest.fixture
def asked(page):
    """The pages that a tab asks for."""
    found = []

    def note(request):
        is_page = request.resource_type in {"document", "fetch", "xhr"}
        if is_page and request.url.endswith("/"):
            found.append(request.url)

    page.on("request", note)
    return found


def is_untouched(page, sheet):
    assert sheet.answers()["one_rm"] == "84"
    assert sheet.headline == render.outcome("training-load", sheet.answers())["headline"]
    assert page.evaluate("window.stillHere === document.querySelector('bfr-calculator')")


def follow(page):
    """Follow a link to a heading of the page."""
    link = page.locator(".bfr-prose h2 a.headerlink").last
    name = link.evaluate("(each) => each.hash")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("(name) => location.hash === name", arg=name)
    page.evaluate(IDLE)
    return name


@pytest.mark.screened
def test_a_link_within_the_page_and_the_way_back(page, typed, asked):
    name = follow(page)
    is_untouched(page, typed)
    expect(page.locator(name)).to_be_in_viewport()
    page.go_back()
    page.wait_for_function("() => location.hash === ''")
    page.evaluate(IDLE)
    is_untouched(page, typed)
    page.go_forward()
    page.wait_for_function("(name) => location.hash === name", arg=name)
    page.evaluate(IDLE)
    is_untouched(page, typed)
    assert asked == []


@pytest.mark.screened
def test_after_other_pages_too(page, typed, asked):
    """And the way to another page, and back from it, is Material's as before."""
    page.locator('a[href$="one-rm/"]:visible').first.click()
    page.wait_for_url("**/one-rm/")
    page.go_back()
    page.wait_for_url("**/training-load/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Training load")
    sheet = type(typed)(page, "training-load")
    sheet.first.fill("84")
    sheet.answered()
    page.evaluate("window.stillHere = document.querySelector('bfr-calculator')")
    asked.clear()
    follow(page)
    is_untouched(page, sheet)
    page.go_back()
    page.wait_for_function("() => location.hash === ''")
    page.evaluate(IDLE)
    is_untouched(page, sheet)
    assert asked == []


@pytest.mark.screened
def test_a_link_with_answers_is_taken_over_once(page, typed, asked):
    page.evaluate("location.hash = '#training-load?one_rm=120&one_rm_unit=kg'")
    page.wait_for_function("() => document.querySelector('input[name=one_rm]').value === '120'")
    typed.answered()
    assert typed.headline == render.outcome("training-load", typed.answers())["headline"]
    typed.first.fill("84")
    typed.answered()
    follow(page)
    page.go_back()
    page.wait_for_function("() => location.hash.startsWith('#training-load')")
    page.evaluate(IDLE)
    is_untouched(page, typed)
    assert asked == []


def test_ticks_of_the_screening_outlive_a_link_within_the_page(page, open_sheet, asked):
    sheet = open_sheet("screening")
    in_hand(page)
    asked.clear()
    tick = sheet.element.locator('input[name="clots"][value="none"]')
    tick.check()
    follow(page)
    expect(tick).to_be_checked()
    page.go_back()
    page.wait_for_function("() => location.hash === ''")
    page.evaluate(IDLE)
    expect(tick).to_be_checked()
    assert asked == []


def test_a_step_of_start_stays_where_it_is(page):
    someone = Visitor(page, "mouse")
    someone.opens()
    in_hand(page)
    someone.has("measured")
    someone.is_somebody()
    someone.is_at("clots")
    follow(page)
    someone.is_at("clots")
    page.go_back()
    someone.is_at("clots")
    page.go_back()
    someone.is_at("about")
    expect(someone.field("screening", "age")).to_have_value("30")
    page.go_forward()
    someone.is_at("clots")


def test_a_page_that_comes_by_a_link_tapped_right_after_a_scroll_begins_at_its_top(page):
    """Material notes a place 100 ms after the last scroll; by then the address is that of the next page."""
    page.goto("/learn/muscle-size/")
    in_hand(page)

    def later(route):
        page.wait_for_function("() => history.state?.y === 900")
        route.continue_()

    page.route("**/learn/strength/", later)
    page.evaluate(
        """() => {
            const link = [...document.querySelectorAll("a[href]")].find(({ pathname, hash }) =>
                pathname === "/learn/strength/" && !hash);
            scrollTo(0, 900);
            requestAnimationFrame(() => link.click());
        }"""
    )
    page.wait_for_url("**/learn/strength/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("trength")
    assert page.evaluate("scrollY") == 0
    page.go_back()
    page.wait_for_url("**/muscle-size/")
    page.wait_for_function("() => scrollY > 800")
