"""What our charts share: places across are shares of the width, so words keep their size on any page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from calculators.figures.svg import Size, drawing, line, rect, words

LABEL, WORDS, SMALL = 16, 15, 14.5
"""Type sizes in pixels: names, numbers, the rest."""


def text(
    x: Size, y: float, says: str, style: str = "", size: float = WORDS, anchor: str = "start"
) -> str:
    """Write words with their baseline at a point."""
    return words(x, y, says, size, f"bfr-fig-text {style}".strip(), anchor)


class Scale:
    """Places values across a chart, in shares of its width.

    >>> Scale(0, 50).at(10), Scale(-1, 1).at(0)
    ('20%', '50%')
    """

    def __init__(self, low: float, high: float) -> None:
        """Keep the ends."""
        self.low, self.high = low, high

    def share(self, value: float) -> float:
        """Give the place of a value, from 0 to 100, held inside the chart."""
        return min(max((value - self.low) / (self.high - self.low) * 100, 0), 100)

    def at(self, value: float) -> str:
        """Write the place of a value."""
        return f"{self.share(value):.6g}%"

    def across(self, start: float, end: float) -> str:
        """Write the width between two values."""
        return f"{self.share(end) - self.share(start):.6g}%"

    def bar(self, start: float, end: float, y: float, height: float, style: str) -> str:
        """Draw a bar between two values."""
        return rect(self.at(start), y, self.across(start, end), height, style)

    def stroke(self, value: float, y: float, height: float, style: str) -> str:
        """Draw an upright line at a value."""
        return line(self.at(value), y, self.at(value), y + height, style, None)


class Layout:
    """Where the parts of a row stand: stacked on a phone, in three columns on a wide page."""

    def __init__(self, *, wide: bool) -> None:
        """Choose the layout."""
        self.wide = wide
        self.name = "wide" if wide else "narrow"
        self.row = 50 if wide else 74
        self.plot_y, self.plot_height = (4, 40) if wide else (43, 20)
        self.plot_x, self.plot_width = ("34%", "44%") if wide else ("0", "100%")
        self.first, self.second = (21, 40) if wide else (16, 35)

    @property
    def middle(self) -> float:
        """Give the middle of a row's plot."""
        return self.plot_y + self.plot_height / 2

    def fields(self, head: float, rows: int) -> list[tuple[float, float]]:
        """List top and height of each ground: one for all rows on a wide page, one strip a row on a phone."""
        if self.wide:
            return [(head, rows * self.row)]
        return [(head + at * self.row + self.plot_y, self.plot_height) for at in range(rows)]

    def grid(self, scale: Scale, ticks: Sequence[float], head: float, rows: int) -> str:
        """Draw an upright line at each tick."""
        return "".join(
            scale.stroke(tick, top, tall, "bfr-fig-zero" if tick == 0 else "bfr-fig-grid")
            for top, tall in self.fields(head, rows)
            for tick in ticks
        )

    def ticks(
        self, scale: Scale, ticks: Sequence[float], base: float, write: Callable[[float], str] = str
    ) -> str:
        """Write the value of each tick below the rows."""
        y = base + (21 if self.wide else 12)
        return "".join(
            text(
                scale.at(tick),
                y,
                write(tick),
                "bfr-fig-soft",
                SMALL,
                "start" if at_edge else "middle",
            )
            for tick in ticks
            for at_edge in (tick == scale.low,)
        )

    def names(self, y: float, name: str, small: str) -> str:
        """Write the name of a row, and small words below it."""
        return text(0, y + self.first, name, "bfr-fig-strong", LABEL) + text(
            0, y + self.second, small, "bfr-fig-soft", SMALL
        )

    def numbers(self, y: float, value: str, small: str) -> str:
        """Write the number of a row, and small words below it."""
        return text("100%", y + self.first, value, "bfr-fig-strong", LABEL, "end") + text(
            "100%", y + self.second, small, "bfr-fig-soft", SMALL, "end"
        )

    def plot(self, y: float, height: float, parts: str) -> str:
        """Place parts in the column of the plot; they may reach over its ends."""
        place = f'x="{self.plot_x}" y="{y:g}" width="{self.plot_width}" height="{height:g}"'
        return f'<svg {place} overflow="visible">{parts}</svg>'


def both(name: str, title: str, says: str, draw: Callable[[Layout], tuple[str, float]]) -> str:
    """Draw a chart twice, for narrow and for wide pages; one of them is shown.

    Args:
        name: Unique on a page.
        title: Of the chart.
        says: The same in words.
        draw: Gives the parts and the height, for a layout.
    """
    made = []
    for wide in (False, True):
        layout = Layout(wide=wide)
        parts, height = draw(layout)
        kind = f"bfr-fig-svg bfr-draw-{layout.name}"
        made.append(
            drawing(
                name=f"{name}-{layout.name}",
                width=None,
                height=round(height),
                says=says,
                parts=[parts],
                kind=kind,
                title=title,
            )
        )
    return "".join(made)
