"""A way to say that one number is wrong: beside each published range and each checked claim, where a repository is named.

The link opens the repository's form, with page, number and source filled in. A copy without a repository has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from bfr_rules.catalog import ADVISED
from calculators.build import static_api
from calculators.build.guide_settings import GuideSettings
from calculators.build.pages import address
from calculators.evidence import bibliography
from calculators.paths import DOCS

RANGES = "evidence/advised-ranges.md"
"""The page of every published range."""

FORM = "wrong-number.yml"
END_OF_RANGE = re.compile(r"</td>\s*</tr>")
END_OF_CLAIM = re.compile(r'<p class="bfr-next-page">|<h[23][ >]|<table|<div|</div>')
"""What comes after the last sentence on a claim."""


class ReportError(ValueError):
    """A page has no place for what it should hold; the message says which."""


@dataclass(frozen=True)
class Reported:
    """What may be wrong.

    Attributes:
        what: What the link calls it.
        anchor: Where it stands on its page.
        says: What it says now.
        cites: Keys of the works that it rests on, each with the place in it.
    """

    what: str
    anchor: str
    says: str
    cites: tuple[tuple[str, str], ...]


def ranges() -> Iterator[Reported]:
    """List the published ranges."""
    for each in ADVISED:
        cites = tuple((cite.key, cite.place) for cite in each.cites)
        yield Reported("number", each.name, f"{each.label}: {each}", cites)


def claims(text: str) -> Iterator[Reported]:
    """List the claims that a page checks, with their verdicts."""
    for each in static_api.claims(text):
        cites = tuple((cite["key"], cite["place"]) for cite in each["cites"])
        verdict = each["verdict"].replace("-", " ")
        says = f"{each['id'].upper()}. {each['claim']}: {verdict}"
        yield Reported("verdict", each["id"], says, cites)


def link(reported: Reported, page: str, mine: GuideSettings) -> str:
    """Write the link to the form.

    Args:
        reported: What may be wrong.
        page: Address of its page, from the root of the site.
        mine: The settings of this copy.
    """
    works = bibliography.load()
    source = "\n".join(
        " ".join(filter(None, (f"{works.short(key)}, {place}.", works.full(key).url)))
        for key, place in reported.cites
    )
    told = {
        "template": FORM,
        "page": f"{mine.address}{page}#{reported.anchor}",
        "says": reported.says,
        "source": source,
    }
    href = f"{mine.repository.rstrip('/')}/issues/new?{urlencode(told)}"
    about = f'<span class="bfr-hidden">: {escape(reported.says)}</span>'
    return (
        f'<p class="bfr-report"><a href="{escape(href)}">Report this {reported.what}{about}</a></p>'
    )


def into(html: str, reported: Reported, end: re.Pattern[str], written: str) -> str:
    """Put a link behind what it is about.

    Raises:
        ReportError: The page has no such anchor, or nothing ends there.
    """
    start = html.find(f'id="{reported.anchor}"')
    found = end.search(html, start) if start >= 0 else None
    if not found:
        raise ReportError(f"There is no place to report {reported.anchor!r}.")
    return html[: found.start()] + written + html[found.start() :]


def write(site: Path, mine: GuideSettings, docs: Path = DOCS) -> None:
    """Put the links into a built site; none where its repository is not known.

    Raises:
        ReportError: A page lacks what could be reported.
    """
    if not mine.repository:
        return
    said = claims((docs / static_api.CHECKED).read_text("utf-8"))
    for source, reported, end in (
        (RANGES, ranges(), END_OF_RANGE),
        (static_api.CHECKED, said, END_OF_CLAIM),
    ):
        page = address(source)
        built = site / page / "index.html"
        html = built.read_text("utf-8")
        for each in reported:
            html = into(html, each, end, link(each, page, mine))
        built.write_text(html, "utf-8")
