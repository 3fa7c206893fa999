"""The command line: `bfr-rules list | schema SLUG | ask SLUG name=value … | sources`.

It ends with 0 after an answer, 2 after a bad command or answers that cannot be used, 3 after a stop.
Without `--standing` nobody was screened, which one line on standard error says.

>>> main(["ask", "training-load", "one_rm=100 kg", "percent_1rm=30"])  # doctest: +ELLIPSIS
Load the bar to 30 kg: 5 kg on each side
<BLANKLINE>
After rounding this is: 30 % of your 1RM
...
0
"""

from __future__ import annotations

import argparse
import codecs
import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from bfr_rules import __version__, bridge
from bfr_rules.catalog import CALCULATORS, calculator, cited_keys
from bfr_rules.gate import UNSCREENED
from bfr_rules.model import Calculator, Raw
from bfr_rules.quantity import Date
from bfr_rules.references import work

BAD_ANSWERS = 2
"""The exit status for answers that cannot be used, as argparse has it for bad commands."""
STOPPED = 3
"""The exit status for an answer that is a stop."""
NOBODY_READS = 141
"""The exit status where the reader of a pipe has gone, as shells have it for a broken one."""
ALIKE = "bfr-rules-alike"
"""The name under which Python finds `_alike`."""
LIKE = {
    **dict.fromkeys("−–—‐", "-"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’′", "'"),
    **dict.fromkeys("\u00a0\u202f", " "),
    "×": "x",
    "·": ".",
    "…": "...",
    "→": "->",
    "≤": "<=",
    "≥": ">=",
    "±": "+-",
    "≈": "~",
}
"""What stands for a sign that a terminal does not have."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after `bfr-rules`; by default those of the process.

    Returns:
        The exit status: 0, 2 for bad answers, 3 for a stop, or 141 where nobody reads on.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ALIKE)
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # As of `head`: it has read enough. What is still in the buffers has nowhere to go.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        return NOBODY_READS


def _alike(error: UnicodeError) -> tuple[str, int]:
    """Write what the letters of a terminal do not have with those that it has.

    >>> "−5 “×” → ≥ Ü ½ ☂".encode("ascii", ALIKE)
    b'-5 "x" -> >= U 1/2 ?'
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    torn = error.object[error.start : error.end]
    return "".join(map(_plainly, torn)), error.end


def _plainly(letter: str) -> str:
    """Write one letter with those of ASCII."""
    parts = unicodedata.normalize("NFKD", LIKE.get(letter, letter)).replace("⁄", "/")
    return parts.encode("ascii", "ignore").decode() or "?"


codecs.register_error(ALIKE, _alike)


def _run(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    chosen = parser.parse_args(_options_last(sys.argv[1:] if arguments is None else arguments))
    match chosen.command:
        case "list":
            _print(f"{each.slug:14} {each.question}" for each in CALCULATORS)
        case "schema":
            print(_json(answers_schema(calculator(chosen.slug)), indent=2))
        case "sources":
            _print(_sources())
        case _:
            try:
                answers = _together(calculator(chosen.slug), chosen.answers)
                standing = chosen.standing and _standing(chosen.standing)
                day = _day(chosen.today)
            except ValueError as error:
                parser.error(str(error))
            request = {"calculator": chosen.slug, "answers": answers, "today": day}
            return _ask({**request, "standing": standing}, as_json=chosen.json)
    return 0


def _json(value: object, indent: int | None = None) -> str:
    """Write JSON, with escapes where the letters of the terminal do not have all that is in it."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except ValueError:
        return json.dumps(value, indent=indent)
    return text


def _options_last(typed: Sequence[str]) -> list[str]:
    """Put options behind the answers: until Python 3.13 argparse takes no answers after them.

    >>> _options_last(["ask", "rest", "--json", "--standing", "-", "rest_s=30"])
    ['ask', 'rest', 'rest_s=30', '--json', '--standing', '-']
    """
    words, options = [], []
    rest = iter(typed)
    for word in rest:
        if not word.startswith("--"):
            words.append(word)
            continue
        options.append(word)
        if word in {"--standing", "--today"}:
            options.extend(islice(rest, 1))
    return words + options


def _together(asked: Calculator, pairs: Sequence[tuple[str, str]]) -> dict[str, Raw]:
    """Join the answers: ticks of a list add up, and nothing else may be answered twice.

    Raises:
        ValueError: A question that takes one answer has two.
    """
    lists = {each.name for each in asked.inputs if each.many}
    answers: dict[str, Raw] = {}
    for name, value in pairs:
        before = answers.get(name)
        if before is None:
            answers[name] = value
        elif name in lists:
            answers[name] = f"{before} {value}"
        else:
            message = f"“{name}” is answered twice, with “{before}” and “{value}”. Take one away."
            raise ValueError(message)
    return answers


def _standing(place: str) -> object:
    """Read where a screening left somebody: what `ask screening --json` printed, or its standing.

    Raises:
        ValueError: There is no such file, or it holds something else.
    """
    try:
        text = sys.stdin.read() if place == "-" else Path(place).read_text("utf-8")
        # An outcome of another calculator has none.
        given = _inside("standing", _inside("outcome", json.loads(text))) or {}
        bridge.standing_of(given)
    except OSError as error:
        message = f"--standing: “{place}” cannot be read: {error.strerror}"
        raise ValueError(message) from None
    except (KeyError, TypeError, ValueError, RecursionError):
        message = (
            f"--standing: “{place}” holds no standing. "
            "Write one with: bfr-rules ask screening … --json > FILE"
        )
        raise ValueError(message) from None
    return given


def _inside(name: str, given: object) -> object:
    return given.get(name, given) if isinstance(given, dict) else given


def _day(typed: str | None) -> str:
    """Give the day for which is asked: the one that was typed, or today.

    Raises:
        ValueError: It is no date.
    """
    if typed is None:
        return datetime.now().astimezone().date().isoformat()
    try:
        return Date.parse(typed).on.isoformat()
    except ValueError:
        message = f"--today: “{typed}” is not a date. Write it as year-month-day, like 2026-11-24."
        raise ValueError(message) from None


class _Once(argparse.Action):
    """An option that is refused when it is there twice: the last one would win unseen."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep the value, if it is the first."""
        before = getattr(namespace, self.dest)
        if before is not None:
            parser.error(f"“{option_string}” is there twice, with “{before}” and “{values}”")
        setattr(namespace, self.dest, values)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bfr-rules", description="Cited rules of blood flow restriction (BFR) training."
    )
    parser.add_argument("-V", "--version", action="version", version=f"bfr-rules {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    slugs = [each.slug for each in CALCULATORS]
    commands.add_parser("list", help="show the calculators and what they answer")
    schema = commands.add_parser("schema", help="show the answers as JSON Schema")
    schema.add_argument("slug", metavar="SLUG", choices=slugs)
    ask = commands.add_parser(
        "ask",
        help="ask a calculator",
        epilog='for example: bfr-rules ask training-load "one_rm=100 kg" percent_1rm=30',
    )
    ask.add_argument("slug", metavar="SLUG", choices=slugs)
    ask.add_argument("answers", metavar="name=value", nargs="*", type=_pair)
    ask.add_argument("--json", action="store_true", help="print the response of the bridge")
    ask.add_argument(
        "--standing",
        metavar="FILE",
        action=_Once,
        help="what `ask screening --json` printed; - reads it here",
    )
    ask.add_argument(
        "--today", metavar="DATE", action=_Once, help="the day for which is asked, if not today"
    )
    commands.add_parser("sources", help="show the works that the rules cite")
    return parser


def _pair(word: str) -> tuple[str, str]:
    """Part "one_rm=100 kg" into name and answer."""
    name, equals, value = word.partition("=")
    if not equals or not name:
        message = f"“{word}” is not of the form name=value, for example one_rm=100"
        raise argparse.ArgumentTypeError(message)
    return name, value


def _ask(request: dict[str, object], *, as_json: bool) -> int:
    """Ask, and print what is answered; anyone who was not screened hears of it beside the answer."""
    response = json.loads(bridge.answer(json.dumps(request)))
    if as_json:
        print(_json(response))
    if "problems" in response:
        if not as_json:
            for problem in response["problems"]:
                print(f"{problem['name']}: {problem['says']}", file=sys.stderr)
        return BAD_ANSWERS
    outcome = response["outcome"]
    if str(UNSCREENED) in outcome["provisos"]:
        print(f"{UNSCREENED} (--standing)", file=sys.stderr)
    if not as_json:
        _print(_readable(outcome))
    return STOPPED if outcome["stop"] else 0


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)


Json = dict[str, Any]


def _keys(said: Json) -> str:
    cites = "; ".join(f"{each['key']}, {each['place']}" for each in said["cites"])
    return f" [{cites}]" if cites else ""


def _readable(outcome: Json) -> Iterator[str]:
    """Write an outcome for a person at a terminal."""
    yield outcome["headline"]
    if stop := outcome["stop"]:
        yield f"{stop['says']}{_keys(stop)}"
        yield from (f"- {each}" for each in stop["do"])
        yield from _holds(outcome)
        return
    yield ""
    if outcome["band"]:
        yield outcome["band"]["says"]
    yield from (f"{each['label']}: {each['value']}" for each in outcome["facts"])
    for caution in outcome["cautions"]:
        yield f"\nCaution: {caution['says']}{_keys(caution)}"
    yield from _holds(outcome)
    yield "\nWhy this answer"
    for step in outcome["steps"]:
        formula = f" = {step['formula']}" if step["formula"] else ""
        yield f"- {step['says']}{formula}: {step['result']}{_keys(step)}"
    for table in outcome["tables"]:
        yield f"\n{table['caption']}"
        yield " | ".join(table["columns"])
        yield from (" | ".join(row) for row in table["rows"])
    yield "\nWhat to do next"
    yield from (f"- {each['says']}{_keys(each)}" for each in outcome["next"])


def _holds(outcome: Json) -> Iterator[str]:
    """Write the limits that hold, and who was screened or has agreed."""
    lines = [f"Limit: {each['says']}{_keys(each)}" for each in outcome["limits"]]
    lines += [each for each in outcome["provisos"] if each != str(UNSCREENED)]
    if lines:
        yield ""
        yield from lines


def _sources() -> Iterator[str]:
    for key in cited_keys():
        each = work(key)
        yield f"{key:22} {each.short}. {each.title}{f'. {each.url}' if each.url else ''}"


def answers_schema(asked: Calculator) -> dict[str, object]:
    """Describe the answers of a calculator in JSON Schema 2020-12.

    >>> schema = answers_schema(calculator("training-load"))
    >>> schema["properties"]["equipment"]["enum"]
    ['barbell', 'dumbbells', 'stack', 'step']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Answers for “{asked.title}”",
        "description": str(asked.question),
        "type": "object",
        "properties": {name: of for each in asked.inputs for name, of in each.schemas().items()},
        "additionalProperties": False,
    }
