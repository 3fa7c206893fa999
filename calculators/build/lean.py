"""Remove from a built site what Material brings and no page asks for."""

import re
import shutil
from pathlib import Path

UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers", "assets/stylesheets")
"""Material's own search in thirty languages, and its own styles: the site has its own of both."""

MAP = re.compile(r"\n?//# sourceMappingURL=\S+\n?$")
"""The last line of a script, which names a map of its source."""


class LeanError(Exception):
    """A page asks for what is removed; the message names both."""


def write(site: Path) -> None:
    """Remove it.

    Raises:
        LeanError: A page asks for it after all.
    """
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        for folder in UNUSED:
            if f"{folder}/" in text and re.search(
                rf'(?:href|src)="[^"]*{re.escape(folder)}/', text
            ):
                raise LeanError(
                    f"{page} loads something of {folder}: take it out of UNUSED in lean.py."
                )
    for folder in UNUSED:
        shutil.rmtree(site / folder, ignore_errors=True)
    for source_map in site.rglob("*.map"):
        source_map.unlink()
    for script in site.rglob("*.js"):
        text = script.read_text("utf-8")
        if MAP.search(text):
            script.write_text(MAP.sub("\n", text), "utf-8")
