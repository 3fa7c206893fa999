"""Find the Chromium that the tests and the benchmark drive, or say how to get one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

NAMES = (
    "chromium-headless-shell",  # the same Chromium without its own windows: half the work for each page
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""A test's browser asks for nothing but the page."""


def find_chromium() -> str | None:
    """Find a Chromium on this machine; None when there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def launch_arguments() -> dict[str, Any]:
    """Give the arguments with which Playwright starts the Chromium of this machine.

    Chromium's sandbox refuses to run as root, as which a container's tests run.
    """
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {"executable_path": find_chromium(), "args": [*QUIET, *sandbox]}


def ensure_chromium() -> int:
    """Install Chromium where that needs no question: as root on Debian. Otherwise say what to do."""
    if find_chromium() is not None:
        return 0
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        print("The browser tests need Chromium: install it, then run make test.", file=sys.stderr)
        return 1
    print("• Installing Chromium for the browser tests", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    log = Path(".cache") / "chromium.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w") as output:
        for step in (["update"], ["install", "--yes", "--no-install-recommends", NAMES[0]]):
            command = ["apt-get", "--quiet", *step]
            done = subprocess.run(
                command, env=environment, stdout=output, stderr=output, check=False
            )
            if done.returncode:
                sentence = f"apt-get could not install Chromium: see {log}, then run make test."
                print(sentence, file=sys.stderr)
                return 1
    return 0
