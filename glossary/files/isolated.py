"""Reads a file in a process of its own, with limits that it cannot pass."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from glossary.files.faults import Fault, FileError
from glossary.files.kinds import ending_of

MOST_BYTES = 2 * 1024 * 1024
FAULTY = 3
"""The exit status of a process that prints what is the matter with the file."""

_SECONDS = 20
_ROOT = Path(__file__).resolve().parents[2]
_ENVIRONMENT = {"PYTHONUTF8": "1"}
_at_once = threading.BoundedSemaphore(2)


def read_file(name: str, data: bytes, *, most_bytes: int = MOST_BYTES) -> str:
    """Return the text of the file ``name`` that holds ``data``.

    Raises ``FileError`` where it gives none. Neither text nor file is written
    anywhere: both travel through pipes.
    """
    if not data:
        raise FileError(Fault.EMPTY)
    if len(data) > most_bytes:
        raise FileError(Fault.TOO_LARGE)
    ending = ending_of(name, data)
    with _at_once:
        done = _run(ending, data)
    if done.returncode == FAULTY:
        raise FileError(Fault(done.stdout.decode()))
    if done.returncode:
        raise FileError(Fault.TOO_MUCH)
    return done.stdout.decode("utf-8", "replace")


def _run(ending: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [sys.executable, "-m", "glossary.files", ending],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=_ENVIRONMENT,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FileError(Fault.TOO_MUCH) from None
