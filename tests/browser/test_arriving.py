"""Every widget works by whatever door a reader comes to it: a link, the way back, a reload, a tab that was thrown away.

Where the site knows its own address, Material changes pages without a reload; where it does not, the browser loads each.
"""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from beside import Beside
from playwright.sync_api import Page, expect
from tab import screened
from visitor import Visitor

from bfr_rules.catalog import CALCULATORS
from calculators.build.site import build_whole, prepare
from calculators.dev.preview import running
from calculators.views import render
from tests.browser.conftest import IDLE, furnished, in_hand

ELSEWHERE = "/about/accessibility/"
"""A page without any widget."""

FOLLOW = """(path) => {
    const links = [...document.querySelectorAll("a[href]")];
    const link = links.find(({ pathname, hash }) => pathname === path && !hash);
    link.click();
}"""


SEARCH_IS_CLOSED = "new Promise((done) => setTimeout(done, 125))"
"""Material closes the search 125 ms after a page has changed; of two timers the one that was set first rings first."""

UNSCREENED = {None, "screening", "check", "start"}
"""Widgets, and tests of none, that meet somebody who was not screened yet."""


# --- Two sites ---


@pytest.fixture(scope="module", params=["named", "unnamed"])
def address(request, site, tmp_path_factory):
    """The address of a site that was built for it, with `SITE_URL`; and of one that was built for none."""
    if request.param == "unnamed":
        with running(site, kind=Beside) as server:
            yield server.url.rstrip("/")
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("named")
    prepare()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "SITE_URL", f"http://127.0.0.1:{port}/")
        assert build_whole(folder) == 0
    with running(folder, port, Beside) as server:
        assert f"<loc>{server.url}</loc>" in (folder / "sitemap.xml").read_text("utf-8")
        yield server.url.rstrip("/")


@pytest.fixture
def is_named(request):
    return request.node.callspec.params["address"] == "named"


@pytest.fixture
def context(request, browser, address, is_named, site):
    """A browser that keeps what goes wrong, on one site or the other.

    The list of pages says where they are: on a host of another name that is a place which is not here.
    """
    context = browser.new_context(base_url=address, service_workers="block")
    is_screened = request.node.callspec.params.get("widget") not in UNSCREENED
    furnished(context, request, screened() if is_screened else None)
    wrong: list[str] = []
    context.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    if not is_named:
        listed = (site / "sitemap.xml").read_text("utf-8")
        context.route("**/sitemap.xml", lambda route: route.fulfill(body=listed))
    yield context
    context.close()
    assert wrong == []


# --- Doors ---


@dataclass
class Reader:
    """Somebody who comes and goes.

    Attributes:
        page: The tab that is looked at; another after `restores`.
        is_named: Whether the site knows its address.
    """

    page: Page
    is_named: bool

    def opens(self, path: str) -> None:
        self.page.goto(path)
        self.settles()

    def settles(self) -> None:
        if self.is_named:
            in_hand(self.page)
            self.page.evaluate(SEARCH_IS_CLOSED)
        else:
            self.page.evaluate(IDLE)

    def follows(self, path: str) -> None:
        """Follow a link of the page."""
        self.page.evaluate("document.stillHere = true")
        self.page.evaluate(FOLLOW, path)
        self.page.wait_for_url(re.compile(re.escape(path)))
        self.arrives(path)
        assert bool(self.page.evaluate("document.stillHere")) == self.is_named

    def arrives(self, path: str) -> None:
        """Wait until the page of this address shows, not only the address."""
        self.page.wait_for_function(
            """(path) => {
                const link = document.querySelector("link[rel=canonical]");
                return !link || new URL(link.href).pathname === path;
            }""",
            arg=path,
        )
        self.settles()

    def goes_back(self, path: str) -> None:
        self.page.go_back()
        self.arrives(path)

    def goes_forward(self, path: str) -> None:
        self.page.go_forward()
        self.arrives(path)

    def reloads(self) -> None:
        self.page.reload()
        self.settles()

    def restores(self) -> None:
        """Have the tab back that a phone threw away: its address and its storage are all that is left."""
        kept = self.page.evaluate("JSON.stringify({ ...sessionStorage })")
        address = self.page.url
        context = self.page.context
        self.page.close()
        self.page = context.new_page()
        self.page.add_init_script(
            f"""if (!sessionStorage.getItem("back")) {{
                sessionStorage.setItem("back", "1");
                for (const [key, text] of Object.entries({kept})) sessionStorage.setItem(key, text);
            }}"""
        )
        self.page.goto(address)
        self.settles()

    def leaves_and_comes_back(self, path: str) -> None:
        """Load another page in full, as from an address that is typed, and go back."""
        self.page.goto(ELSEWHERE)
        self.goes_back(path)

    def is_put_aside(self) -> None:
        """Be put aside whole and taken up again. This Chromium cannot do it, so it is told as those that can do."""
        self.page.evaluate(
            """() => {
                dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
                dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
            }"""
        )


def direct(reader: Reader, path: str) -> None:
    reader.opens(path)


def by_a_link(reader: Reader, path: str) -> None:
    reader.opens(ELSEWHERE)
    near(reader, path)
    reader.follows(path)


def back(reader: Reader, path: str) -> None:
    by_a_link(reader, path)
    reader.follows(LEADING.get(path, "/calculate/"))
    reader.goes_back(path)


def forward(reader: Reader, path: str) -> None:
    by_a_link(reader, path)
    before = LEADING.get(path, "/calculate/")
    reader.goes_back(before)
    reader.goes_forward(path)


def reload(reader: Reader, path: str) -> None:
    by_a_link(reader, path)
    reader.reloads()


def restored(reader: Reader, path: str) -> None:
    by_a_link(reader, path)
    reader.restores()


def loaded_again(reader: Reader, path: str) -> None:
    by_a_link(reader, path)
    reader.leaves_and_comes_back(path)


def put_aside(reader: Reader, path: str) -> None:
    by_a_link(reader, path)
    reader.is_put_aside()


def near(reader: Reader, path: str) -> None:
    """Go to a page that has a link to this one."""
    before = LEADING.get(path, "/calculate/")
    if before != ELSEWHERE:
        reader.follows(before)


LEADING = {
    "/start/": "/do/",
    "/do/player/": "/do/",
    "/learn/how-it-works/": "/learn/",
}
"""For a page, one that has a link to it."""

DOORS = [direct, by_a_link, back, forward, reload, restored, loaded_again, put_aside]
LOADED = [by_a_link, reload]
OF_EACH_KIND = ["training-load", "pressure", "start", "timer", "search", "figure"]
"""The other widgets are calculators, and made of the same parts."""


# --- Widgets ---


def calculates(slug: str) -> Callable[[Page], None]:
    """A calculator answers what is typed."""

    def works(page: Page) -> None:
        element = page.locator(f'bfr-calculator[slug="{slug}"]')
        (calculator,) = (each for each in CALCULATORS if each.slug == slug)
        name, text = TYPED[slug]
        element.locator(f'input[name="{name}"]').first.fill(text)
        expect(element).to_have_attribute("answered", "")
        expect(element).to_have_attribute("state", "ready")
        answers = element.evaluate(
            """async (element) => {
                const { readAnswers } = await import("/assets/widgets/shared/answers.js");
                return readAnswers(element.querySelector("form.bfr-form"));
            }"""
        )
        assert answers[name] == text
        found = render.outcome(calculator.slug, answers)
        expect(element.locator("[data-part=readout] [data-text=headline]")).to_have_text(
            found["headline"]
        )

    return works


TYPED = {
    "screening": ("age", "43"),
    "check": ("systolic", "118"),
    "equipment": ("cuff_width_cm", "11"),
    "pressure": ("aop_mmhg", "187"),
    "pressure-explorer": ("cuff_mmhg", "140"),
    "one-rm": ("load", "87.5"),
    "training-load": ("one_rm", "137.5"),
    "session": ("rest_s", "45"),
    "rest": ("rest_s", "45"),
    "aerobic": ("age", "43"),
    "plan": ("weeks", "5"),
    "light": ("clean_repetitions", "30"),
    "next-time": ("load", "22.5"),
}
"""What a reader types into each calculator."""


def start_leads(page: Page) -> None:
    """The steps say what is missing, and lead to it."""
    flow = page.locator("bfr-flow")
    expect(flow).to_have_attribute("step", "have")
    flow.locator("[data-do=on]").click()
    expect(flow.locator('[data-part-of=equipment] input[name="cuff"]').first).to_be_focused()


def timer_plays(page: Page) -> None:
    """The timer opens with the session that is chosen, starts, and closes again."""
    page.locator('bfr-player [name="scheme"][value="3x15"]').check()
    page.get_by_role("button", name="Open the timer").click()
    screen = page.locator("dialog.bfr-player")
    expect(screen).to_have_attribute("data-state", "setup")
    expect(screen.locator("[data-part=next]")).to_contain_text("3 sets")
    screen.get_by_role("button", name="Close the timer").click()
    expect(screen).to_be_hidden()


def search_finds(page: Page) -> None:
    """The search box lists pages."""
    box = page.locator("bfr-search [data-part=field]")
    box.click()
    box.press_sequentially("thrombosis")
    expect(page.locator("bfr-search [data-part=hits] a").first).to_be_visible()


def figure_unfolds(page: Page) -> None:
    """A figure is drawn, and its numbers unfold."""
    figure = page.locator("figure:has(svg):has(details)").first
    expect(figure.locator("svg:visible").first).to_be_visible()
    figure.locator("summary").first.click()
    expect(figure.locator("details").first).to_have_attribute("open", "")
    expect(figure.locator("details table").first).to_be_visible()


WIDGETS: dict[str, tuple[str, Callable[[Page], None]]] = {
    **{each.slug: (f"/calculate/{each.slug}/", calculates(each.slug)) for each in CALCULATORS},
    "start": ("/start/", start_leads),
    "timer": ("/do/player/", timer_plays),
    "search": ("/do/player/", search_finds),
    "figure": ("/learn/how-it-works/", figure_unfolds),
}


@pytest.mark.parametrize("widget", OF_EACH_KIND)
def test_every_widget_works_by_every_door(context, is_named, widget):
    """Each door in a tab of its own; where every page is loaded anew, some doors are the same one."""
    path, works = WIDGETS[widget]
    for door in DOORS if is_named else LOADED:
        reader = Reader(context.new_page(), is_named)
        door(reader, path)
        works(reader.page)
        reader.page.close()


@pytest.mark.pyodide
@pytest.mark.parametrize("address", ["named"], indirect=True)
def test_every_calculator_works_on_a_walk_through_all_and_back(context, is_named):
    """In one tab, as a reader who looks around: by a link to each, and by Back to each."""
    leave = json.dumps(json.dumps(screened()))
    context.add_init_script(
        f"if (location.origin.startsWith('http')) sessionStorage['bfr-standing'] ??= {leave};"
    )
    reader = Reader(context.new_page(), is_named)
    reader.opens("/calculate/")
    walk = [each.slug for each in CALCULATORS if each.slug not in UNSCREENED]
    for slug in walk:
        path, works = WIDGETS[slug]
        reader.follows(path)
        works(reader.page)
        reader.follows("/calculate/")
    for slug in reversed(walk):
        path, works = WIDGETS[slug]
        reader.goes_back(path)
        works(reader.page)
        reader.goes_back("/calculate/")


def takes_along(page: Page) -> None:
    """The card of Start writes a link, and a code of it; a page that was loaded anew asks for the pressure first."""
    flow = page.locator("bfr-flow")
    expect(flow).to_have_attribute("step", re.compile("pressure|card"))
    if flow.get_attribute("step") == "pressure":
        is_measured(page)
    expect(flow.locator("[data-flow=card]")).to_be_visible()
    said = flow.locator("[data-flow=kept]").text_content()
    flow.locator("[data-do=link]").click()
    expect(flow.locator("[data-flow=address]")).to_have_value(re.compile("my-plan.*load=120"))
    # The link was copied, or the page shows it to be copied by hand.
    page.wait_for_function(
        """(said) => document.querySelector("[data-flow=by-hand]").open
            || document.querySelector("[data-flow=kept]").textContent !== said""",
        arg=said,
    )
    page.keyboard.press("Escape")
    flow.locator("[data-do=qr]").click()
    expect(page.get_by_role("img", name="QR code")).to_be_visible()


def is_measured(page: Page) -> None:
    pressure = page.locator("bfr-flow [data-part-of=pressure]")
    pressure.locator('input[name="aop_mmhg"]').fill("187")
    pressure.locator('input[name="position"][value="sitting"]').check(force=True)
    page.locator("bfr-flow [data-do=on]").click()


def reaches_the_end(page: Page) -> None:
    """Go through Start as somebody healthy who lifts 120 kg."""
    someone = Visitor(page, "mouse")
    someone.opens()
    someone.has("measured")
    someone.screens()
    someone.trains()
    someone.lifts("120", "5")
    someone.was_measured()
    someone.has_a_card()


def test_taking_along_works_by_every_door(page, is_named):
    reader = Reader(page, is_named)
    reaches_the_end(page)
    takes_along(page)
    reader.settles()
    reader.follows("/do/")
    reader.follows("/start/")
    takes_along(page)
    reader.follows("/do/")
    reader.goes_back("/start/")
    takes_along(page)
    reader.goes_back("/do/")
    reader.goes_forward("/start/")
    takes_along(page)
    reader.reloads()
    takes_along(page)
    reader.leaves_and_comes_back("/start/")
    takes_along(page)
    reader.is_put_aside()
    takes_along(page)
    reader.restores()
    takes_along(reader.page)


# --- Nothing inline ---


class Scripts(HTMLParser):
    """Collects data in scripts that Material makes anew when a page comes by a link: nothing but their text is left."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self._within = False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self._within |= given.get("data-md-component") == "container"
        is_data = given.get("type") not in {None, "", "module", "text/javascript"}
        if tag == "script" and self._within and is_data and given.get("id") != "__config":
            self.found.append(given)


def test_no_page_keeps_data_in_a_script(site: Path):
    for page in site.rglob("*.html"):
        reader = Scripts()
        reader.feed(page.read_text("utf-8"))
        assert reader.found == [], page
