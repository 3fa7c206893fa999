"""The lists on which safety hangs, as Markdown: reasons not to train, and signs to stop.

Pages place them with a fence and add nothing to them, so that a word is changed in one place, the rules:

    ```reasons
    doctor
    ```

    ```signs
    emergency
    ```

What is written here is read like the rest of the page: headings, citations, links to the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bfr_rules.citation import Citation, State
from bfr_rules.screening.reasons import (
    ABOUT_YOU,
    HIGH,
    HIGHEST,
    ITEMS,
    LISTS_TO_TICK,
    LOW,
    NEVER,
    RAISED,
    Item,
    Severity,
    line,
)
from bfr_rules.signs import SIGNS, Sign
from bfr_rules.text import Text

PAGE = "../risks/who-should-not.md"
"""Where each reason stands whole, from any page one folder deep."""

SECTIONS: Mapping[str, tuple[Severity, ...]] = {
    "doctor": (Severity.ABS,),
    "missing": (Severity.MISSING,),
    "not-today": (Severity.NOW,),
    "clinician": (Severity.REL,),
    "limits": (Severity.PRE,),
}
"""Each part of the list, by what a page calls it."""

CARDS: Mapping[str, tuple[str, ...]] = {
    "emergency": ("emergency",),
    "stop": ("stop",),
    "after": ("doctor", "common"),
}
"""Which signs stand together, by what a page calls them."""
CARD = {"emergency": "emergency", "stop": "stop", "doctor": "doctor", "common": "note"}
STOP = "../do/when-to-stop.md"
"""Where each sign stands whole, from any page one folder deep."""
OUR_RULE = re.compile(r",? (?:is|are) our rule$")
MOMENT = {"during": "During the set.", "after": "In the hours and days after."}


@dataclass(frozen=True)
class Line:
    """A line of the blood pressure that a page may name, and the reason that draws it."""

    text: Text
    anchor: str


LINES: Mapping[str, Line] = {
    "blood-pressure-highest": Line(line(HIGHEST), "a72"),
    "blood-pressure-stop": Line(line(HIGH), "a08"),
    "blood-pressure-ask": Line(line(RAISED), "a24"),
    "blood-pressure-low": Line(line(LOW), "a73"),
}


def anchors(fence: str, what: str) -> list[str]:
    """List the anchors that a fence sets.

    >>> anchors("signs", "emergency")[0]
    'b05'
    """
    if fence == "signs":
        return [each.id for each in SIGNS if each.urgency in CARDS.get(what, ())]
    return [each.id for each in ITEMS if each.severity in SECTIONS.get(what, ())]


def reasons(what: str) -> str:
    """Write one part of the list, a part of it to tick on paper, or what no agreement opens.

    Args:
        what: A name of `SECTIONS`; the same after "checklist "; or "never".

    Raises:
        LookupError: There is no such part.
    """
    kind, _, part = what.rpartition(" ")
    if what == "never":
        return "\n".join(_never(each) for each in NEVER)
    if part not in SECTIONS or kind not in {"", "checklist"}:
        known = ", ".join([*SECTIONS, "never"])
        raise LookupError(f"no part of the reasons {what!r}; there are {known}, and “checklist …”")
    listed = [each for each in ITEMS if each.severity in SECTIONS[part]]
    if kind == "checklist":
        return "\n".join(
            ['<div class="bfr-checklist" markdown>', "", *map(_box, listed), "", "</div>"]
        )
    groups = [(label, [each for each in listed if each in items]) for label, items in _groups()]
    groups = [(label, items) for label, items in groups if items]
    level = 3 if len(groups) == 1 else 4
    written = []
    for label, items in groups:
        written += [f"### {label}", ""] if level == 4 else []
        for each in items:
            written += [_section(each, level), ""]
    return "\n".join(written)


def _groups() -> Iterable[tuple[str, tuple[Item, ...]]]:
    yield from ((str(asked.label), items) for asked, items in LISTS_TO_TICK)
    yield "Age, blood pressure, heart rate and weight", ABOUT_YOU


def _section(item: Item, level: int) -> str:
    counts = " ".join(str(each) for each in (item.includes, item.excludes) if each)
    return "\n".join(
        [
            f"{'#' * level} {item.tick} {{ #{item.id} .bfr-ref }}",
            "",
            *([counts, ""] if counts else []),
            f"- **Do:** {_bold(item.do)}",
            f"- **Why:** {_why(item)}{_cited(item.cites)}",
            *(
                [f"- **Who may decide otherwise:** {_decides(item)}"]
                if item.severity is not Severity.PRE
                else []
            ),
        ]
    )


def _why(item: Item) -> str:
    return " ".join(str(each) for each in (item.why, item.more, _ours(item)) if each)


def _box(item: Item) -> str:
    return f"- [{item.tick}]({PAGE}#{item.id})"


def _never(item: Item) -> str:
    return f"- [{item.tick}](#{item.id}): {item.decides.says!s}{_cited(item.decides.cites)}"


def _decides(item: Item) -> str:
    """Say who may decide otherwise, with the sources; where there is none, it is our rule."""
    read = [each for each in item.decides.cites if each.state is not State.OURS]
    return f"{item.decides.says}{_cited(read)}"


def _bold(do: Text | str) -> str:
    """Stress what must be done at once."""
    text = str(do)
    for urgent in ("See a doctor today.", "Call your emergency number now."):
        text = re.sub(rf"(?<!\*){re.escape(urgent)}(?!\*)", f"**{urgent}**", text)
    return text


def _ours(item: Item) -> str:
    """Say what of it is our own, where its words do not."""
    return _chosen(f"{item.why} {item.more or ''} {item.do}", item.cites)


def _chosen(said: str, cites: Iterable[Citation]) -> str:
    """Name the lines of our own beside sources, unless the words do."""
    if any(word in said for word in ("our choice", "our measure", "ours", "Ours")):
        return ""
    lines = [
        OUR_RULE.sub("", each.place.partition("; ")[2])
        for each in cites
        if each.state is State.OURS
    ]
    return f"Our cautious choice: {', '.join(lines)}." if lines else ""


def _cited(cites: Iterable[Citation]) -> str:
    """Write citations, each work once with every place that was read."""
    places: dict[str, list[str]] = {}
    for each in cites:
        place = each.place.partition("; ")[0]
        if place not in places.setdefault(each.key, []):
            places[each.key].append(place)
    if not places:
        return ""
    return f" [{'; '.join(f'@{key}, {_and(read)}' for key, read in places.items())}]"


def _and(places: list[str]) -> str:
    return " and ".join(places)


def signs(what: str) -> str:
    """Write cards of signs, or those of a moment as a list: all but what is common and needs no help.

    Args:
        what: A name of `CARDS`, or "list " and a name of `MOMENT`.

    Raises:
        LookupError: There are no such cards.
    """
    kind, _, moment = what.partition(" ")
    if kind == "list" and moment in MOMENT:
        return "\n".join(
            _short(each) for each in SIGNS if each.when == moment and each.urgency != "common"
        )
    if what not in CARDS:
        raise LookupError(f"no cards of signs {what!r}; there are {', '.join(CARDS)}")
    cards = [_card(each) for urgency in CARDS[what] for each in SIGNS if each.urgency == urgency]
    return "\n".join(['<div class="bfr-cards" markdown>', "", *cards, "</div>"])


def _short(sign: Sign) -> str:
    urgent = " **Emergency.**" if sign.urgency == "emergency" else ""
    said = " ".join(str(each) for each in sign.signs)
    return f"- [{sign.title}]({STOP}#{sign.id}): {said}{urgent}"


def _card(sign: Sign) -> str:
    first, _, rest = str(sign.do).partition(". ")
    chosen = _chosen(f"{sign.why or ''}", sign.cites)
    why = " ".join(str(each) for each in (sign.why, chosen) if each)
    moment = [f"*{MOMENT[sign.when]}*", ""] if sign.urgency == "emergency" else []
    return "\n".join(
        [
            f'<section class="bfr-card bfr-card--{CARD[sign.urgency]}" markdown>',
            "",
            f"### {sign.title} {{ #{sign.id} .bfr-ref }}",
            "",
            *moment,
            " ".join(str(each) for each in sign.signs),
            "",
            _bold(f"**{first.removesuffix('.')}.** {rest}".rstrip()),
            f"{why}{_cited(sign.cites)}".strip(),
            "",
            "</section>",
            "",
        ]
    )
