"""What is otherwise between two texts, word by word, as people compare them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, NamedTuple

from glossary.text import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Kind = Literal["same", "removed", "added"]

_WORD = rf"[\w{MARKS}]+"
_TOKENS = re.compile(rf"{_WORD}(?:['’-]{_WORD})*|\s+|.", re.DOTALL)
"""Words with what stands inside them, spaces, and single signs."""


_MOST = 2_000_000
"""So many pairs of words are compared: each costs time, and texts can be long."""
_ENDS = frozenset(".!?\n")
"""What a sentence ends with, or a line."""


class Piece(NamedTuple):
    """Some words that stay, went, or came."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """Return what stays, goes and comes, in reading order.

    What goes stands before what comes in its place. Words are never parted, and a
    space or a sign alone between two changes is part of them: whole phrases are
    compared, not every second word. What is too long for that is compared by sentences,
    and word by word within those that came in place of others.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle = _fitting(old[head : len(old) - tail], new[head : len(new) - tail])
    found = [("same", old[:head]), *middle, ("same", old[len(old) - tail :])]
    return list(_joined(found))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many tokens both begin with."""
    pairs = zip(one, other, strict=False)
    return next(
        (place for place, (a, b) in enumerate(pairs) if a != b),
        min(len(one), len(other)),
    )


def _fitting(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[Kind, Sequence[str]]]:
    """Yield tokens as they stay, go or come, in as much detail as there is time for."""
    if len(old) * len(new) <= _MOST:
        yield from _compared(old, new)
        return
    before, after = _sentences(old), _sentences(new)
    if len(before) * len(after) > _MOST:
        yield from _changed(old, new)
        return
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for what, a, b, c, d in blocks:
        gone, come = _joint(before[a:b]), _joint(after[c:d])
        if what == "equal":
            yield "same", gone
        elif len(gone) * len(come) <= _MOST:
            yield from _compared(gone, come)
        else:
            yield from _changed(gone, come)


def _sentences(tokens: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the tokens sentence by sentence, or line by line."""
    found: list[list[str]] = [[]]
    for token in tokens:
        found[-1].append(token)
        if _ENDS.intersection(token):
            found.append([])
    return [tuple(one) for one in found]


def _joint(sentences: Iterable[Sequence[str]]) -> list[str]:
    return [token for sentence in sentences for token in sentence]


def _compared(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[Kind, Sequence[str]]]:
    """Yield tokens as they stay, go or come; what parts two changes hardly stays."""
    gone: list[str] = []
    come: list[str] = []
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (what, a, b, c, d) in enumerate(blocks):
        is_between = 0 < number < len(blocks) - 1
        if what != "equal" or (is_between and not _has_words(old[a:b])):
            gone += old[a:b]
            come += new[c:d]
            continue
        yield from _changed(gone, come)
        gone, come = [], []
        yield "same", old[a:b]
    yield from _changed(gone, come)


def _changed(
    gone: Sequence[str], come: Sequence[str]
) -> Iterator[tuple[Kind, Sequence[str]]]:
    yield "removed", gone
    yield "added", come


def _has_words(tokens: Iterable[str]) -> bool:
    return any(token[0].isalnum() for token in tokens)


def _joined(parts: Iterable[tuple[Kind, Sequence[str]]]) -> Iterator[Piece]:
    """Yield the parts that have something in them, neighbours of one kind as one."""
    before: Piece | None = None
    for kind, tokens in parts:
        if not tokens:
            continue
        if before and before.kind == kind:
            before = Piece(kind, before.text + "".join(tokens))
            continue
        if before:
            yield before
        before = Piece(kind, "".join(tokens))
    if before:
        yield before
