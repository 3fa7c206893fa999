"""Completion for shells: `bfr-rules completion bash` prints what a shell needs to ask us back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bfr_rules.catalog import PLACES, calculator

SHELLS = {
    # bash takes `=` for the end of a word, so it wants only what comes after it.
    "bash": """\
_bfr_rules() {
  local line=${COMP_LINE:0:COMP_POINT} IFS=$'\\n'
  COMPREPLY=($(bfr-rules complete "$line" 2>/dev/null))
  if [[ ${line##* } == *=* && $COMP_WORDBREAKS == *=* ]]; then
    COMPREPLY=("${COMPREPLY[@]#*=}")
  elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace
  fi
}
complete -o default -F _bfr_rules bfr-rules
""",
    "zsh": """\
#compdef bfr-rules
_bfr_rules() {
  local -a found
  found=(${(f)"$(bfr-rules complete "${words[1,CURRENT]}" 2>/dev/null)"})
  if (( $#found )); then
    compadd -S '' -- ${(M)found:#*=}
    compadd -- ${found:#*=}
  else
    _files
  fi
}
compdef _bfr_rules bfr-rules
""",
    "fish": """\
complete -c bfr-rules -f -a '(bfr-rules complete (commandline -cp) 2>/dev/null)'
complete -c bfr-rules -l standing -l answers -l output -r -F
""",
}
"""The lines by which a shell asks `bfr-rules complete LINE`."""


def candidates(line: str, commands: Iterable[str], options: Iterable[str]) -> Iterator[str]:
    """List how the last word of a line may go on.

    Args:
        line: What stands before the cursor, the command's name included.
        commands: The names of the commands.
        options: The options of `ask`.

    >>> list(candidates("bfr-rules ask re", ["ask", "list"], ["--json"]))
    ['rest']
    >>> list(candidates("bfr-rules ask rest feeling=fi", ["ask", "list"], ["--json"]))
    ['feeling=fine']
    """
    *before, last = line.split(" ")
    words = [each for each in before[1:] if each]
    found: Iterable[str] = ()
    match words:
        case []:
            found = commands
        case ["completion"]:
            found = SHELLS
        case ["ask" | "schema"]:
            found = PLACES
        case ["ask", slug, *given] if slug in PLACES:
            found = [*_answers(slug, given, last), *options]
        case _:
            pass
    return (each for each in found if each.startswith(last))


def _answers(slug: str, given: Iterable[str], last: str) -> Iterator[str]:
    """List the questions that are not answered yet; behind one, the answers to choose from."""
    asked = {each.partition("=")[0] for each in given}
    for each in calculator(slug).inputs:
        if "=" not in last:
            yield from () if each.name in asked else (f"{each.name}=",)
            continue
        yield from (f"{each.name}={option.value}" for option in each.options)
        for name in each.names[1:]:
            yield from (f"{name}={unit}" for unit in _enum(each.schemas()[name]))


def _enum(schema: Mapping[str, object]) -> Iterable[str]:
    found = schema["enum"]
    return map(str, found) if isinstance(found, list) else ()
