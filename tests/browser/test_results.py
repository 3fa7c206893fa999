"""What readers can do with an answer: keep it as a note, a file, a letter or on paper."""

from functools import cache

import pytest
from playwright.sync_api import expect
from tab import answered

from bfr_rules import catalog
from calculators.views import render
from calculators.views.form import answers_of

pytestmark = [pytest.mark.screened, pytest.mark.warm]

CALCULATORS = pytest.mark.parametrize("calculator", catalog.CALCULATORS, ids=lambda each: each.slug)
PRINTED = """() => {
    window.printed = [];
    window.print = () => {
        const kept = [...document.querySelectorAll("[data-printing]")].map((each) => each.id || each.tagName);
        window.printed.push({ classes: document.documentElement.className, kept });
    };
}"""


@cache
def shown(slug):
    """What comes of each example of a calculator."""
    calculator = catalog.calculator(slug)
    given = [answers_of(calculator.inputs, example.given) for example in calculator.examples]
    return [render.outcome(slug, answers) for answers in given]


def examples(part):
    """Calculators with an example whose outcome has a part, and the number of that example."""
    found = []
    for calculator in catalog.CALCULATORS:
        for number, outcome in enumerate(shown(calculator.slug)):
            if outcome[part]:
                found.append(pytest.param(calculator, number, outcome, id=calculator.slug))
                break
    return found


def tried(open_sheet, calculator, number):
    sheet = open_sheet(calculator.slug)
    sheet.part("try").nth(number).click()
    sheet.answered()
    return sheet


@CALCULATORS
def test_the_note_is_what_python_writes(page, open_sheet, base_url, calculator):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sheet = open_sheet(calculator.slug)
    expect(sheet.part("copy-note")).to_be_hidden()
    sheet.part("try").first.click()
    sheet.answered()
    sheet.part("copy-note").click()
    expect(sheet.part("kept-note")).to_have_text("Copied.")
    outcome = answered(calculator.slug, answers_of(calculator.inputs, calculator.examples[0].given))
    assert page.evaluate("navigator.clipboard.readText()") == outcome["note"]


@pytest.mark.cold
def test_where_the_clipboard_is_closed_the_note_can_be_copied_by_hand(page, open_sheet, axe):
    sheet = tried(open_sheet, catalog.calculator("training-load"), 0)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    sheet.part("copy-note").click()
    text = sheet.part("by-hand-text")
    expect(text).to_be_focused()
    note = sheet.element.evaluate("(element) => element.outcome.note")
    assert text.input_value() == note
    selected = text.evaluate("(field) => field.selectionEnd - field.selectionStart")
    assert selected == len(note)
    assert axe() == []
    page.keyboard.press("Escape")
    expect(text).to_be_hidden()


@pytest.mark.parametrize(("calculator", "number", "outcome"), examples("files"))
def test_files_are_saved_byte_for_byte(page, open_sheet, base_url, calculator, number, outcome):
    sheet = open_sheet(calculator.slug)
    assert not sheet.element.locator(".bfr-files").is_visible()
    sheet.part("try").nth(number).click()
    sheet.answered()
    buttons = sheet.part("file")
    expect(buttons).to_have_count(len(outcome["files"]))
    example = calculator.examples[number].given
    asked = {"slug": calculator.slug, "answers": answers_of(calculator.inputs, example)}
    outcome = answered(**asked, timer=f"{base_url}/do/player/")
    for at, file in enumerate(outcome["files"]):
        with page.expect_download() as saved:
            buttons.nth(at).click()
        assert saved.value.suggested_filename == file["name"]
        assert saved.value.path().read_bytes() == file["text"].encode()


@pytest.mark.parametrize(("calculator", "number", "outcome"), examples("letter"))
def test_the_letter_is_printed_alone_and_copied(page, open_sheet, calculator, number, outcome):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sheet = tried(open_sheet, calculator, number)
    letter = sheet.element.locator("details.bfr-letter")
    letter.locator("summary").click()
    page.evaluate(PRINTED)
    sheet.part("print-letter").click()
    assert page.evaluate("window.printed.length") == 1
    page.emulate_media(media="print")
    expect(letter.locator(".bfr-letter-sheet")).to_be_visible()
    text = page.evaluate("document.body.innerText")
    assert text.strip().startswith(outcome["letter"]["title"])
    assert "Show my answer" not in text
    assert str(calculator.title) not in text.splitlines()
    page.emulate_media(media="null")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-printing]")).to_have_count(0)
    sheet.part("copy-letter").click()
    expect(sheet.part("kept-note")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    parts = outcome["letter"]
    listed = [line for part in parts["parts"] for line in (part["title"], *part["lines"])]
    for line in (parts["title"], *parts["opening"], *listed, *parts["closing"]):
        assert line in copied


@CALCULATORS
def test_an_answer_is_printed_with_working_and_sources_and_nothing_else(
    page, open_sheet, calculator
):
    sheet = tried(open_sheet, calculator, 0)
    outcome = answered(calculator.slug, answers_of(calculator.inputs, calculator.examples[0].given))
    steps = sheet.element.locator("details[data-part=steps]")
    if outcome["steps"]:
        steps.locator("summary").click()
        expect(steps).not_to_have_attribute("open", "")
    page.evaluate(PRINTED)
    sheet.part("print").click()
    page.emulate_media(media="print")
    text = page.evaluate("document.body.innerText")
    assert text.startswith(str(calculator.title))
    assert outcome["headline"] in text
    for fact in outcome["facts"]:
        assert fact["label"] in text
    for step in outcome["steps"]:
        assert step["says"] in text
    assert calculator.reviewed in text
    assert "Rules " in text
    for gone in ("Show my answer", "Common answers", "Worked on paper", "Search", "Next review"):
        assert gone not in text
    cited = {
        cite["key"]
        for part in (*outcome["steps"], *outcome["cautions"], *outcome["next"])
        for cite in part["cites"]
    }
    for key in cited:
        expect(page.locator(f"#source-{key}")).to_be_visible()
    expect(page.locator(".bfr-sources > li:visible")).to_have_count(
        len(cited | {cite["key"] for cite in (outcome["stop"] or {"cites": []})["cites"]})
    )
    page.emulate_media(media="null")
    page.keyboard.press("Shift")
    expect(page.locator("[data-printing]")).to_have_count(0)
    expect(sheet.first).to_be_visible()
    if outcome["steps"]:
        expect(steps).not_to_have_attribute("open", "")


@pytest.mark.parametrize(("calculator", "number", "outcome"), examples("changes"))
def test_what_would_change_an_answer_stays_as_the_reader_left_it(
    open_sheet, calculator, number, outcome
):
    sheet = tried(open_sheet, calculator, number)
    changes = sheet.element.locator("details.bfr-changes")
    expect(changes).not_to_have_attribute("open", "")
    changes.locator("summary").click()
    for change in outcome["changes"]:
        expect(changes.get_by_text(change["says"], exact=True)).to_be_visible()
    sheet.part("try").nth(number).click()
    sheet.answered()
    expect(changes).to_have_attribute("open", "")


@pytest.mark.parametrize(("calculator", "number", "outcome"), examples("calendar"))
def test_a_calendar_reads_well_on_a_phone_and_aloud(
    page, open_sheet, axe, calculator, number, outcome
):
    page.set_viewport_size({"width": 360, "height": 740})
    sheet = tried(open_sheet, calculator, number)
    weeks = sheet.element.locator(".bfr-week")
    expect(weeks).to_have_count(len(outcome["calendar"]["weeks"]))
    for at, week in enumerate(outcome["calendar"]["weeks"]):
        days = weeks.nth(at).locator(".bfr-day")
        expect(days).to_have_count(7)
        boxes = [day.bounding_box() for day in days.all()]
        assert len({box["y"] for box in boxes}) == 1
        assert min(box["width"] for box in boxes) >= 36
        spoken = days.locator("[data-text=spoken]").all_inner_texts()
        assert spoken == [day["spoken"] for day in week["days"]]
    # A kind is told by a word, not by colour alone.
    words = sheet.element.evaluate(
        """(element) => Object.fromEntries([...element.querySelectorAll(".bfr-days .bfr-day")].map((day) =>
            [day.dataset.kind, getComputedStyle(day, "::after").content]))"""
    )
    assert len(set(words.values())) == len(words)
    assert axe() == []


def test_every_change_is_told_to_the_page_by_one_event(page, open_sheet):
    sheet = open_sheet("training-load")
    page.evaluate(
        """() => {
            window.heard = [];
            document.addEventListener("bfr-change", ({ target, detail }) =>
                window.heard.push({ slug: target.slug, ...detail }));
        }"""
    )
    sheet.part("try").first.click()
    sheet.answered()
    sheet.first.fill("90")
    sheet.answered()
    expect(sheet.element.locator("[data-part=readout] [data-text=headline]")).not_to_have_text("")
    heard = page.evaluate("window.heard")
    answers = [each["answer"] for each in heard if each["answer"]]
    assert [each["own"] for each in (answers[0], answers[-1])] == [False, True]
    assert {each["slug"] for each in heard} == {"training-load"}
    assert (heard[-1]["phase"], heard[-1]["dirty"]) == ("ready", False)
    assert answers[-1]["answers"] == sheet.answers()
    assert answers[-1]["outcome"]["headline"] == sheet.headline
    kept = sheet.element.evaluate("(element) => element.outcome.headline")
    assert kept == sheet.headline


def test_on_a_phone_the_calculator_comes_at_once(page, open_sheet):
    page.set_viewport_size({"width": 360, "height": 740})
    for calculator in catalog.CALCULATORS:
        sheet = open_sheet(calculator.slug)
        assert sheet.element.bounding_box()["y"] < 740, "it begins on the first screen"
        fold = page.locator("details.bfr-when")
        expect(fold.get_by_role("heading", name="Do not use it when")).to_be_hidden()
        fold.locator("summary").click()
        expect(fold.get_by_role("heading", name="Do not use it when")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    open_sheet("rest")
    expect(page.get_by_role("heading", name="Do not use it when")).to_be_visible()
