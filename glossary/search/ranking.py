"""Search: every entry that a query finds, once, in one total order.

The order is that of ``Position``: tier, score, rank, length and text of the label,
entry id. Tiers are worked out one after the other and only as far as anybody reads.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from glossary.search import expressions
from glossary.search.highlights import matched_words
from glossary.search.labels import labels_by_key, labels_by_text, labels_by_words
from glossary.search.lookup import Found, as_label_match, closely_named, named, once
from glossary.search.query import Query, Reading
from glossary.search.results import TIERS, Match, SearchHit, SearchPage
from glossary.search.spelling import LIKE, WHOLE, close_spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary.search.labels import LabelRow, Scope
    from glossary.search.layers import Layers
    from glossary.search.results import LabelMatch, Position

_CLOSE_WORDS = 3
_SHORTEST_MISSPELLED = 4
_MOST_MISSPELLED = 8
_SHORTEST_START = 3

_NAMES = frozenset(list(Match)[: TIERS[Match.CLOSE_SPELLING]])


def search(
    index: Layers, text: str, scope: Scope, *, limit: int, after: Position | None
) -> SearchPage:
    """Return the hits behind ``after``, and what was perhaps meant."""
    query = Query.of(text, scope.lang, index.facts.languages)
    asked = _Search(index, query, scope)
    found = once(asked.ranked(), lambda one: one.label.entry_id)
    best = next(found, None)
    everything = _and_rest(best, found)
    behind = (one for one in everything if after is None or position(one) > after)
    page = [*islice(behind, limit + 1)]
    hits = tuple(map(asked.as_hit, page[:limit]))
    return SearchPage(
        hits=hits,
        following=hits[-1].position if hits and len(page) > limit else None,
        did_you_mean=asked.meant(best),
    )


def position(found: Found) -> Position:
    """Return the place of ``found`` among all hits."""
    label, tier = found.label, TIERS[found.match]
    text = label.text
    return tier, found.score, label.rank, len(text), text, label.entry_id


class _Search:
    """One query in one scope."""

    def __init__(self, index: Layers, query: Query, scope: Scope) -> None:
        self._index, self._query, self._scope = index, query, scope

    def ranked(self) -> Iterator[Found]:
        """Yield all that is found, tier by tier; an entry comes as often as it fits."""
        names = self._by_name()
        first = next(names, None)
        yield from _and_rest(first, names)
        close = () if first else self._by_spelling()
        weaker = chain(close, self._inside(), self._by_text())
        second = next(weaker, None)
        yield from _and_rest(second, weaker)
        if not first and not second:
            yield from chain(self._by_close_words(), self._by_word_starts_in_text())

    def meant(self, best: Found | None) -> LabelMatch | None:
        """Return the label closest in spelling, unless a name was found."""
        if best and best.match in _NAMES:
            return None
        if best and best.match is Match.CLOSE_WORDS:
            return as_label_match(self._index, best)
        return next((as_label_match(self._index, one) for one in self._close), None)

    def as_hit(self, found: Found) -> SearchHit:
        """Return ``found`` in the terms of the rows from which the index was made."""
        label, facts = found.label, self._index.facts
        return SearchHit(
            entry_id=label.entry_id,
            lang=facts.languages[label.lang],
            label=label.text,
            type=label.type,
            status=label.status,
            match=found.match,
            form=facts.forms[found.form],
            words=matched_words(self._query, found),
            position=position(found),
        )

    def _by_name(self) -> Iterator[Found]:
        """Yield what the whole query is, begins or has the words of."""
        query, starts = self._query, expressions.name_starts
        yield from named(self._index, query, self._scope)
        keys = [query.starts(), query.changed_starts()]
        words = [query.as_written(), query.with_changes()]
        for match, asked in (
            (Match.NAME_START, map(starts, keys)),
            (Match.NAME_WORDS, map(expressions.whole_words, words)),
            (Match.NAME_WORD_STARTS, map(expressions.word_starts, words)),
        ):
            yield from self._matching(labels_by_words, match, asked)

    @cached_property
    def _close(self) -> list[Found]:
        return closely_named(self._index, self._query, self._scope)

    def _by_spelling(self) -> Iterator[Found]:
        return (found for found in self._close if found.score <= WHOLE - LIKE)

    def _inside(self) -> Iterator[Found]:
        """Yield the labels of which the query is more than one, the longest first."""
        whole, inside = len(self._query.key), self._query.names_inside()
        found = (
            Found(Match.INSIDE_QUERY, whole - len(row.key), row.label, row.form)
            for row in labels_by_key(self._index, inside, self._scope)
        )
        yield from sorted(found, key=lambda one: one.order)

    def _by_text(self) -> Iterator[Found]:
        """Yield the texts that use all words, first those that use them often."""
        readings = self._query.with_lemmas()
        ask = (expressions.often_used_words, expressions.whole_words)
        asked = (expression(readings) for expression in ask)
        return self._matching(labels_by_text, Match.TEXT, asked)

    def _by_close_words(self) -> Iterator[Found]:
        """Yield the labels that have every word of the query if it is misspelled."""
        written = [
            reading
            for reading in self._query.as_written()
            if len(reading.words) <= _MOST_MISSPELLED
        ]
        every = {word for reading in written for (word,) in reading.words}
        close = {word: self._close_words(word) for word in sorted(every)}
        readings = [
            Reading(lang, tuple(close[word] for (word,) in words))
            for lang, words in written
        ]
        likest = [
            Reading(lang, tuple(word[:1] for word in words)) for lang, words in readings
        ]
        asked = map(expressions.whole_words, (likest, readings))
        yield from self._matching(labels_by_words, Match.CLOSE_WORDS, asked)

    def _by_word_starts_in_text(self) -> Iterator[Found]:
        """Yield the texts that only have a longer word than the last one asked for."""
        readings = [
            reading
            for reading in self._query.as_written()
            if len(reading.words[-1][0]) >= _SHORTEST_START
        ]
        asked = [expressions.last_word_starts(readings)]
        yield from self._matching(labels_by_text, Match.TEXT_WORD_STARTS, asked)

    def _close_words(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST_MISSPELLED:
            return (word,)
        guesses = self._query.changed(word)
        close = close_spellings(self._index, word, guesses, likeness=LIKE)
        return tuple(spelling.key for spelling in close[:_CLOSE_WORDS]) or (word,)

    def _matching(
        self,
        read: Callable[[Layers, str, Scope], Iterator[LabelRow]],
        match: Match,
        asked: Iterable[str],
    ) -> Iterator[Found]:
        """Yield what answers each expression; an earlier one scores better."""
        for score, expression in enumerate(dict.fromkeys(asked)):
            if expression != expressions.NOTHING:
                for label in read(self._index, expression, self._scope):
                    yield Found(match, score, label)


def _and_rest(first: Found | None, rest: Iterator[Found]) -> Iterator[Found]:
    return chain([first], rest) if first else rest
