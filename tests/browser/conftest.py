"""The built site in Chromium, as production serves it. Every test fails on a script error or a request to elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from tab import UNSCREENED, screened

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE_MS = 120_000
"""No test asserts a time: a machine that other work slows down is waited for."""

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items):
    """Mark what drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """No copy from an earlier page comes between a test and the site; test_offline.py lets them."""
    return {**browser_context_args, "service_workers": "block"}


@pytest.fixture
def allowed_errors():
    """Parts of console messages that a test provokes."""
    return []


@pytest.fixture
def context(request, context: BrowserContext, base_url, allowed_errors):
    """A browser that keeps what goes wrong, and stays thrifty: nothing loads before a reader shows interest.

    With the mark `screened`, its reader has been screened today, and no listed reason was found; but before a test
    of a screening itself.
    """
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });"
    )
    params = getattr(request.node, "callspec", None)
    about = params.params.get("calculator") if params else None
    if request.node.get_closest_marker("screened") and getattr(about, "slug", "") not in UNSCREENED:
        stored = json.dumps(json.dumps(screened()))
        context.add_init_script(
            f"if (location.origin.startsWith('http')) sessionStorage['bfr-standing'] ??= {stored};"
        )
    wrong: list[str] = []
    outside: list[str] = []

    def note(text):
        if not any(part in text for part in allowed_errors):
            wrong.append(text)

    context.on("console", lambda message: message.type == "error" and note(message.text))
    context.on("weberror", lambda error: note(str(error.error)))
    context.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((base_url, "data:", "blob:"))
            else outside.append(request.url)
        ),
    )
    yield context
    assert not outside
    assert not wrong


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

    def answers(self) -> dict[str, str | list[str]]:
        """What the form would send."""
        return self.element.evaluate(
            """async (element) => {
                const { readAnswers } = await import("/assets/widgets/shared/answers.js");
                return readAnswers(element.querySelector("form.bfr-form"));
            }"""
        )


@pytest.fixture
def open_sheet(page: Page):
    """Open the page of a calculator."""

    def open_it(slug: str, fragment: str = "") -> Sheet:
        page.goto(f"/calculate/{slug}/{fragment}")
        return Sheet(page, slug)

    return open_it


@pytest.fixture(scope="module")
def browser(launch_browser):
    """A fresh browser for each module: one that has shown hundreds of pages grows slow, and stands still at times."""
    fresh = launch_browser()
    yield fresh
    fresh.close()


LOOK = """async ({ within, runOnly }) => {
    const found = await axe.run(within, { runOnly });
    return found.violations.map(({ id, nodes }) =>
        `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(" | ")}`);
}"""
LEVELS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}


@pytest.fixture
def axe(page: Page):
    """Look for faults of accessibility on the page as it stands, in the light and in the dark.

    In the dark only the colours differ, so only they are looked at again.
    """
    source = AXE.read_text("utf-8")

    def run(within: str = "html") -> list[str]:
        page.evaluate(source)
        faults = []
        for scheme, rules in (("dark", COLOURS), ("light", LEVELS)):
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
    source = AXE.read_text("utf-8")

    def run(*names: str) -> list[str]:
        page.evaluate(source)
        rules = {"type": "rule", "values": list(names)}
        return page.evaluate(LOOK, {"within": "html", "runOnly": rules})

    return run
