"""The real server, on a free port of this machine, with a database of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
EXIT_URL = "https://weather.example/"
"""Where “Exit this page” leads: an address that nobody has (RFC 2606)."""

_SECONDS = 60
_DEMO = {"DEMO": "yes"}
_OWN = {"ALLOWED_HOSTS", "DATABASE_URL", "DJANGO_DEBUG", "HTTPS", "SECRET_KEY"}


@contextmanager
def starter_site(folder: Path) -> Iterator[str]:
    """Serve the starter glossary as ``make serve`` does; give the site's address."""
    with _running(folder, "manage.py", "serve") as address:
        yield address


@contextmanager
def hebrew_site(folder: Path) -> Iterator[str]:
    """Serve the starter glossary with Hebrew as a third language, and entries in it."""
    settings = {"DJANGO_SETTINGS_MODULE": "tests.third_language.served"}
    with _running(folder, "manage.py", "serve", **settings) as address:
        command = [sys.executable, "-m", "tests.third_language.content"]
        environment = _environment(folder, **settings)
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        yield address


@contextmanager
def broken_site(folder: Path) -> Iterator[str]:
    """Serve a site whose database cannot be reached; ``folder`` has its files."""
    granian = ["-m", "granian", "--interface", "wsgi", "--log-level", "critical"]
    nothing = f"sqlite:///{folder / 'nowhere' / 'nothing.sqlite3'}"
    arguments = [*granian, "explainer.wsgi:application"]
    with _running(folder, *arguments, DATABASE_URL=nothing) as address:
        yield address


@contextmanager
def guarded_site(folder: Path, who: str = "changes") -> Iterator[str]:
    """Serve as on somebody's own machine, where ``who`` has two factors.

    Its address is the one by which it calls itself: passkeys work at no other.
    """
    settings = {"BEHIND_PROXY": "0", "DESK_SECOND_FACTOR": who}
    with _running(folder, "manage.py", "serve", **settings) as address:
        yield address.replace("127.0.0.1", "localhost")


@contextmanager
def two_hosts(folder: Path) -> Iterator[tuple[str, str]]:
    """Serve with the desk at a host of its own; give both addresses."""
    settings = {"DESK_ADDRESS": "http://localhost:{port}", "ALLOWED_HOSTS": "127.0.0.1"}
    with _running(folder, "manage.py", "serve", **settings) as address:
        yield address, address.replace("127.0.0.1", "localhost")


@contextmanager
def demo_site(folder: Path) -> Iterator[tuple[str, Any]]:
    """Serve what is for trying the desk out, and work in every state that there can be.

    Gives its address, and where what is.
    """
    run(folder, "manage.py", "demo", **_DEMO)
    places = json.loads(run(folder, "-m", "tests.browser.desk_states", **_DEMO))
    with _running(folder, "manage.py", "serve", **_DEMO) as address:
        yield address, places


def publish_rare_states(folder: Path) -> None:
    """Publish, beside the starter glossary, entries in states that none of it has."""
    run(folder, "-m", "tests.browser.states")


def add_account(folder: Path, name: str, password: str, *acts: str) -> None:
    """Let somebody in at the desk of the site whose files are in ``folder``."""
    run(folder, "manage.py", "account", "add", name, *acts, typed=password)


def run(folder: Path, *arguments: str, typed: str = "", **variables: str) -> str:
    """Run Python for the site whose files are in ``folder``; return what it says."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=_environment(folder, **variables),
        input=typed,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


@contextmanager
def _running(folder: Path, *arguments: str, **variables: str) -> Iterator[str]:
    """Run a server with Python until the block ends; give its address."""
    port = str(_free_port())
    address = f"http://127.0.0.1:{port}"
    variables = {name: text.format(port=port) for name, text in variables.items()}
    variables |= {"PORT": port, "GRANIAN_PORT": port}
    log = folder / f"log-{port}"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=_environment(folder, **variables),
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _wait_for(address, process, log)
            yield address
        finally:
            process.terminate()


def _environment(folder: Path, **variables: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _OWN and not name.startswith("COVERAGE_")
    }
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "explainer.settings",
        "VAR_DIR": str(folder),
        "EXIT_URL": EXIT_URL,
        "RATE_LIMIT": "100000/minute",
        "BEHIND_PROXY": "1",  # so that readers can come from different addresses
        "WORKERS": "1",
        "DESK_SECOND_FACTOR": "nobody",
        **variables,
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end and process.poll() is None:
        if _answers(f"{address}/en/"):
            return
        time.sleep(0.1)
    said = log.read_text(errors="replace")
    raise RuntimeError(f"{address} does not answer:\n{said}")


def _answers(url: str) -> bool:
    """Tell whether anything at all is answered, an error too."""
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
