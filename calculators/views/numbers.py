"""“My numbers” as it is built: today's session, what is kept by choice, and what was done."""

from __future__ import annotations

from collections.abc import Mapping

from bfr_rules import catalog
from bfr_rules.signs import OPEN_AT
from calculators.views import render


def today(script: str, pages: Mapping[str, str]) -> str:
    """Write today's session in short, for a page without the rules' Python.

    Args:
        script: Address of what brings it to life.
        pages: Address of `numbers`.
    """
    return render.render("numbers/today", script=script, pages=pages)


def numbers(script: str, pages: Mapping[str, str]) -> str:
    """Write the page of what is kept.

    Args:
        script: Address of what brings it to life.
        pages: Addresses of `start`, `history` and `stops`.
    """
    return render.render(
        "numbers/my-numbers",
        script=script,
        pages=pages,
        feelings=_choices("feeling"),
        rules=_choices("progression"),
        days=_choices("bfr_days"),
        tools=_choices("tool", "light"),
        open_at=OPEN_AT,
    )


def history(script: str, pages: Mapping[str, str]) -> str:
    """Write the page of what was done.

    Args:
        script: Address of what brings it to life.
        pages: Address of `numbers`.
    """
    return render.render("numbers/history", script=script, pages=pages)


def _choices(name: str, of: str = "next-time") -> dict[str, str]:
    """Give what a question of a calculator may be answered with, in its words."""
    (asked,) = (each for each in catalog.calculator(of).inputs if each.name == name)
    return {each.value: str(each.label) for each in getattr(asked, "choices", ())}
