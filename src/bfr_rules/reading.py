"""Reading what people write: one place that turns typed text into numbers, days and times.

Text is made plain first, with tables that do not grow with the versions of Unicode, so that every
Python reads the same. Then it has one reading; or two, and they are asked back; or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from unicodedata import ucd_3_2_0

from bfr_rules.quantity import (
    MONTHS,
    SECONDS_IN,
    WEEKDAYS,
    Date,
    Exact,
    Moment,
    TimeOfDay,
    Unit,
    decimal,
)
from bfr_rules.text import Series, Text


class UnreadError(ValueError):
    """What was typed has no reading, or more than one; `says` tells the reader so.

    It is `whole` when it says itself what to write instead.
    """

    def __init__(self, template: str, *, whole: bool = False, **params: object) -> None:
        """Keep the sentence."""
        super().__init__(template)
        self.says = Text(template, **params)
        self.whole = whole


class TwoWaysError(UnreadError):
    """What was typed has more than one reading; `options` are what to write for each."""

    def __init__(self, typed: object, options: Iterable[object]) -> None:
        """Keep the readings."""
        self.options = tuple(options)
        super().__init__(
            "“{typed}” can be read in two ways. Write {options}.",
            whole=True,
            typed=typed,
            options=Series(self.options, "or"),
        )


# --- Characters --------------------------------------------------------------------------------


def _points(ranges: str) -> list[int]:
    """List code points from ranges such as "200B-200F"."""
    ends = [(each.partition("-")[0], each.rpartition("-")[2]) for each in ranges.split()]
    return [point for low, high in ends for point in range(int(low, 16), int(high, 16) + 1)]


ZEROS = _points(
    "0660 06F0 07C0 0966 09E6 0A66 0AE6 0B66 0BE6 0C66 0CE6 0D66 0DE6 0E50 0ED0 0F20 1040 1090 "
    "17E0 1810 1946 19D0 1A80 1A90 1B50 1BB0 1C40 1C50 A620 A8D0 A900 A9D0 A9F0 AA50 ABF0 FF10 "
    "104A0 10D30 10D40 11066 110F0 11136 111D0 112F0 11450 114D0 11650 116C0 116D0 116DA 11730 "
    "118E0 11950 11BF0 11C50 11D50 11DA0 11DE0 11F50 16A60 16AC0 16B50 16D70 1CCF0 1D7CE 1D7D8 "
    "1D7E2 1D7EC 1D7F6 1E140 1E2F0 1E4F0 1E5F1 1E950 1FBF0"
)
"""The noughts of every script up to Unicode 17; the nine digits of each follow it."""
JOINERS = _points("200C-200D FE00-FE0F 20E3")
"""What nobody sees, but what joins letters and emoji: it stays in a name."""
UNSEEN = _points(
    "00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B 200E-200F 202A-202E 2060-206F 3164 FEFF "
    "FFA0 FFF9-FFFB 1BCA0-1BCA3 1D173-1D17A E0000-E01EF"
)
"""What nobody sees, or what turns the direction of all that follows."""
SPACES = _points("0009-000D 001C-0020 0085 00A0 1680 2000-200A 2028-2029 202F 205F 2800 3000")
CONTROLS = [point for point in _points("0000-001F 007F-009F") if point not in SPACES]
DASHES = _points(
    "058A 05BE 1400 1806 02D7 2010-2015 2043 207B 208B 2212 2500-2501 2796 2E17 2E1A 2E3A-2E3B "
    "2E40 2E5D 301C 3030 30A0 30FC FE31-FE32 FE58 FE63 FF0D FF70 10D6E 10EAD"
)
ALIKE = {
    ".": "٫．。｡․",
    ",": "،，、､﹐﹑",
    "'": "‘’‚‛′ʹʼ´`＇٬",
    '"': "“”„‟″ʺ＂",
    "x": "×✕✖⨯хХ*＊∗",
    "/": "⁄∕／÷",
    ":": "∶：",
    "%": "٪％﹪",
    ";": "；؛",
    "+": "＋﬩",
    "·": "∙⋅・･•",
}
"""Signs that people mean by these."""
PARTS = dict(zip("½¼¾⅛⅜⅝⅞⅕⅖⅗⅘", "5 25 75 1250 3750 6250 8750 2 4 6 8".split(), strict=True))
"""The decimals of a fraction that has a sign; never three, which might be thousands."""

_PLAIN: dict[int, str | None] = {
    **{zero + digit: str(digit) for zero in ZEROS for digit in range(10)},
    **dict.fromkeys([*JOINERS, *UNSEEN, *CONTROLS]),
    **dict.fromkeys(SPACES, " "),
    **dict.fromkeys(DASHES, "-"),
    **{ord(sign): meant for meant, signs in ALIKE.items() for sign in signs},
}
_SHOWN = dict.fromkeys([*UNSEEN, *CONTROLS])
_PART = re.compile(f"(?<![ .,·/])[{''.join(PARTS)}]")
FLAG = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)")
"""The flag of a part of a country: its letters are unseen signs, which nothing else may have."""


def legible(raw: str) -> str:
    """Replace what is no character at all (half of a pair), which could not be printed back."""
    return raw.encode("utf-8", "replace").decode("utf-8")


def plain(raw: str) -> str:
    """Write text with plain digits, signs and spaces, so that what looks alike is alike.

    >>> plain("１００ ｋｇ"), plain("३०"), plain("−5"), plain("2½"), plain("4 × 15")
    ('100 kg', '30', '-5', '2.5', '4 x 15')
    """
    text = legible(raw).translate(_PLAIN)
    if not text.isascii():
        text = _PART.sub(lambda sign: f".{PARTS[sign[0]]}", text)
        # A number that is no digit stays what it is: 10² is not 102.
        text = "".join(
            each if ucd_3_2_0.category(each) == "No" else ucd_3_2_0.normalize("NFKC", each)
            for each in text
        ).translate(_PLAIN)
    return " ".join(text.split())


def shown(raw: str) -> str:
    r"""Write text as one line that can be shown back: emoji and every script stay as they are.

    >>> print(shown(" Leg\n press \u202e"), shown("Übung 🏋️"))
    Leg press Übung 🏋️
    """
    parts = FLAG.split(legible(raw))
    kept = (part if place % 2 else part.translate(_SHOWN) for place, part in enumerate(parts))
    return " ".join("".join(kept).split())


def is_blank(raw: str) -> bool:
    """Tell whether nothing can be seen of a text."""
    return not legible(raw).translate(_PLAIN).strip()


@dataclass(frozen=True)
class Line:
    """An answer as it may be shown back, and as it is read."""

    shown: str
    plain: str

    @classmethod
    def of(cls, raw: str) -> Line:
        """Make one of what was typed."""
        return cls(shown(raw), plain(raw))

    def __str__(self) -> str:
        """Write what was typed."""
        return self.shown


def fold(text: str) -> str:
    """Write a choice so that all its spellings are one.

    >>> fold("4 × 15"), fold("One RM."), fold("30–15–15–15")
    ('4x15', 'one-rm', '30-15-15-15')
    """
    folded = re.sub("(?<=[0-9]) ?x ?(?=[0-9])", "x", plain(text).casefold())
    return re.sub("[ _-]+", "-", folded).strip("-.,;:!?")


# --- Numbers -----------------------------------------------------------------------------------

NUMBER = re.compile("-?(?:[0-9]+(?:[.,·][0-9]+)?|[.,·][0-9]+)")
THOUSANDS = re.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""What is thousands for some people, and decimals for others."""
GROUPED = tuple(
    re.compile(f"(-?[1-9][0-9]{{0,2}}(?:[{mark}][0-9]{{3}})+)(?:[{point}]([0-9]+))?")
    for mark, point in ((" '", ".,·"), (",", ".·"), (".", ","))
)
"""Thousands that can be nothing else: 1 000, 1'000, 1,000.5, 1.000,5."""
FIRST_NUMBER = re.compile("-?[0-9.,·]+(?:[ '][0-9]{3}(?![0-9]))*(?:[.,·][0-9]+)?")
NUMBERS = re.compile("[0-9.,·]+(?: ?(?:-|/|:|to|or|over| ) ?[0-9.,·]+)+")
"""More than one number, however they are parted."""


def number(digits: str, line: Line) -> Fraction:
    """Read a number with a decimal comma or point; a full stop or comma may end it.

    Raises:
        UnreadError: It is no number, or might be two.

    >>> print(number("87,5", Line.of("87,5")), number("1 000.", Line.of("1 000.")))
    175/2 1000
    """
    digits = digits.rstrip(" .,")
    if THOUSANDS.fullmatch(digits):
        as_decimal = decimal(Fraction(digits.replace(",", ".")), 3)
        raise TwoWaysError(line, (re.sub("[.,]", "", digits), as_decimal))
    if NUMBER.fullmatch(digits):
        return Fraction(re.sub("[,·]", ".", digits))
    for grouped in GROUPED:
        if match := grouped.fullmatch(digits):
            whole = re.sub("[^0-9-]", "", match[1])
            return Fraction(f"{whole}.{match[2] or 0}")
    raise UnreadError("“{typed}” is not a number.", typed=line)


# --- Units -------------------------------------------------------------------------------------

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


# --- Lists to choose from ----------------------------------------------------------------------


def ticked(raw: str | list[str], known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Find what was ticked, or written in a row: "mon, thu", "20 10 2,5", "20 kg; 10 kg".

    A comma without a space may part two numbers of the list or be a decimal comma of one.

    Args:
        raw: Ticked values, or what was typed.
        known: The values of the list by their folded spellings.

    Returns:
        The values that are on the list, and the words that are not.

    Raises:
        TwoWaysError: A comma has both readings.

    >>> ticked("20 KG and 2,5", {"20-kg": "20", "2.5": "2.5"})
    (['20', '2.5'], [])
    """
    if isinstance(raw, list):
        found = [(known.get(_spelling(each)), each) for each in raw]
    elif (value := known.get(fold(raw))) and not re.search("[0-9],[0-9]", plain(raw)):
        found = [(value, raw)]
    else:
        found = list(_found(raw, known))
    return [value for value, _ in found if value], [each for value, each in found if not value]


def _spelling(word: str) -> str:
    """Fold a word of a list; a number loses its last noughts: 2,50 KG is 2.5-kg."""
    folded = fold(word)
    match = re.fullmatch("([0-9]+(?:[.,][0-9]+)?)-?(kg|lb)?s?", folded)
    if not match:
        return folded
    size = decimal(Fraction(match[1].replace(",", ".")), 4)
    return f"{size}-{match[2]}" if match[2] else size


def _found(raw: str, known: Mapping[str, str]) -> Iterator[tuple[str | None, str]]:
    text = plain(raw)
    for segment in re.split(" ?[;/|+&] ?|, | ,| and ", text.strip(" ,;")):
        if value := known.get(_spelling(segment)) if "," not in segment else None:
            yield value, segment
            continue
        for word in re.sub("(?<=[0-9]) (?=(?:kg|lb))", "_", segment, flags=re.IGNORECASE).split():
            yield from _apart(word, known, alone=word == text, raw=raw)


def _apart(
    word: str, known: Mapping[str, str], *, alone: bool, raw: str
) -> list[tuple[str | None, str]]:
    """Take commas as what parts two items, if each is on the list, or as decimal commas."""
    value = known.get(_spelling(word))
    parts = word.split(",")
    apart = [(known.get(_spelling(part)), part) for part in parts]
    if len(parts) == 1 or not all(found for found, _ in apart):
        return [(value, word.replace("_", " "))]
    if any(f"{one}.{other}" in known for one, other in pairwise(parts)):
        if len(parts) > 2 or alone:
            options = (" ".join(parts), word.replace(",", ".") if value else "a decimal point")
            raise TwoWaysError(shown(raw), options)
        return [(value, word)]
    return apart


# --- Rows of numbers ---------------------------------------------------------------------------

MOST_REPEATS = 20
"""No row that any question takes is longer; more is not written out."""
SETS = (
    (" ?(?:sets? of|sets? x|sets?|times) ?(?=[0-9])", "x"),
    (" ?(?:repetitions?|reps?)(?![a-z])", ""),
)
"""4 sets of 15 reps is 4x15."""
PARTED = " ?(?:and|then|[;/|+&>]) ?"
FRACTION = re.compile("(?<![0-9.,/])(?:1/2|[13]/4|[1357]/8)(?![0-9.,/])")
MINUS = re.compile("(?:^|[ ;,])-[0-9.,]|- ?-")


def row(line: Line, *, decimals: bool) -> tuple[Fraction, ...]:
    """Read numbers in a row, parted by spaces, dashes, slashes, plus signs, semicolons or ×.

    4x15 is four times 15 where numbers are whole. A comma parts whole numbers; where decimals make
    sense it does so beside a space, and alone it is asked back.

    Raises:
        UnreadError: It is no row, or might be two.

    >>> print(*row(Line.of("30, 3×15"), decimals=False), *row(Line.of("1,25 2,5"), decimals=True))
    30 15 15 15 5/4 5/2
    """
    text = re.sub(" ?x ?", "x", line.plain.casefold())
    if not decimals:
        for words, meant in SETS:
            text = re.sub(words, meant, text)
    if problem := _odd_row(text, line, decimals=decimals):
        raise problem
    text = re.sub(PARTED, ";", text).strip(" ,;-")
    if decimals:
        parts = re.split(" ?[;-] ?|, | ,| ", text)
    else:
        chain = re.fullmatch("[0-9]+(?:x[0-9]+){2,}", text)
        if chain and int(text.partition("x")[0]) <= MOST_REPEATS:
            raise UnreadError("“{typed}” may mean two things. Write spaces between.", typed=line)
        parts = re.split("[ ;,·x-]+" if chain else "[ ;,·-]+", text)
    return tuple(value for part in parts for value in _repeated(part, line))


ODD_ROWS = (
    (MINUS, "“{typed}” is not a row of numbers."),
    (
        re.compile(r"[0-9] ?(?!x[0-9]|and|then)[^\W0-9_]|#"),
        "“{typed}” holds more than numbers. Write no units.",
    ),
)
ODD_ROWS_OF_DECIMALS = (
    (re.compile("[0-9]x[0-9]"), "“{typed}” may mean two things. Write each number by itself."),
    (
        FRACTION,
        "“{typed}” may be a fraction, or two numbers. Write 0.5 for a half, a space between two.",
    ),
    (
        re.compile("^[0-9]+(?:,[0-9]+){2,}$"),
        "“{typed}” may mean two things. Write a space between two numbers.",
    ),
)
"""What is asked back, and how."""
RANGE = re.compile("([0-9]{1,3}) ?- ?([0-9]{1,3})")


def _odd_row(text: str, line: Line, *, decimals: bool) -> UnreadError | None:
    """Say what is wrong with a row that holds a minus, a unit, or what may be two things."""
    for odd, says in (*ODD_ROWS, *(ODD_ROWS_OF_DECIMALS if decimals else ())):
        if odd.search(text):
            return UnreadError(says, typed=line)
    if decimals and re.fullmatch("[0-9]+,[0-9]+", text):
        return TwoWaysError(line, (text.replace(",", " "), text.replace(",", ".")))
    two = RANGE.fullmatch(text)
    if two and not decimals and int(two[1]) < int(two[2]):
        return UnreadError(
            "“{typed}” may be a range, or two numbers. Write a space between two numbers.",
            typed=line,
        )
    return None


def _repeated(part: str, line: Line) -> tuple[Fraction, ...]:
    """Read one number of a row, or one that is repeated: 3x15."""
    times, x, each = part.partition("x")
    if not x:
        return (number(part, line),)
    if not re.fullmatch("[0-9]{1,2}", times) or int(times) > MOST_REPEATS:
        raise UnreadError("“{typed}” cannot be read: 4x15 is four times 15.", typed=line)
    return (number(each, line),) * int(times)


# --- Days and times ----------------------------------------------------------------------------

NUMERIC_DATE = re.compile("([0-9]{1,4})([-/. ])([0-9]{1,2})\\2([0-9]{1,4})")
EIGHT_DIGITS = re.compile("((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})")
DATE_WORD = re.compile("[0-9]+(?=(?:st|nd|rd|th)?(?![a-z0-9]))|[a-z]+")
IN_NO_DATE = frozenset(("st", "nd", "rd", "th", "of", "the"))


def _dates(text: str) -> set[Date]:
    """Give every day that a text may mean; nobody's two-digit years."""
    text = re.sub(r"(?<=[0-9])\. (?=[0-9])", ".", text.casefold().rstrip(" .,;"))
    if match := EIGHT_DIGITS.fullmatch(text):
        found = [match.groups()]
    elif match := NUMERIC_DATE.fullmatch(text):
        one, _, two, three = match.groups()
        found = [(one, two, three)] if len(one) == 4 else []
        if len(three) == 4:
            found = [(three, two, one), (three, one, two)]
    else:
        return _dates_in_words(text)
    return set(_days(found))


def _days(found: Iterable[tuple[str, ...]]) -> Iterator[Date]:
    for year, month, day in found:
        try:
            yield Date(date(int(year), int(month), int(day)))
        except ValueError:
            continue


def _dates_in_words(text: str) -> set[Date]:
    """Read 24 November 2026, Nov 24th, 2026, Tue 24-Nov-2026."""
    if re.sub("[a-z0-9 ,.-]", "", text):
        return set()
    words = [each for each in re.findall("[0-9]+|[a-z]+", text) if each not in IN_NO_DATE]
    weekdays = {
        number
        for each in words[:1]
        for number, name in enumerate(WEEKDAYS)
        if len(each) > 1 and name.casefold().startswith(each)
    }
    words = words[1:] if weekdays else words
    months = [(place, _month(each)) for place, each in enumerate(words) if each.isalpha()]
    if len(words) != 3 or len(months) != 1 or not months[0][1] or months[0][0] == 2:
        return set()
    numbers = [each for each in words if not each.isalpha()]
    years = [each for each in numbers if len(each) == 4]
    days = [each for each in numbers if len(each) < 3]
    if len(years) != 1 or len(days) != 1:
        return set()
    found = set(_days([(years[0], str(months[0][1]), days[0])]))
    return {each for each in found if not weekdays or each.weekday in weekdays}


def _month(word: str) -> int | None:
    """Find the month that a word of three or more letters begins."""
    if len(word) < 3:
        return None
    named = (place for place, name in enumerate(MONTHS, 1) if name.casefold().startswith(word))
    return next(named, None) if word != "sept" else 9


def day(line: Line) -> Date:
    """Read a day.

    Raises:
        UnreadError: It is no day, or might be two.

    >>> print(day(Line.of("24 Nov. 2026")))
    Tuesday 24 November 2026
    """
    found = sorted(_dates(line.plain))
    if len(found) > 1:
        raise TwoWaysError(line, (each.on.isoformat() for each in found))
    if not found:
        raise UnreadError("“{typed}” is not a date.", typed=line)
    return found[0]


NAMED_TIMES = {"noon": 720, "midday": 720, "12 noon": 720, "midnight": 0, "12 midnight": 0}
"""Times that have a name, in minutes after midnight."""
HALF_OF_DAY = re.compile(r" ?([ap])\.? ?m\.?$")
ON_24_HOURS = re.compile("([0-9]{1,2}) ?(?:h|hrs?|hours?|uhr) ?([0-9]{2})?")
"""18h30, 18 Uhr 30, 18h: nobody writes the afternoon so who counts to twelve."""
WITH_24_HOURS = re.compile("([0-9]{1,2})[:.]([0-9]{2}) ?(?:h|hrs|hours|uhr)")
ON_12_OR_24_HOURS = re.compile("([0-9]{1,2})(?: ?: ?| )?([0-9]{2})?(?::00)?")
WITH_POINT = re.compile("([0-9]{1,2})[.,·]([0-9]{1,4})")


def _clock_times(text: str) -> set[int]:
    """Give every time of day that a text may mean, in minutes after midnight."""
    text = text.casefold().strip(" ,;!").removesuffix("o'clock").strip()
    if text in NAMED_TIMES:
        return {NAMED_TIMES[text]}
    half = HALF_OF_DAY.search(text)
    bare, letter = (text[: half.start()], half[1]) if half else (text.rstrip("."), "")
    if not half and (match := ON_24_HOURS.fullmatch(bare) or WITH_24_HOURS.fullmatch(bare)):
        return _at({int(match[1])}, {int(match[2] or 0)})
    if match := ON_12_OR_24_HOURS.fullmatch(bare):
        return _at(_hours(match[1], letter), {int(match[2] or 0)})
    if match := WITH_POINT.fullmatch(bare):
        return _with_point(match[1], match[2], letter)
    return set()


def _at(hours: set[int], minutes: set[int]) -> set[int]:
    return {hour * 60 + minute for hour in hours for minute in minutes if hour < 24 and minute < 60}


def _hours(typed: str, letter: str) -> set[int]:
    """Give the hours that may be meant: 6 is one in the morning and one in the evening."""
    hour = int(typed)
    if not letter:
        return {hour} if len(typed) == 2 or not hour else {hour, hour + 12}
    if 1 <= hour <= 12:
        return {hour % 12 + (12 if letter == "p" else 0)}
    return {hour} if (letter == "p") is (hour > 12) else set()


def _with_point(typed: str, digits: str, letter: str) -> set[int]:
    """Read 18.30, and 18.5 and 18.25 as earlier links have them: parts of an hour."""
    part = round(Fraction(f"0.{digits}") * 60)
    hours = _hours(typed, letter)
    if len(digits) > 2 or digits in ("5", "0", "75"):
        return _at(hours if letter else {int(typed)}, {part})
    if len(digits) == 1:
        return _at(hours, {part, int(digits) * 10})
    return _at(hours, {int(digits)}) | (_at({int(typed)}, {part}) if digits in QUARTERS else set())


QUARTERS = ("25", "50")
"""Digits that are minutes, or a quarter or half of an hour."""


def time_of_day(line: Line) -> TimeOfDay:
    """Read a time of day as a clock shows it.

    Raises:
        UnreadError: It is no such time, or might be two.

    >>> print(time_of_day(Line.of("6:30 p.m.")), time_of_day(Line.of("18h30")))
    18:30 18:30
    """
    found = sorted(_clock_times(line.plain))
    if len(found) > 1:
        raise TwoWaysError(line, map(TimeOfDay.of, found))
    if not found:
        raise UnreadError("“{typed}” is not a time of day.", typed=line)
    return TimeOfDay.of(found[0])


def moment(line: Line) -> Moment:
    """Read a day and a time, in this order.

    Raises:
        UnreadError: It is no such moment, or might be two.

    >>> print(moment(Line.of("24.11.2026, 18:30")))
    Tuesday 24 November 2026, 18:30
    """
    text = re.sub("(?<=[0-9])t(?=[0-9])", " ", line.plain.casefold())
    found: set[Moment] = set()
    for gap in re.finditer(" (?:at )?", text):
        days, times = _dates(text[: gap.start()].rstrip(",")), _clock_times(text[gap.end() :])
        found |= {Moment.of(each, TimeOfDay.of(minutes)) for each in days for minutes in times}
    if len(found) > 1:
        raise TwoWaysError(line, (f"{each.at:%Y-%m-%d %H:%M}" for each in sorted(found)))
    if not found:
        raise UnreadError("“{typed}” is not a date and time.", typed=line)
    return found.pop()
