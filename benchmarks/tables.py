"""The tables of a run, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.contenders import NAIVE, NGINX, NINJA, PRODUCT, UNCHANGED
from benchmarks.questions import ENTRY, LIST, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.aims import Aim
    from benchmarks.processes import Cpu, Inside
    from benchmarks.rounds import Results

# The same work in the rivals, where they have it.
_COUNTERPARTS = {ENTRY: ENTRY, PAGE: ENTRY, UNCHANGED: ENTRY, LIST: LIST}


def print_serving(title: str, results: Results) -> None:
    """Print requests a second, times, and the ratios to the others."""
    rows = []
    for name, who in results.rounds:
        if who == PRODUCT:
            other = _COUNTERPARTS.get(name, "")
            ratios = [
                results.ratio((name, PRODUCT), (other, NAIVE)),
                results.ratio((name, PRODUCT), (other, NINJA)),
                results.ratio((name, PRODUCT), (name, NGINX)),
            ]
            rows.append([name, *_load(results, name, who), *map(_number, ratios)])
    head = ["", "requests/s", "p50 ms", "p99 ms", "x naive", "x ninja", "of nginx"]
    _print_table(title, head, rows)


def print_others(results: Results) -> None:
    """Print what the others carried in the same rounds."""
    rows = [
        [f"{who}, {name}", *_load(results, name, who)]
        for name, who in results.rounds
        if who != PRODUCT
    ]
    _print_table(
        "The others in the same rounds", ["", "requests/s", "p50 ms", "p99 ms"], rows
    )


def print_cpu(cpu: Cpu) -> None:
    """Print the CPU inside the callable, of held answers and of new ones."""
    rows = [
        [
            name,
            _number(held),
            *(_number(cpu.worked_out[who].get(name)) for who in cpu.worked_out),
        ]
        for name, held in cpu.held.items()
    ]
    head = ["", "held", *(f"{who}, worked out" for who in cpu.worked_out)]
    _print_table("CPU inside the WSGI callable, microseconds", head, rows)


def print_inside(title: str, inside: Inside) -> None:
    """Print the times of the search index."""
    rows = [
        [name, *(f"{times[part]:.3f}" for part in ("p50", "p99"))]
        for name, times in inside.times.items()
    ]
    _print_table(title, ["", "p50 ms", "p99 ms"], rows)


def print_aims(aims: Iterable[Aim]) -> None:
    """Print what was to be reached and what was."""
    rows = []
    for aim in aims:
        wanted = f"{'at least' if aim.is_floor else 'under'} {aim.bound:g}{aim.unit}"
        if aim.stretch:
            wanted += f" (stretch {aim.stretch:g})"
        said = "not measured" if aim.seen is None else "met" if aim.is_met else "MISSED"
        rows.append([aim.subject, wanted, _number(aim.seen), said])
    _print_table("Aims", ["", "wanted", "seen", ""], rows)


def _load(results: Results, name: str, who: str) -> list[str]:
    load = results.of(name, who)
    if load is None:
        return ["-", "-", "-"]
    return [_number(load.per_second), f"{load.p50:.2f}", f"{load.p99:.2f}"]


def _number(value: float | None) -> str:
    """Return a number with as many places as it can be trusted to, or a dash."""
    if value is None:
        return "-"
    places = 0 if abs(value) >= 20 else 1 if abs(value) >= 2 else 2
    return f"{value:,.{places}f}"


def _print_table(
    title: str, head: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Print a table: the first column to the left, all others to the right."""
    lines = [[*head], *([*row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print(f"\n{title}")
    for first, *others in lines:
        cells = map(str.rjust, others, widths[1:])
        print("  ".join(["", first.ljust(widths[0]), *cells]).rstrip())
