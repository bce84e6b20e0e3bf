"""The process that reads one file: bytes in, text out, and nothing else."""

from __future__ import annotations

import resource
import sys

from glossary.files.faults import Fault, FileError
from glossary.files.isolated import FAULTY
from glossary.files.kinds import reader_of, text_of

_LIMITS = {
    resource.RLIMIT_CPU: 10,  # seconds
    resource.RLIMIT_AS: 1024**3,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def main() -> int:
    """Read the file on standard input, whose ending is the only argument."""
    reader = reader_of(sys.argv[1])
    for limit, value in _LIMITS.items():
        resource.setrlimit(limit, (value, value))
    try:
        text = text_of(sys.stdin.buffer.read(), reader)
    except FileError as error:
        return _say(error.fault)
    except (MemoryError, RecursionError):
        return _say(Fault.TOO_MUCH)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


def _say(fault: Fault) -> int:
    sys.stdout.write(fault.value)
    return FAULTY


if __name__ == "__main__":
    sys.exit(main())
