"""The gate before every setting: what a stop of the screening puts in its place.

Apart from the screening itself, because every calculator needs the gate and only one the lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bfr_rules.calculator import Calculator
from bfr_rules.citation import State
from bfr_rules.inputs.answers import Read
from bfr_rules.inputs.shared import UNSAID
from bfr_rules.outcome import Caution, Outcome, Stop
from bfr_rules.quantity import Percent
from bfr_rules.question import Input
from bfr_rules.references import cite
from bfr_rules.standing import Bind, Bound, Level, Limit, Release, Standing, Who
from bfr_rules.text import Count, Series, Text
from bfr_rules.times import Date

LISTS = (
    cite("nascimento2022", "Tables 1, 3 and 5"),
    cite("elite_ebook", "KAATSU points"),
    cite("galloway_pt", "list"),
)
"""The published lists that ours joins."""

NO_SETTINGS: dict[Level, Outcome] = {
    Level.DOCTOR: Outcome(
        headline=Text("Not without a doctor"),
        stop=Stop(
            Text("Your screening found a reason not to train with a cuff on your own."),
            (
                Text("Take the letter of your screening to a doctor."),
                Text("You may read every page of this guide, and show it to them."),
            ),
            LISTS,
        ),
    ),
    Level.MISSING: Outcome(
        headline=Text("One thing missing: your blood pressure"),
        stop=Stop(
            Text("Nobody should guess it, and it is had in five minutes."),
            (
                Text("Have it measured: at a pharmacy, with a monitor at home, or at a practice."),
                Text("Then type both numbers into the screening."),
            ),
            LISTS,
        ),
    ),
    Level.UNFINISHED: Outcome(
        headline=Text("Finish the screening first"),
        stop=Stop(
            Text("A list that is not answered counts as yes."),
            (Text("Go back to the screening and answer the lists that are left."),),
            (
                cite(
                    "nascimento2022",
                    "Tables 1, 3 and 5; to count it as yes is our rule",
                    State.OURS,
                ),
            ),
        ),
    ),
    Level.NOT_TODAY: Outcome(
        headline=Text("Not today"),
        stop=Stop(
            Text("Your screening found a reason to wait."),
            (Text("Wait until it has passed, then answer the screening again."),),
            LISTS,
        ),
    ),
    Level.CLINICIAN: Outcome(
        headline=Text("Ask a clinician first"),
        stop=Stop(
            Text("Your screening found a reason to ask someone who knows BFR and knows you."),
            (
                Text("Take the letter of your screening to a doctor or physiotherapist."),
                Text("Once they have agreed, state it here, and your numbers will be shown."),
            ),
            LISTS,
        ),
    ),
}
"""What stands in the place of every setting; a level that is not here stops nothing."""

SCREENING_HOLDS_DAYS = 28
"""So long the answers hold that are not about today: our cautious choice."""
OUR_DAYS = (
    cite("nascimento2022", "Tables 1, 3 and 5; how long answers hold is our rule", State.OURS),
)
SCREEN_FIRST = Outcome(
    headline=Text("A few questions first"),
    stop=Stop(
        Text("Some people must not train with a cuff. So nothing is set for a person unasked."),
        (Text("Answer the short check here, or go through the whole screening."),),
        LISTS,
    ),
    gate="unscreened",
)
TODAY_AGAIN = Outcome(
    headline=Text("How are you today?"),
    stop=Stop(
        Text("You answered the questions on today for another day."),
        (Text("Answer the list “Today” again. The rest of your screening still holds."),),
        OUR_DAYS,
    ),
    gate="today",
)
EXPIRED = Outcome(
    headline=Text("Screen again"),
    stop=Stop(
        Text("A screening holds for {time}.", time=Count(SCREENING_HOLDS_DAYS, "day")),
        (Text("Answer the screening again."),),
        OUR_DAYS,
    ),
    gate="expired",
)
LIMBS: Mapping[str, str] = {
    "left-arm": "left arm",
    "right-arm": "right arm",
    "left-leg": "left leg",
    "right-leg": "right leg",
}
SIDES = ("left", "right")
WHO: Mapping[Who, Text] = {
    Who.DOCTOR: Text("A doctor"),
    Who.PHYSIOTHERAPIST: Text("A physiotherapist"),
}


def effective(standing: Standing) -> Standing:
    """Find where a reader stands once a professional's release counts.

    A release opens only what one of its kind may decide, closes every limb that it does not name,
    and puts the limits of the professional in the place of those proposed. A limb that the
    screening closed stays closed.

    >>> from bfr_rules.limits import OPEN_RESTS
    >>> agreed = Release(Who.DOCTOR, Date.parse("2026-11-24"), ("left-leg",), (OPEN_RESTS,))
    >>> ask = Standing(Level.CLINICIAN, Text("Ask"), release_by=(Who.DOCTOR,), release=agreed)
    >>> effective(ask).level, effective(ask).closed
    (<Level.LIMITS: 'limits'>, ('left-arm', 'right-arm', 'right-leg'))
    """
    release = standing.release
    if release is None or not releases(release, standing):
        return replace(standing, release=None)
    named = set(release.limbs) - set(standing.closed)
    level = standing.level if standing.level is Level.NOT_TODAY else Level.LIMITS
    return replace(
        standing,
        level=level,
        lasting=Level.LIMITS,
        limits=release.limits,
        closed=tuple(each for each in LIMBS if each not in named),
    )


RELEASABLE = frozenset({Level.CLINICIAN, Level.DOCTOR})
"""The levels that a professional may open, where the reasons let one decide."""


def releases(release: Release, standing: Standing) -> bool:
    """Tell whether a release counts for a standing: the level and the profession must allow it."""
    lasting = standing.lasts
    return lasting in RELEASABLE and release.by in standing.release_by


def gate(
    standing: Standing, today: Date | None = None, *, asks_first: bool = True
) -> Outcome | None:
    """Give what replaces every setting after a screening, or before one; None if nothing does.

    Args:
        standing: Where the screening left the reader, a release included (`effective`).
        today: The reader's day; without one nothing expires.
        asks_first: Whether the calculator gives no setting to somebody who was not screened.

    Source: the lists in `LISTS`; that they close the calculators is our cautious choice.

    >>> print(gate(Standing(Level.NOT_TODAY, Text("Not today"))).headline)
    Not today
    >>> gate(Standing(Level.NONE, Text("No listed reason found")))
    """
    if standing.level is Level.UNSCREENED:
        return SCREEN_FIRST if asks_first else None
    if today is not None and (late := _late(standing, today)):
        return late
    closed = NO_SETTINGS.get(standing.level)
    if closed:
        return replace(closed, gate=standing.level.value)
    return _not_yet(standing.release, today)


def _late(standing: Standing, today: Date) -> Outcome | None:
    """Give what replaces every setting once answers are too old, or are of a day to come."""
    if standing.on is None or not 0 <= standing.on.days_until(today) < SCREENING_HOLDS_DAYS:
        return EXPIRED
    if standing.today_on == today:
        return None
    lasting = standing.lasts
    if standing.short:
        return EXPIRED
    if lasting in NO_SETTINGS and lasting is not Level.NOT_TODAY:
        return replace(NO_SETTINGS[lasting], gate=lasting.value)
    return TODAY_AGAIN


def _not_yet(release: Release | None, today: Date | None) -> Outcome | None:
    """Give what replaces every setting before the day from which a release counts."""
    if release is None or today is None or release.since.days_until(today) >= 0:
        return None
    return not_before(release.since)


def not_before(day: Date | Text) -> Outcome:
    """Give what replaces every setting before the day from which a release counts."""
    return Outcome(
        headline=Text("Not before {day}", day=day),
        stop=Stop(
            Text("The cuff was allowed from that day on."),
            (Text("Wait for it, or ask the person who allowed it."),),
            OUR_DAYS,
        ),
        gate="not-yet",
    )


# --- Limbs and sides ---------------------------------------------------------------------------


def gate_limbs(
    asked: Calculator, standing: Standing, values: Mapping[str, object]
) -> tuple[Outcome | None, dict[str, str]]:
    """Find what replaces a setting for a limb that must have no cuff, and the sides that are left.

    Args:
        asked: The calculator.
        standing: Where the screening left the reader.
        values: Answers that were read; `…limb` asks for a limb and `…side` for its side.

    Returns:
        What replaces the setting, or None; and for each question of a side that was left open the
        one side that may have a cuff, where there is but one.

    Source: `LISTS`; that one closed leg stops what takes both is our rule.

    >>> from bfr_rules.catalog import calculator
    >>> arms = Standing(Level.LIMITS, Text("Limits"), closed=("left-arm", "right-arm"))
    >>> print(gate_limbs(calculator("session"), arms, {"exercise_1_limb": "arm"})[0].headline)
    No cuff on your arms
    """
    closed = set(standing.closed)
    if closed >= set(LIMBS):  # whatever was asked: some calculators ask for no limb
        return NO_LIMB, {}
    if asked.limb and (shut := _shut(asked.limb, closed)):
        return (_none_left(asked.limb) if len(shut) > 1 else _takes_both(asked.limb, shut[0])), {}
    sides: dict[str, str] = {}
    names = {each.name for each in asked.inputs}
    for name, limb in values.items():
        if name.rpartition("_")[2] != "limb" or not (shut := _shut(str(limb), closed)):
            continue
        if len(shut) > 1:
            return _none_left(str(limb)), {}
        side = f"{name.removesuffix('limb')}side"
        chosen = str(values.get(side, UNSAID))
        if chosen in {"both", shut[0]}:
            return (_takes_both if chosen == "both" else _shut_side)(str(limb), shut[0]), {}
        if chosen == UNSAID and side in names:
            (sides[side],) = set(SIDES) - set(shut)
    return None, sides


def _shut(limb: str, closed: set[str]) -> list[str]:
    return [side for side in SIDES if f"{side}-{limb}" in closed]


NO_LIMB = Outcome(
    headline=Text("No cuff on any limb"),
    stop=Stop(
        Text("Your screening closed all four."),
        (
            Text("Ask the clinician who treats you which limb may have a cuff."),
            Text("Does your reason concern one limb? Name it in the screening."),
        ),
        LISTS,
    ),
    gate="limb",
)


def _none_left(limb: str) -> Outcome:
    return Outcome(
        headline=Text("No cuff on your {limb}s", limb=limb),
        stop=Stop(
            Text("Your screening closed both of them."),
            (Text("Ask the clinician who treats you about other limbs."),),
            LISTS,
        ),
        gate="limb",
    )


def _takes_both(limb: str, side: str) -> Outcome:
    (other,) = set(SIDES) - {side}
    return Outcome(
        headline=Text("No cuff on your {side} {limb}, and this takes both", side=side, limb=limb),
        stop=Stop(
            Text("Your screening closed your {side} {limb}.", side=side, limb=limb),
            (
                Text(
                    "Train the {side} {limb} alone, with an exercise for one.",
                    side=other,
                    limb=limb,
                ),
                Text("Or ask the clinician who treats you."),
            ),
            LISTS,
        ),
        gate="limb",
    )


def _shut_side(limb: str, side: str) -> Outcome:
    (other,) = set(SIDES) - {side}
    return Outcome(
        headline=Text("No cuff on your {side} {limb}", side=side, limb=limb),
        stop=Stop(
            Text("Your screening closed it."),
            (
                Text(
                    "Choose your {side} {limb}, if that is the one you train.",
                    side=other,
                    limb=limb,
                ),
                Text("Or ask the clinician who treats you."),
            ),
            LISTS,
        ),
        gate="limb",
    )


# --- Limits ------------------------------------------------------------------------------------


def bind(
    answers: Read, limits: tuple[Limit, ...]
) -> tuple[Read, tuple[Bound, ...], Outcome | None]:
    """Hold answers to the limits of a screening or a release.

    Args:
        answers: Answers that were read.
        limits: The limits that hold for the reader.

    Returns:
        The answers that the rule may be asked with, what was changed, and what replaces the setting
        where an answer cannot be changed into one that the limits allow.

    >>> from bfr_rules.catalog import calculator
    >>> from bfr_rules.inputs.answers import read
    >>> from bfr_rules.limits import OPEN_RESTS
    >>> typed = read(calculator("session").inputs, {"cuff_in_rests": "on"})
    >>> used, changed, stop = bind(typed, (OPEN_RESTS,))
    >>> used["cuff_in_rests"], changed[0].typed, stop
    ('open', 'Stays on', None)
    """
    used = answers
    changed: list[Bound] = []
    questions = {each.name: each for each in answers.asked}
    for limit in limits:
        for each in limit.binds:
            value = used.get(each.name)
            if value is None:
                continue
            question = questions[each.name]
            if value in each.never:
                return used, tuple(changed), _against(limit, question, each.never)
            held = _held(value, each)
            if held is not None:
                used = used.but({each.name: question.write(held)})
                shown = str(question.show(value)), str(question.show(held))
                changed.append(Bound(each.name, *shown, limit))
    return used, tuple(changed), None


def _held(value: object, bind: Bind) -> object:
    """Give the value that a bind puts in the place of this one; None where it may stay."""
    if bind.most is not None:
        if not isinstance(value, Percent):
            message = f"a limit of {bind.most} binds a share, not {value!r}"
            raise TypeError(message)
        return bind.most if value > bind.most else None
    return bind.only if bind.only and value != bind.only else None


def _against(limit: Limit, question: Input, never: tuple[str, ...]) -> Outcome:
    left = tuple(
        Text("“{answer}”", answer=each.label)
        for each in question.options
        if each.value not in never
    )
    return Outcome(
        headline=Text("Not with your limits"),
        stop=Stop(
            Text("Your limit: {limit}", limit=limit),
            (
                Text(
                    "To “{question}” choose {left}.",
                    question=question.label,
                    left=Series(left, "or"),
                ),
            ),
            limit.cites,
        ),
        gate="limit",
    )


def cautions(bound: tuple[Bound, ...]) -> tuple[Caution, ...]:
    """Say which limit has changed which answer."""
    return tuple(
        Caution(
            Text(
                "Your limit holds: {limit} This uses “{used}”, not “{typed}”.",
                limit=each.limit,
                used=each.used,
                typed=each.typed,
            ),
            each.limit.cites,
        )
        for each in bound
    )


# --- What is printed on everything ---------------------------------------------------------------

UNSCREENED = Text("Nobody was screened for this. It may be wrong for you: screen first.")
SHORT = Text("Only the short check was asked, for one day. The whole screening asks more.")


def provisos(standing: Standing | None) -> tuple[Text, ...]:
    """List what goes with every answer: who was screened, who has agreed, which limb is closed.

    Args:
        standing: Where the screening left the reader, a release included (`effective`).
    """
    if standing is None or standing.level is Level.UNSCREENED:
        return (UNSCREENED,)
    said = []
    release = standing.release
    if release is not None:
        said.append(
            Text(
                "{who} has agreed, as you state{name}: {limbs}, from {day}.",
                who=WHO[release.by],
                name=f" ({release.name})" if release.name else "",
                limbs=Series(tuple(LIMBS[each] for each in release.limbs)),
                day=release.since,
            )
        )
    if standing.closed:
        closed = Series(tuple(LIMBS[each] for each in LIMBS if each in standing.closed))
        said.append(Text("No cuff on: {limbs}.", limbs=closed))
    return (*said, SHORT) if standing.short else tuple(said)
