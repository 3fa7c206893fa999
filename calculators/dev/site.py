"""Build the site into `site/`."""

import subprocess
import sys
from pathlib import Path

from calculators.bundle.build import build, describe
from calculators.dev.environment import ROOT

SITE = ROOT / "site"
"""Where the built site lies."""


def main() -> int:
    """Build the bundle and the site, strictly; say where it is."""
    print(f"• {describe(build())}", flush=True)
    if build_site():
        print("The site was not built: see the lines above.", file=sys.stderr)
        return 1
    print(f"• The site is in {SITE.relative_to(ROOT)}/", flush=True)
    return 0


def build_site(into: Path = SITE) -> int:
    """Build the site with MkDocs, where every warning is an error; 0 when it went well."""
    mkdocs = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(into),
    ]
    return subprocess.run(mkdocs, cwd=ROOT, check=False).returncode
