"""The Markdown extension in a small site that MkDocs builds strictly."""

import copy
import json
import re
from html import unescape
from pathlib import Path

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from bfr_rules import catalog
from bfr_rules.gate import NO_SETTINGS
from calculators.evidence import findings, glossary
from calculators.figures import FIGURES
from calculators.markdown.host import PageError

PAGES = {
    "index.md": "# Home\n",
    "reference/sources.md": "# Sources\n\n```bibliography\n```\n",
    "reference/advised-ranges.md": "# Ranges\n\n```advised-ranges\n```\n\n[One](#bfr-intensity)\n",
    **{f"calculate/{each.slug}.md": f"# {each.title}\n" for each in catalog.CALCULATORS},
}
GLOSSARY = {
    "glossary.md": "# Glossary\n\n```glossary\n```\n",
    **{
        term.link.partition("#")[0]: "# A page\n\n"
        + "".join(
            f"## {link} {{ #{link.partition('#')[2]} }}\n\n"
            for link in sorted({each.link for each in glossary.load().terms if "#" in each.link})
            if link.startswith(term.link.partition("#")[0])
        )
        for term in glossary.load().terms
    },
}
"""A page of the glossary, and the pages to which its terms lead."""
WITH_GLOSSARY = [
    "attr_list",
    "tables",
    "toc",
    {"calculators.markdown.extension": {"glossary": "glossary.md"}},
]
MANIFEST = {
    "base": "assets/runtime/0123456789abcdef/",
    "bytes": 14_000_000,
    "gzip": 5_300_000,
    "files": {"pyodide.js": {"bytes": 17_000, "sha256": "0" * 64}},
    "full": {"bytes": 900, "sha256": "0" * 64},
}


@pytest.fixture
def site(tmp_path):
    """Build a site from pages; give the folder of its HTML."""

    def make(pages, **config):
        docs = tmp_path / "docs"
        for name, text in {**PAGES, **pages}.items():
            page = docs / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        (tmp_path / "theme").mkdir()
        (tmp_path / "theme" / "main.html").write_text("{{ page.content }}")
        (tmp_path / "mkdocs.yml").write_text("site_name: Test\n")
        settings = {
            "config_file": str(tmp_path / "mkdocs.yml"),
            "site_url": "https://example.org/guide/",
            "docs_dir": str(docs),
            "site_dir": str(tmp_path / "site"),
            "theme": {"name": None, "custom_dir": str(tmp_path / "theme")},
            "plugins": [],
            "strict": True,
            "markdown_extensions": [
                "attr_list",
                "admonition",
                "tables",
                "toc",
                "pymdownx.superfences",
                "calculators.markdown.extension",
            ],
            "validation": {"anchors": "warn", "unrecognized_links": "warn"},
        }
        build(load_config(**{**settings, **config}))
        return tmp_path / "site"

    return make


@pytest.fixture
def with_glossary(site):
    """Build a site whose pages link to the glossary; give the HTML of the page that is written."""

    def make(text, page="index.md", more=()):
        pages = {**GLOSSARY, **dict(more), page: text}
        made = site(pages, markdown_extensions=copy.deepcopy(WITH_GLOSSARY))
        return (
            made / page.replace("index.md", "index.html").replace(".md", "/index.html")
        ).read_text()

    return make


def terms(html):
    return re.findall(r'<a [^>]*class="bfr-term" href="([^"]*)">([^<]*)</a>', html)


def hrefs(html, kind):
    return re.findall(rf'<a class="bfr-{kind}" href="([^"]*)"', html)


def test_a_calculator_stands_on_the_page_unmangled(site):
    page = site({"index.md": "Before.\n\n```calculator\none-rm\n```\n\nAfter.\n"}) / "index.html"
    html = page.read_text()
    assert html.count("<bfr-calculator ") == 1
    assert "<p><bfr-calculator" not in html
    assert "</template>\n<p>After.</p>" in html


def test_every_calculator_finds_a_place(site):
    text = "\n".join(f"```calculator\n{each.slug}\n```\n" for each in catalog.CALCULATORS)
    html = (site({"index.md": text}) / "index.html").read_text()
    assert re.findall(r'<bfr-calculator slug="([^"]*)"', html) == [
        each.slug for each in catalog.CALCULATORS
    ]


def test_a_calculator_placed_twice_has_its_ids_once_each(site):
    text = "```calculator\nrest\n```\n\n```calculator\nrest\n```\n"
    ids = re.findall(r'\sid="([^"]*)"', (site({"index.md": text}) / "index.html").read_text())
    assert len(ids) == len(set(ids))


def test_a_fence_in_an_admonition_or_a_list_stays_in_it(site):
    text = '!!! note "N"\n\n    ```limits\n    rest\n    ```\n\n- item\n\n    ```limits\n    rest\n    ```\n'
    html = (site({"index.md": text}) / "index.html").read_text()
    assert re.search(r'<div class="admonition note">.*bfr-sentences.*</div>', html, re.DOTALL)
    assert re.search(r"<li>\s*<p>item</p>\s*<ul class=\"bfr-sentences\">", html)


def test_every_calculator_leads_to_the_screening(site):
    made = site({"learn/history.md": "```calculator\nrest\n```\n"})
    html = (made / "learn/history/index.html").read_text()
    links = re.findall(r'<a [^>]*href="([^"]*)" data-gate-do="screen"', html)
    assert links
    assert set(links) == {"../../calculate/screening/"}


def test_beside_the_screening_the_way_to_it_is_short(site):
    text = "```calculator\nscreening\n```\n\n```calculator\nrest\n```\n"
    html = (site({"index.md": text}) / "index.html").read_text()
    links = re.findall(r'<a [^>]*href="([^"]*)" data-gate-do="screen"', html)
    assert set(links) == {"#bfr-screening-form"}
    assert 'id="bfr-screening-form"' in html


def test_the_works_of_the_gate_are_among_the_sources(site):
    html = (site({"index.md": "```calculator\nrest\n```\n"}) / "index.html").read_text()
    for stopped in NO_SETTINGS.values():
        for cite in stopped.stop.cites:
            assert f'id="source-{cite.key}"' in html


def test_lists_come_from_the_declaration(site):
    text = "```when\nrest\n```\n\n```limits\nrest\n```\n"
    html = (site({"index.md": text}) / "index.html").read_text()
    rest = catalog.calculator("rest")
    for sentence in (*rest.use_when, *rest.not_when, *rest.limits):
        assert str(sentence) in html


def test_when_to_use_a_calculator_folds_with_headings_that_the_page_lists(site):
    parts = ["md_in_html", "toc", "calculators.markdown.extension"]
    built = site({"index.md": "[TOC]\n\n```when\nrest\n```\n"}, markdown_extensions=parts)
    html = (built / "index.html").read_text()
    fold = html[html.index('<details class="bfr-when">') : html.index("</details>")]
    assert "<summary>When to use it, and when not</summary>" in fold
    places = [fold.index(part) for part in ("</summary>", 'id="use-it-when"', "<li>")]
    assert places == sorted(places)
    assert fold.count("<li>") == len(
        (*catalog.calculator("rest").use_when, *catalog.calculator("rest").not_when)
    )
    assert 'href="#do-not-use-it-when"' in html


def test_the_list_of_calculators_links_to_each(site):
    html = (site({"index.md": "```calculators\n```\n"}) / "index.html").read_text()
    for each in catalog.CALCULATORS:
        assert f'<a href="calculate/{each.slug}/">{each.question}</a>' in html


def test_named_calculators_are_listed_with_the_descriptions_of_their_pages(site):
    text = "```calculators\nrest\n```\n\n```calculators\nplan\n```\n"
    html = (site({"index.md": text}) / "index.html").read_text()
    first, second = re.findall(r'<ol class="(bfr-questions[^"]*)">', html)
    assert (first, second) == ("bfr-questions", "bfr-questions bfr-questions--on")
    assert "calculate/session/" not in html[html.index("<ol") : html.rindex("</ol>")]
    assert "<span>" not in html[html.index("<ol") : html.index("</ol>")]


def test_the_page_of_calculators_lists_each_once():
    page = Path("docs/calculate/index.md").read_text("utf-8")
    listed = re.findall(r"^```calculators\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    slugs = " ".join(listed).split()
    assert sorted(slugs) == sorted(each.slug for each in catalog.CALCULATORS)


def test_a_value_is_written_spoken_and_linked(site):
    html = (site({"index.md": "Use {=bfr-intensity}.\n"}) / "index.html").read_text()
    assert ">20–40 % 1RM</a>" in html
    assert 'title="20 to 40 per cent of 1RM: Load' in html
    assert hrefs(html, "value") == ["reference/advised-ranges/#bfr-intensity"]


@pytest.mark.parametrize(
    ("page", "start"),
    [
        ("index.md", ""),
        ("learn/index.md", "../"),
        ("learn/history.md", "../../"),
        ("learn/more/history.md", "../../../"),
        ("404.md", "/guide/"),
    ],
)
def test_links_are_right_at_any_depth(site, tmp_path, page, start):
    manifest = tmp_path / "docs/assets/runtime/manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(json.dumps(MANIFEST))
    made = site({page: "Use {=bfr-intensity}.\n\n```calculator\nrest\n```\n"})
    html = next(
        text
        for file in sorted(made.rglob("*.html"))
        if "bfr-calculator" in (text := file.read_text())
    )
    assert hrefs(html, "value") == [f"{start}reference/advised-ranges/#bfr-intensity"]
    assert f'"base": "{start}assets/runtime/0123456789abcdef/"' in unescape(html)
    checked = set(hrefs(html, "checked"))
    assert f"{start}reference/sources/#patterson2019" in checked
    if not start.startswith("/"):
        place = made / (
            "" if page == "index.md" else page.replace("index.md", "").removesuffix(".md")
        )
        assert (place / start / "reference/sources/index.html").is_file()


def test_without_directory_addresses_links_name_files(site):
    made = site({"learn/history.md": "Use {=bfr-intensity}.\n"}, use_directory_urls=False)
    html = (made / "learn/history.html").read_text()
    assert hrefs(html, "value") == ["../reference/advised-ranges.html#bfr-intensity"]


def test_citations_lead_to_the_sources_of_the_page(site):
    text = "Said [@patterson2019, Table 2; @vald_bfr].\n\n## Sources\n\n```page-sources\n```\n"
    html = (site({"index.md": text}) / "index.html").read_text()
    assert ">Patterson et al. 2019, Table 2</a>" in html
    assert hrefs(html, "cite") == ["#source-patterson2019", "#source-vald_bfr"]
    for key in ("patterson2019", "vald_bfr"):
        assert html.count(f'id="source-{key}"') == 1


def test_a_page_that_cites_without_a_place_for_sources_gets_one_at_its_end(site):
    html = (site({"index.md": "Said [@vald_bfr].\n"}) / "index.html").read_text()
    assert html.index(">Sources</h2>") < html.index('id="source-vald_bfr"')


def test_a_page_that_cites_nothing_has_no_sources(site):
    assert "Sources" not in (site({}) / "index.html").read_text()


def test_every_work_of_a_calculator_is_among_the_sources(site):
    for each in catalog.CALCULATORS:
        text = f"```calculator\n{each.slug}\n```\n"
        html = markdown.markdown(text, extensions=["calculators.markdown.extension"])
        for target in re.findall(r'href="#(source-[^"{]*)"', html):
            assert f'id="{target}"' in html


def test_the_bibliography_has_every_work_and_its_anchor(site):
    html = (site({}) / "reference/sources/index.html").read_text()
    for key in catalog.cited_keys():
        assert f'<li id="{key}">' in html


def test_the_table_of_ranges_has_every_range_and_its_anchor(site):
    html = (site({}) / "reference/advised-ranges/index.html").read_text()
    for each in catalog.ADVISED:
        assert f'<tr id="{each.name}" role="row">' in html
        assert str(each) in html


def test_the_bibliography_leads_back_to_the_pages_that_cite_a_work(site):
    pages = {
        "learn/size.md": "---\ntitle: Muscle size\n---\n\nSaid [@patterson2019, Table 1].\n",
        "learn/code.md": "# Code\n\n`[@vald_bfr]`\n\n````markdown\n[@vald_bfr]\n````\n",
        "calculate/rest.md": "# How long to rest\n\n```calculator\nrest\n```\n",
        "learn/strength.md": "# Strength\n\n```findings\nstrength\n```\n",
        "learn/forest.md": "# *All* reviews\n\n```figure\nforest\n```\n",
    }
    html = (site(pages) / "reference/sources/index.html").read_text()
    cited_on = {
        key: re.findall(r'<a href="(\.\./[^"]*)">([^<]*)</a>', entry)
        for key, entry in re.findall(r'<li id="([^"]*)">(.*?)</li>', html, re.DOTALL)
    }
    assert ("../../learn/size/", "Muscle size") in cited_on["patterson2019"]
    assert ("../../calculate/rest/", "How long to rest") in cited_on["patterson2019"]
    assert ("../../learn/strength/", "Strength") in cited_on["gronfeldt2020"]
    assert ("../../learn/forest/", "All reviews") in cited_on["gronfeldt2020"]
    assert ("../../learn/code/", "Code") not in cited_on["vald_bfr"]
    assert not any(
        href.startswith("../sources") for pages in cited_on.values() for href, _ in pages
    )
    assert "Not cited on any page." in html


def test_where_pages_are_not_known_no_work_is_called_uncited():
    html = markdown.markdown(
        "```bibliography\n```\n", extensions=["calculators.markdown.extension"]
    )
    assert "Cited on" not in html
    assert "Not cited" not in html


def test_a_figure_stands_on_the_page_with_its_sources(site):
    html = (
        site({"index.md": "Before.\n\n```figure\nforest\n```\n\nAfter.\n"}) / "index.html"
    ).read_text()
    assert html.count('<figure class="bfr-fig bfr-fig-forest"') == 1
    assert "<p>After.</p>" in html
    assert hrefs(html, "cite")
    for target in hrefs(html, "cite"):
        assert f'id="{target[1:]}"' in html


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_finds_a_place_and_its_sources(name):
    html = markdown.markdown(
        f"```figure\n{name}\n```\n", extensions=["calculators.markdown.extension"]
    )
    assert "<svg" in html
    for target in hrefs(html, "cite"):
        assert f'id="{target[1:]}"' in html


@pytest.mark.parametrize("name", findings.tables())
def test_every_table_of_findings_finds_a_place_and_its_sources(name):
    html = markdown.markdown(
        f"```findings\n{name}\n```\n", extensions=["calculators.markdown.extension"]
    )
    assert html.count(f'id="findings-{name}"') == 1
    for target in hrefs(html, "cite"):
        assert f'id="{target[1:]}"' in html


def test_a_page_can_link_to_its_figure_and_its_findings(site):
    text = "```figure\nforest\n```\n\n```findings\nstrength\n```\n\n[a](#figure-forest) [b](#findings-strength)\n"
    site({"index.md": text})


def test_the_glossary_has_every_term_its_anchor_and_its_sources(with_glossary):
    html = with_glossary(GLOSSARY["glossary.md"], "glossary.md")
    for term in glossary.load().terms:
        assert f'id="{term.slug}"><dt>{term.term}</dt>' in re.sub(r">\s+<", "><", html)
        assert all(f'id="source-{key}"' in html for key in term.cite)
    assert "20–40 % 1RM</a>" in html
    assert terms(html) == []


@pytest.mark.parametrize(
    ("path", "href"),
    [
        ("index.md", "glossary/#cuff"),
        ("more/index.md", "../glossary/#cuff"),
        ("more/deep/page.md", "../../../glossary/#cuff"),
    ],
)
def test_the_first_use_of_a_term_leads_to_the_glossary_from_any_depth(with_glossary, path, href):
    html = with_glossary("Put the cuff on. The cuff and the **cuffs**.\n", path)
    assert terms(html) == [(href, "cuff")]
    assert 'aria-describedby="term-cuff"' in html
    assert html.count('id="term-cuff"') == 1
    assert re.search(r"<div hidden data-unsearched>\s*<div id=\"term-cuff\">", html)


def test_terms_are_linked_in_running_text_only(with_glossary):
    text = (
        "# The cuff\n\n[cuff](glossary.md) `cuff` handcuff cuff-like\n\n"
        "    cuff in code\n\n<div>cuff</div>\n\n"
        "| cuff |\n|---|\n| AOP |\n\n- limb *occlusion*\n\n> the tempo, the cuff, the tempo\n"
    )
    html = with_glossary(text)
    said = [word for _, word in terms(html)]
    assert said == ["AOP", "occlusion", "tempo", "cuff"]
    assert "the <a" in html
    assert "</a>, the tempo</p>" in html


def test_what_stands_between_and_after_terms_stays(with_glossary):
    html = with_glossary("One tempo, two AOP & three, *four cuff five* six 1RM seven.\n")
    (first,) = re.findall(r"<p>(One.*?)</p>", html)
    bare = re.sub(r"<[^>]+>", "", first)
    assert bare == "One tempo, two AOP &amp; three, four cuff five six 1RM seven."
    assert [word for _, word in terms(first)] == ["tempo", "AOP", "cuff", "1RM"]


def test_a_page_can_go_without_terms(with_glossary):
    html = with_glossary("<!-- no terms -->\n\nPut the cuff on.\n")
    assert terms(html) == []
    assert "no terms" not in html


def test_without_a_page_for_the_glossary_no_term_is_linked(site):
    html = (site({"index.md": "Put the cuff on.\n"}) / "index.html").read_text()
    assert terms(html) == []


def test_a_term_that_leads_nowhere_stops_the_build_with_both_places(
    with_glossary, monkeypatch, caplog
):
    aop = glossary.Term("AOP", "D.", "nowhere.md")
    monkeypatch.setattr(glossary, "load", lambda: glossary.Glossary((aop,)))
    said = r"index.md, line 3: calculators/evidence/glossary.yml, line \d+: the site has no page 'nowhere.md'"
    with pytest.raises(Abort):
        with_glossary("# Home\n\nMeasure your AOP.\n")
    assert re.search(said, caplog.text)


def test_a_term_that_leads_to_no_anchor_stops_the_build(with_glossary, monkeypatch, caplog):
    aop = glossary.Term("AOP", "D.", "learn/size.md#nowhere")
    monkeypatch.setattr(glossary, "load", lambda: glossary.Glossary((aop,)))
    with pytest.raises(Abort):
        with_glossary("Measure your AOP.\n", more={"learn/size.md": "# Size\n"})
    assert "learn/size.md#nowhere" in caplog.text


def test_code_stays_as_typed(site):
    text = (
        "`{=bfr-intensity}` and `[@nobody1900]`\n\n"
        "````markdown\n```calculator\nno-such\n```\n{=nothing}\n````\n\n"
        "~~~\n{=nothing} [@nobody1900]\n~~~\n"
    )
    html = (site({"index.md": text}) / "index.html").read_text()
    assert "<code>{=bfr-intensity}</code>" in html
    assert "<code>[@nobody1900]</code>" in html
    assert "no-such" in html
    assert "bfr-value" not in html


MISTAKES = {
    "slug": ("```calculator\none-rmm\n```", 1, "no calculator 'one-rmm'; did you mean 'one-rm'?"),
    "list": ("```limits\nnothing-like-it\n```", 1, "no calculator 'nothing-like-it'; there are"),
    "fence": ("```calculater\none-rm\n```", 0, "no fence 'calculater'; did you mean 'calculator'?"),
    "empty": ("```calculator\n```", 0, "no calculator ''"),
    "option": ("```bibliography\nstyle: long\n```", 1, "this fence holds nothing"),
    "figure": ("```figure\nforrest\n```", 1, "no figure 'forrest'; did you mean 'forest'?"),
    "two figures": ("```figure\nforest\nmore\n```", 1, "no figure 'forest more'"),
    "findings": (
        "```findings\nstrenght\n```",
        1,
        "no table of findings 'strenght'; did you mean 'strength'?",
    ),
    "glossary": ("```glossary\ncuff\n```", 1, "this fence holds nothing, not 'cuff'"),
    "value": (
        "Use {=bfr-intensit}.",
        0,
        "no published value 'bfr-intensit'; did you mean 'bfr-intensity'?",
    ),
    "key": ("Said [@patterson2018].", 0, "did you mean 'patterson2019'?"),
    "second key": ("Said [@patterson2019; @vald].", 0, "no work 'vald'"),
    "citation": ("Said [@patterson2019 Table 2].", 0, "a citation looks like [@key, Table 2]"),
}


@pytest.mark.parametrize("front_matter", ["", "---\ntitle: A\ndescription: B\n---\n\n"])
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_stops_the_build_with_file_and_line(site, caplog, mistake, front_matter):
    typed, below, said = MISTAKES[mistake]
    text = f"{front_matter}# Title\n\nWords.\n\n{typed}\n\nMore.\n"
    line = text[: text.index(typed)].count("\n") + 1 + below
    with pytest.raises(Abort):
        site({"learn/history.md": text})
    (problem,) = (each.getMessage() for each in caplog.records if each.levelname == "WARNING")
    assert problem.startswith(f"learn/history.md, line {line}: ")
    assert said in problem


def test_every_mistake_is_told_at_once(site, caplog):
    typed = "\n\n".join(typed for typed, *_ in MISTAKES.values())
    with pytest.raises(Abort, match=str(len(MISTAKES) + 1)):
        site({"learn/a.md": f"# A\n\n{typed}\n", "learn/b.md": "# B\n\n{=nothing}\n"})
    said = [each.getMessage() for each in caplog.records if each.levelname == "WARNING"]
    assert len(said) == len(set(said)) == len(MISTAKES) + 1


def test_where_nobody_counts_them_the_first_mistake_stops_the_build():
    with pytest.raises(PageError, match="line 1: no published value 'nothing'"):
        markdown.markdown("{=nothing}", extensions=["calculators.markdown.extension"])


def test_a_page_that_the_configuration_names_wrongly_stops_the_build(site, caplog):
    extensions = [{"calculators.markdown.extension": {"ranges": "nowhere.md"}}]
    with pytest.raises(Abort):
        site({"index.md": "Use {=bfr-intensity}.\n"}, markdown_extensions=extensions)
    assert "index.md, line 1: the site has no page 'nowhere.md'" in caplog.text


def test_pages_are_independent_of_each_other():
    md = markdown.Markdown(extensions=["calculators.markdown.extension"])
    assert "source-vald_bfr" in md.convert("[@vald_bfr]")
    assert "source-vald_bfr" not in md.reset().convert("[@patterson2019]")
