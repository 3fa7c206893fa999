"""The timer at the bench, with a clock that the tests turn: every state, every way to lose time, and what it keeps."""

import csv
import datetime as dt
import io
import json
import math

import pytest
from playwright.sync_api import Page, expect
from tab import leave, screened

from bfr_rules.signs import SIGNS

EVENING = dt.datetime(2026, 11, 24, 18, 0, tzinfo=dt.UTC)
KEPT = """async () => {
    if (!(await indexedDB.databases()).length) return null;
    const opening = indexedDB.open("bfr-numbers");
    const database = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
    const asked = database.transaction("sessions").objectStore("sessions").getAll();
    const kept = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    database.close();
    return kept;
}"""
"""The sessions in the browser's database; None without one."""
TICK = 0.2
DOUBLE_TAP = 0.8
TWO_PLACES = 60


FAKED_CLOCK = "executing a cancelled action"
"""What the scheduler of Material's script says when a faked clock ends a pause that was called off."""


class Timer:
    """The timer on its page, as a reader meets it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.screen = page.locator("dialog.bfr-player")
        self.primary = self.part("primary")
        self.tapped = None

    def part(self, name):
        return self.screen.locator(f'[data-part="{name}"]')

    def open(self, scheme="30-15-15-15", rest="60", exercises="1"):
        self.page.clock.install(time=EVENING)
        self.page.goto("/do/player/")
        chosen = {"first_sessions": "no", "scheme": scheme, "rest_s": rest, "exercises": exercises}
        for name, value in {**chosen, "cuff_in_rests": "on"}.items():
            self.page.locator(f'bfr-player [name="{name}"][value="{value}"]').check(force=True)
        self.page.get_by_role("button", name="Open the timer").click()
        expect(self.screen).to_be_visible()
        self.page.clock.pause_at(EVENING + dt.timedelta(minutes=5))
        return self

    def start(self):
        self.primary.click()
        self.shows("set")
        return self

    def wait(self, seconds):
        """Let time pass while the page runs; then look at what the last look found."""
        self.page.clock.run_for(round(seconds * 1000))

    def sleep(self, seconds):
        """Let time pass while no script runs, as in a locked phone."""
        self.page.clock.fast_forward(round(seconds * 1000))

    def tap(self, name):
        """Tap a button; two taps at one place with as much time between them as makes them two."""
        button = self.screen.get_by_role("button", name=name, exact=True).locator("visible=true")
        box = button.bounding_box()
        place = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        if self.tapped and math.dist(place, self.tapped) < TWO_PLACES:
            self.wait(DOUBLE_TAP)
        button.click()
        self.tapped = place

    def shows(self, state):
        expect(self.screen).to_have_attribute("data-state", state)

    def reads(self, **parts):
        for name, text in parts.items():
            expect(self.part(name)).to_have_text(text)

    @property
    def cuff(self):
        return self.screen.locator(".bfr-player-cuff-time").first.inner_text()

    def kept(self, count=1):
        """Wait until so many sessions are kept, and give them."""
        expect(self.part("kept-says")).to_have_text("Kept on this device.")
        found = self.page.evaluate(KEPT)
        assert len(found) == count
        return found

    def stored(self):
        return self.page.evaluate("() => [{ ...localStorage }, { ...sessionStorage }]")


@pytest.fixture
def allowed_errors():
    """Chromium reports a request without a net, as for the tab's icon, and those that a test holds back."""
    return ["ERR_INTERNET_DISCONNECTED", FAKED_CLOCK]


@pytest.fixture
def timer(page):
    """The timer of somebody who was screened this evening."""
    begin(page, screened(EVENING.date().isoformat()))
    return Timer(page)


def begin(page, standing):
    """Let the tab begin with a standing."""
    stored = json.dumps(json.dumps(standing))
    page.add_init_script(
        f"if (location.origin.startsWith('http')) sessionStorage['bfr-standing'] ??= {stored};"
    )


def test_a_whole_session_has_the_times_of_paper(timer):
    """30 repetitions of 4 s are 120 s, 15 are 60 s; with three rests of 60 s the cuff is on for 8:00."""
    timer.open()
    timer.shows("setup")
    timer.reads(now="Put the cuff on", next="4 sets, 8:00 under the cuff")
    timer.start()
    for number, seconds, repetitions in ((1, 120, 30), (2, 60, 15), (3, 60, 15), (4, 60, 15)):
        timer.shows("set")
        timer.reads(now=f"Set {number} of 4", of=f"of {repetitions}", number="1")
        timer.wait(seconds - 1)
        timer.shows("set")
        timer.reads(number=str(repetitions))
        timer.wait(1)
        if number < 4:
            timer.shows("rest")
            timer.reads(number="1:00", next=f"Then set {number + 1} of 4: 15 repetitions")
            timer.wait(59)
            timer.shows("rest")
            timer.reads(number="0:01")
            timer.wait(1)
    timer.shows("over")
    timer.reads(now="Open the cuff")
    assert timer.cuff == "8:00"
    timer.wait(5)
    assert timer.cuff == "8:05"
    timer.tap("Cuff is open")
    timer.reads(now="Session done")
    timer.wait(60)
    assert timer.cuff == "8:05"
    assert timer.part("record").locator("output").all_inner_texts() == ["30", "15", "15", "15"]
    expect(timer.screen.get_by_role("heading", name="Watch for this")).to_be_visible()
    timer.tap("Close")
    expect(timer.screen).to_be_hidden()


def test_after_three_minutes_of_sleep_the_true_state_is_there_at_once(timer):
    timer.open().start()
    timer.wait(100)
    timer.sleep(180)
    # 280 s: set 1 to 120, rest to 180, set 2 to 240, rest to 300.
    timer.shows("rest")
    timer.reads(number="0:20", next="Then set 3 of 4: 15 repetitions")
    assert timer.cuff == "4:40"
    expect(timer.part("slept")).to_contain_text("The page slept for 3:00")


def test_a_look_at_the_page_is_enough_without_a_timer(timer):
    """A lock stops every timer; what comes first after it is that the page is shown again."""
    timer.open().start()
    timer.wait(10)
    timer.page.clock.set_system_time(EVENING + dt.timedelta(minutes=8))
    timer.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    # 5:10 since the start at 18:05 would be 3:00: the wall clock alone went on.
    timer.shows("set")
    timer.reads(now="Set 2 of 4", number="1")
    assert timer.cuff == "3:00"


def test_asleep_past_the_ceiling_the_page_says_open_the_cuff_now(timer):
    timer.open().start()
    timer.tap("Pause")
    timer.sleep(700)
    timer.shows("ceiling")
    timer.reads(now="Open the cuff now")
    expect(timer.part("urgent")).to_have_text("Open the cuff now.")
    assert timer.cuff == "11:40"
    for name in ("Pause", "Repeat set", "Go on"):
        expect(timer.screen.get_by_role("button", name=name, exact=True)).to_be_hidden()


def test_a_pause_says_that_the_cuff_clock_goes_on_until_the_cuff_is_open(timer):
    timer.open().start()
    timer.wait(60)
    timer.tap("Pause")
    timer.reads(now="Paused", more="The cuff clock goes on: the cuff is still tight.")
    timer.wait(60)
    assert timer.cuff == "2:00"
    timer.tap("Cuff is open")
    timer.reads(more="The cuff is open. Its clock stands still.")
    timer.wait(60)
    assert timer.cuff == "2:00"
    timer.tap("Cuff on: go on")
    timer.shows("set")
    timer.wait(10)
    assert timer.cuff == "2:10"


def test_a_minute_before_the_ceiling_is_told_and_at_it_all_else_goes(timer):
    timer.open().start()
    timer.tap("Pause")
    timer.wait(539)
    expect(timer.screen).not_to_have_attribute("data-near", "")
    timer.wait(1)
    expect(timer.screen).to_have_attribute("data-near", "")
    expect(timer.part("urgent")).to_have_text("One minute to the ceiling of the cuff.")
    timer.wait(59)
    timer.shows("paused")
    timer.wait(1)
    timer.shows("ceiling")
    timer.wait(1)
    timer.tap("Cuff is open")
    timer.shows("over")
    timer.reads(now="Ended at the ceiling")


def test_the_ceiling_closes_the_list_of_signs(timer):
    timer.open().start()
    timer.tap("Stop signs")
    timer.wait(600)
    timer.shows("ceiling")
    expect(timer.part("signs")).to_be_hidden()
    expect(timer.part("now")).to_be_visible()


def test_between_exercises_the_pause_counts_from_the_open_cuff(timer):
    timer.open(scheme="3x15", rest="30", exercises="2").start()
    # 3 × 60 s and two rests of 30 s.
    timer.wait(240)
    timer.shows("release")
    timer.reads(now="Let the cuff down", number="4:00")
    timer.wait(10)
    timer.tap("Cuff is open")
    timer.shows("open")
    timer.reads(number="3:00")
    timer.wait(179)
    timer.reads(number="0:01", next="Then Exercise 2")
    timer.wait(1)
    timer.shows("ready")
    timer.reads(exercise="Exercise 2", next="Set 1 of 3: 15 repetitions")
    assert timer.cuff == "0:00"
    timer.wait(300)
    timer.shows("ready")
    timer.tap("Cuff on: start")
    timer.wait(241)
    timer.shows("over")
    timer.tap("Cuff is open")
    assert timer.part("record").locator("output").all_inner_texts() == ["15"] * 6


def test_a_set_can_end_early_be_repeated_and_be_put_right(timer):
    timer.open().start()
    timer.wait(88)
    timer.tap("Set done")
    timer.shows("rest")
    timer.wait(2)
    timer.tap("Skip the rest")
    timer.reads(now="Set 2 of 4")
    timer.wait(30)
    timer.tap("Repeat set")
    timer.reads(number="1")
    timer.tap("Stop signs")
    timer.tap("End the session")
    timer.reads(now="Open the cuff")
    timer.tap("Cuff is open")
    timer.reads(now="Session ended")
    expect(timer.part("after-stop")).to_be_visible()
    watch, record = (timer.part(name).bounding_box() for name in ("watch", "done"))
    assert watch["y"] < record["y"], "after a stop, what to watch for comes first"
    # 88 s at 4 s are 22; of set 2 nothing since its repetition.
    assert timer.part("record").locator("output").all_inner_texts() == ["22", "0"]
    timer.tap("One repetition more in set 1 of Exercise 1")
    timer.tap("One repetition less in set 2 of Exercise 1")
    assert timer.part("record").locator("output").all_inner_texts() == ["23", "0"]


def test_a_tap_meant_for_what_stood_there_before_does_nothing(timer):
    timer.open().start()
    timer.wait(120.2)
    timer.shows("rest")
    timer.tap("Skip the rest")
    timer.shows("rest")
    timer.wait(1)
    timer.tap("Skip the rest")
    timer.shows("set")


def test_stop_signs_are_one_tap_away_from_every_state(timer):
    timer.open(scheme="3x15", rest="30", exercises="2")
    states = [
        ("setup", lambda: None),
        ("set", timer.start),
        ("rest", lambda: timer.wait(60)),
        ("release", lambda: timer.wait(181)),
        ("open", lambda: timer.tap("Cuff is open")),
        ("ready", lambda: timer.wait(180)),
    ]
    for state, reach in states:
        reach()
        timer.shows(state)
        timer.tap("Stop signs")
        expect(timer.part("signs").get_by_role("heading", level=2)).to_be_focused()
        for sign in SIGNS:
            place = timer.part("signs").locator(f'[data-sign="{sign.id}"]')
            expect(place).to_contain_text(str(sign.do))
            if sign.when == "during":
                expect(place).to_be_visible()
        timer.tap("None of these: back")
        if state in {"set", "rest"}:
            timer.shows("paused")
            timer.tap("Go on")
            timer.shows(state)


def test_the_screen_and_the_guide_have_every_sign(timer):
    timer.open()
    in_screen = set(
        timer.screen.locator("[data-sign]").evaluate_all("all => all.map(e => e.dataset.sign)")
    )
    timer.page.goto("/do/when-to-stop/")
    for sign in SIGNS:
        expect(timer.page.locator(f"#{sign.id}")).to_be_visible()
    assert in_screen == {sign.id for sign in SIGNS}


# --- What a browser may refuse ---

WAKE = """(answer) => {
    window.asked = 0;
    Object.defineProperty(navigator, "wakeLock", { configurable: true, value: {
        request: async () => {
            window.asked += 1;
            if (answer === "refused") throw new DOMException("no", "NotAllowedError");
            const lock = new EventTarget();
            lock.released = false;
            lock.release = async () => { lock.released = true; lock.dispatchEvent(new Event("release")); };
            window.lock = lock;
            return lock;
        },
    } });
}"""


def test_the_screen_is_kept_on_and_asked_for_again_after_a_look_elsewhere(timer):
    timer.page.add_init_script(f"({WAKE})('on')")
    timer.open()
    timer.reads(awake="Screen stays on from the start")
    timer.start()
    timer.reads(awake="Screen stays on")
    timer.page.evaluate("() => window.lock.release()")
    timer.reads(awake="This browser may let the screen go dark: set it to stay on")
    timer.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    timer.reads(awake="Screen stays on")
    assert timer.page.evaluate("window.asked") == 2


def test_a_screen_that_may_go_dark_is_said_so(timer):
    timer.page.add_init_script(f"({WAKE})('refused')")
    timer.open().start()
    timer.reads(awake="This browser may let the screen go dark: set it to stay on")


def test_sound_that_the_browser_blocks_is_said_so(timer):
    timer.page.add_init_script(
        "window.AudioContext = class extends AudioContext { get state() { return 'suspended'; }"
        " resume() { return new Promise(() => {}); } };"
    )
    timer.open().start()
    timer.wait(1)
    expect(timer.part("sound")).to_contain_text("The browser blocks sound")


HEAR = """() => {
    window.heard = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (at) { window.heard.push(this.frequency.value); start.call(this, at); };
    navigator.vibrate = (pattern) => { if (pattern) window.heard.push(pattern); return true; };
    new MutationObserver((all) => {
        for (const { target } of all) if (target.dataset.flash) window.heard.push(target.dataset.flash);
    }).observe(document, { attributeFilter: ["data-flash"], subtree: true });
}"""


def test_each_signal_can_be_tried_and_none_is_like_another(timer):
    timer.page.add_init_script(f"({HEAR})()")
    timer.open()
    told = {}
    for signal in ("Set over", "Rest over", "1 min to the ceiling", "Open the cuff"):
        timer.page.evaluate("window.heard.length = 0")
        timer.tap(f"Try: {signal}")
        timer.wait(1)
        told[signal] = timer.page.evaluate("() => JSON.stringify(window.heard)")
        kinds = {type(each) for each in json.loads(told[signal])}
        assert kinds == {int, list, str}, (
            f"{signal}: sound, vibration and light, not {told[signal]}"
        )
        timer.wait(3)
    assert len(set(told.values())) == 4
    for way in ("Sound", "Vibration", "Flash"):
        timer.screen.get_by_label(way, exact=True).uncheck()
    timer.page.evaluate("window.heard.length = 0")
    timer.tap("Try: Open the cuff")
    timer.wait(3)
    assert timer.page.evaluate("window.heard") == []


def test_light_stays_below_three_a_second_and_is_steady_without_motion(timer):
    timer.open()
    timer.tap("Try: Rest over")
    body = timer.part("body")
    expect(timer.screen).to_have_attribute("data-flash", "rest")
    style = (
        "e => { const { animationDuration, animationName, backgroundColor } = getComputedStyle(e);"
    )
    style += " return [animationName, parseFloat(animationDuration), backgroundColor]; }"
    name, period_s, _ = body.evaluate(style)
    assert name == "player-flash"
    assert 1 / period_s < 3
    timer.page.emulate_media(reduced_motion="reduce")
    name, _, lit = body.evaluate(style)
    assert name == "none"
    timer.wait(3)
    assert body.evaluate(style)[2] != lit


# --- Who listens, types or reads closely ---


def test_changes_are_announced_and_seconds_are_not(timer):
    timer.page.add_init_script(
        """window.said = []; new MutationObserver((all) => {
            for (const { target } of all) {
                const region = (target.nodeType === 3 ? target.parentElement : target).closest?.(
                    "[data-part=polite], [data-part=urgent]");
                if (region) window.said.push(region.textContent);
            }
        }).observe(document, { childList: true, characterData: true, subtree: true });"""
    )
    timer.open().start()
    timer.wait(479)
    said = timer.page.evaluate("window.said")
    rest = ["Rest, 60 seconds.", "10 seconds left."]
    assert said == [
        "Set 1 of 4. 30 repetitions.",
        *[each for n in (2, 3, 4) for each in (*rest, f"Set {n} of 4. 15 repetitions.")],
    ]
    timer.wait(2)
    assert timer.page.evaluate("window.said.at(-1)") == "Last set done. Open the cuff."


def test_with_the_keyboard_alone(timer):
    timer.page.clock.install(time=EVENING)
    timer.page.goto("/do/player/")
    timer.page.get_by_role("button", name="Open the timer").focus()
    timer.page.keyboard.press("Enter")
    expect(timer.screen).to_be_visible()
    timer.page.clock.pause_at(EVENING + dt.timedelta(minutes=5))
    press = timer.page.keyboard.press
    press("Space")
    timer.shows("set")
    timer.wait(5)
    press("p")
    timer.shows("paused")
    timer.wait(1)
    press("p")
    timer.shows("set")
    timer.wait(2)
    press("Space")
    timer.shows("rest")
    timer.wait(2)
    press("s")
    expect(timer.part("signs")).to_be_visible()
    press("Escape")
    expect(timer.part("signs")).to_be_hidden()
    timer.shows("paused")
    press("Escape")
    expect(timer.part("leave")).to_be_visible()
    expect(timer.part("leave-on")).to_be_visible()
    press("Tab")
    expect(timer.part("leave").get_by_role("button", name="Stay")).to_be_focused()
    press("Tab")
    press("Enter")
    timer.reads(now="Open the cuff")
    expect(timer.primary).to_be_focused()
    timer.wait(1)
    press("Space")
    timer.reads(now="Session ended")
    timer.wait(1)
    press("Escape")
    expect(timer.screen).to_be_hidden()
    expect(timer.page.get_by_role("button", name="Open the timer")).to_be_focused()


def states(timer):
    """Lead through every state; give its name each time."""
    timer.open(scheme="3x15", rest="30", exercises="2")
    yield "setup"
    timer.start()
    timer.wait(20)
    yield "set"
    timer.wait(41)
    yield "rest"
    timer.tap("Pause")
    yield "paused"
    timer.tap("Stop signs")
    yield "signs"
    timer.tap("None of these: back")
    timer.page.keyboard.press("Escape")
    yield "leave"
    timer.tap("Stay")
    timer.tap("Go on")
    timer.wait(180)
    timer.shows("release")
    timer.wait(3)
    yield "release"
    timer.tap("Cuff is open")
    yield "open"
    timer.wait(180)
    timer.shows("ready")
    timer.wait(3)
    yield "ready"
    timer.tap("Cuff on: start")
    timer.tap("Pause")
    timer.wait(560)
    timer.wait(3)
    yield "near"
    timer.sleep(120)
    timer.shows("ceiling")
    timer.wait(2.5)
    yield "ceiling"
    timer.tap("Cuff is open")
    timer.shows("over")
    yield "over"


LATE_FONTS = """addEventListener("DOMContentLoaded", () =>
    document.documentElement.classList.add("bfr-has-late-fonts"))"""
"""As late-fonts.js finds it on a slow net: the wider digits of the device stay."""


@pytest.mark.parametrize(
    ("size", "fonts"),
    [((360, 640), ""), ((360, 640), LATE_FONTS), ((740, 360), "")],
    ids=["upright", "upright-device-fonts", "lying"],
)
def test_every_control_is_large_and_nothing_is_cut_off(timer, size, fonts):
    timer.page.add_init_script(fonts)
    timer.page.set_viewport_size({"width": size[0], "height": size[1]})
    for state in states(timer):
        small = timer.screen.locator("button:visible, label:visible, summary:visible").evaluate_all(
            """all => all.map(e => [e.innerText, e.getBoundingClientRect()])
                .filter(([, { width, height }]) => width < 48 || height < 48).map(([text]) => text)"""
        )
        assert small == [], f"{state}: below 48 px"
        wide = timer.screen.evaluate(
            """screen => [...screen.querySelectorAll("*")].filter(e => e.getClientRects().length
                && !e.closest(".bfr-hidden") && e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.className || e.tagName)"""
        )
        assert wide == [], f"{state}: wider than the screen"
        clock = timer.screen.locator(".bfr-player-cuff-time").first
        expect(clock).to_be_in_viewport(ratio=1)
        if state not in {"signs", "leave", "over"}:
            expect(timer.part("stop")).to_be_in_viewport(ratio=1)


def test_every_state_is_free_of_faults_of_accessibility(timer, axe):
    timer.page.emulate_media(reduced_motion="reduce")
    timer.page.set_viewport_size({"width": 390, "height": 844})
    for state in states(timer):
        timer.page.clock.resume()
        # No colour of a signal that is just being given.
        timer.screen.evaluate("e => e.removeAttribute('data-flash')")
        found = axe()
        assert found == [], state
        timer.page.clock.pause_at(timer.page.evaluate("Date.now()") / 1000 + 1)


# --- A page that is loaded again ---

LEFT = "bfr-timer"


def reload(timer, seconds=0):
    """Load the page again, which takes so many seconds."""
    timer.page.on("dialog", lambda dialog: dialog.accept())
    timer.page.clock.fast_forward(0)
    now = timer.page.evaluate("Date.now()") / 1000 + seconds
    timer.page.goto("about:blank")
    timer.page.clock.pause_at(now)
    timer.page.goto("/do/player/")


def test_a_session_goes_on_when_its_page_is_loaded_again(timer):
    """Set 1 ends at 120 s and its rest at 180 s, so 100 s and 65 s later 15 s of the rest are left."""
    timer.open().start()
    timer.wait(100)
    reload(timer, 65)
    expect(timer.screen).to_be_visible()
    timer.wait(1)
    timer.shows("rest")
    timer.reads(next="Then set 2 of 4: 15 repetitions")
    assert timer.cuff in {"2:46", "2:47"}
    expect(timer.part("slept")).to_contain_text("The clocks ran on.")
    timer.tap("Skip the rest")
    timer.shows("set")
    timer.wait(60 * 5 + 1)
    timer.shows("over")
    timer.tap("Cuff is open")
    timer.reads(now="Session done")
    assert timer.part("record").locator("output").all_inner_texts() == ["30", "15", "15", "15"]
    assert LEFT not in timer.stored()[1]
    timer.tap("Close")
    reload(timer)
    expect(timer.screen).to_be_hidden()


def test_a_ceiling_that_passed_while_the_page_was_loaded_again_is_the_first_thing_seen(timer):
    timer.open().start()
    timer.wait(30)
    timer.tap("Pause")
    reload(timer, 10 * 60)
    timer.wait(1)
    timer.shows("ceiling")
    timer.reads(now="Open the cuff now")


def test_a_record_that_was_asked_for_is_still_kept_after_a_reload(timer):
    timer.open()
    timer.part("keep-before").check()
    timer.screen.locator("[data-way=vibration]").uncheck()
    timer.start()
    timer.wait(121)
    reload(timer)
    timer.wait(400)
    timer.tap("Cuff is open")
    (entry,) = timer.kept()
    assert [each["repetitions"] for each in entry["exercises"][0]["sets"]] == [30, 15, 15, 15]
    assert entry["start"] == EVENING.strftime("%H:05")


def test_nothing_of_a_session_is_left_that_has_not_begun_or_is_long_ago(timer):
    timer.open()
    assert LEFT not in timer.stored()[1]
    timer.start()
    assert set(json.loads(timer.stored()[1][LEFT])) == {
        *("form", "session", "zero", "began", "keep", "ways", "side", "left", "entry")
    }
    reload(timer, 61 * 60)
    expect(timer.screen).to_be_hidden()
    assert LEFT not in timer.stored()[1]


@pytest.mark.parametrize("left", ["", "{", "{}", "[]", '{"form": 1}', '{"form": 99, "zero": 1}'])
def test_what_another_hand_left_is_forgotten(timer, left):
    timer.page.clock.set_fixed_time(EVENING)
    timer.page.goto("/do/player/")
    timer.page.evaluate("([key, left]) => sessionStorage.setItem(key, left)", [LEFT, left])
    timer.page.reload()
    expect(timer.page.get_by_role("button", name="Open the timer")).to_be_visible()
    expect(timer.screen).to_be_hidden()
    assert LEFT not in timer.stored()[1]


def test_a_session_does_not_come_back_after_a_stop(timer):
    timer.open().start()
    stop = json.dumps(screened(EVENING.date().isoformat(), level="doctor"))
    timer.page.evaluate("(stop) => sessionStorage.setItem('bfr-standing', stop)", stop)
    reload(timer)
    expect(timer.page.locator("bfr-player [data-gate=doctor]")).to_be_visible()
    expect(timer.screen).to_be_hidden()


# --- What is kept ---


def finish(timer):
    timer.wait(481)
    timer.shows("over")
    timer.tap("Cuff is open")


def test_nothing_is_kept_unless_asked(timer):
    timer.open()
    before = timer.stored()
    timer.start()
    finish(timer)
    assert timer.stored() == before
    timer.tap("Close")
    assert timer.stored() == before
    expect(timer.page.locator("[data-part=kept]")).to_be_hidden()
    assert timer.page.evaluate(KEPT) is None


def test_a_record_is_kept_when_asked_listed_and_deleted(timer):
    timer.open()
    timer.part("keep-before").check()
    timer.start()
    timer.wait(121)
    (entry,) = timer.kept()
    assert entry["ended"] == ""
    assert [each["repetitions"] for each in entry["exercises"][0]["sets"]] == [30]
    timer.wait(360)
    timer.tap("Cuff is open")
    timer.tap("One repetition less in set 4 of Exercise 1")
    timer.part("record").get_by_label("2", exact=True).check()
    timer.page.wait_for_function(f"async () => (await ({KEPT})())[0].exercises[0].left === 2")
    (entry,) = timer.kept()
    assert set(entry) == {"id", "date", "start", "end", "ended", "minutes", "exercises"}
    assert entry["ended"] == "finished"
    assert [each["repetitions"] for each in entry["exercises"][0]["sets"]] == [30, 15, 15, 14]
    timer.tap("Close")
    kept = timer.page.locator("[data-part=kept]")
    expect(kept.get_by_role("listitem")).to_have_count(1)
    expect(kept).to_contain_text("30-15-15-14")
    timer.page.reload()
    expect(kept.get_by_role("listitem")).to_have_count(1)
    kept.get_by_role("button", name="Delete the session").click()
    expect(kept).to_be_hidden()
    assert timer.page.evaluate(KEPT) == []


def test_a_tick_taken_back_takes_the_record_back(timer):
    timer.open().start()
    finish(timer)
    timer.part("keep").check()
    timer.kept()
    timer.part("keep").uncheck()
    timer.page.wait_for_function(f"async () => !(await ({KEPT})()).length")


def test_the_file_has_a_line_for_each_set(timer):
    timer.open().start()
    finish(timer)
    with timer.page.expect_download() as downloaded:
        timer.tap("Download as CSV")
    assert downloaded.value.suggested_filename == "bfr-session-2026-11-24.csv"
    lines = list(csv.DictReader(io.StringIO(downloaded.value.path().read_text("utf-8-sig"))))
    assert [line["repetitions done"] for line in lines] == ["30", "15", "15", "15"]
    assert [line["seconds"] for line in lines] == ["120", "60", "60", "60"]
    assert {line["seconds under the cuff, exercise"] for line in lines} == {"481"}
    assert {line["ended"] for line in lines} == {"finished"}


# --- Beside the rest of the site ---


@pytest.mark.parametrize("level", ["doctor", "not-today", "unfinished", "missing", "clinician"])
def test_a_stop_of_the_screening_stops_the_timer(page, level):
    page.goto("/do/player/")
    leave(page, screened(level=level, release_by=["doctor"] if level == "clinician" else []))
    timer = Timer(page)
    stop = page.locator(f'bfr-player .bfr-gate[data-gate="{level}"]')
    expect(stop).to_be_visible()
    button = page.get_by_role("button", name="Open the timer")
    expect(button).to_be_hidden()
    form = page.locator("bfr-player .bfr-release")
    expect(form).to_be_visible(visible=level == "clinician")
    if level == "clinician":
        form.locator("summary").click()
        for said in ("Left leg", "From today"):
            form.get_by_label(said, exact=True).check()
        form.get_by_role("button", name="State this").click()
        expect(page.get_by_text("cuff on your left leg only")).to_be_visible()
        button.click()
        timer.shows("setup")
        held = timer.screen.locator(".bfr-standing")
        expect(held).to_contain_text(
            "A doctor has agreed, as you state: left leg, from", use_inner_text=True
        )
        expect(held).to_contain_text("No cuff on: left arm, right arm, right leg.")


def test_a_limb_that_the_screening_closed_has_no_timer(page):
    page.goto("/do/player/")
    leave(page, screened(level="limits", closed=["left-leg", "right-leg"]))
    button = page.get_by_role("button", name="Open the timer")
    expect(button).to_be_disabled()
    expect(page.get_by_text("closed both sides of this limb")).to_be_visible()
    page.locator('bfr-player [name="limb"][value="arm"]').check(force=True)
    expect(page.get_by_text("closed both sides of this limb")).to_be_hidden()
    button.click()
    Timer(page).shows("setup")


def test_limits_leave_only_their_choices_in_the_timer(page):
    """The cuff open in the rests: 30, 15, 15 and 15 of 4 s, and nothing between, are 5:00 under it."""
    page.goto("/do/player/")
    leave(page, screened(level="limits", limits=["open-rests", "one-exercise"]))
    page.locator('bfr-player [name="first_sessions"][value="no"]').check(force=True)
    for name, value in (("cuff_in_rests", "on"), ("exercises", "2")):
        choice = page.locator(f'bfr-player [name="{name}"][value="{value}"]')
        expect(choice).to_be_disabled()
        expect(choice).not_to_be_checked()
    expect(page.locator('bfr-player [name="cuff_in_rests"][value="open"]')).to_be_checked()
    page.get_by_role("button", name="Open the timer").click()
    timer = Timer(page)
    timer.reads(next="4 sets, 5:00 under the cuff")
    expect(timer.screen.locator(".bfr-standing")).to_contain_text("The cuff open in the rests.")


def test_a_first_session_has_one_exercise_and_the_cuff_open_in_the_rests(page):
    page.goto("/do/player/")
    leave(page, screened())
    expect(page.locator('bfr-player [name="first_sessions"][value="yes"]')).to_be_checked()
    for name, value in (("cuff_in_rests", "on"), ("exercises", "2")):
        expect(page.locator(f'bfr-player [name="{name}"][value="{value}"]')).to_be_disabled()
    page.locator('bfr-player [name="first_sessions"][value="no"]').check(force=True)
    for name, value in (("cuff_in_rests", "on"), ("exercises", "2")):
        expect(page.locator(f'bfr-player [name="{name}"][value="{value}"]')).to_be_enabled()
    leave(page, screened(level="limits", limits=["first-sessions"]))
    expect(page.locator('bfr-player [name="first_sessions"][value="no"]')).to_be_disabled()


def test_nobody_plays_a_session_unscreened(page, open_sheet):
    page.goto("/do/player/")
    expect(page.locator('bfr-player .bfr-gate[data-gate="unscreened"]')).to_be_visible()
    expect(page.get_by_role("button", name="Open the timer")).to_be_hidden()
    sheet = open_sheet("session")
    sheet.question("scheme").get_by_label("3 × 15").check(force=True)
    sheet.answered()
    sheet.part("play").click()
    expect(page.locator("dialog.bfr-player")).to_be_hidden()
    expect(page.locator('bfr-player .bfr-gate[data-gate="unscreened"]')).to_be_focused()


def test_it_runs_without_python(timer, context):
    asked = []
    context.route("**/assets/runtime/**", lambda route: (asked.append(route), route.abort()))
    timer.open().start()
    timer.wait(121)
    timer.shows("rest")
    assert asked == []


def test_without_a_net_it_goes_on(timer, context):
    timer.open()
    context.set_offline(True)
    timer.start()
    finish(timer)
    timer.reads(now="Session done")


@pytest.mark.screened
def test_the_session_that_was_laid_out_can_be_played(page, open_sheet):
    sheet = open_sheet("session")
    play = sheet.part("play")
    expect(play).to_be_hidden()
    sheet.question("scheme").get_by_label("3 × 15").check(force=True)
    sheet.answered()
    play.click()
    timer = Timer(page)
    timer.shows("setup")
    timer.reads(next="3 sets, 3:00 under the cuff")
    timer.tap("Close the timer")
    expect(timer.screen).to_be_hidden()


def test_a_session_under_way_outlives_a_change_of_page(timer):
    timer.open().start()
    timer.wait(30)
    timer.page.evaluate("document.querySelector('.bfr-turn a').click()")
    timer.page.clock.run_for(2000)
    expect(timer.page).not_to_have_url("/do/player/")
    timer.shows("set")
    assert timer.cuff == "0:32"


def test_without_javascript_the_page_says_where_the_times_stand(browser, base_url):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}/do/player/")
    expect(page.get_by_text("The timer needs JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Open the timer")).to_be_hidden()
    context.close()


def test_the_start_page_has_the_screen_for_its_last_step(page):
    page.goto("/start/")
    expect(page.locator("dialog.bfr-player")).to_have_count(1)
    expect(page.locator("dialog.bfr-player")).to_be_hidden()
