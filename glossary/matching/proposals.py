"""Which forms the words of a text may be: what is looked at more closely then.

The words are split off a stretch at a time: what is at work stays in the cache.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from glossary.matching.spellings import Node

    # A node at which forms end, the index of the last word, and the next shorter one.
    Proposal: TypeAlias = tuple[Node, int, "Proposal | None"]

STRETCH = 32_000
_AHEAD = 1_000
_END = b"\x1d"  # no word of any form: whoever reads on stops here


class _More(bytes):
    """An empty word that stands for those that were not split off yet."""


_MORE = _More()


class Proposals:
    """The proposals for a text; ``words`` are its codes with spaces for signs."""

    __slots__ = ("_ahead", "_done", "_first_words", "_words", "resume")

    def __init__(self, words: bytes, first_words: Mapping[bytes, Node]) -> None:
        self._words = words
        self._first_words = first_words
        self._done = self._ahead = 0
        self.resume = 0  # the index of the word at which to go on, set by the reader

    def __iter__(self) -> Iterator[tuple[int, Proposal]]:
        """Yield where proposals begin, and the longest that begins there."""
        start = 0
        while start < len(self._words):
            self._done, self._ahead = start, _AHEAD
            words = self._split(STRETCH)
            own, stop = len(words), self._done
            words += self._split_ahead()
            yield from self._in(words, own, start)
            self.resume = max(0, self.resume - own)
            start = stop

    def _in(
        self, words: list[bytes], own: int, place: int
    ) -> Iterator[tuple[int, Proposal]]:
        """Yield those that begin with the first ``own`` of ``words``, at ``place``."""
        first_words = self._first_words
        known = 0
        is_first = map(first_words.__contains__, words)
        for index in compress(range(own), is_first):
            node = first_words[words[index]]
            after = words[index + 1]
            if after and after not in node.following and not node.codes:
                continue  # most often: the first word of a form, and no more
            proposal = self._longest(node, words, index)
            if proposal is None or index < self.resume:
                continue
            place += len(b" ".join(words[known:index])) + (index > known)
            known = index
            yield place, proposal

    def _longest(self, node: Node, words: list[bytes], index: int) -> Proposal | None:
        """Return the longest form that the words from ``index`` on may be."""
        proposal: Proposal | None = None
        reached: Node | None = node
        while reached is not None:
            ending = reached if reached.codes else None
            while ending is not None:
                proposal = ending, index, proposal
                ending = ending.longer
            if not reached.following:
                break
            index += 1
            while not words[index]:
                if words[index] is _MORE:
                    words[index:] = self._split_ahead()
                else:
                    index += 1
            reached = reached.following.get(words[index])
        return proposal

    def _split(self, length: int) -> list[bytes]:
        """Return the next words, about ``length`` codes of them."""
        stop = self._words.find(b" ", self._done + length)
        stop = stop if stop >= 0 else len(self._words)
        words = self._words[self._done : stop].split(b" ")
        self._done = stop + 1
        return words

    def _split_ahead(self) -> list[bytes]:
        """Return more words, twice as many each time, and what is after them."""
        words = self._split(self._ahead)
        self._ahead *= 2
        words.append(_MORE if self._done < len(self._words) else _END)
        return words
