"""Walk a stranger's ten minutes with this repository, and show each step: `python -m calculators.dev.stranger`.

From a clone: a page below a folder of nginx with the right headers, a calculator in a page of another site, the package in
the Python of such a page, and installed in a clean environment, where the README's examples run. It needs nginx, and a
Chromium.
"""

import doctest
import functools
import http.server
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from calculators.build.hosting import FOLDER, NGINX
from calculators.dev.browser import launch_arguments
from calculators.paths import ROOT

BELOW = "/clinic/"
PAGES = ("", "calculate/training-load/", "embed/training-load/", "not/there/")
PATIENCE_MS = 120_000
SHOWN = ("cache-control", "content-security-policy", "content-type", "cross-origin-resource-policy")
PAGE = """<!doctype html><meta charset="utf-8"><title>A class</title>
<bfr-embed calculator="training-load" answers="percent_1rm=30" locked="percent_1rm"></bfr-embed>
<script defer src="{guide}embed.js"></script>
"""
NOTEBOOK = """<!doctype html><meta charset="utf-8"><title>A notebook</title>
<output></output>
<script type="module">
import {{ loadPyodide }} from "./pyodide/pyodide.mjs";
const python = await loadPyodide();
await python.loadPackage("{wheel}");
document.querySelector("output").textContent = python.runPython(`
from bfr_rules import ask
str(ask("training-load", {{"one_rm": 150, "percent_1rm": 30}}))
`);
</script>
"""
"""What JupyterLite, marimo and PyScript do below: Pyodide of their own, and the wheel from the guide's address."""

README = "src/README.md"


class StepError(Exception):
    """A step failed; the message says which."""


def main() -> int:
    """Walk them all; 0 when each went well."""
    if shutil.which("nginx") is None:
        print("This needs nginx (Debian and Ubuntu: apt-get install nginx-light).", file=sys.stderr)
        return 1
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx gives up its rights
        try:
            walk(folder)
        except StepError as error:
            print(error, file=sys.stderr)
            return 1
    print(f"• All of it in {(time.monotonic() - started) / 60:.1f} minutes", flush=True)
    return 0


def walk(folder: Path) -> None:
    """Do each step.

    Raises:
        StepError: One failed.
    """
    clone = folder / "clone"
    port = free_port()
    guide = f"http://127.0.0.1:{port}{BELOW}"
    step("git clone")
    run(["git", "clone", "--quiet", str(ROOT), str(clone)], folder)
    step(f"SITE_URL={guide} make site")
    run(["make", "--silent", "site"], clone, SITE_URL=guide)
    step("nginx, with the piece that was made")
    with nginx(folder, clone, port):
        for page in PAGES:
            show(port, page)
        with foreign(folder) as other:
            embed(other, guide)
            notebook(other, guide, clone)
    package(folder, clone)


def show(port: int, page: str) -> None:
    """Show what `curl -I` shows of a page, without what is the same everywhere.

    Raises:
        StepError: It is not what a host should send.
    """
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("HEAD", BELOW + page)
    response = connection.getresponse()
    connection.close()
    print(f"  HEAD {BELOW}{page}: {response.status}", flush=True)
    for name in SHOWN:
        value = response.headers.get(name, "")
        print(f"    {name}: {value if len(value) < 90 else f'{value[:40]} … {value[-44:]}'}")
    policy = response.headers.get("content-security-policy", "")
    framed = "frame-ancestors *" if page.startswith("embed/") else "frame-ancestors 'self'"
    if not policy.endswith(framed) or (response.status == 404) != page.startswith("not/"):
        raise StepError(f"{page} should be sent with {framed}.")


@dataclass(frozen=True)
class Foreign:
    """Another site.

    Attributes:
        folder: What it serves.
        address: Where, with a slash at the end.
        browser: Somebody who visits it.
    """

    folder: Path
    address: str
    browser: Browser


@contextmanager
def foreign(folder: Path) -> Iterator[Foreign]:
    """Serve a site of another origin."""
    served = folder / "foreign"
    served.mkdir()
    handler = functools.partial(Quiet, directory=str(served))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as engines,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = engines.chromium.launch(**launch_arguments())
        yield Foreign(served, f"http://127.0.0.1:{server.server_port}/", browser)
        browser.close()
        server.shutdown()


def embed(other: Foreign, guide: str) -> None:
    """Show a calculator in a page of another origin, and ask it.

    Raises:
        StepError: It did not answer.
    """
    step("A calculator in a page of another site")
    (other.folder / "index.html").write_text(PAGE.format(guide=guide), "utf-8")
    shown = other.browser.new_page()
    shown.goto(other.address)
    frame = shown.frame_locator("iframe")
    frame.locator("input[name=one_rm]").fill("150")
    answered = frame.locator("bfr-calculator[answered] [data-part=readout]")
    answered.wait_for(timeout=PATIENCE_MS)
    said = answered.locator("[data-text=headline]").inner_text()
    height = shown.locator("iframe").evaluate("(frame) => frame.style.height")
    print(f"  150 kg at the locked 30 %: {said} (the frame is {height} high)", flush=True)
    # 30 % of 150 kg is 45 kg: on a bar of 20 kg, 12.5 kg on each side.
    if "45 kg" not in said:
        raise StepError("The framed calculator did not answer 45 kg.")


def notebook(other: Foreign, guide: str, clone: Path) -> None:
    """Load the wheel into the Python of a page of another origin, and ask it.

    Raises:
        StepError: It did not answer.
    """
    step("The wheel from the guide's address, in another site's Python")
    (other.folder / "pyodide").symlink_to(clone / "node_modules" / "pyodide")
    wheel = f"{guide}api/v1/{wheel_of(clone).name}"
    (other.folder / "notebook.html").write_text(NOTEBOOK.format(wheel=wheel), "utf-8")
    shown = other.browser.new_page()
    shown.goto(f"{other.address}notebook.html")
    output = shown.locator("output:not(:empty)")
    output.wait_for(timeout=PATIENCE_MS)
    said = output.inner_text()
    print(f"  30 % of 150 kg: {said}", flush=True)
    if "45 kg" not in said:
        raise StepError("The package did not answer 45 kg.")


def wheel_of(clone: Path) -> Path:
    """Find the wheel that a built site offers."""
    (wheel,) = (clone / "site" / "api" / "v1").glob("*.whl")
    return wheel


def package(folder: Path, clone: Path) -> None:
    """Install the wheel in a clean environment, and run the examples of its README there.

    Raises:
        StepError: One of them says something else.
    """
    step("The wheel of the site, in a clean environment")
    wheel = wheel_of(clone)
    python = folder / "clean" / "bin" / "python"
    run([sys.executable, "-m", "venv", str(folder / "clean")], folder)
    run([str(python), "-m", "pip", "install", "--quiet", "--no-index", str(wheel)], folder)
    examples = clone / README
    if not examples.is_file():
        raise StepError(f"There is no {README}.")
    count = len(doctest.DocTestParser().get_examples(examples.read_text("utf-8")))
    run([str(python), "-m", "doctest", str(examples)], folder)
    print(f"  {wheel.name}: the {count} examples of its README run", flush=True)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Say nothing."""


@contextmanager
def nginx(folder: Path, clone: Path, port: int) -> Iterator[None]:
    """Serve the built site with the piece for nginx."""
    piece = (clone / "hosting" / NGINX).read_text("utf-8")
    (folder / NGINX).write_text(piece.replace(FOLDER, str(clone / "site")), "utf-8")
    whole = folder / "whole.conf"
    temporary = "".join(
        f"{each}_temp_path {folder}/{each}; "
        for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole.write_text(
        f"{'user root; ' if os.geteuid() == 0 else ''}daemon off; pid {folder}/pid; error_log {folder}/log; "
        f"events {{}} http {{ access_log off; {temporary}"
        f"server {{ listen 127.0.0.1:{port}; include {folder}/{NGINX}; }} }}",
        "utf-8",
    )
    with subprocess.Popen(["nginx", "-c", str(whole), "-e", str(folder / "log")]) as server:
        try:
            while not listens(port):
                if server.poll() is not None:
                    raise StepError((folder / "log").read_text("utf-8"))
                time.sleep(0.05)
            yield
        finally:
            server.terminate()


def listens(port: int) -> bool:
    """Tell whether somebody answers on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """Find a port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def step(says: str) -> None:
    """Tell what happens now."""
    print(f"• {says}", flush=True)


def run(command: list[str], folder: Path, **environment: str) -> None:
    """Run a tool.

    Raises:
        StepError: It failed.
    """
    without = {
        name: value
        for name, value in os.environ.items()
        if name not in {"VIRTUAL_ENV", "PYTHONPATH"}
    }
    done = subprocess.run(command, cwd=folder, env=without | environment, check=False)
    if done.returncode:
        raise StepError(f"This failed: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main())
