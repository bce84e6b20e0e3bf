"""Autocomplete: what somebody may be about to type, from the first letter on."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from glossary.closed_lists import ABBREVIATED, MatchTier
from glossary.search import expressions
from glossary.search.labels import Scope, labels_by_words
from glossary.search.lookup import Found, as_label_match, named, once
from glossary.search.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.search.labels import LabelOrder
    from glossary.search.layers import Layers
    from glossary.search.results import LabelMatch

_SPARE = 2  # labels read for each one wanted, as an entry has several


def suggest(
    index: Layers, prefix: str, *, lang: str | None, limit: int
) -> list[LabelMatch]:
    """Return the labels to offer, one for an entry.

    First what is complete, acronyms before others; then names that begin so; then
    names in which a word does; then names whose beginning may have changed.
    """
    scope = Scope(lang)
    query = Query.of(prefix, lang, index.facts.languages, unfinished=True)
    found = once(_found(index, query, scope, limit), lambda one: one.label.entry_id)
    return [as_label_match(index, one) for one in islice(found, limit)]


def _found(index: Layers, query: Query, scope: Scope, limit: int) -> Iterator[Found]:
    is_found = False
    for one in chain(
        sorted(named(index, query, scope), key=_acronyms_first),
        _as_typed(index, query, scope, limit),
    ):
        is_found = True
        yield one
    if not is_found:
        asked = expressions.last_word_starts(query.with_changes())
        yield from _matching(index, MatchTier.NAME_WORD_STARTS, asked, scope, limit)


def _as_typed(index: Layers, query: Query, scope: Scope, limit: int) -> Iterator[Found]:
    """Yield names that begin so, then those in which words do, then guesses."""
    for match, asked in (
        (MatchTier.NAME_START, expressions.name_starts(query.keys())),
        (MatchTier.NAME_WORD_STARTS, expressions.last_word_starts(query.as_written())),
        (MatchTier.NAME_START, expressions.name_starts(query.changed_starts())),
    ):
        yield from _matching(index, match, asked, scope, limit)


def _matching(
    index: Layers, match: MatchTier, asked: str, scope: Scope, limit: int
) -> Iterator[Found]:
    if asked != expressions.NOTHING:
        for label in labels_by_words(index, asked, scope, limit * _SPARE):
            yield Found(match, 0, label)


def _acronyms_first(found: Found) -> tuple[bool, bool, tuple[int, int, LabelOrder]]:
    is_form = found.match is MatchTier.GENERATED_FORM
    is_long = found.label.type not in ABBREVIATED
    return is_form, is_long, found.order
