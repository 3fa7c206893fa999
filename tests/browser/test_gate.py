"""The screening and its gate: a stop stands before every setting, and nothing about health leaves the page."""

import json
import re
from itertools import product

import pytest
from playwright.sync_api import expect
from tab import leave, screened, today

from bfr_rules import bridge, catalog
from bfr_rules.gate import NO_SETTINGS, effective, gate
from bfr_rules.inputs.choices import ChoiceInput, ChoicesInput, TicksInput
from bfr_rules.standing import Level
from bfr_rules.times import Date
from calculators.views.form import Form, answers_of

pytestmark = pytest.mark.warm

SCREENING = catalog.calculator("screening")
GATED = [each for each in catalog.CALCULATORS if each.gated]
SHOWN = [level for level in NO_SETTINGS if level is not Level.MISSING]
"""Levels that an example of the screening leads to."""
LEVELS = pytest.mark.parametrize("level", SHOWN, ids=lambda each: each.value)
RELEASE = {"by": "doctor", "from": today(), "limbs": ["left-leg"], "limits": [], "name": ""}
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
    may_release = bool(bridge.ask("screening", given(level)).standing.release_by)
    expect(element.locator(".bfr-release")).to_be_visible(visible=may_release)


def state(page, by="A physiotherapist", limbs=("Right leg",), name="", since="From today"):
    """State what a professional has decided, as a reader does."""
    form = page.locator("bfr-calculator .bfr-release:visible")
    form.locator("summary").click()
    for said in (by, *limbs, since):
        form.get_by_label(said, exact=True).check()
    form.get_by_label("Their name").fill(name)
    form.get_by_role("button", name="State this").click()


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
    assert not [url for url in asked if "widgets/python/worker" in url], "shown without Python"


def test_the_stop_stands_there_when_the_page_changes_without_a_reload(page, open_sheet):
    screen(open_sheet, Level.DOCTOR)
    page.evaluate("window.stillHere = true")
    page.locator(".bfr-margin a", has_text="Training load").click()
    page.wait_for_url("**/calculate/training-load/")
    is_stopped(page, "training-load", Level.DOCTOR)
    assert page.evaluate("window.stillHere") is True


@LEVELS
def test_a_stop_is_usable_by_everyone(page, open_sheet, axe, level):
    page.set_viewport_size({"width": 360, "height": 740})
    screen(open_sheet, level)
    page.goto("/calculate/session/")
    is_stopped(page, "session", level)
    assert axe("bfr-calculator") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for control in page.locator(".bfr-gate:visible :is(button, a.bfr-button)").all():
        assert control.bounding_box()["height"] >= 44


def test_a_named_release_opens_its_limb_with_its_limits_and_outlives_the_page(page, open_sheet):
    sheet = screen(open_sheet, Level.CLINICIAN)
    proposed = bridge.ask("screening", given(Level.CLINICIAN)).standing.limits
    assert proposed
    page.evaluate("window.stillHere = true")
    page.locator(".bfr-margin a", has_text="Training load").click()
    page.wait_for_url("**/calculate/training-load/")
    assert page.evaluate("window.stillHere") is True
    is_stopped(page, "training-load", Level.CLINICIAN)
    ticked = page.locator(".bfr-release [name=limits]:checked")
    codes = ticked.evaluate_all("(boxes) => boxes.map(({ value }) => value)")
    assert codes == [each.code for each in proposed]
    state(page, name="Ms Test", limbs=("Left leg", "Right leg"))
    load = type(sheet)(page, "training-load")
    load.answered()
    expect(load.element).not_to_have_attribute("gated", "")
    for _ in range(2):
        line = load.element.locator(".bfr-standing:visible")
        expect(line).to_contain_text("A physiotherapist has agreed, as you state (Ms Test)")
        expect(line).to_contain_text("left leg, right leg")
        expect(line).to_contain_text("No cuff on: left arm, right arm.")
        for limit in proposed:
            expect(line).to_contain_text(str(limit))
        load.answered()
        expect(load.part("details")).to_contain_text("A physiotherapist has agreed, as you state")
        assert page.evaluate(KEPT)["release"] == {
            "by": "physiotherapist",
            "from": today(),
            "limbs": ["left-leg", "right-leg"],
            "limits": codes,
            "name": "Ms Test",
        }
        page.reload()
    load.element.get_by_role("button", name="Take it back").click()
    is_stopped(page, "training-load", Level.CLINICIAN)


def test_a_release_says_what_it_lacks_and_keeps_what_was_ticked(page, open_sheet):
    open_sheet("session")
    leave(page, screened(level="clinician", release_by=["doctor", "physiotherapist"]))
    form = page.locator("bfr-calculator .bfr-release:visible")
    form.locator("summary").click()
    form.get_by_role("button", name="State this").click()
    for problem in ("Choose who has agreed.", "Tick each limb", "Choose today, or give the day"):
        expect(form.get_by_text(problem)).to_be_visible()
    expect(form.get_by_label("A doctor", exact=True)).to_be_focused()
    form.get_by_label("A doctor", exact=True).check()
    form.get_by_label("Left arm").check()
    form.get_by_label("From another day").check()
    form.get_by_role("button", name="State this").click()
    expect(form.get_by_text("Choose today, or give the day")).to_be_visible()
    expect(form.get_by_text("Choose who has agreed.")).to_be_hidden()
    form.get_by_label("The day", exact=True).fill("2031-01-02")
    form.get_by_role("button", name="State this").click()
    stop = page.locator('bfr-calculator .bfr-gate[data-gate="not-yet"]')
    expect(stop).to_be_visible()
    expect(page.locator("bfr-calculator")).to_have_attribute("gated", "")


@pytest.mark.parametrize("level", ["missing", "unfinished", "not-today"])
def test_what_nobody_may_decide_has_no_release(page, open_sheet, level):
    open_sheet("session")
    leave(page, screened(level=level, release_by=["doctor"]))
    expect(page.locator(f'bfr-calculator .bfr-gate[data-gate="{level}"]')).to_be_visible()
    expect(page.locator("bfr-calculator .bfr-release")).to_be_hidden()
    # A doctor's level that a doctor may open has one, for doctors alone.
    leave(page, screened(level="doctor", release_by=["doctor"], closed=["left-leg"]))
    form = page.locator("bfr-calculator .bfr-release:visible")
    form.locator("summary").click()
    assert form.locator("label:visible").all_inner_texts()[0] == "A doctor"
    expect(form.get_by_label("A physiotherapist")).to_be_hidden()
    expect(form.get_by_label("Left leg")).to_be_hidden()
    leave(page, screened(level="doctor"))
    expect(page.locator('bfr-calculator .bfr-gate[data-gate="doctor"]')).to_be_visible()
    expect(page.locator("bfr-calculator .bfr-release")).to_be_hidden()


@pytest.mark.parametrize(
    "kept",
    [
        {"level": "none", "released": False, "closed": []},
        screened(level="anything"),
        screened(lasting="anything"),
        screened(limits=["gentle"]),
        screened(closed=["tail"]),
        screened(on="yesterday"),
        screened(on="2026-02-31"),
        screened(release_by=["coach"]),
        screened(release={**RELEASE, "by": "coach"}),
        screened(release={**RELEASE, "limits": ["none"]}),
        screened(short="no"),
        screened(level="unscreened"),
        "doctor",
        7,
        [],
    ],
    ids=str,
)
def test_what_nobody_knows_counts_as_not_screened_and_is_said(page, open_sheet, kept):
    sheet = open_sheet("session")
    leave(page, kept)
    expect(sheet.element.locator(".bfr-standing:visible")).to_contain_text(
        "What this tab had kept of a screening is not known"
    )
    open_sheet("pressure")
    expect(page.locator('bfr-calculator .bfr-gate[data-gate="unscreened"]')).to_be_visible()


def test_a_forged_release_opens_nothing_that_may_not_be_released(page, open_sheet):
    open_sheet("rest")
    for forged in (
        screened(level="doctor", release=RELEASE),
        screened(level="not-today", release=RELEASE, release_by=["doctor"]),
        screened(level="missing", release=RELEASE, release_by=["doctor"]),
        screened(level="doctor", release_by=["physiotherapist"], release=RELEASE),
    ):
        leave(page, forged)
        expect(page.locator("bfr-calculator")).to_have_attribute("gated", "")


DAYS = (None, "2026-10-30", "2026-11-23", "2026-11-24", "2026-11-25")
DAY = "2026-11-24"


def every_standing():
    """Combine what a tab can hold: levels, days, a short check, releases."""
    levels = [each.value for each in Level if each is not Level.UNSCREENED]
    release = {"by": "doctor", "limbs": ["left-leg", "right-arm"], "limits": ["measure"]}
    releases = [
        None,
        *({**release, "from": day, "name": ""} for day in DAYS[2:]),
        {**release, "by": "physiotherapist", "from": DAY, "name": ""},
    ]
    for level, lasting, on, today_on in product(levels, levels, DAYS, DAYS[2:4]):
        for short, given in product((False, True), releases):
            yield {
                "level": level,
                "lasting": lasting,
                "limits": ["open-rests"],
                "closed": ["right-arm"],
                "on": on,
                "today_on": today_on,
                "release_by": ["doctor"],
                "release": given,
                "short": short,
            }


def test_the_page_and_the_rules_stop_the_same_people(page, open_sheet):
    """Before Python has started the page decides; it must decide as `bfr_rules.gate` does."""
    open_sheet("rest")
    cases = [None, *every_standing()]
    found = page.evaluate(
        """async ([cases, day]) => {
            const { effective, gateOf, readStanding } = await import("/assets/widgets/gate/gate.js");
            return cases.map((each) => {
                const read = readStanding(each);
                const now = read && effective(read);
                return [
                    gateOf(read, day, true),
                    gateOf(read, day, false),
                    now && [now.level, now.lasting, now.limits, now.closed],
                ];
            });
        }""",
        [cases, DAY],
    )
    day = Date.parse(DAY)
    for case, (asking, other, now) in zip(cases, found, strict=True):
        standing = bridge.standing_of(case or {"level": "unscreened"})
        ours = effective(standing)
        stops = [gate(ours, day, asks_first=asks) for asks in (True, False)]
        assert [asking, other] == [each.gate if each else "" for each in stops], case
        if now is not None:
            codes = [each.code for each in ours.limits]
            assert now == [ours.level.value, ours.lasting.value, codes, list(ours.closed)], case


def test_limits_stop_nothing_and_are_named(page, open_sheet):
    sheet = screen(open_sheet, Level.LIMITS)
    page.locator(".bfr-margin a", has_text="Training load").click()
    load = type(sheet)(page, "training-load")
    expect(load.element.locator(".bfr-standing:visible")).to_contain_text("limits apply to you")
    load.first.fill("90")
    load.answered()
    standing = bridge.ask("screening", given(Level.LIMITS)).standing
    assert load.headline == str(bridge.ask("training-load", load.answers(), standing).headline)
    for limit in standing.limits:
        expect(load.part("details")).to_contain_text(str(limit))


def test_a_closed_limb_gets_no_setting(page, open_sheet):
    open_sheet("session")
    leave(page, screened(level="limits", closed=["left-arm", "right-arm"]))
    sheet = open_sheet("session")
    sheet.element.locator('input[name="exercise_1_limb"][value="arm"]').check()
    sheet.answered()
    assert sheet.headline == "No cuff on your arms"
    line = sheet.element.locator(".bfr-standing:visible")
    expect(line).to_contain_text("No cuff on: left arm, right arm.")


def test_before_a_screening_the_way_to_it_is_shown(page, open_sheet):
    sheet = open_sheet("one-rm")
    line = sheet.element.locator(".bfr-standing:visible")
    expect(line).to_contain_text("Nobody was screened for this.")
    sheet.first.fill("90")
    sheet.answered()
    expect(sheet.part("details")).to_contain_text("Nobody was screened for this.")
    line.get_by_role("link").click()
    page.wait_for_url("**/calculate/screening/")


@pytest.mark.parametrize("slug", [each.slug for each in GATED if each.asks_first])
def test_what_asks_first_shows_no_setting_to_somebody_who_was_not_screened(open_sheet, slug):
    sheet = open_sheet(slug)
    expect(sheet.element.locator('.bfr-gate[data-gate="unscreened"]')).to_be_visible()
    expect(sheet.element.locator("form.bfr-form")).to_be_hidden()
    expect(sheet.element.locator("table:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("kept", "name"),
    [
        ({"on": "2020-01-01", "today_on": "2020-01-01"}, "expired"),
        ({"on": None, "today_on": None}, "expired"),
        ({"today_on": "2020-01-01"}, "today"),
        ({"today_on": "2020-01-01", "short": True}, "expired"),
        ({"on": "2931-01-01", "today_on": "2931-01-01"}, "expired"),
    ],
)
def test_a_screening_of_another_day_is_asked_again(page, open_sheet, kept, name):
    sheet = open_sheet("session")
    leave(page, screened(**kept))
    expect(sheet.element).to_have_attribute("gated", "")
    expect(sheet.element.locator(f'.bfr-gate[data-gate="{name}"]')).to_be_visible()
    page.goto("/start/")
    page.locator('bfr-flow label:has(input[value="measured"])').first.click()
    page.locator('bfr-flow label:has(input[value="yes"]):visible').first.click()
    expect(page.locator("bfr-flow")).to_have_attribute("step", "screened")
    expect(page.locator("bfr-flow [data-do=on]")).to_be_hidden()


@pytest.mark.parametrize("short", [False, True])
def test_a_whole_screening_that_has_run_out_is_not_renewed_by_the_short_check(
    page, open_sheet, short
):
    sheet = open_sheet("session")
    leave(page, screened(on="2020-01-01", today_on="2020-01-01", short=short))
    block = sheet.element.locator('.bfr-gate[data-gate="expired"]')
    expect(block).to_be_visible()
    expect(block.locator("form.bfr-ask")).to_have_count(int(short))
    expect(block.get_by_role("link", name="Go to the whole screening")).to_be_visible()


def test_somebody_else_starts_anew(page, open_sheet):
    sheet = open_sheet("training-load")
    leave(page, screened(level="limits", limits=["measure"]))
    sheet.first.fill("91")
    sheet.answered()
    page.evaluate("sessionStorage.setItem('bfr-anything', '1')")
    sheet.element.get_by_role("button", name="Somebody else?").click()
    expect(sheet.element.locator(".bfr-standing:visible")).to_contain_text("Nobody was screened")
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => /^bfr-/.test(key))") == []
    assert sheet.answers() == Form(catalog.calculator("training-load"), "x").answers


def test_a_reload_of_the_screening_shows_where_it_left_the_reader_and_no_other_state(
    page, open_sheet
):
    sheet = screen(open_sheet, Level.NONE)
    page.reload()
    line = sheet.element.locator(".bfr-standing:visible")
    expect(line).to_contain_text("Screened today: no listed reason found", use_inner_text=True)
    expect(sheet.element.locator("form.bfr-form")).to_be_hidden()
    expect(sheet.readout).to_be_hidden()
    line.get_by_role("link", name="Change").click()
    expect(sheet.element.locator("form.bfr-form")).to_be_visible()
    sheet.field("age").fill("30")
    page.wait_for_function(f"() => {KEPT}.level === 'unfinished'")


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
    state(page)
    assert page.evaluate(KEPT)["release"]["by"] == "physiotherapist"
    sheet.field("age").fill("31")
    page.wait_for_function(f"() => !{KEPT}.release")


@pytest.mark.parametrize("level", [Level.DOCTOR, Level.CLINICIAN], ids=lambda each: each.value)
@pytest.mark.pyodide
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
    found = bridge.ask("screening", given(level)).standing
    by = [each.value for each in found.release_by]
    codes = [each.code for each in found.limits]
    lasting = (found.lasting or level).value
    parts = {"lasting": lasting, "limits": codes, "release_by": by, "short": found.short}
    assert standing == screened(level=level.value, **parts)
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


def test_the_form_shows_what_a_limit_holds(page, open_sheet):
    """The question says which limit holds, what is against it cannot be chosen, and the answer says what it used."""
    open_sheet("session")
    leave(page, screened(level="limits", limits=["open-rests", "lowest-pressure"]))
    sheet = open_sheet("session")
    rests = sheet.question("cuff_in_rests")
    expect(rests.locator(".bfr-limit-note")).to_contain_text("The cuff open in the rests.")
    expect(sheet.field("cuff_in_rests").and_(page.locator("[value=on]"))).to_be_disabled()
    expect(sheet.field("cuff_in_rests").and_(page.locator("[value=open]"))).to_be_checked()
    pressure = open_sheet("pressure")
    pressure.field("aop_mmhg").fill("200")
    pressure.field("position").and_(page.locator("[value=sitting]")).check()
    pressure.field("percent_aop").fill("80")
    pressure.answered()
    share = pressure.question("percent_aop")
    expect(share.locator(".bfr-limit-note")).to_contain_text("no more than 40 % AOP")
    # 40 % of 200 mmHg.
    assert "80 mmHg" in pressure.headline
    expect(pressure.part("details")).to_contain_text("This uses “40 % AOP”, not “80 % AOP”.")
    page.reload()
    expect(pressure.element.locator(".bfr-standing:visible")).to_contain_text("40 % AOP")


def test_one_closed_leg_stops_what_takes_both_and_names_the_other(page, open_sheet):
    open_sheet("aerobic")
    leave(page, screened(level="limits", closed=["left-leg"]))
    walk = open_sheet("aerobic")
    walk.answered()
    assert walk.headline == "No cuff on your left leg, and this takes both"
    pressure = open_sheet("pressure")
    pressure.field("aop_mmhg").fill("187")
    pressure.field("position").and_(page.locator("[value=sitting]")).check()
    pressure.answered()
    assert "right leg" in pressure.headline


def test_what_is_wrong_in_the_short_check_is_pointed_out_and_read_aloud(page, open_sheet):
    sheet = open_sheet("session")
    leave(page, screened(on="2020-01-01", today_on="2020-01-01", short=True))
    ask = sheet.element.locator('.bfr-gate[data-gate="expired"] form.bfr-ask')
    ask.locator('input[name="bp"][value="numbers"]').check()
    numbers = {name: ask.locator(f'input[name="{name}"]') for name in ("systolic", "diastolic")}
    numbers["systolic"].fill("many")
    numbers["diastolic"].fill("80")
    go_on = ask.get_by_role("button", name="Go on")
    go_on.click()
    problem = ask.locator('[data-question="systolic"] [data-part=problem]')
    expect(problem).to_contain_text("“many” is not a number. Enter a whole number")
    expect(numbers["systolic"]).to_be_focused()
    expect(numbers["systolic"]).to_have_accessible_description(re.compile("“many” is not a number"))
    expect(ask.locator("[data-part=problem]")).to_have_count(1)
    numbers["systolic"].fill("120")
    go_on.click()
    expect(ask.locator("[data-part=problem]")).to_have_count(0)
    expect(ask.locator("[data-ask=left]")).to_be_visible()
