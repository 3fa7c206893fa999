"""Rewrite a WebAssembly module: mark the functions that run, and cut those that never do.

Every index stays what it was: of functions, types, tables, globals. So whatever calls a function that was cut meets
`unreachable`, a trap that is noticed, and never another function.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

HEAD = b"\0asm\1\0\0\0"
IMPORTS, EXPORTS, CODE = 2, 7, 10
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)
"""Kinds of what a module imports or exports."""

STUB = b"\x00\x00\x0b"
"""The body of a function that was cut: no variables, `unreachable`, `end`. It fits every type."""

REFERENCES = {0x63, 0x64}
"""First bytes of a type that names another: a reference, which may or may not be null."""

CUSTOM = 0


class WasmError(Exception):
    """A module is not as this file knows modules; the message says where."""


@dataclass(frozen=True)
class Section:
    """One section of a module."""

    id: int
    body: bytes


@dataclass(frozen=True)
class Named:
    """What a module imports or exports.

    Attributes:
        name: Its own.
        kind: `FUNCTION`, `TABLE` and so on.
        index: Among those of its kind; of an import, 0.
    """

    name: str
    kind: int
    index: int = 0


class Reader:
    """Reads numbers and names, one after the other.

    Attributes:
        data: What is read.
        at: Where the next one begins.
    """

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at

    def byte(self) -> int:
        """Read a byte."""
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        """Read a number in LEB128.

        >>> Reader(bytes([0xE5, 0x8E, 0x26])).number()
        624485
        """
        number = shift = 0
        while True:
            byte = self.byte()
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return number

    def bytes(self, count: int) -> bytes:
        """Read as many bytes."""
        self.at += count
        return self.data[self.at - count : self.at]

    def name(self) -> str:
        """Read a name."""
        return self.bytes(self.number()).decode()


def unsigned(number: int) -> bytes:
    """Write a number in LEB128.

    >>> unsigned(624485).hex()
    'e58e26'
    """
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)


def signed(number: int) -> bytes:
    """Write a number in signed LEB128, as `i32.const` has it.

    >>> signed(63).hex(), signed(64).hex(), signed(-1).hex()
    ('3f', 'c000', '7f')
    """
    written = bytearray()
    while not -0x40 <= number < 0x40:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number & 0x7F)
    return bytes(written)


def sections(module: bytes) -> Iterator[Section]:
    """List the sections of a module.

    Raises:
        WasmError: It is no WebAssembly.
    """
    if not module.startswith(HEAD):
        raise WasmError("This is no WebAssembly module of version 1.")
    reader = Reader(module, len(HEAD))
    while reader.at < len(module):
        yield Section(reader.byte(), reader.bytes(reader.number()))


def module(parts: Iterable[Section]) -> bytes:
    """Write a module."""
    written = [HEAD]
    for part in parts:
        written += [bytes([part.id]), unsigned(len(part.body)), part.body]
    return b"".join(written)


def bodies(code: bytes) -> list[bytes]:
    """List the bodies of functions in a section of code: variables and instructions."""
    reader = Reader(code)
    return [reader.bytes(reader.number()) for _ in range(reader.number())]


def code(written: list[bytes]) -> bytes:
    """Write a section of code."""
    parts = [unsigned(len(written))]
    for body in written:
        parts += [unsigned(len(body)), body]
    return b"".join(parts)


def section(whole: bytes, id_: int) -> bytes:
    """Find the body of a section.

    Raises:
        WasmError: The module has no such section, or more than one.
    """
    found = [each.body for each in sections(whole) if each.id == id_]
    if len(found) != 1:
        raise WasmError(f"The module has {len(found)} sections {id_}, and should have one.")
    return found[0]


def functions(whole: bytes) -> list[bytes]:
    """List the bodies of a module's functions."""
    return bodies(section(whole, CODE))


def exported(whole: bytes) -> list[Named]:
    """List what a module exports."""
    return exports(section(whole, EXPORTS))


def imported(whole: bytes) -> list[Named]:
    """List what a module imports."""
    return imports(section(whole, IMPORTS))


def exports(body: bytes) -> list[Named]:
    """List what a section exports."""
    reader = Reader(body)
    return [Named(reader.name(), reader.byte(), reader.number()) for _ in range(reader.number())]


def imports(body: bytes) -> list[Named]:
    """List what a section imports.

    Raises:
        WasmError: Something of a kind that this file does not know.
    """
    reader = Reader(body)
    found = []
    for _ in range(reader.number()):
        reader.name()
        each = Named(reader.name(), reader.byte())
        if each.kind == FUNCTION:
            reader.number()
        elif each.kind == GLOBAL:
            reader.bytes(2)
        else:
            raise WasmError(
                f"The import {each.name} is of kind {each.kind}, neither a function nor a number."
            )
        found.append(each)
    return found


def after_variables(body: bytes) -> int:
    """Find where the instructions of a function begin."""
    reader = Reader(body)
    for _ in range(reader.number()):
        reader.number()
        if reader.byte() in REFERENCES:
            reader.number()
    return reader.at


def marking(whole: bytes, address: int) -> bytes:
    """Let each function set a byte of the memory when it runs.

    Args:
        whole: The module.
        address: Where the byte of the first function lies; each function has the next one. Nothing else may use them.
    """

    def mark(index: int, body: bytes) -> bytes:
        start = after_variables(body)
        # i32.const address, i32.const 1, i32.store8
        note = b"\x41" + signed(address + index) + b"\x41\x01\x3a\x00\x00"
        return body[:start] + note + body[start:]

    return with_bodies(whole, mark)


def cut(whole: bytes, reached: frozenset[int], exported: frozenset[str]) -> bytes:
    """Cut every function that is not reached, and every export that nobody asks for.

    Args:
        whole: The module.
        reached: The functions that stay, counted from the first that is not imported.
        exported: Names of what is exported still. Memories, tables and tags are always.
    """
    less = with_bodies(whole, lambda index, body: body if index in reached else STUB)
    return module(
        Section(EXPORTS, fewer(each.body, exported)) if each.id == EXPORTS else each
        for each in sections(less)
    )


def with_bodies(whole: bytes, change: Callable[[int, bytes], bytes]) -> bytes:
    """Change the body of each function."""
    return module(
        Section(CODE, code([change(index, body) for index, body in enumerate(bodies(each.body))]))
        if each.id == CODE
        else each
        for each in sections(whole)
    )


def fewer(body: bytes, names: frozenset[str]) -> bytes:
    """Write a section of exports with only those names, and what is neither a function nor a number."""
    kept = [
        each for each in exports(body) if each.name in names or each.kind not in {FUNCTION, GLOBAL}
    ]
    written = [unsigned(len(kept))]
    for each in kept:
        name = each.name.encode()
        written += [unsigned(len(name)), name, bytes([each.kind]), unsigned(each.index)]
    return b"".join(written)
