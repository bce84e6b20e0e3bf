"""One run: what is measured, in which order, and what is printed of it."""

from __future__ import annotations

import os
import platform
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from typing import TYPE_CHECKING

from benchmarks import aims, tables
from benchmarks.contenders import PRODUCT, serve_beside_rivals, serve_many
from benchmarks.noise import Noise
from benchmarks.processes import (
    cost_answers,
    look_inside,
    look_inside_on_postgresql,
    start_worker,
)
from benchmarks.questions import addresses
from benchmarks.servers import can_pin, nginx_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.aims import Aim
    from benchmarks.kept import Kept
    from benchmarks.processes import Worker
    from benchmarks.rounds import Results
    from benchmarks.visibility import Seen

_STARTS = 3


def run(small: Kept, large: Kept, *, rounds: int, seconds: int) -> None:
    """Measure everything on two kept glossaries and print it."""
    noise = Noise()
    _print_machine()
    worker = sorted(start_worker(small.path) for _ in range(_STARTS))[_STARTS // 2]
    tables.print_cpu(cost_answers(small.path, addresses(small.made_up)))
    beside = serve_beside_rivals(
        small.path, small.made_up, rounds=rounds, seconds=seconds, noise=noise
    )
    tables.print_serving(f"{small.size:,} entries, answers held", beside)
    tables.print_others(beside)
    seen = _serve_many(large, beside, seconds, noise)
    found = [
        *aims.serving_aims(beside),
        *aims.publication_aims(seen),
        *_look_inside(large, worker, large.size - small.size),
    ]
    tables.print_aims(found)
    print(f"\nA fixed operation, timed between the cells, took {noise}.")


def _serve_many(large: Kept, beside: Results, seconds: int, noise: Noise) -> Seen:
    """Measure and print a large glossary; return when a publication was seen."""
    many, seen = serve_many(large.path, large.made_up, seconds=seconds, noise=noise)
    others = {
        cell: loads for cell, loads in beside.rounds.items() if cell[1] != PRODUCT
    }
    many.rounds.update(others)
    title = f"{large.size:,} entries, another one each time: hardly any answer is held"
    tables.print_serving(title, many)
    print(
        f"  The slowest answer while something was published took {seen.slowest:.2f} s."
    )
    return seen


def _look_inside(large: Kept, small_worker: Worker, more: int) -> Iterator[Aim]:
    """Measure and print the index of a large glossary; yield the aims."""
    with ThreadPoolExecutor() as pool:
        other = pool.submit(look_inside_on_postgresql, large.path, large.made_up)
        inside = look_inside(large.path, large.made_up)
        worker = start_worker(large.path)
    tables.print_inside(f"In one process with {large.size:,} entries, CPU time", inside)
    print(f"  The index was made in {inside.built:.1f} s of CPU time.")
    same = "the same" if other.result().answers == inside.answers else "NOT THE SAME"
    print(f"  SQLite and PostgreSQL: {same} ids in the same order.")
    yield from aims.search_aims(inside)
    yield from aims.worker_aims(small_worker, worker, more)


def _print_machine() -> None:
    """Say on what this is measured, and what is missing."""
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, ", end="")
    names = ("Django", "granian", "djangorestframework", "django-ninja")
    print(", ".join(f"{name} {version(name)}" for name in names))
    if can_pin():
        print("Each server has core 0 to itself, the load generator core 1.")
    else:
        print("Servers and load generator share the cores: they cannot be pinned here.")
    if not nginx_program():
        print("nginx is not here, so there is no ratio to it: apt-get install nginx")
