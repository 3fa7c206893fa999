"""The levels of a screening as the browser's scripts know them, written from the rules.

    python -m calculators.levels   # write `widgets/levels.js` anew

The build writes it before it copies the scripts, and a test compares it with the rules.
"""

from __future__ import annotations

import json
from pathlib import Path

from bfr_rules.gate import LIMBS, NO_SETTINGS, RELEASABLE, SCREENING_HOLDS_DAYS, WHO
from bfr_rules.model import Level

WRITTEN = Path(__file__).parent / "widgets" / "levels.js"

HEAD = """\
/**
 * Where a screening can leave a reader, and who may decide otherwise.
 *
 * Written by `python -m calculators.levels` from the rules (`bfr_rules.model.Level`, `bfr_rules.gate`): do not edit.
 */
"""


def text() -> str:
    """Write the module."""
    stops = [each.value for each in Level if each in NO_SETTINGS]
    shows = [each.value for each in Level if each not in NO_SETTINGS and each != Level.UNSCREENED]
    releasable = [each.value for each in Level if each in RELEASABLE]
    who = {each.value: str(says) for each, says in WHO.items()}
    parts = (
        ("Levels at which settings may be shown.", "OPEN", _set(shows)),
        ("Levels at which they may not.", "STOPS", _set(stops)),
        (
            "Levels that a professional may open, if `release_by` of the standing names one.",
            "RELEASABLE",
            _set(releasable),
        ),
        ("The level before anybody was asked.", "UNSCREENED", json.dumps(Level.UNSCREENED.value)),
        ("Limbs, with their names.", "LIMBS", _object(dict(LIMBS))),
        ("Who may decide, with their names.", "WHO", _object(who)),
        (
            "Days for which the answers hold that are not about today.",
            "HOLDS_DAYS",
            str(SCREENING_HOLDS_DAYS),
        ),
    )
    return HEAD + "".join(
        f"\n/** {says} */\nexport const {name} = {value};\n" for says, name, value in parts
    )


def _set(values: list[str]) -> str:
    return f"new Set({json.dumps(values)})"


def _object(values: dict[str, str]) -> str:
    """Write an object as the formatter does: a name in quotes only where it needs them."""
    quoted = any(not name.isidentifier() for name in values)
    names = (json.dumps(each) if quoted and not each.isidentifier() else each for each in values)
    rows = zip(names, values.values(), strict=True)
    inside = "".join(f"  {name}: {json.dumps(value)},\n" for name, value in rows)
    return f"{{\n{inside}}}"


def write() -> None:
    """Write the module where it stands."""
    WRITTEN.write_text(text(), "utf-8")


if __name__ == "__main__":
    write()
