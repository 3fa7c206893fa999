"""A later visit starts from an image of Python's memory, and from none that is in doubt."""

import json
from urllib.parse import unquote

import pytest

from calculators.views import render
from tests.browser.conftest import PATIENCE_MS, THRIFTY, Sheet

pytestmark = pytest.mark.pyodide

PAGE_BYTES = 4096
"""Of Python's memory."""

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


DRAWN = "of this module"
KEEP = """async ([from, to]) => {
    const [source, target] = await Promise.all([from, to].map((name) => caches.open(name)));
    for (const key of await target.keys()) await target.delete(key);
    for (const key of await source.keys()) await target.put(key, await source.match(key));
}"""
IMAGES = "bfr-python-image"


@pytest.fixture(scope="module")
def drawn(browser, base_url):
    """A browser in which a first visit has left an image; drawing one is most of the work here."""
    context = browser.new_context(base_url=base_url, service_workers="block")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(THRIFTY)
    page = context.new_page()
    visits(page)
    kept(page)
    page.evaluate(KEEP, [IMAGES, DRAWN])
    page.close()
    yield context
    context.close()


@pytest.fixture
def new_context(drawn):
    """Give the browser of the module for one of its own: it keeps no more than images, and `image` puts them back."""
    return lambda: drawn


@pytest.fixture
def page(context):
    """A page that is left with the test, and what was held back from it."""
    page = context.new_page()
    yield page
    page.close()
    context.unroute_all()


def visits(page, *, without_library=False):
    """Come back to a calculator and have it answer; without Python's library, if that is told."""
    if without_library:
        page.context.route("**/library.zip", lambda route: route.abort())
    page.goto("/calculate/one-rm/")
    sheet = Sheet(page, "one-rm")
    sheet.first.fill("87.5")
    sheet.answered()
    assert sheet.headline == render.outcome("one-rm", sheet.answers())["headline"]


@pytest.fixture
def image(page):
    """The image that a first visit left, as it left it."""
    page.goto("/404.html")
    page.evaluate(KEEP, [DRAWN, IMAGES])
    return kept(page)


def kept(page, before=""):
    """Wait for an image whose head is another than the one before; how long its start took is part of it."""
    for _ in range(300):
        found = page.evaluate(KEPT)
        if found and found["head"] != before:
            return found
        page.wait_for_timeout(200)
    raise AssertionError("no image was kept")


@pytest.mark.usefixtures("image")
def test_a_later_visit_starts_without_the_library(page):
    visits(page, without_library=True)


HEADS = {
    "cut": lambda head: head,
    "of other bytes": lambda head: head.replace("sha256%22%3A%22", "sha256%22%3A%220"),
    "with another answer": lambda head: head.replace("response%22%3A%22", "response%22%3A%22x"),
    "with no head": lambda head: "%",
}
"""What is wrong with an image, and its head."""


@pytest.mark.parametrize("doubt", HEADS)
def test_an_image_in_doubt_is_not_used_and_another_is_drawn(page, image, doubt):
    head = HEADS[doubt](image["head"])
    is_cut = doubt == "cut"
    assert is_cut == (head == image["head"])
    page.evaluate(CHANGE, {**image, "head": head, "isCut": is_cut})
    visits(page)
    another = kept(page, before=head)
    pages = json.loads(unquote(another["head"]))["pages"]
    assert another["bytes"] == len(pages) * PAGE_BYTES
    visits(page, without_library=True)
