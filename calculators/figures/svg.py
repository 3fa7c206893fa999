"""The few words of SVG that our figures use."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

Size = float | str
"""A length in the coordinates of its drawing, or a share of its width, such as "20%"."""


def drawing(
    *,
    name: str,
    width: int | None,
    height: int,
    says: str,
    parts: Iterable[str],
    kind: str = "",
    title: str = "",
    left: int = 0,
    top: int = 0,
) -> str:
    """Put parts together as one picture with a text alternative.

    Args:
        name: Unique on a page.
        width: Of the coordinates; the page decides the size. None when places across are shares of the width: then the
            picture is as wide as its page, and its words keep their size.
        height: Of the coordinates.
        says: What a person who cannot see the picture needs to know.
        parts: Elements, back to front.
        kind: Classes for the styles, such as `bfr-draw-wide`.
        title: Its name, where `says` is long.
        left: Where the coordinates begin.
        top: Where they begin.
    """
    size = f'viewBox="{left} {top} {width} {height}"'
    if width is None:
        size = f'width="100%" height="{height}"'
    named = f'<title id="{name}">{escape(title or says)}</title>'
    if title:
        named += f'<desc id="{name}-desc">{escape(says)}</desc>'
    described = f' aria-describedby="{name}-desc"' if title else ""
    return (
        f'<svg class="{kind}" {size} role="img" aria-labelledby="{name}"{described} '
        f'focusable="false" data-unsearched="">{named}{"".join(parts)}</svg>'
    )


def element(name: str, says: str | None = None, /, **attributes: Size | None) -> str:
    """Write an element; `class_` and `font_size` become `class` and `font-size`.

    >>> element("line", x1=0, y1=2.5, class_="bfr-fig-rule")
    '<line x1="0" y1="2.5" class="bfr-fig-rule"/>'
    >>> element("text", "a < b", x="50%")
    '<text x="50%">a &lt; b</text>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}/>" if says is None else f"<{name}{written}>{escape(says)}</{name}>"


def rect(x: Size, y: float, width: Size, height: float, style: str) -> str:
    """Draw a rectangle.

    >>> rect(0, 0, 10, 2.5, "bfr-draw-zone")
    '<rect class="bfr-draw-zone" x="0" y="0" width="10" height="2.5"/>'
    """
    return element("rect", class_=style, x=x, y=y, width=width, height=height)


def line(x1: Size, y1: float, x2: Size, y2: float, style: str, width: float | None = 1) -> str:
    """Draw a straight line; None leaves its width to the styles."""
    return element("line", class_=style, x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=width)


def path(outline: str, style: str) -> str:
    """Draw an outline."""
    return element("path", class_=style, d=outline)


def words(
    x: Size, y: float, says: str, size: float, style: str = "bfr-draw-text", anchor: str = "start"
) -> str:
    """Write words with their baseline at a point."""
    return element("text", says, class_=style, x=x, y=y, font_size=size, text_anchor=anchor)


def _plain(value: Size) -> str:
    return value if isinstance(value, str) else f"{value:g}"
