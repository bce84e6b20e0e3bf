"""Prints when a worker is ready and what memory it takes, as JSON.

``python -m benchmarks.worker BEGUN PATH...`` counts from ``BEGUN``, a time of the
system's monotonic clock, to the answer to the first path. Memory is what is
resident, first then and again after all paths have been asked for.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from benchmarks.asking import ask, environment_of

_STATUS = Path("/proc/self/status")


def resident() -> int:
    """Return the resident memory of this process in bytes; 0 where nobody says."""
    if not _STATUS.exists():
        return 0
    lines = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) * 1024


def main(begun: float, paths: list[str]) -> None:
    """Become ready, answer, and print how it went."""
    application = import_module("explainer.wsgi").application
    ask(application, environment_of(paths[0], 0))
    ready, memory = time.monotonic() - begun, resident()
    for reader, path in enumerate(paths):
        ask(application, environment_of(path, reader))
    print(json.dumps({"ready": ready, "first": memory, "then": resident()}))


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2:])
