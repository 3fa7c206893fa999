"""What stands around a figure: its title, notes with their sources, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from calculators.evidence import bibliography
from calculators.views import render

Data = Mapping[str, Any]
"""What one figure draws, from `figures.json`; a citation in it is a mapping of `key`, `place` and `state`."""


@dataclass(frozen=True)
class Numbers:
    """The table beside a figure; its first column names the row."""

    caption: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[str]]


def framed(
    name: str,
    title: str,
    picture: str,
    *,
    lead: str = "",
    notes: Sequence[str] = (),
    numbers: Numbers | None = None,
) -> str:
    """Frame a picture. Text is escaped, `Markup` is not.

    Args:
        name: As pages name the figure.
        title: Of the figure.
        picture: HTML.
        lead: How to read it, above it.
        notes: What to know about it, below it.
        numbers: The same as a table.
    """
    return render.render(
        "figures/figure",
        name=name,
        title=title,
        picture=Markup(picture),  # noqa: S704  (drawn by us; its words are escaped where they are written)
        lead=lead,
        notes=notes,
        numbers=numbers,
    )


def short(key: str) -> str:
    """Name a work as text: "Grønfeldt et al. 2020"."""
    return bibliography.short(key)


def source(citation: Mapping[str, str]) -> Markup:
    """Link one citation to the page's own list of sources."""
    return Markup(render.data_cite(citation))  # noqa: S704  (a template made it)


def sources(citations: Sequence[Mapping[str, str]]) -> Markup:
    """Link several citations, in one pair of brackets, as a line of text does."""
    cites = [
        {"key": each["key"], "label": short(each["key"]), "place": each["place"]}
        for each in citations
    ]
    return Markup(render.citations(cites))  # noqa: S704  (a template made it)
