"""What the checks need to know of the glossary around a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.plain_language.passages import Passage
    from glossary.plain_language.spans import Span


class Occurrence(Protocol):
    """A term found in a text: where, and which entries it may stand for."""

    @property
    def start(self) -> int:
        """The first character's place."""

    @property
    def end(self) -> int:
        """The place after the last character."""

    @property
    def candidates(self) -> Sequence[str]:
        """The ids of the entries, likeliest first."""


class Terms(Hashable, Protocol):
    """Finds the glossary's terms in a text: a vocabulary."""

    def find(self, text: str) -> Sequence[Occurrence]:
        """Return the terms of every language in ``text``, in order."""


class _NoTerms:
    """Finds nothing: for a glossary that has no entries yet."""

    def find(self, text: str) -> Sequence[Occurrence]:
        """Return nothing."""
        del text
        return ()


NO_TERMS: Terms = _NoTerms()


class FoundTerms:
    """The terms in one text, in order. None overlaps another."""

    def __init__(self, found: Sequence[Occurrence]) -> None:
        self.all = found
        self._starts = [term.start for term in found]

    def covering(self, span: Span) -> Occurrence | None:
        """Return the term that ``span`` is, or is a part of, if any."""
        index = bisect_right(self._starts, span.start) - 1
        if index >= 0 and span.end <= self.all[index].end:
            return self.all[index]
        return None


@dataclass(frozen=True, slots=True)
class Context:
    """The glossary around a text.

    ``entry`` is the id of the entry that the text belongs to and ``own_terms``
    are its terms in every language; ``linked`` are the entries that some part of
    the same section links to; ``has_notice`` says that the section warns its
    readers of hurtful words.
    """

    terms: Terms = NO_TERMS
    entry: str = ""
    own_terms: tuple[str, ...] = ()
    linked: frozenset[str] = frozenset()
    has_notice: bool = False

    def terms_in(self, passage: Passage) -> Sequence[Occurrence]:
        """Return the glossary's terms in ``passage``."""
        return self._found(passage).all

    def covering(self, passage: Passage, span: Span) -> Occurrence | None:
        """Return the term that ``span`` is, or is a part of, if any."""
        return self._found(passage).covering(span)

    def is_own(self, words: str) -> bool:
        """Whether ``words`` share the words of one of the entry's own terms."""
        said = words.casefold()
        own = (term.casefold() for term in self.own_terms)
        return any(said in term or term in said for term in own)

    def misses_link(self, term: Occurrence) -> bool:
        """Whether this is an entry of ours that never links to ``term``."""
        known = {self.entry, *self.linked}
        return bool(self.entry) and known.isdisjoint(term.candidates)

    def _found(self, passage: Passage) -> FoundTerms:
        """Look for the terms once: several checks ask about the same passage."""
        if self.terms not in passage.terms:
            found = FoundTerms(self.terms.find(passage.text))
            passage.terms[self.terms] = found
        return passage.terms[self.terms]
