"""What a host is told of a built site, in its own words: `_headers`, and pieces for nginx and Caddy.

Each says what `headers.headers_for` says. `_headers` lies in the site, where Netlify and Cloudflare Pages look for it;
the pieces lie beside it, in a folder that is not served.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from calculators.build.headers import (
    ALWAYS,
    FRAMED_PATH,
    LASTING_FOLDER,
    LASTING_NAME,
    SHARED_NAME,
    SHARED_PATH,
    content_policy,
    headers_for,
)

FOLDER = "/var/www/bfr-guide"
"""Where the pieces say that the site lies: whoever copies it elsewhere changes this one word."""

PRESSED = {".br", ".gz"}
"""Files that lie beside others, compressed: a host sends them in their place."""

HEADERS = "_headers"
NGINX = "nginx.conf"
CADDY = "Caddyfile"

TYPES = {
    ".atom": "application/atom+xml",
    ".bib": "text/plain",
    ".css": "text/css",
    ".gif": "image/gif",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".ics": "text/calendar",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".whl": "application/octet-stream",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""The type of each kind of file. Tables of older servers lack some."""

CACHE = "Cache-Control"
CSP = "Content-Security-Policy"
CORP = "Cross-Origin-Resource-Policy"
CORS = "Access-Control-Allow-Origin"
CHANGES = (CACHE, CSP, CORP, CORS)
"""Headers that are not the same for every file."""

PLAIN, FRAME, LASTING = "/", "/embed/", "/a.0123456789.js"
"""An address of each kind; what is framed is shared, too."""


def write(site: Path, pieces: Path, address: str = "") -> None:
    """Write `_headers` into a built site, and the pieces for servers into a folder of their own.

    Args:
        site: Folder of the built site.
        pieces: Where those for servers go.
        address: Where the site will stand; nothing when that is not known: then it is the root.
    """
    policy = content_policy(site)
    below = urlsplit(address).path or "/"
    (site / HEADERS).write_text(netlify(site, policy), "utf-8")
    pieces.mkdir(parents=True, exist_ok=True)
    (pieces / NGINX).write_text(nginx(policy, below), "utf-8")
    (pieces / CADDY).write_text(caddy(policy, below), "utf-8")


# --- Netlify, Cloudflare Pages ---


def netlify(site: Path, policy: str) -> str:
    """Write `_headers`.

    Where two rules meet, these hosts join their values: so what is not the same everywhere stands in rules that never
    meet, one for each folder whose files are alike.
    """
    rules = [_rule("/*", _same()), _rule("/", _other("/", policy))]
    rules += [_rule(pattern, _other(path, policy)) for pattern, path in _patterns(site, site)]
    return "\n".join(rules)


def _rule(path: str, told: Mapping[str, str]) -> str:
    return "".join((f"{path}\n", *(f"  {name}: {value}\n" for name, value in told.items())))


def _other(path: str, policy: str) -> dict[str, str]:
    told = headers_for(path, policy)
    return {name: told[name] for name in CHANGES if name in told}


def _patterns(site: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Cover a folder with patterns, each with the path of a file that stands for all that it meets."""
    for path in sorted(folder.iterdir()):
        inside = f"/{path.relative_to(site).as_posix()}"
        if path.is_file():
            if path.name != HEADERS and path.suffix not in PRESSED:
                yield inside, inside
            continue
        files = _files(site, path)
        if len({tuple(_other(each, "").items()) for each in files}) > 1:
            yield from _patterns(site, path)
        elif files:
            yield f"{inside}/*", files[0]


def _files(site: Path, folder: Path) -> list[str]:
    found = (each for each in sorted(folder.rglob("*")) if each.suffix not in PRESSED)
    return [f"/{each.relative_to(site).as_posix()}" for each in found if each.is_file()]


# --- nginx ---


def nginx(policy: str, below: str) -> str:
    """Write a piece of a `server` block.

    Args:
        policy: The content security policy of the site.
        below: The folder of the address in which it stands, with a slash at both ends.
    """
    plain, frame, lasting = (headers_for(path, policy) for path in (PLAIN, FRAME, LASTING))
    types = "".join(
        f"    {kind} {' '.join(each.lstrip('.') for each in endings)};\n"
        for kind, endings in _by_type().items()
    )
    texts = " ".join(kind for kind in _by_type() if _is_text(kind) and kind != "text/html")
    root = below.rstrip("/")
    sent_on = f"location = {root} {{\n  return 301 {below};\n}}\n" if root else ""
    same = "".join(f'  add_header {name} "{value}" always;\n' for name, value in _same().items())
    return f"""\
# A piece of a `server` block of nginx: `include` it there. The site lies in {FOLDER}; change that
# if it lies elsewhere. `make site` writes both: copy this with each new build, whose policy is its own.
{sent_on}location ^~ {below} {{
  alias {FOLDER}/;
  index index.html;
  error_page 403 404 =404 {below}404.html;
  absolute_redirect off;
  charset utf-8;
  charset_types {texts};
  types {{
{types}  }}
  default_type application/octet-stream;
  gzip_static on; # sends the .gz beside a file
  gzip_vary on;
  # brotli_static on; # the .br beside it, where nginx has its module
  set $bfr_cache "{plain[CACHE]}";
  set $bfr_policy "{plain[CSP]}";
  set $bfr_resource "{plain[CORP]}";
  set $bfr_origin "";
  if ($uri ~ "^{root}{LASTING_FOLDER}") {{
    set $bfr_cache "{lasting[CACHE]}";
  }}
  if ($uri ~ "{LASTING_NAME}") {{
    set $bfr_cache "{lasting[CACHE]}";
  }}
  if ($uri ~ "^{root}{FRAMED_PATH}") {{
    set $bfr_policy "{frame[CSP]}";
  }}
  if ($uri ~ "^{root}{SHARED_PATH}") {{
    set $bfr_resource "{frame[CORP]}";
    set $bfr_origin "{frame[CORS]}";
  }}
  if ($uri ~ "{SHARED_NAME}") {{
    set $bfr_resource "{frame[CORP]}";
    set $bfr_origin "{frame[CORS]}";
  }}
  add_header {CACHE} $bfr_cache always;
  add_header {CSP} $bfr_policy always;
  add_header {CORP} $bfr_resource always;
  add_header {CORS} $bfr_origin always;
{same}}}
"""


# --- Caddy ---


def caddy(policy: str, below: str) -> str:
    """Write a piece of a site block of Caddy.

    Args:
        policy: The content security policy of the site.
        below: The folder of the address in which it stands, with a slash at both ends.
    """
    frame, lasting = (headers_for(path, policy) for path in (FRAME, LASTING))
    root = below.rstrip("/")
    told = {**_same(), **_other(PLAIN, policy)}
    same = "".join(f'\t\theader {name} "{value}"\n' for name, value in told.items())
    types = "".join(
        f"\t\t@{ending[1:]} path *{ending}\n\t\theader @{ending[1:]} Content-Type {_said(kind)}\n"
        for ending, kind in TYPES.items()
        if ending != ".html"
    )
    sent_on = f"redir {root} {below} permanent\n" if root else ""
    return f"""\
# A piece of a site block of Caddy: `import` it there. The site lies in {FOLDER}; change that
# if it lies elsewhere. `make site` writes both: copy this with each new build, whose policy is its own.
{sent_on}handle_path {below}* {{
	root * {FOLDER}
	route {{
{same}{types}\
		@lasting path_regexp "^{LASTING_FOLDER}|{LASTING_NAME}"
		header @lasting {CACHE} "{lasting[CACHE]}"
		@framed path_regexp "^{FRAMED_PATH}"
		header @framed {CSP} "{frame[CSP]}"
		@shared path_regexp "^{SHARED_PATH}|{SHARED_NAME}"
		header @shared {CORP} "{frame[CORP]}"
		header @shared {CORS} "{frame[CORS]}"
		file_server {{
			precompressed br gzip
		}}
	}}
}}
handle_errors {{
	@missing `{{http.error.status_code}} == 404`
	handle @missing {{
		root * {FOLDER}
		rewrite * /404.html
		file_server
	}}
}}
"""


def _same() -> dict[str, str]:
    """List the headers that every file has."""
    return {name: value for name, value in ALWAYS.items() if name not in CHANGES}


def _by_type() -> dict[str, list[str]]:
    """List endings by type."""
    found: dict[str, list[str]] = {}
    for ending, kind in TYPES.items():
        found.setdefault(kind, []).append(ending)
    return found


def _said(kind: str) -> str:
    return f'"{kind}; charset=utf-8"' if _is_text(kind) else kind


def _is_text(kind: str) -> bool:
    return kind.startswith("text/") or kind.endswith(("xml", "json"))
