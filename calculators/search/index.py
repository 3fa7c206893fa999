"""The index of the search: every page, and every question, heading and term on it, as an entry of its own.

A page's front matter may help:

    search:
      boost: 0.2                  # how much the page and what is on it count: 1 without it; 0.2 or less comes last
      also: how snug, squeeze     # words that lead here though the page does not use them

Words that many people use for a word of the guide, on whichever page, stand once in `words.yml`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from calculators.front_matter import read_yaml

WORDS = Path(__file__).with_name("words.yml")
"""Words that people type for words of the guide."""

NAME = "assets/search/index.json"
"""Where the index lies on the site."""

HEADINGS = frozenset({"h2", "h3", "h4"})
BLOCKS = frozenset(
    {
        "p",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "div",
        "section",
        "br",
        *HEADINGS,
    }
)
"""Elements whose words do not run into those of the next."""

UNREAD = frozenset(
    {
        "bfr-calculator",
        "bfr-flow",
        "bfr-player",
        "button",
        "dialog",
        "form",
        "script",
        "style",
        "svg",
        "template",
    }
)
"""Elements without words that anyone looks for: the controls of a page are not its text."""

UNREAD_CLASSES = frozenset(
    {"headerlink", "bfr-cite", "bfr-cites", "bfr-checked", "bfr-hidden", "bfr-next-page"}
)

VOID = frozenset(
    {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)

TERMS = "bfr-glossary__entry"
"""Class of an element that is an entry though it is no heading; a `<dt>` ends its title."""

ROWS = {"li": "cite", "tr": "th"}
"""Elements with an anchor that are an entry too, works and ranges, and the element with whose end their title ends."""


class WordsError(ValueError):
    """`words.yml`, or the front matter of a page, cannot be read; the message says where."""


@dataclass
class Section:
    """What stands under one anchor of a page.

    Attributes:
        anchor: Of the section; empty for what stands before the first.
        title: Its heading.
        text: Its words.
        is_row: Whether it is a work or a range in a long list.
        is_term: Whether it explains a word.
    """

    anchor: str
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    is_row: bool = False
    is_term: bool = False


@dataclass(frozen=True)
class Entry:
    """Something that can be found.

    Attributes:
        at: Its address from the root of the site.
        title: What it is called.
        page: Title of its page; empty when it is the page.
        text: Its words.
        also: Words that lead here though it does not use them.
        boost: How much it counts.
        term: Whether it explains a word.
    """

    at: str
    title: str
    page: str
    text: str
    also: str
    boost: float
    term: bool = False


@dataclass(frozen=True)
class Everyday:
    """Words that people type, and the words of the guide for the same.

    Attributes:
        guide: Words of the guide.
        also: Words that people type.
    """

    guide: re.Pattern[str]
    also: str


class Reader(HTMLParser):
    """Divides a page into sections."""

    def __init__(self) -> None:
        """Begin with what stands before the first heading."""
        super().__init__()
        self.sections = [Section("")]
        self._open: list[tuple[str, bool]] = []
        self._title_of: Section | None = None
        self._title_ends = ""

    @property
    def _unread(self) -> bool:
        return any(skips for _, skips in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section where an anchor does."""
        given = dict(attrs)
        if tag in BLOCKS:
            self.handle_data(" ")
        if tag in VOID:
            return
        classes = set((given.get("class") or "").split())
        skips = (
            tag in UNREAD
            or bool(classes & UNREAD_CLASSES)
            or "hidden" in given
            or "data-unsearched" in given
        )
        self._open.append((tag, skips))
        if "bfr-note" in classes:
            self._title_of = None  # A note within a title is said below it.
            self.handle_data(" ")
        anchor = given.get("id")
        ends = tag if tag in HEADINGS else "dt" if TERMS in classes else ROWS.get(tag)
        if anchor and ends and not self._unread:
            self.sections.append(Section(anchor, is_row=tag in ROWS, is_term=TERMS in classes))
            self._title_of, self._title_ends = self.sections[-1], ends

    def handle_endtag(self, tag: str) -> None:
        """End what began last with this name; HTML lets some ends be left out."""
        if tag in BLOCKS:
            self.handle_data(" ")
        if tag == self._title_ends:
            self._title_of = None
        while self._open:
            name, _ = self._open.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Keep words, as title or as text."""
        if self._unread:
            return
        if self._title_of:
            self._title_of.title.append(data)
        else:
            self.sections[-1].text.append(data)


def plain(parts: Iterable[str]) -> str:
    """Join words, with one space between them.

    >>> plain(["How ", " tight", "?"])
    'How tight?'
    """
    return " ".join("".join(parts).split())


class Index:
    """Gathers pages, then writes what can be found on them."""

    def __init__(self) -> None:
        """Begin without pages."""
        self.begin()

    def begin(self) -> None:
        """Forget every page."""
        self._pages: dict[str, tuple[str, str, Mapping[str, Any], list[Section]]] = {}

    def keep(self, addresses: Container[str]) -> None:
        """Forget every page but those at these addresses."""
        self._pages = {at: page for at, page in self._pages.items() if at in addresses}

    def add(self, at: str, title: str, front: Mapping[str, Any], html: str) -> None:
        """Take a page.

        Args:
            at: Its address from the root of the site.
            title: Its title.
            front: Its front matter.
            html: Its text.
        """
        reader = Reader()
        reader.feed(html)
        reader.close()
        self._pages[at] = at, title, front, reader.sections

    def entries(self) -> list[Entry]:
        """List what can be found.

        A heading that several pages have, such as “In short”, names no subject: its words belong to the page.
        So does a heading with nothing but other headings below it.
        """
        titles = Counter(
            title
            for *_, sections in self._pages.values()
            for title in {plain(section.title) for section in sections}
        )
        return [
            entry
            for at, title, front, sections in self._pages.values()
            for entry in _of_page(at, title, front, sections, titles)
        ]

    def json(self) -> str:
        """Write the index."""
        listed = [
            {
                name: value
                for name, value in vars(entry).items()
                if value and (name, value) != ("boost", 1.0)
            }
            for entry in self.entries()
        ]
        return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))


def _of_page(
    at: str,
    title: str,
    front: Mapping[str, Any],
    sections: Iterable[Section],
    titles: Mapping[str, int],
) -> Iterable[Entry]:
    """Give the entry of a page, then those of its sections."""
    told = front.get("search") or {}
    if unknown := set(told) - {"boost", "also"}:
        raise WordsError(
            f"{at}: `search` of a front matter knows boost and also, not {sorted(unknown)}."
        )
    boost = float(told.get("boost", 1))
    described = str(front.get("description") or "")
    own: list[str] = [described]
    others: list[Section] = []
    for section in sections:
        heading = plain(section.title)
        if heading and titles[heading] == 1 and plain(section.text):
            others.append(section)
        elif heading and not plain(section.text):
            own.append(heading)
        else:
            own.append(plain(section.text))
    text = plain(f"{part} " for part in own)
    also = plain([str(told.get("also", "")), " ", everyday(title)])
    yield Entry(at, title, "", text, also, boost)
    for section in others:
        heading = plain(section.title)
        # A work is found by its own words: what people type leads to answers.
        also = "" if section.is_row else everyday(heading)
        place, text = f"{at}#{section.anchor}", plain(section.text)
        yield Entry(place, heading, title, text, also, boost, section.is_term)


@cache
def words() -> tuple[Everyday, ...]:
    """Read what people type.

    Raises:
        WordsError: A group lacks one of its two lists.
    """
    groups = []
    for number, group in enumerate(read_yaml(WORDS.read_text("utf-8")), 1):
        if set(group) != {"guide", "also"}:
            raise WordsError(
                f"{WORDS.name}, group {number}: it has `guide` and `also`, nothing else."
            )
        guide = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in group["guide"])
        also = ", ".join(map(str, group["also"]))
        groups.append(
            Everyday(
                re.compile(rf"(?<![\w]){'(?:' + guide + ')'}(?:s|es)?(?![\w])", re.IGNORECASE), also
            )
        )
    return tuple(groups)


def everyday(said: str) -> str:
    """Give the words that people type for the words of a heading.

    >>> "thrombosis" in everyday("Can it give me a blood clot?")
    True
    """
    return ", ".join(group.also for group in words() if group.guide.search(said))


def write(index: Index, site: Path) -> Path:
    """Write the index into a built site."""
    path = site / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(index.json(), "utf-8")
    return path
