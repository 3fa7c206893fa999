"""Start on a phone, by touch and by the keyboard alone: what it asks, what it never gives, the way back, links and codes."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote, urlsplit

import pytest
import zxingcpp
from picture import pixels
from playwright.sync_api import Page, expect
from tab import leave, screened
from visitor import Visitor

from bfr_rules import __version__

pytestmark = pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844},
    has_touch=True,
    permissions=["clipboard-read", "clipboard-write"],
)


@pytest.fixture
def someone(page):
    return Visitor(page)


def figures(page: Page) -> str:
    """Whatever a reader sees of a setting: nothing, after a stop."""
    shown = page.locator(
        'bfr-flow [data-flow="card"], bfr-flow .bfr-flow-part:not([hidden]) .bfr-answer'
    )
    return " ".join(each.inner_text() for each in shown.all() if each.is_visible())


def stored(page: Page) -> dict[str, str]:
    return page.evaluate(
        """() => Object.fromEntries([sessionStorage, localStorage].flatMap((store) =>
            Object.keys(store).map((key) => [key, store.getItem(key)])))"""
    )


# --- Before its script has come ---


@pytest.fixture
def late(page):
    """Start, whose script has not come; what lets it come."""
    page.route("**/widgets/flow/bfr-flow.js", lambda route: None)

    def come():
        page.unroute("**/widgets/flow/bfr-flow.js")
        expect(page.locator("bfr-flow[step]")).to_be_visible()

    return come


WHERE = """() => [...document.querySelectorAll("#step-have, [data-option], bfr-flow label, #the-same-way-to-read")]
    .filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().top)"""


def test_the_first_question_stands_there_before_its_script_and_does_not_move(page, late):
    page.goto("/start/", wait_until="commit")
    choice = page.locator('bfr-flow input[name="cuff"]:visible')
    expect(choice).to_have_count(5)
    before = page.evaluate(WHERE)
    assert len(before) >= 7
    expect(page.locator("bfr-flow [data-do]:visible")).to_have_count(0)
    late()
    assert page.evaluate(WHERE) == before
    expect(choice).to_have_count(5)


def test_what_was_chosen_before_its_script_came_counts(page, late):
    page.goto("/start/", wait_until="commit")
    page.locator('bfr-flow label:has(input[name="cuff"][value="wrap"]):visible').tap()
    late()
    someone = Visitor(page)
    someone.is_at("have")
    expect(page.locator('bfr-flow input[name="cuff"][value="wrap"]:visible')).to_be_checked()
    someone.tap(someone.does("on"))
    someone.is_at("no-cuff")
    assert '"typed":["cuff"]' in stored(page)["bfr-start"]


def test_who_comes_back_is_not_shown_the_first_question_meanwhile(page, late):
    def sees_no_question():
        expect(page.locator("#the-same-way-to-read")).to_be_visible()
        expect(page.locator("#step-have-title")).to_be_hidden()
        expect(page.locator('bfr-flow input[name="cuff"]:visible')).to_have_count(0)

    page.goto("/start/#step-clots", wait_until="commit")
    sees_no_question()
    late()
    expect(page.locator("#step-have-title")).to_be_visible()
    someone = Visitor(page, "touch")
    someone.has("wrap")
    someone.is_at("no-cuff")
    page.route("**/widgets/flow/bfr-flow.js", lambda route: None)
    page.goto("/start/", wait_until="commit")
    sees_no_question()
    late()
    someone.is_at("no-cuff")


def test_above_a_plan_of_a_link_no_question_stands_before_its_script_has_come(page, late):
    page.goto("/start/#my-plan?v=0&l-one_rm=120", wait_until="commit")
    expect(page.locator("#the-same-way-to-read")).to_be_visible()
    expect(page.locator("#step-have-title")).to_be_hidden()
    late()
    expect(page.locator("#step-have-title")).to_be_visible()


# --- How much it takes ---


def test_a_healthy_person_with_a_measured_cuff_needs_25_taps_and_20_keys(page):
    someone = Visitor(page, "touch")
    someone.reaches_a_session()
    assert (someone.taps, someone.keys) <= (25, 20)
    assert someone.keys <= 20
    # 50 % of 187 mmHg, rounded down; 8 with 60 kg make a 1RM of 71.3 kg at least, and 20 % of that 14 kg.
    assert [
        someone.figure(name).inner_text() for name in ("pressure", "load", "sets", "rest", "open")
    ] == [*("93 mmHg", "14 kg", "30-15-15-15", "30 s", "10:00")]
    expect(someone.does("play")).to_be_visible()
    someone.tap(someone.does("play"))
    expect(someone.page.locator("dialog.bfr-player")).to_be_visible()


@pytest.mark.parametrize("cuff", ["wrap", "none"])
def test_without_a_gauge_there_is_no_pressure_and_no_session_to_play(page, someone, cuff):
    """An honest answer after 4 taps at most, and light weights without a cuff after 12."""
    someone.opens()
    someone.has(cuff)
    someone.is_at("no-cuff")
    assert someone.taps <= 4
    honest = someone.flow.locator('[data-screen="no-cuff"]')
    expect(honest).to_contain_text("Without a measured AOP there is no honest number")
    someone.goes_light()
    assert someone.taps <= 12
    assert someone.figure("sets").inner_text() == "20-20"
    for name in ("pressure", "open"):
        expect(someone.figure(name)).to_be_hidden()
    assert "mmHg" not in someone.card.inner_text()
    # Nothing of a cuff is worked out on this way, nor handed on.
    for name in ("link", "qr"):
        expect(someone.does(name)).to_be_hidden()
    expect(someone.does("calendar")).to_be_visible()
    page.evaluate("location.hash = 'step-pressure'")
    assert "mmHg" not in figures(page)


def test_the_keyboard_reaches_the_first_question_and_goes_on_to_the_end(page):
    """The way into the page is its first link; nothing is chosen, or left, by moving alone."""
    someone = Visitor(page, "keyboard")
    someone.opens()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    first = someone.field("equipment", "cuff", "measured")
    assert 1 + someone.tab_to(first) <= 6
    page.keyboard.press("ArrowDown")
    someone.is_at("have")
    someone.has("measured")
    someone.screens()
    someone.trains()
    someone.lifts()
    someone.was_measured()
    someone.has_a_card()


# --- The screening ---


def test_an_unknown_blood_pressure_is_said_at_once_and_closes_the_way(page, someone):
    someone.opens()
    someone.has("measured")
    someone.is_at("about")
    someone.choose(someone.field("screening", "bp", "unknown"))
    measure = someone.flow.locator('[data-screen="about"] [data-flow="bp-missing"]')
    expect(measure).to_contain_text("One thing missing: your blood pressure")
    assert someone.taps <= 4
    someone.goes_on()
    someone.is_at("about")
    page.evaluate("location.hash = 'step-card'")
    someone.is_at("about")


def test_a_clot_ends_the_way_with_its_reason_a_letter_and_no_setting(page, someone):
    someone.opens()
    someone.has("measured")
    someone.screens(("clots", "clot"))
    someone.is_at("screened")
    result = someone.part("screening")
    expect(result.locator("[data-text=headline]")).to_have_text("Not without a doctor")
    expect(someone.flow.locator('[data-screen="screened"] [data-flow="verdict"]')).to_contain_text(
        "A blood clot in a vein or lung, longer ago"
    )
    expect(result.locator("details[data-part=letter]")).to_be_visible()
    expect(
        someone.flows("stopped").get_by_role("link", name="Who should not, and why")
    ).to_be_visible()
    # A doctor may decide otherwise about an old clot, and nobody else.
    expect(result.locator('.bfr-release input[value="physiotherapist"]')).to_be_hidden()
    expect(someone.on).to_be_hidden()
    for name in ("exercise", "pressure", "card"):
        page.evaluate("(name) => { location.hash = `step-${name}`; }", name)
        someone.is_at("screened")
    page.goto("/calculate/training-load/")
    expect(page.locator("bfr-calculator [data-gate=doctor]")).to_be_visible()


def test_raised_blood_pressure_waits_for_a_release_and_its_limits_bind_the_card(someone):
    someone.opens()
    someone.has("measured")
    someone.screens(systolic="150", diastolic="95")
    someone.is_at("screened")
    form = someone.part("screening").locator(".bfr-release")
    someone.tap(form.locator("summary"))
    for name, value in (
        ("by", "doctor"),
        ("limbs", "left-leg"),
        ("limbs", "right-leg"),
        ("since", "today"),
    ):
        someone.tap(form.locator(f'label:has(input[name="{name}"][value="{value}"])'))
    someone.tap(form.get_by_role("button", name="State this"))
    someone.goes_on()
    someone.trains()
    someone.is_at("strength")
    # No set to failure: a set that was stopped early remains, and no arm may have a cuff.
    expect(someone.option("way", "set")).to_be_disabled()
    expect(someone.option("way", "reserve")).to_be_checked()
    someone.type(someone.field("one-rm", "load"), "60")
    someone.type(someone.field("one-rm", "repetitions"), "8")
    someone.type(someone.field("one-rm", "repetitions_in_reserve"), "3")
    someone.goes_on()
    someone.was_measured("200")
    someone.has_a_card()
    # 40 % of 200 mmHg: the lowest share, whatever was asked for.
    expect(someone.figure("pressure")).to_have_text("80 mmHg")
    expect(someone.card).to_contain_text("Your limit holds: The lowest cuff pressure")
    line = someone.flow.locator('[data-screen="card"] .bfr-standing')
    expect(line).to_contain_text("A doctor has agreed, as you state", use_inner_text=True)
    someone.tap(line.get_by_role("button", name="Take it back"))
    someone.is_at("screened")


def test_after_an_operation_nobody_plays_with_a_number_that_was_not_typed(page, someone):
    """The screening knows of it: no set to the limit counts, and it is not asked again."""
    someone.opens()
    someone.has("measured")
    someone.screens(("care", "operation"))
    someone.is_at("screened")
    kept = json.loads(page.evaluate("sessionStorage['bfr-standing']"))
    agreed = {"by": "doctor", "from": kept["on"], "limbs": ["left-leg", "right-leg"]}
    leave(page, {**kept, "release": {**agreed, "limits": kept["limits"], "name": ""}})
    someone.is_at("exercise")
    someone.trains()
    someone.is_at("strength")
    left = someone.flow.locator('[data-flow="ways"] input:enabled')
    assert left.evaluate_all("(all) => all.map(({ value }) => value)") == [
        "ten_rm",
        "other_limb",
        "light",
    ]
    someone.goes_on()
    someone.is_at("strength")
    expect(someone.field("training-load", "ten_rm")).to_be_focused()
    page.evaluate("location.hash = 'step-card'")
    someone.is_at("strength")


def test_a_screening_is_not_asked_twice_and_somebody_else_starts_anew(page, someone):
    page.goto("/start/")
    leave(page, screened())
    someone.opens()
    someone.has("measured")
    someone.trains()
    someone.is_at("strength")
    someone.tap(someone.does("leave"))
    someone.is_at("have")
    expect(someone.field("equipment", "cuff", "measured")).not_to_be_checked()
    assert not [key for key in stored(page) if key.startswith("bfr-")]
    someone.has("measured")
    someone.is_at("about")
    expect(someone.field("screening", "age")).to_have_value("")


def test_a_screening_of_another_day_leads_nowhere_before_it_is_answered_again(page, someone):
    page.goto("/start/")
    leave(page, screened("2020-01-01"))
    someone.opens()
    someone.has("measured")
    someone.is_at("screened")
    gate = someone.part("screening").locator('.bfr-gate[data-gate="expired"]')
    expect(gate).to_be_visible()
    someone.tap(gate.get_by_role("link", name="Go to the whole screening"))
    someone.is_at("about")


# --- What is missing, and what stops ---


def test_what_is_missing_is_said_and_shown(someone):
    someone.opens()
    someone.goes_on()
    someone.is_at("have")
    expect(someone.says).to_have_text("Choose one of these.")
    someone.has("measured")
    someone.is_at("about")
    someone.goes_on()
    expect(someone.says).to_have_text("Still to answer: Upper number")
    expect(someone.field("screening", "systolic")).to_be_focused()


@pytest.mark.screened
def test_a_stop_of_a_step_is_not_passed(someone):
    """An AOP of a position that is not known: no number, and the honest way on."""
    someone.opens()
    someone.has("measured")
    someone.trains()
    someone.lifts()
    someone.was_measured(position="unknown")
    expect(someone.flows("stop")).to_have_text("Find out first: was the AOP measured sitting?")
    someone.is_at("pressure")
    expect(someone.card).to_be_hidden()
    someone.tap(someone.does("light"))
    someone.is_at("count")


@pytest.mark.screened
def test_an_answer_that_cannot_be_used_leads_back_to_it(someone):
    someone.opens()
    someone.has("measured")
    someone.trains()
    someone.lifts("many")
    if someone.flow.get_attribute("step") == "pressure":  # Python had not answered yet
        someone.was_measured()
    someone.is_at("strength")
    problem = someone.part("one-rm").locator("[data-part=problem]:visible")
    expect(problem.first).to_contain_text("many")


# --- Back and on ---


@pytest.mark.screened
def test_the_way_back_loses_nothing_and_the_card_is_changed_where_it_stands(page, someone):
    someone.reaches_a_session(is_screened=True)
    someone.tap(someone.flow.locator('[data-edit="training-load"]'))
    load = someone.part("training-load")
    someone.type(load.locator('input[name="percent_1rm"]'), "30")
    expect(someone.figure("load")).to_have_text("21 kg")
    someone.tap(someone.flow.locator('[data-edit="session"]'))
    someone.tap(someone.part("session").locator('label:has(input[name="scheme"][value="3x15"])'))
    expect(someone.figure("sets")).to_have_text("15-15-15")
    page.go_back()
    someone.is_at("pressure")
    expect(someone.field("pressure", "aop_mmhg")).to_have_value("187")
    someone.tap(someone.does("back"))
    someone.is_at("strength")
    expect(someone.field("one-rm", "load")).to_have_value("60")
    page.evaluate("location.hash = 'step-card'")
    someone.has_a_card()
    expect(someone.figure("load")).to_have_text("21 kg")


@pytest.mark.screened
def test_a_reload_keeps_all_but_health_and_asks_for_the_pressure_again(page, someone):
    someone.reaches_a_session(is_screened=True)
    page.reload()
    someone.is_at("pressure")
    expect(someone.flows("pressure-gone")).to_be_visible()
    expect(someone.field("pressure", "aop_mmhg")).to_have_value("")
    someone.was_measured()
    someone.has_a_card()
    expect(someone.figure("load")).to_have_text("14 kg")


@pytest.mark.pyodide
def test_nothing_of_health_is_stored_sent_or_part_of_an_address(page, someone, site, base_url):
    sent = []
    page.on(
        "request",
        lambda request: (
            request.url.startswith("http") and sent.append((request.url, request.post_data or ""))
        ),
    )
    someone.opens()
    someone.has("measured")
    someone.screens(("illness", "kidney"), age="47", systolic="131", diastolic="83")
    someone.is_at("screened")
    kept = json.loads(page.evaluate("sessionStorage['bfr-standing']"))
    agreed = {"by": "doctor", "from": kept["on"], "limbs": ["left-leg", "right-leg"]}
    leave(page, {**kept, "release": {**agreed, "limits": [], "name": ""}})
    someone.is_at("exercise")
    someone.trains()
    someone.knows("other_limb")
    someone.type(someone.field("training-load", "healthy_one_rm"), "177")
    someone.goes_on()
    someone.was_measured("193")
    someone.has_a_card()
    someone.tap(someone.does("link"))
    link = someone.flows("address").input_value()
    kept = stored(page)
    assert set(json.loads(kept.pop("bfr-standing"))) == set(screened())
    told = json.dumps([kept, page.url.removeprefix(base_url)]) + unquote(
        link.removeprefix(base_url)
    )
    for secret in (
        "kidney",
        "131",
        "83",
        "193",
        "recovering",
        "healthy_one_rm",
        "other_limb",
    ):
        assert secret not in told, secret
    assert "?" not in link.split("#")[0]
    assert sent
    for url, posted in sent:
        assert not posted
        assert (site / urlsplit(url).path.lstrip("/")).exists(), url
        assert not urlsplit(url).query, url


# --- A plan in a link ---


@pytest.fixture
def link(page, someone):
    """A session as its reader sends it on: 30 % and three sets."""
    someone.reaches_a_session(is_screened=True)
    someone.tap(someone.flow.locator('[data-edit="session"]'))
    someone.tap(someone.part("session").locator('label:has(input[name="scheme"][value="3x15"])'))
    expect(someone.figure("sets")).to_have_text("15-15-15")
    someone.tap(someone.does("link"))
    expect(someone.flows("kept")).to_have_text("Link copied.")
    address = someone.flows("address").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == address
    return address


@pytest.mark.screened
def test_a_link_fills_another_phone_after_its_own_screening_and_a_camera_reads_it(
    page, link, someone, browser, base_url
):
    assert len(link) < 450
    assert "187" not in link
    someone.tap(someone.does("qr"))
    code = page.get_by_role("img", name="QR code")
    expect(code).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        (found,) = zxingcpp.read_barcodes(pixels(page, code.screenshot()))
        assert found.text == link
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, service_workers="block"
    )
    other = Visitor(context.new_page())
    other.page.goto(link.replace(f"r={__version__}", "r=0.0.1"))
    expect(other.flows("shared")).to_contain_text(
        f"made with rules 0.0.1; this page has rules {__version__}"
    )
    expect(other.flows("shared-differs")).to_be_visible()
    # What the sender has is there; what the receiver has to say for themselves is asked.
    other.has("measured")
    assert figures(other.page) == ""
    other.screens()
    other.is_at("exercise")
    expect(other.option("exercise", "leg-extension")).to_be_checked()
    other.goes_on()
    other.is_at("strength")
    expect(other.field("one-rm", "load")).to_have_value("60")
    other.goes_on()
    other.was_measured("150")
    other.has_a_card()
    assert [other.figure(name).inner_text() for name in ("pressure", "load", "sets")] == [
        *("75 mmHg", "14 kg", "15-15-15")
    ]
    context.close()


@pytest.mark.parametrize(
    "fragment",
    [
        "#my-plan?",
        "#my-plan?r=<b>1</b>&o.load=<img src=x onerror=alert(1)>&zz.zz=1&o.=2&.=3",
        "#my-plan?o.recovering=yes&l.healthy_one_rm=5&screening.age=9&r=%00%FF",
        "#step-nowhere",
        "#step-card",
    ],
)
def test_no_address_opens_a_step_or_breaks_the_page(someone, fragment):
    someone.opens(fragment)
    someone.is_at("have")
    expect(someone.field("one-rm", "recovering", "no")).to_be_checked()
    expect(someone.field("screening", "age")).to_have_value("")


# --- Taking it along, and looking at it ---


@pytest.mark.screened
def test_the_card_is_copied_as_text_and_printed_alone(page, someone):
    someone.reaches_a_session(is_screened=True)
    someone.tap(someone.does("copy"))
    expect(someone.flows("kept")).to_have_text("Copied.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.splitlines()[0] == f"My session – BFR Guide, rules {__version__}"
    assert "Fill the cuff to: 93 mmHg" in text
    assert "open the cuff" in text.lower()
    page.evaluate("window.print = () => {}")
    someone.tap(someone.does("print"))
    page.emulate_media(media="print")
    expect(someone.card).to_be_visible()
    expect(someone.does("link")).to_be_hidden()
    page.emulate_media(media="screen")
    with page.expect_download() as download:
        someone.tap(someone.does("calendar"))
    assert re.fullmatch(r".+\.ics", download.value.suggested_filename)


def test_axe_finds_nothing_on_the_screens_of_each_kind(someone, axe):
    someone.opens()
    someone.has("measured")
    someone.is_at("about")
    faults = axe("bfr-flow")
    someone.is_somebody()
    someone.is_at("clots")
    faults += axe("bfr-flow")
    someone.has_nothing()
    someone.is_at("exercise")
    faults += axe("bfr-flow")
    someone.trains()
    someone.is_at("strength")
    faults += axe("bfr-flow")
    someone.lifts()
    someone.was_measured()
    someone.has_a_card()
    assert faults + axe("bfr-flow") == []
