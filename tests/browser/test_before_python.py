"""Before Python is there: common questions are answered with what the build has made, and all others wait."""

import pytest
from playwright.sync_api import expect

from calculators.build import shards
from calculators.views import render

pytestmark = pytest.mark.pyodide

STOP = """async () => {
    const { standing } = await import("/assets/widgets/gate/standing.js");
    const nobody = { release_by: [], release: null, short: false, on: null, today_on: null };
    standing.set({ level: "doctor", lasting: "doctor", limits: [], closed: [], ...nobody }, "");
}"""
NOBODY = """async () => {
    const { standing } = await import("/assets/widgets/gate/standing.js");
    standing.forget();
}"""

ANSWERED_AS_BUILT = """async (slugs) => {
    const { Shard } = await import("/assets/widgets/python/shard.js");
    const { readAnswers } = await import("/assets/widgets/shared/answers.js");
    const found = await Promise.all(slugs.map(async (slug) => {
        const { url, text } = await fetch(`/calculate/${slug}/`)
            .then(async (response) => ({ url: response.url, text: await response.text() }));
        const built = new DOMParser().parseFromString(text, "text/html");
        const element = built.querySelector("bfr-calculator");
        const { address, integrity } = JSON.parse(element.dataset.shard);
        const file = await fetch(new URL(address, url), { integrity });
        const standing = "gated" in element.dataset ? { level: "unscreened" } : undefined;
        const answers = readAnswers(element.querySelector("form.bfr-form"));
        const shard = new Shard(await file.json());
        return [slug, shard.find({ calculator: slug, answers, standing, part: "answer" }) ?? ""];
    }));
    return Object.fromEntries(found);
}"""
"""Reads each form as the page of its calculator is built, and finds the answer to it."""


def test_a_common_question_is_answered_while_python_is_on_its_way(page, context, open_sheet):
    held = []

    def hold(route):
        held.append(route)

    context.route("**/pyodide.asm.wasm", hold)
    sheet = open_sheet("one-rm")
    sheet.field("load").fill("8")
    sheet.field("load").fill("80")
    expect(sheet.element).to_have_attribute("answered", "")
    expect(sheet.element).to_have_attribute("state", "loading")
    expect(sheet.element).not_to_have_attribute("stale", "")
    expect(sheet.element.get_by_text("The answer to your numbers.")).to_be_visible()
    assert sheet.headline == render.outcome("one-rm", sheet.answers())["headline"]
    shown = sheet.readout.inner_html()
    # A stop of the screening takes it away, and what is typed brings none.
    page.evaluate(STOP)
    expect(sheet.element).to_have_attribute("gated", "")
    sheet.field("load").evaluate("(field) => { field.value = '90'; field.form.requestSubmit(); }")
    assert sheet.element.evaluate("(element) => element.outcome") is None
    page.evaluate(NOBODY)
    expect(sheet.readout).to_contain_text(render.outcome("one-rm", sheet.answers())["answer"])
    # Other answers than the build has asked wait for Python, and none stands for theirs.
    sheet.field("load").fill("80.3")
    expect(sheet.element.get_by_text("What you typed is kept")).to_be_visible()
    expect(sheet.readout).not_to_be_visible()
    sheet.field("load").fill("80")
    expect(sheet.readout).to_be_visible()
    sheet.field("cuff").and_(page.locator("[value=yes]")).check()
    expect(sheet.readout).not_to_be_visible()
    for route in held:
        route.continue_()
    sheet.is_ready()
    expect(sheet.element).not_to_have_attribute("stale", "")
    assert sheet.headline == render.outcome("one-rm", sheet.answers())["headline"]
    sheet.field("cuff").and_(page.locator("[value=no]")).check()
    sheet.answered()
    assert sheet.readout.inner_html() == shown


def test_every_form_is_one_that_the_build_has_asked_about(page):
    page.goto("/calculate/")
    found = page.evaluate(ANSWERED_AS_BUILT, list(shards.COMMON))
    assert [slug for slug in shards.COMMON if not found[slug].startswith('{"rules"')] == []
