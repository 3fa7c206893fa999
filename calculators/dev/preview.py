"""Serve a built site as a production host would: compressed, cached, and under a strict policy.

Nothing leaves the site's origin, no script or style runs that the site does not carry, and Pyodide may compile
WebAssembly. A host of the real site sends what `headers_for` gives for each path.
"""

import base64
import contextlib
import gzip
import hashlib
import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from calculators.dev.serve import check_port
from calculators.dev.site import SITE

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".whl": "application/octet-stream",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
PACKED = {".gif", ".gz", ".ico", ".jpg", ".png", ".webp", ".woff2"}
"""Compressed already."""

HASHED = re.compile(r"^/assets/runtime/[0-9a-f]{16}/|[.-][0-9a-f]{8,}\.(min\.)?\w+$")
"""Paths that name their content, so that a copy never grows old."""

ORIGIN = re.compile(rb"(?<=<loc>)https?://[^/<]+/")
"""Where the site will stand, in `sitemap.xml`. Pages change without a reload only below the address it names."""

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

ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


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
    return {"Cache-Control": cache, "Content-Security-Policy": policy, **ALWAYS}


@dataclass(frozen=True)
class Ready:
    """A file, ready to be sent.

    Attributes:
        plain: Its bytes.
        packed: Its bytes compressed; None when that would not make them fewer.
        tag: Names its content, as `ETag` does.
    """

    plain: bytes
    packed: bytes | None
    tag: str


@lru_cache(maxsize=512)
def ready(file: Path, changed_ns: int) -> Ready:  # noqa: ARG001  (a changed file is another entry)
    """Read and compress a file once for as long as it does not change."""
    return prepared(file.read_bytes(), file.suffix)


def prepared(plain: bytes, suffix: str) -> Ready:
    """Compress and name content."""
    packed = None if suffix in PACKED else gzip.compress(plain, compresslevel=9, mtime=0)
    return Ready(plain, packed, f'"{hashlib.sha256(plain).hexdigest()[:20]}"')


class Handler(BaseHTTPRequestHandler):
    """Answers for one built site."""

    protocol_version = "HTTP/1.1"
    # Headers and body leave together: parted, the second waits 40 ms for word of the first.
    wbufsize = -1
    disable_nagle_algorithm = True
    server: "Preview"

    def do_GET(self) -> None:
        """Send a file, the address with a slash at the end, or the 404 page."""
        self.respond(with_body=True)

    def do_HEAD(self) -> None:
        """Send the headers alone."""
        self.respond(with_body=False)

    def respond(self, *, with_body: bool) -> None:
        """Answer for a path inside the site; anything else is not found."""
        path = unquote(urlsplit(self.path).path)
        file = (self.server.site / path.lstrip("/")).resolve()
        if not file.is_relative_to(self.server.site):
            file = self.server.site / "404"
        if file.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{path.strip('/')}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if file.is_dir():
            file /= "index.html"
        missing = self.server.site / "404.html"
        if file.is_file():
            self.send_file(HTTPStatus.OK, file, path, with_body=with_body)
        elif missing.is_file():
            self.send_file(HTTPStatus.NOT_FOUND, missing, "/404.html", with_body=with_body)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def send_file(self, status: HTTPStatus, file: Path, path: str, *, with_body: bool) -> None:
        """Send a file with its headers, or word that the reader's copy is current."""
        content = ready(file, file.stat().st_mtime_ns)
        if path == "/sitemap.xml":
            content = prepared(ORIGIN.sub(self.server.url.encode(), content.plain), file.suffix)
        body = content.plain
        headers = headers_for(path, self.server.policy)
        headers |= {"ETag": content.tag, "Vary": "Accept-Encoding"}
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == content.tag:
            status, body = HTTPStatus.NOT_MODIFIED, b""
        else:
            headers["Content-Type"] = TYPES.get(file.suffix, "application/octet-stream")
            if content.packed is not None and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = content.packed
                headers["Content-Encoding"] = "gzip"
            headers["Content-Length"] = str(len(body))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Stay quiet: a browser shows its requests better."""


class Preview(ThreadingHTTPServer):
    """A server of one built site.

    Attributes:
        site: Folder of the built site.
        policy: Its content security policy.
    """

    daemon_threads = True

    def __init__(self, site: Path, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.site = site.resolve()
        self.policy = content_policy(self.site)

    @property
    def url(self) -> str:
        """Address of the site's root, with a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}/"


@contextlib.contextmanager
def running(site: Path = SITE, port: int = 0) -> Iterator[Preview]:
    """Serve a built site in the background, by default on any free port.

    Yields:
        The server; its `url` is the site's root.
    """
    with Preview(site, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def main(port: int) -> int:
    """Serve `site/` until the person stops it."""
    if not (SITE / "index.html").is_file():
        print("There is no built site: run `make site` first.", file=sys.stderr)
        return 1
    check_port(port)
    with Preview(SITE, port) as server:
        print(f"• The site as a production host would serve it: {server.url}", flush=True)
        server.serve_forever()
    return 0
