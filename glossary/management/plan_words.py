"""Says what a plan would do: in one line, or line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.transfer import ANSWERS, Standing

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from glossary.transfer import Line, Plan

_MOST = 10  # documents of a kind that are gone, before they are only counted
_LEFT = {
    Standing.EDITED: "was edited here and stays so",
    Standing.DIVERGED: "was edited here and in the file; it stays as it is here",
    Standing.OLDER: "has an older text in the file; what is here stays",
    Standing.GONE: "is not in the folder any more; it stays",
}


def summary(plan: Plan) -> str:
    """Return in one line what loading would do; nothing where it would do nothing."""
    parts = [
        f"{kind} {words}"
        for kind, counts in plan.counts()
        if (words := _counted(counts, (Standing.NEW, Standing.CHANGED)))
    ]
    if plan.open:
        parts.append(f"waiting for an answer: {len(plan.open)}")
    return "; ".join(parts)


def plan_lines(plan: Plan, *, names_all: bool) -> Iterator[str]:
    """Yield how many documents of each kind stand how, then what is to be known."""
    for kind, counts in plan.counts():
        yield f"{kind}: {_counted(counts, tuple(Standing))}"
    for line in plan.lines:
        if line.standing == Standing.ERASED:
            yield f"  erased: {line.name} stays so; take it out of the folder"
        elif line.is_withdrawn:
            yield f"  withdrawn: {line.name} {_stays_withdrawn(line)}"
        elif line.is_due and (names_all or line.standing != Standing.NEW):
            yield f"  {line.standing}: {line.name}{_places(line)}{_behind(line)}"
        if line.passes_by:
            yield f"    passes by revision {line.waiting}, on which somebody works"
    yield from _open_lines(plan, names_all=names_all)


def _open_lines(plan: Plan, *, names_all: bool) -> Iterator[str]:
    """Yield what waits for an answer, and how to give it."""
    for kind, counts in plan.counts():
        lines = [row for row in plan.open if row.kind == kind]
        if counts[Standing.GONE] > _MOST and not names_all:
            yield f"  {kind}: {counts[Standing.GONE]} are not in the folder; they stay"
            lines = [row for row in lines if row.standing != Standing.GONE]
        for line in lines:
            yield f"  left: {line.name} {_LEFT[line.standing]}{_places(line)}"
            yield f"    to answer: {_answers(line)}"


def _answers(line: Line) -> str:
    """Return how this line is answered."""
    if line.standing == Standing.GONE and line.kind == "entry":
        return f"--keep {line.name}, or manage.py withdraw {line.key} --reason …"
    return " or ".join(f"--{answer} {line.name}" for answer in ANSWERS[line.standing])


def _stays_withdrawn(line: Line) -> str:
    if not line.is_due:
        return "stays withdrawn"
    return (
        "stays withdrawn; its new text waits to be signed off, then for: "
        f"manage.py restore {line.name}"
    )


def _places(line: Line) -> str:
    return f" ({', '.join(line.places)})" if line.places else ""


def _behind(line: Line) -> str:
    return f"; behind: {', '.join(line.behind)}" if line.behind else ""


def _counted(counts: Counter[Standing], wanted: Sequence[Standing]) -> str:
    return ", ".join(f"{counts[one]} {one}" for one in wanted if counts[one])
