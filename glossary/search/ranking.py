"""Search: every entry that a query finds, once, in one total order.

The order is that of ``Position``: tier, score, rank, length and text of the label,
entry id. Tiers are worked out one after the other and only as far as anybody reads.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from glossary.closed_lists import MatchTier
from glossary.search.asking import Asking, is_name
from glossary.search.guesses import adds_blame, may_be_completed
from glossary.search.highlights import matched_words
from glossary.search.lookup import as_label_match, once
from glossary.search.results import TIERS, SearchHit, SearchPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.search.labels import Scope
    from glossary.search.layers import Layers
    from glossary.search.lookup import Found
    from glossary.search.results import LabelMatch, Position


_BEGUN = {MatchTier.NAME_START, MatchTier.NAME_WORD_STARTS}
_IN_PART = {MatchTier.SOME_WORDS, MatchTier.CLOSE_WORDS}


def search(
    index: Layers, text: str, scope: Scope, *, limit: int, after: Position | None
) -> SearchPage:
    """Return the hits behind ``after``, and what was perhaps meant."""
    asking = Asking.of(index, text, scope)
    found = once(_without_blame(asking, _ranked(asking)), _entry)
    best = next(found, None)
    everything = _and_rest(best, found)
    behind = (one for one in everything if after is None or position(one) > after)
    page = [*islice(behind, limit + 1)]
    hits = tuple(_as_hit(asking, one) for one in page[:limit])
    return SearchPage(
        hits=hits,
        following=hits[-1].position if hits and len(page) > limit else None,
        did_you_mean=_meant(asking, best),
    )


def propose(index: Layers, text: str, scope: Scope, *, limit: int) -> list[LabelMatch]:
    """Return the names that were perhaps meant, each of another entry, best first."""
    asking = Asking.of(index, text, scope)
    if not asking.query.says_something:
        return []
    completed = may_be_completed(asking.query)
    found = chain(
        (one for one in asking.by_name() if completed or one.match not in _BEGUN),
        asking.close,
        asking.swapped,
        asking.inside(),
        asking.by_close_words(),
    )
    named = once(_without_blame(asking, found), _entry)
    return [as_label_match(index, one) for one in islice(named, limit)]


def position(found: Found) -> Position:
    """Return the place of ``found`` among all hits."""
    label, tier = found.label, TIERS[found.match]
    text = label.text
    return tier, found.score, label.rank, len(text), text, label.entry_id


def _without_blame(asking: Asking, found: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found, but no name of more words that puts blame among them."""
    return (
        one
        for one in found
        if one.match not in _IN_PART or not adds_blame(asking.query, one.label.text)
    )


def _ranked(asking: Asking) -> Iterator[Found]:
    """Yield all that is found, tier by tier; an entry comes as often as it fits."""
    names = asking.by_name()
    first = next(names, None)
    yield from _and_rest(first, names)
    weaker = asking.inside() if first else _without_a_name(asking)
    weaker = chain(weaker, asking.by_text())
    second = next(weaker, None)
    yield from _and_rest(second, weaker)
    if not first and not second:
        yield from chain(asking.by_close_words(), asking.by_word_starts_in_text())


def _without_a_name(asking: Asking) -> Iterator[Found]:
    yield from asking.close
    yield from asking.inside()
    yield from asking.by_some_words()


def _meant(asking: Asking, best: Found | None) -> LabelMatch | None:
    """Return the label closest in spelling, unless a name was found."""
    if best and is_name(best.match):
        return None
    if best and best.match is MatchTier.CLOSE_WORDS:
        return as_label_match(asking.index, best)
    meant = next(chain(asking.close, asking.swapped), None)
    return as_label_match(asking.index, meant) if meant else None


def _as_hit(asking: Asking, found: Found) -> SearchHit:
    """Return ``found`` in the terms of the rows from which the index was made."""
    label, facts = found.label, asking.index.facts
    return SearchHit(
        entry_id=label.entry_id,
        lang=facts.languages[label.lang],
        label=label.text,
        type=label.type,
        status=label.status,
        match=found.match,
        form=facts.forms[found.form],
        is_older=bool(label.is_older),
        words=matched_words(asking.query, found),
        position=position(found),
    )


def _entry(found: Found) -> str:
    return found.label.entry_id


def _and_rest(first: Found | None, rest: Iterator[Found]) -> Iterator[Found]:
    return chain([first], rest) if first else rest
