"""HTML from declarations: every template is called here, and gets nothing but what its comment names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bfr_rules import __version__, bridge, catalog
from bfr_rules.calculator import Calculator, Lookup
from bfr_rules.citation import AdvisedRange, State
from bfr_rules.gate import (
    EXPIRED,
    LIMBS,
    NO_SETTINGS,
    SCREEN_FIRST,
    TODAY_AGAIN,
    WHO,
    not_before,
)
from bfr_rules.limits import LIMITS
from bfr_rules.signs import OPEN_AT
from bfr_rules.text import Text, words
from calculators.evidence import bibliography
from calculators.evidence.findings import Table
from calculators.evidence.hazards import Hazard
from calculators.paths import ROOT
from calculators.views import flow as start
from calculators.views.answers import outcome
from calculators.views.flow import Part
from calculators.views.form import Form, answers_of
from calculators.views.runtime import Runtime

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = ROOT / ".cache" / "templates"
COMPILED.mkdir(parents=True, exist_ok=True)
SLOT = re.compile(r"\{(\w+)\}")
BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:kg|lb|mmHg|cm|min|s|h|W)\b|%)")
ASKED_THERE = {"unscreened", "unfinished"}
"""What a page that asks the whole screening itself has no stop for: it asks."""
FILLED = re.compile(r' data-(?:set-[\w-]+|each|with|if)="[^"]*"')
INDENTED = re.compile(r"\s*\n\s*")
BETWEEN_BLOCKS = re.compile(
    r">\n<(?=/?(?:d[ldtv]|div|p|label|fieldset|form|ul|ol|li|details|summary|section|template|legend|h[1-6])\b)"
)
NO_BREAK = "\u00a0"

STATE_WORDS = {**bibliography.STATE_WORDS, "OURS": "our own cautious choice"}
"""How a number was checked, for readers."""


class Blank:
    """An outcome without content: every part is there, every list has one item, no text.

    The templates write it once more for the browser, which clones it and fills it in.
    """

    def __getattr__(self, name: str) -> Blank:
        """Give a blank part."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, name: object) -> Blank:
        """Give a blank part."""
        return self

    def __iter__(self) -> Iterator[Blank]:
        """Give one blank item."""
        return iter((self,))

    def __str__(self) -> str:
        """Write nothing."""
        return ""

    def __html__(self) -> str:
        """Write nothing."""
        return ""


def _sets(data: Any, **patterns: str) -> Markup:  # noqa: ANN401  (JSON)
    """Write attributes whose values come from an outcome, and the patterns that the browser fills.

    >>> print(_sets({"x": "20"}, x="{x}%"))
    x="20%" data-set-x="{x}%"
    """
    written = []
    for name, pattern in patterns.items():
        attribute = name.replace("_", "-")
        if not isinstance(data, Blank):
            filled = SLOT.sub(lambda slot: _plain(data[slot.group(1)]), pattern)
            written.append(f'{attribute}="{escape(filled)}"')
        written.append(f'data-set-{attribute}="{escape(pattern)}"')
    return Markup(" ".join(written))  # noqa: S704  (each part is escaped)


def _plain(value: object) -> str:
    """Write a value of the bridge as JavaScript would."""
    return value if isinstance(value, str) else json.dumps(value)


ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    bytecode_cache=FileSystemBytecodeCache(str(COMPILED)),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.globals |= {"sets": _sets, "words": words, "blank": Blank()}


def render(template: str, **context: object) -> str:
    """Fill a template."""
    return ENVIRONMENT.get_template(f"{template}.html.jinja").render(context)


def calculator(
    asked: Calculator,
    number: int,
    runtime: Runtime | None,
    screening: str = "#bfr-screening-form",
    *,
    part: Part | None = None,
    alone: bool = False,
    made: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Write a calculator with its worked example, look-up table and examples.

    Args:
        asked: The calculator.
        number: How many times the page has placed it, this one included.
        runtime: The browser's Python; None when the site has none.
        screening: Address of the screening; by default it stands on the same page.
        part: Of Start, if it stands there: then examples, look-up table and working are left out, and what readers
            must answer themselves starts empty.
        alone: Whether it stands by itself in another site's page: then they are left out, too.
        made: Addresses of what else is made of it, by what they are called.
    """
    form = Form(
        asked,
        # Each field repeats it five times.
        f"b{start.PARTS.index(part)}"
        if part
        else f"bfr-{asked.slug}" + (f"-{number}" if number > 1 else ""),
        start=part.start if part else {},
        blank=frozenset(part.own if part else ()),
        is_part=part is not None,
        first=part.first if part else "",
        without=frozenset(part.without if part else ()),
    )
    return render(
        "calculator/calculator",
        calculator=asked,
        form=form,
        outcome=None if part else outcome(asked.slug, form.example),
        lookup=None if part or alone else lookup(asked),
        examples=[]
        if part
        else [
            {"says": each.says, "answers": answers_of(asked.inputs, each.given)}
            for each in asked.examples
        ],
        runtime=runtime,
        version=__version__,
        screening=screening,
        made=made,
    )


def flow(
    placed: Sequence[tuple[Part, Calculator]],
    runtime: Runtime | None,
    script: str,
    pages: Mapping[str, str],
) -> str:
    """Write Start.

    Args:
        placed: Its parts with their calculators.
        runtime: The browser's Python; None when the site has none.
        script: Address of what brings it to life.
        pages: Addresses of pages that it leads to.
    """
    return render(
        "flow/flow",
        screens=start.SCREENS,
        parts=[(part, part_of_flow(part, asked, runtime)) for part, asked in placed],
        exercises=start.EXERCISES,
        ways=start.WAYS,
        data=start.data(),
        runtime=runtime,
        script=script,
        pages=pages,
        rules=__version__,
        open_at=OPEN_AT,
    )


def part_of_flow(part: Part, asked: Calculator, runtime: Runtime | None) -> Markup:
    """Write a calculator of Start, with the questions of the first screen marked: it shows before its script has come."""
    html = calculator(asked, 1, runtime, "#step-about", part=part)
    first = start.SCREENS[0]
    for name in first.asks if first.slug == part.slug else ():
        html = html.replace(f'data-question="{name}"', f'data-question="{name}" data-on')
    return Markup(html)  # noqa: S704


def slim(html: str) -> str:
    """Leave out what neither a reader nor a script sees: how a source is indented."""
    return BETWEEN_BLOCKS.sub("><", INDENTED.sub("\n", html))


def parts() -> str:
    """Write what every calculator of a page needs to come to life, once for a page."""
    return render("calculator/parts")


def gate(screening: str, runtime: Runtime | None, *, leads: bool = False) -> str:
    """Write what a tab says of a screening, once for a page.

    Args:
        screening: Address of the screening.
        runtime: The browser's Python; None when the site has none.
        leads: Whether the page asks the whole screening itself, so that the short check need not stand in its place.
    """
    written = render(
        "calculator/gate",
        gates=[each for each in gates() if not (leads and each["name"] in ASKED_THERE)],
        asks={gate: asked for gate, asked in asks().items() if gate == "today" or not leads},
        who={each.value: said for each, said in WHO.items()},
        limbs=LIMBS,
        limits=LIMITS,
        screening=screening,
        runtime=runtime,
    )
    # It is cloned as it stands: nothing is filled in.
    return FILLED.sub("", written)


def gates() -> list[dict[str, object]]:
    """List what replaces settings, by name: the level of a screening, or why none holds."""
    stops = {
        "unscreened": SCREEN_FIRST,
        **{level.value: stopped for level, stopped in NO_SETTINGS.items()},
        "today": TODAY_AGAIN,
        "expired": EXPIRED,
        "not-yet": not_before(Text("the day that was agreed")),
    }
    return [
        {
            "name": name,
            "says": str(stopped.headline)[0].lower() + str(stopped.headline)[1:],
            "outcome": bridge.outcome_json(stopped),
        }
        for name, stopped in stops.items()
    ]


def asks() -> dict[str, dict[str, object]]:
    """List what is asked in the place of a setting, by the name of its gate: the short check, or today's part of it."""
    check = catalog.calculator("check")
    whole = [each.name for each in check.inputs if each.name != "asks"]
    return {
        gate: {
            "form": Form(check, f"bfr-gate-{gate}", {"asks": part}),
            "part": part,
            "questions": names,
        }
        for gate, part, names in (
            ("unscreened", "all", whole),
            ("today", "today", ["today"]),
            ("expired", "all", whole),
        )
    }


def lookup(asked: Calculator) -> dict[str, Any]:
    """Make the table of common answers by asking for each."""
    table: Lookup = asked.lookup
    labels = {each.name: each.label for each in asked.inputs}

    def cell(down: str, across: str) -> str:
        given = {**table.given, table.down: down, table.across: across}
        answered = outcome(asked.slug, given, "answer")
        if table.fact and not answered["stop"]:
            return {each["label"]: str(each["value"]) for each in answered["facts"]}[table.fact]
        return str(answered["headline"] if answered["answer"] is None else answered["answer"])

    def row(down: str) -> tuple[str, list[str]]:
        return unbroken(_shown(asked, table.down, down)), [
            unbroken(cell(down, each)) for each in table.across_values
        ]

    return {
        "caption": table.caption,
        "down": labels[table.down],
        "across": labels[table.across],
        "columns": [unbroken(_shown(asked, table.across, each)) for each in table.across_values],
        "rows": [row(down) for down in table.down_values],
    }


def unbroken(text: str) -> str:
    """Keep each number in one line with its unit.

    >>> [len(part) for part in unbroken("12.5 kg: 5 on each side").split(" ")]
    [8, 1, 2, 4, 4]
    """
    return BEFORE_UNIT.sub(NO_BREAK, text)


def _shown(asked: Calculator, name: str, typed: str) -> str:
    """Write an answer as its question shows it: with its unit, or by the label of its choice."""
    (question,) = (each for each in asked.inputs if each.name == name)
    return str(question.show(question.parse(typed)))


def cited_by(asked: Calculator) -> set[str]:
    """List the works that a calculator names, and those that its examples' answers and its gate cite."""
    keys = {each.key for each in asked.cites}
    if asked.gated:
        stops = (each.stop for each in NO_SETTINGS.values())
        keys |= {cite.key for stop in stops if stop for cite in stop.cites}
    for example in asked.examples:
        answered = json.dumps(
            outcome(asked.slug, answers_of(asked.inputs, example.given), "answer")
        )
        keys |= set(re.findall(r'"key": "([^"]+)"', answered))
    return keys


def sentences(texts: Sequence[Text]) -> str:
    """Write a list of sentences."""
    return render("calculator/sentences", texts=texts)


def calculators(listed: Sequence[tuple[Calculator, str, str]], *, goes_on: bool) -> str:
    """Write a list of calculators, each with address and description of its page.

    Args:
        listed: The calculators.
        goes_on: Whether the list goes on with the numbers of the list before.
    """
    return render("calculator/calculators", calculators=listed, goes_on=goes_on)


def value(advised: AdvisedRange, href: str) -> str:
    """Write a published range in a line."""
    return render("evidence/value", advised=advised, href=href)


def line(drawn: Text, href: str) -> str:
    """Write a line of the blood pressure in a line."""
    return render("evidence/line", drawn=drawn, href=href)


def citations(cites: Sequence[Mapping[str, str]]) -> str:
    """Write citations in a line."""
    return render("evidence/citations", cites=cites)


def data_cite(citation: Mapping[str, str]) -> str:
    """Write one citation in a table or a figure; `citation` has its `key`, `place` and `state`."""
    return render(
        "evidence/data-cite",
        key=citation["key"],
        label=bibliography.short(citation["key"]),
        place=citation["place"],
        second_hand=citation["state"] == State.SECONDARY.value,
    )


def advised_ranges(ranges: Sequence[AdvisedRange]) -> str:
    """Write the table of published ranges."""
    return render(
        "evidence/advised-ranges", ranges=ranges, short=bibliography.short, state_words=STATE_WORDS
    )


def bibliography_list(
    references: Sequence[bibliography.Reference],
    cited_on: Mapping[str, Sequence[tuple[str, str]]] | None,
) -> str:
    """Write every work, with title and address of each page that cites it, by key, where that is known."""
    return render("evidence/bibliography", references=references, cited_on=cited_on)


def findings(table: Table) -> str:
    """Write a table of findings."""
    return render("evidence/findings", table=table, short=bibliography.short)


def hazards(log: Sequence[Hazard]) -> str:
    """Write the hazard log."""
    return render("evidence/hazards", log=log)


def glossary(entries: Sequence[Mapping[str, object]]) -> str:
    """Write the glossary."""
    return render("evidence/glossary", entries=entries)


def terms(entries: Sequence[Mapping[str, object]]) -> str:
    """Write what the terms on a page mean."""
    return render("evidence/terms", entries=entries)


def page_sources(references: Sequence[bibliography.Reference], href: str) -> str:
    """Write the works that a page cites, with the address of the bibliography."""
    return render("evidence/page-sources", references=references, href=href)
