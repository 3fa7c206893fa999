"""When something fails: the page says so in a sentence, offers a way on, and stays readable."""

import pytest
from playwright.sync_api import expect

from bfr_rules import catalog
from calculators.views import render
from calculators.views.form import Form

pytestmark = [pytest.mark.screened, pytest.mark.pyodide]

CALCULATORS = pytest.mark.parametrize("calculator", catalog.CALCULATORS, ids=lambda each: each.slug)
WASM = "**/pyodide.asm.wasm"


@pytest.fixture
def allowed_errors():
    """Chromium reports each failed request, and what Pyodide prints when it cannot start."""
    return [
        "Failed to load resource",
        "Failed to fetch",
        "wasm",
        "WebAssembly",
        "Worker",
        "sign-in",
    ]


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
    page.locator("details.bfr-sources-fold > summary").click()
    for cite in calculator.cites:
        expect(page.locator(f"#source-{cite.key}")).to_be_visible()
    context.close()


def python_of(page):
    """The worker that runs Python; the site's search has one of its own."""
    (worker,) = (each for each in page.workers if each.url.endswith("/widgets/python/worker.js"))
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


PAGE = "<!doctype html><title>Sign in</title><p>Welcome to our Wi-Fi"
HTML = {"Content-Type": "text/html; charset=utf-8"}


def unreachable(route):
    route.abort()


def missing(route):
    route.fulfill(status=404, body="Not found")


def failing(route):
    route.fulfill(status=503, body="Try later")


def signing_in(route):
    route.fulfill(body=PAGE, headers=HTML)


def sent_elsewhere(route):
    route.fulfill(status=302, headers={"Location": "https://sign-in.example/"})


def cut(route):
    body = route.fetch().body()
    route.fulfill(body=body[: len(body) // 2])


def longer(route):
    route.fulfill(body=route.fetch().body() + b"more")


def changed(route):
    body = bytearray(route.fetch().body())
    body[len(body) // 2] ^= 1
    route.fulfill(body=bytes(body), headers={"Content-Type": "text/javascript"})


def of_another_file(route):
    route.fulfill(body="{}", headers={"Content-Type": "text/plain"})


LOSSES = {
    unreachable: ("net", "the net failed"),
    missing: ("missing", "Load this page again"),
    failing: ("server", "the server has a fault"),
    signing_in: ("portal", "sign in there"),
    sent_elsewhere: ("portal", "sign in there"),
    cut: ("damaged", "arrived damaged"),
    longer: ("damaged", "arrived damaged"),
    changed: ("damaged", "arrived damaged"),
    of_another_file: ("damaged", "arrived damaged"),
}
FILES = ["pyodide.asm.js", "pyodide.asm.wasm", "library.zip"]


def says_why(sheet, kind, words):
    """Expect a sentence with the cause, a table that stays, and no example's number beside what was typed."""
    expect(sheet.element).to_have_attribute("state", "error")
    said = sheet.element.locator("[data-failure]:visible")
    expect(said).to_have_count(1)
    expect(said).to_have_attribute("data-failure", kind)
    expect(said).to_contain_text(words)
    expect(said).to_contain_text("table below still works")
    expect(sheet.element.locator(".bfr-table-lookup")).to_be_visible()
    expect(sheet.readout).not_to_be_visible()


def answers_again(sheet):
    """Expect that a second try answers what was typed before the first."""
    sheet.part("retry").click()
    sheet.answered()
    expect(sheet.element.locator(".bfr-failure")).to_be_hidden()
    expect(sheet.readout).to_be_visible()
    assert sheet.first.input_value() == "84"
    assert sheet.headline == render.outcome("training-load", sheet.answers())["headline"]


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.__name__)
def test_a_file_that_does_not_arrive_is_said_with_its_cause_and_tried_again(
    context, open_sheet, axe, loss
):
    context.route(WASM, loss)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    says_why(sheet, *LOSSES[loss])
    if loss is changed:
        assert axe("bfr-calculator") == []
        context.unroute(WASM)
        answers_again(sheet)


@pytest.mark.parametrize("file", FILES)
def test_every_file_of_the_runtime_is_watched_and_checked(context, open_sheet, file):
    context.route(f"**/runtime/*/{file}", changed)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    says_why(sheet, *LOSSES[changed])


@pytest.mark.parametrize("loss", [unreachable, signing_in])
@pytest.mark.parametrize("script", ["worker.js"])
def test_a_worker_that_does_not_arrive_is_said_with_its_cause(context, open_sheet, loss, script):
    pattern = f"**/widgets/*/{script}"
    context.route(pattern, loss)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    says_why(sheet, *LOSSES[loss])
    context.unroute(pattern)
    answers_again(sheet)


def test_a_bad_copy_in_the_browsers_cache_is_fetched_again_unasked(context, open_sheet):
    """A portal or a proxy has left its page where the browser keeps our files."""
    asked = []

    def poisoned(route):
        asked.append(route.request.url)
        route.fallback() if len(asked) > 1 else cut(route)

    context.route(WASM, poisoned)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    sheet.answered()
    assert len(asked) == 2


@pytest.mark.parametrize("type_", ["text/plain"])
def test_the_type_of_what_is_not_a_script_does_not_matter(context, open_sheet, type_):
    def retyped(route):
        response = route.fetch()
        headers = {**response.headers, "content-type": type_}
        route.fulfill(body=response.body(), headers=headers)

    for file in ("*.wasm", "*.zip"):
        context.route(f"**/runtime/*/{file}", retyped)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    sheet.answered()


NO_MEMORY = """WebAssembly.instantiate = async () => {
    throw new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory");
};"""
TOO_OLD = """WebAssembly.compileStreaming = async () => {
    throw new WebAssembly.CompileError("invalid opcode");
};
WebAssembly.Module = function () {
    throw new WebAssembly.CompileError("invalid opcode");
};"""
IN_WORKER = {
    "no WebAssembly": ("delete self.WebAssembly;", "webassembly", "Lockdown Mode"),
    "no memory": (NO_MEMORY, "memory", "too little free memory"),
    "too old": (TOO_OLD, "start", "does not run in this browser"),
    "throws": ("throw new Error('No');", "start", "does not run in this browser"),
    "does not read": ("const = 1;", "worker", "your usual browser"),
}


@pytest.mark.parametrize("fault", IN_WORKER)
def test_python_that_cannot_run_is_said_with_its_cause(context, open_sheet, fault):
    code, kind, words = IN_WORKER[fault]

    def faulty(route):
        response = route.fetch()
        route.fulfill(body=code + response.text(), headers=response.headers)

    context.route("**/widgets/python/worker.js", faulty)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    says_why(sheet, kind, words)
    context.unroute("**/widgets/python/worker.js")
    answers_again(sheet)


def test_a_browser_that_never_ends_an_early_compilation_compiles_again(context, open_sheet):
    """As Firefox did while a page that was left had begun one too: only what was waited for went on."""

    def hanging(route):
        response = route.fetch()
        hangs = "WebAssembly.compileStreaming = WebAssembly.compile = () => new Promise(() => {});"
        route.fulfill(body=hangs + response.text(), headers=response.headers)

    context.route("**/widgets/python/worker.js", hanging)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    sheet.answered()


REFUSED = """window.Worker = function () {
    throw new DOMException("Worker blocked", "SecurityError");
};"""
BLOCKED = """window.Worker = class extends EventTarget {
    postMessage() { setTimeout(() => this.dispatchEvent(new Event("error"))); }
    terminate() {}
};"""
IN_PAGE = {
    "no WebAssembly": ("delete window.WebAssembly", "webassembly", "Lockdown Mode"),
    "no worker": ("delete window.Worker", "worker", "usual browser"),
    "a worker that is refused": (REFUSED, "worker", "usual browser"),
    "a worker that is blocked": (BLOCKED, "worker", "usual browser"),
}


@pytest.mark.parametrize("fault", IN_PAGE)
def test_a_browser_that_does_not_start_python_is_told_so(page, open_sheet, fault):
    code, kind, words = IN_PAGE[fault]
    page.add_init_script(code)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    says_why(sheet, kind, words)
    sheet.part("retry").click()
    says_why(sheet, kind, words)
    assert sheet.first.input_value() == "84"


@pytest.mark.parametrize("pattern", [WASM, "**/widgets/python/worker.js", "**/pyodide.asm.js"])
def test_a_net_that_hangs_is_said_to_and_waited_for(context, open_sheet, pattern):
    held = hold(context, pattern)
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    says_why(sheet, "hang", "the net is slow, or has stopped")
    assert held
    context.unroute(pattern)  # lets go what is held
    sheet.answered()
    assert sheet.headline == render.outcome("training-load", sheet.answers())["headline"]


def test_who_does_not_wait_for_a_net_that_hangs_may_try_again(context, open_sheet):
    held = []
    context.route(WASM, lambda route: route.fallback() if held else held.append(route))
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    says_why(sheet, "hang", "the net is slow, or has stopped")
    answers_again(sheet)


def test_what_is_typed_before_python_is_ready_is_kept_and_answered(page, context, open_sheet):
    held = hold(context, WASM)
    sheet = open_sheet("training-load")
    expect(sheet.readout).to_be_visible()
    with context.expect_event("request", lambda request: "asm.wasm" in request.url):
        sheet.first.press_sequentially("9")
        sheet.first.fill("150")
    expect(sheet.element).to_have_attribute("state", "loading")
    expect(sheet.element.get_by_text("What you typed is kept")).to_be_visible()
    expect(sheet.element).to_have_attribute("stale", "")
    expect(sheet.part("amount")).to_contain_text("MB")
    expect(sheet.readout).not_to_be_visible()  # the example's number would pass for the answer
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
    expect(readout.locator("[data-text=headline]")).to_contain_text("30 kg")


def test_a_bug_of_ours_is_said_to_be_ours(open_sheet):
    sheet = open_sheet("rest")
    sheet.element.evaluate("(element) => element.setAttribute('slug', 'no-such')")
    sheet = type(sheet)(sheet.page, "no-such")
    sheet.first.fill("45")
    expect(sheet.element).to_have_attribute("state", "error")
    expect(sheet.element.get_by_text("That is our mistake, not yours.")).to_be_visible()
    sheet.element.get_by_text("What went wrong").click()
    expect(sheet.part("failure-detail")).to_contain_text("KeyError")


CUT = """{
  const { encode } = TextEncoder.prototype;
  TextEncoder.prototype.encode = function (text) {
    if (text?.includes("calculator")) throw new WebAssembly.RuntimeError("unreachable");
    return encode.call(this, text);
  };
}"""
"""Lets a worker meet something that was cut, whenever it is asked."""


def test_what_was_cut_is_answered_by_the_whole_runtime(page, context, open_sheet):
    """The reader sees the answer, and nothing of how it was found."""

    def cutting(route):
        response = route.fetch()
        route.fulfill(body=CUT + response.text(), headers=response.headers)

    context.route("**/python/worker.js", cutting)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    sheet.answered()
    assert sheet.headline == render.outcome("training-load", sheet.answers())["headline"]
    assert sum("/full/pyodide.asm.wasm" in each for each in asked) == 1
    sheet.first.fill("90")
    sheet.answered()
    assert sum("/full/pyodide.asm.wasm" in each for each in asked) == 1


def test_who_meets_what_was_cut_without_a_net_is_told_and_may_go_on(context, open_sheet):
    sheet = open_sheet("training-load")
    sheet.first.fill("84")
    sheet.answered()
    context.route("**/full.json", unreachable)
    sheet.element.evaluate("(element) => element.setAttribute('slug', 'no-such')")
    wrong = type(sheet)(sheet.page, "no-such")
    wrong.first.fill("85")
    expect(wrong.element).to_have_attribute("state", "error")
    said = wrong.element.locator("[data-failure]:visible")
    expect(said).to_have_attribute("data-failure", "net")
    expect(said).to_contain_text("a part of the calculator that this device has not kept")
    expect(said).to_contain_text("Connect, or change your answers, then try again.")
    wrong.element.evaluate("(element) => element.setAttribute('slug', 'training-load')")
    sheet.first.fill("84")
    answers_again(sheet)


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
