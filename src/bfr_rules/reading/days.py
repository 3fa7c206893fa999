"""Days and times of day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from bfr_rules.reading.characters import Line, TwoWaysError, UnreadError
from bfr_rules.times import MONTHS, WEEKDAYS, Date, Moment, TimeOfDay

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
