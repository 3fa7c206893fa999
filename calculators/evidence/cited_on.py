"""Which pages cite a work."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from markdown import Markdown

from calculators.front_matter import FRONT_MATTER, front_matter

HEADING = re.compile(r"^# +(.+?)(?: *\{[^}]*\})?$", re.MULTILINE)
TO_SOURCE = re.compile(r'href="#source-([^"{]+)"')


GATHERED: dict[str, tuple[str, frozenset[str]]] = {}
"""The text of each page that was written, by its file, and the works that it cites."""


class Reader(Protocol):
    """An extension that keeps what a page cites."""

    @property
    def cited(self) -> frozenset[str]:
        """List the works that the page cites."""


@dataclass(frozen=True)
class Citing:
    """The pages that cite each work, by its key: pairs of title and file, in order of titles."""

    by_key: Mapping[str, Sequence[tuple[str, str]]]

    @classmethod
    def of(cls, pages: Iterable[tuple[str, str]], reader: Callable[[], Reader]) -> Citing:
        """Gather pages, given as file and text; those that were not written yet are read."""
        by_key = defaultdict(list)
        for path, text in pages:
            before, cited = GATHERED.get(path, ("", frozenset()))
            title = title_of(text) or path
            for key in cited if before == text else _cited(text, reader):
                by_key[key].append((title, path))
        return cls({key: sorted(found) for key, found in by_key.items()})

    def pages(self, key: str) -> Sequence[tuple[str, str]]:
        """List title and file of each page that cites a work."""
        return self.by_key.get(key, ())


def linked_works(html: str) -> set[str]:
    """List the works that a piece of HTML links to, in the page's own list of sources.

    >>> linked_works('<a href="#source-patterson2019">')
    {'patterson2019'}
    """
    return set(TO_SOURCE.findall(html))


@cache
def title_of(text: str) -> str:
    r"""Give the title of a page: from its front matter, or its first heading.

    >>> title_of("---\ntitle: Risks\n---\n"), title_of("# The *cuff* { #cuff }\n")
    ('Risks', 'The cuff')
    """
    if title := front_matter(text).get("title"):
        return str(title)
    heading = HEADING.search(text)
    return re.sub(r"[*_`]", "", heading[1]) if heading else ""


def description_of(text: str) -> str:
    r"""Give the description of a page, from its front matter; nothing where there is none.

    >>> description_of("---\ntitle: Rest\ndescription: How long to rest.\n---\n")
    'How long to rest.'
    """
    return str(front_matter(text).get("description", ""))


@cache
def _cited(text: str, reader: Callable[[], Reader]) -> frozenset[str]:
    """Read one page by itself. What is wrong on it is said when it is built."""
    extension = reader()
    alone = Markdown(extensions=["md_in_html", "pymdownx.superfences", extension])  # type: ignore[list-item]
    try:
        alone.convert(FRONT_MATTER.sub("", text))
    except ValueError:  # a PageError
        return frozenset()
    return extension.cited
