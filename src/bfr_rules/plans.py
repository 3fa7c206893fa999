"""Plans: weeks of sessions with a cuff, far enough apart, with load raised as trials raised it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from fractions import Fraction
from itertools import pairwise

from bfr_rules import __version__, files, inputs
from bfr_rules.files import calendar, escaped, mark_of, sequence
from bfr_rules.inputs import (
    Choice,
    ChoiceInput,
    ChoicesInput,
    DateInput,
    MassInput,
    NameInput,
    NumberInput,
    TimeInput,
)
from bfr_rules.loads.equipment_makes import in_steps
from bfr_rules.loads.rule import CEILING, FIRST_CEILING, too_much_at_first
from bfr_rules.model import (
    Advice,
    Calculator,
    Calendar,
    Caution,
    Coefficient,
    Day,
    Example,
    Fact,
    File,
    Group,
    Lookup,
    Outcome,
    Sets,
    State,
    Step,
    Stop,
    Vary,
    Week,
    When,
)
from bfr_rules.quantity import (
    MONTHS,
    WEEKDAYS,
    Date,
    Duration,
    Mass,
    Percent,
    Range,
    TimeOfDay,
    Unit,
    decimal,
)
from bfr_rules.references import (
    BFR_INTENSITY,
    FIRST_SESSIONS_INTENSITY,
    REST_BETWEEN_SETS,
    RHABDOMYOLYSIS,
    SESSION_GAP,
    SESSIONS_PER_WEEK,
    SHORT_BLOCK_SESSIONS,
    SHORT_BLOCK_WEEKS,
    cite,
)
from bfr_rules.rest import DAILY_TRIALS, too_often
from bfr_rules.sessions.planned import SCHEMES
from bfr_rules.text import Count, Series, Text

DAYS_IN_WEEK = 7
DAYS = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), WEEKDAYS, strict=True))
"""The days of a week as they are typed and as they are said."""

# --- Progression, as trials did it -------------------------------------------------------------

TENDON_TRIAL = cite("centner2019tendon", "training protocol", State.SECONDARY)
FIRST_SHARE = Coefficient("share of the 1RM in week 1", Fraction(20), (TENDON_TRIAL,))
POINTS = Coefficient("points added to the share each time", Fraction(5), (TENDON_TRIAL,))
EVERY = Coefficient("weeks from one rise to the next", Fraction(4), (TENDON_TRIAL,))
LAST_SHARE = Coefficient("highest share of the 1RM", Fraction(35), (TENDON_TRIAL,))
FOURTH_SET = cite("exknee2020", "Table 3")
MORE_THAN = Coefficient("repetitions in the fourth set", Fraction(15), (FOURTH_SET,))


def five_points(week: int) -> Percent:
    """Find the share of the 1RM that a tendon trial used in a week.

    Source: centner2019tendon, training protocol.

    >>> print(*(five_points(week) for week in (1, 4, 5, 9, 13)))
    20 % 20 % 25 % 30 % 35 %
    """
    rises = (week - 1) // int(EVERY.value)
    return Percent(min(FIRST_SHARE.value + POINTS.value * rises, LAST_SHARE.value))


def is_retest(week: int) -> bool:
    """Tell whether the trial's rule tests the 1RM anew before a week."""
    return week > 1 and five_points(week) != five_points(week - 1)


# --- Sessions ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Event:
    """One session on a calendar: `kind` is `bfr` or `heavy`."""

    kind: str
    week: int
    start: datetime
    length: Duration

    @property
    def end(self) -> datetime:
        """When it ends."""
        return self.start + timedelta(seconds=int(self.length.seconds))

    @property
    def date(self) -> Date:
        """Its day."""
        return Date(self.start.date())

    @property
    def weekday(self) -> str:
        """Its day of the week."""
        return WEEKDAYS[self.start.weekday()]


def events(
    start: Date, weeks: int, bfr_days: set[int], heavy_days: set[int], at: time, length: Duration
) -> tuple[Event, ...]:
    """List the sessions of a plan, in order.

    Week 1 is the week, Monday first, of the first session with a cuff on or after the start. Where
    both fall on one day, the cuff comes after the heavy work.

    Args:
        start: The first day that may have a session.
        weeks: How many weeks.
        bfr_days: Days with a cuff, 0 for Monday.
        heavy_days: Days of heavy training.
        at: When a session begins.
        length: How long one lasts.

    >>> monday = Date.parse("2026-11-30")
    >>> made = events(monday, 1, {0, 3}, {5}, time(18), Duration.of(30, Unit.MINUTE))
    >>> print(*(f"{each.weekday} {each.kind}" for each in made), sep=", ")
    Monday bfr, Thursday bfr, Saturday heavy
    """
    first = next(start.after(n) for n in range(DAYS_IN_WEEK) if start.after(n).weekday in bfr_days)
    monday = first.after(-first.weekday)
    made = []
    for number in range(weeks * DAYS_IN_WEEK):
        day = monday.after(number)
        if day < start:
            continue
        week = number // DAYS_IN_WEEK + 1
        now = datetime.combine(day.on, at)
        if day.weekday in heavy_days:
            made.append(Event("heavy", week, now, length))
            now = made[-1].end
        if day.weekday in bfr_days:
            made.append(Event("bfr", week, now, length))
    return tuple(made)


def gap(one: Event, other: Event) -> Duration:
    """Find the time from the end of one session to the start of another.

    On one's own clock: a change to or from summer time moves it by an hour.
    """
    return Duration.s(int((other.start - one.end).total_seconds()))


# --- What is lifted ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Loads:
    """What is lifted in a week: a share of the 1RM and, where that is known, a weight."""

    progression: str
    percent_1rm: Percent
    one_rm: Mass | None
    step: Mass

    def share(self, week: int) -> Percent:
        """Give the share of the 1RM in a week."""
        return five_points(week) if self.progression == "five-points" else self.percent_1rm

    def load(self, week: int) -> Mass | None:
        """Give the load of a week, rounded down; None without a 1RM, or below one step."""
        return self._made(self.share(week))

    @property
    def most(self) -> Mass | None:
        """The heaviest load that is still light training, rounded down."""
        return self._made(CEILING)

    def _made(self, share: Percent) -> Mass | None:
        return in_steps(share.of(self.one_rm), self.step).load if self.one_rm else None

    def note(self, week: int) -> Text:
        """Say what is lifted in a week."""
        share, load = self.share(week), self.load(week)
        lift = (
            Text("{share} of your 1RM: {load}", share=share, load=load)
            if load
            else Text("{share} of your 1RM", share=share)
        )
        if week == 1 or self.progression == "hold":
            return lift
        if self.progression == "fourth-set":
            return Text("{lift}, and the steps you have earned", lift=lift)
        if is_retest(week):
            return Text("{lift}. Test your 1RM first, without a cuff", lift=lift)
        return lift


# --- The rule ----------------------------------------------------------------------------------


def plan(
    start: Date,
    weeks: int,
    block: str,
    start_hour: TimeOfDay,
    session_min: Duration,
    progression: str,
    step: Mass,
    first_sessions: str,
    bfr_days: tuple[str, ...] = tuple(DAYS),
    heavy_days: tuple[str, ...] = (),
    guided: str = "no",
    percent_1rm: Percent | None = None,
    one_rm: Mass | None = None,
    exercise_1_name: str = "",
    limb: str = inputs.UNSAID,
    side: str = inputs.UNSAID,
    plan_name: str = "",
    alarm: str = "none",
    today: Date | None = None,
    timer: str = "",
    holds: tuple[Text, ...] = (),
) -> Outcome:
    """Lay out weeks of training with a cuff as a calendar.

    Args:
        start: The first day that may have a session.
        weeks: How many weeks, `SHORT_BLOCK_WEEKS` for a daily block.
        block: `standard`, or `daily` where a professional guides.
        start_hour: When a session begins.
        session_min: How long a session lasts.
        progression: `hold`, `fourth-set` or `five-points`.
        step: Smallest step of the load.
        first_sessions: Whether the reader is new to BFR: then no block of days in a row, and no
            more than `FIRST_SESSIONS_INTENSITY`.
        bfr_days: Days with a cuff, by their short names.
        heavy_days: Days of heavy training.
        guided: Whether a professional guides the block.
        percent_1rm: Share of the 1RM where the progression does not set it.
        one_rm: One-repetition maximum.
        exercise_1_name: What is trained, for the titles in the calendar.
        limb: `arm`, `leg` or `unsaid`.
        side: `left`, `right`, `both` or `unsaid`.
        plan_name: What tells this plan from others in one calendar.
        alarm: How many minutes before a session the calendar reminds, or `none`.
        today: The reader's day, where it is known.
        timer: The address of the timer, for the calendar.
        holds: What a screening demands; printed in every session of the calendar.

    Returns:
        Calendar, files and loads; a stop when sessions are closer than `SESSION_GAP`, or more than
        `too_often` leaves.

    Source: `SESSION_GAP`, `SESSIONS_PER_WEEK`, `SHORT_BLOCK_WEEKS`, exknee2020, centner2019tendon.

    >>> six_pm, half = TimeOfDay.of(18 * 60), Duration.of(30, Unit.MINUTE)
    >>> made = plan(Date.parse("2026-11-30"), 6, "standard", six_pm, half, "five-points",
    ...             Mass.kg("2.5"), "no", ("mon", "thu"), one_rm=Mass.kg(100))
    >>> print(made.headline)
    12 sessions with a cuff in 6 weeks: Monday and Thursday
    """
    daily = block == "daily"
    first = first_sessions == "yes"
    if stop := too_often(len(bfr_days), weeks, guided=guided == "yes", first=first):
        return stop
    loads = Loads(progression, percent_1rm or five_points(1), one_rm, step)
    if first and loads.share(1) > FIRST_CEILING:
        return too_much_at_first(loads.share(1))
    often = len(bfr_days) > SESSIONS_PER_WEEK.high
    listed = events(
        start, weeks, _numbers(bfr_days), _numbers(heavy_days), start_hour.at, session_min
    )
    cuffed = tuple(each for each in listed if each.kind == "bfr")
    if not often and (stop := _too_close(cuffed)):
        return stop
    on = _limb(limb, side)
    answers: dict[str, str | list[str]] = {
        "start": start.on.isoformat(),
        "weeks": str(weeks),
        "block": block,
        "guided": guided,
        "start_hour": str(start_hour),
        "session_min": decimal(session_min.magnitude(Unit.MINUTE)),
        "bfr_days": list(bfr_days),
        "heavy_days": list(heavy_days),
        "first_sessions": first_sessions,
        "progression": progression,
        "percent_1rm": decimal(loads.percent_1rm.value, 4),
        "one_rm": str(one_rm or ""),
        "step": str(step),
        "exercise_1_name": exercise_1_name,
        "limb": limb,
        "side": side,
        "plan_name": plan_name,
        "alarm": alarm,
    }
    about = About(
        plan_name,
        ", ".join(filter(None, (exercise_1_name, on))),
        block,
        progression,
        start,
        one_rm,
        alarm,
        today,
        timer,
        holds,
    )
    return Outcome(
        headline=_headline(cuffed, weeks, _when(bfr_days, daily=daily), on),
        answer=Count(len(cuffed), "session"),
        facts=_facts(cuffed, loads, weeks),
        steps=(*_gap_steps(cuffed, often=often), *_load_steps(loads, weeks)),
        cautions=(
            *_past(cuffed, today),
            *_cautions(cuffed, loads, weeks, first=first, often=often),
        ),
        next=_next(listed, loads, first=first),
        calendar=_calendar(listed, weeks, loads, on),
        files=(
            File(
                "plan.ics",
                "text/calendar",
                Text("Calendar (.ics)"),
                ics(listed, loads, about),
            ),
            File("plan.csv", "text/csv", Text("Table (.csv)"), table(listed, loads, about)),
            File(
                "plan-semicolon.csv",
                "text/csv",
                Text("Table for Excel in German, French and others (.csv with ;)"),
                table(listed, loads, about, ";", ","),
            ),
            File(
                "plan.json",
                "application/json",
                Text("Data (.json)"),
                data(listed, loads, about, answers),
            ),
        ),
    )


def _numbers(days: tuple[str, ...]) -> set[int]:
    return {number for number, name in enumerate(DAYS) if name in days}


def _names(days: tuple[str, ...]) -> Series:
    return Series(tuple(DAYS[each] for each in days))


# --- Stops -------------------------------------------------------------------------------------


def _too_close(cuffed: tuple[Event, ...]) -> Outcome | None:
    """Refuse sessions that are closer than any trial allowed."""
    for one, other in pairwise(cuffed):
        if gap(one, other) < SESSION_GAP.shortest:
            return Outcome(
                headline=Text(
                    "Change the days: {one} and {other} are too close",
                    one=one.weekday,
                    other=other.weekday,
                ),
                stop=Stop(
                    Text(
                        "From {one} to {other} there are only {gap}. "
                        "The shortest that a trial allowed is {least}.",
                        one=one.weekday,
                        other=other.weekday,
                        gap=gap(one, other),
                        least=SESSION_GAP.shortest,
                    ),
                    (
                        Text("Leave a free day between two cuff days, from Sunday to Monday too."),
                        Text("Two sessions: Monday and Thursday, for example."),
                        Text("Three sessions: Monday, Wednesday and Saturday, for example."),
                    ),
                    SESSION_GAP.cites,
                ),
            )
    return None


# --- The answer --------------------------------------------------------------------------------


def _headline(cuffed: tuple[Event, ...], weeks: int, days: object, on: str) -> Text:
    said = Text(
        "{sessions} with a cuff in {weeks}: {days}",
        sessions=Count(len(cuffed), "session"),
        weeks=Count(weeks, "week"),
        days=days,
    )
    return Text("{said}. {limb}", said=said, limb=on.capitalize()) if on else said


def _when(days: tuple[str, ...], *, daily: bool) -> Text | Series:
    return Text("every day, guided") if daily else _names(days)


def _limb(limb: str, side: str) -> str:
    """Write the limb that was named, with its side; nothing where none was.

    >>> _limb("leg", "right"), _limb("arm", "both"), _limb("arm", "unsaid"), _limb("unsaid", "left")
    ('right leg', 'both arms', 'arm', '')
    """
    if limb == inputs.UNSAID:
        return ""
    if side == inputs.UNSAID:
        return limb
    return f"both {limb}s" if side == "both" else f"{side} {limb}"


def _gaps(cuffed: tuple[Event, ...]) -> list[tuple[Duration, Event, Event]]:
    """List the times between sessions, the shortest first; none where there is one session."""
    found = [(gap(one, other), one, other) for one, other in pairwise(cuffed)]
    return sorted(found, key=lambda each: each[0])


def _facts(cuffed: tuple[Event, ...], loads: Loads, weeks: int) -> tuple[Fact, ...]:
    facts = [
        Fact(Text("First session"), cuffed[0].date),
        Fact(Text("Last session"), cuffed[-1].date),
    ]
    facts += [
        Fact(Text("Shortest time between sessions"), shortest)
        for shortest, _, _ in _gaps(cuffed)[:1]
    ]
    for week, label in ((1, Text("week 1")), (weeks, Text("the last week"))):
        facts.append(Fact(Text("Share of the 1RM in {week}", week=label), loads.share(week)))
        if load := loads.load(week):
            facts.append(Fact(Text("Load in {week}", week=label), load))
    if loads.progression == "fourth-set" and loads.most:
        facts.append(Fact(Text("Never add beyond"), loads.most))
    return tuple(facts)


def _gap_steps(cuffed: tuple[Event, ...], *, often: bool) -> tuple[Step, ...]:
    how_often = SHORT_BLOCK_SESSIONS if often else SESSIONS_PER_WEEK
    steps = [Step(Text("How often is advised"), how_often, None, how_often.cites)]
    for shortest, one, other in _gaps(cuffed)[:1]:
        steps.append(
            Step(
                Text("Shortest time from the end of a session to the next"),
                shortest,
                Text(
                    "{one} {end} to {other} {start}",
                    one=one.weekday,
                    end=f"{one.end:%H:%M}",
                    other=other.weekday,
                    start=f"{other.start:%H:%M}",
                ),
                () if often else SESSION_GAP.cites,
            )
        )
    return tuple(steps)


def _load_steps(loads: Loads, weeks: int) -> tuple[Step, ...]:
    steps = []
    for week in dict.fromkeys((1, weeks)):
        share = loads.share(week)
        if loads.progression == "five-points":
            steps.append(
                Step(
                    Text("Share of the 1RM in week {week}", week=week),
                    share,
                    Text(
                        "{first}, and {points} points every {every}, up to {last}",
                        first=Percent(FIRST_SHARE.value),
                        points=int(POINTS.value),
                        every=Count(int(EVERY.value), "week"),
                        last=Percent(LAST_SHARE.value),
                    ),
                    FIRST_SHARE.cites,
                )
            )
        if (load := loads.load(week)) and loads.one_rm:
            steps.append(
                Step(
                    Text("Load in week {week}, down to a whole step", week=week),
                    load,
                    Text("{share} of {one_rm}", share=share, one_rm=loads.one_rm),
                    BFR_INTENSITY.cites,
                )
            )
    return tuple(steps)


GUIDE = cite("fitcuffs_guide", "first session")
FEW_AT_FIRST = cite("fitcuffs_guide", "first session; two a week is our rule", State.OURS)
MOST_AT_FIRST = 2
"""Sessions a week for people who are new to it: our cautious choice."""


def _cautions(
    cuffed: tuple[Event, ...], loads: Loads, weeks: int, *, first: bool, often: bool
) -> tuple[Caution, ...]:
    by_week = [sum(each.week == week for each in cuffed) for week in range(1, weeks + 1)]
    most = max(by_week)
    cautions = []
    if often:
        cautions.append(
            Caution(
                Text("Do this only as long as the professional who guides you watches it."),
                (*SHORT_BLOCK_WEEKS.cites, *DAILY_TRIALS),
            )
        )
    elif most < SESSIONS_PER_WEEK.low:
        cautions.append(
            Caution(
                Text(
                    "One session a week is less than the {advised} advised.",
                    advised=SESSIONS_PER_WEEK,
                ),
                SESSIONS_PER_WEEK.cites,
            )
        )
    if first and most > MOST_AT_FIRST:
        cautions.append(
            Caution(
                Text("You are new to BFR: start with two sessions a week. That is our choice."),
                (FEW_AT_FIRST,),
            )
        )
    if loads.share(1) < Percent(BFR_INTENSITY.low):
        cautions.append(
            Caution(
                Text("This is less than the {advised} advised.", advised=BFR_INTENSITY),
                BFR_INTENSITY.cites,
            )
        )
    if loads.one_rm and not loads.load(1):
        cautions.append(
            Caution(
                Text("Your smallest step is heavier than this share. Use a lighter tool."),
                BFR_INTENSITY.cites,
            )
        )
    return tuple(cautions)


def _past(cuffed: tuple[Event, ...], today: Date | None) -> tuple[Caution, ...]:
    """Say that sessions of the plan lie before today."""
    past = [each for each in cuffed if today and each.date < today]
    if not past:
        return ()
    return (
        Caution(
            Text(
                "{past} of this plan should be over: it began on {first}. "
                "For a new plan, choose today or a later day.",
                past=Count(len(past), "session"),
                first=cuffed[0].date,
            ),
            (MISSED,),
        ),
    )


SORE = cite("scott2024", "abstract; to wait is our rule", State.OURS)
MISSED = cite("exknee2020", "Table 3; to let it go is our rule", State.OURS)
AWAY = cite("fitcuffs_guide", "first session; two weeks is our rule", State.OURS)
BESIDE_HEAVY = cite("exknee2020", "Table 3; to hold heavy days to it is our rule", State.OURS)
STOP_SIGNS = (cite("smartcuffs_manual", "stop signs"), cite("kaatsu_blog", "capillary refill"))


def _next(listed: tuple[Event, ...], loads: Loads, *, first: bool) -> tuple[Advice, ...]:
    advice = [
        Advice(
            Text(
                "Missed a session? Let it go and do the next one on its day. "
                "Never do two in a row to catch up."
            ),
            (*SESSION_GAP.cites, MISSED),
        ),
        Advice(
            Text("Still sore? Wait until it has gone, then do less than last time."),
            (SORE,),
        ),
        Advice(
            Text("Away for two weeks or more? Start again with one exercise and week 1."),
            (AWAY,),
        ),
        Advice(
            Text(
                "Open the cuff at once if the limb goes numb, cold, white or blue, or if you "
                "feel dizzy or sick."
            ),
            STOP_SIGNS,
        ),
    ]
    if first:
        advice.insert(0, Advice(Text("One exercise is enough at first, not to failure."), (GUIDE,)))
    return (*PROGRESS[loads.progression], *advice, *_gentler(listed), *_beside_heavy(listed))


def _gentler(listed: tuple[Event, ...]) -> tuple[Advice, ...]:
    """Say where more time between two sessions would be gentler."""
    for shortest, one, other in _gaps(tuple(each for each in listed if each.kind == "bfr"))[:1]:
        if shortest < SESSION_GAP.longest:
            return (
                Advice(
                    Text(
                        "From {one} to {other} there are {gap}. From {better} on is gentler, "
                        "above all for the same limb.",
                        one=one.weekday,
                        other=other.weekday,
                        gap=shortest,
                        better=SESSION_GAP.longest,
                    ),
                    SESSION_GAP.cites,
                ),
            )
    return ()


PROGRESS: dict[str, tuple[Advice, ...]] = {
    "hold": (
        Advice(
            Text("Keep the load, and finish all sets cleanly before you change anything."),
            (cite("fitcuffs_guide", "progression"),),
        ),
    ),
    "fourth-set": (
        Advice(
            Text(
                "More than {more} repetitions in the fourth set? Add the smallest step next time.",
                more=int(MORE_THAN.value),
            ),
            MORE_THAN.cites,
        ),
        Advice(
            Text("You need not go to failure for this. If the next session falls short, go back."),
            (cite("sieljacks2019", "abstract; to go back is our rule", State.OURS),),
        ),
    ),
    "five-points": (
        Advice(
            Text(
                "Test your 1RM again every {every}, without a cuff, and make this plan anew.",
                every=Count(int(EVERY.value), "week"),
            ),
            EVERY.cites,
        ),
    ),
}


def _beside_heavy(listed: tuple[Event, ...]) -> tuple[Advice, ...]:
    """Say what to mind where a heavy day is the day of a cuff, or next to one."""
    mixed = [(one, other) for one, other in pairwise(listed) if one.kind != other.kind]
    advice = []
    if any(one.date == other.date for one, other in mixed):
        advice.append(
            Advice(
                Text("Heavy and cuff on one day: heavy first, and no cuff in the heavy sets."),
                (cite("luebbers2014", "abstract; heavy first is our rule", State.OURS),),
            )
        )
    if any(one.date.after(1) == other.date for one, other in mixed):
        advice.append(
            Advice(
                Text("Heavy and cuff on days in a row: train other muscles on one of them."),
                (BESIDE_HEAVY,),
            )
        )
    return tuple(advice)


SAYS = {
    (): ("free", Text("Free")),
    ("bfr",): ("bfr", Text("Cuff")),
    ("heavy",): ("heavy", Text("Heavy")),
    ("heavy", "bfr"): ("bfr", Text("Heavy, then cuff")),
}


def _calendar(listed: tuple[Event, ...], weeks: int, loads: Loads, named: str) -> Calendar:
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
        made.append(Week(label, loads.note(week), tuple(days)))
    cuffed = sum(each.kind == "bfr" for each in listed)
    return Calendar(
        Text(
            "{sessions} with a cuff{limb} from {first} to {last}",
            limb=Text(" for the {limb}", limb=named) if named else "",
            sessions=Count(cuffed, "session"),
            first=listed[0].date,
            last=listed[-1].date,
        ),
        tuple(made),
    )


# --- Files -------------------------------------------------------------------------------------

TITLES = {"bfr": "Cuff training", "heavy": "Heavy training"}
REMINDERS = {
    "bfr": (
        "Open the cuff at once if the limb goes numb, cold, white or blue, or if you feel dizzy "
        "or sick. Ill or still sore today? Leave it out."
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


def ics(listed: tuple[Event, ...], loads: Loads, about: About) -> str:
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
            f"DESCRIPTION:{escaped(_description(each, loads, about))}",
            *((f"URL:{about.timer}",) if about.timer and each.kind == "bfr" else ()),
            f"CATEGORIES:{escaped(TITLES[each.kind])}",
            *_alarm(about.alarm, _title(each, about)),
            "END:VEVENT",
        ]
    return calendar([*lines, "END:VCALENDAR"])


def _title(event: Event, about: About) -> str:
    title = TITLES[event.kind]
    return f"{title}: {about.exercise}" if event.kind == "bfr" and about.exercise else title


def _description(event: Event, loads: Loads, about: About) -> str:
    """Say what to do in a session, line by line."""
    lines = [REMINDERS[event.kind]]
    if event.kind == "bfr":
        lines = [f"{loads.note(event.week)}.", str(USUAL), *lines, *map(str, about.holds)]
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


def table(
    listed: tuple[Event, ...], loads: Loads, about: About, separator: str = ",", point: str = "."
) -> str:
    """Write sessions as a table for spreadsheets, with dates as 2026-11-30.

    Args:
        listed: The sessions.
        loads: What is lifted.
        about: What is trained, and what a screening demands: the last two columns.
        separator: What parts cells: a comma, or a semicolon where a comma is the decimal sign.
        point: The decimal sign.
    """
    rows: list[tuple[object, ...]] = [COLUMNS]
    for each in listed:
        lift: tuple[str, ...] = ("", "", "", "", "")
        if each.kind == "bfr":
            share = decimal(loads.share(each.week).value)
            lift = (share, str(loads.load(each.week) or ""), str(loads.note(each.week)))
            lift = (*lift, about.exercise, " ".join(map(str, about.holds)))
            lift = tuple(re.sub(r"(?<=[0-9])\.(?=[0-9])", point, part) for part in lift)
        start, end = f"{each.start:%H:%M}", f"{each.end:%H:%M}"
        rows.append(
            (each.date.on.isoformat(), each.weekday, start, end, each.kind, each.week, *lift)
        )
    return files.table(rows, separator)


def data(
    listed: tuple[Event, ...],
    loads: Loads,
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
            "percent_1rm": decimal(loads.share(each.week).value) if each.kind == "bfr" else "",
            "load": str(loads.load(each.week) or "") if each.kind == "bfr" else "",
        }
        for each in listed
    ]
    made = {
        "rules": __version__,
        "calculator": "plan",
        "answers": answers,
        "holds": [str(each) for each in about.holds],
        "sessions": sessions,
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


# --- The calculator ----------------------------------------------------------------------------

ON_STANDARD = When("block", ("standard",))
DAY_CHOICES = tuple(Choice(value, Text(name)) for value, name in DAYS.items())
PLAN = Calculator(
    slug="plan",
    title=Text("Plan"),
    question=Text("What do the next weeks look like?"),
    use_when=(
        Text("You have done a first session and want to know the days to come."),
        Text("You want your sessions in your calendar, or on paper."),
    ),
    not_when=(
        Text("You have not been through the screening, or found a reason to ask first."),
        Text("You are in rehab: then your physiotherapist plans the weeks."),
    ),
    groups=(
        Group(
            Text("When"),
            (
                DateInput("start", Text("First day"), "2026-11-30", upcoming=True),
                NumberInput("weeks", Text("How many weeks?"), Unit.WEEK, Range.of(1, 16), "6"),
                ChoiceInput(
                    "block",
                    Text("How often?"),
                    (
                        Choice("standard", Text("Two or three days a week")),
                        Choice("daily", Text("Every day"), Text("Only with a professional.")),
                    ),
                    default="standard",
                ),
                ChoicesInput(
                    "bfr_days",
                    Text("Days with a cuff"),
                    DAY_CHOICES,
                    ["mon", "thu"],
                    hint=Text("Leave a free day in between."),
                    when=(ON_STANDARD,),
                ),
                ChoicesInput(
                    "heavy_days",
                    Text("Days of heavy training"),
                    DAY_CHOICES,
                    [],
                    hint=Text("Without a cuff. May stay empty."),
                    optional=True,
                ),
                TimeInput(
                    "start_hour",
                    Text("At what hour?"),
                    TimeOfDay.of(5 * 60),
                    TimeOfDay.of(20 * 60),
                    "18:00",
                    hint=Text("Such as 18:30 or 6:30 pm."),
                ),
                NumberInput(
                    "session_min",
                    Text("How long is a session?"),
                    Unit.MINUTE,
                    Range.of(5, 90),
                    "30",
                    hint=Text("All of it, with the warm-up."),
                ),
            ),
        ),
        Group(
            Text("How the load goes on"),
            (
                inputs.FIRST_SESSIONS,
                inputs.GUIDED,
                ChoiceInput(
                    "progression",
                    Text("Which rule?"),
                    (
                        Choice("hold", Text("Keep the load")),
                        Choice(
                            "fourth-set",
                            Text("By repetitions"),
                            Text("A step more when the fourth set goes well."),
                        ),
                        Choice(
                            "five-points",
                            Text("By weeks"),
                            Text("From 20 % up, a little every four weeks."),
                        ),
                    ),
                    default="hold",
                    why=Text("Two trials raised the load in two ways. Pick one."),
                ),
                NumberInput(
                    "percent_1rm",
                    Text("Share of the 1RM"),
                    Unit.PERCENT_1RM,
                    Range(Fraction(10), CEILING.value),
                    "20",
                    decimals=True,
                    hint=Text("Advised: {advised}.", advised=BFR_INTENSITY),
                    when=(When("progression", ("hold", "fourth-set")),),
                ),
                MassInput(
                    "one_rm",
                    Text("Your 1RM"),
                    inputs.LIFTED,
                    "",
                    hint=Text("The most you can lift once, without a cuff. May stay empty."),
                    optional=True,
                    example="100 kg",
                ),
                MassInput(
                    "step",
                    Text("Smallest step of the load"),
                    {Unit.KG: Range.of("0.25", 50), Unit.LB: Range.of("0.5", 110)},
                    "2.5 kg",
                ),
                NameInput(
                    "exercise_1_name",
                    Text("Exercise"),
                    "",
                    hint=Text("For the titles in your calendar. May stay empty."),
                ),
                ChoiceInput(
                    "limb",
                    Text("Cuff on the"),
                    (Choice(inputs.UNSAID, Text("Not said")), *inputs.LIMBS),
                    default=inputs.UNSAID,
                ),
                ChoiceInput(
                    "side",
                    Text("Which side?"),
                    inputs.SIDES_OR_BOTH,
                    default=inputs.UNSAID,
                    when=(When("limb", ("leg", "arm")),),
                ),
            ),
        ),
        Group(
            Text("Your calendar"),
            (
                NameInput(
                    "plan_name",
                    Text("Name of this plan"),
                    "",
                    hint=Text("Two plans in one calendar? Give each a name. May stay empty."),
                    why=Text(
                        "A new file takes the place of the sessions of the plan with this name, "
                        "and leaves all others alone."
                    ),
                ),
                ChoiceInput(
                    "alarm",
                    Text("Shall the calendar remind you?"),
                    (
                        Choice("none", Text("No")),
                        Choice("0", Text("At the start")),
                        Choice("15", Text("15 min before")),
                        Choice("60", Text("1 h before")),
                        Choice("1440", Text("A day before")),
                    ),
                    default="none",
                ),
            ),
        ),
    ),
    rule=plan,
    cites=(
        *SESSION_GAP.cites,
        *SESSIONS_PER_WEEK.cites,
        *SHORT_BLOCK_WEEKS.cites,
        *BFR_INTENSITY.cites,
        *FIRST_SESSIONS_INTENSITY.cites,
        *RHABDOMYOLYSIS,
        TENDON_TRIAL,
        FOURTH_SET,
        *DAILY_TRIALS,
        *STOP_SIGNS,
        cite("fitcuffs_guide", "progression"),
        cite("sieljacks2019", "abstract"),
        cite("scott2024", "abstract"),
        cite("luebbers2014", "abstract"),
    ),
    examples=(
        Example(
            Text("Two days a week for six weeks are 12 sessions; 20 per cent of 100 kg is 20 kg"),
            {"one_rm": "100 kg"},
            "12 sessions with a cuff in 6 weeks: Monday and Thursday",
            {"Load in week 1": "20 kg", "Shortest time between sessions": "71 h 30 min"},
        ),
        Example(
            Text("By weeks: 20 to 35 per cent in 13 weeks; 35 per cent of 84 kg is 29.4 kg"),
            {
                "weeks": "13",
                "progression": "five-points",
                "one_rm": "84 kg",
                "bfr_days": ["mon", "wed", "sat"],
                "first_sessions": "no",
            },
            "39 sessions with a cuff in 13 weeks: Monday, Wednesday and Saturday",
            {"Share of the 1RM in the last week": "35 %", "Load in the last week": "27.5 kg"},
        ),
        Example(
            Text("Sunday to Monday is too close, across the end of the week too"),
            {"bfr_days": ["mon", "sun"]},
            "Change the days: Sunday and Monday are too close",
        ),
        Example(
            Text("Every day, in the first sessions: a stop"),
            {"block": "daily", "weeks": "2"},
            "Fewer at first: 2–3 sessions a week",
        ),
    ),
    lookup=Lookup(
        Text("Share of the 1RM in the last week of a plan"),
        "weeks",
        ("1", "4", "5", "8", "9", "12", "13", "16"),
        "progression",
        ("hold", "five-points"),
        {},
        fact="Share of the 1RM in the last week",
    ),
    limits=(
        Text("No trial compared these rules; each chose one."),
        Text("It promises no centimetres, no kilos and no number of weeks."),
        Text("A calendar keeps sessions that a shorter plan no longer has: take those out."),
        Text("Times are on your own clock. When the clocks change, a gap moves by an hour."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.LOAD, Sets.WEEKS),
    asks_first=True,
    takes=frozenset({"today", "timer", "holds"}),
    varies=(Vary("weeks", ("4", "8", "12")),),
)
