"""The glossary: every term has its anchor, its sources and its words; uses are found as a reader would."""

import re

import pytest

from calculators.evidence import bibliography, glossary
from calculators.evidence.glossary import Glossary, Term

TERMS = glossary.load().terms
AOP = Term("AOP", "…", "a.md", aliases=("limb occlusion pressure", "LOP"))
CUFF = Term("cuff", "…", "a.md", aliases=("band",), unlinked=("band",))
WIDTH = Term("cuff width", "…", "a.md")
LITTLE = Glossary((AOP, CUFF, WIDTH))


def found(text, terms=LITTLE):
    return [(text[start:end], term.term) for start, end, term in terms.uses(text)]


def test_terms_are_in_order_and_each_says_something():
    assert [each.slug for each in TERMS] == sorted(each.slug for each in TERMS)
    for term in TERMS:
        assert term.definition.endswith(".")
        assert set(term.unlinked) <= {term.term, *term.aliases}
        assert re.fullmatch(r"[a-z0-9-]+", term.slug)


@pytest.mark.parametrize("term", TERMS, ids=lambda each: each.slug)
def test_every_work_of_a_term_is_listed(term):
    for key in term.cite:
        assert bibliography.short(key)


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("The cuff.", [("cuff", "cuff")]),
        ("Cuffs, cuffs", [("Cuffs", "cuff"), ("cuffs", "cuff")]),
        ("A cuff width of 13 cm", [("cuff width", "cuff width")]),
        ("AOP and aop", [("AOP", "AOP")]),
        ("limb\nocclusion pressure", [("limb\nocclusion pressure", "AOP")]),
        ("the cuff’s gauge", [("cuff", "cuff")]),
    ],
)
def test_a_use_is_found_as_a_reader_would(text, uses):
    assert found(text) == uses


@pytest.mark.parametrize(
    "text", ["handcuff", "cuffed", "cuff-placement", "pre-AOP", "AOPs2", "band", "LOPE"]
)
def test_a_word_inside_another_or_with_another_meaning_is_not_a_use(text):
    assert found(text) == []


def test_a_definition_is_escaped_and_its_values_are_written():
    term = Term("x", "Less than <b>{=bfr-intensity}</b> & more.", "a.md")
    assert term.html("[{}]".format) == "Less than &lt;b&gt;[bfr-intensity]&lt;/b&gt; &amp; more."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "- term: a\n  definition: A.\n  link: a.md\n- term: b\n  aliases: [A]\n  definition: B.\n  link: a.md\n",
            "line 4: 'a' stands for 'a' already",
        ),
        (
            "- term: a b\n  definition: A.\n  link: a.md\n- term: a-b\n  definition: B.\n  link: a.md\n",
            "line 4: '#a-b' stands for 'a b' already",
        ),
    ],
)
def test_a_word_stands_for_one_term(tmp_path, monkeypatch, text, said):
    file = tmp_path / "glossary.yml"
    file.write_text(text)
    monkeypatch.setattr(glossary, "FILE", file)
    with pytest.raises(LookupError, match=re.escape(f"glossary.yml, {said}")):
        glossary.load.__wrapped__()


def test_a_field_that_no_term_has_is_a_mistake(tmp_path, monkeypatch):
    file = tmp_path / "glossary.yml"
    file.write_text("- term: a\n  meaning: A.\n  link: a.md\n")
    monkeypatch.setattr(glossary, "FILE", file)
    with pytest.raises(TypeError, match="meaning"):
        glossary.load.__wrapped__()
