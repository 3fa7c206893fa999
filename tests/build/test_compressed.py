"""Packed copies of what a built site holds, for its way to the reader."""

import gzip
import os
import time

import pytest

from calculators.build import compressed
from calculators.dev.preview import prepared, ready

WORDS = "A cuff on a limb, and a light weight. " * 200


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setattr(compressed, "KEPT", tmp_path / "kept")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(f"<!doctype html><p>{WORDS}", "utf-8")
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


def test_copies_stay_for_a_week_so_that_builds_may_run_beside_each_other(site):
    compressed.write(site)
    kept = sorted(compressed.KEPT.iterdir())
    (site / "index.html").write_text("another " * 100, "utf-8")
    compressed.write(site)
    assert set(kept) < set(compressed.KEPT.iterdir())
    for copy in kept:
        os.utime(copy, (0, time.time() - 8 * 86_400))
    compressed.write(site)
    assert not set(kept) & set(compressed.KEPT.iterdir())
    assert len(list(compressed.KEPT.iterdir())) == len(kept)


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
