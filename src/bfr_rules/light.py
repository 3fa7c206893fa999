"""Light weights without a cuff: sets close to tired, from a count of clean repetitions.

This is one session of them; the modules `no_cuff` of `plans` and `next_time` have the weeks and the next time.
"""

from __future__ import annotations

from bfr_rules.calculator import Calculator, Example, Group, Lookup
from bfr_rules.citation import State
from bfr_rules.inputs import numeric, shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput
from bfr_rules.inputs.numeric import MassInput, NumberInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.limits import NO_FAILURE
from bfr_rules.outcome import (
    Advice,
    Caution,
    Fact,
    Outcome,
    Segment,
    Step,
    Stop,
    Timeline,
    Uncuffed,
)
from bfr_rules.quantity import Mass, Range, Unit
from bfr_rules.question import When
from bfr_rules.references import cite
from bfr_rules.standing import Limit
from bfr_rules.text import Count, Text
from bfr_rules.times import Duration

OURS = cite("schoenfeld2017", "abstract; these counts are our rule", State.OURS)
SIZE = cite("schoenfeld2017", "abstract")
EFFORT = cite("pedon2022", "abstract")
DAYS = cite("ratamess2009", "summary")
HARM = cite("tabata2016", "abstract")

AIM_LOW, AIM_HIGH = 20, 30
"""Clean repetitions that a weight should allow: lighter to lift often, heavy enough to tire."""
FEWEST = 12
"""Fewer than this is no light weight, whatever it weighs."""
LEFT_AT_FIRST, LEFT_LATER = 5, 2
"""Repetitions left at the end of a set, in the first two weeks and after them."""
SETS_AT_FIRST, SETS_LATER = 2, 3
TEMPO = Duration.s(4)
"""Of one repetition: two seconds each way."""


def light(
    tool: str,
    clean_repetitions: int,
    first_sessions: str,
    rest_s: Duration,
    exercise_1_name: str = "",
    exercise_1_load: Mass | None = None,
    limits: tuple[Limit, ...] = (),
) -> Outcome:
    """Lay out a session of light sets without a cuff, each stopped before the last repetition.

    Args:
        tool: `weight`, `ankle`, `band` or `body`.
        clean_repetitions: Done without a cuff, stopped when the next would not be clean.
        first_sessions: `yes` in the first two weeks: fewer sets, and more repetitions left.
        rest_s: Rest between sets.
        exercise_1_name: What the reader calls the exercise.
        exercise_1_load: The weight of the test, where there is one.
        limits: Those that hold for the reader: without failure, more repetitions stay left.

    Returns:
        The sets, with a timeline that has no cuff in it; a stop for a weight that is not light.

    Source: schoenfeld2017, abstract, for what such sets do; the counts are our choice.

    >>> print(light("weight", 25, "yes", Duration.s(60)).headline)
    2 sets of 20, then stop: 5 repetitions left
    """
    if clean_repetitions < FEWEST:
        return _too_heavy(tool, clean_repetitions)
    gentle = first_sessions == "yes" or NO_FAILURE in limits
    left, sets = (LEFT_AT_FIRST, SETS_AT_FIRST) if gentle else (LEFT_LATER, SETS_LATER)
    each = clean_repetitions - left
    name = exercise_1_name or str(TOOLS[tool])
    timeline = _timeline(name, exercise_1_load, sets, each, rest_s)
    return Outcome(
        headline=Text(
            "{sets} of {each}, then stop: {left} left",
            sets=Count(sets, "set"),
            each=each,
            left=Count(left, "repetition"),
        ),
        answer=Count(each * sets, "repetition"),
        facts=(
            Fact(Text("Sets"), Text("{sets} of {each}", sets=Count(sets, "set"), each=each)),
            Fact(Text("Rest between sets"), rest_s),
            Fact(Text("Whole session"), timeline.total.clock),
        ),
        steps=(
            Step(
                Text("Clean repetitions, less those that stay left"),
                Count(each, "repetition"),
                Text("{done} − {left}", done=clean_repetitions, left=left),
                (OURS,),
            ),
        ),
        cautions=_cautions(tool, clean_repetitions),
        next=_next(gentle=gentle),
        timeline=timeline,
        carry={"exercise_1_name": exercise_1_name} if exercise_1_name else {},
    )


def _timeline(name: str, load: Mass | None, sets: int, each: int, rest: Duration) -> Timeline:
    """Put the sets on a clock that no cuff stops."""
    segments: list[Segment] = []
    now = Duration.s(0)
    for number in range(1, sets + 1):
        if segments and rest > Duration.s(0):
            said = Text("Rest")
            segments.append(Segment("rest", said, 1, now, now + rest, cuff_on=False))
            now += rest
        said = Text(
            "{name}, set {number}: {each}",
            name=name,
            number=number,
            each=Count(each, "repetition"),
        )
        end = now + TEMPO * each
        segments.append(
            Segment("set", said, 1, now, end, cuff_on=False, set_number=number, repetitions=each)
        )
        now = end
    says = Text(
        "{name}: {sets} in {total}, no cuff.", name=name, sets=Count(sets, "set"), total=now
    )
    return Timeline(says, now, tuple(segments), (), (Uncuffed(1, name, load),))


def _too_heavy(tool: str, done: int) -> Outcome:
    """Refuse a weight that is not light, and say how to make it lighter."""
    return Outcome(
        headline=Text("Make it lighter, then count again"),
        stop=Stop(
            Text("You did {done}. That is a heavy weight.", done=Count(done, "repetition")),
            (
                EASIER[tool],
                Text("Rest for a few minutes. Then count clean repetitions again."),
            ),
            (OURS,),
        ),
    )


def _cautions(tool: str, done: int) -> tuple[Caution, ...]:
    aim = numeric.Bounds(Range.of(AIM_LOW, AIM_HIGH), Unit.REPETITION)
    if done < AIM_LOW:
        template = "Next time a little lighter, so that you can do {aim}. {how}"
        return (Caution(Text(template, aim=aim, how=EASIER[tool]), (OURS,)),)
    if done > AIM_HIGH:
        template = "Next time a little harder, so that {aim} are enough. {how}"
        return (Caution(Text(template, aim=aim, how=HARDER[tool]), (OURS,)),)
    return ()


def _next(*, gentle: bool) -> tuple[Advice, ...]:
    return (
        Advice(
            Text(
                "Stop each set when a repetition is no longer clean, whatever the count says. "
                "Breathe out as you lift."
            ),
            (OURS,),
        ),
        Advice(
            Text("Train on two or three days a week, with a day between."),
            (DAYS,),
        ),
        Advice(
            Text(
                "After two weeks count again, and go closer to tired: three sets, two repetitions "
                "left."
            )
            if gentle
            else Text("More than {most} in each set? Add a little.", most=AIM_HIGH),
            (OURS,),
        ),
        Advice(
            Text(
                "In 21 trials of sets to failure, light and heavy weights brought alike muscle "
                "size. For strength, heavy weights did more."
            ),
            (SIZE,),
        ),
        Advice(
            Text(
                "Hard effort drives the pressure in your vessels up, with a cuff or without. So "
                "the check comes first."
            ),
            (EFFORT,),
        ),
        Advice(
            Text(
                "Great pain, weakness, or urine the colour of tea in the next days: go to an "
                "emergency department."
            ),
            (HARM,),
        ),
    )


# --- The calculator ----------------------------------------------------------------------------

TOOLS = {
    "weight": Text("A dumbbell, a bar or a machine"),
    "ankle": Text("A weight at the ankle"),
    "band": Text("An elastic band"),
    "body": Text("My body weight"),
}
EASIER = {
    "weight": Text("Take less weight."),
    "ankle": Text("Take less weight, or none."),
    "band": Text("Take a softer band, or stand closer."),
    "body": Text("Make it easier: a higher chair, a wall in place of the floor."),
}
HARDER = {
    "weight": Text("Add a little weight."),
    "ankle": Text("Add a little weight."),
    "band": Text("Take a stronger band, or stand further away."),
    "body": Text("Make it harder: a lower chair, or one leg."),
}

LIGHT = Calculator(
    slug="light",
    title=Text("Light weights, no cuff"),
    question=Text("How do I train light without a cuff?"),
    use_when=(
        Text("You have no cuff with a gauge, or no measured AOP."),
        Text("You must not, or do not want to, test a maximum."),
    ),
    not_when=(
        Text("You have not asked yourself the questions of the short check."),
        Text("Someone treats the limb: ask them which weight, and how often."),
    ),
    groups=(
        Group(
            Text("Your exercise"),
            (
                NameInput("exercise_1_name", Text("Exercise"), ""),
                ChoiceInput(
                    "tool",
                    Text("What do you lift?"),
                    tuple(Choice(value, label) for value, label in TOOLS.items()),
                    default="weight",
                ),
                MassInput(
                    "exercise_1_load",
                    Text("Its weight"),
                    shared.LIFTED,
                    "",
                    hint=Text("If you know it."),
                    when=(When("tool", ("weight", "ankle")),),
                    optional=True,
                    example="8 kg",
                ),
            ),
        ),
        Group(
            Text("A count of clean repetitions"),
            (
                NumberInput(
                    "clean_repetitions",
                    Text("Clean repetitions you did"),
                    Unit.REPETITION,
                    Range.of(1, 100),
                    "25",
                    hint=Text(
                        "Without a cuff, two seconds up and two down. Stop when the next would not "
                        "be clean."
                    ),
                    why=Text("So no maximum is tested, and the weight is found all the same."),
                ),
                ChoiceInput(
                    "first_sessions",
                    Text("Are these your first two weeks?"),
                    shared.YES_NO,
                    default="yes",
                    why=Text(
                        "Most harm to muscle was reported after first or single hard sessions."
                    ),
                ),
                NumberInput(
                    "rest_s",
                    Text("Rest between sets"),
                    Unit.SECOND,
                    Range.of(0, 300),
                    "60",
                    hint=Text("As long as you like."),
                ),
            ),
        ),
    ),
    rule=light,
    cites=(OURS, SIZE, EFFORT, DAYS, HARM),
    examples=(
        Example(
            Text("25 clean repetitions in the first two weeks: 25 less 5 is 20, twice"),
            {"clean_repetitions": "25"},
            "2 sets of 20, then stop: 5 repetitions left",
            {"Sets": "2 sets of 20", "Whole session": "3:40"},
        ),
        Example(
            Text("28 later on: 28 less 2 is 26, three times"),
            {"clean_repetitions": "28", "first_sessions": "no"},
            "3 sets of 26, then stop: 2 repetitions left",
            {"Sets": "3 sets of 26"},
        ),
        Example(
            Text("5 clean repetitions: that is a heavy weight"),
            {"clean_repetitions": "5"},
            "Make it lighter, then count again",
        ),
    ),
    lookup=Lookup(
        Text("Sets from clean repetitions"),
        "clean_repetitions",
        ("12", "15", "20", "25", "30", "40"),
        "first_sessions",
        ("yes", "no"),
        {},
        fact="Sets",
    ),
    limits=(
        Text("It does not replace heavy training where strength is the aim."),
        Text("Light sets close to tired are long. With a cuff they are shorter."),
        Text("The counts of sets and of repetitions left are our own choice."),
    ),
    reviewed="2026-11-26",
    sets=(),
    asks_first=True,
    takes=frozenset({"limits"}),
)
