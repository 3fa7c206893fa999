"""What MkDocs, or ProperDocs, does beside writing pages: it gathers them into the index of the search.

A server builds again only the pages that changed (`--dirty`); then the others keep their place in index and navigation.
"""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from calculators.evidence.cited_on import title_of
from calculators.search.index import Index, write

LAST = "evidence/sources.md"
"""The page that says which pages cite a work: they are written before it, so that none has to be read for it."""

index = Index()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001  (MkDocs' names)
    """Say nothing of what a server leaves out, each time that it builds."""
    if dirty:
        logger = logging.getLogger("mkdocs.commands.build")
        logger.addFilter(lambda line: "'dirty' build" not in line.getMessage())


def on_files(files: Any, **_: object) -> Any:  # noqa: ANN401  (MkDocs' own)
    """Put the page of sources last, and forget pages that are gone."""
    if last := files.get_file_from_path(LAST):
        files.remove(last)
        files.append(last)
    index.keep({file.url for file in files.documentation_pages()})
    return files


def on_nav(nav: Any, **_: object) -> None:  # noqa: ANN401  (MkDocs' own)
    """Name each page by its front matter: one that is not read again would have no name."""
    for page in nav.pages:
        if not page.title and (title := title_of(page.file.content_string)):
            page.title = title


def on_page_content(html: str, *, page: Any, **_: object) -> None:  # noqa: ANN401  (MkDocs' own)
    """Take a page as it is converted; what is returned would replace it."""
    index.add(page.url, str(page.meta.get("title") or page.title), page.meta, html)


def on_post_build(*, config: Mapping[str, str]) -> None:
    """Write the index beside the pages."""
    write(index, Path(config["site_dir"]))
