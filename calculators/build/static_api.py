"""Data for other programs: static JSON below `/api/v1/`, made from the rules and the guide.

A name or a meaning that changes makes a new version; what is added does not. `schema.json` says what each file holds,
under the name of the file in its `$defs`; `docs/about/programmers.md` tells people.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bfr_rules import __version__
from bfr_rules.bridge import cites_json
from bfr_rules.calculator import Calculator
from bfr_rules.catalog import ADVISED, CALCULATORS
from bfr_rules.library import ask
from bfr_rules.limits import LIMITS
from bfr_rules.schema import answers_schema, outcome_schema
from bfr_rules.screening.reasons import ITEMS
from bfr_rules.signs import SIGNS
from calculators.build.bundle.build import build_wheel
from calculators.paths import DOCS, ROOT

FOLDER = "api/v1"
SCHEMA = Path(__file__).with_name("static_api.schema.json")
WORKS = ROOT / "src" / "bfr_rules" / "references.json"
CHECKED = "evidence/article-checked.md"
"""The page that takes the claims of an article one by one."""

CLAIM = re.compile(r"^### (?P<name>S\d+)\. (?P<claim>.+?) \{ #(?P<anchor>s\d+) \.bfr-ref \}$")
VERDICT = re.compile(r"^\*\*[^*]+\*\*\{ \.bfr-ruling \.bfr-(?P<verdict>[a-z-]+) \}")
CITES = re.compile(r"@(?P<key>[a-z0-9_]+)(?:, (?P<place>[^;\]]+))?")
IN_BRACKETS = re.compile(r"\[(@[^\]]+)\]")

LICENCE = {
    "data": "https://creativecommons.org/licenses/by/4.0/",
    "code": "https://opensource.org/license/mit",
}


class ApiError(Exception):
    """The data cannot be made; the message says which page breaks what rule."""


def write(site: Path, docs: Path = DOCS) -> None:
    """Write every file, and the package for programs that run Python, into a built site."""
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "calculators").mkdir(parents=True)
    wheel = build_wheel(folder)
    shutil.copy(SCHEMA, folder / "schema.json")
    _json(folder / "outcome.schema.json", outcome_schema())
    _json(folder / "works.json", works())
    listed = files(docs)
    for name, held in listed.items():
        _json(folder / f"{name}.json", _versioned(held))
    for each in CALCULATORS:
        _json(folder / "calculators" / f"{each.slug}.json", _versioned(calculator(each)))
    _json(folder / "index.json", _versioned(index(listed, wheel.name)))


def _json(file: Path, held: object) -> None:
    file.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _versioned(held: Mapping[str, Any]) -> dict[str, Any]:
    return {"version": 1, "rules": __version__, **held}


def index(names: Iterable[str], wheel: str) -> dict[str, Any]:
    """List the other files, by addresses from here."""
    found = [f"{name}.json" for name in (*names, "works")]
    return {
        "licence": LICENCE,
        "notice": "For education and training planning: not medical advice, not a medical device.",
        "files": sorted(found),
        "calculators": [f"calculators/{each.slug}.json" for each in CALCULATORS],
        "schemas": ["schema.json", "outcome.schema.json"],
        "wheel": wheel,
    }


def files(docs: Path = DOCS) -> dict[str, dict[str, Any]]:
    """Give what each file holds beside its version, by its name."""
    return {
        "calculators": {"calculators": [_about(each) for each in CALCULATORS]},
        "ranges": {"ranges": list(_ranges())},
        "limits": {
            "limits": [
                {"code": each.code, "says": str(each), "cites": cites_json(each.cites)}
                for each in LIMITS.values()
            ]
        },
        "reasons": {"reasons": list(_reasons())},
        "signs": {"signs": list(_signs())},
        "claims": {
            "page": "evidence/article-checked/",
            "claims": list(claims((docs / CHECKED).read_text("utf-8"))),
        },
    }


def calculator(asked: Calculator) -> dict[str, Any]:
    """Tell of one calculator: its questions as JSON Schema, and its examples as anyone unscreened gets them."""
    return {
        **_about(asked),
        "use_when": [str(each) for each in asked.use_when],
        "not_when": [str(each) for each in asked.not_when],
        "limits": [str(each) for each in asked.limits],
        "cites": cites_json(asked.cites),
        "reviewed": asked.reviewed,
        "answers": answers_schema(asked),
        "outcome": "../outcome.schema.json",
        "examples": [
            {
                "says": str(each.says),
                "answers": dict(each.given),
                "outcome": ask(asked.slug, each.given).as_json(),
            }
            for each in asked.examples
        ],
    }


def _about(asked: Calculator) -> dict[str, Any]:
    return {
        "slug": asked.slug,
        "title": str(asked.title),
        "question": str(asked.question),
        "page": f"calculate/{asked.slug}/",
        "file": f"calculators/{asked.slug}.json",
        "gives_settings": asked.gated,
        "screening_first": asked.asks_first,
        "about_health": asked.private,
    }


def works() -> list[dict[str, Any]]:
    """Give the works as CSL-JSON; `custom` says how far each was read."""
    found: list[dict[str, Any]] = json.loads(WORKS.read_text("utf-8"))
    return found


def _ranges() -> Iterator[dict[str, Any]]:
    for each in ADVISED:
        low, high = each.range.low, each.range.high
        yield {
            "name": each.name,
            "label": str(each.label),
            "low": None if low is None else float(low),
            "high": None if high is None else float(high),
            "unit": each.unit.symbol,
            "text": str(each),
            "note": each.note and str(each.note),
            "cites": cites_json(each.cites),
        }


def _reasons() -> Iterator[dict[str, Any]]:
    for each in ITEMS:
        yield {
            "id": each.id,
            "value": each.value,
            "says": str(each.tick),
            "level": each.severity.value.value,
            "do": str(each.do),
            "why": str(each.why),
            "of_one_limb": each.limb,
            "limits": [limit.code for limit in each.limits],
            "decided_by": [who.value for who in each.decides.by],
            "cites": cites_json(each.cites),
        }


def _signs() -> Iterator[dict[str, Any]]:
    for each in SIGNS:
        yield {
            "id": each.id,
            "title": str(each.title),
            "signs": [str(sign) for sign in each.signs],
            "do": str(each.do),
            "urgency": each.urgency,
            "when": each.when,
            "why": each.why and str(each.why),
            "cites": cites_json(each.cites),
        }


def claims(text: str) -> Iterator[dict[str, Any]]:
    """Read the claims of the page that checks them, each with its verdict and the works that carry it.

    Raises:
        ApiError: A claim has no verdict.
    """
    parts = re.split(r"(?m)^(?=##+ )", text)
    for part in parts:
        heading, *lines = part.splitlines() or [""]
        found = CLAIM.match(heading)
        if not found:
            continue
        said = "\n".join(lines)
        verdict = VERDICT.match(said.strip())
        if not verdict:
            raise ApiError(f"{CHECKED}: {found['name']} has no verdict")
        cites = [
            {"key": cite["key"], "place": (cite["place"] or "").strip()}
            for row in IN_BRACKETS.findall(said)
            for cite in CITES.finditer(row)
        ]
        yield {
            "id": found["anchor"],
            "claim": found["claim"],
            "verdict": verdict["verdict"],
            "cites": list({(each["key"], each["place"]): each for each in cites}.values()),
        }
