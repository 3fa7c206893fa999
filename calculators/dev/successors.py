"""Build the site with what may follow MkDocs, finish it with our own steps, and compare it with ours page by page."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from calculators.build.compare import differences
from calculators.build.pages import pages
from calculators.build.site import SITE, environment, finish
from calculators.paths import DOCS, ROOT
from calculators.search.index import NAME, Index, write

CACHE = ROOT / ".cache"
SOURCES = ("calculators", "docs", "src", "tests", "guide.toml", "mkdocs.yml")
"""What a generator reads; the hazard log names tests, which must be there."""

PROSE = ('<div class="bfr-prose">', '<div class="bfr-home">')
AFTER = ('<footer class="bfr-page-foot">', "</article>")
"""Between these stands what was written for a page."""

SHOWN = 20
"""Of what differs, so many sentences are shown."""


@dataclass(frozen=True)
class Successor:
    """What may follow MkDocs.

    Attributes:
        name: As people know it.
        lock: What it needs, with hashes.
        command: What builds, run as `python -m`.
        indexes: Whether it runs our hook, which writes the index of the search.
    """

    name: str
    lock: str
    command: tuple[str, ...]
    indexes: bool


PROPERDOCS = Successor(
    "ProperDocs",
    "requirements/successor.txt",
    ("properdocs", "build", "--strict", "--quiet", "--site-dir", "site"),
    indexes=True,
)
ZENSICAL = Successor(
    "Zensical",
    "requirements/zensical.txt",
    ("zensical", "build", "--strict", "--config-file", "mkdocs.yml"),
    indexes=False,
)


def build(successor: Successor) -> int:
    """Build with it in a copy of what it reads, and compare; 0 when a reader would find no difference."""
    folder = CACHE / successor.name.lower()
    work = folder / "work"
    python = str(folder / "venv" / "bin" / "python")
    quiet = ["--quiet", "--python", python]
    commands = (
        ["uv", "venv", "--quiet", "--allow-existing", str(folder / "venv")],
        ["uv", "pip", "sync", *quiet, "--require-hashes", successor.lock],
    )
    if any(subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands):
        print(f"{successor.name} cannot be installed.", file=sys.stderr)
        return 1
    copy(work)
    told = os.environ | environment()
    told["PYTHONPATH"] = f"{work}{os.pathsep}{work / 'src'}"
    done = subprocess.run([python, "-m", *successor.command], cwd=work, env=told, check=False)
    if done.returncode:
        print(f"{successor.name} cannot build this site.", file=sys.stderr)
        return 1
    if not successor.indexes:
        index(work / "site")
    finish(work / "site", folder / "hosting")
    return say(successor.name, work / "site")


def copy(work: Path) -> None:
    """Copy what a generator reads, so that it may leave behind what it likes."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in SOURCES:
        into: Callable[[Path, Path], object] = (
            shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        )
        into(ROOT / name, work / name)


def index(site: Path) -> None:
    """Write the index of the search from the pages of a built site."""
    found = Index()
    for page in pages(site, DOCS):
        html = page.built.read_text("utf-8")
        found.add(page.url, str(page.front["title"]), page.front, prose(html))
    write(found, site)


def prose(html: str) -> str:
    """Cut out what was written for a page.

    >>> prose('<header></header><div class="bfr-prose"><p>A</p></div><footer class="bfr-page-foot">')
    '<p>A</p></div>'
    """
    start = next(html.index(each) + len(each) for each in PROSE if each in html)
    end = next(html.index(each, start) for each in AFTER if each in html[start:])
    return html[start:end]


def findable(site: Path) -> list[str]:
    """List what the search of a site finds, in no order of pages."""
    listed = json.loads((site / NAME).read_text("utf-8"))
    return sorted(json.dumps(each, sort_keys=True) for each in listed)


def say(name: str, site: Path) -> int:
    """Say what differs from our site; 0 when nothing does."""
    found = list(differences(SITE, site, name))
    if findable(site) != findable(SITE):
        found.append(f"The index of the search differs with {name}.")
    for each in found[:SHOWN]:
        print(f"  {each}", file=sys.stderr)
    if found:
        print(f"{name} builds another site: {len(found)} differences.", file=sys.stderr)
        return 1
    count = len(list(SITE.rglob("*.html")))
    print(
        f"• {name} builds the same {count} pages: words, anchors, links, navigation, “Cited on”, search",
        flush=True,
    )
    return 0
