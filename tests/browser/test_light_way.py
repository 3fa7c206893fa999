"""Without a cuff, the whole way: a count of repetitions led through, the card, its days, two sessions, and what is kept."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from playwright.sync_api import Page, expect
from tab import leave, screened
from visitor import Visitor

MONDAY = dt.datetime(2026, 11, 30, 18, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True
)


def count(page: Page, repetitions: int) -> None:
    """Go through a count by taps, and take its number."""
    screen = page.locator("dialog.bfr-count")
    expect(screen).to_be_visible()
    page.get_by_role("button", name="Start counting").tap()
    for _ in range(repetitions):
        page.get_by_role("button", name="One more").dispatch_event("click")
        page.clock.run_for(1000)
    page.get_by_role("button", name="That was the last").tap()
    page.get_by_role("button", name="Use this number").tap()
    expect(screen).to_be_hidden()


def plays_it(page: Page) -> None:
    """Two sets of 20, 4 s each, with 60 s between: 220 s; then two repetitions were left."""
    screen = page.locator("dialog.bfr-player")
    page.clock.run_for(1000)
    screen.get_by_role("button", name="Start", exact=True).tap()
    page.clock.fast_forward(221_000)
    expect(screen).to_have_attribute("data-state", "over")
    screen.locator("[data-left='2']").check()
    page.clock.run_for(1000)
    screen.get_by_role("button", name="Close", exact=True).tap()
    expect(screen).to_be_hidden()


def on_day(page: Page, day: dt.datetime) -> None:
    page.clock.pause_at(day)
    leave(page, screened(day.date().isoformat()))


def sets_it_up(page: Page) -> Visitor:
    """From what one has to the card, with a count of 25."""
    someone = Visitor(page)
    someone.opens()
    someone.has("none")
    someone.is_at("no-cuff")
    someone.goes_on()
    for screen, name in (("hardest", "hardest"), ("now", "today")):
        someone.is_at(screen)
        someone.answers(someone.field("check", name, "none"))
    for name, number in (("systolic", "120"), ("diastolic", "78")):
        someone.field("check", name).fill(number)
    someone.goes_on()
    someone.trains("other-leg")
    someone.is_at("count")
    someone.choose(someone.field("light", "tool", "band"))
    someone.part("light").get_by_role("button", name="Count them now").tap()
    count(page, 25)
    expect(someone.field("light", "clean_repetitions")).to_have_value("25")
    someone.goes_on()
    someone.has_a_card()
    return someone


def test_light_weights_are_counted_played_kept_and_planned(page):
    page.clock.install(time=MONDAY)
    someone = sets_it_up(page)
    assert someone.figure("sets").inner_text() == "20-20"
    expect(someone.flows("reasons")).to_have_text("2 sets of 20, then stop: 5 repetitions left")
    with page.expect_download() as downloaded:
        someone.does("calendar").tap()
    calendar = downloaded.value.path().read_text("utf-8").replace("\r\n ", "")
    assert calendar.count("SUMMARY:Light training\\, no cuff") == 12  # six weeks of two days
    page.get_by_role("button", name="Keep as my numbers").tap()
    expect(page.locator("[data-place-save] [role=status]")).to_contain_text("Kept on this device")
    someone.tap(someone.does("play"))
    plays_it(page)
    page.goto("/do/my-numbers/")
    # The next day is too soon.
    on_day(page, MONDAY + dt.timedelta(days=1))
    figures = page.locator("bfr-numbers [data-part=figures]")
    look = page.get_by_role("button", name="Work out today")
    look.tap()
    expect(figures).to_contain_text("Not yet: from Wednesday 2 December 2026 on")
    on_day(page, MONDAY + dt.timedelta(days=2))
    look.tap()
    expect(figures.locator("h3")).to_have_text("An elastic band")
    expect(figures.locator(".bfr-numbers-big")).to_have_text("20-20")
    expect(figures).to_contain_text("Last time: 20-20. You did all repetitions. Do them once more")
    page.get_by_role("button", name="Play the session").tap()
    expect(page.locator("dialog.bfr-player [data-part=last]")).to_have_text("Last time 20-20")
    plays_it(page)
    # Away for three weeks: no sets before a new count.
    on_day(page, MONDAY + dt.timedelta(days=23))
    look.tap()
    expect(figures).to_contain_text("An elastic band: count again first")
    expect(page.get_by_role("button", name="Play the session")).to_be_hidden()
    page.get_by_role("button", name="Count clean repetitions").tap()
    count(page, 22)
    expect(figures.locator(".bfr-numbers-big")).to_have_text("17-17")
    expect(page.get_by_role("button", name="Play the session")).to_be_visible()
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Save all as a file").tap()
    kept = json.loads(downloaded.value.path().read_text("utf-8"))
    assert kept["form"] == 2
    assert [each["exercises"][0]["left"] for each in kept["sessions"]] == [2, 2]
    (exercise,) = kept["exercises"]
    assert (exercise["clean_repetitions"], exercise["counted_on"]) == ("22", "2026-12-23")
    assert kept["plan"]["bfr_days"] == ["mon", "thu"]
    page.goto("/do/what-i-did/")
    rows = page.locator("bfr-history [data-part=rows] tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("no cuff")


def test_no_count_is_begun_against_a_limit(page):
    page.goto("/start/")
    held = screened(level="limits", limits=["no-failure"], closed=["left-leg"])
    leave(page, held)
    asked = "async (counted) => { document.querySelector('bfr-player').count(counted); }"
    page.wait_for_function("() => customElements.get('bfr-player')")
    page.evaluate(asked, "limit")
    screen = page.locator("dialog.bfr-count")
    expect(screen).to_contain_text("No set to failure, and no test to your limit.")
    expect(screen.get_by_role("button", name="Start counting")).to_be_hidden()
    page.get_by_role("button", name="Close, take no number").tap()
    page.evaluate(asked, "clean")
    expect(screen).to_contain_text("Closed by your screening: left leg.")
    expect(screen).to_contain_text("stop sooner, with about five left")
    page.get_by_role("button", name="Close, take no number").tap()
    everywhere = ["left-arm", "right-arm", "left-leg", "right-leg"]
    leave(page, screened(level="limits", closed=everywhere))
    page.wait_for_function("() => customElements.get('bfr-player')")
    page.evaluate(asked, "clean")
    expect(screen.locator("[data-part=count-all-closed]")).to_be_visible()
    expect(screen.get_by_role("button", name="Start counting")).to_be_hidden()
    page.get_by_role("button", name="Close, take no number").tap()
    leave(page, screened(level="doctor"))
    page.wait_for_function("() => customElements.get('bfr-player')")
    page.evaluate(asked, "clean")
    expect(screen).to_be_hidden()


def test_a_count_has_no_faults_of_accessibility(page, axe):
    page.goto("/start/")
    leave(page, screened())
    page.wait_for_function("() => customElements.get('bfr-player')")
    page.evaluate("() => { document.querySelector('bfr-player').count('clean'); }")
    expect(page.locator("dialog.bfr-count")).to_be_visible()
    assert axe() == []
    page.get_by_role("button", name="Start counting").tap()
    assert axe() == []
