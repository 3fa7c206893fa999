"""Answers read: every question of a calculator at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bfr_rules.question import AnswersError, Input, Problem, Raw, When
from bfr_rules.reading.characters import is_blank, legible
from bfr_rules.text import Series, Text


@dataclass(frozen=True, eq=False)
class Read(Mapping[str, object]):
    """Answers that were read: a mapping from each question that applies, and is answered, to its value."""

    asked: Sequence[Input]
    typed: Mapping[str, Raw]
    found: Mapping[str, object]

    def __getitem__(self, name: str) -> object:
        """Give the value of a question."""
        return self.found[name]

    def __iter__(self) -> Iterator[str]:
        """Name the questions, in order."""
        return iter(self.found)

    def __len__(self) -> int:
        """Count the questions."""
        return len(self.found)

    @property
    def questions(self) -> tuple[Input, ...]:
        """The questions that apply and are answered, in order."""
        return tuple(each for each in self.asked if each.name in self.found)

    def but(self, typed: Mapping[str, Raw]) -> Read:
        """Read the same answers with some typed otherwise; none of the others is read again.

        Raises:
            AnswersError: Naming every answer that cannot be used.
        """
        return read(self.asked, {**self.typed, **typed}, before=self)

    def holds(self, question: Input, answers: Mapping[str, Raw]) -> bool:
        """Tell whether a question was read before, from the same text."""
        return question.name in self.found and all(
            answers.get(name) == self.typed.get(name) for name in question.names
        )


def read(asked: Sequence[Input], answers: Mapping[str, Raw], before: Read | None = None) -> Read:
    """Read the answers to the questions that apply; the rest is left out.

    A name that is missing gets its default. An answer that is left empty is left out where the
    question is optional. Answers to questions that do not apply are not read at all, so a reader
    who switches back and forth loses nothing.

    Args:
        asked: The questions, in order.
        answers: As they were typed.
        before: Other answers to the same questions: what is the same is taken from there.

    Raises:
        AnswersError: Naming every answer that cannot be used.
    """
    values: dict[str, object] = {}
    problems = _unasked(asked, answers)
    for each in asked:
        if not applies(each, values):
            continue
        if before is not None and before.holds(each, answers):
            values[each.name] = before[each.name]
            continue
        raw = answers.get(each.name, each.default)
        if each.optional and (is_blank(raw) if isinstance(raw, str) else not raw):
            continue
        try:
            values[each.name] = each.read(answers)
        except AnswersError as error:
            problems.extend(error.problems)
    if problems:
        raise AnswersError(tuple(problems))
    return Read(asked, answers, values)


def _unasked(asked: Sequence[Input], answers: Mapping[str, Raw]) -> list[Problem]:
    """List the answers for which there is no question."""
    known = {name for each in asked for name in each.names}
    return [
        Problem(
            legible(name),
            Text(
                "There is no question “{name}”. The questions are {known}.",
                name=legible(name[:40]),
                known=Series(tuple(each.name for each in asked)),
            ),
        )
        for name in answers
        if name not in known
    ]


def applies(asked: Input, values: Mapping[str, object]) -> bool:
    """Tell whether a question applies, given the answers that were read before it.

    Where boxes are ticked, one of them is enough.
    """

    def has(when: When) -> bool:
        answer = values.get(when.name)
        ticked = answer if isinstance(answer, tuple) else (answer,)
        return any(each in when.values for each in ticked)

    return all(has(when) for when in asked.when)
