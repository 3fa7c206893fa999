"""The glossary: one list of terms, its page, and the link from the first use of a term on each page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from calculators.errors import data_error
from calculators.front_matter import read_yaml

FILE = Path(__file__).parent / "glossary.yml"
VALUE = re.compile(r"\{=([^}\s]*)\}")
"""A published value in a definition, as on a page."""


@dataclass(frozen=True)
class Term:
    """One term.

    Attributes:
        term: As shown.
        definition: One or two plain sentences; a published value stands in it as on a page.
        aliases: Other words for it.
        unlinked: Those of its words that also mean other things: they are not linked where a page uses them.
        cite: Keys of works.
        link: The page that says more, from the root of `docs/`.
    """

    term: str
    definition: str
    link: str
    aliases: tuple[str, ...] = ()
    unlinked: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """Give its anchor on the page of the glossary.

        >>> Term("percentage of AOP", "…", "a.md").slug
        'percentage-of-aop'
        """
        return re.sub(r"[^a-z0-9]+", "-", self.term.lower()).strip("-")

    @property
    def linked(self) -> tuple[str, ...]:
        """List the words that are linked where a page first uses one of them."""
        return tuple(each for each in (self.term, *self.aliases) if each not in self.unlinked)

    def html(self, value: Callable[[str], str]) -> Markup:
        """Write the definition; `value` writes a published value."""
        parts = VALUE.split(self.definition)
        return Markup("").join(
            Markup(value(part)) if at % 2 else escape(part)  # noqa: S704  (a template made it)
            for at, part in enumerate(parts)
        )

    def error(self, error: LookupError) -> LookupError:
        """Give a mistake in it its file and line."""
        return data_error(FILE, f"term: {self.term}", error)


@dataclass(frozen=True)
class Glossary:
    """Every term, in order."""

    terms: tuple[Term, ...]

    @cached_property
    def _words(self) -> tuple[tuple[str, Term], ...]:
        """List the linked words, long ones first, so that "cuff width" is not read as "cuff"."""
        words = [(word, term) for term in self.terms for word in term.linked]
        return tuple(sorted(words, key=lambda each: (-len(each[0]), each[0])))

    @cached_property
    def _used(self) -> re.Pattern[str]:
        either = "|".join(f"({_pattern(word)})" for word, _ in self._words)
        return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")

    def uses(self, text: str) -> Iterable[tuple[int, int, Term]]:
        """Find each use of a term in a text: where it starts, where it ends, and which it is.

        >>> aop = Term("AOP", "…", "a.md", aliases=("limb occlusion pressure",))
        >>> [found[:2] for found in Glossary((aop,)).uses("AOPX, Limb occlusion pressures, sub-AOP")]
        [(6, 30)]
        """
        for match in self._used.finditer(text):
            yield match.start(), match.end(), self._words[(match.lastindex or 1) - 1][1]


@cache
def load() -> Glossary:
    """Read the glossary, once.

    Raises:
        LookupError: Two terms share a word or an anchor; the message gives file and line.
    """
    entries = read_yaml(FILE.read_text("utf-8"))
    terms = tuple(_term(entry) for entry in entries)
    seen: dict[str, Term] = {}
    for term in terms:
        for word in {*(each.lower() for each in (term.term, *term.aliases)), f"#{term.slug}"}:
            if word in seen:
                raise term.error(LookupError(f"{word!r} stands for {seen[word].term!r} already"))
            seen[word] = term
    return Glossary(tuple(sorted(terms, key=lambda term: term.slug)))


def _term(entry: Mapping[str, Any]) -> Term:
    """Read one entry; a field that `Term` has not is a mistake."""
    fields: dict[str, Any] = {
        name: tuple(said) if isinstance(said, list) else said for name, said in entry.items()
    }
    return Term(**fields)


def _pattern(word: str) -> str:
    """Write what finds a word: abbreviations as they are, others also as the first word of a sentence, or in plural."""
    found = re.escape(word).replace(r"\ ", r"\s+")
    if word[1:].lower() == word[1:] and word[0].isalpha():
        found = f"[{word[0].lower()}{word[0].upper()}]{re.escape(word[1:])}".replace(r"\ ", r"\s+")
    return f"{found}s?" if word[-1].isalpha() and not word.endswith("s") else found
