"""Two sites built from the same pages by different generators: what a reader would find different, in sentences.

Compared are the pages that there are, and of each its words, its anchors, where its links lead, its navigation and the
works' lines “Cited on”. What stands in the head, and how elements are written, may differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

UNSEEN = {"script", "style", "head", "noscript"}
"""Elements whose text no reader sees."""

OWN = {"__skip"}
"""Anchors of one generator, where its way past the head leads."""

APART = {"keep-guide"}
"""Parts that tell what the files weigh, a generator's own ones counted in."""

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Told:
    """What a page tells.

    Attributes:
        words: In order.
        anchors: Ids.
        links: In order: where each leads, from the root of the site, and its words.
        navigation: Those of its links that stand in the head, the margin and the foot.
        cited_on: The lines that say where works are cited, in order.
    """

    words: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    navigation: list[tuple[str, str]] = field(default_factory=list)
    cited_on: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Reads what a page tells."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self.told = Told()
        self._at = at
        self._open: list[tuple[str, bool]] = []
        self._link: tuple[str, bool] | None = None
        self._said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an anchor, and that a link begins."""
        given = dict(attrs)
        name = given.get("id")
        if name and name not in OWN:
            self.told.anchors.append(name)
        if tag not in VOID:
            is_apart = "md-skip" in (given.get("class") or "") or given.get("data-part") in APART
            self._open.append((tag, is_apart))
        href = given.get("href")
        if tag == "a" and href is not None and not self._skipped:
            inside = {each for each, _ in self._open}
            self._link = (
                urljoin(self._at, href),
                bool(inside & {"nav", "header", "aside", "footer"}),
            )
            self._said = []

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if self._skipped:
            return
        self.told.words += data.split()
        self._said += data.split()

    def handle_endtag(self, tag: str) -> None:
        """Note that an element ends, and with it what was opened inside it and has no end."""
        if tag == "a" and self._link is not None:
            to, is_navigation = self._link
            link = (to, " ".join(self._said))
            self.told.links.append(link)
            if is_navigation:
                self.told.navigation.append(link)
            self._link = None
        if any(each == tag for each, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    @property
    def _skipped(self) -> bool:
        return any(tag in UNSEEN or is_skip for tag, is_skip in self._open)


def read(html: str, at: str = "/") -> Told:
    """Read what a page tells.

    Args:
        html: The page.
        at: Its address from the root of the site, with a slash at the beginning.
    """
    reader = Reader(at)
    reader.feed(html)
    reader.close()
    told = reader.told
    text = " ".join(told.words)
    told.cited_on = re.findall(r"Cited on: [^.]*", text)
    return told


def differences(ours: Path, theirs: Path, name: str) -> Iterator[str]:
    """Say where another site differs from ours, page by page.

    Args:
        ours: Folder of the site that is published.
        theirs: Folder of the other.
        name: Of what built the other.
    """
    pages = _pages(ours), _pages(theirs)
    for page in sorted(pages[0] - pages[1]):
        yield f"{page}: {name} has no such page."
    for page in sorted(pages[1] - pages[0]):
        yield f"{page}: only {name} has this page."
    for page in sorted(pages[0] & pages[1]):
        at = "/" + page.removesuffix("index.html")
        one, other = (read((site / page).read_text("utf-8"), at) for site in (ours, theirs))
        yield from (f"{page}: {each}" for each in between(one, other, name))


def between(one: Told, other: Told, name: str) -> Iterator[str]:
    """Say where two readings of a page differ: the first place of each kind."""
    for what, kind in (
        ("navigation", "ways around"),
        ("cited_on", "lines “Cited on”"),
        ("links", "links"),
        ("anchors", "anchors"),
        ("words", "words"),
    ):
        mine, yours = getattr(one, what), getattr(other, what)
        if mine == yours:
            continue
        at, pair = next(
            (at, pair)
            for at, pair in enumerate(zip_longest(mine, yours, fillvalue="nothing"))
            if pair[0] != pair[1]
        )
        yield f"{kind} differ at {at + 1} of {len(mine)}: {pair[0]!r} here, {pair[1]!r} with {name}."


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
