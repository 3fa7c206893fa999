"""Next time: what to lift after what was done, by one named rule, and whether today is the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Sets, Vary
from bfr_rules.citation import Citation, Coefficient, State
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput, ChoicesInput
from bfr_rules.inputs.days import DateInput, MomentInput
from bfr_rules.inputs.numeric import MassInput, NumberInput, NumbersInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.loads.equipment_makes import in_steps
from bfr_rules.loads.rule import CEILING, FIRST_CEILING
from bfr_rules.outcome import Advice, Caution, Fact, Outcome, Step, Stop
from bfr_rules.plans.advice import AWAY, MISSED, STOP_SIGNS
from bfr_rules.plans.lifted import EVERY, FOURTH_SET, MORE_THAN
from bfr_rules.plans.schedule import DAYS
from bfr_rules.quantity import Mass, Percent, Range, Unit
from bfr_rules.question import AnswersError, Problem
from bfr_rules.references import (
    BFR_INTENSITY,
    FIRST_SESSIONS_INTENSITY,
    RHABDOMYOLYSIS,
    SESSION_GAP,
    TEN_RM_SHARE,
    cite,
)
from bfr_rules.rest import CLOT_SIGNS, MUSCLE_SIGNS, NOT_TODAY
from bfr_rules.text import Count, Series, Text
from bfr_rules.times import Date, Moment

FINISH_FIRST = cite("fitcuffs_guide", "progression")
TWICE = (
    FINISH_FIRST,
    cite("exknee2020", "Table 3; in two sessions running is our rule", State.OURS),
)
GO_BACK = cite("sieljacks2019", "abstract; to go back is our rule", State.OURS)
AFTER_A_SIGN = cite("smartcuffs_manual", "stop signs; to do less is our rule", State.OURS)
RESTART_DAYS = 14
"""Away for so long: begin again, as the plan says. Our cautious choice."""
AOP_HOLDS = Coefficient(
    "weeks over which an AOP should change little",
    Fraction(8),
    (cite("elite_ebook", "how to take LOP"),),
)
AOP_AFTER_DAYS = 28
"""Away for so long: the AOP is measured again. Our cautious choice."""
SIZE = cite("loenneke2015", "abstract; the month is our rule", State.OURS)
LOOKS_AT = 4
"""The set at which the rule of the knee trial looks."""


@dataclass(frozen=True)
class Done:
    """What was lifted, and how often."""

    load: Mass
    repetitions: tuple[int, ...]

    def all_of(self, planned: tuple[int, ...]) -> bool:
        """Tell whether every set had the repetitions that were planned.

        >>> Done(Mass.kg(20), (30, 15, 16, 15)).all_of((30, 15, 15, 15))
        True
        """
        return len(self.repetitions) >= len(planned) and all(
            done >= wanted for done, wanted in zip(self.repetitions, planned, strict=False)
        )


@dataclass(frozen=True)
class Verdict:
    """What to lift next, in words, with its reason."""

    load: Mass | None
    headline: Text
    because: Text
    cites: tuple[Citation, ...]


def next_time(
    load: Mass,
    planned: tuple[Fraction, ...],
    done: tuple[Fraction, ...],
    sign: str,
    feeling: str,
    progression: str,
    first_sessions: str,
    percent_1rm: Percent,
    step: Mass,
    done_before: tuple[Fraction, ...] = (),
    load_before: Mass | None = None,
    one_rm: Mass | None = None,
    ten_rm: Mass | None = None,
    last_session: Moment | None = None,
    bfr_days: tuple[str, ...] = (),
    aop_on: Date | None = None,
    tested_on: Date | None = None,
    exercise_1_name: str = "",
    exercise_1_limb: str = "leg",
    exercise_1_side: str = shared.UNSAID,
    today: Date | None = None,
) -> Outcome:
    """Find what to do next time, from what was done.

    Args:
        load: What was lifted last time.
        planned: Repetitions of each set as they were planned.
        done: Repetitions of each set as they were done.
        sign: Whether it ended at a stop sign: `no`, `open`, or `gone` once that is settled.
        feeling: A key of `NOT_TODAY`, or `fine`.
        progression: `hold`, `all-sets` or `fourth-set`.
        first_sessions: Whether these are first sessions: then no more than `FIRST_CEILING`.
        percent_1rm: The highest share of the 1RM that may be reached.
        step: Smallest step of the load.
        done_before: Repetitions of the time before, where there was one.
        load_before: The load of the time before.
        one_rm: One-repetition maximum.
        ten_rm: The heaviest load for ten repetitions.
        last_session: When the last session ended, on the reader's own clock.
        bfr_days: The planned days, by their short names.
        aop_on: When the AOP was measured.
        tested_on: When the maximum was tested.
        exercise_1_name: What is trained.
        exercise_1_limb: `arm` or `leg`.
        exercise_1_side: `left`, `right`, `both` or `unsaid`.
        today: The reader's day, where it is known.

    Returns:
        The load of the next session with the reason; a stop after a sign that is not settled, on a
        warning sign of today, and before `SESSION_GAP` is over.

    Source: `FOURTH_SET`, `FINISH_FIRST`, `SESSION_GAP`, `AOP_HOLDS`, `EVERY`.

    >>> twenty, all_done = Mass.kg(20), (Fraction(15),) * 3
    >>> made = next_time(twenty, all_done, all_done, "no", "fine", "all-sets", "no", Percent(30),
    ...                  Mass.kg("2.5"), all_done, twenty, one_rm=Mass.kg(100))
    >>> print(made.headline)
    A step up: 22.5 kg
    """
    if stop := _stop(sign, feeling, last_session, today):
        return stop
    last = Done(load, tuple(map(int, done)))
    before = Done(load_before or load, tuple(map(int, done_before))) if done_before else None
    maximum = one_rm or (ten_rm / TEN_RM_SHARE.value if ten_rm else None)
    share = min(percent_1rm, FIRST_CEILING) if first_sessions == "yes" else percent_1rm
    cap = in_steps(share.of(maximum), step).load if maximum else None
    away = _days_since(last_session, today)
    if maximum and not cap:
        return _step_too_heavy(step, share)
    if away is not None and away >= RESTART_DAYS:
        verdict = _begin_again(last, maximum, step, cap)
    elif sign == "gone":
        verdict = _less(last, step, cap)
    else:
        wanted = tuple(map(int, planned))
        verdict = _held(_by_rule(progression, last, before, wanted, step), last, share, cap)
    on = _on(exercise_1_name, exercise_1_limb, exercise_1_side)
    return Outcome(
        headline=Text("{on}: {said}", on=on, said=verdict.headline) if on else verdict.headline,
        answer=verdict.load,
        facts=_facts(last, cap, last_session, bfr_days, today),
        steps=_steps(verdict, last, share, maximum, cap),
        cautions=_cautions(verdict, away, aop_on, tested_on, today),
        next=tuple(_next(progression, last_session, bfr_days, today)),
        carry=_carried(verdict.load),
    )


# --- What stops ------------------------------------------------------------------------------------


def _stop(
    sign: str, feeling: str, last_session: Moment | None, today: Date | None
) -> Outcome | None:
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
    if last_session is None or today is None:
        return None
    if _day(last_session).days_until(today) < 0:
        says = Text("Enter a time before today’s end: {today}.", today=today)
        raise AnswersError((Problem("last_session", says),))
    earliest = last_session.after(SESSION_GAP.shortest)
    if _day(earliest) <= today:
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


def _step_too_heavy(step: Mass, share: Percent) -> Outcome:
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


def _day(moment: Moment) -> Date:
    return Date(moment.at.date())


def _days_since(last_session: Moment | None, today: Date | None) -> int | None:
    return _day(last_session).days_until(today) if last_session and today else None


# --- What to lift ----------------------------------------------------------------------------------


def _begin_again(last: Done, maximum: Mass | None, step: Mass, cap: Mass | None) -> Verdict:
    """Go back to the load of week 1 after two weeks away."""
    because = Text(
        "You were away for {days} or more. The muscles have lost what they were used to.",
        days=Count(RESTART_DAYS, "day"),
    )
    start = Percent(FIRST_SESSIONS_INTENSITY.low)
    light = in_steps(start.of(maximum), step).load if maximum else None
    load = min(each for each in (light or cap, last.load, cap) if each) if maximum else None
    said = (
        Text("Begin again with one exercise: {load}", load=load)
        if load
        else Text("Begin again with one exercise, lighter than {load}", load=last.load)
    )
    return Verdict(load, said, because, (AWAY, *FIRST_SESSIONS_INTENSITY.cites))


def _less(last: Done, step: Mass, cap: Mass | None) -> Verdict:
    """Do a step less after a stop sign that is settled."""
    because = Text("Your last session ended at a stop sign: never the same again after one.")
    less = _down(last.load, step)
    load = min(less, cap) if less and cap else less
    said = (
        Text("A step less: {load}", load=load)
        if load
        else Text("Less than {load}, or without the cuff", load=last.load)
    )
    return Verdict(load, said, because, (AFTER_A_SIGN,))


def _down(load: Mass, step: Mass) -> Mass | None:
    """Go one step down; nothing below one step."""
    return load - step if step < load and shared.is_lifted(load - step) else None


def _by_rule(
    progression: str,
    last: Done,
    before: Done | None,
    planned: tuple[int, ...],
    step: Mass,
) -> Verdict:
    """Step up, keep or go back, as the rule that was chosen says."""
    if progression == "hold":
        return _keep(last, Text("You chose to keep the load."), (FINISH_FIRST,))
    if progression == "fourth-set":
        return _by_fourth_set(last, step)
    return _by_all_sets(last, before, planned, step)


def _keep(last: Done, because: Text, cites: tuple[Citation, ...]) -> Verdict:
    return Verdict(last.load, Text("Keep {load}", load=last.load), because, cites)


def _up(last: Done, step: Mass, because: Text, cites: tuple[Citation, ...]) -> Verdict:
    more = last.load + step
    return Verdict(more, Text("A step up: {load}", load=more), because, cites)


def _by_fourth_set(last: Done, step: Mass) -> Verdict:
    """Step up after more than 15 repetitions in the fourth set.

    Source: exknee2020, Table 3.

    >>> print(_by_fourth_set(Done(Mass.kg(20), (30, 15, 15, 16)), Mass.kg(5)).headline)
    A step up: 25 kg
    """
    if len(last.repetitions) < LOOKS_AT:
        because = Text("There was no fourth set, and this rule looks at it.")
        return _keep(last, because, (FOURTH_SET,))
    fourth = last.repetitions[LOOKS_AT - 1]
    done = Count(fourth, "repetition")
    if fourth > MORE_THAN.value:
        because = Text("You did {done} in the fourth set.", done=done)
        return _up(last, step, because, (FOURTH_SET,))
    because = Text(
        "You did {done} in the fourth set. More than {more} are a step up.",
        done=done,
        more=int(MORE_THAN.value),
    )
    return _keep(last, because, (FOURTH_SET,))


def _by_all_sets(last: Done, before: Done | None, planned: tuple[int, ...], step: Mass) -> Verdict:
    """Step up after all repetitions in two sessions running; go back where the step was too much."""
    if not last.all_of(planned):
        if before and before.load < last.load:
            because = Text("The last step was too much: you did not do all repetitions.")
            back = Text("Back to {load}", load=before.load)
            return Verdict(before.load, back, because, (GO_BACK,))
        because = Text("You did not do all repetitions. Finish them cleanly first.")
        return _keep(last, because, (FINISH_FIRST,))
    if before is None or before.load != last.load or not before.all_of(planned):
        because = Text("You did all repetitions. Do them once more, then comes a step.")
        return _keep(last, because, TWICE)
    return _up(last, step, Text("You did all repetitions in two sessions running."), TWICE)


def _held(verdict: Verdict, last: Done, share: Percent, cap: Mass | None) -> Verdict:
    """Let no load pass its share of the 1RM, and take no step where the 1RM is unknown."""
    if verdict.load is None or (cap and verdict.load <= cap):
        return verdict
    if cap is None:
        if verdict.load <= last.load:
            return verdict
        because = Text("Your 1RM is not known here, so nobody can tell where light training ends.")
        keep = Text("Keep {load}, and test your 1RM or 10RM", load=last.load)
        return Verdict(last.load, keep, because, BFR_INTENSITY.cites)
    because = Text("More would pass {share} of your 1RM.", share=share)
    said = (
        Text("Keep {load}: it is the most for now", load=cap)
        if cap == last.load
        else Text("No more than {load}", load=cap)
    )
    return Verdict(cap, said, because, BFR_INTENSITY.cites)


def _on(name: str, limb: str, side: str) -> str:
    """Write what is trained: its name, and the side where one was named.

    >>> _on("Curl", "arm", "left"), _on("Curl", "arm", "both"), _on("", "leg", "unsaid")
    ('Curl, left arm', 'Curl, both arms', '')
    """
    if side == shared.UNSAID:
        return name
    sided = f"both {limb}s" if side == "both" else f"{side} {limb}"
    return f"{name}, {sided}" if name else sided.capitalize()


# --- The answer ------------------------------------------------------------------------------------


def _carried(load: Mass | None) -> dict[str, str]:
    return {"exercise_1_load": str(load)} if load and shared.is_lifted(load) else {}


def _facts(
    last: Done,
    cap: Mass | None,
    last_session: Moment | None,
    bfr_days: tuple[str, ...],
    today: Date | None,
) -> tuple[Fact, ...]:
    facts = [
        Fact(
            Text("Last time"),
            Text("{load}, {sets}", load=last.load, sets="-".join(str(n) for n in last.repetitions)),
        )
    ]
    if cap:
        facts.append(Fact(Text("The most for now"), cap))
    if last_session:
        facts.append(Fact(Text("Next session from"), last_session.after(SESSION_GAP.shortest)))
    if today and bfr_days:
        facts.append(Fact(Text("Next planned day"), _planned_from(today, bfr_days)))
    return tuple(facts)


def _planned_from(today: Date, bfr_days: tuple[str, ...]) -> Date:
    """Find the first planned day from today on."""
    return next(day for day in map(today.after, range(7)) if tuple(DAYS)[day.weekday] in bfr_days)


def _steps(
    verdict: Verdict, last: Done, share: Percent, maximum: Mass | None, cap: Mass | None
) -> tuple[Step, ...]:
    steps = [Step(verdict.because, verdict.load or last.load, None, verdict.cites)]
    if maximum and cap:
        steps.append(
            Step(
                Text("The most for now, down to a whole step"),
                cap,
                Text("{share} of {maximum}", share=share, maximum=maximum.rounded(2)),
                BFR_INTENSITY.cites,
            )
        )
    return tuple(steps)


def _cautions(
    verdict: Verdict,
    away: int | None,
    aop_on: Date | None,
    tested_on: Date | None,
    today: Date | None,
) -> tuple[Caution, ...]:
    cautions = [Caution(verdict.because, verdict.cites)]
    if today and aop_on:
        weeks, days = int(AOP_HOLDS.value), aop_on.days_until(today)
        if days > weeks * len(DAYS) or (away is not None and away >= AOP_AFTER_DAYS):
            cautions.append(
                Caution(
                    Text(
                        "Your AOP was measured on {day}. Have it measured again: after {weeks}, "
                        "after a month away, and when something has changed.",
                        day=aop_on,
                        weeks=Count(weeks, "week"),
                    ),
                    (*AOP_HOLDS.cites, SIZE),
                )
            )
    if today and tested_on and tested_on.days_until(today) >= int(EVERY.value) * len(DAYS):
        cautions.append(
            Caution(
                Text(
                    "Your maximum is of {day}. A trial tested it anew every {weeks}, without a "
                    "cuff: so may you.",
                    day=tested_on,
                    weeks=Count(int(EVERY.value), "week"),
                ),
                EVERY.cites,
            )
        )
    return tuple(cautions)


def _next(
    progression: str, last_session: Moment | None, bfr_days: tuple[str, ...], today: Date | None
) -> Iterator[Advice]:
    yield RULES[progression]
    if last_session and today and bfr_days and (missed := _missed(last_session, bfr_days, today)):
        yield Advice(
            Text(
                "Missed: {days}. Let it go, and do the next one on its day. "
                "Never do two in a row to catch up.",
                days=Series(missed),
            ),
            (*SESSION_GAP.cites, MISSED),
        )
    yield Advice(
        Text(
            "Open the cuff at once on pain, if the limb goes numb, white or blue, or if you feel "
            "dizzy or sick. Then the session is over."
        ),
        STOP_SIGNS,
    )


def _missed(last: Moment, bfr_days: tuple[str, ...], today: Date) -> tuple[Date, ...]:
    """List the planned days between the last session and today."""
    first = _day(last).after(1)
    between = [first.after(n) for n in range(max(0, first.days_until(today)))]
    return tuple(day for day in between if tuple(DAYS)[day.weekday] in bfr_days)[-6:]


RULES: dict[str, Advice] = {
    "hold": Advice(
        Text("Keep the load, and finish all sets cleanly before you change anything."),
        (FINISH_FIRST,),
    ),
    "all-sets": Advice(
        Text(
            "The rule: all repetitions cleanly, in two sessions running, are the smallest step up. "
            "If the next session falls short, go back."
        ),
        TWICE,
    ),
    "fourth-set": Advice(
        Text(
            "The rule of a knee trial: more than {more} repetitions in the fourth set are the "
            "smallest step up. You need not go to failure for it.",
            more=int(MORE_THAN.value),
        ),
        (FOURTH_SET, cite("sieljacks2019", "abstract")),
    ),
}


# --- The calculator --------------------------------------------------------------------------------

EACH_SET, SETS = Range.of(0, 60), Range.of(1, 6)


def _weight(name: str, label: str, *, example: str, hint: Text | None = None) -> MassInput:
    return MassInput(
        name, Text(label), shared.LIFTED, "", hint=hint, optional=True, example=example
    )


NEXT_TIME = Calculator(
    slug="next-time",
    title=Text("Next time"),
    question=Text("What do I do next time?"),
    use_when=(
        Text("You have trained with a cuff, and know what you lifted and how often."),
        Text("You want to know whether today is a day for it."),
    ),
    not_when=(
        Text("You have never done it: start with a first session."),
        Text("You are in rehab: then your physiotherapist says what comes next."),
    ),
    groups=(
        Group(
            Text("Last time"),
            (
                MassInput(
                    "load", Text("What did you lift?"), shared.LIFTED, "20 kg", example="20 kg"
                ),
                NumbersInput(
                    "planned",
                    Text("Repetitions planned, set by set"),
                    each=Range.of(1, 40),
                    count=SETS,
                    default="30 15 15 15",
                    example="30 15 15 15",
                ),
                NumbersInput(
                    "done",
                    Text("Repetitions done, set by set"),
                    each=EACH_SET,
                    count=SETS,
                    default="30 15 15 15",
                    example="30 15 15 12",
                ),
                ChoiceInput(
                    "sign",
                    Text("Did it end at a stop sign?"),
                    (
                        Choice("no", Text("No")),
                        Choice("open", Text("Yes"), Text("Pain, dizziness or another one.")),
                        Choice(
                            "gone",
                            Text("Yes, it has gone"),
                            Text("I looked it up, and nothing is left to ask a doctor."),
                        ),
                    ),
                    default="no",
                ),
            ),
        ),
        Group(
            Text("The time before"),
            (
                NumbersInput(
                    "done_before",
                    Text("Repetitions done then"),
                    each=EACH_SET,
                    count=SETS,
                    default="",
                    example="30 15 15 15",
                    hint=Text("May stay empty."),
                    optional=True,
                ),
                _weight(
                    "load_before",
                    "What did you lift then?",
                    example="20 kg",
                    hint=Text("Empty if it was the same."),
                ),
            ),
        ),
        Group(
            Text("How the load goes on"),
            (
                ChoiceInput(
                    "progression",
                    Text("Which rule?"),
                    (
                        Choice("all-sets", Text("All sets, twice"), Text("Then a step more.")),
                        Choice(
                            "fourth-set",
                            Text("By the fourth set"),
                            Text("A step more when it goes well."),
                        ),
                        Choice("hold", Text("Keep the load")),
                    ),
                    default="all-sets",
                    why=Text("A trial and a maker raise the load in two ways. Pick one."),
                ),
                shared.FIRST_SESSIONS,
                NumberInput(
                    "percent_1rm",
                    Text("Never more than"),
                    Unit.PERCENT_1RM,
                    Range(Fraction(10), CEILING.value),
                    "30",
                    decimals=True,
                    hint=Text("Advised: {advised}.", advised=BFR_INTENSITY),
                ),
                MassInput(
                    "step",
                    Text("Smallest step of the load"),
                    {Unit.KG: Range.of("0.25", 50), Unit.LB: Range.of("0.5", 110)},
                    "2.5 kg",
                ),
                _weight(
                    "one_rm",
                    "Your 1RM",
                    example="100 kg",
                    hint=Text("Without it, or a 10RM, no step up."),
                ),
                _weight("ten_rm", "Your 10RM", example="75 kg", hint=Text("May stay empty.")),
                DateInput(
                    "tested_on",
                    Text("When was it tested?"),
                    "",
                    hint=Text("May stay empty."),
                    optional=True,
                ),
            ),
        ),
        Group(
            Text("Today"),
            (
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
                ),
                MomentInput(
                    "last_session",
                    Text("When did your last session end?"),
                    "",
                    hint=Text("May stay empty."),
                ),
                ChoicesInput(
                    "bfr_days",
                    Text("Your days with a cuff"),
                    tuple(Choice(value, Text(name)) for value, name in DAYS.items()),
                    [],
                    hint=Text("May stay empty."),
                    optional=True,
                ),
                DateInput(
                    "aop_on",
                    Text("When was your AOP measured?"),
                    "",
                    hint=Text("May stay empty."),
                    optional=True,
                ),
            ),
        ),
        Group(
            Text("What you train"),
            (
                NameInput("exercise_1_name", Text("Exercise"), "", hint=Text("May stay empty.")),
                ChoiceInput("exercise_1_limb", Text("Cuff on the"), shared.LIMBS, default="leg"),
                ChoiceInput(
                    "exercise_1_side",
                    Text("Which side?"),
                    shared.SIDES_OR_BOTH,
                    default=shared.UNSAID,
                ),
            ),
        ),
    ),
    rule=next_time,
    cites=tuple(
        dict.fromkeys(
            (
                *TWICE,
                FOURTH_SET,
                GO_BACK,
                cite("sieljacks2019", "abstract"),
                AFTER_A_SIGN,
                *STOP_SIGNS,
                *SESSION_GAP.cites,
                MISSED,
                AWAY,
                *AOP_HOLDS.cites,
                SIZE,
                *EVERY.cites,
                *BFR_INTENSITY.cites,
                *FIRST_SESSIONS_INTENSITY.cites,
                *RHABDOMYOLYSIS,
                *TEN_RM_SHARE.cites,
                *CLOT_SIGNS,
                *MUSCLE_SIGNS,
                *(each for stop in NOT_TODAY.values() if stop.stop for each in stop.stop.cites),
            )
        )
    ),
    examples=(
        Example(
            Text("All repetitions twice at 20 kg, 1RM 100 kg: 22.5 kg are within 30 per cent"),
            {"first_sessions": "no", "done_before": "30 15 15 15", "one_rm": "100 kg"},
            "A step up: 22.5 kg",
            {"Last time": "20 kg, 30-15-15-15", "The most for now": "30 kg"},
        ),
        Example(
            Text("All repetitions once: the same again"),
            {},
            "Keep 20 kg",
        ),
        Example(
            Text("The step to 22.5 kg fell short: back to 20 kg"),
            {
                "load": "22.5 kg",
                "done": "30 15 12 10",
                "done_before": "30 15 15 15",
                "load_before": "20 kg",
                "one_rm": "100 kg",
            },
            "Back to 20 kg",
        ),
        Example(
            Text("30 per cent of 80 kg are 24 kg, in whole steps 22.5 kg: no further step"),
            {
                "first_sessions": "no",
                "load": "22.5 kg",
                "done_before": "30 15 15 15",
                "one_rm": "80 kg",
            },
            "Keep 22.5 kg: it is the most for now",
        ),
        Example(
            Text("It ended at a stop sign: a stop"),
            {"sign": "open"},
            "Settle the stop sign first",
        ),
    ),
    lookup=Lookup(
        Text("The next load after 20 kg, by the repetitions in the fourth set, 1RM 100 kg"),
        "done",
        ("30 15 15 12", "30 15 15 15", "30 15 15 18"),
        "progression",
        ("fourth-set", "hold"),
        {"one_rm": "100 kg", "first_sessions": "no"},
    ),
    limits=(
        Text("No trial compared these rules; each chose one."),
        Text("It knows only what you type: not how clean your repetitions were."),
        Text("It promises no kilos and no number of weeks."),
    ),
    reviewed="2026-11-26",
    sets=(Sets.LOAD,),
    asks_first=True,
    takes=frozenset({"today"}),
    varies=(Vary("progression", ("all-sets", "fourth-set", "hold")),),
)
