"""Citations of works by key, and every published range that more than the text relies on.

A physiotherapist who wants to check the numbers of this project starts here.
"""

from __future__ import annotations

from fractions import Fraction

from bfr_rules.citation import AdvisedRange, Citation, Coefficient, State, Work
from bfr_rules.quantity import Range, Unit
from bfr_rules.text import Text
from bfr_rules.works import WORKS


class UnknownWorkError(LookupError):
    """A citation of a work that the module of works does not hold."""

    def __init__(self, key: str) -> None:
        """Name the key, and what writes the module anew."""
        message = f"no work {key!r} in works.py: `make format` writes it from references.json"
        super().__init__(message)


def cite(key: str, place: str, state: State = State.READ) -> Citation:
    """Cite a place in a work: a table, page, section or abstract.

    >>> cite("exknee2020", "Table 3").key
    'exknee2020'
    """
    return Citation(key, place, state)


def work(key: str) -> Work:
    """Find a cited work.

    Raises:
        UnknownWorkError: The module of works is older than the citation.

    >>> work("patterson2019").short
    'Patterson et al. 2019'
    """
    if key not in WORKS:
        raise UnknownWorkError(key)
    return WORKS[key]


PATTERSON_RESISTANCE = cite("patterson2019", "resistance exercise table", State.SECONDARY)
FORGE = cite("forge_bfr", "resistance exercise")
VALD = cite("vald_bfr", "general BFR protocol")

BFR_INTENSITY = AdvisedRange(
    name="bfr-intensity",
    label=Text("Load for resistance exercise with BFR"),
    range=Range.of(20, 40),
    unit=Unit.PERCENT_1RM,
    cites=(PATTERSON_RESISTANCE, FORGE, VALD),
)
FIRST_SESSIONS_INTENSITY = AdvisedRange(
    name="first-sessions-intensity",
    label=Text("Load in the first sessions"),
    range=Range.of(20, 30),
    unit=Unit.PERCENT_1RM,
    cites=(cite("fitcuffs_guide", "first session"),),
    note=Text("A maker's advice, and the lower half of the range in the guidelines."),
)
HEAVY_INTENSITY = AdvisedRange(
    name="heavy-intensity",
    label=Text("Load of heavy training, as trials compare it with BFR"),
    range=Range.of(70, None),
    unit=Unit.PERCENT_1RM,
    cites=(cite("sorensen2023", "abstract"), cite("jakobsen2022", "introduction")),
    note=Text("Trials and reviews draw the line between 60 and 70 % 1RM; this is the higher one."),
)
FIRST_LIGHT = cite("fitcuffs_guide", "first session")
RHABDOMYOLYSIS = (cite("krieger2018", "regimen"), cite("tabata2016", "abstract"))
"""Muscle broke down after one session: of about 195 repetitions in four exercises for the calves and
ankles, and after a first session."""
OUR_LINE = (
    *RHABDOMYOLYSIS,
    cite("wernbom2020", "opening; where the line lies is our rule", State.OURS),
)
REST_BETWEEN_SETS = AdvisedRange(
    name="rest-between-sets",
    label=Text("Rest between sets"),
    range=Range.of(30, 60),
    unit=Unit.SECOND,
    cites=(PATTERSON_RESISTANCE, FORGE),
    note=Text("The cuff may stay on or be let down in these rests."),
)
SETS_PER_EXERCISE = AdvisedRange(
    name="sets-per-exercise",
    label=Text("Sets of one exercise"),
    range=Range.of(2, 4),
    unit=Unit.SET,
    cites=(PATTERSON_RESISTANCE, FORGE),
)
REPETITIONS_PER_EXERCISE = AdvisedRange(
    name="repetitions-per-exercise",
    label=Text("Repetitions of one exercise, all sets together"),
    range=Range.of(60, 75),
    unit=Unit.REPETITION,
    cites=(PATTERSON_RESISTANCE, cite("dequeiros2024", "abstract")),
    note=Text("75 as 30-15-15-15, or 60 as four sets of 15."),
)
MOST_REPETITIONS = AdvisedRange(
    name="most-repetitions",
    label=Text("Most repetitions of one exercise that this guide lays out"),
    range=Range.of(None, 112),
    unit=Unit.REPETITION,
    cites=(
        PATTERSON_RESISTANCE,
        *OUR_LINE,
    ),
    note=Text("Half as much again as the 75 that the guidelines print. The line is ours."),
)
EXERCISES_PER_LIMB = AdvisedRange(
    name="exercises-per-limb",
    label=Text("Exercises with the cuff on one limb, in a session"),
    range=Range.of(1, 3),
    unit=Unit.EXERCISE,
    cites=(
        cite("fitcuffs_guide", "resistance exercise"),
        cite("fitcuffs_guide", "resistance exercise; to count by limb is our rule", State.OURS),
    ),
    note=Text("A maker prints the number; that it holds for each limb is our reading."),
)
USUAL_LIMB_REPETITIONS = AdvisedRange(
    name="usual-limb-repetitions",
    label=Text("Repetitions on one limb in a session, before we warn"),
    range=Range.of(None, 150),
    unit=Unit.REPETITION,
    cites=(
        PATTERSON_RESISTANCE,
        *OUR_LINE,
    ),
    note=Text("Two exercises of 75. A soldier whose muscle broke down had done about 195."),
)
MOST_LIMB_REPETITIONS = AdvisedRange(
    name="most-limb-repetitions",
    label=Text("Most repetitions on one limb in a session that this guide lays out"),
    range=Range.of(None, 225),
    unit=Unit.REPETITION,
    cites=(
        PATTERSON_RESISTANCE,
        *OUR_LINE,
    ),
    note=Text(
        "Three exercises of 75, the most that published advice adds up to. The line is ours."
    ),
)
MOST_SESSION_REPETITIONS = AdvisedRange(
    name="most-session-repetitions",
    label=Text("Most repetitions under cuffs in a session that this guide lays out, all limbs"),
    range=Range.of(None, 337),
    unit=Unit.REPETITION,
    cites=(
        PATTERSON_RESISTANCE,
        *OUR_LINE,
    ),
    note=Text("Half as much again as three exercises of 75. The line is ours."),
)
MOST_SESSION_TIME = AdvisedRange(
    name="most-session-time",
    label=Text("Longest time under cuffs in a session that this guide lays out, all limbs"),
    range=Range.of(None, 45),
    unit=Unit.MINUTE,
    cites=(
        PATTERSON_RESISTANCE,
        *OUR_LINE,
    ),
    note=Text("Half as much again as three exercises of 10 min. The line is ours."),
)
REPETITION_TEMPO = AdvisedRange(
    name="repetition-tempo",
    label=Text("Time to raise the weight, and the same to lower it"),
    range=Range.of(1, 2),
    unit=Unit.SECOND,
    cites=(
        cite("ratamess2009", "summary"),
        cite("exknee2020", "Table 3"),
    ),
    note=Text("Advice for lifting in general; a BFR trial used 2 s up and 2 s down."),
)
RESTRICTION_PER_EXERCISE = AdvisedRange(
    name="restriction-per-exercise",
    label=Text("Time under the cuff for one exercise"),
    range=Range.of(5, 10),
    unit=Unit.MINUTE,
    cites=(PATTERSON_RESISTANCE, FORGE),
    note=Text("The cuff is let down between exercises. Shorter is no fault; longer is."),
)
OPEN_BETWEEN_EXERCISES = AdvisedRange(
    name="open-between-exercises",
    label=Text("Time with the cuff open before the next exercise"),
    range=Range.of(3, None),
    unit=Unit.MINUTE,
    cites=(VALD,),
    note=Text("Printed for the pause after the longest time; we ask for it after each exercise."),
)
ARM_CEILING = AdvisedRange(
    name="arm-ceiling",
    label=Text("Longest time under the cuff on an arm without opening it"),
    range=Range.of(None, 15),
    unit=Unit.MINUTE,
    cites=(VALD,),
)
LEG_CEILING = AdvisedRange(
    name="leg-ceiling",
    label=Text("Longest time under the cuff on a leg without opening it"),
    range=Range.of(None, 20),
    unit=Unit.MINUTE,
    cites=(VALD, cite("smartcuffs_manual", "time under pressure")),
)
FILLING = Coefficient(
    "seconds that the cuff takes to fill each time, counted as time under it",
    Fraction(15),
    (cite("formiga2020", "Table 3; 15 s is our rule", State.OURS),),
)
"""No study that we read prints it. A trial of 15 min of cycling counted 18 min, preparation included."""
SESSIONS_PER_WEEK = AdvisedRange(
    name="sessions-per-week",
    label=Text("Sessions in a week, in a block of more than three weeks"),
    range=Range.of(2, 3),
    unit=Unit.SESSION_A_WEEK,
    cites=(PATTERSON_RESISTANCE, cite("loenneke2012meta", "abstract")),
)
SHORT_BLOCK_WEEKS = AdvisedRange(
    name="short-block-weeks",
    label=Text("Length of a short block with daily sessions"),
    range=Range.of(1, 3),
    unit=Unit.WEEK,
    cites=(PATTERSON_RESISTANCE,),
)
SHORT_BLOCK_SESSIONS = AdvisedRange(
    name="short-block-sessions",
    label=Text("Sessions in a day, in a short block"),
    range=Range.of(1, 2),
    unit=Unit.SESSION_A_DAY,
    cites=(PATTERSON_RESISTANCE,),
    note=Text("Trials of daily blocks were guided and watched by professionals."),
)
SESSION_GAP = AdvisedRange(
    name="session-gap",
    label=Text("Shortest time from one session to the next"),
    range=Range.of(36, 48),
    unit=Unit.HOUR,
    cites=(cite("exknee2020", "Table 3"), cite("centner2019tendon", "methods", State.SECONDARY)),
    note=Text("36 h is the shortest gap one trial allowed; 48 h is our cautious end of it."),
)
FORMULA_REPETITIONS = AdvisedRange(
    name="formula-repetitions",
    label=Text("Repetitions from which a formula may estimate the 1RM"),
    range=Range.of(1, 10),
    unit=Unit.REPETITION,
    cites=(cite("reynolds2006", "abstract"), cite("whisenant2003", "abstract")),
)
CUFF_PRESSURE = AdvisedRange(
    name="cuff-pressure",
    label=Text("Cuff pressure, as a share of the measured AOP"),
    range=Range.of(40, 80),
    unit=Unit.PERCENT_AOP,
    cites=(PATTERSON_RESISTANCE, VALD),
    note=Text("Never from a table: it must be measured on your limb with your cuff."),
)
AEROBIC_INTENSITY = AdvisedRange(
    name="aerobic-intensity",
    label=Text("Effort of walking or cycling with cuffs, of the reserve or the top oxygen use"),
    range=Range.of(None, 50),
    unit=Unit.PERCENT,
    cites=(
        cite("patterson2019", "aerobic exercise table", State.SECONDARY),
        VALD,
        cite("rolnick2021", "introduction"),
    ),
    note=Text("Below this number, not at it."),
)
WALKING_SPEED = AdvisedRange(
    name="walking-speed",
    label=Text("Usual speed of walking with cuffs"),
    range=Range.of(4, 6),
    unit=Unit.KM_A_HOUR,
    cites=(cite("rolnick2021", "introduction"),),
    note=Text("One of the first trials walked more slowly; slower is no fault."),
)
LIGHT_EFFORT = AdvisedRange(
    name="light-effort",
    label=Text("Light effort by feel, on Borg's scale from 6 to 20"),
    range=Range.of(9, 11),
    unit=Unit.RPE,
    cites=(cite("garber2011", "intensity table", State.SECONDARY),),
    note=Text("Advice for exercise in general, without a cuff."),
)
LIGHT_RESERVE = AdvisedRange(
    name="light-reserve",
    label=Text("Light effort, as a share of the heart-rate reserve"),
    range=Range.of(30, 39),
    unit=Unit.PERCENT,
    cites=(cite("garber2011", "intensity table", State.SECONDARY),),
    note=Text("Advice for exercise in general, without a cuff."),
)
TEN_RM_SHARE = Coefficient(
    "share of the 1RM that can be lifted ten times",
    Fraction(75, 100),
    (
        cite("nsca_chart", "repetitions and % 1RM"),
        cite("haff2016", "load and repetitions", State.SECONDARY),
    ),
)
WIDE_CUFF_AOP = Coefficient(
    "mean AOP of the thigh under a wide cuff, in mmHg",
    Fraction(144),
    (cite("loenneke2012cuff", "abstract"),),
)
NARROW_CUFF_AOP = Coefficient(
    "mean AOP of the same thighs under a narrow cuff, in mmHg",
    Fraction(235),
    (cite("loenneke2012cuff", "abstract"),),
)
NARROW_BELOW_CM = Coefficient(
    "width in cm below which this project calls a cuff narrow",
    Fraction(8),
    (
        PATTERSON_RESISTANCE,
        cite("loenneke2012cuff", "abstract; where narrow ends is our rule", State.OURS),
    ),
)
"""The guidelines list cuffs of 5 cm as small and of 10 or 12 cm as medium."""
