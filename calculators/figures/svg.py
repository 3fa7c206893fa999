"""The few words of SVG that our figures use."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def drawing(
    *, name: str, width: int, height: int, says: str, parts: Iterable[str], kind: str = ""
) -> str:
    """Put parts together as one picture with a text alternative.

    Args:
        name: Unique on a page.
        width: Of the coordinates; the page decides the size.
        height: Of the coordinates.
        says: What a person who cannot see the picture needs to know.
        parts: Elements, back to front.
        kind: A class for the styles, such as `draw-wide`.
    """
    return (
        f'<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{name}" '
        f'focusable="false"><title id="{name}">{escape(says)}</title>{"".join(parts)}</svg>'
    )


def rect(x: float, y: float, width: float, height: float, style: str) -> str:
    """Draw a rectangle.

    >>> rect(0, 0, 10, 2.5, "draw-zone")
    '<rect class="draw-zone" x="0" y="0" width="10" height="2.5"/>'
    """
    return f'<rect class="{style}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'


def line(x1: float, y1: float, x2: float, y2: float, style: str, width: float = 1) -> str:
    """Draw a straight line."""
    return (
        f'<line class="{style}" x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" '
        f'stroke-width="{width:g}"/>'
    )


def words(
    x: float, y: float, says: str, size: float, style: str = "draw-text", anchor: str = "start"
) -> str:
    """Write words with their baseline at a point."""
    return (
        f'<text class="{style}" x="{x:g}" y="{y:g}" font-size="{size:g}" '
        f'text-anchor="{anchor}">{escape(says)}</text>'
    )
