"""Which forms the words of a text may be: what is looked at more closely then.

The words are split off a stretch at a time: what is at work stays in the cache.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, TypeAlias

from glossary.matching.joints import AND, JOINT, note_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from glossary.matching.spellings import Node

    # A node at which forms end, the index of the last word, and the next shorter one.
    Proposal: TypeAlias = tuple[Node, int, "Proposal | None"]

STRETCH = 32_000
_AHEAD = 1_000
_MOST_PIECES = 8
_END = b"\x1d"  # no word of any form: whoever reads on stops here


class _More(bytes):
    """An empty word that stands for those that were not split off yet."""


_MORE = _More()


class Proposals:
    """The proposals for a text.

    ``words`` are what ``with_joints`` makes of its ``signs``,
    ``conjunctions`` are the words for which ``&`` stands.
    """

    __slots__ = (
        "_ahead",
        "_ands",
        "_conjunctions",
        "_done",
        "_first_words",
        "_joints",
        "_last",
        "_signs",
        "_words",
        "resume",
    )

    def __init__(
        self,
        words: bytes,
        signs: bytes,
        first_words: Mapping[bytes, Node],
        conjunctions: Collection[bytes],
    ) -> None:
        self._words = words
        self._signs = signs
        self._first_words = first_words
        self._conjunctions = conjunctions
        self._done = self._ahead = 0
        # By the index of the word before it, the place of each joint.
        self._joints: dict[int, int] = {}
        self._ands: set[int] = set()  # the words before an ampersand
        self._last = -1  # the index of the last word that is not empty
        self.resume = 0  # the index of the word at which to go on, set by the reader

    def __iter__(self) -> Iterator[tuple[int, Proposal]]:
        """Yield where proposals begin, and the longest that begins there."""
        start = 0
        while start < len(self._words):
            self._done, self._ahead = start, _AHEAD
            self._joints, self._ands, self._last = {}, set(), -1
            words: list[bytes] = []
            self._split(words, STRETCH)
            own, stop = len(words), self._done
            self._split_ahead(words)
            yield from self._in(words, own, start)
            self.resume = max(0, self.resume - own)
            start = stop

    def _in(
        self, words: list[bytes], own: int, place: int
    ) -> Iterator[tuple[int, Proposal]]:
        """Yield those that begin with the first ``own`` of ``words``, at ``place``."""
        first_words, joints = self._first_words, self._joints
        known = 0
        starts: Iterator[int] = compress(
            range(own), map(first_words.__contains__, words)
        )
        if joints:
            starts = self._with_joined(words, own, starts)
        for index in starts:
            if index in joints:
                proposal = self._longest_joined(words, index)
            else:
                node = first_words[words[index]]
                after = words[index + 1]
                if (
                    after
                    and after not in node.following
                    and not node.codes
                    and index + 1 not in joints
                ):
                    continue  # most often: the first word of a form, and no more
                proposal = self._longest(node, words, index)
            if proposal is None or index < self.resume:
                continue
            place += len(b" ".join(words[known:index])) + (index > known)
            known = index
            yield place, proposal

    def _with_joined(
        self, words: list[bytes], own: int, starts: Iterator[int]
    ) -> Iterator[int]:
        """Return ``starts`` and the words of which only pieces begin a form."""
        joined = (
            index
            for index in [*self._joints]
            if index < own
            and any(word in self._first_words for word, _ in self._ways(words, index))
        )
        return iter(sorted({*starts, *joined}))

    def _longest(self, node: Node, words: list[bytes], index: int) -> Proposal | None:
        """Return the longest form that the words from ``index`` on may be."""
        first = index
        proposal: Proposal | None = None
        reached: Node | None = node
        while reached is not None:
            ending = reached if reached.codes else None
            while ending is not None:
                proposal = ending, index, proposal
                ending = ending.longer
            if not reached.following:
                break
            index = self._next(words, index)
            if index in self._joints:
                return self._longest_joined(words, first)
            reached = reached.following.get(words[index])
        return proposal

    def _longest_joined(self, words: list[bytes], index: int) -> Proposal | None:
        """Return the same where some of the words may be pieces of one."""
        found = sorted(
            (
                (last, ending)
                for word, last in self._ways(words, index)
                if (node := self._first_words.get(word))
                for ending, last in self._endings(node, words, last)
            ),
            key=lambda found: (found[0], len(found[1].codes)),
        )
        proposal: Proposal | None = None
        for last, ending in found:
            proposal = ending, last, proposal
        return proposal

    def _endings(
        self, node: Node, words: list[bytes], index: int
    ) -> Iterator[tuple[Node, int]]:
        """Yield where forms end that go on from ``node`` behind the word ``index``."""
        ending = node if node.codes else None
        while ending is not None:
            yield ending, index
            ending = ending.longer
        yield from self._further(node, words, index)
        if index in self._ands:
            for word in self._conjunctions:
                if word in node.following:
                    yield from self._further(node.following[word], words, index)

    def _further(
        self, node: Node, words: list[bytes], index: int
    ) -> Iterator[tuple[Node, int]]:
        """Yield the same with at least one word more."""
        if node.following:
            for word, last in self._ways(words, self._next(words, index)):
                if word in node.following:
                    yield from self._endings(node.following[word], words, last)

    def _ways(self, words: list[bytes], index: int) -> Iterator[tuple[bytes, int]]:
        """Yield the ways to read a word from ``index`` on, and its last piece."""
        word, joint = words[index], self._joints.get(index)
        yield word, index
        for _ in range(_MOST_PIECES):
            if joint is None or self._signs[joint] == AND:
                return
            note = note_at(self._signs, joint)
            if note:
                yield word + note, index
                return
            index = self._next(words, index)
            word, joint = word + words[index], self._joints.get(index)
            yield word, index

    def _next(self, words: list[bytes], index: int) -> int:
        """Return the index of the word behind ``index``."""
        index += 1
        while not words[index]:
            if words[index] is _MORE:
                words.pop()
                self._split_ahead(words)
            else:
                index += 1
        return index

    def _split(self, words: list[bytes], length: int) -> None:
        """Add the next words to ``words``, about ``length`` codes of them."""
        start = self._done
        stop = self._words.find(b" ", start + length)
        stop = stop if stop >= 0 else len(self._words)
        self._done = stop + 1
        joint = start - 1
        for number, piece in enumerate(self._words[start:stop].split(JOINT)):
            if number and self._last >= 0:
                self._joints.setdefault(self._last, joint)
                if self._signs[joint] == AND:
                    self._ands.add(self._last)
            joint += len(piece) + 1
            self._add(words, piece)

    def _add(self, words: list[bytes], piece: bytes) -> None:
        """Add the words of ``piece`` to ``words``."""
        first = len(words)
        words += piece.split(b" ")
        last = len(words) - 1
        while last >= first and not words[last]:
            last -= 1
        if last >= first:
            self._last = last

    def _split_ahead(self, words: list[bytes]) -> None:
        """Add more words, twice as many each time, and what is after them."""
        self._split(words, self._ahead)
        self._ahead *= 2
        words.append(_MORE if self._done < len(self._words) else _END)
