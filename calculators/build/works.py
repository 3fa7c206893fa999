"""The module of works that the rules cite, written from the list of works.

Every verb of `make` that needs the module writes it first; `make check` says when it is not what the rules cite.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable

from calculators.errors import data_error
from calculators.evidence.bibliography import (
    REFERENCES,
    Bibliography,
    Source,
    UnknownWorkError,
    load,
    write_if_changed,
)
from calculators.paths import ROOT

RULES = ROOT / "src" / "bfr_rules"
MODULE = RULES / "works.py"

LINE_LENGTH = 100
"""Of the module, as ruff formats it."""

TEMPLATE = '''\
"""The works that the rules cite. Generated from `references.json`: do not edit.

`make format`, `make test` and `make serve` write it anew.
"""

from bfr_rules.citation import Work

WORKS: dict[str, Work] = {works}
'''


class WorksError(Exception):
    """The rules cite works that are not in the list; the message says where, and what to do."""


def write() -> bool:
    """Write the module if it would change; say whether it did.

    Raises:
        WorksError: The rules cite a work that the list does not hold.
    """
    if not MODULE.exists():  # the rules import it, so the first time they need an empty one
        write_if_changed(MODULE, module_of((), load()))
    return write_if_changed(MODULE, wanted())


def wanted() -> str:
    """Give the text that the module must have for what the rules cite.

    Raises:
        WorksError: The rules cite a work that the list does not hold.
    """
    from bfr_rules import catalog

    keys, works = catalog.cited_keys(), load()
    unknown = [str(_placed(key, works)) for key in keys if key not in works.sources]
    if unknown:
        todo = f"Add it to {REFERENCES.relative_to(ROOT)}, then run the same command again."
        raise WorksError("\n".join([*unknown, todo]))
    return module_of(keys, works)


def _placed(key: str, works: Bibliography) -> LookupError:
    """Give a citation of no work its file and line."""
    error, typed = UnknownWorkError(key, works.sources), f'"{key}"'
    for file in sorted(RULES.rglob("*.py")):
        if typed in file.read_text("utf-8"):
            return data_error(file, typed, error)
    return error


def module_of(keys: Iterable[str], works: Bibliography) -> str:
    """Give the text of the module for some works."""
    entries = "".join(_entry(works.source(key), works.short(key)) for key in sorted(set(keys)))
    return TEMPLATE.format(works=f"{{\n{entries}}}" if entries else "{}")


def _entry(source: Source, short: str) -> str:
    fields = {
        "key": _literal(source.key, "key"),
        "short": _literal(short, "short"),
        "title": _literal(source.title, "title"),
        "year": repr(source.year),
        "url": _literal(source.url, "url"),
    }
    lines = "".join(f"        {name}={value},\n" for name, value in fields.items())
    return f'    "{source.key}": Work(\n{lines}    ),\n'


def _literal(text: str, name: str) -> str:
    """Write a string as ruff formats it after `name=`, in parts if the line would be too long."""
    whole = _quoted(text)
    if len(f"        {name}={whole},") <= LINE_LENGTH:
        return whole
    indent = " " * 12
    if len(indent + whole) <= LINE_LENGTH:
        parts = [text]
    else:
        parts = textwrap.wrap(text, width=84, drop_whitespace=False, break_on_hyphens=False)
    lines = "".join(f"{indent}{_quoted(part)}\n" for part in parts)
    return f"(\n{lines}        )"


def _quoted(text: str) -> str:
    r"""Quote as ruff does: double quotes, unless single ones need fewer escapes.

    >>> print(_quoted('a "b"'), _quoted("it's"))
    'a "b"' "it's"
    """
    mark = "'" if text.count('"') > text.count("'") else '"'
    return mark + text.replace("\\", "\\\\").replace(mark, f"\\{mark}") + mark


def main() -> int:
    """Say whether the module is what the rules cite, and write nothing."""
    try:
        kept = MODULE.read_text("utf-8") == wanted()
    except WorksError as error:
        print(error, file=sys.stderr)
        return 1
    if not kept:
        print(
            f"{MODULE.relative_to(ROOT)} is not what the rules cite: run `make format`.",
            file=sys.stderr,
        )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
