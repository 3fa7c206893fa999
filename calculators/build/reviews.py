"""Says on a page, when the site is built, that its review is overdue: from the day after the one that it names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from calculators.build.pages import pages
from calculators.paths import DOCS

PLACE = "<!-- overdue -->"
"""Where the theme leaves room for it: at the head of a page, and at its foot."""


def overdue(front: Mapping[str, Any], today: date) -> str:
    """Write that the review of a page is overdue; nothing when it is not, or when no day was named."""
    due = front.get("next_review")
    if not isinstance(due, date) or due >= today:
        return ""
    day = f'<time datetime="{due.isoformat()}">{due.day} {due:%B %Y}</time>'
    return (
        '<p class="bfr-overdue"><strong>Review overdue.</strong> '
        f"This page should have been reviewed by {day}. Newer evidence may be missing.</p>"
    )


def write(site: Path, today: date, docs: Path = DOCS) -> None:
    """Say it on each page of a built site."""
    for page in pages(site, docs):
        html = page.built.read_text("utf-8")
        page.built.write_text(html.replace(PLACE, overdue(page.front, today)), "utf-8")
