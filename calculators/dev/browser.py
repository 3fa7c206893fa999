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


OTHERS = {
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
}
"""Programs of the other engines and of the screen that WebKit needs, with Debian's packages for them."""


def lacking() -> list[str]:
    """List the packages of the other engines that are not on this machine."""
    return [package for program, package in OTHERS.items() if not shutil.which(program)]


def ensure_chromium() -> int:
    """Install Chromium where that needs no question: as root on Debian. Otherwise say what to do."""
    if find_chromium() is not None:
        return 0
    if install([NAMES[0]], "Chromium for the browser tests"):
        return 0
    print("The browser tests need Chromium: install it, then run make test.", file=sys.stderr)
    return 1


def ensure_browsers() -> int:
    """Install Chromium, without which nothing is tested, and Firefox and WebKit, where that needs no question."""
    others = lacking()
    if others and not install(others, "Firefox and WebKit for their journeys"):
        print(f"• Without {', '.join(others)} some journeys are skipped", flush=True)
    return ensure_chromium()


def install(packages: list[str], what: str) -> bool:
    """Install packages as root on Debian; tell whether that was done."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(f"• Installing {what}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    log = Path(".cache") / "browsers.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w") as output:
        for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            command = ["apt-get", "--quiet", *step]
            done = subprocess.run(
                command, env=environment, stdout=output, stderr=output, check=False
            )
            if done.returncode:
                print(f"apt-get could not install {what}: see {log}.", file=sys.stderr)
                return False
    return True
