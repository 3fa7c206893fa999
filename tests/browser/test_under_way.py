"""The timer under double taps, the way back, translation, and a page that goes: what it says, shows and keeps."""

import datetime as dt
import json
import re

import pytest
from playwright.sync_api import expect
from tab import screened

from tests.browser.test_player import EVENING, FAKED_CLOCK, Timer, begin

PRESSURE = "93 mmHg"


@pytest.fixture
def allowed_errors():
    return [FAKED_CLOCK]


@pytest.fixture
def timer(page):
    """The timer of somebody who was screened this evening."""
    begin(page, screened(EVENING.date().isoformat()))
    return Timer(page)


def twice(timer, target, apart_ms=180):
    """Tap a place twice, as an unsteady thumb does."""
    box = target.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    timer.page.mouse.click(x, y)
    timer.page.clock.run_for(apart_ms)
    timer.page.mouse.click(x + 5, y + 5)


# --- Two taps ---


@pytest.mark.parametrize("apart_ms", [0, 180, 600])
def test_a_double_tap_ends_a_set_and_skips_no_rest(timer, apart_ms):
    timer.open().start()
    timer.wait(20)
    twice(timer, timer.primary, apart_ms)
    timer.shows("rest")
    timer.wait(2)
    # Nothing to tap stands where the button was.
    timer.page.mouse.click(195, timer.primary.bounding_box()["y"] + 20)
    timer.shows("rest")
    timer.tap("Skip the rest")
    timer.shows("set")


def test_a_double_tap_starts_and_ends_no_set(timer):
    timer.open()
    twice(timer, timer.primary)
    timer.shows("set")
    timer.reads(now="Set 1 of 4")


def test_a_double_tap_on_pause_pauses(timer):
    timer.open().start()
    timer.wait(5)
    twice(timer, timer.screen.get_by_role("button", name="Pause"))
    timer.shows("paused")


def test_a_double_tap_at_the_last_set_says_nothing_of_an_open_cuff(timer):
    """It would stop the clock of a cuff that is tight."""
    timer.open(scheme="3x15", rest="30").start()
    timer.wait(60 * 3 + 30 * 2 - 5)
    timer.reads(now="Set 3 of 3")
    twice(timer, timer.primary)
    timer.reads(now="Open the cuff")
    expect(timer.screen).to_have_attribute("data-cuff-on", "")


def test_a_double_tap_on_cuff_is_open_leaves_the_record(timer):
    timer.open(scheme="3x15", rest="30").start()
    timer.wait(60 * 3 + 30 * 2 + 1)
    twice(timer, timer.primary)
    timer.reads(now="Session done")
    expect(timer.screen).to_be_visible()


def test_two_spaces_skip_no_rest(timer):
    timer.open().start()
    timer.wait(20)
    timer.screen.evaluate("(screen) => screen.querySelector('h2').focus()")
    timer.page.keyboard.press("Space")
    timer.wait(0.2)
    timer.page.keyboard.press("Space")
    timer.shows("rest")
    timer.wait(1)
    timer.page.keyboard.press("Space")
    timer.shows("set")


# --- The way back ---


def test_the_way_back_asks_as_escape_does(timer):
    timer.open().start()
    timer.wait(10)
    for _ in range(2):
        timer.page.go_back()
        expect(timer.part("leave")).to_be_visible()
        assert timer.page.url.endswith("/do/player/")
        timer.page.go_back()
        expect(timer.part("leave")).to_be_hidden()
    timer.shows("set")
    timer.page.go_back()
    timer.wait(1)
    timer.tap("End the session")
    timer.wait(1)
    timer.tap("Cuff is open")
    timer.wait(1)
    timer.tap("Close")
    expect(timer.screen).to_be_hidden()


def test_the_way_back_closes_a_timer_that_has_not_begun_and_leads_on(timer):
    timer.page.goto("/do/")
    timer.open()
    timer.page.go_back()
    expect(timer.screen).to_be_hidden()
    assert timer.page.url.endswith("/do/player/")
    timer.page.go_back()
    timer.page.wait_for_url("**/do/")


def test_closing_gives_the_place_in_the_history_back(timer):
    timer.page.add_init_script("addEventListener('popstate', () => (window.isGivenBack = true))")
    timer.page.goto("/do/")
    timer.open()
    timer.tap("Close the timer")
    expect(timer.screen).to_be_hidden()
    timer.page.wait_for_function("() => window.isGivenBack")
    timer.page.go_back()
    timer.page.wait_for_url("**/do/")


# --- Translation ---

TRANSLATE = """() => {
    const texts = document.createTreeWalker(document.querySelector("dialog.bfr-player"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const kept = texts.currentNode.parentElement.closest("[translate=no]");
        if (texts.currentNode.data.trim() && !kept) found.push(texts.currentNode);
    }
    for (const text of found) {
        const font = document.createElement("font");
        font.textContent = "ü" + text.data;
        text.replaceWith(font);
    }
    window.rewritten = 0;
    new MutationObserver((changes) => {
        for (const { target, removedNodes } of changes) {
            const fonts = [...removedNodes].some((node) => node.nodeName === "FONT" || node.querySelector?.("font"));
            if (fonts) window.rewritten += 1;
        }
    }).observe(document.querySelector("dialog.bfr-player"), { subtree: true, childList: true });
}"""


@pytest.mark.parametrize("state", ["setup", "set", "rest", "paused"])
def test_a_translation_stays_while_nothing_else_is_said(timer, state):
    timer.open()
    if state != "setup":
        timer.start()
        timer.wait(5)
    if state == "rest":
        timer.tap("Set done")
        timer.wait(2)
    if state == "paused":
        timer.tap("Pause")
        timer.wait(2)
    timer.shows(state)
    digits = timer.part("number")
    before = digits.inner_text() if state != "setup" else ""
    timer.page.evaluate(TRANSLATE)
    timer.wait(5)
    assert timer.page.evaluate("window.rewritten") == 0
    expect(timer.part("now")).to_contain_text("ü")
    if state in {"set", "rest"}:
        assert digits.inner_text() != before
    assert timer.screen.locator("[data-part=number] font, .bfr-player-cuff-time font").count() == 0


# --- Sound ---


def test_the_silent_switch_is_worked_around_where_the_phone_allows_it(timer):
    timer.page.add_init_script(
        "Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } })"
    )
    timer.open()
    expect(timer.part("stops-music")).to_be_visible()
    expect(timer.part("may-be-mute")).to_be_hidden()
    kind = "navigator.audioSession.type"
    assert timer.page.evaluate(kind) == "auto"
    timer.start()
    timer.page.wait_for_function(f"{kind} === 'playback'")
    timer.wait(1)
    timer.tap("Stop signs")
    timer.wait(1)
    timer.tap("End the session")
    timer.wait(1)
    timer.tap("Cuff is open")
    timer.wait(1)
    timer.tap("Close")
    timer.page.wait_for_function(f"{kind} === 'auto'")


def test_music_goes_on_without_the_sound(timer):
    timer.page.add_init_script(
        "Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } })"
    )
    timer.open()
    timer.screen.get_by_label("Sound", exact=True).uncheck()
    timer.start()
    timer.wait(1)
    assert timer.page.evaluate("navigator.audioSession.type") == "auto"


# --- What is in hand ---


def hand_over(page, limb="leg"):
    page.evaluate(
        """async ([pressure, limb]) => {
            const { inHand } = await import("/assets/widgets/shared/in-hand.js");
            inHand.put({ pressure, limb });
        }""",
        [PRESSURE, limb],
    )


def test_the_pressure_in_hand_is_shown_and_kept_nowhere(timer):
    timer.page.clock.install(time=EVENING)
    timer.page.goto("/do/player/")
    hand_over(timer.page)
    timer.page.get_by_role("button", name="Open the timer").click()
    timer.page.clock.pause_at(EVENING + dt.timedelta(minutes=5))
    timer.reads(
        pressure=PRESSURE, limb="leg", more=f"Pump it to {PRESSURE}. Start when it is there."
    )
    timer.screen.get_by_label("Left").check()
    timer.reads(limb="left leg")
    timer.start()
    timer.wait(5)
    timer.reads(pressure=PRESSURE, limb="left leg")
    # A number of its own: a clock's milliseconds may hold the same digits.
    assert not re.search(r"(?<!\d)93(?!\d)", json.dumps(timer.stored()))
    assert timer.stored()[1]["bfr-timer"]
    timer.page.reload()
    expect(timer.screen).to_be_visible()
    expect(timer.part("pressure")).to_be_hidden()
    timer.reads(limb="left leg")


def test_the_pressure_of_another_limb_is_not_shown(timer):
    timer.page.clock.install(time=EVENING)
    timer.page.goto("/do/player/")
    hand_over(timer.page, "arm")
    timer.page.get_by_role("button", name="Open the timer").click()
    expect(timer.part("limb")).to_have_text("leg")
    expect(timer.part("pressure")).to_be_hidden()
    expect(timer.part("more")).to_have_text("Pump it to your pressure. Start when it is there.")


# --- Every page ---


def test_a_session_under_way_is_told_on_every_page(timer):
    timer.open().start()
    timer.wait(100)
    page = timer.page
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/learn/glossary/")
    told = page.locator("bfr-under-way")
    page.clock.run_for(83_000)
    expect(told).to_contain_text("Session under way, cuff on 3:0")
    page.goto("/calculate/one-rm/")
    expect(told).to_be_visible()
    told.get_by_role("link", name="Back to the timer").click()
    expect(timer.screen).to_be_visible()
    expect(told).to_be_hidden()
    page.goto("/about/")
    page.clock.run_for(600_000)
    expect(told).to_contain_text("Open the cuff now.")


def test_without_a_session_nothing_is_told(page):
    page.goto("/learn/glossary/")
    expect(page.locator("bfr-under-way")).to_be_hidden()
