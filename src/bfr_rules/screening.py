"""Screening: reasons not to train with a cuff, or to ask first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from bfr_rules.gate import LIMBS, LISTS, NO_SETTINGS
from bfr_rules.inputs import (
    DONT_KNOW,
    NONE_OF_THESE,
    Choice,
    ChoiceInput,
    ChoicesInput,
    MassInput,
    NumberInput,
    TicksInput,
)
from bfr_rules.limits import (
    ASK_AGAIN,
    FIRST_SESSIONS,
    LIMITS,
    LOWEST_LOAD_ONLY,
    LOWEST_PRESSURE,
    MEASURE,
    NAMED_LIMB,
    NO_FAILURE,
    ONE_EXERCISE,
    OPEN_RESTS,
    START_PRESSURE,
    TOLD,
    WEEKS_FIRST,
)
from bfr_rules.model import (
    Advice,
    AnswersError,
    Calculator,
    Caution,
    Citation,
    Example,
    Group,
    Letter,
    Level,
    Limit,
    Lookup,
    Outcome,
    Problem,
    Raw,
    Standing,
    State,
    Step,
    Stop,
    When,
    Who,
)
from bfr_rules.quantity import Mass, Pressure, Range, Unit, decimal
from bfr_rules.references import (
    BFR_INTENSITY,
    CUFF_PRESSURE,
    FIRST_SESSIONS_INTENSITY,
    RESTRICTION_PER_EXERCISE,
    cite,
)
from bfr_rules.text import Count, Series, Text

# --- The list ----------------------------------------------------------------------------------


class Severity(Enum):
    """What one reason means on its own."""

    ABS = Level.DOCTOR
    NOW = Level.NOT_TODAY
    REL = Level.CLINICIAN
    PRE = Level.LIMITS


@dataclass(frozen=True)
class Item:
    """One reason of the list: `id` is that of the guide's page, `value` that of its box to tick.

    `limb` says that it concerns one limb: named, that limb is closed and the others need a
    clinician; not named, it counts for all of them. `limits` hold once a clinician has agreed, or
    from the start where the reason only asks for care.
    """

    id: str
    value: str
    tick: Text
    severity: Severity
    do: Text
    why: Text
    cites: tuple[Citation, ...]
    includes: Text | None = None
    excludes: Text | None = None
    limb: bool = False
    limits: tuple[Limit, ...] = ()


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


def _ours(source: Citation, what: str) -> Citation:
    """Cite a place beside which we drew a line of our own."""
    return Citation(source.key, f"{source.place}; {what} is our rule", State.OURS)


NO_CUFF = Text("No cuff. Ask your doctor.")
ASK = Text("Ask a clinician.")
HIGH = (Pressure.mmhg(160), Pressure.mmhg(100))
"""Either number from here on is a reason to see a doctor; the line is ours, among several."""
RAISED = (Pressure.mmhg(140), Pressure.mmhg(90))
"""Either number from here on is called high."""
ADULT, OLDER = 18, 60
OBESE = 30


def _upper_lower(line: tuple[Pressure, Pressure]) -> Text:
    upper, lower = (decimal(each.value) for each in line)
    return Text("{upper}/{lower}", upper=upper, lower=lower)


RAISED_LIMITS = (LOWEST_PRESSURE, NO_FAILURE, OPEN_RESTS, MEASURE)
RAISED_CITES = (
    cite("domingos2018", "abstract"),
    CLOT_RISKS,
    cite("nice_ng136", "stages as reprinted", State.SECONDARY),
)

CLOTS = (
    Item(
        "a01",
        "clot",
        Text("A blood clot in a vein or lung, now or ever"),
        Severity.ABS,
        Text("No cuff. Ask your doctor before any new training with pressure on a limb."),
        Text("It is the heaviest item in the published clot score."),
        (CLOT_SCORE, KAATSU, GALLOWAY, TALLAHASSEE),
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
        includes=Text(
            "Factor V Leiden, antiphospholipid syndrome, a lack of protein C or S, and others."
        ),
    ),
    Item(
        "a03",
        "swollen-limb",
        Text("A limb that is swollen, warm or discoloured, or calf pain without a reason"),
        Severity.ABS,
        Text("No cuff. See a doctor today."),
        Text("These can be signs of a clot. A cuff might set a silent clot free."),
        (
            cite("vdf_dvt", "page"),
            cite("elite_ebook", "signs of a clot"),
            cite("bond2019", "abstract"),
        ),
        includes=Text("One leg or arm that is red or bluish now."),
    ),
    Item(
        "a36",
        "family-clot",
        Text("A parent, brother or sister with a clot"),
        Severity.REL,
        ASK,
        Text("One table counts it among the high risks for a clot."),
        (VTE, ELITE),
        includes=Text("A clot in a vein or in the lung, at any age."),
    ),
)
HEART = (
    Item(
        "a06",
        "heart-disease",
        Text("Heart disease, or a heart operation"),
        Severity.ABS,
        Text("No cuff. Ask your heart specialist."),
        Text("Heart disease fills most of the published list of reasons not to."),
        (HEART_LIST, ELITE, TALLAHASSEE, cite("cristinaoliveira2020", "abstract")),
        includes=Text(
            "A heart attack, unstable chest pain, heart failure, a serious rhythm disorder, a "
            "bypass or stent. Also a disease of the valves or heart muscle, or a heart defect "
            "from birth."
        ),
        excludes=Text("Atrial fibrillation has boxes of its own."),
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
        excludes=Text("To be out of breath after hard work, as anyone is, does not count."),
    ),
    Item(
        "a09",
        "stroke",
        Text("A stroke, mini-stroke or aneurysm"),
        Severity.ABS,
        NO_CUFF,
        Text(
            "A stroke stands among the high clot risks. An aneurysm is on the list for heart and "
            "vessels."
        ),
        (VTE, HEART_LIST),
        includes=Text("Ever in your life, treated or not."),
    ),
    Item(
        "a10",
        "narrowed-arteries",
        Text("Blocked or narrowed arteries in a limb"),
        Severity.ABS,
        NO_CUFF,
        Text("The list for heart and vessels and the surgeons' list for tourniquets name it."),
        (HEART_LIST, GALLOWAY, ELITE),
        includes=Text("Surgery or a graft on the arteries of a leg or arm."),
    ),
    Item(
        "a23",
        "atrial-fibrillation-treated",
        Text("Atrial fibrillation, treated"),
        Severity.REL,
        ASK,
        Text("It costs three of five points in the KAATSU list."),
        (KAATSU,),
    ),
    Item(
        "a23",
        "atrial-fibrillation-untreated",
        Text("Atrial fibrillation, not treated"),
        Severity.ABS,
        Text("No cuff. See a doctor."),
        Text("It costs three of five points. The line for the untreated is ours."),
        (KAATSU, _ours(KAATSU, "the line for the untreated")),
    ),
    Item(
        "a37",
        "cholesterol",
        Text("Very high cholesterol"),
        Severity.REL,
        ASK,
        Text("It is on the list for heart and vessels."),
        (HEART_LIST, KAATSU),
        includes=Text(
            "In a blood test: total above 310 or LDL above 190 mg/dL, about 8.0 and 4.9 mmol/L."
        ),
    ),
    Item(
        "a39",
        "faint",
        Text("Faint on standing, or fainted in the last year"),
        Severity.REL,
        ASK,
        Text("A fall in blood pressure on standing is listed, and people have fainted."),
        (HEART_LIST, SURVEY),
    ),
    Item(
        "a32",
        "cold-fingers",
        Text("Very cold or white fingers or toes"),
        Severity.REL,
        ASK,
        Text("Poor circulation is on the lists. To count this as one is our choice."),
        (GALLOWAY, _ours(GALLOWAY, "to count this")),
        includes=Text("Raynaud's."),
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
    ),
    Item(
        "a20",
        "eyes",
        Text("A blocked eye vessel, a recent eye operation, diabetic eyes"),
        Severity.ABS,
        Text("No cuff. Ask your eye doctor first."),
        Text("One man had two such blocks, each the day after a session. The rule is ours."),
        (cite("ozawa2015", "abstract"), _ours(cite("ozawa2015", "abstract"), "the line")),
        includes=Text("Any eye disease that comes from diabetes."),
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
            _ours(cite("thompson2018", "opening"), "the line"),
        ),
        includes=Text("Rhabdomyolysis, or dark urine with great pain of the muscles, ever."),
        excludes=Text("Plain soreness, with urine of the usual colour, does not count."),
    ),
    Item(
        "clot-score",
        "weak-leg",
        Text("A leg that is weak or paralysed now"),
        Severity.REL,
        ASK,
        Text("It counts two points in the clot score."),
        (CLOT_SCORE,),
        includes=Text("From an illness or an injury of nerves, spine or brain."),
    ),
)
ILLNESS = (
    Item(
        "a12",
        "sickle-cell-disease",
        Text("Sickle cell disease"),
        Severity.ABS,
        NO_CUFF,
        Text("Two lists rule it out."),
        (ELITE, ELEVATE, GALLOWAY),
    ),
    Item(
        "a12",
        "sickle-cell-trait",
        Text("Sickle cell trait"),
        Severity.REL,
        ASK,
        Text("The lists speak of the disease. The line for the trait is ours."),
        (GALLOWAY, _ours(ELITE, "the line for the trait")),
    ),
    Item(
        "a13",
        "cancer",
        Text("Cancer, now or in the last five years"),
        Severity.REL,
        Text("Ask your cancer team."),
        Text("Cancer makes clots more likely."),
        (CLOT_SCORE, KAATSU, GALLOWAY, ELEVATE),
        includes=Text("Also when the treatment has ended."),
    ),
    Item(
        "a25",
        "diabetes",
        Text("Diabetes"),
        Severity.REL,
        Text("Ask a clinician. Ask about your eyes and feet too."),
        Text("It raises clotting, and one man with it lost the sight of an eye."),
        (CLOT_RISKS, GALLOWAY, ELEVATE, cite("ozawa2015", "abstract")),
    ),
    Item(
        "a26",
        "kidney",
        Text("Kidney disease"),
        Severity.REL,
        ASK,
        Text("It raises clotting."),
        (CLOT_RISKS, FITCUFFS),
    ),
    Item(
        "a27",
        "inflammatory",
        Text("An inflammatory disease"),
        Severity.REL,
        ASK,
        Text("It raises the risk of a clot."),
        (CLOT_RISKS, VTE),
        includes=Text("Rheumatoid arthritis, lupus and others like them."),
    ),
)
TABLETS = Item(
    "a24",
    "pressure-tablets",
    Text("Tablets for blood pressure"),
    Severity.REL,
    Text(
        "Ask a clinician. If they agree: the lowest pressure, no failure, the cuff open in the "
        "rests, and measure before and after."
    ),
    Text("Blood pressure that needs tablets counts as raised, whatever it is now."),
    (*RAISED_CITES, _ours(cite("domingos2018", "abstract"), "how to train then")),
    limits=RAISED_LIMITS,
)
MEDICINES = (
    Item(
        "a28",
        "hormones",
        Text("Hormones, such as the pill or testosterone"),
        Severity.REL,
        Text("Ask the doctor or pharmacist who gave them to you. Do not stop them on your own."),
        Text("Some of them make clots more likely."),
        (CLOT_RISKS, KAATSU, VTE),
        includes=Text("Ring, patch, oestrogen, and other steroids."),
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
            _ours(FITCUFFS, "to count blood thinners"),
        ),
    ),
    TABLETS,
    Item(
        "a30",
        "other-medicine",
        Text("Any other medicine"),
        Severity.PRE,
        Text("Ask your pharmacist or doctor."),
        Text("Medicines played a part in one case of muscle breakdown. The rule is ours."),
        (_ours(MUSCLE_CASE, "the line"),),
        includes=Text("What you take regularly, and a plain painkiller now."),
        limits=(TOLD,),
    ),
    Item(
        "a30",
        "strong-medicine",
        Text("A statin, an antibiotic or a strong painkiller"),
        Severity.REL,
        Text("Get a yes from your doctor or pharmacist first."),
        Text("Medicines played a part in one case of muscle breakdown. The rule is ours."),
        (_ours(MUSCLE_CASE, "the line"),),
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
        includes=Text("Nodes of the armpit count for the arm, of the groin for the leg."),
        limb=True,
    ),
    Item(
        "a15",
        "wound",
        Text("A wound, stitches, skin graft, infection or break"),
        Severity.ABS,
        Text("Wait until it has healed, and ask the person who treats it."),
        Text("All lists agree, and so does a maker."),
        (GALLOWAY, ELITE, TALLAHASSEE, cite("bstrong_help", "who should not do this")),
        includes=Text("Any of these on the limb, not only under the cuff."),
        limb=True,
    ),
    Item(
        "a13",
        "tumour-in-limb",
        Text("A tumour in a limb"),
        Severity.ABS,
        Text("Never on that limb. For the others, ask your cancer team."),
        Text("The lists name cancer. The line for the limb is the stricter one."),
        (CLOT_SCORE, KAATSU, GALLOWAY, ELEVATE),
        limb=True,
    ),
    Item(
        "a22",
        "varicose-veins",
        Text("Varicose veins or vein weakness"),
        Severity.REL,
        Text("Ask a clinician. Do not put a cuff on that limb."),
        Text("They raise the risk of a clot. Sources go from “do not” to “take care”."),
        (VTE, KAATSU, ELEVATE, GALLOWAY),
        limb=True,
    ),
    Item(
        "a31",
        "numb-limb",
        Text("Numbness or nerve damage"),
        Severity.REL,
        ASK,
        Text("Numbness is a stop sign, and you could not notice it. The rule is ours."),
        (SURVEY, _ours(SURVEY, "the line")),
        includes=Text("Loss of feeling in a limb, while you still feel a cuff there."),
    ),
    Item(
        "a31",
        "no-feeling",
        Text("A limb in which you could not feel a cuff"),
        Severity.ABS,
        Text("Never on that limb. For the others, ask a clinician."),
        Text("You would not notice the signs to stop. The rule is ours."),
        (_ours(SURVEY, "the line"),),
        limb=True,
    ),
)
CARE = (
    Item(
        "a04",
        "pregnant",
        Text("Pregnant, or you could be"),
        Severity.ABS,
        Text("No cuff. Ask your midwife which exercise suits you."),
        Text("Lists and points rule it out. Pregnancy makes blood clot more easily."),
        (KAATSU, ELEVATE, TALLAHASSEE, CLOT_RISKS, cite("bstrong_help", "who should not do this")),
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
        (CLOT_RISKS, _ours(CLOT_RISKS, "the length")),
        includes=Text("However the child was born."),
    ),
    Item(
        "a16",
        "operation",
        Text("An operation in the last 12 weeks"),
        Severity.REL,
        Text("Ask the surgeon, and get the answer in words: this limb, from this date."),
        Text("The risk of a clot stays raised for at least 12 weeks."),
        (
            cite("sweetland2009", "abstract"),
            cite("bond2019", "abstract"),
            VTE,
            cite("bstrong_help", "FAQs"),
        ),
        includes=Text("Any operation, on any part of the body."),
        limits=(NAMED_LIMB,),
    ),
    Item(
        "a17",
        "bed-rest",
        Text("A cast, bed or wheelchair in the last month"),
        Severity.REL,
        ASK,
        Text("To lie or sit still for a day counts in the clot score. The month is our choice."),
        (CLOT_SCORE, KAATSU, _ours(CLOT_SCORE, "the month")),
        includes=Text("A limb in a cast, or a day or more in bed or in a wheelchair."),
        excludes=Text("Work at a desk does not count."),
    ),
    Item(
        "clot-score",
        "intensive-care",
        Text("Intensive care in the last month"),
        Severity.REL,
        ASK,
        Text("It counts one point in the clot score. The month is our choice."),
        (CLOT_SCORE, _ours(CLOT_SCORE, "the month")),
        includes=Text("Also a unit for heart patients."),
    ),
    Item(
        "a38",
        "covid",
        Text("COVID-19 in the last three months"),
        Severity.REL,
        ASK,
        Text("It makes clots more likely. The three months are our choice."),
        (CLOT_RISKS, _ours(CLOT_RISKS, "the length")),
        includes=Text("Also a mild case."),
    ),
)
TODAY = (
    Item(
        "a41",
        "ill",
        Text("Ill, feverish, hung over, dry or overheated"),
        Severity.NOW,
        Text("Wait until you are well."),
        Text("Fever and acute illness score the full points against training."),
        (KAATSU, TALLAHASSEE, MUSCLE_CASE),
        includes=Text(
            "A fever, an infection, a stomach illness, a hangover, little to drink, or great heat."
        ),
    ),
    Item(
        "a42",
        "journey",
        Text("A journey of over four hours"),
        Severity.NOW,
        Text("Wait a day."),
        Text("To lie still for a day counts in the clot score. The hours are our choice."),
        (_ours(CLOT_SCORE, "to count a long journey"),),
        includes=Text("By air or by car: in the last 24 hours, or planned today."),
    ),
    Item(
        "a43",
        "sore",
        Text("Still sore from the last session with a cuff"),
        Severity.NOW,
        Text("Wait until it has gone. With great pain or dark urine: emergency department."),
        Text("Soreness is the most common complaint. The rule is ours."),
        (cite("scott2024", "abstract"), SURVEY, _ours(SURVEY, "to wait")),
    ),
)
SMOKE = Item(
    "a35",
    "smoke",
    Text("You smoke"),
    Severity.PRE,
    Text("With any other item on the list, ask a clinician."),
    Text("Smoking stands on lists of habits that harm the vessels."),
    (_ours(ELITE, "to count smoking"),),
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
            _ours(MUSCLE_CASE, "the number of weeks"),
        ),
        limits=(WEEKS_FIRST, FIRST_SESSIONS, ONE_EXERCISE, LOWEST_LOAD_ONLY, NO_FAILURE),
    ),
)

MINOR = Item(
    "a21",
    "minor",
    Text("Under {age}", age=ADULT),
    Severity.ABS,
    Text("Not on your own; only with a clinician who knows you."),
    Text("No research that we found sets an age. Sellers draw the line at 12 or 14."),
    (ELEVATE, cite("kaatsu_blog", "how old, 2022"), _ours(ELEVATE, "the age")),
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
        _ours(KAATSU, "the care after a yes"),
    ),
    limits=(LOWEST_PRESSURE, LOWEST_LOAD_ONLY),
)
HIGH_PRESSURE = Item(
    "a08",
    "high-pressure",
    Text("Blood pressure of {line} or more, by either number", line=_upper_lower(HIGH)),
    Severity.ABS,
    Text("No cuff. See a doctor."),
    Text("Pressure rises further during the set."),
    (
        cite("domingos2018", "abstract"),
        cite("pedon2022", "abstract"),
        HEART_LIST,
        TALLAHASSEE,
        KAATSU,
        _ours(cite("nice_ng136", "stages as reprinted"), "the line"),
    ),
)
RAISED_PRESSURE = Item(
    "a24",
    "raised-pressure",
    Text("Blood pressure of {line} or more, by either number", line=_upper_lower(RAISED)),
    Severity.REL,
    TABLETS.do,
    Text("With high blood pressure it rose more than in light training without a cuff."),
    TABLETS.cites,
    limits=RAISED_LIMITS,
)
PRESSURE_UNKNOWN = Item(
    "a24",
    "pressure-unknown",
    Text("Blood pressure not known"),
    Severity.REL,
    Text("Have it measured, then answer again."),
    Text("What is not known counts as yes."),
    TABLETS.cites,
    limits=RAISED_LIMITS,
)
HEAVY = Item(
    "a34",
    "heavy",
    Text("Body-mass index of {line} or more", line=OBESE),
    Severity.PRE,
    Text("Less pressure and shorter first sessions. With any “ask first” item: ask."),
    Text("It counts in the clot lists, and one man whose muscle broke down was obese."),
    (KAATSU, VTE, MUSCLE_CASE),
    limits=(START_PRESSURE, ONE_EXERCISE),
)
HEAVY_UNKNOWN = replace(
    HEAVY,
    value="heavy-unknown",
    tick=Text("Body-mass index not known: it counts as {line} or more", line=OBESE),
    do=Text("Enter height and weight. Else: less pressure and shorter first sessions."),
)

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
    MINOR,
    OLD,
    HIGH_PRESSURE,
    RAISED_PRESSURE,
    PRESSURE_UNKNOWN,
    HEAVY,
    HEAVY_UNKNOWN,
)
"""Every reason; those without a box of their own come from a number."""


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
            "Some illnesses make clots more likely.",
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


# --- Points ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Point:
    """What scores points, and how many."""

    says: Text
    points: int

    def __str__(self) -> str:
        """Write its points, and what scores them."""
        return f"{self.points} ({self.says})"


CLOT_POINTS: Mapping[str, Point] = {
    "clot": Point(Text("clot"), 3),
    "clotting-disorder": Point(Text("clotting disorder"), 2),
    "weak-leg": Point(Text("weak leg"), 2),
    "cancer": Point(Text("cancer"), 2),
    "tumour-in-limb": Point(Text("cancer"), 2),
    "intensive-care": Point(Text("intensive care"), 1),
    "bed-rest": Point(Text("lying or sitting still"), 1),
}
KAATSU_POINTS: Mapping[str, Point] = {
    "clot": Point(Text("clot"), 5),
    "heart-disease": Point(Text("heart"), 5),
    "pregnant": Point(Text("pregnancy"), 4),
    "varicose-veins": Point(Text("varicose veins"), 3),
    "bed-rest": Point(Text("long inactivity"), 3),
    "atrial-fibrillation-treated": Point(Text("atrial fibrillation"), 3),
    "atrial-fibrillation-untreated": Point(Text("atrial fibrillation"), 3),
    "cancer": Point(Text("cancer"), 2),
    "tumour-in-limb": Point(Text("cancer"), 2),
    "cholesterol": Point(Text("cholesterol"), 2),
    "hormones": Point(Text("hormones"), 2),
}
"""The points of the KAATSU list for what is ticked.

Two of its items are left out, as our own list has a rule for each: an operation that lies not long
back needs the surgeon's yes, and an illness of today means not today.
"""
KAATSU_MOST = 4
"""More points than this mean no."""
KAATSU_HIGH = (Pressure.mmhg(160), Pressure.mmhg(95))
KAATSU_HIGHEST = (Pressure.mmhg(180), Pressure.mmhg(100))


def clot_points(ticked: Collection[str], age: int | None) -> tuple[Point, ...]:
    """Find what counts in the published clot score.

    Args:
        ticked: Values of items.
        age: In years, if known.

    Source: nascimento2022, Table 3. The points are no probability.

    >>> [str(each) for each in clot_points({"bed-rest"}, 64)]
    ['1 (lying or sitting still)', '1 (60 or older)']
    """
    found = {CLOT_POINTS[each] for each in CLOT_POINTS if each in ticked}
    scored = [each for each in dict.fromkeys(CLOT_POINTS.values()) if each in found]
    if age is not None and age >= OLDER:
        scored.append(Point(OLD.tick, 1))
    return tuple(scored)


def kaatsu_points(
    ticked: Collection[str],
    age: int | None,
    bmi: Fraction | None,
    systolic: Pressure | None = None,
    diastolic: Pressure | None = None,
    *,
    woman: bool = True,
) -> tuple[Point, ...]:
    """Find what counts in the KAATSU list of points.

    Args:
        ticked: Values of items.
        age: In years, if known; 59, which the list leaves out, counts as 60.
        bmi: Body-mass index, if known.
        systolic: Upper number of the blood pressure at rest, if known.
        diastolic: Lower number, if known.
        woman: Whether the point for women counts; where it is not said, it does.

    Source: elite_ebook, KAATSU points; nakajima2011, as reprinted. They are no probability.

    >>> [str(each) for each in kaatsu_points((), 62, Fraction(31))]
    ['2 (60 or older)', '2 (body-mass index)', '1 (woman, or not said)']
    """
    found = {KAATSU_POINTS[each] for each in KAATSU_POINTS if each in ticked}
    scored = [each for each in dict.fromkeys(KAATSU_POINTS.values()) if each in found]
    upper, lower = systolic or Pressure.mmhg(0), diastolic or Pressure.mmhg(0)
    if upper > KAATSU_HIGHEST[0] or lower > KAATSU_HIGHEST[1]:
        scored.append(Point(Text("blood pressure"), 5))
    elif upper >= KAATSU_HIGH[0] or lower >= KAATSU_HIGH[1]:
        scored.append(Point(Text("blood pressure"), 3))
    if age is not None and age >= OLDER - 1:
        scored.append(Point(OLD.tick, 2))
    elif age is not None and age >= 40:
        scored.append(Point(Text("40 or older"), 1))
    if bmi is not None and bmi >= 25:
        scored.append(Point(Text("body-mass index"), 2 if bmi >= OBESE else 1))
    if woman:
        scored.append(Point(Text("woman, or not said"), 1))
    return tuple(scored)


def _sum(points: tuple[Point, ...]) -> Count:
    return Count(sum(each.points for each in points), "point")


# --- The screening -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Reason:
    """One reason that was found, as the outcome names it."""

    says: Text
    do: Text
    severity: Severity
    cites: tuple[Citation, ...]
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True)
class Answers:
    """What the answers hold: what is left, every item that counts as yes, and the points."""

    left: tuple[Text, ...]
    items: tuple[Item, ...]
    unknown: tuple[tuple[TicksInput, tuple[Item, ...]], ...]
    limbs: tuple[str, ...]
    clot: tuple[Point, ...]
    kaatsu: tuple[Point, ...]
    bmi: Fraction | None

    def severity(self, item: Item) -> Severity:
        """Tell what an item means beside the others."""
        named = item.limb and 0 < len(self.limbs) < len(LIMBS)
        joined = item is SMOKE and len(self.items) > 1
        if (named and item.severity is Severity.ABS) or joined:
            return Severity.REL
        return item.severity

    @property
    def too_many_points(self) -> bool:
        """Tell whether the KAATSU points say no."""
        return _sum(self.kaatsu).number > KAATSU_MOST

    @property
    def level(self) -> Level:
        """Find where all of it leaves the reader.

        What is missing counts as yes: it never gives way to a milder answer than “not finished”.
        """
        levels = [Level.NONE, *(self.severity(each).value for each in self.items)]
        levels += [Level.DOCTOR] if self.too_many_points else []
        levels += [Level.UNFINISHED] if self.left else []
        return max(levels, key=lambda each: each.rank)

    @property
    def closed(self) -> tuple[str, ...]:
        """List the limbs that must have no cuff; where none was named, that is all of them."""
        if not any(each.limb for each in self.items):
            return ()
        return self.limbs or tuple(LIMBS)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Name every reason, the strictest first; a list that is not known is one reason."""
        of_unknown = {each.value for _, items in self.unknown for each in items}
        found = [
            Reason(each.tick, each.do, self.severity(each), each.cites, each.limits)
            for each in self.items
            if each.value not in of_unknown
        ]
        found += [
            Reason(
                Text(
                    "“I don't know” in the list “{list}”: all of it counts as yes", list=asked.label
                ),
                Text("Find out, or ask a clinician. Then answer again."),
                max((self.severity(each) for each in items), key=lambda each: each.value.rank),
                _unique(each.cites for each in items),
                tuple(limit for each in items for limit in each.limits),
            )
            for asked, items in self.unknown
        ]
        if self.too_many_points:
            found.append(
                Reason(
                    Text("{sum} on the KAATSU list", sum=_sum(self.kaatsu)),
                    Text("More than {most} mean no cuff. Ask a doctor.", most=KAATSU_MOST),
                    Severity.ABS,
                    (KAATSU, KAATSU_2011),
                )
            )
        return tuple(sorted(found, key=lambda each: -each.severity.value.rank))

    @property
    def limits(self) -> tuple[Limit, ...]:
        """List the limits that hold, once a professional has agreed if one is needed."""
        found = {limit.code for each in self.items for limit in each.limits}
        return tuple(each for each in LIMITS.values() if each.code in found)

    @property
    def no_cuff(self) -> tuple[Text, ...]:
        """Name the limbs that must have no cuff."""
        if not self.closed:
            return ()
        if not self.limbs:
            return (Text("No limb is named, so no cuff on any. Name the limb, if it is one."),)
        names = Series(tuple(LIMBS[each] for each in self.closed))
        return (Text("No cuff on: {limbs}.", limbs=names),)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Show the working: the reasons, the two scores, and the body-mass index."""
        bmi = self.bmi
        return (
            Step(
                Text("Reasons found on the list"), Count(len(self.reasons), "reason"), None, LISTS
            ),
            Step(
                Text("Clot points: one is enough to ask a clinician first, by our rule"),
                _sum(self.clot),
                _row(self.clot),
                (CLOT_SCORE,),
            ),
            Step(
                Text(
                    "KAATSU points: more than {most} mean no. One point is for women, and counts "
                    "where it is not said. Age 59 counts as {older}.",
                    most=KAATSU_MOST,
                    older=OLDER,
                ),
                _sum(self.kaatsu),
                _row(self.kaatsu),
                (KAATSU, KAATSU_2011),
            ),
            *(
                ()
                if bmi is None
                else (
                    Step(
                        Text("Body-mass index"),
                        decimal(bmi, 1),
                        Text("weight in kg ÷ height in m ÷ height in m"),
                    ),
                )
            ),
        )


def _row(points: tuple[Point, ...]) -> Text | None:
    template = " + ".join(f"{{point_{at}}}" for at in range(len(points)))
    params = {f"point_{at}": each for at, each in enumerate(points)}
    return Text(template, **params) if points else None


def _unique(rows: Iterable[tuple[Citation, ...]]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cite for row in rows for cite in row))


def screening(
    *,
    bp: str,
    sex: str = "unsaid",
    age: int | None = None,
    systolic: Pressure | None = None,
    diastolic: Pressure | None = None,
    height_cm: int | Fraction | None = None,
    body_mass: Mass | None = None,
    limbs: tuple[str, ...] = (),
    **ticks: tuple[str, ...],
) -> Outcome:
    """Find a listed reason not to train with a cuff, or to ask first.

    What is not answered counts as yes; so does "I don't know", for every item of its list.

    Args:
        bp: `numbers`, or `unknown` when the blood pressure was not measured.
        sex: `woman`, `man` or `unsaid`; it counts only in the KAATSU points.
        age: In years.
        systolic: Upper number of the blood pressure at rest.
        diastolic: Lower number.
        height_cm: Height; left out, like the weight, it counts as a high body-mass index.
        body_mass: Body weight.
        limbs: Those that the ticks of `arms_legs` concern; none named are all.
        ticks: What is ticked in each list, by the name of the list.

    Returns:
        The strictest level that any answer asks for; the best is "No listed reason found".

    Raises:
        AnswersError: The lower number of the blood pressure is not below the upper one.

    Source: `LISTS` and the citations of `ITEMS`; the lists are opinion, not tested on outcomes.

    >>> ticked = dict.fromkeys(LIST_NAMES, ("none",))
    >>> numbers = {"systolic": Pressure.mmhg(120), "diastolic": Pressure.mmhg(80)}
    >>> body = {"age": 30, "height_cm": 180, "body_mass": Mass.kg(75)}
    >>> print(screening(bp="numbers", **body, **numbers, **ticked).headline)
    No listed reason found
    """
    if systolic and diastolic and diastolic >= systolic:
        raise AnswersError(
            (
                Problem(
                    "diastolic",
                    Text("Enter the lower number here: it is below {upper}.", upper=systolic),
                ),
            )
        )
    bmi = (
        body_mass.in_kg / (Fraction(height_cm) / 100) ** 2
        if body_mass is not None and height_cm is not None
        else None
    )
    unknown = tuple(each for each in LISTS_TO_TICK if DONT_KNOW in ticks[each[0].name])
    ticked = {value for row in ticks.values() for value in row}
    ticked |= {each.value for _, items in unknown for each in items}
    left = [asked.label for asked, _ in LISTS_TO_TICK if not ticks[asked.name]]
    left += [Text("Age")] if age is None else []
    if bp == "unknown":
        ticked.add(PRESSURE_UNKNOWN.value)
    else:
        left += [Text("Blood pressure")] if systolic is None or diastolic is None else []
        ticked |= _from_pressure(systolic, diastolic)
    ticked |= _from_body(age, bmi, asked_all=not left)
    # Not known is as good as high; but a form that is not finished says so first.
    counted = Fraction(OBESE) if bmi is None and not left else bmi
    answers = Answers(
        left=tuple(left),
        items=tuple(each for each in ITEMS if each.value in ticked),
        unknown=unknown,
        limbs=() if DONT_KNOW in ticks["arms_legs"] else limbs,
        clot=clot_points(ticked, age),
        kaatsu=kaatsu_points(ticked, age, counted, systolic, diastolic, woman=sex != "man"),
        bmi=bmi,
    )
    if answers.level in NO_SETTINGS:
        return _stopped(answers)
    return _found_none(answers, systolic)


def _from_pressure(systolic: Pressure | None, diastolic: Pressure | None) -> set[str]:
    """Find the item of the blood pressure; one of the two numbers is enough."""
    numbers = [
        (number, high, raised)
        for number, high, raised in zip((systolic, diastolic), HIGH, RAISED, strict=True)
        if number is not None
    ]
    if any(number >= high for number, high, _ in numbers):
        return {HIGH_PRESSURE.value}
    if any(number >= raised for number, _, raised in numbers):
        return {RAISED_PRESSURE.value}
    return set()


def _from_body(age: int | None, bmi: Fraction | None, *, asked_all: bool) -> set[str]:
    """Find the items of age and body-mass index."""
    found = set()
    if age is not None and age < ADULT:
        found.add(MINOR.value)
    if age is not None and age >= OLDER:
        found.add(OLD.value)
    if bmi is None and asked_all:
        found.add(HEAVY_UNKNOWN.value)
    if bmi is not None and bmi >= OBESE:
        found.add(HEAVY.value)
    return found


# --- What it says ------------------------------------------------------------------------------

SAYS: Mapping[Level, Text] = {
    Level.DOCTOR: Text("Your answers hold a reason not to train with a cuff on your own."),
    Level.UNFINISHED: Text("What is not answered counts as yes."),
    Level.NOT_TODAY: Text("Your answers hold a reason to wait."),
    Level.CLINICIAN: Text("Your answers hold a reason to ask someone who knows BFR and knows you."),
}
LAST_DO: Mapping[Level, Text] = {
    Level.DOCTOR: Text("Take the letter below to a doctor. This guide has no settings for you."),
    Level.UNFINISHED: Text("Answer what is left: it takes about a minute in all."),
    Level.NOT_TODAY: Text("When it has passed, answer the screening again."),
    Level.CLINICIAN: Text("Take the letter below to a doctor or physiotherapist."),
}
STOP_SIGNS = (cite("smartcuffs_manual", "stop signs"), cite("vdf_dvt", "page"))
FIRST = cite("fitcuffs_guide", "first session")
ALWAYS: tuple[Advice, ...] = (
    Advice(Text("The stop signs always apply. Learn them before you put on a cuff."), STOP_SIGNS),
    Advice(
        Text(
            "First sessions: one exercise, {range}, not to failure.",
            range=FIRST_SESSIONS_INTENSITY,
        ),
        (FIRST,),
    ),
    Advice(Text("Each day you train, ask “Today” again. A new illness: ask all of it again.")),
    Advice(
        Text("The list is the opinion of experts. It was not tested on what later happened."),
        LISTS,
    ),
)


def _stopped(answers: Answers) -> Outcome:
    """Say which reasons stop every setting, and what to do about each."""
    level = answers.level
    stop = NO_SETTINGS[level].stop
    cites = _unique((*(each.cites for each in answers.reasons), stop.cites if stop else ()))
    headline = (
        Text("Not finished: {left} left", left=Count(len(answers.left), "question"))
        if level is Level.UNFINISHED
        else NO_SETTINGS[level].headline
    )
    left = tuple(Text("Answer “{question}”.", question=each) for each in answers.left)
    named = tuple(Text("{reason}. {do}", reason=each.says, do=each.do) for each in answers.reasons)
    asks = level in {Level.DOCTOR, Level.CLINICIAN}
    return Outcome(
        headline=headline,
        stop=Stop(SAYS[level], (*left, *named, *answers.no_cuff, LAST_DO[level]), cites),
        steps=answers.steps,
        letter=_letter(answers) if asks else None,
        standing=Standing(
            level,
            headline,
            answers.limits,
            answers.closed,
            release_by=tuple(Who) if level is Level.CLINICIAN else (),
        ),
        limits=answers.limits if level is Level.CLINICIAN else (),
        provisos=answers.no_cuff if level is Level.CLINICIAN else (),
    )


def _found_none(answers: Answers, systolic: Pressure | None) -> Outcome:
    """Say that nothing stops, with what limits training and what always applies.

    The upper blood pressure goes on to the pressure of the cuff, which is checked against it.
    """
    reasons = answers.reasons
    headline = (
        Text("Take extra care: {reasons}", reasons=Count(len(reasons), "reason"))
        if reasons
        else Text("No listed reason found")
    )
    return Outcome(
        headline=headline,
        steps=answers.steps,
        cautions=tuple(
            Caution(Text("{reason}. {do}", reason=each.says, do=each.do), each.cites)
            for each in reasons
        ),
        next=ALWAYS,
        standing=Standing(answers.level, headline, answers.limits),
        limits=answers.limits,
        carry={"systolic": decimal(systolic.value)} if systolic else {},
    )


def _letter(answers: Answers) -> Letter:
    """Write what to hand to a clinician."""
    return Letter(
        title=Text("May I train with a cuff?"),
        opening=(
            Text(
                "Blood flow restriction (BFR) is light training with a cuff around the top of an "
                "arm or leg. The cuff slows the blood on its way back while the muscle works."
            ),
            Text(
                "I would lift {load}. The cuff would have {pressure}, measured on my limb. It "
                "would be on for {time} for each exercise.",
                load=BFR_INTENSITY,
                pressure=CUFF_PRESSURE,
                time=RESTRICTION_PER_EXERCISE,
            ),
            Text(
                "1RM is the most I can lift once. AOP is the pressure of the cuff that stops the "
                "blood flow of the limb."
            ),
        ),
        points=tuple(Text("{reason}.", reason=each.says) for each in answers.reasons),
        closing=(
            *answers.no_cuff,
            *(Text("A limit, if you agree: {limit}", limit=each) for each in answers.limits),
            Text("May I train this way? If yes: which limb, from what date, and with what limits?"),
            Text("Yes / no: ____________________"),
            Text("Limb: ____________________ From: ____________________"),
            Text("Limits: ________________________________________"),
            Text("Name, signature, date: ________________________________________"),
            Text(
                "My answers came from a list of published opinion. It is no examination and was "
                "not tested on what later happened to people."
            ),
        ),
    )


# --- The form ----------------------------------------------------------------------------------

TICKS: Mapping[str, TicksInput] = {asked.name: asked for asked, _ in LISTS_TO_TICK}
NOTHING: Mapping[str, Raw] = {
    "age": "30",
    "height_cm": "178",
    "body_mass": "75 kg",
    "bp": "numbers",
    "systolic": "120",
    "diastolic": "75",
    **{name: [NONE_OF_THESE] for name in LIST_NAMES},
}
"""The answers of a person without any listed reason."""


def _number_of_pressure(name: str, label: str, low: int, high: int) -> NumberInput:
    return NumberInput(
        name,
        Text(label),
        Unit.MMHG,
        Range.of(low, high),
        "",
        when=(When("bp", ("numbers",)),),
        optional=True,
    )


SCREENING = Calculator(
    slug="screening",
    title=Text("Screening"),
    question=Text("Is there a reason not to, or to ask first?"),
    use_when=(
        Text("You think of training with a cuff, and have not asked yourself these questions."),
        Text("Something has changed, such as an illness or a medicine."),
        Text("Each day you train, for the questions on today."),
    ),
    not_when=(
        Text("You feel ill right now: call a doctor, and do not fill in a form."),
        Text("A clinician has examined you for this: their word goes first."),
    ),
    groups=(
        Group(
            Text("About you"),
            (
                NumberInput(
                    "age",
                    Text("Age"),
                    Unit.YEAR,
                    Range.of(10, 110),
                    "",
                    why=Text("Some risks grow with age, and no study fixes a lowest age."),
                    optional=True,
                ),
                ChoiceInput(
                    "sex",
                    Text("Woman or man?"),
                    (
                        Choice("woman", Text("Woman")),
                        Choice("man", Text("Man")),
                        Choice("unsaid", Text("Not said")),
                    ),
                    default="unsaid",
                    why=Text("One list has a point for women. Not said, it counts."),
                ),
                NumberInput(
                    "height_cm",
                    Text("Height"),
                    Unit.CM,
                    Range.of(100, 250),
                    "",
                    hint=Text("Or in feet: 5 ft 10. Left empty, it counts as a reason for care."),
                    optional=True,
                    feet=True,
                ),
                MassInput(
                    "body_mass",
                    Text("Body weight"),
                    {Unit.KG: Range.of(25, 350), Unit.LB: Range.of(55, 770)},
                    "",
                    why=Text("A high weight for the height is a reason for care."),
                    optional=True,
                ),
            ),
        ),
        Group(
            Text("Blood pressure at rest"),
            (
                ChoiceInput(
                    "bp",
                    Text("Do you know your blood pressure?"),
                    (
                        Choice("numbers", Text("I know my two numbers")),
                        Choice("unknown", Text("I don't know")),
                    ),
                    default="numbers",
                    hint=Text("At rest, as two numbers, such as 120 over 80."),
                    why=Text("It rises further in the set. Not known counts as a yes."),
                ),
                _number_of_pressure("systolic", "Upper number", 70, 260),
                _number_of_pressure("diastolic", "Lower number", 40, 160),
            ),
        ),
        Group(
            Text("Clots, heart and head"),
            (TICKS["clots"], TICKS["heart"], TICKS["head_eyes_muscle"]),
        ),
        Group(Text("Illness and medicines"), (TICKS["illness"], TICKS["medicines"])),
        Group(
            Text("Arms and legs"),
            (
                TICKS["arms_legs"],
                ChoicesInput(
                    "limbs",
                    Text("Which limbs?"),
                    tuple(Choice(value, Text(name)) for value, name in LIMBS.items()),
                    [],
                    hint=Text("None named counts as all four."),
                    why=Text("These limbs get no cuff."),
                    when=(When("arms_legs", OF_A_LIMB),),
                    optional=True,
                ),
            ),
        ),
        Group(Text("Lately and today"), (TICKS["care"], TICKS["today"], TICKS["habits"])),
    ),
    rule=screening,
    cites=_unique(
        (
            *(each.cites for each in ITEMS),
            *(each.stop.cites for each in NO_SETTINGS.values() if each.stop),
            (KAATSU_2011, *STOP_SIGNS, FIRST),
            BFR_INTENSITY.cites,
            CUFF_PRESSURE.cites,
            RESTRICTION_PER_EXERCISE.cites,
        )
    ),
    examples=(
        Example(
            Text("Age 30, 178 cm, 75 kg (index 23.7), 120/75, and “none of these” nine times"),
            NOTHING,
            "No listed reason found",
        ),
        Example(
            Text("The same, but you smoke and nothing else: go on, with care"),
            {**NOTHING, "habits": ["smoke"]},
            "Take extra care: 1 reason",
        ),
        Example(
            Text("The same at 150/95: from 140/90 on, ask"),
            {**NOTHING, "systolic": "150", "diastolic": "95"},
            "Ask a clinician first",
        ),
        Example(
            Text("The same, still sore from last time: wait"),
            {**NOTHING, "today": ["sore"]},
            "Not today",
        ),
        Example(
            Text("The same, with a clot in a vein many years ago: a doctor decides"),
            {**NOTHING, "clots": ["clot"]},
            "Not without a doctor",
        ),
        Example(
            Text("Nothing answered yet: nine lists, age and blood pressure"),
            {},
            "Not finished: 11 questions left",
        ),
    ),
    lookup=Lookup(
        Text("What two numbers of blood pressure lead to, at 30 and with no other reason"),
        "systolic",
        ("120", "139", "140", "159", "160"),
        "diastolic",
        ("80", "89", "90", "99", "100"),
        NOTHING,
    ),
    limits=(
        Text("It is no examination, and no answer means that nothing can happen."),
        Text("It joins lists of opinion. None was tested on what later happened to people."),
        Text("Two of those lists could be read only in part."),
        Text("No outside clinician has looked over ours yet."),
        Text("Points are counts from two of the lists. They are no chance of an event."),
        Text("It counts the KAATSU point for women for everyone, as it does not ask."),
        Text("It leaves out two KAATSU items, a new operation and an illness today."),
        Text("Our own list has a rule for each of those two."),
        Text("Where sources differ, it takes the stricter line."),
    ),
    reviewed="2026-11-24",
    gated=False,
    private=True,
)
