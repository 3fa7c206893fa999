"""What a host should say with each file of a built site, and the floor that its pages say themselves.

Nothing leaves the site's origin, no script or style runs that the site does not carry, and Pyodide may compile
WebAssembly. A host that can send headers sends what `headers_for` gives for each path. Many cannot: so `write` puts the
policy into each page too. A page cannot say who may frame it, nor speak for a worker: that takes the header.
"""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

LASTING_FOLDER = "/assets/runtime/[0-9a-f]{16}/"
LASTING_NAME = r"[.-][0-9a-f]{8,}\.(min\.)?\w+$"
HASHED = re.compile(f"^{LASTING_FOLDER}|{LASTING_NAME}")
"""Paths that name their content, so that a copy never grows old."""

FRAMED_PATH = r"/embed(/|\.js$)"
FRAMED = re.compile(f"^{FRAMED_PATH}")
"""Paths that other sites may show in a frame, or load: what is made for them."""

SHARED_PATH = r"/(embed(/|\.js$)|api/|assets/sources/)"
SHARED_NAME = r"\.whl$"
SHARED = re.compile(f"^{SHARED_PATH}|{SHARED_NAME}")
"""Paths that scripts of other sites may read: what is made for them, data, and the package."""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
}
"""What a page may do; `content_policy` adds the hashes of what stands inline in the pages."""

FRAMES_US = f"frame-ancestors {POLICY['frame-ancestors']}"
FRAMES_ALL = "frame-ancestors *"

HEADER_ONLY = {"frame-ancestors"}
"""What a page cannot say of itself."""

FIRST = '<meta charset="utf-8">'
"""After this a page says what it may do: before anything that it loads."""

ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

FOR_ALL = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""What else is said of what is shared."""


class Inline(HTMLParser):
    """Collects the scripts and styles that stand inside a page.

    Attributes:
        found: Texts by directive, `script-src` and `style-src`.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: dict[str, set[str]] = {"script-src": set(), "style-src": set()}
        self._inside: str | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note that an inline script or style begins."""
        given = dict(attrs)
        runs = given.get("type") in {None, "", "module", "text/javascript"} and "src" not in given
        if tag == "script" and runs:
            self._inside = "script-src"
        elif tag == "style":
            self._inside = "style-src"

    def handle_data(self, data: str) -> None:
        """Keep the text of an inline script or style."""
        if self._inside is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note that it ends."""
        if self._inside is not None and tag in {"script", "style"}:
            self.found[self._inside].add("".join(self._text))
            self._inside = None
            self._text = []


def content_policy(site: Path) -> str:
    """Write the content security policy for a built site.

    Args:
        site: Folder of the built site; the inline scripts and styles of its pages are allowed by hash.
    """
    inline: dict[str, set[str]] = {"script-src": set(), "style-src": set()}
    for page in site.rglob("*.html"):
        reader = Inline()
        reader.feed(page.read_text("utf-8"))
        for directive, texts in reader.found.items():
            inline[directive] |= texts
    parts = []
    for directive, sources in POLICY.items():
        hashes = sorted(source_hash(text) for text in inline.get(directive, ()))
        parts.append(" ".join([directive, sources, *hashes]))
    return "; ".join(parts)


def write(site: Path) -> None:
    """Write the floor into every page of a built site: the policy, and that no other site is told where a reader was.

    Raises:
        ValueError: A page does not begin as ours do.
    """
    directives = content_policy(site).split("; ")
    floor = "; ".join(each for each in directives if each.split(" ")[0] not in HEADER_ONLY)
    said = (
        f'<meta http-equiv="Content-Security-Policy" content="{floor}">',
        f'<meta name="referrer" content="{ALWAYS["Referrer-Policy"]}">',
    )
    for page in site.rglob("*.html"):
        before, found, after = page.read_text("utf-8").partition(FIRST)
        if not found:
            raise ValueError(f"{page} has no {FIRST}")
        page.write_text("\n      ".join((before + FIRST, *said)) + after, "utf-8")


def source_hash(text: str) -> str:
    """Write the hash by which a policy allows an inline text.

    >>> source_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def headers_for(path: str, policy: str) -> dict[str, str]:
    """Give the headers of a response, besides those about its content.

    Args:
        path: Path of the address, from the site's root.
        policy: The content security policy of the site. Workers obey their own response's, so every file has it.
    """
    lasting = "public, max-age=31536000, immutable"
    cache = lasting if HASHED.search(path) else "no-cache"
    told = {"Cache-Control": cache, "Content-Security-Policy": policy, **ALWAYS}
    if FRAMED.search(path):
        told["Content-Security-Policy"] = policy.replace(FRAMES_US, FRAMES_ALL)
    if SHARED.search(path):
        told |= FOR_ALL
    return told
