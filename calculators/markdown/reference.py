"""The reference of the library, as Markdown, from its own signatures and docstrings.

    ```reference
    ask screen plan
    ```

What is written is read like the rest of the page, by whatever generator builds it.
"""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Iterator

import bfr_rules
from bfr_rules.catalog import calculator

LONGEST = 70
"""Characters of a signature on one line."""
PART = re.compile(r"^(?P<name>Args|Attributes|Returns|Raises):$")
ENTRY = re.compile(r"^(?P<name>[\w.]+): (?P<says>.*)$")
VALUES = "values"
"""In the place of a name: the table of what each calculator answers with."""
HEADINGS = {"Args": "Takes", "Attributes": "Has", "Returns": "Gives", "Raises": "Raises"}


def reference(names: str) -> str:
    """Write what each of these public names is, or what each calculator answers with (`VALUES`).

    Raises:
        LookupError: There is no such name.
    """
    written: list[str] = []
    for name in names.split():
        if name == VALUES:
            written += _values()
            continue
        if name not in bfr_rules.__all__:
            known = ", ".join(bfr_rules.__all__)
            raise LookupError(f"the library has no {name!r}; it has {known}")
        written += _entry(name, getattr(bfr_rules, name))
    return "\n".join(written)


def _values() -> Iterator[str]:
    """Write what the value of each calculator's answer is, as the types of `ask` promise."""
    yield from ("| Calculator | Question | Value |", "|---|---|---|")
    for each in typing.get_overloads(bfr_rules.ask):
        hints = typing.get_type_hints(each)
        (value,) = typing.get_args(typing.get_args(hints["return"])[0])
        kinds = " or ".join(f"`{kind.__name__}`" for kind in typing.get_args(value) or (value,))
        for slug in typing.get_args(hints["slug"]):
            yield f"| `{slug}` | {calculator(slug).question} | {kinds} |"
    yield ""


def _entry(name: str, what: object) -> Iterator[str]:
    doc = inspect.getdoc(what) or ""
    yield from (f"### `{name}` {{ #{name} .bfr-ref }}", "")
    if inspect.isfunction(what):
        yield from ("```python", _broken(_signature(name, what)), "```", "")
    yield from _said(doc)
    if inspect.isclass(what):
        for attribute, each in vars(what).items():
            if isinstance(each, property) and not attribute.startswith("_"):
                yield f"- `{attribute}`: {_first(each)}"
            elif inspect.isfunction(each) and not attribute.startswith("_"):
                yield f"- `{_signature(attribute, each)}`: {_first(each)}"
            elif isinstance(each, classmethod) and not attribute.startswith("_"):
                yield f"- `{name}.{_signature(attribute, each.__func__)}`: {_first(each)}"
        yield ""


def _first(what: object) -> str:
    """Give the first paragraph of a docstring, on one line."""
    return " ".join((inspect.getdoc(what) or "").partition("\n\n")[0].split())


def _signature(name: str, what: object) -> str:
    """Write a signature without what is of no use to a caller."""
    signed = inspect.signature(what)  # type: ignore[arg-type]  # a function
    takes = [each for each in signed.parameters.values() if each.name not in {"self", "cls"}]
    gives = str(signed.return_annotation)
    bare = signed.replace(parameters=takes, return_annotation=inspect.Signature.empty)
    written = re.sub(r"'([^']+)'", r"\1", f"{name}{bare} -> {gives}")
    return written.replace("Answer[object]", "Answer")


def _broken(signature: str) -> str:
    """Give each argument of a long signature a line.

    >>> print(_broken("plan(answers: Answers | None = None, *, standing: Standing, today: Day) -> Plan"))
    plan(
        answers: Answers | None = None,
        *,
        standing: Standing,
        today: Day,
    ) -> Plan
    """
    if len(signature) <= LONGEST:
        return signature
    name, _, rest = signature.partition("(")
    takes, _, gives = rest.rpartition(")")
    return "\n".join([f"{name}(", *(f"    {each}," for each in takes.split(", ")), f"){gives}"])


def _said(doc: str) -> Iterator[str]:
    """Write a docstring: paragraphs, then each part as a list, then its example."""
    part = ""
    code: list[str] = []
    for line in doc.splitlines():
        if found := PART.match(line):
            part = found["name"]
            yield from (f"**{HEADINGS[part]}**", "")
        elif line.startswith(">>>") or code:
            code.append(line)
        elif part and (entry := ENTRY.match(line.strip())) and _depth(line) == 4:
            yield f"- `{entry['name']}`: {entry['says']}"
        elif part and _depth(line) > 4:
            yield f"  {line.strip()}"
        else:
            yield line.strip()
    if code:
        yield from ("", "```pycon", *code, "```")
    yield ""


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
