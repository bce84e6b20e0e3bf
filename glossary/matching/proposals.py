"""Which forms the words of a text may be: what is looked at more closely then.

The words are split off a stretch at a time: what is at work stays in the cache.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, TypeAlias

from glossary.matching.characters import AND, APOSTROPHE
from glossary.matching.joints import JOINT, note_at, with_joints

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

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
    """The proposals for a text, given in its ``signs``.

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
        signs: bytes,
        first_words: Mapping[bytes, Node],
        conjunctions: Collection[bytes],
    ) -> None:
        self._words = with_joints(signs)
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
        known, joined = 0, self._joined_starts(words, own)
        for index in self._starts(words, own, joined):
            if index in joined:
                proposal = self._longest_joined(words, index)
            else:
                proposal = self._longest(words, index)
            if proposal is None or index < self.resume:
                continue
            place += len(b" ".join(words[known:index])) + (index > known)
            known = index
            yield place, proposal

    def _starts(
        self, words: list[bytes], own: int, joined: Collection[int]
    ) -> Sequence[int]:
        """Return which of the first ``own`` words may begin a form.

        All that do with what is ``joined`` to them are among them.
        """
        first_words = self._first_words
        are_first = map(first_words.__contains__, words)
        # Most often it is the first word of a form, and no more.
        starts = [
            index
            for index in compress(range(own), are_first)
            if words[index + 1] in (node := first_words[words[index]]).following
            or node.codes
            or not words[index + 1]
        ]
        # What is joined may also come second.
        before = (at - 1 for at in self._joints if words[at - 1] in first_words)
        extra = {*joined, *(at for at in before if at < own)}.difference(starts)
        return sorted([*starts, *extra]) if extra else starts

    def _joined_starts(self, words: list[bytes], own: int) -> Collection[int]:
        """Return which words may begin a form with what is joined to them."""
        return {
            index
            for index in [*self._joints]
            if index < own and self._goes_on(self._first_words, words, index)
        }

    def _longest(self, words: list[bytes], index: int) -> Proposal | None:
        """Return the longest form that the words from ``index`` on may be."""
        first, joints = index, self._joints
        proposal: Proposal | None = None
        node: Node | None = self._first_words[words[index]]
        while node is not None:
            if node.codes:
                proposal = node, index, proposal
                ending = node.longer
                while ending is not None:
                    proposal = ending, index, proposal
                    ending = ending.longer
            following = node.following
            if not following:
                break
            index += 1
            if not words[index]:
                index = self._next(words, index - 1)
            if index in joints and self._goes_on(following, words, index):
                return self._longest_joined(words, first)
            node = following.get(words[index])
        return proposal

    def _goes_on(
        self, following: Mapping[bytes, Node], words: list[bytes], index: int
    ) -> bool:
        """Whether a form may go on with the word ``index`` and what is joined to it."""
        if index in self._ands:
            return True
        after = words[index + 1]
        if after and index + 1 not in self._joints:  # nearly always
            node = following.get(words[index] + after)
            is_last = self._signs[self._joints[index]] == APOSTROPHE
            return node is not None and bool(node.following or not is_last)
        return any(word in following for word, *_ in self._ways(words, index)[1:])

    def _longest_joined(self, words: list[bytes], index: int) -> Proposal | None:
        """Return the same where some of the words may be pieces of one."""
        found: list[tuple[int, Node]] = []
        open_ends = [(self._first_words, index)]
        while open_ends:
            following, index = open_ends.pop()
            for word, last, can_end in self._ways(words, index):
                node = following.get(word)
                if node is None:
                    continue
                ending = node if node.codes and can_end else None
                while ending is not None:
                    found.append((last, ending))
                    ending = ending.longer
                open_ends += self._further(node, words, last)
        found.sort(key=_extent)
        proposal: Proposal | None = None
        for last, ending in found:
            proposal = ending, last, proposal
        return proposal

    def _further(
        self, node: Node, words: list[bytes], index: int
    ) -> Iterator[tuple[Mapping[bytes, Node], int]]:
        """Yield what may follow ``node`` behind the word ``index``, and where."""
        if node.following:
            further = self._next(words, index)
            yield node.following, further
            if index in self._ands:
                for word in self._conjunctions:
                    if word in node.following:
                        yield node.following[word].following, further

    def _ways(
        self, words: list[bytes], index: int
    ) -> Sequence[tuple[bytes, int, bool]]:
        """Return the ways to read a word from ``index`` on, and its last piece.

        The last word of a form has no apostrophe but its own: *profile's* is no
        plural. So it is said, too, whether a form can end there.
        """
        word, joint = words[index], self._joints.get(index)
        ways = [(word, index, True)]
        while joint is not None and len(ways) <= _MOST_PIECES:
            if self._signs[joint] == AND:
                break
            note = note_at(self._signs, joint)
            if note:
                ways.append((word + note, index, True))
                break
            can_end = self._signs[joint] != APOSTROPHE
            index = self._next(words, index)
            word, joint = word + words[index], self._joints.get(index)
            ways.append((word, index, can_end))
        return ways

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


def _extent(found: tuple[int, Node]) -> tuple[int, int]:
    last, ending = found
    return last, len(ending.codes)
