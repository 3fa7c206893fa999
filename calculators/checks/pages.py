"""A page of the guide as its reader meets it: sentence by sentence, each with its line.

`calculators.checks.content` checks what is read here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bfr_rules import catalog
from calculators.front_matter import FRONT_MATTER, read_yaml
from calculators.markdown.extension import CITATION, CITATIONS, VALUE
from calculators.markdown.fences import fence_at
from calculators.markdown.safety_lists import LINES
from calculators.paths import DOCS


@dataclass(frozen=True)
class Passage:
    """A sentence with the citation after it, a heading (also of an admonition), or a row of a table; as typed.

    Attributes:
        line: Where it begins.
        text: Its text. It may run over lines.
        kind: "prose", "heading", "row" or "meta" (shown from the front matter).
        block: Number of the paragraph, list or table that it stands in.
    """

    line: int
    text: str
    kind: str
    block: int

    def at(self, match: re.Match[str]) -> int:
        """Find the line of a match."""
        return self.line + self.text.count("\n", 0, match.start())

    @property
    def cites(self) -> frozenset[str]:
        """The works that it cites."""
        return frozenset(key for key, _, _ in citations_in(self.text))


@dataclass(frozen=True)
class Page:
    """A page of the guide.

    Attributes:
        path: How a problem names it.
        text: The whole file.
    """

    path: str
    text: str

    @functools.cached_property
    def _lines(self) -> tuple[str, ...]:
        hidden = re.sub(r"<!--.*?-->", _only_newlines, self.text, flags=re.DOTALL)
        return tuple(hidden.splitlines())

    @functools.cached_property
    def _body(self) -> int:
        """How many lines the front matter has."""
        found = FRONT_MATTER.match("\n".join(self._lines))
        return len(found[0].splitlines()) if found else 0

    @functools.cached_property
    def _front(self) -> tuple[Mapping[str, object], tuple[int, str] | None]:
        try:
            said = read_yaml("\n".join(self._lines[1 : max(self._body - 1, 1)]))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line if error.problem_mark else 0
            return {}, (line + 2, error.problem or "not YAML")
        return (said if isinstance(said, dict) else {}), None

    @property
    def front(self) -> Mapping[str, object]:
        """What the front matter says; nothing when it cannot be read."""
        return self._front[0]

    @property
    def unreadable(self) -> tuple[int, str] | None:
        """Line and reason when the front matter cannot be read."""
        return self._front[1]

    def line_of(self, name: str) -> int:
        """Find the line of a front matter entry; the first when there is none."""
        head = enumerate(self._lines[: self._body], 1)
        return next((at for at, line in head if line.startswith(f"{name}:")), 1)

    @functools.cached_property
    def fences(self) -> tuple[tuple[str, str], ...]:
        """Name and content of each fence."""
        return tuple((name, content) for name, content, _ in self._read[1])

    @functools.cached_property
    def shown(self) -> tuple[tuple[int, str], ...]:
        """Number and text of each line that is neither front matter, nor fenced, nor a comment."""
        return self._read[0]

    @functools.cached_property
    def _read(self) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[str, str, int], ...]]:
        shown: list[tuple[int, str]] = []
        fences: list[tuple[str, str, int]] = []
        at = self._body
        while at < len(self._lines):
            fence = fence_at(self._lines, at)
            if fence is None:
                shown.append((at + 1, self._lines[at]))
                at += 1
                continue
            fences.append((fence.name, fence.content, at + 1))
            shown.append((at + 1, ""))
            at = fence.end
        return tuple(shown), tuple(fences)

    @functools.cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What a reader reads, title and description first."""
        head = [
            Passage(self.line_of(name), self.front[name], "meta", -1)  # type: ignore[arg-type]
            for name in ("title", "description")
            if isinstance(self.front.get(name), str)
        ]
        return (*head, *_passages(self.shown))

    @functools.cached_property
    def cites(self) -> frozenset[str]:
        """The works that its text cites."""
        return frozenset().union(*(passage.cites for passage in self.passages))


def _only_newlines(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")


START = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|:\s{2,}|>)")
"""What begins a new item: of a list, a definition or a quotation."""

END = re.compile(
    r"""(?<=[.?!])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bvs\.)(?<!\bal\.)(?<!\bDr\.)
        [*_"”’)]* (?:\s*\[@[^\]]*\])? \s+ (?!\[@) (?=["“‘*_({<\[]*[A-Z0-9])""",
    re.VERBOSE,
)
"""Between two sentences; the citation after a full stop belongs to the sentence before it."""


def _passages(shown: Iterable[tuple[int, str]]) -> Iterator[Passage]:
    block = 0
    kept: list[tuple[int, str]] = []
    for number, line in shown:
        kind = _kind(line)
        if kind != "prose" or START.match(line):
            yield from _sentences(kept, block)
            kept = []
        if kind == "prose":
            kept.append((number, line))
        elif kind == "blank":
            block += 1
        else:
            block += kind == "heading"
            yield Passage(number, line, kind, block)
    yield from _sentences(kept, block)


def _kind(line: str) -> str:
    bare = line.strip()
    if not bare or re.fullmatch(r"(</?[a-z][^>]*>)+", bare):
        return "blank"
    if bare.startswith(("#", "!!!", "???")):
        return "heading"
    return "row" if bare.startswith("|") else "prose"


def _sentences(lines: list[tuple[int, str]], block: int) -> Iterator[Passage]:
    """Cut the lines of a paragraph or of an item into sentences."""
    if not lines:
        return
    number, text = lines[0][0], "\n".join(line for _, line in lines)
    start = 0
    # The "1." of an item ends no sentence.
    ends = [m.end() for m in END.finditer(text) if not re.fullmatch(r"\s*\d+\.", text[: m.start()])]
    for end in [*ends, len(text)]:
        yield Passage(number + text.count("\n", 0, start), text[start:end].rstrip(), "prose", block)
        start = end


def uncoded(text: str) -> str:
    """Blank what stands between backticks, where nothing is placed; lengths stay.

    >>> uncoded("Write `[@key]`.")
    'Write         .'
    """
    return re.sub(r"`[^`\n]*`", lambda match: " " * len(match.group()), text)


def citations_in(text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Find key and place of each citation, and where it stands.

    >>> [(key, place) for key, place, _ in citations_in("Up. [@zhang2022, abstract; @bell2018]")]
    [('zhang2022', 'abstract'), ('bell2018', '')]
    """
    for cited in re.finditer(CITATIONS, uncoded(text)):
        for each in cited.group(1).split(";"):
            match = CITATION.fullmatch(each.strip())
            key, place = match.groups() if match else (each.strip().lstrip("@"), "")
            yield key, (place or "").strip(), cited


def plain(text: str) -> str:
    """Give the words that a reader sees, without marks and citations.

    >>> plain("Use {=bfr-intensity}, *not* [more](a.md). [@bell2018, abstract]")
    'Use 20 to 40 per cent of 1RM, not more.'
    """
    known = {each.name: each.words() for each in catalog.ADVISED}
    known |= {name: str(drawn.text) for name, drawn in LINES.items()}
    text = re.sub(rf"\s*{CITATIONS}", "", text)
    text = re.sub(VALUE, lambda match: known.get(match.group(1), "a number"), text)
    text = re.sub(r"!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])", r"\1", text)
    text = re.sub(r"\s*\{[^{}\n]*\}", "", text)
    text = re.sub(r"<[^>]+>", "", text)
    text = re.sub(r"^\s*(#+|[-*+]|\d+[.)]|:|>|(!!!|\?\?\?)\+? *\w*)\s+", "", text)
    return re.sub(r"[*`|]|\b_|_\b", "", text).strip()


def read(docs: Path = DOCS) -> tuple[Page, ...]:
    """Read every page of a folder."""
    paths = sorted(docs.rglob("*.md"))
    return tuple(
        Page(f"docs/{path.relative_to(docs).as_posix()}", path.read_text("utf-8")) for path in paths
    )
