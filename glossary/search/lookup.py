"""Look-up: which labels a text is, by tiers, the strongest first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from glossary.closed_lists import ABBREVIATED, MatchTier
from glossary.search import expressions
from glossary.search.guesses import (
    LAST_PROPOSED,
    SpeltLike,
    may_be_misspelled,
    may_have_a_slip,
    swapped,
)
from glossary.search.labels import (
    FormRow,
    LabelRow,
    Scope,
    labels_by_key,
    labels_by_words,
    lang_number,
)
from glossary.search.query import Query
from glossary.search.results import TIERS, LabelMatch
from glossary.search.spelling import LIKE, WHOLE, close_spellings
from glossary.search.tongues import QueryReading
from glossary.text import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary.search.labels import LabelOrder
    from glossary.search.layers import Layers

_CLOSE_LABELS = 10


class Found(NamedTuple):
    """A label found; within a tier less ``score`` is better, then the label's order."""

    match: MatchTier
    score: int
    label: LabelRow
    form: int = 0

    @property
    def order(self) -> tuple[int, int, LabelOrder]:
        """Where it stands among all that are found."""
        return TIERS[self.match], self.score, self.label.order


def look_up(
    index: Layers, text: str, *, lang: str | None, all_tiers: bool, limit: int
) -> list[LabelMatch]:
    """Return the labels that ``text`` is, one for an entry and language.

    Close spellings are among them only where ``all_tiers`` are asked for.
    """
    scope = Scope(lang)
    query = Query.of(text, lang, index.facts.languages, unfinished=False)
    found = named(index, query, scope)
    if all_tiers:
        found += closely_named(index, query, scope)
    best = [*once(found, _section)]
    if not all_tiers:
        best = [one for one in best if one.match is best[0].match]
    return [as_label_match(index, one) for one in best[:limit]]


def named(index: Layers, query: Query, scope: Scope) -> list[Found]:
    """Return the labels that are the query but for folding or their form."""
    rows = labels_by_key(index, query.keys(), scope)
    # Of forms with one key those written as in the query come first, then plain
    # ones: "profile's" and "profiles" differ in nothing else.
    rows.sort(
        key=lambda row: (
            row.folded != query.read[row.label.lang].folded,
            row.folded or "",
            row.form,
        )
    )
    found = (Found(_tier(row, query), 0, row.label, row.form) for row in rows)
    return sorted(found, key=lambda one: one.order)


def closely_named(index: Layers, query: Query, scope: Scope) -> list[Found]:
    """Return the labels of which the query may be a misspelling, the closest first."""
    if not is_typing_error(index, query):
        return []
    found: list[Found] = []
    for read in query.readings():
        found += _close_to(index, query, read.key, scope)
        if read.weighty_key != read.key:
            weighty = _close_to(index, query, read.weighty_key, scope)
            found += (one for one in weighty if one.label.rank <= LAST_PROPOSED)
    ordered = sorted(found, key=lambda one: one.order)
    # Looked at word by word only as far as they are wanted: that costs the most.
    like = SpeltLike(query)
    spelt_like = (
        one
        for one in once(ordered, _name)
        if like.is_name(one.label.own_text, one.label.lang)
    )
    return [*islice(once(spelt_like, _section), _CLOSE_LABELS)]


def _close_to(index: Layers, query: Query, key: str, scope: Scope) -> Iterator[Found]:
    """Yield the labels that are like a key of the query as a whole."""
    close = close_spellings(index, key, query.changed(key), likeness=LIKE)
    scores = {spelling.key: WHOLE - spelling.likeness for spelling in close}
    keys = [(lang, key) for lang in query.read for key in scores]
    return (
        Found(MatchTier.CLOSE_SPELLING, scores[row.key], row.label)
        for row in labels_by_key(index, keys, scope)
        if may_have_a_slip(row.label.rank)
    )


def swapped_codes(index: Layers, query: Query, scope: Scope) -> list[Found]:
    """Return the long codes of which the query may be a slip: to be asked only."""
    keys = [
        (lang, key) for lang, read in query.read.items() for key in swapped(read.key)
    ]
    rows = labels_by_key(index, keys, scope)
    return [
        Found(MatchTier.CLOSE_SPELLING, 0, row.label)
        for row in rows
        if not row.form
        and row.label.rank <= LAST_PROPOSED
        and row.label.type in ABBREVIATED
    ]


def is_typing_error(index: Layers, query: Query) -> bool:
    """Say whether the query may be misspelled: it has a word that nobody knows."""

    def is_in_names(word: str, lang: str) -> bool:
        reading = QueryReading(lang_number(index, lang), ((word,),))
        asked = expressions.whole_words([reading])
        return any(True for _ in labels_by_words(index, asked, Scope(), at_once=1))

    return may_be_misspelled(query, is_in_names)


def once(found: Iterable[Found], subject: Callable[[Found], object]) -> Iterator[Found]:
    """Yield the first that was found of every subject."""
    seen = set()
    for one in found:
        about = subject(one)
        if about not in seen:
            seen.add(about)
            yield one


def as_label_match(index: Layers, found: Found) -> LabelMatch:
    """Return ``found`` in the terms of the rows from which the index was made."""
    label = found.label
    return LabelMatch(
        entry_id=label.entry_id,
        lang=index.facts.languages[label.lang],
        label=label.text,
        type=label.type,
        status=label.status,
        match=found.match,
        form=index.facts.forms[found.form],
        score=round(1 - found.score / WHOLE, 3),
        is_own=label.written is None,
        is_older=bool(label.is_older),
    )


def _section(found: Found) -> tuple[str, int]:
    return found.label.entry_id, found.label.lang


def _name(found: Found) -> tuple[str, int, str]:
    return *_section(found), found.label.own_text


def _tier(row: FormRow, query: Query) -> MatchTier:
    if row.form:
        return MatchTier.GENERATED_FORM
    preferred = row.label.status == "preferred" and row.label.written is None
    if normalise(row.label.own_text) == query.text:
        return MatchTier.PREFERRED_EXACT if preferred else MatchTier.OTHER_EXACT
    return MatchTier.PREFERRED_FOLDED if preferred else MatchTier.OTHER_FOLDED
