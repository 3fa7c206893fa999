"""The lists of safety on pages: written from the rules, whole, and nowhere a second time."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from bfr_rules import signs as rules
from bfr_rules.citation import State
from bfr_rules.screening import reasons
from bfr_rules.screening.reasons import ITEMS, NEVER
from bfr_rules.signs import SIGNS
from bfr_rules.text import Text
from calculators.markdown import safety_lists
from calculators.markdown.extension import Calculators
from calculators.markdown.host import PageError
from calculators.paths import DOCS
from calculators.views import player, render

WHO = (DOCS / "risks" / "who-should-not.md").read_text("utf-8")
STOP = (DOCS / "do" / "when-to-stop.md").read_text("utf-8")
BEFORE = (DOCS / "do" / "before-you-start.md").read_text("utf-8")


def fences(page, name):
    return re.findall(rf"^```{name}\n(.+)\n```$", page, re.MULTILINE)


def html(text):
    made = Markdown(extensions=["md_in_html", "attr_list", Calculators()])
    return made.convert(text)


def test_every_reason_stands_once_on_its_page_with_its_words_and_sources():
    written = [safety_lists.reasons(part) for part in fences(WHO, "reasons") if part != "never"]
    whole = "\n".join(written)
    assert sorted(fences(WHO, "reasons")) == sorted([*safety_lists.SECTIONS, "never"])
    for item in ITEMS:
        (section,) = re.findall(
            rf"^#+ [^\n]* {{ #{item.id} \.bfr-ref }}\n(.*?)(?=^#|\Z)",
            whole,
            re.DOTALL | re.MULTILINE,
        )
        assert f"{item.tick} {{ #{item.id} " in whole
        for said in (item.why, item.more, item.includes, item.excludes):
            assert str(said or "") in section
        assert str(item.do) in section.replace("*", "")
        for each in item.cites:
            assert f"@{each.key}, " in section
        if State.OURS in {each.state for each in item.cites}:
            assert re.search(r"\b[Oo]urs?\b", section), item.value


def test_the_printed_checklist_is_complete():
    parts = fences(BEFORE, "reasons")
    assert sorted(parts) == sorted(f"checklist {part}" for part in safety_lists.SECTIONS)
    whole = "\n".join(safety_lists.reasons(part) for part in parts)
    for item in ITEMS:
        assert f"- [{item.tick}](../risks/who-should-not.md#{item.id})" in whole


def test_what_no_agreement_opens_is_listed_with_sources():
    written = safety_lists.reasons("never").splitlines()
    assert len(written) == len(NEVER) == 10
    assert all("[@" in line for line in written)


def test_every_sign_stands_once_on_its_page_with_its_words_and_sources():
    assert sorted(fences(STOP, "signs")) == sorted(safety_lists.CARDS)
    whole = "\n".join(safety_lists.signs(part) for part in safety_lists.CARDS)
    for sign in SIGNS:
        (card,) = re.findall(rf"### [^\n]*{{ #{sign.id} .*?</section>", whole, re.DOTALL)
        for said in (*sign.signs, sign.why):
            assert str(said or "") in card
        assert str(sign.do) in card.replace("*", "")
        assert all(f"@{each.key}, " in card for each in sign.cites)


def test_one_changed_word_of_a_reason_changes_every_place(monkeypatch):
    """Page, printed list and form are made from one value; a letter names the same words."""
    (before,) = (each for each in ITEMS if each.value == "kidney")
    after = replace(before, tick=Text("Kidneys of glass"))
    monkeypatch.setattr(
        safety_lists, "ITEMS", tuple(after if each is before else each for each in ITEMS)
    )
    group = tuple(after if each is before else each for each in reasons.ILLNESS)
    groups = [
        (asked, tuple(after if each is before else each for each in items))
        for asked, items in reasons.LISTS_TO_TICK
    ]
    monkeypatch.setattr(safety_lists, "LISTS_TO_TICK", groups)
    assert "Kidneys of glass { #a26" in safety_lists.reasons("clinician")
    assert "Kidneys of glass" in safety_lists.reasons("checklist clinician")
    form = reasons._list("illness", "x", "x", "x", group)
    assert "Kidneys of glass" in [str(each.label) for each in form.choices]
    for page in (WHO, BEFORE):
        assert str(before.tick) not in page, "typed a second time"


@pytest.mark.parametrize("page", [WHO, BEFORE, STOP], ids=["who", "before", "stop"])
def test_no_page_types_a_reason_or_a_sign_again(page):
    for each in ITEMS:
        assert f"{each.do}" not in page or str(each.do) in {"Ask a clinician.", "Wait a day."}
    for each in SIGNS:
        assert str(each.do) not in page


def test_a_sheet_to_sign_names_each_sign_that_needs_help_and_what_a_reader_notices():
    lines = "\n".join(
        safety_lists.signs(f"list {moment}") for moment in safety_lists.MOMENT
    ).splitlines()
    wanted = [each for each in SIGNS if each.urgency != "common"]
    assert len(lines) == len(wanted)
    for sign in wanted:
        (line,) = (each for each in lines if f"#{sign.id})" in each)
        assert all(str(said) in line for said in (sign.title, *sign.signs))
        assert ("Emergency" in line) == (sign.urgency == "emergency")


def test_player_sheet_and_steps_have_the_words_of_the_signs():
    shown = player.screen("player.js")
    for sign in SIGNS:
        assert str(sign.title) in shown
    assert str(rules.OPEN_AT) == (
        "Open the cuff at any of these: numb, sharp pain, white, blue or cold skin, dizzy or sick "
        "or time is up."
    )
    template = (render.TEMPLATES / "flow" / "flow.html.jinja").read_text("utf-8")
    assert "{{ open_at }}" in template
    assert "sharp pain" not in template


def test_a_fence_is_read_like_the_rest_of_the_page():
    made = html("```reasons\nmissing\n```\n")
    assert 'id="a75"' in made
    assert '<a class="bfr-cite' in made or "#source-" in made
    assert 'class="bfr-card bfr-card--emergency"' in html("```signs\nemergency\n```\n")


@pytest.mark.parametrize(
    "fence", ["reasons\nsometimes", "signs\nloud", "signs\nlist never", "reasons\nlist doctor"]
)
def test_an_unknown_part_stops_the_build_with_its_line(fence):
    with pytest.raises(PageError, match="2: no "):
        html(f"```{fence}\n```\n")


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("blood-pressure-highest", "180/110"),
        ("blood-pressure-stop", "160/100"),
        ("blood-pressure-ask", "140/90"),
        ("blood-pressure-low", "90/60"),
    ],
)
def test_a_line_of_the_blood_pressure_has_a_name(name, numbers):
    assert str(safety_lists.LINES[name].text) == numbers
    assert safety_lists.LINES[name].anchor in {each.id for each in ITEMS}
    assert numbers in html(f"From {{={name}}} on.")


def test_no_page_types_our_lines_of_the_blood_pressure():
    for page in DOCS.rglob("*.md"):
        text = page.read_text("utf-8")
        assert not re.search(r"\b(160/100|140/90)\b", text), page


# --- A seal ---------------------------------------------------------------------------------------


def said_of_safety():
    """Every word of a reason and of a sign, in order."""
    for each in ITEMS:
        yield from (each.id, each.value, each.tick, each.do, each.why, each.severity.name)
    for each in SIGNS:
        yield from (each.id, each.title, *each.signs, each.do, each.urgency, each.when)


def test_a_changed_word_of_a_reason_or_a_sign_is_a_changed_rule():
    """Whoever changes one reads every place again, names it in the changelog, and breaks this seal on purpose."""
    seal = hashlib.sha256("\n".join(map(str, said_of_safety())).encode()).hexdigest()[:16]
    assert seal == Path(__file__).with_name("safety_words.seal").read_text("utf-8").strip()
