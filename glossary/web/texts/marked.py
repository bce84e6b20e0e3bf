"""A text in paragraphs, cut where something in it is marked or can be led to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.web.texts.paragraphs import paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Mark(NamedTuple):
    """``text[start:end]`` is marked; a long sentence less strongly than words."""

    start: int
    end: int
    is_long: bool = False


class MarkedRun(NamedTuple):
    """A part of the text. ``numbers`` are those of the places that begin with it."""

    text: str
    is_marked: bool = False
    is_long: bool = False
    numbers: Sequence[int] = ()


def marked_paragraphs(
    text: str, marks: Iterable[Mark], numbers: Mapping[int, Sequence[int]]
) -> Iterator[list[MarkedRun]]:
    """Yield the paragraphs of ``text`` in runs. Marks may overlap.

    ``numbers`` says which places begin where.
    """
    changes = _changes(marks, numbers)
    cuts, following = sorted(changes), 0
    words = long = 0  # how many marks of either kind are open
    for start, end in paragraph_spans(text):
        runs: list[MarkedRun] = []
        at = start
        while following < len(cuts) and cuts[following] < end:
            cut = max(start, cuts[following])
            if at < cut:
                runs.append(_run(text[at:cut], words, long, numbers.get(at, ())))
            more_words, more_long = changes[cuts[following]]
            words, long = words + more_words, long + more_long
            at, following = cut, following + 1
        yield [*runs, _run(text[at:end], words, long, numbers.get(at, ()))]


def _changes(
    marks: Iterable[Mark], numbers: Iterable[int]
) -> dict[int, tuple[int, int]]:
    """Return how many marks of words and of sentences more are open from each place."""
    changes = dict.fromkeys(numbers, (0, 0))
    for start, end, is_long in marks:
        for place, step in ((start, 1), (end, -1)):
            words, long = changes.get(place, (0, 0))
            changes[place] = (words, long + step) if is_long else (words + step, long)
    return changes


def _run(text: str, words: int, long: int, numbers: Sequence[int]) -> MarkedRun:
    return MarkedRun(text, words > 0 or long > 0, words == 0 and long > 0, numbers)
