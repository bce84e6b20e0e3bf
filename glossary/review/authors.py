"""Who had a part in a text: persons, whatever accounts they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import Exists, OuterRef

from glossary.closed_lists import GONE
from glossary.models import (
    Arrival,
    Author,
    CommandLine,
    Publication,
    Revision,
    rows_among,
)
from glossary.review.differences import at_place, changed_places, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.db.models import QuerySet

    from glossary.models import Actor, User


def authors_of_all(
    revisions: Iterable[Revision],
) -> dict[int, frozenset[int] | None]:
    """Return the persons who had a part in each revision; none where one is unknown.

    The command line is nobody in particular: whoever it was may be the one who asks.
    """
    rows = {row.pk: row for row in revisions}
    users: dict[int, list[User | None]] = {pk: [] for pk in rows}
    authors = Author.objects.select_related("user")
    for author in rows_among(authors, "revision", rows):
        users[author.revision_id].append(author.user)
    return {pk: _persons(rows[pk], found) for pk, found in users.items()}


def _persons(revision: Revision, users: Sequence[User | None]) -> frozenset[int] | None:
    if not users or None in users:
        return None
    if is_check(revision):
        former = _authors_of_what_was_public(revision)
        users = [*users, *(row.user for row in former)]
    return frozenset(user.person for user in users if user)


def is_check(revision: Revision) -> bool:
    """Tell whether a revision says what is public: others are to go through that."""
    if revision.arrival != Arrival.WRITTEN_HERE or revision.untouched:
        return False
    before = seen_before(revision)
    after = orjson.loads(revision.document)
    return before is not None and not changed_places(before, after)


def text_of_check(revision: Revision) -> Revision:
    """Return the revision in which a text came in: that of a check is further back."""
    base = revision.base if is_check(revision) else None
    return text_of_check(base.revision) if base else revision


def _authors_of_what_was_public(revision: Revision) -> Iterator[Author]:
    """Yield who had a part in the texts that were public before a check of them.

    Who only asked for an earlier check had none.
    """
    public = Publication.objects.filter(revision=OuterRef("revision"))
    rows = Author.objects.filter(
        Exists(public),
        revision__kind=revision.kind,
        revision__key=revision.key,
        revision__number__lt=revision.number,
    )
    rows = rows.select_related("user", "revision__base__revision")
    for row in rows.defer("revision__base__body", "revision__base__index"):
        if not is_check(row.revision):
            yield row


def add_author(revision: Revision, actor: Actor) -> None:
    """Let somebody be an author, once."""
    author = Author.of(revision, actor)
    known = revision.authors.filter(user=author.user, name=author.name)
    if not known.exists():
        author.save()


def add_authors_of(former: Revision, revision: Revision) -> None:
    """Let those who had a part in one text have had a part in another."""
    for row in former.authors.select_related("user"):
        add_author(revision, row.user or CommandLine(row.name))


def add_former_authors(revision: Revision) -> None:
    """Let those be authors too whose words come back in a revision.

    A text that was written here beside it, abandoned or replaced, is still theirs, by
    whatever way it came in again: also one with a higher number, which was begun while
    this one waited, and given up. It is looked for by language: who wrote all that a
    language now says is an author, the earliest time that it said so. Of a check all
    languages are asked.
    """
    base = None if is_check(revision) else seen_before(revision)
    now = orjson.loads(revision.document)
    places = changed_places(base, now)
    missing = {language_of(place) for place in places}
    for former in _others(revision):
        was = orjson.loads(former.document)
        known = {lang for lang in missing if _part(was, lang) == _part(now, lang)}
        missing -= known
        if known and former.arrival == Arrival.WRITTEN_HERE:
            add_authors_of(former, revision)


def seen_before(revision: Revision) -> Any:
    """Return the text that a revision departs from; what is gone has none."""
    base = revision.base
    if base is None or base.change in GONE:
        return None
    return orjson.loads(base.revision.document)


def _others(revision: Revision) -> QuerySet[Revision]:
    """Return the other revisions of the document, the first one first."""
    rows = Revision.objects.filter(kind=revision.kind, key=revision.key)
    return rows.exclude(pk=revision.pk)


def _part(document: Any, lang: str) -> list[Any]:
    """Return what a document says in a language; what is of none is of the first."""
    return [
        at_place(document, place)
        for place in changed_places(None, document)
        if language_of(place) == lang
    ]
