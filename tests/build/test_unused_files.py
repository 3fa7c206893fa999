"""What Material brings and no page asks for is not in a built site."""

import pytest

from calculators.build import unused_files


@pytest.fixture
def site(tmp_path):
    (tmp_path / "assets" / "javascripts" / "lunr").mkdir(parents=True)
    return tmp_path


def test_no_map_and_nothing_of_a_search_that_is_not_used_is_left(site):
    script = site / "assets" / "javascripts" / "bundle.js"
    script.write_text("run();\n//# sourceMappingURL=bundle.js.map", "utf-8")
    (site / "assets" / "javascripts" / "bundle.js.map").write_text("{}")
    unused_files.remove(site)
    assert [path.name for path in script.parent.iterdir()] == ["bundle.js"]
    assert script.read_text("utf-8") == "run();\n"


def test_what_a_page_loads_after_all_is_left(site):
    (site / "a.html").write_text('<script src="assets/javascripts/lunr/de.js"></script>', "utf-8")
    unused_files.remove(site)
    assert (site / "assets" / "javascripts" / "lunr").is_dir()
