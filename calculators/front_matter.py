"""What stands above the text of a page, and how YAML is read: here alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---(?:\n|\Z)", re.DOTALL | re.MULTILINE)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one, where PyYAML was built with it."""


def read_yaml(text: str) -> Any:  # noqa: ANN401  (whatever stands there)
    """Read a text as YAML.

    Raises:
        MarkedYAMLError: It is none; the error says where.
    """
    return yaml.load(text, Loader=LOADER)  # noqa: S506  (both are safe loaders)


@cache
def front_matter(text: str) -> Mapping[str, Any]:
    r"""Read the front matter of a page; nothing where there is none.

    >>> front_matter("---\ntitle: Risks\n---\n\nText"), front_matter("Text")
    ({'title': 'Risks'}, {})

    Raises:
        MarkedYAMLError: It is not YAML.
    """
    found = FRONT_MATTER.match(text)
    said = read_yaml(found[1]) if found else None
    return said if isinstance(said, dict) else {}
