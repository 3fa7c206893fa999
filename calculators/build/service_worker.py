"""Write `sw.js` for a built site, so that it works without a net: the service worker, told which files the build has.

The service worker is the site's `sw.js`, and only a whole build has one: `make serve` has none, and a page of `make
serve` removes one that an earlier preview left behind, so that nobody edits a page and sees an old copy.

A build is told from another by the hashes of its files, and only files of one build are kept together. Pages come from
the net while it answers; the parts of a page come from the copy, once the page has proved to be of the same build. What
is kept is what a reader has opened, and, once Python has started, what the calculators need. With Save-Data on, nothing
is fetched ahead.
"""

import gzip
import hashlib
import json
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from calculators.paths import ROOT

BROWSER = ROOT / "calculators" / "browser" / "offline"

SOURCE = BROWSER / "service-worker.js"
"""The service worker itself."""

LONE = BROWSER / "without-net.html"
"""What a reader sees where neither the net nor the copy has a page."""

WORKER = "sw.js"
"""Its name at the root of the site, from which it reaches every page."""

AHEAD = ("index.html", "start/", "calculate/", "do/", "risks/")
"""The first page, and folders whose pages are fetched once Python has started: where a session leads without a net."""

MISSING = "404.html"
"""Stands for pages that the site does not have."""

WEIGHT = "{whole-guide-mb}"
"""In the pages, the place of what the whole guide weighs on the wire, in megabytes."""

FOLDER = "{runtime}"
"""In the pages, the place of the folder of the browser's Python."""

RUNTIME = "assets/runtime/"
WIDGETS = "assets/widgets/"

SEARCH = "assets/search/"

ANSWERS = "assets/answers/"

LEFT_OUT = (
    WORKER,
    "assets/javascripts/lunr/",  # Material's own search, which the site does not use
    "assets/javascripts/workers/",
    "assets/runtime/manifest.json",
    "_headers",  # these speak to hosts, search engines and other sites
    "api/",
    "assets/pictures/",
    "embed.js",
    "embed/",
    "robots.txt",
    "sitemap.xml",
)
"""Files, and beginnings of their paths, that no page needs or that differ from host to host."""

UNKEPT = (".map", ".gz", ".br")
"""Ends of the names of files that no browser asks for."""

FULL = ("/full/", "/full.json")
"""Folder of the whole runtime, and the list of its files: hardly anybody ever needs them."""

PARTS = {"link": "href", "script": "src", "img": "src"}
"""Elements whose file a page shows or runs."""

SHOWN = {"icon", "manifest", "modulepreload", "preload", "stylesheet"}
"""Kinds of `<link>` that load something."""


class OfflineError(Exception):
    """The service worker cannot be written; the message says what is missing."""


@dataclass(frozen=True)
class Table:
    """What the service worker knows of its build.

    Attributes:
        build: Names the build: the hash of everything below.
        files: Hash of each file that may be kept, by its path from the site's root.
        titles: Of each page.
        shell: The files that the pages fetched ahead are made of, besides themselves.
        ahead: The pages fetched ahead.
        rest: The other pages and what they are made of: all that the whole guide has besides.
        runtime: Folder of the browser's Python.
        lone: The page that stands for one that cannot be had, with places for `{root}` and `{pages}`.
    """

    build: str
    files: dict[str, str]
    titles: dict[str, str]
    shell: list[str]
    ahead: list[str]
    rest: list[str]
    runtime: str
    lone: str


class Reader(HTMLParser):
    """Reads the title of a page and the files that it loads.

    Attributes:
        title: Of the page.
        parts: Addresses as the page writes them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.parts: set[str] = set()
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element loads, and whether the title begins."""
        given = dict(attrs)
        self._in_title = tag == "title" and not self.title
        address = given.get(PARTS.get(tag, ""))
        kinds = set((given.get("rel") or "").split())
        if address and (tag != "link" or kinds & SHOWN):
            self.parts.add(address)

    def handle_data(self, data: str) -> None:
        """Keep the title."""
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  (the base class's argument)
        """Note that the title ends; an SVG further down may have another."""
        self._in_title = False


def write(site: Path) -> Path:
    """Write the service worker of a built site, and into its pages what the whole guide weighs.

    Args:
        site: Folder of the built site.

    Raises:
        OfflineError: The site lacks what works without a net.
    """
    tell(site)
    told = json.dumps(asdict(table(site)), ensure_ascii=False, sort_keys=True, indent=0)
    worker = site / WORKER
    worker.write_text(f"self.SITE = {told};\n\n{SOURCE.read_text('utf-8')}", "utf-8")
    return worker


def tell(site: Path) -> None:
    """Write into the pages of which build they are, and how many megabytes it takes to keep the whole guide."""
    known = table(site)
    python = json.loads((site / RUNTIME / "manifest.json").read_text("utf-8"))["gzip"]
    others = {*known.ahead, *known.shell, *known.rest}
    total = python + sum(len(gzip.compress((site / name).read_bytes())) for name in others)
    for name in known.titles:
        page = (site / name).read_text("utf-8").replace(FOLDER, known.runtime)
        (site / name).write_text(page.replace(WEIGHT, f"{total / 1e6:.1f}"), "utf-8")


def table(site: Path) -> Table:
    """List what a built site has.

    Raises:
        OfflineError: The site lacks a page or the browser's Python.
    """
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    named = {path.relative_to(site).as_posix(): path for path in paths}
    files = {name: digest(path) for name, path in named.items() if may_be_kept(name)}
    pages = {name: read(named[name]) for name in files if name.endswith(".html")}
    ahead = [name for name in pages if name.startswith(AHEAD)]
    missing = [folder for folder in AHEAD if not any(name.startswith(folder) for name in ahead)]
    runtimes = sorted({RUNTIME + name.split("/")[2] + "/" for name in files if is_runtime(name)})
    if len(runtimes) != 1:
        missing.append(RUNTIME)
    if missing:
        raise OfflineError(f"The site must have one of each for use without a net: {missing}.")
    shell = {name for name in files if name.startswith((WIDGETS, SEARCH, ANSWERS))}
    for name in ahead:
        shell |= {part for part in parts(name, pages[name]) if part in files}
    others = [name for name in pages if name not in {*ahead, MISSING}]
    rest = set(others)
    for name in others:
        rest |= {part for part in parts(name, pages[name]) if part in files}
    content = json.dumps([files, AHEAD, digest(SOURCE), digest(LONE)])
    return Table(
        build=hashlib.sha256(content.encode()).hexdigest()[:16],
        files=files,
        titles={name: page.title.strip() for name, page in pages.items()},
        shell=sorted(shell),
        ahead=ahead,
        rest=sorted(rest - shell),
        runtime=runtimes[0],
        lone=LONE.read_text("utf-8"),
    )


def may_be_kept(name: str) -> bool:
    """Tell whether a reader's browser may keep a file.

    >>> may_be_kept("start/index.html"), may_be_kept("assets/javascripts/bundle.js.map")
    (True, False)
    >>> may_be_kept("assets/runtime/0123456789abcdef/full/pyodide.js")
    False
    """
    is_full = any(part in name for part in FULL)
    return not name.startswith(LEFT_OUT) and not name.endswith(UNKEPT) and not is_full


def is_runtime(name: str) -> bool:
    """Tell whether a file belongs to the browser's Python.

    >>> is_runtime("assets/runtime/0123456789abcdef/library.zip")
    True
    """
    return name.startswith(RUNTIME) and name.count("/") > 2


def read(page: Path) -> Reader:
    """Read a page."""
    reader = Reader()
    reader.feed(page.read_text("utf-8"))
    return reader


def parts(name: str, page: Reader) -> set[str]:
    """List the files that a page loads, by their paths from the site's root."""
    return {urlsplit(urljoin(f"/{name}", address)).path.lstrip("/") for address in page.parts}


def digest(path: Path) -> str:
    """Hash a file's content, long enough to tell it from another."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
