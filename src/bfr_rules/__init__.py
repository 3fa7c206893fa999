"""The rules of blood flow restriction (BFR) training: pure, cited, standard library only.

`ask`, `screen` and `plan` answer; what they are asked and give back is here, too. Nothing of it is
imported before it is used: a reader's browser has a door of its own, and waits for no other.

    text quantity times          words, units, days         reading  typed text, read
    files                        calendars and tables, for other programs
    citation question standing   what the rest is made of   outcome calculator  answer and declaration
    references works             every published number, and the works it stands in
    limits gate asking           what a screening closes, and the one way from answers to an outcome
    inputs                       the kinds of questions
    screening signs              reasons not to train, signs to stop
    equipment pressure one_rm loads sessions rest aerobic light plans next_time   a calculator each
    pressure_explorer            why no fixed pressure will do: for teaching only
    catalog notes sensitivity    the lists; what is said beside an answer
    present schema               an outcome as JSON; the schema of what goes in and comes out
    bridge library cli           the doors: the page, programs, the command line

>>> from bfr_rules import Mass, ask
>>> print(ask("training-load", {"one_rm": Mass.lb(225), "percent_1rm": 30}))
Load the bar to 65 lb: 10 lb on each side
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bfr_rules.library import (
        Answer,
        Answers,
        Plan,
        Result,
        Screening,
        Stopped,
        ask,
        dump_standing,
        load_standing,
        plan,
        screen,
    )
    from bfr_rules.outcome import Outcome, Stop
    from bfr_rules.quantity import HeartRate, Mass, Percent, Pressure, Unit
    from bfr_rules.question import AnswersError, Problem
    from bfr_rules.standing import Level, Standing
    from bfr_rules.text import Text
    from bfr_rules.times import Date, Duration, Moment, TimeOfDay

__version__ = "0.2.0"

__all__ = (
    "Answer",
    "Answers",
    "AnswersError",
    "Date",
    "Duration",
    "HeartRate",
    "Level",
    "Mass",
    "Moment",
    "Outcome",
    "Percent",
    "Plan",
    "Pressure",
    "Problem",
    "Result",
    "Screening",
    "Standing",
    "Stop",
    "Stopped",
    "Text",
    "TimeOfDay",
    "Unit",
    "__version__",
    "ask",
    "dump_standing",
    "load_standing",
    "plan",
    "screen",
)

# A checker of types must see which names there are, and no others.
if not TYPE_CHECKING:  # pragma: no branch

    def __getattr__(name: str) -> object:
        """Give a public name from the module that has it."""
        if name not in __all__:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        found: dict[str, object] = {}
        for module in ("text", "quantity", "times", "question", "standing", "outcome", "library"):
            found |= vars(import_module(f"{__name__}.{module}"))
        return found[name]

    def __dir__() -> list[str]:
        """List the public names."""
        return sorted(__all__)
