"""Build the site into `site/`."""

import re
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

NAMED_FONT = re.compile(r"fonts/([\w-]+\.woff2)")


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
    """Copy each font that a style sheet of ours names from its npm package.

    Raises:
        SiteError: No installed package has it.
    """
    sheets = [*(ROOT / "calculators").rglob("*.css"), *(ROOT / "docs").rglob("*.css")]
    names = {name for sheet in sheets for name in NAMED_FONT.findall(sheet.read_text("utf-8"))}
    packages = ROOT / "node_modules"
    found = {path.name: path for path in packages.glob("@fontsource*/*/files/*.woff2")}
    FONTS.mkdir(parents=True, exist_ok=True)
    for old in FONTS.glob("*.woff2"):
        if old.name not in names:
            old.unlink()
    for name in sorted(names):
        if name not in found:
            raise SiteError(f"No package in package.json has the font {name}: add its package.")
        if not (FONTS / name).is_file():
            shutil.copyfile(found[name], FONTS / name)
