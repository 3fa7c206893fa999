"""The templates: nothing misspelt gets through, nothing typed becomes markup, nothing is left out."""

import json
import re
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from bfr_rules import catalog
from bfr_rules.gate import LIMBS, NO_SETTINGS, RELEASABLE, WHO
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoicesInput, TicksInput
from bfr_rules.inputs.days import DateInput
from bfr_rules.inputs.numeric import MassInput
from bfr_rules.limits import LIMITS
from bfr_rules.quantity import decimal
from bfr_rules.standing import Level
from bfr_rules.text import Text
from calculators.build import from_rules
from calculators.paths import ROOT
from calculators.views import render
from calculators.views.form import KINDS, Field, Form, answers_of

BROWSER = ROOT / "calculators" / "browser"
VOID = {"input", "br", "hr", "img", "meta", "link", "path", "progress"}
CALCULATORS = pytest.mark.parametrize("calculator", catalog.CALCULATORS, ids=lambda each: each.slug)


class Markup(HTMLParser):
    """Reads HTML and keeps what a test asks about."""

    def __init__(self, html):
        super().__init__()
        self.open, self.unbalanced = [], []
        self.elements = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)


def html_of(calculator):
    return render.calculator(calculator, number=1, runtime=None)


def outcome_html(slug, answers):
    templates = render.ENVIRONMENT.get_template("calculator/outcome.html.jinja").module
    outcome = render.outcome(slug, answers)
    return "".join(getattr(templates, part)(outcome) for part in ("readout", "details", "working"))


def test_every_template_says_what_it_shows_and_needs():
    for template in render.TEMPLATES.rglob("*.jinja"):
        text = template.read_text(encoding="utf-8")
        assert text.startswith("{#- "), template.name
        assert "Needs" in text.split("-#}")[0], template.name


def test_a_misspelt_name_stops_the_build():
    with pytest.raises(UndefinedError):
        render.ENVIRONMENT.from_string("{{ outcom }}").render()
    with pytest.raises(UndefinedError):
        render.ENVIRONMENT.from_string("{{ outcome.headlin }}").render(outcome={"headline": "x"})


def test_no_template_counts_or_compares_rules():
    """A template chooses and repeats: no sum, no script, no style of its own."""
    for template in render.TEMPLATES.rglob("*.jinja"):
        text = template.read_text(encoding="utf-8")
        code = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", text))
        assert not re.search(
            r"\w\s*[*/+]\s*\w|\d\s*-\s*\d", re.sub(r"\"[^\"]*\"|'[^']*'", "", code)
        )
        assert not re.search(r"<script(?![^>]* (?:src=|type=\"application/json\"))", text)
        assert "style=" not in text
        assert not re.search(r"\son\w+=", text)


def test_a_hostile_exercise_name_stays_text():
    hostile = '<img src=x onerror="alert(1)">'
    answers = Form(catalog.calculator("session"), "x").answers | {"exercise_1_name": hostile}
    html = outcome_html("session", answers)
    assert "&lt;img src=x onerror=" in html
    assert "<img" not in html
    assert all(tag != "img" for tag, _ in Markup(html).elements)


@CALCULATORS
def test_markup_is_balanced(calculator):
    markup = Markup(html_of(calculator))
    assert not markup.unbalanced
    assert not markup.open


@CALCULATORS
def test_ids_are_unique_and_what_refers_to_them_finds_them(calculator):
    elements = Markup(html_of(calculator)).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in elements:
        for name in ("for", "aria-describedby", "aria-labelledby"):
            for target in (attributes.get(name) or "").split():
                assert target in ids


@CALCULATORS
def test_every_question_is_asked_with_the_name_that_the_bridge_reads(calculator):
    elements = Markup(html_of(calculator)).elements
    named = {attributes.get("name") for tag, attributes in elements if tag == "input"}
    for asked in calculator.inputs:
        assert asked.name in named
        if isinstance(asked, MassInput):
            assert asked.unit_name in named


@CALCULATORS
def test_hint_and_unit_are_read_aloud_with_their_question(calculator):
    elements = Markup(html_of(calculator)).elements
    read = {
        each
        for _, attributes in elements
        for each in attributes.get("aria-describedby", "").split()
    }
    beside = {attributes.get("id", "") for _, attributes in elements}
    beside = {each for each in beside if each.endswith(("-hint", "-unit"))}
    assert beside
    assert beside <= read


@CALCULATORS
def test_the_page_as_built_holds_answer_working_and_common_answers(calculator):
    html = html_of(calculator)
    outcome = render.outcome(calculator.slug, Form(calculator, "x").answers)
    built = html
    escaped = render.escape
    assert str(escaped(outcome["headline"])) in built
    for step in outcome["steps"]:
        assert str(escaped(step["says"])) in built
        assert str(escaped(step["result"])) in built
    for cell in calculator.lookup.down_values:
        assert cell.split()[0] in built
    for example in calculator.examples:
        assert str(escaped(example.says)) in built


@CALCULATORS
def test_examples_as_a_form_holds_them_answer_as_on_paper(calculator):
    for example in calculator.examples:
        answers = answers_of(calculator.inputs, example.given)
        json.dumps(answers)
        outcome = render.outcome(calculator.slug, answers)
        assert outcome["headline"] == example.headline
        for asked in calculator.inputs:
            if isinstance(asked, ChoicesInput):
                assert isinstance(answers[asked.name], list)


@CALCULATORS
def test_questions_that_do_not_apply_start_hidden(calculator):
    form = Form(calculator, "x")
    html = html_of(calculator)
    for name, field in form.fields.items():
        (start,) = re.findall(rf'<div class="bfr-field[^>]*data-question="{name}"[^>]*>', html)
        assert start.endswith(" hidden>") is not field.applies


def test_a_blank_outcome_has_every_part_once_and_no_text():
    templates = render.ENVIRONMENT.get_template("calculator/outcome.html.jinja").module
    blank = render.ENVIRONMENT.globals["blank"]
    html = "".join(getattr(templates, part)(blank) for part in ("readout", "details", "working"))
    for name in (
        "bfr-stop",
        "bfr-caution",
        "bfr-scale",
        "bfr-timeline",
        "bfr-fact",
        "bfr-step",
        "bfr-week",
        "bfr-play",
    ):
        assert html.count(f'class="{name}"') == 1
    texts = re.findall(r'data-text="[^"]*"[^>]*>([^<]*)<', html)
    assert texts
    assert not any(text.strip() for text in texts)


def field_html(asked, value):
    field = Field(asked, "x", value, unit="", applies=True, may_stay_empty=False)
    return str(render.ENVIRONMENT.get_template("calculator/field.html.jinja").module.field(field))


def test_a_list_to_tick_ends_in_none_of_these_and_i_dont_know():
    asked = TicksInput(
        "clots",
        Text("Clots"),
        (Choice("clot", Text("A clot")), Choice("veins", Text("Weak veins"))),
        more={"clot": (Text("At any time."), Text("It may come back."))},
        why=Text("A cuff slows blood."),
    )
    html = field_html(asked, ["veins"])
    boxes = [dict(each) for tag, each in Markup(html).elements if tag == "input"]
    assert [(each["value"], each["data-tick"]) for each in boxes] == [
        ("clot", "item"),
        ("veins", "item"),
        ("none", "none"),
        ("unknown", "unknown"),
    ]
    assert [each["value"] for each in boxes if "checked" in each] == ["veins"]
    fold = html[html.index("What counts, and why we ask") :]
    for said in ("A cuff slows blood.", "<dt>A clot</dt>", "At any time.", "It may come back."):
        assert said in fold
    assert "<dt>Weak veins</dt>" not in fold
    assert html.count("<summary>") == 1


def test_a_day_is_asked_as_a_browser_asks_for_it():
    html = field_html(DateInput("first_day", Text("First day"), "2026-11-30"), "2026-11-30")
    assert 'type="date" value="2026-11-30"' in html


def test_every_kind_of_question_has_its_macro():
    macros = render.ENVIRONMENT.get_template("calculator/field.html.jinja").module
    for kind in KINDS.values():
        assert callable(getattr(macros, kind))


@CALCULATORS
def test_settings_have_a_place_for_their_stop_and_a_screening_for_a_release(calculator):
    html = html_of(calculator)
    modes = re.findall(r'<bfr-gate mode="([^"]*)"( asks-first)?>', html)
    if calculator.gated:
        assert modes == [("setting", " asks-first" if calculator.asks_first else "")]
        assert "Nobody was screened for this." in html
    else:
        assert modes == ([("kept", ""), ("release", "")] if calculator.private else [])


def test_a_page_says_once_what_stands_in_the_place_of_settings():
    html = render.gate("/screening/", None)
    named = [each.value for each in NO_SETTINGS]
    assert re.findall(r'data-gate="([^"]*)"', html) == [
        "unscreened",
        *named,
        "today",
        "expired",
        "not-yet",
    ]
    for level in NO_SETTINGS:
        block = html.split(f'data-gate="{level.value}"')[1].split('class="bfr-gate"')[0]
        assert str(NO_SETTINGS[level].headline) in block
    for words in (*LIMITS.values(), *WHO.values(), *(each.capitalize() for each in LIMBS.values())):
        assert f"<span>{words}</span>" in html


@CALCULATORS
def test_only_what_says_nothing_of_health_can_be_linked(calculator):
    html = html_of(calculator)
    assert ("data-private" in html) is calculator.private
    assert ('data-part="copy"' in html) is not calculator.private
    assert "(optional)" not in html or not calculator.private


def test_javascript_knows_of_levels_and_limits_only_what_the_build_writes():
    known = from_rules.values()
    assert known["LEVELS"] == {
        each.value: {"stops": each in NO_SETTINGS, "releasable": each in RELEASABLE}
        for each in Level
    }
    assert known["LIMITS"] == {
        code: {"says": str(each), "binds": [bind_json(bind) for bind in each.binds]}
        for code, each in LIMITS.items()
    }
    exported = re.findall(r"^export const (\w+) = (.*);$", from_rules.module(), re.MULTILINE)
    assert {name: json.loads(value) for name, value in exported} == known
    declared = (BROWSER / "shared" / "from-rules.d.ts").read_text("utf-8")
    assert re.findall(r"^export const (\w+):", declared, re.MULTILINE) == list(known)
    for script in BROWSER.rglob("*.js"):
        typed = set(re.findall(r'"([a-z-]+)"', script.read_text("utf-8")))
        assert not typed & {*LIMITS, *LIMBS}, script.name
        assert len(typed & {each.value for each in Level}) < 4, script.name


def bind_json(bind):
    most = "" if bind.most is None else decimal(bind.most.value)
    return {"name": bind.name, "most": most, "only": bind.only, "never": list(bind.never)}


def test_a_cell_of_a_table_says_why_there_is_no_answer():
    """Four sessions a week for a month are refused: the cell says so, and holds no number."""
    rows = dict(render.lookup(catalog.calculator("rest"))["rows"])
    assert rows["4 weeks"][2] == "Fewer sessions, or a shorter block"
