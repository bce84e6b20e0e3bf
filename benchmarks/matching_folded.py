"""The compiled automatons with our reading of a text before them, and our rules behind.

By themselves they find what is spelled as the forms are. To be as exact as the matcher
where people and programs write otherwise, they have to read a text as it does: here
they get its words from our own code, once with their pieces apart and once with them
joined, and take the place of our index of words. So it is seen what that costs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Protocol

import ahocorasick
import ahocorasick_rs

from benchmarks.matching_material import CLITICS
from glossary.matching.characters import SPACE, WORD
from glossary.matching.joints import JOINT, with_joints
from glossary.matching.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.matching import Form
    from glossary.matching.proposals import Proposal
    from glossary.matching.spellings import Node

    Found = Iterable[tuple[int, int, int]]  # which form, from where, to where

_JOINS = frozenset(b"\t\n\r\f -\x1a\x19*_~'\"&")
_SIGN = 0x1D
# Spaces for what may stand between the words of a form, one sign for all others.
_APART = bytes(
    one if one in WORD else SPACE if one in _JOINS else _SIGN for one in range(256)
)
_RUN = re.compile(rb"  +")
_JOINT = re.compile(JOINT + b" *")


class Automaton(Protocol):
    """A compiled automaton, built of the words of forms."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        """Build it."""

    def found(self, words: bytes) -> Found:
        """Return all that it finds."""


class Shortened:
    """``codes`` with less in them, and where what is left stood."""

    def __init__(self, codes: bytes, gone: re.Pattern[bytes], kept: int) -> None:
        """Leave out all but the first ``kept`` of what is to be ``gone``."""
        parts, done = [], 0
        self.places, self.shifts, shift = [0], [0], 0
        for run in gone.finditer(codes):
            start, end = run.start() + kept, run.end()
            parts.append(codes[done:start])
            done = end
            self.places.append(start - shift)
            shift += end - start
            self.shifts.append(shift)
        self.codes = b"".join((*parts, codes[done:]))

    def run(self, place: int) -> int:
        """Return how many of what is gone stood before ``place``."""
        return bisect_right(self.places, place) - 1

    def was(self, place: int) -> int:
        """Return where that stood which is now at ``place``."""
        return place + self.shifts[self.run(place)]


class _Proposals:
    """What an automaton proposes for a text, as ``Reading`` asks for it."""

    def __init__(
        self, signs: bytes, automaton: Automaton, nodes: Sequence[Node]
    ) -> None:
        self.resume = 0
        self._signs = signs
        self._words = with_joints(signs)
        self._automaton = automaton
        self._nodes = nodes

    def __iter__(self) -> Iterator[tuple[int, Proposal]]:
        found: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for number, start, end in chain(self._apart(), self._joined()):
            found[start].add((end, number))
        for start, endings in sorted(found.items()):
            proposal: Proposal | None = None
            for end, number in sorted(endings):
                node: Node | None = self._nodes[number]
                while node is not None:
                    proposal = node, end, proposal
                    node = node.longer
            if proposal:
                yield start, proposal

    def _apart(self) -> Found:
        """What there is with pieces of words apart."""
        text = Shortened(self._without_notes(), _RUN, 1)
        for number, start, end in self._automaton.found(text.codes):
            if _is_whole(text.codes, start, end):
                yield number, text.was(start), text.was(end - 1) + 1

    def _joined(self) -> Found:
        """What there is only with pieces of words joined."""
        text = Shortened(self._words, _JOINT, 0)
        for number, start, end in self._automaton.found(text.codes):
            is_joined = text.run(start) < text.run(end - 1)
            if is_joined and _is_whole(text.codes, start, end):
                yield number, text.was(start), text.was(end - 1) + 1

    def _without_notes(self) -> bytes:
        """Return the words and signs, without figures that are glued to words."""
        codes = bytearray(self._signs.translate(_APART))
        place = self._words.find(JOINT)
        while place >= 0:
            while codes[place] in WORD:
                codes[place] = SPACE
                place += 1
            place = self._words.find(JOINT, place + 1)
        return bytes(codes)


class _ByAutomaton(Vocabulary):
    """A vocabulary with an automaton in the place of its index of words."""

    automaton: type[Automaton]

    def __init__(self, forms: Sequence[Form]) -> None:
        """Build it of the forms."""
        super().__init__(forms, {"cy": CLITICS}, {}, {}, ())
        keys, self._nodes = zip(*_endings(self._first_words, ()), strict=True)
        self._automaton = self.automaton(keys)

    def _propose(self, signs: bytes) -> _Proposals:  # type: ignore[override]
        return _Proposals(signs, self._automaton, self._nodes)


class _Rust:
    def __init__(self, keys: Sequence[bytes]) -> None:
        self._automaton = ahocorasick_rs.BytesAhoCorasick(keys)

    def found(self, words: bytes) -> Found:
        found: Found = self._automaton.find_matches_as_indexes(words, overlapping=True)
        return found


class _C:
    def __init__(self, keys: Sequence[bytes]) -> None:
        self._automaton = ahocorasick.Automaton()
        for number, key in enumerate(keys):
            self._automaton.add_word(key.decode("latin-1"), (number, len(key)))
        self._automaton.make_automaton()

    def found(self, words: bytes) -> Found:
        return [
            (number, last + 1 - size, last + 1)
            for last, (number, size) in self._automaton.iter(words.decode("latin-1"))
        ]


class AhocorasickRsFolded(_ByAutomaton):
    """ahocorasick_rs, reading what the matcher reads."""

    automaton = _Rust


class PyAhocorasickFolded(_ByAutomaton):
    """pyahocorasick, likewise."""

    automaton = _C


def _endings(
    following: Mapping[bytes, Node], words: tuple[bytes, ...]
) -> Iterator[tuple[bytes, Node]]:
    """Yield the words of every form, one space between them, with their node."""
    for word, node in following.items():
        if node.codes:
            yield b" ".join((*words, word)), node
        yield from _endings(node.following, (*words, word))


def _is_whole(codes: bytes, start: int, end: int) -> bool:
    """Whether no letter or figure touches it; there is a space at either end."""
    return codes[start - 1] not in WORD and codes[end] not in WORD
