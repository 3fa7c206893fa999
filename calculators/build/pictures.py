"""The picture that goes with a shared link to a page: its title on the guide's own ground, with the scale and the mark.

One is drawn for each page, and kept by what is on it: an unchanged page costs nothing. The icons of the theme are
drawn here too, by hand: `python -m calculators.build.pictures`.
"""

from __future__ import annotations

import hashlib
import math
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from calculators.build.guide_settings import GuideSettings
from calculators.build.pages import Page, into_head, pages
from calculators.paths import DOCS, ROOT

FOLDER = "assets/pictures"
CACHE = ROOT / ".cache" / "pictures"
FONTS = DOCS / "assets" / "fonts"
ICONS = ROOT / "calculators" / "theme" / "assets" / "theme"

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
INK, PAPER, ZONE = "#e8efee", "#0b171c", "#14a38b"
"""The colours of the mark on its dark ground."""
SOFT = "#a9bbbb"

TITLE = (88, 76, 66)
"""Sizes of a title, the largest first: the first that fits on three lines is taken."""
FOOT = HEIGHT - 118
"""Where mark and name begin."""
COLOURS = 32
"""In a picture: letters want some steps between ink and paper, and no more."""

Font = ImageFont.FreeTypeFont


def write(
    site: Path, mine: GuideSettings, docs: Path = DOCS, fonts: Path = FONTS, cache: Path = CACHE
) -> None:
    """Draw the picture of each page of a built site, and name it in the page."""
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    cache.mkdir(parents=True, exist_ok=True)
    pen = Pen(fonts)
    drawing = Path(__file__).read_bytes()
    for page in pages(site, docs):
        title = str(page.front.get("title") or mine.name)
        words = str(page.front.get("description") or mine.description)
        said = f"{title}\0{words}\0{mine.name}".encode()
        kept = cache / f"{hashlib.sha256(drawing + said).hexdigest()[:32]}.png"
        if not kept.is_file():
            pen.page(title, words, mine.name).save(kept, optimize=True)
        name = name_of(page)
        shutil.copyfile(kept, folder / name)
        html = page.built.read_text("utf-8")
        page.built.write_text(into_head(html, *_named(page, name, title, mine.address)), "utf-8")


def name_of(page: Page) -> str:
    """Give the name of a page's picture."""
    return f"{page.url.strip('/').replace('/', '-') or 'home'}.png"


def _named(page: Page, name: str, title: str, address: str) -> Iterator[str]:
    """Name a picture; on a site that knows no address of its own, as the page reaches it."""
    alt = title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    told = {
        "og:image": f"{address or page.root}{FOLDER}/{name}",
        "og:image:type": "image/png",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "og:image:alt": alt,
    }
    return (f'<meta property="{key}" content="{value}">' for key, value in told.items())


class Pen:
    """Draws with the fonts of the site."""

    def __init__(self, fonts: Path) -> None:
        """Find the fonts."""
        self._fonts = fonts

    def display(self, size: int) -> Font:
        """Give the font of headings."""
        font = ImageFont.truetype(str(self._fonts / "archivo.woff2"), size)
        font.set_variation_by_axes([700, 88])
        return font

    def body(self, size: int) -> Font:
        """Give the font of text."""
        font = ImageFont.truetype(str(self._fonts / "literata.woff2"), size)
        font.set_variation_by_axes([420])
        return font

    def page(self, title: str, words: str, name: str) -> Image.Image:
        """Draw the picture of a page."""
        image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        draw = ImageDraw.Draw(image)
        _ticks(draw)
        across = WIDTH - 2 * MARGIN
        for size in TITLE:
            font = self.display(size)
            lines = wrapped(title, font, across)
            if len(lines) <= 3:
                break
        top = MARGIN + 40
        for line in lines[:3]:
            draw.text((MARGIN, top), line, INK, font)
            top += round(size * 1.1)
        font = self.body(36)
        top += 24
        for line in cut(wrapped(words, font, across), (FOOT - 12 - top) // 48):
            draw.text((MARGIN, top), line, SOFT, font)
            top += 48
        image.paste(mark(72, PAPER), (MARGIN - 8, FOOT))
        draw.text((MARGIN + 80, FOOT + 16), name, INK, self.display(34))
        return image.quantize(COLOURS, dither=Image.Dither.NONE)


def _ticks(draw: ImageDraw.ImageDraw) -> None:
    """Draw the scale at the upper edge, with the zone in which a cuff is used."""
    draw.rectangle((MARGIN + 0.2 * 1040, 0, MARGIN + 0.4 * 1040, 9), ZONE)
    for number in range(0, 101, 2):
        x = MARGIN + number / 100 * (WIDTH - 2 * MARGIN)
        draw.line((x, 0, x, 34 if number % 10 == 0 else 20), SOFT, 2)


def wrapped(text: str, font: Font, across: int) -> list[str]:
    """Part a text into lines that fit."""
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= across:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def cut(lines: list[str], most: int) -> list[str]:
    """Leave the lines for which there is room, and show where something is left out.

    >>> cut(["one two", "three", "four"], 2)
    ['one two', 'three …']
    """
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


FINER = 8
"""A mark is drawn so many times larger, and made smaller: its edges are smooth then."""


def mark(size: int, ground: str, share: float = 1.0) -> Image.Image:
    """Draw the mark of the site, as `mark.svg` has it.

    Args:
        size: Of each side.
        ground: The colour behind it.
        share: Of the side that it takes.
    """
    whole = size * FINER
    image = Image.new("RGB", (whole, whole), ground)
    draw = ImageDraw.Draw(image)
    unit, middle = whole * share / 40, whole / 2

    def ring(radius: float, width: float, colour: str, start: float, end: float) -> None:
        outer = (radius + width / 2) * unit
        box = (middle - outer, middle - outer, middle + outer, middle + outer)
        draw.arc(box, start, end, colour, round(width * unit))

    ring(15, 3, INK, 0, 360)
    start = math.degrees(math.atan2(15.36 - 20, 34.27 - 20))
    end = math.degrees(math.atan2(32.14 - 20, 28.82 - 20))
    ring(15, 9, ZONE, start, end)
    dot = 4 * unit
    draw.ellipse((middle - dot, middle - dot, middle + dot, middle + dot), INK)
    return image.resize((size, size), Image.Resampling.LANCZOS)


SIZES: Mapping[str, int] = {"icon-180.png": 180, "icon-192.png": 192, "icon-512.png": 512}
"""What phones ask for: iOS the first, Android the others."""


def draw_icons(into: Path = ICONS) -> None:
    """Draw the icons that cannot be drawings of lines, with room around them to be cut to a circle."""
    for name, size in SIZES.items():
        icon = mark(size, PAPER, 40 / 64)
        icon.quantize(COLOURS, dither=Image.Dither.NONE).save(into / name, optimize=True)


if __name__ == "__main__":
    draw_icons()
