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
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyodide_build
from packaging.utils import parse_wheel_filename
from pyodide_lock import PackageSpec

from calculators.build.alone import alone
from calculators.paths import ROOT

STOCK = ROOT / "node_modules" / "pyodide"
"""Pyodide as npm installed it."""

STAGED = ROOT / "docs" / "assets" / "runtime"
"""Where MkDocs picks the runtime up."""

CACHE = ROOT / ".cache" / "bundle"
"""Compiled libraries, one for each set of modules that the rules have needed."""

MANIFEST = "manifest.json"
UNTOUCHED = ("pyodide.asm.wasm",)
SCRIPTS = {"pyodide.mjs": "pyodide.js", "pyodide.asm.mjs": "pyodide.asm.js"}
"""Pyodide's scripts and the names under which they are staged: many a server does not know what `.mjs` is, and a browser
runs no module that comes as anything but a script."""

LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"

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
        files: Weight of each file by name.
        bytes: Sum of the stored bytes.
        gzip: Sum of the compressed bytes.
        inputs: Hash of everything that the bundle is made from.
    """

    base: str
    pyodide: str
    rules: str
    files: dict[str, Weight]
    bytes: int
    gzip: int
    inputs: str


def read_manifest(staged: Path = STAGED) -> Manifest | None:
    """Read the manifest of the staged runtime; None when there is no whole one."""
    try:
        raw: dict[str, Any] = json.loads((staged / MANIFEST).read_text("utf-8"))
        files = {name: Weight(**weight) for name, weight in raw.pop("files").items()}
        manifest = Manifest(files=files, **raw)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    folder = staged / Path(manifest.base).name
    return manifest if all((folder / name).is_file() for name in files) else None


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
    with alone(cache / "build.lock"), TemporaryDirectory(dir=cache) as scratch:
        inputs = hash_inputs()
        current = read_manifest(staged)
        if current is not None and current.inputs == inputs:
            return current
        work = Path(scratch)
        wheel = build_wheel(work)
        (work / LOCK).write_text(json.dumps(lock(wheel), sort_keys=True), "utf-8")
        compile_inside(work, cache)
        for name, staged_name in SCRIPTS.items():
            (work / staged_name).write_text(renamed((STOCK / name).read_text("utf-8")), "utf-8")
        return stage(work, staged, inputs)


def hash_inputs() -> str:
    """Hash everything the bundle is made from: rules, Pyodide, and the code that builds."""
    ours = [*Path(__file__).parent.glob("*.py"), *Path(__file__).parent.glob("*.mjs")]
    rules = [path for path in (ROOT / "src" / "bfr_rules").rglob("*") if path.is_file()]
    digest = hashlib.sha256()
    for path in sorted([*ours, *rules, ROOT / "pyproject.toml", STOCK / "package.json"]):
        if path.suffix not in {".pyc", ".pyo"}:
            digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for tool in ("hatchling", "pyodide-build", "pyodide-lock"):
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


def compile_inside(work: Path, cache: Path) -> None:
    """Let Pyodide's own Python trim the library and compile it and the wheel in `work`.

    Raises:
        BundleError: The rules do not run in Pyodide; the message holds its traceback.
    """
    node = Path(sys.executable).with_name("node")
    script = Path(__file__).with_name("inside.mjs")
    packages = Path(pyodide_build.__file__).parents[1]
    run([str(node), str(script), str(work), str(cache), str(packages)])


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
    locked = json.loads((work / LOCK).read_text("utf-8"))
    (rules,) = locked["packages"].values()
    sources = {name: STOCK / name for name in UNTOUCHED}
    made = (*SCRIPTS.values(), LIBRARY, LOCK, rules["file_name"])
    sources |= {name: work / name for name in made}
    before = read_manifest(staged)
    files = {name: weigh(path, before) for name, path in sorted(sources.items())}
    content = "".join(f"{name} {weight.sha256}\n" for name, weight in files.items())
    folder = hashlib.sha256(content.encode()).hexdigest()[:16]

    # Built aside and renamed: a server or a test that reads meanwhile sees a whole runtime.
    aside = work / folder
    aside.mkdir()
    for name, path in sources.items():
        shutil.copyfile(path, aside / name)
    staged.mkdir(parents=True, exist_ok=True)
    for old in staged.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
    aside.rename(staged / folder)
    manifest = Manifest(
        base=f"assets/runtime/{folder}/",
        pyodide=json.loads((STOCK / "package.json").read_text("utf-8"))["version"],
        rules=rules["version"],
        files=files,
        bytes=sum(weight.bytes for weight in files.values()),
        gzip=sum(weight.gzip for weight in files.values()),
        inputs=inputs,
    )
    (work / MANIFEST).write_text(json.dumps(asdict(manifest), indent=2) + "\n", "utf-8")
    (work / MANIFEST).replace(staged / MANIFEST)
    return manifest


def weigh(path: Path, before: Manifest | None) -> Weight:
    """Weigh a file as stored and as compressed.

    Args:
        path: The file.
        before: The manifest of the last build: to compress the same wasm again takes a second.
    """
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    if before is not None and path.name in before.files:
        known = before.files[path.name]
        if known.sha256 == sha256:
            return known
    compressed = len(gzip.compress(data, compresslevel=9, mtime=0))
    return Weight(bytes=len(data), gzip=compressed, sha256=sha256)


def describe(manifest: Manifest) -> str:
    """Say in one line what is staged and what it weighs."""
    megabytes = manifest.gzip / 1e6
    return (
        f"Runtime: bfr_rules {manifest.rules} on Pyodide {manifest.pyodide}, "
        f"{megabytes:.2f} MB compressed, in docs/{manifest.base}"
    )
