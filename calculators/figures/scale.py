"""The scale of loads from nothing to the one-repetition maximum, with the BFR zone and the heavy zone."""

from __future__ import annotations

from bfr_rules.references import BFR_INTENSITY, HEAVY_INTENSITY
from calculators.figures.svg import drawing, line, rect, words

FULL = 100
"""The one-repetition maximum itself, in per cent."""

LIGHT_NAME = "With a cuff"
HEAVY_NAME = "Heavy training"
TOP = "the most you can lift once: your 1RM"


def intensity_scale() -> str:
    """Draw the scale twice: lying for wide screens, standing for narrow ones."""
    return _lying() + _standing()


def _says() -> str:
    return (
        "A scale from 0 to 100 per cent of the most you can lift once, the 1RM. "
        f"Training with a cuff uses {BFR_INTENSITY}, near the bottom. "
        f"Heavy training uses {HEAVY_INTENSITY}, at the top."
    )


def _zones() -> tuple[tuple[float, float], tuple[float, float]]:
    """Give the ends of both zones, in per cent of the 1RM."""
    light, heavy = BFR_INTENSITY.range, HEAVY_INTENSITY.range
    return (
        (float(light.low or 0), float(light.high or FULL)),
        (float(heavy.low or 0), float(heavy.high or FULL)),
    )


def _length(percent: int) -> int:
    """Give the length of a tick: tens longest, then fives."""
    if percent % 10 == 0:
        return 24
    return 15 if percent % 5 == 0 else 8


def _lying() -> str:
    def at(percent: float) -> float:
        return 1 + percent * 11.18

    light, heavy = _zones()
    base, top = 174, 40
    parts = [
        rect(at(light[0]), top, at(light[1]) - at(light[0]), base - top, "bfr-draw-zone"),
        rect(at(heavy[0]), top, at(heavy[1]) - at(heavy[0]), base - top, "bfr-draw-heavy-soft"),
        line(at(heavy[0]), top, at(heavy[0]), base, "bfr-draw-line", 2),
        words(at(light[0]) + 16, top + 37, LIGHT_NAME, 22, "bfr-draw-text bfr-draw-on-zone"),
        words(at(heavy[0]) + 16, top + 37, HEAVY_NAME, 22),
        words(
            at(light[0]) + 16,
            base - 26,
            str(BFR_INTENSITY),
            28,
            "bfr-draw-text bfr-draw-on-zone bfr-draw-strong",
        ),
        words(
            at(heavy[0]) + 16, base - 26, str(HEAVY_INTENSITY), 28, "bfr-draw-text bfr-draw-strong"
        ),
        line(at(0) - 1, base, at(FULL) + 1, base, "bfr-draw-line", 2),
    ]
    for percent in range(FULL + 1):
        tall = percent % 10 == 0
        style = "bfr-draw-line" if tall else "bfr-draw-tick"
        length = _length(percent)
        parts.append(line(at(percent), base, at(percent), base + length, style, 2 if tall else 1))
        if tall:
            anchor = {0: "start", FULL: "end"}.get(percent, "middle")
            nudge = {0: -2, FULL: 2}.get(percent, 0)
            parts.append(words(at(percent) + nudge, base + 50, str(percent), 21, anchor=anchor))
    parts += [
        words(at(0) - 2, base + 82, "no weight", 19, "bfr-draw-text bfr-draw-soft"),
        words(at(FULL) + 2, base + 82, TOP, 19, "bfr-draw-text bfr-draw-soft", "end"),
    ]
    return drawing(
        name="figure-scale-wide",
        width=1120,
        height=262,
        says=_says(),
        parts=parts,
        kind="bfr-draw-wide",
    )


def _standing() -> str:
    def at(percent: float) -> float:
        return 450 - percent * 4.1

    light, heavy = _zones()
    left, wide = 66, 274
    parts = [
        rect(left, at(light[1]), wide, at(light[0]) - at(light[1]), "bfr-draw-zone"),
        rect(left, at(heavy[1]), wide, at(heavy[0]) - at(heavy[1]), "bfr-draw-heavy-soft"),
        line(left, at(heavy[0]), left + wide, at(heavy[0]), "bfr-draw-line", 1.5),
        words(left + 16, at(light[1]) + 31, LIGHT_NAME, 18, "bfr-draw-text bfr-draw-on-zone"),
        words(
            left + 16,
            at(light[0]) - 17,
            str(BFR_INTENSITY),
            27,
            "bfr-draw-text bfr-draw-on-zone bfr-draw-strong",
        ),
        words(left + 16, at(heavy[0]) - 51, HEAVY_NAME, 18),
        words(
            left + 16, at(heavy[0]) - 19, str(HEAVY_INTENSITY), 27, "bfr-draw-text bfr-draw-strong"
        ),
        line(left, at(0) + 1, left, at(FULL) - 1, "bfr-draw-line", 2),
        words(left, at(FULL) - 14, TOP, 16, "bfr-draw-text bfr-draw-soft"),
        words(left + 16, at(0), "no weight", 16, "bfr-draw-text bfr-draw-soft"),
    ]
    for percent in range(0, FULL + 1, 2):
        tall = percent % 10 == 0
        style = "bfr-draw-line" if tall else "bfr-draw-tick"
        length = 14 if tall else 7
        parts.append(line(left - length, at(percent), left, at(percent), style, 1.5 if tall else 1))
        if tall:
            parts.append(words(left - 22, at(percent) + 6, str(percent), 17, anchor="end"))
    return drawing(
        name="figure-scale-narrow",
        width=340,
        height=462,
        says=_says(),
        parts=parts,
        kind="bfr-draw-narrow",
    )
