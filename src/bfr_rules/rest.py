"""Rest: between sets, between exercises and between sessions, and when not to train at all."""

from __future__ import annotations

from bfr_rules.calculator import Calculator, Example, Group, Lookup
from bfr_rules.citation import State
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.days import MomentInput
from bfr_rules.inputs.numeric import NumberInput
from bfr_rules.outcome import Advice, Band, Caution, Fact, Outcome, Step, Stop
from bfr_rules.quantity import Range, Unit
from bfr_rules.references import (
    OPEN_BETWEEN_EXERCISES,
    REST_BETWEEN_SETS,
    SESSION_GAP,
    SESSIONS_PER_WEEK,
    SHORT_BLOCK_SESSIONS,
    SHORT_BLOCK_WEEKS,
    cite,
)
from bfr_rules.text import Count, Text
from bfr_rules.times import Duration, Moment

DAYS_IN_WEEK = 7
ONE_DAY = Duration.of(24, Unit.HOUR)
DAILY_TRIALS = (cite("abe2005", "abstract"), cite("ladlow2018", "abstract"))
NEW_TO_IT = cite("fitcuffs_guide", "first session; no daily block at first is our rule", State.OURS)


def too_often(sessions: int, weeks: int, *, guided: bool, first: bool) -> Outcome | None:
    """Give what replaces a rest or a plan with more sessions than are advised; None where it may be.

    Args:
        sessions: In a week.
        weeks: Length of the block.
        guided: Whether a professional guides it.
        first: Whether these are first sessions.

    Source: `SESSIONS_PER_WEEK`, `SHORT_BLOCK_WEEKS`, `SHORT_BLOCK_SESSIONS`.

    >>> print(too_often(7, 2, guided=False, first=False).headline)
    Not so often on your own
    >>> too_often(7, 2, guided=True, first=False), too_often(3, 8, guided=False, first=True)
    (None, None)
    """
    planned = Count(sessions, "session")
    fewer = Text("Plan {advised}.", advised=SESSIONS_PER_WEEK)
    if sessions <= SESSIONS_PER_WEEK.high:
        return None
    if first:
        return Outcome(
            headline=Text("Fewer at first: {advised}", advised=SESSIONS_PER_WEEK),
            stop=Stop(
                Text(
                    "{planned} a week are not for first sessions, guided or not. "
                    "The muscles must get used to it.",
                    planned=planned,
                ),
                (fewer, Text("Past your first weeks? Then say so.")),
                (*SESSIONS_PER_WEEK.cites, NEW_TO_IT),
            ),
        )
    if not SHORT_BLOCK_WEEKS.has(weeks):
        return Outcome(
            headline=Text("Fewer sessions, or a shorter block"),
            stop=Stop(
                Text(
                    "{planned} a week for {weeks}: in blocks this long {advised} are advised. "
                    "On average 4 or 5 days a week did worse.",
                    planned=planned,
                    weeks=Count(weeks, "week"),
                    advised=SESSIONS_PER_WEEK,
                ),
                (
                    fewer,
                    Text("Or, with a professional, a block of {weeks}.", weeks=SHORT_BLOCK_WEEKS),
                ),
                (*SESSIONS_PER_WEEK.cites, *SHORT_BLOCK_WEEKS.cites),
            ),
        )
    if not guided:
        return Outcome(
            headline=Text("Not so often on your own"),
            stop=Stop(
                Text(
                    "More than {advised} were tried in short blocks that professionals guided.",
                    advised=SESSIONS_PER_WEEK,
                ),
                (fewer, Text("Or ask a professional who knows BFR to guide the block.")),
                (*SHORT_BLOCK_WEEKS.cites, *DAILY_TRIALS),
            ),
        )
    most = int(SHORT_BLOCK_SESSIONS.high) * DAYS_IN_WEEK
    if sessions <= most:
        return None
    return Outcome(
        headline=Text("Fewer: no guideline allows so many sessions"),
        stop=Stop(
            Text("{planned} a week are more than {most} a day.", planned=planned, most=2),
            (Text("Plan {most}.", most=SHORT_BLOCK_SESSIONS), fewer),
            SHORT_BLOCK_SESSIONS.cites,
        ),
    )


def rest(
    rest_s: Duration,
    block_weeks: int,
    sessions_per_week: int,
    feeling: str,
    first_sessions: str,
    guided: str,
    last_session: Moment | None = None,
) -> Outcome:
    """Find how long to rest between sets, exercises and sessions.

    Args:
        rest_s: Rest between sets, advised `REST_BETWEEN_SETS`.
        block_weeks: Length of the block; `SHORT_BLOCK_WEEKS` may have daily sessions.
        sessions_per_week: Planned, advised `SESSIONS_PER_WEEK` in a longer block.
        feeling: A key of `NOT_TODAY`, or `fine`.
        first_sessions: Whether these are first sessions: then none in a row.
        guided: Whether a professional guides the block.
        last_session: When the last session ended, on the reader's own clock.

    Returns:
        The rests and, after a last session, when the next one may be; a stop on a warning sign, and
        for more sessions than are advised (`too_often`).

    Source: `REST_BETWEEN_SETS`, `OPEN_BETWEEN_EXERCISES`, `SESSION_GAP`, `SESSIONS_PER_WEEK`.

    >>> last = Moment.parse("2026-11-24T18:30")
    >>> print(rest(Duration.s(30), 8, 3, "fine", "no", "no", last).answer)
    Thursday 26 November 2026, 06:30
    """
    if feeling in NOT_TODAY:
        return NOT_TODAY[feeling]
    new = first_sessions == "yes"
    if stop := too_often(sessions_per_week, block_weeks, guided=guided == "yes", first=new):
        return stop
    daily = sessions_per_week > SESSIONS_PER_WEEK.high
    how_often = SHORT_BLOCK_SESSIONS if daily else SESSIONS_PER_WEEK
    facts = (
        Fact(Text("Between sets"), REST_BETWEEN_SETS),
        Fact(Text("Between exercises, cuff open"), OPEN_BETWEEN_EXERCISES),
        Fact(
            Text("Between sessions"),
            Text("from one day to the next")
            if daily
            else Text(
                "at least {least}, better {better}",
                least=SESSION_GAP.shortest,
                better=SESSION_GAP.longest,
            ),
        ),
        Fact(Text("Sessions"), how_often),
    )
    cautions = (*_between_sets(rest_s), *_how_often(sessions_per_week, daily=daily))
    next_steps = (
        Advice(
            Text("Wait longer if the muscles are still sore."),
            (cite("scott2024", "abstract; to wait is our rule", State.OURS),),
        ),
        Advice(
            Text(
                "One limb swollen, warm or discoloured: see a doctor the same day. "
                "Dark urine or extreme pain: emergency department."
            ),
            (*CLOT_SIGNS, *MUSCLE_SIGNS),
        ),
    )
    if last_session is None:
        return Outcome(
            headline=Text(
                "Rest {sets} between sets and {sessions} between sessions",
                sets=REST_BETWEEN_SETS,
                sessions=Text("a night")
                if daily
                else Text("at least {least}", least=SESSION_GAP.shortest),
            ),
            answer=how_often,
            facts=facts,
            steps=(Step(Text("How often"), how_often, None, how_often.cites),),
            cautions=cautions,
            next=next_steps,
        )
    gap = ONE_DAY if daily else SESSION_GAP.shortest
    earliest = last_session.after(gap)
    return Outcome(
        headline=Text("Next session: {earliest} at the earliest", earliest=earliest),
        answer=earliest,
        band=None if daily else _window(last_session, earliest),
        facts=facts,
        steps=(
            Step(
                Text("Last session and the gap"),
                earliest,
                Text("{last} + {gap}", last=last_session, gap=gap),
                SHORT_BLOCK_SESSIONS.cites if daily else SESSION_GAP.cites,
            ),
            Step(Text("How often"), how_often, None, how_often.cites),
        ),
        cautions=cautions,
        next=next_steps,
    )


def _window(last: Moment, earliest: Moment) -> Band:
    better = last.after(SESSION_GAP.longest)
    return Band(
        earliest,
        better,
        Text(
            "{earliest} at the earliest; from {better} on is gentler",
            earliest=earliest,
            better=better,
        ),
    )


def _between_sets(rest_s: Duration) -> tuple[Caution, ...]:
    if REST_BETWEEN_SETS.has(rest_s):
        return ()
    says = Text(
        "You rest {rest} between sets; {advised} is advised.",
        rest=rest_s,
        advised=REST_BETWEEN_SETS,
    )
    return (Caution(says, REST_BETWEEN_SETS.cites),)


def _how_often(sessions: int, *, daily: bool) -> tuple[Caution, ...]:
    if daily:
        return (
            Caution(
                Text("Do this only as long as the professional who guides you watches it."),
                (*SHORT_BLOCK_WEEKS.cites, *DAILY_TRIALS),
            ),
        )
    if sessions < SESSIONS_PER_WEEK.low:
        return (
            Caution(
                Text(
                    "{planned} a week is less than the {advised} advised; expect less from it.",
                    planned=Count(sessions, "session"),
                    advised=SESSIONS_PER_WEEK,
                ),
                SESSIONS_PER_WEEK.cites,
            ),
        )
    return ()


CLOT_SIGNS = (cite("vdf_dvt", "symptoms"),)
MUSCLE_SIGNS = (
    cite("elite_ebook", "after the session"),
    cite("tabata2016", "case"),
    cite("krieger2018", "case"),
)
NOT_TODAY: dict[str, Outcome] = {
    "sore": Outcome(
        headline=Text("Not today: wait until you are no longer sore"),
        stop=Stop(
            Text("Soreness says that the muscle has not recovered from the last session."),
            (
                Text("Wait until it has gone, then do less than last time."),
                Text("You may walk or move lightly without a cuff."),
            ),
            (cite("scott2024", "abstract; to wait is our rule", State.OURS),),
        ),
    ),
    "muscle": Outcome(
        headline=Text("Go to an emergency department now"),
        stop=Stop(
            Text(
                "Extreme pain, weakness or dark urine in the days after a session can be muscle "
                "breaking down. It can harm the kidneys."
            ),
            (
                Text("Do not wait to see whether it passes."),
                Text("Tell them that you trained with a cuff, and when."),
            ),
            MUSCLE_SIGNS,
        ),
    ),
    "swollen": Outcome(
        headline=Text("See a doctor today"),
        stop=Stop(
            Text("One limb that is swollen, warm or discoloured can be a clot in a vein."),
            (
                Text("No cuff until a doctor has looked at it."),
                Text("Breathless or chest pain as well: call the emergency number."),
            ),
            CLOT_SIGNS,
        ),
    ),
    "breath": Outcome(
        headline=Text("Call the emergency number now"),
        stop=Stop(
            Text(
                "Sudden breathlessness, chest pain, fainting or coughing blood can be a clot in "
                "the lung."
            ),
            (Text("Do not drive yourself."), Text("Tell them that you trained with a cuff.")),
            CLOT_SIGNS,
        ),
    ),
    "numb": Outcome(
        headline=Text("See a doctor before the next session"),
        stop=Stop(
            Text("Numbness or weakness that lasts for more than an hour is not normal."),
            (Text("No cuff on this limb until a doctor has looked at it."),),
            (cite("pattersonbrandner2018", "abstract; one hour is our rule", State.OURS),),
        ),
    ),
}

REST = Calculator(
    slug="rest",
    title=Text("Rest"),
    question=Text("How long do I rest between sets, exercises and sessions?"),
    use_when=(
        Text("You want to know when the next session may be."),
        Text("You plan how often a week you train with a cuff."),
    ),
    not_when=(
        Text("You feel ill or feverish today: then rest, whatever the date says."),
        Text("You look for the rest of heavy training: that is longer."),
    ),
    groups=(
        Group(
            Text("Your plan"),
            (
                shared.REST_S,
                NumberInput(
                    "sessions_per_week",
                    Text("Sessions a week"),
                    Unit.SESSION_A_WEEK,
                    Range.of(1, 21),
                    "3",
                    hint=Text("Advised: {advised}.", advised=SESSIONS_PER_WEEK),
                ),
                NumberInput(
                    "block_weeks",
                    Text("For how many weeks?"),
                    Unit.WEEK,
                    Range.of(1, 52),
                    "8",
                    why=Text("Short blocks and long ones have different limits."),
                ),
                shared.FIRST_SESSIONS,
                shared.GUIDED,
            ),
        ),
        Group(
            Text("Your last session"),
            (
                MomentInput(
                    "last_session",
                    Text("When did it end?"),
                    "",
                    hint=Text("May stay empty."),
                ),
                ChoiceInput(
                    "feeling",
                    Text("How do you feel now?"),
                    (
                        Choice("fine", Text("Fine")),
                        Choice("sore", Text("Still sore")),
                        Choice("muscle", Text("Extreme pain, weakness or dark urine")),
                        Choice("swollen", Text("One limb swollen, warm or discoloured")),
                        Choice("breath", Text("Breathless, chest pain or coughing blood")),
                        Choice("numb", Text("Numb or weak for more than an hour")),
                    ),
                    default="fine",
                    why=Text("Some signs mean no training, and some mean a doctor."),
                ),
            ),
        ),
    ),
    rule=rest,
    cites=(
        *REST_BETWEEN_SETS.cites,
        *OPEN_BETWEEN_EXERCISES.cites,
        *SESSION_GAP.cites,
        *SESSIONS_PER_WEEK.cites,
        *DAILY_TRIALS,
        cite("fitcuffs_guide", "first session"),
        *CLOT_SIGNS,
        *MUSCLE_SIGNS,
        cite("scott2024", "abstract"),
        cite("pattersonbrandner2018", "abstract"),
    ),
    examples=(
        Example(
            Text("Tuesday 18:30 plus 36 hours is Thursday 06:30"),
            {"last_session": "2026-11-24T18:30"},
            "Next session: Thursday 26 November 2026, 06:30 at the earliest",
            {"Sessions": "2–3 sessions a week"},
        ),
        Example(
            Text("4 a week for 12 weeks did worse on average: a stop"),
            {"sessions_per_week": "4", "block_weeks": "12", "first_sessions": "no"},
            "Fewer sessions, or a shorter block",
        ),
        Example(
            Text("A block of 2 weeks with 7 sessions a week: one or two a day, guided"),
            {
                "sessions_per_week": "7",
                "block_weeks": "2",
                "first_sessions": "no",
                "guided": "yes",
                "last_session": "2026-12-31 20:00",
            },
            "Next session: Friday 1 January 2027, 20:00 at the earliest",
            {"Sessions": "1–2 sessions a day"},
        ),
        Example(
            Text("The same with nobody who guides it: a stop"),
            {"sessions_per_week": "7", "block_weeks": "2", "first_sessions": "no"},
            "Not so often on your own",
        ),
        Example(
            Text("Dark urine after a session replaces every plan"),
            {"feeling": "muscle"},
            "Go to an emergency department now",
        ),
    ),
    lookup=Lookup(
        Text("What is advised with a professional as guide, past the first sessions"),
        "block_weeks",
        ("1", "2", "3", "4", "8", "12"),
        "sessions_per_week",
        ("2", "3", "4", "7"),
        {"first_sessions": "no", "guided": "yes"},
        fact="Sessions",
    ),
    limits=(
        Text("Few trials compared rests; most chose one and kept it."),
        Text("It cannot know how your other training tires you."),
        Text("Times are on your own clock: it does not know summer time or time zones."),
    ),
    reviewed="2026-11-24",
    sets=(),
    private=True,
)
