"""The Markdown extension for the lists above a calculator: on a phone they fold into one line, so that it is there at once.

A style sheet shows them unfolded on a wide page and on paper.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

AFTER_TEXT = 13
"""Priority: after all lines are read (20), so that the lists are there."""

SUMMARY = "When to use it, and when not"


class Folds(Extension):
    """Folds the block of a page that says when to use a calculator."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Register what reads the tree of a page."""
        md.treeprocessors.register(Whens(md), "bfr_folds", AFTER_TEXT)


def makeExtension(**configs: object) -> Folds:  # noqa: N802  (Python-Markdown's name)
    """Make the extension, as Python-Markdown asks for it."""
    return Folds(**configs)


class Whens(Treeprocessor):
    """Makes each block of the class `when` a fold."""

    def run(self, root: ET.Element) -> None:
        """Look at every block of the page."""
        for block in root.iter("div"):
            if block.get("class") == "when":
                block.tag = "details"
                summary = ET.Element("summary")
                summary.text = SUMMARY
                block.insert(0, summary)
