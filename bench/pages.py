"""How long the pages take to build, as they are and ten times as many: does the build grow faster than the guide?

.venv/bin/python -m bench.pages
"""

import os
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from calculators.build.site import mkdocs, problems
from calculators.paths import DOCS, ROOT

FOLDS = (1, 10)
"""How many times as many pages."""

BESIDE = ("calculators", "src", "mkdocs.yml", "guide.toml")
"""What the configuration of MkDocs names, beside the pages."""


def main() -> int:
    """Build, and print what it took."""
    for fold, (pages, seconds) in build_times().items():
        print(f"{fold}×: {pages} pages in {seconds:.1f} s")
    return 0


def build_times() -> dict[int, tuple[int, float]]:
    """Build the pages with MkDocs, so many times as many.

    Returns:
        By fold: the pages, and the seconds that it took.
    """
    found = {}
    for fold in FOLDS:
        with TemporaryDirectory(dir=ROOT / ".cache") as scratch:
            folder = Path(scratch)
            pages = multiply(folder, fold)
            found[fold] = (pages, build(folder))
    return found


def multiply(folder: Path, fold: int) -> int:
    """Lay the pages into a folder, and copies of all but those of a folder's own beside them; give how many there are.

    The copies stand outside the ways around, as the pages of a blog would.
    """
    for name in BESIDE:
        (folder / name).symlink_to(ROOT / name)
    docs = folder / "docs"
    shutil.copytree(DOCS, docs, copy_function=os.link)
    originals = [path for path in docs.rglob("*.md") if path.stem != "index"]
    for path in originals:
        for copy in range(2, fold + 1):
            shutil.copyfile(path, path.with_stem(f"{path.stem}-{copy}"))
    return sum(1 for _ in docs.rglob("*.md"))


def build(folder: Path) -> float:
    """Build the site of a folder, and tell how many seconds it took.

    Raises:
        RuntimeError: It was not built.
    """
    began = time.perf_counter()
    done = mkdocs("--no-strict", into=folder / "site", folder=folder)
    if done.returncode:
        raise RuntimeError("\n".join(problems(done.stdout)))
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
