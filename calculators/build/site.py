"""Build the site into `site/`."""

import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from calculators.build import (
    addresses,
    compressed,
    early,
    embed,
    feed,
    from_rules,
    guide_settings,
    headers,
    hosting,
    outcome_types,
    page_data,
    pictures,
    reports,
    reviews,
    service_worker,
    shards,
    static_api,
    styles,
    unused_files,
)
from calculators.build.bundle.build import build, describe
from calculators.evidence import bibliography
from calculators.paths import ROOT

SITE = ROOT / "site"
"""Where the built site lies."""

SCRIPTS = ROOT / "calculators" / "browser"
"""Where the scripts lie that run in the reader's tab, in folders as on the site."""

THEME = ROOT / "calculators" / "theme"
FONTS = THEME / "fonts"
CUT_FONTS = "calculators/theme/fonts/subset.py"

GENERATED = ROOT / ".cache" / "widgets"
"""Where scripts are written that come from the rules."""

ASSETS = ROOT / "docs" / "assets"
"""Where MkDocs picks up what is staged: fonts, runtime, sources and widgets."""


LIBRARIES = {
    "search/minisearch.js": "minisearch/dist/es/index.js",
    "shared/qr.js": "qr/index.js",
    "kept/idb.js": "idb/build/index.js",
}
"""Files of npm packages, by their place among our scripts: what is searched with, what draws QR codes, what asks the browser's database."""


PROBLEM = re.compile(r"(?:WARNING|ERROR) +-  (.+)")
"""A line in which MkDocs says what is wrong."""


class SiteError(Exception):
    """The site cannot be built; the message says what to do."""


def main() -> int:
    """Build the bundle and the site, strictly; say where it is."""
    prepare()
    if build_whole():
        raise SiteError("The site was not built: see the lines above.")
    print(
        f"• The site is in {SITE.relative_to(ROOT)}/, pieces for nginx and Caddy in hosting/",
        flush=True,
    )
    if not guide_settings.read().address:
        print("• No SITE_URL: it works anywhere, and names no address of its own", flush=True)
    return 0


def prepare() -> int:
    """Stage fonts, styles, widgets, works and the browser bundle where MkDocs picks them up; 0, for it went well."""
    stage()
    print(f"• {describe(build())}", flush=True)
    embed.write(guide_settings.read())
    return 0


def stage() -> None:
    """Stage all but the browser bundle, in a moment."""
    stage_fonts()
    stage_styles()
    stage_widgets()
    outcome_types.write()
    bibliography.write_downloads(ASSETS / "sources")
    feed.write(ASSETS / "sources")


def build_site(into: Path = SITE) -> int:
    """Build the site with MkDocs, where every warning is an error; 0 when it went well.

    Its words are shown only when it fails: `--quiet` would also hide warnings from `--strict`.
    """
    done = mkdocs("--strict", into=into, folder=ROOT)
    if done.returncode:
        print("\n".join(problems(done.stdout)), file=sys.stderr)
    return done.returncode


def mkdocs(*options: str, into: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as `make site` does, and keep what it says.

    Args:
        options: For its verb `build`.
        into: Where the site is laid.
        folder: Where its configuration lies.
    """
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options, "--site-dir", str(into)],
        cwd=folder,
        env=os.environ | environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def environment() -> dict[str, str]:
    """Give what a generator of pages is told of this copy beside its configuration."""
    return guide_settings.read().environment | {"NO_MKDOCS_2_WARNING": "1", "BFR_OFFLINE": "1"}


def problems(printed: str) -> list[str]:
    r"""List what MkDocs says is wrong, one sentence each; all that it printed, where it met a mistake of ours.

    >>> problems("INFO    -  Building\nWARNING -  learn/size.md, line 3: no work 'x'\nAborted with 1 warning")
    ["learn/size.md, line 3: no work 'x'"]
    >>> problems("INFO    -  Building\nTraceback (most recent call last):")
    ['INFO    -  Building', 'Traceback (most recent call last):']
    """
    lines = printed.splitlines()
    wrong = [match[1] for line in lines if (match := PROBLEM.match(line))]
    return lines if "Traceback (most recent call last):" in lines or not wrong else wrong


def build_whole(into: Path = SITE) -> int:
    """Build the site with MkDocs, write the policy into its pages, and the service worker; 0 when it went well.

    Raises:
        SiteError: The site lacks what must work without a net.
    """
    if failed := build_site(into):
        return failed
    finish(into, into.with_name("hosting"))
    return 0


def finish(into: Path, pieces: Path) -> None:
    """Do what no generator does to a site that one has built.

    Args:
        into: Folder of the site.
        pieces: Folder for what servers are told.

    Raises:
        SiteError: The site lacks what must work without a net.
    """
    mine = guide_settings.read()
    guide_settings.write_manifest(into, mine, styles.joined())
    static_api.write(into)
    addresses.write(into, mine.address)
    page_data.write(into, page_data.SiteData(mine.name, mine.address))
    pictures.write(into, mine)
    reviews.write(into, datetime.now(UTC).date())
    reports.write(into, mine)
    check_characters(into)
    unused_files.remove(into)
    shards.write(into)
    early.write(into)
    headers.write(into)
    try:
        service_worker.write(into)
    except service_worker.OfflineError as error:
        raise SiteError(str(error)) from error
    hosting.write(into, pieces, mine.address)
    compressed.write(into)


def stage_fonts() -> None:
    """Copy each font of the theme, which is cut to the characters that the site has.

    Raises:
        SiteError: A font is not there.
    """
    listed = json.loads((THEME / "fonts.json").read_text("utf-8"))
    for font in listed:
        if not (FONTS / font["to"]).is_file():
            raise SiteError(f"There is no font {font['to']}: run {CUT_FONTS}.")
    mirror({font["to"]: FONTS / font["to"] for font in listed}, ASSETS / "fonts")


def check_characters(site: Path) -> None:
    """Make sure that the fonts have every character of the pages.

    Raises:
        SiteError: A page has one that they lack.
    """
    known = set((FONTS / "characters.txt").read_text("utf-8"))
    for page in sorted(site.rglob("*.html")):
        for character in sorted(set(unescape(page.read_text("utf-8"))) - known):
            if character.isprintable():
                raise SiteError(
                    f"{page.relative_to(site)} has {character!r}, which the fonts lack:"
                    f" add it to {FONTS.name}/characters.txt and run {CUT_FONTS}."
                )


def stage_styles() -> None:
    """Join the style sheets into one, with what is this copy's own."""
    staged = ASSETS / "styles" / "site.css"
    staged.parent.mkdir(parents=True, exist_ok=True)
    sheets = styles.joined()
    joined = f"{sheets}\n{guide_settings.read().style(sheets)}"
    if not staged.is_file() or staged.read_text("utf-8") != joined:
        staged.write_text(joined, "utf-8")


def stage_widgets() -> None:
    """Copy the widgets' scripts, what they know of the rules, and libraries from their npm packages.

    Raises:
        SiteError: A package lacks one.
    """
    libraries = {name: ROOT / "node_modules" / path for name, path in LIBRARIES.items()}
    for path in libraries.values():
        if not path.is_file():
            name = path.relative_to(ROOT / "node_modules")
            raise SiteError(f"No package in package.json has the library {name.as_posix()}.")
    sources = {path.relative_to(SCRIPTS).as_posix(): path for path in SCRIPTS.rglob("*.js")}
    inside = (embed.SCRIPTS / embed.SCRIPT, embed.LIGHT_OR_DARK, early.SCRIPT)
    for elsewhere in (service_worker.SOURCE, *inside):
        del sources[elsewhere.relative_to(SCRIPTS).as_posix()]  # at the site's root, or in a page
    written = GENERATED / from_rules.MODULE
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(from_rules.module(), "utf-8")
    mirror(sources | {from_rules.MODULE: written} | libraries, ASSETS / "widgets")


def mirror(sources: dict[str, Path], folder: Path) -> None:
    """Make a folder hold exactly these files, and write only those that differ.

    Args:
        sources: Files by the path that they get in there.
        folder: Made when it is not there.
    """
    for old in folder.rglob("*"):
        if old.is_file() and old.relative_to(folder).as_posix() not in sources:
            old.unlink()
    for name, source in sources.items():
        staged = folder / name
        staged.parent.mkdir(parents=True, exist_ok=True)
        if not staged.is_file() or not filecmp.cmp(source, staged, shallow=False):
            shutil.copyfile(source, staged)
