"""The points of two published lists: counts with their source, and no probability."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bfr_rules.quantity import Pressure
from bfr_rules.screening.reasons import OBESE, OLD, OLDER
from bfr_rules.text import Count, Text


@dataclass(frozen=True)
class Point:
    """What scores points, and how many."""

    says: Text
    points: int

    def __str__(self) -> str:
        """Write its points, and what scores them."""
        return f"{self.points} ({self.says})"


CLOT_POINTS: Mapping[str, Point] = {
    "clot-fresh": Point(Text("clot"), 3),
    "clot": Point(Text("clot"), 3),
    "clotting-disorder": Point(Text("clotting disorder"), 2),
    "weak-leg": Point(Text("weak leg"), 2),
    "cancer": Point(Text("cancer"), 2),
    "tumour-in-limb": Point(Text("cancer"), 2),
    "intensive-care": Point(Text("intensive care"), 1),
    "immobile": Point(Text("lying or sitting still"), 1),
    "bed-rest": Point(Text("lying or sitting still"), 1),
}
"""The points of the clot score for what is ticked: a day of lying still is enough for its item."""
KAATSU_POINTS: Mapping[str, Point] = {
    "clot-fresh": Point(Text("clot"), 5),
    "clot": Point(Text("clot"), 5),
    "heart-disease": Point(Text("heart"), 5),
    "pregnant": Point(Text("pregnancy"), 4),
    "varicose-veins": Point(Text("varicose veins"), 3),
    "immobile": Point(Text("long inactivity"), 3),
    "atrial-fibrillation-treated": Point(Text("atrial fibrillation"), 3),
    "atrial-fibrillation-untreated": Point(Text("atrial fibrillation"), 3),
    "cancer": Point(Text("cancer"), 2),
    "tumour-in-limb": Point(Text("cancer"), 2),
    "cholesterol": Point(Text("cholesterol"), 2),
    "cholesterol-raised": Point(Text("cholesterol"), 2),
    "hormones": Point(Text("oestrogen"), 2),
    "hrt-tablets": Point(Text("oestrogen"), 2),
    "hrt-patch": Point(Text("oestrogen"), 2),
}
"""The points of the KAATSU list for what is ticked.

Each box stands for the item that the list scores: a day in bed is no long inactivity, raised
cholesterol counts whatever its number, and of the hormones only oestrogen counts. Two items are
left out, as our own list has a rule for each: an operation that lies not long back needs the
surgeon's yes, and an illness of today means not today.
"""
KAATSU_MOST = 4
"""More points than this mean no on that list; here they are a reason to ask a clinician."""
KAATSU_HIGH = (Pressure.mmhg(160), Pressure.mmhg(95))
KAATSU_HIGHEST = (Pressure.mmhg(180), Pressure.mmhg(100))


def clot_points(ticked: Collection[str], age: int | None) -> tuple[Point, ...]:
    """Find what counts in the published clot score.

    Args:
        ticked: Values of items.
        age: In years, if known.

    Source: nascimento2022, Table 3. The points are no probability.

    >>> [str(each) for each in clot_points({"bed-rest"}, 64)]
    ['1 (lying or sitting still)', '1 (60 or older)']
    """
    found = {CLOT_POINTS[each] for each in CLOT_POINTS if each in ticked}
    scored = [each for each in dict.fromkeys(CLOT_POINTS.values()) if each in found]
    if age is not None and age >= OLDER:
        scored.append(Point(OLD.tick, 1))
    return tuple(scored)


def kaatsu_points(
    ticked: Collection[str],
    age: int | None,
    bmi: Fraction | None,
    systolic: Pressure | None = None,
    diastolic: Pressure | None = None,
    *,
    woman: bool = True,
) -> tuple[Point, ...]:
    """Find what counts in the KAATSU list of points.

    Args:
        ticked: Values of items.
        age: In years, if known; 59, which the list leaves out, counts as 60.
        bmi: Body-mass index, if known.
        systolic: Upper number of the blood pressure at rest, if known.
        diastolic: Lower number, if known.
        woman: Whether the point for women counts; where it is not said, it does.

    Source: elite_ebook, KAATSU points; nakajima2011, as reprinted. They are no probability.

    >>> [str(each) for each in kaatsu_points((), 62, Fraction(31))]
    ['2 (60 or older)', '2 (body-mass index)', '1 (woman, or not said)']
    """
    found = {KAATSU_POINTS[each] for each in KAATSU_POINTS if each in ticked}
    scored = [each for each in dict.fromkeys(KAATSU_POINTS.values()) if each in found]
    upper, lower = systolic or Pressure.mmhg(0), diastolic or Pressure.mmhg(0)
    if upper > KAATSU_HIGHEST[0] or lower > KAATSU_HIGHEST[1]:
        scored.append(Point(Text("blood pressure"), 5))
    elif upper >= KAATSU_HIGH[0] or lower >= KAATSU_HIGH[1]:
        scored.append(Point(Text("blood pressure"), 3))
    if age is not None and age >= OLDER - 1:
        scored.append(Point(OLD.tick, 2))
    elif age is not None and age >= 40:
        scored.append(Point(Text("40 or older"), 1))
    if bmi is not None and bmi >= 25:
        scored.append(Point(Text("body-mass index"), 2 if bmi >= OBESE else 1))
    if woman:
        scored.append(Point(Text("woman, or not said"), 1))
    return tuple(scored)


def total(points: tuple[Point, ...]) -> Count:
    """Add points up."""
    return Count(sum(each.points for each in points), "point")


def worked(points: tuple[Point, ...]) -> Text | None:
    """Write points as a sum, each with what scores it."""
    template = " + ".join(f"{{point_{at}}}" for at in range(len(points)))
    params = {f"point_{at}": each for at, each in enumerate(points)}
    return Text(template, **params) if points else None
