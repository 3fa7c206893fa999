"""Serve the site while it is edited.

MkDocs itself sees changes of pages, and of styles and widgets once they are staged, and writes again only what changed. A
changed rule needs a new bundle and a process that has not imported the old rules, and a changed theme every page: so
MkDocs runs as a child, which is stopped and started anew.
"""

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from calculators.build import guide_settings
from calculators.build.bundle.build import read_manifest
from calculators.build.guide_settings import GuideSettingsError
from calculators.build.site import SCRIPTS, stage_styles, stage_widgets
from calculators.paths import DOCS, ROOT

RULES = ROOT / "src"
STAGED = (
    *(DOCS / name for name in ("embed", "embed.js", "lesson")),
    *(DOCS / "assets" / name for name in ("fonts", "runtime", "sources", "styles", "widgets")),
)
"""What a build writes."""


class PortError(Exception):
    """The port cannot be used; the message says what to do."""


def serve(port: int) -> int:
    """Serve the site on this machine until the person stops it.

    Raises:
        PortError: Another program has the port.
    """
    check_port(port)
    # SIGINT, too: started in the background by a script it is ignored, and MkDocs would inherit that.
    for stops in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stops, signal.default_int_handler)
    child = start(port)
    try:
        for changes in watch(*watched(), watch_filter=Sources(), debounce=300, step=50):
            changed = {Path(path) for _, path in changes}
            if any(path.is_relative_to(SCRIPTS) for path in changed):
                stage_widgets()
            if any(path.suffix == ".css" for path in changed):
                stage_styles()
            if child is None or child.poll() is not None or any(map(needs_restart, changed)):
                names = sorted({path.name for path in changed if path.exists()})
                print(f"• Changed: {', '.join(names)}", flush=True)
                stop(child)
                # The pages first, with the changed rules' answers: the browser's Python takes longer to make.
                rules = any(path.is_relative_to(RULES) for path in changed)
                child = launch(port) if rules and read_manifest() else None
                child = start(port, child)
    except KeyboardInterrupt:
        pass
    finally:
        stop(child)
    return 0


def check_port(port: int) -> None:
    """See that the port is free.

    Raises:
        PortError: Another program has it, or it is not ours to use.
    """
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            other = port + 1 if 1024 <= port < 65535 else 8001
            raise PortError(
                f"Port {port} cannot be used: choose another, such as PORT={other}."
            ) from error


def start(
    port: int, first: "subprocess.Popen[bytes] | None" = None
) -> "subprocess.Popen[bytes] | None":
    """Stage the bundle and start MkDocs; None when the rules do not run yet.

    It is staged by a process of its own: this one has imported the rules as they were.

    Args:
        port: Of the server.
        first: MkDocs, started with the bundle as it was: it makes room once there is another.
    """
    before = read_manifest()
    # It gives way to MkDocs, and Ctrl+C reaches only us.
    command = ["nice", sys.executable, "-m", "calculators.dev", "stage"]
    if subprocess.run(command, cwd=ROOT, process_group=0, check=False).returncode:
        print("Mend that and save: it is tried again.", file=sys.stderr)
        stop(first)
        return None
    if first and first.poll() is None and read_manifest() == before:
        return first
    stop(first)
    return launch(port)


def launch(port: int) -> "subprocess.Popen[bytes] | None":
    """Start MkDocs with what is staged; None when the settings of the guide are wrong."""
    try:
        told = guide_settings.read().environment
    except GuideSettingsError as error:
        print(f"{error}\nMend that and save: it is tried again.", file=sys.stderr)
        return None
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    # A page with a warning is shown: what is wrong with it is said beside it, and stops `make site`.
    command += ["--dirty", "--no-strict", "--quiet"]
    # In a group of its own: Ctrl+C reaches only us, and we stop it in order.
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | told, process_group=0)


def stop(child: "subprocess.Popen[bytes] | None") -> None:
    """Stop MkDocs, if it runs."""
    if child is None or child.poll() is not None:
        return
    child.send_signal(signal.SIGINT)
    try:
        child.wait(timeout=5)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def watched() -> list[Path]:
    """List what a person edits."""
    names = ("calculators", "docs", "guide.toml", "mkdocs.yml", "pyproject.toml", "src")
    return [ROOT / name for name in names if (ROOT / name).exists()]


def needs_restart(path: Path) -> bool:
    """Tell whether a change is of what only a new process reads, or of every page: rules, code, templates, theme, data."""
    inside = path.relative_to(ROOT).parts
    return (
        inside[0] == "src"
        or path.suffix in {".html", ".jinja", ".py", ".svg", ".toml"}
        or (inside[0] == "calculators" and path.suffix in {".json", ".yml"})
    )


class Sources(DefaultFilter):
    """Lets through what a person edits, not what a build writes."""

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change counts."""
        staged = any(map(Path(path).is_relative_to, STAGED))
        return not staged and super().__call__(change, path)
