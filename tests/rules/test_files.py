"""Files that other programs read: one law of quoting, in Python and in the browser."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from node import NODE

from bfr_rules.files import FORMULA, cell, escaped, folded, mark_of, sequence, table
from bfr_rules.times import Date
from calculators.paths import ROOT

CELLS = json.loads(Path(__file__).with_name("spreadsheet_cells.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "written"), CELLS)
def test_a_spreadsheet_finds_no_formula(text, written):
    assert cell(text) == written


@pytest.mark.node
def test_the_browser_writes_the_same_cells():
    script = """
      import { cell } from "./calculators/browser/kept/record.js";
      const [cells] = process.argv.slice(1);
      console.log(JSON.stringify(JSON.parse(cells).map(([text]) => cell(text))));
    """
    command = [NODE, "--input-type=module", "-e", script, json.dumps(CELLS)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert json.loads(done.stdout) == [written for _, written in CELLS]


@given(text=st.text().filter(lambda text: not FORMULA.match(text)))
def test_other_cells_come_back_as_they_are(text):
    [[read_back]] = csv.reader(io.StringIO(cell(text), newline=""))
    assert read_back == text


@given(rows=st.lists(st.lists(st.text(), min_size=1), min_size=1), separator=st.sampled_from(",;"))
def test_no_cell_of_a_table_begins_as_a_formula_wherever_it_is_parted(rows, separator):
    text = table(rows, separator)
    assert text.startswith("\ufeff")
    for part in csv.reader(
        io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator
    ):
        assert not [each for each in part if FORMULA.match(each) and not each.startswith("'")]


@given(text=st.text())
def test_a_folded_line_is_short_and_comes_back(text):
    line = escaped(text)
    assert all(len(part.encode()) <= 75 for part in folded(line).split("\r\n"))
    assert folded(line).replace("\r\n ", "") == line


def test_the_mark_is_the_published_hash():
    """FNV-1a, 128 bits: the offset basis for nothing, and the published value for "a"."""
    assert mark_of([""]) == "6c62272e07bb014262b821756295c58d"
    assert mark_of(["a"]) == "d228cb696f1a8caf78912b704e4a8964"
    assert mark_of(["a", "b"]) != mark_of(["ab"])


def test_days_are_counted_from_the_first_of_2000():
    assert sequence(None) == 0
    assert sequence(Date.parse("2000-03-01")) == 31 + 29
