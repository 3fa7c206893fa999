"""The list of works: labels, full references, BibTeX.

`src/bfr_rules/references.json` (CSL-JSON, as Zotero and citeproc read it) is the one list. Its
`custom` object holds how far we checked each work.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from html import escape
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from calculators.paths import ROOT

REFERENCES = ROOT / "src" / "bfr_rules" / "references.json"

STATE_WORDS: Mapping[str, str] = {
    "V": "read by us",
    "VS": "read through a secondary page",
    "R": "from memory, not yet re-checked",
}
"""How a work was checked, for readers."""

AUTHORS_SHOWN = 6
"""More authors than this end in “et al.”, as in the Vancouver style."""

AUTHORS_IN_LABEL = 2
"""More authors than this are “et al.” in a label."""

BIBTEX_TYPES: Mapping[str, str] = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
}
"""CSL types that BibTeX has a name for; the others become `@misc`."""

BIBTEX_CONTAINERS: Mapping[str, str] = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}
"""What BibTeX calls the place where a work appeared; for the others, `howpublished`."""

BIBTEX_ESCAPES: Mapping[int, str] = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_{}"},
    }
)
"""What LaTeX would read as a command."""

EN_DASH = "\N{EN DASH}"


class UnknownWorkError(LookupError):
    """A citation key that the list of works does not hold."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        """Name the key and the nearest one that exists."""
        near = get_close_matches(key, list(known), n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        super().__init__(f"no work {key!r} in {REFERENCES.name}{hint}")


class Html(str):
    """Text that is HTML already, so that a template does not escape it again."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give the text unchanged: the protocol of MarkupSafe and Jinja2."""
        return self


@dataclass(frozen=True)
class Name:
    """A person (family and given names) or an organisation (family name only)."""

    family: str
    given: str = ""
    is_organisation: bool = False

    @property
    def initials(self) -> str:
        """Give the first letters of the given names; particles such as “da” have none.

        >>> Name("Cirilo-Sousa", "Maria do Socorro").initials
        'MS'
        """
        parts = re.split(r"[\s.-]+", self.given)
        return "".join(part[0] for part in parts if part and not part[0].islower())

    @property
    def short(self) -> str:
        """Give the name as a reference list prints it.

        >>> Name("Patterson", "Stephen D.").short
        'Patterson SD'
        """
        return f"{self.family} {self.initials}".strip()


@dataclass(frozen=True)
class Source:
    """A work with its whole record."""

    key: str
    kind: str
    title: str
    state: str
    checked: str
    title_short: str = ""
    authors: tuple[Name, ...] = ()
    more_authors: bool = False
    editors: tuple[Name, ...] = ()
    year: int | None = None
    container: str = ""
    publisher: str = ""
    edition: str = ""
    genre: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    language: str = "en"
    doi: str = ""
    page_url: str = ""
    pmcid: str = ""
    pmid: str = ""

    @classmethod
    def from_csl(cls, item: Mapping[str, Any]) -> Source:
        """Read one CSL-JSON item."""
        custom = item["custom"]
        issued = item.get("issued")
        return cls(
            key=item["id"],
            kind=item["type"],
            title=item["title"],
            state=custom["state"],
            checked=custom["checked"],
            title_short=item.get("title-short", ""),
            authors=_names(item.get("author", ())),
            more_authors=custom.get("more_authors", False),
            editors=_names(item.get("editor", ())),
            year=issued["date-parts"][0][0] if issued else None,
            container=item.get("container-title", ""),
            publisher=item.get("publisher", ""),
            edition=item.get("edition", ""),
            genre=item.get("genre", ""),
            volume=item.get("volume", ""),
            issue=item.get("issue", ""),
            page=item.get("page", ""),
            language=item.get("language", "en"),
            doi=item.get("DOI", ""),
            page_url=item.get("URL", ""),
            pmcid=item.get("PMCID", ""),
            pmid=item.get("PMID", ""),
        )

    @property
    def url(self) -> str:
        """Give the address that lasts longest (DOI, PubMed, the page's own), or nothing."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.page_url

    @property
    def link_words(self) -> str:
        """Give the words of the link to `url`: the DOI, the PubMed number, or the site."""
        if self.doi:
            return f"doi:{self.doi}"
        if self.pmcid or self.pmid:
            return self.pmcid or f"PMID {self.pmid}"
        return re.sub(r"^https?://(?:www\.)?([^/]+).*$", r"\1", self.page_url)

    @property
    def who(self) -> str:
        """Give the name part of the label: authors, else editors, else the short title."""
        names = self.authors or self.editors
        if not names:
            return self.title_short or self.title
        if self.more_authors or len(names) > AUTHORS_IN_LABEL:
            return f"{names[0].family} et al."
        return " & ".join(name.family for name in names)

    @property
    def bare_label(self) -> str:
        """Give the label before works with the same names and year are told apart."""
        return f"{self.who} {self.year or ''}".strip()


@dataclass(frozen=True)
class Reference:
    """A full reference in pieces, plain text, ready to be escaped and marked up."""

    key: str
    authors: str
    year: str
    title: str
    language: str
    within: str
    container: str
    numbers: str
    publisher: str
    url: str
    link_words: str
    state_words: str
    checked: str

    @property
    def html(self) -> Html:
        """Give the reference as one run of HTML, every piece escaped."""
        year = f" ({escape(self.year)})" if self.year else ""
        lang = "" if self.language == "en" else f' lang="{escape(self.language)}"'
        title = f"<cite{lang}>{escape(self.title)}</cite>"
        container = f"<i>{escape(self.container)}</i>" if self.container else ""
        sentences = (
            f"{escape(self.authors)}{year}" if self.authors else "",
            title if self.authors else f"{title}{year}",
            escape(self.within),
            f"{container} {escape(self.numbers)}".strip(),
            escape(self.publisher),
            f'<a href="{escape(self.url)}">{escape(self.link_words)}</a>' if self.url else "",
        )
        return Html(" ".join(_ended(sentence) for sentence in sentences if sentence))


@dataclass(frozen=True)
class Bibliography:
    """All works, by key."""

    sources: Mapping[str, Source]

    @classmethod
    def from_csl(cls, items: Iterable[Mapping[str, Any]]) -> Bibliography:
        """Read a list of CSL-JSON items."""
        return cls({item["id"]: Source.from_csl(item) for item in items})

    def source(self, key: str) -> Source:
        """Find a work.

        Raises:
            UnknownWorkError: The list does not hold it.
        """
        try:
            return self.sources[key]
        except KeyError:
            raise UnknownWorkError(key, self.sources) from None

    @cached_property
    def _letters(self) -> Mapping[str, str]:
        """Give a letter, by title, to each work that shares its names and year with another."""
        alike: dict[str, list[Source]] = defaultdict(list)
        for source in self.sources.values():
            alike[source.bare_label].append(source)
        return {
            source.key: letter
            for sources in alike.values()
            if len(sources) > 1
            for letter, source in zip(
                ascii_lowercase,
                sorted(sources, key=lambda each: (_folded(each.title), each.key)),
                strict=False,
            )
        }

    def short(self, key: str) -> str:
        """Give the label of a citation: “Patterson et al. 2019”, “Epley 1985”, “VALD”."""
        source = self.source(key)
        letter = self._letters.get(key, "")
        between = " " if letter and source.year is None else ""
        return f"{source.bare_label}{between}{letter}"

    def full(self, key: str) -> Reference:
        """Give the whole reference, in pieces."""
        source = self.source(key)
        return Reference(
            key=key,
            authors=_author_list(source),
            year=f"{source.year}{self._letters.get(key, '')}" if source.year else "",
            title=source.title,
            language=source.language,
            within=_within(source),
            container=source.container,
            numbers=_numbers(source),
            publisher=_publisher(source),
            url=source.url,
            link_words=source.link_words,
            state_words=STATE_WORDS[source.state],
            checked=source.checked,
        )

    def in_order(self, keys: Iterable[str] | None = None) -> tuple[str, ...]:
        """Sort keys by name, year and title, as a bibliography prints them.

        Args:
            keys: Works to sort; all of them, unless some are given.
        """

        def by_name(key: str) -> tuple[str, int, str]:
            source = self.source(key)
            return _folded(source.who), source.year or 0, _folded(source.title)

        return tuple(sorted(self.sources if keys is None else set(keys), key=by_name))

    def bibtex(self, keys: Iterable[str] | None = None) -> str:
        """Export works as BibTeX in UTF-8, in the order of a bibliography."""
        return "\n".join(_bibtex_entry(self.source(key)) for key in self.in_order(keys))


@cache
def load() -> Bibliography:
    """Read the project's list of works, once."""
    return Bibliography.from_csl(json.loads(REFERENCES.read_text(encoding="utf-8")))


def short(key: str) -> str:
    """Give the label of a work.

    >>> short("patterson2019")
    'Patterson et al. 2019'
    """
    return load().short(key)


def full(key: str) -> Reference:
    """Give the whole reference of a work, in pieces.

    >>> full("patterson2019").numbers
    '10:533'
    """
    return load().full(key)


def bibtex(keys: Iterable[str] | None = None) -> str:
    """Export works (all of them, unless some are given) as BibTeX."""
    return load().bibtex(keys)


def write_downloads(folder: Path) -> None:
    """Write the list of works as files to download, `works.json` (CSL-JSON) and `works.bib`, where they would change."""
    folder.mkdir(parents=True, exist_ok=True)
    write_if_changed(folder / "works.json", REFERENCES.read_text(encoding="utf-8"))
    write_if_changed(folder / "works.bib", bibtex())


def write_if_changed(path: Path, text: str) -> bool:
    """Write a file if it would change; say whether it did."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8")
    return True


def _names(names: Iterable[Mapping[str, str]]) -> tuple[Name, ...]:
    return tuple(
        Name(name["literal"], is_organisation=True)
        if "literal" in name
        else Name(name["family"], name.get("given", ""))
        for name in names
    )


def _folded(text: str) -> str:
    """Drop accents and case, so that Ø, É and é sort where a reader looks for them."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("æ", "ae"))
    return "".join(char for char in bare if not unicodedata.combining(char))


def _ended(sentence: str) -> str:
    """End a sentence with one full stop, unless it ends in a stop already (markup apart)."""
    return (
        sentence if re.sub(r"<[^>]*>$", "", sentence).endswith((".", "?", "!")) else f"{sentence}."
    )


def _author_list(source: Source) -> str:
    names = source.authors or source.editors
    shown = [name.short for name in names[:AUTHORS_SHOWN]]
    if source.more_authors or len(names) > AUTHORS_SHOWN:
        shown.append("et al.")
    role = ""
    if names and not source.authors:
        role = ", editors" if len(names) > 1 else ", editor"
    return ", ".join(shown) + role


def _within(source: Source) -> str:
    """Give the editors of the book that a chapter is in."""
    if source.kind != "chapter" or not source.editors:
        return ""
    role = "editors" if len(source.editors) > 1 else "editor"
    return f"In: {', '.join(name.short for name in source.editors)}, {role}"


def _numbers(source: Source) -> str:
    """Give volume(issue):pages."""
    volume = f"{source.volume}({source.issue})" if source.issue else source.volume
    pages = source.page.replace("-", EN_DASH)
    return ":".join(part for part in (volume, pages) if part)


def _publisher(source: Source) -> str:
    edition = f"Edition {source.edition}" if source.edition else ""
    return ". ".join(part for part in (source.genre, edition, source.publisher) if part)


def _bibtex_entry(source: Source) -> str:
    kind = BIBTEX_TYPES.get(source.kind, "misc")
    plain: dict[str, str] = {
        "title": source.title,
        BIBTEX_CONTAINERS.get(kind, "howpublished"): source.container,
        "publisher": source.publisher,
        "edition": source.edition,
        "year": str(source.year or ""),
        "volume": source.volume,
        "number": source.issue,
        "pages": source.page.replace("-", "--"),
        "note": f"{STATE_WORDS[source.state]}: {source.checked}",
    }
    fields = {name: _bibtex_text(text) for name, text in plain.items()}
    fields["title"] = f"{{{fields['title']}}}"  # a second pair of braces keeps the capitals
    fields = {
        "author": _bibtex_names(source.authors, more=source.more_authors),
        "editor": _bibtex_names(source.editors, more=False),
        **fields,
        "doi": source.doi,
        "url": "" if source.doi else source.url,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.key},\n{lines}}}\n"


def _bibtex_names(names: tuple[Name, ...], *, more: bool) -> str:
    written = [
        f"{{{_bibtex_text(name.family)}}}"
        if name.is_organisation
        else _bibtex_text(f"{name.family}, {name.given}")
        for name in names
    ]
    return " and ".join([*written, *(["others"] if more else [])])


def _bibtex_text(text: str) -> str:
    r"""Escape what LaTeX would read as a command.

    >>> print(_bibtex_text("Strength & 1_RM, 40 %"))
    Strength \& 1\_RM, 40 \%
    """
    return text.translate(BIBTEX_ESCAPES)
