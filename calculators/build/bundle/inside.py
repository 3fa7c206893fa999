"""Trim and compile the bundle, inside Pyodide: `inside.mjs` runs this file.

Byte code must come from the Python that will read it, and only there does `sys.modules` tell what is needed.
"""

import hashlib
import json
import sys
import zipfile
from importlib import import_module
from pathlib import Path
from shutil import copyfile

STOCK = Path(f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip")
WORK = Path("/work")
CACHE = Path("/cache")

KEPT = ("encodings.ascii", "encodings.latin_1", "linecache", "traceback")
"""Imported late, by foreign text and by errors."""


def rehearse() -> None:
    """Ask every calculator all that its page may ask, right and wrong."""
    answer = import_module("bfr_rules.bridge").answer
    for each in import_module("bfr_rules.catalog").CALCULATORS:
        nonsense = {question.name: "?" for question in each.inputs}
        for given in (*(dict(example.given) for example in each.examples), {}, nonsense):
            answer(json.dumps({"calculator": each.slug, "answers": given}))
    for name in KEPT:
        import_module(name)


def library_files() -> list[str]:
    """List the files of the standard library that have been imported, sorted."""
    origins = (getattr(module.__spec__, "origin", None) for module in [*sys.modules.values()])
    inside = f"{STOCK}/"
    return sorted({o.removeprefix(inside) for o in origins if o and o.startswith(inside)})


def trim(files: list[str], into: Path) -> None:
    """Write an archive that holds only the given files of the standard library."""
    with zipfile.ZipFile(STOCK) as stock, zipfile.ZipFile(into, "w") as trimmed:
        for name in files:
            trimmed.writestr(zipfile.ZipInfo(name), stock.read(name))


def main() -> None:
    """Leave the compiled library, the compiled wheel and their lock in the work folder."""
    rehearse()
    files = library_files()

    sys.path.append("/packages")
    from pyodide_build._py_compile import _py_compile_archive, _py_compile_archive_dir

    _py_compile_archive_dir(WORK, verbose=False, compression_level=0)

    key = hashlib.sha256("\n".join([*files, sys.version]).encode()).hexdigest()[:16]
    library = CACHE / f"library-{key}.zip"
    if not library.exists():
        fresh = WORK / "python_stdlib.zip"
        trim(files, fresh)
        _py_compile_archive(fresh, keep=False, verbose=False, compression_level=0)
        copyfile(fresh, library)
    copyfile(library, WORK / "python_stdlib.zip")


main()
