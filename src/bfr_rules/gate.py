"""The gate before every setting: what a stop of the screening puts in its place.

Apart from the screening itself, because every calculator needs the gate and only one the lists.
"""

from __future__ import annotations

from bfr_rules.model import Level, Outcome, Standing, State, Stop
from bfr_rules.references import cite
from bfr_rules.text import Text

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


def gate(standing: Standing) -> Outcome | None:
    """Give what replaces every setting after a stop of the screening; None if nothing does.

    Source: the lists in `LISTS`; that they close the calculators is our cautious choice.

    >>> print(gate(Standing(Level.NOT_TODAY, Text("Not today"))).headline)
    Not today
    >>> gate(Standing(Level.NONE, Text("No listed reason found")))
    """
    return NO_SETTINGS.get(standing.level)


def gate_limbs(standing: Standing, limbs: set[str]) -> Outcome | None:
    """Give what replaces the settings for a limb that must have no cuff on either side.

    Args:
        standing: Where the screening left the reader.
        limbs: `arm` or `leg`, as a calculator was asked; other words mean nothing.

    >>> arms = Standing(Level.CLINICIAN, Text("Ask"), closed=("left-arm", "right-arm"))
    >>> print(gate_limbs(arms, {"arm"}).headline)
    No cuff on your arms
    """
    closed = {
        limb for limb in ("arm", "leg") if {f"left-{limb}", f"right-{limb}"} <= set(standing.closed)
    }
    if closed == {"arm", "leg"}:  # whatever was asked: some calculators ask for no limb
        return Outcome(
            headline=Text("No cuff on any limb"),
            stop=Stop(
                Text("Your screening closed all four."),
                (
                    Text("Ask the clinician who treats you which limb may have a cuff."),
                    Text("Does your reason concern one limb? Name it in the screening."),
                ),
                LISTS,
            ),
        )
    if not closed & limbs:
        return None
    (limb,) = closed
    return Outcome(
        headline=Text("No cuff on your {limb}s", limb=limb),
        stop=Stop(
            Text("Your screening closed both of them."),
            (Text("Ask the clinician who treats you about other limbs."),),
            LISTS,
        ),
    )
