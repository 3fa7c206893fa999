"""What the plan calculator asks, and its worked examples."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from bfr_rules.calculator import Calculator, Example, Group, Lookup, Sets, Vary
from bfr_rules.inputs import shared
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import ChoiceInput, ChoicesInput
from bfr_rules.inputs.days import DateInput, TimeInput
from bfr_rules.inputs.numeric import MassInput, NumberInput
from bfr_rules.inputs.words import NameInput
from bfr_rules.light import DAYS as LIGHT_DAYS
from bfr_rules.light import OURS as LIGHT
from bfr_rules.loads.rule import CEILING
from bfr_rules.plans.advice import STOP_SIGNS
from bfr_rules.plans.lifted import FOURTH_SET, TENDON_TRIAL
from bfr_rules.plans.no_cuff import A_DAY_BETWEEN
from bfr_rules.plans.rule import plan
from bfr_rules.plans.schedule import DAYS
from bfr_rules.quantity import Range, Unit
from bfr_rules.question import When
from bfr_rules.references import (
    BFR_INTENSITY,
    FIRST_SESSIONS_INTENSITY,
    RHABDOMYOLYSIS,
    SESSION_GAP,
    SESSIONS_PER_WEEK,
    SHORT_BLOCK_WEEKS,
    cite,
)
from bfr_rules.rest import DAILY_TRIALS
from bfr_rules.text import Text
from bfr_rules.times import TimeOfDay

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
                ChoiceInput("with_cuff", Text("With a cuff?"), shared.YES_NO, default="yes"),
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
                    when=(shared.CUFFED,),
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
                    "light_days",
                    Text("Days of light training"),
                    DAY_CHOICES,
                    ["mon", "thu"],
                    hint=Text("Leave a free day in between."),
                    when=(shared.FREE,),
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
                replace(shared.FIRST_SESSIONS, when=(shared.CUFFED,)),
                replace(shared.GUIDED, when=(shared.CUFFED,)),
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
                    when=(shared.CUFFED,),
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
                    shared.LIFTED,
                    "",
                    hint=Text("The most you can lift once, without a cuff. May stay empty."),
                    when=(shared.CUFFED,),
                    optional=True,
                    example="100 kg",
                ),
                MassInput(
                    "step",
                    Text("Smallest step of the load"),
                    {Unit.KG: Range.of("0.25", 50), Unit.LB: Range.of("0.5", 110)},
                    "2.5 kg",
                    when=(shared.CUFFED,),
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
                    (Choice(shared.UNSAID, Text("Not said")), *shared.LIMBS),
                    default=shared.UNSAID,
                    when=(shared.CUFFED,),
                ),
                ChoiceInput(
                    "side",
                    Text("Which side?"),
                    shared.SIDES_OR_BOTH,
                    default=shared.UNSAID,
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
        LIGHT,
        LIGHT_DAYS,
        A_DAY_BETWEEN,
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
        Example(
            Text("Without a cuff, three days a week for four weeks are 12 sessions"),
            {"with_cuff": "no", "light_days": ["mon", "wed", "fri"], "weeks": "4"},
            "12 sessions without a cuff in 4 weeks: Monday, Wednesday and Friday",
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
    takes=frozenset({"today", "timer", "holds", "limits"}),
    varies=(Vary("weeks", ("4", "8", "12")),),
)
