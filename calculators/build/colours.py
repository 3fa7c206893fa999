"""The colours of the site: what must be told from what, and a publisher's own in the place of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping

COLOUR = re.compile(
    r"--bfr-(?P<name>[\w-]+): light-dark\((?P<light>#[0-9a-f]+), (?P<dark>#[0-9a-f]+)\);"
)
"""A colour as the style sheet names it, in light and in dark."""

HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")

KEPT = frozenset({"caution", "caution-soft", "stop", "stop-soft"})
"""Colours that mean something everywhere, so that nobody changes them."""

GROUNDS = ("paper", "surface", "sunk")

READ = (
    *((text, ground, 7.0) for text in ("ink", "ink-soft") for ground in GROUNDS),
    *(
        (text, ground, 4.5)
        for text in ("accent", "accent-strong", "zone-ink", "heavy", "caution", "stop")
        for ground in GROUNDS
    ),
    *((name, f"{name}-soft", 4.5) for name in ("accent", "heavy", "caution", "stop")),
    *(("ink", f"{name}-soft", 7.0) for name in ("accent", "zone", "heavy", "caution", "stop")),
    ("zone-ink", "zone-soft", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-strong", 4.5),
    ("on-zone", "zone", 4.5),
    ("on-heavy", "heavy", 4.5),
)
"""Text, what it stands on, and the contrast that it needs."""

SEE = tuple(
    (name, ground, 3.0) for name in ("rule-strong", "zone", "heavy", "focus") for ground in GROUNDS
)
"""Marks that must be told from their ground."""

MODES = ("light", "dark")


class ColourError(ValueError):
    """A colour cannot be used; the message says which, and why."""


def tokens(sheet: str) -> dict[str, tuple[str, str]]:
    """List the colours of a style sheet by name, in light and in dark."""
    return {each["name"]: (each["light"], each["dark"]) for each in COLOUR.finditer(sheet)}


def own(sheet: str, wanted: Mapping[str, tuple[str, str]]) -> str:
    """Write the rule that puts a publisher's colours in the place of those of a sheet; nothing where there are none.

    >>> sheet = "--bfr-rule: light-dark(#c7d2d1, #2b424c);"
    >>> print(own(sheet, {"rule": ("#ccc", "#333")}))
    :root { --bfr-rule: light-dark(#ccc, #333); }

    Raises:
        ColourError: One is unknown, is no colour, keeps its meaning everywhere, or cannot be read.
    """
    if not wanted:
        return ""
    known = tokens(sheet)
    for name, pair in wanted.items():
        if name in KEPT:
            raise ColourError(f"The colour {name!r} means the same on every copy, and stays.")
        if name not in known:
            raise ColourError(f"There is no colour {name!r}; there are {', '.join(sorted(known))}.")
        for colour in pair:
            if not HEX.fullmatch(colour):
                raise ColourError(f"The colour {name!r} is written as #0a5568, not {colour!r}.")
    told = known | dict(wanted)
    for front, ground, least in (*READ, *SEE):
        if front in told and ground in told and {front, ground} & set(wanted):
            _see(front, ground, least, told)
    written = " ".join(
        f"--bfr-{name}: light-dark({light}, {dark});" for name, (light, dark) in wanted.items()
    )
    return f":root {{ {written} }}"


def _see(front: str, ground: str, least: float, told: Mapping[str, tuple[str, str]]) -> None:
    for mode, one, other in zip(MODES, told[front], told[ground], strict=True):
        got = contrast(one, other)
        if got < least:
            raise ColourError(
                f"{front!r} ({one}) on {ground!r} ({other}) has a contrast of {got:.1f} in {mode}; "
                f"it needs {least:g}."
            )


def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours, as the guidelines of accessibility say.

    >>> contrast("#000", "#ffffff"), round(contrast("#767676", "#fff"), 2)
    (21.0, 4.54)
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
