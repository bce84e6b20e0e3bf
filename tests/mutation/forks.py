"""Runs many tasks in copies of this process, some at once, none for too long."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
LATE, FAILED = -1, 70
"""The answers of a copy that took too long, and of one in which ``do`` failed."""
_JOBS = int(os.environ.get("JOBS", "0")) or os.cpu_count() or 1
_TICK = 0.01


class _Running(NamedTuple, Generic[T]):
    task: T
    until: float
    folder: Path


def in_copies(
    tasks: Iterable[tuple[T, float]], do: Callable[[T, Path], int]
) -> Iterator[tuple[T, int]]:
    """Yield each task with what ``do`` returned, or ``LATE`` after its seconds.

    ``do`` has a folder of its own, which goes when it is done.
    """
    running: dict[int, _Running[T]] = {}
    for task, seconds in tasks:
        while len(running) >= _JOBS:
            yield from _ended(running)
        folder = Path(tempfile.mkdtemp(prefix="mutant-"))
        until = time.monotonic() + seconds
        running[_start(do, task, folder)] = _Running(task, until, folder)
    while running:
        yield from _ended(running)


def _start(do: Callable[[T, Path], int], task: T, folder: Path) -> int:
    """Return the process that does the task, silently and in its own folder."""
    pid = os.fork()
    if pid:
        return pid
    status = FAILED
    try:
        os.setsid()
        for said in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), said)
        places = ("TMPDIR", "PYTEST_DEBUG_TEMPROOT", "HYPOTHESIS_STORAGE_DIRECTORY")
        os.environ.update(dict.fromkeys(places, str(folder)))
        tempfile.tempdir = str(folder)
        status = do(task, folder)
    finally:
        os._exit(status)


def _ended(running: dict[int, _Running[T]]) -> Iterator[tuple[T, int]]:
    """Yield the tasks that have ended by now, and stop those that take too long."""
    time.sleep(_TICK)
    for pid, one in list(running.items()):
        ended, status = os.waitpid(pid, os.WNOHANG)
        is_late = not ended and time.monotonic() > one.until
        if ended or is_late:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)  # with what it may have started
            if is_late:
                os.waitpid(pid, 0)
            del running[pid]
            shutil.rmtree(one.folder, ignore_errors=True)
            yield one.task, LATE if is_late else os.waitstatus_to_exitcode(status)
