"""The server beside its peers: how fast it is, and what switches it off.

``python -m benchmarks.peers`` measures whatever of them is installed beside this
Python (``pip install gunicorn waitress cheroot uvicorn a2wsgi hypercorn``). Each
serves the same glossary with one worker of four threads where it has threads.
"""

from __future__ import annotations

import os
import signal
import socket
import statistics
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

from benchmarks.load import Target, measure_load
from benchmarks.places import ROOT, database_file, environment
from benchmarks.servers import READY, Server, family_of, free_port, running

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "/en/"
_WSGI = "explainer.wsgi:application"
_HOST = "127.0.0.1"
_ROUNDS, _SECONDS = 3, 2
_HELD = 8.0  # seconds for which connections are held

PEERS = {
    "this project": ["{python}", "-m", "explainer.server"],
    "granian (WSGI)": (
        "granian --interface wsgi --host {host} --port {port} --blocking-threads 4 "
        "--backpressure 64 --no-ws --log-level warning " + _WSGI
    ).split(),
    "gunicorn (gthread)": (
        "gunicorn --bind {host}:{port} --worker-class gthread --threads 4 "
        "--log-level warning " + _WSGI
    ).split(),
    "waitress": ("waitress-serve --listen {host}:{port} --threads 4 " + _WSGI).split(),
    "cheroot": f"cheroot --bind {{host}}:{{port}} --threads 4 {_WSGI}".split(),
    "uvicorn (a2wsgi)": (
        "uvicorn --host {host} --port {port} --no-access-log --log-level warning "
        "benchmarks.peer_asgi:application"
    ).split(),
    "hypercorn": f"hypercorn --bind {{host}}:{{port}} {_WSGI}".split(),
}


class Stood(NamedTuple):
    """What a server can do and bear; a time is the longest wait for a page."""

    per_second: float
    silent: float
    slow: float
    killed: bool
    orphans: bool


def main() -> None:
    """Print a line for each peer."""
    print(f"{'':20} held/s  300 silent  16 slow bodies  worker killed  master killed")
    for name, command in PEERS.items():
        program = Path(sys.executable).with_name(command[0])
        if command[0] != "{python}" and not program.exists():
            continue
        stood = measure(command)
        print(
            f"{name:20} {stood.per_second:6.0f} {stood.silent:9.1f} s "
            f"{stood.slow:13.1f} s  {'goes on' if stood.killed else 'ends':>13}  "
            f"{'leaves orphans' if stood.orphans else 'ends whole'}",
            flush=True,
        )


def measure(command: list[str]) -> Stood:
    """Start a server anew for each thing that it is to bear."""
    with _serving(command, READY) as server:
        rate = statistics.median(
            measure_load(server.address, [Target(PAGE)], _SECONDS).per_second
            for _ in range(_ROUNDS)
        )
    with _serving(command) as server:
        silent = _longest_wait(server, 300, b"")
    with _serving(command) as server:
        head = b"POST /en/explain/ HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % server.port
        kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
        slow = _longest_wait(server, 16, head + kind + b"Content-Length: 99\r\n\r\nt")
    return Stood(rate, silent, slow, _survives(command), _leaves_orphans(command))


@contextmanager
def _serving(command: list[str], settling: float = 2) -> Iterator[Server]:
    port = free_port()
    names = {"python": sys.executable, "host": _HOST, "port": str(port)}
    program, *arguments = [part.format(**names) for part in command]
    if program != sys.executable:
        program = str(Path(sys.executable).with_name(program))
    settings = environment(
        database_file(1000), PORT=str(port), WORKERS="1", PYTHONPATH=str(ROOT)
    )
    with running([program, *arguments], settings, port, PAGE) as server:
        time.sleep(settling)
        yield server


def _longest_wait(server: Server, number: int, said: bytes) -> float:
    """Return the longest that a page took while connections were held."""
    with ExitStack() as stack:
        for _ in range(number):
            with suppress(OSError):
                piece = socket.create_connection((_HOST, server.port), timeout=5)
                stack.enter_context(piece).sendall(said)
        longest, until = 0.0, time.monotonic() + _HELD
        while time.monotonic() < until:
            began = time.monotonic()
            _answers(server, timeout=20)
            longest = max(longest, time.monotonic() - began)
            time.sleep(0.1)
    return longest


def _survives(command: list[str]) -> bool:
    """Tell whether a page is answered ten seconds after a worker was killed."""
    with _serving(command) as server:
        children = family_of(server.process.pid)
        os.kill((children or [server.process.pid])[-1], signal.SIGKILL)
        time.sleep(10)
        return _answers(server, timeout=5)


def _leaves_orphans(command: list[str]) -> bool:
    """Tell whether a page is answered five seconds after the master was killed."""
    with _serving(command) as server:
        children = family_of(server.process.pid)
        os.kill(server.process.pid, signal.SIGKILL)
        time.sleep(5)
        answers = _answers(server, timeout=5)
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        return answers


def _answers(server: Server, timeout: float) -> bool:
    try:
        urlopen(server.address + PAGE, timeout=timeout).close()  # noqa: S310 (http)
    except HTTPError:
        return True
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
