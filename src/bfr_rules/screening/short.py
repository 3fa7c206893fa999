"""The short check: the hardest reasons and the day, before anybody has gone through all of it.

Handed a screening of an earlier day, it asks for today alone, and gives that screening back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bfr_rules.calculator import Calculator, Example, Group, Lookup
from bfr_rules.citation import State
from bfr_rules.gate import LISTS, NO_SETTINGS, effective
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import DONT_KNOW, NONE_OF_THESE, ChoiceInput, TicksInput
from bfr_rules.outcome import Advice, Caution, Outcome, Step, Stop
from bfr_rules.quantity import Pressure
from bfr_rules.question import Raw, When
from bfr_rules.references import cite
from bfr_rules.screening.declaration import PRESSURE, TICKS
from bfr_rules.screening.reasons import BY_VALUE, LISTS_TO_TICK, Item, Severity, unique
from bfr_rules.screening.rule import from_pressure, must_fit
from bfr_rules.screening.says import ALWAYS, SAYS, STOP_SIGNS, because
from bfr_rules.standing import Level, Standing
from bfr_rules.text import Count, Text

SHORT_IS_OURS = cite(
    "nascimento2022", "Tables 1, 3 and 5; which are the hardest is our rule", State.OURS
)


@dataclass(frozen=True)
class Box:
    """Several reasons of the list that one box asks for; it is as strict as the strictest."""

    value: str
    tick: Text
    items: tuple[Item, ...]

    @property
    def severity(self) -> Severity:
        """What it means to tick it."""
        return max((each.severity for each in self.items), key=lambda each: each.value.rank)


def _box(value: str, tick: str, *items: str) -> Box:
    return Box(value, Text(tick), tuple(BY_VALUE[each] for each in items))


BOXES = (
    _box(
        "clots",
        "A blood clot ever, a clotting disorder, or one limb swollen or painful without a reason",
        "clot-fresh",
        "clot",
        "clotting-disorder",
        "swollen-limb",
    ),
    _box(
        "heart",
        "A disease of the heart or vessels, chest pain, fainting with effort, or a stroke",
        "heart-disease",
        "chest-pain",
        "low-capacity",
        "stroke",
        "stroke-past",
        "narrowed-arteries",
        "atrial-fibrillation-treated",
        "atrial-fibrillation-untreated",
    ),
    _box(
        "pregnancy",
        "Pregnant, or you could be, or a birth in the last three months",
        "pregnant",
        "birth",
    ),
    _box(
        "operation",
        "An operation, an injury, or a cast in the last 12 weeks",
        "operation",
        "injury",
        "immobile",
    ),
    _box(
        "limb",
        "An arm or leg with a wound, a dialysis access, or lymph nodes taken out",
        "wound",
        "dialysis",
        "lymph",
        "tumour-in-limb",
        "no-feeling",
    ),
    _box("minor", "Under 18", "minor", "child"),
)
"""What the short check asks; an injury is asked for longer than the list needs."""
BY_BOX: Mapping[str, Box] = {each.value: each for each in BOXES}
HARDEST = TicksInput(
    "hardest",
    Text("The hardest reasons"),
    tuple(Choice(each.value, each.tick) for each in BOXES),
    more={each.value: tuple(item.tick for item in each.items) for each in BOXES},
    hint=Text("Now, or at any time in your life where no time is named."),
    why=Text("Some people must not train with a cuff, and some must ask first."),
)
TODAY = TICKS["today"]
TODAY_ITEMS = next(items for asked, items in LISTS_TO_TICK if asked is TODAY)
ALL, ONLY_TODAY = "all", "today"


def check(
    *,
    asks: str,
    bp: str = "unknown",
    systolic: Pressure | None = None,
    diastolic: Pressure | None = None,
    hardest: tuple[str, ...] = (),
    today: tuple[str, ...] = (),
    standing: Standing | None = None,
) -> Outcome:
    """Find whether one of the hardest reasons, or one of today, is there.

    A screening that is handed to it goes on: it is never made milder, keeps its limits, its closed
    limbs and its release, and gets a new day. A short check before gives way to this one.

    Args:
        asks: `all`, or `today` where a screening of an earlier day goes on.
        bp: `numbers`, or `unknown`.
        systolic: Upper number of the blood pressure at rest.
        diastolic: Lower number.
        hardest: What is ticked of the hardest reasons.
        today: What is ticked in the list on today.
        standing: Where a screening has left the reader; nothing, if there was none.

    Returns:
        A standing for the day, or what is left to answer; then there is no standing.

    Raises:
        AnswersError: The lower number of the blood pressure is not below the upper one.

    Source: `LISTS`; which reasons are the hardest is our rule.

    >>> numbers = {"systolic": Pressure.mmhg(120), "diastolic": Pressure.mmhg(75)}
    >>> none = {"hardest": ("none",), "today": ("none",)}
    >>> print(check(asks="all", bp="numbers", **numbers, **none).headline)
    No listed reason found today
    """
    must_fit(systolic, diastolic)
    full = standing if standing and not standing.short and _asked(standing) else None
    if asks == ONLY_TODAY and full is None:
        return _unscreened()
    short = asks == ALL and full is None
    pressure, missing = from_pressure(bp, systolic, diastolic)
    if asks == ONLY_TODAY or (full and systolic is None and diastolic is None):
        pressure, missing = set(), []
    left = [TODAY.label] if not today else []
    if short:
        left += [HARDEST.label] if not hardest else []
        left += missing
    boxes = [each for each in BOXES if each.value in hardest or DONT_KNOW in hardest]
    found = [BY_VALUE[each] for each in BY_VALUE if each in pressure]
    now = [each for each in TODAY_ITEMS if each.value in today or DONT_KNOW in today]
    levels = [*(each.severity.value for each in boxes), *(each.severity.value for each in found)]
    lasting = max((Level.NONE, *levels), key=_rank)
    if left and lasting not in {Level.DOCTOR, Level.CLINICIAN}:
        return _unfinished(left)
    closing = [each for each in found if each.severity is not Severity.PRE]
    changed = bool(boxes or closing)
    if full:
        lasting = max(full.lasting or full.level, lasting, key=_rank)
    level = max(lasting, Level.NOT_TODAY, key=_rank) if now else lasting
    limits = {limit.code: limit for each in found for limit in each.limits}
    # One that was not finished has named limbs and limits, too.
    known = standing if standing and not standing.short else None
    limits |= {limit.code: limit for limit in (known.limits if known else ())}
    closed = known.closed if known else ()
    before = full or Standing(Level.NONE, Text("The short check"), closed=closed, short=True)
    after = replace(
        before,
        level=level,
        lasting=lasting,
        limits=tuple(limits.values()),
        release_by=() if changed else before.release_by,
        release=None if changed else before.release,
    )
    return _said(after, boxes, [*closing, *now], [each for each in found if each not in closing])


def _asked(standing: Standing) -> bool:
    """Tell whether somebody was asked, and to the end."""
    lasting = standing.lasting or standing.level
    return lasting not in {Level.UNSCREENED, Level.UNFINISHED}


def _rank(level: Level) -> int:
    return level.rank


def _said(standing: Standing, boxes: list[Box], items: list[Item], care: list[Item]) -> Outcome:
    """Say where it leaves the reader."""
    stop = NO_SETTINGS.get(effective(standing).level)
    steps = (
        Step(
            Text("Reasons found in this check"),
            Count(len(boxes) + len(items) + len(care), "reason"),
            None,
            (*LISTS, SHORT_IS_OURS),
        ),
    )
    if stop is None:
        headline = Text(
            "No listed reason found today" if standing.short else "No reason to wait today"
        )
        return Outcome(
            headline=headline,
            steps=steps,
            cautions=tuple(
                Caution(Text("{reason}. {do}", reason=each.tick, do=each.do), each.cites)
                for each in care
            ),
            next=(GO_ON if standing.short else STILL_HOLDS, *ALWAYS),
            standing=replace(standing, says=because(headline, tuple(each.tick for each in care))),
            limits=standing.limits,
        )
    cites = unique((LISTS, (SHORT_IS_OURS,), *(each.cites for each in items)))
    named = (
        *(Text("{reason}.", reason=each.tick) for each in boxes),
        *(Text("{reason}. {do}", reason=each.tick, do=each.do) for each in items),
    )
    last = WAIT if standing.level is Level.NOT_TODAY else WHOLE
    return Outcome(
        headline=stop.headline,
        stop=Stop(SAYS[standing.level], (*named, last), cites),
        steps=steps,
        standing=replace(
            standing,
            says=because(
                stop.headline, (*(each.tick for each in boxes), *(each.tick for each in items))
            ),
        ),
    )


GO_ON = Advice(
    Text(
        "This holds for today. The whole screening asks more, and tells which limits are yours: "
        "go through it soon."
    ),
    (SHORT_IS_OURS,),
)
STILL_HOLDS = Advice(Text("Your screening goes on, with its limits."))
WHOLE = Text("Go through the whole screening: it says what to do, and who may decide otherwise.")
WAIT = Text("Wait until it has passed, then answer again.")


def _unfinished(left: list[Text]) -> Outcome:
    return Outcome(
        headline=Text("Not finished: {left} left", left=Count(len(left), "question")),
        stop=Stop(
            Text("What is not answered counts as yes."),
            tuple(Text("Answer “{question}”.", question=each) for each in left),
            (*LISTS, SHORT_IS_OURS),
        ),
    )


def _unscreened() -> Outcome:
    return Outcome(
        headline=Text("A few questions first"),
        stop=Stop(
            Text("There is no whole screening that could go on."),
            (Text("Choose “I was not screened lately”, and answer all of this."),),
            (*LISTS, SHORT_IS_OURS),
        ),
    )


CLEAN: Mapping[str, Raw] = {
    "asks": ALL,
    "hardest": [NONE_OF_THESE],
    "bp": "numbers",
    "systolic": "120",
    "diastolic": "75",
    "today": [NONE_OF_THESE],
}
"""The answers of a person without any of these reasons."""
_IF_ALL = (When("asks", (ALL,)),)

CHECK = Calculator(
    slug="check",
    title=Text("Daily check"),
    question=Text("Is there a reason not to today?"),
    use_when=(
        Text("You want a setting, and have not gone through the whole screening."),
        Text("You did go through it, and it is another day."),
    ),
    not_when=(
        Text("You have two minutes: the whole screening asks more, and says who may decide."),
        Text("You feel ill right now: call a doctor, and do not fill in a form."),
    ),
    groups=(
        Group(
            Text("Daily check"),
            (
                ChoiceInput(
                    "asks",
                    Text("Were you screened in the last four weeks?"),
                    (
                        Choice(ALL, Text("I was not screened lately")),
                        Choice(ONLY_TODAY, Text("I was, on this page or another: ask for today")),
                    ),
                    default=ALL,
                ),
                replace(HARDEST, when=_IF_ALL),
                *(replace(each, when=_IF_ALL) for each in PRESSURE),
                TODAY,
            ),
        ),
    ),
    rule=check,
    cites=unique(
        (
            LISTS,
            (SHORT_IS_OURS, *STOP_SIGNS),
            *(each.cites for each in BY_VALUE.values()),
            *(each.cites for each in ALWAYS),
            *(each.stop.cites for each in NO_SETTINGS.values() if each.stop),
        )
    ),
    examples=(
        Example(
            Text("120/75, and “none of these” twice: go on, for today"),
            CLEAN,
            "No listed reason found today",
        ),
        Example(
            Text("The same, but pregnant: a doctor decides"),
            {**CLEAN, "hardest": ["pregnancy"]},
            "Not without a doctor",
        ),
        Example(
            Text("The same, after a flight of six hours: wait"),
            {**CLEAN, "today": ["journey"]},
            "Not today",
        ),
        Example(
            Text("The same, without knowing the blood pressure"),
            {**CLEAN, "bp": "unknown", "systolic": "", "diastolic": ""},
            "One thing missing: your blood pressure",
        ),
        Example(
            Text("Nothing answered yet: two lists and the blood pressure"),
            {},
            "Not finished: 3 questions left",
        ),
    ),
    lookup=Lookup(
        Text("What two numbers of blood pressure lead to, with no other reason"),
        "systolic",
        ("120", "140", "160", "180"),
        "diastolic",
        ("80", "90", "100", "110"),
        CLEAN,
    ),
    limits=(
        Text("It asks for the hardest reasons alone, and holds for one day."),
        Text("It does not ask for medicines, long illness, age over 60 or weight."),
        Text("It is no examination, and no answer means that nothing can happen."),
        Text("Which reasons are the hardest is our choice, from lists of opinion."),
    ),
    reviewed="2026-11-26",
    gated=False,
    private=True,
    takes=frozenset({"standing"}),
)
