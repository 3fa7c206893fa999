"""The Markdown extension of the guide: calculators, published values and citations on a page.

A page places them by name; a wrong name stops the build with file and line.

    ```calculator
    training-load
    ```

    Use {=bfr-intensity} [@patterson2019, resistance exercise table; @vald_bfr].

The fences are those of `fences`. The first use of a term of the glossary becomes a link to it; a page that says
`<!-- no terms -->` has none. It needs Python-Markdown alone, so it works alike under MkDocs, ProperDocs and Zensical.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import escape

from bfr_rules import catalog
from bfr_rules.calculator import Calculator
from bfr_rules.citation import AdvisedRange
from calculators import figures
from calculators.evidence import bibliography, findings, glossary, hazards
from calculators.evidence.cited_on import GATHERED, Citing, description_of, linked_works
from calculators.evidence.glossary import Term
from calculators.markdown import reference, safety_lists
from calculators.markdown.fences import fence_at
from calculators.markdown.host import Page, page_of
from calculators.views import flow, numbers, player, render

VALUE = r"\{=([^}\s]*)\}"
CITATIONS = r"\[(@[^\]]+)\]"
CITATION = re.compile(r"@([\w:.-]*\w)\s*(?:,\s*(.+))?")

AFTER_WHITESPACE = 28
"""Priority of the fences: after whitespace is made even (30), before other fences are read (25)."""
AFTER_CODE = 175
"""Priority of what stands in a line: after `code` and escapes (180), before links (160)."""
NO_TERMS = "<!-- no terms -->"
"""What a page says on a line of its own to have no links to the glossary."""
UNLINKED = {
    *(
        "a",
        "abbr",
        "button",
        "caption",
        "code",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "kbd",
    ),
    *("label", "pre", "script", "style", "summary", "svg", "th"),
}
"""Elements in which a term stays as it is."""

MADE = {"Lesson sheet": "lesson", "For a page of yours": "embed"}
"""What else is made of each calculator, and the folder in which it lies: see `calculators/build/embed.py`."""

LISTED = "risks/who-should-not.md"
"""The page on which each reason stands."""

BEFORE_CONTENTS = 15
"""Priority of the list of sources: after all lines are read (20), before the table of contents (5)."""


Named = TypeVar("Named")


class Calculators(Extension):
    """Adds calculators, published values and citations to Python-Markdown."""

    def __init__(self, **configs: object) -> None:
        """Take the pages that links lead to, and where the site keeps the browser's Python."""
        self.config = {
            "sources": ["reference/sources.md", "Page with the bibliography fence"],
            "ranges": ["reference/advised-ranges.md", "Page with the advised-ranges fence"],
            "glossary": ["", "Page with the glossary fence; without one, terms have no links"],
            "calculators": ["calculate/{slug}.md", "Page of each calculator"],
            "runtime": ["docs/assets/runtime/manifest.json", "What the browser's Python weighs"],
        }
        super().__init__(**configs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Register what reads a page."""
        md.registerExtension(self)
        md.block_level_elements += ["bfr-calculator", "bfr-flow", "bfr-gate", "bfr-player"]
        md.block_level_elements += ["bfr-today", "bfr-numbers", "bfr-history"]
        self._writer = Writer(md, self.getConfigs())
        md.preprocessors.register(Fences(md, self._writer), "bfr_fences", AFTER_WHITESPACE)
        values = Inline(VALUE, md, self._writer, self._writer.value)
        md.inlinePatterns.register(values, "bfr_values", AFTER_CODE)
        citations = Inline(CITATIONS, md, self._writer, self._writer.citations)
        md.inlinePatterns.register(citations, "bfr_citations", AFTER_CODE + 1)
        md.treeprocessors.register(Terms(md, self._writer), "bfr_terms", BEFORE_CONTENTS + 1)
        md.treeprocessors.register(PageSources(md, self._writer), "bfr_sources", BEFORE_CONTENTS)

    def reset(self) -> None:
        """Forget the page before."""
        self._writer.begin()

    @property
    def cited(self) -> frozenset[str]:
        """List the works that the page cites."""
        return frozenset(self._writer.cited)


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
        has_terms: Whether the first use of a term becomes a link.
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
        self.has_terms = bool(self.links["glossary"])
        self._placed: list[str] = []
        self._has_screen = False
        self._has_gate = False
        self._has_calculators = False
        self._has_parts = False

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
        html = render.calculator(
            found,
            number=self._placed.count(slug),
            runtime=self.page.runtime(self.links["runtime"]),
            screening=self._screening(),
            made={says: self.page.to(f"{folder}/{slug}/") for says, folder in MADE.items()},
        )
        gate = self._gate() if found.gated or found.private else ""
        return html + self._parts() + self._screen([found]) + gate

    def player(self, nothing: str) -> str:
        """Write the timer with its choice of sessions."""
        _no_content(nothing)
        self._has_screen = True
        pages = {
            "session": self._link("calculators", slug="session"),
            "screening": self._screening(),
        }
        return player.player(self._widget("player/bfr-player.js"), pages) + self._gate()

    def today(self, nothing: str) -> str:
        """Write today's session in short."""
        _no_content(nothing)
        pages = {"numbers": self.page.link("do/my-numbers.md")}
        return numbers.today(self._widget("numbers/bfr-today.js"), pages)

    def my_numbers(self, nothing: str) -> str:
        """Write what is kept on this device, and today's session."""
        _no_content(nothing)
        self._announce(["today"])
        pages = {
            "start": self.page.link("start/index.md"),
            "history": self.page.link("do/what-i-did.md"),
            "stops": self.page.link("do/when-to-stop.md"),
        }
        self._has_screen = True
        return (
            numbers.numbers(self._widget("numbers/bfr-numbers.js"), pages)
            + player.screen(self._widget("player/bfr-player.js"))
            + self._gate()
        )

    def history(self, nothing: str) -> str:
        """Write what was done."""
        _no_content(nothing)
        pages = {"numbers": self.page.link("do/my-numbers.md")}
        return numbers.history(self._widget("numbers/bfr-history.js"), pages)

    def flow(self, nothing: str) -> str:
        """Write Start, from what a reader has to a session."""
        _no_content(nothing)
        placed = flow.placed(catalog.CALCULATORS)
        self._placed += [asked.slug for _, asked in placed]
        self._announce(f"step-{screen.name}" for screen in flow.SCREENS)
        runtime = self.page.runtime(self.links["runtime"])
        pages = {
            "stops": self.page.link("do/when-to-stop.md"),
            "changes": self.page.link("about/corrections.md"),
            "aerobic": self._link("calculators", slug="aerobic"),
        }
        script = self._widget("flow/bfr-flow.js")
        html = render.flow(placed, runtime, script, pages)
        played = [asked for _, asked in placed]
        html += self._parts() + self._screen(played) + self._gate("#step-about", leads=True)
        # What nine calculators cite would be most of the page: it stands on the page of all sources.
        return render.slim(html.replace('"#source-', f'"{self._link("sources")}#'))

    def when(self, slug: str) -> str:
        """Write when to use a calculator and when not: a fold, whose headings are the page's own."""
        found = self._calculator(slug)
        parts = (("Use it when", found.use_when), ("Do not use it when", found.not_when))
        return "\n\n".join(
            [
                '<details class="bfr-when" markdown>',
                "<summary>When to use it, and when not</summary>",
                *(
                    f"<div markdown>\n## {title}\n\n{self._stashed(render.sentences(texts))}\n</div>"
                    for title, texts in parts
                ),
                "</details>",
            ]
        )

    def limits(self, slug: str) -> str:
        """Write what a calculator cannot do."""
        return render.sentences(self._calculator(slug).limits)

    def calculators(self, slugs: str) -> str:
        """Write a list of calculators, all of them unless some are named: what each answers, and its page's description."""
        named = [self._calculator(slug) for slug in slugs.split()]
        tells = {path: description_of(text) for path, text in self.page.others() or ()}
        goes_on, self._has_calculators = self._has_calculators, True
        return render.calculators(
            [
                (each, self.page.link(path), tells.get(path, ""))
                for each in named or catalog.CALCULATORS
                for path in (self.links["calculators"].format(slug=each.slug),)
            ],
            goes_on=goes_on,
        )

    def advised_ranges(self, nothing: str) -> str:
        """Write the table of every published range."""
        _no_content(nothing)
        self._announce(each.name for each in catalog.ADVISED)
        return self._citing(render.advised_ranges(catalog.ADVISED))

    def findings(self, name: str) -> str:
        """Write a table of findings."""
        table = _named(name, findings.tables(), "table of findings")
        self._announce([f"findings-{name}"])
        return self._citing(render.findings(table))

    def hazards(self, nothing: str) -> str:
        """Write the hazard log."""
        _no_content(nothing)
        log = hazards.load()
        self._announce(f"hazard-{each.id}" for each in log)
        return self._citing(render.hazards(log))

    def figure(self, name: str) -> str:
        """Write a figure."""
        _named(name, dict.fromkeys(figures.FIGURES), "figure")
        self._announce([f"figure-{name}"])
        return self._citing(figures.figure(name))

    def glossary(self, nothing: str) -> str:
        """Write every term."""
        _no_content(nothing)
        terms = glossary.load().terms
        self.has_terms = False
        self._announce(each.slug for each in terms)
        return self._citing(render.glossary([self._entry(each) for each in terms]))

    def terms(self, used: Iterable[Term]) -> str:
        """Write what the terms on the page mean."""
        return render.terms([self._entry(each) for each in used])

    def bibliography(self, nothing: str) -> str:
        """Write every work, and the pages that cite it."""
        _no_content(nothing)
        works = bibliography.load()
        self.is_bibliography = True
        self._announce(works.in_order())
        references = [works.full(key) for key in works.in_order()]
        return render.bibliography_list(references, self._cited_on())

    def page_sources(self, nothing: str) -> str:
        """Keep a place for the works that this page cites; they are known at its end."""
        _no_content(nothing)
        self.sources_slot = self.md.htmlStash.html_counter
        return ""

    def value(self, name: str) -> str:
        """Write a published range, or a line of the blood pressure."""
        if name in safety_lists.LINES:
            drawn = safety_lists.LINES[name]
            return render.line(drawn.text, f"{self.page.link(LISTED)}#{drawn.anchor}")
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

    def mistake(self, error: LookupError, typed: str) -> str:
        """Tell of a mistake with its file and line; `typed` is what stands there. Give what stands in its place."""
        number = next((at for at, line in enumerate(self.lines, 1) if typed in line), 1)
        return self.mistake_at(error, number)

    def mistake_at(self, error: LookupError, number: int) -> str:
        """Tell of a mistake with its file, and its line in there. Give what stands in its place."""
        says = f"{self.page.at(number, len(self.lines))}: {error.args[0]}"
        self.page.mistake(says)
        return f"<strong>{escape(says)}</strong>"

    def _cited_on(self) -> Mapping[str, Sequence[tuple[str, str]]] | None:
        """List title and address of the pages that cite each work; None when the site does not tell its pages."""
        others = self.page.others()
        if others is None:
            return None
        citing = Citing.of(others, Calculators)
        return {
            key: [(title, self.page.link(path)) for title, path in citing.pages(key)]
            for key in bibliography.load().in_order()
        }

    def _screen(self, placed: Iterable[Calculator]) -> str:
        """Write the timer's screen, once a page, if an answer on it can be played."""
        if self._has_screen or not any(player.plays(each) for each in placed):
            return ""
        self._has_screen = True
        return player.screen(self._widget("player/bfr-player.js"))

    def _parts(self) -> str:
        """Write what brings calculators to life, once a page."""
        if self._has_parts:
            return ""
        self._has_parts = True
        return render.parts()

    def _gate(self, screening: str = "", *, leads: bool = False) -> str:
        """Write what a tab says of a screening, once a page."""
        if self._has_gate:
            return ""
        self._has_gate = True
        runtime = self.page.runtime(self.links["runtime"])
        return render.gate(screening or self._screening(), runtime, leads=leads)

    def _widget(self, name: str) -> str:
        """Give the address of a script, which lies beside the browser's Python."""
        runtime = self.page.runtime(self.links["runtime"])
        return posixpath.normpath(f"{runtime.base}../../widgets/{name}") if runtime else name

    def _citing(self, html: str) -> str:
        """Keep the works that a piece of HTML links to."""
        self.cited |= linked_works(html)
        return html

    def _entry(self, term: Term) -> Mapping[str, object]:
        """Give what the glossary shows of a term."""
        try:
            cites = [
                {"key": key, "label": bibliography.short(key), "place": ""} for key in term.cite
            ]
            definition, href = term.html(self.value), self.page.link(term.link)
        except LookupError as error:
            raise term.error(error) from None
        return {"term": term, "definition": definition, "cites": cites, "href": href}

    def _stashed(self, html: str) -> str:
        """Keep a piece of HTML for the end; what is given stands for it in Markdown."""
        return self.md.htmlStash.store(html)

    def _calculator(self, slug: str) -> Calculator:
        return _named(slug, {each.slug: each for each in catalog.CALCULATORS}, "calculator")

    def _advised(self, name: str) -> AdvisedRange:
        return _named(name, {each.name: each for each in catalog.ADVISED}, "published value")

    def _screening(self) -> str:
        """Find the screening: on this page, or on its own."""
        if "screening" in self._placed:
            return "#bfr-screening-form"
        return self._link("calculators", slug="screening")

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
        "limits": writer.limits,
        "calculators": writer.calculators,
        "flow": writer.flow,
        "player": writer.player,
        "today": writer.today,
        "my-numbers": writer.my_numbers,
        "history": writer.history,
        "advised-ranges": writer.advised_ranges,
        "findings": writer.findings,
        "figure": writer.figure,
        "hazards": writer.hazards,
        "glossary": writer.glossary,
        "bibliography": writer.bibliography,
        "page-sources": writer.page_sources,
    }


def in_markdown(writer: Writer) -> Mapping[str, Callable[[str], str]]:
    """List the fences whose content is written as Markdown, and read like the rest of the page."""
    return {
        "when": writer.when,
        "reasons": safety_lists.reasons,
        "reference": reference.reference,
        "signs": safety_lists.signs,
    }


class Fences(Preprocessor):
    """Replaces our fences with stashed HTML or Markdown; those inside another fence stay as typed."""

    def __init__(self, md: Markdown, writer: Writer) -> None:
        """Keep the writer."""
        super().__init__(md)
        self.writer = writer

    def run(self, lines: list[str]) -> list[str]:
        """Read the page from top to bottom."""
        self.writer.lines = "\n".join(lines).rstrip().splitlines()
        known, as_markdown = fences(self.writer), in_markdown(self.writer)
        made: list[str] = []
        at = 0
        while at < len(lines):
            fence = fence_at(lines, at)
            if lines[at].strip() == NO_TERMS:
                self.writer.has_terms = False
                at += 1
                continue
            if fence is None:
                made.append(lines[at])
                at += 1
                continue
            if fence.name in known:
                html = self._write(known[fence.name], fence.content, at)
                made += ["", fence.indent + self.md.htmlStash.store(html), ""]
            elif fence.name in as_markdown:
                text = self._write(as_markdown[fence.name], fence.content, at)
                made += ["", *text.splitlines(), ""]
            else:
                self._refuse_slip(fence.name, [*known, *as_markdown], at)
                made += lines[at : fence.end]
            at = fence.end
        return made

    def _refuse_slip(self, name: str, known: Iterable[str], at: int) -> None:
        """Refuse a name that is nearly ours: others are languages, or of other extensions."""
        if near := get_close_matches(name, list(known), n=1, cutoff=0.8):
            slip = LookupError(f"no fence {name!r}; did you mean {near[0]!r}?")
            self.writer.mistake_at(slip, at + 1)

    def _write(self, fence: Callable[[str], str], content: str, at: int) -> str:
        try:
            return fence(content)
        except LookupError as error:
            # What is wrong stands in the line below the fence's first.
            return self.writer.mistake_at(error, at + (2 if content else 1))


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
            html = self.writer.mistake(error, m.group(0))
        return self.md.htmlStash.store(html), m.start(0), m.end(0)


class Terms(Treeprocessor):
    """Links the first use of each term of the glossary, and says at the end what they mean."""

    def __init__(self, md: Markdown, writer: Writer) -> None:
        """Keep the writer."""
        super().__init__(md)
        self.writer = writer

    def run(self, root: ET.Element) -> None:
        """Read the page from top to bottom."""
        if not self.writer.has_terms:
            return
        self._used: dict[Term, str] = {}
        self._href = self.writer.page.beside(self.writer.links["glossary"])
        try:
            self._read(root)
            if self._used:
                meant = ET.SubElement(root, "p")
                meant.text = self.md.htmlStash.store(self.writer.terms(self._used))
        except LookupError as error:
            self.writer.mistake(error, next(iter(self._used.values()), ""))

    def _read(self, element: ET.Element) -> None:
        """Link the terms in an element; what follows it belongs to the element around it."""
        children = list(element)
        element.text, links = self._linked(element.text)
        at = self._insert(element, 0, links)
        for child in children:
            if child.tag not in UNLINKED:
                self._read(child)
            child.tail, links = self._linked(child.tail)
            at = self._insert(element, at + 1, links)

    def _linked(self, text: str | None) -> tuple[str | None, list[ET.Element]]:
        """Cut a text at each first use: what stands before it, and the links with what follows each."""
        if not text or isinstance(text, AtomicString):
            return text, []
        before, done = text, 0
        links: list[ET.Element] = []
        for start, end, term in glossary.load().uses(text):
            if term in self._used:
                continue
            said = text[start:end]
            self._used[term] = said
            link = ET.Element("a", {"class": "bfr-term", "href": f"{self._href}#{term.slug}"})
            link.set("aria-describedby", f"term-{term.slug}")
            link.text = AtomicString(said)
            link.tail = text[end:]
            if links:
                links[-1].tail = text[done:start]
            else:
                before = text[:start]
            links.append(link)
            done = end
        return before, links

    def _insert(self, element: ET.Element, at: int, links: list[ET.Element]) -> int:
        """Insert links at a place; give the place after them."""
        for number, link in enumerate(links):
            element.insert(at + number, link)
        return at + len(links)


class PageSources(Treeprocessor):
    """Lists the works that the page cites: in its fence, or at the end when it has none."""

    def __init__(self, md: Markdown, writer: Writer) -> None:
        """Keep the writer."""
        super().__init__(md)
        self.writer = writer

    def run(self, root: ET.Element) -> None:
        """Fill the place that is kept, or add a section; tell which works the page cites."""
        if own := self.writer.page.own():
            path, text = own
            GATHERED[path] = text, frozenset(self.writer.cited)
        if self.writer.sources_slot is not None:
            self.md.htmlStash.rawHtmlBlocks[self.writer.sources_slot] = self.writer.sources()
        elif self.writer.cited and not self.writer.is_bibliography:
            ET.SubElement(root, "h2").text = "Sources"
            listed = ET.SubElement(root, "p")
            listed.text = self.md.htmlStash.store(self.writer.sources())


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
