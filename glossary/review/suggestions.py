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

_A_PHRASE = 4
"""So many words in a row are somebody's, wherever in the document they stand."""


def whose_words_were_taken(revision: Revision) -> list[User]:
    """Return those whose suggested words stand in what a revision changes.

    They were suggested for any text of the document, also for one that was given up.
    Words are compared as people read them, whatever capitals and signs they have. A
    few words are looked for at the place for which they were suggested, more of them
    everywhere.
    """
    rows = Remark.objects.filter(
        revision__kind=revision.kind, revision__key=revision.key
    )
    said = list(_said(revision))
    return [
        row.user
        for row in rows.exclude(suggestion="").select_related("user")
        if _is_taken(row, said)
    ]


def _is_taken(remark: Remark, said: list[tuple[str, str]]) -> bool:
    wanted = _spaced(remark.suggestion)
    is_phrase = len(wanted.split()) >= _A_PHRASE
    return any(
        wanted in text
        for place, text in said
        if is_phrase or _field(place).startswith(_field(remark.place))
    )


def _said(revision: Revision) -> Iterator[tuple[str, str]]:
    """Yield the texts that stand at the places that a revision changes."""
    base = orjson.loads(revision.base.revision.document) if revision.base else None
    now = orjson.loads(revision.document)
    for place in changed_places(base, now):
        for inside, text in _texts(at_place(now, place), place):
            yield inside, _spaced(text)


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


def _field(place: str) -> str:
    """Return a place without the numbers of rows, which may have been moved."""
    return "/".join(part for part in place.split("/") if not part.isdecimal()) + "/"


def _spaced(text: str) -> str:
    """Return the words of a text, each between spaces, so that none is parted."""
    return f" {' '.join(words(text))} "
