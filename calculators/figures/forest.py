"""The forest plot: published comparisons one under the other, never added up."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from calculators.evidence.numbers import number, printed
from calculators.figures.chart import SMALL, Layout, Scale, both, text
from calculators.figures.frame import Data, Numbers, framed, short, source, sources
from calculators.figures.svg import line, path

BETWEEN = 30
"""Pixels between two groups."""


def forest(name: str, data: Data) -> str:
    """Draw published comparisons one under the other, by year. They overlap, so no sum is drawn.

    Args:
        name: Of the figure.
        data: Title, how to read it, and groups of rows; what cannot be drawn may stand as an `aside`.
    """
    title = data["title"]
    aside = (
        [Markup("{} {}").format(data["aside"], sources([data["aside_cite"]]))]
        if "aside" in data
        else []
    )
    return framed(
        name,
        title,
        both(f"fig-{name}", title, _says(data), partial(_draw, data)),
        lead=data["lead"],
        notes=[
            data["convention"],
            (
                "The square is the result, the line its 95 % interval. A line that crosses zero means: no clear difference. "
                "An open diamond has no printed interval. "
                "† Read on a page that reprints it, not in the work itself."
            ),
            "The reviews share trials and measure different things. So they stand apart here, and we never average them.",
            *aside,
        ],
        numbers=Numbers(
            "Published comparisons of BFR training, never pooled by us",
            ("Comparison", "Effect", "95 % interval, or p", "Studies, people", "Source", "Note"),
            [_numbers(group, row) for group in data["groups"] for row in group["rows"]],
        ),
    )


def _says(data: Data) -> str:
    def row_says(row: Data) -> str:
        found = (
            row["says"] if row["effect"] is None else f"{number(row['effect'])}, {_interval(row)}"
        )
        return f"{row['who']} ({_source(row)}), {found}"

    return " ".join(
        f"{group['name']}: {'; '.join(map(row_says, group['rows']))}." for group in data["groups"]
    )


def _numbers(group: Data, row: Data) -> tuple[str, ...]:
    said = [f"{row[what]} {what}" for what in ("studies", "people") if row[what] is not None]
    return (
        f"{group['name']}: {row['who'][0].lower()}{row['who'][1:]}",
        *_as_printed(row),
        ", ".join(said) or "not in the abstract",
        source(row["cite"]),
        row["note"] or "",
    )


def _as_printed(row: Data) -> tuple[str, str]:
    """Give effect and interval with the digits of their source."""
    if row["effect"] is None:
        return row["says"], ""
    if row["low"] is None:
        return printed(row["effect"])[0], _interval(row)
    effect, low, high = printed(row["effect"], row["low"], row["high"])
    return effect, f"{low} to {high}"


def _interval(row: Data) -> str:
    if row["low"] is not None:
        return f"{number(row['low'])} to {number(row['high'])}"
    return f"p = {row['p']}" if row["p"] else "not printed"


def _source(row: Data) -> str:
    return short(row["cite"]["key"]) + (" †" if row["cite"]["state"] == "VS" else "")


def _draw(data: Data, layout: Layout) -> tuple[str, float]:
    parts, y = "", 0.0
    for group in data["groups"]:
        made, height = _group(group, layout, y)
        parts += made
        y += height + BETWEEN
    return parts, y - BETWEEN


def _group(group: Data, layout: Layout, top: float) -> tuple[str, float]:
    axis, rows = group["axis"], len(group["rows"])
    scale = Scale(axis["low"], axis["high"])
    head = 56 if layout.wide or axis["left"] else 30
    height = head + rows * layout.row
    grounds = "".join(
        scale.bar(axis["low"], 0, y, tall, "bfr-fig-against")
        + scale.bar(0, axis["high"], y, tall, "bfr-fig-for")
        for y, tall in layout.fields(head, rows)
    )
    back = grounds + layout.grid(scale, axis["ticks"], head, rows)
    back += layout.ticks(scale, axis["ticks"], height, _tick)
    if axis["left"]:
        back += text(0, head - 9, f"← {axis['left']}", "bfr-fig-soft", SMALL)
    if axis["left"] or layout.wide:
        back += text("100%", head - 9, f"{axis['right']} →", "bfr-fig-soft", SMALL, "end")
    marks = "".join(
        _row(row, scale, layout, top + head + at * layout.row)
        for at, row in enumerate(group["rows"])
    )
    title = text(0, top + 18, group["name"], "bfr-fig-group", 17)
    return layout.plot(top, height, back) + title + marks, height + (28 if layout.wide else 16)


def _tick(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _row(row: Data, scale: Scale, layout: Layout, y: float) -> str:
    names = layout.names(y, row["who"], _source(row))
    if row["effect"] is None:
        return names + layout.numbers(y, "no number", row["short"])
    mark = layout.plot(y, layout.row, _mark(row, scale, layout.middle))
    return names + layout.numbers(y, number(row["effect"]), _interval(row)) + mark


def _mark(row: Data, scale: Scale, y: float) -> str:
    def at_effect(outline: str, style: str) -> str:
        place = f'x="{scale.at(row["effect"])}" y="{y:g}" overflow="visible"'
        return f"<svg {place}>{path(outline, style)}</svg>"

    if row["low"] is None:
        return at_effect("M0-7 7 0 0 7-7 0Z", "bfr-fig-open")
    ends = "".join(scale.stroke(row[end], y - 5, 10, "bfr-fig-line") for end in ("low", "high"))
    reach = line(scale.at(row["low"]), y, scale.at(row["high"]), y, "bfr-fig-line", None)
    second_hand = row["cite"]["state"] == "VS"
    return (
        reach
        + ends
        + at_effect("M-6-6H6V6H-6Z", "bfr-fig-open" if second_hand else "bfr-fig-point")
    )
