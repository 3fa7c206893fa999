"""A question for a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from bfr_rules.inputs.base import Question, line_of, out_of
from bfr_rules.question import Raw
from bfr_rules.text import Text


@dataclass(frozen=True)
class NameInput(Question):
    """A short free text, such as the name of an exercise. It is shown back, never acted on."""

    default: str
    longest: int = 40
    optional: bool = field(default=True, kw_only=True)

    def parse(self, raw: Raw) -> str:
        """Read the text as one line."""
        ask = Text(
            "Enter a name of at most {longest} letters, for example Leg press.",
            longest=self.longest,
        )
        line = line_of(self.name, raw, ask)
        if len(line.shown) > self.longest:
            raise out_of(self.name, line, ask)
        return line.shown

    def schema(self) -> dict[str, object]:
        """Describe the text in JSON Schema."""
        return {"type": "string", "maxLength": self.longest}
