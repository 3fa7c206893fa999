"""What a host should say with each file, and what each page says itself."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from calculators.build import headers
from calculators.build.headers import content_policy, headers_for, source_hash

INLINE = "document.title = 'Köln'"
RUNTIME = "assets/runtime/0123456789abcdef/pyodide.asm.wasm"
HEAD = '<head>\n<meta charset="utf-8">'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    pages = {
        "index.html": f"{HEAD}<title>Home</title><script>{INLINE}</script>",
        "one-rm/index.html": f"{HEAD}<style>p {{ color: red }}</style><script src='x.js'></script>",
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


class Head(HTMLParser):
    """Reads what a page says before it loads anything, and what it tells a browser to fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.first: list[tuple[str, dict[str, str | None]]] = []
        self.rels: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.first.append((tag, given))
        if tag == "link":
            self.rels |= set((given.get("rel") or "").split())


@pytest.mark.parametrize(
    ("path", "lasts"),
    [
        (f"/{RUNTIME}", True),
        ("/assets/javascripts/bundle.79ae519e.min.js", True),
        ("/assets/stylesheets/main.484c7ddc.min.css", True),
        ("/", False),
        ("/one-rm/", False),
        ("/worker.js", False),
        ("/assets/runtime/manifest.json", False),
    ],
)
def test_only_what_is_named_for_its_content_is_kept_for_ever(path: str, lasts: bool) -> None:
    assert ("immutable" in headers_for(path, "")["Cache-Control"]) is lasts


def test_inline_scripts_are_allowed_by_hash_and_by_nothing_else(small: Path) -> None:
    policy = dict(part.split(" ", 1) for part in content_policy(small).split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == f"'self' 'wasm-unsafe-eval' {source_hash(INLINE)}"
    assert policy["style-src"] == f"'self' {source_hash('p { color: red }')}"


def test_no_directive_names_another_host_or_allows_everything(small: Path) -> None:
    words = re.split(r"[ ;]+", content_policy(small))
    assert not {"*", "https:", "'unsafe-inline'", "'unsafe-eval'"} & set(words)
    assert not [word for word in words if "." in word]


def test_each_page_says_the_policy_that_a_header_would_but_for_who_may_frame_it(
    small: Path,
) -> None:
    policy = content_policy(small)
    headers.write(small)
    assert content_policy(small) == policy
    for name in ("index.html", "one-rm/index.html"):
        _, _, (_, said), (_, referrer) = Head((small / name).read_text("utf-8")).first[:4]
        assert said["http-equiv"] == "Content-Security-Policy"
        assert f"{said['content']}; frame-ancestors 'self'" == policy
        assert referrer == {"name": "referrer", "content": "no-referrer"}


def test_a_page_that_does_not_begin_as_ours_do_is_refused(small: Path) -> None:
    (small / "odd.html").write_text("<title>Odd</title>")
    with pytest.raises(ValueError, match=r"odd\.html"):
        headers.write(small)


def test_every_page_says_its_policy_before_it_loads_anything(site: Path) -> None:
    policy = content_policy(site)
    for path in site.rglob("*.html"):
        tags = Head(path.read_text("utf-8")).first
        at = next(i for i, (_, given) in enumerate(tags) if "http-equiv" in given)
        assert [tag for tag, _ in tags[:at]] == ["html", "head", "meta"], path
        assert f"{tags[at][1]['content']}; frame-ancestors 'self'" == policy, path


def test_no_page_has_another_one_fetched_unasked(site: Path) -> None:
    for path in site.rglob("*.html"):
        rels = Head(path.read_text("utf-8")).rels
        assert not rels & {"next", "prev", "prefetch", "prerender", "preconnect"}, path
