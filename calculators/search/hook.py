"""Has MkDocs, or ProperDocs, gather its pages into the index of the search while it builds."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from calculators.search.index import Index, write

index = Index()


class Page(Protocol):
    """What the builder of the site tells of a page."""

    url: str
    title: str | None
    meta: Mapping[str, Any]


def on_pre_build(**_: object) -> None:
    """Begin anew: a server builds more than once."""
    index.begin()


def on_page_content(html: str, *, page: Page, **_: object) -> None:
    """Take a page as it is converted; what is returned would replace it."""
    index.add(page.url, str(page.meta.get("title") or page.title), page.meta, html)


def on_post_build(*, config: Mapping[str, str]) -> None:
    """Write the index beside the pages."""
    write(index, Path(config["site_dir"]))
