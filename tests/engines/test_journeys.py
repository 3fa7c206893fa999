"""The journeys of a reader in Firefox and WebKit: the same pages, the same answers."""

from __future__ import annotations

from bfr_rules.catalog import calculator
from bfr_rules.inputs.choices import TicksInput
from calculators.dev.preview import running

LOAD = "bfr-calculator[slug='training-load']"


def answered(reader, slug):
    reader.wait(
        """const it = document.querySelector(`bfr-calculator[slug="${arguments[0]}"]`);
        return it?.hasAttribute("answered") && it.getAttribute("state") === "ready" && !it.hasAttribute("stale");""",
        slug,
    )


def headline(reader):
    return reader.see("[data-part=readout] [data-text=headline]")


def test_home_leads_to_a_live_answer(reader):
    """20 % of 137.5 kg are 27.5 kg, which a bar of 20 kg makes with 2.5 kg and 1.25 kg on each side."""
    reader.go("/")
    reader.see("h1")
    reader.go("/calculate/training-load/")
    reader.type(f"{LOAD} input[name=one_rm]", "137.5")
    answered(reader, "training-load")
    assert headline(reader).startswith("Load the bar to 27.5 kg: 2.5 kg and 1.25 kg on each side")


def test_back_forward_and_reload_keep_what_was_typed(reader):
    reader.go("/calculate/training-load/")
    field = f"{LOAD} input[name=one_rm]"
    reader.type(field, "150")
    answered(reader, "training-load")
    before = headline(reader)
    reader.tap("main a[href*='/one-rm/']")
    reader.wait("return location.pathname.includes('one-rm')")
    reader.driver.back()
    reader.wait("return location.pathname.includes('training-load')")
    reader.see("[data-part=readout] [data-text=headline]", before)
    assert reader.run("return document.querySelector(arguments[0]).value", field) == "150"
    reader.driver.forward()
    reader.wait("return location.pathname.includes('one-rm')")
    reader.driver.back()
    answered(reader, "training-load")
    reader.driver.refresh()
    reader.see("[data-part=readout] [data-text=headline]", before)
    assert reader.run("return document.querySelector(arguments[0]).value", field) == "150"


def test_a_link_brings_the_numbers_of_whoever_sent_it(reader):
    """20 % of 135 kg are 27 kg, which a bar of 20 kg makes as 25 kg."""
    reader.go("/calculate/training-load/#training-load?one_rm=135&one_rm_unit=kg")
    answered(reader, "training-load")
    assert headline(reader).startswith("Load the bar to 25 kg")


def test_after_a_first_answer_it_works_without_a_net(reader, site):
    """20 % of 180 kg are 36 kg, which a bar of 20 kg makes as 35 kg."""
    with running(site) as server:
        reader.base_url = server.url.rstrip("/")
        reader.go("/calculate/training-load/")
        reader.type(f"{LOAD} input[name=one_rm]", "150")
        answered(reader, "training-load")
        reader.wait("return navigator.serviceWorker?.controller?.state === 'activated'")
        reader.see("[data-part=offline]", "without a net")
    reader.go("/calculate/training-load/")
    reader.type(f"{LOAD} input[name=one_rm]", "180")
    answered(reader, "training-load")
    assert headline(reader).startswith("Load the bar to 35 kg")


HEALTHY = {"age": "30", "height_cm": "175", "body_mass": "70", "systolic": "120", "diastolic": "78"}
LISTS = [each.name for each in calculator("screening").inputs if isinstance(each, TicksInput)]


def test_start_leads_to_a_session_that_plays_and_rests(reader):
    """Five repetitions with 120 kg are 135 kg once, or more; 20 % of that are 27 kg, and a bar makes 25 kg."""
    reader.go("/start/")
    form = "[data-part-of={}] form.bfr-form input[name={}]"
    own = "form[data-own=exercise] input[name={}]"
    for screen, answers in (
        ("have", {form.format("equipment", "cuff"): ["measured"]}),
        ("open", {form.format("equipment", "one_hand"): ["yes"]}),
        ("about", {form.format("screening", name): number for name, number in HEALTHY.items()}),
        *((name.replace("_", "-"), {form.format("screening", name): ["none"]}) for name in LISTS),
        ("exercise", {own.format("exercise"): ["bench-press"]}),
        (
            "strength",
            {form.format("one-rm", "load"): "120", form.format("one-rm", "repetitions"): "5"},
        ),
        (
            "pressure",
            {
                form.format("pressure", "aop_mmhg"): "187",
                form.format("pressure", "position"): ["lying"],
            },
        ),
    ):
        reader.wait(
            "return document.querySelector('bfr-flow').getAttribute('step') === arguments[0]",
            screen,
        )
        for field, typed in answers.items():
            if isinstance(typed, str):
                reader.type(field, typed)
            else:
                reader.run(
                    "document.querySelector(arguments[0]).click()", f"{field}[value={typed[0]}]"
                )
        reader.run("document.querySelector('bfr-flow [data-do=on]').click()")
    reader.wait("return document.querySelector('bfr-flow').getAttribute('step') === 'card'")
    card = reader.see("bfr-flow [data-flow=card]", "kg")
    assert "25 kg" in card
    reader.tap("[data-do=play]")
    reader.wait("return document.querySelector('dialog.bfr-player')?.dataset.state === 'setup'")
    reader.taps_after_a_moment("dialog.bfr-player [data-part=primary]")
    reader.wait("return document.querySelector('dialog.bfr-player').dataset.state === 'set'")
    reader.taps_after_a_moment("dialog.bfr-player [data-part=primary]")
    reader.wait("return document.querySelector('dialog.bfr-player').dataset.state === 'rest'")
    reader.driver.refresh()
    reader.wait(
        "return document.querySelector('dialog.bfr-player')?.dataset.state === 'rest' || document.querySelector('dialog.bfr-player')?.dataset.state === 'set'"
    )
