"""What a tab of the browser keeps of a screening, for tests that begin after one."""

from __future__ import annotations

import datetime as dt
import json

from playwright.sync_api import Page

from bfr_rules import bridge


def today() -> str:
    """Give the day on this machine."""
    return dt.datetime.now().astimezone().date().isoformat()


def screened(day: str | None = None, **found: object) -> dict[str, object]:
    """Give what a tab keeps after a screening that found no reason, or found this."""
    on = day or today()
    level = found.get("level", "none")
    days = {"on": on, "today_on": on}
    nobody = {"release_by": [], "release": None, "short": False}
    return {"level": level, "lasting": level, "limits": [], "closed": [], **days, **nobody, **found}


UNSCREENED = {"screening", "check"}
"""Calculators that are asked by somebody who was not screened yet."""


def answered(slug: str, answers: object, **more: str) -> dict[str, object]:
    """Give the outcome for a reader who was screened today; for a screening itself, for one who was not."""
    request = {"calculator": slug, "answers": answers, "today": today(), **more}
    if slug not in UNSCREENED:
        request["standing"] = screened()
    return json.loads(bridge.answer(json.dumps(request)))["outcome"]


def leave(page: Page, standing: object) -> None:
    """Leave a standing in the tab, as a page before this one would have, and load the page anew."""
    page.evaluate(
        "(standing) => sessionStorage.setItem('bfr-standing', JSON.stringify(standing))", standing
    )
    page.reload()
