"""The built site in Chromium, as production serves it. Every test fails on a script error or a request to elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from beside import COOKIE
from playwright.sync_api import BrowserContext, Locator, Page, expect
from tab import UNSCREENED, screened

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE_MS = 120_000
"""No test asserts a time: a machine that other work slows down is waited for."""

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items):
    """Mark what drives a browser, and measure no coverage meanwhile: that is a tenth of the work, and shows nothing new."""
    for item in items:
        if item.nodeid.startswith("tests/browser/"):
            item.add_marker(pytest.mark.browser)
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """No copy from an earlier page comes between a test and the site; test_offline.py lets them."""
    return {**browser_context_args, "service_workers": "block"}


@pytest.fixture
def allowed_errors():
    """Parts of console messages that a test provokes."""
    return []


THRIFTY = "Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });"


@pytest.fixture
def standing(request):
    """What the tab knows of its reader: with the mark `screened`, that no listed reason was found today.

    But nothing before a test of a screening itself.
    """
    params = getattr(request.node, "callspec", None)
    about = params.params.get("calculator") if params else None
    is_screened = request.node.get_closest_marker("screened")
    return screened() if is_screened and getattr(about, "slug", "") not in UNSCREENED else None


@pytest.fixture(scope="module")
def tab(browser, base_url):
    """One tab of a reader that stays open through a module, which starts once what a module waits for."""
    context = browser.new_context(base_url=base_url, service_workers="block")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(THRIFTY)
    context.add_cookies([COOKIE])
    yield context.new_page()
    context.close()


SOMEBODY_ELSE = """async (standing) => {
    const { standing: known } = await import("/assets/widgets/gate/standing.js");
    known.leave();
    sessionStorage.clear();
    localStorage.clear();
    if (standing) sessionStorage.setItem("bfr-standing", JSON.stringify(standing));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
}"""
"""Forget the reader of the test before by the site's own way, and be the one of this test."""

FOLLOW = """(to) => {
    const link = Object.assign(document.createElement("a"), { href: to, textContent: "on" });
    document.querySelector(".bfr-prose").append(link);
    link.click();
}"""
ELSEWHERE = "/calculate/"


@pytest.fixture
def warm(request):
    """Whether a test is content with the tab that stays open: it leaves nothing of its own behind in the page."""
    marks = {mark.name for mark in request.node.iter_markers()}
    return "warm" in marks and not marks & {"cold", "pyodide"}


class Listener:
    """Notes what goes wrong in a browser, and what it asks of others."""

    def __init__(self, home: str, allowed: list[str]) -> None:
        self.home = home
        self.allowed = allowed
        self.wrong: list[str] = []
        self.outside: list[str] = []
        self.hears = {"console": self.said, "weberror": self.thrown, "request": self.asked}

    def said(self, message) -> None:
        if message.type == "error":
            self.note(message.text)

    def thrown(self, error) -> None:
        self.note(str(error.error))

    def note(self, text: str) -> None:
        if not any(part in text for part in self.allowed):
            self.wrong.append(text)

    def asked(self, request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.outside.append(request.url)


@pytest.fixture
def context(request, warm, base_url, allowed_errors, standing):
    """A browser that keeps what goes wrong, and stays thrifty: nothing loads before a reader shows interest."""
    context = request.getfixturevalue("tab").context if warm else own_context(request, standing)
    listener = Listener(base_url, allowed_errors)
    for event, hear in listener.hears.items():
        context.on(event, hear)
    yield context
    for event, hear in listener.hears.items():
        context.remove_listener(event, hear)
    assert not listener.outside
    assert not listener.wrong


def own_context(request, standing) -> BrowserContext:
    """Give a browser that no other test sees."""
    return furnished(request.getfixturevalue("new_context")(), request, standing)


def furnished(context: BrowserContext, request, standing) -> BrowserContext:
    """Let a browser ask what its test is about, and know of its reader what a tab does."""
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(THRIFTY)
    if not request.node.get_closest_marker("pyodide"):
        context.add_cookies([COOKIE])
    if standing:
        stored = json.dumps(json.dumps(standing))
        context.add_init_script(
            f"if (location.origin.startsWith('http')) sessionStorage['bfr-standing'] ??= {stored};"
        )
    return context


@pytest.fixture
def page(request, warm, context, standing):
    """A page of its own; for a warm test the tab that stays open, as somebody else finds it."""
    if not warm:
        return context.new_page()
    page = request.getfixturevalue("tab")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(media="null", color_scheme="light")
    if page.url == "about:blank":
        page.goto(ELSEWHERE)
        page.wait_for_function(MAY_FOLLOW)
    else:
        follow(page, ELSEWHERE)
    page.evaluate(SOMEBODY_ELSE, standing)
    return page


MAY_FOLLOW = """() => performance.getEntriesByType("resource").some(
    ({ name, responseEnd }) => name.endsWith("/sitemap.xml") && responseEnd > 0)"""
"""Material follows links itself from the moment at which it knows the site's pages."""

IDLE = "new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))"
"""Whatever has begun in the page has been done."""


def in_hand(page: Page) -> None:
    """Wait until Material has taken the links of a page in hand."""
    page.wait_for_function(MAY_FOLLOW)
    page.evaluate(IDLE)


def follow(page: Page, address: str) -> None:
    """Follow a link within the site, which loads no page anew."""
    page.evaluate("document.querySelector('.bfr-prose').dataset.left = ''")
    page.evaluate(FOLLOW, address)
    expect(page.locator(".bfr-prose[data-left]")).to_have_count(0)


class Sheet:
    """A calculator on a page, as a reader meets it."""

    def __init__(self, page: Page, slug: str) -> None:
        self.page = page
        self.slug = slug
        self.element = page.locator(f'bfr-calculator[slug="{slug}"]')

    @property
    def first(self) -> Locator:
        """The first number that is asked for."""
        return self.element.locator("input[type=text][inputmode]:visible").first

    def part(self, name: str) -> Locator:
        return self.element.locator(f'[data-part="{name}"]')

    @property
    def readout(self) -> Locator:
        return self.part("readout")

    @property
    def headline(self) -> str:
        return self.readout.locator("[data-text=headline]").inner_text()

    def question(self, name: str) -> Locator:
        return self.element.locator(f'[data-question="{name}"]')

    def field(self, name: str) -> Locator:
        return self.element.locator(f'input[name="{name}"]')

    def is_ready(self) -> None:
        """Wait until nothing is under way."""
        expect(self.element).to_have_attribute("state", "ready")

    def answered(self) -> None:
        """Wait for an answer to what stands in the form."""
        expect(self.element).to_have_attribute("answered", "")
        self.is_ready()
        expect(self.element).not_to_have_attribute("varying", "")

    def answers(self) -> dict[str, str | list[str]]:
        """What the form would send."""
        return self.element.evaluate(
            """async (element) => {
                const { readAnswers } = await import("/assets/widgets/shared/answers.js");
                return readAnswers(element.querySelector("form.bfr-form"));
            }"""
        )


@pytest.fixture
def open_sheet(page: Page, warm):
    """Open the page of a calculator."""

    def open_it(slug: str, fragment: str = "") -> Sheet:
        there = f"/calculate/{slug}/"
        is_new = warm and urlsplit(page.url).path not in {there, "blank"}
        (follow if is_new else Page.goto)(page, f"{there}{fragment}")
        return Sheet(page, slug)

    return open_it


@pytest.fixture(scope="module")
def browser(launch_browser):
    """A fresh browser for each module: one that has shown hundreds of pages grows slow, and stands still at times."""
    fresh = launch_browser()
    yield fresh
    fresh.close()


LOOK = """async ({ within, runOnly }) => {
    const found = await axe.run(within, { runOnly, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) =>
        `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(" | ")}`);
}"""
LEVELS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
SCHEMES = ("light", "dark")


def bring_axe(page: Page) -> None:
    """Put axe into a page that has none yet."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text("utf-8"))


@pytest.fixture
def axe(page: Page):
    """Look for faults of accessibility on the page as it stands, in the light and in the dark.

    From one to the other only the colours differ, so only they are looked at again. The scheme in which the page stands
    comes first, and the other stays.
    """

    def run(within: str = "html") -> list[str]:
        bring_axe(page)
        faults = []
        first = page.evaluate("document.body.dataset.mdColorScheme")
        schemes = sorted(SCHEMES, key=lambda each: each != first)
        for scheme, rules in zip(schemes, (LEVELS, COLOURS), strict=True):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function(
                "(name) => document.body.dataset.mdColorScheme === name", arg=scheme
            )
            page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
            found = page.evaluate(LOOK, {"within": within, "runOnly": rules})
            faults += [f"{scheme}: {fault}" for fault in found]
        return faults

    return run


@pytest.fixture
def axe_rules(page: Page):
    """Look for faults against some rules of axe alone, at the size that the page has."""

    def run(*names: str) -> list[str]:
        bring_axe(page)
        rules = {"type": "rule", "values": list(names)}
        return page.evaluate(LOOK, {"within": "html", "runOnly": rules})

    return run
