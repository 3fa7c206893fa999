"""What people type and what a link holds, as a reader sees it: read, asked back, never another."""

import json

import pytest
from playwright.sync_api import expect
from tab import screened

pytestmark = [pytest.mark.screened, pytest.mark.warm]


def plan_opened_on(page, open_sheet, day, fragment=""):
    """Open the plan on another day, after a screening of that day."""
    stored = json.dumps(json.dumps(screened(day)))
    page.add_init_script(f"sessionStorage['bfr-standing'] = {stored};")
    page.clock.set_fixed_time(f"{day}T10:00:00")
    return open_sheet("plan", fragment)


@pytest.mark.cold
@pytest.mark.parametrize(
    ("day", "monday"), [("2027-06-01", "2027-06-07"), ("2027-06-07", "2027-06-14")]
)
def test_an_untouched_plan_begins_on_the_next_monday_of_the_device(page, open_sheet, day, monday):
    """1 June 2027 is a Tuesday."""
    sheet = plan_opened_on(page, open_sheet, day)
    expect(sheet.field("start")).to_have_value(monday)
    assert sheet.element.get_attribute("answered") is None
    sheet.field("weeks").fill("4")
    sheet.answered()
    assert "8 sessions with a cuff in 4 weeks" in sheet.headline
    file = sheet.element.evaluate("(element) => element.outcome.files[0].text")
    assert f"DTSTART:{monday.replace('-', '')}T180000" in file
    assert "Timer: http" in file.replace("\r\n ", "")
    sheet.element.get_by_role("button", name="Start again").click()
    expect(sheet.field("start")).to_have_value(monday)


@pytest.mark.cold
def test_the_first_day_of_a_link_stays(page, open_sheet):
    sheet = plan_opened_on(page, open_sheet, "2027-06-01", "#plan?start=2027-05-03&weeks=4")
    expect(sheet.field("start")).to_have_value("2027-05-03")


@pytest.mark.parametrize(
    ("typed", "shown", "clock"),
    [("18.5", "18.5", "183000"), ("6:30 pm", "6:30 pm", "183000"), ("07:15", "07:15", "071500")],
)
def test_a_time_of_a_link_is_seen_and_read(open_sheet, typed, shown, clock):
    """A field for a time drops every spelling but its own; then it becomes one for text."""
    sheet = open_sheet("plan", f"#plan?start_hour={typed}&start=2026-11-30")
    expect(sheet.field("start_hour")).to_have_value(shown)
    sheet.answered()
    file = sheet.element.evaluate("(element) => element.outcome.files[0].text")
    assert f"DTSTART:20261130T{clock}" in file


def test_a_time_of_a_link_that_may_be_two_is_asked_back(open_sheet):
    sheet = open_sheet("plan", "#plan?start_hour=6:30")
    expect(sheet.field("start_hour")).to_have_value("6:30")
    problem = sheet.question("start_hour").locator("[data-part=problem]")
    expect(problem).to_contain_text("can be read in two ways. Write 06:30 or 18:30.")


@pytest.mark.parametrize("typed", ["200 lbs.", "２００ＬＢ", "200#"])
def test_a_unit_that_was_typed_wins_over_the_one_beside_it(open_sheet, typed):
    """20 % of 200 lb, the low end for a first session, is 40 lb."""
    sheet = open_sheet("training-load")
    sheet.field("one_rm").fill(typed)
    sheet.field("equipment").and_(sheet.element.locator("[value=step]")).check(force=True)
    sheet.field("step").fill("5 lb")
    sheet.answered()
    assert "40 lb" in sheet.headline


def test_a_unit_of_another_kind_is_named(open_sheet):
    sheet = open_sheet("training-load")
    sheet.field("one_rm").fill("13 st")
    sheet.field("one_rm").blur()
    problem = sheet.question("one_rm").locator("[data-part=problem]")
    expect(problem).to_have_text("“13 st” is not in kg or lb. It is 182 lb: write that.")
