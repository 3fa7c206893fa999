"""A person with the two places for a cuff, and the places where it must not go."""

from __future__ import annotations

from math import hypot

from markupsafe import Markup

from calculators.figures.frame import Data, framed, sources
from calculators.figures.svg import drawing, element, path, words
from calculators.views import render

Point = tuple[float, float]

RIGHT = (("Top of the arm", ", up to the armpit"), ("Top of the thigh", ", up to the groin"))
WRONG = (
    "Neck",
    "Chest, shoulder or belly",
    "Forearm or wrist",
    "Elbow or knee, or close to it",
    "Calf or ankle",
)
MARKS = (
    (1, (52, 112), "bfr-fig-dot-good"),
    (2, (64, 288), "bfr-fig-dot-good"),
    (3, (222, 66), "bfr-fig-dot-bad"),
    (4, (160, 132), "bfr-fig-dot-bad"),
    (5, (282, 202), "bfr-fig-dot-bad"),
    (6, (242, 322), "bfr-fig-dot-bad"),
    (7, (242, 374), "bfr-fig-dot-bad"),
)
"""Number, where it stands, and its style: the right places first, then the wrong ones."""
LEADERS = "M65 112L84 118M77 284L104 272M209 66H178M269 202H262M229 322H210M229 374H208"
CHEST = "M119 118H201L198 146H122Z"


class Part:
    """A tapered part of the body, with round ends."""

    def __init__(self, start: Point, start_r: float, end: Point, end_r: float) -> None:
        """Keep both ends and their radius."""
        self.start, self.start_r, self.end, self.end_r = start, start_r, end, end_r
        length = hypot(end[0] - start[0], end[1] - start[1])
        self.along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
        self.across = (-self.along[1], self.along[0])

    def path(self) -> str:
        """Write its outline."""
        (a, b), (c, d) = self._edge(0, 0), self._edge(1, 0)
        return (
            f"M{_at(a)}L{_at(c)}A{self.end_r:g} {self.end_r:g} 0 0 1 {_at(d)}"
            f"L{_at(b)}A{self.start_r:g} {self.start_r:g} 0 0 1 {_at(a)}Z"
        )

    def band(self, start: float, end: float, over: float = 4) -> str:
        """Write the outline of a cuff around it, between two shares of its length."""
        (a, b), (c, d) = self._edge(start, over), self._edge(end, over)
        return f"M{_at(a)}L{_at(c)}L{_at(d)}L{_at(b)}Z"

    def middle(self, share: float) -> Point:
        """Give a point of its axis."""
        return (
            self.start[0] + (self.end[0] - self.start[0]) * share,
            self.start[1] + (self.end[1] - self.start[1]) * share,
        )

    def mirrored(self) -> Part:
        """Give the same part of the other side."""
        return Part(_mirror(self.start), self.start_r, _mirror(self.end), self.end_r)

    def _edge(self, share: float, over: float) -> tuple[Point, Point]:
        x, y = self.middle(share)
        r = self.start_r + (self.end_r - self.start_r) * share + over
        return (
            (x - self.across[0] * r, y - self.across[1] * r),
            (x + self.across[0] * r, y + self.across[1] * r),
        )


AXIS = 160


def _mirror(point: Point) -> Point:
    return (2 * AXIS - point[0], point[1])


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


UPPER_ARM = Part((109, 104), 15, (84, 174), 11.5)
LOWER_ARM = Part((84, 174), 11.5, (66, 236), 7.5)
HAND = Part((65, 240), 8, (60, 260), 8)
THIGH = Part((136, 238), 26.5, (134, 334), 17)
KNEE = Part((134, 322), 18, (133, 352), 16)
CALF = Part((132.5, 362), 16.8, (134, 426), 9)
FOOT = Part((134, 430), 9, (127, 442), 8)
HALF = (UPPER_ARM, LOWER_ARM, HAND, THIGH, KNEE, CALF, FOOT)
TORSO = (
    "M147 74C145 84 128 86 112 90C98 94 94 106 102 116L120 124C124 146 126 164 123 184C120 202 111 216 110 236L134 262H186"
    "L210 236C209 216 200 202 197 184C194 164 196 146 200 124L218 116C226 106 222 94 208 90C192 86 175 84 173 74Z"
)
NECK = Part((160, 56), 11.5, (160, 84), 13)
HEAD = (
    "M160 12C174 12 180 23 179 36C178 50 171 62 160 62C149 62 142 50 141 36C140 23 146 12 160 12Z"
)


def _body(style: str) -> str:
    halves = (part.path() for half in HALF for part in (half, half.mirrored()))
    return "".join(path(each, style) for each in (TORSO, NECK.path(), *halves, HEAD))


def _dot(number: int, at: Point, style: str) -> str:
    x, y = at
    return element("circle", class_=style, cx=x, cy=y, r=13) + words(
        x, y + 5.8, str(number), 16, "bfr-fig-dot-number", "middle"
    )


def cuff_placement(data: Data) -> str:
    """Draw a standing person with the two places for a cuff, and places where it must not go."""
    right = (UPPER_ARM.band(0.16, 0.5), THIGH.band(0.16, 0.46))
    wrong = (
        LOWER_ARM.mirrored().band(0.3, 0.72),
        THIGH.mirrored().band(0.78, 0.98),
        CALF.mirrored().band(0.02, 0.4),
        NECK.band(0.28, 0.72, 3),
        CHEST,
    )
    picture = drawing(
        name="fig-place",
        left=34,
        top=6,
        width=266,
        height=452,
        title="Where the cuff goes",
        says=(
            "A standing person from the front. Green bands, the right places: 1, the top of an upper arm; 2, the top of "
            "a thigh. Red dashed bands, wrong places: 3, the neck; 4, the chest; 5, the forearm; 6, just above the knee; "
            "7, the calf."
        ),
        parts=(
            _body("bfr-fig-body-line"),
            _body("bfr-fig-body"),
            *(path(each, "bfr-fig-cuff") for each in right),
            *(path(each, "bfr-fig-wrong") for each in wrong),
            path(LEADERS, "bfr-fig-leader"),
            *(_dot(*mark) for mark in MARKS),
        ),
        kind="bfr-fig-svg bfr-fig-drawn bfr-fig-person",
    )
    return framed(
        "cuff-placement",
        "Two places, and no other",
        render.render(
            "figures/figure-places",
            picture=Markup(picture),  # noqa: S704  (drawn here)
            right=RIGHT,
            wrong=WRONG,
            first_wrong=len(RIGHT) + 1,
        ),
        notes=[
            Markup(
                "Both sides of the body are alike; the drawing shows right places on one side and wrong ones on the "
                "other {}."
            ).format(sources(data["cites"]))
        ],
    )
