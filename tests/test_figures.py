"""Figures say what the rules say, stay inside their frames, and take their colours from the theme."""

import re
from xml.etree import ElementTree as ET

import pytest
from markdown import Markdown

from bfr_rules.references import BFR_INTENSITY, HEAVY_INTENSITY
from calculators.figures import FIGURES, FigureError
from calculators.figures.scale import intensity_scale

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def drawings(name):
    return [ET.fromstring(each) for each in SVG.findall(FIGURES[name]())]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_has_a_text_alternative_and_no_style_of_its_own(name):
    for svg in drawings(name):
        title = svg.find("title")
        assert svg.get("role") == "img"
        assert title.get("id") == svg.get("aria-labelledby")
        assert len(title.text) > 40
        for part in svg.iter():
            assert "style" not in part.attrib, (
                "the content security policy forbids style attributes"
            )
            assert "fill" not in part.attrib, "colours are the theme's"


@pytest.mark.parametrize("name", FIGURES)
def test_words_and_rectangles_stay_inside_the_frame(name):
    for svg in drawings(name):
        _, _, width, height = map(float, svg.get("viewBox").split())
        for part in svg.iter():
            x, y = float(part.get("x", 0)), float(part.get("y", 0))
            assert -1 <= x + float(part.get("width", 0)) <= width + 1
            assert -1 <= y + float(part.get("height", 0)) <= height + 1


def test_the_scale_prints_the_ranges_of_the_rules_and_says_them():
    for each in ("draw-wide", "draw-narrow"):
        svg = next(svg for svg in drawings("intensity-scale") if svg.get("class") == each)
        printed = [text.text for text in svg.iter("text")]
        assert str(BFR_INTENSITY) in printed
        assert str(HEAVY_INTENSITY) in printed
        assert str(BFR_INTENSITY) in svg.find("title").text


def test_the_lying_scale_draws_the_zone_between_its_own_ticks():
    svg = next(svg for svg in drawings("intensity-scale") if svg.get("class") == "draw-wide")
    at = {text.text: float(text.get("x")) for text in svg.iter("text")}
    zone = next(part for part in svg.iter("rect") if part.get("class") == "draw-zone")
    low, high = str(BFR_INTENSITY.range.low), str(BFR_INTENSITY.range.high)
    assert float(zone.get("x")) == pytest.approx(at[low])
    assert float(zone.get("x")) + float(zone.get("width")) == pytest.approx(at[high])


def test_a_page_places_a_figure_by_name():
    html = Markdown(extensions=["calculators.figures"]).convert(
        "Before.\n\n```figure\nintensity-scale\n```\n\nAfter."
    )
    assert f'<div class="figure">{intensity_scale()}</div>' in html
    assert "<p>After.</p>" in html


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (
            "# One\n\n```figure\nscale\n```\n",
            "line 4: no figure 'scale'; there are intensity-scale",
        ),
        ("```figure\nintensity-scale\nmore\n```\n", "line 2: a figure fence holds one name"),
    ],
)
def test_a_wrong_fence_stops_the_build_and_says_where(page, says):
    with pytest.raises(FigureError, match=re.escape(says)):
        Markdown(extensions=["calculators.figures"]).convert(page)
