"""The process that reads one file: bytes in, text out, and nothing else.

Its arguments are the file's ending, the pipe that ends with whoever waits for the
text, and how many seconds and how many bytes of memory it may take.
"""

from __future__ import annotations

import os
import resource
import sys
import threading
from contextlib import suppress

from glossary.files.faults import Fault, FileError
from glossary.files.isolated import FAULTY
from glossary.files.kinds import NATIVE, reader_of

_POLITE = 10  # how far this stands back behind whoever answers readers


def main() -> int:
    """Read the file on standard input."""
    ending, listening, seconds, memory = sys.argv[1:]
    threading.Thread(target=_end_with, args=[int(listening)], daemon=True).start()
    os.nice(_POLITE)
    reader = reader_of(ending)
    _limit(int(seconds), int(memory))
    if ending in NATIVE:
        for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC):
            resource.setrlimit(limit, (0, 0))
    try:
        found = reader(sys.stdin.buffer.read())
    except FileError as error:
        return _say(error.fault)
    except (MemoryError, RecursionError):
        return _say(Fault.TOO_MUCH)
    sys.stdout.buffer.write(found)
    return 0


def _end_with(listening: int) -> None:
    """End when the other end of a pipe is closed, which nobody writes to."""
    os.read(listening, 1)
    os._exit(1)


def _limit(seconds: int, memory: int) -> None:
    for limit, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))
    with suppress(ValueError):  # macOS bounds no address space
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _say(fault: Fault) -> int:
    sys.stdout.write(fault.value)
    return FAULTY


if __name__ == "__main__":
    sys.exit(main())
