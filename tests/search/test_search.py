"""Search leads to the right place, however it is typed: by finger, by ear, pasted or dictated."""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import yaml
from node import NODE

from calculators.paths import ROOT
from calculators.search import index
from calculators.search.index import Index

FIRST = 2
"""How far down the right place may stand."""

FIND = """
import { readFileSync } from "node:fs";
const [root, site, ...queries] = process.argv.slice(1);
const { SearchIndex } = await import(`${root}/calculators/browser/search/search-index.js`);
const { default: Library } = await import(`${root}/node_modules/minisearch/dist/es/index.js`);
const index = new SearchIndex(JSON.parse(readFileSync(`${site}/assets/search/index.json`)), Library);
const found = queries.map((query) => [query, index.find(query).map(({ at = "" }) => at)]);
console.log(JSON.stringify(Object.fromEntries(found)));
"""
"""Answers as the page does, with the index that the site serves."""


def searches():
    """What readers type, and the places that answer it."""
    lines = Path(__file__).with_name("searches.txt").read_text("utf-8").splitlines()
    split = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return {
        query: {"" if place == "/" else place for place in right.split()} for query, right in split
    }


def rank(found, right):
    """Where the first right place stands, from 1 on; none when it was not found.

    >>> rank(["about/", "do/player/#keys"], {"do/player/"})
    2
    """
    both = ({place, place.partition("#")[0]} for place in found)
    return next((at for at, places in enumerate(both, 1) if places & right), None)


@pytest.fixture(scope="module")
def find(site):
    """Look for each of several texts at once; give the places found, best first."""

    def found(*queries):
        command = [NODE, "--input-type=module", "--eval", FIND, str(ROOT), str(site), *queries]
        done = subprocess.run(command, text=True, capture_output=True, check=True)
        return json.loads(done.stdout)

    return found


# --- What is found ---


@pytest.mark.node
def test_what_readers_type_leads_to_the_right_place(find):
    wanted = searches()
    found = find(*wanted)
    ranks = {query: rank(found[query], right) for query, right in wanted.items()}
    for query, at in ranks.items():
        print(f"{at or '-':>3}  {query}")
    print(f"Of {len(ranks)} searches, by rank: {dict(Counter(ranks.values()))}")
    assert len(wanted) >= 100
    wrong = {query: found[query][:5] for query, at in ranks.items() if at is None or at > FIRST}
    assert not wrong


def test_a_wrong_rank_is_noticed():
    assert rank(["about/", "", "do/when-to-stop/#b01"], {"do/when-to-stop/#b01"}) == 3
    assert rank(["do/when-to-stop/#b02"], {"do/when-to-stop/#b01"}) is None
    assert rank(["about/", ""], {""}) == 2


@pytest.mark.node
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("HOW TIGHT", "how tight"),
        ("how\u00a0tight\u200b?", "how tight"),
        ("ｈｏｗ ｔｉｇｈｔ", "how tight"),
        ("  “How tight”…\n", "how tight"),
        ("how tight question mark", "how tight"),
        ("beta-blocker", "beta blocker"),
        ("varicoseveins", "varicose veins"),
        ("raynaud’s", "raynauds"),
        ("lymphoedéma", "lymphoedema"),
    ],
)
def test_ways_of_writing_the_same_find_the_same(find, said, meant):
    found = find(said, meant)
    assert found[said][:1] == found[meant][:1] != []


@pytest.mark.node
@pytest.mark.parametrize("nothing", ["xylophone", "qwrtzpl", "???", " ", "。。。"])
def test_what_the_guide_does_not_have_is_not_found(find, nothing):
    assert find(nothing)[nothing] == []


@pytest.mark.node
def test_a_pasted_page_of_text_is_searched_by_its_first_words(find):
    pasted = "My doctor says that I have varicose veins. " + "May I still train? " * 400
    assert (
        rank(find(pasted)[pasted], {"questions/safety/#q6", "risks/who-should-not/#a22"}) <= FIRST
    )


@pytest.mark.node
def test_sources_and_words_about_the_site_come_last(find):
    last = ("evidence/sources/", "evidence/article-checked/", "about/")
    for query, places in find(
        "clot", "how tight", "strength", "knee", "older adults", "safe"
    ).items():
        ranks = [place.startswith(last) for place in places[:5]]
        assert not any(ranks), (query, places[:5])
    found = find("patterson 2019", "privacy")
    assert found["patterson 2019"][0] == "evidence/sources/#patterson2019"
    assert found["privacy"][0] == "about/privacy/"


def test_every_question_reason_and_sign_can_be_found_by_itself(site):
    listed = json.loads((site / index.NAME).read_text("utf-8"))
    places = {entry.get("at", "") for entry in listed}
    assert len(places) == len(listed)
    questions = [place for place in places if place.startswith("questions/") and "/#q" in place]
    pages = (ROOT / "docs" / "questions").glob("*.md")
    text = "".join(page.read_text("utf-8") for page in pages)
    asked = set(re.findall(r"\{ #(q\d+) \.bfr-ref \}", text))
    assert {place.partition("#")[2] for place in questions} == asked
    assert {"risks/who-should-not/#a04", "do/when-to-stop/#b01", "learn/glossary/#1rm"} <= places


# --- The index ---


def entries(html, title="Page", at="page/", **front):
    """What is found on one page."""
    made = Index()
    made.add(at, title, front, html)
    return made.entries()


def test_each_heading_is_an_entry_and_the_page_has_what_comes_before():
    page, question = entries('<p>First.</p><h2 id="q">Is it?</h2><p>It <b>is</b>.</p><p>So.</p>')
    assert (page.at, page.title, page.page, page.text) == ("page/", "Page", "", "First.")
    assert (question.at, question.title, question.page) == ("page/#q", "Is it?", "Page")
    assert question.text == "It is. So."


def test_controls_sources_and_what_is_hidden_are_not_read():
    html = """<p>Read.</p><bfr-calculator><h2 id="a">No</h2></bfr-calculator>
        <ul data-unsearched><li id="b"><cite>No</cite></li></ul><div hidden>No</div>
        <p>Yes<span class="bfr-cites">[No]</span><a class="headerlink" href="#x">No</a></p>
        <dialog>No</dialog><svg><text>No</text></svg><script>No</script>"""
    (page,) = entries(html)
    assert page.text == "Read. Yes"


def test_a_heading_that_two_pages_have_names_no_subject():
    made = Index()
    for at in ("one/", "two/"):
        made.add(at, at, {}, f'<h2 id="short">In short</h2><p>Of {at}</p>')
    assert [(entry.at, entry.text) for entry in made.entries()] == [
        ("one/", "Of one/"),
        ("two/", "Of two/"),
    ]


def test_a_heading_above_nothing_but_headings_is_no_place_to_lead_to():
    found = entries('<h2 id="a">Group</h2><h3 id="b">Question</h3><p>Answer.</p>')
    assert [entry.at for entry in found] == ["page/", "page/#b"]
    assert found[0].text == "Group"


def test_terms_works_and_ranges_are_entries():
    html = """<dl><div class="bfr-glossary__entry" id="t"><dt>AOP</dt><dd>Said.</dd></div></dl>
        <ul><li id="w">Doe J (2020). <cite>On clots</cite>. Journal.</li></ul>
        <table><tr id="r"><th>Rest<span class="bfr-note">Between sets.</span></th><td>30 s</td></tr></table>"""
    _, term, work, row = entries(html)
    assert (term.title, term.text) == ("AOP", "Said.")
    assert (work.title, work.text) == ("Doe J (2020). On clots", ". Journal.")
    assert (row.title, row.text) == ("Rest", "Between sets. 30 s")
    assert work.also == "", "what people type leads to answers, not to works"


def test_a_page_says_how_much_it_counts_and_by_what_words_it_is_found():
    page, place = entries(
        '<h2 id="a">Clots</h2><p>Text.</p>', search={"boost": 0.2, "also": "snug"}
    )
    assert page.boost == place.boost == 0.2
    assert page.also == "snug"
    assert "thrombosis" in place.also


def test_a_page_that_says_something_else_of_search_is_refused():
    with pytest.raises(index.WordsError, match=r"page/: .*not \['bost'\]"):
        entries("", search={"bost": 2})


def test_a_group_of_words_has_both_of_its_lists(tmp_path, monkeypatch):
    path = tmp_path / "words.yml"
    path.write_text("- guide: [clot]\n- guide: [a]\n  also: [b]\n", "utf-8")
    monkeypatch.setattr(index, "WORDS", path)
    index.words.cache_clear()
    with pytest.raises(index.WordsError, match="group 1"):
        index.words()
    index.words.cache_clear()


def test_every_word_of_the_guide_that_people_have_other_words_for_is_in_a_heading(site):
    """A group whose words stand in no heading or title leads nowhere."""
    listed = json.loads((site / index.NAME).read_text("utf-8"))
    titles = [entry["title"] for entry in listed]
    groups = yaml.safe_load(index.WORDS.read_text("utf-8"))
    lost = [
        group["guide"]
        for group, words in zip(groups, index.words(), strict=True)
        if not any(words.guide.search(title) for title in titles)
    ]
    assert not lost
