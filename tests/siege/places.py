"""The site under siege: its processes, its port, its memory."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90
_OWN = {"ALLOWED_HOSTS", "DATABASE_URL", "DJANGO_DEBUG", "HTTPS", "SECRET_KEY"}


class Process(NamedTuple):
    """A process and what it takes, in kilobytes."""

    pid: int
    parent: int
    memory: int


class Site:
    """A running site; ``pid`` is what was started, the master."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        environment: dict[str, str],
        log: Path,
    ) -> None:
        self.process = process
        self.environment = environment
        self.port = int(environment["PORT"])
        self.log = log
        self.most = 0  # the most that it was seen to take

    @property
    def pid(self) -> int:
        return self.process.pid

    def workers(self) -> list[Process]:
        """Return the processes that answer."""
        return [one for one in processes() if one.parent == self.pid]

    def memory(self) -> int:
        """Return what master and workers take, in megabytes."""
        found = [one for one in processes() if self.pid in {one.pid, one.parent}]
        taken = sum(one.memory for one in found) // 1024
        self.most = max(self.most, taken)
        return taken

    def status(self, path: str, timeout: float = 5) -> int:
        """Return the status of an answer; 0 where there is none."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=timeout) as got:
                return int(got.status)
        except HTTPError as error:
            return error.code
        except OSError:
            return 0

    def begin(self, *command: str) -> subprocess.Popen[str]:
        """Start a Python command beside the site, with the settings of the site."""
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *command: str) -> str:
        """Do a Python command beside the site; return what it says."""
        process = self.begin(*command)
        said, _ = process.communicate()
        assert process.returncode == 0, said
        return said

    def connect(self) -> socket.socket:
        """Return a connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def is_listening(self) -> bool:
        with suppress(OSError), self.connect():
            return True
        return False


@contextmanager
def running_site(
    folder: Path, *, workers: int = 2, port: int | None = None, **variables: str
) -> Iterator[Site]:
    """Serve the starter glossary as ``make serve`` does, until the block ends."""
    site = start(folder, variables, workers=workers, port=port)
    try:
        wait_until(lambda: site.status("/en/") == 200, PATIENCE, site)
        yield site
    finally:
        end(site)


def start(
    folder: Path,
    variables: Mapping[str, str],
    *,
    workers: int,
    port: int | None = None,
) -> Site:
    """Start a site, and wait for nothing."""
    port = port or free_port()
    environment = _kept() | {
        "DJANGO_SETTINGS_MODULE": "explainer.settings",
        "VAR_DIR": str(folder),
        "PORT": str(port),
        "WORKERS": str(workers),
        "RATE_LIMIT": "1000000/minute",
        **variables,
    }
    log = folder / f"log-{port}"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Site(process, environment, log)


def _kept() -> dict[str, str]:
    """Return the environment of this process without what is a site's own."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in _OWN and not name.startswith("COVERAGE_")
    }


def end(site: Site) -> None:
    """Stop a site, and what may be left of it."""
    left = [one.pid for one in site.workers()]
    site.process.terminate()
    try:
        site.process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        site.process.kill()
        site.process.wait()
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def wait_until(is_so: object, seconds: float, site: Site | None = None) -> float:
    """Return how long it took until ``is_so()``; raise where it never was."""
    assert callable(is_so)
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if is_so():
            return time.monotonic() - began
        time.sleep(0.05)
    said = site.log.read_text(errors="replace")[-4000:] if site else ""
    raise TimeoutError(f"not within {seconds} s\n{said}")


def processes() -> list[Process]:
    """Return every process of this machine."""
    listed = subprocess.run(
        [shutil.which("ps") or "ps", "-A", "-o", "pid=,ppid=,rss="],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [Process(*map(int, line.split())) for line in listed.splitlines()]


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be buried does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return Path("/proc/self").exists() is False and _can_be_signalled(pid)
    return state.rpartition(")")[2].split()[0] != "Z"


def _can_be_signalled(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
