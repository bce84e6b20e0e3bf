"""Who had a part in a text: persons, whatever accounts they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from glossary import languages
from glossary.closed_lists import Change
from glossary.models import Arrival, Author, CommandLine, Revision, rows_among
from glossary.review.differences import changed_places, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.models import Actor, User


def authors_of_all(
    revisions: Iterable[Revision],
) -> dict[int, frozenset[int] | None]:
    """Return the persons who had a part in each revision; none where one is unknown.

    The command line is nobody in particular: whoever it was may be the one who asks.
    """
    users: dict[int, list[User | None]] = {row.pk: [] for row in revisions}
    rows = Author.objects.select_related("user")
    for row in rows_among(rows, "revision", users):
        users[row.revision_id].append(row.user)
    return {pk: _persons(found) for pk, found in users.items()}


def _persons(users: Sequence[User | None]) -> frozenset[int] | None:
    known = [user.person for user in users if user]
    return frozenset(known) if users and len(known) == len(users) else None


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

    A text that was written here before, abandoned or replaced, is still theirs, by
    whatever way it came in again. It is looked for by language: who wrote all that a
    language now says is an author, the earliest time that it said so.
    """
    base = seen_before(revision)
    now = orjson.loads(revision.document)
    places = changed_places(base, now)
    missing = {language_of(place) for place in places}
    for former in _before(revision):
        was = orjson.loads(former.document)
        known = {lang for lang in missing if _part(was, lang) == _part(now, lang)}
        missing -= known
        if known and former.arrival == Arrival.WRITTEN_HERE:
            add_authors_of(former, revision)


def seen_before(revision: Revision) -> Any:
    """Return the text that a revision departs from; a tombstone has none."""
    base = revision.base
    is_seen = base is not None and base.change != Change.WITHDRAWN
    return orjson.loads(base.revision.document) if base and is_seen else None


def _before(revision: Revision) -> Iterator[Revision]:
    """Yield the earlier revisions of the document, the first one first."""
    rows = Revision.objects.filter(kind=revision.kind, key=revision.key)
    yield from rows.filter(number__lt=revision.number).order_by("number")


def _part(document: Any, lang: str) -> list[tuple[str, Any]]:
    """Return what a document says in a language; what is of none is of the first."""
    places = changed_places(None, document)
    return [
        (place, _at(document, place))
        for place in places
        if language_of(place) == lang and lang in languages.codes()
    ]


def _at(document: Any, place: str) -> Any:
    """Return what stands at a place (RFC 6901)."""
    for part in place.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        document = document[int(name) if isinstance(document, list) else name]
    return document
