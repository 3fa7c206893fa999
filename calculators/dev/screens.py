"""Take the two screens that a phone shows when somebody installs the guide: `python -m calculators.dev.screens`.

By hand, when the look has changed: it needs Chromium, and the site as `make site` has built it.
"""

from __future__ import annotations

import functools
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from calculators.build.site import SITE
from calculators.dev.browser import launch_arguments
from calculators.paths import ROOT

INTO = ROOT / "calculators" / "theme" / "assets" / "theme"
PAGE = "calculate/training-load/"
SCREENS = {"screen-narrow.png": (390, 844, 2), "screen-wide.png": (1280, 800, 1)}
"""Width, height and points to a pixel of each, as the manifest names them."""
COLOURS = 64


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, and says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep the terminal clean."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder while something looks at it."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def main() -> None:
    """Take each screen, in few colours."""
    with served(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        for name, (width, height, scale) in SCREENS.items():
            size = {"width": width, "height": height}
            page = browser.new_page(viewport=size, device_scale_factor=scale)  # type: ignore[arg-type]
            page.goto(address + PAGE, wait_until="networkidle")
            loading = page.get_by_text("Loading the calculator").locator("visible=true")
            loading.wait_for(state="detached")
            taken = Image.open(io.BytesIO(page.screenshot()))
            taken.convert("RGB").quantize(COLOURS).save(INTO / name, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
