"""The screening and its gate: a stop stands before every setting, and nothing about health leaves the page."""

import json
import re

import pytest
from playwright.sync_api import expect

from bfr_rules import bridge, catalog
from bfr_rules.gate import NO_SETTINGS
from bfr_rules.inputs import ChoiceInput, ChoicesInput, TicksInput
from bfr_rules.model import Level
from calculators.form import Form, answers_of

SCREENING = catalog.calculator("screening")
GATED = [each for each in catalog.CALCULATORS if each.gated]
LEVELS = pytest.mark.parametrize("level", list(NO_SETTINGS), ids=lambda each: each.value)
KEPT = "JSON.parse(sessionStorage.getItem('bfr-standing'))"


def given(level):
    """The answers of the worked example that leads to a level."""
    for example in SCREENING.examples:
        if bridge.ask("screening", example.given).standing.level is level:
            return answers_of(SCREENING.inputs, example.given)
    raise LookupError(level)


def type_in(sheet, answers):
    """Answer as a reader does: by typing and ticking; what is to be typed comes first when nothing is."""
    for asked in SCREENING.inputs:
        if not sheet.question(asked.name).is_visible():
            continue
        answer = answers[asked.name]
        if isinstance(asked, TicksInput | ChoicesInput):
            for value in answer:
                sheet.element.locator(f'input[name="{asked.name}"][value="{value}"]').check()
        elif isinstance(asked, ChoiceInput):
            sheet.element.locator(f'input[name="{asked.name}"][value="{answer}"]').check()
        else:
            sheet.field(asked.name).fill(answer)
    sheet.element.get_by_role("button", name="Show my answer").click()
    sheet.answered()


def screen(open_sheet, level):
    """Go through the screening to a level, and wait until the tab knows."""
    sheet = open_sheet("screening")
    type_in(sheet, given(level))
    expect(sheet.element).to_have_attribute("level", level.value)
    return sheet


def shown(element):
    """What a reader sees of a calculator, without the years and tables of its sources."""
    return element.evaluate(
        """(element) => {
            const cites = [...element.querySelectorAll(".bfr-cites")].filter((each) => each.checkVisibility());
            return cites.reduce((text, each) => text.replace(each.innerText, ""), element.innerText);
        }"""
    )


def is_stopped(page, slug, level):
    """Check that the stop stands there, and no digit of a setting."""
    element = page.locator(f'bfr-calculator[slug="{slug}"]')
    expect(element).to_have_attribute("gated", "")
    headline = str(NO_SETTINGS[level].headline)
    expect(element.locator(".bfr-gate [data-text=headline]:visible")).to_have_text(headline)
    expect(element.locator(".bfr-gate:visible")).to_have_count(1)
    text = shown(element)
    assert headline in text
    assert not re.search(r"\d", text)
    assert not element.locator("input:visible, table:visible").count()
    assert element.get_by_role("button").count() == (1 if level is Level.CLINICIAN else 0)


@LEVELS
def test_every_calculator_shows_the_stop_and_no_setting(page, open_sheet, level):
    asked = []
    screen(open_sheet, level)
    page.on("request", lambda request: asked.append(request.url))
    for calculator in GATED:
        page.goto(f"/calculate/{calculator.slug}/")
        is_stopped(page, calculator.slug, level)
        page.reload()
        is_stopped(page, calculator.slug, level)
    assert not [url for url in asked if "widgets/worker" in url], "shown without Python"


def test_the_stop_stands_there_when_the_page_changes_without_a_reload(page, open_sheet):
    screen(open_sheet, Level.DOCTOR)
    page.evaluate("window.stillHere = true")
    page.locator(".margin a", has_text="Training load").click()
    page.wait_for_url("**/calculate/training-load/")
    is_stopped(page, "training-load", Level.DOCTOR)
    assert page.evaluate("window.stillHere") is True


@LEVELS
def test_a_stop_is_usable_by_everyone(page, open_sheet, axe, level):
    page.set_viewport_size({"width": 360, "height": 740})
    screen(open_sheet, level)
    page.goto("/calculate/session/")
    is_stopped(page, "session", level)
    assert axe() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for control in page.locator(".bfr-gate:visible :is(button, a.button)").all():
        assert control.bounding_box()["height"] >= 44


def test_a_clinicians_agreement_brings_the_answer_with_its_limits(page, open_sheet):
    sheet = screen(open_sheet, Level.CLINICIAN)
    limits = bridge.ask("screening", given(Level.CLINICIAN)).standing.limits
    assert limits
    expect(sheet.element.get_by_text("Limits that apply to you")).to_be_visible()
    page.evaluate("window.stillHere = true")
    page.locator(".margin a", has_text="Training load").click()
    page.wait_for_url("**/calculate/training-load/")
    load = type(sheet)(page, "training-load")
    load.element.get_by_role("button", name="has agreed").click()
    load.answered()
    expect(load.element).not_to_have_attribute("gated", "")
    expect(load.part("standing")).to_be_focused()
    expect(load.part("standing")).to_contain_text("A clinician has agreed (you said so)")
    load.part("standing-limits").locator("summary").click()
    for limit in limits:
        expect(load.part("standing-limits").get_by_text(str(limit))).to_be_visible()
    assert page.evaluate(KEPT) == {"level": "clinician", "released": True, "closed": []}
    page.reload()
    expect(load.part("standing")).to_contain_text("Your limits are not kept.")
    load.part("unrelease").click()
    is_stopped(page, "training-load", Level.CLINICIAN)
    expect(load.element.locator(".bfr-gate:visible")).to_be_focused()


def test_a_forged_release_opens_nothing_that_may_not_be_released(page, open_sheet):
    open_sheet("rest")
    for kept in (
        {"level": "doctor", "released": True, "closed": []},
        {"level": "not-today", "released": True, "closed": []},
        {"level": "anything", "released": True, "closed": []},
    ):
        page.evaluate(
            "(kept) => sessionStorage.setItem('bfr-standing', JSON.stringify(kept))", kept
        )
        page.reload()
        expect(page.locator("bfr-calculator")).to_have_attribute("gated", "")


def test_limits_stop_nothing_and_are_named(page, open_sheet):
    sheet = screen(open_sheet, Level.LIMITS)
    page.locator(".margin a", has_text="Training load").click()
    load = type(sheet)(page, "training-load")
    expect(load.part("standing")).to_contain_text("Limits apply to you")
    load.first.fill("90")
    load.answered()
    assert load.headline == str(bridge.ask("training-load", load.answers()).headline)


def test_a_closed_limb_gets_no_setting(page, open_sheet):
    open_sheet("session")
    kept = {"level": "limits", "released": False, "closed": ["left-arm", "right-arm"]}
    page.evaluate("(kept) => sessionStorage.setItem('bfr-standing', JSON.stringify(kept))", kept)
    page.reload()
    sheet = open_sheet("session")
    sheet.element.locator('input[name="exercise_1_limb"][value="arm"]').check()
    sheet.answered()
    assert sheet.headline == "No cuff on your arms"
    expect(sheet.part("standing")).to_contain_text("No cuff on your left arm.")


def test_before_a_screening_the_way_to_it_is_shown(page, open_sheet):
    sheet = open_sheet("one-rm")
    expect(sheet.part("standing")).to_contain_text("Not screened yet.")
    sheet.part("screen").first.click()
    page.wait_for_url("**/calculate/screening/")


def test_an_example_of_the_screening_says_nothing_of_the_reader(page, open_sheet):
    sheet = open_sheet("screening")
    for number in range(len(SCREENING.examples)):
        sheet.part("try").nth(number).click()
        sheet.answered()
    assert page.evaluate(KEPT) is None
    type_in(sheet, given(Level.NOT_TODAY))
    expect(sheet.element).to_have_attribute("level", "not-today")
    assert page.evaluate(KEPT)["level"] == "not-today"
    sheet.element.get_by_role("button", name="Start again").click()
    sheet.answered()
    assert page.evaluate(KEPT) is None
    assert sheet.answers() == Form(SCREENING, "x").answers


def test_other_answers_take_a_release_away(page, open_sheet):
    sheet = screen(open_sheet, Level.CLINICIAN)
    page.evaluate(
        "async () => (await import('/assets/widgets/standing.js')).standing.release(true)"
    )
    assert page.evaluate(KEPT)["released"] is True
    sheet.field("age").fill("31")
    expect(sheet.element).to_have_attribute("state", "ready")
    sheet.page.wait_for_timeout(300)
    assert page.evaluate(KEPT)["released"] is False


@pytest.mark.parametrize("level", [Level.DOCTOR, Level.CLINICIAN], ids=lambda each: each.value)
def test_nothing_about_health_is_stored_sent_or_linked(page, context, open_sheet, level):
    sent = []
    context.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    sheet = screen(open_sheet, level)
    answers = sheet.answers()
    sheet.element.get_by_text("Letter to take along").click()
    expect(sheet.part("copy")).to_have_count(0)
    assert page.url.endswith("/calculate/screening/")
    page.goto("/calculate/training-load/")
    kept = page.evaluate(
        "() => [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]"
    )
    local, session, cookies = kept
    assert cookies == ""
    (standing,) = [json.loads(value) for key, value in session if key == "bfr-standing"]
    assert standing == {"level": level.value, "released": False, "closed": []}
    rest = [entry for entry in (*local, *session) if entry[0] != "bfr-standing"]
    told = json.dumps([rest, sent])
    assert "bfr-standing" not in told
    for name, answer in answers.items():
        assert f'"{name}"' not in told
        assert f"{name}=" not in told
        for value in answer if isinstance(answer, list) else ():
            assert f'"{value}"' not in told
    databases = page.evaluate("async () => (await indexedDB.databases()).length")
    assert databases == 0
    assert not [each for each in sent if "?" in each.split(" ")[0]]
    assert not [each for each in sent if each.split(" ", 1)[1]]


def test_a_fragment_with_answers_about_health_is_ignored(open_sheet):
    sheet = open_sheet("screening", "#screening?clots=clot&age=77")
    expect(sheet.part("actions")).to_be_visible()
    assert sheet.answers() == Form(SCREENING, "x").answers


def test_none_of_these_stands_alone(open_sheet):
    sheet = open_sheet("screening")
    asked = next(each for each in SCREENING.inputs if isinstance(each, TicksInput))
    box = {
        value: sheet.field(asked.name).and_(sheet.page.locator(f'[value="{value}"]'))
        for value in asked.values
    }
    fieldset = sheet.question(asked.name)
    first, second = (each.value for each in asked.choices[:2])
    expect(fieldset.get_by_text("not answered yet")).to_be_visible()
    box[first].check()
    box["unknown"].check()
    expect(fieldset.get_by_text("not answered yet")).to_be_hidden()
    assert sheet.answers()[asked.name] == [first, "unknown"]
    box["none"].check()
    assert sheet.answers()[asked.name] == ["none"]
    box[second].check()
    assert sheet.answers()[asked.name] == [second]


def test_a_question_about_a_tick_is_asked_when_one_of_them_is_ticked(open_sheet):
    sheet = open_sheet("screening")
    asked = {each.name: each for each in SCREENING.inputs}
    found = [
        (each, when)
        for each in SCREENING.inputs
        for when in each.when
        if isinstance(asked[when.name], TicksInput)
    ]
    assert found
    for each, when in found:
        ticks = sheet.field(when.name)
        for value in when.values:
            tick = ticks.and_(sheet.page.locator(f'[value="{value}"]'))
            expect(sheet.question(each.name)).to_be_hidden()
            tick.check()
            expect(sheet.question(each.name)).to_be_visible()
            tick.uncheck()
