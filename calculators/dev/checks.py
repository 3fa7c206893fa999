"""Run the checks, the tests and the formatters, each by its own tool."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from calculators.build.site import SITE, SiteError, build_whole, prepare, stage
from calculators.checks import content
from calculators.paths import ROOT

CHECKS = {
    "Format of Python": "ruff format --check --quiet .",
    "Lint of Python": "ruff check --quiet .",
    "Types of Python": "mypy --no-error-summary",
    "Layers": "lint-imports --no-logo",
    "Format of JavaScript and CSS": "npx --no-install prettier --check --log-level warn {web}",
    "Lint of JavaScript": "npx --no-install eslint --max-warnings 0 .",
    "Types of JavaScript": "npx --no-install tsc --project .",
    "Lint of CSS": "npx --no-install stylelint --allow-empty-input calculators/**/*.css",
    "Spelling": "codespell",
    "Works": "python -m calculators.build.works",
}
BUILT = "BFR_SITE"
"""Names, for the tests, the folder of a site that was built for them."""

WEB = "calculators/**/*.{css,js,mjs} *.json eslint.config.js"


def check() -> int:
    """Run every check, even after one failed, and name those that failed."""
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    if failed:
        print(f"Not yet right: {', '.join(failed)}. `make format` mends format.", file=sys.stderr)
        return 1
    print("• All checks passed", flush=True)
    return 0


def passes(name: str, command: str) -> bool:
    """Run one check and show what it says when it fails."""
    print(f"• {name}", flush=True)
    words = command.format(web=WEB).split()
    done = subprocess.run(words, cwd=ROOT, text=True, capture_output=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def test(arguments: list[str]) -> int:
    """Build what the tests look at, and run them; all of them also measure coverage.

    Args:
        arguments: For pytest; without any, every test runs. With some, the site is built if one of them asks for it.
    """
    if arguments:
        stage()
        return run([sys.executable, "-m", "pytest", *arguments])
    prepare()
    print("• Building the site", flush=True)
    if build_whole():
        raise SiteError("The site was not built, so it was not tested: see the lines above.")
    os.environ[BUILT] = str(SITE)
    # Whoever is done first takes tests from the others.
    everything = ["--numprocesses=auto", "--dist=worksteal", "--cov", "--cov-report=term"]
    return run([sys.executable, "-m", "pytest", *everything])


def format_code() -> int:
    """Format Python, JavaScript and CSS, mend what lint can mend, and keep the best reading grades."""
    commands = (
        "ruff check --fix --quiet .",
        "ruff format --quiet .",
        f"npx --no-install prettier --write --log-level warn {WEB}",
    )
    content.keep_grades()
    return max(run(command.split()) for command in commands)


def lock() -> int:
    """Resolve the lock files again, to the newest versions that their inputs allow."""
    options = ["--quiet", "--upgrade", "--universal", "--python-version=3.11", "--generate-hashes"]
    for group in ("dev", "package", "successor", "zensical"):
        into = ["--group", group, "--output-file", f"requirements/{group}.txt"]
        said = ["--custom-compile-command", "make lock"]
        if run(["uv", "pip", "compile", *options, *said, *into]):
            return 1
    # npm names hashes and the builds for other systems only when it starts from nothing.
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "package.json", folder)
        npm = ["npm", "install", "--silent", "--package-lock-only", "--prefix", folder]
        if run([*npm, "--omit-lockfile-registry-resolved"]):
            return 1
        shutil.copy(Path(folder) / "package-lock.json", ROOT)
    return 0


def run(command: list[str]) -> int:
    """Run a tool at the top of the repository, in full view."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode
