"""Terminals and pipes: letters that a terminal does not have are written with those that it has."""

from __future__ import annotations

import codecs
import io
import json
import sys
import unicodedata

ALIKE = "bfr-rules-alike"
"""The name under which Python finds `_alike`."""
LIKE = {
    **dict.fromkeys("−–—‐", "-"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’′", "'"),
    **dict.fromkeys("\u00a0\u202f", " "),
    "×": "x",
    "·": ".",
    "…": "...",
    "→": "->",
    "≤": "<=",
    "≥": ">=",
    "±": "+-",
    "≈": "~",
}
"""What stands for a sign that a terminal does not have."""


def write_alike() -> None:
    """Let both streams write what is alike where a letter is missing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ALIKE)


def _alike(error: UnicodeError) -> tuple[str, int]:
    """Write what the letters of a terminal do not have with those that it has.

    >>> "−5 “×” → ≥ Ü ½ ☂".encode("ascii", ALIKE)
    b'-5 "x" -> >= U 1/2 ?'
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    torn = error.object[error.start : error.end]
    return "".join(map(_plainly, torn)), error.end


def _plainly(letter: str) -> str:
    """Write one letter with those of ASCII."""
    parts = unicodedata.normalize("NFKD", LIKE.get(letter, letter)).replace("⁄", "/")
    return parts.encode("ascii", "ignore").decode() or "?"


codecs.register_error(ALIKE, _alike)


def as_json(value: object, indent: int | None = None) -> str:
    """Write JSON, with escapes where the letters of the terminal do not have all that is in it."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except ValueError:
        return json.dumps(value, indent=indent)
    return text
