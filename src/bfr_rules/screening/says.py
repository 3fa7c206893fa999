"""What a screening says: a stop, or that no listed reason was found."""

from __future__ import annotations

from bfr_rules.gate import LISTS, NO_SETTINGS, RELEASABLE
from bfr_rules.outcome import Advice, Caution, Outcome, Stop
from bfr_rules.quantity import Pressure, decimal
from bfr_rules.references import FIRST_SESSIONS_INTENSITY, cite
from bfr_rules.screening.answers import Answers
from bfr_rules.screening.letter import Typed, letter
from bfr_rules.screening.points import total
from bfr_rules.screening.reasons import unique
from bfr_rules.standing import Level, Standing, Who
from bfr_rules.text import Count, Text

SAYS = {
    Level.DOCTOR: Text("Your answers hold a reason not to train with a cuff on your own."),
    Level.MISSING: Text("Nobody should guess it, and it is had in five minutes."),
    Level.UNFINISHED: Text("What is not answered counts as yes."),
    Level.NOT_TODAY: Text("Your answers hold a reason to wait."),
    Level.CLINICIAN: Text("Your answers hold a reason to ask someone who knows BFR and knows you."),
}
LAST_DO = {
    Level.DOCTOR: Text("Answer what is left too: then it says who may decide otherwise."),
    Level.MISSING: Text("Everything else that you answered stays as it is."),
    Level.UNFINISHED: Text("Answer what is left: it takes about a minute in all."),
    Level.NOT_TODAY: Text("When it has passed, answer the screening again."),
}
MAY_DECIDE = {
    (): Text("No agreement opens the cuff while this is so."),
    (Who.DOCTOR,): Text(
        "A doctor who knows you may decide otherwise, with you. Take the letter below along."
    ),
    (Who.DOCTOR, Who.PHYSIOTHERAPIST): Text(
        "A doctor or physiotherapist who knows BFR and knows you may decide. Take the letter below "
        "along."
    ),
}
"""What is said of who may decide otherwise."""
STOP_SIGNS = (cite("smartcuffs_manual", "stop signs"), cite("vdf_dvt", "page"))
FIRST = cite("fitcuffs_guide", "first session")
ALWAYS: tuple[Advice, ...] = (
    Advice(Text("The stop signs always apply. Learn them before you put on a cuff."), STOP_SIGNS),
    Advice(
        Text(
            "First sessions: one exercise, {range}, not to failure.",
            range=FIRST_SESSIONS_INTENSITY,
        ),
        (FIRST,),
    ),
    Advice(Text("Each day you train, ask “Today” again. A new illness: ask all of it again.")),
    Advice(
        Text("The list is the opinion of experts. It was not tested on what later happened."),
        LISTS,
    ),
)


def because(headline: Text, reasons: tuple[Text, ...]) -> Text:
    """Name the first reason beside a headline, and how many there are beside it.

    >>> print(because(Text("Not today"), (Text("Alcohol today"), Text("Still sore"))))
    Not today: Alcohol today, and 1 more
    """
    if not reasons:
        return headline
    first, more = reasons[0], len(reasons) - 1
    if more:
        return Text(
            "{headline}: {reason}, and {more} more", headline=headline, reason=first, more=more
        )
    return Text("{headline}: {reason}", headline=headline, reason=first)


def stopped(answers: Answers, typed: Typed) -> Outcome:
    """Say which reasons stop every setting, what to do about each, and who may decide otherwise."""
    level = answers.level
    stop = NO_SETTINGS[level].stop
    decide = (d.cites for each in answers.reasons for d in each.decides)
    cites = unique((*(each.cites for each in answers.reasons), *decide, stop.cites if stop else ()))
    headline = (
        Text("Not finished: {left} left", left=Count(len(answers.left), "question"))
        if level is Level.UNFINISHED
        else NO_SETTINGS[level].headline
    )
    left = tuple(Text("Answer “{question}”.", question=each) for each in answers.left)
    named = tuple(Text("{reason}. {do}", reason=each.says, do=each.do) for each in answers.reasons)
    by = answers.release_by
    asks = answers.lasting in RELEASABLE and level is not Level.UNFINISHED
    decided = asks and not answers.left
    last = (
        *((LAST_DO[level],) if not decided or level is Level.NOT_TODAY else ()),
        *((MAY_DECIDE[by],) if decided else ()),
    )
    return Outcome(
        headline=headline,
        stop=Stop(SAYS[level], (*left, *named, *answers.no_cuff, *last), cites),
        steps=answers.steps,
        letter=letter(
            typed,
            answers.reasons,
            answers.limits,
            answers.no_cuff,
            by,
            (total(answers.clot), total(answers.kaatsu)),
        )
        if asks
        else None,
        standing=Standing(
            level,
            because(headline, tuple(each.says for each in answers.reasons)),
            answers.limits,
            answers.closed,
            lasting=answers.lasting,
            release_by=by,
        ),
        limits=answers.limits if asks else (),
        provisos=answers.no_cuff if asks else (),
    )


def found_none(answers: Answers, systolic: Pressure | None) -> Outcome:
    """Say that nothing stops, with what limits training and what always applies.

    The upper blood pressure goes on to the pressure of the cuff, which is checked against it.
    """
    reasons = answers.reasons
    headline = (
        Text("Take extra care: {reasons}", reasons=Count(len(reasons), "reason"))
        if reasons
        else Text("No listed reason found")
    )
    return Outcome(
        headline=headline,
        steps=answers.steps,
        cautions=tuple(
            Caution(Text("{reason}. {do}", reason=each.says, do=each.do), each.cites)
            for each in reasons
        ),
        next=ALWAYS,
        standing=Standing(
            answers.level,
            because(headline, tuple(each.says for each in reasons)),
            answers.limits,
            lasting=answers.lasting,
        ),
        limits=answers.limits,
        carry={"systolic": decimal(systolic.value)} if systolic else {},
    )
