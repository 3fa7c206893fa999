"""The command line: `bfr-rules list | ask SLUG name=value … | schema SLUG | sources | completion`.

It ends with 0 after an answer, 2 after a bad command or answers that cannot be used, 3 after a stop.
Without `--standing` nobody was screened, which one line on standard error says; what the site keeps
from a reader who was not screened, this keeps, too.

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
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bfr_rules import __version__, bridge
from bfr_rules.calculator import Calculator
from bfr_rules.catalog import CALCULATORS, calculator, cited_keys
from bfr_rules.cli.completion import SHELLS, candidates
from bfr_rules.cli.given import GivenError, answers_of, day_of, options_last, standing_of
from bfr_rules.cli.letters import as_json, write_alike
from bfr_rules.cli.questions import guide
from bfr_rules.cli.written import Json, file_of, readable
from bfr_rules.gate import UNSCREENED
from bfr_rules.references import work
from bfr_rules.schema import answers_schema, outcome_schema
from bfr_rules.standing import Level

BAD_ANSWERS = 2
"""The exit status for answers that cannot be used, as argparse has it for bad commands."""
STOPPED = 3
"""The exit status for an answer that is a stop."""
NOBODY_READS = 141
"""The exit status where the reader of a pipe has gone, as shells have it for a broken one."""
STATUSES = """\
It ends with
  0  after an answer
  2  after a bad command, or answers that cannot be used
  3  after a stop: something must be settled first
141  where nobody reads on, as behind `head`"""
EXAMPLE = 'for example: bfr-rules ask training-load "one_rm=100 kg" percent_1rm=30'


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after `bfr-rules`; by default those of the process.

    Returns:
        The exit status: 0, 2 for bad answers, 3 for a stop, or 141 where nobody reads on.
    """
    write_alike()
    try:
        try:
            return _run(sys.argv[1:] if arguments is None else arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # As of `head`: it has read enough. What is still in the buffers has nowhere to go.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        return NOBODY_READS


def _run(arguments: Sequence[str]) -> int:
    parser = _parser()
    chosen = parser.parse_args(options_last(arguments, WITH_VALUE))
    do: Callable[[argparse.Namespace], int] = chosen.do
    try:
        return do(chosen)
    except GivenError as error:
        parser.error(str(error))


# --- What can be typed -------------------------------------------------------------------------


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


OPTIONS: dict[str, tuple[str, str]] = {
    "--standing": (
        "FILE",
        "where a screening left you: what `ask screening --json` printed; - reads it here",
    ),
    "--today": ("DATE", "the day for which is asked, if not today"),
    "--answers": ("FILE", "answers as a JSON object, or a line name=value each; - reads them here"),
    "--output": ("FILE", "keep a file of the answer that ends in .ics, .csv or .json"),
}
"""The options of `ask` that take a value."""
WITH_VALUE = (*OPTIONS, "-o")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bfr-rules",
        description="Cited rules of blood flow restriction (BFR) training.",
        epilog=f"{EXAMPLE}\n\n{STATUSES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"bfr-rules {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    ask = commands.add_parser(
        "ask",
        help="ask a calculator",
        epilog=f"{EXAMPLE}\n\n`bfr-rules ask SLUG --help` lists the questions of one.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked = ask.add_subparsers(dest="slug", required=True, metavar="SLUG")
    for each in CALCULATORS:
        _ask_parser(asked, each)
    listed = commands.add_parser("list", help="show the calculators and what they answer")
    schema = commands.add_parser("schema", help="show the answers as JSON Schema")
    schema.add_argument("slug", metavar="SLUG", choices=[each.slug for each in CALCULATORS])
    schema.add_argument("--outcome", action="store_true", help="of what is answered, for all alike")
    sources = commands.add_parser("sources", help="show the works that the rules cite")
    for command, do in ((listed, _list), (schema, _schema), (sources, _sources)):
        command.add_argument("--json", action="store_true", help="print JSON")
        command.set_defaults(do=do)
    completion = commands.add_parser(
        "completion",
        help="print the completion of a shell",
        epilog="for example, in ~/.bashrc: source <(bfr-rules completion bash)",
    )
    completion.add_argument("shell", choices=SHELLS)
    completion.set_defaults(do=_completion)
    complete = commands.add_parser("complete")  # for the shells alone
    complete.add_argument("line")
    complete.set_defaults(do=_complete)
    return parser


def _ask_parser(
    into: argparse._SubParsersAction[argparse.ArgumentParser], asked: Calculator
) -> None:
    """Add the command that asks one calculator; its help lists the questions."""
    parser = into.add_parser(
        asked.slug,
        help=str(asked.question).replace("%", "%%"),
        usage=f"bfr-rules ask {asked.slug} [name=value ...] [-] [options]",
        description=f"{asked.question}\n\n{guide(asked)}",
        epilog=STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "answers", metavar="name=value", nargs="*", help="an answer; - reads them as --answers does"
    )
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
    for name, (value, says) in OPTIONS.items():
        names = ("-o", name) if name == "--output" else (name,)
        dest = "answers_file" if name == "--answers" else name.removeprefix("--")
        parser.add_argument(*names, dest=dest, metavar=value, action=_Once, help=says)
    parser.set_defaults(do=_ask)


# --- What is done ------------------------------------------------------------------------------


def _list(chosen: argparse.Namespace) -> int:
    listed = [
        {"slug": each.slug, "title": str(each.title), "question": str(each.question)}
        for each in CALCULATORS
    ]
    if chosen.json:
        print(as_json(listed, indent=2))
    else:
        _print(f"{each['slug']:18} {each['question']}" for each in listed)
    return 0


def _schema(chosen: argparse.Namespace) -> int:
    asked = calculator(chosen.slug)
    print(as_json(outcome_schema() if chosen.outcome else answers_schema(asked), indent=2))
    return 0


def _sources(chosen: argparse.Namespace) -> int:
    works = [work(key) for key in cited_keys()]
    if chosen.json:
        print(as_json([vars(each) for each in works], indent=2))
    else:
        _print(
            f"{each.key:22} {each.short}. {each.title}{f'. {each.url}' if each.url else ''}"
            for each in works
        )
    return 0


def _completion(chosen: argparse.Namespace) -> int:
    print(SHELLS[chosen.shell], end="")
    return 0


def _complete(chosen: argparse.Namespace) -> int:
    commands = ("ask", "list", "schema", "sources", "completion")
    _print(candidates(chosen.line, commands, ("--json", *OPTIONS)))
    return 0


def _ask(chosen: argparse.Namespace) -> int:
    """Ask, and print what is answered; anyone who was not screened hears of it beside the answer."""
    asked = calculator(chosen.slug)
    if [chosen.standing, chosen.answers_file, *chosen.answers].count("-") > 1:
        message = "standard input can be read once: “-” is there twice"
        raise GivenError(message)
    request = {
        "calculator": asked.slug,
        "answers": answers_of(asked, chosen.answers, chosen.answers_file),
        "today": day_of(chosen.today),
        # Whom nobody has screened is answered as a reader of the site is, not as a worked example.
        "standing": standing_of(chosen.standing)
        if chosen.standing
        else {"level": Level.UNSCREENED.value},
    }
    response: Json = json.loads(bridge.answer(json.dumps(request)))
    outcome: Json = response.get("outcome") or {}
    stopped = bool(outcome.get("stop"))
    if outcome and chosen.output and not stopped:
        _keep(chosen.output, file_of(outcome, chosen.output))
    if outcome and asked.gated and not _screened(outcome, chosen.standing):
        print(f"{UNSCREENED} (--standing)", file=sys.stderr)
    if chosen.json:
        print(as_json(response))
    elif outcome:
        _print(readable(outcome))
    else:
        for problem in response["problems"]:
            print(f"{problem['name']}: {problem['says']}", file=sys.stderr)
    if not outcome:
        return BAD_ANSWERS
    return STOPPED if stopped else 0


def _screened(outcome: Json, standing: str | None) -> bool:
    """Tell whether somebody was screened: a stop before any screening has no line that says so."""
    return bool(standing) and str(UNSCREENED) not in outcome["provisos"]


def _keep(place: str, text: str) -> None:
    """Write a file, byte for byte.

    Raises:
        GivenError: It cannot be written.
    """
    try:
        Path(place).write_bytes(text.encode())
    except OSError as error:
        message = f"--output: “{place}” cannot be written: {error.strerror}"
        raise GivenError(message) from None


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
