"""The list of works is sound CSL-JSON, and each record says how it was checked."""

from __future__ import annotations

import json
import re

import pytest

from calculators.evidence.bibliography import REFERENCES, STATE_WORDS

TEXT = REFERENCES.read_text(encoding="utf-8")
ITEMS = json.loads(TEXT)

CSL_TYPES = set(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
    """.split()
)
"""The types of CSL 1.0.2."""

TEXT_FIELDS = set(
    "id type title title-short container-title publisher edition genre volume issue page language"
    " DOI PMID PMCID URL".split()
)
OTHER_FIELDS = {"author", "editor", "issued", "custom"}
"""With `TEXT_FIELDS`, the CSL 1.0.2 variables that the list uses."""


def faulty(holds):
    """Name the records for which something does not hold."""
    return [item["id"] for item in ITEMS if not holds(item)]


def names(item):
    return [*item.get("author", ()), *item.get("editor", ())]


def test_keys_are_plain_words_unique_and_in_order():
    keys = [item["id"] for item in ITEMS]
    assert keys == sorted(set(keys))
    assert not faulty(lambda item: re.fullmatch(r"[a-z][a-z0-9_]*", item["id"]))


def test_all_works_of_the_evidence_base_are_here():
    """164 works were collected before the rules were written; none may be lost."""
    assert len(ITEMS) >= 164


def test_accents_are_letters_that_a_person_can_read_and_search():
    assert "\\u" not in TEXT
    assert "Grønfeldt" in TEXT


def test_types_and_fields_are_those_of_csl():
    assert not faulty(lambda item: item["type"] in CSL_TYPES)
    assert not faulty(lambda item: set(item) <= TEXT_FIELDS | OTHER_FIELDS)
    assert not faulty(lambda item: all(item[name].strip() for name in TEXT_FIELDS & set(item)))


def test_names_are_whole():
    shapes = ({"literal"}, {"family", "given"})
    assert not faulty(lambda item: all(set(name) in shapes for name in names(item)))
    assert not faulty(
        lambda item: all(part.strip() for name in names(item) for part in name.values())
    )
    assert not faulty(lambda item: all(name.get("family") != "others" for name in names(item)))


def test_a_work_without_names_has_a_short_title():
    assert not faulty(lambda item: names(item) or "title-short" in item)


def test_nothing_of_latex_is_left():
    latex = re.compile(r"\{\\|\\[a-zA-Z&%]|[{}]|``|''|--")
    prose = ("title", "container-title", "publisher", "page")
    assert not faulty(lambda item: not any(latex.search(item.get(name, "")) for name in prose))
    assert not faulty(
        lambda item: not any(latex.search(part) for name in names(item) for part in name.values())
    )


def test_identifiers_are_bare_and_addresses_whole():
    shapes = {
        "DOI": r"10\.\d{4,9}/[^\s{}]+",
        "PMCID": r"PMC\d+",
        "PMID": r"\d+",
        "URL": r"https?://[\w.-]+/\S*",
    }
    for name, shape in shapes.items():
        assert not faulty(
            lambda item, name=name, shape=shape: (
                re.fullmatch(shape, item[name]) if name in item else True
            )
        )


def test_years_are_sane():
    def sane(item):
        if "issued" not in item:
            return True
        ((year,),) = item["issued"]["date-parts"]
        return 1950 <= year <= 2030

    assert not faulty(sane)


def test_every_record_says_how_it_was_checked():
    assert not faulty(lambda item: set(item["custom"]) <= {"state", "checked", "more_authors"})
    assert not faulty(lambda item: item["custom"]["state"] in STATE_WORDS)
    assert not faulty(lambda item: item["custom"]["checked"].strip())


def test_a_work_from_memory_never_calls_itself_read():
    from_memory = [item for item in ITEMS if item["custom"]["state"] == "R"]
    assert {item["custom"]["checked"] for item in from_memory} == {"record from memory"}


def test_no_two_records_are_the_same_work():
    dois = [item["DOI"].casefold() for item in ITEMS if "DOI" in item]
    titles = [item["title"].casefold() for item in ITEMS]
    assert len(dois) == len(set(dois))
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("key", "field", "expected"),
    [  # as the publishers' pages print them
        ("patterson2019", "DOI", "10.3389/fphys.2019.00533"),
        ("patterson2019", "page", "533"),
        ("exknee2020", "container-title", "BMJ Open"),
        ("exknee2020", "page", "e034376"),
        ("hackett2017", "page", "2162-2168"),
        ("reynolds2006", "volume", "20"),
        ("aclaop2023", "DOI", "10.1186/s12891-023-06483-x"),
    ],
)
def test_records_say_what_the_title_pages_say(key, field, expected):
    assert next(item for item in ITEMS if item["id"] == key)[field] == expected
