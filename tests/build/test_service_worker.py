"""The service worker is told which files a build has."""

import json
import re
from pathlib import Path

import pytest

from calculators.build import service_worker
from calculators.build.service_worker import OfflineError
from calculators.paths import ROOT

HASH = "0123456789abcdef"
PAGE = (
    '<title>A &amp; B</title><link rel="canonical" href="https://guide.example/x.css">'
    '<link rel="stylesheet" href="{up}assets/styles/site.css?v=1"><svg><title>Not this</title></svg>'
    '<script type="module" src="{up}assets/widgets/one.js"></script><img src="{up}assets/picture.svg">'
    '<a href="{up}assets/sources/works.bib">Works</a>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small built site."""
    files = {
        "index.html": PAGE.format(up=""),
        "start/index.html": PAGE.format(up="../"),
        "calculate/rest/index.html": PAGE.format(up="../../"),
        "do/when-to-stop/index.html": PAGE.format(up="../../"),
        "do/first-session/index.html": PAGE.format(up="../../"),
        "404.html": PAGE.format(up="/"),
        "sitemap.xml": "<urlset/>",
        "sitemap.xml.gz": "",
        "assets/picture.svg": "<svg/>",
        f"assets/answers/{HASH}/rest.0123456789.json": "{}",
        "assets/styles/site.css": "p {}",
        "assets/sources/works.bib": "@book{}",
        "assets/widgets/one.js": "export {};",
        "assets/widgets/later.js": "export {};",
        "assets/javascripts/bundle.js.map": "{}",
        "assets/javascripts/lunr/lunr.de.js": "",
        "assets/runtime/manifest.json": '{"gzip": 5400000}',
        "assets/search/index.json": "{}",
        "learn/strength/index.html": PAGE.format(up="../../").replace("picture", "curve"),
        "assets/curve.svg": "<svg/>",
        "risks/index.html": PAGE.format(up="../"),
        f"assets/runtime/{HASH}/pyodide.asm.js": "export {};",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_pages_that_a_session_leads_to_are_fetched_ahead_with_all_they_show(site: Path) -> None:
    table = service_worker.table(site)
    assert table.ahead == [
        "calculate/rest/index.html",
        "do/first-session/index.html",
        "do/when-to-stop/index.html",
        "index.html",
        "risks/index.html",
        "start/index.html",
    ]
    assert table.shell == [
        f"assets/answers/{HASH}/rest.0123456789.json",  # for before Python runs
        "assets/picture.svg",
        "assets/search/index.json",
        "assets/styles/site.css",
        "assets/widgets/later.js",  # loaded only when it is asked for
        "assets/widgets/one.js",
    ]
    assert table.runtime == f"assets/runtime/{HASH}/"
    assert table.titles["start/index.html"] == "A & B"


def test_the_rest_of_the_guide_is_every_other_page_with_all_it_shows(site: Path) -> None:
    assert service_worker.table(site).rest == [
        "assets/curve.svg",
        "learn/strength/index.html",
    ]


def test_pages_are_told_of_which_build_they_are_and_what_the_whole_weighs(site: Path) -> None:
    """5.4 MB of Python; the files of this small site add nothing that shows."""
    page = site / "learn/strength/index.html"
    page.write_text(
        f"{page.read_text()}<p data-runtime='{service_worker.FOLDER}'>{service_worker.WEIGHT} MB"
    )
    service_worker.write(site)
    told = page.read_text()
    assert f"<p data-runtime='assets/runtime/{HASH}/'>5.4 MB" in told
    assert service_worker.table(site).files["learn/strength/index.html"] == service_worker.digest(
        page
    )


def test_what_no_page_needs_is_not_kept(site: Path) -> None:
    kept = service_worker.table(site).files
    assert not [name for name in kept if name.endswith((".map", ".gz", ".xml", "manifest.json"))]
    assert "assets/javascripts/lunr/lunr.de.js" not in kept
    assert "assets/sources/works.bib" in kept


@pytest.mark.parametrize("name", ["index.html", "assets/widgets/later.js", "assets/picture.svg"])
def test_any_changed_file_makes_another_build(site: Path, name: str) -> None:
    before = service_worker.table(site).build
    assert service_worker.table(site).build == before
    (site / name).write_text("changed")
    assert service_worker.table(site).build != before


def test_the_address_of_the_host_makes_no_other_build(site: Path) -> None:
    before = service_worker.table(site)
    (site / "sitemap.xml").write_text("<urlset><loc>https://elsewhere.example/</loc></urlset>")
    service_worker.write(site)
    assert service_worker.table(site) == before


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("start/index.html", "start/"),
        (f"assets/runtime/{HASH}/pyodide.asm.js", "assets/runtime/"),
    ],
)
def test_a_site_that_lacks_a_part_is_refused(site: Path, name: str, missing: str) -> None:
    (site / name).unlink()
    with pytest.raises(OfflineError, match=re.escape(f"['{missing}']")):
        service_worker.table(site)


def test_two_runtimes_are_refused(site: Path) -> None:
    other = site / "assets/runtime" / HASH[::-1] / "pyodide.asm.js"
    other.parent.mkdir()
    other.write_text("")
    with pytest.raises(OfflineError):
        service_worker.table(site)


def test_the_worker_begins_with_what_it_is_told(site: Path) -> None:
    text = service_worker.write(site).read_text("utf-8")
    told, _, program = text.removeprefix("self.SITE = ").partition(";\n\n")
    assert json.loads(told)["build"] == service_worker.table(site).build
    assert program == service_worker.SOURCE.read_text("utf-8")


def test_the_lone_page_has_a_place_for_all_that_is_put_in() -> None:
    page = service_worker.LONE.read_text("utf-8")
    assert sorted(re.findall(r"\{(\w+)\}", page)) == ["pages", "root"]
    assert "<script" not in page


def test_the_manifest_names_files_that_are_there() -> None:
    theme = ROOT / "calculators" / "theme"
    manifest = json.loads((theme / "manifest.webmanifest").read_text("utf-8"))
    assert all((theme / icon["src"]).is_file() for icon in manifest["icons"])
    opened = [manifest["start_url"], *(each["url"] for each in manifest["shortcuts"])]
    addresses = [*opened, manifest["scope"], *(i["src"] for i in manifest["icons"])]
    assert not [each for each in addresses if each.startswith(("/", "http"))]
    for address in opened:
        page = ROOT / "docs" / address.partition("#")[0].rstrip("/")
        assert page.with_suffix(".md").is_file() or (page / "index.md").is_file(), address
