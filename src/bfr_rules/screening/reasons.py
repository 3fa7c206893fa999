"""The reasons not to train with a cuff, or to ask first, and the short lists that ask for them.

Every list of reasons on a page, on a printed sheet and in a letter is made from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from bfr_rules.citation import Citation, State
from bfr_rules.inputs.base import Choice
from bfr_rules.inputs.choices import TicksInput
from bfr_rules.limits import (
    ASK_AGAIN,
    FIRST_SESSIONS,
    LOWEST_LOAD_ONLY,
    LOWEST_PRESSURE,
    MEASURE,
    NAMED_LIMB,
    NO_FAILURE,
    NO_HEAVY_TEST,
    ONE_EXERCISE,
    OPEN_RESTS,
    START_PRESSURE,
    SUPERVISED,
    TOLD,
    WEEKS_FIRST,
)
from bfr_rules.quantity import Pressure, decimal
from bfr_rules.references import FIRST_SESSIONS_INTENSITY, cite
from bfr_rules.standing import Level, Limit, Who
from bfr_rules.text import Text


class Severity(Enum):
    """What one reason means on its own."""

    ABS = Level.DOCTOR
    MISSING = Level.MISSING
    NOW = Level.NOT_TODAY
    REL = Level.CLINICIAN
    PRE = Level.LIMITS


CLOT_RISKS = cite("nascimento2022", "Table 1")
CLOT_SCORE = cite("nascimento2022", "Table 3")
HEART_LIST = cite("nascimento2022", "Table 5")
KAATSU = cite("elite_ebook", "KAATSU points")
KAATSU_2011 = cite("nakajima2011", "points, as reprinted", State.SECONDARY)
ELITE = cite("elite_ebook", "list")
GALLOWAY = cite("galloway_pt", "list")
ELEVATE = cite("elevate_pt", "page")
TALLAHASSEE = cite("tallahassee_pt", "page")
VTE = cite("vtetable", "Table 3")
FITCUFFS = cite("fitcuffs_guide", "contraindications")
MUSCLE_CASE = cite("tabata2016", "abstract")
SURVEY = cite("pattersonbrandner2018", "abstract")
TEENS = cite("prue2022", "abstract")
SILENT_CLOT = cite("bond2019", "abstract")
EYE_CASE = cite("ozawa2015", "abstract")
HORMONES = cite("nice_ng23", "1.5.1, as reprinted", State.SECONDARY)
FLIGHTS = cite("kuipers2007", "abstract")
SPINE_CASE = cite("krogh2020", "abstract")


def ours(source: Citation, what: str) -> Citation:
    """Cite a place beside which we drew a line of our own."""
    return Citation(source.key, f"{source.place}; {what} is our rule", State.OURS)


# --- Who may decide otherwise ------------------------------------------------------------------


@dataclass(frozen=True)
class Decides:
    """Who may decide otherwise than the list, in a reader's words, and where that comes from."""

    by: tuple[Who, ...]
    says: Text
    cites: tuple[Citation, ...]


WHO_IS_OURS = (ours(cite("nascimento2022", "abstract"), "who may decide otherwise"),)
A_DOCTOR = Decides((Who.DOCTOR,), Text("A doctor who knows you."), WHO_IS_OURS)
EITHER = Decides(
    (Who.DOCTOR, Who.PHYSIOTHERAPIST),
    Text("A doctor or a physiotherapist who knows BFR and knows you."),
    WHO_IS_OURS,
)
SURGEON = Decides(
    (Who.DOCTOR,), Text("Your surgeon, or a doctor of that team."), (SILENT_CLOT, *WHO_IS_OURS)
)
CARE_ALONE = Decides(
    (Who.DOCTOR, Who.PHYSIOTHERAPIST),
    Text("Nobody needs to: it asks for care, and you may go on with its limits."),
    WHO_IS_OURS,
)


def nobody(says: str, *cites: Citation) -> Decides:
    """Say that no agreement opens the cuff while it lasts, and why."""
    return Decides((), Text(says), cites)


# --- The list ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Item:
    """One reason of the list: `id` is its anchor on the guide's page, `value` its box to tick.

    `limb` says that it concerns one limb: named, that limb is closed and the others need a
    clinician; not named, it counts for all of them. `limits` hold once a professional has agreed,
    or from the start where the reason only asks for care. `decides` says who that professional is.
    `more` goes on where `why` ends, on the page.
    """

    id: str
    value: str
    tick: Text
    severity: Severity
    do: Text
    why: Text
    cites: tuple[Citation, ...]
    decides: Decides
    includes: Text | None = None
    excludes: Text | None = None
    more: Text | None = None
    limb: bool = False
    limits: tuple[Limit, ...] = ()


NO_CUFF = Text("No cuff. Ask your doctor.")
ASK = Text("Ask a clinician.")
HIGHEST = (Pressure.mmhg(180), Pressure.mmhg(110))
"""Either number from here on: the published list for heart and vessels stops here."""
HIGH = (Pressure.mmhg(160), Pressure.mmhg(100))
"""Either number from here on is a reason to see a doctor; the line is ours, among several."""
RAISED = (Pressure.mmhg(140), Pressure.mmhg(90))
"""Either number from here on is called high."""
LOW = (Pressure.mmhg(90), Pressure.mmhg(60))
"""Either number below this is called low."""
CHILD, ADULT, OLDER = 12, 18, 60
OBESE = 30
FAST_HEART = 100
"""Beats a minute at rest from which we ask first."""


def line(pressure: tuple[Pressure, Pressure]) -> Text:
    """Write two numbers of blood pressure as people say them.

    >>> print(line(HIGH))
    160/100
    """
    upper, lower = (decimal(each.value) for each in pressure)
    return Text("{upper}/{lower}", upper=upper, lower=lower)


RAISED_LIMITS = (LOWEST_PRESSURE, NO_FAILURE, OPEN_RESTS, MEASURE)
RAISED_CITES = (
    cite("domingos2018", "abstract"),
    CLOT_RISKS,
    cite("nice_ng136", "stages as reprinted", State.SECONDARY),
)
FIRST_LIMITS = (FIRST_SESSIONS, ONE_EXERCISE, LOWEST_LOAD_ONLY, NO_FAILURE)

CLOTS = (
    Item(
        "a44",
        "clot-fresh",
        Text("A blood clot in the last three months"),
        Severity.ABS,
        Text("No cuff. Ask your doctor when the three months are over."),
        Text("The main fear is that a cuff sets a clot free."),
        (SILENT_CLOT, CLOT_SCORE, ours(CLOT_SCORE, "the length")),
        nobody("Nobody, while it lasts.", SILENT_CLOT, GALLOWAY),
    ),
    Item(
        "a01",
        "clot",
        Text("A blood clot in a vein or lung, longer ago"),
        Severity.ABS,
        Text("No cuff. Ask your doctor before any new training with pressure on a limb."),
        Text("It is the heaviest item in the published clot score, and clinic lists rule it out."),
        (CLOT_SCORE, KAATSU, GALLOWAY, TALLAHASSEE),
        A_DOCTOR,
        includes=Text("A clot in a leg, an arm or elsewhere, however long ago."),
    ),
    Item(
        "a02",
        "clotting-disorder",
        Text("A clotting disorder"),
        Severity.ABS,
        NO_CUFF,
        Text("Your blood clots more easily than that of others."),
        (CLOT_SCORE, GALLOWAY, ELITE),
        A_DOCTOR,
        includes=Text(
            "Factor V Leiden, antiphospholipid syndrome, a lack of protein C or S, and others."
        ),
    ),
    Item(
        "a03",
        "swollen-limb",
        Text("One limb swollen, warm or discoloured now, or calf pain without a reason"),
        Severity.ABS,
        Text("No cuff. See a doctor today."),
        Text("These can be signs of a clot. A cuff might set a silent clot free."),
        (cite("vdf_dvt", "page"), cite("elite_ebook", "signs of a clot"), SILENT_CLOT),
        nobody(
            "Nobody, until a doctor has looked at the limb.",
            cite("vdf_dvt", "page"),
            SILENT_CLOT,
        ),
        includes=Text("One leg or arm that is red or bluish now, and has not been looked at."),
        excludes=Text(
            "A cramp that goes in minutes, sore muscles after sport, or both ankles a little thick "
            "in the evening do not count. A joint that swells after an injury or operation has its "
            "own box below."
        ),
    ),
    Item(
        "a36",
        "family-clot",
        Text("A parent, brother or sister with a clot"),
        Severity.REL,
        ASK,
        Text("One table counts it among the high risks for a clot."),
        (VTE, ELITE),
        A_DOCTOR,
        includes=Text("A clot in a vein or in the lung, at any age."),
    ),
)
HEART = (
    Item(
        "a06",
        "heart-disease",
        Text("Heart disease, a heart operation or a pacemaker"),
        Severity.ABS,
        Text("No cuff. Ask your heart specialist."),
        Text("Heart disease fills most of the published list of reasons not to."),
        (HEART_LIST, ELITE, TALLAHASSEE, cite("cristinaoliveira2020", "abstract")),
        A_DOCTOR,
        includes=Text(
            "A heart attack, angina, heart failure, a cardiac arrest, a serious rhythm disorder, "
            "a bypass or stent, a pacemaker or an implanted defibrillator. Also a narrow or badly "
            "leaking valve, a disease of the heart muscle, or a heart defect from birth."
        ),
        excludes=Text("Atrial fibrillation and a harmless valve have boxes of their own."),
        more=Text("For heart patients it has not been shown that the strain is harmless."),
    ),
    Item(
        "a46",
        "valve",
        Text("A heart valve that leaks or bulges a little"),
        Severity.REL,
        ASK,
        Text("The list names heart disease as a whole. To ask first in a mild case is our choice."),
        (ours(HEART_LIST, "the line for a mild valve"),),
        EITHER,
        includes=Text("A doctor has called it mild, such as a mitral valve prolapse."),
    ),
    Item(
        "a07",
        "chest-pain",
        Text("Chest pain, fainting, odd breathlessness with effort"),
        Severity.ABS,
        Text(
            "No cuff, and no hard training. See a doctor today. If it is happening now, call your "
            "emergency number."
        ),
        Text("These can be signs of a heart problem, and the list names them."),
        (HEART_LIST,),
        nobody("Nobody, until a doctor has found the cause.", HEART_LIST),
        excludes=Text("To be out of breath after hard work, as anyone is, does not count."),
    ),
    Item(
        "a47",
        "low-capacity",
        Text("Out of breath after one flight of stairs"),
        Severity.ABS,
        NO_CUFF,
        Text(
            "The list rules out a very low fitness of heart and lungs. The stairs are our measure "
            "of it."
        ),
        (HEART_LIST, ours(HEART_LIST, "the flight of stairs")),
        A_DOCTOR,
        includes=Text("At a calm pace, so that you have to stand still."),
        excludes=Text("Stairs that only a sore joint makes slow do not count."),
    ),
    Item(
        "a09",
        "stroke",
        Text("An aneurysm, or a stroke or mini-stroke in the last year"),
        Severity.ABS,
        NO_CUFF,
        Text(
            "A stroke stands among the high clot risks. An aneurysm is on the list for heart and "
            "vessels."
        ),
        (VTE, HEART_LIST, ours(VTE, "the year")),
        A_DOCTOR,
        includes=Text("An aneurysm at any time, treated or not."),
    ),
    Item(
        "a48",
        "stroke-past",
        Text("A stroke or mini-stroke more than a year ago"),
        Severity.REL,
        ASK,
        Text(
            "The table has it in one row with cancer and a clot in the family, for which we ask "
            "too."
        ),
        (VTE, ours(VTE, "the year")),
        A_DOCTOR,
    ),
    Item(
        "a10",
        "narrowed-arteries",
        Text("Blocked or narrowed arteries in a limb"),
        Severity.ABS,
        NO_CUFF,
        Text("The list for heart and vessels and the surgeons' list for tourniquets name it."),
        (HEART_LIST, GALLOWAY, ELITE),
        A_DOCTOR,
        includes=Text(
            "Surgery or a graft on the arteries of a leg or arm. Also calf pain that comes with "
            "each walk and goes when you stand still."
        ),
    ),
    Item(
        "a23",
        "atrial-fibrillation-treated",
        Text("An uneven heartbeat (atrial fibrillation), treated"),
        Severity.REL,
        ASK,
        Text("It costs three of five points in the KAATSU list."),
        (KAATSU,),
        A_DOCTOR,
    ),
    Item(
        "a49",
        "atrial-fibrillation-untreated",
        Text("An uneven heartbeat (atrial fibrillation), not treated"),
        Severity.ABS,
        Text("No cuff. See a doctor."),
        Text("It costs three of five points. The line for the untreated is ours."),
        (KAATSU, ours(KAATSU, "the line for the untreated")),
        A_DOCTOR,
    ),
    Item(
        "a39",
        "faint",
        Text("Faint on standing, or fainted in the last year"),
        Severity.REL,
        ASK,
        Text(
            "A fall in blood pressure on standing is on the list, and people have fainted under "
            "the cuff."
        ),
        (HEART_LIST, SURVEY),
        A_DOCTOR,
        excludes=Text("To be dizzy once in a while when you jump up does not count."),
    ),
    Item(
        "a32",
        "cold-fingers",
        Text("Fingers or toes that turn white or very cold"),
        Severity.REL,
        ASK,
        Text("Poor circulation is on the lists. To count this as one is our choice."),
        (GALLOWAY, ours(GALLOWAY, "to count this")),
        EITHER,
        includes=Text("Raynaud's: they go white in the cold, then blue or red."),
    ),
)
HEAD = (
    Item(
        "a18",
        "head",
        Text("Raised pressure in the head, or a recent head injury"),
        Severity.ABS,
        NO_CUFF,
        Text("It is on the list that surgeons use for tourniquets."),
        (GALLOWAY, ELITE),
        A_DOCTOR,
    ),
    Item(
        "a20",
        "eyes",
        Text("A blocked eye vessel, a recent eye operation, diabetic eyes"),
        Severity.ABS,
        Text("No cuff. Ask your eye doctor first."),
        Text("One man had two such blocks, each the day after a session. The rule is ours."),
        (EYE_CASE, ours(EYE_CASE, "the line")),
        A_DOCTOR,
        includes=Text("Any eye disease that comes from diabetes."),
        more=Text("He had high blood pressure and diabetes. It is one case."),
    ),
    Item(
        "a50",
        "glaucoma",
        Text("Glaucoma, or a retina that came loose"),
        Severity.REL,
        Text("Ask your eye doctor."),
        Text("Pressure rises in the set, and an eye was lost in one case. The rule is ours."),
        (ours(EYE_CASE, "to count these eyes"),),
        A_DOCTOR,
        includes=Text("Raised pressure in the eye, or a torn or detached retina, ever."),
    ),
    Item(
        "a19",
        "muscle-breakdown",
        Text("Muscle breakdown, or dark urine after exercise"),
        Severity.ABS,
        Text("No cuff. Ask a doctor first."),
        Text("It has followed single sessions with a cuff. The rule is ours."),
        (
            MUSCLE_CASE,
            cite("krieger2018", "abstract"),
            ours(cite("thompson2018", "opening"), "the line"),
        ),
        A_DOCTOR,
        includes=Text("Rhabdomyolysis, or dark urine with great pain of the muscles, ever."),
        excludes=Text("Plain soreness, with urine of the usual colour, does not count."),
    ),
    Item(
        "a51",
        "compartment",
        Text("Compartment syndrome, now or ever"),
        Severity.ABS,
        Text("No cuff. Ask a doctor first."),
        Text("The muscle swells in a sleeve that does not give, and a cuff adds pressure."),
        (ours(cite("ladlow2018", "list of exclusions, read second-hand"), "the line"),),
        A_DOCTOR,
        includes=Text("Also the kind that comes with sport: tight, painful shins or forearms."),
    ),
    Item(
        "a52",
        "spine",
        Text("An injury of the spinal cord"),
        Severity.ABS,
        Text("No cuff. Ask the doctor of your spinal unit."),
        Text(
            "In one man with an injury of the neck, blood pressure shot up four times in eight "
            "sessions."
        ),
        (SPINE_CASE, ours(SPINE_CASE, "the line")),
        A_DOCTOR,
        includes=Text("Above all at the chest or neck, or if you have had autonomic dysreflexia."),
        excludes=Text("A slipped disc, or a stiff or sore back, does not count."),
    ),
    Item(
        "a45",
        "weak-leg",
        Text("A leg that is weak or paralysed now"),
        Severity.REL,
        ASK,
        Text("It counts two points in the clot score."),
        (CLOT_SCORE,),
        EITHER,
        includes=Text("From an illness or an injury of nerves, spine or brain."),
        excludes=Text(
            "A leg that is thin or weak from a sore knee or a cast has no box of its own."
        ),
    ),
    Item(
        "a53",
        "cannot-report",
        Text("Hard to notice or to say when something is wrong"),
        Severity.REL,
        Text("Ask a clinician. Train only with somebody who watches."),
        Text("The signs to stop must be noticed and said at once. The rule is ours."),
        (ours(SURVEY, "the line"),),
        EITHER,
        includes=Text("Dementia, a learning disability, or no language in common with the helper."),
        limits=(SUPERVISED,),
    ),
)
CHOLESTEROL = Item(
    "a37",
    "cholesterol",
    Text("Very high cholesterol"),
    Severity.REL,
    ASK,
    Text("It is on the list for heart and vessels."),
    (HEART_LIST, KAATSU),
    A_DOCTOR,
    includes=Text(
        "In a blood test: total above 310 or LDL above 190 mg/dL, about 8.0 and 4.9 mmol/L."
    ),
)
RAISED_CHOLESTEROL = Item(
    "a54",
    "cholesterol-raised",
    Text("Raised cholesterol, below those numbers"),
    Severity.PRE,
    Text("Tell your doctor that you train with a cuff."),
    Text("It counts two points in the KAATSU list, which names no number."),
    (KAATSU,),
    CARE_ALONE,
    includes=Text("A doctor has told you so, or you eat or take something against it."),
    limits=(TOLD,),
)
ILLNESS = (
    Item(
        "a12",
        "sickle-cell-disease",
        Text("Sickle cell disease"),
        Severity.ABS,
        NO_CUFF,
        Text("Two lists rule it out, and one says take care."),
        (ELITE, ELEVATE, GALLOWAY),
        A_DOCTOR,
    ),
    Item(
        "a55",
        "sickle-cell-trait",
        Text("Sickle cell trait"),
        Severity.REL,
        ASK,
        Text("The lists speak of the disease. The line for the trait is ours."),
        (GALLOWAY, ours(ELITE, "the line for the trait")),
        A_DOCTOR,
        includes=Text("You carry one gene for it, and are well."),
    ),
    Item(
        "a13",
        "cancer",
        Text("Cancer, now or in the last five years"),
        Severity.REL,
        Text("Ask your cancer team."),
        Text("Cancer makes clots more likely."),
        (CLOT_SCORE, KAATSU, GALLOWAY, ELEVATE),
        A_DOCTOR,
        includes=Text("Also when the treatment has ended, or with tablets such as tamoxifen."),
        excludes=Text("Skin cancer other than melanoma does not count."),
    ),
    Item(
        "a25",
        "diabetes",
        Text("Diabetes"),
        Severity.REL,
        Text("Ask a clinician. Ask about your eyes and feet too."),
        Text("It raises clotting, and one man with it lost the sight of an eye."),
        (CLOT_RISKS, GALLOWAY, ELEVATE, EYE_CASE),
        EITHER,
    ),
    Item(
        "a26",
        "kidney",
        Text("Kidney disease"),
        Severity.REL,
        ASK,
        Text("It raises clotting."),
        (CLOT_RISKS, FITCUFFS),
        A_DOCTOR,
    ),
    Item(
        "a56",
        "lungs-liver",
        Text("Lung or liver disease"),
        Severity.REL,
        ASK,
        Text("The surgeons' list names blood that is too acid, which both can cause."),
        (ours(GALLOWAY, "to count these illnesses"),),
        EITHER,
        includes=Text("COPD, raised pressure in the lungs, cirrhosis and others like them."),
        excludes=Text("Asthma that troubles you rarely does not count."),
    ),
    Item(
        "a27",
        "inflammatory",
        Text("An inflammatory disease of the joints, gut or tissue"),
        Severity.REL,
        ASK,
        Text("Inflammation raises the risk of a clot."),
        (CLOT_RISKS, VTE),
        EITHER,
        includes=Text("Rheumatoid arthritis, lupus, Crohn's disease and others like them."),
        excludes=Text(
            "Worn joints (osteoarthritis of the knee, hip or hand) do not count: many of the "
            "people in the trials had them."
        ),
    ),
    CHOLESTEROL,
    RAISED_CHOLESTEROL,
)
TABLETS = Item(
    "a57",
    "pressure-tablets",
    Text("Tablets for blood pressure, such as beta-blockers"),
    Severity.REL,
    Text(
        "Ask a clinician. If they agree: the lowest pressure, no failure, the cuff open in the "
        "rests, and measure before and after."
    ),
    Text("Blood pressure that needs tablets counts as raised, whatever it is now."),
    (*RAISED_CITES, ours(cite("domingos2018", "abstract"), "how to train then")),
    EITHER,
    includes=Text(
        "Names often end in -olol (beta-blockers), -pril, -sartan or -dipine. Water tablets count "
        "too."
    ),
    limits=RAISED_LIMITS,
)
PROGESTOGEN = Item(
    "a58",
    "progestogen",
    Text("A mini-pill, implant or hormone coil"),
    Severity.PRE,
    Text("Tell the doctor or pharmacist who gave it to you that you train with a cuff."),
    Text("The lists speak of oestrogen. This has none; that it asks only for care is our choice."),
    (ours(CLOT_RISKS, "the line for progestogen alone"),),
    CARE_ALONE,
    includes=Text("Contraception with a progestogen alone."),
    excludes=Text("The three-monthly injection counts as a pill with oestrogen."),
    limits=(TOLD,),
)
MEDICINES = (
    Item(
        "a28",
        "hormones",
        Text("A pill, ring or patch against pregnancy, with oestrogen"),
        Severity.REL,
        Text("Ask the doctor who gave it to you. Do not stop it on your own."),
        Text("It makes clots more likely."),
        (CLOT_RISKS, KAATSU, VTE),
        A_DOCTOR,
        includes=Text("The combined pill: most pills. Also the three-monthly injection."),
    ),
    Item(
        "a59",
        "hrt-tablets",
        Text("Hormone tablets for the menopause"),
        Severity.REL,
        Text("Ask the doctor who gave them to you. Do not stop them on your own."),
        Text("As tablets they make clots more likely."),
        (HORMONES, KAATSU, VTE),
        A_DOCTOR,
        includes=Text("HRT with oestrogen to swallow. Also oestrogen for other reasons."),
    ),
    Item(
        "a60",
        "hrt-patch",
        Text("Hormone patches or gel for the menopause"),
        Severity.PRE,
        Text("Tell the doctor who gave them to you that you train with a cuff."),
        Text(
            "In the usual dose the skin kind adds no clots, British guidance says. It counts two "
            "points in the KAATSU list."
        ),
        (HORMONES, KAATSU),
        CARE_ALONE,
        limits=(TOLD,),
    ),
    PROGESTOGEN,
    Item(
        "a61",
        "steroids",
        Text("Testosterone or other muscle-building steroids"),
        Severity.REL,
        ASK,
        Text("They are among what raises clotting."),
        (CLOT_RISKS, VTE),
        A_DOCTOR,
        includes=Text("Prescribed or not."),
        excludes=Text("Creams, inhalers and nose sprays with cortisone do not count."),
    ),
    Item(
        "a29",
        "bleeding",
        Text("Blood thinners, or you bleed or bruise easily"),
        Severity.REL,
        ASK,
        Text("A cuff can bruise, and a maker lists abnormal bleeding. The rule is ours."),
        (
            cite("nakajima2006", "survey results as reprinted", State.SECONDARY),
            FITCUFFS,
            ours(FITCUFFS, "to count blood thinners"),
        ),
        A_DOCTOR,
        includes=Text("Warfarin, apixaban, rivaroxaban, heparin, clopidogrel, daily aspirin."),
    ),
    TABLETS,
    Item(
        "a30",
        "other-medicine",
        Text("Any other medicine"),
        Severity.PRE,
        Text("Ask your pharmacist or doctor."),
        Text("Medicines played a part in one case of muscle breakdown. The rule is ours."),
        (ours(MUSCLE_CASE, "the line"),),
        CARE_ALONE,
        includes=Text("What you take regularly, and a plain painkiller now."),
        limits=(TOLD,),
    ),
    Item(
        "a62",
        "strong-medicine",
        Text("A statin, an antibiotic or a strong painkiller"),
        Severity.REL,
        Text("Get a yes from your doctor first."),
        Text("Medicines played a part in one case of muscle breakdown. The rule is ours."),
        (ours(MUSCLE_CASE, "the line"),),
        A_DOCTOR,
        includes=Text("Statins lower cholesterol; their names end in -statin."),
    ),
)
ARMS_LEGS = (
    Item(
        "a11",
        "dialysis",
        Text("A dialysis access (fistula or shunt)"),
        Severity.ABS,
        Text("Never on that limb. For the others, ask your kidney team."),
        Text("Two lists name it, one of them the surgeons' list for tourniquets."),
        (GALLOWAY, ELITE),
        A_DOCTOR,
        limb=True,
    ),
    Item(
        "a14",
        "lymph",
        Text("Lymph nodes removed, or lymph swelling"),
        Severity.ABS,
        Text("Never on that limb. For the others, ask a clinician."),
        Text("Three lists name it."),
        (ELITE, GALLOWAY, ELEVATE),
        EITHER,
        includes=Text("Nodes of the armpit count for the arm, of the groin for the leg."),
        limb=True,
    ),
    Item(
        "a15",
        "wound",
        Text("A wound, stitches, a graft, an infection, a break or a crush"),
        Severity.ABS,
        Text("Wait until it has healed, and ask the person who treats it."),
        Text("All lists agree, and so does a maker."),
        (GALLOWAY, ELITE, TALLAHASSEE, cite("bstrong_help", "who should not do this")),
        EITHER,
        includes=Text("Any of these on the limb now, not only under the cuff."),
        excludes=Text("A fever with it belongs in the list “Today”."),
        limb=True,
    ),
    Item(
        "a63",
        "tumour-in-limb",
        Text("A tumour in a limb"),
        Severity.ABS,
        Text("Never on that limb. For the others, ask your cancer team."),
        Text("The lists name cancer. The line for the limb is the stricter one."),
        (CLOT_SCORE, KAATSU, GALLOWAY, ELEVATE),
        A_DOCTOR,
        limb=True,
    ),
    Item(
        "a22",
        "varicose-veins",
        Text("Varicose veins"),
        Severity.REL,
        Text("Ask a clinician. Do not put a cuff on that limb."),
        Text("They raise the risk of a clot. Sources go from “do not” to “take care”."),
        (VTE, KAATSU, ELEVATE, GALLOWAY),
        EITHER,
        includes=Text("Thick, winding veins that stand out, or a vein weakness a doctor found."),
        excludes=Text("Spider veins, the thin red or blue lines in the skin, do not count."),
        limb=True,
    ),
    Item(
        "a31",
        "numb-limb",
        Text("Numbness or nerve damage"),
        Severity.REL,
        ASK,
        Text("Numbness is a stop sign, and you could not notice it. The rule is ours."),
        (SURVEY, ours(SURVEY, "the line")),
        EITHER,
        includes=Text("Loss of feeling in a limb, while you still feel a cuff there."),
    ),
    Item(
        "a64",
        "no-feeling",
        Text("A limb in which you could not feel a cuff"),
        Severity.ABS,
        Text("Never on that limb. For the others, ask a clinician."),
        Text("You would not notice the signs to stop. The rule is ours."),
        (ours(SURVEY, "the line"),),
        EITHER,
        limb=True,
    ),
    Item(
        "a65",
        "hard-arteries",
        Text("Hard (calcified) arteries, or very loose skin or tissue"),
        Severity.REL,
        ASK,
        Text("A list for tourniquets says take care: the pressure cannot be measured well."),
        (GALLOWAY, ours(GALLOWAY, "to count loose tissue")),
        EITHER,
        includes=Text("A doctor found chalk in the arteries of a limb, or the skin folds there."),
    ),
    Item(
        "a66",
        "skin",
        Text("Sore skin where the cuff sits, or a latex allergy"),
        Severity.REL,
        Text("Ask a clinician, and ask the seller whether the cuff has latex in it."),
        Text("A cuff rubs and presses, and many people bruise under it. The rule is ours."),
        (
            ours(
                cite("nakajima2006", "survey results as reprinted", State.SECONDARY), "to count it"
            ),
        ),
        EITHER,
        includes=Text("Eczema, psoriasis or thin skin that tears."),
    ),
)
CARE = (
    Item(
        "a04",
        "pregnant",
        Text("Pregnant, or you could be"),
        Severity.ABS,
        Text("No cuff. Ask your midwife which exercise suits you."),
        Text(
            "Lists and points rule it out, and one maker is laxer. Pregnancy makes blood clot more "
            "easily."
        ),
        (KAATSU, ELEVATE, TALLAHASSEE, CLOT_RISKS, cite("bstrong_help", "who should not do this")),
        A_DOCTOR,
    ),
    Item(
        "a05",
        "birth",
        Text("A birth in the last three months"),
        Severity.ABS,
        Text("No cuff. Ask your doctor first."),
        Text(
            "The risk of a clot is then higher than in pregnancy. The three months are our choice."
        ),
        (CLOT_RISKS, ours(CLOT_RISKS, "the length")),
        A_DOCTOR,
        includes=Text("However the child was born."),
    ),
    Item(
        "a16",
        "operation",
        Text("An operation in the last 12 weeks"),
        Severity.REL,
        Text("Ask the surgeon, and get the answer in words: this limb, from this date."),
        Text(
            "The risk of a clot stays raised for at least 12 weeks. No rule on when to start is "
            "agreed, and one maker says one week."
        ),
        (
            cite("sweetland2009", "abstract"),
            SILENT_CLOT,
            VTE,
            cite("bstrong_help", "FAQs"),
        ),
        SURGEON,
        includes=Text("Any operation, on any part of the body."),
        limits=(NAMED_LIMB, NO_HEAVY_TEST),
    ),
    Item(
        "a67",
        "injury",
        Text("An injury of a limb in the last six weeks"),
        Severity.REL,
        Text("Ask a clinician. No cuff on that limb until they name it."),
        Text("A table of clot risks counts an injured leg for six weeks."),
        (VTE, ours(VTE, "to count an arm")),
        EITHER,
        includes=Text("A bad sprain, a torn muscle or ligament, a hard blow."),
        excludes=Text("Blue spots and a pulled muscle that is well again do not count."),
        limits=(NAMED_LIMB, NO_HEAVY_TEST),
    ),
    Item(
        "a17",
        "immobile",
        Text("Still in a cast, brace or bed, or a week of it in the last month"),
        Severity.REL,
        ASK,
        Text("Long stillness counts three points in one list and one in the other."),
        (CLOT_SCORE, KAATSU, ours(CLOT_SCORE, "the week and the month")),
        EITHER,
        includes=Text("Also a wheelchair, or a limb that may not be moved or stood on."),
        excludes=Text("A brace that lets you walk and bend does not count."),
    ),
    Item(
        "a68",
        "bed-rest",
        Text("A day to a week in bed in the last month"),
        Severity.REL,
        ASK,
        Text("A day of lying still counts one point in the clot score. The month is our choice."),
        (CLOT_SCORE, ours(CLOT_SCORE, "the month")),
        EITHER,
        includes=Text("A day or more, such as with the flu."),
        excludes=Text("Work at a desk does not count."),
    ),
    Item(
        "a69",
        "intensive-care",
        Text("Intensive care in the last month"),
        Severity.REL,
        ASK,
        Text("It counts one point in the clot score. The month is our choice."),
        (CLOT_SCORE, ours(CLOT_SCORE, "the month")),
        A_DOCTOR,
        includes=Text("Also a unit for heart patients."),
    ),
    Item(
        "a38",
        "covid",
        Text("COVID-19 in the last three months"),
        Severity.REL,
        ASK,
        Text("It makes clots more likely. The three months are our choice."),
        (CLOT_RISKS, ours(CLOT_RISKS, "the length")),
        EITHER,
        includes=Text("Also a mild case."),
    ),
)
PASSES = "Nobody: it passes, and then you answer again."
TODAY = (
    Item(
        "a41",
        "ill",
        Text("Ill, feverish, hung over, dry or overheated"),
        Severity.NOW,
        Text("Wait until you are well."),
        Text("Fever and acute illness score the full points against training."),
        (KAATSU, TALLAHASSEE, MUSCLE_CASE),
        nobody(PASSES, KAATSU, TALLAHASSEE),
        includes=Text(
            "A fever, an infection anywhere, a stomach illness, a hangover, little to drink, or "
            "great heat."
        ),
        more=Text("One man whose muscle broke down had a throat infection."),
    ),
    Item(
        "a70",
        "alcohol",
        Text("Alcohol or drugs today"),
        Severity.NOW,
        Text("Wait until tomorrow."),
        Text("You would notice the signs to stop too late. The rule is ours."),
        (ours(MUSCLE_CASE, "the line"),),
        nobody(PASSES, ours(MUSCLE_CASE, "the line")),
        excludes=Text("Your usual medicine has a list of its own."),
    ),
    Item(
        "a42",
        "journey",
        Text("A journey of over four hours, in the last week or today"),
        Severity.NOW,
        Text("Wait a week, and get up and walk on the way."),
        Text(
            "After a flight of four hours or more, clots were three times as frequent, most of all "
            "in the first two weeks. The week is our choice."
        ),
        (FLIGHTS, ours(FLIGHTS, "the week, and to count every journey,")),
        nobody(PASSES, ours(FLIGHTS, "the week")),
        includes=Text("By air, bus, train or car, in which you sat still."),
    ),
    Item(
        "a43",
        "sore",
        Text("Still sore from the last session with a cuff"),
        Severity.NOW,
        Text("Wait until it has gone. With great pain or dark urine: emergency department."),
        Text("Soreness is the most common complaint. The rule is ours."),
        (cite("scott2024", "abstract"), SURVEY, ours(SURVEY, "to wait")),
        nobody(PASSES, ours(SURVEY, "to wait")),
    ),
)
SMOKE = Item(
    "a35",
    "smoke",
    Text("You smoke"),
    Severity.PRE,
    Text(
        "With a high weight, raised cholesterol, or hormones on the list as well: ask a clinician."
    ),
    Text("Smoking stands on lists of habits that harm the vessels."),
    (ours(ELITE, "to count smoking"),),
    CARE_ALONE,
    limits=(ASK_AGAIN,),
)
HABITS = (
    SMOKE,
    Item(
        "a40",
        "untrained",
        Text("Months without training, or first strength training"),
        Severity.PRE,
        Text(
            "Two to four weeks of light training without a cuff. Then one exercise, at the low end "
            "of {range}, not to failure.",
            range=FIRST_SESSIONS_INTENSITY,
        ),
        Text("Muscle breaks down after hard exercise that it is not used to. The weeks are ours."),
        (
            MUSCLE_CASE,
            cite("thompson2018", "opening"),
            cite("fitcuffs_guide", "first session"),
            ours(MUSCLE_CASE, "the number of weeks"),
        ),
        CARE_ALONE,
        limits=(WEEKS_FIRST, *FIRST_LIMITS),
    ),
)

SMALL_CHILD = Item(
    "a71",
    "child",
    Text("Under {age}", age=CHILD),
    Severity.ABS,
    Text("No cuff. Children grow stronger by play and by exercise without one."),
    Text("We found no study in children, and a clinic draws the line here."),
    (ELEVATE, cite("kaatsu_blog", "how old, 2022")),
    nobody("Nobody: there is nothing to decide it by.", ELEVATE),
)
MINOR = Item(
    "a21",
    "minor",
    Text("{child} to 17", child=CHILD),
    Severity.ABS,
    Text("Not on your own; only with a clinician who knows you and watches."),
    Text(
        "Patients of 12 to 18 have trained so after a knee operation, in a clinic. Sellers draw the "
        "line at 12 or 14."
    ),
    (TEENS, ELEVATE, cite("kaatsu_blog", "how old, 2022"), ours(ELEVATE, "the age of 18")),
    Decides(EITHER.by, EITHER.says, (TEENS, *WHO_IS_OURS)),
    limits=(SUPERVISED, LOWEST_LOAD_ONLY),
)
OLD = Item(
    "a33",
    "older",
    Text("{age} or older", age=OLDER),
    Severity.REL,
    Text("Ask a clinician once. After a yes, take extra care."),
    Text("Age counts in both clot lists."),
    (
        CLOT_SCORE,
        KAATSU,
        cite("yasuda2016", "abstract"),
        ours(KAATSU, "the care after a yes"),
    ),
    EITHER,
    more=Text("Older people have trained with cuffs in guided trials."),
    limits=(LOWEST_PRESSURE, LOWEST_LOAD_ONLY),
)
PRESSURE_LINES = Text(
    "The lists stop at {list}, or at 180/100, or take points from 160/95. Ours is where British "
    "guidance puts stage 2.",
    list=line(HIGHEST),
)
HIGHEST_PRESSURE = Item(
    "a72",
    "highest-pressure",
    Text("Blood pressure of {line} or more, by either number", line=line(HIGHEST)),
    Severity.ABS,
    Text(
        "No cuff, and no hard training. See a doctor today. With chest pain, a bad headache or "
        "blurred sight, call your emergency number."
    ),
    Text("The list for heart and vessels stops here, whatever else is true."),
    (HEART_LIST, TALLAHASSEE, KAATSU),
    nobody("Nobody, until it has come down.", HEART_LIST, TALLAHASSEE),
)
HIGH_PRESSURE = Item(
    "a08",
    "high-pressure",
    Text("Blood pressure of {line} or more, by either number", line=line(HIGH)),
    Severity.ABS,
    Text("No cuff. See a doctor."),
    Text("Pressure rises further during the set."),
    (
        cite("domingos2018", "abstract"),
        cite("pedon2022", "abstract"),
        HEART_LIST,
        TALLAHASSEE,
        KAATSU,
        ours(cite("nice_ng136", "stages as reprinted"), "the line"),
    ),
    A_DOCTOR,
    more=PRESSURE_LINES,
    limits=RAISED_LIMITS,
)
RAISED_PRESSURE = Item(
    "a24",
    "raised-pressure",
    Text("Blood pressure of {line} or more, by either number", line=line(RAISED)),
    Severity.REL,
    TABLETS.do,
    Text(
        "With high blood pressure it rose more than in light training without a cuff. The "
        "conditions are ours."
    ),
    TABLETS.cites,
    EITHER,
    limits=RAISED_LIMITS,
)
LOW_PRESSURE = Item(
    "a73",
    "low-pressure",
    Text("An upper blood pressure below {upper}", upper=LOW[0]),
    Severity.REL,
    Text("Ask a clinician. Measure it again first, after five minutes of rest."),
    Text(
        "When the cuff opens, the pressure can fall further, and people have fainted. The line is "
        "ours."
    ),
    (SURVEY, HEART_LIST, ours(HEART_LIST, "the line")),
    EITHER,
    limits=(OPEN_RESTS, MEASURE),
)
LOW_LOWER = Item(
    "a74",
    "low-lower-pressure",
    Text("A lower blood pressure below {lower}", lower=LOW[1]),
    Severity.PRE,
    Text("Sit down after each exercise, open the cuff slowly, and get up slowly."),
    Text("Many fit people have such a number. The line and the care are ours."),
    (ours(HEART_LIST, "the line"),),
    CARE_ALONE,
)
PRESSURE_UNKNOWN = Item(
    "a75",
    "pressure-unknown",
    Text("Blood pressure not known"),
    Severity.MISSING,
    Text(
        "Have it measured: at a pharmacy, a practice, or with a monitor at home. It takes five "
        "minutes. Then type both numbers in here."
    ),
    Text("It rises further in the set, and nobody can feel it."),
    TABLETS.cites,
    nobody("Nobody: it is measured, not guessed.", ours(HEART_LIST, "to ask for the numbers")),
    limits=RAISED_LIMITS,
)
FAST = Item(
    "a76",
    "fast-heart",
    Text("A resting heart rate of {beats} or more", beats=FAST_HEART),
    Severity.REL,
    Text("Measure again after five minutes of rest. If it stays so, ask a doctor."),
    Text("A heart that is fast at rest has a cause that should be known first. The line is ours."),
    (ours(HEART_LIST, "the line for the heart rate"),),
    A_DOCTOR,
)
HEAVY = Item(
    "a34",
    "heavy",
    Text("Body-mass index of {line} or more", line=OBESE),
    Severity.PRE,
    Text("Less pressure and shorter first sessions. With any “ask first” item: ask."),
    Text("It counts in the clot lists, and one man whose muscle broke down was obese."),
    (KAATSU, VTE, MUSCLE_CASE),
    CARE_ALONE,
    includes=Text("Your weight in kg, divided twice by your height in metres."),
    limits=(START_PRESSURE, ONE_EXERCISE),
)
HEAVY_UNKNOWN = replace(
    HEAVY,
    id="a77",
    value="heavy-unknown",
    tick=Text("Body-mass index not known: it counts as {line} or more", line=OBESE),
    do=Text("Enter height and weight. Else: less pressure and shorter first sessions."),
    includes=None,
)
ABOUT_YOU = (
    SMALL_CHILD,
    MINOR,
    OLD,
    HIGHEST_PRESSURE,
    HIGH_PRESSURE,
    RAISED_PRESSURE,
    LOW_PRESSURE,
    LOW_LOWER,
    PRESSURE_UNKNOWN,
    FAST,
    HEAVY,
    HEAVY_UNKNOWN,
)
"""The reasons that come from a number, and have no box."""

ITEMS: tuple[Item, ...] = (
    *CLOTS,
    *HEART,
    *HEAD,
    *ILLNESS,
    *MEDICINES,
    *ARMS_LEGS,
    *CARE,
    *TODAY,
    *HABITS,
    *ABOUT_YOU,
)
"""Every reason."""

NEVER: tuple[Item, ...] = tuple(each for each in ITEMS if not each.decides.by)
"""What no agreement opens, each with its sources in `decides`."""

JOINS_SMOKING = frozenset({HEAVY.value, RAISED_CHOLESTEROL.value, PROGESTOGEN.value, "hrt-patch"})
"""Reasons for care that together with smoking are a reason to ask."""


def _list(name: str, label: str, hint: str, why: str, items: tuple[Item, ...]) -> TicksInput:
    """Make the short list of some items."""
    return TicksInput(
        name,
        Text(label),
        tuple(Choice(each.value, each.tick) for each in items),
        more={
            each.value: tuple(text for text in (each.includes, each.excludes, each.why) if text)
            for each in items
        },
        hint=Text(hint),
        why=Text(why),
    )


EVER = "Now, or at any time in your life."
LISTS_TO_TICK: tuple[tuple[TicksInput, tuple[Item, ...]], ...] = tuple(
    (_list(name, label, hint, why, items), items)
    for name, label, hint, why, items in (
        ("clots", "Clots", EVER, "A cuff slows blood, and slow blood clots more easily.", CLOTS),
        (
            "heart",
            "Heart and vessels",
            EVER,
            "Heart and vessels work harder under a cuff.",
            HEART,
        ),
        (
            "head_eyes_muscle",
            "Head, eyes and muscle",
            EVER,
            "Pressure rises in the set, and rare cases hurt eyes and muscle.",
            HEAD,
        ),
        (
            "illness",
            "Blood, cancer and long illness",
            "What a doctor has told you.",
            "Some illnesses make clots more likely, or hurt vessels.",
            ILLNESS,
        ),
        (
            "medicines",
            "Medicines and hormones",
            "What you take now.",
            "Some make clots, bleeding or muscle damage more likely.",
            MEDICINES,
        ),
        (
            "arms_legs",
            "Your arms and legs",
            "Any limb, also one that you do not train.",
            "Some of these close one limb, and the others need a yes.",
            ARMS_LEGS,
        ),
        (
            "care",
            "Pregnancy, operations, time in bed",
            "Now or in the last months.",
            "The risk of a clot stays raised for weeks.",
            CARE,
        ),
        ("today", "Today", "How you are today.", "Some days are days to wait.", TODAY),
        ("habits", "Training and habits", "Your usual life.", "They call for care.", HABITS),
    )
)
"""The short lists of the form, with their items."""
LIST_NAMES = tuple(asked.name for asked, _ in LISTS_TO_TICK)
BY_VALUE: Mapping[str, Item] = {each.value: each for each in ITEMS}
OF_A_LIMB = tuple(each.value for each in ARMS_LEGS if each.limb)


@dataclass(frozen=True)
class Reason:
    """One reason that was found, as the outcome names it."""

    says: Text
    do: Text
    severity: Severity
    cites: tuple[Citation, ...]
    decides: tuple[Decides, ...]
    limits: tuple[Limit, ...] = ()


def unique(rows: Iterable[tuple[Citation, ...]]) -> tuple[Citation, ...]:
    """Join citations, each once."""
    return tuple(dict.fromkeys(cite for row in rows for cite in row))
