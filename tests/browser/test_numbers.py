"""“My numbers” over six weeks with a clock that the test turns, and what of it leaves the device: nothing."""

import datetime as dt
import json
import re

import pytest
from playwright.sync_api import expect
from tab import leave, screened

MONDAY = dt.datetime(2026, 11, 30, 18, 0, tzinfo=dt.UTC)
OPENED = """async () => {
    if (!(await indexedDB.databases()).length) return null;
    const opening = indexedDB.open("bfr-numbers");
    const database = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
    const kept = {};
    for (const name of database.objectStoreNames) {
        const asked = database.transaction(name).objectStore(name).getAll();
        kept[name] = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    }
    database.close();
    return kept;
}"""


class Numbers:
    """The page of the numbers, as a reader meets it."""

    def __init__(self, page) -> None:
        self.page = page
        self.element = page.locator("bfr-numbers")
        self.screen = page.locator("dialog.bfr-player")

    def part(self, name):
        return self.element.locator(f'[data-part="{name}"]')

    def button(self, name):
        return self.element.get_by_role("button", name=name, exact=True)

    def says(self, text):
        expect(self.part("says")).to_have_text(text)

    def screened(self, when):
        """Be screened on that day, without a new page."""
        self.page.evaluate(
            """(kept) => {
                sessionStorage.setItem("bfr-standing", JSON.stringify(kept));
                dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
            }""",
            screened(when.date().isoformat()),
        )

    def add_exercise(self, **typed):
        blocks = self.part("exercises").locator("fieldset")
        there = blocks.count()
        self.button("Add an exercise").click()
        expect(blocks).to_have_count(there + 1)
        block = blocks.last
        for name, text in typed.items():
            field = block.locator(f"[name={name}]")
            if name in {"limb", "side"}:
                field.select_option(text)
            else:
                field.fill(text)

    def look(self):
        self.button("Work out today").click()
        expect(self.part("found")).to_be_visible()
        return self.part("figures").locator(".bfr-numbers-big").all_inner_texts()

    def forward(self, seconds):
        self.page.clock.fast_forward(seconds * 1000)

    def tap(self, name):
        self.forward(1)
        self.screen.get_by_role("button", name=name, exact=True).locator("visible=true").click()

    def shows(self, state):
        expect(self.screen).to_have_attribute("data-state", state)

    def play(self):
        self.button("Play the session").click()
        self.shows("setup")
        self.tap("Cuff on: start")
        self.shows("set")

    def exercise(self):
        """The sets of one exercise: 75 repetitions of 4 s and three rests of 60 s are 480 s."""
        self.forward(480)
        self.tap("Cuff is open")

    def finish(self):
        self.shows("over")
        self.tap("Close")
        expect(self.screen).to_be_hidden()

    def session(self):
        self.play()
        self.exercise()
        self.forward(180)
        self.shows("ready")
        self.tap("Cuff on: start")
        self.exercise()
        self.finish()

    def kept(self):
        return self.page.evaluate(OPENED)


def set_up(numbers):
    """Two exercises, three days a week, past the first sessions, the cuff on in rests of 60 s."""
    numbers.button("Keep on this device").click()
    numbers.says("Kept on this device.")
    press = {"name": "Leg press", "side": "both", "load": "20 kg", "one_rm": "100 kg"}
    numbers.add_exercise(**press)
    numbers.add_exercise(name="Curl", limb="arm", side="both", load="5 kg", one_rm="40 kg")
    numbers.button("Add a limb").click()
    cuff = numbers.part("cuffs").locator("fieldset").last
    cuff.locator("[name=aop_mmhg]").fill("187")
    cuff.locator("[name=position]").select_option("sitting")
    numbers.part("fold-way").locator("summary").click()
    way = numbers.part("way")
    way.locator("[name=first_sessions]").select_option("no")
    way.locator("[name=cuff_in_rests]").select_option("on")
    way.locator("[name=rest_s]").fill("60")
    for day in ("mon", "wed", "sat"):
        way.locator(f"[name=bfr_days][value={day}]").check()


LOADS = [
    *("20 kg", "20 kg", "22.5 kg", "22.5 kg", "25 kg", "25 kg", "27.5 kg", "27.5 kg"),
    *("25 kg", "25 kg", "27.5 kg", "27.5 kg", "30 kg", "30 kg", "30 kg", "30 kg", "30 kg"),
]
"""The leg press on paper: a step of 2.5 kg after all repetitions twice, one less after the stop sign of the eighth
session, and never more than 30 % of 100 kg."""


@pytest.fixture
def numbers(page):
    page.clock.install(time=MONDAY - dt.timedelta(hours=1))
    page.goto("/do/my-numbers/")
    return Numbers(page)


def test_six_weeks_are_whole(numbers, context):
    page = numbers.page
    numbers.screened(MONDAY)
    set_up(numbers)
    days = [MONDAY + dt.timedelta(weeks=week, days=day) for week in range(6) for day in (0, 2, 5)]
    missed, with_sign, with_restart = days[4], days[8], days[12]
    done = []
    for day in days:
        if day == missed:
            continue
        page.clock.pause_at(day)
        numbers.screened(day)
        if days.index(day) == days.index(with_sign) + 1:
            assert "Settle the stop sign first" in numbers.look()[0]
            numbers.element.locator("[name=settled]").check()
        done.append(numbers.look()[0].split(" · ")[0])
        if day == days[5]:
            expect(numbers.part("advice")).to_contain_text("Missed: Wednesday 9 December 2026")
        if day == with_sign:
            numbers.play()
            numbers.forward(60)
            numbers.tap("Stop signs")
            numbers.tap("Cuff is open")
            numbers.tap("End the session")
            numbers.finish()
        elif day == with_restart:
            numbers.play()
            numbers.forward(60)
            page = restarted(numbers, context, day)
            numbers = Numbers(page)
            numbers.shows("set")
            # 60 s before the restart, 30 s without a page: 90 s of 120 s, and of the cuff's clock.
            expect(numbers.screen.locator(".bfr-player-cuff-time").first).to_have_text("1:30")
            numbers.forward(390)
            numbers.tap("Cuff is open")
            numbers.forward(180)
            numbers.shows("ready")
            numbers.tap("Cuff on: start")
            numbers.exercise()
            numbers.finish()
        else:
            numbers.session()
    assert done == LOADS
    kept = numbers.kept()
    whole = sorted(kept["sessions"], key=lambda each: each["id"])
    assert [each["date"] for each in whole] == [
        day.date().isoformat() for day in days if day != missed
    ]
    assert [each["ended"] for each in whole].count("sign") == 1
    assert [len(each["exercises"]) for each in whole] == [2] * 7 + [1] + [2] * 9
    sets = [[each["repetitions"] for each in entry["exercises"][0]["sets"]] for entry in whole]
    assert sets == [[30, 15, 15, 15]] * 7 + [[15]] + [[30, 15, 15, 15]] * 9
    exported(numbers, kept)
    history(numbers)


def restarted(numbers, context, day):
    """Close the browser's tab in a set, and open the page anew half a minute later."""
    numbers.page.close(run_before_unload=False)
    page = context.new_page()
    page.clock.install(time=day + dt.timedelta(seconds=90))
    page.clock.pause_at(day + dt.timedelta(seconds=91))  # begun a second after the hour
    page.goto("/do/my-numbers/")
    return page


def exported(numbers, kept):
    """Take everything along, delete it, and read it again: it is the same."""
    with numbers.page.expect_download() as downloaded:
        numbers.button("Save all as a file").click()
    file = downloaded.value.path()
    assert json.loads(file.read_text("utf-8"))["form"] == 2
    numbers.button("Delete all").click()
    numbers.says("All deleted from this device.")
    numbers.page.wait_for_function("async () => !(await indexedDB.databases()).length")
    assert (
        numbers.page.evaluate("Object.keys(localStorage).filter((key) => /^bfr-/.test(key))") == []
    )
    broken = file.with_suffix(".broken")
    broken.write_text(file.read_text("utf-8")[:-40], "utf-8")
    numbers.part("file").set_input_files(broken)
    numbers.says("This is no file of My numbers, or it is cut off. Nothing was changed.")
    numbers.part("file").set_input_files(file)
    numbers.says("Read: 2 exercises and 17 sessions. Sessions that were here are still here.")
    again = numbers.kept()
    assert (again["sessions"], again["numbers"]) == (kept["sessions"], kept["numbers"])


def history(numbers):
    page = numbers.page
    page.goto("/do/what-i-did/")
    rows = page.locator("bfr-history [data-part=rows] tr")
    expect(rows).to_have_count(33)  # 16 sessions of two exercises, and one of one
    expect(rows.filter(has_text="stop sign")).to_have_count(1)
    charts = page.locator("bfr-history svg[role=img]")
    assert charts.evaluate_all("all => all.map((each) => each.getAttribute('aria-label'))")[0] == (
        "Leg press, both legs: load over 17 sessions, from 20 kg (2026-11-30) to 30 kg (2027-01-09)"
    )


# --- What leaves, and what is kept of health -----------------------------------------------------------------------


@pytest.mark.pyodide
def test_nothing_leaves_and_of_health_only_codes_are_kept(page, context, base_url):
    sent = []
    context.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    page.goto("/do/my-numbers/")
    numbers = Numbers(page)
    assert page.evaluate(OPENED) is None
    kept = {**screened(level="limits", limits=["open-rests"], closed=["left-arm"]), "short": False}
    leave(page, kept)
    set_up(numbers)
    numbers.part("way").locator("[name=cuff_in_rests]").select_option("on")
    numbers.part("way").locator("[name=cuff_in_rests]").blur()
    numbers.part("exercises").locator("fieldset").last.locator("[name=side]").select_option("right")
    figures = numbers.look()
    assert figures == ["20 kg · 30-15-15-15", "5 kg · 30-15-15-15"]
    expect(numbers.part("cautions")).to_contain_text(
        "Your limit holds: The cuff open in the rests."
    )
    numbers.button("Card and note").click()
    expect(numbers.part("card")).to_contain_text("The cuff open in the rests.")
    expect(numbers.part("note")).to_have_value(re.compile("187 mmHg, left leg, sitting"))
    numbers.button("Copy a link").click()
    link = numbers.part("link").input_value()
    found = numbers.kept()
    assert set(found) == {"numbers", "sessions", "standing"}
    assert found["standing"] == [kept]
    assert set(found["numbers"][0]["cuffs"][0]["answers"]) <= {
        *("aop_mmhg", "position", "train_position", "percent_aop", "cuff_width_cm")
    }
    assert set(dict(page.evaluate("Object.entries(localStorage)"))) <= {"bfr-keeps", "/.__palette"}
    assert all(line.startswith(base_url) for line in sent)
    assert not [line for line in sent if "187" in re.sub("[0-9a-f]{8,}", "", line)]
    assert "187" not in page.url
    # On another phone: the card opens, and starts after that reader's own screening alone.
    page.evaluate("sessionStorage.clear(); localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    received = numbers.part("received")
    expect(received).to_contain_text("Leg press: 20 kg 30-15-15-15")
    numbers.button("Play it today").click()
    expect(numbers.button("Work out today")).to_be_hidden()
    expect(numbers.element.locator("bfr-gate [data-gate=unscreened]")).to_be_visible()
    leave(page, screened(level="limits", closed=["left-leg", "right-leg"]))
    assert "No cuff on your legs" in numbers.look()[0]
    expect(numbers.button("Play the session")).to_be_hidden()
    leave(page, screened())
    assert numbers.look() == ["20 kg · 30-15-15-15", "5 kg · 30-15-15-15"]
    numbers.button("Play the session").click()
    numbers.shows("setup")


def test_somebody_else_sees_nothing_of_it(page):
    page.goto("/do/my-numbers/")
    numbers = Numbers(page)
    leave(page, screened())
    set_up(numbers)
    numbers.says("Kept on this device.")
    page.wait_for_function(
        f"async () => (await ({OPENED})()).numbers[0].plan?.bfr_days.length === 3"
    )
    page.reload()
    numbers.element.get_by_role("button", name="Somebody else?").first.click()
    expect(numbers.part("exercises")).to_be_hidden()
    page.goto("/")
    expect(page.locator("bfr-today")).to_be_hidden()
    page.goto("/do/my-numbers/")
    expect(numbers.button("Work out today")).to_be_hidden()
    numbers.button("Show my numbers again").click()
    expect(numbers.part("fold-exercises")).to_be_visible()
    page.goto("/")
    expect(page.locator("bfr-today")).to_contain_text("Leg press")


@pytest.mark.parametrize("page_of", ["/do/my-numbers/", "/do/what-i-did/", "/calculate/next-time/"])
def test_pages_have_no_faults_of_accessibility(page, axe, page_of):
    page.goto("/do/my-numbers/")
    numbers = Numbers(page)
    leave(page, screened())
    set_up(numbers)
    if page_of == "/do/my-numbers/":
        numbers.look()
        numbers.button("Card and note").click()
        expect(numbers.part("code").locator("svg")).to_be_visible()
    else:
        page.goto(page_of)
    assert axe() == []


TOLD = """() => {
    const flow = document.body.appendChild(document.createElement("div"));
    const place = flow.appendChild(document.createElement("span"));
    place.dataset.placeSave = "";
    const exercise = { name: "Squat", limb: "leg", side: "both", load: "20 kg", step: "", sets: "15 15 15",
        one_rm: "", ten_rm: "", tested_on: "", cuff: true };
    const way = { first_sessions: "yes", rest_s: "30", cuff_in_rests: "open", tempo_up_s: "2", tempo_hold_s: "0",
        tempo_down_s: "2", open_min: "3" };
    const card = { form: 1, exercises: [exercise], way, cuffs: [], plan: null };
    flow.dispatchEvent(new CustomEvent("bfr-card", { bubbles: true, detail: { card } }));
}"""


def test_a_session_that_was_set_up_is_kept_by_one_tap(page):
    page.goto("/calculate/session/")
    page.wait_for_function("() => customElements.get('bfr-player')")
    page.evaluate(TOLD)
    page.get_by_role("button", name="Keep as my numbers").click()
    expect(page.locator("[data-place-save] [role=status]")).to_contain_text("Kept on this device")
    assert page.evaluate(OPENED)["numbers"][0]["exercises"][0]["name"] == "Squat"
