"""The hazard log: every control is proved by a test that is there and runs."""

from __future__ import annotations

import pytest
import yaml

from calculators.evidence import hazards


@pytest.fixture
def log(tmp_path, monkeypatch):
    """Read the log as somebody has changed it."""

    def log(change):
        given = yaml.safe_load(hazards.FILE.read_text("utf-8"))
        change(given[0])
        file = tmp_path / "hazards.yml"
        file.write_text(yaml.safe_dump(given, sort_keys=False), "utf-8")
        monkeypatch.setattr(hazards, "FILE", file)
        return hazards.load.__wrapped__()

    return log


def test_the_log_holds_at_least_the_hazards_that_we_know():
    names = [each.id for each in hazards.load()]
    assert len(names) >= 25
    assert len(set(names)) == len(names)


def test_every_hazard_says_its_harm_and_ends_in_controls():
    for each in hazards.load():
        assert each.hazard.endswith(".")
        assert each.harm.endswith(".")
        assert all(control.says.endswith(".") for control in each.controls)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda one: one.update(controls=[]), "it has no control"),
        (lambda one: one["controls"][0].update(tests=[]), "it has no test of “A clot"),
        (
            lambda one: one["controls"][0].update(tests=["tests/rules/test_gate.py::test_x"]),
            "no test tests/",
        ),
        (
            lambda one: one["controls"][0].update(tests=["tests/none.py::test_x"]),
            "no test tests/none",
        ),
        (lambda one: one.update({"from": []}), "it has no source"),
        (lambda one: one.update({"from": "a friend"}), "it has no source: a list is wanted"),
        (
            lambda one: one.update({"from": [{"key": "nobody2020", "place": "abstract"}]}),
            "nobody2020",
        ),
    ],
)
def test_a_log_that_promises_too_much_stops_the_build(log, change, says):
    with pytest.raises(LookupError, match=r"hazards\.yml, line \d+: ") as error:
        log(change)
    assert says in str(error.value)


def test_a_test_that_is_turned_off_proves_nothing(tmp_path, monkeypatch):
    (tmp_path / "test_one.py").write_text(
        "import pytest\n\n@pytest.mark.skip\ndef test_off():\n    pass\n\ndef test_on():\n    pass\n"
    )
    monkeypatch.setattr(hazards, "ROOT", tmp_path)
    hazards.prove("test_one.py::test_on")
    with pytest.raises(LookupError, match="is turned off"):
        hazards.prove("test_one.py::test_off")
