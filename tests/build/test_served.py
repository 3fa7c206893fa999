"""What the build makes of a built site for its way to the reader: copies, a lean folder, an early start."""

import gzip
import json

import pytest

from calculators.build import compressed, early, unused_files
from calculators.build.headers import FIRST
from calculators.dev.preview import prepared, ready

WORDS = "A cuff on a limb, and a light weight. " * 200


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setattr(compressed, "KEPT", tmp_path / "kept")
    folder = tmp_path / "site"
    (folder / "assets" / "javascripts" / "lunr").mkdir(parents=True)
    (folder / "index.html").write_text(f"<!doctype html>{FIRST}<p>{WORDS}", "utf-8")
    return folder


def test_each_copy_holds_what_the_file_holds(site):
    compressed.write(site)
    page = site / "index.html"
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == page.read_bytes()
    assert (site / "index.html.br").stat().st_size < page.stat().st_size / 10
    changed = "changed " * 100
    page.write_text(changed, "utf-8")
    compressed.write(site)
    assert gzip.decompress((site / "index.html.gz").read_bytes()).decode() == changed


def test_what_is_small_or_packed_or_differs_from_host_to_host_has_no_copy(site):
    (site / "short.html").write_text("<p>Short", "utf-8")
    (site / "font.woff2").write_bytes(bytes(5000))
    (site / "sitemap.xml").write_text(WORDS, "utf-8")
    compressed.write(site)
    assert sorted(path.name for path in site.glob("*.br")) == ["index.html.br"]


def test_the_preview_sends_the_copies_that_lie_there(site):
    page = site / "index.html"
    compressed.write(site)
    packed = ready(page, 1).packed
    assert list(packed) == ["br", "gzip"]
    assert packed["br"] == (site / "index.html.br").read_bytes()
    assert list(prepared(WORDS.encode(), ".html").packed) == ["gzip"]


def test_no_map_and_nothing_of_a_search_that_is_not_used_is_left(site):
    script = site / "assets" / "javascripts" / "bundle.js"
    script.write_text("run();\n//# sourceMappingURL=bundle.js.map", "utf-8")
    (site / "assets" / "javascripts" / "bundle.js.map").write_text("{}")
    unused_files.remove(site)
    assert [path.name for path in script.parent.iterdir()] == ["bundle.js"]
    assert script.read_text("utf-8") == "run();\n"


def test_what_a_page_loads_after_all_is_left(site):
    (site / "a.html").write_text('<script src="assets/javascripts/lunr/de.js"></script>', "utf-8")
    unused_files.remove(site)
    assert (site / "assets" / "javascripts" / "lunr").is_dir()


def test_only_a_calculators_page_starts_python_in_its_head(site):
    runtime = {"base": "../../assets/runtime/0/", "files": {"<": 1}}
    told = json.dumps(runtime).replace('"', "&#34;").replace("<", "&lt;")
    for name in ("calculate/rest", "learn/rest"):
        (site / name).mkdir(parents=True)
        body = f'<bfr-calculator slug="rest" data-runtime="{told}">'
        (site / name / "index.html").write_text(f"<head>{FIRST}</head>{body}", "utf-8")
    early.write(site)
    head = (site / "calculate/rest/index.html").read_text("utf-8").partition("</head>")[0]
    said = head.partition('id="bfr-runtime">')[2].partition("</script>")[0]
    assert json.loads(said) == runtime
    assert "<" not in said
    assert "new Worker(" in head
    assert "new Worker(" not in (site / "learn/rest/index.html").read_text("utf-8")
