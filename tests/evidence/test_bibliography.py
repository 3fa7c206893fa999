"""Labels, full references, BibTeX and the generated module of works."""

from __future__ import annotations

import json
import re

import pytest
from pybtex.database import parse_string

from calculators.evidence import bibliography
from calculators.evidence.bibliography import REFERENCES, Bibliography, Html, UnknownWorkError


def works(*items):
    """Make a bibliography of partial records; what a test does not care about is filled in."""
    filled = {
        "type": "article-journal",
        "title": "A title",
        "custom": {"state": "V", "checked": "page"},
    }
    return Bibliography.from_csl([{**filled, **item} for item in items])


def authors(*families):
    return [{"family": family, "given": "A. B."} for family in families]


def in_year(year):
    return {"date-parts": [[year]]}


# labels -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("sato2005", "Sato 2005"),
        ("pattersonbrandner2018", "Patterson & Brandner 2018"),
        ("sorensen2023", "Sørensen et al. 2023"),
        ("patterson2019", "Patterson et al. 2019"),
        ("dequeiros2024", "de Queiros et al. 2024"),
        ("jessee2019", "Jessee et al. 2019"),  # one name in the record, and “others”
        ("smartcuffs_manual", "SmartTools 2024"),
        ("vald_bfr", "VALD"),  # undated
        ("haff2016", "Haff & Triplett 2016"),  # editors
        ("older2024", "Repetition equations for older adults 2024"),  # no authors
    ],
)
def test_label_names_the_work(key, label):
    assert bibliography.short(key) == label


def test_works_with_the_same_names_and_year_are_told_apart_in_order_of_title():
    book = works(
        {"id": "z", "author": authors("Abe", "Ito"), "issued": in_year(2010), "title": "Apples"},
        {"id": "a", "author": authors("Abe", "Ito"), "issued": in_year(2010), "title": "Pears"},
        {"id": "b", "author": authors("Abe", "Ito"), "issued": in_year(2011), "title": "Plums"},
    )
    assert book.short("z") == "Abe & Ito 2010a"
    assert book.short("a") == "Abe & Ito 2010b"
    assert book.short("b") == "Abe & Ito 2011"
    assert book.full("a").year == "2010b"


def test_labels_are_unique():
    labels = [bibliography.short(key) for key in bibliography.load().sources]
    assert len(labels) == len(set(labels))


def test_unknown_key_names_the_nearest():
    with pytest.raises(UnknownWorkError, match=r"no work 'paterson2019'.*mean 'patterson2019'"):
        bibliography.short("paterson2019")


# full references ----------------------------------------------------------------------------------


def test_full_reference_of_an_article():
    assert bibliography.full("pattersonbrandner2018").html == (
        "Patterson SD, Brandner CR (2018). <cite>The role of blood flow restriction training for"
        " applied practitioners: A questionnaire-based survey</cite>."
        " <i>Journal of Sports Sciences</i>"
        ' 36(2):123\N{EN DASH}130. <a href="https://doi.org/10.1080/02640414.2017.1284341">'
        "doi:10.1080/02640414.2017.1284341</a>."
    )


def test_full_reference_of_a_chapter():
    assert bibliography.full("wathan1994").html == (
        "Wathan D (1994). <cite>Load assignment</cite>. In: Baechle TR, editor."
        " <i>Essentials of Strength Training and Conditioning</i>. Human Kinetics."
    )


def test_full_reference_of_a_web_page_links_to_it():
    reference = bibliography.full("vald_bfr")
    assert reference.url == "https://support.valdperformance.com/article/665-general-bfr-protocol"
    assert reference.link_words == "support.valdperformance.com"


def test_a_work_without_authors_starts_with_its_title():
    assert bibliography.full("older2024").html.startswith("<cite>Developing Accurate Repetition")


def test_more_than_six_authors_are_cut():
    reference = bibliography.full("patterson2019")
    assert reference.authors == (
        "Patterson SD, Hughes L, Warmington S, Burr J, Scott BR, Owens J, et al."
    )
    assert "et al. (2019)." in reference.html


def test_a_question_is_not_ended_twice():
    book = works({"id": "a", "author": authors("Abe"), "title": "Does it work?"})
    assert book.full("a").html == "Abe AB. <cite>Does it work?</cite>"


def test_every_piece_is_escaped():
    book = works(
        {
            "id": "a",
            "author": [{"literal": "A <b> & C"}],
            "title": "<script>alert('x')</script>",
            "container-title": 'The "Journal" & more',
            "URL": 'https://example.org/?a="b"&c',
        }
    )
    html = book.full("a").html
    assert "<script" not in html
    assert "A &lt;b&gt; &amp; C." in html
    assert "<i>The &quot;Journal&quot; &amp; more</i>" in html
    assert 'href="https://example.org/?a=&quot;b&quot;&amp;c"' in html


def test_html_is_not_escaped_again_by_a_template():
    markupsafe = pytest.importorskip("markupsafe")
    html = bibliography.full("pattersonbrandner2018").html
    assert isinstance(html, Html)
    assert markupsafe.escape(html) == html


def test_every_work_has_a_reference_and_says_how_it_was_checked():
    for key in bibliography.load().sources:
        reference = bibliography.full(key)
        assert reference.html.endswith((".", "</cite>", "</a>."))
        assert ".." not in re.sub(r'href="[^"]*"', "", reference.html)
        assert reference.state_words in bibliography.STATE_WORDS.values()
        assert reference.checked


# order --------------------------------------------------------------------------------------------


def test_bibliography_is_sorted_by_name_then_year_without_minding_accents_or_case():
    book = works(
        {"id": "1", "author": authors("Østen"), "issued": in_year(2001)},
        {"id": "2", "author": authors("Ott"), "issued": in_year(1999)},
        {"id": "3", "author": authors("de Boer"), "issued": in_year(2000)},
        {"id": "4", "author": authors("Östen"), "issued": in_year(1990)},
        {"id": "5", "title": "Effects", "title-short": "Effects"},
    )
    assert book.in_order() == ("3", "5", "4", "1", "2")
    assert book.in_order({"2", "1"}) == ("1", "2")


# BibTeX -------------------------------------------------------------------------------------------


def read(text):
    """The entries of a file as pybtex reads them, by their key: what is not BibTeX it refuses."""
    return parse_string(text, "bibtex").entries


def authors_of(key):
    return [str(person) for person in read(bibliography.bibtex([key]))[key].persons["author"]]


def test_bibtex_of_an_article_reads_back():
    [(key, entry)] = read(bibliography.bibtex(["bond2019"])).items()
    assert (entry.type, key) == ("article", "bond2019")
    assert authors_of("bond2019")[0] == "Bond, Colin W."
    fields = entry.fields
    assert fields["journal"] == r"Journal of Orthopaedic \& Sports Physical Therapy"
    assert fields["year"] == "2019"
    assert fields["pages"] == "17--27"
    assert fields["doi"] == "10.2519/jospt.2019.8375"
    assert fields["title"].startswith("{Blood Flow Restriction Resistance Exercise")


def test_bibtex_of_organisations_and_unnamed_others():
    assert authors_of("vald_bfr") == ["{VALD}"]
    assert authors_of("jessee2019") == ["Jessee, M. B.", "others"]


def test_bibtex_escapes_what_latex_reads_as_a_command():
    book = works({"id": "a", "author": authors("Abe"), "title": r"50 % {of} a_b $x$ \y ~ #1"})
    assert read(book.bibtex())["a"].fields["title"] == (
        r"{50 \% \{of\} a\_b \$x\$ \textbackslash{}y \textasciitilde{} \#1}"
    )


def test_bibtex_holds_every_work_and_balances_its_braces():
    text = bibliography.bibtex()
    assert sorted(read(text)) == [
        item["id"] for item in json.loads(REFERENCES.read_text(encoding="utf-8"))
    ]
    unescaped = re.sub(r"\\[{}]", "", text)
    assert unescaped.count("{") == unescaped.count("}")


def test_the_list_is_downloadable_in_both_forms(tmp_path):
    bibliography.write_downloads(tmp_path / "sources")
    assert json.loads((tmp_path / "sources" / "works.json").read_text("utf-8")) == json.loads(
        REFERENCES.read_text("utf-8")
    )
    assert (tmp_path / "sources" / "works.bib").read_text("utf-8") == bibliography.bibtex()
