"""Build the site into `site/`."""

import filecmp
import json
import shutil
import subprocess
import sys
from pathlib import Path

from calculators.bundle.build import build, describe
from calculators.dev.environment import ROOT

SITE = ROOT / "site"
"""Where the built site lies."""

FONTS = ROOT / "docs" / "assets" / "fonts"
"""Where MkDocs picks the fonts up."""


class SiteError(Exception):
    """The site cannot be built; the message says what to do."""


def main() -> int:
    """Build the bundle and the site, strictly; say where it is."""
    prepare()
    if build_site():
        raise SiteError("The site was not built: see the lines above.")
    print(f"• The site is in {SITE.relative_to(ROOT)}/", flush=True)
    return 0


def prepare() -> None:
    """Stage the browser bundle and the fonts where MkDocs picks them up."""
    stage_fonts()
    print(f"• {describe(build())}", flush=True)


def build_site(into: Path = SITE) -> int:
    """Build the site with MkDocs, where every warning is an error; 0 when it went well."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    return subprocess.run([*mkdocs, "--site-dir", str(into)], cwd=ROOT, check=False).returncode


def stage_fonts() -> None:
    """Copy each font of the theme from its npm package.

    Raises:
        SiteError: A package lacks it.
    """
    FONTS.mkdir(parents=True, exist_ok=True)
    for font in json.loads((ROOT / "calculators" / "theme" / "fonts.json").read_text("utf-8")):
        source, staged = ROOT / "node_modules" / font["from"], FONTS / font["to"]
        if not source.is_file():
            raise SiteError(f"No package in package.json has the font {font['from']}.")
        if not staged.is_file() or not filecmp.cmp(source, staged):
            shutil.copyfile(source, staged)
