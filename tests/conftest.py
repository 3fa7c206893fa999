"""What every test shares: how hard Hypothesis looks, the way to `strategies`, and the built site."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from calculators.build.site import build_whole, prepare
from calculators.dev.browser import launch_arguments
from calculators.dev.checks import BUILT
from calculators.dev.preview import running

# pytest imports each file on its own, so a module that tests share has to be on the path.
sys.path.append(str(Path(__file__).parent))
from beside import Beside

settings.register_profile(
    "fast",
    max_examples=50,
    derandomize=True,  # the same examples on every machine: a failure is never a matter of luck
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", settings.get_profile("fast"), max_examples=1000, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))

# Thousands of tests are made and none is thrown away: looking for garbage among them takes a tenth of the start.
gc.disable()


MEASURED = ("src/", "tests/rules/")
"""Where the rules alone are looked at: they are all that is measured."""


def pytest_collection_modifyitems(items):
    """Measure coverage by examples of the rules: among thousands of generated answers it costs as much as they do."""
    for item in items:
        is_law = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if is_law or not item.nodeid.startswith(MEASURED):
            item.add_marker("no_cover")


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers():
    """Have one process more than processors: who drives a browser waits at times."""
    return (yield) + 1


def pytest_collection_finish():
    """Leave what was collected out of every later search for garbage."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the site, built from what stands in the working tree: by `make test`, once for all its processes."""
    if built := os.environ.get(BUILT):
        return Path(built)
    folder = tmp_path_factory.mktemp("site")
    prepare()
    assert build_whole(folder) == 0, "the site was not built"
    return folder


@pytest.fixture(scope="session")
def base_url(site):
    """The address of the site, served with the headers of production."""
    with running(site, kind=Beside) as server:
        yield server.url.rstrip("/")


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium, asking for nothing but the page.

    It lives for seconds on each page: to make what runs often faster costs more there than it saves.
    """
    arguments = launch_arguments()
    return {**arguments, "args": [*arguments["args"], "--js-flags=--no-opt --no-maglev"]}
