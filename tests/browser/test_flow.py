"""The steps on a small phone, by touch and by keyboard alone: four people, the way back, links and codes."""

from __future__ import annotations

import base64
import json
import re
from urllib.parse import unquote, urlsplit

import pytest
import zxingcpp
from playwright.sync_api import Locator, Page, expect
from tab import leave, screened

from bfr_rules import __version__, bridge
from bfr_rules.catalog import CALCULATORS
from bfr_rules.screening.declaration import NOTHING
from calculators.views.flow import steps

pytestmark = pytest.mark.browser_context_args(
    viewport={"width": 360, "height": 740},
    has_touch=True,
    permissions=["clipboard-read", "clipboard-write"],
)
BY = pytest.mark.parametrize("by", ["touch", "keyboard"])
PLACED = [step for step, _ in steps(CALCULATORS)]
MOST_TABS = 500
DOUBLE_TAP_MS = 350
FAIR = 35
"""Taps and keys that screening, equipment and pressure may take a healthy person."""

LISTS = tuple(
    each.name
    for calculator in CALCULATORS
    if calculator.slug == "screening"
    for each in calculator.inputs
    if type(each).__name__ == "TicksInput"
)
RAISED = {**NOTHING, "systolic": "150", "diastolic": "95"}
HEALTHY = {"age": "30", "height_cm": "175", "body_mass": "70", "systolic": "120", "diastolic": "78"}


class Reader:
    """Goes through the steps with one finger or with the keyboard alone, and counts every tap and key."""

    def __init__(self, page: Page, by: str) -> None:
        self.page = page
        self.by = by
        self.count = 0
        self.flow = page.locator("bfr-flow")

    # --- Hands ---

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)
        self.count += 1

    def tap(self, target: Locator) -> None:
        # A blocked button says that it is, and can still be pressed: it leads to what is missing.
        target.tap(force=target.get_attribute("aria-disabled") == "true")
        self.count += 1

    def reach(self, target: Locator) -> None:
        """Press Tab until the keyboard is there."""
        for _ in range(MOST_TABS):
            if target.evaluate("(each) => each === document.activeElement"):
                return
            self.key("Tab")
        raise AssertionError(f"the keyboard never reaches {target}")

    def press(self, target: Locator) -> None:
        if self.by == "touch":
            self.tap(target)
        else:
            self.reach(target)
            self.key("Enter")

    def tick(self, target: Locator) -> None:
        if self.by == "touch":
            self.tap(target)
        else:
            self.reach(target)
            self.key("Space")
        expect(target).to_be_checked()

    def choose(self, target: Locator) -> None:
        """Choose one of several: the keyboard goes to the one that is chosen, and on with the arrows."""
        if self.by == "touch":
            self.tap(target)
        elif not target.is_checked():
            name = target.get_attribute("name")
            form = target.locator("xpath=ancestor::form")
            chosen = form.locator(f'input[name="{name}"]:checked')
            if chosen.count():
                self.reach(chosen)
            else:
                # Nothing is chosen yet: the keyboard comes to the first that can be.
                self.reach(form.locator(f'label:visible input[name="{name}"]:enabled').first)
                self.key("Space")
            if target.is_checked():
                return
            for _ in range(form.locator(f'input[name="{name}"]').count()):
                self.key("ArrowDown")
                if target.is_checked():
                    break
        expect(target).to_be_checked()

    def type(self, target: Locator, text: str) -> None:
        if self.by == "touch":
            # Two taps at one place of the screen are a double tap, which selects instead of placing a caret.
            self.page.wait_for_timeout(DOUBLE_TAP_MS)
            self.tap(target)
        else:
            self.reach(target)
        if target.input_value():
            self.key("ControlOrMeta+A")
        for letter in text:
            self.key(letter)

    # --- Steps ---

    def opens(self, fragment: str = "") -> None:
        self.page.goto(f"/start/{fragment}")
        expect(self.on).to_be_visible()

    @property
    def on(self) -> Locator:
        return self.flow.locator("[data-part=on]")

    @property
    def says(self) -> Locator:
        return self.flow.locator("[data-part=says]")

    def step(self, name: str) -> Locator:
        return self.flow.locator(f"#step-{name}")

    def field(self, step: str, name: str, value: str = "") -> Locator:
        which = f'[value="{value}"]' if value else ""
        return (
            self.step(step)
            .locator(f'bfr-calculator form.bfr-form input[name="{name}"]{which}')
            .first
        )

    def headline(self, step: str) -> Locator:
        return self.step(step).locator("[data-part=readout] [data-text=headline]")

    def mark(self, step: str) -> Locator:
        return self.flow.locator(f'[data-mark="{step}"]')

    def is_at(self, name: str) -> None:
        expect(self.flow).to_have_attribute("step", name)

    def goes_on(self, to: str) -> None:
        self.press(self.on)
        self.is_at(to)

    def screens(self, *ticks: tuple[str, str], **numbers: str) -> None:
        """Answer the whole screening: these ticks, and “none of these” in every other list."""
        for name, number in {**HEALTHY, **numbers}.items():
            self.type(self.field("screening", name), number)
        for name in LISTS:
            given = [value for which, value in ticks if which == name] or ["none"]
            for value in given:
                self.tick(self.field("screening", name, value))

    def has_a_measured_cuff(self) -> None:
        self.is_at("equipment")
        self.choose(self.field("equipment", "one_hand", "yes"))

    def has_no_gauge(self) -> None:
        self.is_at("equipment")
        self.choose(self.field("equipment", "cuff", "wrap"))

    def knows_the_aop(self, aop: str = "187") -> None:
        self.is_at("pressure")
        self.type(self.field("pressure", "aop_mmhg"), aop)
        self.choose(self.field("pressure", "position", "sitting"))

    def lifts(self, load: str, repetitions: str = "5") -> None:
        self.is_at("one-rm")
        self.type(self.field("one-rm", "load"), load)
        self.type(self.field("one-rm", "repetitions"), repetitions)

    def has_a_bar(self) -> None:
        self.is_at("load")
        self.choose(self.field("load", "equipment", "barbell"))

    def releases(self, *limits: str) -> None:
        """State that a doctor has agreed to both legs from today, with the limits that the screening proposes."""
        form = self.step("screening").locator(".bfr-release")
        if self.by == "touch":
            form.locator("summary").tap()
        else:
            self.reach(form.locator("summary"))
            self.key("Enter")
        for name, value in (
            ("by", "doctor"),
            ("limbs", "left-leg"),
            ("limbs", "right-leg"),
            ("since", "today"),
        ):
            box = form.locator(f'input[name="{name}"][value="{value}"]')
            self.tick(box)
        self.press(form.get_by_role("button", name="State this"))


@pytest.fixture
def reader(page):
    return lambda by="touch": Reader(page, by)


@pytest.fixture
def healthy(reader):
    """Somebody healthy who stands before the step for the 1RM."""

    def make(by="touch"):
        someone = reader(by)
        someone.opens()
        someone.screens()
        someone.goes_on("equipment")
        someone.has_a_measured_cuff()
        someone.goes_on("pressure")
        someone.knows_the_aop()
        someone.goes_on("one-rm")
        return someone

    return make


def visible_settings(page: Page) -> str:
    """What a reader sees of the later steps and calculators: nothing, after a stop."""
    return " ".join(
        each.inner_text()
        for each in page.locator("bfr-flow [data-step]:not(#step-screening)").all()
        if each.is_visible()
    )


# --- Four people ---


@BY
def test_a_healthy_person_reaches_a_session(page, healthy, by):
    someone = healthy(by)
    someone.lifts("120")
    someone.goes_on("load")
    someone.has_a_bar()
    someone.goes_on("session")
    someone.goes_on("ready")
    found = someone.flow.locator("[data-part=summary]")
    expect(found).to_contain_text("No listed reason found")
    expect(found).to_contain_text("under the cuff")
    expect(someone.flow.get_by_role("button", name="Play the session")).to_be_visible()
    expect(someone.step("ready").locator("bfr-calculator[slug=plan]")).to_be_visible()
    states = [someone.mark(each.name).get_attribute("data-state") for each in PLACED]
    assert states == ["done"] * (len(PLACED) - 1) + ["now"]


@BY
def test_a_clot_ends_the_steps_with_a_letter_and_no_setting(page, reader, by):
    someone = reader(by)
    someone.opens()
    someone.screens(("clots", "clot"))
    expect(someone.headline("screening")).to_have_text("Not without a doctor")
    expect(someone.mark("screening")).to_have_attribute("data-state", "stop")
    someone.press(someone.on)
    stopped = someone.flow.locator("[data-part=stopped]")
    expect(stopped).to_be_focused()
    expect(stopped.get_by_role("link", name="Who should not, and why")).to_be_visible()
    # A doctor may decide otherwise about an old clot, and nobody else.
    form = someone.step("screening").locator(".bfr-release")
    expect(form.locator('input[value="physiotherapist"]')).to_be_hidden()
    someone.press(stopped.locator("[data-part=show-letter]"))
    letter = someone.step("screening").locator("details[data-part=letter]")
    expect(letter).to_have_attribute("open", "")
    expect(letter.get_by_role("button", name="Print the letter")).to_be_visible()
    for step in PLACED[1:]:
        expect(someone.mark(step.name)).to_have_attribute("data-state", "closed")
        expect(someone.mark(step.name).locator("a")).not_to_have_attribute("href", re.compile("."))
        page.evaluate("(name) => { location.hash = `step-${name}`; }", step.name)
        someone.is_at("screening")
        assert visible_settings(page) == ""
    page.goto("/calculate/training-load/")
    expect(page.locator("bfr-calculator [data-gate=doctor]")).to_be_visible()
    expect(page.locator("bfr-calculator form.bfr-form")).to_be_hidden()


@BY
def test_raised_blood_pressure_waits_for_a_clinician_and_shows_the_limits(page, reader, by):
    someone = reader(by)
    someone.opens()
    someone.screens(systolic="150", diastolic="95")
    expect(someone.headline("screening")).to_have_text("Ask a clinician first")
    someone.press(someone.on)
    someone.is_at("screening")
    assert visible_settings(page) == ""
    someone.releases()
    released = someone.step("screening").locator("bfr-gate[mode=release] .bfr-standing")
    expect(released).to_be_focused()
    limits = released.locator("li").all_inner_texts()
    assert limits == [str(each) for each in bridge.ask("screening", RAISED).standing.limits]
    someone.goes_on("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    someone.knows_the_aop("200")
    # 40 % of 200 mmHg: the lowest share, whatever was asked for.
    expect(someone.headline("pressure")).to_contain_text("80 mmHg")
    expect(someone.step("pressure")).to_contain_text("Your limit holds: The lowest cuff pressure")
    someone.goes_on("one-rm")
    # No set to failure: a set that was stopped early remains.
    expect(someone.field("one-rm", "method", "repetitions")).to_be_disabled()
    for remains in someone.step("one-rm").locator('input[name="method"]:enabled').all():
        expect(remains).to_have_value("reserve")
        if by == "touch":
            someone.choose(remains)
        else:
            someone.tick(remains)
    someone.lifts("120")
    someone.type(someone.field("one-rm", "repetitions_in_reserve"), "3")
    someone.goes_on("load")
    someone.has_a_bar()
    someone.goes_on("session")
    someone.goes_on("ready")
    shown = someone.step("ready").locator("bfr-gate[mode=holds]")
    expect(shown).to_contain_text("A doctor has agreed, as you state", use_inner_text=True)
    assert shown.locator("li").all_inner_texts() == limits
    # What the reader stated can be taken back, and closes everything again.
    someone.press(someone.mark("screening").locator("a"))
    someone.press(released.get_by_role("button", name="Take it back"))
    expect(someone.mark("ready")).to_have_attribute("data-state", "closed")


@BY
def test_without_a_gauge_there_is_no_pressure_and_no_session_to_play(page, reader, by):
    someone = reader(by)
    someone.opens()
    someone.screens()
    someone.goes_on("equipment")
    someone.has_no_gauge()
    someone.goes_on("pressure")
    without = someone.flow.locator("[data-part=no-pressure]")
    expect(without).to_contain_text("Without a measured AOP there is no honest number")
    expect(someone.step("pressure").locator("bfr-calculator")).to_be_hidden()
    assert "mmHg" not in visible_settings(page)
    someone.goes_on("one-rm")
    expect(someone.step("one-rm").locator("[data-part=not-yet]")).to_be_visible()
    someone.lifts("100")
    someone.goes_on("load")
    someone.has_a_bar()
    someone.goes_on("session")
    expect(someone.step("session").locator("[data-part=play]")).to_be_hidden()
    someone.goes_on("ready")
    title = someone.step("ready").get_by_role("heading", name="Not with this cuff yet")
    expect(title).to_be_visible()
    expect(someone.flow.locator("[data-part=without-cuff]")).to_contain_text("light weights")
    for hidden in ("play-session", "make-link", "make-qr", "copy-summary"):
        expect(someone.flow.locator(f"[data-part={hidden}]")).to_be_hidden()
    expect(someone.step("ready").locator("bfr-calculator")).to_be_hidden()
    assert "mmHg" not in visible_settings(page)
    assert "under the cuff" not in someone.flow.locator("[data-part=summary]").inner_text()


def test_the_upper_blood_pressure_is_not_asked_twice(page, reader):
    someone = reader()
    someone.opens()
    someone.screens()
    someone.goes_on("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    asked = someone.step("pressure").locator('[data-question="systolic"]')
    someone.knows_the_aop("110")
    expect(someone.field("pressure", "systolic")).to_have_value(HEALTHY["systolic"])
    expect(asked).to_contain_text("from your screening")
    # 110 is below 120: no such reading stopped the flow.
    expect(someone.headline("pressure")).not_to_contain_text("mmHg")
    assert HEALTHY["systolic"] not in page.url


def test_a_pressure_that_cannot_be_found_today_ends_without_a_session(page, reader):
    """The position of the measurement is not known: no number, and the honest way on."""
    someone = reader()
    someone.opens()
    someone.screens()
    someone.goes_on("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    someone.type(someone.field("pressure", "aop_mmhg"), "187")
    someone.press(someone.on)
    someone.is_at("pressure")
    expect(someone.says).to_contain_text("Find out first")
    someone.press(someone.flow.locator("[data-part=remains]:visible"))
    someone.is_at("one-rm")
    expect(someone.step("one-rm").locator("[data-part=not-yet]")).to_be_visible()
    page.go_back()
    expect(someone.flow.locator("[data-part=no-pressure]")).to_be_visible()
    someone.choose(someone.field("pressure", "position", "sitting"))
    expect(someone.flow.locator("[data-part=no-pressure]")).to_be_hidden()
    someone.goes_on("one-rm")
    expect(someone.step("one-rm").locator("[data-part=not-yet]")).to_be_hidden()


# --- No example becomes a person's number ---


def test_an_untouched_example_is_not_continued(page, healthy):
    """The field of every number of a person's own is empty, and says so."""
    someone = healthy()
    for name in ("load", "repetitions"):
        expect(someone.field("one-rm", name)).to_have_value("")
        someone.press(someone.on)
        someone.is_at("one-rm")
        expect(someone.says).to_contain_text("Still to answer")
        expect(someone.field("one-rm", name)).to_be_focused()
        someone.type(someone.field("one-rm", name), "10")
    someone.goes_on("load")
    for name, choice in (
        ("dumbbells", ("dumbbell_smallest", "dumbbell_step")),
        ("stack", ("stack_first", "stack_step")),
        ("step", ("step",)),
    ):
        someone.choose(someone.field("load", "equipment", name))
        for own in choice:
            expect(someone.field("load", own)).to_have_value("")
            someone.press(someone.on)
            someone.is_at("load")
            expect(someone.field("load", own)).to_be_focused()
            someone.type(someone.field("load", own), "2")
    someone.goes_on("session")
    someone.choose(someone.field("session", "scheme", "own"))
    someone.press(someone.on)
    someone.is_at("session")
    expect(someone.field("session", "own_sets")).to_be_focused()


@BY
def test_after_an_operation_nobody_plays_with_a_number_that_was_not_typed(page, reader, by):
    someone = reader(by)
    someone.opens()
    someone.screens(("care", "operation"))
    expect(someone.headline("screening")).to_have_text("Ask a clinician first")
    someone.releases()
    someone.goes_on("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    someone.knows_the_aop()
    someone.goes_on("one-rm")
    # The screening knows of the operation: it is not asked again with the opposite answer.
    expect(someone.field("one-rm", "recovering", "yes")).to_be_checked()
    expect(someone.field("one-rm", "recovering", "no")).to_be_disabled()
    someone.lifts("100")
    expect(someone.says).to_contain_text("Do not test a maximum")
    someone.press(someone.on)
    someone.is_at("one-rm")
    expect(someone.flow.locator("[data-part=skip]:visible")).to_have_count(0)
    someone.press(someone.flow.locator("[data-part=remains]:visible"))
    someone.is_at("load")
    left = someone.step("load").locator("label:visible input[name=basis]")
    assert left.evaluate_all("(all) => all.map(({ value }) => value)") == ["ten_rm", "other_limb"]
    expect(someone.field("load", "first_sessions", "yes")).to_be_checked()
    someone.press(someone.on)
    someone.is_at("load")
    page.evaluate("location.hash = 'step-ready'")
    someone.is_at("load")
    someone.choose(someone.field("load", "basis", "ten_rm"))
    someone.press(someone.on)
    someone.is_at("load")
    expect(someone.field("load", "ten_rm")).to_be_focused()
    expect(someone.flow.get_by_role("button", name="Play the session")).to_be_hidden()


def test_a_step_that_ends_in_a_stop_later_closes_the_way_behind_it(page, healthy):
    someone = healthy()
    someone.lifts("100")
    someone.goes_on("load")
    someone.has_a_bar()
    someone.goes_on("session")
    someone.goes_on("ready")
    someone.press(someone.mark("one-rm").locator("a"))
    someone.choose(someone.field("one-rm", "recovering", "yes"))
    expect(someone.says).to_contain_text("Do not test a maximum")
    expect(someone.mark("ready")).to_have_attribute("data-state", "later")
    # What the step had carried is nobody's any more.
    someone.press(someone.flow.locator("[data-part=remains]:visible"))
    someone.is_at("load")
    expect(someone.field("load", "one_rm_low")).to_have_value("")


# --- One tab, two people; one tab, two days ---


def test_a_reload_shows_where_the_screening_left_the_reader_and_nothing_else(page, reader):
    someone = reader()
    someone.opens()
    someone.screens()
    someone.goes_on("equipment")
    page.goto("/about/")
    someone.opens()
    someone.press(someone.mark("screening").locator("a"))
    someone.is_at("screening")
    line = someone.step("screening").locator(".bfr-standing:visible")
    expect(line).to_contain_text("Screened today: no listed reason found", use_inner_text=True)
    expect(someone.step("screening").locator("form.bfr-form")).to_be_hidden()
    expect(someone.step("screening").locator("[data-part=readout]")).to_be_hidden()
    someone.press(line.get_by_role("button", name="Somebody else?"))
    expect(someone.field("screening", "age")).to_be_visible()
    expect(someone.field("screening", "age")).to_have_value("")
    someone.press(someone.on)
    someone.is_at("screening")
    assert "bfr-standing" not in stored(page)


def test_somebody_else_in_the_same_tab_starts_anew(page, healthy):
    someone = healthy()
    someone.lifts("100")
    someone.goes_on("load")
    line = someone.step("load").locator(".bfr-standing:visible")
    someone.press(line.get_by_role("button", name="Somebody else?"))
    someone.is_at("screening")
    for step, name in (("screening", "age"), ("pressure", "aop_mmhg"), ("one-rm", "load")):
        expect(someone.field(step, name)).to_have_value("")
    for name in LISTS:
        ticked = someone.step("screening").locator(f"input[name={name}]:checked")
        expect(ticked).to_have_count(0)
    assert not [key for key in stored(page) if key.startswith("bfr-")]


def test_a_screening_of_another_day_leads_nowhere_before_it_is_answered_again(page, reader):
    page.goto("/start/")
    leave(page, screened("2020-01-01"))
    someone = reader()
    someone.opens()
    someone.press(someone.on)
    someone.is_at("screening")
    expect(someone.step("screening").locator(".bfr-gate[data-gate=expired]")).to_be_visible()


# --- How long it takes ---


def test_a_healthy_person_needs_few_taps_and_keys_for_screening_cuff_and_pressure(reader):
    someone = reader()
    someone.opens()
    parts = {}
    someone.screens()
    someone.goes_on("equipment")
    parts["screening"] = someone.count
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    parts["equipment"] = someone.count - sum(parts.values())
    someone.knows_the_aop()
    someone.goes_on("one-rm")
    parts["pressure"] = someone.count - sum(parts.values())
    assert sum(parts.values()) == someone.count
    assert someone.count <= FAIR, parts


# --- Back and on ---


def test_what_is_missing_is_said_and_shown(page, reader):
    someone = reader()
    someone.opens()
    someone.press(someone.on)
    someone.is_at("screening")
    expect(someone.field("screening", "age")).to_be_focused()
    someone.screens()
    someone.goes_on("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    # Nobody else's AOP will do, not even an example's.
    someone.press(someone.on)
    someone.is_at("pressure")
    expect(someone.says).to_contain_text("Enter the AOP that was measured on you")
    expect(someone.field("pressure", "aop_mmhg")).to_be_focused()


def test_a_mistake_is_pointed_out_before_the_next_step(page, healthy):
    someone = healthy()
    someone.lifts("many")
    expect(someone.says).to_have_text("An answer cannot be used yet.")
    someone.press(someone.on)
    expect(someone.step("one-rm").locator("[data-part=problems]")).to_be_focused()
    someone.is_at("one-rm")


def test_a_stop_of_a_step_is_not_passed(page, healthy):
    someone = healthy()
    someone.lifts("100")
    someone.choose(someone.field("one-rm", "cuff", "yes"))
    expect(someone.says).to_contain_text("Never estimate a 1RM from a set with the cuff on")
    someone.press(someone.on)
    someone.is_at("one-rm")


def test_the_way_back_loses_nothing(page, healthy):
    someone = healthy()
    someone.lifts("90")
    someone.goes_on("load")
    someone.has_a_bar()
    someone.type(someone.field("load", "percent_1rm"), "25")
    someone.goes_on("session")
    assert page.url.endswith("#step-session")
    page.go_back()
    someone.is_at("load")
    expect(someone.field("load", "percent_1rm")).to_have_value("25")
    page.go_back()
    someone.is_at("one-rm")
    expect(someone.field("one-rm", "load")).to_have_value("90")
    someone.press(someone.flow.get_by_role("button", name="Back", exact=True))
    someone.is_at("pressure")
    expect(someone.field("pressure", "aop_mmhg")).to_have_value("187")
    page.go_back()
    page.go_forward()
    someone.press(someone.mark("session").locator("a"))
    someone.is_at("session")
    title = someone.step("session").locator(".bfr-flow-title")
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    # Another page of the guide, and back again, within the tab.
    someone.press(someone.mark("one-rm").locator("a"))
    page.evaluate("window.name = 'the same document'")
    page.locator(".margin a, .site-foot a").get_by_text("When to stop").last.evaluate(
        "(link) => link.click()"
    )
    expect(page).to_have_url(re.compile("when-to-stop"))
    page.go_back()
    someone.is_at("one-rm")
    assert page.evaluate("window.name") == "the same document"
    expect(someone.field("one-rm", "load")).to_have_value("90")
    expect(someone.field("pressure", "aop_mmhg")).to_have_value("187")
    expect(someone.mark("load")).to_have_attribute("data-state", "done")


def test_values_go_on_by_name_and_a_reader_s_own_answer_stays(page, healthy):
    someone = healthy()
    someone.lifts("60", "10")
    someone.goes_on("load")
    someone.has_a_bar()
    someone.type(someone.field("load", "percent_1rm"), "30")
    expect(someone.field("load", "basis", "band")).to_be_checked()
    expect(someone.field("load", "one_rm_low")).to_have_value("75")
    expect(someone.field("load", "one_rm_high")).to_have_value("80.8")
    question = someone.step("load").locator('[data-question="one_rm_low"]')
    expect(question.locator(".bfr-label")).to_contain_text("from your 1RM")
    someone.type(someone.field("load", "one_rm_low"), "70")
    expect(question.locator(".bfr-label")).not_to_contain_text("from your 1RM")
    # The bar of 20 kg is 20/70 of it: the share is chosen so that it fits.
    someone.goes_on("session")
    expect(someone.field("session", "exercise_1_load")).to_have_value("20")
    someone.press(someone.mark("one-rm").locator("a"))
    someone.type(someone.field("one-rm", "load"), "100")
    expect(someone.headline("one-rm")).to_contain_text("133.3")
    expect(someone.field("load", "one_rm_high")).to_have_value("134.7")
    expect(someone.field("load", "one_rm_low")).to_have_value("70")


def test_pounds_stay_pounds(healthy):
    someone = healthy()
    someone.choose(someone.field("one-rm", "load_unit", "lb"))
    someone.lifts("225")
    someone.goes_on("load")
    expect(someone.field("load", "one_rm_low_unit", "lb")).to_be_checked()
    expect(someone.field("load", "one_rm_low")).to_have_value(re.compile(r"^2\d\d"))


def test_who_knows_the_1rm_goes_past_its_step(healthy):
    someone = healthy()
    someone.press(someone.flow.get_by_role("button", name="I know my 1RM or 10RM"))
    someone.is_at("load")
    # What is known has to be said: nobody else's number stands there.
    expect(someone.step("load").locator("input[name=basis]:checked")).to_have_count(0)
    someone.press(someone.on)
    someone.is_at("load")
    someone.choose(someone.field("load", "basis", "one_rm"))
    expect(someone.field("load", "one_rm")).to_have_value("")
    someone.press(someone.on)
    someone.is_at("load")
    expect(someone.field("load", "one_rm")).to_be_focused()


# --- Health stays here ---


def stored(page: Page) -> dict[str, str]:
    return page.evaluate(
        """() => Object.fromEntries([sessionStorage, localStorage].flatMap((store) =>
            Object.keys(store).map((key) => [key, store.getItem(key)])))"""
    )


def test_nothing_of_health_is_stored_sent_or_part_of_an_address(page, reader, site, base_url):
    sent = []
    page.on(
        "request",
        lambda request: (
            request.url.startswith("http") and sent.append((request.url, request.post_data or ""))
        ),
    )
    someone = reader()
    someone.opens()
    someone.screens(("illness", "diabetes"), systolic="141", diastolic="87")
    expect(someone.headline("screening")).to_have_text("Ask a clinician first")
    someone.releases()
    someone.goes_on("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    someone.knows_the_aop("193")
    someone.goes_on("one-rm")
    someone.choose(someone.field("one-rm", "recovering", "yes"))
    someone.press(someone.flow.locator("[data-part=skip]:visible"))
    someone.is_at("load")
    someone.choose(someone.field("load", "basis", "other_limb"))
    someone.type(someone.field("load", "healthy_one_rm"), "177")
    someone.has_a_bar()
    expect(someone.headline("load")).to_contain_text("Load the bar")
    someone.goes_on("session")
    someone.goes_on("ready")
    someone.press(someone.flow.locator("[data-part=make-link]"))
    link = someone.flow.locator("[data-part=address]").input_value()
    kept = stored(page)
    standing = json.loads(kept.pop("bfr-standing"))
    assert set(standing) == set(screened())
    assert standing["release"]["by"] == "doctor"
    told = json.dumps([kept, page.url.removeprefix(base_url)]) + unquote(
        link.removeprefix(base_url)
    )
    for secret in ("diabetes", "141", "87", "193", "recovering", "healthy_one_rm", "other_limb"):
        assert secret not in told, secret
    assert "?" not in link.split("#")[0]
    # Nothing was asked of the host but the files of the site, and nothing was told to it.
    assert sent
    for url, posted in sent:
        assert not posted
        path = urlsplit(url).path.lstrip("/")
        assert (site / path).exists(), url
        assert not urlsplit(url).query, url


# --- A plan in a link ---


@pytest.fixture
def link(page, healthy):
    """A plan as its reader sends it on: 25 % of a 1RM from 90 kg, three sets."""
    someone = healthy()
    someone.lifts("90")
    someone.goes_on("load")
    someone.has_a_bar()
    someone.type(someone.field("load", "percent_1rm"), "25")
    someone.goes_on("session")
    someone.choose(someone.field("session", "scheme", "3x15"))
    someone.goes_on("ready")
    someone.press(someone.flow.locator("[data-part=make-link]"))
    expect(someone.flow.locator("[data-part=flow-kept]")).to_have_text("Link copied.")
    address = someone.flow.locator("[data-part=address]").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == address
    return address


@pytest.fixture
def elsewhere(browser, base_url):
    """Another phone."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, service_workers="block"
    )
    yield context.new_page()
    context.close()


def test_a_link_is_short_and_fills_the_steps_of_another_phone_after_its_own_screening(
    link, elsewhere
):
    assert len(link) < 400
    assert "187" not in link
    other = Reader(elsewhere, "touch")
    elsewhere.goto(link)
    shared = other.flow.locator("[data-part=shared]")
    expect(shared).to_contain_text(f"made with rules {__version__}")
    expect(shared).to_contain_text("First comes your own screening")
    expect(shared.locator("[data-part=shared-differs]")).to_be_hidden()
    other.is_at("screening")
    for step in PLACED[1:]:
        expect(other.mark(step.name)).to_have_attribute("data-state", "later")
        expect(other.mark(step.name).locator("a")).not_to_have_attribute("href", re.compile("."))
    assert visible_settings(elsewhere) == ""
    other.screens()
    other.goes_on("equipment")
    expect(other.field("equipment", "one_hand", "yes")).to_be_checked()
    other.goes_on("pressure")
    other.knows_the_aop("150")
    other.goes_on("one-rm")
    expect(other.field("one-rm", "load")).to_have_value("90")
    other.goes_on("load")
    expect(other.field("load", "percent_1rm")).to_have_value("25")
    other.goes_on("session")
    expect(other.field("session", "scheme", "3x15")).to_be_checked()
    other.goes_on("ready")
    expect(other.flow.locator("[data-part=summary]")).to_contain_text("25")


def test_a_stop_of_the_reader_s_own_screening_closes_a_plan_from_a_link(link, elsewhere):
    other = Reader(elsewhere, "touch")
    elsewhere.goto(link)
    other.screens(("clots", "clot"))
    expect(other.headline("screening")).to_have_text("Not without a doctor")
    other.press(other.on)
    other.is_at("screening")
    assert visible_settings(elsewhere) == ""


def test_a_link_of_other_rules_says_so(link, elsewhere):
    elsewhere.goto(link.replace(f"r={__version__}", "r=0.0.1"))
    shared = elsewhere.locator("[data-part=shared]")
    expect(shared).to_contain_text(f"made with rules 0.0.1; this page has rules {__version__}")
    expect(shared.locator("[data-part=shared-differs]")).to_be_visible()


def test_what_a_link_leaves_out_has_to_be_typed(reader):
    someone = reader()
    someone.opens("#my-plan?r=0.2.0&x=l")
    someone.screens()
    someone.goes_on("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    someone.knows_the_aop()
    someone.goes_on("one-rm")
    someone.lifts("100")
    someone.goes_on("load")
    someone.press(someone.on)
    someone.is_at("load")
    expect(someone.says).to_contain_text("not part of the link")


@pytest.mark.parametrize(
    "fragment",
    [
        "#my-plan?",
        "#my-plan?r=<b>1</b>&o.load=<img src=x onerror=alert(1)>&zz.zz=1&o.=2&.=3",
        "#my-plan?o.recovering=yes&l.healthy_one_rm=5&screening.age=9&r=%00%FF",
        "#step-nowhere",
        "#step-ready",
    ],
)
def test_no_address_opens_a_step_or_breaks_the_page(reader, fragment):
    someone = reader()
    someone.opens(fragment)
    someone.is_at("screening")
    expect(someone.field("one-rm", "recovering", "no")).to_be_checked()
    expect(someone.field("screening", "age")).to_have_value("")


def pixels(page: Page, png: bytes) -> memoryview:
    """Give a picture's brightness, row by row."""
    width, height, gray = page.evaluate(
        """async (png) => {
            const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
            const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const canvas = new OffscreenCanvas(picture.width, picture.height);
            const context = canvas.getContext("2d");
            context.drawImage(picture, 0, 0);
            const { data } = context.getImageData(0, 0, picture.width, picture.height);
            const gray = data.filter((_, at) => at % 4 === 1);
            let text = "";
            for (const value of gray) text += String.fromCharCode(value);
            return [picture.width, picture.height, btoa(text)];
        }""",
        base64.b64encode(png).decode(),
    )
    return memoryview(base64.b64decode(gray)).cast("B", (height, width))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_camera_reads_the_link_from_the_code(page, link, scheme):
    page.emulate_media(color_scheme=scheme)
    page.locator("[data-part=make-qr]").tap()
    code = page.get_by_role("img", name="QR code")
    expect(code).to_be_visible()
    (found,) = zxingcpp.read_barcodes(pixels(page, code.screenshot()))
    assert found.text == link
    assert code.bounding_box()["width"] >= 280


# --- Taking it along ---


def test_the_summary_is_copied_as_text_and_printed_alone(page, link):
    page.locator("[data-part=copy-summary]").tap()
    expect(page.locator("[data-part=flow-kept]")).to_have_text("Copied.")
    text = page.evaluate("navigator.clipboard.readText()")
    lines = text.splitlines()
    assert lines[0] == f"My session with a cuff – BFR Guide, rules {__version__}"
    assert any(line.startswith("Load: Load the bar to") for line in lines)
    assert any(line.startswith("Session: ") for line in lines)
    assert "open the cuff" in text
    page.evaluate("window.print = () => {}")
    page.locator("[data-part=print-summary]").tap()
    page.emulate_media(media="print")
    expect(page.locator("[data-part=sheet]")).to_be_visible()
    expect(page.locator("[data-part=take]")).to_be_hidden()
    expect(page.locator(".bfr-flow-bar")).to_be_hidden()
    expect(page.get_by_role("heading", name="The same way, to read")).to_be_hidden()


# --- For everyone ---


def test_every_step_is_accessible_and_fits_the_phone(page, reader, axe):
    someone = reader()
    faults = {}

    def look(where):
        # On a tall screen: what the bar happens to lie over is one scroll away, and no fault.
        page.set_viewport_size({"width": 360, "height": 9000})
        if found := axe("bfr-flow"):
            faults[where] = found
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        for button in someone.flow.locator("[data-part=bar] button").all():
            if button.is_visible():
                assert button.bounding_box()["height"] >= 48
        expect(someone.flow.locator("[aria-current=step]")).to_have_count(1)

    someone.opens()
    look("screening")
    someone.screens(("clots", "clot"))
    expect(someone.headline("screening")).to_have_text("Not without a doctor")
    look("stop")
    someone.tap(someone.field("screening", "clots", "none"))
    expect(someone.headline("screening")).to_have_text("No listed reason found")
    someone.goes_on("equipment")
    look("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    look("pressure")
    someone.knows_the_aop()
    for name in ("one-rm", "load", "session", "ready"):
        someone.goes_on(name)
        look(name)
        if name == "one-rm":
            someone.lifts("100")
        elif name == "load":
            someone.has_a_bar()
    someone.press(someone.flow.locator("[data-part=make-link]"))
    someone.press(someone.flow.locator("[data-part=make-qr]"))
    look("taking along")
    assert faults == {}


def test_the_bar_never_covers_what_has_the_keyboard(page, healthy):
    someone = healthy("keyboard")
    bar = someone.flow.locator("[data-part=bar]")
    for _ in range(40):
        someone.key("Tab")
        covered = bar.evaluate(
            """(bar) => {
                const focused = document.activeElement;
                if (bar.contains(focused)) return "";
                const one = focused.getBoundingClientRect(), other = bar.getBoundingClientRect();
                const isCovered = one.top >= other.top && one.bottom <= other.bottom;
                return isCovered ? focused.outerHTML.slice(0, 100) : "";
            }"""
        )
        assert covered == ""


def test_the_page_reads_well_without_javascript(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto("/start/")
    expect(page.locator("bfr-flow")).to_be_hidden()
    for heading in ("1. The reasons not to", "3. Your pressure", "7. Ready"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_text("Without a measured AOP there is no honest number")).to_be_visible()
    context.close()
