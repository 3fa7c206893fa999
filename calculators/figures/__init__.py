"""Figures drawn at build time, and the Markdown extension that places them.

A page names a figure in a fence; a wrong name stops the build with file and line:

    ```figure
    intensity-scale
    ```

Figures are SVG in the page itself, coloured by the site's custom properties, so that they follow light and dark. Each has
a text alternative; words that need reading stand beside the figure, in the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from calculators.figures.limb import limb_with_cuff
from calculators.figures.scale import intensity_scale
from calculators.place import page_of

FIGURES: Mapping[str, Callable[[], str]] = {
    "intensity-scale": intensity_scale,
    "limb-with-cuff": limb_with_cuff,
}
"""Every figure by its name: a function that gives its SVG."""

FENCE = re.compile(r"^ *```\s*figure\s*$")
END = re.compile(r"^ *```\s*$")

AFTER_CALCULATORS = 27
"""Priority: after the calculators' fences (28), before other fences are read (25)."""


class FigureError(ValueError):
    """A page names a figure that does not exist; the message gives file and line."""


class Figures(Extension):
    """Adds the `figure` fence to Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Register what reads the fences."""
        md.preprocessors.register(Fences(md), "bfr_figures", AFTER_CALCULATORS)


class Fences(Preprocessor):
    """Replaces each figure fence with stashed SVG."""

    def run(self, lines: list[str]) -> list[str]:
        """Read the page from top to bottom."""
        made: list[str] = []
        rest = iter(enumerate(lines, 1))
        for _, line in rest:
            if not FENCE.match(line):
                made.append(line)
                continue
            number, name = next(rest, (len(lines), ""))
            made += ["", self.md.htmlStash.store(self._draw(name.strip(), number, len(lines))), ""]
            closing = next(rest, None)
            if closing is None or not END.match(closing[1]):
                raise FigureError(f"{self._at(number, len(lines))}: a figure fence holds one name")
        return made

    def _draw(self, name: str, number: int, lines: int) -> str:
        if name not in FIGURES:
            known = ", ".join(FIGURES)
            raise FigureError(f"{self._at(number, lines)}: no figure {name!r}; there are {known}")
        return f'<div class="figure">{FIGURES[name]()}</div>'

    def _at(self, number: int, lines: int) -> str:
        return page_of(self.md).at(number, lines)


def makeExtension(**configs: object) -> Figures:  # noqa: N802  (Python-Markdown's name)
    """Make the extension, as Python-Markdown asks for it."""
    return Figures(**configs)
