"""A later visit starts from an image of Python's memory, and from none that is in doubt."""

import pytest

from calculators.views import render

pytestmark = pytest.mark.pyodide

KEPT = """async () => {
    const cache = await caches.open("bfr-python-image");
    const [key] = await cache.keys();
    if (!key) return null;
    const response = await cache.match(key);
    const head = response.headers.get("Head");
    return head && { url: key.url, head, bytes: (await response.arrayBuffer()).byteLength };
}"""
CHANGE = """async ({ url, head, bytes, isCut }) => {
    const cache = await caches.open("bfr-python-image");
    const kept = await (await cache.match(url)).arrayBuffer();
    const body = isCut ? kept.slice(0, bytes / 2) : kept;
    await cache.put(url, new Response(body, { headers: { Head: head } }));
}"""


@pytest.fixture
def visit(page, open_sheet):
    """Comes back to a calculator and has it answer; without Python's library, if that is told."""

    def visits(*, without_library=False):
        if without_library:
            page.context.route("**/library.zip", lambda route: route.abort())
        sheet = open_sheet("one-rm")
        page.reload()
        sheet.first.fill("87.5")
        sheet.answered()
        assert sheet.headline == render.outcome("one-rm", sheet.answers())["headline"]

    return visits


@pytest.fixture
def image(page, visit):
    """The image that a first visit leaves, once it is quiet."""
    visit()
    return kept(page)


def kept(page, before=""):
    """Wait for an image whose head is another than the one before; how long its start took is part of it."""
    for _ in range(300):
        found = page.evaluate(KEPT)
        if found and found["head"] != before:
            return found
        page.wait_for_timeout(200)
    raise AssertionError("no image was kept")


def test_a_later_visit_starts_without_the_library(visit, image):
    visit(without_library=True)


HEADS = {
    "cut": lambda head: head,
    "of other bytes": lambda head: head.replace("sha256%22%3A%22", "sha256%22%3A%220"),
    "with another answer": lambda head: head.replace("response%22%3A%22", "response%22%3A%22x"),
    "with no head": lambda head: "%",
}
"""What is wrong with an image, and its head."""


@pytest.mark.parametrize("doubt", HEADS)
def test_an_image_in_doubt_is_not_used_and_another_is_drawn(page, visit, image, doubt):
    head = HEADS[doubt](image["head"])
    is_cut = doubt == "cut"
    assert is_cut == (head == image["head"])
    page.evaluate(CHANGE, {**image, "head": head, "isCut": is_cut})
    visit()
    assert kept(page, before=head)["bytes"] == image["bytes"]
    visit(without_library=True)
