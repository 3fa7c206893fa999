"""Tables of findings: graded with a reason, written as published, cited."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from calculators.evidence import findings
from calculators.evidence.findings import SURE, Finding
from calculators.views import render

TABLES = pytest.mark.parametrize("table", findings.tables().values(), ids=findings.tables())
CERTAIN_AT_MOST = {"low", "very low", "none"}


def finding(**known):
    unknown = dict.fromkeys(Finding._fields)
    cite = {"key": "patterson2019", "place": "abstract", "state": "V"}
    return Finding(**{**unknown, "certainty": "low", "cite": cite, **known})


@TABLES
def test_findings_are_graded_with_a_reason_and_a_meaning(table):
    for row in table.rows:
        assert row.certainty in SURE
        assert row.why_certainty.endswith(".")
        assert row.means.endswith(".")
        assert row.cite["state"] in {"V", "VS"}
        assert row.result


@TABLES
def test_one_trial_alone_is_never_graded_above_low(table):
    assert {row.certainty for row in table.rows if row.studies == 1} <= CERTAIN_AT_MOST


@TABLES
def test_a_result_read_elsewhere_is_never_graded_above_low(table):
    assert {row.certainty for row in table.rows if row.second_hand} <= CERTAIN_AT_MOST


@TABLES
def test_every_effect_lies_in_its_interval(table):
    for row in table.rows:
        if row.low is not None:
            assert row.low <= row.effect <= row.high


@TABLES
def test_a_table_is_well_formed_cited_and_every_cell_has_its_role(table):
    root = ET.fromstring(f"<div>{render.findings(table)}</div>")
    assert len(list(root.iter("td"))) == 4 * len(table.rows)
    assert {each.get("href") for each in root.iter("a")} == {
        f"#source-{row.cite['key']}" for row in table.rows
    }
    for tag in ("table", "thead", "tbody", "tr", "th", "td"):
        assert all(each.get("role") for each in root.iter(tag))


@TABLES
def test_what_was_read_on_another_page_is_marked(table):
    html = render.findings(table)
    assert html.count("</a>†") == sum(row.second_hand for row in table.rows)
    assert ("Read on a page that reprints it" in html) == table.second_hand


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ({"effect": -0.17, "low": -0.4, "high": 0.05}, "−0.17 (−0.40 to 0.05)"),
        ({"effect": 0.695, "low": 0.189, "high": 1.2}, "0.695 (0.189 to 1.200)"),
        ({"effect": -6.9, "low": -8, "high": -5.5, "unit": "mmHg"}, "−6.9 mmHg (−8 to −5.5)"),
        ({"effect": 0.0, "p": "0.795"}, "0.00 (p = 0.795)"),
        ({"effect": 0.5, "p": "< 0.05"}, "0.50 (p < 0.05)"),
        ({"effect": 0.5, "says": "in legs"}, "0.50; in legs"),
        ({"says": "heavy better"}, "heavy better"),
    ],
)
def test_a_result_is_written_as_it_was_printed(known, written):
    assert finding(**known).result.replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ({"studies": 1, "people": 20}, "1 study, 20 people"),
        ({"studies": 16}, "16 studies"),
        ({}, "numbers not seen"),
    ],
)
def test_studies_and_people_are_counted_where_they_are_known(known, written):
    assert finding(**known).counted == written


def test_certainty_is_said_in_the_words_of_the_page_on_evidence():
    moderate = finding(certainty="moderate", why_certainty="Small trials.")
    assert moderate.sure == "fairly sure"
    assert moderate.why == "Moderate certainty. Small trials."
    assert finding(certainty="none", why_certainty="No trial.").why == "No trial."


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"cite": {"key": "nobody1900", "place": "a", "state": "V"}}, "no work 'nobody1900'"),
        ({"certainty": "sure"}, "no certainty 'sure'; there are high"),
    ],
)
def test_a_mistake_in_the_data_is_given_file_and_line(tmp_path, wrong, said):
    file = tmp_path / "findings.json"
    row = finding(outcome="O", comparison="c", why_certainty="W.", means="M.", **wrong)
    table = {"caption": "C", "note": None, "rows": [row._asdict()]}
    file.write_text(json.dumps({"x": table}, indent=1))
    typed = wrong.get("certainty") or "nobody1900"
    lines = file.read_text().splitlines()
    line = next(at for at, text in enumerate(lines, 1) if f'"{typed}"' in text)
    with pytest.raises(LookupError, match=re.escape(f"findings.json, line {line}: {said}")):
        findings.tables(file)
