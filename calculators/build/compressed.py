"""Lay a compressed copy beside each file of a built site: `.gz`, and `.br`, which is smaller by a fifth.

A host that compresses as it serves has no time to do it well. One that can send a file that lies there (nginx's
`gzip_static` and `brotli_static`, Caddy's `precompressed`, and so on) sends the best that there is.
Content that was compressed before is not compressed again: copies are kept by the hash of what they are of.
"""

import hashlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

from calculators.build.one_at_a_time import one_at_a_time
from calculators.paths import ROOT

KEPT = ROOT / ".cache" / "compressed"
"""Copies of earlier builds."""

DAYS_KEPT = 7
"""Since a build used them."""

SUFFIXES = (
    ".css",
    ".html",
    ".js",
    ".json",
    ".svg",
    ".txt",
    ".wasm",
    ".webmanifest",
    ".xml",
    ".zip",
    ".whl",
    ".ics",
    ".bib",
)
"""What gets smaller. An archive of the runtime is one: its files lie in it as they are."""

LEFT_OUT = ("sitemap.xml",)
"""A host may write its own address into it."""

LEAST_BYTES = 512
"""Below this a copy costs more than it saves."""

COPIES = {"gz": (9, 9), "br": (11, 9)}
"""Kinds of copies, with how hard to try: for what every reader of a calculator loads, and for the rest."""

BEST = ("/runtime/", "/answers/")
"""In the paths of what is worth a second's work. The whole runtime, which hardly anybody loads, is not."""


def write(site: Path) -> None:
    """Compress the files of a built site; another build may be at work beside this one, on another site."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(KEPT.with_suffix(".lock")):
        write_alone(site)


def write_alone(site: Path) -> None:
    """Compress them while no other build does."""
    wanted: dict[Path, list[Path]] = {}
    lines = []
    used = set()
    for path in sorted(site.rglob("*")):
        if not is_compressed(path, site):
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:32]
        name = f"/{path.relative_to(site).as_posix()}"
        is_best = any(part in name for part in BEST) and "/full/" not in name
        for kind, (best, quick) in COPIES.items():
            quality = best if is_best else quick
            copy = KEPT / f"{digest}-{quality}.{kind}"
            used.add(copy)
            if not copy.is_file() and copy not in wanted:
                lines.append(f"{path}\t{copy}.new\t{kind}\t{quality}")
            wanted.setdefault(copy, []).append(path.with_name(f"{path.name}.{kind}"))
    compress(lines)
    for line in lines:
        new = Path(line.split("\t")[1])
        new.rename(new.with_suffix(""))
    for copy, places in wanted.items():
        for place in places:
            shutil.copyfile(copy, place)
    forget_old(used)


def forget_old(used: set[Path]) -> None:
    """Remove the copies that no build has used for long: the next may be of another site."""
    for copy in used:
        copy.touch()
    long_ago = time.time() - DAYS_KEPT * 86_400
    for copy in KEPT.iterdir():
        if copy.stat().st_mtime < long_ago:
            copy.unlink()


def is_compressed(path: Path, site: Path) -> bool:
    """Tell whether copies of a file are made."""
    return (
        path.suffix in SUFFIXES
        and path.is_file()
        and path.relative_to(site).as_posix() not in LEFT_OUT
        and path.stat().st_size >= LEAST_BYTES
    )


def compress(lines: list[str]) -> None:
    """Let Node compress: Python's own library has no Brotli."""
    if not lines:
        return
    node = Path(sys.executable).with_name("node")
    script = Path(__file__).with_name("compress.mjs")
    subprocess.run([str(node), str(script)], input="\n".join(lines), text=True, check=True)
