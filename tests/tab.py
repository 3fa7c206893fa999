"""What a tab of the browser keeps of a screening, for tests that begin after one."""

from __future__ import annotations

import datetime as dt

from playwright.sync_api import Page


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


def leave(page: Page, standing: object) -> None:
    """Leave a standing in the tab, as a page before this one would have, and load the page anew."""
    page.evaluate(
        "(standing) => sessionStorage.setItem('bfr-standing', JSON.stringify(standing))", standing
    )
    page.reload()
