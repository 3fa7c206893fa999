"""Charts of cuff pressure: the pressure that closes the artery, and why one pressure does not fit all cuffs."""

from __future__ import annotations

from functools import partial

from bfr_rules.references import CUFF_PRESSURE
from calculators.figures.chart import SMALL, Layout, Scale, both, text
from calculators.figures.frame import Data, Numbers, framed, short, source

CLOSED = 100
"""The artery is closed from here on, in per cent of AOP."""

# --- Occlusion pressure by cuff ---

AOP_TITLE = "The pressure that closes the artery, by cuff and position"


def aop_by_cuff(data: Data) -> str:
    """Draw the mean AOP of study groups, with one standard deviation to each side."""
    says = " ".join(
        f"{group['name']}: "
        + "; ".join(f"{row['what']}, {_spread(row)} mmHg" for row in group["rows"])
        + "."
        for group in data["groups"]
    )
    rows = [
        (
            f"{group['name'].split(':')[0]}: {row['what'][0].lower()}{row['what'][1:]}",
            _spread(row),
            str(row["n"] or "not known"),
            source(row["cite"]),
            row.get("note", ""),
        )
        for group in data["groups"]
        for row in group["rows"]
    ]
    return framed(
        "aop-by-cuff",
        AOP_TITLE,
        both("fig-aop", AOP_TITLE, says, partial(_aops, data)),
        lead="AOP (arterial occlusion pressure) in mmHg. The stroke is the average of a group, the bar one standard "
        "deviation.",
        notes=[
            "These are averages of groups of people. None of them is a setting: your own AOP may lie far outside the bar.",
        ],
        numbers=Numbers(
            "AOP of study groups, in mmHg: mean ± standard deviation",
            ("Cuff and position", "AOP, mmHg", "People", "Source", "Note"),
            rows,
        ),
    )


def _spread(row: Data) -> str:
    return f"{row['mean']}" if row["sd"] is None else f"{row['mean']} ± {row['sd']}"


def _aops(data: Data, layout: Layout) -> tuple[str, float]:
    scale = Scale(data["axis"]["low"], data["axis"]["high"])
    ticks = data["axis"]["ticks"]
    parts, y, head = "", 0.0, 30
    for group in data["groups"]:
        rows = len(group["rows"])
        height = head + rows * layout.row
        back = layout.grid(scale, ticks, head, rows) + layout.ticks(scale, ticks, height)
        parts += layout.plot(y, height, back) + text(0, y + 18, group["name"], "bfr-fig-group", 17)
        for at, row in enumerate(group["rows"]):
            parts += _aop(row, scale, layout, y + head + at * layout.row)
        y += height + 54
    return parts, y - 28


def _aop(row: Data, scale: Scale, layout: Layout, y: float) -> str:
    mean, sd = row["mean"], row["sd"]
    bar = ""
    if sd is not None:
        bar = scale.bar(mean - sd, mean + sd, layout.middle - 8, 16, "bfr-fig-spread")
    stroke = scale.stroke(mean, layout.middle - 10, 20, "bfr-fig-mean")
    return (
        layout.names(y, row["what"], short(row["cite"]["key"]))
        + layout.numbers(y, f"{mean} mmHg", "± not known" if sd is None else f"± {sd}")
        + layout.plot(y, layout.row, bar + stroke)
    )


# --- One pressure, three cuffs ---


def fixed_pressure(data: Data) -> str:
    """Draw one pressure as a share of the AOP under several cuffs: why a fixed number fails."""
    pressure = data["pressure_mmhg"]
    title = f"The same {pressure} mmHg under three cuffs"
    shares = [(each, round(pressure / each["aop_mmhg"] * 100)) for each in data["cuffs"]]
    under = "; ".join(
        f"{each['what']}, AOP {each['aop_mmhg']} mmHg: {share} per cent" for each, share in shares
    )
    says = (
        f"One pressure, {pressure} mmHg, as a share of the average AOP: {under}. "
        f"At {CLOSED} per cent the artery is closed. The advised range is {CUFF_PRESSURE.words()}."
    )
    return framed(
        "fixed-pressure",
        title,
        both("fig-fixed", title, says, partial(_shares, shares)),
        lead="A teaching example, worked out from averages. It is nobody’s setting.",
        notes=[
            (
                "On the average thigh, one number closes the artery under a wide cuff and leaves it well open under a narrow "
                "one. Your own limb differs again. That is why a number from a friend, a video or a table cannot fit you."
            ),
        ],
        numbers=Numbers(
            f"{pressure} mmHg as a share of the average AOP of study groups, lying, thigh",
            ("Cuff", "Average AOP, mmHg", "Share of AOP", "Source of the AOP"),
            [
                (each["what"], str(each["aop_mmhg"]), f"{share} %", source(each["cite"]))
                for each, share in shares
            ],
        ),
    )


def _shares(shares: list[tuple[Data, int]], layout: Layout) -> tuple[str, float]:
    low, high = float(CUFF_PRESSURE.range.low or 0), float(CUFF_PRESSURE.range.high or CLOSED)
    scale = Scale(0, 130)
    head, height = 34, 34 + len(shares) * layout.row
    fields = layout.fields(head, len(shares))
    advised = scale.at((low + high) / 2)
    back = text(advised, head - 12, "advised", "bfr-fig-zone-text", SMALL, "middle")
    back += text(scale.at(CLOSED + 1), head - 12, "closed", "bfr-fig-stop-text", SMALL)
    for top, tall in fields:
        back += scale.bar(low, high, top, tall, "bfr-fig-zone-field")
        back += scale.bar(CLOSED, scale.high, top, tall, "bfr-fig-stop-field")
        back += scale.stroke(0, top, tall, "bfr-fig-zero")
    back += layout.ticks(scale, (0, 50, CLOSED), height, "{} %".format)
    parts = layout.plot(0, height, back)
    for at, (each, share) in enumerate(shares):
        y = head + at * layout.row
        closed = share >= CLOSED
        style = "bfr-fig-bar-stop" if closed else "bfr-fig-bar"
        parts += layout.names(y, each["what"], f"average AOP {each['aop_mmhg']} mmHg")
        parts += layout.numbers(y, f"{share} % of AOP", "artery closed" if closed else "")
        parts += layout.plot(y, layout.row, scale.bar(0, share, layout.middle - 8, 16, style))
    edge = "".join(scale.stroke(CLOSED, top, tall, "bfr-fig-stop-line") for top, tall in fields)
    return parts + layout.plot(0, height, edge), height + (26 if layout.wide else 18)
