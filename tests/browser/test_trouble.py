"""When something fails: the page says so in a sentence, offers a way on, and stays readable."""

import pytest
from playwright.sync_api import expect

from bfr_rules import catalog
from calculators import render
from calculators.form import Form

CALCULATORS = pytest.mark.parametrize("calculator", catalog.CALCULATORS, ids=lambda each: each.slug)
WASM = "**/pyodide.asm.wasm"


@pytest.fixture
def allowed_errors():
    """Chromium reports each failed request, and what Pyodide prints when it cannot start."""
    return ["Failed to load resource", "Failed to fetch", "wasm", "WebAssembly", "bfr-rules"]


def hold(context, pattern):
    """Hold requests back; give the list in which they wait."""
    held = []

    def keep(route):
        held.append(route)

    context.route(pattern, keep)
    return held


@CALCULATORS
def test_without_javascript_the_page_is_complete(browser, base_url, calculator):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}/calculate/{calculator.slug}/")
    element = page.locator("bfr-calculator")
    outcome = render.outcome(calculator.slug, Form(calculator, "x").answers)
    expect(element.get_by_text("Your own numbers need JavaScript")).to_be_visible()
    expect(element.locator("[data-part=readout] [data-text=headline]")).to_have_text(
        outcome["headline"]
    )
    for step in outcome["steps"]:
        expect(
            element.locator(".bfr-steps").get_by_text(step["says"], exact=True).first
        ).to_be_visible()
    for name, field in Form(calculator, "x").fields.items():
        if field.applies and field.kind in {"number", "mass"}:
            assert element.locator(f'input[name="{name}"]').input_value() == field.value
    expect(element.locator(".bfr-table-lookup")).to_be_visible()
    expect(element.locator("[data-part=actions]")).to_be_hidden()
    for cite in calculator.cites:
        expect(page.locator(f"#source-{cite.key}")).to_be_visible()
    context.close()


def python_of(page):
    """The worker that runs Python; the site's search has one of its own."""
    (worker,) = (each for each in page.workers if each.url.endswith("/widgets/worker.js"))
    return worker


@pytest.mark.parametrize("death", ["self.close()", "setTimeout(() => { for (;;); })"])
def test_a_worker_that_dies_or_hangs_is_replaced(page, open_sheet, death):
    sheet = open_sheet("training-load")
    sheet.first.fill("100")
    sheet.answered()
    with page.expect_worker():
        python_of(page).evaluate(death)
        sheet.first.fill("200")
    sheet.answered()
    assert sheet.headline == render.outcome("training-load", sheet.answers())["headline"]


@pytest.mark.parametrize(
    "broken",
    [
        lambda route: route.abort(),
        lambda route: route.fulfill(status=404, body="Not found"),
        lambda route: route.fulfill(body="no wasm", headers={"Content-Type": "application/wasm"}),
    ],
    ids=["unreachable", "missing", "damaged"],
)
def test_python_that_cannot_be_loaded_is_said_and_tried_again(
    page, context, open_sheet, axe, broken
):
    context.route(WASM, broken)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    expect(sheet.element).to_have_attribute("state", "error")
    failure = sheet.element.locator(".bfr-failure")
    expect(failure).to_be_visible()
    expect(failure.locator("[data-failure]:visible")).to_contain_text("table below still work")
    expect(sheet.element.locator(".bfr-table-lookup")).to_be_visible()
    assert axe() == []
    context.unroute(WASM)
    sheet.part("retry").click()
    sheet.answered()
    expect(failure).to_be_hidden()
    assert sheet.first.input_value() == "84"
    assert sheet.headline == render.outcome("training-load", sheet.answers())["headline"]


def test_a_damaged_package_is_refused(context, open_sheet):
    context.route("**/*.whl", lambda route: route.fulfill(body=b"PK\x05\x06" + bytes(18)))
    sheet = open_sheet("rest")
    sheet.first.focus()
    expect(sheet.element).to_have_attribute("state", "error")


def test_what_is_typed_before_python_is_ready_is_kept_and_answered(page, context, open_sheet):
    held = hold(context, WASM)
    sheet = open_sheet("training-load")
    built = sheet.headline
    with context.expect_event("request", lambda request: "asm.wasm" in request.url):
        sheet.first.press_sequentially("9")
        sheet.first.fill("150")
    expect(sheet.element).to_have_attribute("state", "loading")
    expect(sheet.element.get_by_text("until then you see the example")).to_be_visible()
    expect(sheet.element).to_have_attribute("stale", "")
    expect(sheet.part("amount")).to_contain_text("MB")
    assert sheet.headline == built
    held[0].continue_()
    sheet.answered()
    expect(sheet.element).not_to_have_attribute("stale", "")
    assert sheet.answers()["one_rm"] == "150"
    assert sheet.headline == render.outcome("training-load", sheet.answers())["headline"]


def test_what_is_typed_before_the_page_comes_to_life_is_answered_too(page, context, open_sheet):
    held = hold(context, "**/bfr-calculator.js")
    with context.expect_event("request", lambda request: "bfr-calculator.js" in request.url):
        page.goto("/calculate/training-load/", wait_until="commit")
    page.locator("input[name=one_rm]").fill("150")
    held[0].continue_()
    expect(page.locator("bfr-calculator")).to_have_attribute("answered", "")
    readout = page.locator("bfr-calculator [data-part=readout]")
    expect(readout.locator("[data-text=headline]")).to_contain_text("45 kg")


def test_a_bug_of_ours_is_said_to_be_ours(open_sheet):
    sheet = open_sheet("rest")
    sheet.element.evaluate("(element) => element.setAttribute('slug', 'no-such')")
    sheet = type(sheet)(sheet.page, "no-such")
    sheet.first.fill("45")
    expect(sheet.element).to_have_attribute("state", "error")
    expect(sheet.element.get_by_text("That is our mistake, not yours.")).to_be_visible()
    sheet.element.get_by_text("What went wrong").click()
    expect(sheet.part("failure-detail")).to_contain_text("KeyError")


def test_only_the_newest_answer_is_shown(page, open_sheet):
    sheet = open_sheet("training-load")
    sheet.first.fill("100")
    sheet.answered()
    page.evaluate(
        """() => {
            const headline = document.querySelector("[data-part=readout]");
            window.shown = [];
            new MutationObserver(() => window.shown.push(headline.querySelector("[data-text=headline]").textContent))
                .observe(headline, { childList: true });
            const input = document.querySelector("input[name=one_rm]");
            for (let kilos = 100; kilos <= 200; kilos++) {
                input.value = String(kilos);
                input.dispatchEvent(new Event("input", { bubbles: true }));
            }
        }"""
    )
    sheet.answered()
    shown = page.evaluate("window.shown")
    assert len(shown) < 5
    assert shown[-1] == render.outcome("training-load", sheet.answers())["headline"]


def test_an_answer_that_no_longer_fits_is_marked_as_old(open_sheet):
    sheet = open_sheet("training-load")
    sheet.first.fill("100")
    sheet.answered()
    sheet.first.fill("")
    expect(sheet.element).to_have_attribute("stale", "")
    expect(sheet.element.get_by_text("from before your last change")).to_be_visible()
    sheet.first.fill("100")
    expect(sheet.element).not_to_have_attribute("stale", "")
