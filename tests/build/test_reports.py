"""Where a repository is named, each published range and each checked claim can be reported, with page and source filled in."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from bfr_rules.catalog import ADVISED
from calculators.build import reports
from calculators.build.guide_settings import GuideSettings
from calculators.build.pages import address
from calculators.build.reports import Reported, ReportError

MINE = GuideSettings(address="https://north.club/bfr/", repository="https://git.club/north/guide/")
FORM = yaml.safe_load(Path(".github/ISSUE_TEMPLATE/wrong-number.yml").read_text("utf-8"))
RANGES = address(reports.RANGES)
HEAD = '<h3 class="bfr-ref" id="{}">Title</h3><p>Words.</p>\n'
ROW = '<tr id="{}"><th>What</th><td>20</td><td><ul></ul></td>\n</tr>'


@pytest.fixture
def built(tmp_path):
    """A site with both pages, as bare as can be."""
    claims = reports.claims(Path("docs", reports.static_api.CHECKED).read_text("utf-8"))
    pages = {
        reports.RANGES: "".join(ROW.format(each.name) for each in ADVISED),
        reports.static_api.CHECKED: "".join(HEAD.format(each.anchor) for each in claims) + "</div>",
    }
    for source, html in pages.items():
        folder = tmp_path / address(source)
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(html, "utf-8")
    return tmp_path


def filled(html):
    """What each link fills in, by field, under the anchor that it is about."""
    hrefs = [unescape(href) for href in re.findall(r'class="bfr-report"><a href="([^"]+)"', html)]
    assert all(href.startswith("https://git.club/north/guide/issues/new?") for href in hrefs)
    told = [
        {name: value for name, (value,) in parse_qs(urlsplit(href).query).items()} for href in hrefs
    ]
    return {urlsplit(each["page"]).fragment: each for each in told}


def test_each_range_can_be_reported_with_its_page_and_its_source(built):
    reports.write(built, MINE)
    told = filled((built / RANGES / "index.html").read_text("utf-8"))
    assert set(told) == {each.name for each in ADVISED}
    one = told["bfr-intensity"]
    assert one["page"] == "https://north.club/bfr/evidence/advised-ranges/#bfr-intensity"
    assert one["says"] == "Load for resistance exercise with BFR: 20–40 % 1RM"
    # 10.3389/fphys.2019.00533 is the position paper of Patterson and colleagues.
    paper = "https://doi.org/10.3389/fphys.2019.00533"
    assert f"Patterson et al. 2019, resistance exercise table. {paper}" in one["source"]


def test_each_claim_can_be_reported_with_its_verdict(built):
    reports.write(built, MINE)
    told = filled((built / address(reports.static_api.CHECKED) / "index.html").read_text("utf-8"))
    assert list(told) == [f"s{number}" for number in range(1, 23)]
    assert told["s9"]["says"].endswith(": contradicted")


def test_the_form_has_every_field_that_is_filled_in(built):
    reports.write(built, MINE)
    told = filled((built / RANGES / "index.html").read_text("utf-8"))
    fields = {each["id"] for each in FORM["body"] if "id" in each}
    assert {name for each in told.values() for name in each} - {"template"} <= fields
    assert {each["template"] for each in told.values()} == {"wrong-number.yml"}


def test_a_report_stands_inside_what_it_is_about(built):
    reports.write(built, MINE)
    html = (built / RANGES / "index.html").read_text("utf-8")
    for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL):
        name = re.search(r'id="([^"]+)"', row)[1]
        assert row.count('class="bfr-report"') == 1
        assert f"%23{name}" in row


def test_without_a_repository_nothing_is_offered(built):
    before = [path.read_bytes() for path in sorted(built.rglob("*.html"))]
    reports.write(built, GuideSettings(contact="desk@north.club"))
    assert [path.read_bytes() for path in sorted(built.rglob("*.html"))] == before


def test_a_page_that_lacks_a_number_stops_the_build():
    gone = Reported("number", "gone", "Gone: 5", ())
    with pytest.raises(ReportError, match="'gone'"):
        reports.into("<p>Nothing.</p>", gone, reports.END_OF_RANGE, "")


def test_what_stands_in_a_number_never_becomes_markup():
    odd = Reported("number", "odd", 'A "<b>" & more', ())
    written = reports.link(odd, "x/", MINE)
    assert "<b>" not in written
    assert parse_qs(urlsplit(unescape(re.search(r'href="([^"]+)"', written)[1])).query)["says"] == [
        'A "<b>" & more'
    ]
