"""What JavaScript knows of the screening, written from the rules at build: levels, limits, limbs, and who may decide.

Nothing of it is typed a second time. A page keeps codes alone, and finds their sentences here.
"""

from __future__ import annotations

import json

from bfr_rules.gate import LIMBS, NO_SETTINGS, RELEASABLE, SCREENING_HOLDS_DAYS, WHO
from bfr_rules.limits import LIMITS
from bfr_rules.quantity import decimal
from bfr_rules.standing import Bind, Level

MODULE = "shared/from-rules.js"
"""The module, among the scripts of the browser; `from-rules.d.ts` declares it there."""


def module() -> str:
    """Write the module."""
    return "".join(
        f"export const {name} = {json.dumps(value, ensure_ascii=False)};\n"
        for name, value in values().items()
    )


def values() -> dict[str, object]:
    """List what it exports, by name."""
    return {
        "LEVELS": {
            each.value: {"stops": each in NO_SETTINGS, "releasable": each in RELEASABLE}
            for each in Level
        },
        "LIMITS": {
            code: {"says": str(each), "binds": [_bind(one) for one in each.binds]}
            for code, each in LIMITS.items()
        },
        "LIMBS": dict(LIMBS),
        "WHO": {who.value: str(said) for who, said in WHO.items()},
        "HOLDS_DAYS": SCREENING_HOLDS_DAYS,
    }


def _bind(bind: Bind) -> dict[str, object]:
    return {
        "name": bind.name,
        "most": "" if bind.most is None else decimal(bind.most.value),
        "only": bind.only,
        "never": list(bind.never),
    }
