"""Reads a file in a process of its own, with limits that it cannot pass."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import orjson

from glossary.files.faults import Fault, FileError
from glossary.files.file_text import from_bytes
from glossary.files.kinds import ending_of, table_ending_of
from glossary.turns import FILES

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.files.file_text import FileText

_MEGA = 1024 * 1024
FAULTY = 3
"""The exit status of a process that prints what is the matter with the file."""


class Bounds(NamedTuple):
    """What a file may have, and what reading it may take."""

    most_bytes: int
    seconds: int
    """Of the processor's time."""
    memory: int
    """Bytes of address space."""
    patience: float
    """Seconds until nobody waits for the text any more."""


SENT = Bounds(most_bytes=2 * _MEGA, seconds=5, memory=400 * _MEGA, patience=15)
"""For the file of somebody whom we do not know."""
OURS = Bounds(most_bytes=50 * _MEGA, seconds=120, memory=2048 * _MEGA, patience=600)
"""For a document that we chose ourselves."""
MOST_BYTES = SENT.most_bytes

_ROOT = Path(__file__).resolve().parents[2]
_ENVIRONMENT = {
    "PYTHONUTF8": "1",
    "MALLOC_ARENA_MAX": "1",  # else a thread alone takes 128 MB of addresses
}


def read_file(name: str, data: bytes, *, bounds: Bounds = SENT) -> FileText:
    """Return the text of the file ``name`` that holds ``data``, and its gaps.

    Raises ``FileError`` where it gives none, and ``BusyError`` where too many are
    being read. Neither text nor file is written anywhere: both travel through pipes.
    """
    return from_bytes(_read(data, partial(ending_of, name), bounds))


def read_table(data: bytes, *, bounds: Bounds = SENT) -> list[list[str]]:
    """Return the rows of the first table in a file, each cell as text.

    Raises as ``read_file`` does.
    """
    rows: list[list[str]] = orjson.loads(_read(data, table_ending_of, bounds))
    return rows


def _read(data: bytes, ending_of: Callable[[bytes], str], bounds: Bounds) -> bytes:
    """Return what another process says of a file."""
    if not data:
        raise FileError(Fault.EMPTY)
    if len(data) > bounds.most_bytes:
        raise FileError(Fault.TOO_LARGE)
    ending = ending_of(data)
    with FILES.turn():
        done = _run(ending, data, bounds)
    if done.returncode == FAULTY:
        raise FileError(Fault(done.stdout.decode()))
    if done.returncode:
        raise FileError(Fault.TOO_MUCH)
    return done.stdout


def _run(
    ending: str, data: bytes, bounds: Bounds
) -> subprocess.CompletedProcess[bytes]:
    """Let another process read, which ends when this one does.

    It listens to a pipe of which we alone hold the other end.
    """
    listening, held = os.pipe()
    limits = map(str, (listening, bounds.seconds, bounds.memory))
    try:
        return subprocess.run(
            [sys.executable, "-m", "glossary.files", ending, *limits],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=_ENVIRONMENT,
            pass_fds=[listening],
            timeout=bounds.patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FileError(Fault.TOO_MUCH) from None
    finally:
        os.close(listening)
        os.close(held)
