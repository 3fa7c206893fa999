"""The browser bundle: the same bytes every time, and nothing missing from it."""

import hashlib
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
from calculators.build.bundle import wasm
from calculators.paths import ROOT

PARITY = ROOT / "tests" / "parity.mjs"
REQUEST = '{"calculator": "training-load", "answers": {"one_rm": "150 kg"}}\n'


@pytest.fixture(scope="module")
def manifest() -> bundle.Manifest:
    return bundle.build()


@pytest.fixture
def scratch() -> Iterator[Path]:
    """A folder below the repository, where Node finds what Pyodide asks of it."""
    with TemporaryDirectory(dir=bundle.CACHE) as folder:
        yield Path(folder)


def ask(runtime: Path, requests: str, *how: str) -> subprocess.CompletedProcess[str]:
    node = str(Path(sys.executable).with_name("node"))
    command = [node, str(PARITY), str(runtime), *how]
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
    (runtime_of(manifest, scratch) / "pyodide.asm.js").unlink()
    assert bundle.read_manifest(scratch) is None
    shutil.copytree(bundle.STAGED, scratch, dirs_exist_ok=True)
    (runtime_of(manifest, scratch) / "full" / "pyodide.js").unlink()
    assert bundle.read_manifest(scratch) is None
    (scratch / "manifest.json").write_text("{}")
    assert bundle.read_manifest(scratch) is None


def test_the_manifest_weighs_the_files_that_are_staged(manifest: bundle.Manifest) -> None:
    folder = runtime_of(manifest)
    assert {path.name for path in folder.iterdir()} == {*manifest.files, "full", "full.json"}
    for name, weight in manifest.files.items():
        assert (folder / name).stat().st_size == weight.bytes
    assert manifest.bytes == sum(weight.bytes for weight in manifest.files.values())
    assert (folder / "full.json").stat().st_size == manifest.full.bytes


def test_the_bundle_weighs_no_more_than_we_promise(manifest: bundle.Manifest) -> None:
    assert manifest.gzip <= 2_900_000


def test_the_whole_runtime_is_pyodide_as_npm_installed_it_but_for_the_names_of_its_scripts(
    manifest: bundle.Manifest,
) -> None:
    full = runtime_of(manifest) / "full"
    for name in (bundle.WASM, bundle.LIBRARY):
        assert (full / name).read_bytes() == (bundle.STOCK / name).read_bytes()
    for name, staged in bundle.SCRIPTS.items():
        ours = (full / staged).read_text("utf-8")
        for stock_name, staged_name in bundle.SCRIPTS.items():
            ours = ours.replace(staged_name, stock_name)
        code, *_ = (bundle.STOCK / name).read_text("utf-8").split("//# sourceMappingURL")
        assert ours == code


def test_the_whole_runtime_is_listed_with_size_and_hash(manifest: bundle.Manifest) -> None:
    folder = runtime_of(manifest)
    listed = json.loads((folder / "full.json").read_text("utf-8"))
    files = {path.name: path.read_bytes() for path in (folder / "full").iterdir()}
    assert listed["bytes"] == sum(len(data) for data in files.values())
    assert listed["files"] == {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    }


def test_no_file_of_the_runtime_has_a_name_that_old_servers_do_not_know(
    manifest: bundle.Manifest,
) -> None:
    """A module script runs only with a script's type; what is fetched may come with any."""
    for path in runtime_of(manifest).rglob("*"):
        assert ".mjs" not in path.name
        if path.suffix == ".js":
            assert ".mjs" not in path.read_text("utf-8")


def test_the_lock_holds_the_rules_alone_by_their_hash(manifest: bundle.Manifest) -> None:
    full = runtime_of(manifest) / "full"
    lock = json.loads((full / "pyodide-lock.json").read_text())
    assert list(lock["packages"]) == ["bfr-rules"]
    rules = lock["packages"]["bfr-rules"]
    wheel = (full / rules["file_name"]).read_bytes()
    assert rules["sha256"] == hashlib.sha256(wheel).hexdigest()
    assert rules["depends"] == []


def test_the_library_is_byte_code_that_is_not_compressed_twice(manifest: bundle.Manifest) -> None:
    with zipfile.ZipFile(runtime_of(manifest) / "library.zip") as files:
        for file in files.infolist():
            assert file.filename.endswith(".pyc") or file.filename == "shelf.bin"
            assert file.compress_type == zipfile.ZIP_STORED


@pytest.mark.node
def test_the_staged_runtime_answers(manifest: bundle.Manifest) -> None:
    done = ask(runtime_of(manifest), REQUEST * 2)
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == second
    assert json.loads(first)["outcome"]["answer"] == "30 kg"


@pytest.mark.node
def test_an_image_of_its_memory_answers_as_the_runtime_does(manifest: bundle.Manifest) -> None:
    runtime = runtime_of(manifest)
    requests = REQUEST + REQUEST.replace("150 kg", "heavy") + REQUEST
    assert ask(runtime, requests, "image").stdout == ask(runtime, requests).stdout


@pytest.mark.node
def test_what_was_cut_is_a_trap_and_never_another_function(
    manifest: bundle.Manifest, scratch: Path
) -> None:
    """Without a function that the rules reach, the runtime stops with the words of its engine."""
    runtime = scratch / "runtime"
    shutil.copytree(runtime_of(manifest), runtime)
    module = runtime / bundle.WASM
    whole = module.read_bytes()
    main = next(each.index for each in wasm.exported(whole) if each.name == "PyObject_CallOneArg")
    before = sum(each.kind == wasm.FUNCTION for each in wasm.imported(whole))
    module.write_bytes(
        wasm.with_bodies(whole, lambda at, body: wasm.STUB if at == main - before else body)
    )
    done = ask(runtime, REQUEST)
    assert done.returncode == 1
    assert "unreachable" in done.stderr


@pytest.mark.node
def test_a_bundle_without_the_rules_answers_nothing_and_fails(
    manifest: bundle.Manifest, scratch: Path
) -> None:
    """The page then asks the whole runtime, which names what is missing."""
    runtime = scratch / "runtime"
    shutil.copytree(runtime_of(manifest), runtime)
    library = runtime / bundle.ARCHIVE
    with zipfile.ZipFile(library) as whole:
        files = {name: whole.read(name) for name in whole.namelist() if name != "shelf.bin"}
    with zipfile.ZipFile(library, "w") as less:
        for name, data in files.items():
            less.writestr(name, data)
    done = ask(runtime, REQUEST)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr


def test_a_tool_that_fails_is_quoted() -> None:
    with pytest.raises(bundle.BundleError, match="no such file"):
        bundle.run([sys.executable, "-c", "raise SystemExit('no such file')"])
