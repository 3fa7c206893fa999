"""What greets people at the repository says what it should, and names what there is."""

import re
from pathlib import Path

import pytest
import yaml

import bfr_rules

FORMS = sorted(Path(".github/ISSUE_TEMPLATE").glob("*.yml"))
MAKEFILE = Path("Makefile").read_text("utf-8")


def test_the_citation_names_the_version_of_the_rules():
    cited = yaml.safe_load(Path("CITATION.cff").read_text("utf-8"))
    assert cited["version"] == bfr_rules.__version__
    assert f"## {cited['version']} – {cited['date-released']}" in Path("CHANGELOG.md").read_text(
        "utf-8"
    )
    assert {"cff-version", "message", "title", "authors", "license"} <= set(cited)


@pytest.mark.parametrize(
    "form", [each for each in FORMS if each.stem != "config"], ids=lambda each: each.stem
)
def test_a_form_has_what_its_host_demands(form):
    said = yaml.safe_load(form.read_text("utf-8"))
    assert {"name", "description", "body"} <= set(said)
    fields = [each for each in said["body"] if each["type"] != "markdown"]
    assert all("label" in each["attributes"] for each in fields)
    names = [each["id"] for each in fields]
    assert len(names) == len(set(names))


def test_whoever_reports_a_number_is_asked_for_page_and_source():
    """The foot of each page leads to this form, and fills in its page."""
    said = yaml.safe_load(Path(".github/ISSUE_TEMPLATE/wrong-number.yml").read_text("utf-8"))
    needed = {each["id"] for each in said["body"] if each.get("validations", {}).get("required")}
    assert {"page", "says", "should", "source"} <= needed
    foot = Path("calculators/theme/partials/page-foot.html").read_text("utf-8")
    assert "template=wrong-number.yml&amp;page=" in foot


def test_the_workflow_asks_for_verbs_that_there_are():
    said = yaml.safe_load(Path(".github/workflows/site.yml").read_text("utf-8"))
    steps = [step for job in said["jobs"].values() for step in job["steps"]]
    verbs = {verb for step in steps for verb in re.findall(r"\bmake (\w+)", step.get("run", ""))}
    assert {"check", "test", "site"} <= verbs
    assert all(re.search(rf"^{verb}:", MAKEFILE, flags=re.MULTILINE) for verb in verbs)
    (site,) = (step for step in steps if step.get("run") == "make site")
    assert site["env"]["SITE_URL"].endswith("base_url }}/")
