"""The Markdown extension in a small site that MkDocs builds strictly."""

import json
import re

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from bfr_rules import catalog
from calculators.extension import PageError

PAGES = {
    "index.md": "# Home\n",
    "reference/sources.md": "# Sources\n\n```bibliography\n```\n",
    "reference/advised-ranges.md": "# Ranges\n\n```advised-ranges\n```\n\n[One](#bfr-intensity)\n",
    **{f"calculate/{each.slug}.md": f"# {each.title}\n" for each in catalog.CALCULATORS},
}
MANIFEST = {"base": "assets/runtime/0123456789abcdef/", "bytes": 14_000_000, "gzip": 5_300_000}


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
                "calculators.extension",
            ],
            "validation": {"anchors": "warn", "unrecognized_links": "warn"},
        }
        build(load_config(**{**settings, **config}))
        return tmp_path / "site"

    return make


def hrefs(html, kind):
    return re.findall(rf'<a class="bfr-{kind}" href="([^"]*)"', html)


def test_a_calculator_stands_on_the_page_unmangled(site):
    page = site({"index.md": "Before.\n\n```calculator\none-rm\n```\n\nAfter.\n"}) / "index.html"
    html = page.read_text()
    assert html.count("<bfr-calculator ") == 1
    assert "<p><bfr-calculator" not in html
    assert "bfr-calculator>\n<p>After.</p>" in html


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
    text = '!!! note "N"\n\n    ```limits\n    rest\n    ```\n\n- item\n\n    ```use-when\n    rest\n    ```\n'
    html = (site({"index.md": text}) / "index.html").read_text()
    assert re.search(r'<div class="admonition note">.*bfr-sentences.*</div>', html, re.DOTALL)
    assert re.search(r"<li>\s*<p>item</p>\s*<ul class=\"bfr-sentences\">", html)


def test_lists_come_from_the_declaration(site):
    text = "```use-when\nrest\n```\n\n```not-when\nrest\n```\n\n```limits\nrest\n```\n"
    html = (site({"index.md": text}) / "index.html").read_text()
    rest = catalog.calculator("rest")
    for sentence in (*rest.use_when, *rest.not_when, *rest.limits):
        assert str(sentence) in html


def test_the_list_of_calculators_links_to_each(site):
    html = (site({"index.md": "```calculators\n```\n"}) / "index.html").read_text()
    for each in catalog.CALCULATORS:
        assert f'<a href="calculate/{each.slug}/">{each.title}</a>' in html


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
    assert f'data-runtime="{start}assets/runtime/0123456789abcdef/"' in html
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
        html = markdown.markdown(text, extensions=["calculators.extension"])
        for target in re.findall(r'href="#(source-[^"{]*)"', html):
            assert f'id="{target}"' in html


def test_the_bibliography_has_every_work_and_its_anchor(site):
    html = (site({}) / "reference/sources/index.html").read_text()
    for key in catalog.cited_keys():
        assert f'<li id="{key}">' in html


def test_the_table_of_ranges_has_every_range_and_its_anchor(site):
    html = (site({}) / "reference/advised-ranges/index.html").read_text()
    for each in catalog.ADVISED:
        assert f'<tr id="{each.name}">' in html
        assert str(each) in html


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
    with pytest.raises(PageError, match=re.escape(said)) as raised:
        site({"learn/history.md": text})
    assert str(raised.value).startswith(f"learn/history.md, line {line}: ")
    assert f"learn/history.md, line {line}: " in caplog.text


def test_a_page_that_the_configuration_names_wrongly_stops_the_build(site):
    extensions = [{"calculators.extension": {"ranges": "nowhere.md"}}]
    with pytest.raises(PageError, match=r"index.md, line 1: the site has no page 'nowhere.md'"):
        site({"index.md": "Use {=bfr-intensity}.\n"}, markdown_extensions=extensions)


def test_pages_are_independent_of_each_other():
    md = markdown.Markdown(extensions=["calculators.extension"])
    assert "source-vald_bfr" in md.convert("[@vald_bfr]")
    assert "source-vald_bfr" not in md.reset().convert("[@patterson2019]")
