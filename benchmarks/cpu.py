"""Prints how much CPU an answer takes inside the WSGI callable, as JSON.

``python -m benchmarks.cpu APPLICATION`` reads the addresses of each cell from the
standard input. Process CPU time is steadier than requests a second: waiting for
the network, the server and other programs is not in it.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

from benchmarks.asking import ask, environments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from wsgiref.types import WSGIApplication

_SECONDS = 0.5  # for one cell
_FEWEST, _MOST = 5, 200
_TOGETHER = 50  # held answers are too quick for the clock to time one


def cost_of_each(application: WSGIApplication, paths: Sequence[str]) -> float:
    """Return the median CPU time of one request, in microseconds."""
    times: list[float] = []
    for environ in environments(paths, _MOST):
        begun = time.process_time()
        ask(application, environ)
        times.append(time.process_time() - begun)
        if sum(times) > _SECONDS and len(times) >= _FEWEST:
            break
    return statistics.median(times) * 1e6


def cost_of_held(application: WSGIApplication, paths: Sequence[str]) -> float:
    """Return the same where the answers are held in the process."""
    few = paths[:_TOGETHER]
    for environ in environments(few, len(few)):
        ask(application, environ)
    times = []
    for _ in range(_FEWEST):
        requests = environments(few, _TOGETHER)
        begun = time.process_time()
        for environ in requests:
            application(environ, _ignore)
        times.append((time.process_time() - begun) / _TOGETHER)
    return statistics.median(times) * 1e6


def _ignore(*_: Any) -> Callable[[bytes], object]:
    return len


def main(application: str) -> None:
    """Measure ``module:attribute``; held answers too where it can hold any."""
    cells = json.load(sys.stdin)
    module, _, name = application.partition(":")
    outer = getattr(import_module(module), name)
    outer = getattr(outer, "public", outer)  # of two doors, the one that readers use
    found = {}
    if hasattr(outer, "_application"):
        inner = type(outer)(outer._application, limit=0)
        found = {cell: cost_of_held(outer, paths) for cell, paths in cells.items()}
        outer = inner
    worked_out = {cell: cost_of_each(outer, paths) for cell, paths in cells.items()}
    print(json.dumps({"held": found, "worked out": worked_out}))


if __name__ == "__main__":
    main(sys.argv[1])
