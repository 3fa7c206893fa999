"""Numbers with units, in the question's own unit or another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from bfr_rules.quantity import Exact, Unit, decimal
from bfr_rules.reading.characters import Line, TwoWaysError, UnreadError
from bfr_rules.reading.numbers import FIRST_NUMBER, NUMBERS, number
from bfr_rules.times import SECONDS_IN

CM_PER_INCH = Fraction("2.54")
"""The international inch is exactly this many centimetres."""
KM_PER_MILE = Fraction("1.609344")
"""The international mile is exactly this many kilometres."""
LB_PER_STONE = 14


def _spelled(*sizes: tuple[str, Exact]) -> dict[str, Fraction]:
    """Give the size of each spelling, written small and without spaces and points."""
    return {word: Fraction(size) for words, size in sizes for word in words.split()}


def _each(firsts: str, rest: Iterable[str]) -> str:
    return " ".join(first + end for first in firsts.split() for end in rest)


def _share(*wholes: str) -> dict[str, Fraction]:
    ends = [f"{of}{whole}" for whole in wholes for of in ("", "of", "ofmy", "ofthe", "ofyour")]
    return _spelled((_each("% percent pct percents", ["", *ends]), 1))


def _how_often(period: str) -> dict[str, Fraction]:
    """Spell sessions a day or a week."""
    ends = [f"{a}{period}" for a in ("a", "per", "/", "every", "each")]
    many = "session sessions x time times"
    return _spelled((f"{many} {_each(f'{many} xtimes', ends)} {' '.join(ends)}", 1))


SECOND_WORDS = "s sec secs second seconds sek \" ''"
MINUTE_WORDS = "m min mins mn minute minutes '"
HOUR_WORDS = "h hr hrs hour hours std"
TIMES = {Unit.SECOND: SECOND_WORDS, Unit.MINUTE: MINUTE_WORDS, Unit.HOUR: HOUR_WORDS}


def _time(unit: Unit) -> dict[str, Fraction]:
    return _spelled(
        *((words, Fraction(SECONDS_IN[each], SECONDS_IN[unit])) for each, words in TIMES.items())
    )


SPELLED: dict[Unit, dict[str, Fraction]] = {
    Unit.KG: _spelled(("kg kgs kilo kilos kilogramme kilogrammes кг 公斤 千克 キロ", 1)),
    Unit.LB: _spelled(("lb lbs # lbm ℔", 1)),
    **{unit: _time(unit) for unit in TIMES},
    Unit.WEEK: _spelled(("wk wks w week", 1), ("d day days", Fraction(1, 7))),
    Unit.YEAR: _spelled(("y yo y/o yr yrs yearold yearsold yrold yrsold", 1)),
    Unit.PERCENT: _share(),
    Unit.PERCENT_1RM: _share("1rm"),
    Unit.PERCENT_AOP: _share("aop", "lop"),
    Unit.REPETITION: _spelled(("rep reps x times", 1)),
    Unit.SESSION_A_WEEK: _how_often("week") | _how_often("wk"),
    Unit.SESSION_A_DAY: _how_often("day"),
    Unit.MMHG: _spelled(("mmhg mmofmercury millimetersofmercury millimeterofmercury", 1)),
    Unit.CM: _spelled(
        ("cm cms centimeter centimeters", 1),
        ("mm millimetre millimetres millimeter millimeters", Fraction(1, 10)),
        ("m metre metres meter meters", 100),
        ("\" '' in inch inches", CM_PER_INCH),
        ("' ft foot feet", 12 * CM_PER_INCH),
    ),
    Unit.BEAT_A_MINUTE: _spelled(
        ("bpm beats beat /min beatsperminute beatsaminute beats/minute", 1)
    ),
    Unit.KM_A_HOUR: _spelled(
        ("km/h kmh kph kmph km/hr kmperhour kmanhour kilometresperhour kilometers/h", 1),
        ("mph mi/h mileanhour milesperhour milesanhour", KM_PER_MILE),
        ("m/s", Fraction("3.6")),
    ),
}
"""How people write each unit, and how many of it one of theirs is."""
MASS_UNITS = (Unit.KG, Unit.LB)
OFTEN = (Unit.SESSION_A_DAY, Unit.SESSION_A_WEEK)
OTHER_MASSES: dict[str, tuple[Fraction, Unit]] = {
    **dict.fromkeys("st stone stones".split(), (Fraction(LB_PER_STONE), Unit.LB)),
    **dict.fromkeys("g gr gram grams gramme grammes".split(), (Fraction(1, 1000), Unit.KG)),
    **dict.fromkeys("oz ounce ounces".split(), (Fraction(1, 16), Unit.LB)),
    **dict.fromkeys("t ton tonne tonnes".split(), (Fraction(1000), Unit.KG)),
}
"""Weights that are not taken, and what they are in one that is."""
OTHERS = frozenset(
    "kpa hpa pa mbar bar psi atm torr cmh2o inhg sku mg n kn rm km mile miles mi yd yard yards "
    "month months mo week weeks day days °c °f kcal w watt watts rpe min/km/km l ml".split()
)
"""Units of other kinds, so that the sentence can name them."""


def _key(words: str) -> str:
    return re.sub("[ .]", "", words.casefold())


def _sizes(unit: Unit) -> dict[str, Fraction]:
    """Give the spellings of a unit with their sizes, those of `Unit` itself among them."""
    return {**{_key(word): Fraction(1) for word in unit.value}, **SPELLED.get(unit, {})}


def _is_unit(word: str) -> bool:
    return word in OTHERS or word in OTHER_MASSES or any(word in _sizes(unit) for unit in Unit)


def _parted(line: Line) -> tuple[str, str]:
    """Part a number from the unit that was written after it, or a % before it."""
    text = line.plain
    if text.startswith("%"):
        text = f"{text[1:].strip()} %"
    match = FIRST_NUMBER.match(text)
    end = match.end() if match else 0
    return text[:end].strip(), text[end:].strip(" .,;:!·")


def _odd(line: Line, digits: str, word: str) -> UnreadError | None:
    """Say what is wrong with a number in a unit of another kind, or with several numbers."""
    key = _key(word)
    if digits and _is_unit(key):
        unit = next((each.symbol for each in OFTEN if key in _sizes(each)), word)
        return UnreadError("“{typed}” is in {unit}.", typed=line, unit=unit)
    if NUMBERS.fullmatch(line.plain):
        return UnreadError("“{typed}” is more than one number.", typed=line)
    return None


STONES = re.compile(
    r"([0-9]{1,2}) ?st(?:ones?)?\.? ?([0-9]{1,2}(?:[.,][0-9]+)?) ?(?:lbs?|pounds?)?\.?",
    re.IGNORECASE,
)


def mass(line: Line, chosen: Unit) -> tuple[Fraction | None, Unit]:
    """Read a weight; the chosen unit belongs to a bare number. A unit alone has no number.

    Raises:
        UnreadError: It is no weight in kilograms or pounds, or might be two.

    >>> print(*mass(Line.of("185 LBS."), Unit.KG))
    185 Unit.LB
    """
    digits, word = _parted(line)
    key = _key(word)
    unit = next((each for each in MASS_UNITS if key in _sizes(each)), None) if key else chosen
    if unit and (digits or key or not line.plain):
        return (number(digits, line) if digits else None), unit
    if other := _in_other_units(line, digits, key):
        raise UnreadError(
            "“{typed}” is not in kg or lb. It is {number} {unit}: write that.",
            whole=True,
            typed=line,
            number=decimal(other[0], 4),
            unit=other[1].symbol,
        )
    raise _odd(line, digits, word) or UnreadError(
        "“{typed}” is not a weight. Write kg or lb after the number, for example 40 kg.",
        whole=True,
        typed=line,
    )


def _in_other_units(line: Line, digits: str, key: str) -> tuple[Fraction, Unit] | None:
    """Give what a weight in stones, grams and the like is in kilograms or pounds."""
    if stones := STONES.fullmatch(line.plain):
        pounds = Fraction(stones[2].replace(",", "."))
        return int(stones[1]) * LB_PER_STONE + pounds, Unit.LB
    if re.fullmatch("[0-9]+", digits) and key in OTHER_MASSES:
        size, unit = OTHER_MASSES[key]
        return number(digits, line) * size, unit
    return None


def _words(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


FEET = re.compile(
    r"""([0-9]{1,2}) \s* (?:ft\.?|feet|foot|') \s*
    ((?:1[01]|[0-9])(?:[.,][0-9]{1,2})?) \s* (?:in\.?|inch|inches|"|'')?""",
    re.IGNORECASE | re.VERBOSE,
)
"""5 ft 10, 5 feet 10 inches, 5'10"."""
PARTS_OF_FEET = re.compile("[0-9]*[.,·][0-9]+ ?(?:ft|feet|foot|')\\.?", re.IGNORECASE)
"""5.10 ft: to some it is 5 ft 10, to others a tenth of a foot."""
METRES = re.compile("([0-9]) ?m ?([0-9]{2}) ?(?:cm)?", re.IGNORECASE)
"""1m78, 1 m 78 cm."""
ON_A_CLOCK = re.compile(
    f"([0-9]{{1,3}}):([0-5][0-9])(?::([0-5][0-9]))? ?({_words(f'{MINUTE_WORDS} {HOUR_WORDS}')})?",
    re.IGNORECASE,
)
"""1:30, 0:01:30, 1:30 min, 1:30 h."""
IN_TWO_UNITS = tuple(
    (
        re.compile(
            rf"([0-9]+) ?(?:{_words(big)})\.? ?([0-5]?[0-9]) ?(?:{_words(small)})?\.?",
            re.IGNORECASE,
        ),
        size,
    )
    for big, small, size in (
        (HOUR_WORDS, MINUTE_WORDS, 60),
        (MINUTE_WORDS, SECOND_WORDS, 1),
    )
)
"""1 h 15, 1 min 30 s."""
TWO_PRESSURES = re.compile("([0-9]{2,3}) ?(?:/|over|-|:) ?([0-9]{2,3})(?: ?mm ?hg)?", re.IGNORECASE)


def amounts(line: Line, unit: Unit) -> tuple[Fraction, ...]:
    """Read a number that may have its unit after it, or another one of the same kind.

    A time such as 1:30 has two readings: minutes and seconds, or hours and minutes.

    Raises:
        UnreadError: It is no such number.

    >>> print(*amounts(Line.of("1.78 m"), Unit.CM), *amounts(Line.of("1:30"), Unit.MINUTE))
    178 3/2 90
    """
    if found := _length(line) if unit is Unit.CM else _time_span(line, unit):
        return found
    digits, word = _parted(line)
    key = _key(word)
    sizes = _sizes(unit)
    if not digits or (key and key not in sizes):
        raise _two_pressures(line, unit) or _odd(line, digits, word) or not_a_number(line)
    size = sizes[key] if key else Fraction(1)
    _ask_back_parts(line, digits, unit, size)
    return (number(digits, line) * size,)


SIXTIETHS = re.compile("([0-9]+)[.,·]([1-5]0)")
"""1.30: to some it is 1:30."""


def _ask_back_parts(line: Line, digits: str, unit: Unit, size: Fraction) -> None:
    """Ask back minutes and hours that may be written with a point for a colon."""
    match = SIXTIETHS.fullmatch(digits)
    if match and unit in TIMES and (seconds := size * SECONDS_IN[unit]) >= 60:
        big, small = ("min", "s") if seconds == 60 else ("h", "min")
        as_decimal = f"{match[1]}.{match[2].rstrip('0')} {big}"
        raise TwoWaysError(line, (as_decimal, f"{match[1]} {big} {match[2]} {small}"))


def in_own_unit(line: Line, unit: Unit) -> bool:
    """Tell whether a number was typed alone or in this very unit."""
    key = _key(_parted(line)[1])
    return not key or _sizes(unit).get(key) == 1


def not_a_number(line: Line) -> UnreadError:
    """Say that it is no number."""
    return UnreadError("“{typed}” is not a number.", typed=line)


def _two_pressures(line: Line, unit: Unit) -> UnreadError | None:
    """Say where each number goes when a blood pressure was written as one: 120/80."""
    match = TWO_PRESSURES.fullmatch(line.plain) if unit is Unit.MMHG else None
    if not match:
        return None
    lower, upper = sorted(map(int, match.groups()))
    return UnreadError(
        "“{typed}” is two numbers: {upper} is the upper one, {lower} the lower one. "
        "Write here only the one that is asked for.",
        whole=True,
        typed=line,
        upper=upper,
        lower=lower,
    )


def _length(line: Line) -> tuple[Fraction, ...]:
    """Read a length in two units."""
    if match := FEET.fullmatch(line.plain):
        return ((int(match[1]) * 12 + Fraction(match[2].replace(",", "."))) * CM_PER_INCH,)
    if PARTS_OF_FEET.fullmatch(line.plain):
        raise UnreadError(
            "“{typed}” can be read in two ways. Write feet and inches, for example 5 ft 10.",
            whole=True,
            typed=line,
        )
    if match := METRES.fullmatch(line.plain):
        return (Fraction(int(match[1]) * 100 + int(match[2])),)
    return ()


def _time_span(line: Line, unit: Unit) -> tuple[Fraction, ...]:
    """Read a length of time in two units, or as a clock shows it."""
    if unit not in TIMES:
        return ()
    for pattern, size in IN_TWO_UNITS:
        if match := pattern.fullmatch(line.plain):
            seconds = (int(match[1]) * 60 + int(match[2])) * size
            return (Fraction(seconds, SECONDS_IN[unit]),)
    if match := ON_A_CLOCK.fullmatch(line.plain):
        one, two, three, word = match.groups()
        short = int(one) * 60 + int(two)
        found = [short, short * 60]
        if three:
            found = [short * 60 + int(three)]
        elif word:
            found = [short * (1 if word.casefold() in MINUTE_WORDS.split() else 60)]
        return tuple(Fraction(seconds, SECONDS_IN[unit]) for seconds in dict.fromkeys(found))
    return ()
