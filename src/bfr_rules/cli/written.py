"""Outcomes for a person at a terminal, and as files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from bfr_rules import files
from bfr_rules.cli.given import GivenError
from bfr_rules.gate import UNSCREENED

Json = dict[str, Any]


def readable(outcome: Json) -> Iterator[str]:
    """Write an outcome for a person at a terminal."""
    yield outcome["headline"]
    if stop := outcome["stop"]:
        yield f"{stop['says']}{_keys(stop)}"
        yield from (f"- {each}" for each in stop["do"])
        yield from _holds(outcome)
        return
    yield ""
    if outcome["band"]:
        yield outcome["band"]["says"]
    yield from (f"{each['label']}: {each['value']}" for each in outcome["facts"])
    for caution in outcome["cautions"]:
        yield f"\nCaution: {caution['says']}{_keys(caution)}"
    yield from _holds(outcome)
    yield "\nWhy this answer"
    for step in outcome["steps"]:
        formula = f" = {step['formula']}" if step["formula"] else ""
        yield f"- {step['says']}{formula}: {step['result']}{_keys(step)}"
    for table in outcome["tables"]:
        yield f"\n{table['caption']}"
        yield " | ".join(table["columns"])
        yield from (" | ".join(row) for row in table["rows"])
    yield "\nWhat to do next"
    yield from (f"- {each['says']}{_keys(each)}" for each in outcome["next"])


def _keys(said: Json) -> str:
    cites = "; ".join(f"{each['key']}, {each['place']}" for each in said["cites"])
    return f" [{cites}]" if cites else ""


def _holds(outcome: Json) -> Iterator[str]:
    """Write the limits that hold, and who was screened or has agreed."""
    lines = [f"Limit: {each['says']}{_keys(each)}" for each in outcome["limits"]]
    lines += [each for each in outcome["provisos"] if each != str(UNSCREENED)]
    if lines:
        yield ""
        yield from lines


def file_of(outcome: Json, name: str) -> str:
    """Give the text of the file that somebody wants to keep under this name.

    An outcome's own file of that name comes first, then its first one of that ending; for `.csv`
    an outcome without such a file gives its tables.

    Raises:
        GivenError: There is none; the message names those there are.
    """
    made: Mapping[str, str] = {each["name"]: each["text"] for each in outcome["files"]}
    path = PurePath(name)
    if path.name in made:
        return made[path.name]
    ending = path.suffix.lower()
    for each, text in made.items():
        if ending and each.endswith(ending):
            return text
    if ending == ".csv" and outcome["tables"]:
        return _tables(outcome)
    endings = {PurePath(each).suffix for each in made} | ({".csv"} if outcome["tables"] else set())
    if not endings:
        message = f"--output: this answer has no file for “{name}”. Use --json and keep that."
        raise GivenError(message)
    message = f"--output: “{name}” should end in {' or '.join(sorted(endings))}"
    raise GivenError(message)


def _tables(outcome: Json) -> str:
    """Write the tables for a spreadsheet, with all that holds for the answer."""
    rows: list[list[str]] = [[outcome["headline"]]]
    rows += [[each] for each in outcome["provisos"]]
    rows += [[f"Limit: {each['says']}"] for each in outcome["limits"]]
    rows += [[f"Caution: {each['says']}"] for each in outcome["cautions"]]
    for table in outcome["tables"]:
        rows += [[table["caption"]], table["columns"], *table["rows"]]
    return files.table(rows)
