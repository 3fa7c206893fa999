"""Every number of the rules stands where its source says it, and says how it was checked."""

from __future__ import annotations

import json
from fractions import Fraction
from importlib import import_module
from importlib.resources import files
from pkgutil import walk_packages

import pytest

import bfr_rules
from bfr_rules import references
from bfr_rules.catalog import ADVISED, CALCULATORS
from bfr_rules.citation import AdvisedRange, Coefficient, State
from bfr_rules.one_rm import formulas
from bfr_rules.references import UnknownWorkError, cite, work

PUBLISHED = {
    # What the guidelines and pages print, typed from there.
    "bfr-intensity": "20–40 % 1RM",  # F1.3
    "first-sessions-intensity": "20–30 % 1RM",  # F2.10
    "heavy-intensity": "at least 70 % 1RM",  # sorensen2023, jakobsen2022
    "sets-per-exercise": "2–4 sets",  # F1.5
    "repetitions-per-exercise": "60–75 repetitions",  # F1.5, F6.1
    "most-repetitions": "at most 112 repetitions",  # ours: 1.5 × 75
    "exercises-per-limb": "1–3 exercises",  # fitcuffs_guide
    "usual-limb-repetitions": "at most 150 repetitions",  # ours: 2 × 75
    "most-limb-repetitions": "at most 225 repetitions",  # ours: 3 × 75
    "most-session-repetitions": "at most 337 repetitions",  # ours: 1.5 × 225
    "most-session-time": "at most 45 min",  # ours: 1.5 × 3 × 10
    "repetition-tempo": "1–2 s",  # F1.8
    "rest-between-sets": "30–60 s",  # F1.7
    "restriction-per-exercise": "5–10 min",  # F1.4
    "arm-ceiling": "at most 15 min",  # F2.6
    "leg-ceiling": "at most 20 min",  # F2.6
    "open-between-exercises": "at least 3 min",  # F2.6
    "sessions-per-week": "2–3 sessions a week",  # F1.2, F6.5
    "session-gap": "36–48 h",  # F6.10
    "short-block-weeks": "1–3 weeks",  # F1.2
    "short-block-sessions": "1–2 sessions a day",  # F1.2
    "formula-repetitions": "1–10 repetitions",  # F5.9
    "cuff-pressure": "40–80 % AOP",  # F1.6
    "aerobic-intensity": "at most 50 %",  # F1.11
    "walking-speed": "4–6 km/h",  # F1.13
    "light-effort": "9–11 RPE (6–20)",  # F7.7
    "light-reserve": "30–39 %",  # F7.7
}
RECORDS = {
    record["id"]: record
    for record in json.loads(files("bfr_rules").joinpath("references.json").read_text("utf-8"))
}

MODULES = [
    import_module(each.name)
    for each in walk_packages(bfr_rules.__path__, "bfr_rules.")
    if not each.name.endswith("__main__")
]


def all_citations():
    found = [cite for each in (*CALCULATORS, *ADVISED) for cite in each.cites]
    for module in MODULES:
        found += [
            cite
            for value in vars(module).values()
            if isinstance(value, Coefficient)
            for cite in value.cites
        ]
    return found


def test_advised_ranges_are_those_that_were_published():
    assert {each.name: str(each) for each in ADVISED} == PUBLISHED


def test_every_advised_range_is_in_the_catalogue():
    made = [value for value in vars(references).values() if isinstance(value, AdvisedRange)]
    assert sorted(each.name for each in made) == sorted(PUBLISHED)


def test_ten_rm_share_is_that_of_the_chart():
    """reps → %1RM: 10 → 75 (nsca_chart)."""
    assert float(references.TEN_RM_SHARE.value) == 0.75


@pytest.mark.parametrize("key", sorted({cite.key for cite in all_citations()}))
def test_cited_work_is_in_the_list_of_works(key):
    assert work(key).key == key
    assert RECORDS[key]["title"] == work(key).title


def test_nothing_is_called_read_that_nobody_read():
    """A citation may be weaker than its record, never stronger."""
    too_strong = [
        cite
        for cite in all_citations()
        if cite.state is State.READ and RECORDS[cite.key]["custom"]["state"] != "V"
    ]
    assert not too_strong


def test_every_citation_names_a_place():
    assert all(len(cite.place) > 3 for cite in all_citations())


def test_our_own_choices_say_so_at_their_place():
    ours = [cite for cite in all_citations() if cite.state is State.OURS]
    assert all("our rule" in cite.place for cite in ours)


def test_the_ceilings_are_cited_from_the_page_that_prints_them():
    """The AIS gives no dose: cite VALD for the ceilings, never the AIS."""
    for each in (references.ARM_CEILING, references.LEG_CEILING, references.OPEN_BETWEEN_EXERCISES):
        keys = {cite.key for cite in each.cites}
        assert "vald_bfr" in keys
        assert "ais_bfr" not in keys


def test_the_unread_tables_of_the_guidelines_are_secondary():
    states = {cite.state for cite in all_citations() if cite.key == "patterson2019"}
    assert states == {State.SECONDARY}


def test_formulas_whose_papers_nobody_could_read_are_secondary():
    states = {cite.state for formula in formulas.FORMULAS for cite in formula.cites}
    assert states == {State.SECONDARY}


def test_a_work_that_no_rule_cites_is_not_known():
    with pytest.raises(UnknownWorkError):
        work("nobody1900")
    assert cite("exknee2020", "Table 3").state is State.READ


SHOWN = {
    "percent_1rm": references.BFR_INTENSITY,
    "rest_s": references.REST_BETWEEN_SETS,
    "percent_aop": references.CUFF_PRESSURE,
}
"""What a table or a variation goes through from end to end of an advised range, by the name of its question."""


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda each: each.slug)
def test_tables_and_variations_go_from_end_to_end_of_the_advised_range(calculator):
    gone_through = [(each.name, each.to) for each in calculator.varies]
    if table := calculator.lookup:
        gone_through += [(table.down, table.down_values), (table.across, table.across_values)]
    for name, values in gone_through:
        if name in SHOWN:
            assert Fraction(values[0]) == SHOWN[name].low
            assert Fraction(values[-1]) == SHOWN[name].high
