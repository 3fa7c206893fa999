"""The Atom feed of what changed, read from the page that lists it: one list, two forms.

A table row or a list item that begins with a link, below a heading that is a date, is one change.
Addresses in the feed are relative, so that it works wherever the site stands.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from calculators.checks.pages import plain
from calculators.paths import DOCS

PAGE = "evidence/what-changed.md"
"""The page that lists the changes."""

NAME = "changes.atom"
TITLE = "BFR Guide: what changed"
ATOM = "http://www.w3.org/2005/Atom"

HEADING = re.compile(r"^## (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})$")
LEADS = re.compile(r"\[[^\]]+\]\((?P<to>[^)\s]+)\)")


@dataclass(frozen=True)
class Change:
    """One change.

    Attributes:
        day: When.
        what: What changed, in plain words.
        says: Before and now.
        page: The page that has it now, from the root of the site, with its anchor.
    """

    day: datetime
    what: str
    says: str
    page: str


def changes(text: str, page: str = PAGE) -> tuple[Change, ...]:
    """Read the changes of a page, in its order.

    Raises:
        ValueError: A change stands above the first date.
    """
    return tuple(_read(text, page))


def _read(text: str, page: str) -> Iterator[Change]:
    day = None
    for line in text.splitlines():
        if heading := HEADING.match(line):
            day = datetime.strptime(heading["day"], "%d %B %Y").replace(tzinfo=UTC)
            continue
        cells = _cells(line)
        link = LEADS.match(cells[0]) if cells else None
        if link is None:
            continue
        if day is None:
            raise ValueError(f"{page}: {cells[0]!r} stands above the first date")
        what, *rest = (plain(each).strip() for each in cells)
        says = f"Before: {rest[0]}. Now: {rest[1]}." if len(rest) == 2 else "A new page."
        yield Change(day, what, says, _address(link["to"], page))


def _cells(line: str) -> list[str]:
    """Give the cells of a row, or the one text of an item."""
    if line.startswith("| "):
        return [each.strip() for each in line.strip("| ").split(" | ")]
    return [line.removeprefix("- ")] if line.startswith("- ") else []


def _address(to: str, page: str) -> str:
    """Turn a link between pages into an address from the root of the site.

    >>> _address("../learn/knees.md#in-short", PAGE), _address("searches.md", PAGE)
    ('learn/knees/#in-short', 'evidence/searches/')
    """
    file, _, anchor = to.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), file))
    folder = f"{path.removesuffix('.md').removesuffix('index').rstrip('/')}/"
    return folder + (f"#{anchor}" if anchor else "")


def atom(listed: tuple[Change, ...], root: str = "../../") -> str:
    """Write the feed.

    Args:
        listed: The changes, newest first.
        root: The root of the site, seen from the feed.
    """
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _add(feed, "title", TITLE)
    _add(feed, "id", _name("feed"))
    _add(feed, "updated", max(each.day for each in listed).isoformat())
    _add(_add(feed, "author"), "name", "BFR Guide")
    _add(feed, "link", rel="self", type="application/atom+xml", href=NAME)
    _add(
        feed,
        "link",
        rel="alternate",
        type="text/html",
        href=root + _address(posixpath.basename(PAGE), PAGE),
    )
    for each in listed:
        entry = _add(feed, "entry")
        _add(entry, "title", each.what)
        _add(entry, "id", _name(f"{each.day.date()} {each.what} {each.page}"))
        _add(entry, "updated", each.day.isoformat())
        _add(entry, "link", rel="alternate", type="text/html", href=root + each.page)
        _add(entry, "summary", each.says)
    ET.indent(feed)
    return ET.tostring(feed, "unicode", xml_declaration=True) + "\n"


def _add(parent: ET.Element, name: str, says: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    made.text = says
    return made


def _name(what: str) -> str:
    """Name an entry for good: the same words on the same day have the same name on any host."""
    return uuid5(NAMESPACE_URL, f"bfr-guide {what}").urn


def write(folder: Path) -> None:
    """Write the feed into a folder two below the root of the site."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (DOCS / PAGE).read_text("utf-8")
    (folder / NAME).write_text(atom(changes(text)), "utf-8")
