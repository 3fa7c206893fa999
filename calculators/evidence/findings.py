"""Summary-of-findings tables, from `findings.json`. No number in them is pooled by us."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bfr_rules.citation import State
from calculators.errors import data_error
from calculators.evidence import bibliography
from calculators.evidence.numbers import plain, printed

FILE = Path(__file__).parent / "findings.json"

SURE: Mapping[str, str] = {
    "high": "very sure",
    "moderate": "fairly sure",
    "low": "not very sure",
    "very low": "unsure",
    "none": "no evidence",
}
"""Our words for certainty, as `docs/evidence/index.md` explains them, by GRADE's."""


SPACE = "\N{NO-BREAK SPACE}"


class Finding(NamedTuple):
    """One row: what was asked, what was found, and how sure we are. Fields are as the file names them."""

    outcome: str
    comparison: str
    measure: str | None
    effect: float | None
    unit: str | None
    low: float | None
    high: float | None
    p: str | None
    says: str | None
    studies: int | None
    people: int | None
    certainty: str
    why_certainty: str
    means: str
    cite: Mapping[str, str]

    @property
    def result(self) -> str:
        """Write the effect with its interval, or its p, as published."""
        if self.effect is None:
            return self.says or ""
        text, *ends = self._written
        text += f" {self.unit}" if self.unit else ""
        if ends:
            text += f" ({ends[0]}{SPACE}to{SPACE}{ends[1]})"
        elif self.p is not None:
            text += (
                f" (p {self.p})" if self.p.startswith(("<", "=", ">", "≥")) else f" (p = {self.p})"
            )
        return f"{text}; {self.says}" if self.says else text

    @property
    def _written(self) -> tuple[str, ...]:
        values = [each for each in (self.effect, self.low, self.high) if each is not None]
        return tuple(map(plain, values)) if self.unit else printed(*values)

    @property
    def counted(self) -> str:
        """Write how many studies and people the result rests on."""
        said = []
        if self.studies is not None:
            said.append("1 study" if self.studies == 1 else f"{self.studies} studies")
        if self.people is not None:
            said.append(f"{self.people} people")
        return ", ".join(said) or "numbers not seen"

    @property
    def sure(self) -> str:
        """Say how sure we are, in our words."""
        return SURE[self.certainty]

    @property
    def why(self) -> str:
        """Say the same in GRADE's word, and why."""
        grade = "" if self.certainty == "none" else f"{self.certainty.capitalize()} certainty. "
        return grade + self.why_certainty

    @property
    def style(self) -> str:
        """Give the class of the mark of certainty."""
        return self.certainty.replace(" ", "-")

    @property
    def second_hand(self) -> bool:
        """Whether we read it on a page that reprints the work."""
        return self.cite["state"] == State.SECONDARY.value


class Table(NamedTuple):
    """The findings of one topic."""

    name: str
    caption: str
    note: str
    rows: tuple[Finding, ...]

    @property
    def standardised(self) -> bool:
        """Whether a number is a standardised difference."""
        return any(row.measure and row.effect is not None for row in self.rows)

    @property
    def second_hand(self) -> bool:
        """Whether a row was read on a page that reprints the work."""
        return any(row.second_hand for row in self.rows)


@cache
def tables(file: Path = FILE) -> Mapping[str, Table]:
    """Read every table, by name.

    Raises:
        LookupError: A row names a work or a certainty that does not exist; the message gives file and line.
    """
    text = file.read_text("utf-8")
    made = {}
    for name, table in json.loads(text).items():
        rows = tuple(Finding(**row) for row in table["rows"])
        for row in rows:
            try:
                bibliography.short(row.cite["key"])
            except LookupError as error:
                raise data_error(file, row.cite["key"], error) from None
            if row.certainty not in SURE:
                wrong = LookupError(f"no certainty {row.certainty!r}; there are {', '.join(SURE)}")
                raise data_error(file, f'"{row.certainty}"', wrong)
        made[name] = Table(name, table["caption"], table.get("note") or "", rows)
    return made
