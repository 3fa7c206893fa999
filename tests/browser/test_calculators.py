"""Every calculator on its page: alive, true to Python, and usable by everyone."""

import json

import pytest
from playwright.sync_api import expect
from tab import answered

from bfr_rules import bridge, catalog
from bfr_rules.inputs.numeric import MassInput
from calculators.views import render
from calculators.views.form import Form, answers_of

pytestmark = [pytest.mark.screened, pytest.mark.warm]

CALCULATORS = pytest.mark.parametrize("calculator", catalog.CALCULATORS, ids=lambda each: each.slug)

SAME_AS = """(element, html) => {
    const tidy = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
        const all = [];
        while (walker.nextNode()) all.push(walker.currentNode);
        for (const node of all) {
            const text = node.nodeType === Node.TEXT_NODE ? node.data.replace(/\\s+/g, " ").trim() : "";
            if (text) node.data = text;
            else node.remove();
        }
        // The player shows its button once it can play what stands there.
        for (const play of root.querySelectorAll("[data-part=play]")) play.hidden = true;
        return root;
    };
    const expected = tidy(new DOMParser().parseFromString(html, "text/html").body);
    const found = tidy(document.importNode(element, true));
    const same = expected.childNodes.length === found.childNodes.length
        && [...expected.childNodes].every((node, at) => node.isEqualNode(found.childNodes[at]));
    return same ? "" : `${found.innerHTML}\\n\\nis not\\n\\n${expected.innerHTML}`;
}"""


BEYOND = "async () => (await import('/assets/widgets/python/engine.js')).engine.beyond"
"""What this tab's Python has reached that was cut."""


def built(part, outcome):
    """The HTML that the site build would write for an outcome."""
    return getattr(render.ENVIRONMENT.get_template("calculator/outcome.html.jinja").module, part)(
        outcome
    )


@CALCULATORS
def test_examples_look_as_if_they_were_built(open_sheet, calculator):
    """The page shows what Python under CPython answers, in the markup that the build writes."""
    sheet = open_sheet(calculator.slug)
    assert sheet.part("try").count() == len(calculator.examples)
    for number, example in enumerate(calculator.examples):
        sheet.part("try").nth(number).click()
        sheet.answered()
        assert sheet.headline == example.headline
        answers = answers_of(calculator.inputs, example.given)
        assert sheet.answers() == answers
        outcome = answered(calculator.slug, answers)
        for part in ("readout", "details", "working"):
            difference = sheet.part(part).evaluate(SAME_AS, built(part, outcome))
            assert not difference
    assert sheet.element.evaluate(BEYOND) == []


@CALCULATORS
@pytest.mark.cold
def test_the_page_starts_with_the_built_example_and_loads_nothing(page, open_sheet, calculator):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    sheet = open_sheet(calculator.slug)
    expect(sheet.part("actions")).to_be_visible()
    outcome = render.outcome(calculator.slug, Form(calculator, "x").answers)
    assert sheet.headline == outcome["headline"]
    expect(sheet.element).to_have_attribute("state", "static")
    assert not [url for url in asked if "/runtime/" in url or "widgets/python/worker" in url]


@CALCULATORS
def test_with_the_keyboard_alone(page, open_sheet, calculator):
    sheet = open_sheet(calculator.slug)
    name = sheet.first.get_attribute("name")
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            break
    expect(sheet.first).to_be_focused()
    before = sheet.first.input_value()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(f"{before}")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    sheet.answered()
    # A choice is made with the arrows, and shows what it asks for next.
    choice = next(each for each in calculator.inputs if hasattr(each, "choices") and not each.when)
    field = sheet.field(choice.name)
    if field.first.get_attribute("type") == "radio":
        field.first.focus()
        page.keyboard.press("ArrowDown")
        expect(field.nth(1)).to_be_checked()
        expect(field.nth(1)).to_be_focused()
    # The way out of the calculator is open too.
    for _ in range(300):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('bfr-calculator')"):
            break
    assert not page.evaluate("document.activeElement.closest('bfr-calculator')")


@CALCULATORS
def test_questions_appear_when_they_apply(open_sheet, calculator):
    sheet = open_sheet(calculator.slug)
    form = Form(calculator, "x")
    for name, field in form.fields.items():
        assert sheet.question(name).is_visible() == field.applies or _is_folded(calculator, name)
    conditions = [each.when[0] for each in calculator.inputs if len(each.when) == 1]
    for condition in conditions:
        chosen = sheet.element.locator(
            f'input[name="{condition.name}"][value="{condition.values[0]}"]'
        )
        if not chosen.is_visible():
            continue
        chosen.check()
        for each in calculator.inputs:
            if each.when == (condition,) and not _is_folded(calculator, each.name):
                expect(sheet.question(each.name)).to_be_visible()


def _is_folded(calculator, name):
    return any(
        group.folded and name in {each.name for each in group.inputs} for group in calculator.groups
    )


@CALCULATORS
def test_a_narrow_phone_shows_everything_without_scrolling_sideways(page, open_sheet, calculator):
    page.set_viewport_size({"width": 360, "height": 740})
    sheet = open_sheet(calculator.slug)
    for number in range(len(calculator.examples)):
        sheet.part("try").nth(number).click()
        sheet.answered()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360
    sheet.part("try").first.click()
    sheet.first.scroll_into_view_if_needed()
    expect(sheet.readout).to_be_in_viewport()
    small = sheet.element.evaluate(
        """(element) => [...element.querySelectorAll("input[type=text], label:has(input), button")]
            .filter((each) => each.checkVisibility())
            .map((each) => [each.getBoundingClientRect().height, each.outerHTML.slice(0, 80)])
            .filter(([height]) => height < 43.5)"""
    )
    assert small == []
    cut = sheet.element.evaluate(
        """(element) => [...element.querySelectorAll(".bfr-unit")]
            .filter((each) => each.checkVisibility())
            .filter((each) => each.getBoundingClientRect().right
                > each.closest(".bfr-field").getBoundingClientRect().right + 0.5)
            .map((each) => `${each.id}: ${each.textContent}`)"""
    )
    assert cut == []


@CALCULATORS
def test_mistakes_are_pointed_out_calmly_and_together(page, open_sheet, calculator):
    sheet = open_sheet(calculator.slug)
    sheet.first.fill("many")
    problem = sheet.element.locator(".bfr-problem:visible")
    expect(problem).to_have_count(1)  # after a pause, at its field
    name = sheet.first.get_attribute("name")
    answers = sheet.answers()
    response = json.loads(
        bridge.answer(json.dumps({"calculator": calculator.slug, "answers": answers}))
    )
    (said,) = [each["says"] for each in response["problems"] if each["name"] == name]
    assert problem.inner_text() == said
    expect(sheet.first).to_have_attribute("aria-invalid", "true")
    assert problem.get_attribute("id") in sheet.first.get_attribute("aria-describedby").split()
    expect(sheet.part("problems")).to_be_hidden()
    sheet.first.press("Enter")
    expect(sheet.part("problems")).to_be_focused()
    sheet.part("problems").get_by_role("link", name=said).click()
    expect(sheet.first).to_be_focused()
    sheet.element.get_by_role("button", name="Start again").click()
    sheet.answered()
    expect(problem).to_have_count(0)
    assert "-problem" not in (sheet.first.get_attribute("aria-describedby") or "")
    expect(sheet.part("problems")).to_be_hidden()


@CALCULATORS
def test_an_answer_is_spoken_once_the_reader_pauses(open_sheet, calculator):
    sheet = open_sheet(calculator.slug)
    sheet.part("try").first.click()
    sheet.answered()
    outcome = answered(calculator.slug, answers_of(calculator.inputs, calculator.examples[0].given))
    expect(sheet.part("spoken")).to_have_text(outcome["spoken"])


@CALCULATORS
def test_nothing_is_inaccessible_while_it_answers(open_sheet, axe, calculator):
    sheet = open_sheet(calculator.slug)
    for number in range(len(calculator.examples)):
        sheet.part("try").nth(number).click()
        sheet.answered()
    sheet.part("try").first.click()
    sheet.answered()
    sheet.first.fill("many")
    sheet.first.press("Enter")
    expect(sheet.part("problems")).to_be_visible()
    assert axe("bfr-calculator") == []  # the rest of the page: test_site.py


@pytest.mark.parametrize(
    "calculator",
    [each for each in catalog.CALCULATORS if not each.private],
    ids=lambda each: each.slug,
)
def test_a_link_brings_the_numbers_back(page, open_sheet, calculator):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sheet = open_sheet(calculator.slug)
    sheet.part("try").last.click()
    sheet.answered()
    expected, headline = sheet.answers(), sheet.headline
    assert "?" not in page.url
    sheet.part("copy").click()
    expect(sheet.part("copied")).to_have_text("Link copied.")
    address = page.evaluate("navigator.clipboard.readText()")
    assert "?" not in address.split("#")[0]
    page.goto("about:blank")
    page.goto(address)
    sheet.answered()
    assert sheet.answers() == expected
    assert sheet.headline == headline


def test_units_that_were_not_chosen_follow_the_one_that_was(open_sheet):
    sheet = open_sheet("training-load")
    sheet.element.locator("input[name=one_rm_unit][value=lb]").check()
    answers = sheet.answers()
    assert answers["one_rm"] == "100"
    masses = [
        each for each in catalog.calculator("training-load").inputs if isinstance(each, MassInput)
    ]
    assert {answers[each.unit_name] for each in masses} == {"lb"}
    sheet.element.locator("input[name=one_rm_unit][value=kg]").check()
    assert sheet.answers()["one_rm_unit"] == "kg"


def test_a_load_in_pounds_on_a_bar_in_pounds(open_sheet):
    sheet = open_sheet("training-load")
    sheet.first.fill("225")
    sheet.element.locator("input[name=one_rm_unit][value=lb]").check()
    sheet.answered()
    outcome = render.outcome("training-load", sheet.answers())
    assert sheet.headline == outcome["headline"]
    assert "lb" in sheet.headline


def test_the_working_stays_as_the_reader_left_it(open_sheet):
    sheet = open_sheet("one-rm")
    steps = sheet.element.locator("details[data-part=steps]")
    steps.locator("summary").click()
    expect(steps).not_to_have_attribute("open", "")
    sheet.first.fill("81")
    sheet.answered()
    expect(steps).not_to_have_attribute("open", "")
