"""What a site says of its addresses: the list of its pages with the day on which each last changed, and `robots.txt`.

A site that is built for no address names none: its list is empty, no page has a canonical address, and links work
wherever it stands.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from calculators.build import feed
from calculators.build.pages import Page, address, pages
from calculators.paths import DOCS

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(site: Path, root: str, docs: Path = DOCS) -> None:
    """Write both into a built site.

    Args:
        site: Its folder.
        root: Its address, with a slash at the end; nothing when it was built for none.
        docs: The files that its pages are written from.
    """
    listed = list(pages(site, docs)) if root else []
    days = last_changes(listed, docs)
    (site / SITEMAP).write_text(sitemap(days, root), "utf-8")
    (site / f"{SITEMAP}.gz").unlink(missing_ok=True)  # the generator's, of its own list
    (site / ROBOTS).write_text(robots(root), "utf-8")


def sitemap(days: Mapping[str, date | None], root: str) -> str:
    """Write the list of pages: the day of each by its address from the root of the site."""
    ET.register_namespace("", NAMESPACE)
    listed = ET.Element(f"{{{NAMESPACE}}}urlset")
    for url, day in days.items():
        page = ET.SubElement(listed, f"{{{NAMESPACE}}}url")
        ET.SubElement(page, f"{{{NAMESPACE}}}loc").text = root + url
        if day:
            ET.SubElement(page, f"{{{NAMESPACE}}}lastmod").text = day.isoformat()
    ET.indent(listed)
    return ET.tostring(listed, "unicode", xml_declaration=True) + "\n"


def robots(root: str) -> str:
    """Write what search engines are told: all may be read, and where the list of pages is.

    >>> print(robots("https://guide.club/"), end="")
    User-agent: *
    Allow: /
    Sitemap: https://guide.club/sitemap.xml
    """
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {root}{SITEMAP}"] if root else [])]
    return "".join(f"{line}\n" for line in lines)


def last_changes(listed: Iterable[Page], docs: Path = DOCS) -> dict[str, date | None]:
    """Find the day on which each page last changed: reviewed, named among the changes, or written anew."""
    said = _told(docs)
    written = _written(docs)
    found: dict[str, date | None] = {}
    for page in listed:
        reviewed = page.front.get("reviewed")
        days = [said.get(page.url), written.get(page.source), reviewed]
        found[page.url] = max((day for day in days if isinstance(day, date)), default=None)
    return found


def _told(docs: Path) -> dict[str, date]:
    """List the last change of each page that the page of changes names."""
    page = docs / feed.PAGE
    if not page.is_file():
        return {}
    days: dict[str, date] = {}
    for change in feed.changes(page.read_text("utf-8")):
        url, day = change.page.partition("#")[0], change.day.date()
        days[url] = max(day, days.get(url, day))
    days[address(feed.PAGE)] = max(days.values())
    return days


def _written(docs: Path) -> dict[str, date]:
    """Ask git when each file was last committed; nothing where there is no git, or not its whole story."""
    git = ["git", "-C", str(docs)]
    whole = [*git, "rev-parse", "--is-shallow-repository"]
    try:
        if _said(whole).strip() != "false":
            return {}
        told = _said([*git, "log", "--format=%x00%cs", "--name-only", "--relative", "--", "."])
    except (FileNotFoundError, subprocess.CalledProcessError):
        return {}
    days: dict[str, date] = {}
    for commit in told.split("\0")[1:]:
        day, *files = commit.split("\n")
        for file in filter(None, files):
            days.setdefault(file, date.fromisoformat(day))
    return days


def _said(command: list[str]) -> str:
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
    ).stdout
