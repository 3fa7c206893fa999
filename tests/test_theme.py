"""The theme keeps the contrast that its style sheet promises, in light and in dark, and asks nobody else for anything."""

import json
import re
from pathlib import Path

import pytest

THEME = Path("calculators/theme")
SHEET = (THEME / "assets" / "theme" / "site.css").read_text("utf-8")
COLOUR = re.compile(r"--bfr-([\w-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);")
TOKENS = {name: (light, dark) for name, light, dark in COLOUR.findall(SHEET)}
GROUNDS = ("paper", "surface", "sunk")

READ = [
    *((text, ground, 7.0) for text in ("ink", "ink-soft") for ground in GROUNDS),
    *(
        (text, ground, 4.5)
        for text in ("accent", "accent-strong", "zone-ink", "heavy", "caution", "stop")
        for ground in GROUNDS
    ),
    *((name, f"{name}-soft", 4.5) for name in ("accent", "heavy", "caution", "stop")),
    *(("ink", f"{name}-soft", 7.0) for name in ("accent", "zone", "heavy", "caution", "stop")),
    ("zone-ink", "zone-soft", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-strong", 4.5),
    ("on-zone", "zone", 4.5),
    ("on-heavy", "heavy", 4.5),
]
"""Text, what it stands on, and the contrast that it needs."""

SEE = [
    (name, ground, 3.0) for name in ("rule-strong", "zone", "heavy", "focus") for ground in GROUNDS
]
"""Marks that must be told from their ground."""


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_guidelines_say():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), [*READ, *SEE])
def test_colours_keep_their_contrast(front, ground, least, mode):
    assert contrast(TOKENS[front][mode], TOKENS[ground][mode]) >= least


def test_no_colour_is_named_outside_the_list_of_tokens():
    rest = COLOUR.sub("", SHEET.split("*/", 1)[1])
    without_print = rest.split("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", without_print) == []


def test_every_property_that_is_used_is_declared():
    used = set(re.findall(r"var\((--bfr-[\w-]+)", SHEET))
    declared = set(re.findall(r"(--bfr-[\w-]+):", SHEET))
    assert used <= declared


def test_the_theme_asks_no_other_site():
    for file in THEME.rglob("*"):
        if file.suffix in {".html", ".css"}:
            assert not re.search(
                r"(?:src|href|url)\s*[=(]\s*[\"']?(?:https?:)?//", file.read_text("utf-8")
            )


def test_every_font_that_the_sheet_names_is_staged():
    staged = {font["to"] for font in json.loads((THEME / "fonts.json").read_text("utf-8"))}
    assert staged == set(re.findall(r"fonts/([\w-]+\.woff2)", SHEET))
