"""The set-up and the small tools around the site."""

import ast
import json
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from calculators.build import site
from calculators.dev import browser, checks, environment, serve
from calculators.dev.environment import SetUpError
from calculators.paths import ROOT

LOCKS = sorted([*(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_registry(lock: Path) -> None:
    """Whoever installs chooses the registry; hashes say what is accepted from it."""
    text = lock.read_text()
    without_thanks = re.sub(r'"funding": (\{[^}]*\}|\[[^]]*\])', "", text)
    assert re.findall(r"[a-z+]+://\S+", without_thanks) == []
    assert '"resolved"' not in text
    assert "index-url" not in text


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_pins_every_package_by_hash(lock: Path) -> None:
    text = lock.read_text()
    if lock.suffix == ".json":
        packages = {name: each for name, each in json.loads(text)["packages"].items() if name}
        assert [name for name, each in packages.items() if "integrity" not in each] == []
    else:
        pinned = re.findall(r"^[a-z0-9.-]+==[^\n]*\\\n    --hash=sha256:", text, flags=re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^[a-z]", text, flags=re.MULTILINE)) > 0


def test_the_lock_answers_every_development_dependency() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    for group, wanted in groups.items():
        lock = (ROOT / "requirements" / f"{group}.txt").read_text()
        names = {re.match(r"[\w.-]+", each.lower()).group() for each in wanted}
        assert {name for name in names if f"\n{name}==" not in lock} == set()


def test_pyodide_is_pinned_exactly() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    assert re.fullmatch(r"\d+\.\d+\.\d+", package["dependencies"]["pyodide"])


def test_the_rules_depend_on_nothing() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["dependencies"] == []


def test_a_second_set_up_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    if (environment.VENV / ".ready").read_text() != environment.fingerprint():
        pytest.skip("a lock has just been changed: run make again")
    monkeypatch.setattr(environment, "run", lambda *_: pytest.fail("something was run"))
    environment.set_up()


def test_a_changed_lock_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = environment.fingerprint()
    changed = tmp_path / "dev.txt"
    changed.write_text(environment.PYTHON_LOCK.read_text() + "# changed\n")
    monkeypatch.setattr(environment, "PYTHON_LOCK", changed)
    assert environment.fingerprint() != before


def test_a_failed_step_ends_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(environment, "LOG", tmp_path / "setup.log")
    with pytest.raises(SetUpError, match="No package registry answered sh: check the network"):
        environment.run(["sh", "-c", "echo ENOTFOUND; exit 1"], {})
    assert "ENOTFOUND" in (tmp_path / "setup.log").read_text()


def test_a_python_without_venv_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SetUpError, match="python3-venv"):
        environment.make_venv()


def test_an_old_python_is_told_so() -> None:
    script = (ROOT / "calculators" / "dev" / "bootstrap.py").read_text()
    ast.parse(script, feature_version=(3, 4))
    pretend = f"import sys; sys.version_info = (3, 10, 1); exec({script!r})"
    command = [sys.executable, "-c", pretend]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        "Python 3.11 or newer is needed; you have 3.10. "
        "Install one and name it, for example: make PYTHON=python3.12 serve\n"
    )


def test_a_taken_port_is_told_in_one_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(serve.PortError, match=f"Port {port} cannot be used: choose another"):
            serve.check_port(port)


def test_changed_python_restarts_and_a_changed_page_does_not() -> None:
    assert serve.needs_restart(ROOT / "src" / "bfr_rules" / "rest.py")
    assert serve.needs_restart(ROOT / "src" / "bfr_rules" / "references.json")
    assert serve.needs_restart(ROOT / "calculators" / "extension.py")
    assert serve.needs_restart(ROOT / "calculators" / "glossary.yml")
    assert serve.needs_restart(ROOT / "calculators" / "findings.json")
    assert serve.needs_restart(ROOT / "calculators" / "theme" / "main.html")
    assert not serve.needs_restart(ROOT / "docs" / "index.md")
    assert not serve.needs_restart(ROOT / "calculators" / "browser" / "python" / "engine.js")


def test_staging_writes_only_what_changed_and_removes_what_is_gone(tmp_path: Path) -> None:
    kept, changed, staged = tmp_path / "a.js", tmp_path / "b.js", tmp_path / "staged"
    kept.write_text("a")
    changed.write_text("b")
    site.mirror({"a.js": kept, "b.js": changed, "c.js": kept}, staged)
    before = (staged / "a.js").stat().st_mtime_ns
    changed.write_text("B")
    site.mirror({"a.js": kept, "b.js": changed}, staged)
    assert {path.name: path.read_text() for path in staged.iterdir()} == {"a.js": "a", "b.js": "B"}
    assert (staged / "a.js").stat().st_mtime_ns == before


def test_some_tests_start_without_a_site(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(checks, "stage", lambda: None)
    monkeypatch.setattr(checks, "prepare", lambda: pytest.fail("a bundle was built"))
    monkeypatch.setattr(checks, "build_whole", lambda: pytest.fail("a site was built"))
    monkeypatch.setattr(checks, "run", lambda command: ran.append(command) or 0)
    assert checks.test(["-k", "rest"]) == 0
    assert ran[0][-2:] == ["-k", "rest"]


def test_only_root_on_debian_gets_a_browser_unasked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser.shutil, "which", lambda _: None)
    assert browser.ensure_chromium() == 1
    assert "install it, then run make test" in capsys.readouterr().err


@pytest.mark.parametrize(("target", "builds"), [("#here", True), ("#gone", False)])
def test_a_link_to_a_heading_that_is_gone_fails_the_build(
    target: str,
    builds: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Trial\nvalidation:\n  links:\n    anchors: warn\n", "utf-8"
    )
    (tmp_path / "docs" / "index.md").write_text(f"# Here\n\n[There]({target})\n", "utf-8")
    monkeypatch.setattr(site, "ROOT", tmp_path)
    assert (site.build_site(tmp_path / "site") == 0) is builds
    assert ("index.md" in capfd.readouterr().err) is not builds
