"""The command line: `bfr-rules list | schema SLUG | ask SLUG name=value … | sources`.

>>> main(["ask", "training-load", "one_rm=100 kg", "percent_1rm=30"])  # doctest: +ELLIPSIS
Load the bar to 30 kg: 5 kg on each side
<BLANKLINE>
After rounding this is: 30 % of your 1RM
...
0
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence

from bfr_rules import __version__, bridge
from bfr_rules.catalog import CALCULATORS, calculator, cited_keys
from bfr_rules.inputs import MassInput
from bfr_rules.model import AnswersError, Calculator, Citation, Outcome, Raw
from bfr_rules.references import work

BAD_ANSWERS = 2
"""The exit status for answers that cannot be used, as argparse has it for bad commands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after `bfr-rules`; by default those of the process.

    Returns:
        The exit status: 0, or 2 for bad answers.
    """
    typed = sys.argv[1:] if arguments is None else arguments
    # Last, because until Python 3.13 argparse takes no answers after an option.
    chosen = _parser().parse_args(sorted(typed, key=lambda word: word == "--json"))
    match chosen.command:
        case "list":
            _print(f"{each.slug:14} {each.question}" for each in CALCULATORS)
        case "schema":
            print(json.dumps(answers_schema(calculator(chosen.slug)), ensure_ascii=False, indent=2))
        case "sources":
            _print(_sources())
        case _:
            return _ask(chosen.slug, chosen.answers, as_json=chosen.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bfr-rules", description="Cited rules of blood flow restriction (BFR) training."
    )
    parser.add_argument("--version", action="version", version=f"bfr-rules {__version__}")
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
    commands.add_parser("sources", help="show the works that the rules cite")
    return parser


def _pair(word: str) -> tuple[str, str]:
    """Part "one_rm=100 kg" into name and answer."""
    name, equals, value = word.partition("=")
    if not equals or not name:
        message = f"“{word}” is not of the form name=value, for example one_rm=100"
        raise argparse.ArgumentTypeError(message)
    return name, value


def _ask(slug: str, pairs: Sequence[tuple[str, str]], *, as_json: bool) -> int:
    answers: dict[str, Raw] = dict(pairs)
    if as_json:
        request = json.dumps({"calculator": slug, "answers": answers})
        response = bridge.answer(request)
        print(response)
        return BAD_ANSWERS if "problems" in json.loads(response) else 0
    try:
        _print(_readable(bridge.ask(slug, answers)))
    except AnswersError as error:
        for problem in error.problems:
            print(f"{problem.name}: {problem.says}", file=sys.stderr)
        return BAD_ANSWERS
    return 0


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)


def _keys(cites: tuple[Citation, ...]) -> str:
    return f" [{'; '.join(f'{each.key}, {each.place}' for each in cites)}]" if cites else ""


def _readable(outcome: Outcome) -> Iterator[str]:
    """Write an outcome for a person at a terminal."""
    yield str(outcome.headline)
    if outcome.stop:
        yield f"{outcome.stop.says}{_keys(outcome.stop.cites)}"
        yield from (f"- {each}" for each in outcome.stop.do)
        return
    yield ""
    if outcome.band:
        yield str(outcome.band.says)
    yield from (f"{each.label}: {each.value}" for each in outcome.facts)
    for caution in outcome.cautions:
        yield f"\nCaution: {caution.says}{_keys(caution.cites)}"
    yield "\nWhy this answer"
    for step in outcome.steps:
        formula = f" = {step.formula}" if step.formula else ""
        yield f"- {step.says}{formula}: {step.result}{_keys(step.cites)}"
    for table in outcome.tables:
        yield f"\n{table.caption}"
        yield " | ".join(str(each) for each in table.columns)
        yield from (" | ".join(str(cell) for cell in row) for row in table.rows)
    yield "\nWhat to do next"
    yield from (f"- {each.says}{_keys(each.cites)}" for each in outcome.next)


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
    properties: dict[str, Mapping[str, object]] = {}
    for each in asked.inputs:
        about = {"title": str(each.label)}
        if each.hint:
            about["description"] = str(each.hint)
        properties[each.name] = {**about, **each.schema(), "default": each.default}
        if isinstance(each, MassInput):
            properties[each.unit_name] = {
                "title": f"Unit of {each.name}",
                "enum": [unit.symbol for unit in each.possible],
            }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Answers for “{asked.title}”",
        "description": str(asked.question),
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
