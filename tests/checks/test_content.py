"""Each check of content: a page that breaks its rule fails with file and line, and the mended page passes.

A check that cannot fail is a defect, so every rule of `calculators.checks.content` has a broken page here.
"""

import json
import subprocess
import sys
from datetime import date

import pytest

from bfr_rules import catalog
from calculators.checks import content, pages
from calculators.checks.content import Found, Problem
from calculators.checks.pages import Page

HEAD = """\
---
title: A page
description: What it is for.
reviewed: 2026-11-24
next_review: 2027-11-24
audience: everyone
---

"""
"""Eight lines: the text begins in line 9."""


def page(text, path="docs/a.md"):
    return Page(path, HEAD + text)


def found(check, text):
    """Line and sentence of each problem."""
    return [(problem.line, problem.sentence) for problem in check(page(text))]


def lines(check, text):
    return [line for line, _ in found(check, text)]


# --- Reading a page ---


def test_a_problem_names_file_line_and_what_is_wrong():
    [problem] = content.keys(page("First.\n\nUp. [@nobody2000, abstract]\n"))
    assert str(problem) == "docs/a.md:11: no work has the key 'nobody2000'"


def test_a_citation_after_the_full_stop_belongs_to_the_sentence_before_it():
    one, two = page("It rose. [@zhang2022, abstract] It fell.\n").passages[2:]
    assert (one.cites, two.cites) == ({"zhang2022"}, frozenset())


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("One goes\non.\nTwo.\n", ["One goes\non.", "Two."]),
        ("1. One. Two.\n", ["1. One.", "Two."]),
        ("Up to 18. Then more.\n", ["Up to 18.", "Then more."]),
        ('!!! stop "Now"\n    Go on.\n', ['!!! stop "Now"', "Go on."]),
        ("- One\n- Two\n", ["- One", "- Two"]),
        ("About 0.5 kg, e.g. Two plates.\n", ["About 0.5 kg, e.g. Two plates."]),
        ("Is it? **Yes.** [Go](a.md).\n", ["Is it?", "**Yes.**", "[Go](a.md)."]),
    ],
)
def test_sentences(text, sentences):
    assert [each.text.strip() for each in page(text).passages[2:]] == sentences


def test_a_mistake_in_a_wrapped_sentence_is_named_at_its_own_line():
    assert lines(content.phrases, "One goes\non and is simply\ntrue.\n") == [10]


def test_fences_comments_and_code_are_not_read():
    hidden = "```calculator\nsimply\n```\n\n<!-- simply\nsimply -->\n\nWrite `[@key]`.\n"
    assert found(content.phrases, hidden) == []
    assert found(content.keys, hidden) == []
    assert page(hidden).fences == (("calculator", "simply"),)


def test_a_fence_that_nothing_closes_hides_no_line_above_it():
    assert lines(content.phrases, "It is simply so.\n\n```calculator\nrest\n") == [9]


# --- 1. Keys and names ---


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Up. [@zhang2202, abstract]", "Up. [@zhang2022, abstract]"),
        ("Up. [@zhang2022]", "Up. [@zhang2022, abstract]"),
        (
            "Up. [@zhang2022, abstract; @bell2018]",
            "Up. [@zhang2022, abstract; @bell2018, abstract]",
        ),
        ("Up (@zhang2022).", "Up [@zhang2022, abstract]."),
        ("Use {=bfr-intensty}.", "Use {=bfr-intensity}."),
        ("| Up [@zhang2202, abstract] |", "| Up [@zhang2022, abstract] |"),
        ("## Up [@zhang2202, abstract]", "## Up [@zhang2022, abstract]"),
    ],
)
def test_keys_and_names(broken, mended):
    assert lines(content.keys, f"First.\n\n{broken}\n") == [11]
    assert found(content.keys, f"First.\n\n{mended}\n") == []


def test_a_link_leads_to_a_page():
    broken = Page("docs/learn/trial.md", "A.\n\n[B](nowhere.md), [C](../nowhere.md#d)\n")
    assert [problem.line for problem in content.links(broken)] == [3, 3]
    mended = Page("docs/learn/trial.md", "[B](strength.md#c), [C](https://doi.org/), [D](#d)\n")
    assert list(content.links(mended)) == []


def test_a_link_says_where_it_leads():
    broken = Page(
        "docs/learn/trial.md",
        "A. [More](a.md)\n\n[*Start*](b.md) [here.](c.md) [Read more →](d.md)\n",
    )
    assert [problem.line for problem in content.link_words(broken)] == [1, 3, 3, 3]
    mended = Page(
        "docs/learn/trial.md", "[More about size](a.md) [Start here](b.md) ![More](c.png)\n"
    )
    assert list(content.link_words(mended)) == []


ANCHORS = {"q1": "docs/a.md", "q2": "docs/b.md"}


@pytest.mark.parametrize(
    ("a", "b", "problems"),
    [
        ("### One? { #q1 }\n", '<p id="q2"></p>\n', []),
        ("### One? { #q1 }\n", "### Two?\n", ["docs/b.md:1: the anchor 'q2' is missing"]),
        (
            "### One? { #q1 }\n\n### Again { #q1 }\n",
            "### Two? { #q2 }\n",
            ["docs/a.md:11: the anchor 'q1' stands here a second time"],
        ),
        (
            "### One? { #q1 }\n\n### Two? { #q2 }\n",
            "### Three\n",
            ["docs/a.md:11: the anchor 'q2' belongs on docs/b.md"],
        ),
    ],
)
def test_anchors_stand_once_and_on_their_page(a, b, problems):
    pages = page(a, "docs/a.md"), page(b, "docs/b.md")
    assert [str(each) for each in content.misplaced(pages, ANCHORS)] == problems


# --- 2. Published numbers ---

SPELLED = {
    "bfr-intensity": ["20–40 % 1RM", "20-40%", "20 to 40 per cent", "20 % to 40 % of 1RM"],
    "first-sessions-intensity": ["20–30 % 1RM", "20 to 30 percent"],
    "heavy-intensity": ["heavy training of 70 % and more", "above 70% 1RM"],
    "sets-per-exercise": ["2–4 sets", "2 to 4 sets", "2 or 4 sets"],
    "repetitions-per-exercise": ["60–75 repetitions", "60-75 reps"],
    "repetition-tempo": ["1–2 s", "1 to 2 seconds"],
    "rest-between-sets": ["30–60 s", "30 to 60 seconds", "30-60sec", "30 s to 60 s"],
    "restriction-per-exercise": ["5–10 min", "5 to 10 minutes"],
    "arm-ceiling": ["15 min on an arm", "for the arms 15 minutes"],
    "leg-ceiling": ["20 min on a leg", "20 minutes at the thigh"],
    "open-between-exercises": ["3 min open", "the cuff is off for 3 minutes"],
    "sessions-per-week": ["2–3 sessions a week", "2 to 3 times per week", "2-3 days a week"],
    "session-gap": ["36–48 h", "36 to 48 hours"],
    "short-block-weeks": ["1–3 weeks", "1 to 3 weeks"],
    "short-block-sessions": ["1–2 sessions a day", "1 to 2 times a day"],
    "formula-repetitions": ["1–10 repetitions", "1 to 10 reps"],
    "cuff-pressure": ["40–80 % AOP", "40 to 80 per cent of AOP", "40-80%"],
    "aerobic-intensity": ["50 % of the reserve", "under 50% of VO2max"],
    "walking-speed": ["4–6 km/h", "4 to 6 kilometres an hour"],
    "light-effort": ["9–11 RPE (6–20)", "9 to 11 on Borg's scale"],
    "light-reserve": ["30–39 %", "30 to 39 per cent"],
    "most-repetitions": ["at most 112 repetitions", "112 reps"],
    "exercises-per-limb": ["1–3 exercises", "1 to 3 exercises"],
    "usual-limb-repetitions": ["150 repetitions", "150 reps"],
    "most-limb-repetitions": ["225 repetitions", "225 reps"],
    "most-session-repetitions": ["337 repetitions", "337 reps"],
    "most-session-time": ["45 min for the whole session", "45 minutes in a whole session"],
}


def test_every_advised_range_has_a_broken_example():
    assert set(SPELLED) >= {each.name for each in catalog.ADVISED}


@pytest.mark.parametrize(
    ("name", "typed"), [(name, typed) for name, each in SPELLED.items() for typed in each]
)
def test_no_advised_range_is_typed(name, typed):
    [(line, sentence)] = found(content.typed_ranges, f"First.\n\nIt is {typed}.\n")
    assert line == 11
    assert f"{{={name}}}" in sentence
    assert found(content.typed_ranges, f"First.\n\nIt is {{={name}}}.\n") == []


def test_every_advised_range_is_found_as_the_guide_itself_writes_it():
    for advised in catalog.ADVISED:
        about = {
            "arm-ceiling": "arm",
            "leg-ceiling": "leg",
            "open-between-exercises": "open",
            "aerobic-intensity": "reserve",
            "most-session-time": "in a whole session",
        }
        near = about.get(advised.name, "")
        shown = str(advised).removeprefix("at most ").removeprefix("at least ")
        assert lines(content.typed_ranges, f"It is {shown} {near}.\n") == [9], advised.name


@pytest.mark.parametrize(
    "other",
    [
        "It grew by 20–45 %.",
        "It took 5–15 min on an arm.",
        "It took 15 minutes of cycling.",
        "Do 12–4 sets.",
        "One trial used 20–40 % 1RM. [@jessee2018, abstract]",
    ],
)
def test_other_numbers_may_be_typed(other):
    assert found(content.typed_ranges, f"{other}\n") == []


def test_the_source_of_a_range_does_not_excuse_its_digits():
    assert lines(content.typed_ranges, "Use 20–40 % 1RM. [@patterson2019, table]\n") == [9]


def test_the_description_holds_no_typed_range_either():
    broken = Page("docs/a.md", HEAD.replace("What it is for.", "Rest 30–60 s."))
    assert [problem.line for problem in content.typed_ranges(broken)] == [3]


# --- 3. Front matter ---


@pytest.mark.parametrize(
    ("was", "becomes", "line"),
    [
        ("title: A page\n", "", 1),
        ("title: A page", "title: ''", 1),
        ("description: What it is for.\n", "", 1),
        ("description: What it is for.", f"description: {'a' * 156}", 3),
        ("audience: everyone\n", "", 1),
        ("reviewed: 2026-11-24\n", "", 1),
        ("reviewed: 2026-11-24", "reviewed: yesterday", 4),
        ("reviewed: 2026-11-24", "reviewed: 2027-11-25", 4),
        ("next_review: 2027-11-24\n", "", 1),
        ("next_review: 2027-11-24", "next_review: 24.11.2027", 5),
    ],
)
def test_front_matter(was, becomes, line):
    assert HEAD.count(was) >= 1
    broken = Page("docs/a.md", ("\n" + HEAD).replace("\n" + was, "\n" + becomes)[1:] + "Text.\n")
    assert [problem.line for problem in content.front_matter(broken)] == [line]
    assert found(content.front_matter, "Text.\n") == []


def test_a_description_may_have_155_characters():
    longest = HEAD.replace("What it is for.", "a" * 155)
    assert list(content.front_matter(Page("docs/a.md", longest))) == []


def test_a_page_without_front_matter_lacks_all_of_it():
    assert len(list(content.front_matter(Page("docs/a.md", "Text.\n")))) == 5


def test_front_matter_that_cannot_be_read_is_one_problem_at_its_line():
    broken = Page("docs/a.md", HEAD.replace("What it is for.", "Two: this and that.") + "Text.\n")
    [problem] = content.front_matter(broken)
    assert (problem.line, "colon" in problem.sentence) == (3, True)
    quoted = Page("docs/a.md", HEAD.replace("What it is for.", '"Two: this and that."') + "Text.\n")
    assert list(content.front_matter(quoted)) == []


def test_a_page_cites_or_says_why_not():
    excused = HEAD.replace("audience:", "uncited: It lists pages.\naudience:")
    assert lines(content.sourced, "Nothing.\n") == [1]
    assert found(content.sourced, "Up. [@zhang2022, abstract]\n") == []
    assert found(content.sourced, "```calculator\nrest\n```\n") == []
    assert list(content.sourced(Page("docs/a.md", f"{excused}Nothing.\n"))) == []
    stale = Page("docs/a.md", f"{excused}Up. [@zhang2022, abstract]\n")
    assert [problem.line for problem in content.sourced(stale)] == [6]


# --- 4. Overdue reviews ---


def test_a_review_is_overdue_on_the_day_after():
    pages = [page("Text.\n")]
    assert content.overdue(pages, date(2027, 11, 24)) == []
    [late] = content.overdue(pages, date(2027, 11, 25))
    assert str(late) == "docs/a.md:5: review overdue: 2027-11-24"


# --- 5. Reading grade ---

EASY = "The cuff is on.\nYou lift the weight.\nThen you rest a bit.\nStop when it hurts.\n"
HARD = (
    "Proportional physiological adaptations necessitate individualised circumferential compression.\n"
    "Methodological heterogeneity complicates unequivocal interpretation of haemodynamic consequences.\n"
    "Contraindications presuppose comprehensive multidisciplinary cardiovascular evaluation.\n"
)


def test_prose_is_what_the_grade_is_taken_of():
    text = (
        "## Heading\n\nUse {=bfr-intensity} [now](a.md), **please**. [@bell2018, abstract]\n\n"
        "| a | row |\n|---|---|\n\n```figure\nname\n```\n\n- An item of 0.5 kg\n- [Alone](a.md)\n\n"
        "Next: [That](b.md).\n"
    )
    assert content.prose(page(text)) == (
        "Use 20 to 40 per cent of 1RM now, please.\nAn item of 05 kg."
    )


def test_a_hard_page_fails_and_an_easy_one_passes():
    [problem] = content.reading_grades([page(HARD)], {"docs/a.md": 30})
    assert str(problem).startswith("docs/a.md:1: reading grade ")
    assert problem.sentence.endswith("its readers take 8")
    assert list(content.reading_grades([page(EASY)], {"docs/a.md": 8})) == []


def test_clinicians_take_more():
    assert content.limit(page("")) == 8
    assert content.limit(Page("docs/a.md", HEAD.replace("everyone", "clinicians"))) == 12


def test_a_page_may_not_become_harder_than_it_was():
    middling = (
        "The cuff slows the blood that goes into the working limb.\n"
        "Training with a lighter weight can then feel like heavy training.\n"
        "Nobody knows every reason for this effect on the muscles.\n"
    )
    graded = content.grade(page(middling))
    assert 2 < graded <= 8
    assert list(content.reading_grades([page(middling)], {"docs/a.md": graded})) == []
    [worse] = content.reading_grades([page(middling)], {"docs/a.md": graded - 0.5})
    assert worse.sentence == f"reading grade {graded:g}; it was {graded - 0.5:g} before"


def test_the_ratchet_holds_every_page_and_no_other():
    [unkept] = content.reading_grades([page(EASY)], {})
    assert "make format" in unkept.sentence
    [gone] = content.reading_grades([], {"docs/gone.md": 5})
    assert str(gone).startswith("docs/gone.md:1:")
    [ungraded] = content.reading_grades([page("One.\n")], {"docs/a.md": 5})
    assert ungraded.path == "docs/a.md"


def test_the_ratchet_only_tightens():
    graded = content.grade(page(EASY))
    assert content.tightened([page(EASY)], {"docs/a.md": 7, "docs/gone.md": 5}) == {
        "docs/a.md": graded
    }
    assert content.tightened([page(EASY)], {"docs/a.md": -5}) == {"docs/a.md": -5}


def test_grades_are_rounded_up_to_a_half():
    assert content.grade(page(EASY)) * 2 % 1 == 0
    assert content.grade(page("One.\n\nTwo.\n")) is None


# --- 6. Phrases ---

PHRASES = [
    ("You are cleared.", "No listed reason was found."),
    ("It is safe for most.", "No study in them saw a serious event. [@yasuda2017, abstract]"),
    ("It is perfectly safe.", "Serious harm was rare."),
    ("It is risk-free.", "It has risks."),
    ("There is no risk.", "The risk is not known."),
    ("Simply pump.", "Pump."),
    ("Growth is guaranteed.", "Growth is likely."),
    ("We promise you growth.", "Nobody can promise you growth."),
    ("It boosts growth hormone.", "It does not show that it boosts growth hormone."),
    ("It burns fat.", "Does it burn fat?"),
    ("Fat loss follows.", "The article names fat loss."),
    ("Set the cuff to 150 mmHg.", "Never set the cuff to 150 mmHg."),
    ("Inflate it to 120-150 mm Hg.", "Inflate in steps of 10–15 mmHg until the pulse is lost."),
    ("Pump up to about 200 mmHg.", "One trial had 200 mmHg."),
    ("Start at 100 mmHg.", "Start at the low end."),
    ("Train at 100 % of AOP.", "Never train at 100 % of AOP."),
    ("7 out of 10 is about 60 % AOP.", "7 out of 10 is not 60 % AOP."),
    ("7 of 10 means 60 %.", "7 of 10 came to about 80 %. [@bell2018, abstract]"),
    ("It lowers blood pressure.", "It does not lower blood pressure."),
    ("BFR reduces high blood pressure.", "Does BFR reduce high blood pressure?"),
    ("You train safely.", "Nobody can say that you train safely."),
    ("It is safe.", "That is the safe side."),
    ("It is no more dangerous than exercise.", 'A list calls it "no riskier than exercise".'),
    ("Your own risk is 0.05 %.", "Nobody can say what your own risk is, not even 0.05 %."),
    ("Round the load up.", "Never round the load up."),
    ("You will grow.", "Muscles grew in the trials."),
    ("Add 2 cm to your arm.", "Nobody can say that you add 2 cm."),
    ("It is as good as heavy training.", "It is not as good as heavy training."),
    ("Place the cuff on your calf.", "Never place the cuff on your calf."),
    ("Wrap it round the forearm.", "Wrap it round the top of the arm."),
]


@pytest.mark.parametrize(("broken", "mended"), PHRASES)
def test_phrases(broken, mended):
    assert set(lines(content.phrases, f"First.\n\n{broken}\n")) == {11}
    assert found(content.phrases, f"First.\n\n{mended}\n") == []


@pytest.mark.parametrize("phrase", content.PHRASES, ids=lambda each: each.words[:30])
def test_every_phrase_has_a_broken_example(phrase):
    caught = [
        broken for broken, _ in PHRASES if content.re.search(phrase.words, broken, content.re.I)
    ]
    assert any(phrase.is_meant(broken, cited=False) for broken in caught)


@pytest.mark.parametrize("where", ["## It is cleared", "| cleared |", "- Cleared", "> Cleared."])
def test_phrases_are_found_in_headings_tables_and_lists(where):
    assert lines(content.phrases, f"{where}\n") == [9]


def test_phrases_are_found_in_the_description():
    broken = Page("docs/a.md", HEAD.replace("What it is for.", "A risk-free plan."))
    assert [problem.line for problem in content.phrases(broken)] == [3]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("The thigh needed 144 mmHg.", "The thigh needed 144 mmHg. [@loenneke2012cuff, abstract]"),
        ("| wide | 144 mmHg |", "| wide [@loenneke2012cuff, abstract] | 144 mmHg |"),
        (
            "| a [@hughes2018, abstract] | b |\n| c | 235 mmHg |",
            "| a [@hughes2018, abstract] | b |\n| | 235 mmHg |",
        ),
        (
            "It takes 150 mmHg.\n\nA wide cuff blocks at less. [@loenneke2012cuff, abstract]",
            "It takes 150 mmHg.\nA wide cuff blocks at less. [@loenneke2012cuff, abstract]",
        ),
    ],
)
def test_a_pressure_is_a_result_with_its_source(broken, mended):
    assert len(found(content.uncited_pressures, f"{broken}\n")) == 1
    assert found(content.uncited_pressures, f"{mended}\n") == []


# --- 7. Spelling ---


def test_spelling(tmp_path):
    wrong = tmp_path / "a.md"
    slip = "rec" + "ieve"  # in two parts, or this file were misspelled too
    for text, said in {f"First.\n\n{slip}\n": f"{wrong}:3:", "receive\n": ""}.items():
        wrong.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "codespell_lib", str(wrong)]
        done = subprocess.run(
            command, cwd=content.ROOT, text=True, capture_output=True, check=False
        )
        assert done.returncode == (65 if said else 0)
        assert done.stdout.startswith(said)


# --- 8. Certainty ---


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (
            '<span class="bfr-sure bfr-high">Not very sure.</span>',
            '<span class="bfr-sure bfr-low">Not very sure.</span>',
        ),
        (
            '<span class="bfr-sure bfr-low">Unsure.</span>',
            '<span class="bfr-sure bfr-very-low">Unsure.</span>',
        ),
        (
            '<span class="bfr-sure bfr-some">Unsure.</span>',
            '<span class="bfr-sure bfr-very-low">Unsure.</span>',
        ),
        (
            '<span class="bfr-sure bfr-moderate">Moderate.</span>',
            '<span class="bfr-sure bfr-moderate">We are fairly sure of both.</span>',
        ),
        (
            '<span class="bfr-sure bfr-high">Very likely.</span>',
            '<span class="bfr-sure bfr-high">Very sure.</span>',
        ),
    ],
)
def test_certainty_is_said_in_the_words_of_its_class(broken, mended):
    assert lines(content.certainty_words, f"First.\n\n{broken}\n") == [11]
    assert found(content.certainty_words, f"First.\n\n{mended}\n") == []


ROWS = (
    Found("zhang2022", "blood-pressure", "low"),
    Found("chang2024", "strength", "moderate"),
    Found("chang2024", "muscle-size", "low"),
)
MARK = '<span class="bfr-sure bfr-{}">…</span>'
STRENGTH = "```findings\nstrength\n```\n\n"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("It rises. [@zhang2022, abstract]\n{}\n", "moderate", "low"),
        ("It rises {} [@zhang2022, abstract].\n{}\n", "moderate", "low"),
        # Two claims of a paragraph, each with its own mark.
        ("A. [@other, p. 1]\n{}\nB. [@zhang2022, abstract]\n{}\n", "very-low", "low"),
        # What the page places comes before other outcomes of the same work.
        (STRENGTH + "More. [@chang2024, abstract]\n{}\n", "low", "moderate"),
        ("More. [@chang2024, abstract]\n{}\n", "high", "low"),
        # A verdict cites nothing: it stands for the findings below it.
        ("{}\n\n" + STRENGTH, "high", "moderate"),
        # One work of several may carry the claim.
        ("A. [@zhang2022, abstract; @chang2024, abstract]\n{}\n", "very-low", "moderate"),
    ],
)
def test_certainty_agrees_with_the_findings(text, wrong, right):
    broken = page(text.replace("{}", MARK.format(wrong)))
    [problem] = content.certainty(broken, ROWS)
    assert "sure" in broken.text.splitlines()[problem.line - 1]
    assert list(content.certainty(page(text.replace("{}", MARK.format(right))), ROWS)) == []


@pytest.mark.parametrize(
    "text",
    [
        "A. [@other, p. 1]\n{}\n",  # a work that the findings do not hold
        "It rises. [@zhang2022, abstract]\n\nAnother paragraph.\n{}\n",
        "{}\n",  # the page places no findings
    ],
)
def test_where_the_findings_are_silent_any_certainty_may_stand(text):
    assert list(content.certainty(page(text.replace("{}", MARK.format("high"))), ROWS)) == []


def test_findings_are_read_with_the_classes_of_the_marks():
    found = set(content.certainties())
    assert Found("pavlou2023", "muscle-size", "very-low") in found
    assert {each.level for each in found} <= set(content.SURE)


# --- 10. House words ---


@pytest.mark.parametrize(
    "word",
    ["/work/docs", "/root/.cache", "/tmp/x", "https://pypi.org/p", "127.0.0.1:8000"],
)
def test_paths_and_registries_are_not_named(word):
    [problem] = content.house_words("a.py", f"fine\nsee {word}\n")
    assert str(problem).startswith("a.py:2:")
    assert list(content.house_words("a.py", "https://a.example/work/ and homework/1\n")) == []


def test_a_page_does_not_name_who_wrote_it():
    assert lines(content.house_words_of, "First.\n\nAn agent wrote it.\n") == [11]
    assert found(content.house_words_of, "A training session.\n") == []


# --- All of it ---


def test_every_check_is_run():
    broken = page(
        "Up. [@nobody2000, abstract]\n\nRest 30–60 s.\n\nIt is simply so, at 150 mmHg.\n\n"
        '<span class="bfr-sure bfr-high">Unsure.</span>\n\nSee /root/a.\n\n'
        "It rises. [@zhang2022, abstract]\n" + MARK.format("moderate") + "\n"
    )
    lines_found = {problem.line for problem in content.problems([broken], ROWS)}
    assert lines_found == {9, 11, 13, 15, 17, 20}
    uncited = Page("docs/b.md", "Nothing.\n")
    assert len(content.problems([uncited], ROWS)) == 6


def test_pages_are_read_from_a_folder(tmp_path):
    (tmp_path / "do").mkdir()
    (tmp_path / "do" / "a.md").write_text(f"{HEAD}Text.\n", encoding="utf-8")
    [read] = pages.read(tmp_path)
    assert (read.path, read.front["title"]) == ("docs/do/a.md", "A page")


def test_the_command_prints_problems_warns_of_reviews_and_keeps_grades(
    monkeypatch, capsys, tmp_path
):
    late = Page("docs/a.md", HEAD.replace("2027", "2020").replace("2026", "2019") + EASY)
    monkeypatch.setattr(content, "read", lambda: (late,))
    monkeypatch.setattr(content, "certainties", lambda: ROWS)
    monkeypatch.setattr(content, "RATCHET", tmp_path / "grades.json")
    assert content.main() == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("docs/a.md:1: it cites nothing")
    assert said[-1] == "warning: docs/a.md:5: review overdue: 2020-11-24"
    content.keep_grades(tmp_path / "grades.json")
    assert json.loads((tmp_path / "grades.json").read_text()) == {"docs/a.md": content.grade(late)}


def test_problems_are_sorted_by_file_and_line():
    assert sorted([Problem("b", 1, ""), Problem("a", 9, ""), Problem("a", 2, "")]) == [
        Problem("a", 2, ""),
        Problem("a", 9, ""),
        Problem("b", 1, ""),
    ]
