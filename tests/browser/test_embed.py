"""A calculator in a page of another origin, and a lesson sheet."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_hosts import hosted

pytestmark = pytest.mark.pyodide

FOREIGN = """<!doctype html><meta charset="utf-8"><title>A class</title>
<bfr-embed calculator="{slug}" {more}></bfr-embed><script defer src="{base}/embed.js"></script>"""


@pytest.fixture
def shown(browser, base_url, tmp_path):
    """Shows a calculator in a page of another origin; nothing may go wrong there."""
    wrong = []
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))

    def show(slug, more=""):
        text = FOREIGN.format(slug=slug, more=more, base=base_url)
        (tmp_path / "index.html").write_text(text, "utf-8")
        page.goto(url)
        return page.frame_locator("iframe")

    with hosted(tmp_path) as (url, _):
        yield show
        context.close()
    assert [each for each in wrong if "favicon" not in each and "404" not in each] == []


def test_what_a_teacher_locks_stays_locked_and_set(shown):
    frame = shown(
        "training-load", 'answers="percent_1rm=25" locked="percent_1rm equipment nothing"'
    )
    share = frame.locator("input[name=percent_1rm]")
    expect(frame.locator("[data-part=locked-unknown]")).to_contain_text("nothing")
    expect(share).to_have_js_property("readOnly", True)
    expect(frame.locator("input[name=equipment]:not(:checked)").first).to_be_disabled()
    frame.locator("input[name=one_rm]").fill("150")
    # 25 % of 150 kg is 37.5 kg: on a bar of 20 kg, 8.75 kg on each side.
    expect(frame.locator("[data-part=readout]")).to_contain_text("37.5 kg")
    frame.get_by_role("button", name="Start again").click()
    expect(share).to_have_value("25")
    expect(share).to_have_js_property("readOnly", True)


def test_a_frame_gives_no_pressure_to_somebody_who_was_not_screened(shown):
    frame = shown("pressure")
    expect(frame.locator(".bfr-gate")).to_contain_text("A few questions first")
    expect(frame.locator("[data-part=readout]")).to_be_hidden()
    frame.get_by_role("link", name="Go to the whole screening").click()
    expect(frame.locator("bfr-calculator")).to_have_attribute("slug", "screening")
    frame.get_by_role("button", name="Back to the calculator").click()
    expect(frame.locator("bfr-calculator")).to_have_attribute("slug", "pressure")


def test_a_lesson_sheet_asks_for_a_guess_first(page, base_url):
    page.goto(f"{base_url}/lesson/training-load/")
    task = page.locator(".bfr-lesson-task").first
    answer, asks = task.locator("details.bfr-lesson-answer"), task.locator("[data-part=first-says]")
    answer.locator("> summary").click()
    expect(answer).not_to_have_attribute("open", "")
    expect(asks).to_be_visible()
    task.get_by_label("Your guess").fill("20 kg")
    answer.locator("> summary").click()
    expect(answer).to_have_attribute("open", "")
    expect(answer).to_contain_text("30 kg")
