"""Remove from a built site what Material brings and no page asks for."""

import re
import shutil
from pathlib import Path

UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers", "assets/stylesheets")
"""Material's own search in thirty languages, and its own styles: the site has its own of both."""

MAP = re.compile(r"\n?//# sourceMappingURL=\S+\n?$")
"""The last line of a script, which names a map of its source."""


def remove(site: Path) -> None:
    """Remove it; a folder from which a page loads something stays, for another generator's pages may."""
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    for folder in UNUSED:
        loaded = re.compile(rf'(?:href|src)="[^"]*{re.escape(folder)}/')
        if not any(loaded.search(page) for page in pages):
            shutil.rmtree(site / folder, ignore_errors=True)
    for source_map in site.rglob("*.map"):
        source_map.unlink()
    for script in site.rglob("*.js"):
        text = script.read_text("utf-8")
        if MAP.search(text):
            script.write_text(MAP.sub("\n", text), "utf-8")
