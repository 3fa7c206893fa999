"""Characters: what is typed, made plain enough to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import ucd_3_2_0

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
