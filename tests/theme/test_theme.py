"""The theme keeps the contrast that its style sheet promises, in light and in dark, and asks nobody else for anything."""

import json
import re
from pathlib import Path

import pytest

from calculators.build.colours import COLOUR, READ, SEE, contrast, tokens
from calculators.build.site import SiteError, check_characters
from calculators.build.styles import FOLDER, LAYERS, joined

THEME = Path("calculators/theme")
STYLES = Path("calculators/styles")
SHEET = (STYLES / "tokens.css").read_text("utf-8")
TOKENS = tokens(SHEET)
SHEETS = [FOLDER / sheet for layer in LAYERS.values() for sheet in layer]


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), [*READ, *SEE])
def test_colours_keep_their_contrast(front, ground, least, mode):
    assert contrast(TOKENS[front][mode], TOKENS[ground][mode]) >= least


@pytest.mark.parametrize("sheet", sorted(STYLES.glob("*.css")), ids=lambda each: each.stem)
def test_no_colour_is_named_outside_the_list_of_tokens(sheet):
    rest = COLOUR.sub("", sheet.read_text("utf-8").split("*/", 1)[1])
    without_print = rest.split("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", without_print) == []


def test_every_property_that_is_used_is_declared():
    sheets = joined()
    used = set(re.findall(r"var\((--bfr-[\w-]+)\)", sheets))
    declared = set(re.findall(r"(--bfr-[\w-]+):", sheets))
    assert used <= declared


def test_every_sheet_stands_in_one_layer():
    there = [*STYLES.glob("*.css"), *Path("calculators/browser").rglob("*.css")]
    assert sorted(SHEETS) == sorted(each.absolute() for each in there)


def classes(file):
    """Find the classes that a template or a page gives, whole or up to where a name goes on in Jinja."""
    text = file.read_text("utf-8")
    if file.suffix != ".md":
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
    given = " ".join(re.findall(r"""\bclass=["']([^"']*)["']""", text)).split()
    listed = "\n".join(re.findall(r"\{:?[^{}\n]*\}", text)) if file.suffix == ".md" else ""
    return {*given, *re.findall(r"(?<=[\s{:])\.([\w-]+)", listed)}


def test_every_class_that_we_write_begins_as_ours_do():
    """Stylelint asks the same of the sheets."""
    files = [*Path("docs").rglob("*.md"), *Path("calculators").rglob("*.html")]
    files += Path("calculators").rglob("*.jinja")
    written = {name: file for file in files for name in classes(file)}
    assert len(written) > 300
    others = {name: file for name, file in written.items() if not name.startswith("bfr-")}
    assert set(others) <= {"md-nav__link"}, others  # Material's script marks where the reader is.


def test_the_theme_asks_no_other_site():
    for file in THEME.rglob("*"):
        if file.suffix in {".html", ".css"}:
            assert not re.search(
                r"(?:src|href|url)\s*[=(]\s*[\"']?(?:https?:)?//", file.read_text("utf-8")
            )


def test_a_character_that_the_fonts_lack_fails_the_build_with_what_to_do(tmp_path):
    (tmp_path / "index.html").write_text("<p>½ &hearts;</p>", "utf-8")
    with pytest.raises(SiteError, match=r"index\.html has '♥', which the fonts lack: add it to"):
        check_characters(tmp_path)


def test_every_font_that_the_sheet_names_is_staged():
    staged = {font["to"] for font in json.loads((THEME / "fonts.json").read_text("utf-8"))}
    assert staged == set(re.findall(r"fonts/([\w-]+\.woff2)", SHEET))


def test_every_page_asks_for_its_sheet_before_all_that_may_come_later(site):
    """Nothing is drawn without the sheet; over HTTP/1 a browser asks for six files at a time, in the order of the page."""
    asked = {
        page: re.findall(r'<link rel="([a-z]*preload|stylesheet)"', page.read_text("utf-8"))
        for page in site.rglob("*.html")
    }
    loading = {page: links for page, links in asked.items() if "preload" in links}
    assert len(loading) > 60
    for page, links in loading.items():
        assert links[0] == "stylesheet", page
        assert links.count("stylesheet") == 1, page
