"""Where a page stands in the site: what generators know of it, and the links that lead from it."""

from __future__ import annotations

import json
import logging
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from markdown import Markdown

from calculators.views.runtime import Runtime

ZENSICAL = "rendering_context"
"""The preprocessor by which Zensical tells extensions of the page."""


class PageError(ValueError):
    """A page names something that does not exist; the message gives file, line and what is near."""


class Page(Protocol):
    """A page that is being written."""

    def link(self, to: str) -> str:
        """Write a link to another page, named by its file, as `href` will need it in stashed HTML.

        An anchor may follow the file; MkDocs is told, so that it checks it.

        Raises:
            LookupError: The site has no such page.
        """

    def beside(self, to: str) -> str:
        """Write a link to another page as a person types it in Markdown, from this page's file."""

    def own(self) -> tuple[str, str] | None:
        """Give file and text of this page; None when it has no file."""

    def to(self, url: str) -> str:
        """Write a link to what stands beside the pages, at an address from the root of the site."""

    def others(self) -> Iterable[tuple[str, str]] | None:
        """List file and text of every other page; None when the site does not tell."""

    def runtime(self, manifest: str) -> Runtime | None:
        """Find the browser's Python as this page reaches it; None when the site has none."""

    def at(self, line: int, lines: int) -> str:
        """Say file and line, for a person; `lines` is how many the text has."""

    def mistake(self, says: str) -> None:
        """Tell of a mistake on the page, so that the build does not succeed: all of them where they are counted.

        Raises:
            PageError: Nobody counts them, so the first one stops the build.
        """


@dataclass(frozen=True)
class MkDocsPage:
    """A page of MkDocs or ProperDocs, found through the processor of links that both register.

    Attributes:
        file: The page's own.
        files: All of the site.
        config: Of the site.
        anchors: By file, the anchors that this page links to, which MkDocs checks at the end.
    """

    file: Any
    files: Any
    config: Any
    anchors: dict[Any, dict[str, str]]

    def link(self, to: str) -> str:
        """Write the address of the page's HTML, relative to this one."""
        path, hash_, anchor = to.partition("#")
        found = self.files.get_file_from_path(path)
        if found is None:
            raise LookupError(f"the site has no page {path!r}")
        if anchor:
            self.anchors.setdefault(found, {}).setdefault(anchor, to)
        return self._address(found.url) + hash_ + anchor

    def beside(self, to: str) -> str:
        """Write the path from this page's file."""
        return posixpath.relpath(to, posixpath.dirname(self.file.src_uri) or ".")

    def own(self) -> tuple[str, str]:
        """Give file and text."""
        return self.file.src_uri, self.file.content_string

    def to(self, url: str) -> str:
        """Write the address relative to this page's."""
        return self._address(url)

    def others(self) -> Iterable[tuple[str, str]]:
        """Read every page that the site will show."""
        for file in self.files.documentation_pages():
            if file.src_uri != self.file.src_uri:
                yield file.src_uri, file.content_string

    def runtime(self, manifest: str) -> Runtime | None:
        """Read the manifest in the folder of pages."""
        inside = Path(self.config.docs_dir).parent / manifest
        return runtime_of(inside, self._address)

    def at(self, line: int, lines: int) -> str:
        """Count the lines of the front matter, which the text no longer has."""
        above = len(self.file.content_string.rstrip().splitlines()) - lines
        return f"{self.file.src_uri}, line {line + max(above, 0)}"

    def mistake(self, says: str) -> None:
        """Warn of it: with `strict`, the build goes on to tell of all of them, and fails."""
        generator = type(self.config).__module__.partition(".")[0]
        logging.getLogger(f"{generator}.guide").warning(says)

    def _address(self, url: str) -> str:
        if self.file.src_uri == "404.md":  # shown at any address
            return posixpath.join(urlsplit(self.config.site_url or "/").path, url)
        return relative(url, self.file.url)


@dataclass(frozen=True)
class ZensicalPage:
    """A page of Zensical, which rewrites links to files in stashed HTML itself.

    Attributes:
        path: The page's file.
        url: Its address from the root of the site.
        docs: The folder of pages.
    """

    path: str
    url: str
    docs: Path

    def link(self, to: str) -> str:
        """Write the address of the page's file, relative to this one's."""
        file = to.partition("#")[0]
        if not (self.docs / file).is_file():
            raise LookupError(f"the site has no page {file!r}")
        return posixpath.relpath(to, posixpath.dirname(self.path) or ".")

    def beside(self, to: str) -> str:
        """Write the path from this page's file."""
        return posixpath.relpath(to, posixpath.dirname(self.path) or ".")

    def own(self) -> tuple[str, str]:
        """Give file and text."""
        return self.path, (self.docs / self.path).read_text("utf-8")

    def to(self, url: str) -> str:
        """Write the address relative to this page's file, as Zensical takes every link."""
        return relative(url, self.path)

    def others(self) -> Iterable[tuple[str, str]]:
        """Read every other file of the folder of pages."""
        for file in sorted(self.docs.rglob("*.md")):
            path = file.relative_to(self.docs).as_posix()
            if path != self.path:
                yield path, file.read_text("utf-8")

    def runtime(self, manifest: str) -> Runtime | None:
        """Read the manifest beside the folder of pages."""
        return runtime_of(self.docs.parent / manifest, lambda to: relative(to, self.url))

    def at(self, line: int, lines: int) -> str:
        """Count the lines of the front matter, which the text no longer has."""
        above = len((self.docs / self.path).read_text("utf-8").rstrip().splitlines()) - lines
        return f"{self.path}, line {line + max(above, 0)}"

    def mistake(self, says: str) -> None:
        """Stop the build."""
        raise PageError(says)


@dataclass(frozen=True)
class LonePage:
    """A text that belongs to no site, as in a test."""

    def link(self, to: str) -> str:
        """Leave the file's name."""
        return to

    def beside(self, to: str) -> str:
        """Leave the file's name."""
        return to

    def own(self) -> None:
        """Say nothing: there is no file."""

    def to(self, url: str) -> str:
        """Leave the address."""
        return url

    def others(self) -> None:
        """Say nothing: there are none."""

    def runtime(self, manifest: str) -> Runtime | None:
        """Read the manifest where the program was started."""
        return runtime_of(Path(manifest), str)

    def at(self, line: int, lines: int) -> str:  # noqa: ARG002  (the text is all there is to count)
        """Say the line."""
        return f"line {line}"

    def mistake(self, says: str) -> None:
        """Stop the build."""
        raise PageError(says)


def page_of(md: Markdown) -> Page:
    """Find the page that a Markdown reader is reading."""
    links: Any
    if "relpath" in md.treeprocessors:
        links = md.treeprocessors["relpath"]
        return MkDocsPage(links.file, links.files, links.config, links.links_to_anchors)
    if ZENSICAL in md.preprocessors:
        known: Any = md.preprocessors[ZENSICAL]
        docs = Path(known.config["root_dir"]) / known.config["docs_dir"]
        return ZensicalPage(known.page.path, known.page.url, docs)
    return LonePage()


def relative(to: str, start: str) -> str:
    """Write an address relative to a page's, both from the site's root.

    >>> relative("reference/sources/", "calculate/one-rm/")
    '../../reference/sources/'
    >>> relative("./", "calculate/one-rm/"), relative("calculate/one-rm/", "./")
    ('../../', 'calculate/one-rm/')
    """
    folder = posixpath.dirname(start) or "."
    slash = "/" if to.endswith("/") else ""
    return posixpath.relpath(to or ".", folder) + slash


def runtime_of(manifest: Path, address: Callable[[str], str]) -> Runtime | None:
    """Read the manifest of the browser's Python; None when the site has none.

    Args:
        manifest: The file.
        address: Turns an address from the site's root into one that a page reaches.
    """
    if not manifest.is_file():
        return None
    made = json.loads(manifest.read_text("utf-8"))

    def content(weight: dict[str, Any]) -> dict[str, Any]:
        return {"bytes": weight["bytes"], "sha256": weight["sha256"]}

    files = {name: content(weight) for name, weight in made["files"].items()}
    full = content(made["full"])
    return Runtime(address(made["base"]), made["bytes"], made["gzip"], files, full)
