"""Write into the head of each calculator's page what has its answers and its Python while the rest is on its way."""

import html
import json
import re
from pathlib import Path

from calculators.build.headers import FIRST
from calculators.paths import ROOT

SCRIPT = ROOT / "calculators" / "browser" / "python" / "early.js"
"""Stands inside the pages."""

PAGES = "calculate/*/index.html"
"""Pages whose purpose is a calculator."""

TOLD = re.compile(r'<bfr-calculator [^>]*data-runtime="([^"]*)"(?: data-shard="([^"]*)")?')
"""The browser's Python, and answers that the build has made, as a calculator tells of them."""

COMMENT = re.compile(r"^/\*.*?\*/\n", re.DOTALL)


def write(site: Path) -> None:
    """Write it into the pages of a built site, before the policy is written, which allows what stands there."""
    script = COMMENT.sub("", SCRIPT.read_text("utf-8")).strip()
    for page in site.glob(PAGES):
        text = page.read_text("utf-8")
        told = TOLD.search(text)
        if not told:
            continue
        runtime = json.loads(html.unescape(told[1]))
        shard = {"shard": json.loads(html.unescape(told[2]))} if told[2] else {}
        parts = json.dumps({**runtime, **shard}).replace("<", r"\u003c")
        said = f'<script type="application/json" id="bfr-runtime">{parts}</script>\n      <script>{script}</script>'
        page.write_text(text.replace(FIRST, f"{FIRST}\n      {said}", 1), "utf-8")
