"""Whatever a reader would find different in another generator's site is said in a sentence."""

import pytest

from calculators.build.compare import between, differences, read

PAGE = """<!doctype html><html><head><title>A</title></head><body>
<a href="#top" class="md-skip">Skip</a>
<nav><a href="../">Home</a></nav>
<main><h2 id="top">Top</h2><p>Words <a href="../b/#x">here</a>. Cited on: <a href="../c/">Knees</a>.</p></main>
<script>var unseen</script></body></html>"""


def told(html=PAGE):
    return read(html, "/a/")


def test_a_page_is_read_as_a_reader_does():
    page = told()
    assert page.words == "Home Top Words here . Cited on: Knees .".split()
    assert page.navigation == [("/", "Home")]
    assert page.links[1:] == [("/b/#x", "here"), ("/c/", "Knees")]
    assert page.anchors == ["top"]
    assert page.cited_on == ["Cited on: Knees "]


def test_how_it_is_written_makes_no_difference():
    other = PAGE.replace('href="../"', 'href="/"').replace("<p>", '<p class="x">\n  ')
    assert list(between(told(), told(other), "Other")) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            ('<a href="../">Home</a>', '<a href=""></a>'),
            "ways around differ at 1 of 1: ('/', 'Home') here",
        ),
        ((' Cited on: <a href="../c/">Knees</a>.', ""), "lines “Cited on” differ"),
        (
            ("../b/#x", "../b/#y"),
            "links differ at 2 of 3: ('/b/#x', 'here') here, ('/b/#y', 'here') with Other.",
        ),
        (('id="top"', ""), "anchors differ at 1 of 1: 'top' here, 'nothing' with Other."),
        (("Words", "Word"), "words differ at 3 of 9: 'Words' here, 'Word' with Other."),
    ],
)
def test_what_differs_is_said(change, says):
    assert any(
        each.startswith(says) for each in between(told(), told(PAGE.replace(*change)), "Other")
    )


def test_a_page_that_is_missing_is_said(tmp_path):
    for site, name in (("ours", "a"), ("theirs", "b")):
        (tmp_path / site / name).mkdir(parents=True)
        (tmp_path / site / name / "index.html").write_text(PAGE, "utf-8")
    found = list(differences(tmp_path / "ours", tmp_path / "theirs", "Other"))
    assert found == [
        "a/index.html: Other has no such page.",
        "b/index.html: only Other has this page.",
    ]
