"""Install what the lock files name into `.venv` and `node_modules`, with nothing but the standard library.

A second run with the same lock files does nothing.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from calculators.build.one_at_a_time import one_at_a_time
from calculators.paths import ROOT

VENV = ROOT / ".venv"
LOG = ROOT / ".cache" / "setup.log"
PYTHON_LOCK = ROOT / "requirements" / "dev.txt"
VERSION = ROOT / "src" / "bfr_rules" / "__init__.py"
"""Holds the version under which the rules are installed."""
NODE_LOCK = ROOT / "package-lock.json"

UV_SETTINGS = {
    "index-url": "UV_DEFAULT_INDEX",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
    "trusted-host": "UV_INSECURE_HOST",
}
"""What a person may have told pip about their network, and the variable by which uv is told."""

OFFLINE = (
    "ConnectTimeoutError",
    "Could not connect",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ENOTFOUND",
    "ETIMEDOUT",
    "NameResolutionError",
    "NewConnectionError",
    "dns error",
    "error sending request",
    "tcp connect error",
)
"""How pip, uv and npm word that nobody answered."""


class SetUpError(Exception):
    """The set-up cannot go on; the message is one sentence that says what to do."""


def main() -> int:
    """Set up what is missing; say what is done, and in one sentence what went wrong."""
    try:
        with one_at_a_time(LOG.with_suffix(".lock")):
            set_up()
    except SetUpError as error:
        print(f"Set-up stopped. {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def set_up() -> None:
    """Bring `.venv` and `node_modules` to what the lock files name.

    Raises:
        SetUpError: Something is missing on this machine, or a download failed.
    """
    ready = VENV / ".ready"
    wanted = fingerprint()
    installed = ready.is_file() and (ROOT / "node_modules").is_dir()
    if installed and ready.read_text("utf-8") == wanted:
        return
    ready.unlink(missing_ok=True)
    LOG.write_text("", "utf-8")
    make_venv()
    environment = os.environ | network_settings(pip_settings(), os.environ)
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment |= {"VIRTUAL_ENV": str(VENV), "PATH": path}

    say("Installing the Python packages")
    install_uv(environment)
    uv = [str(VENV / "bin" / "uv"), "pip"]
    run([*uv, "sync", "--require-hashes", str(PYTHON_LOCK)], environment)
    run([*uv, "install", "--no-deps", "--no-build-isolation", "--editable", "."], environment)
    say("Installing Pyodide and the front-end checkers")
    npm = [str(VENV / "bin" / "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run(npm, environment)
    ready.write_text(wanted, "utf-8")
    say("The project is set up")


def say(line: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f"• {line}", flush=True)


def fingerprint() -> str:
    """Name everything that the set-up depends on, so that a change of any of it is seen."""
    digest = hashlib.sha256(f"{sys.version}\0{sys.base_prefix}\0{ROOT}".encode())
    for path in (PYTHON_LOCK, NODE_LOCK, ROOT / "pyproject.toml", VERSION, Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_venv() -> None:
    """Make `.venv` with this Python, unless it is there already.

    Raises:
        SetUpError: This Python cannot make one.
    """
    settings = VENV / "pyvenv.cfg"
    version = ".".join(str(part) for part in sys.version_info[:3])
    if settings.is_file() and f"version = {version}\n" in settings.read_text("utf-8"):
        return
    if importlib.util.find_spec("ensurepip") is None:
        raise SetUpError(
            "This Python cannot make a virtual environment: "
            "install its venv module (Debian and Ubuntu: apt-get install python3-venv)."
        )
    say(f"Making .venv with Python {version}")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(VENV)], os.environ)


def install_uv(environment: Mapping[str, str]) -> None:
    """Install the uv that the lock names, by its hashes."""
    with tempfile.TemporaryDirectory() as folder:
        only = Path(folder) / "uv.txt"
        only.write_text(requirement("uv", PYTHON_LOCK.read_text("utf-8")), "utf-8")
        pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        run([*pip, "install", "--no-deps", "--require-hashes", "-r", str(only)], environment)


def requirement(name: str, lock: str) -> str:
    r"""Cut one requirement with its hashes out of a lock.

    >>> requirement("b", "a==1 \\\n    --hash=x\nb==2 \\\n    --hash=y\n    # via c\nd==3")
    'b==2 \\\n    --hash=y\n'
    """
    lines = lock.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"{name}=="))
    end = next(i for i in range(start, len(lines)) if not lines[i].endswith("\\"))
    return "\n".join(lines[start : end + 1]) + "\n"


def pip_settings() -> str:
    """List the settings that pip works with on this machine."""
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "config", "list"]
    return subprocess.run(pip, stdout=subprocess.PIPE, text=True, check=False).stdout


def network_settings(settings: str, environment: Mapping[str, str]) -> dict[str, str]:
    r"""Translate pip's network settings for uv, which does not read them.

    >>> network_settings("global.index-url='mirror'\nglobal.timeout='9'", {})
    {'UV_DEFAULT_INDEX': 'mirror'}

    A setting of the environment wins over a file's; what uv was told directly wins over both.

    >>> network_settings(":env:.cert='mine'\nglobal.cert='ours'", {})
    {'SSL_CERT_FILE': 'mine'}
    >>> network_settings("global.index-url='mirror'", {"UV_DEFAULT_INDEX": "another"})
    {}
    """
    told: dict[str, str] = {}
    for line in sorted(settings.splitlines(), key=lambda line: line.startswith(":env:")):
        where, _, value = line.partition("=")
        variable = UV_SETTINGS.get(where.rpartition(".")[2])
        if variable is not None and variable not in environment:
            told[variable] = value.strip("'")
    return told


def run(command: list[str], environment: Mapping[str, str]) -> None:
    """Run one step quietly; keep what it prints in the log.

    Raises:
        SetUpError: The step failed.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n{done.stdout}\n")
    if done.returncode:
        raise SetUpError(explain(Path(command[0]).name, done.stdout))


def explain(tool: str, printed: str) -> str:
    """Turn what a failed tool printed into one sentence that says what to do.

    >>> explain("npm", "npm error code ENOTFOUND")
    'No package registry answered npm: check the network, then run make again (.cache/setup.log).'
    >>> explain("uv", "error: No space left on device (os error 28)")
    'The disk is full: free about 1 GB, then run make again.'
    >>> explain("uv", "error: hash mismatch")
    'uv failed: “error: hash mismatch”; the whole story is in .cache/setup.log.'
    """
    if "No space left" in printed or "ENOSPC" in printed:
        return "The disk is full: free about 1 GB, then run make again."
    if any(word in printed for word in OFFLINE):
        return (
            f"No package registry answered {tool}: "
            "check the network, then run make again (.cache/setup.log)."
        )
    lines = printed.strip().splitlines() or ["no output"]
    return f"{tool} failed: “{lines[-1].strip()}”; the whole story is in .cache/setup.log."
