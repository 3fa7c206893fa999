"""Answers as people type them, made from the questions themselves.

Valid answers lie in the possible range, its ends included; garbage is everything else that the
bridge lets through: text, numbers and lists of text.
"""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from hypothesis import strategies as st

from bfr_rules.inputs import choices, days, numeric, words
from bfr_rules.quantity import Mass, Unit, decimal
from bfr_rules.times import Date, Moment, TimeOfDay

NOT_AN_ANSWER = "§?§"
"""No question but the one for a name can be answered with this."""

GARBAGE = (
    "",
    " ",
    "\t\n",
    "0",
    "-1",
    "−5",
    "+5",
    "1e3",
    "1E400",
    "nan",
    "inf",
    "½",
    "1.000",
    "1,000.5",
    "1 000",
    "10,5",
    "5.",
    ",",
    "-",
    "kg",
    "lb",
    "5 stone",
    "heavy",
    "100kg",
    "100 KG",
    "100 kg lb",
    "30%",
    "30 %%",
    "30s",
    "3 min",
    "٣٠",
    "३०",
    "𑽓",  # a digit that Python 3.11 does not know yet
    "３０",
    "🏋️",
    "\u200f5",
    "a\u0000b",
    "\ud800",
    "{percent}",
    "<b>5</b>",
    "yes no",
    "30-15-15-15",
    "--",
    "20,10,5",
    "1,25 2,5",
    "2026-02-29 10:00",
    "2026-02-29",
    "2026-11-24T24:00",
    "1999-12-31 23:59",
    "2026-11-24T18:30:00",
    "9" * 60,
    "9" * 201,
    "0." + "3" * 190,
    NOT_AN_ANSWER,
)


def garbage():
    """Anything at all that is text, a number or a list of text."""
    numbers = st.one_of(st.integers(-(10**30), 10**30), st.floats(), st.integers(-5, 50))
    words = st.one_of(st.sampled_from(GARBAGE), st.text(max_size=20))
    return st.one_of(
        st.sampled_from(GARBAGE), st.text(max_size=60), numbers, st.lists(words, max_size=4)
    )


def _number(low, high, *, decimals):
    """Numbers of a range as text, often its ends; now and then with a decimal comma."""
    places = 2 if decimals else 0
    scale = 10**places
    ends = [Fraction(low), Fraction(high)]
    between = st.integers(int(low * scale), int(high * scale)).map(lambda n: Fraction(n, scale))
    inside = st.one_of(st.sampled_from(ends), between).filter(lambda n: low <= n <= high)
    text = inside.map(lambda n: decimal(n, places))
    return st.one_of(text, text.map(lambda number: number.replace(".", ",")))


def _mass(asked):
    units = [(unit, asked.possible[unit]) for unit in (Unit.KG, Unit.LB)]
    return st.one_of(
        *(
            st.builds(
                "{}{}{}".format,
                _number(within.low, within.high, decimals=True),
                st.sampled_from([" ", ""]),
                st.just(unit.symbol),
            )
            for unit, within in units
        ),
        _number(units[0][1].low, units[0][1].high, decimals=True),
    )


def _numbers(asked):
    """Rows of numbers parted by spaces, so that a comma is a decimal comma."""
    number = _number(asked.each.low, min(asked.each.high, 45), decimals=asked.decimals)
    low, high = int(asked.count.low), int(asked.count.high)
    # One number with a decimal comma might be two numbers: it is refused.
    return (
        st.lists(number, min_size=low, max_size=high)
        .map(" ".join)
        .filter(lambda row: " " in row or "," not in row)
    )


def _moment():
    first, last = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2100-12-31T23:59")
    return st.datetimes(first, last).map(lambda at: at.isoformat(timespec="minutes"))


def _times(asked):
    return st.integers(asked.earliest.minutes, asked.latest.minutes).map(TimeOfDay.of)


def valid(asked):  # noqa: C901 - one case for each kind of question
    """Answers that this question must accept."""
    match asked:
        case numeric.NumberInput():
            made = _number(asked.possible.low, asked.possible.high, decimals=asked.decimals)
        case numeric.MassInput():
            made = _mass(asked)
        case choices.ChoiceInput():
            made = st.sampled_from([each.value for each in asked.choices])
        case choices.ChoicesInput():
            values = [each.value for each in asked.choices]
            made = st.lists(st.sampled_from(values), min_size=1, unique=True)
        case choices.TicksInput():
            values = [each for each in asked.values if each != choices.NONE_OF_THESE]
            none = st.just([choices.NONE_OF_THESE])
            some = st.lists(st.sampled_from(values), max_size=3, unique=True)
            made = st.one_of(none, none, none, some)
        case numeric.NumbersInput():
            made = _numbers(asked)
        case words.NameInput():
            made = st.text(max_size=asked.longest)
        case days.MomentInput():
            made = _moment()
        case days.DateInput():
            made = _moment().map(lambda moment: moment[:10])
        case days.TimeInput():
            made = _times(asked).map(str)
    return st.one_of(made, st.just("")) if asked.optional else made


def valid_answers(calculator):
    """Answers that every question of a calculator accepts; some are left out."""
    each = {asked.name: valid(asked) for asked in calculator.inputs}
    return st.fixed_dictionaries({}, optional=each)


def any_answers(calculator):
    """Answers of which some make no sense, with units, and now and then a name nobody asked for."""
    names = [each.name for each in calculator.inputs]
    units = [each.unit_name for each in calculator.inputs if isinstance(each, numeric.MassInput)]
    odd = st.dictionaries(st.sampled_from([*names, *units]), garbage(), max_size=4)
    unit = st.dictionaries(st.sampled_from(units), st.sampled_from(["kg", "lb"]), max_size=3)
    unknown = st.dictionaries(st.text(max_size=50), st.just("1"), max_size=1)
    return st.builds(
        lambda *parts: {name: value for part in parts for name, value in part.items()},
        valid_answers(calculator),
        unit if units else st.just({}),
        odd,
        st.one_of(st.just({}), st.just({}), unknown),
    )


# other spellings ----------------------------------------------------------------------------------

SCRIPTS = (
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴۵۶۷۸۹",
    "०१२३४५६७८९",
    "০১২৩৪৫৬৭৮৯",
    "０１２３４５６７８９",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
)
UNITS_AS_WRITTEN = {
    Unit.KG: ("kg", "KG", "Kg.", "kgs", "kilos", "kilograms", "ｋｇ", "㎏", "кг"),
    Unit.LB: ("lb", "LBS", "lbs.", "pounds", "#", "Lb"),
    Unit.SECOND: ("s", "sec", "SEC.", "seconds", "″"),
    Unit.MINUTE: ("min", "MIN", "mins.", "minutes", "m", "′"),
    Unit.WEEK: ("weeks", "wk", "Weeks"),
    Unit.YEAR: ("years", "yrs", "y/o", "years old"),
    Unit.MMHG: ("mmHg", "mmhg", "mm Hg", "MMHG.", "㎜Hg"),
    Unit.CM: ("cm", "CM", "cm.", "centimetres", "㎝"),
    Unit.PERCENT_1RM: ("%", "% 1RM", "٪", "percent", "per cent of 1RM", "% OF MY 1RM"),
    Unit.PERCENT_AOP: ("%", "％", "% AOP", "%aop", "percent of AOP", "% LOP"),
    Unit.REPETITION: ("reps", "Reps.", "repetitions", "x", "×"),
    Unit.SESSION_A_WEEK: ("sessions a week", "x a week", "/week", "times per week"),
    Unit.BEAT_A_MINUTE: ("bpm", "BPM", "beats/min", "/min"),
    Unit.KM_A_HOUR: ("km/h", "KM/H", "kph", "kmh"),
}
OTHER_UNITS_AS_WRITTEN = (
    "st",
    "stone",
    "kPa",
    "psi",
    "m",
    "mm",
    "in",
    "ft",
    "mph",
    "h",
    "%",
    "kg",
    "lb",
)
SEPARATORS = (" ", ", ", "; ", "-", "–", " / ", "+", " + ", " × ", "，", "、", "\n")
ENDS = ("", "", " ", ".", ",", "\u200e", "\ufeff", "!", "。")


def _in_a_script(text):
    scripts = st.sampled_from(SCRIPTS).map(lambda digits: str.maketrans("0123456789", digits))
    return st.one_of(st.just(text), scripts.map(text.translate))


def _disguised(text):
    """The same to look at: another script, marks that nobody sees, other dashes and spaces."""

    def hide(mark, place):
        return text[:place] + mark + text[place:]

    marks = st.sampled_from(["\u200b", "\u200e", "\u2066", "\u00ad", "\ufe0f", "\u0000"])
    spaces = st.sampled_from([" ", "\u00a0", "\u202f", "\u3000", "\t", "  "])
    dashes = st.sampled_from(["-", "–", "‐", "－", "−"])
    return st.one_of(
        _in_a_script(text),
        st.builds(hide, marks, st.integers(0, len(text))).flatmap(_in_a_script),
        spaces.map(lambda space: text.replace(" ", space)),
        dashes.map(lambda dash: text.replace("-", dash)),
    )


def _spelled_number(value, places):
    text = decimal(value, places)
    longer = f"{text}0" if "." in text else f"{text}.0"
    comma, middle, arabic = (text.replace(".", mark) for mark in ",·٫")
    grouped = [f"{int(value):,}".replace(",", mark) for mark in " ',.\u202f"]
    whole = grouped if value.denominator == 1 else []
    return st.sampled_from([text, text, f"0{text}", longer, comma, middle, arabic, *whole])


def _spelled_time(seconds, units):
    """The same length of time as a clock shows it, or in two units."""
    minutes, rest = divmod(seconds, 60)
    made = [f"{minutes}:{rest:02}", f"0:{minutes:02}:{rest:02}", f"{minutes} min {rest} s"]
    made += [f"{minutes}m{rest:02}", f"{minutes}'{rest:02}\""]
    made += [f"{decimal(Fraction(seconds, 60), 4)} min"] if seconds % 3 == 0 else [f"{seconds} s"]
    if not rest:
        made += [
            f"{minutes} min",
            f"{minutes // 60}:{minutes % 60:02}",
            f"{minutes // 60} h {minutes % 60}",
        ]
    return st.sampled_from(made)


def _number_spellings(asked):
    places = 2 if asked.decimals else 0
    low, high = asked.possible.low, asked.possible.high
    scale = 10**places
    values = st.integers(int(low * scale), int(high * scale)).map(lambda n: Fraction(n, scale))

    def write(value):
        units = UNITS_AS_WRITTEN[asked.unit]
        bare = _spelled_number(value, places)
        with_unit = st.builds(
            "{}{}{}".format, bare, st.sampled_from(["", " "]), st.sampled_from(units)
        )
        made = [bare, with_unit]
        per = {Unit.SECOND: 1, Unit.MINUTE: 60}.get(asked.unit)
        if per and (value * per).denominator == 1:
            made.append(_spelled_time(int(value * per), units))
        if asked.unit is Unit.CM:
            metres, centimetres = divmod(value, 100)
            made.append(
                st.sampled_from([f"{decimal(value / 100, 4)} m", f"{decimal(value * 10, 4)} mm"])
            )
            if value.denominator == 1:
                made.append(st.just(f"{metres}m{int(centimetres):02}"))
        typed = st.builds("{}{}".format, st.one_of(*made), st.sampled_from(ENDS))
        return st.tuples(st.just(asked.parse(decimal(value, places))), typed)

    return values.flatmap(write)


def _mass_spellings(asked):
    def write(unit):
        within = asked.possible[unit]
        values = st.integers(int(within.low * 100), int(within.high * 100)).map(
            lambda n: Fraction(n, 100)
        )
        return values.flatmap(
            lambda value: st.tuples(
                st.just(Mass.of(value, unit)),
                st.builds(
                    "{}{}{}{}".format,
                    _spelled_number(value, 2),
                    st.sampled_from(["", " "]),
                    st.sampled_from(UNITS_AS_WRITTEN[unit]),
                    st.sampled_from(ENDS),
                ),
            )
        )

    return st.sampled_from([Unit.KG, Unit.LB]).flatmap(write)


def _row_spellings(asked):
    most = int(min(asked.each.high, 45))
    numbers = st.integers(int(asked.each.low) + 1, most)
    rows = st.lists(numbers, min_size=int(asked.count.low), max_size=int(asked.count.high))

    def write(values):
        apart = st.sampled_from(SEPARATORS).map(lambda mark: mark.join(map(str, values)))
        made = [apart, st.just(f"{len(values)}x{values[0]}")] if len(set(values)) == 1 else [apart]
        return st.tuples(st.just(tuple(map(Fraction, values))), st.one_of(*made))

    return rows.flatmap(write)


def _spelled_day(on):
    month = on.strftime("%B")
    return st.sampled_from(
        [
            f"{on.day}.{on.month}.{on.year}",
            f"{on.day:02}/{on.month:02}/{on.year}",
            f"{on.month}/{on.day}/{on.year}",
            f"{on.year}/{on.month:02}/{on.day:02}",
            f"{on:%Y%m%d}",
            f"{on.day} {month} {on.year}",
            f"{on.day}-{month[:3]}-{on.year}",
            f"{month[:3].upper()} {on.day}, {on.year}",
            f"{on:%A} {on.day} {month} {on.year}",
        ]
    )


def _spelled_clock(at):
    hour = at.hour % 12 or 12
    half = "pm" if at.hour >= 12 else "a.m."
    made = [f"{at:%H:%M}", f"{at:%H}h{at:%M}", f"{at:%H%M}", f"{at:%H.%M}", f"{at.hour}:{at:%M}"]
    made += [
        f"{hour}:{at:%M} {half}",
        f"{hour}.{at:%M}{half}",
        f"{at.hour} Uhr {at:%M}",
        f"{at:%H,%M}",
    ]
    made += [f"{at.hour}", f"{hour}{half}", f"{at.hour}h"] if not at.minute else []
    made += [f"{at.hour}.5"] if at.minute == 30 else []
    return st.sampled_from(made)


def _choice_spellings(asked):
    def write(choice):
        label = str(choice.label)
        made = [
            choice.value,
            choice.value.upper(),
            choice.value.replace("-", " "),
            label,
            label.upper(),
        ]
        return st.tuples(st.just(choice.value), st.sampled_from(made))

    return st.sampled_from(asked.choices).flatmap(write)


def _list_spellings(asked):
    values = [each.value for each in asked.choices]

    def write(chosen):
        expected = tuple(each for each in values if each in chosen)
        apart = st.sampled_from([" ", ", ", ",", "; ", " and ", " + ", "\n"])
        return st.tuples(st.just(expected), apart.map(lambda mark: mark.join(chosen)))

    return st.lists(st.sampled_from(values), min_size=1, max_size=4, unique=True).flatmap(write)


def spellings(asked):
    """A value that the question takes, and one of the ways in which people write it."""
    plain_moment = _moment().map(datetime.fromisoformat)
    match asked:
        case numeric.NumberInput():
            made = _number_spellings(asked)
        case numeric.MassInput():
            made = _mass_spellings(asked)
        case choices.ChoiceInput():
            made = _choice_spellings(asked)
        case choices.ChoicesInput() | choices.TicksInput():
            made = _list_spellings(asked)
        case numeric.NumbersInput():
            made = _row_spellings(asked)
        case words.NameInput():
            names = st.text(
                st.characters(categories=("L", "N", "S", "Pd")), min_size=1, max_size=20
            )
            made = names.map(lambda name: (asked.parse(name), f" {name}\u202e\u0000 "))
        case days.MomentInput():
            made = plain_moment.flatmap(
                lambda at: st.tuples(
                    st.just(Moment(at)),
                    st.builds(
                        "{}{}{}".format,
                        _spelled_day(at),
                        st.sampled_from([" ", ", ", " at "]),
                        _spelled_clock(at),
                    ),
                )
            )
        case days.DateInput():
            made = plain_moment.flatmap(
                lambda at: st.tuples(st.just(Date(at.date())), _spelled_day(at))
            )
        case days.TimeInput():
            made = _times(asked).flatmap(
                lambda each: st.tuples(st.just(each), _spelled_clock(each.at))
            )
    return made.flatmap(
        lambda pair: (
            st.tuples(st.just(pair[0]), _disguised(pair[1]))
            if not isinstance(asked, words.NameInput)
            else st.just(pair)
        )
    )
