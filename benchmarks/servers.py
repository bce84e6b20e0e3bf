"""Servers on this machine, one core each where that can be had, ended when done."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

from benchmarks.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SERVER_CORE, LOAD_CORE = 0, 1
_PATIENCE = 120  # seconds until a server must answer
READY = 20
_NGINX = """
daemon off;
{user}
worker_processes 1;
error_log stderr crit;
pid {folder}/nginx.pid;
events {{ worker_connections 512; }}
http {{
    access_log off;
    sendfile on;
    gzip_static on;
    gzip_vary on;
    keepalive_requests 100000000;
    default_type application/json;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port} backlog=512; root {folder}/files; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; ``process`` is the one that was started."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"


def cores() -> set[int]:
    """Return the cores that this process may use; none where nobody can say."""
    return os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()


def can_pin() -> bool:
    """Tell whether server and load generator can have a core each."""
    return {SERVER_CORE, LOAD_CORE} <= cores()


@contextmanager
def pinned_to(core: int) -> Iterator[None]:
    """Let processes that are started here use one core only."""
    if not can_pin():
        yield
        return
    before = cores()
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def service(environment: Mapping[str, str], probe: str) -> Iterator[Server]:
    """Run the product as ``manage.py serve`` does, with one worker.

    It is left alone until it has made the pages that it makes by itself.
    """
    port = free_port()
    settings = {**environment, "PORT": str(port), "WORKERS": "1"}
    command = [sys.executable, "-m", "explainer.server"]
    with running(command, settings, port, probe) as server:
        time.sleep(READY)
        yield server


@contextmanager
def granian(
    application: str, environment: Mapping[str, str], probe: str
) -> Iterator[Server]:
    """Run a rival by the same server, through its face for WSGI, with one worker."""
    port = free_port()
    program = str(Path(sys.executable).with_name("granian"))
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    options += ["--workers", "1", "--blocking-threads", "4", "--backpressure", "64"]
    options += ["--no-ws", "--log-level", "warning"]
    with running([program, *options, application], environment, port, probe) as server:
        yield server


@contextmanager
def nginx(folder: Path, probe: str) -> Iterator[Server]:
    """Serve the files in ``folder``/files by nginx with one worker."""
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    settings = folder / "nginx.conf"
    settings.write_text(_NGINX.format(folder=folder, port=port, user=user))
    command = [nginx_program() or "nginx", "-c", str(settings), "-e", "stderr"]
    with running(command, os.environ, port, probe) as server:
        yield server


def nginx_program() -> str | None:
    """Return where nginx is, also where only root's path leads."""
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], port: int, probe: str
) -> Iterator[Server]:
    """Run a server on one core until the block ends; it answers ``probe`` then."""
    with pinned_to(SERVER_CORE):
        process = subprocess.Popen(command, cwd=ROOT, env=environment, process_group=0)
    server = Server(port, process)
    try:
        _wait_for(server, probe)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(server: Server, probe: str) -> None:
    """Return when the server gives ``probe``; raise where it never does."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.process.poll() is None:
        try:
            with urlopen(server.address + probe):  # noqa: S310 (it is http)
                return
        except HTTPError:
            break
        except OSError:
            time.sleep(0.05)
    message = f"No good answer from {server.process.args!r}"
    raise RuntimeError(message)


def family_of(parent: int) -> list[int]:
    """Return the processes that a process has started."""
    command = [shutil.which("ps") or "ps", "-A", "-o", "pid=,ppid="]
    listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return [pid for pid, above in pairs if above == parent]


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
