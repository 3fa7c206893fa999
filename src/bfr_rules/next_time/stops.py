"""What takes the place of a next time."""

from __future__ import annotations

from bfr_rules.outcome import Outcome, Stop
from bfr_rules.plans.advice import STOP_SIGNS
from bfr_rules.quantity import Mass, Percent
from bfr_rules.question import AnswersError, Problem
from bfr_rules.references import BFR_INTENSITY, SESSION_GAP
from bfr_rules.rest import NOT_TODAY
from bfr_rules.text import Text
from bfr_rules.times import Date, Moment


def stop_of_today(sign: str, feeling: str) -> Outcome | None:
    """Find what must be settled before a next time, with a cuff or without."""
    if feeling in NOT_TODAY:
        return NOT_TODAY[feeling]
    if sign == "open":
        return Outcome(
            headline=Text("Settle the stop sign first"),
            stop=Stop(
                Text("Your last session ended at a stop sign: pain, dizziness or another one."),
                (
                    Text("Look it up in the list of stop signs, and do what stands there."),
                    Text("Has it gone, and nothing is left to ask a doctor? Then say so here."),
                ),
                STOP_SIGNS,
            ),
        )
    return None


def not_after_today(last_session: Moment | None, today: Date | None) -> None:
    """Refuse a last session that is still to come.

    Raises:
        AnswersError: It is after today.
    """
    if last_session and today and day_of(last_session).days_until(today) < 0:
        says = Text("Enter a time before today’s end: {today}.", today=today)
        raise AnswersError((Problem("last_session", says),))


def too_soon(last_session: Moment | None, today: Date | None) -> Outcome | None:
    """Find whether the last session with a cuff is too short a time ago."""
    not_after_today(last_session, today)
    if last_session is None or today is None:
        return None
    earliest = last_session.after(SESSION_GAP.shortest)
    if day_of(earliest) <= today:
        return None
    return Outcome(
        headline=Text("Not yet: from {earliest} on", earliest=earliest),
        stop=Stop(
            Text(
                "Your last session ended on {last}. The shortest gap that a trial allowed is {gap}.",
                last=last_session,
                gap=SESSION_GAP.shortest,
            ),
            (Text("Rest today. Light walking without a cuff is fine."),),
            SESSION_GAP.cites,
        ),
    )


def step_too_heavy(step: Mass, share: Percent) -> Outcome:
    """Refuse a step that is heavier than the share allows."""
    return Outcome(
        headline=Text("Your smallest step is too heavy"),
        stop=Stop(
            Text(
                "One step of {step} is more than {share} of your 1RM.",
                step=step,
                share=share,
            ),
            (Text("Use a lighter tool: a smaller plate, a dumbbell or a band."),),
            BFR_INTENSITY.cites,
        ),
    )


def day_of(moment: Moment) -> Date:
    """Give the day of a moment."""
    return Date(moment.at.date())


def days_since(last_session: Moment | None, today: Date | None) -> int | None:
    """Count the days since the last session; None where one end is not known."""
    return day_of(last_session).days_until(today) if last_session and today else None
