"""How blood pressure moves in a session: a sketch, without numbers."""

from __future__ import annotations

from markupsafe import Markup

from calculators.figures.frame import Data, framed, sources
from calculators.figures.svg import drawing, line, path, rect, words

TITLE = "How blood pressure moves: a sketch"
NARROW = 400
"""Less wide than this, words break into two lines."""
SIZES = (("narrow", 330, 300), ("wide", 620, 320))
BEFORE = 0.0
SETS = ((0.06, 0.22), (0.27, 0.36), (0.41, 0.50), (0.55, 0.64))
PEAKS = (0.74, 0.82, 0.89, 0.96)
VALLEYS = (0.44, 0.52, 0.58)
OPEN, GAP, LATER = 0.66, 0.79, 0.87
DIP = -0.24
"""Shares of the width and of the height: a shape, not data."""


def pressure_in_a_set(data: Data) -> str:
    """Sketch how blood pressure rises in the sets and dips below its start half an hour later."""
    says = (
        "A sketch, without numbers. A line starts at the level before training. It rises in each of four sets, falls "
        "part of the way in each rest, and ends higher in every set. When the cuff is opened it falls quickly. After a gap "
        "in time, about half an hour later, it runs a little below the level before training."
    )
    pictures = [
        drawing(
            name=f"fig-bp-{name}",
            width=width,
            height=height,
            title=TITLE,
            says=says,
            parts=_curve(width, height),
            kind=f"bfr-fig-svg bfr-fig-drawn bfr-draw-{name}",
        )
        for name, width, height in SIZES
    ]
    return framed(
        "pressure-in-a-set",
        TITLE,
        "".join(pictures),
        lead="Drawn by us from what the reviews say in words. Nothing here was measured, and it is no forecast for you.",
        notes=[
            Markup(
                "How high it goes differs between people and between reviews, and the shape between the sets is our guess. "
                "Only the direction comes from the reviews: up in the sets "
                "{}, a little down afterwards {}."
            ).format(sources(data["cites"][:2]), sources(data["cites"][2:])),
        ],
    )


class Frame:
    """Places shares of a sketch in its coordinates."""

    def __init__(self, width: int, height: int) -> None:
        """Keep room for words above and below."""
        self.width, self.height = width, height
        self.left, self.right, self.top, self.base = 4, width - 4, 82, height - 92

    def x(self, share: float) -> float:
        """Give a place across."""
        return self.left + share * (self.right - self.left)

    def y(self, share: float) -> float:
        """Give a place up from the level before training."""
        return self.base - share * (self.base - self.top)

    def at(self, *points: tuple[float, float]) -> str:
        """Write points for an outline."""
        return " ".join(f"{self.x(x):.1f} {self.y(y):.1f}" for x, y in points)


def _curve(width: int, height: int) -> list[str]:
    frame = Frame(width, height)
    cut = frame.x((GAP + LATER) / 2)
    end, base, y_before = frame.x(SETS[-1][1]), frame.base, frame.y(BEFORE)
    later = (
        f"M{frame.at((LATER, DIP * 0.9))}"
        f"C{frame.at((0.91, DIP * 1.05), (0.95, DIP), (1, DIP * 0.8))}"
    )
    narrow = width < NARROW
    return [
        *_sets(frame),
        line(frame.left, y_before, frame.right, y_before, "bfr-fig-baseline", None),
        path(f"M{cut - 5:.1f} {base - 34}l6 17l-6 17l6 17l-6 17", "bfr-fig-cutline"),
        path(_rising(frame), "bfr-fig-curve"),
        path(later, "bfr-fig-curve"),
        line(end, frame.top - 26, end, base, "bfr-fig-opened", None),
        _says(frame.left, frame.top - 58, "↑ blood pressure"),
        _says(frame.x(SETS[0][0]), frame.top - 32, "up in every set", "bfr-fig-strong"),
        _says(end, frame.top - 32, "cuff opened", "bfr-fig-strong"),
        _says(frame.right, y_before - 9, "before", anchor="end"),
        _says(frame.right, height - 32, "half an" if narrow else "half an hour", anchor="end"),
        _says(frame.right, height - 13, "hour later" if narrow else "later", anchor="end"),
    ]


def _sets(frame: Frame) -> list[str]:
    """Draw the ground of each set, and its number."""
    top, height = frame.top - 8, frame.height - 44 - frame.top
    made = []
    for at, (start, end) in enumerate(SETS, 1):
        x, width = frame.x(start), frame.x(end) - frame.x(start)
        name = f"set {at}" if at == 1 else str(at)
        made.append(rect(x, top, width, height, "bfr-fig-set"))
        made.append(_says(x + width / 2, frame.height - 32, name, anchor="middle"))
    return made


def _rising(frame: Frame) -> str:
    """Draw the line from before the first set to after the last."""
    outline = f"M{frame.at((0, BEFORE))}L{frame.at((SETS[0][0], BEFORE))}"
    level = BEFORE
    for at, ((start, end), peak) in enumerate(zip(SETS, PEAKS, strict=True)):
        span = end - start
        up = (start + span * 0.3, level + (peak - level) * 0.55)
        outline += f"C{frame.at(up, (start + span * 0.6, peak), (end, peak))}"
        if at < len(VALLEYS):
            following, level = SETS[at + 1][0], VALLEYS[at]
            outline += f"C{frame.at((end + 0.012, peak), (end + 0.02, level), (following, level))}"
    return outline + f"C{frame.at((OPEN + 0.02, 0.9), (OPEN + 0.04, 0.1), (GAP, 0.03))}"


def _says(x: float, y: float, says: str, style: str = "bfr-fig-soft", anchor: str = "start") -> str:
    return words(x, y, says, 15.5, f"bfr-fig-text {style}", anchor)
