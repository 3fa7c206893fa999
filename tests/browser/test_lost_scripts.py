"""A script of the page that is lost, fails or hangs: the page says so, stays readable, and comes to life when it is there."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.pyodide

LOST = "#page-lost"
LONG_MS = 60_000
"""Longer than a page waits for a script that hangs."""


@pytest.fixture
def allowed_errors():
    """Chromium reports what is lost, and what a script misses."""
    return [
        "Failed to load",
        "Failed to fetch",
        "SyntaxError",
        "Unexpected",
        "MIME type",
        "Error: No",
        "export named",
        "token",
    ]


def missing(route):
    route.fulfill(status=404, body="Not found")


def unreachable(route):
    route.abort()


def cut(route):
    route.fulfill(response=route.fetch(), body=route.fetch().text()[:400] + " {")


def throwing(route):
    route.fulfill(response=route.fetch(), body="throw new Error('No');")


def signing_in(route):
    route.fulfill(
        body="<!doctype html><title>Sign in</title>", headers={"Content-Type": "text/html"}
    )


LOSSES = [missing, unreachable, cut, throwing, signing_in]


def hold(context, pattern):
    """Hold requests back; give the list in which they wait."""
    held = []

    def keep(route):
        held.append(route)

    context.route(pattern, keep)
    return held


def name_of(value):
    return getattr(value, "__name__", str(value))


def says_so(page):
    said = page.locator(LOST)
    expect(said).to_be_visible()
    expect(said).to_contain_text("Part of this page did not arrive")
    expect(page.get_by_text("need JavaScript").first).to_be_hidden()


@pytest.mark.parametrize(
    ("script", "loss"),
    [*(("engine", loss) for loss in LOSSES)]
    + [
        (script, loss)
        for script in ("bfr-calculator", "arrival", "fill")
        for loss in (missing, cut)
    ],
    ids=name_of,
)
def test_a_calculator_without_one_of_its_scripts_says_so(page, context, axe, script, loss):
    pattern = f"**/widgets/*/{script}.js"
    context.route(pattern, loss)
    page.goto("/calculate/training-load/")
    says_so(page)
    element = page.locator("bfr-calculator")
    example = element.locator("[data-part=readout]")
    expect(example).to_be_visible()
    element.locator("input[name=one_rm]").fill("150")
    expect(example).not_to_be_visible()
    expect(element.get_by_text("A worked example.")).not_to_be_visible()
    expect(element.locator(".bfr-table-lookup")).to_be_visible()
    if (script, loss) != ("engine", missing):
        return
    assert axe("main") == []
    context.unroute(pattern)
    page.get_by_role("button", name="Load it again").click()
    expect(page.locator(LOST)).to_be_hidden()
    element.locator("input[name=one_rm]").fill("150")
    expect(element).to_have_attribute("answered", "")
    expect(example.locator("[data-text=headline]")).to_contain_text("30 kg")


@pytest.mark.parametrize(
    ("path", "script"),
    [
        ("/start/", "**/widgets/flow/bfr-flow.js"),
        ("/start/", "**/widgets/flow/share.js"),
        ("/do/player/", "**/widgets/player/bfr-player.js"),
        ("/do/player/", "**/widgets/player/player-clock.js"),
        ("/learn/strength/", "**/javascripts/bundle.*.js"),
        ("/learn/strength/", "**/widgets/offline/offline.js"),
        ("/", "**/widgets/search/bfr-search.js"),
    ],
)
def test_every_page_says_so(page, context, path, script):
    context.route(script, missing)
    page.goto(path)
    says_so(page)
    context.unroute(script)
    page.get_by_role("button", name="Load it again").click()
    expect(page.locator(LOST)).to_be_hidden()


def test_on_a_very_small_screen_it_leaves_room_for_what_has_the_keyboard(page, context):
    context.route("**/bfr-calculator.js", missing)
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto("/calculate/training-load/")
    says_so(page)
    top = page.locator(LOST).bounding_box()["y"]
    assert top > 256 / 2
    field = page.locator("input[name=one_rm]")
    page.evaluate("(field) => scrollTo(0, field.offsetTop)", field.element_handle())
    field.focus()
    page.keyboard.press("Tab")
    focused = page.locator(":focus").bounding_box()
    assert focused["y"] >= 0
    assert focused["y"] + focused["height"] <= top


@pytest.mark.parametrize("script", ["engine", "bfr-calculator"])
def test_a_script_that_hangs_is_said_to_and_waited_for(page, context, script):
    pattern = f"**/widgets/*/{script}.js"
    held = hold(context, pattern)
    page.goto("/calculate/training-load/", wait_until="commit")
    page.locator("input[name=one_rm]").fill("150")
    expect(page.locator("bfr-calculator [data-part=readout]")).not_to_be_visible()
    says_so(page)
    context.unroute(pattern)  # lets go what is held
    assert held
    expect(page.locator(LOST)).to_be_hidden()
    expect(page.locator("bfr-calculator")).to_have_attribute("answered", "")
    assert page.locator("input[name=one_rm]").input_value() == "150"


@pytest.mark.parametrize("loss", [missing, cut], ids=name_of)
def test_a_page_that_a_link_puts_in_the_place_of_another_says_so_too(page, context, loss):
    page.goto("/learn/")
    expect(page.locator(LOST)).to_be_hidden()
    context.route("**/widgets/flow/bfr-flow.js", loss)
    page.locator("a[href$='start/']:visible").first.click()
    page.wait_for_url("**/start/")
    says_so(page)


def test_a_page_whose_scripts_all_came_says_nothing(page):
    page.clock.install()
    page.goto("/calculate/training-load/")
    page.wait_for_load_state("load")
    page.clock.run_for(LONG_MS)
    expect(page.locator(LOST)).to_be_hidden()
    page.locator("a[href$='rest/']:visible").first.click()
    page.wait_for_url("**/rest/")
    page.clock.run_for(LONG_MS)
    expect(page.locator(LOST)).to_be_hidden()


def test_a_browser_that_knows_no_modules_says_so(page, context):
    """As a browser from before modules reads the page: it runs no script of that type, and defines no element."""

    def old(route):
        response = route.fetch()
        text = response.text().replace('type="module"', 'type="not-known"')
        route.fulfill(response=response, body=text)

    context.route("**/calculate/training-load/", old)
    page.goto("/calculate/training-load/")
    says_so(page)
    expect(page.locator(LOST)).to_contain_text("up to date")


def test_a_page_opened_as_a_file_says_what_it_needs(site, browser):
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "calculate" / "training-load" / "index.html").as_uri())
    said = page.locator(LOST)
    expect(said.get_by_text("opened from a folder")).to_be_visible()
    expect(said.get_by_text("did not arrive")).to_be_hidden()
    expect(said.get_by_role("button")).to_be_hidden()
    expect(page.locator(".bfr-table-lookup")).to_be_visible()
    context.close()
