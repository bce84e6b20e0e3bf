"""Measurements that need a process of their own, and what they print."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.contenders import (
    PRODUCT,
    RIVAL_SETTINGS,
    RIVALS,
    WSGI,
    rival_paths,
)
from benchmarks.places import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.questions import Cells

# What a worker is asked for before its memory is looked at a second time.
_FIRST_ANSWERS = (
    "/en/",
    "/cy/termau/proffil-problem/",
    "/api/v1/search/?q=gamfanteisio",
    "/api/v1/search/?q=safegarding+chldren",
    "/api/v1/lookup/?term=CHTh",
)


class Worker(NamedTuple):
    """Seconds until a worker was ready; its memory in bytes, then and later."""

    ready: float
    first: int
    then: int


@dataclass(frozen=True, slots=True)
class Inside:
    """How the search index does inside one process; times in milliseconds.

    Of so many ``typos`` in made-up names so many are ``found``; of so many ``slips``
    in names of the starter glossary so many lead ``home``.
    """

    built: float
    times: Mapping[str, Mapping[str, float]]
    typos: int
    found: int
    slips: int
    home: int
    answers: str


@dataclass(frozen=True, slots=True)
class Cpu:
    """CPU inside the WSGI callable in microseconds, by who answers and cell."""

    held: Mapping[str, float]
    worked_out: Mapping[str, Mapping[str, float]]


def start_worker(database: Path) -> Worker:
    """Start a process as a server does, and ask it for its first answers."""
    command = ["-m", "benchmarks.worker", repr(time.monotonic()), *_FIRST_ANSWERS]
    return Worker(**_said(command, environment(database)))


def look_inside(database: Path, made_up: int) -> Inside:
    """Ask the search index what people ask."""
    command = ["-m", "benchmarks.inside", str(made_up)]
    return Inside(**_said(command, environment(database, SEARCH_INDEX_DIR="")))


def look_inside_on_postgresql(database: Path, made_up: int) -> Inside:
    """Ask the search index that is made from the same rows on PostgreSQL."""
    inner = ["-m", "benchmarks.postgresql", str(database), str(made_up)]
    command = ["-m", "tests.postgresql", sys.executable, *inner]
    return Inside(**_said(command, environment("", SEARCH_INDEX_DIR="")))


def cost_answers(database: Path, asked: Cells) -> Cpu:
    """Measure the CPU inside the callable of the product and of its rivals."""
    mine = _said(["-m", "benchmarks.cpu", WSGI], environment(database), asked)
    settings = environment(database, settings=RIVAL_SETTINGS)
    rivals = {
        who: _said(["-m", "benchmarks.cpu", RIVALS], settings, paths)["worked out"]
        for who, paths in rival_paths(asked).items()
    }
    return Cpu(mine["held"], {PRODUCT: mine["worked out"], **rivals})


def _said(
    command: Sequence[str], settings: Mapping[str, str], given: Any = None
) -> dict[str, Any]:
    """Run Python with ``command`` and return the JSON on its last line."""
    output = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=settings,
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout
    found: dict[str, Any] = json.loads(output.splitlines()[-1])
    return found
