"""Stage the runtime that the reader's browser loads, as `calculators.build.bundle` describes.

Two builds from the same inputs give the same bytes.
"""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packaging.utils import parse_wheel_filename
from pyodide_lock import PackageSpec

from calculators.build.bundle import cut
from calculators.build.bundle.wasm import WasmError
from calculators.build.one_at_a_time import one_at_a_time
from calculators.paths import ROOT

STOCK = ROOT / "node_modules" / "pyodide"
"""Pyodide as npm installed it."""

STAGED = ROOT / "docs" / "assets" / "runtime"
"""Where MkDocs picks the runtime up."""

CACHE = ROOT / ".cache" / "bundle"
"""Where the bundle is put together."""

MANIFEST = "manifest.json"
SCRIPTS = {"pyodide.mjs": "pyodide.js", "pyodide.asm.mjs": "pyodide.asm.js"}
"""Pyodide's scripts and the names under which they are staged: many a server does not know what `.mjs` is, and a browser
runs no module that comes as anything but a script."""

WASM = cut.WASM
ARCHIVE = "library.zip"
"""What Python imports, rules and all, in the runtime that is cut."""

LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"

FULL = "full/"
"""Folder of the whole runtime, for a reader who meets something that was cut."""

FULL_LIST = "full.json"
"""What the whole runtime consists of."""

SOURCE_DATE_EPOCH = "1577836800"
"""2020-01-01, the time written on every file in an archive."""


class BundleError(Exception):
    """The bundle cannot be built; the message says what to do."""


@dataclass(frozen=True)
class Weight:
    """What one file of the runtime weighs.

    Attributes:
        bytes: As stored.
        gzip: As it crosses the wire, compressed.
        sha256: Of the stored bytes.
    """

    bytes: int
    gzip: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What the site build knows of the staged runtime.

    Attributes:
        base: Folder of the runtime, relative to the site's root, with a slash at the end.
        pyodide: Version of Pyodide.
        rules: Version of `bfr_rules`.
        files: Weight of each file by name, of those that every start takes.
        bytes: Sum of their stored bytes.
        gzip: Sum of their compressed bytes.
        full: Weight of the list of what the whole runtime consists of.
        inputs: Hash of everything that the bundle is made from.
    """

    base: str
    pyodide: str
    rules: str
    files: dict[str, Weight]
    bytes: int
    gzip: int
    full: Weight
    inputs: str


def read_manifest(staged: Path = STAGED) -> Manifest | None:
    """Read the manifest of the staged runtime; None when there is no whole one."""
    try:
        raw: dict[str, Any] = json.loads((staged / MANIFEST).read_text("utf-8"))
        files = {name: Weight(**weight) for name, weight in raw.pop("files").items()}
        full = Weight(**raw.pop("full"))
        manifest = Manifest(files=files, full=full, **raw)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    folder = staged / Path(manifest.base).name
    try:
        whole = json.loads((folder / FULL_LIST).read_text("utf-8"))["files"]
    except (FileNotFoundError, ValueError, KeyError):
        return None
    named = (*files, *(FULL + name for name in whole))
    return manifest if all((folder / name).is_file() for name in named) else None


def build(staged: Path = STAGED, cache: Path = CACHE) -> Manifest:
    """Build and stage the runtime, unless what is staged was made from the same inputs.

    Args:
        staged: Folder for `manifest.json` and the runtime's own folder.
        cache: Folder for compiled libraries.

    Returns:
        The manifest of what is staged.

    Raises:
        BundleError: Pyodide is not installed, or the rules do not run in it.
    """
    if not STOCK.is_dir():
        raise BundleError("Pyodide is not installed: run `make` to set the project up.")
    with one_at_a_time(cache / "build.lock"), TemporaryDirectory(dir=cache) as scratch:
        inputs = hash_inputs()
        current = read_manifest(staged)
        if current is not None and current.inputs == inputs:
            return current
        work = Path(scratch)
        wheel = build_wheel(work)
        make_library(wheel, work / ARCHIVE)
        whole = (STOCK / WASM).read_bytes()
        script = (STOCK / cut.SCRIPT).read_text("utf-8")
        try:
            less = cut.cut(whole, script, cut.read_reached(whole))
        except (cut.CutError, WasmError) as error:
            raise BundleError(str(error)) from error
        (work / WASM).write_bytes(less)
        full = work / FULL
        full.mkdir()
        for name, staged_name in SCRIPTS.items():
            (full / staged_name).write_text(renamed((STOCK / name).read_text("utf-8")), "utf-8")
        shutil.copyfile(full / SCRIPTS[cut.SCRIPT], work / SCRIPTS[cut.SCRIPT])
        for name in (WASM, LIBRARY):
            shutil.copyfile(STOCK / name, full / name)
        wheel.rename(full / wheel.name)
        locked = json.dumps(lock(full / wheel.name), sort_keys=True)
        (full / LOCK).write_text(locked, "utf-8")
        return stage(work, staged, inputs)


def hash_inputs() -> str:
    """Hash everything the bundle is made from: rules, Pyodide, and the code that builds."""
    ours = [
        *Path(__file__).parent.glob("*.py"),
        *Path(__file__).parent.glob("*.mjs"),
        cut.REACHED,
        cut.BARE,
    ]
    rules = [path for path in (ROOT / "src" / "bfr_rules").rglob("*") if path.is_file()]
    digest = hashlib.sha256()
    for path in sorted([*ours, *rules, ROOT / "pyproject.toml", STOCK / "package.json"]):
        if path.suffix not in {".pyc", ".pyo"}:
            digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for tool in ("hatchling", "pyodide-lock"):
        digest.update(f"{tool} {version(tool)}\0".encode())
    return digest.hexdigest()


def build_wheel(into: Path) -> Path:
    """Build the pure-Python wheel of the rules.

    Raises:
        BundleError: hatchling refused; the message holds its words.
    """
    run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(into)])
    (wheel,) = into.glob("*.whl")
    return wheel


def lock(wheel: Path) -> dict[str, Any]:
    """Describe a wheel as the one package that Pyodide can load."""
    name, release, _, _ = parse_wheel_filename(wheel.name)
    spec = PackageSpec(
        name=name,
        version=str(release),
        file_name=wheel.name,
        install_dir="site",
        sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        imports=[name.replace("-", "_")],
    )
    stock: dict[str, Any] = json.loads((STOCK / LOCK).read_text("utf-8"))
    return {"info": stock["info"], "packages": {name: json.loads(spec.json())}}


def make_library(wheel: Path, archive: Path) -> None:
    """Let Pyodide's own Python compile what the rules import, in an archive.

    Args:
        wheel: The wheel of the rules.
        archive: Where the archive is written.

    Raises:
        BundleError: The rules do not run in Pyodide; the message holds its traceback.
    """
    node = Path(sys.executable).with_name("node")
    script = Path(__file__).with_name("inside.mjs")
    run([str(node), str(script), str(STOCK), str(wheel), str(archive)])


def renamed(script: str) -> str:
    """Let a script of Pyodide name its parts as they are staged, and no map of its source, which is not.

    >>> renamed('import("pyodide.asm.mjs");')
    'import("pyodide.asm.js");'
    """
    for name, staged_name in SCRIPTS.items():
        script = script.replace(f"//# sourceMappingURL={name}.map\n", "")
        script = script.replace(name, staged_name)
    return script


def run(command: list[str]) -> None:
    """Run a tool quietly, with a fixed clock.

    Raises:
        BundleError: The tool failed; the message holds what it printed.
    """
    environment = os.environ | {"SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BundleError(f"{Path(command[0]).name} failed.\n{done.stdout.strip()}")


def stage(work: Path, staged: Path, inputs: str) -> Manifest:
    """Copy the runtime to a folder named for its content, and describe it.

    Runtimes of earlier builds are removed.
    """
    before = read_manifest(staged)
    # To compress the same again takes seconds.
    known = {each.sha256: each.gzip for each in before.files.values()} if before else {}
    listed: dict[str, dict[str, int | str]] = {}
    for path in sorted((work / FULL).iterdir()):
        data = path.read_bytes()
        listed[path.name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    total = sum(int(each["bytes"]) for each in listed.values())
    (work / FULL_LIST).write_text(json.dumps({"bytes": total, "files": listed}), "utf-8")
    files = {name: weigh(work / name, known) for name in (ARCHIVE, SCRIPTS[cut.SCRIPT], WASM)}
    full = weigh(work / FULL_LIST, known)
    content = "".join(f"{name} {weight.sha256}\n" for name, weight in files.items()) + full.sha256
    folder = hashlib.sha256(content.encode()).hexdigest()[:16]

    # Built aside and renamed: a server or a test that reads meanwhile sees a whole runtime.
    aside = work / folder
    aside.mkdir()
    for name in (*files, FULL_LIST, FULL.rstrip("/")):
        (work / name).rename(aside / name)
    staged.mkdir(parents=True, exist_ok=True)
    for old in staged.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
    aside.rename(staged / folder)
    manifest = Manifest(
        base=f"assets/runtime/{folder}/",
        pyodide=version_of_pyodide(),
        rules=rules_version(listed),
        files=files,
        bytes=sum(weight.bytes for weight in files.values()),
        gzip=sum(weight.gzip for weight in files.values()),
        full=full,
        inputs=inputs,
    )
    (work / MANIFEST).write_text(json.dumps(asdict(manifest), indent=2) + "\n", "utf-8")
    (work / MANIFEST).replace(staged / MANIFEST)
    return manifest


def version_of_pyodide() -> str:
    """Read the version of the Pyodide that is installed."""
    return str(json.loads((STOCK / "package.json").read_text("utf-8"))["version"])


def rules_version(names: Iterable[str]) -> str:
    """Read the version of the rules from the name of their wheel."""
    (wheel,) = (name for name in names if name.endswith(".whl"))
    return str(parse_wheel_filename(wheel)[1])


def weigh(path: Path, known: dict[str, int]) -> Weight:
    """Weigh a file as stored and as compressed.

    Args:
        path: The file.
        known: What content weighs compressed, by its hash.
    """
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    compressed = known.get(sha256) or len(gzip.compress(data, compresslevel=9, mtime=0))
    return Weight(bytes=len(data), gzip=compressed, sha256=sha256)


def describe(manifest: Manifest) -> str:
    """Say in one line what is staged and what it weighs."""
    megabytes = manifest.gzip / 1e6
    return (
        f"Runtime: bfr_rules {manifest.rules} on Pyodide {manifest.pyodide}, "
        f"{megabytes:.2f} MB compressed, in docs/{manifest.base}"
    )
