"""The web server: granian's master, with limits and workers that end with it.

``python -m explainer.server`` is what ``manage.py serve`` becomes. The master
replaces a worker that dies or grows too large. Decision 18 says why this server.
"""

from __future__ import annotations

import logging
import os
import resource
import signal
import socket
import sys
import threading
import time
from functools import partial
from typing import Any

from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.net import SocketHolder  # type: ignore[attr-defined]  # not re-exported
from granian.server import MPServer

from explainer.console import CONSOLE
from explainer.environment import SettingError, read

_MEMORY = 4 * 1024 * 1024  # bytes that workers share, of which few are used

_HEAD_MILLISECONDS = 5000  # for the head of a request, and between two of them
_HEAD_BYTES = 32 * 1024
_CONNECTIONS = 4096  # of one worker; what costs much is limited where it is done
_BACKLOG = 2048
_UNREAD_MILLISECONDS = 20_000  # after which a reader who takes nothing has gone
_FILES = 65_536
_KILL_SECONDS = 5
_SETTLED = 10  # seconds after which a crash is not one of the first start
_BREATH = 1.0  # seconds until a worker that died young is replaced
_MINUTE = 60.0
_TOO_LITTLE = (
    "A worker took more than WORKER_MEMORY_MB within a minute of its start, and is "
    "replaced. If that goes on, the glossary needs more: raise the setting."
)

_granian = logging.getLogger("_granian")


class Master(MPServer):
    """The master process; all its workers listen on one socket.

    So no connection is lost with a worker, or waits for one that hangs.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what granian takes."""
        self._began: dict[int, float] = {}
        super().__init__(*args, **options)

    def _spawn_worker(self, idx: int, *args: Any, **options: Any) -> Any:
        self._began[idx] = time.monotonic()
        return super()._spawn_worker(idx, *args, **options)

    def _respawn_workers(self, workers: list[int], *args: Any, **options: Any) -> None:
        """Replace workers; one that dies again at once is no end while others serve.

        Only where nobody else serves does granian take it that nothing can.
        """
        if self._are_young(workers):
            time.sleep(_BREATH)
        if self._are_large_from_the_start(workers):
            _granian.error(_TOO_LITTLE)
        super()._respawn_workers(workers, *args, **options)
        others = {*range(len(self.wrks))} - {*workers}
        if any(
            self.wrks[idx].is_alive() for idx in others if not self._are_young([idx])
        ):
            self.respawned_wrks.clear()

    def _are_young(self, workers: list[int]) -> bool:
        """Tell whether one of these began so lately that it may not last."""
        now = time.monotonic()
        return any(now - self._began[idx] < _SETTLED for idx in workers)

    def _are_large_from_the_start(self, workers: list[int]) -> bool:
        """Tell whether one lives still, and took too much memory within a minute.

        So does the next one: the glossary is larger than the setting allows.
        """
        since = time.monotonic() - _MINUTE
        new = [self.wrks[idx] for idx in workers if self._began[idx] > since]
        return any(worker.is_alive() for worker in new)  # type: ignore[no-untyped-call]

    def _init_shared_socket(self) -> None:
        if sys.platform != "linux":
            super()._init_shared_socket()
            return
        family = socket.AF_INET6 if ":" in self.bind_addr else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.setsockopt(
            socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNREAD_MILLISECONDS
        )
        listener.bind((self.bind_addr, self.bind_port))
        listener.listen(self.backlog)
        listener.set_inheritable(True)
        self._sso = listener
        self._sfd = listener.fileno()  # type: ignore[assignment]  # None until now
        self._shd = SocketHolder(self._sfd, False, self.backlog)  # type: ignore[assignment,call-arg]  # as above; the stub has no arguments
        self._ssp = None


def main() -> int:
    """Serve until told to stop; return the exit status."""
    try:
        master = _master()
    except SettingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _allow_files()
    master.on_startup(
        partial(signal.signal, signal.SIGHUP, master.signal_handler_interrupt)
    )
    began = time.monotonic()
    try:
        loader = partial(_load, os.getpid(), _shared_memory())
        master.serve(target_loader=loader, wrap_loader=False)
    except SystemExit:
        if master.interrupt_signal:
            return 0
        if time.monotonic() - began > _SETTLED:  # workers die again and again
            os.execv(sys.executable, [sys.executable, "-m", "explainer.server"])
        return 1
    return 0


def _master() -> Master:
    """Return the master that the settings ask for."""
    master = Master(
        "explainer.rsgi:application",
        address=read("HOST"),
        port=read("PORT"),
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=_HEAD_MILLISECONDS, max_buffer_size=_HEAD_BYTES
        ),
        websockets=False,
        loop=Loops.uvloop,
        workers=read("WORKERS", str(min(2, os.cpu_count() or 1))),
        backlog=_BACKLOG,
        backpressure=_CONNECTIONS,
        respawn_failed_workers=True,
        workers_max_rss=read("WORKER_MEMORY_MB"),
        rss_sample_interval=5,
        rss_samples=2,
        workers_kill_timeout=_KILL_SECONDS,
        log_level=LogLevels.warning,
        log_dictconfig=CONSOLE,
    )
    _granian.addFilter(_is_worth_saying)
    return master


def _is_worth_saying(record: logging.LogRecord) -> bool:
    """Leave out advice on sockets that are not shared, since ours is."""
    return "tcp_migrate_req" not in record.getMessage()


def _allow_files() -> None:
    """Let this process and its workers have as many connections as they may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(hard, _FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _shared_memory() -> int | None:
    """Return a file in memory that workers have in common, where they are forked."""
    if sys.platform != "linux":
        return None
    file = os.memfd_create("plain-words")
    os.ftruncate(file, _MEMORY)
    return file


def _load(master: int, memory: int | None) -> Any:
    """Return the application, in a worker that ends when its master does.

    It gets a process group of its own: Ctrl-C would else reach it too, and a worker
    that is told to stop twice at once may never do so.
    """
    os.setpgid(0, 0)
    threading.Thread(target=_end_with, args=[master], daemon=True).start()
    from explainer.rsgi import application  # noqa: PLC0415 (only workers need it)

    if memory is not None:
        application.share(memory)
    return application


def _end_with(master: int) -> None:
    while os.getppid() == master:
        time.sleep(0.25)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
