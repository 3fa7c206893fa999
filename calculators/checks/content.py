"""What a machine can check in the guide's words: every check reads a page and names file and line.

    python -m calculators.checks.content            # what is wrong, then what is overdue for review

A check is a function from a `Page` to `Problem`s. Links and anchors are not checked here: the strict build does.
It cannot judge whether a sentence is true, only whether it breaks a rule that can be seen in the text.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bfr_rules import catalog
from bfr_rules.citation import AdvisedRange
from bfr_rules.quantity import Range, Unit
from calculators.checks.pages import Page, citations_in, plain, read, uncoded
from calculators.evidence import bibliography, findings
from calculators.markdown import safety_lists
from calculators.markdown.extension import CITATIONS, VALUE
from calculators.paths import ROOT

RATCHET = ROOT / "tests" / "reading_grades.json"

LONGEST_DESCRIPTION = 155
"""Characters: about what a search engine shows."""

GRADES = {"clinicians": 12.0}
"""The hardest reading grade, by audience."""
GRADE = 8.0
"""The hardest reading grade for everyone else."""

SURE = {level.replace(" ", "-"): words for level, words in findings.SURE.items()}
"""The words for certainty, by the class of their mark."""

SOURCED_FENCES = {
    *("calculator", "findings", "glossary", "advised-ranges", "bibliography", "reasons", "signs"),
}
"""Fences that bring their own sources."""


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, and where."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        """Write it as compilers do, so that an editor finds the line."""
        return f"{self.path}:{self.line}: {self.sentence}"


# --- 1. Keys and names ---


def keys(page: Page) -> Iterator[Problem]:
    """Every citation names a work of the list and a place in it; every value has a name we know."""
    works = set(bibliography.load().in_order())
    ranges = {*(each.name for each in catalog.ADVISED), *safety_lists.LINES}
    for passage in page.passages:
        for key, place, where in citations_in(passage.text):
            line = passage.at(where)
            if key not in works:
                yield Problem(page.path, line, f"no work has the key {key!r}")
            elif not place:
                yield Problem(page.path, line, f"where in {key!r}? Write [@{key}, Table 2]")
        text = uncoded(passage.text)
        for match in re.finditer(VALUE, text):
            if match.group(1) not in ranges:
                problem = f"no published value has the name {match.group(1)!r}"
                yield Problem(page.path, passage.at(match), problem)
        for match in re.finditer(r"@[a-z_]+\d{4}\w*", re.sub(CITATIONS, _same_length, text)):
            problem = f"{match.group()} is no citation outside of [ ]"
            yield Problem(page.path, passage.at(match), problem)


def _same_length(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def anchors(page: Page) -> Iterator[tuple[str, int]]:
    """Find each anchor that a page sets by hand or by a list of the rules, and its line."""
    for name, content in page.fences:
        if name in {"reasons", "signs"}:
            yield from ((anchor, 1) for anchor in safety_lists.anchors(name, content.strip()))
    for number, line in page.shown:
        for match in re.finditer(r"\{[^{}]*#([\w-]+)[^{}]*\}|\bid=\"([\w-]+)\"", uncoded(line)):
            yield match.group(1) or match.group(2), number


def misplaced(pages: Iterable[Page], expected: Mapping[str, str]) -> Iterator[Problem]:
    """Every anchor of a list stands once, on the page that the list names."""
    found: dict[str, list[tuple[str, int]]] = {}
    for page in pages:
        for name, line in anchors(page):
            found.setdefault(name, []).append((page.path, line))
    for name, path in expected.items():
        places = found.get(name, [])
        if not places:
            yield Problem(path, 1, f"the anchor {name!r} is missing")
        for place, line in places:
            if place != path:
                yield Problem(place, line, f"the anchor {name!r} belongs on {path}")
        for place, line in places[1:]:
            yield Problem(place, line, f"the anchor {name!r} stands here a second time")


# --- 2. Published numbers ---

UNITS = {
    Unit.PERCENT: r"(?:%|per ?cent)",
    Unit.PERCENT_1RM: r"(?:%|per ?cent)",
    Unit.PERCENT_AOP: r"(?:%|per ?cent)",
    Unit.SECOND: r"(?:s|sec|secs|seconds?)\b",
    Unit.MINUTE: r"(?:min|mins|minutes?)\b",
    Unit.HOUR: r"(?:h|hrs?|hours?)\b",
    Unit.WEEK: r"weeks?\b",
    Unit.SET: r"sets?\b",
    Unit.REPETITION: r"(?:reps?|repetitions?)\b",
    Unit.EXERCISE: r"exercises?\b",
    Unit.SESSION_A_WEEK: r"(?:(?:sessions?|times|days) )?(?:(?:a|per|each|every) |/ ?)week",
    Unit.SESSION_A_DAY: r"(?:(?:sessions?|times) )?(?:(?:a|per|each|every) |/ ?)day",
    Unit.KM_A_HOUR: r"(?:km/h|kilomet(?:re|er)s? (?:an|per) hour)",
    Unit.RPE: r"(?:RPE|on Borg)",
}
"""How a unit is spelled after a number."""

NEAR = {
    "arm-ceiling": r"\barms?\b",
    "leg-ceiling": r"\b(?:legs?|thighs?)\b",
    "most-session-time": r"\bwhole session\b",
    "open-between-exercises": r"\b(?:open|off|free|let down|deflate\w*|between exercises)\b",
    "heavy-intensity": r"\b(?:heavy|heavily|1RM)\b",
    "aerobic-intensity": r"\b(?:reserve|oxygen|VO2max)\b",
}
"""What makes a single number that range: a word in the same sentence."""

DASH = r"(?:\s*[-–—‑−]\s*|\s+(?:to|and|or)\s+)"


def typed_ranges(page: Page) -> Iterator[Problem]:
    """No advised range is typed as digits.

    A range with two ends is found by both numbers and its unit, however they are spelled; one with a single end
    by its number and unit, in a sentence that names what it is about (`NEAR`).
    A sentence may hold such digits when it cites works and none of them is a source of the range: then they are
    a result of that work. Numbers in words, and one end of a range alone ("never above 40 %"), are not found.
    """
    for passage in page.passages:
        for advised in catalog.ADVISED:
            match = _typed(advised, passage.text)
            own = {cite.key for cite in advised.cites}
            if match and (passage.kind == "meta" or not passage.cites or passage.cites & own):
                typed = " ".join(match.group().split())
                problem = f"{typed!r} is a published range: write {{={advised.name}}}"
                yield Problem(page.path, passage.at(match), problem)


def _typed(advised: AdvisedRange, text: str) -> re.Match[str] | None:
    near = NEAR.get(advised.name)
    if near and not re.search(near, text, re.IGNORECASE):
        return None
    return re.search(_pattern(advised.range, advised.unit), re.sub(CITATIONS, _same_length, text))


def _pattern(shown: Range, unit: Unit) -> str:
    spelled = rf"(?:\s|-|&nbsp;)*{UNITS[unit]}"
    low, high = shown.low, shown.high
    if low is not None and high is not None:
        return rf"(?<![\d.–-]){low}(?:{spelled})?{DASH}{high}{spelled}"
    # Not "5–15 min", nor "15–20 min": those are other ranges.
    return rf"(?<![\d.–-])(?<!\d to ){high if low is None else low}{spelled}"


# --- 3. Front matter ---


LINK = re.compile(r"\]\((?![a-z]+:|#)(?P<target>[^)#\s]+)")
"""A link to another page of the guide, or to a file beside it."""


def links(page: Page) -> Iterator[Problem]:
    """Each link leads to a page or file that exists; the build checks anchors, but names no line."""
    folder = (ROOT / page.path).parent
    for number, line in enumerate(page.text.splitlines(), 1):
        for match in LINK.finditer(line):
            if not (folder / match["target"]).is_file():
                yield Problem(page.path, number, f"the link {match['target']!r} leads nowhere")


SAYS = re.compile(r"(?<!!)\[(?P<says>[^\[\]]+)\]\(")
"""A link, and what it says."""

SAY_NOTHING = {
    *("click here", "click this", "go", "here", "information", "learn more", "more", "more info"),
    *("more information", "right here", "read more", "see more", "start", "this", "link", "page"),
}
"""Whoever goes from link to link hears only these words. Most of the list is Lighthouse's."""


def link_words(page: Page) -> Iterator[Problem]:
    """Each link says where it leads, also without the sentence around it."""
    for number, line in enumerate(page.text.splitlines(), 1):
        for match in SAYS.finditer(line):
            if match["says"].strip(" *_.:→").lower() in SAY_NOTHING:
                yield Problem(
                    page.path, number, f"the link {match['says']!r} does not say where it leads"
                )


def front_matter(page: Page) -> Iterator[Problem]:
    """A page has title, description, both dates of review and its audience."""
    if page.unreadable:
        line, reason = page.unreadable
        yield Problem(page.path, line, f"front matter: {reason}; a text with a colon needs quotes")
        return
    for name in ("title", "description", "audience"):
        said = page.front.get(name)
        if not (isinstance(said, str) and said.strip()):
            yield Problem(page.path, 1, f"the front matter lacks {name!r}")
    long = len(str(page.front.get("description", "")))
    if long > LONGEST_DESCRIPTION:
        problem = f"the description has {long} characters, more than {LONGEST_DESCRIPTION}"
        yield Problem(page.path, page.line_of("description"), problem)
    yield from _dates(page)


def _dates(page: Page) -> Iterator[Problem]:
    dates = {name: page.front.get(name) for name in ("reviewed", "next_review")}
    for name, said in dates.items():
        if not isinstance(said, date):
            problem = f"{name!r} is no date such as 2026-11-24" if said else f"no {name!r}"
            yield Problem(page.path, page.line_of(name), f"front matter: {problem}")
    reviewed, following = dates["reviewed"], dates["next_review"]
    if isinstance(reviewed, date) and isinstance(following, date) and reviewed >= following:
        problem = f"reviewed on {reviewed}, after its next review on {following}"
        yield Problem(page.path, page.line_of("reviewed"), problem)


def _brings_sources(name: str, content: str) -> bool:
    """Tell whether a fence brings its own sources; a list to tick on paper leads to them."""
    return name in SOURCED_FENCES and not content.strip().startswith("checklist ")


def sourced(page: Page) -> Iterator[Problem]:
    """A page cites a work, or says why it does not, as `uncited: It only lists pages.` in its front matter."""
    cites = page.cites or any(_brings_sources(name, content) for name, content in page.fences)
    reason = page.front.get("uncited")
    if not cites and not reason:
        problem = "it cites nothing; cite a work, or say why not as `uncited:` in the front matter"
        yield Problem(page.path, 1, problem)
    if cites and reason:
        problem = "`uncited` says why it cites nothing, but it cites a work"
        yield Problem(page.path, page.line_of("uncited"), problem)


# --- 4. Overdue reviews ---


def overdue(pages: Iterable[Page], today: date) -> list[Problem]:
    """List pages whose next review is past. A warning: no page becomes wrong overnight."""
    late = []
    for page in pages:
        due = page.front.get("next_review")
        if isinstance(due, date) and due < today:
            late.append(Problem(page.path, page.line_of("next_review"), f"review overdue: {due}"))
    return late


# --- 5. Reading grade ---


def prose(page: Page) -> str:
    """Give what the grade is taken of: sentences and list items, one a line.

    Headings, tables, links that stand alone and pointers ("Next: …") are no sentences.
    """
    lines = []
    for passage in page.passages:
        words = " ".join(plain(passage.text).split())
        alone = re.fullmatch(r"\s*([-*+]|\d+\.)?\s*(\*\*)?!?\[[^\]]*\]\([^)]*\)\W*", passage.text)
        if passage.kind != "prose" or alone or re.match(r"(Next|Use instead):", words):
            continue
        if re.search(r"[a-zA-Z]", words):
            # A point inside a number would count as the end of a sentence.
            words = re.sub(r"(?<=\d)[.](?=\d)|\b(?:e\.g|i\.e|al|vs)\.", "", words)
            lines.append(words if words[-1] in ".?!" else f"{words}.")
    return "\n".join(lines)


def grade(page: Page) -> float | None:
    """Take the Flesch-Kincaid grade, rounded up to a half; None for a page without three sentences."""
    import textstat  # noqa: PLC0415  (half a second, for one check)

    text = prose(page)
    if text.count("\n") < 2:
        return None
    exact = float(textstat.flesch_kincaid_grade(text))
    return math.ceil(exact * 2) / 2


def limit(page: Page) -> float:
    """Give the hardest grade for a page's readers."""
    return GRADES.get(str(page.front.get("audience")), GRADE)


def reading_grades(pages: Iterable[Page], ratchet: Mapping[str, float]) -> Iterator[Problem]:
    """No page is harder to read than its readers can take, nor harder than it was."""
    known = set()
    for page in pages:
        found = grade(page)
        if found is None:
            continue
        known.add(page.path)
        kept = ratchet.get(page.path)
        if found > limit(page):
            problem = f"reading grade {found:g}; its readers take {limit(page):g}"
            yield Problem(page.path, 1, problem)
        elif kept is None:
            problem = f"reading grade {found:g} is not kept: run `make format`"
            yield Problem(page.path, 1, problem)
        elif found > kept:
            yield Problem(page.path, 1, f"reading grade {found:g}; it was {kept:g} before")
    for path in sorted(set(ratchet) - known):
        yield Problem(path, 1, "a reading grade is kept for it, but there is no such page to grade")


def tightened(pages: Iterable[Page], ratchet: Mapping[str, float]) -> dict[str, float]:
    """Keep the best grade of each page that there is."""
    graded = ((page, grade(page)) for page in pages)
    return {
        page.path: min(found, ratchet.get(page.path, limit(page)))
        for page, found in sorted(graded, key=lambda each: each[0].path)
        if found is not None
    }


# --- 6. Phrases ---

DENIED = re.compile(
    r"\b(?:no|not|never|nor|neither|cannot|nobody|none|nothing|without|avoid|wrong|refuse|myth)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
"""What makes a claim a denial or a question."""

QUOTED = re.compile(r"[\"“][^\"”]+[\"”]")
"""What makes a claim a quotation."""

ARTICLE = re.compile(
    rf"{DENIED.pattern}|\b(?:article|claims?|says?|makers?|blogs?)\b", re.IGNORECASE
)
"""What makes a claim somebody else's."""


@dataclass(frozen=True)
class Phrase:
    """Words that the guide does not use.

    Attributes:
        words: What they look like, in any case.
        why: What to do instead.
        unless: What makes them right when it stands in the same sentence.
        as_result: Whether a citation makes them right, too.
    """

    words: str
    why: str
    unless: re.Pattern[str] | None = None
    as_result: bool = False

    def is_meant(self, seen: str, *, cited: bool) -> bool:
        """Tell whether a sentence that holds the words says what they say."""
        return not (self.as_result and cited) and not (self.unless and self.unless.search(seen))


MEASURE = r"\s*(?:to|at|with|up|the|cuff|it|about|around|pressure|a|of|your)*\s*"
PRESSURE = r"\d+(?:\s*[-–]\s*\d+)?\s*(?:mmHg|mm\s?Hg|millimetres of mercury)"
SIDE = r"(?:calf|calves|forearms?|chest|neck|shoulders?|lower leg)"

PHRASES = (
    # The words of issue 3.
    Phrase(r"\bcleared\b", "nobody is cleared: the best result is “no listed reason found”"),
    Phrase(r"\bsafe for\b", "say what was seen, in whom, with its source"),
    Phrase(r"\b(?:perfectly|completely|totally|quite|entirely) safe\b", "no promise"),
    Phrase(r"\brisk[- ]free\b|\bno risks?\b(?! factor)", "nothing is without risk"),
    Phrase(r"\bsimply\b", "what is simple for the writer may not be so for the reader"),
    Phrase(r"\bguarantee[ds]?\b", "no promise"),
    Phrase(r"\b(?:we|can|will) promise\b", "no promise", DENIED),
    Phrase(r"\bboosts?\b[^.]*\bgrowth hormone\b", "no benefit from it is shown", ARTICLE),
    Phrase(r"\b(?:burns?|melts?|loses?) (?:body )?fat\b|\bfat loss\b", "not shown", ARTICLE),
    # "Never do" of facts.md, by its numbers; 9, 12, 14 and 15 are not seen in words.
    Phrase(
        rf"\b(?:set|inflate|pump|tighten|fill|blow)\b[^.\n]{{0,40}}?(?<!steps of )\b{PRESSURE}"
        rf"|\b(?:start|begin|stay|keep|go)\b{MEASURE}{PRESSURE}",
        "1–2: no pressure in mmHg as an instruction; name a share of the measured AOP",
        re.compile(rf"{DENIED.pattern}|\bsteps of\b", re.IGNORECASE),
    ),
    Phrase(
        r"\b(?:use|set|inflate|pump|train)\b[^.\n]*\b(?:8[1-9]|9\d|1\d\d) ?(?:%|per cent)[^.\n]*\b(?:AOP|occlusion)",
        "3: nothing above the advised pressure",
        DENIED,
    ),
    Phrase(
        r"\b7 (?:of|out of|/) ?10\b[^.\n]*\b(?:is|equals?|means?|about|roughly)\b[^.\n]*\d ?(?:%|per cent)",
        "4: a feeling is not a share of AOP",
        DENIED,
        as_result=True,
    ),
    Phrase(
        r"\b(?:lowers?|reduces?|brings? down|decreases?) (?:your |the |resting |high )?blood pressure\b",
        "5: blood pressure rises during the set; no lasting fall is shown",
        ARTICLE,
    ),
    Phrase(r"\bsafe\b(?! side)|\bsafely\b", "6: say what was seen, with its source", DENIED),
    Phrase(
        r"\bno (?:more dangerous|riskier) than\b", "6: the sources disagree", QUOTED, as_result=True
    ),
    Phrase(
        r"\byour (?:own |personal )?(?:risk|chance|odds)\b[^.\n]{0,40}\b(?:is|are)\b[^.\n]{0,20}\d",
        "8: a survey's rate is nobody's own chance",
        DENIED,
    ),
    Phrase(r"\bround(?:ed|s)? (?:\w+ ){0,2}up\b", "10: a load is rounded down", DENIED),
    Phrase(
        r"\b(?:you will|you'll|you can expect to) (?:\w+ )?(?:gain|grow|get stronger|lose|add|see results)\b"
        r"|\b(?:gain|add|grow|lose) (?:about |up to )?\d+(?:\.\d+)? ?(?:cm|centimetres?|kg|kilos?|lb|pounds?|inch\w*)\b",
        "11: no promise of centimetres, kilos or weeks",
        DENIED,
    ),
    Phrase(
        r"\b(?:as (?:good|strong|effective|well) as|the same strength as|equal to|replaces?) heavy\b",
        "11: for strength, heavy training is usually ahead",
        DENIED,
        as_result=True,
    ),
    Phrase(
        rf"\b(?:put|place|wear|wrap|strap|fix)\b[^.\n]{{0,40}}\b(?:on|round|around|over|to) (?:the |your |a )?{SIDE}\b",
        "13: only the top of the arm or of the thigh",
        DENIED,
    ),
)


def phrases(page: Page) -> Iterator[Problem]:
    """No promise, no all-clear and no setting that the evidence does not carry."""
    for passage in page.passages:
        seen = plain(passage.text)
        for phrase in PHRASES:
            match = re.search(phrase.words, passage.text, re.IGNORECASE)
            if match and phrase.is_meant(seen, cited=bool(passage.cites)):
                typed = " ".join(match.group().split())
                yield Problem(page.path, passage.at(match), f"{typed!r}: {phrase.why}")


def uncited_pressures(page: Page) -> Iterator[Problem]:
    """A pressure in mmHg is a result: its paragraph, table row or the row that it continues cites the work."""
    by_block: dict[int, frozenset[str]] = {}
    for passage in page.passages:
        if passage.kind == "prose":
            by_block[passage.block] = by_block.get(passage.block, frozenset()) | passage.cites
    above: frozenset[str] = frozenset()
    for passage in page.passages:
        if passage.kind == "row":
            continues = re.match(r"\s*\|\s*\|", passage.text)
            above = passage.cites or (above if continues else frozenset())
        cites = above if passage.kind == "row" else by_block.get(passage.block, frozenset())
        match = re.search(PRESSURE, passage.text)
        if match and not cites:
            problem = f"{match.group()!r} has no source beside it"
            yield Problem(page.path, passage.at(match), problem)


# --- 8. Certainty ---

SPAN = re.compile(r"<span class=\"bfr-sure bfr-([\w-]+)\">([^<]*)</span>")


def certainty_words(page: Page) -> Iterator[Problem]:
    """The words of a mark of certainty are those of its class, as the page on evidence explains them."""
    for number, line in page.shown:
        for match in SPAN.finditer(uncoded(line)):
            level, said = match.groups()
            # The longest words win: "not very sure" holds "very sure".
            held = [words for words in SURE.values() if words in said.lower()]
            if level not in SURE:
                problem = f"no certainty is called {level!r}; there are {', '.join(SURE)}"
            elif max(held, key=len, default="") != SURE[level]:
                problem = f"{said!r} does not say {SURE[level]!r}, as its class {level!r} does"
            else:
                continue
            yield Problem(page.path, number, problem)


@dataclass(frozen=True)
class Found:
    """One row of the findings: whose it is, in which set, and how sure we are."""

    key: str
    group: str
    level: str


def certainties() -> tuple[Found, ...]:
    """List how sure each row of the findings is."""
    return tuple(
        Found(row.cite["key"], group, row.style)
        for group, table in findings.tables().items()
        for row in table.rows
    )


def certainty(page: Page, rows: Iterable[Found]) -> Iterator[Problem]:
    """A mark of certainty agrees with a row of the findings.

    It is read with what stands before it in its paragraph, back to the mark before. When that cites works of the
    findings, one of their rows must be just as sure. When it cites nothing, one row of the findings that the page
    places must be. When it cites only other works, or the page places none, nothing is known.
    Rows of the sets that the page places come first: the same work may carry one outcome better than another.
    """
    rows = tuple(rows)
    placed = {content.strip() for name, content in page.fences if name == "findings"}
    here = tuple(row for row in rows if row.group in placed)
    cited: frozenset[str] = frozenset()
    block = -1
    for passage in page.passages:
        cited = passage.cites if passage.block != block else cited | passage.cites
        block = passage.block
        for match in SPAN.finditer(passage.text):
            about = _about(cited, here) or _about(cited, rows) if cited else here
            levels = sorted({row.level for row in about})
            if levels and match.group(1) not in levels:
                named = ", ".join(sorted({row.key for row in about} & cited)) or "this page"
                problem = f"{match.group(1)!r} disagrees with the findings of {named}: {', '.join(levels)}"
                yield Problem(page.path, passage.at(match), problem)
            cited = frozenset()


def _about(cited: frozenset[str], rows: tuple[Found, ...]) -> tuple[Found, ...]:
    return tuple(row for row in rows if row.key in cited)


# --- 10. House words ---

HOUSE_WORDS = re.compile(
    r"(?<![\w.])/(?:work|root|tmp|home/\w+)/"
    r"|\b(?:pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|proxy\.golang\.org)\b"
    r"|\b(?:localhost|127\.0\.0\.1):\d+"
)
"""Paths of somebody's machine, and hosts that belong in no text."""


MAKERS = r"\b(?:AI|LLM|language model|(?:sub-?)?agents?)\b"
"""Words for who wrote a page; no reader needs them."""


def house_words(path: str, text: str) -> Iterator[Problem]:
    """No text names a path of a machine or the host of a registry."""
    for number, line in enumerate(text.splitlines(), 1):
        for match in HOUSE_WORDS.finditer(line):
            yield Problem(path, number, f"{match.group()!r} is of no use to a reader")


def house_words_of(page: Page) -> Iterator[Problem]:
    """The same for a page, which does not speak of those who wrote it either."""
    yield from house_words(page.path, page.text)
    for passage in page.passages:
        for match in re.finditer(MAKERS, passage.text):
            problem = f"{match.group()!r} is no word of this guide"
            yield Problem(page.path, passage.at(match), problem)


# --- All of it ---

CHECKS: tuple[Callable[[Page], Iterable[Problem]], ...] = (
    keys,
    links,
    link_words,
    typed_ranges,
    front_matter,
    sourced,
    phrases,
    uncited_pressures,
    certainty_words,
    house_words_of,
)
"""The checks that need one page and nothing else."""


def kept_grades(path: Path = RATCHET) -> dict[str, float]:
    """Read the best grade of each page so far."""
    kept: dict[str, float] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return kept


def problems(pages: Iterable[Page], rows: Iterable[Found]) -> list[Problem]:
    """Run every check of single pages."""
    rows = tuple(rows)
    found = [problem for page in pages for check in CHECKS for problem in check(page)]
    return sorted(found + [problem for page in pages for problem in certainty(page, rows)])


def keep_grades(path: Path = RATCHET) -> None:
    """Keep the best reading grade of each page: a page may become easier, not harder."""
    kept = json.dumps(tightened(read(), kept_grades(path)), indent=2)
    path.write_text(f"{kept}\n", encoding="utf-8")


def main() -> int:
    """Print what is wrong; 1 when something is."""
    pages = read()
    found = problems(pages, certainties()) + list(reading_grades(pages, kept_grades()))
    for problem in found:
        print(problem)
    for late in overdue(pages, datetime.now(tz=UTC).date()):
        print(f"warning: {late}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
