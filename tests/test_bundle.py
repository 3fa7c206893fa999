"""The browser bundle: the same bytes every time, and nothing missing from it."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from calculators.build.bundle import build as bundle
from calculators.paths import ROOT

PARITY = ROOT / "calculators" / "bundle" / "parity.mjs"
REQUEST = '{"calculator": "training-load", "answers": {"one_rm": "150 kg"}}\n'


@pytest.fixture(scope="module")
def manifest() -> bundle.Manifest:
    return bundle.build()


@pytest.fixture
def scratch() -> Iterator[Path]:
    """A folder below the repository, where Node finds what Pyodide asks of it."""
    with TemporaryDirectory(dir=bundle.CACHE) as folder:
        yield Path(folder)


def ask(runtime: Path, requests: str) -> subprocess.CompletedProcess[str]:
    node = str(Path(sys.executable).with_name("node"))
    command = [node, str(PARITY), str(runtime)]
    return subprocess.run(command, input=requests, text=True, capture_output=True, check=False)


def runtime_of(manifest: bundle.Manifest, staged: Path = bundle.STAGED) -> Path:
    return staged / Path(manifest.base).name


@pytest.mark.node
def test_two_builds_give_the_same_bytes(manifest: bundle.Manifest, scratch: Path) -> None:
    again = bundle.build(staged=scratch / "runtime", cache=scratch / "cache")
    assert again == manifest


def test_an_unchanged_bundle_is_not_built_again(
    manifest: bundle.Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "build_wheel", lambda into: pytest.fail("built again"))
    assert bundle.build() == manifest


def test_a_damaged_manifest_or_a_lost_file_counts_as_nothing_staged(scratch: Path) -> None:
    assert bundle.read_manifest(scratch) is None
    shutil.copytree(bundle.STAGED, scratch, dirs_exist_ok=True)
    manifest = bundle.read_manifest(scratch)
    assert manifest is not None
    (runtime_of(manifest, scratch) / "pyodide.js").unlink()
    assert bundle.read_manifest(scratch) is None
    (scratch / "manifest.json").write_text("{}")
    assert bundle.read_manifest(scratch) is None


def test_the_manifest_weighs_the_files_that_are_staged(manifest: bundle.Manifest) -> None:
    folder = runtime_of(manifest)
    assert {path.name for path in folder.iterdir()} == set(manifest.files)
    for name, weight in manifest.files.items():
        assert (folder / name).stat().st_size == weight.bytes
    assert manifest.bytes == sum(weight.bytes for weight in manifest.files.values())


def test_the_bundle_weighs_no_more_than_we_promise(manifest: bundle.Manifest) -> None:
    assert manifest.gzip <= 5_600_000


def test_pyodide_is_as_npm_installed_it_but_for_the_names_of_its_scripts(
    manifest: bundle.Manifest,
) -> None:
    folder = runtime_of(manifest)
    for name in bundle.UNTOUCHED:
        assert (folder / name).read_bytes() == (bundle.STOCK / name).read_bytes()
    for name, staged in bundle.SCRIPTS.items():
        ours = (folder / staged).read_text("utf-8")
        for stock_name, staged_name in bundle.SCRIPTS.items():
            ours = ours.replace(staged_name, stock_name)
        code, *_ = (bundle.STOCK / name).read_text("utf-8").split("//# sourceMappingURL")
        assert ours == code


def test_no_file_of_the_runtime_has_a_name_that_old_servers_do_not_know(
    manifest: bundle.Manifest,
) -> None:
    """A module script runs only with a script's type; what is fetched may come with any."""
    for name in manifest.files:
        assert ".mjs" not in name
    for script in bundle.SCRIPTS.values():
        assert ".mjs" not in (runtime_of(manifest) / script).read_text("utf-8")


def test_the_lock_holds_the_rules_alone_by_their_hash(manifest: bundle.Manifest) -> None:
    lock = json.loads((runtime_of(manifest) / "pyodide-lock.json").read_text())
    assert list(lock["packages"]) == ["bfr-rules"]
    rules = lock["packages"]["bfr-rules"]
    assert rules["sha256"] == manifest.files[rules["file_name"]].sha256
    assert rules["depends"] == []


def test_library_and_rules_are_byte_code_that_is_not_compressed_twice(
    manifest: bundle.Manifest,
) -> None:
    for archive in (p for p in runtime_of(manifest).iterdir() if p.suffix in {".zip", ".whl"}):
        with zipfile.ZipFile(archive) as files:
            for file in files.infolist():
                assert not file.filename.endswith(".py")
                assert file.compress_type == zipfile.ZIP_STORED


@pytest.mark.node
def test_the_staged_runtime_answers(manifest: bundle.Manifest) -> None:
    done = ask(runtime_of(manifest), REQUEST * 2)
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == second
    assert json.loads(first)["outcome"]["answer"] == "30 kg"


@pytest.mark.node
def test_a_module_that_the_bundle_lacks_is_named(manifest: bundle.Manifest, scratch: Path) -> None:
    runtime = scratch / "runtime"
    shutil.copytree(runtime_of(manifest), runtime)
    library = runtime / "python_stdlib.zip"
    with zipfile.ZipFile(library) as whole:
        files = {name: whole.read(name) for name in whole.namelist() if name != "fractions.pyc"}
    with zipfile.ZipFile(library, "w") as less:
        for name, data in files.items():
            less.writestr(name, data)
    done = ask(runtime, REQUEST)
    assert done.returncode == 1
    assert "No module named 'fractions'" in done.stderr


def test_a_tool_that_fails_is_quoted() -> None:
    with pytest.raises(bundle.BundleError, match="no such file"):
        bundle.run([sys.executable, "-c", "raise SystemExit('no such file')"])
