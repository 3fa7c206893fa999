"""Who comes, and where the screening leaves them: twenty visitors as trials took them in.

Each is drawn from the people of a trial or from an example of the guide, as `like` says; where a
trial's ages or weights were not read, they are ours.
Nobody is refused without a source, and nobody who was in a trial ends where no professional may
decide, unless a source says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from bfr_rules import bridge
from bfr_rules.citation import State
from bfr_rules.gate import RELEASABLE
from bfr_rules.screening.declaration import NOTHING
from bfr_rules.screening.reasons import BY_VALUE, LISTS_TO_TICK, NEVER
from bfr_rules.standing import Level, Who
from bfr_rules.works import WORKS

TICKED = {each.value: asked.name for asked, items in LISTS_TO_TICK for each in items}
NONE, LIMITS, CLINICIAN, DOCTOR = Level.NONE, Level.LIMITS, Level.CLINICIAN, Level.DOCTOR
MISSING, NOT_TODAY = Level.MISSING, Level.NOT_TODAY
EITHER, A_DOCTOR, NOBODY = tuple(Who), (Who.DOCTOR,), ()


@dataclass(frozen=True)
class Visitor:
    """One person: `like` says which people of a trial or of the guide they are drawn from."""

    who: str
    like: str
    answers: dict[str, str]
    ticks: tuple[str, ...]
    level: Level
    by: tuple[Who, ...] = ()
    reasons: tuple[str, ...] = ()
    """Works of the reasons that decide, each of which must be among the cited ones."""
    limits: tuple[str, ...] = field(default=())

    def asked(self):
        answers = {**NOTHING, **self.answers}
        for value in self.ticks:
            name = TICKED[value]
            kept = [each for each in answers[name] if each != "none"]
            answers[name] = [*kept, value]
        return bridge.ask("screening", answers)


def body(sex, age, height_cm, kilos, upper=120, lower=75):
    return {
        "sex": sex,
        "age": str(age),
        "height_cm": str(height_cm),
        "body_mass": f"{kilos} kg",
        "systolic": str(upper),
        "diastolic": str(lower),
    }


VISITORS = (
    Visitor(
        "woman of 61 with a sore worn knee, index 31",
        "bryk2016: women with knee osteoarthritis",
        body("woman", 61, 160, 80),
        (),
        CLINICIAN,
        EITHER,
        ("nascimento2022", "elite_ebook"),
        ("lowest-pressure", "lowest-load", "start-pressure", "one-exercise"),
    ),
    Visitor(
        "woman of 58 with a worn knee, index 29",
        "ferraz2018: women with knee osteoarthritis",
        body("woman", 58, 162, 76),
        (),
        NONE,
    ),
    Visitor(
        "woman of 40 on the pill, index 26",
        "safety of the pill: the guide's own question",
        body("woman", 40, 168, 73.5),
        ("hormones",),
        CLINICIAN,
        A_DOCTOR,
        ("nascimento2022", "vtetable"),
    ),
    Visitor(
        "woman of 45, a day in bed with the flu last month",
        "the clot score's item of one day",
        body("woman", 45, 168, 73.5),
        ("bed-rest",),
        CLINICIAN,
        EITHER,
        ("nascimento2022",),
    ),
    Visitor(
        "woman of 30 with a hormone coil",
        "progestogen alone is on no list",
        body("woman", 30, 168, 65),
        ("progestogen",),
        LIMITS,
    ),
    Visitor(
        "woman of 55 with hormone patches",
        "nice_ng23: no more clots with the skin kind",
        body("woman", 55, 165, 68),
        ("hrt-patch",),
        LIMITS,
    ),
    Visitor(
        "man of 60, well",
        "yasuda2016: older people in guided training",
        body("man", 60, 178, 80),
        (),
        CLINICIAN,
        EITHER,
        ("nascimento2022", "elite_ebook"),
        ("lowest-pressure", "lowest-load"),
    ),
    Visitor(
        "man of 60, a day in bed, index 30",
        "two small things together",
        body("man", 60, 178, 95.1),
        ("bed-rest",),
        CLINICIAN,
        EITHER,
        ("nascimento2022",),
    ),
    Visitor(
        "man of 45 with treated atrial fibrillation, index 26",
        "the KAATSU list: three points",
        body("man", 45, 180, 84.5),
        ("atrial-fibrillation-treated",),
        CLINICIAN,
        A_DOCTOR,
        ("elite_ebook",),
    ),
    Visitor(
        "woman of 25 three weeks after a new cruciate ligament, on the pill, with a brace",
        "hughes2019: adults after that operation",
        body("woman", 25, 170, 65),
        ("operation", "immobile", "hormones"),
        CLINICIAN,
        A_DOCTOR,
        ("sweetland2009", "bond2019"),
        ("named-limb",),
    ),
    Visitor(
        "man of 28 who waits for that operation, hurt four weeks ago",
        "ladlow2018: adults with an injured leg",
        body("man", 28, 182, 82),
        ("injury",),
        CLINICIAN,
        EITHER,
        ("vtetable",),
        ("named-limb",),
    ),
    Visitor(
        "woman of 66 ten weeks after a new knee, with tablets for blood pressure",
        "people after a knee replacement",
        body("woman", 66, 165, 78, 138, 82),
        ("operation", "pressure-tablets"),
        CLINICIAN,
        A_DOCTOR,
        ("sweetland2009", "domingos2018"),
        ("lowest-pressure", "open-rests", "no-failure", "measure", "named-limb"),
    ),
    Visitor(
        "woman of 52 after breast cancer, on tamoxifen",
        "the clot score's item of cancer",
        body("woman", 52, 166, 70),
        ("cancer", "other-medicine"),
        CLINICIAN,
        A_DOCTOR,
        ("nascimento2022", "galloway_pt"),
    ),
    Visitor(
        "girl of 15, ten days after a new cruciate ligament",
        "prue2022: patients of 12 to 18 after that operation",
        body("woman", 15, 165, 58),
        ("operation",),
        DOCTOR,
        A_DOCTOR,
        ("prue2022", "elevate_pt"),
        ("supervised",),
    ),
    Visitor(
        "boy of 16 who wants bigger arms",
        "no trial in healthy boys",
        body("man", 16, 175, 65),
        (),
        DOCTOR,
        EITHER,
        ("elevate_pt", "prue2022"),
        ("supervised",),
    ),
    Visitor(
        "child of 9",
        "no study in children, and a clinic's line",
        body("woman", 9, 135, 30),
        (),
        DOCTOR,
        NOBODY,
        ("elevate_pt",),
    ),
    Visitor(
        "man of 24 without a reading of his blood pressure",
        "the commonest young visitor",
        {**body("man", 24, 180, 78), "bp": "unknown", "systolic": "", "diastolic": ""},
        (),
        MISSING,
        NOBODY,
        ("domingos2018",),
    ),
    Visitor(
        "man of 50 with 150/95",
        "domingos2018: people with high blood pressure",
        body("man", 50, 178, 82, 150, 95),
        (),
        CLINICIAN,
        EITHER,
        ("domingos2018",),
        ("lowest-pressure", "open-rests", "no-failure", "measure"),
    ),
    Visitor(
        "woman of 34 with spider veins, who has come back from an eight-hour flight",
        "kuipers2007: clots after flights",
        body("woman", 34, 170, 62),
        ("journey",),
        NOT_TODAY,
        NOBODY,
        ("kuipers2007",),
    ),
    Visitor(
        "man of 45 with varicose veins, index 26",
        "elevate_pt says no, galloway_pt take care",
        {**body("man", 45, 180, 84.5), "limbs": ["left-leg"]},
        ("varicose-veins",),
        CLINICIAN,
        EITHER,
        ("vtetable", "galloway_pt"),
    ),
    Visitor(
        "woman of 63 with rheumatoid arthritis",
        "trials in rheumatoid arthritis",
        body("woman", 63, 163, 66),
        ("inflammatory",),
        CLINICIAN,
        EITHER,
        ("nascimento2022", "vtetable"),
    ),
    Visitor(
        "man of 70, a mini-stroke twenty years ago",
        "the table of clot risks",
        body("man", 70, 175, 75),
        ("stroke-past",),
        CLINICIAN,
        A_DOCTOR,
        ("vtetable",),
    ),
    Visitor(
        "man of 27, well, who smokes and takes a painkiller now and then",
        "two things for care",
        body("man", 27, 180, 78),
        ("smoke", "other-medicine"),
        LIMITS,
    ),
    Visitor(
        "woman of 38, six weeks after a birth",
        "nascimento2022: the risk after a birth",
        body("woman", 38, 168, 70),
        ("birth",),
        DOCTOR,
        A_DOCTOR,
        ("nascimento2022",),
    ),
)

each_visitor = pytest.mark.parametrize("visitor", VISITORS, ids=lambda each: each.who)


def test_there_are_twenty_and_more():
    assert len({each.who for each in VISITORS}) == len(VISITORS) >= 20


@each_visitor
def test_where_the_screening_leaves_them(visitor):
    standing = visitor.asked().standing
    assert (standing.level, standing.release_by) == (visitor.level, visitor.by)
    assert set(visitor.limits) <= {each.code for each in standing.limits}


@each_visitor
def test_nobody_is_refused_without_a_source(visitor):
    outcome = visitor.asked()
    if not outcome.stop:
        return
    assert visitor.reasons
    cited = {each.key for each in outcome.stop.cites if each.state is not State.OURS}
    assert set(visitor.reasons) <= cited
    assert set(visitor.reasons) <= set(WORKS)


@each_visitor
def test_where_nobody_may_decide_a_source_says_so(visitor):
    """A stop without a way on comes from the list of what no release opens, or passes."""
    standing = visitor.asked().standing
    if standing.lasting not in RELEASABLE or standing.release_by:
        return
    closed = {*visitor.ticks} | ({"child"} if int(visitor.answers["age"]) < 12 else set())
    (why,) = (BY_VALUE[each] for each in closed if BY_VALUE[each] in NEVER)
    assert any(each.state is not State.OURS for each in why.decides.cites)


def test_most_visitors_find_a_way_on():
    ways = [
        each for each in VISITORS if each.level in {NONE, LIMITS, MISSING, NOT_TODAY} or each.by
    ]
    assert len(ways) == len(VISITORS) - 1, "all but the child of 9"
