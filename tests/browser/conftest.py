"""The built site in Chromium, as production serves it. Every test fails on a script error or a request to elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE_MS = 30_000

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
def context(context: BrowserContext, base_url, allowed_errors):
    """A browser that keeps what goes wrong, and stays thrifty: nothing loads before a reader shows interest."""
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });"
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
                const { readAnswers } = await import("/assets/widgets/answers.js");
                return readAnswers(element.querySelector("form"));
            }"""
        )


@pytest.fixture
def open_sheet(page: Page):
    """Open the page of a calculator."""

    def open_it(slug: str, fragment: str = "") -> Sheet:
        page.goto(f"/calculate/{slug}/{fragment}")
        return Sheet(page, slug)

    return open_it


@pytest.fixture
def axe(page: Page):
    """Look for faults of accessibility on the page as it stands, by every rule or by those named."""
    source = AXE.read_text("utf-8")

    def run(*rules: str) -> list[str]:
        page.evaluate(source)
        found = page.evaluate(
            """(rules) => axe.run(document, {
                runOnly: rules.length
                    ? { type: "rule", values: rules }
                    : ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
            })""",
            list(rules),
        )
        return [
            f"{fault['id']}: {json.dumps([node['html'][:200] for node in fault['nodes'][:3]])}"
            for fault in found["violations"]
        ]

    return run
