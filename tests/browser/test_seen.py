"""What a page looks like while it comes, on a very small screen, in forced colours and on paper."""

import pytest

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
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def shifts_with_late(page, path, files):
    """Open a page whose files of some kind come only after it was painted, and give what moved."""
    late, is_painted = [], False
    page.route(files, lambda route: route.continue_() if is_painted else late.append(route))
    page.goto(path, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.wait_for_timeout(300)  # longer than a browser waits for a font before it shows another
    is_painted = True
    for route in late:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.evaluate(FRAMES)
    page.unroute(files)
    return page.evaluate("shifts")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_jumps_when_scripts_come_late(page, width, height, allowed_errors):
    """What a slow net or phone does: the page is painted before any script has run."""
    allowed_errors.append("404")
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(WATCH)
    jumping = {}
    for path in KINDS:
        shifts = shifts_with_late(page, path, "**/*.{js,mjs}")
        score = sum(each["value"] for each in shifts)
        print(f"{width:>5}  {score:.3f}  {path}")
        if score > MOST:
            jumping[path] = (round(score, 3), [each for each in shifts if each["value"] > 0.01])
    assert not jumping


@pytest.mark.parametrize("path", ["/do/first-session/", "/evidence/sources/"])
def test_nothing_jumps_when_fonts_come_late(browser, base_url, path):
    """On a first visit, with nothing in any cache."""
    context = browser.new_context(base_url=base_url, service_workers="block")
    page = context.new_page()
    page.add_init_script(WATCH)
    shifts = shifts_with_late(page, path, "**/*.woff2")
    context.close()
    assert sum(each["value"] for each in shifts) <= MOST, shifts
