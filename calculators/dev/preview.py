"""Serve a built site as a production host would: compressed, cached, and with the headers of `calculators.build.headers`."""

import contextlib
import gzip
import hashlib
import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from urllib.parse import unquote, urlsplit

from calculators.build.addresses import SITEMAP, sitemap
from calculators.build.embed import EMBED, LESSON
from calculators.build.headers import content_policy, headers_for
from calculators.build.site import SITE
from calculators.dev.serve import check_port

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
COPIES = {"br": ".br", "gzip": ".gz"}
"""Encodings, and how the names of their copies end, the smallest first."""

PACKED = {".br", ".gif", ".gz", ".ico", ".jpg", ".png", ".webp", ".woff2"}
"""Compressed already."""


@dataclass(frozen=True)
class Ready:
    """A file, ready to be sent.

    Attributes:
        plain: Its bytes.
        packed: Its bytes compressed, by the name of the encoding, the smallest first.
        tag: Names its content, as `ETag` does.
    """

    plain: bytes
    packed: dict[str, bytes]
    tag: str


@lru_cache(maxsize=512)
def ready(file: Path, changed_ns: int) -> Ready:  # noqa: ARG001  (a changed file is another entry)
    """Read a file and its compressed copies once for as long as it does not change."""
    copies = {name: file.with_name(file.name + suffix) for name, suffix in COPIES.items()}
    packed = {name: copy.read_bytes() for name, copy in copies.items() if copy.is_file()}
    return prepared(file.read_bytes(), file.suffix, packed)


def prepared(plain: bytes, suffix: str, packed: dict[str, bytes] | None = None) -> Ready:
    """Name content, and compress it where no copy of it lies beside it."""
    if not packed:
        packed = (
            {} if suffix in PACKED else {"gzip": gzip.compress(plain, compresslevel=9, mtime=0)}
        )
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
        if path == f"/{SITEMAP}":
            content = prepared(self.server.sitemap.encode(), file.suffix)
        body = content.plain
        headers = headers_for(path, self.server.policy)
        headers |= {"ETag": content.tag, "Vary": "Accept-Encoding"}
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == content.tag:
            status, body = HTTPStatus.NOT_MODIFIED, b""
        else:
            headers["Content-Type"] = TYPES.get(file.suffix, "application/octet-stream")
            taken = re.findall(r"[\w-]+", self.headers.get("Accept-Encoding", ""))
            for encoding in content.packed:
                if encoding in taken:
                    body = content.packed[encoding]
                    headers["Content-Encoding"] = encoding
                    break
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

    handler: type[Handler] = Handler
    daemon_threads = True

    def __init__(self, site: Path, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), self.handler)
        self.site = site.resolve()
        self.policy = content_policy(self.site)

    @property
    def url(self) -> str:
        """Address of the site's root, with a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Print what went wrong; a browser that leaves while it is served has done nothing wrong."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def sitemap(self) -> str:
        """The list of its pages, at the address where they are served: without it no page changes without a reload."""
        found = sorted(page.parent for page in self.site.rglob("index.html"))
        folders = [folder.relative_to(self.site).as_posix() for folder in found]
        folders = [each for each in folders if each.split("/")[0] not in (EMBED, LESSON)]
        return sitemap({"" if each == "." else f"{each}/": None for each in folders}, self.url)


@contextlib.contextmanager
def running(site: Path = SITE, port: int = 0, kind: type[Preview] = Preview) -> Iterator[Preview]:
    """Serve a built site in the background, by default on any free port.

    Yields:
        The server; its `url` is the site's root.
    """
    with kind(site, port) as server:
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
