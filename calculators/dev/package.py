"""Look the package over before it is published, and list what everything is made of, with its licence."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from calculators.paths import ROOT

LOCK = "requirements/package.txt"
HOME = ROOT / ".cache" / "package"
"""Where the tools live that no build of the site needs."""

DIST = ROOT / "dist"
BILLS = ROOT / "dist" / "sbom"
PYTHON_BILL, NODE_BILL, LICENCES = "python.cdx.json", "node.cdx.json", "licences.txt"
RATING = "9"
"""Of 10, by pyroma: the least that is published."""


def package() -> int:
    """Build wheel and source archive into `dist/`, and let three tools look them over; 0 when all is well."""
    if prepare():
        return 1
    shutil.rmtree(DIST, ignore_errors=True)
    if run([tool("python"), "-m", "build", "--no-isolation", "--outdir", str(DIST), "."]):
        return 1
    (wheel,) = map(str, DIST.glob("*.whl"))
    (source,) = map(str, DIST.glob("*.tar.gz"))
    looks = (
        [tool("twine"), "check", "--strict", wheel, source],
        [tool("check-wheel-contents"), wheel],
        [tool("pyroma"), "--min", RATING, source],
    )
    if max(run(look) for look in looks):
        print("The package is not fit to be published: see the lines above.", file=sys.stderr)
        return 1
    print(f"• The package is in {DIST.relative_to(ROOT)}/", flush=True)
    return 0


def sbom() -> int:
    """Write, in CycloneDX, what Python and Node bring, and a list of all licences; 0 when all is well."""
    if prepare():
        return 1
    BILLS.mkdir(parents=True, exist_ok=True)
    python = BILLS / PYTHON_BILL
    options = ["--output-reproducible", "--output-file", str(python), "--of", "JSON"]
    if run([tool("cyclonedx-py"), "environment", *options, str(ROOT / ".venv")]):
        return 1
    node = node_bill()
    if not node:
        return 1
    (BILLS / NODE_BILL).write_text(node, "utf-8")
    listed = [*licences(json.loads(python.read_text("utf-8"))), *licences(json.loads(node))]
    lines = sorted({f"{name} {version}: {licence}" for name, version, licence in listed})
    (BILLS / LICENCES).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"• {len(lines)} packages with their licences in {BILLS.relative_to(ROOT)}/", flush=True)
    return 0


def node_bill() -> str:
    """Let npm list what its lock file names; nothing when it cannot.

    npm lists a package with a version alone, and ours is none: it gets one for this.
    """
    with TemporaryDirectory() as folder:
        ours = json.loads((ROOT / "package.json").read_text("utf-8"))
        named = {"name": "bfr-guide", "version": "0.0.0", **ours}
        (Path(folder) / "package.json").write_text(json.dumps(named), "utf-8")
        lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
        lock["packages"][""] |= {"name": named["name"], "version": named["version"]}
        (Path(folder) / "package-lock.json").write_text(json.dumps(lock), "utf-8")
        npm = ["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
        told = subprocess.run(npm, cwd=folder, check=False, capture_output=True, text=True)
    print(told.stderr if told.returncode else "", end="", file=sys.stderr)
    return "" if told.returncode else told.stdout


def licences(bill: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """List name, version and licence of what is in a bill.

    >>> part = {"name": "qr", "version": "1.0", "licenses": [{"license": {"id": "MIT"}}]}
    >>> list(licences({"components": [part]}))
    [('qr', '1.0', 'MIT')]
    """
    for each in bill["components"]:
        group = f"{each['group']}/" if each.get("group") else ""
        said = " AND ".join(dict.fromkeys(_said(each.get("licenses", ()))))
        yield f"{group}{each['name']}", each.get("version", ""), said or "not said"


def _said(listed: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for each in listed:
        told = each.get("license", {})
        found = each.get("expression") or told.get("id") or told.get("name")
        if found and not str(found).startswith("License :: OSI Approved ::"):
            yield str(found).partition("\n")[0]
        elif found:
            yield str(found).rpartition(":: ")[2]


def prepare() -> int:
    """Install the tools that the lock file names; 0 when they are there."""
    python = str(HOME / "bin" / "python")
    commands = (
        ["uv", "venv", "--quiet", "--allow-existing", str(HOME)],
        ["uv", "pip", "sync", "--quiet", "--python", python, "--require-hashes", LOCK],
    )
    return max(run(command) for command in commands)


def tool(name: str) -> str:
    """Give the place of a tool."""
    return str(HOME / "bin" / name)


def run(command: list[str]) -> int:
    """Run a tool at the top of the repository, in full view."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode
