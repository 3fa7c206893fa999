"""Somebody who goes through Start with one finger or the keyboard alone, and whose every tap and key is counted."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from bfr_rules.screening.declaration import TICKS

HEALTHY = {"systolic": "120", "diastolic": "78", "age": "30", "height_cm": "175", "body_mass": "70"}
DOUBLE_TAP_MS = 350
MOST_TABS = 60


class Visitor:
    """Goes through Start.

    Attributes:
        taps: Taps, or presses of a button and of Space by keyboard.
        keys: Keys pressed to type.
        tabs: Presses of Tab and of arrows.
    """

    def __init__(self, page: Page, by: str = "mouse") -> None:
        self.page = page
        self.by = by
        self.taps = self.keys = self.tabs = 0
        self.flow = page.locator("bfr-flow")

    # --- Hands ---

    def tap(self, target: Locator) -> None:
        if self.by == "touch":
            target.tap()
        else:
            target.click()
        self.taps += 1

    def tab_to(self, target: Locator) -> int:
        """Press Tab until the keyboard is there; tell how often."""
        for count in range(MOST_TABS):
            if target.evaluate("(each) => each === document.activeElement"):
                return count
            self.page.keyboard.press("Tab")
            self.tabs += 1
        raise AssertionError(f"the keyboard never reaches {target}")

    def press(self, target: Locator) -> None:
        if self.by != "keyboard":
            return self.tap(target)
        self.tab_to(target)
        self.page.keyboard.press("Enter")
        self.taps += 1
        return None

    def choose(self, target: Locator) -> None:
        """Choose or tick; by keyboard it does not go on by itself."""
        if self.by != "keyboard":
            return self.tap(target.locator("xpath=ancestor::label"))
        if target.get_attribute("type") == "checkbox":
            self.tab_to(target)
            self.page.keyboard.press("Space")
            self.taps += 1
            return None
        group = target.locator("xpath=ancestor::form").locator(
            f'input[name="{target.get_attribute("name")}"]:enabled:visible'
        )
        chosen = group.and_(self.page.locator(":checked"))
        self.tab_to(chosen if chosen.count() else group.first)
        self.page.keyboard.press("Space")
        while not target.is_checked():
            self.page.keyboard.press("ArrowDown")
            self.tabs += 1
        return None

    def type(self, target: Locator, text: str) -> None:
        if self.by == "keyboard":
            self.tab_to(target)
        else:
            if self.by == "touch":
                # Two taps at one place are a double tap, which selects instead of placing a caret.
                self.page.wait_for_timeout(DOUBLE_TAP_MS)
            self.tap(target)
        if target.input_value():
            self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)
        self.keys += len(text)

    # --- Places ---

    def part(self, slug: str) -> Locator:
        return self.flow.locator(f'[data-part-of="{slug}"]')

    def field(self, slug: str, name: str, value: str = "") -> Locator:
        which = f'[value="{value}"]' if value else ""
        return self.part(slug).locator(f'form.bfr-form input[name="{name}"]{which}').first

    def flows(self, name: str) -> Locator:
        return self.flow.locator(f'[data-flow="{name}"]')

    def does(self, name: str) -> Locator:
        return self.flow.locator(f'button[data-do="{name}"]')

    def option(self, name: str, value: str) -> Locator:
        return self.flow.locator(f'input[name="{name}"][value="{value}"]')

    @property
    def on(self) -> Locator:
        return self.does("on")

    @property
    def says(self) -> Locator:
        return self.flows("says")

    @property
    def card(self) -> Locator:
        return self.flows("card")

    def figure(self, name: str) -> Locator:
        return self.card.locator(f'[data-figure="{name}"] dd')

    def is_at(self, name: str) -> None:
        expect(self.flow).to_have_attribute("step", name)

    # --- Screens ---

    def opens(self, fragment: str = "") -> None:
        self.page.goto(f"/start/{fragment}")
        expect(self.flows("bar")).to_be_visible()

    def goes_on(self) -> None:
        self.press(self.on)

    def answers(self, target: Locator) -> None:
        """Choose what goes on by itself; by keyboard Enter does."""
        self.choose(target)
        if self.by == "keyboard":
            self.page.keyboard.press("Enter")
            self.taps += 1

    def has(self, cuff: str, *, one_hand: str = "yes") -> None:
        self.is_at("have")
        self.answers(self.field("equipment", "cuff", cuff))
        if cuff == "measured":
            self.is_at("open")
            self.answers(self.field("equipment", "one_hand", one_hand))

    def is_somebody(self, **numbers: str) -> None:
        self.is_at("about")
        for name, number in {**HEALTHY, **numbers}.items():
            self.type(self.field("screening", name), number)
        self.goes_on()

    def has_nothing(self, *ticks: tuple[str, str]) -> None:
        """Answer the nine lists: these ticks, and “none of these” in every other."""
        for name in TICKS:
            self.is_at(name.replace("_", "-"))
            given = [value for which, value in ticks if which == name]
            for value in given:
                self.choose(self.field("screening", name, value))
            if given:
                self.goes_on()
            else:
                self.answers(self.field("screening", name, "none"))

    def screens(self, *ticks: tuple[str, str], **numbers: str) -> None:
        self.is_somebody(**numbers)
        self.has_nothing(*ticks)

    def trains(self, exercise: str = "leg-extension") -> None:
        self.is_at("exercise")
        self.answers(self.option("exercise", exercise))

    def knows(self, way: str) -> None:
        """Say what is known of one's strength, where it is not a set to the limit."""
        self.is_at("strength")
        self.press(self.flows("ways").locator("summary"))
        self.choose(self.option("way", way))

    def lifts(self, load: str = "60", repetitions: str = "8") -> None:
        self.is_at("strength")
        self.type(self.field("one-rm", "load"), load)
        self.type(self.field("one-rm", "repetitions"), repetitions)
        self.goes_on()

    def was_measured(self, aop: str = "187", position: str = "sitting") -> None:
        self.is_at("pressure")
        self.type(self.field("pressure", "aop_mmhg"), aop)
        self.choose(self.field("pressure", "position", position))
        self.goes_on()

    def has_a_card(self) -> None:
        self.is_at("card")
        expect(self.card).to_be_visible()

    # --- Whole ways ---

    def reaches_a_session(self, *, is_screened: bool = False) -> None:
        """Somebody healthy, with a cuff whose pressure was measured; `is_screened` where the tab knows of a screening."""
        self.opens()
        self.has("measured")
        if not is_screened:
            self.screens()
        self.trains()
        self.lifts()
        self.was_measured()
        self.has_a_card()

    def reaches_light_weights(self, cuff: str = "wrap") -> None:
        """Somebody healthy, without a cuff that has a gauge."""
        self.opens()
        self.has(cuff)
        self.goes_light()

    def goes_light(self) -> None:
        """From the honest answer to a session with light weights."""
        self.is_at("no-cuff")
        self.goes_on()
        for screen, name in (("hardest", "hardest"), ("now", "today")):
            self.is_at(screen)
            self.answers(self.field("check", name, "none"))
        self.is_at("blood-pressure")
        for name in ("systolic", "diastolic"):
            self.type(self.field("check", name), HEALTHY[name])
        self.goes_on()
        self.trains()
        self.is_at("count")
        self.choose(self.field("light", "tool", "weight"))
        self.type(self.field("light", "clean_repetitions"), "25")
        self.goes_on()
        self.has_a_card()
