"""Figures say what the rules and their sources say, stay inside their frames, and take their colours from the theme."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bfr_rules.references import (
    ARM_CEILING,
    BFR_INTENSITY,
    HEAVY_INTENSITY,
    LEG_CEILING,
    RESTRICTION_PER_EXERCISE,
)
from calculators.evidence import bibliography, findings
from calculators.evidence.numbers import printed
from calculators.figures import DATA, FIGURES, FORESTS, FRAMED, figure
from calculators.figures.times import times
from calculators.paths import DOCS

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
STYLES = Path("calculators/styles")
FRAMED_ONES = pytest.mark.parametrize("name", FRAMED)


def drawings(name):
    """Give the pictures of a figure; those inside another place its parts."""
    root = ET.fromstring(figure(name))
    return [svg for svg in root.iter("svg") if svg.get("role") == "img"]


def inner(svg):
    """Give the elements that a picture places itself, not through a picture inside it."""
    for part in svg:
        if part.tag != "svg":
            yield part
            yield from inner(part)


def rows_of(forest):
    return [row for group in DATA[forest]["groups"] for row in group["rows"]]


def citations(data):
    """Find every citation in what a figure draws."""
    if isinstance(data, dict):
        if "key" in data:
            yield data
        for each in data.values():
            yield from citations(each)
    elif isinstance(data, list):
        for each in data:
            yield from citations(each)


# --- Every figure ---


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_has_a_text_alternative_and_no_style_of_its_own(name):
    assert drawings(name)
    for svg in drawings(name):
        title, desc = svg.find("title"), svg.find("desc")
        assert title.get("id") == svg.get("aria-labelledby")
        if desc is not None:
            assert desc.get("id") == svg.get("aria-describedby")
        assert len((title if desc is None else desc).text) > 40
        for part in svg.iter():
            assert "style" not in part.attrib, (
                "the content security policy forbids style attributes"
            )
            assert "fill" not in part.attrib, "colours are the theme's"
            assert "stroke" not in part.attrib, "colours are the theme's"


@pytest.mark.parametrize("name", FIGURES)
def test_words_and_rectangles_stay_inside_the_frame(name):
    for svg in drawings(name):
        if not svg.get("viewBox"):
            continue
        left, top, width, height = map(float, svg.get("viewBox").split())
        for part in svg.iter():
            x, y = float(part.get("x", left)), float(part.get("y", top))
            assert left - 1 <= x + float(part.get("width", 0)) <= left + width + 1
            assert top - 1 <= y + float(part.get("height", 0)) <= top + height + 1


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_as_wide_as_its_page_places_everything_within_it(name):
    for svg in drawings(name):
        if svg.get("viewBox"):
            continue
        height = float(svg.get("height"))
        for part in inner(svg):
            assert 0 <= float(part.get("y", 0)) <= height
        for part in svg.iter():
            start, length = (part.get(each, "0").rstrip("%") for each in ("x", "width"))
            if part.tag == "rect":
                assert 0 <= float(start) + float(length) <= 100.001


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_the_same_each_time(name):
    assert figure(name) == figure(name)


def test_ids_are_unique_over_all_figures():
    ids = re.findall(r' id="([^"]+)"', "".join(map(figure, FIGURES)))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", FIGURES)
def test_words_in_a_picture_are_large_enough_on_a_phone(name):
    """At 360 px the page's column is 324 px wide; pictures with a viewBox shrink to it."""
    for svg in drawings(name):
        if "bfr-draw-wide" in svg.get("class"):
            continue
        width = float(svg.get("viewBox", "0 0 324 0").split()[2])
        sizes = [float(each.get("font-size")) for each in svg.iter("text")]
        assert all(size * min(324 / width, 1) >= 12.5 for size in sizes)


# --- Figures with a frame ---


def test_every_framed_figure_has_its_data():
    assert set(DATA) == set(FRAMED)


@FRAMED_ONES
def test_every_citation_of_a_figure_is_of_a_work_that_we_list(name):
    for cite in citations(DATA[name]):
        assert bibliography.short(cite["key"])
        assert cite["place"]
        assert cite["state"] in {"V", "VS"}
        assert f'href="#source-{cite["key"]}"' in figure(name)


@pytest.mark.parametrize("name", [*FORESTS, "aop-by-cuff", "fixed-pressure", "time-under-cuff"])
def test_a_chart_has_its_numbers_as_a_table(name):
    root = ET.fromstring(figure(name))
    rows = root.findall(".//tbody/tr")
    head = root.findall(".//thead/tr/th")
    assert rows
    assert {len(row) for row in rows} == {len(head)}


@FRAMED_ONES
def test_every_class_of_a_figure_has_its_style(name):
    sheets = "".join(each.read_text("utf-8") for each in STYLES.glob("*.css"))
    used = " ".join(re.findall(r'class="([^"]+)"', figure(name))).split()
    plain = {"bfr-cite", "bfr-cites", f"bfr-fig-{name}"}
    assert {each for each in used if f".{each}" not in sheets} <= plain


@pytest.mark.parametrize("sheet", ["figures.css", "findings.css", "glossary.css"])
def test_sheets_take_every_colour_and_measure_from_the_theme(sheet):
    text = (STYLES / sheet).read_text("utf-8")
    declared = set(re.findall(r"(--bfr-[\w-]+):", (STYLES / "tokens.css").read_text("utf-8")))
    assert set(re.findall(r"var\((--bfr-[\w-]+)", text)) <= declared
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", text)


# --- The scale ---


def test_the_scale_prints_the_ranges_of_the_rules_and_says_them():
    for each in ("bfr-draw-wide", "bfr-draw-narrow"):
        svg = next(svg for svg in drawings("intensity-scale") if svg.get("class") == each)
        printed_words = [text.text for text in svg.iter("text")]
        assert str(BFR_INTENSITY) in printed_words
        assert str(HEAVY_INTENSITY) in printed_words
        assert str(BFR_INTENSITY) in svg.find("title").text


def test_the_lying_scale_draws_the_zone_between_its_own_ticks():
    svg = next(svg for svg in drawings("intensity-scale") if svg.get("class") == "bfr-draw-wide")
    at = {text.text: float(text.get("x")) for text in svg.iter("text")}
    zone = next(part for part in svg.iter("rect") if part.get("class") == "bfr-draw-zone")
    low, high = str(BFR_INTENSITY.range.low), str(BFR_INTENSITY.range.high)
    assert float(zone.get("x")) == pytest.approx(at[low])
    assert float(zone.get("x")) + float(zone.get("width")) == pytest.approx(at[high])


# --- The forest plots ---

FORESTS_DRAWN = pytest.mark.parametrize("name", FORESTS)


@FORESTS_DRAWN
def test_every_number_of_a_forest_stands_in_its_table(name):
    shown = figure(name).split("<table>")[1]
    for row in rows_of(name):
        values = [row[each] for each in ("effect", "low", "high") if row[each] is not None]
        assert all(value in shown for value in (printed(*values) if values else ()))


@FORESTS_DRAWN
def test_a_forest_pools_nothing(name):
    assert not re.search(r"\b(total|overall|pooled effect)\b", figure(name), re.IGNORECASE)


@FORESTS_DRAWN
def test_a_forest_shows_each_year_and_goes_from_the_oldest_review_to_the_newest(name):
    for group in DATA[name]["groups"]:
        labels = [bibliography.short(row["cite"]["key"]) for row in group["rows"]]
        years = [int(re.search(r"\b(?:19|20)\d\d", each)[0]) for each in labels]
        assert years == sorted(years)
        assert all(figure(name).count(each) >= 3 for each in labels), "both drawings and the table"


@FORESTS_DRAWN
def test_names_in_a_forest_leave_room_for_what_stands_beside_them(name):
    """On a phone of 360 px a row is 324 px: about 40 small letters and the interval; on a wide page names have 255 px."""
    for group in DATA[name]["groups"]:
        assert len(group["name"]) <= 40
        for row in group["rows"]:
            assert len(row["who"]) <= 28
            assert len(bibliography.short(row["cite"]["key"])) <= 30


@FORESTS_DRAWN
def test_every_effect_of_a_forest_lies_in_its_interval_and_within_its_axis(name):
    for group in DATA[name]["groups"]:
        for row in group["rows"]:
            ends = [row[each] for each in ("low", "effect", "high") if row[each] is not None]
            assert all(group["axis"]["low"] <= each <= group["axis"]["high"] for each in ends)
    for row in rows_of(name):
        if row["low"] is not None:
            assert row["low"] <= row["effect"] <= row["high"]


@FORESTS_DRAWN
def test_a_forest_and_the_tables_of_findings_print_the_same_results(name):
    def result(row):
        return row["cite"]["key"], row["effect"], row["low"], row["high"]

    tables = [row._asdict() for table in findings.tables().values() for row in table.rows]
    printed_there = set(map(result, tables))
    keys_there = {row["cite"]["key"] for row in tables if row["effect"] is not None}
    drawn = {result(row) for row in rows_of(name) if row["effect"] is not None}
    assert {each for each in drawn if each[0] in keys_there} <= printed_there


@FORESTS_DRAWN
def test_what_was_read_on_another_page_is_marked_in_a_forest(name):
    for row in rows_of(name):
        if row["cite"]["state"] == "VS":
            assert f"{bibliography.short(row['cite']['key'])} †" in figure(name)


# --- Pressure and time ---


def test_a_fixed_pressure_is_called_a_teaching_example_and_nobodys_setting():
    assert "teaching example" in figure("fixed-pressure")
    assert "nobody’s setting" in figure("fixed-pressure")


def test_the_sketch_of_blood_pressure_says_that_nothing_was_measured():
    assert "Nothing here was measured" in figure("pressure-in-a-set")


def test_one_exercise_of_any_scheme_keeps_below_its_ceiling_and_two_in_a_row_do_not():
    *schemes, two = times(DATA["time-under-cuff"]["schemes"])
    ceiling = 60 * RESTRICTION_PER_EXERCISE.range.high
    assert all(each.slow.seconds <= ceiling for each in schemes)
    assert 60 * ARM_CEILING.range.high < two.slow.seconds < 60 * LEG_CEILING.range.high


def test_times_are_those_worked_out_on_paper():
    """75 repetitions of 4 s and three rests of 60 s are 8 minutes; of 2 s with rests of 30 s, 4 minutes."""
    first, *_ = times(["30-15-15-15"])
    assert (first.name, first.cuff) == ("30-15-15-15", "cuff on in the rests")
    assert (first.quick.seconds, first.slow.seconds) == (240, 480)


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_stands_on_a_page(name):
    pages = DOCS.rglob("*.md")
    assert any(f"```figure\n{name}\n```" in page.read_text("utf-8") for page in pages)
