"""What the session calculator asks, and its worked examples."""

from __future__ import annotations

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Sets, Vary
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import MassInput, NumberInput, NumbersInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.quantity import Exact, Range, Unit
from bfr_rules.question import Input, When
from bfr_rules.references import (
    EXERCISES_PER_LIMB,
    FILLING,
    LEG_CEILING,
    OPEN_BETWEEN_EXERCISES,
    REPETITION_TEMPO,
    REPETITIONS_PER_EXERCISE,
    RESTRICTION_PER_EXERCISE,
    RHABDOMYOLYSIS,
    cite,
)
from bfr_rules.sessions.cautions import DAILY_TRIAL
from bfr_rules.sessions.planned import FILLED_IN, MOST_EXERCISES
from bfr_rules.sessions.rule import session
from bfr_rules.text import Text


def _exercise_inputs(number: int) -> tuple[Input, ...]:
    """Ask for one exercise; it applies when there are at least so many."""
    when = (When("exercises", tuple(str(n) for n in range(number, MOST_EXERCISES + 1))),)
    return (
        NameInput(f"exercise_{number}_name", Text("Name"), "", when=when),
        ChoiceInput(
            f"exercise_{number}_limb",
            Text("Cuff on the"),
            shared.LIMBS,
            default="leg",
            when=when,
        ),
        MassInput(
            f"exercise_{number}_load",
            Text("Load"),
            shared.LIFTED,
            "",
            hint=Text("Only for the volume load. May stay empty."),
            optional=True,
            example="20 kg",
            when=when,
        ),
        ChoiceInput(
            f"exercise_{number}_side",
            Text("Which side?"),
            shared.SIDES_OR_BOTH,
            default=shared.UNSAID,
            hint=Text("Where one side alone has a cuff, name it."),
            when=when,
        ),
        NumbersInput(
            f"exercise_{number}_sets",
            Text("Its sets, if others"),
            each=Range.of(1, 40),
            count=Range.of(1, 6),
            default="",
            example="20 15 15",
            hint=Text("May stay empty."),
            optional=True,
            when=when,
        ),
    )


def _seconds(name: str, label: str, least: Exact, default: str) -> NumberInput:
    possible = Range.of(least, 10)
    return NumberInput(name, Text(label), Unit.SECOND, possible, default, decimals=True)


MORE_THAN_ONE = When("exercises", tuple(str(n) for n in range(2, MOST_EXERCISES + 1)))
SESSION = Calculator(
    slug="session",
    title=Text("Session"),
    question=Text("What does the session look like, and how long is the cuff on?"),
    use_when=(
        Text("You have a weight and want to know sets, rests and the time under the cuff."),
        Text("You want to see whether a plan stays below the ceilings."),
    ),
    not_when=(
        Text("You have not been through the reasons not to train with a cuff."),
        Text("You plan to wear the cuff without exercise: leave that to a clinic."),
        Text("You want to leave the cuff on past a ceiling: the answer is then a stop."),
    ),
    groups=(
        Group(
            Text("Sets"),
            (
                shared.FIRST_SESSIONS,
                ChoiceInput(
                    "scheme",
                    Text("Which sets?"),
                    (
                        Choice("30-15-15-15", Text("30-15-15-15"), Text("The usual one.")),
                        Choice("4x15", Text("4 × 15")),
                        Choice("3x15", Text("3 × 15")),
                        Choice("own", Text("My own")),
                    ),
                    default="30-15-15-15",
                ),
                NumbersInput(
                    "own_sets",
                    Text("Repetitions of each set"),
                    each=Range.of(1, 40),
                    count=Range.of(1, 6),
                    default="20 15 15",
                    example="20 15 15",
                    when=(When("scheme", ("own",)),),
                ),
                shared.REST_S,
                ChoiceInput(
                    "cuff_in_rests",
                    Text("In these rests the cuff"),
                    (Choice("open", Text("Is let down")), Choice("on", Text("Stays on"))),
                    default="open",
                    why=Text("Both are in the guidelines. Letting it down is easier to bear."),
                ),
            ),
        ),
        Group(
            Text("Tempo of one repetition"),
            (
                _seconds("tempo_up_s", "Up", "0.5", "2"),
                _seconds("tempo_hold_s", "Hold", 0, "0"),
                _seconds("tempo_down_s", "Down", "0.5", "2"),
            ),
        ),
        Group(
            Text("Exercises"),
            (
                ChoiceInput(
                    "exercises",
                    Text("How many exercises with the cuff?"),
                    tuple(Choice(str(n), Text(str(n))) for n in range(1, MOST_EXERCISES + 1)),
                    default="1",
                ),
                ChoiceInput(
                    "between",
                    Text("Between exercises the cuff"),
                    (
                        Choice("open", Text("Is let down")),
                        Choice("on", Text("Stays on"), Text("Then there is no session.")),
                    ),
                    default="open",
                    when=(MORE_THAN_ONE,),
                ),
                NumberInput(
                    "open_min",
                    Text("Open between exercises"),
                    Unit.MINUTE,
                    Range.of(0, 30),
                    "3",
                    decimals=True,
                    hint=Text("Needed: {advised}.", advised=OPEN_BETWEEN_EXERCISES),
                    when=(MORE_THAN_ONE, When("between", ("open",))),
                ),
            ),
        ),
        *(
            Group(Text("Exercise {number}", number=number), _exercise_inputs(number))
            for number in range(1, MOST_EXERCISES + 1)
        ),
    ),
    rule=session,
    cites=(
        *RESTRICTION_PER_EXERCISE.cites,
        *LEG_CEILING.cites,
        *REPETITIONS_PER_EXERCISE.cites,
        *REPETITION_TEMPO.cites,
        cite("jakobsen2022", "Table 1"),
        cite("suga2012", "abstract"),
        cite("sieljacks2019", "abstract"),
        *EXERCISES_PER_LIMB.cites,
        *RHABDOMYOLYSIS,
        *FILLING.cites,
        cite("wernbom2020", "opening"),
        DAILY_TRIAL,
        cite("smartcuffs_manual", "stop signs"),
        cite("kaatsu_blog", "capillary refill"),
        cite("fitcuffs_guide", "first session"),
    ),
    examples=(
        Example(
            Text("A first session: 75 repetitions of 4 s are 5:00, with three open rests 6:30"),
            {},
            "5:00 under the cuff, 6:30 in all",
            {"The same with filling, 15 s each time": "6:00"},
        ),
        Example(
            Text("75 repetitions of 4 s are 300 s; three rests of 60 s make 480 s, that is 8:00"),
            {"first_sessions": "no", "rest_s": "60", "cuff_in_rests": "on"},
            "8:00 under the cuff",
            {
                "Under the cuff, each exercise": "8:00",
                "The same with filling, 15 s each time": "8:15",
            },
        ),
        Example(
            Text("A trial's own tempo, 2 + 1 + 2 s with rests of 45 s: 375 + 135 = 510 s"),
            {
                "first_sessions": "no",
                "tempo_hold_s": "1",
                "rest_s": "45",
                "cuff_in_rests": "on",
            },
            "8:30 under the cuff",
        ),
        Example(
            Text("Two exercises of 6:30 with 3 min open between them last 16:00"),
            {
                "first_sessions": "no",
                "cuff_in_rests": "on",
                "exercises": "2",
                "exercise_1_load": "20 kg",
            },
            "6:30 under the cuff for each exercise, 16:00 in all",
            {
                "Whole session": "16:00",
                "Each leg, in all": "150 repetitions, 13:30 with filling",
                "Volume load of Exercise 1": "1500 kg",
            },
        ),
        Example(
            Text("Two exercises in one of the first sessions: a stop"),
            {"exercises": "2"},
            "Change this session: one exercise at first",
        ),
        Example(
            Text("A leg and an arm with the cuffs left on: a stop"),
            {
                "first_sessions": "no",
                "exercises": "2",
                "between": "on",
                "exercise_2_limb": "arm",
            },
            "Change this session: never arms and legs under cuffs at once",
        ),
    ),
    lookup=Lookup(
        Text("Time under the cuff for one exercise, cuff on in the rests, 2 s up and 2 s down"),
        "scheme",
        ("30-15-15-15", "4x15", "3x15"),
        "rest_s",
        ("30", "45", "60"),
        {"first_sessions": "no", "cuff_in_rests": "on"},
    ),
    limits=(
        Text("The clock counts the tempo you typed; tired repetitions are slower."),
        Text(
            "Filling the cuff counts as {filling} each time: our guess. Yours may take longer.",
            filling=FILLED_IN,
        ),
        Text("How many repetitions are too many for you, no study tells: our lines are careful."),
        Text("Volume load describes work done. Equal volume load is not equal effect."),
    ),
    reviewed="2026-11-24",
    sets=(Sets.RESTS, Sets.EXERCISES),
    varies=(
        Vary("scheme", ("30-15-15-15", "4x15", "3x15")),
        Vary("rest_s", ("30", "45", "60")),
        Vary("cuff_in_rests", ("on", "open")),
        Vary("tempo_down_s", ("-1", "+1")),
    ),
)
