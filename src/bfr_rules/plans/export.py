"""A plan as a calendar, and as files: for calendars, spreadsheets and programs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bfr_rules import __version__, files
from bfr_rules.files import calendar, escaped, mark_of, sequence
from bfr_rules.outcome import Calendar, Day, Week
from bfr_rules.plans.schedule import DAYS_IN_WEEK, Event
from bfr_rules.quantity import Mass, Unit
from bfr_rules.references import REST_BETWEEN_SETS
from bfr_rules.sessions.planned import SCHEMES
from bfr_rules.text import Count, Series, Text
from bfr_rules.times import MONTHS, Date

SAYS = {
    (): ("free", Text("Free")),
    ("bfr",): ("bfr", Text("Cuff")),
    ("heavy",): ("heavy", Text("Heavy")),
    ("heavy", "bfr"): ("bfr", Text("Heavy, then cuff")),
    ("light",): ("other", Text("Light")),
    ("heavy", "light"): ("other", Text("Heavy, then light")),
}


class Lifted(Protocol):
    """What is lifted in each week."""

    def note(self, week: int) -> Text:
        """Say what is lifted in a week."""

    def numbers(self, week: int, /) -> tuple[str, str]:
        """Write the share of the 1RM and the load of a week; empty where there is none."""


def calendar_of(listed: tuple[Event, ...], weeks: int, lifted: Lifted, named: str) -> Calendar:
    """Lay the weeks out, day by day."""
    monday = listed[0].date.after(-listed[0].date.weekday)
    on: dict[Date, tuple[str, ...]] = {}
    for each in listed:
        on[each.date] = (*on.get(each.date, ()), each.kind)
    made = []
    for week in range(1, weeks + 1):
        days = []
        for number in range(DAYS_IN_WEEK):
            date = monday.after((week - 1) * DAYS_IN_WEEK + number)
            kind, says = SAYS[on.get(date, ())]
            days.append(Day(date, kind, says))
        first, last = days[0].date.on, days[-1].date.on
        label = Text(
            "Week {week}: {first} {from_month} to {last} {to_month}",
            week=week,
            first=first.day,
            from_month=MONTHS[first.month - 1],
            last=last.day,
            to_month=MONTHS[last.month - 1],
        )
        made.append(Week(label, lifted.note(week), tuple(days)))
    light = [each for each in listed if each.kind != "heavy"]
    return Calendar(
        Text(
            "{sessions} {how}{limb} from {first} to {last}",
            how=Text("with a cuff") if light[0].kind == "bfr" else Text("without a cuff"),
            limb=Text(" for the {limb}", limb=named) if named else "",
            sessions=Count(len(light), "session"),
            first=listed[0].date,
            last=listed[-1].date,
        ),
        tuple(made),
    )


# --- Files -------------------------------------------------------------------------------------

TITLES = {
    "bfr": "Cuff training",
    "light": "Light training, no cuff",
    "heavy": "Heavy training",
}
REMINDERS = {
    "bfr": (
        "Open the cuff at once if the limb goes numb, cold, white or blue, or if you feel dizzy "
        "or sick. Ill or still sore today? Leave it out."
    ),
    "light": (
        "Stop each set when a repetition is no longer clean. Chest pain, dizzy or sick? Stop. "
        "Ill or still sore today? Leave it out."
    ),
    "heavy": "No cuff in heavy sets.",
}


@dataclass(frozen=True)
class About:
    """What a plan is, beside its sessions: what tells it from others, and what its files print."""

    name: str
    exercise: str
    block: str
    progression: str
    start: Date
    one_rm: Mass | None
    alarm: str
    today: Date | None
    timer: str
    holds: tuple[Text, ...]

    @property
    def mark(self) -> str:
        """What tells this plan from any other, while days, hour, weeks and share may change.

        A name that was given to the plan says all of it. Without one, a plan is what it trains,
        how, from which day and from which 1RM: two people who share a calendar differ in one of
        these, or give their plans names.
        """
        unnamed = (self.exercise, self.block, self.progression, str(self.start), str(self.one_rm))
        return mark_of((self.name,) if self.name else ("", *unnamed))


USUAL = Text(
    "Usual sets: {sets} repetitions, {rest} of rest between them.",
    sets=Series(SCHEMES["30-15-15-15"]),
    rest=REST_BETWEEN_SETS,
)


def ics(listed: tuple[Event, ...], lifted: Lifted, about: About) -> str:
    """Write sessions as a calendar file (RFC 5545) in floating time: the reader's own clock.

    Each session is named by its plan (`About.mark`), its kind and its number among its kind, and
    never by day or hour: a plan that has changed takes the place of what it was, and no other's.
    The rules have no clock. Where the page tells them the day, `SEQUENCE` counts the days up to it
    and `LAST-MODIFIED` and `DTSTAMP` are its midnight, so that a file of a later day wins; of two
    files of one day the one that is read last wins, as both numbers are equal. Without a day the
    stamp is the first day of the plan: the same answers always give the same file.
    """
    stamp = f"{(about.today or listed[0].date).on:%Y%m%d}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//BFR Guide//Plan {__version__}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    numbers = dict.fromkeys(TITLES, 0)
    alike = {(each.kind, each.week): each for each in listed}
    described = {key: escaped(_description(each, lifted, about)) for key, each in alike.items()}
    for each in listed:
        numbers[each.kind] += 1
        lines += [
            "BEGIN:VEVENT",
            f"UID:{about.mark}-{each.kind}-{numbers[each.kind]}@bfr-guide",
            f"DTSTAMP:{stamp}",
            *((f"LAST-MODIFIED:{stamp}",) if about.today else ()),
            f"SEQUENCE:{sequence(about.today)}",
            f"DTSTART:{each.start:%Y%m%dT%H%M%S}",
            f"DTEND:{each.end:%Y%m%dT%H%M%S}",
            f"SUMMARY:{escaped(_title(each, about))}",
            f"DESCRIPTION:{described[each.kind, each.week]}",
            *((f"URL:{about.timer}",) if about.timer and each.kind != "heavy" else ()),
            f"CATEGORIES:{escaped(TITLES[each.kind])}",
            *_alarm(about.alarm, _title(each, about)),
            "END:VEVENT",
        ]
    return calendar([*lines, "END:VCALENDAR"])


def _title(event: Event, about: About) -> str:
    title = TITLES[event.kind]
    return f"{title}: {about.exercise}" if event.kind != "heavy" and about.exercise else title


def _description(event: Event, lifted: Lifted, about: About) -> str:
    """Say what to do in a session, line by line."""
    lines = [REMINDERS[event.kind]]
    if event.kind != "heavy":
        usual = (str(USUAL),) if event.kind == "bfr" else ()
        lines = [f"{lifted.note(event.week)}.", *usual, *lines, *map(str, about.holds)]
        lines += [f"Timer: {about.timer}"] if about.timer else []
    return "\n".join([*lines, f"BFR Guide, rules {__version__}"])


ALARMS = {"0": "PT0S", "15": "-PT15M", "60": "-PT1H", "1440": "-P1D"}
"""How long before a session a calendar reminds, by the answer."""


def _alarm(minutes: str, title: str) -> tuple[str, ...]:
    if minutes not in ALARMS:
        return ()
    trigger = f"TRIGGER:{ALARMS[minutes]}"
    return (
        *("BEGIN:VALARM", "ACTION:DISPLAY", trigger),
        f"DESCRIPTION:{escaped(title)}",
        "END:VALARM",
    )


COLUMNS = (
    "date",
    "weekday",
    "start",
    "end",
    "kind",
    "week",
    "percent_1rm",
    "load",
    "note",
    "on",
    "mind",
)
NOTHING_LIFTED = ("",) * 5


def table(
    listed: tuple[Event, ...], lifted: Lifted, about: About, separator: str = ",", point: str = "."
) -> str:
    """Write sessions as a table for spreadsheets, with dates as 2026-11-30.

    Args:
        listed: The sessions.
        lifted: What is lifted.
        about: What is trained, and what a screening demands: the last two columns.
        separator: What parts cells: a comma, or a semicolon where a comma is the decimal sign.
        point: The decimal sign.
    """
    rows: list[tuple[object, ...]] = [COLUMNS]
    mind = " ".join(map(str, about.holds))
    lifts: dict[int, tuple[str, ...]] = {}
    for week in {each.week for each in listed if each.kind != "heavy"}:
        lift = (*lifted.numbers(week), str(lifted.note(week)), about.exercise, mind)
        lifts[week] = tuple(re.sub(r"(?<=[0-9])\.(?=[0-9])", point, part) for part in lift)
    for each in listed:
        lifted_then = lifts[each.week] if each.kind != "heavy" else NOTHING_LIFTED
        start, end = f"{each.start:%H:%M}", f"{each.end:%H:%M}"
        rows.append(
            (each.date.on.isoformat(), each.weekday, start, end, each.kind, each.week, *lifted_then)
        )
    return files.table(rows, separator)


def data(
    listed: tuple[Event, ...],
    lifted: Lifted,
    about: About,
    answers: Mapping[str, str | list[str]],
) -> str:
    """Write sessions as JSON, with the answers that make the same plan and the rules' version."""
    sessions = [
        {
            "kind": each.kind,
            "week": each.week,
            "start": each.start.isoformat(timespec="minutes"),
            "minutes": int(each.length.magnitude(Unit.MINUTE)),
            "percent_1rm": share,
            "load": load,
        }
        for each in listed
        for share, load in (("", "") if each.kind == "heavy" else lifted.numbers(each.week),)
    ]
    made = {
        "rules": __version__,
        "calculator": "plan",
        "answers": answers,
        "holds": [str(each) for each in about.holds],
        "sessions": sessions,
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
