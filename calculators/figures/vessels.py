"""A limb cut lengthwise, three times: cuff open, cuff set for training, artery closed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from calculators.figures.frame import Data, framed, sources
from calculators.figures.svg import drawing, element, path
from calculators.views import render


class Panel(NamedTuple):
    """One state of the limb.

    Attributes:
        name: For ids.
        title: Of the state.
        says: What happens, beside the picture.
        shows: What the picture shows, for a person who cannot see it.
        parts: The drawing.
    """

    name: str
    title: str
    says: str
    shows: str
    parts: str


LIMB = '<path class="bfr-fig-flesh" d="M-4 26H104L108 {top}H168L172 26H324V114H172L168 {bottom}H108L104 114H-4Z"/>'
PRESS = '<path class="bfr-fig-press" d="M124 {a}v9m-3.500-4 3.500 4 3.500-4M138 {a}v9m-3.500-4 3.500 4 3.500-4M152 {a}v9m-3.500-4 3.500 4 3.500-4M124 {b}v-9m-3.500 4 3.500-4 3.500 4M138 {b}v-9m-3.500 4 3.500-4 3.500 4M152 {b}v-9m-3.500 4 3.500-4 3.500 4"/>'


def _chevrons(xs: Iterable[float], y: float, direction: int) -> str:
    step = 6 * direction
    return path("".join(f"M{x:g} {y - 5:g}l{step:g} 5l{-step:g} 5" for x in xs), "bfr-fig-flow")


def _cuff(depth: float, style: str, *, tight: bool) -> str:
    height = 16 + depth
    boxes = "".join(
        element("rect", class_=style, x=108, y=y, width=60, height=height, rx=3)
        for y in (10, 130 - height)
    )
    return boxes + (PRESS.format(a=16, b=124) if tight else "")


def _open() -> str:
    return (
        LIMB.format(top=26, bottom=114)
        + '<path class="bfr-fig-artery" d="M-4 46H324V62H-4Z"/><path class="bfr-fig-vein" d="M-4 80H324V96H-4Z"/>'
        + _chevrons((22, 62, 102, 142, 182, 222, 262, 302), 54, 1)
        + _chevrons((22, 62, 102, 142, 182, 222, 262, 302), 88, -1)
        + _cuff(0, "bfr-fig-cuff-open", tight=False)
    )


def _restricted() -> str:
    artery = "M-4 46H96C106 46 110 51 122 51H156C168 51 172 49 184 49H324V59H184C172 59 168 57 156 57H122C110 57 106 62 96 62H-4Z"
    before = "M-4 82H92C104 82 108 87 118 88V90C108 91 104 94 92 94H-4Z"
    behind = "M324 74H206C182 74 178 86 158 87H118V90H158C178 91 182 106 206 106H324Z"
    return (
        LIMB.format(top=33, bottom=107)
        + f'<path class="bfr-fig-artery" d="{artery}"/><path class="bfr-fig-vein-pale" d="{before}"/>'
        + f'<path class="bfr-fig-vein" d="{behind}"/>'
        + _chevrons((22, 62), 54, 1)
        + _chevrons((214, 282), 54, 1)
        + _cuff(7, "bfr-fig-cuff", tight=True)
    )


def _closed() -> str:
    artery = "M-4 46H92C104 46 108 53 118 54V55C108 56 104 62 92 62H-4Z"
    beyond = "M324 50H196C180 50 176 54 160 54V55C176 55 180 59 196 59H324Z"
    veins = "M-4 82H92C104 82 108 87 118 88V89C108 90 104 94 92 94H-4ZM324 81H196C180 81 176 88 160 88V89C176 89 180 95 196 95H324Z"
    return (
        LIMB.format(top=40, bottom=100)
        + f'<path class="bfr-fig-artery" d="{artery}"/><path class="bfr-fig-artery-pale" d="{beyond}"/>'
        + f'<path class="bfr-fig-vein-pale" d="{veins}"/>'
        + _chevrons((22, 62), 54, 1)
        + _cuff(14, "bfr-fig-cuff-stop", tight=True)
        + '<path class="bfr-fig-cross" d="M129 46l18 18m0-18-18 18M129 79l18 18m0-18-18 18"/>'
    )


PANELS = (
    Panel(
        "open",
        "Cuff open",
        "Blood flows in through the artery and back out through the vein.",
        "A limb cut lengthwise, the body to the left. Two vessels run through it, both wide open. Arrows in the artery "
        "point away from the body, arrows in the vein point back to it.",
        _open(),
    ),
    Panel(
        "restricted",
        "Cuff set for training",
        "The artery is narrower, and less blood gets in. The vein is held shut, so blood gathers behind the cuff.",
        "The cuff presses from both sides. The artery is narrower under it, with fewer arrows behind it. The vein is "
        "shut under the cuff and swollen behind it.",
        _restricted(),
    ),
    Panel(
        "closed",
        "Too tight: the artery is closed",
        "Nothing gets in and nothing gets out. Nobody should train like this.",
        "The cuff presses so hard that both vessels are shut under it, marked with two crosses. No arrow is left behind "
        "it.",
        _closed(),
    ),
)


def in_the_limb(data: Data) -> str:
    """Draw the limb three times: cuff open, cuff set for training, cuff so tight that the artery is closed."""
    pictures = [Markup(_draw(panel)) for panel in PANELS]  # noqa: S704  (drawn here)
    return framed(
        "in-the-limb",
        "Three states of one limb",
        render.render("figures/figure-panels", panels=list(zip(PANELS, pictures, strict=True))),
        lead="A drawing, not to scale.",
        notes=[
            Markup("The middle one is the method: the flow in is reduced, not stopped {}.").format(
                sources(data["cites"])
            )
        ],
    )


def _draw(panel: Panel) -> str:
    return drawing(
        name=f"fig-limb-{panel.name}",
        width=320,
        height=140,
        title=panel.title,
        says=panel.shows,
        parts=[panel.parts],
        kind="bfr-fig-svg bfr-fig-drawn",
    )
