"""What goes in and what comes out, as JSON Schema 2020-12: for programs that ask without reading pages."""

from __future__ import annotations

from bfr_rules.calculator import Calculator
from bfr_rules.present import OUTCOME

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def answers_schema(asked: Calculator) -> dict[str, object]:
    """Describe the answers of a calculator in JSON Schema 2020-12.

    >>> from bfr_rules.catalog import calculator
    >>> schema = answers_schema(calculator("training-load"))
    >>> schema["properties"]["equipment"]["enum"]
    ['barbell', 'dumbbells', 'stack', 'step']
    """
    return {
        "$schema": DIALECT,
        "title": f"Answers for “{asked.title}”",
        "description": str(asked.question),
        "type": "object",
        "properties": {name: of for each in asked.inputs for name, of in each.schemas().items()},
        "additionalProperties": False,
    }


def outcome_schema() -> dict[str, object]:
    """Describe what a calculator answers in JSON Schema 2020-12: one shape for all of them.

    >>> outcome_schema()["properties"]["verdict"]["enum"]
    ['answer', 'caution', 'stop']
    """
    return {
        "$schema": DIALECT,
        "title": "The outcome of a calculator",
        "description": "Every value is the text that a reader sees. A stop stands alone.",
        **OUTCOME.schema,
    }
