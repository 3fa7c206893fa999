"""The type of an outcome for JavaScript, written from the rules at build: no script takes it for anything else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bfr_rules.schema import outcome_schema
from calculators.paths import ROOT

DECLARED = ROOT / "calculators" / "browser" / "shared" / "outcome.d.ts"
"""The declaration, beside `from-rules.d.ts`: it is kept with the scripts, which are checked by it."""

SIMPLE = {
    "string": "string",
    "number": "number",
    "integer": "number",
    "boolean": "boolean",
    "null": "null",
}


def write(into: Path = DECLARED) -> None:
    """Write the declaration, if it is another."""
    text = declaration()
    if not into.is_file() or into.read_text("utf-8") != text:
        into.write_text(text, "utf-8")


def declaration() -> str:
    """Declare what a calculator answers."""
    schema = outcome_schema()
    return (
        "/** Written from the rules by the build: see `calculators/build/outcome_types.py`. */\n\n"
        f"/** {schema['title']}. {schema['description']} */\n"
        f"export interface Outcome {type_of(schema)}\n"
    )


def type_of(schema: Mapping[str, Any], within: str = "") -> str:
    """Write a JSON Schema as a type of TypeScript.

    >>> type_of({"anyOf": [{"type": "array", "items": {"enum": ["a", "b"]}}, {"type": "null"}]})
    '("a" | "b")[] | null'
    >>> print(type_of({"type": "object", "properties": {"x": {"type": ["string", "null"]}}}))
    {
      x: string | null;
    }
    """
    if "enum" in schema:
        return " | ".join(f'"{each}"' for each in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(type_of(each, within) for each in schema["anyOf"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " | ".join(_of_kind(kind, schema, within) for kind in kinds)


def _of_kind(kind: str, schema: Mapping[str, Any], within: str) -> str:
    if kind in SIMPLE:
        return SIMPLE[kind]
    if kind == "array":
        each = type_of(schema["items"], within)
        return f"({each})[]" if " | " in each and not each.startswith("{") else f"{each}[]"
    if "properties" not in schema:
        return f"Record<string, {type_of(schema['additionalProperties'], within)}>"
    inside = f"{within}  "
    parts = (
        f"{inside}{name}: {type_of(part, inside)};\n" for name, part in schema["properties"].items()
    )
    return f"{{\n{''.join(parts)}{within}}}"
