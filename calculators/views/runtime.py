"""What a page tells of the browser's Python."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Runtime:
    """The browser's Python, as a page reaches it.

    Attributes:
        base: Its folder, relative to the page, with a slash at the end.
        bytes: What its files weigh, unpacked.
        gzip: What they weigh on the wire.
        files: Size and sha256 of each by its name, so that none is used that is another.
        full: Size and sha256 of the list of what the whole runtime consists of.
    """

    base: str
    bytes: int
    gzip: int
    files: dict[str, dict[str, int | str]]
    full: dict[str, int | str]
