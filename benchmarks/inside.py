"""Prints how the search index does inside one process, as JSON.

``python -m benchmarks.inside MADE_UP`` asks the index of the database that the
settings name for its made-up entries. ``answers`` is a digest of all ids found, in
their order: it is the same on every database, or the search is not.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glossary.search import Index, LabelMatch, SearchHit

_QUESTIONS = 1000
_TYPOS = 100
_TOP = 10


@dataclass(frozen=True, slots=True)
class Answers:
    """What questions took, in milliseconds of CPU time, and the ids found."""

    times: list[float]
    ids: list[list[str]]

    def summary(self) -> dict[str, float]:
        """Return the median and the time that one in a hundred takes longer than."""
        ordered = sorted(self.times)
        return {
            "p50": ordered[len(ordered) // 2],
            "p99": ordered[len(ordered) * 99 // 100],
        }


def main(made_up: int) -> None:
    """Ask the index what people ask, and print what it took."""
    from benchmarks.entries import entry_id
    from benchmarks.places import ROOT
    from benchmarks.questions import Typist
    from benchmarks.slips import slips
    from glossary import reading
    from glossary.transfer import read_content

    begun = time.process_time()
    index = reading.shelf().index
    built = time.process_time() - begun
    typist = Typist(made_up, seed=2)
    numbers = typist.entries(_QUESTIONS)
    mistyped = slips(read_content(ROOT / "fixtures", ROOT / "seeds").entries.values())
    cells = {
        "autocomplete": _answers(index.suggest, map(typist.beginning, numbers)),
        "lookup": _answers(index.lookup, map(typist.name, numbers)),
        **{
            f"search, {cell}": _answers(partial(_search, index), map(say, asked))
            for cell, say, asked in (
                ("prefix", typist.beginning, numbers),
                ("two words", typist.two_words, numbers),
                ("typo", typist.misspelled, numbers[:_TYPOS]),
            )
        },
        "search, slip in a real name": _answers(
            partial(_search, index), (slip.typed for slip in mistyped)
        ),
    }
    typos = zip(numbers, cells["search, typo"].ids, strict=False)
    led = zip(mistyped, cells["search, slip in a real name"].ids, strict=True)
    found = {
        "built": built,
        "times": {cell: answers.summary() for cell, answers in cells.items()},
        "typos": _TYPOS,
        "found": sum(entry_id(number) in ids for number, ids in typos),
        "slips": len(mistyped),
        "home": sum(slip.entry_id in ids for slip, ids in led),
        "answers": _digest([answers.ids for answers in cells.values()]),
    }
    print(json.dumps(found))


def _search(index: Index, text: str) -> Sequence[SearchHit]:
    return index.search(text, limit=_TOP).hits


def _answers(
    ask: Callable[[str], Sequence[LabelMatch | SearchHit]], texts: Iterable[str]
) -> Answers:
    """Ask for each text; the first questions, which load what is needed, come twice."""
    asked = list(texts)
    for text in asked[:_TOP]:
        ask(text)
    times, ids = [], []
    for text in asked:
        begun = time.process_time()
        found = ask(text)
        times.append((time.process_time() - begun) * 1000)
        ids.append([one.entry_id for one in found])
    return Answers(times, ids)


def _digest(ids: Any) -> str:
    return hashlib.sha256(json.dumps(ids).encode()).hexdigest()


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
