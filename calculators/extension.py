"""The Markdown extension of the guide: calculators, published values and citations on a page.

A page places them by name; a wrong name stops the build with file and line.

    ```calculator
    training-load
    ```

    Use {=bfr-intensity} [@patterson2019, resistance exercise table; @vald_bfr].

The fences are `FENCES`. It needs Python-Markdown alone, so it works alike under MkDocs, ProperDocs and Zensical.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from bfr_rules import catalog
from bfr_rules.model import AdvisedRange, Calculator
from calculators import bibliography, render
from calculators.place import Page, page_of

FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,})\s*(?P<name>[\w-]*)(?P<rest>.*)$")
VALUE = r"\{=([^}\s]*)\}"
CITATIONS = r"\[(@[^\]]+)\]"
CITATION = re.compile(r"@([\w:.-]*\w)\s*(?:,\s*(.+))?")

AFTER_WHITESPACE = 28
"""Priority of the fences: after whitespace is made even (30), before other fences are read (25)."""
AFTER_CODE = 175
"""Priority of what stands in a line: after `code` and escapes (180), before links (160)."""
BEFORE_CONTENTS = 15
"""Priority of the list of sources: after all lines are read (20), before the table of contents (5)."""


Named = TypeVar("Named")


class PageError(ValueError):
    """A page names something that does not exist; the message gives file, line and what is near."""


class Calculators(Extension):
    """Adds calculators, published values and citations to Python-Markdown."""

    def __init__(self, **configs: object) -> None:
        """Take the pages that links lead to, and where the site keeps the browser's Python."""
        self.config = {
            "sources": ["reference/sources.md", "Page with the bibliography fence"],
            "ranges": ["reference/advised-ranges.md", "Page with the advised-ranges fence"],
            "calculators": ["calculate/{slug}.md", "Page of each calculator"],
            "runtime": ["docs/assets/runtime/manifest.json", "What the browser's Python weighs"],
        }
        super().__init__(**configs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Register what reads a page."""
        md.registerExtension(self)
        md.block_level_elements.append("bfr-calculator")
        self._writer = Writer(md, self.getConfigs())
        md.preprocessors.register(Fences(md, self._writer), "bfr_fences", AFTER_WHITESPACE)
        values = Inline(VALUE, md, self._writer, self._writer.value)
        md.inlinePatterns.register(values, "bfr_values", AFTER_CODE)
        citations = Inline(CITATIONS, md, self._writer, self._writer.citations)
        md.inlinePatterns.register(citations, "bfr_citations", AFTER_CODE + 1)
        md.treeprocessors.register(PageSources(md, self._writer), "bfr_sources", BEFORE_CONTENTS)

    def reset(self) -> None:
        """Forget the page before."""
        self._writer.begin()


def makeExtension(**configs: object) -> Calculators:  # noqa: N802  (Python-Markdown's name)
    """Make the extension, as Python-Markdown asks for it."""
    return Calculators(**configs)


class Writer:
    """Writes what one page asks for, and keeps what the page cites.

    Attributes:
        lines: The page's text, to find the line of a mistake.
        cited: Keys of the works that the page cites.
        sources_slot: Where the list of the page's sources goes, in the stash of HTML.
        is_bibliography: Whether the page holds every work itself.
    """

    def __init__(self, md: Markdown, links: Mapping[str, str]) -> None:
        """Keep the reader of pages and where links lead to."""
        self.md = md
        self.links = links
        self.begin()

    def begin(self) -> None:
        """Begin a page."""
        self.lines: list[str] = []
        self.cited: set[str] = set()
        self.sources_slot: int | None = None
        self.is_bibliography = False
        self._placed: list[str] = []

    @property
    def page(self) -> Page:
        """The page being written."""
        return page_of(self.md)

    # --- What a page may ask for ---

    def calculator(self, slug: str) -> str:
        """Write a whole calculator."""
        found = self._calculator(slug)
        self.cited |= render.cited_by(found)
        self._placed.append(slug)
        return render.calculator(
            found,
            number=self._placed.count(slug),
            runtime=self.page.runtime(self.links["runtime"]),
        )

    def sentences(self, part: str) -> Callable[[str], str]:
        """Write a list of sentences that a calculator declares."""
        return lambda slug: render.sentences(getattr(self._calculator(slug), part))

    def calculators(self, nothing: str) -> str:
        """Write the list of all calculators."""
        _no_content(nothing)
        pages = [self._link("calculators", slug=each.slug) for each in catalog.CALCULATORS]
        return render.calculators(zip(catalog.CALCULATORS, pages, strict=True))

    def advised_ranges(self, nothing: str) -> str:
        """Write the table of every published range."""
        _no_content(nothing)
        self._announce(each.name for each in catalog.ADVISED)
        self.cited |= {cite.key for each in catalog.ADVISED for cite in each.cites}
        return render.advised_ranges(catalog.ADVISED)

    def bibliography(self, nothing: str) -> str:
        """Write every work."""
        _no_content(nothing)
        works = bibliography.load()
        self.is_bibliography = True
        self._announce(works.in_order())
        return render.bibliography_list([works.full(key) for key in works.in_order()])

    def page_sources(self, nothing: str) -> str:
        """Keep a place for the works that this page cites; they are known at its end."""
        _no_content(nothing)
        self.sources_slot = self.md.htmlStash.html_counter
        return ""

    def value(self, name: str) -> str:
        """Write a published range."""
        return render.value(self._advised(name), f"{self._link('ranges')}#{name}")

    def citations(self, inside: str) -> str:
        """Write one or several citations: "@patterson2019, Table 2; @vald_bfr"."""
        cites = []
        for each in inside.split(";"):
            match = CITATION.fullmatch(each.strip())
            if match is None:
                raise LookupError(f"a citation looks like [@key, Table 2], not [{inside}]")
            key, place = match.groups()
            cites.append(
                {"key": key, "label": bibliography.short(key), "place": (place or "").strip()}
            )
            self.cited.add(key)
        return render.citations(cites)

    def sources(self) -> str:
        """Write the works that this page cites."""
        works = bibliography.load()
        references = [works.full(key) for key in works.in_order(self.cited)]
        return render.page_sources(references, self._link("sources"))

    # --- Mistakes, and where they are ---

    def error(self, error: LookupError, typed: str) -> PageError:
        """Give a mistake its file and line; `typed` is what stands there."""
        number = next((at for at, line in enumerate(self.lines, 1) if typed in line), 1)
        return self.error_at(error, number)

    def error_at(self, error: LookupError, number: int) -> PageError:
        """Give a mistake its file, and its line in there."""
        return PageError(f"{self.page.at(number, len(self.lines))}: {error}")

    def _calculator(self, slug: str) -> Calculator:
        return _named(slug, {each.slug: each for each in catalog.CALCULATORS}, "calculator")

    def _advised(self, name: str) -> AdvisedRange:
        return _named(name, {each.name: each for each in catalog.ADVISED}, "published value")

    def _link(self, to: str, **names: str) -> str:
        return self.page.link(self.links[to].format(**names))

    def _announce(self, anchors: Iterable[str]) -> None:
        """Tell MkDocs, which checks anchors, about those in HTML that it does not see."""
        if "mkdocs_extract_anchors" in self.md.treeprocessors:
            known: Any = self.md.treeprocessors["mkdocs_extract_anchors"]
            known.present_anchor_ids.update(anchors)


def fences(writer: Writer) -> Mapping[str, Callable[[str], str]]:
    """List the fences, by name: each takes its content and gives HTML."""
    return {
        "calculator": writer.calculator,
        "use-when": writer.sentences("use_when"),
        "not-when": writer.sentences("not_when"),
        "limits": writer.sentences("limits"),
        "calculators": writer.calculators,
        "advised-ranges": writer.advised_ranges,
        "bibliography": writer.bibliography,
        "page-sources": writer.page_sources,
    }


class Fences(Preprocessor):
    """Replaces our fences with stashed HTML; those inside another fence stay as typed."""

    def __init__(self, md: Markdown, writer: Writer) -> None:
        """Keep the writer."""
        super().__init__(md)
        self.writer = writer

    def run(self, lines: list[str]) -> list[str]:
        """Read the page from top to bottom."""
        self.writer.lines = "\n".join(lines).rstrip().splitlines()
        known = fences(self.writer)
        made: list[str] = []
        at = 0
        while at < len(lines):
            fence = FENCE.match(lines[at])
            if fence is None:
                made.append(lines[at])
                at += 1
                continue
            end = _end_of(fence["ticks"], lines, at)
            if fence["name"] in known:
                content = " ".join(line.strip() for line in lines[at + 1 : end]).strip()
                html = self._write(known[fence["name"]], content, at)
                made += ["", fence["indent"] + self.md.htmlStash.store(html), ""]
            else:
                self._refuse_slip(fence["name"], known, at)
                made += lines[at : end + 1]
            at = end + 1
        return made

    def _refuse_slip(self, name: str, known: Iterable[str], at: int) -> None:
        """Refuse a name that is nearly ours: others are languages, or of other extensions."""
        if near := get_close_matches(name, list(known), n=1, cutoff=0.8):
            slip = LookupError(f"no fence {name!r}; did you mean {near[0]!r}?")
            raise self.writer.error_at(slip, at + 1)

    def _write(self, fence: Callable[[str], str], content: str, at: int) -> str:
        try:
            return fence(content)
        except LookupError as error:
            # What is wrong stands in the line below the fence's first.
            raise self.writer.error_at(error, at + (2 if content else 1)) from None


class Inline(InlineProcessor):
    """Replaces what stands in a line, such as `{=bfr-intensity}`, with stashed HTML."""

    def __init__(
        self, pattern: str, md: Markdown, writer: Writer, write: Callable[[str], str]
    ) -> None:
        """Keep what writes it."""
        super().__init__(pattern, md)
        self.writer = writer
        self.write = write

    def handleMatch(  # type: ignore[override]  # noqa: N802  (as Python-Markdown's own inline processors)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        """Write it."""
        try:
            html = self.write(m.group(1))
        except LookupError as error:
            raise self.writer.error(error, m.group(0)) from None
        return self.md.htmlStash.store(html), m.start(0), m.end(0)


class PageSources(Treeprocessor):
    """Lists the works that the page cites: in its fence, or at the end when it has none."""

    def __init__(self, md: Markdown, writer: Writer) -> None:
        """Keep the writer."""
        super().__init__(md)
        self.writer = writer

    def run(self, root: ET.Element) -> None:
        """Fill the place that is kept, or add a section."""
        if self.writer.sources_slot is not None:
            self.md.htmlStash.rawHtmlBlocks[self.writer.sources_slot] = self.writer.sources()
        elif self.writer.cited and not self.writer.is_bibliography:
            ET.SubElement(root, "h2").text = "Sources"
            listed = ET.SubElement(root, "p")
            listed.text = self.md.htmlStash.store(self.writer.sources())


def _end_of(ticks: str, lines: list[str], start: int) -> int:
    """Find the line that closes a fence; the last line when nothing does."""
    closing = re.compile(rf"^ *{re.escape(ticks[0])}{{{len(ticks)},}}\s*$")
    return next(
        (at for at in range(start + 1, len(lines)) if closing.match(lines[at])), len(lines) - 1
    )


def _no_content(content: str) -> None:
    if content:
        raise LookupError(f"this fence holds nothing, not {content!r}")


def _named(name: str, known: Mapping[str, Named], what: str) -> Named:
    """Find something by name, or say what is near."""
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(sorted(known))}"
    raise LookupError(f"no {what} {name!r}; {hint}")
