"""The picture of a shared link: one for each page, kept while nothing on it changes; and the icons of phones."""

import json
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from calculators.build import pictures
from calculators.build.guide_settings import GuideSettings

THEME = Path("calculators/theme")


def opened(file):
    with Image.open(file) as image:
        return image.convert("RGB")


@pytest.fixture
def fonts(tmp_path):
    """Lay out the two fonts as the site has them."""
    listed = json.loads((THEME / "fonts.json").read_text("utf-8"))
    for each in listed:
        (tmp_path / "fonts").mkdir(exist_ok=True)
        (tmp_path / "fonts" / each["to"]).write_bytes(
            Path("node_modules", each["from"]).read_bytes()
        )
    return tmp_path / "fonts"


@pytest.fixture
def built(tmp_path):
    """Give a site of two pages and the files that it was built from."""
    docs, site = tmp_path / "docs", tmp_path / "site"
    for source, url, title in (("index.md", "", "A “B” & C"), ("do/play.md", "do/play/", "Play")):
        file, html = docs / source, site / url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        html.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {title}\ndescription: Words.\n---\n", "utf-8")
        html.write_text("<!doctype html><head></head><body></body>", "utf-8")
    return site, docs


def test_each_page_has_its_picture_and_names_it(built, fonts, tmp_path):
    site, docs = built
    pictures.write(site, GuideSettings(address="https://a.club/"), docs, fonts, tmp_path / "cache")
    assert opened(site / "assets/pictures/do-play.png").size == (1200, 630)
    assert (site / "assets/pictures/do-play.png").stat().st_size < 40_000
    head = (site / "do/play/index.html").read_text("utf-8")
    assert 'content="https://a.club/assets/pictures/do-play.png"' in head
    assert '"og:image:alt" content="A “B” &amp; C"' in (site / "index.html").read_text("utf-8")


def test_without_an_address_a_picture_is_named_as_the_page_reaches_it(built, fonts, tmp_path):
    site, docs = built
    pictures.write(site, GuideSettings(), docs, fonts, tmp_path / "cache")
    head = (site / "do/play/index.html").read_text("utf-8")
    assert 'content="../../assets/pictures/do-play.png"' in head


def test_an_unchanged_page_is_not_drawn_again(built, fonts, tmp_path, monkeypatch):
    site, docs = built
    cache = tmp_path / "cache"
    pictures.write(site, GuideSettings(), docs, fonts, cache)
    monkeypatch.delattr(pictures.Pen, "page")
    pictures.write(site, GuideSettings(), docs, fonts, cache)
    assert len(list(cache.iterdir())) == 2


def test_words_do_not_reach_the_foot_however_long(fonts):
    drawn = pictures.Pen(fonts).page(
        "A title of many words " * 5, "Words and words. " * 20, "Guide"
    )
    above = drawn.convert("RGB").crop((0, pictures.FOOT - 8, pictures.WIDTH, pictures.FOOT))
    assert above.getcolors() == [(8 * pictures.WIDTH, above.getpixel((0, 0)))]


@pytest.mark.parametrize("name", pictures.SIZES)
def test_the_icons_of_the_theme_are_what_is_drawn(name, tmp_path):
    pictures.draw_icons(tmp_path)
    drawn = opened(tmp_path / name)
    kept = opened(THEME / "assets/theme" / name)
    assert ImageChops.difference(drawn, kept).getbbox() is None
