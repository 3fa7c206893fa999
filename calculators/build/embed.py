"""Pages that are made for other sites and for classes: a calculator for a frame, and a lesson sheet.

They are staged among the pages as files that are ready, so any generator copies them. `embed/<slug>/` is what
`embed.js` shows in a page of another site; `lesson/<slug>/` asks to guess each worked example first.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from markupsafe import Markup

from bfr_rules import __version__, catalog
from bfr_rules.calculator import Calculator, Example
from bfr_rules.inputs.answers import read
from calculators.build.guide_settings import GuideSettings
from calculators.build.pages import address
from calculators.evidence import bibliography
from calculators.evidence.cited_on import linked_works
from calculators.markdown.host import relative, runtime_of
from calculators.paths import DOCS, ROOT
from calculators.views import answers, render
from calculators.views.form import answers_of

SCRIPTS = ROOT / "calculators" / "browser" / "embed"
LIGHT_OR_DARK = SCRIPTS / "light-or-dark.js"
"""Stands inside each page."""

THEME = ROOT / "calculators" / "theme"
WIDGETS = "assets/widgets/"
MANIFEST = "assets/runtime/manifest.json"

EMBED, LESSON, SCRIPT = "embed", "lesson", "embed.js"
"""Two folders and a script at the root of the site."""

LINK = re.compile(r'<a (?=[^>]*href="([^"]*)")')
COMMENT = re.compile(r"\{#-?.*?#\}\s*", re.DOTALL)


def write(settings: GuideSettings, docs: Path = DOCS) -> None:
    """Stage the pages of every calculator, and the script; what has not changed is left as it is."""
    made = {SCRIPT: (SCRIPTS / SCRIPT).read_text("utf-8")}
    for asked in catalog.CALCULATORS:
        made[f"{EMBED}/{asked.slug}/index.html"] = embed(asked, settings, docs)
        made[f"{LESSON}/{asked.slug}/index.html"] = lesson(asked, settings)
    for folder in (EMBED, LESSON):
        for old in (docs / folder).glob("*/index.html"):
            if old.relative_to(docs).as_posix() not in made:
                shutil.rmtree(old.parent)
    for name, text in made.items():
        staged = docs / name
        staged.parent.mkdir(parents=True, exist_ok=True)
        if not staged.is_file() or staged.read_text("utf-8") != text:
            staged.write_text(text, "utf-8")


def embed(asked: Calculator, settings: GuideSettings, docs: Path = DOCS) -> str:
    """Write the page of a calculator for a frame."""
    url = f"{EMBED}/{asked.slug}/"
    runtime = runtime_of(docs / MANIFEST, lambda to: relative(to, url))
    is_screening = asked.slug == "screening"
    screening = "#bfr-screening-form" if is_screening else relative(f"{EMBED}/screening/", url)
    html = render.calculator(asked, 1, runtime, screening, alone=True)
    gate = render.gate(screening, runtime) if asked.gated or asked.private else ""
    cited = render.cited_by(asked) | linked_works(html + gate)
    return _leading_out(
        render.render(
            "embed/embed",
            calculator=asked,
            html=Markup(html + render.parts()),  # noqa: S704  (written by templates)
            gate=Markup(gate),  # noqa: S704
            not_when=Markup(render.sentences(asked.not_when)),  # noqa: S704
            sources=_sources(cited, url),
            lost=_lost(),
            name=settings.name,
            to=_addresses(url, asked, "embed/embed-page.js")
            | {"calculator": relative(f"{WIDGETS}calculator/bfr-calculator.js", url)},
            wake=_script(THEME / "assets" / "theme" / "wake.js"),
            colours=_script(LIGHT_OR_DARK),
        )
    )


def lesson(asked: Calculator, settings: GuideSettings) -> str:
    """Write the lesson sheet of a calculator."""
    url = f"{LESSON}/{asked.slug}/"
    tasks = [
        {
            "given": given(asked, example),
            "outcome": answers.outcome(asked.slug, answers_of(asked.inputs, example.given)),
        }
        for example in asked.examples
    ]
    cited = {
        key
        for task in tasks
        for key in re.findall(r'"key": "([^"]+)"', json.dumps(task["outcome"]))
    }
    return render.render(
        "embed/lesson",
        calculator=asked,
        tasks=tasks,
        sources=_sources(cited, url),
        name=settings.name,
        version=__version__,
        to=_addresses(url, asked, "embed/lesson.js"),
        wake=_script(THEME / "assets" / "theme" / "wake.js"),
    )


def given(asked: Calculator, example: Example) -> list[tuple[str, str]]:
    """List what an example says, by its questions' labels, as a reader is to see it."""
    answers = read(asked.inputs, example.given)
    return [
        (str(each.label), render.unbroken(str(each.show(answers[each.name]))))
        for each in answers.questions
        if each.name in example.given
    ]


def _addresses(url: str, asked: Calculator, script: str) -> dict[str, str]:
    """List where a page leads to, as it reaches it."""
    return {
        name: relative(to, url)
        for name, to in {
            "root": "",
            "page": address(f"calculate/{asked.slug}.md"),
            "stops": address("do/when-to-stop.md"),
            "style": "assets/styles/site.css",
            "icon": "assets/theme/mark.svg",
            "script": WIDGETS + script,
        }.items()
    }


def _sources(cited: set[str], url: str) -> Markup:
    """Write the works that a page cites; nothing when it cites none."""
    if not cited:
        return Markup()
    works = bibliography.load()
    references = [works.full(key) for key in works.in_order(cited)]
    to = relative(address("evidence/sources.md"), url)
    return Markup(render.page_sources(references, to))  # noqa: S704  (written by a template)


def _script(file: Path) -> Markup:
    return Markup(f"<script>{file.read_text('utf-8')}</script>")  # noqa: S704  (our own)


def _lost() -> Markup:
    """Give what is said when a script is lost, which the pages of the theme say in the same words."""
    told = (THEME / "partials" / "lost.html").read_text("utf-8")
    return Markup(COMMENT.sub("", told))  # noqa: S704


def _leading_out(html: str) -> str:
    """Let links out of a frame open beside it; those to the page itself, and to the screening, stay in it.

    >>> _leading_out('<a href="#a">a</a> <a class="b" href="../screening/">b</a> <a href="../../do/">c</a>')
    '<a href="#a">a</a> <a class="b" href="../screening/">b</a> <a target="_blank" rel="noopener" href="../../do/">c</a>'
    """

    def lead(link: re.Match[str]) -> str:
        stays = link[1].startswith("#") or link[1] == "../screening/"
        return "<a " if stays else '<a target="_blank" rel="noopener" '

    return LINK.sub(lead, html)
