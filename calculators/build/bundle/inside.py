"""Make the archive from which the reader's Python imports: `inside.mjs` runs this file in Pyodide's own Python.

Byte code must come from the Python that will read it, and only there does `sys.modules` tell what is needed. What the
rules import is compiled here, so that nothing is compiled in the browser:

* modules of the library and of the rules, without docstrings, which nobody reads there;
* the methods that `dataclasses` writes for each class, as text, whenever a module is imported.

All of it lies in one file of the archive, `shelf.bin`, from which `sitecustomize` imports: to look for each module in a
zip takes about as long as to run it. Python itself finds its `encodings` and `sitecustomize` as it always does.
"""

# What is imported here would pass for something that the rules need: the rest is imported where it is used, later.
import marshal
import sys
from types import CodeType, ModuleType
from zipimport import zipimporter

STOCK = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"
RULES = "/inside/rules.whl"
MADE = "/inside/library.zip"

FIRST = ("encodings", "encodings.aliases", "encodings.utf_8")
"""What Python imports before it knows of any shelf."""

KEPT = ("encodings.ascii", "encodings.latin_1")
"""Imported late, by foreign text."""

EPOCH = (2020, 1, 1, 0, 0, 0)

DATACLASSES = {
    "import inspect\n": "",
    "exec(txt, self.globals, ns)": "exec(_written(cls, txt), self.globals, ns)",
    "inspect.signature(": "__import__('inspect').signature(",
    "inspect.unwrap(": "__import__('inspect').unwrap(",
}
"""What is put in the place of what in `dataclasses`: it takes the methods that are compiled already, and does without
`inspect`, which with all that it imports is larger than the rest of the library, for what it does to no class of the rules."""

WRITTEN = '''

def _written(cls, text):
    """Find the code of the methods that were written for a class when the archive was made."""
    from marshal import loads
    from sitecustomize import methods
    code = methods.get(f"{cls.__module__}.{cls.__qualname__}")
    return text if code is None else loads(code)
'''

SHELF = '''
import gc
import marshal
import sys


modules, methods = marshal.loads(__loader__.get_data(__loader__.archive + "/shelf.bin"))


class Shelf:
    """Imports what lies in `shelf.bin`: of each module, whether it is a package, and its code."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name in modules:
            return type(__spec__)(name, Shelf, is_package=modules[name][0])

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        exec(marshal.loads(modules[module.__name__][1]), module.__dict__)


sys.meta_path.insert(2, Shelf)
gc.disable()
'''
"""The module `sitecustomize`, which Python imports when it starts. Built-in and frozen modules come before the shelf.

It collects no garbage: when that happens, and what of Python it then reaches, hangs on all that was asked before, so no
run could tell what may be cut. An answer leaves about two objects behind that only a collector would find.
"""


class ChangedError(Exception):
    """Python's library is not what this file knows; the message says what to do."""


def main(_: str) -> str:
    """Write the archive; give its path."""
    sys.path.append(RULES)
    dataclasses = changed(zipimporter(STOCK).get_source("dataclasses") or "")
    methods = rehearse(dataclasses)
    modules = {}
    first = {}
    for name, module in sorted(sys.modules.items()):
        spec = module.__spec__
        if spec is None or not isinstance(spec.loader, zipimporter):
            continue  # built in, frozen, or this file
        is_rules = spec.loader.archive == RULES
        path = spec.origin.removeprefix(f"{RULES if is_rules else STOCK}/")
        source = dataclasses + WRITTEN if name == "dataclasses" else spec.loader.get_source(name)
        code = compiled(path, source)
        if name in FIRST:
            first[f"{path}c"] = byte_code(code)
        else:
            modules[name] = (path.endswith("/__init__.py"), marshal.dumps(code))
    first["sitecustomize.pyc"] = byte_code(compiled("sitecustomize.py", SHELF))
    first["shelf.bin"] = marshal.dumps((modules, methods))
    write(first)
    return MADE


def changed(dataclasses: str) -> str:
    """Let `dataclasses` do without `inspect` and take methods that are compiled.

    Raises:
        ChangedError: It is not as it was.
    """
    for before, after in DATACLASSES.items():
        if dataclasses.count(before) != 1:
            raise ChangedError(
                f"dataclasses of Python {sys.version.split()[0]} does not say {before.strip()!r} once:"
                " mend DATACLASSES in calculators/build/bundle/inside.py."
            )
        dataclasses = dataclasses.replace(before, after)
    return dataclasses


def rehearse(dataclasses: str) -> dict[str, bytes]:
    """Ask every calculator all that its page may ask, right and wrong.

    Args:
        dataclasses: The source of `dataclasses`, as the reader's Python will have it.

    Returns:
        By the name of each dataclass, the code of the methods that are written for it.

    Raises:
        ChangedError: Two classes have one name.
    """
    texts: dict[str, str] = {}

    def written(cls: type, text: str) -> str:
        name = f"{cls.__module__}.{cls.__qualname__}"
        if texts.setdefault(name, text) != text:
            raise ChangedError(f"There are two dataclasses {name}: rename one.")
        return text

    module = ModuleType("dataclasses")
    module.__spec__ = zipimporter(STOCK).find_spec("dataclasses")
    module._written = written  # noqa: SLF001  (ours: see WRITTEN)
    sys.modules["dataclasses"] = module
    exec(dataclasses, module.__dict__)  # noqa: S102  (this is how a module is run)

    from importlib import import_module
    from json import dumps

    answer = import_module("bfr_rules.bridge").answer
    for each in import_module("bfr_rules.catalog").CALCULATORS:
        nonsense = {question.name: "?" for question in each.inputs}
        for given in (*(dict(example.given) for example in each.examples), {}, nonsense):
            answer(dumps({"calculator": each.slug, "answers": given}))
    for name in KEPT:
        import_module(name)
    return {
        name: marshal.dumps(compile(text, "<string>", "exec", dont_inherit=True))
        for name, text in sorted(texts.items())
    }


def compiled(path: str, source: str) -> CodeType:
    """Compile a module without its docstrings; which line is which remains known, so that an error can be found.

    A class keeps a short one: `dataclasses` would write it a long one.
    """
    import ast

    tree = ast.parse(source)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if ast.get_docstring(node, clean=False) is None:
            continue
        if isinstance(node, ast.ClassDef):
            node.body[0].value.value = "."
        elif len(node.body) > 1 or isinstance(node, ast.Module):
            del node.body[0]
        else:
            node.body[0] = ast.copy_location(ast.Pass(), node.body[0])
    return compile(tree, path, "exec", dont_inherit=True)


def byte_code(code: CodeType) -> bytes:
    """Write a file of byte code that is never held against a source."""
    from importlib.util import MAGIC_NUMBER

    return MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8) + marshal.dumps(code)


def write(files: dict[str, bytes]) -> None:
    """Write the archive. Its files are not compressed: the server compresses all of it better."""
    from zipfile import ZipFile, ZipInfo

    with ZipFile(MADE, "w") as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name, EPOCH), data)
