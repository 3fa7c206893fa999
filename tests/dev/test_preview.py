"""The preview serves as a production host would."""

import gzip
import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from calculators.dev import preview
from calculators.dev.preview import Preview

RUNTIME = "assets/runtime/0123456789abcdef/pyodide.asm.wasm"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    pages = {
        "index.html": "<title>Home</title>",
        "404.html": "<title>No such page</title>",
        "one-rm/index.html": "<title>1RM</title>",
        "sitemap.xml": "<urlset/>",
        "worker.js": "export {};" * 100,
    }
    for name, text in pages.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    (site / RUNTIME).parent.mkdir(parents=True)
    (site / RUNTIME).write_bytes(b"\0asm" * 1000)
    (site.parent / "secret.txt").write_text("not yours")
    return site


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Preview]:
    with preview.running(site) as server:
        yield server


def get(
    server: Preview, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=sent)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_a_folder_shows_its_page(server: Preview) -> None:
    response, body = get(server, "/")
    assert response.status == 200
    assert b"Home" in body
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_folder_without_its_slash_is_sent_on(server: Preview) -> None:
    response, _ = get(server, "/one-rm?x=1")
    assert response.status == 301
    assert response.headers["Location"] == "/one-rm/"


def test_a_path_of_many_slashes_is_not_sent_to_another_host(server: Preview) -> None:
    response, _ = get(server, "//one-rm")
    assert response.headers["Location"] == "/one-rm/"


def test_an_unknown_page_is_the_sites_own_404(server: Preview) -> None:
    response, body = get(server, "/nowhere/")
    assert response.status == 404
    assert b"No such page" in body


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd"])
def test_nothing_outside_the_site_is_served(server: Preview, path: str) -> None:
    response, body = get(server, path)
    assert response.status == 404
    assert b"not yours" not in body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (f"/{RUNTIME}", "application/wasm"),
        ("/worker.js", "text/javascript; charset=utf-8"),
    ],
)
def test_browsers_insist_on_these_types(server: Preview, path: str, kind: str) -> None:
    response, _ = get(server, path)
    assert response.headers["Content-Type"] == kind


def test_text_and_wasm_cross_the_wire_compressed(server: Preview, site: Path) -> None:
    response, body = get(server, f"/{RUNTIME}", Accept_Encoding="gzip, br")
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == (site / RUNTIME).read_bytes()


def test_who_cannot_decompress_gets_the_plain_file(server: Preview, site: Path) -> None:
    response, body = get(server, f"/{RUNTIME}", Accept_Encoding="identity")
    assert response.headers["Content-Encoding"] is None
    assert body == (site / RUNTIME).read_bytes()


def test_the_sitemap_names_the_address_that_is_served(server: Preview) -> None:
    _, body = get(server, "/sitemap.xml")
    listed = ET.fromstring(body).iterfind("{*}url/{*}loc")
    assert [each.text for each in listed] == [server.url, f"{server.url}one-rm/"]


def test_a_head_tells_the_length_alone(server: Preview, site: Path) -> None:
    response, body = get(server, f"/{RUNTIME}", method="HEAD")
    assert body == b""
    assert response.headers["Content-Length"] == str((site / RUNTIME).stat().st_size)


def test_a_reader_with_a_current_copy_downloads_nothing(server: Preview) -> None:
    first, _ = get(server, "/")
    again, body = get(server, "/", If_None_Match=first.headers["ETag"])
    assert again.status == 304
    assert body == b""


@pytest.mark.parametrize("path", ["/", "/worker.js", "/nowhere/"])
def test_every_response_carries_the_policy(server: Preview, path: str) -> None:
    """A worker obeys the policy of its own response, not the page's."""
    response, _ = get(server, path)
    assert response.headers["Content-Security-Policy"] == server.policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
