"""Limits: what a screening or a professional's release demands of every later setting.

Each is one value with a code, a sentence, its source and what it does to answers. A page keeps the
codes alone; every calculator that gives settings obeys them (`gate.bind`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bfr_rules.citation import Citation, State
from bfr_rules.quantity import Percent, Unit, decimal
from bfr_rules.references import CUFF_PRESSURE, FIRST_SESSIONS_INTENSITY, cite
from bfr_rules.standing import Bind, Limit
from bfr_rules.text import Text

LOWEST_SHARE = Percent(CUFF_PRESSURE.low)
START_SHARE = Percent(50)
"""In the start that we advise for either limb."""
LOWEST_LOAD, FIRST_LOAD = (
    Percent(FIRST_SESSIONS_INTENSITY.low),
    Percent(FIRST_SESSIONS_INTENSITY.high),
)


@dataclass(frozen=True)
class Most:
    """The highest share that a limit leaves, with what it is a share of."""

    share: Percent
    unit: Unit

    def __str__(self) -> str:
        """Write the share."""
        return self.unit.after(decimal(self.share.value))

    def words(self) -> str:
        """Say the share."""
        return f"{decimal(self.share.value)} {self.unit.value[2]}"


def _ours(key: str, place: str) -> tuple[Citation, ...]:
    return (cite(key, f"{place}; the limit is our rule", State.OURS),)


LOWEST_PRESSURE = Limit(
    "lowest-pressure",
    Text(
        "The lowest cuff pressure: no more than {most}.", most=Most(LOWEST_SHARE, Unit.PERCENT_AOP)
    ),
    (*CUFF_PRESSURE.cites, *_ours("domingos2018", "abstract")),
    (Bind("percent_aop", most=LOWEST_SHARE),),
)
START_PRESSURE = Limit(
    "start-pressure",
    Text("Less cuff pressure: no more than {most}.", most=Most(START_SHARE, Unit.PERCENT_AOP)),
    (*CUFF_PRESSURE.cites, *_ours("tabata2016", "abstract")),
    (Bind("percent_aop", most=START_SHARE),),
)
OPEN_RESTS = Limit(
    "open-rests",
    Text("The cuff open in the rests."),
    _ours("domingos2018", "abstract"),
    (
        Bind("cuff_in_rests", only="open"),
        # Without a rest the cuff is never opened.
        Bind("protocol", never=("walk-steady", "cycle-steady", "walk-own", "cycle-own")),
    ),
)
NO_FAILURE = Limit(
    "no-failure",
    Text("No set to failure, and no test to your limit."),
    _ours("domingos2018", "abstract"),
    (Bind("method", never=("repetitions", "ten_rm", "five_rm")),),
)
ONE_EXERCISE = Limit(
    "one-exercise",
    Text("One exercise with the cuff in a session."),
    (cite("fitcuffs_guide", "first session"),),
    (Bind("exercises", only="1"),),
)
LOWEST_LOAD_ONLY = Limit(
    "lowest-load",
    Text(
        "The lightest load of the range: no more than {most}.",
        most=Most(LOWEST_LOAD, Unit.PERCENT_1RM),
    ),
    FIRST_SESSIONS_INTENSITY.cites,
    (Bind("progression", only="hold"), Bind("percent_1rm", most=LOWEST_LOAD)),
)
FIRST_SESSIONS = Limit(
    "first-sessions",
    Text("These count as your first sessions: {range}.", range=FIRST_SESSIONS_INTENSITY),
    FIRST_SESSIONS_INTENSITY.cites,
    (
        Bind("first_sessions", only="yes"),
        Bind("progression", only="hold"),
        Bind("percent_1rm", most=FIRST_LOAD),
    ),
)
SUPERVISED = Limit(
    "supervised",
    Text("Only when a professional watches."),
    _ours("elevate_pt", "page"),
    # Never made a yes: who is guided may do more, and nobody watches this reader.
    (Bind("guided", never=("no",)),),
)
MEASURE = Limit(
    "measure",
    Text("Measure your blood pressure before and after."),
    _ours("domingos2018", "abstract"),
)
NAMED_LIMB = Limit(
    "named-limb",
    Text("Only the limb that the surgeon named, and from that date."),
    _ours("bond2019", "abstract"),
)
NO_HEAVY_TEST = Limit(
    "no-heavy-test",
    Text("No heavy test while you recover: a 10RM, or the 1RM of the healthy limb."),
    _ours("hughes2019", "abstract"),
    (Bind("recovering", only="yes"), Bind("basis", never=("one_rm",))),
)
TOLD = Limit(
    "told",
    Text("Your pharmacist or doctor knows that you train with a cuff."),
    _ours("tabata2016", "abstract"),
)
ASK_AGAIN = Limit(
    "ask-again",
    Text("With any new item on the list: ask a clinician first."),
    _ours("elite_ebook", "list"),
)
WEEKS_FIRST = Limit(
    "weeks-first",
    Text("Two to four weeks of light training without a cuff first."),
    _ours("thompson2018", "opening"),
)

LIMITS: Mapping[str, Limit] = {
    each.code: each
    for each in (
        WEEKS_FIRST,
        NAMED_LIMB,
        NO_HEAVY_TEST,
        SUPERVISED,
        LOWEST_PRESSURE,
        START_PRESSURE,
        OPEN_RESTS,
        ONE_EXERCISE,
        LOWEST_LOAD_ONLY,
        FIRST_SESSIONS,
        NO_FAILURE,
        MEASURE,
        TOLD,
        ASK_AGAIN,
    )
}
"""Every limit by its code, in the order in which they are printed."""


def limit(code: str) -> Limit:
    """Find a limit by its code.

    Raises:
        KeyError: There is none of that code.

    >>> print(limit("open-rests"))
    The cuff open in the rests.
    """
    return LIMITS[code]


def most_of(name: str, limits: tuple[Limit, ...]) -> Percent | None:
    """Find the highest answer to a question that limits leave; None where they say nothing of it.

    >>> print(most_of("percent_aop", (START_PRESSURE, LOWEST_PRESSURE)))
    40 %
    """
    found = [each.most for limit in limits for each in limit.binds if each.name == name]
    return min((most for most in found if most is not None), default=None)
