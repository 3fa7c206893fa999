"""What machines are told of each page: schema.org data, which no browser runs. It names no reviewer: there is none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calculators.build.pages import Page, into_head, pages
from calculators.paths import DOCS

CONTEXT = "https://schema.org"
LANGUAGE = "en-GB"
NOT_MEDICAL = "about/"
"""Pages below this speak of the site, not of the body."""

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


def about(page: Page, site: SiteData) -> dict[str, Any]:
    """Say what a page is."""
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
        "lastReviewed": str(front["reviewed"]),
    }
    if site.address:
        said["@id"] = site.address + page.url
    if audience := front.get("audience"):
        kind = "MedicalAudience" if audience == "clinicians" else "Audience"
        said["audience"] = {"@type": kind, "audienceType": audience}
    return said


def element(said: dict[str, Any]) -> str:
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
    for page in pages(built, docs):
        if page.front.get("reviewed"):
            told = element(about(page, site))
            page.built.write_text(into_head(page.built.read_text("utf-8"), told), "utf-8")
