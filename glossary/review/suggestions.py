"""Suggested words that were taken over: whose words stand there had a part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from glossary.models import Remark, User
from glossary.review.differences import at_place, changed_places
from glossary.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.models import Revision

_A_PHRASE = 5
"""So many words in a row are somebody's, wherever in the document they stand."""

Phrases = set[tuple[str, ...]]


def whose_words_were_taken(revision: Revision) -> list[User]:
    """Return those whose suggested words stand in what a revision changes.

    They were suggested for any text of the document, also for one that was given up.
    Words are compared as people read them, whatever capitals and signs they have: a
    phrase that did not stand there before is theirs wherever it is now, also from a
    comment, and what is shorter at the place for which it was suggested.
    """
    rows = Remark.objects.filter(
        revision__kind=revision.kind, revision__key=revision.key
    )
    said = list(_said(revision))
    return [row.user for row in rows.select_related("user") if _is_taken(row, said)]


def words_at(revision: Revision, place: str) -> str:
    """Return all words that stand at a place of a revision."""
    found = at_place(orjson.loads(revision.document), place)
    return "\n".join(text for _, text in _texts(found, place))


def _is_taken(remark: Remark, said: list[tuple[str, str]]) -> bool:
    theirs = _phrases(remark.suggestion) | _phrases(remark.text)
    new = theirs - _phrases(remark.stood)
    if any(new & _phrases(text) for _, text in said):
        return True
    if not remark.suggestion:
        return False
    wanted, field = _spaced(remark.suggestion), _field(remark.place)
    is_new = wanted not in _spaced(remark.stood)
    return is_new and any(
        wanted in _spaced(text)
        for place, text in said
        if _field(place)[: len(field)] == field
    )


def _phrases(text: str) -> Phrases:
    """Return all phrases of a text: each so many words that stand in a row."""
    found = list(words(text))
    return {
        tuple(found[start : start + _A_PHRASE])
        for start in range(len(found) - _A_PHRASE + 1)
    }


def _said(revision: Revision) -> Iterator[tuple[str, str]]:
    """Yield the texts that stand at the places that a revision changes."""
    base = orjson.loads(revision.base.revision.document) if revision.base else None
    now = orjson.loads(revision.document)
    for place in changed_places(base, now):
        yield from _texts(at_place(now, place), place)


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield the texts within a part of a document, and where each stands."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _texts(part, f"{place}/{name}")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, f"{place}/{number}")


def _field(place: str) -> list[str]:
    """Return the parts of a place without the numbers of rows, which may have moved."""
    return [part for part in place.split("/") if not part.isdecimal()]


def _spaced(text: str) -> str:
    """Return the words of a text, each between spaces, so that none is parted."""
    return f" {' '.join(words(text))} "
