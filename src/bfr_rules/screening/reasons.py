"""The reasons not to train with a cuff, or to ask first, and the short lists that ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from bfr_rules.inputs import Choice, TicksInput
from bfr_rules.limits import (
    ASK_AGAIN,
    FIRST_SESSIONS,
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
from bfr_rules.model import Citation, Level, Limit, State
from bfr_rules.quantity import Pressure, decimal
from bfr_rules.references import FIRST_SESSIONS_INTENSITY, cite
from bfr_rules.text import Text


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


def unique(rows: Iterable[tuple[Citation, ...]]) -> tuple[Citation, ...]:
    """Join citations, each once."""
    return tuple(dict.fromkeys(cite for row in rows for cite in row))
