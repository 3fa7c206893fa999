"""Without a net: what a reader has opened works on, once Python has started, and builds never meet."""

import json
import re
import shutil
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculators.build import service_worker
from calculators.dev.preview import Handler, running

pytestmark = [pytest.mark.screened, pytest.mark.pyodide]

HERE = "This page now works without a net."
AHEAD = "Start here, Do, Risks, the calculators and the timer now work without a net."
EVERYWHERE = "The whole guide now works without a net."
NOT_ALL = "Not all of the guide came. Try again when the net is better."
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
START = "calculate/training-load/"


class Net:
    """What lies between a browser and the server.

    Attributes:
        asked: Paths that reached the server, in order.
        late_s: How long a page takes to come.
    """

    def __init__(self):
        self.asked = []
        self.is_cut = False
        self.is_silent = False
        self.late_s = 0.0
        self.do_get = Handler.do_GET
        self.over = threading.Event()

    def get(self, handler):
        """Answer, hang up, or say nothing."""
        if self.is_silent:
            self.over.wait()
        if self.is_cut or self.is_silent:
            handler.close_connection = True
            return
        if handler.path.endswith("/"):
            self.over.wait(self.late_s)
        self.asked.append(handler.path)
        self.do_get(handler)


@pytest.fixture
def net(monkeypatch):
    net = Net()

    def do_get(handler):
        net.get(handler)

    monkeypatch.setattr(Handler, "do_GET", do_get)
    yield net
    net.over.set()


@pytest.fixture
def reader(browser):
    """A page in a browser that keeps what it may."""
    context = browser.new_context(service_workers="allow")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


CHANGING = re.compile(r"(?:.*\.html|sw\.js|fill\.js)\.(?:br|gz)")
"""Compressed copies of what tests change."""


@pytest.fixture(scope="module")
def guide(site, tmp_path_factory):
    """A smaller guide of the same build, which is kept whole in a moment: what a session leads to, and two pages more."""
    folder = tmp_path_factory.mktemp("guide") / "bfr"

    def left_out(of, names):
        parts = Path(of).relative_to(site).parts
        if parts == ("learn",):
            return set(names) - {"index.html", "strength"}
        others = {"about", "embed", "evidence", "lesson", "questions"} if not parts else {"full"}
        return {name for name in names if name in others or CHANGING.fullmatch(name)}

    shutil.copytree(site, folder, ignore=left_out)
    service_worker.write(folder)
    return folder


@pytest.fixture
def copied(guide, tmp_path):
    """A copy of it that a test may change."""
    return shutil.copytree(guide, tmp_path / "guide" / "bfr")


def answers(page, slug="training-load"):
    """Answer a calculator with the reader's own number."""
    element = page.locator(f'bfr-calculator[slug="{slug}"]')
    element.locator("input[type=text][inputmode]:visible").first.fill("84")
    expect(element).to_have_attribute("answered", "")
    expect(element).to_have_attribute("state", "ready")


SPOIL = """async (name) => {
    let spoilt = 0;
    for (const cacheName of await caches.keys()) {
        const cache = await caches.open(cacheName);
        for (const request of await cache.keys()) {
            if (!request.url.endsWith(`/${name}`)) continue;
            const response = await cache.match(request);
            const body = (await response.arrayBuffer()).slice(0, 1000);
            await cache.put(request, new Response(body, { headers: response.headers }));
            spoilt += 1;
        }
    }
    return spoilt;
}"""
"""Cuts the copies of a file."""

IS_WHOLE = """async () => {
    for (const cacheName of await caches.keys()) {
        const cache = await caches.open(cacheName);
        for (const request of await cache.keys()) {
            if (!request.url.endsWith("/NAME")) continue;
            return (await (await cache.match(request)).arrayBuffer()).byteLength > 1000;
        }
    }
    return false;
}"""


IS_NEWER_THERE = """async () => {
    const { waiting } = await navigator.serviceWorker.getRegistration();
    return Boolean(waiting) || !(await caches.keys()).some((name) => OLDER.includes(name));
}"""


def keep_all(page):
    return page.locator("[data-part=keep-guide]")


def said(page):
    return page.locator("[data-part=offline]")


def settle(page, url, words=EVERYWHERE):
    """Open a calculator, use it, and wait until it says that it works without a net."""
    page.goto(url)
    answers(page)
    expect(said(page)).to_have_text(words)


def make_newer(site):
    """Make another build: every page, a script and the rules have changed."""
    old = next(path for path in (site / "assets/runtime").iterdir() if path.is_dir())
    new = old.rename(old.with_name("f" * 16))
    for page in site.rglob("*.html"):
        text = page.read_text().replace("<title>", "<title>Newer: ", 1)
        page.write_text(text.replace(old.name, new.name))
    with (site / "assets/widgets/shared/fill.js").open("a") as script:
        script.write('\ndocument.documentElement.dataset.build = "newer";\n')
    service_worker.write(site)


def build_of(page):
    """Say of which build the page and its script are."""
    script = page.evaluate("document.documentElement.dataset.build ?? 'first'")
    return ("newer" if page.title().startswith("Newer: ") else "first", script)


def eventually(page, script):
    """Wait until a script gives something; `wait_for_function` would not wait for its promise."""
    for _ in range(300):
        if page.evaluate(script):
            return
        page.wait_for_timeout(200)
    raise AssertionError(script)


def older_is_dropped(page):
    """Wait until the files of one build alone are kept."""
    eventually(
        page,
        """async () => {
            const names = await caches.keys();
            return names.filter((name) => /^bfr \\S+ [0-9a-f]+$/.test(name)).length === 1;
        }""",
    )


def test_a_calculator_answers_without_a_net(guide, reader, net):
    with running(guide) as server:
        settle(reader, server.url + START)
        net.is_cut = True
        reader.reload()
        answers(reader)
        expect(said(reader)).to_have_text(EVERYWHERE)


def test_where_a_session_leads_and_the_whole_guide_are_there_without_a_net(site, reader, net):
    with running(site) as server:
        settle(reader, server.url + START)
        expect(keep_all(reader)).to_be_hidden()
        net.is_cut = True
        for path in (*service_worker.AHEAD, "calculate/rest/?from=elsewhere#top"):
            assert reader.goto(server.url + path).ok
        for path in ("do/player/", "risks/who-should-not/", "learn/glossary/", "about/"):
            assert reader.goto(server.url + path).ok
            expect(reader.locator("#page-lost")).to_be_hidden()
            expect(said(reader)).to_have_text(EVERYWHERE)


def test_who_saves_data_is_asked_before_the_whole_guide_is_fetched(guide, reader, net):
    reader.context.add_init_script(SAVE_DATA)
    with running(guide) as server:
        settle(reader, server.url + START, HERE)
        expect(keep_all(reader)).to_contain_text("MB)")
        keep_all(reader).click()
        expect(said(reader)).to_have_text(EVERYWHERE)
        expect(keep_all(reader)).to_be_hidden()
        net.is_cut = True
        assert reader.goto(f"{server.url}learn/strength/").ok


def test_who_does_not_calculate_may_keep_everything_too(guide, reader, net):
    reader.context.add_init_script(SAVE_DATA)
    with running(guide) as server:
        reader.goto(f"{server.url}learn/")
        keep_all(reader).click()
        expect(said(reader)).to_have_text(EVERYWHERE)
        net.is_cut = True
        reader.goto(server.url + START)
        answers(reader)


def test_what_did_not_come_is_not_said_to_be_there(copied, reader, net):
    (copied / "learn/strength/index.html").unlink()
    with running(copied) as server:
        settle(reader, server.url + START, AHEAD)
        keep_all(reader).click()
        expect(said(reader)).to_have_text(NOT_ALL)
        expect(keep_all(reader)).to_be_visible()


def test_a_copy_that_has_gone_bad_is_replaced_without_a_word(guide, reader, net):
    """As a disk or a browser that makes room leaves it: before, the calculator failed until the next build."""
    with running(guide) as server:
        settle(reader, server.url + START)
        for name in ("pyodide.asm.wasm", "library.zip", "engine.js", "worker.js", "site.css"):
            assert reader.evaluate(SPOIL, name) == 1
            reader.reload()
            answers(reader)
            expect(reader.locator("#page-lost")).to_be_hidden()
            eventually(reader, IS_WHOLE.replace("NAME", name))
        net.is_cut = True
        reader.reload()
        answers(reader)


def test_a_copy_that_has_gone_bad_without_a_net_is_said_to_be_the_nets_fault(guide, reader, net):
    with running(guide) as server:
        settle(reader, server.url + START)
        reader.evaluate(SPOIL, "pyodide.asm.wasm")
        net.is_cut = True
        reader.reload()
        element = reader.locator("bfr-calculator")
        element.locator("input[name=one_rm]").fill("84")
        expect(element.locator("[data-failure=net]")).to_be_visible()
        net.is_cut = False
        element.locator("[data-part=retry]").click()
        expect(element).to_have_attribute("answered", "")
        expect(element).to_have_attribute("state", "ready")


def test_pages_change_without_a_net_and_without_a_reload(guide, reader, net):
    with running(guide) as server:
        settle(reader, server.url + START)
        reader.reload()
        answers(reader)
        reader.evaluate("window.sameDocument = true")
        net.is_cut = True
        reader.locator('a[href$="one-rm/"]:visible').first.click()
        reader.wait_for_url("**/one-rm/")
        answers(reader, "one-rm")
        assert reader.evaluate("window.sameDocument")


def test_a_page_that_was_opened_is_there_without_a_net(guide, reader, net):
    with running(guide) as server:
        settle(reader, server.url + START)
        reader.goto(f"{server.url}learn/strength/")
        reader.goto(f"{server.url}learn/")
        net.is_cut = True
        reader.goto(f"{server.url}learn/strength/")
        expect(reader.locator("h1")).to_contain_text("Strength")


def test_a_page_that_is_not_there_says_what_is(guide, reader, net):
    reader.context.add_init_script(SAVE_DATA)
    with running(guide) as server:
        settle(reader, server.url + START, HERE)
        reader.goto(f"{server.url}do/when-to-stop/")
        net.is_cut = True
        reader.goto(f"{server.url}learn/strength/?private=1")
        expect(reader.locator("h1")).to_have_text("This page is not on your device")
        assert reader.url == f"{server.url}learn/strength/?private=1"
        reader.get_by_role("link", name="When to stop").click()
        expect(reader.locator("h1")).to_contain_text("stop")
        assert reader.url == f"{server.url}do/when-to-stop/"


def test_a_page_that_is_slow_to_come_is_shown_from_the_copy(guide, reader, net):
    with running(guide) as server:
        settle(reader, server.url + START)
        net.is_silent = True
        reader.reload(wait_until="domcontentloaded")
        answers(reader)


def test_who_does_not_calculate_keeps_nothing(guide, reader, net):
    reader.context.add_init_script(SAVE_DATA)  # else a good net has Python started ahead of need
    with running(guide) as server:
        for path in (START, "learn/strength/"):
            reader.goto(server.url + path)
            reader.wait_for_load_state("networkidle")
        assert "/sw.js" not in net.asked
        assert reader.evaluate("caches.keys()") == []


def test_nothing_of_python_crosses_the_net_twice(guide, reader, net):
    with running(guide) as server:
        settle(reader, server.url + START)
        settle(reader, server.url + START)
        python = [path for path in net.asked if service_worker.is_runtime(path.lstrip("/"))]
    assert len(python) == len(set(python)) > 0


def test_who_saves_data_has_no_page_fetched_ahead(guide, reader, net):
    reader.context.add_init_script(SAVE_DATA)
    with running(guide) as server:
        reader.goto(server.url + START)
        answers(reader)
        settle(reader, server.url + START, HERE)
        pages = {path for path in net.asked if path.endswith("/")}
        assert pages == {f"/{START}"}
        net.is_cut = True
        reader.reload()
        answers(reader)


def test_under_a_path_it_works_the_same(copied, reader, net):
    with running(copied.parent) as server:
        settle(reader, f"{server.url}bfr/{START}")
        net.is_cut = True
        reader.reload()
        answers(reader)
        assert reader.goto(f"{server.url}bfr/start/").ok
        with pytest.raises(Exception, match="ERR_"):
            reader.goto(server.url)  # another site of the same host is left alone


def test_a_newer_build_is_shown_whole_at_once(copied, reader, net):
    with running(copied) as server:
        settle(reader, server.url + START)
        make_newer(copied)
        reader.reload()
        assert build_of(reader) == ("newer", "newer")
        answers(reader)
        net.is_cut = True
        reader.reload()
        answers(reader)
        assert build_of(reader) in {("first", "first"), ("newer", "newer")}


def test_a_newer_page_that_comes_too_late_leaves_the_older_one_whole(copied, reader, net):
    with running(copied) as server:
        settle(reader, server.url + START)
        make_newer(copied)
        net.asked.clear()
        net.late_s = 4  # A copy is shown after three.
        reader.reload()
        answers(reader)
        while f"/{START}" not in net.asked:
            reader.wait_for_timeout(200)
        net.late_s = 0
        # A page that is asked for after it has come is refused, as one of the newer build, after it was looked at.
        reader.evaluate("fetch('../../learn/').catch(() => {})")
        later = reader.evaluate(
            "fetch('../../assets/widgets/shared/fill.js').then((came) => came.text())"
        )
        assert "newer" not in later
        assert build_of(reader) == ("first", "first")
        expect(said(reader)).to_have_text(EVERYWHERE)


def test_a_newer_build_is_kept_whole_and_the_older_dropped(copied, reader, net):
    with running(copied) as server:
        settle(reader, server.url + START)
        older = [each for each in reader.evaluate("caches.keys()") if each.startswith("bfr ")]
        make_newer(copied)
        net.asked.clear()
        reader.reload()
        # It waits for the older one's pages, or has taken over already.
        eventually(reader, IS_NEWER_THERE.replace("OLDER", json.dumps(older)))
        reader.goto(server.url + START)
        answers(reader)
        expect(said(reader)).to_have_text(EVERYWHERE)
        assert build_of(reader) == ("newer", "newer")
        older_is_dropped(reader)
        net.is_cut = True
        reader.reload()
        answers(reader)
        assert build_of(reader) == ("newer", "newer")


def test_a_page_is_not_put_in_the_place_of_another_builds(copied, reader, net):
    with running(copied) as server:
        settle(reader, server.url + START)
        reader.reload()
        answers(reader)
        reader.evaluate("window.sameDocument = true")
        make_newer(copied)
        reader.locator('a[href$="one-rm/"]:visible').first.click()
        expect(reader).to_have_title(re.compile("^Newer: One-rep"))
        answers(reader, "one-rm")
        assert build_of(reader) == ("newer", "newer")
        assert not reader.evaluate("window.sameDocument")


def test_nothing_is_kept_that_a_build_did_not_have(copied, reader, net):
    """As when a host adds something of its own to a page, or a deployment is half done."""
    with (copied / "calculate/session/index.html").open("a") as page:
        page.write("<!-- not of this build -->")
    with running(copied) as server:
        settle(reader, server.url + START, HERE)


def test_a_site_that_is_edited_removes_what_a_preview_left(copied, reader, net):
    with running(copied) as server:
        settle(reader, server.url + START)
        for page in copied.rglob("*.html"):
            page.write_text(page.read_text().replace('<meta name="bfr-offline"', "<meta"))
        (copied / "sw.js").unlink()
        reader.reload()
        eventually(reader, "navigator.serviceWorker.getRegistrations().then((all) => !all.length)")
        # Until its page is left, a service worker that was at work may go on keeping.
        reader.reload()
        assert reader.evaluate("navigator.serviceWorker.controller") is None
        eventually(
            reader, "caches.keys().then((all) => !all.some((name) => name.startsWith('bfr ')))"
        )
