"""The built pages are good HTML, by the standard preset of html-validate."""

import json
import subprocess
from pathlib import Path

import pytest
from node import NODE

from calculators.build.compare import read
from calculators.checks.content import SAY_NOTHING
from calculators.paths import ROOT

VALIDATE = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"

ALLOWED = {
    # Material's own, in a part of its base that a theme cannot reach. It is there for Firefox, which without it brings
    # the state of a box back when the page is loaded again: search would stand open.
    ("valid-autocomplete", "#__drawer"),
    ("valid-autocomplete", "#__search"),
}
"""Rules that an element may break, each with its reason."""


def faults(pages, config):
    """What html-validate says, without what is allowed: file, line, rule and message."""
    said_in = config.with_name("said.json")
    command = [NODE, str(VALIDATE), "--config", str(config), "--formatter", f"json={said_in}"]
    done = subprocess.run([*command, *map(str, pages)], text=True, capture_output=True, check=False)
    assert said_in.is_file(), done.stderr
    return [
        f"{Path(each['filePath']).parent.name}:{said['line']}: {said['ruleId']}: {said['message']}"
        for each in json.loads(said_in.read_text("utf-8"))
        for said in each["messages"]
        if (said["ruleId"], said["selector"]) not in ALLOWED
    ]


@pytest.fixture
def config(tmp_path):
    """The standard preset, and nothing from elsewhere."""
    path = tmp_path / "htmlvalidate.json"
    path.write_text('{"root": true, "extends": ["html-validate:standard"]}', "utf-8")
    return path


@pytest.mark.node
def test_every_page_is_good_html(site, config):
    pages = [path for path in site.rglob("*.html") if "assets" not in path.relative_to(site).parts]
    assert not faults(pages, config)


@pytest.mark.node
def test_bad_html_is_noticed(tmp_path, config):
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><p><div>Not so</div></p>", "utf-8")
    assert faults([page], config)


def test_every_link_of_a_page_says_where_it_leads(site):
    """Also those of the head, the menu and the foot, which no page's text has."""
    vague = {
        f"{page.relative_to(site)}: {words}"
        for page in site.rglob("*.html")
        for _, words in read(page.read_text("utf-8")).links
        if words.strip(" →").lower() in SAY_NOTHING
    }
    assert not vague
