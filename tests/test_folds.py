"""The lists above a calculator become a fold, and nothing else does."""

from markdown import markdown

PAGE = """
<div class="when" markdown>
<div markdown>
## Use it when

- You know your 1RM.
</div>
</div>

<div class="other" markdown>
Text.
</div>
"""


def test_when_to_use_a_calculator_folds_with_its_headings_inside():
    html = markdown(PAGE, extensions=["md_in_html", "calculators.markdown.folds"])
    fold = html[html.index('<details class="when">') : html.index("</details>")]
    assert "<summary>When to use it, and when not</summary>" in fold
    assert fold.index("</summary>") < fold.index("<h2>Use it when</h2>") < fold.index("1RM")


def test_other_blocks_stay_as_they_are():
    html = markdown(PAGE, extensions=["md_in_html", "calculators.markdown.folds"])
    assert '<div class="other">' in html
    assert html.count("<details") == 1
