"""Signs to stop: what opens the cuff during a session, and what needs help in the days after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bfr_rules.citation import Citation, State
from bfr_rules.quantity import Percent
from bfr_rules.references import (
    ARM_CEILING,
    LEG_CEILING,
    OPEN_BETWEEN_EXERCISES,
    RESTRICTION_PER_EXERCISE,
    cite,
)
from bfr_rules.text import Series, Text

Urgency = Literal["emergency", "stop", "doctor", "common"]
"""Call the emergency number, open the cuff, see a doctor, or change something."""


@dataclass(frozen=True)
class Sign:
    """One sign: `id` is its anchor on the guide's page, `signs` are what a reader notices."""

    id: str
    title: Text
    signs: tuple[Text, ...]
    do: Text
    urgency: Urgency
    when: Literal["during", "after"]
    cites: tuple[Citation, ...]
    why: Text | None = None
    brief: Text | None = None
    """In a word or two, for the one line on a sheet; a sign without it is not among those."""


MANUAL = cite("smartcuffs_manual", "stop signs")
LEG_CLOT = cite("vdf_dvt", "page")

SIGNS: tuple[Sign, ...] = (
    Sign(
        "b01",
        Text("Numb, pins and needles"),
        (Text("Numb."), Text("Pins and needles.")),
        Text("Open the cuff. Do not go on today."),
        "stop",
        "during",
        (MANUAL,),
        Text("Next time: less pressure, and check where the cuff sits."),
        brief=Text("numb"),
    ),
    Sign(
        "b02",
        Text("The wrong pain"),
        (
            Text("Sharp pain."),
            Text("Pain in a joint."),
            Text("More than 7 of 10."),
            Text("Any pain before you move."),
        ),
        Text("Open the cuff."),
        "stop",
        "during",
        (MANUAL,),
        Text("A burning muscle is expected; this is not."),
        brief=Text("sharp pain"),
    ),
    Sign(
        "b03",
        Text("White, blue or cold"),
        (
            Text("The hand or foot changes colour or goes cold."),
            Text("You press a nail, and the colour takes over three seconds to come back."),
        ),
        Text("Open the cuff. Looser next time."),
        "stop",
        "during",
        (cite("kaatsu_blog", "checking your arm band pressure"),),
        brief=Text("white, blue or cold skin"),
    ),
    Sign(
        "b04",
        Text("Dizzy, sick, blurred sight, headache"),
        (Text("Dizzy."), Text("Sick."), Text("Blurred sight."), Text("Headache.")),
        Text("Open the cuff. Sit or lie down. If it does not pass in minutes, get help."),
        "stop",
        "during",
        (MANUAL, cite("pattersonbrandner2018", "abstract")),
        brief=Text("dizzy or sick"),
    ),
    Sign(
        "b05",
        Text("Chest, breath, heart, face"),
        (
            Text("Chest pain."),
            Text("Hard to breathe."),
            Text("A racing or uneven heart."),
            Text("A weak face or one weak side."),
        ),
        Text("Open the cuff. Call your emergency number now."),
        "emergency",
        "during",
        (cite("nascimento2022", "Table 5"), LEG_CLOT),
    ),
    Sign(
        "b06",
        Text("You cannot lift cleanly"),
        (Text("A repetition cannot be done cleanly."),),
        Text("End the set."),
        "stop",
        "during",
        (cite("smartcuffs_manual", "stop signs; that this is one is our rule", State.OURS),),
        Text("The load is too heavy or the cuff too tight."),
    ),
    Sign(
        "b07",
        Text("Time is up"),
        (
            Text("One exercise: {longest} under the cuff.", longest=RESTRICTION_PER_EXERCISE),
            Text("The outer limits: an arm {arm}, a leg {leg}.", arm=ARM_CEILING, leg=LEG_CEILING),
        ),
        Text("Open the cuff for {open}.", open=OPEN_BETWEEN_EXERCISES),
        "stop",
        "during",
        (
            *RESTRICTION_PER_EXERCISE.cites,
            *LEG_CEILING.cites,
        ),
        brief=Text("time is up"),
    ),
    Sign(
        "b08",
        Text("The cuff slips, or you do not know the pressure"),
        (
            Text("The cuff slips."),
            Text("The pump fails."),
            Text("The gauge shows nothing."),
        ),
        Text("Open the cuff. End the session."),
        "stop",
        "during",
        (cite("smartcuffs_manual", "stop signs; that this is one is our rule", State.OURS),),
    ),
    Sign(
        "c01",
        Text("One limb swells"),
        (
            Text("One leg or arm is swollen, warm or discoloured."),
            Text("A cramp in the calf stays."),
        ),
        Text("See a doctor the same day."),
        "doctor",
        "after",
        (LEG_CLOT, cite("elite_ebook", "signs of a clot")),
        Text("It may be a clot, and about half of leg clots show no sign at all."),
    ),
    Sign(
        "c02",
        Text("Breath, chest, blood, fainting"),
        (
            Text("Suddenly short of breath."),
            Text("Pain in the chest when you breathe in."),
            Text("Coughing blood."),
            Text("Fainting."),
        ),
        Text("Call your emergency number now."),
        "emergency",
        "after",
        (LEG_CLOT,),
        Text("A clot may have reached the lung."),
    ),
    Sign(
        "c08",
        Text("A cold, pale or blue hand or foot"),
        (
            Text(
                "The cuff is open, and the limb stays cold, pale, blue or numb, or hurts more and "
                "more, for longer than a few minutes."
            ),
            Text("A foot that hurts anew with each walk."),
        ),
        Text("Go to an emergency department. Say that you trained with a cuff."),
        "emergency",
        "after",
        (
            cite("footartery2025", "abstract"),
            cite("footartery2025", "abstract; the minutes are our rule", State.OURS),
        ),
        Text(
            "An artery may be blocked: it happened in the foot of a rugby player who trained so "
            "after an operation."
        ),
    ),
    Sign(
        "c09",
        Text("A limb tight as a drum"),
        (
            Text("A calf, thigh or forearm is hard and tight, and hurts far more than it should."),
            Text("The pain grows when somebody stretches your toes or fingers."),
        ),
        Text("Go to an emergency department. Do not wait."),
        "emergency",
        "after",
        (
            cite(
                "ladlow2018",
                "list of exclusions, read second-hand; the sign is our rule",
                State.OURS,
            ),
        ),
        Text(
            "Muscle may have swollen inside its sleeve (compartment syndrome), and hours count. We "
            "know of no case from a cuff."
        ),
    ),
    Sign(
        "c03",
        Text("Within three days: great pain, weakness, dark urine"),
        (
            Text("Extreme pain, weakness or swelling of the muscle."),
            Text("Urine the colour of cola or tea."),
        ),
        Text(
            "Go to an emergency department. Say that you trained with a cuff. Drink water on the "
            "way. Take no ibuprofen or similar tablets before you are seen."
        ),
        "emergency",
        "after",
        (
            cite("elite_ebook", "signs at 48–72 hours"),
            cite("tabata2016", "abstract"),
            cite("krieger2018", "abstract; to leave out such tablets is our rule", State.OURS),
        ),
        Text("Muscle may be breaking down, which can harm the kidneys."),
    ),
    Sign(
        "c04",
        Text("Loss of sight"),
        (Text("A dark veil, or no sight, in one eye."),),
        Text("Go to an emergency department."),
        "emergency",
        "after",
        (cite("ozawa2015", "abstract"),),
        Text("One man lost the sight of an eye after such sessions."),
    ),
    Sign(
        "c05",
        Text("Numb or weak for over an hour"),
        (Text("Numbness or weakness that lasts for over an hour."),),
        Text("See a doctor today."),
        "doctor",
        "after",
        (cite("pattersonbrandner2018", "abstract; the hour is our rule", State.OURS),),
        Text("A nerve may have been pressed."),
    ),
    Sign(
        "c06",
        Text("Red dots or bruises"),
        (Text("Small red dots or bruises under the cuff."),),
        Text(
            "A wider cuff and less pressure may help. If they are large or spread: stop, and ask a "
            "doctor."
        ),
        "common",
        "after",
        (cite("nakajima2006", "survey results as reprinted", State.SECONDARY),),
        Text("Common under the cuff; {share} in a Japanese survey.", share=Percent("13.1")),
    ),
    Sign(
        "c07",
        Text("Sore for over three days"),
        (Text("The muscle is still sore after three days."),),
        Text("Leave the next session out. Then do fewer sets."),
        "common",
        "after",
        (cite("scott2024", "abstract; the three days are our rule", State.OURS),),
        Text("With great pain, weakness or dark urine: go to an emergency department."),
    ),
)
"""Every sign, in the order of the guide's page on when to stop: first during, then after."""

OPEN_AT = Text(
    "Open the cuff at any of these: {signs}.",
    signs=Series(tuple(each.brief for each in SIGNS if each.brief), "or"),
)
"""The signs of a session in one line, for a sheet beside the bench."""
