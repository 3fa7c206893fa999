"""Mistakes in the guide's data files, and where they are."""

from __future__ import annotations

from pathlib import Path

from calculators.paths import ROOT


def data_error(file: Path, typed: str, error: LookupError) -> LookupError:
    """Give a mistake its file and line; `typed` is what stands there."""
    lines = file.read_text("utf-8").splitlines()
    number = next((at for at, line in enumerate(lines, 1) if typed in line), 1)
    named = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file.name
    return LookupError(f"{named}, line {number}: {error}")
