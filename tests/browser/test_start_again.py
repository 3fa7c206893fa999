"""Start after the page has gone: the step, and all that is not about health, are still there."""

import json

import pytest
from playwright.sync_api import expect

from bfr_rules import __version__
from tests.browser.test_flow import Reader

pytestmark = pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True
)


@pytest.fixture
def chosen(page):
    """Somebody who has come to the step for the session: 90 kg, 25 %."""
    someone = Reader(page, "touch")
    someone.opens()
    someone.screens()
    someone.goes_on("equipment")
    someone.has_a_measured_cuff()
    someone.goes_on("pressure")
    someone.knows_the_aop()
    someone.goes_on("one-rm")
    someone.lifts("90")
    someone.goes_on("load")
    someone.has_a_bar()
    someone.type(someone.field("load", "percent_1rm"), "25")
    someone.goes_on("session")
    return someone


def is_as_it_was(someone):
    someone.is_at("session")
    expect(someone.field("one-rm", "load")).to_have_value("90")
    expect(someone.field("load", "percent_1rm")).to_have_value("25")
    expect(someone.field("equipment", "one_hand", "yes")).to_be_checked()
    expect(someone.field("session", "exercise_1_load")).not_to_have_value("")
    expect(someone.mark("load")).to_have_attribute("data-state", "done")


def says_what_is_gone(someone):
    expect(someone.flow.locator("[data-part=resumed]")).to_contain_text("not kept")
    gone = someone.flow.locator("[data-part=pressure-gone]")
    expect(gone).to_be_visible()
    expect(someone.field("pressure", "aop_mmhg")).to_have_value("")
    expect(someone.field("screening", "age")).to_have_value("")


def test_a_reload(page, chosen):
    page.reload()
    is_as_it_was(chosen)
    says_what_is_gone(chosen)
    # The empty form of the pressure lets nobody through.
    chosen.press(chosen.flow.locator("[data-part=pressure-gone] a"))
    chosen.is_at("pressure")
    chosen.press(chosen.on)
    chosen.is_at("pressure")
    expect(chosen.says).to_contain_text("Still to answer")
    chosen.knows_the_aop("150")
    chosen.goes_on("one-rm")
    expect(chosen.flow.locator("[data-part=pressure-gone]")).to_be_hidden()
    expect(chosen.flow.locator("[data-part=resumed]")).to_be_hidden()


def test_a_lost_tab(page, chosen):
    kept = page.evaluate("JSON.stringify({ ...sessionStorage })")
    assert "187" not in kept
    other = page.context.new_page()
    other.add_init_script(
        f"for (const [key, text] of Object.entries({kept})) sessionStorage.setItem(key, text)"
    )
    other.goto(page.url)
    again = Reader(other, "touch")
    is_as_it_was(again)
    says_what_is_gone(again)


def test_a_link_to_another_page_and_one_back(page, chosen):
    page.goto("/do/when-to-stop/")
    page.goto("/start/")
    is_as_it_was(chosen)
    assert page.url.endswith("#step-session")
    chosen.press(chosen.flow.get_by_role("button", name="Begin again"))
    chosen.is_at("screening")
    expect(chosen.field("one-rm", "load")).to_have_value("")
    page.reload()
    chosen.is_at("screening")
    expect(chosen.flow.locator("[data-part=resumed]")).to_be_hidden()


def test_the_way_back_after_a_reload(page, chosen):
    page.reload()
    is_as_it_was(chosen)
    page.go_back()
    chosen.is_at("load")
    page.go_forward()
    chosen.is_at("session")
    for _ in range(5):
        page.go_back()
    chosen.is_at("screening")


def test_a_step_about_an_injury_has_to_be_gone_through_again(page, chosen):
    chosen.press(chosen.mark("one-rm").locator("a"))
    chosen.choose(chosen.field("one-rm", "recovering", "yes"))
    assert "recovering" not in page.evaluate("sessionStorage.getItem('bfr-start')")
    page.reload()
    chosen.is_at("one-rm")
    expect(chosen.field("one-rm", "recovering", "no")).to_be_checked()
    expect(chosen.mark("load").locator("a")).to_have_attribute("aria-disabled", "true")


@pytest.mark.parametrize("kept", ["nonsense", "5", json.dumps({"form": 1, "steps": {"load": 7}})])
def test_storage_of_another_hand_begins_anew(page, kept):
    page.add_init_script(f"sessionStorage.setItem('bfr-start', {json.dumps(kept)})")
    someone = Reader(page, "touch")
    someone.opens()
    someone.is_at("screening")


PLAN = "#my-plan?o.load=90&o.load_unit=kg&l.percent_1rm=25&f=2&r=" + __version__


@pytest.mark.parametrize(
    "fragment",
    [
        PLAN,
        PLAN.replace("&", "&amp;"),
        PLAN.replace("?", "%3F").replace("=", "%3D").replace("&", "%26"),
        PLAN + ")",
        # As it was written before each number had its unit.
        f"#my-plan?r={__version__}&amp;o.load=90&amp;l.percent_1rm=25",
    ],
)
def test_a_plan_is_read_as_it_was_meant_and_outlives_a_reload(page, fragment):
    someone = Reader(page, "touch")
    someone.opens(fragment)
    for _ in range(2):
        expect(someone.flow.locator("[data-part=shared]")).to_be_visible()
        expect(someone.flow.locator("[data-part=plan-unread]")).to_be_hidden()
        expect(someone.field("one-rm", "load")).to_have_value("90")
        expect(someone.field("load", "percent_1rm")).to_have_value("25")
        page.reload()


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        (PLAN.replace("load_unit=kg", "load_unit=st"), "1RM: “st” is no unit of"),
        (PLAN.replace("o.load_unit=kg&", ""), "the unit is missing"),
        (PLAN + "&l.equipment=crane", "Load: “crane” is no answer to"),
        (PLAN + "&l.healthy_one_rm=5&l.healthy_one_rm_unit=kg", "“healthy_one_rm” is no question"),
        (PLAN + "&l.basis=other_limb", "“other_limb” is no answer to"),
        (PLAN + "&o.recovering=yes", "“recovering” is no question"),
        (PLAN + "&weight=5", "“weight” is no question"),
        (PLAN + "&x=q", "“q” is no question"),
        ("#my-plan?", "A part of it is missing"),
        ("#my-plan?o.load=90&o.load_unit=kg", "A part of it is missing"),
    ],
)
def test_what_a_plan_says_and_nobody_asks_is_told_and_nothing_is_taken(page, fragment, said):
    someone = Reader(page, "touch")
    someone.opens(fragment)
    unread = someone.flow.locator("[data-part=plan-unread]")
    expect(unread).to_be_focused()
    expect(unread).to_contain_text("Part of this link could not be read")
    expect(unread).to_contain_text(said)
    expect(someone.flow.locator("[data-part=shared]")).to_be_hidden()
    expect(someone.field("one-rm", "load")).to_have_value("")


def test_a_second_plan_takes_the_place_of_the_first(page):
    someone = Reader(page, "touch")
    someone.opens(PLAN)
    expect(someone.field("one-rm", "load")).to_have_value("90")
    page.evaluate("(hash) => { location.hash = hash; }", PLAN.replace("=90", "=80"))
    expect(someone.field("one-rm", "load")).to_have_value("80")
    someone.is_at("screening")
