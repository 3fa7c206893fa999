"""What machines are told of each page: schema.org data, which no browser runs. It names no reviewer: there is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bfr_rules import __version__
from bfr_rules.catalog import PLACES, calculator
from calculators.build import addresses, pictures, static_api
from calculators.build.pages import Page, into_head, pages
from calculators.evidence import bibliography
from calculators.paths import DOCS
from calculators.search.index import Reader, plain

CONTEXT = "https://schema.org"
LANGUAGE = "en-GB"
NOT_MEDICAL = "about/"
"""Pages below this speak of the site, not of the body."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CALCULATE = "calculate/"
QUESTIONS = "questions/"
ARTICLE = {"@type": "CreativeWork", "name": "What is Occlusion Training?", "datePublished": "2019"}
"""What the checked claims are taken from."""
RATINGS = {"contradicted": 1, "not-supported": 2, "missing": 2, "refined": 3, "supported": 5}
"""Of 5, for machines: people read the word."""
PROSE = '<div class="bfr-prose">'
CITED = re.compile(r"\[(@[^\]]+)\]")
KEY = re.compile(r"@([a-z0-9_]+)")

INSIDE_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""How JSON writes what might end the element that it stands in."""


@dataclass(frozen=True)
class SiteData:
    """What is the same on every page.

    Attributes:
        name: Of the site.
        address: Where it stands, with a slash at the end; nothing when it was built for no address.
    """

    name: str
    address: str = ""


def about(
    page: Page, site: SiteData, text: str = "", changed: date | None = None
) -> dict[str, Any]:
    """Say what a page is.

    Args:
        page: The page.
        site: What is the same on every page.
        text: The file that it was written from, for the works that it cites.
        changed: The day on which it last changed, where that is known.
    """
    front = page.front
    is_medical = not page.url.startswith(NOT_MEDICAL)
    said: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "MedicalWebPage" if is_medical else "WebPage",
        "name": front["title"],
        "description": front["description"],
        "inLanguage": LANGUAGE,
        "about": {"@type": "Thing", "name": "Blood flow restriction training"},
        "isPartOf": {"@type": "WebSite", "name": site.name},
        "publisher": {"@type": "Organization", "name": site.name},
        "license": LICENCE,
        "isAccessibleForFree": True,
        "lastReviewed": str(front["reviewed"]),
    }
    if changed:
        said["dateModified"] = changed.isoformat()
    if site.address:
        said["@id"] = said["url"] = site.address + page.url
        said["image"] = f"{site.address}{pictures.FOLDER}/{pictures.name_of(page)}"
        said["isPartOf"]["url"] = said["publisher"]["url"] = site.address
    if cited := list(_cited(text)):
        said["citation"] = cited
    slug = page.url.removeprefix(CALCULATE).strip("/")
    if page.url.startswith(CALCULATE) and slug in PLACES:
        said["mainEntity"] = application(slug, said)
    if audience := front.get("audience"):
        kind = "MedicalAudience" if audience == "clinicians" else "Audience"
        said["audience"] = {"@type": kind, "audienceType": audience}
    return said


def _cited(text: str) -> Iterator[dict[str, Any]]:
    """Name the works that a page cites, in its order."""
    keys = [key for row in CITED.findall(text) for key in KEY.findall(row)]
    works = bibliography.load()
    for key in dict.fromkeys(keys):
        reference = works.full(key)
        told = {"@type": "CreativeWork", "name": reference.title}
        yield told | ({"url": reference.url} if reference.url else {})


def application(slug: str, page: Mapping[str, Any]) -> dict[str, Any]:
    """Say what a calculator is: free, in the browser, and no device of medicine."""
    asked = calculator(slug)
    said: dict[str, Any] = {
        "@type": "WebApplication",
        "name": str(asked.title),
        "description": str(asked.question),
        "applicationCategory": "HealthApplication",
        "operatingSystem": "Any",
        "browserRequirements": "Answers need JavaScript and WebAssembly; the tables do not.",
        "softwareVersion": __version__,
        "isAccessibleForFree": True,
        "offers": {"@type": "Offer", "price": 0, "priceCurrency": "EUR"},
    }
    return said | ({"url": page["url"]} if "url" in page else {})


def questions(page: Page, html: str, site: SiteData) -> dict[str, Any] | None:
    """Tell the questions of a page with their answers; None where it asks none."""
    reader = Reader()
    reader.feed(html.partition(PROSE)[2].partition("</article>")[0])
    reader.close()
    asked = [
        {
            "@type": "Question",
            "name": plain(each.title),
            "url": f"{site.address}{page.url}#{each.anchor}" if site.address else f"#{each.anchor}",
            "acceptedAnswer": {"@type": "Answer", "text": plain(each.text)},
        }
        for each in reader.sections
        if re.fullmatch(r"q\d+", each.anchor)
    ]
    if not asked:
        return None
    return {
        "@context": CONTEXT,
        "@type": "FAQPage",
        "name": page.front["title"],
        "inLanguage": LANGUAGE,
        "mainEntity": asked,
    }


def reviews(page: Page, text: str, site: SiteData) -> list[dict[str, Any]]:
    """Tell each claim that the page checks, with its verdict."""
    where = f"{site.address}{page.url}" if site.address else ""
    return [
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "url": f"{where}#{each['id']}",
            "claimReviewed": each["claim"],
            "datePublished": str(page.front["reviewed"]),
            "author": {"@type": "Organization", "name": site.name},
            "itemReviewed": {"@type": "Claim", "appearance": ARTICLE},
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": RATINGS[each["verdict"]],
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": each["verdict"].replace("-", " "),
            },
        }
        for each in static_api.claims(text)
    ]


def element(said: dict[str, Any] | list[dict[str, Any]]) -> str:
    r"""Write data as the element of a page.

    >>> print(element({"name": "</script>"}))
    <script type="application/ld+json">{"name": "\u003c/script\u003e"}</script>
    """
    text = json.dumps(said, ensure_ascii=False)
    for sign, written in INSIDE_SCRIPT.items():
        text = text.replace(sign, written)
    return f'<script type="application/ld+json">{text}</script>'


def write(built: Path, site: SiteData, docs: Path = DOCS) -> None:
    """Tell, in each page of a built site that was reviewed, what it is."""
    listed = [each for each in pages(built, docs) if each.front.get("reviewed")]
    days = addresses.last_changes(listed, docs)
    for page in listed:
        text = (docs / page.source).read_text("utf-8")
        html = page.built.read_text("utf-8")
        told: list[dict[str, Any]] = [about(page, site, text, days[page.url])]
        if page.url.startswith(QUESTIONS) and (asked := questions(page, html, site)):
            told.append(asked)
        if page.source == static_api.CHECKED:
            told += reviews(page, text, site)
        page.built.write_text(into_head(html, element(told if len(told) > 1 else told[0])), "utf-8")
