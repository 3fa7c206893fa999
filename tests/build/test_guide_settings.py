"""A copy of the guide is its publisher's by one small file; what cannot be used is refused with what to write."""

import json

import pytest

from calculators.build import guide_settings
from calculators.build.colours import ColourError
from calculators.build.guide_settings import GuideSettings, GuideSettingsError

SHEET = """
  --bfr-paper: light-dark(#ffffff, #000000);
  --bfr-accent: light-dark(#0a5568, #84d3e0);
  --bfr-stop: light-dark(#a41c17, #ff9d93);
"""


def read(tmp_path, text, **environment):
    file = tmp_path / "guide.toml"
    file.write_text(text, "utf-8")
    return guide_settings.read(file, environment)


def test_without_a_file_the_guide_has_its_own_name_and_no_address(tmp_path):
    assert guide_settings.read(tmp_path / "none.toml", {}) == GuideSettings()


def test_the_file_that_comes_with_the_guide_changes_nothing():
    assert guide_settings.read(environment={}) == GuideSettings()


def test_each_setting_reaches_the_generator(tmp_path):
    mine = read(
        tmp_path,
        """
        name = "North Club"
        address = "https://north.club/bfr/"
        contact = "desk@north.club"
        legal = "North Club, Anytown"
        repository = "https://git.club/north/guide"
        """,
    )
    told = mine.environment
    assert told["BFR_NAME"] == "North Club"
    assert told["SITE_URL"] == "https://north.club/bfr/"
    assert told["BFR_CONTACT"] == "mailto:desk@north.club"
    assert told["BFR_LEGAL"] == "North Club, Anytown"
    assert told["BFR_EDIT"] == "edit/main/docs/"


def test_the_environment_wins_over_the_file(tmp_path):
    mine = read(tmp_path, 'address = "https://a.club/"', SITE_URL="https://b.club/")
    assert mine.address == "https://b.club/"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('nmae = "x"', "'nmae', which nothing reads; there are name"),
        ("name = 5", "name is a text in quotes"),
        ('name = " "', "name of the site is empty"),
        ("name = x", "cannot be read"),
        ('address = "guide.club"', "begins with https://"),
        ('address = "https://guide.club"', "ends with a slash: https://guide.club/"),
        ('address = "https://guide.example/"', "made-up name"),
        ('address = "https://guide.club/?a=1"', "begins with https://"),
        ('contact = "call us"', "an e-mail or a web address"),
        ('contact = "javascript:alert(1)"', "an e-mail or a web address"),
        ('repository = "git@git.club:north"', "begins with https://"),
        ('colours = "red"', "a colour is written"),
        ('[colours]\naccent = "#123456"', "a colour is written"),
        ('[colours]\naccent = ["#123456"]', "a colour is written"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path, text, says):
    with pytest.raises(GuideSettingsError) as refused:
        read(tmp_path, text)
    assert says in str(refused.value)


def test_own_colours_come_after_the_sheet():
    style = GuideSettings(colours={"accent": ("#5b2d8a", "#d3b8f0")}).style(SHEET)
    assert style == ":root { --bfr-accent: light-dark(#5b2d8a, #d3b8f0); }"


@pytest.mark.parametrize(
    ("name", "pair", "says"),
    [
        ("accent", ("#eeeeee", "#84d3e0"), "in light; it needs 4.5"),
        ("accent", ("#0a5568", "#111111"), "in dark; it needs 4.5"),
        ("accent", ("red", "#84d3e0"), "is written as #0a5568, not 'red'"),
        ("brand", ("#000", "#fff"), "no colour 'brand'; there are accent"),
        ("stop", ("#000", "#fff"), "means the same on every copy"),
        ("paper", ("#84d3e0", "#000"), "on 'paper' (#84d3e0)"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused(name, pair, says):
    with pytest.raises(ColourError) as refused:
        GuideSettings(colours={name: pair}).style(SHEET)
    assert says in str(refused.value)


def test_the_name_stands_on_paper_and_in_the_manifest(tmp_path):
    mine = GuideSettings(name='The "North"', colours={"accent": ("#5b2d8a", "#d3b8f0")})
    assert 'content: "The \\"North\\"";' in mine.style(SHEET)
    (tmp_path / guide_settings.MANIFEST).write_text('{"lang": "en", "name": "BFR Guide"}', "utf-8")
    guide_settings.write_manifest(tmp_path, mine, SHEET)
    said = json.loads((tmp_path / guide_settings.MANIFEST).read_text("utf-8"))
    assert said["name"] == said["short_name"] == 'The "North"'
    assert (said["theme_color"], said["background_color"]) == ("#5b2d8a", "#ffffff")
    assert said["lang"] == "en"
