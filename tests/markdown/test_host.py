"""A page finds the others of its site, whichever generator reads it."""

from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from calculators.markdown import host


@pytest.fixture
def page(tmp_path):
    """A page of Zensical, which tells extensions of it by a preprocessor of its own."""
    docs = tmp_path / "docs"
    for name in ("do/player.md", "evidence/sources.md"):
        (docs / name).parent.mkdir(parents=True)
        (docs / name).write_text(f"---\ntitle: {name}\n---\n\nText\n", "utf-8")
    told = Preprocessor()
    told.page = SimpleNamespace(path="do/player.md", url="do/player/")
    told.config = {"root_dir": str(tmp_path), "docs_dir": "docs"}
    md = Markdown()
    md.preprocessors.register(told, host.ZENSICAL, 0)
    return host.page_of(md)


def test_zensical_gets_links_to_files_which_it_rewrites(page):
    assert page.link("evidence/sources.md#a") == "../evidence/sources.md#a"
    assert page.beside("evidence/sources.md") == "../evidence/sources.md"
    with pytest.raises(LookupError, match="gone"):
        page.link("gone.md")


def test_zensical_pages_know_the_others_so_that_works_are_cited_on_them(page):
    assert [path for path, _ in page.others()] == ["evidence/sources.md"]


def test_zensical_pages_name_file_and_line(page):
    assert page.at(1, 1) == "do/player.md, line 5"


def test_zensical_pages_reach_the_runtime_from_where_they_stand(page, tmp_path):
    (tmp_path / "docs" / "manifest.json").write_text(
        '{"base": "assets/runtime/a/", "bytes": 2, "gzip": 1, "files": {}, "full": {"bytes": 1, "sha256": ""}}',
        "utf-8",
    )
    assert page.runtime("docs/manifest.json").base == "../../assets/runtime/a/"
