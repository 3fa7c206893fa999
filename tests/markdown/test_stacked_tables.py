"""Wide tables name the column in each cell, and stay tables for those who do not see them."""

from markdown import markdown


def made(text):
    return markdown(text, extensions=["tables", "calculators.markdown.stacked_tables"])


WIDE = f"| Point | Lax | Strict |\n|---|---|---|\n| Age | {'word ' * 9} | {'word ' * 9} |\n"


def test_a_wide_row_says_its_columns():
    html = made(WIDE)
    assert '<td data-label="Strict" role="cell">' in html.replace(
        'role="cell" data-label="Strict"', 'data-label="Strict" role="cell"'
    )
    assert 'class="bfr-stacks"' in html


def test_a_narrow_table_stays_as_it_is():
    assert "data-label" not in made("| Day | A | B |\n|---|---|---|\n| Monday | cuff | free |\n")


def test_two_columns_never_stack():
    assert "data-label" not in made(f"| A | B |\n|---|---|\n| {'word ' * 20} | {'word ' * 20} |\n")
