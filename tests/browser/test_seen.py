"""What a page looks like while it comes, on a very small screen, in forced colours and on paper."""

import pytest
from playwright.sync_api import expect

KINDS = (
    "/",
    "/start/",
    "/learn/",
    "/learn/muscle-size/",
    "/learn/glossary/",
    "/do/first-session/",
    "/do/player/",
    "/do/when-to-stop/",
    "/calculate/",
    "/calculate/screening/",
    "/calculate/pressure/",
    "/calculate/training-load/",
    "/calculate/session/",
    "/calculate/plan/",
    "/risks/who-should-not/",
    "/questions/safety/",
    "/evidence/advised-ranges/",
    "/evidence/article-checked/",
    "/evidence/sources/",
    "/about/privacy/",
    "/404.html",
)
"""A page of each kind."""

SIZES = ((390, 844), (768, 1024), (1280, 900))

MOST = 0.05
"""Of layout shift, a score without unit: the share of the screen that moves, times how far. Half of what counts as good."""

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
        const where = sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent);
        if (!hadRecentInput) shifts.push({ value, where });
    }
}).observe({ type: "layout-shift", buffered: true });
"""

PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
READABLE = """new Promise((isReadable) => {
    new PerformanceObserver((list) => {
        if (list.getEntries().some(({ url }) => !url)) isReadable();
    }).observe({ type: "largest-contentful-paint", buffered: true });
})"""
"""Text in a font that has not come is drawn only once the browser takes another font instead."""
AWAKE = "() => document.querySelectorAll(':not(:defined)').length === 0"
COME = r"""() => performance.getEntriesByType("resource")
    .filter(({ name, responseEnd }) => /\.(js|mjs|woff2)$/.test(name) && responseEnd > 0)
    .map(({ name }) => name)"""
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


LATE = ("js", "mjs", "woff2")
"""How the names of files end that come late."""


@pytest.fixture
def hold(page):
    """Let what comes late wait, or come. A cache would give it at once: there is none meanwhile."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def hold_it(held):
        if held:
            session.send(
                "Fetch.enable", {"patterns": [{"urlPattern": f"*.{kind}"} for kind in LATE]}
            )
        else:
            session.send("Fetch.disable")

    return hold_it


def shifts_with_late(page, hold, path):
    """Open a page whose scripts and fonts come only after it was painted, and give what moved."""
    hold(held=True)
    page.goto(path, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.evaluate(READABLE)
    assert page.evaluate(COME) == []
    hold(held=False)
    page.wait_for_load_state("load")
    page.wait_for_function(AWAKE)
    page.evaluate("document.fonts.ready")
    page.evaluate(FRAMES)
    return page.evaluate("shifts")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_jumps_when_scripts_and_fonts_come_late(page, hold, width, height, allowed_errors):
    """What a slow net or phone does: the page is painted before any script has run and any font is there."""
    allowed_errors.append("404")
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(WATCH)
    jumping = {}
    for path in KINDS:
        shifts = shifts_with_late(page, hold, path)
        score = sum(each["value"] for each in shifts)
        print(f"{width:>5}  {score:.3f}  {path}")
        if score > MOST:
            jumping[path] = (round(score, 3), [each for each in shifts if each["value"] > 0.01])
    assert not jumping


# --- A very small screen ---

COVERED = """async () => {
    const control = document.activeElement;
    if (!control.closest("bfr-calculator, bfr-flow")) return null;
    const shown = control.closest("label") ?? control;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { left, top, width, height } = shown.getBoundingClientRect();
    const points = [0.2, 0.5, 0.8].flatMap((x) =>
        [0.2, 0.5, 0.8].map((y) => [left + x * width, top + y * height]));
    const isSeen = points.some(([x, y]) => {
        const there = document.elementFromPoint(x, y);
        return there && (shown.contains(there) || there.contains(shown));
    });
    return isSeen ? null : shown.outerHTML.slice(0, 120);
}"""


@pytest.mark.parametrize(("width", "height"), [(320, 256), (390, 844)])
@pytest.mark.parametrize("path", ["/start/", "/calculate/training-load/"])
def test_nothing_that_has_the_keyboard_lies_under_a_bar(page, path, width, height):
    """A page enlarged to 400 % is 320 by 256. Backwards is the hard way: the bar of the answer stands above."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(path)
    page.evaluate("document.fonts.ready")
    form = page.locator("form.bfr-form:visible").first
    covered = []
    for key, first in (("Tab", "first"), ("Shift+Tab", "last")):
        controls = form.locator("input:visible, button:visible, summary:visible")
        getattr(controls, first).focus()
        for _ in range(min(24, controls.count())):
            if found := page.evaluate(COVERED):
                covered.append((key, found))
            page.keyboard.press(key)
    assert not covered


# --- What is chosen ---

LOOK_OF = """(label) => {
    const { backgroundColor, color, fontWeight } = getComputedStyle(label);
    return { backgroundColor, color, fontWeight: Number(fontWeight) };
}"""


def looks(page):
    """How a chosen answer looks, and one that is not."""
    form = page.locator("form.bfr-form:visible").first
    chosen = form.locator(".bfr-segment:has(:checked):visible").first
    other = form.locator(".bfr-segment:not(:has(:checked)):visible").first
    return chosen.evaluate(LOOK_OF), other.evaluate(LOOK_OF)


def lightness(color):
    """The mean of red, green and blue, from "rgb(1, 2, 3)"."""
    parts = color[color.index("(") + 1 :].rstrip(")").split(",")[:3]
    return sum(float(part) for part in parts) / 3


def test_forced_colours_show_what_is_chosen(page):
    page.emulate_media(forced_colors="active")
    page.goto("/calculate/training-load/")
    chosen, other = looks(page)
    assert chosen["backgroundColor"] != other["backgroundColor"]
    assert abs(lightness(chosen["backgroundColor"]) - lightness(chosen["color"])) > 90
    page.goto("/calculate/screening/")
    box = page.locator(".bfr-tick input:visible").first
    assert box.evaluate("(input) => getComputedStyle(input).appearance") == "auto"


def test_on_paper_the_chosen_answers_are_the_darkest(page):
    page.goto("/calculate/training-load/")
    page.emulate_media(media="print")
    chosen, other = looks(page)
    assert lightness(chosen["color"]) + 50 < lightness(other["color"])
    assert chosen["fontWeight"] > other["fontWeight"]
    # A browser prints no ground unless it is asked to.
    assert chosen["backgroundColor"] == "rgba(0, 0, 0, 0)"


# --- Before anyone has typed ---

STOP_RED = "rgb(164, 28, 23)"


@pytest.mark.parametrize("path", ["/calculate/pressure/", "/calculate/screening/", "/start/"])
def test_nothing_is_red_before_anything_is_typed(page, path):
    page.emulate_media(color_scheme="light")
    page.goto(path)
    expect(page.locator("bfr-calculator").first).to_be_visible()
    red = page.locator("bfr-calculator").evaluate_all(
        """(all, red) => all.flatMap((each) => [...each.querySelectorAll("*")])
            .filter((each) => each.checkVisibility())
            .filter((each) => {
                const { color, borderInlineStartColor } = getComputedStyle(each);
                return [color, borderInlineStartColor].includes(red);
            })
            .map((each) => each.outerHTML.slice(0, 100))""",
        STOP_RED,
    )
    assert not red


def test_a_real_stop_is_red(page, open_sheet):
    page.emulate_media(color_scheme="light")
    sheet = open_sheet("one-rm")
    sheet.element.locator('input[name="cuff"][value="yes"]').check(force=True)
    answer = sheet.part("readout").locator('.bfr-answer[data-verdict="stop"]')
    expect(answer).to_be_visible()
    assert answer.evaluate("(answer) => getComputedStyle(answer).color") == STOP_RED


def test_a_blocked_button_says_why_and_leads_to_it(page):
    page.goto("/start/")
    on = page.locator("[data-do=on]")
    on.focus()
    page.keyboard.press("Enter")
    expect(on).to_have_accessible_description("Choose one of these.")
    expect(page.locator('bfr-flow input[name="cuff"]').first).to_be_focused()


# --- Room ---


@pytest.mark.parametrize("path", [path for path in KINDS if path.startswith("/calculate/")])
def test_captions_targets_and_headings_fit_a_phone(page, axe_rules, path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path)
    cut = page.evaluate(
        """() => [...document.querySelectorAll("caption, figcaption")]
            .filter((each) => each.checkVisibility())
            .filter((each) => {
                const range = document.createRange();
                range.selectNodeContents(each);
                return range.getBoundingClientRect().right > 390;
            })
            .map((each) => each.textContent.trim())"""
    )
    assert not cut
    assert not axe_rules("target-size", "heading-order")


def test_the_sets_by_the_clock_fit_a_phone(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/calculate/session/")
    table = page.get_by_role("region", name="Every set by the clock")
    width, room = table.evaluate("(table) => [table.scrollWidth, table.clientWidth]")
    assert width <= room


# --- Sources ---


def test_sources_are_folded_and_a_link_to_one_or_paper_unfolds_them(page):
    page.goto("/learn/strength/")
    fold = page.locator("details.bfr-sources-fold")
    first = fold.locator("li").first
    expect(first).to_be_hidden()
    anchor = first.get_attribute("id")
    page.goto("/learn/muscle-size/")
    page.goto(f"/learn/strength/#{anchor}")
    expect(first).to_be_visible()
    expect(first).to_be_in_viewport()
    page.goto("/learn/muscle-size/")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.bfr-sources-fold li").first).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details.bfr-sources-fold li").first).to_be_hidden()


def test_the_page_of_all_sources_is_not_folded(page):
    page.goto("/evidence/sources/")
    expect(page.locator(".bfr-sources-all > li").first).to_be_visible()
