"""The site as any host of files serves it: with an old table of types, below a folder, without headers, over plain HTTP."""

import functools
import http.server
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.pyodide

NAME = "guide.example"
"""A name that is not this machine's own: over plain HTTP a browser holds back what it gives to safe pages."""

DEBIAN_12_NGINX = {
    **dict.fromkeys((".html", ".htm"), "text/html"),
    ".css": "text/css",
    ".xml": "text/xml",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".js": "application/javascript",
    ".txt": "text/plain",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}
"""`/etc/nginx/mime.types` of nginx 1.22.1, for what a site of files has: it knows no `.mjs`, `.webmanifest` and `.whl`."""

OLDER = {
    **dict.fromkeys((".html", ".htm"), "text/html"),
    ".css": "text/css",
    ".js": "application/x-javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
"""Less than any server that still runs: no `.wasm` and no `.json`."""

TABLES = {
    "nginx of Debian 12": (DEBIAN_12_NGINX, "application/octet-stream"),
    "older, unknown is bytes": (OLDER, "application/octet-stream"),
    "older, unknown is text": (OLDER, "text/plain"),
}


class Host(http.server.SimpleHTTPRequestHandler):
    """Sends files as they are, with a table of types, and `404.html` below its folder for what is missing."""

    types = DEBIAN_12_NGINX
    other = "application/octet-stream"
    folder = ""
    asked: list[str]

    def guess_type(self, path):
        return self.types.get(Path(path).suffix, self.other)

    def do_GET(self):
        self.asked.append(urlsplit(self.path).path)
        super().do_GET()

    def send_error(self, code, *_, **__):
        body = (Path(self.directory) / self.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def hosted(served, kind=Host, **settings):
    """Serve a folder; give the address and the list of what was asked for."""
    asked: list[str] = []
    made = type("Made", (kind,), {**settings, "asked": asked})
    handler = functools.partial(made, directory=str(served))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser(launch_browser, browser_type_launch_args):
    """One that finds this machine under another name, too."""
    named = f"--host-resolver-rules=MAP {NAME} 127.0.0.1"
    fresh = launch_browser(args=[*browser_type_launch_args["args"], named])
    yield fresh
    fresh.close()


@pytest.fixture
def reader(browser):
    """A page of a browser in which nothing may go wrong and nothing may be asked of others."""
    context = browser.new_context(service_workers="block")
    wrong = []
    # What the reader leaves behind by a link is no failure, nor what was still under way when the host ended.
    left = ("net::ERR_ABORTED", "net::ERR_CONNECTION_REFUSED", "net::ERR_CONNECTION_RESET")
    context.on(
        "console",
        lambda said: (
            said.type == "error"
            and not any(each in said.text for each in left)
            and wrong.append(said.text)
        ),
    )
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on(
        "requestfailed",
        lambda request: request.failure in left or wrong.append(request.url),
    )
    page = context.new_page()
    yield page
    hosts = {
        urlsplit(url).hostname
        for url in page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    }
    context.close()
    assert wrong == []
    assert hosts <= {"127.0.0.1", NAME}


def below(site, folder, tmp_path):
    """Put the site into a folder of a host."""
    (tmp_path / folder).symlink_to(site)
    return tmp_path


def answers(page, typed="150", shows="30 kg"):
    """Answer the reader's own number: 20 % of 150 kg is 30 kg, a bar with 5 kg on each side."""
    element = page.locator("bfr-calculator")
    element.locator("input[name=one_rm]").fill(typed)
    expect(element).to_have_attribute("answered", "")
    expect(element).to_have_attribute("state", "ready")
    expect(element.locator("[data-part=readout] [data-text=headline]")).to_contain_text(shows)


@pytest.mark.parametrize("table", ["older, unknown is bytes"])
def test_a_calculator_answers_whatever_types_a_host_knows(site, reader, table):
    types, other = TABLES[table]
    with hosted(site, types=types, other=other) as (url, _):
        reader.goto(f"{url}calculate/training-load/")
        answers(reader)


@pytest.mark.parametrize("table", ["nginx of Debian 12", "older, unknown is text"])
def test_below_a_folder_over_plain_http_on_a_name_it_answers_too(site, reader, tmp_path, table):
    types, other = TABLES[table]
    with hosted(below(site, "bfr", tmp_path), types=types, other=other) as (url, asked):
        reader.goto(f"{url.replace('127.0.0.1', NAME)}bfr/calculate/training-load/")
        assert not reader.evaluate("isSecureContext")
        answers(reader)
        reader.get_by_role("link", name="Home").or_(reader.locator("a.bfr-wordmark")).first.click()
        expect(reader.locator("h1")).to_be_visible()
        reader.wait_for_load_state("networkidle")  # the host ends after this
    assert [path for path in asked if not path.startswith("/bfr/")] in ([], ["/favicon.ico"])


@pytest.mark.parametrize("path", ["", "start/", "do/player/", "evidence/sources/"])
def test_every_kind_of_page_comes_to_life_on_a_poor_host(site, reader, tmp_path, path):
    types, other = TABLES["older, unknown is text"]
    with hosted(below(site, "bfr", tmp_path), types=types, other=other) as (url, _):
        reader.goto(f"{url.replace('127.0.0.1', NAME)}bfr/{path}")
        reader.wait_for_load_state("networkidle")
        for widget in ("bfr-flow", "bfr-player", "bfr-calculator"):
            assert reader.evaluate(
                "(name) => Boolean(!document.querySelector(name) || customElements.get(name))",
                widget,
            )
        expect(reader.locator("#page-lost")).to_be_hidden()


def test_no_script_of_the_site_has_a_name_that_old_servers_do_not_know(site):
    scripts = {".js", ".cjs", ".mjs", ".ts"}
    assert {path.suffix for path in site.rglob("*") if path.suffix in scripts} == {".js"}


def test_a_page_says_its_policy_where_the_host_says_nothing(site, browser):
    page = browser.new_page()
    with hosted(site) as (url, asked):
        page.goto(f"{url}do/")
        refused = page.evaluate(
            """async () => {
                const refused = [];
                document.addEventListener("securitypolicyviolation", (event) =>
                    refused.push(event.effectiveDirective));
                await fetch("https://elsewhere.example/").catch(() => {});
                const script = document.createElement("script");
                script.textContent = "window.ran = true";
                document.body.append(script);
                await new Promise((resolve) => setTimeout(resolve, 100));
                return [...refused, String(window.ran)];
            }"""
        )
        assert refused == ["connect-src", "script-src-elem", "undefined"]
        assert "/do/before-you-start/" not in asked  # nothing is fetched before it is asked for
    page.close()


@pytest.mark.parametrize(
    ("folder", "missing"),
    [("", "not/there/"), ("bfr", "cuff-pressure.html"), ("clubs/north", "calculate/x/y/z")],
)
def test_the_page_for_what_is_missing_leads_home_from_anywhere(
    site, browser, tmp_path, folder, missing
):
    if folder:
        (tmp_path / folder).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / folder).symlink_to(site)
    root = f"/{folder}/" if folder else "/"
    page = browser.new_page()
    failed = []
    page.on("response", lambda got: got.ok or failed.append(urlsplit(got.url).path))
    with hosted(tmp_path if folder else site, folder=folder) as (url, _):
        page.goto(url.rstrip("/") + root + missing)
        expect(page.locator("h1")).to_have_text("There is no such page")
        assert page.locator("h1").evaluate("(h) => getComputedStyle(h).display") == "block"
        home = page.get_by_role("link", name="Home")
        expect(home).to_have_attribute("href", root)
        words = unquote(
            urlsplit(page.get_by_role("link", name="Search").get_attribute("href")).fragment
        )
        assert words in {f"search?q={each}" for each in ("there", "cuff pressure", "z")}
        page.wait_for_load_state("networkidle")
        asks = {path for path in failed if not path.endswith(("manifest.webmanifest", ".ico"))}
        assert asks == {root + missing}
        page.get_by_role("link", name="When to stop").click()
        expect(page.locator("h1")).to_contain_text("stop")
        page.go_back()
        page.get_by_role("link", name="Search").click()
        expect(page.locator("input[name=query]")).to_have_value(words.removeprefix("search?q="))
    page.close()


def test_without_scripts_the_page_for_what_is_missing_can_be_read(site, browser, tmp_path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    with hosted(below(site, "bfr", tmp_path), folder="bfr") as (url, asked):
        page.goto(f"{url}bfr/not/there/")
        expect(page.locator("h1")).to_have_text("There is no such page")
        assert set(asked) <= {"/bfr/not/there/", "/favicon.ico"}
    context.close()


def test_a_copy_that_a_proxy_cut_is_fetched_past_the_browsers_cache(site, reader):
    """The first answer is a piece of the file, to be kept for ever, as a captive net leaves it in a browser's cache."""

    class Cutting(Host):
        def do_GET(self):
            if not self.path.endswith(".wasm") or "cut" in self.asked:
                return super().do_GET()
            self.asked.append("cut")
            body = Path(self.translate_path(self.path)).read_bytes()[:1_000_000]
            self.send_response(200)
            self.send_header("Content-Type", "application/wasm")
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return None

    with hosted(site, Cutting) as (url, asked):
        reader.goto(f"{url}calculate/training-load/")
        answers(reader)
    first, second, *_ = (path for path in asked if path.endswith((".wasm", "cut")))
    assert first == "cut"
    assert second.endswith("/pyodide.asm.wasm")
