"""What a host is told in its own words is what `headers_for` says of every file."""

import os
import re
import shutil
import socket
import subprocess
import time
from http.client import HTTPConnection

import pytest

from calculators.build import hosting
from calculators.build.headers import content_policy, headers_for

FILES = (
    "404.html",
    "api/v1/works.json",
    "assets/runtime/0123456789abcdef/bfr_rules-1-py3-none-any.whl",
    "assets/runtime/0123456789abcdef/pyodide.asm.wasm",
    "assets/runtime/manifest.json",
    "assets/sources/changes.atom",
    "assets/styles/site.css",
    "assets/theme.0123456789.min.css",
    "do/player/index.html",
    "embed.js",
    "embed/training-load/index.html",
    "index.html",
    "manifest.webmanifest",
    "sw.js",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = tmp_path_factory.mktemp("site")
    for name in FILES:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("<meta charset=\"utf-8\"><script>'$1'</script>", "utf-8")
    (site / "index.html.gz").write_bytes(b"")
    return site


def told(rules, path):
    """Read `_headers` as its hosts do: every rule that a path meets counts, and like names are joined."""
    found = {}
    for rule in rules.split("\n\n"):
        pattern, *lines = rule.strip().split("\n")
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            for line in lines:
                name, _, value = line.strip().partition(": ")
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


@pytest.mark.parametrize("path", ["", *FILES, "do/player/", "embed/training-load/"])
def test_netlify_and_cloudflare_send_each_header_once(site, path):
    policy = content_policy(site)
    assert told(hosting.netlify(site, policy), f"/{path}") == headers_for(f"/{path}", policy)


def test_the_rules_keep_to_what_cloudflare_reads(site):
    rules = hosting.netlify(site, content_policy(site))
    assert len(re.findall(r"^/", rules, flags=re.MULTILINE)) <= 100
    assert max(map(len, rules.split("\n"))) <= 2000


def test_only_what_is_made_for_others_may_be_framed(site):
    policy = content_policy(site)
    framed = {
        path
        for path in FILES
        if "frame-ancestors *" in "".join(headers_for(f"/{path}", policy).values())
    }
    assert framed == {"embed.js", "embed/training-load/index.html"}


# --- Real servers, where they are installed ---


AS_ME = "user root; " if os.geteuid() == 0 else ""
"""Else nginx gives up its rights, and cannot read what a test wrote."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def nginx(folder, site, below, port):
    piece = hosting.nginx(content_policy(site), below).replace(hosting.FOLDER, str(site))
    (folder / "piece.conf").write_text(piece, "utf-8")
    # Debian's own table of types, where it is: it lacks some of ours.
    (folder / "all.conf").write_text(
        f"{AS_ME}daemon off; pid {folder}/pid; error_log {folder}/log; events {{}} http {{ access_log off; "
        + "".join(
            f"{kind}_temp_path {folder}/{kind}; "
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        + f"server {{ listen 127.0.0.1:{port}; include {folder}/piece.conf; }} }}",
        "utf-8",
    )
    return ["nginx", "-c", str(folder / "all.conf"), "-e", str(folder / "log")]


def caddy(folder, site, below, port):
    piece = hosting.caddy(content_policy(site), below).replace(hosting.FOLDER, str(site))
    (folder / "piece").write_text(piece, "utf-8")
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n}}\nhttp://127.0.0.1:{port} {{\n\timport {folder}/piece\n}}\n",
        "utf-8",
    )
    return ["caddy", "run", "--config", str(folder / "Caddyfile")]


SERVERS = {"nginx": nginx, "caddy": caddy}


@pytest.fixture(
    scope="module", params=[(name, below) for name in SERVERS for below in ("/", "/clinic/")]
)
def host(request, site, tmp_path_factory):
    name, below = request.param
    if shutil.which(name) is None:
        pytest.skip(f"without {name}")
    folder = tmp_path_factory.mktemp(name)
    port = free_port()
    command = SERVERS[name](folder, site, below, port)
    home = os.environ | {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=home, stdout=quiet, stderr=quiet) as server:
        try:
            wait_for(port, server)
            yield port, below
        finally:
            server.terminate()


def wait_for(port, server):
    for _ in range(200):
        assert server.poll() is None
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server does not listen")


def get(host, path):
    port, below = host
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", below.rstrip("/") + path)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


@pytest.mark.parametrize("path", ["", *FILES, "do/player/", "embed/training-load/"])
def test_a_server_sends_what_is_said_of_each_file(host, site, path):
    response = get(host, f"/{path}")
    assert response.status == 200
    wanted = headers_for(f"/{path}", content_policy(site))
    assert {name: response.headers.get_all(name) for name in wanted} == {
        name: [value] for name, value in wanted.items()
    }
    assert (response.headers["Access-Control-Allow-Origin"] is None) == (
        "Access-Control-Allow-Origin" not in wanted
    )
    ending = "." + path.rsplit(".")[-1] if "." in path else ".html"
    assert response.headers["Content-Type"].split(";")[0] == hosting.TYPES[ending]


@pytest.mark.parametrize("path", ["/not/there/", "/assets/", "/embed/nothing/"])
def test_a_server_has_the_page_for_what_is_missing(host, path):
    response = get(host, path)
    assert response.status == 404
    assert response.headers["Content-Type"].startswith("text/html")
    assert "frame-ancestors" in response.headers["Content-Security-Policy"]


def test_a_folder_without_its_slash_is_sent_on(host):
    response = get(host, "/do/player")
    assert response.status in {301, 302, 308}
    assert response.headers["Location"].endswith("/do/player/")
