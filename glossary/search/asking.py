"""What one query finds in an index, by each of the ways there are to find something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING

from glossary.closed_lists import MatchTier
from glossary.search import expressions
from glossary.search.guesses import (
    LAST_PROPOSED,
    SHORTEST,
    is_found_inflected,
    is_ordinary,
    is_slip_of,
    may_be_unfinished,
)
from glossary.search.keys import letters
from glossary.search.labels import (
    labels_by_key,
    labels_by_text,
    labels_by_words,
    words_begun_so,
)
from glossary.search.lookup import (
    Found,
    closely_named,
    is_typing_error,
    named,
    swapped_codes,
)
from glossary.search.query import Query
from glossary.search.results import TIERS
from glossary.search.spelling import LIKE, close_spellings
from glossary.search.tongues import QueryReading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from glossary.search.labels import LabelRow, Scope
    from glossary.search.layers import Layers

_CLOSE_WORDS = 3
_MOST_MISSPELLED = 8
_SHORTEST_START = 3
_FEW = 8  # entries that a word tells from all others
_READ, _AT_ONCE = 64, 16  # labels

_NAMES = frozenset(list(MatchTier)[: TIERS[MatchTier.CLOSE_SPELLING]])


def is_name(match: MatchTier) -> bool:
    """Say whether a name was found as it was typed, or a part of one."""
    return match in _NAMES


@dataclass(frozen=True)
class Asking:
    """One query in one scope."""

    index: Layers
    query: Query
    scope: Scope

    @classmethod
    def of(cls, index: Layers, text: str, scope: Scope) -> Asking:
        """Ask for ``text`` in a scope of an index."""
        known = index.facts.languages
        return cls(index, Query.of(text, scope.lang, known, unfinished=False), scope)

    def by_name(self) -> Iterator[Found]:
        """Yield what the whole query is, begins or has the words of."""
        query, asked_for = self.query, {expressions.NOTHING}
        named_so = partial(self._matching, labels_by_words, seen=asked_for)
        yield from named(self.index, query, self.scope)
        yield from self._inflected()
        begun = may_be_unfinished(query)
        keys = (read() for read in (query.keys, query.changed_starts) if begun)
        yield from named_so(MatchTier.NAME_START, map(expressions.name_starts, keys))
        words = query.as_written(), query.with_changes(), query.with_kin()
        yield from named_so(MatchTier.NAME_WORDS, map(expressions.whole_words, words))
        if begun:
            starts = expressions.beginnings(words[1])
            begun_so = words_begun_so(self.index, starts)
            asked = (expressions.word_starts(one, begun_so) for one in words[:2])
            yield from named_so(MatchTier.NAME_WORD_STARTS, asked)

    def _inflected(self) -> Iterator[Found]:
        """Yield what the query is but for endings and for words that carry nothing."""
        rows = labels_by_key(self.index, self.query.content_keys(), self.scope)
        return (
            Found(MatchTier.INFLECTED, 0, row.label, row.form)
            for row in rows
            if is_found_inflected(row.label.rank)
        )

    @cached_property
    def is_typing_error(self) -> bool:
        """Whether the query may be misspelled at all."""
        return is_typing_error(self.index, self.query)

    @cached_property
    def close(self) -> list[Found]:
        """The labels of which the whole query may be a misspelling."""
        return closely_named(self.index, self.query, self.scope)

    @cached_property
    def swapped(self) -> list[Found]:
        """The codes of which it may be one."""
        return swapped_codes(self.index, self.query, self.scope)

    def inside(self) -> Iterator[Found]:
        """Yield the labels of which the query is more than one, the longest first."""
        whole = len(self.query.first.key)
        found = (
            Found(
                MatchTier.INSIDE_QUERY,
                max(0, whole - len(letters(row.key))),
                row.label,
                row.form,
            )
            for row in labels_by_key(self.index, self.query.names_inside(), self.scope)
            if row.label.rank <= LAST_PROPOSED
        )
        yield from sorted(found, key=lambda one: one.order)

    def by_some_words(self) -> Iterator[Found]:
        """Yield the names that have the most telling words of the query, if any tell.

        In a sentence every word does that few names have; elsewhere only one that is
        no ordinary word. None does beside a strange word that no name has: a report
        that we do not have is not another report.
        """
        content = self.query.first.content
        words = content[0] if content else ()
        if len(words) < 2:
            return
        found = {word: self._names_with(word) for word in words}
        strange = [word for word in words if not is_ordinary(word)]
        if any(not found[word] for word in strange):
            return
        if not self.query.is_sentence:
            found = {word: found[word] for word in strange}
        few = [some for some in found.values() if 0 < _entries_in(some) <= _FEW]
        few.sort(key=_entries_in)
        for score, labels in enumerate(few):
            yield from (Found(MatchTier.SOME_WORDS, score, label) for label in labels)

    def _names_with(self, word: str) -> list[LabelRow]:
        """Return the names that have a word, or so many that it tells nothing."""
        readings = [
            QueryReading(tongue.number, (tongue.kin(word),))
            for tongue in self.query.tongues
        ]
        asked = expressions.whole_words(readings)
        labels = labels_by_words(self.index, asked, self.scope, at_once=_AT_ONCE)
        found: list[LabelRow] = []
        entries: set[str] = set()
        for label in islice(labels, _READ):
            found.append(label)
            entries.add(label.entry_id)
            if len(entries) > _FEW:
                break
        return found

    def by_text(self) -> Iterator[Found]:
        """Yield the texts that use all words, first those that use them often."""
        readings = self.query.with_lemmas()
        ask = (expressions.often_used_words, expressions.whole_words)
        asked = (expression(readings) for expression in ask)
        return self._matching(labels_by_text, MatchTier.TEXT, asked)

    def by_close_words(self) -> Iterator[Found]:
        """Yield the labels that have every word of the query if it is misspelled."""
        if not self.is_typing_error:
            return
        written = [
            reading
            for reading in self.query.as_written()
            if len(reading.words) <= _MOST_MISSPELLED
        ]
        every = {word for reading in written for (word,) in reading.words}
        close = {word: self._close_words(word) for word in sorted(every)}
        readings = [
            QueryReading(lang, tuple(close[word] for (word,) in words))
            for lang, words in written
        ]
        likest = [
            QueryReading(lang, tuple(word[:1] for word in words))
            for lang, words in readings
        ]
        asked = map(expressions.whole_words, (likest, readings))
        yield from self._matching(labels_by_words, MatchTier.CLOSE_WORDS, asked)

    def by_word_starts_in_text(self) -> Iterator[Found]:
        """Yield the texts that only have a longer word than the last one asked for."""
        readings = [
            reading
            for reading in self.query.as_written()
            if len(reading.words[-1][0]) >= _SHORTEST_START
        ]
        asked = [expressions.last_word_starts(readings)]
        yield from self._matching(labels_by_text, MatchTier.TEXT_WORD_STARTS, asked)

    def _close_words(self, word: str) -> tuple[str, ...]:
        """Return the words of names that ``word`` may be; itself if it is right."""
        fixed = len(word) < SHORTEST or word in self.query.first.fixed
        if fixed or is_ordinary(word):
            return (word,)
        guesses = self.query.changed(word)
        close = close_spellings(self.index, word, guesses, likeness=LIKE)
        alone = len(self.query.first.content[0]) == 1
        found = [
            spelling.key
            for spelling in close
            if is_slip_of(self.query, word, spelling.key, alone=alone)
        ]
        return tuple(found[:_CLOSE_WORDS]) or (word,)

    def _matching(
        self,
        read: Callable[[Layers, str, Scope], Iterator[LabelRow]],
        match: MatchTier,
        asked: Iterable[str],
        seen: set[str] | None = None,
    ) -> Iterator[Found]:
        """Yield what answers each expression; an earlier one scores better.

        What is ``seen`` has been asked for, and found as something better.
        """
        seen = {expressions.NOTHING} if seen is None else seen
        for score, expression in enumerate(asked):
            if expression not in seen:
                seen.add(expression)
                for label in read(self.index, expression, self.scope):
                    yield Found(match, score, label)


def _entries_in(labels: Collection[LabelRow]) -> int:
    return len({label.entry_id for label in labels})
