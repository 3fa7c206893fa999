"""The Markdown extension for tables on a phone: wide rows stack there, and each cell says its column.

A style sheet does the stacking. It takes a table's meaning from assistive technology, so roles give it back.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

WIDE = 70
"""Characters of a row that do not fit beside each other on a phone."""

AFTER_TEXT = 14
"""Priority: after all lines are read (20), so that the words of the cells are there."""

ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}


class Tables(Extension):
    """Names the column in each cell of a wide table."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Register what reads the tree of a page."""
        md.treeprocessors.register(Stacks(md), "bfr_tables", AFTER_TEXT)


def makeExtension(**configs: object) -> Tables:  # noqa: N802  (Python-Markdown's name)
    """Make the extension, as Python-Markdown asks for it."""
    return Tables(**configs)


class Stacks(Treeprocessor):
    """Marks tables of three columns or more whose rows are wide."""

    def run(self, root: ET.Element) -> None:
        """Look at every table of the page."""
        for table in root.iter("table"):
            heads = [words(head) for head in table.iterfind("thead/tr/th")]
            rows = list(table.iterfind("tbody/tr"))
            if len(heads) > 2 and any(len(words(row)) > WIDE for row in rows):
                stack(table, heads, rows)


def stack(table: ET.Element, heads: list[str], rows: list[ET.Element]) -> None:
    """Name the column in each cell, and keep what a table is for those who do not see it."""
    table.set("class", "bfr-stacks")
    for element in table.iter():
        if element.tag in ROLES:
            element.set("role", ROLES[element.tag])
    for row in rows:
        for head, cell in zip(heads, row.iterfind("td"), strict=False):
            cell.set("data-label", head)


def words(element: ET.Element) -> str:
    """Give the text of an element, with single spaces.

    >>> words(ET.fromstring("<td>at <b>60 %</b>  of AOP</td>"))
    'at 60 % of AOP'
    """
    return " ".join("".join(element.itertext()).split())
