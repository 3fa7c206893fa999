"""Start after the page has gone: the screen, and all that is not about health, are still there."""

import json

import pytest
from playwright.sync_api import expect
from visitor import Visitor

from bfr_rules import __version__

pytestmark = pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True
)


@pytest.fixture
def chosen(page):
    """Somebody who has come to the card: 60 kg for 8."""
    someone = Visitor(page)
    someone.reaches_a_session()
    return someone


def is_as_it_was(someone):
    """All but the pressure, without which there is no card."""
    someone.is_at("pressure")
    expect(someone.field("one-rm", "load")).to_have_value("60")
    expect(someone.field("equipment", "one_hand", "yes")).to_be_checked()
    expect(someone.option("exercise", "leg-extension")).to_be_checked()
    for slug, name in (("pressure", "aop_mmhg"), ("screening", "age")):
        expect(someone.field(slug, name)).to_have_value("")


def test_a_lost_tab(page, chosen):
    kept = page.evaluate("JSON.stringify({ ...sessionStorage })")
    assert "187" not in kept
    other = page.context.new_page()
    other.add_init_script(
        f"for (const [key, text] of Object.entries({kept})) sessionStorage.setItem(key, text)"
    )
    other.goto(page.url)
    again = Visitor(other)
    is_as_it_was(again)
    expect(again.flows("pressure-gone")).to_be_visible()
    # The empty form of the pressure lets nobody through.
    again.goes_on()
    again.is_at("pressure")
    expect(again.says).to_contain_text("Still to answer")
    again.was_measured("150")
    again.has_a_card()
    expect(again.figure("pressure")).to_have_text("75 mmHg")


def test_a_link_to_another_page_one_back_and_somebody_else(page, chosen):
    page.goto("/do/when-to-stop/")
    page.goto("/start/")
    is_as_it_was(chosen)
    page.go_back()
    page.go_forward()
    is_as_it_was(chosen)
    chosen.tap(chosen.does("leave"))
    chosen.is_at("have")
    expect(chosen.field("one-rm", "load")).to_have_value("")
    page.reload()
    chosen.is_at("have")


@pytest.mark.parametrize("kept", ["nonsense", "5", json.dumps({"form": 2, "parts": {"light": 7}})])
def test_storage_of_another_hand_begins_anew(page, kept):
    page.add_init_script(f"sessionStorage.setItem('bfr-start', {json.dumps(kept)})")
    someone = Visitor(page)
    someone.opens()
    someone.is_at("have")


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
    someone = Visitor(page)
    someone.opens(fragment)
    for _ in range(2):
        expect(someone.flows("shared")).to_be_visible()
        expect(someone.flows("unread")).to_be_hidden()
        expect(someone.field("one-rm", "load")).to_have_value("90")
        expect(someone.field("training-load", "percent_1rm")).to_have_value("25")
        page.reload()


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        (PLAN.replace("load_unit=kg", "load_unit=st"), "Strength: “st” is no unit of"),
        (PLAN.replace("o.load_unit=kg&", ""), "the unit is missing"),
        (PLAN + "&l.equipment=crane", "Weight and plates: “crane” is no answer to"),
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
    someone = Visitor(page)
    someone.opens(fragment)
    unread = someone.flows("unread")
    expect(unread).to_be_focused()
    expect(unread).to_contain_text("Part of this link could not be read")
    expect(unread).to_contain_text(said)
    expect(someone.flows("shared")).to_be_hidden()
    expect(someone.field("one-rm", "load")).to_have_value("")


def test_a_second_plan_takes_the_place_of_the_first(page):
    someone = Visitor(page)
    someone.opens(PLAN)
    expect(someone.field("one-rm", "load")).to_have_value("90")
    page.evaluate("(hash) => { location.hash = hash; }", PLAN.replace("=90", "=80"))
    expect(someone.field("one-rm", "load")).to_have_value("80")
    someone.is_at("have")
