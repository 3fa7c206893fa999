"""What a checker of types must make of the library: read by mypy --strict, and run by a test."""

from datetime import date
from typing import assert_type

from bfr_rules import (
    Answer,
    Level,
    Mass,
    Percent,
    Plan,
    Pressure,
    Screening,
    Standing,
    Stopped,
    ask,
    plan,
    screen,
)


def first_steps(today: date, nothing_listed: dict[str, str | int | list[str]]) -> list[str]:
    """Screen, find a weight and a pressure, plan: as the page for programmers shows it."""
    said: list[str] = []
    found = screen(nothing_listed, today=today)
    assert_type(found, Screening)
    assert_type(found.standing, Standing)
    assert_type(found.level, Level)
    load = ask(
        "training-load",
        {"one_rm": 100, "percent_1rm": Percent(30)},
        standing=found.standing,
        today=today,
    )
    assert_type(load, Answer[Mass] | Stopped)
    if not isinstance(load, Stopped):
        said.append(str(load.value + Mass.kg(5)))
    cuff = ask(
        "pressure",
        {"aop_mmhg": Pressure.mmhg(187), "position": "sitting"},
        standing=found.standing,
        today=today,
    )
    match cuff:
        case Answer():
            assert_type(cuff.value, Pressure)
            said.append(str(cuff.value))
        case Stopped():
            said.extend(cuff.do)
    weeks = plan({"guided": True, "start": today}, standing=found.standing, today=today)
    assert_type(weeks, Plan | Stopped)
    if isinstance(weeks, Plan):
        said += [str(weeks.value), weeks.ics[:15]]
    return said
