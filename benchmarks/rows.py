"""The product's rows of made-up entries: all but what is published of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from glossary.document import DocumentKind, Pointer, pointers
from glossary.models import (
    Address,
    Arrival,
    Author,
    Entry,
    Link,
    Revision,
    RevisionState,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

    from glossary.document import EntryDocument, Name

_FIRST_ID = 1_000_000  # far from what the starter entries have


def rows_of_entry(
    number: int, document: EntryDocument, record: Name
) -> Iterator[Model]:
    """Yield the rows of the entry with this number, in good order."""
    # Six letters of a digest are not enough for all.
    yield Entry(id=document.id, short_code=f"{number:07}")
    for lang, section in document.languages.items():
        yield Address(lang=lang, slug=section.slug, entry_id=document.id)
    reviewed = Pointer(Link.REVIEWED, record)
    for relation, other in [*pointers(document), reviewed]:
        yield Link(
            kind=DocumentKind.ENTRY,
            key=document.id,
            relation=relation,
            other_kind=other.kind,
            other=other.key,
        )
    frozen = revision(number, document, record)
    yield frozen
    yield Author(revision=frozen, name="benchmark")


def revision(number: int, document: EntryDocument, record: Name) -> Revision:
    """Return the approved revision that holds ``document``."""
    return Revision(
        id=_FIRST_ID + number,
        kind=DocumentKind.ENTRY,
        key=document.id,
        number=1,
        state=RevisionState.APPROVED,
        arrival=Arrival.REVIEWED_ELSEWHERE,
        review=record.key,
        created_at=timezone.now(),
    ).hold(document)
