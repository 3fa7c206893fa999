"""Answers for before Python runs: the rules answer common questions as the site is built, a file for each calculator.

A reader on a slow net waits seconds for Python, and a fraction of one for such a file. It is data of the same rules, and
holds what the bridge says, byte for byte: no rule is written twice. Only calculators that answer somebody whom nobody has
screened have one, and it holds for such a reader alone: with anything else in the form or of a screening, Python is asked.

A file lies at `assets/answers/<folder of the runtime>/<slug>.<hash>.json`, and a calculator tells its page which is its
own. `browser/python/shard.js` reads it.

The responses to one calculator differ by a few numbers. So a text is cut at its numbers, and kept as a row of pieces and of
columns; texts with the same pieces are rows of one table.
"""

import base64
import hashlib
import html
import itertools
import json
import posixpath
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bfr_rules import bridge
from bfr_rules.catalog import calculator
from bfr_rules.inputs.numeric import MassInput
from bfr_rules.question import Raw
from calculators.build.one_at_a_time import one_at_a_time
from calculators.paths import ROOT
from calculators.views.form import answers_of

FOLDER = "assets/answers/"
"""Where the files lie, from the site's root."""

KEPT = ROOT / ".cache" / "shards"
"""Files of earlier builds: to make them takes seconds."""

UNSCREENED = {"level": "unscreened"}
"""What a page says of a reader whom nobody has screened."""

TOLD = re.compile(r'<bfr-calculator slug="([a-z0-9-]+)"[^>]*? data-runtime="([^"]*)"')
"""A calculator on a page, and the browser's Python as it tells of it."""

NUMBER = re.compile(r"(\d+(?:\.\d+)?)")

Answers = dict[str, Raw]
Question = Mapping[str, Iterable[str]]
"""Values by the name of what is asked: each with each. The other answers are those that the form starts with."""


def whole(first: int, last: int, step: int = 1) -> tuple[str, ...]:
    """Give whole numbers as they are typed.

    >>> whole(5, 15, 5)
    ('5', '10', '15')
    """
    return tuple(str(number) for number in range(first, last + 1, step))


UNIT = "unit"
"""Stands for the unit of every weight of a form: who chooses one has chosen it for those that were not touched."""

NOTHING = ("",)
"""How a field stands when its number was deleted."""

KILOGRAMS = (
    *NOTHING,
    *whole(1, 150),
    *whole(155, 250, 5),
    *(f"{number}.5" for number in range(2, 100, 5)),
)
POUNDS = (*NOTHING, *whole(1, 49), *whole(50, 400, 5))
"""Weights that are lifted; the small ones are also how one begins to type a greater one."""

SHARES = (*NOTHING, "2", "3", "4", *whole(20, 40, 5))
RESTS = (*NOTHING, *whole(0, 120))
FIRST = ("yes", "no")

COMMON: Mapping[str, tuple[Question, ...]] = {
    "one-rm": tuple(
        {"load": weights, UNIT: (unit,), "repetitions": (*NOTHING, *whole(1, 10))}
        for weights, unit in ((KILOGRAMS, "kg"), (POUNDS, "lb"))
    ),
    "training-load": tuple(
        {"one_rm": weights, UNIT: (unit,), **more}
        for weights, unit in ((KILOGRAMS, "kg"), (POUNDS, "lb"))
        for more in ({}, {"first_sessions": ("no",), "percent_1rm": SHARES})
    ),
    "session": (
        {
            "scheme": ("30-15-15-15", "4x15", "3x15"),
            "rest_s": RESTS,
            "first_sessions": FIRST,
        },
    ),
    "rest": (
        {"rest_s": RESTS, "sessions_per_week": whole(1, 7), "first_sessions": FIRST},
        {"sessions_per_week": whole(1, 7), "block_weeks": whole(1, 16), "first_sessions": FIRST},
    ),
    "aerobic": (
        {
            "age": (*NOTHING, *whole(1, 99)),
            "beta_blocker": ("no", "yes", "unknown"),
            "protocol": ("walk-intervals", "walk-steady", "cycle-steady"),
        },
        {
            "age": whole(18, 70),
            "beta_blocker": ("no",),
            "resting_hr": (*NOTHING, *whole(4, 9), *whole(50, 80)),
        },
    ),
    "equipment": (
        {
            "limb": ("leg", "arm"),
            "cuff": ("measured", "gauge", "own-units", "wrap", "none"),
            "one_hand": ("yes", "no", "unknown"),
            "place": ("top", "elsewhere"),
            "pump": ("off", "on", "none"),
        },
    ),
    "pressure-explorer": (
        {"cuff_mmhg": (*NOTHING, *whole(1, 200)), "person": ("first", "second", "third")},
    ),
}
"""The questions that are asked most, of each calculator that answers without a screening."""


class ShardError(Exception):
    """A file of answers cannot be made; the message says what is wrong."""


class Places:
    """Different texts, each with its place among them."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def of(self, text: str) -> int:
        """Give the place of a text, a new one if it has none."""
        return self.known.setdefault(text, len(self.known))


def column(numbers: tuple[str, ...]) -> str:
    """Write a column; one number where all are the same.

    >>> column(("20", "25")), column(("20", "20"))
    ('20 25', '20')
    """
    return numbers[0] if len(set(numbers)) == 1 else " ".join(numbers)


def shape_of(between: tuple[str, ...], pieces: Places, numbers: Iterator[int]) -> list[int]:
    """Write a text as places: of a piece, of a column, of a piece, and so on."""
    shape = []
    for at, piece in enumerate(between):
        if at:
            shape.append(next(numbers))
        shape.append(pieces.of(piece))
    return shape


def questions(slug: str) -> Iterator[Answers]:
    """Give the answers of every common question of a calculator, all that its form holds, as a page sends them."""
    asked = calculator(slug)
    built = answers_of(asked.inputs, {})
    units = [f"{each.name}_unit" for each in asked.inputs if isinstance(each, MassInput)]
    seen = set()
    for question in COMMON[slug]:
        for values in itertools.product(*question.values()):
            chosen = dict(zip(question, values, strict=True))
            unit = chosen.pop(UNIT, "")
            answers = built | chosen | (dict.fromkeys(units, unit) if unit else {})
            text = json.dumps(answers)
            if text not in seen:
                seen.add(text)
                yield answers


def standing_for(slug: str) -> dict[str, str] | None:
    """Give what a page says of a reader whom nobody has screened; a calculator without settings is told nothing.

    Raises:
        ShardError: The calculator gives nothing to such a reader, or finds where a reader stands.
    """
    asked = calculator(slug)
    if asked.asks_first or (asked.private and not asked.gated):
        raise ShardError(
            f"{slug} does not answer without a screening: it can have no answers here."
        )
    return UNSCREENED if asked.gated else None


def respond(slug: str, answers: Answers) -> str:
    """Give the bridge's response to what a page asks at a keystroke; no day and no address of a page is in it."""
    asked = {"calculator": slug, "answers": answers, "standing": standing_for(slug)}
    return bridge.answer(json.dumps({**asked, "part": "answer"}))


def made(slug: str, responses: Iterable[tuple[Answers, str]]) -> str:
    """Write the file of a calculator, as `shard.js` reads it.

    Args:
        slug: Of the calculator.
        responses: Answers, all that the form holds, with the bridge's response.
    """
    built = answers_of(calculator(slug).inputs, {})
    listed = list(responses)
    varies = [name for name in built if any(each[name] != built[name] for each, _ in listed)]
    # Rows of numbers, by what stands between them in the answers and in the response.
    tables: dict[tuple[tuple[str, ...], tuple[str, ...]], list[list[str]]] = {}
    for answers, response in listed:
        key = [answers[name] for name in varies]
        asked = NUMBER.split(json.dumps(key, ensure_ascii=False, separators=(",", ":")))
        said = NUMBER.split(response)
        shape = (tuple(asked[::2]), tuple(said[::2]))
        tables.setdefault(shape, []).append([*asked[1::2], *said[1::2]])
    pieces = Places()
    told = []
    for (asked_pieces, said_pieces), rows in tables.items():
        columns = Places()
        numbers = iter([columns.of(column(each)) for each in zip(*rows, strict=True)])
        shapes = {
            "asked": shape_of(asked_pieces, pieces, numbers),
            "said": shape_of(said_pieces, pieces, numbers),
        }
        told.append({"rows": len(rows), **shapes, "columns": list(columns.known)})
    shard = {
        "calculator": slug,
        "standing": standing_for(slug),
        "answers": {name: value for name, value in built.items() if name not in varies},
        "varies": varies,
        "pieces": list(pieces.known),
        "tables": told,
    }
    return json.dumps(shard, ensure_ascii=False, separators=(",", ":"))


def make(slug: str) -> str:
    """Answer every common question of a calculator, and write its file."""
    return made(slug, ((answers, respond(slug, answers)) for answers in questions(slug)))


def build(kept: Path = KEPT) -> dict[str, Path]:
    """Make the file of each calculator, unless the same rules have made it before.

    Returns:
        The files by calculator.
    """
    with one_at_a_time(kept / "build.lock"):
        folder = kept / inputs()
        for slug in COMMON:
            path = folder / f"{slug}.json"
            if not path.is_file():
                folder.mkdir(exist_ok=True)
                new = path.with_suffix(".new")
                new.write_text(make(slug), "utf-8")
                new.rename(path)
        for old in kept.iterdir():
            if old.is_dir() and old != folder:
                shutil.rmtree(old)
    return {slug: folder / f"{slug}.json" for slug in COMMON}


def inputs() -> str:
    """Hash what the answers are made from: the rules, and the code that asks them."""
    digest = hashlib.sha256()
    rules = ROOT / "src" / "bfr_rules"
    paths = [path for path in rules.rglob("*") if path.suffix in {".py", ".json"}]
    for path in sorted([*paths, Path(__file__)]):
        digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def write(site: Path, kept: Path = KEPT) -> None:
    """Lay the files into a built site, and tell each calculator that stands on a page of its own."""
    texts = {slug: path.read_bytes() for slug, path in build(kept).items()}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        told = TOLD.sub(lambda found: told_of(found, texts, site), text)
        if told != text:
            page.write_text(told, "utf-8")


def told_of(found: re.Match[str], texts: Mapping[str, bytes], site: Path) -> str:
    """Write into a calculator's tag where its answers lie, beside the browser's Python, and lay them there."""
    element, (slug, runtime) = found[0], found.groups()
    if slug not in texts:
        return element
    base = json.loads(html.unescape(runtime))["base"]
    digest = hashlib.sha256(texts[slug])
    hashed = posixpath.basename(base.rstrip("/"))
    place = f"{hashed}/{slug}.{digest.hexdigest()[:16]}.json"
    path = site / FOLDER / place
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(texts[slug])
    address = posixpath.normpath(f"{base}../../answers/{place}")
    integrity = f"sha256-{base64.b64encode(digest.digest()).decode()}"
    said = html.escape(json.dumps({"address": address, "integrity": integrity}))
    return f'{element} data-shard="{said}"'
