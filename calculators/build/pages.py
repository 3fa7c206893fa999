"""The pages of a built site, each with the front matter of the file that it was written from.

Whatever generator built the site: this reads its pages, and the files of `docs/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calculators.front_matter import front_matter
from calculators.paths import DOCS

END_OF_HEAD = "</head>"


@dataclass(frozen=True)
class Page:
    """One page of a built site.

    Attributes:
        url: Its address from the root of the site: `do/player/`, and nothing for the first page.
        source: The file that it was written from, from the folder of pages.
        front: What its front matter says.
        built: Its file in the built site.
    """

    url: str
    source: str
    front: Mapping[str, Any]
    built: Path

    @property
    def root(self) -> str:
        """The root of the site as the page reaches it."""
        return "../" * self.url.count("/") or "./"


def pages(site: Path, docs: Path = DOCS) -> Iterator[Page]:
    """Find the page of each file.

    Raises:
        FileNotFoundError: The site lacks one.
    """
    for file in sorted(docs.rglob("*.md")):
        source = file.relative_to(docs).as_posix()
        url = address(source)
        built = site / url / "index.html"
        if not built.is_file():
            raise FileNotFoundError(f"The site has no page of {source}: {built}.")
        yield Page(url, source, front_matter(file.read_text("utf-8")), built)


def address(source: str) -> str:
    """Give the address of the page that a file becomes.

    >>> address("do/player.md"), address("do/index.md"), address("index.md")
    ('do/player/', 'do/', '')
    """
    bare = source.removesuffix(".md")
    if bare == "index" or bare.endswith("/index"):
        return bare.removesuffix("index")
    return f"{bare}/"


def into_head(html: str, *said: str) -> str:
    """Put lines at the end of a page's head.

    Raises:
        ValueError: It has none.
    """
    before, found, after = html.partition(END_OF_HEAD)
    if not found:
        raise ValueError(f"A page has no {END_OF_HEAD}.")
    return "".join((before, *(f"{line}\n" for line in said), found, after))
