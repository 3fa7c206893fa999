"""A limb cut lengthwise, with a cuff: what happens to the blood. The words stand beside it, by number."""

from __future__ import annotations

from calculators.figures.svg import drawing, words

OUTLINE = (
    '<path class="bfr-draw-flesh" d="M-4 52C50 44 84 42 104 58L168 58C188 38 240 32 296 44S372 68 404 72'
    'V188C372 192 352 204 296 216S188 222 168 202L104 202C84 218 50 216 -4 208Z"/>'
)
CAPILLARIES = (
    '<path class="bfr-draw-capillary" d="M214 78C214 92 222 96 226 106M276 82C276 92 282 94 284 102'
    "M340 84C340 94 334 98 334 106M226 154C222 164 216 164 216 176M284 158C282 166 276 166 276 176"
    'M334 154C336 164 342 166 342 174"/>'
)
ARTERY = (
    '<path class="bfr-draw-artery" d="M-4 66H88C102 66 108 75 122 75H150C162 75 166 73 182 73L404 82V89'
    'L182 82C166 82 162 80 150 80H122C108 80 102 89 88 89H-4Z"/>'
    '<path class="bfr-draw-flow" d="m14 71 7 6.500-7 6.500m22-13 7 6.500-7 6.500m22-13 7 6.500-7 6.500"/>'
)
VEIN = (
    '<path class="bfr-draw-vein-pale" d="M-4 174H90C102 174 106 179 118 179V182C106 182 102 189 90 189H-4Z"/>'
    '<path class="bfr-draw-vein" d="M404 169L214 166C186 166 176 179 160 179H118V182H160'
    'C176 182 186 203 214 201L404 186Z"/>'
)
BY_PRODUCTS = "".join(
    f'<circle class="bfr-draw-dot" cx="{x}" cy="{y}" r="2.8"/>'
    for x, y in (
        (214, 130), (232, 119), (239, 143), (250, 128), (258, 108), (263, 152), (292, 108), (300, 126),
        (305, 148), (318, 115), (328, 138), (345, 127),
    )
)  # fmt: skip
CUFF = (
    '<rect class="bfr-draw-zone" x="102" y="16" width="68" height="44" rx="3"/>'
    '<rect class="bfr-draw-zone" x="102" y="200" width="68" height="44" rx="3"/>'
    '<path class="bfr-draw-press" d="M114 36v14m-4-5 4 5 4-5M158 36v14m-4-5 4 5 4-5'
    'M114 224v-14m-4 5 4-5 4 5M158 224v-14m-4 5 4-5 4 5M136 224v-14m-4 5 4-5 4 5"/>'
)
MARKS = ((1, 136, 38), (2, 238, 64), (3, 246, 184), (4, 277, 130))
"""Number, and where it stands."""


def limb_with_cuff() -> str:
    """Draw the limb: cuff, artery, vein and muscle, numbered 1 to 4."""
    marks = "".join(
        f'<circle class="bfr-draw-mark" cx="{x}" cy="{y}" r="12.5"/>'
        + words(x, y + 5.7, str(number), 16, "bfr-draw-mark-number", "middle")
        for number, x, y in MARKS
    )
    return drawing(
        name="figure-limb",
        width=400,
        height=260,
        says=(
            "A limb cut lengthwise, the body to the left. A cuff presses from above and below (1). Behind it the "
            "artery is narrower (2), the vein is closed at the cuff and swollen behind it (3), and the muscle "
            "between them holds many small dots, the by-products of its work (4)."
        ),
        parts=(OUTLINE, CAPILLARIES, _muscle(), ARTERY, VEIN, BY_PRODUCTS, CUFF, marks),
        kind="bfr-draw-limb",
    )


def _muscle() -> str:
    """Draw a muscle: a belly of bundles, which run into tendons at both ends."""
    left, right, middle, y = 178, 390, 282, 130
    bows = (-33, -22, -11, 0, 11, 22, 33)

    def bundle(bow: int) -> str:
        return (
            f"M{left} {y}C{left + 40} {y + bow} {middle - 40} {y + bow} {middle} {y + bow}"
            f"S{right - 40} {y + bow} {right} {y}"
        )

    low = y + bows[-1]
    back = f"C{right - 40} {low} {middle + 40} {low} {middle} {low}S{left + 40} {low} {left} {y}Z"
    belly = bundle(bows[0]) + back
    fibres = "".join(bundle(bow) for bow in bows[1:-1])
    tendons = f"M168 {y}H{left + 6}M{right - 6} {y}H404"
    return (
        f'<path class="bfr-draw-tendon" d="{tendons}"/>'
        f'<path class="bfr-draw-muscle" d="{belly}"/><path class="bfr-draw-fibre" d="{fibres}"/>'
    )
