"""What comes in approved: what was reviewed elsewhere, and copies word by word.

Call inside a transaction that holds the lock of the dataset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.document import (
    DocumentKind,
    EntryDocument,
    Name,
    count_editions,
    from_json,
    short_code,
)
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import (
    BATCH,
    Arrival,
    Author,
    Entry,
    Publication,
    Revision,
    RevisionState,
    parts_named,
    rows_among,
    rows_named,
)
from glossary.permissions import can_add_document_texts, can_load_reviewed_content

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from glossary.document import Document, SourceText
    from glossary.models import Actor


def add_reviewed_elsewhere(
    documents: Collection[Document], *, review: str, actor: Actor
) -> list[Revision]:
    """Return approved revisions of what was reviewed as the record ``review`` says.

    Raises ``PermissionDeniedError``, and ``StateError`` where the short code of a new
    entry is that of another one.
    """
    if not can_load_reviewed_content(actor):
        raise PermissionDeniedError(_("You may not load what was reviewed elsewhere."))
    return _add(documents, Arrival.REVIEWED_ELSEWHERE, review, actor)


def add_copy(document: SourceText, *, actor: Actor) -> Revision:
    """Return an approved revision of the text of a public document, as it is there.

    Raises ``PermissionDeniedError``.
    """
    if not can_add_document_texts(actor):
        raise PermissionDeniedError(_("You may not add the text of a document."))
    return _add([document], Arrival.COPIED, "", actor)[0]


def newest_approved(names: Iterable[Name]) -> dict[Name, Revision]:
    """Return of each of these documents the revision that is to be shown, if any.

    What was written here is to be shown once it is published: until then it waits,
    and may be passed by.
    """
    shown = Publication.objects.filter(revision=OuterRef("pk"))
    ready = Q(Exists(shown)) | ~Q(arrival=Arrival.WRITTEN_HERE)
    rows = rows_named(Revision.objects.approved().filter(ready), names)
    return {row.name: row for row in rows}  # the highest number comes last


def _add(
    documents: Collection[Document], arrival: Arrival, review: str, actor: Actor
) -> list[Revision]:
    names = [document.name for document in documents]
    add_entries(names)
    before, numbers = newest_approved(names), _last_numbers(names)
    bases = {row.name: row for row in rows_named(Publication.objects.current(), names)}
    now = timezone.now()
    revisions = Revision.objects.bulk_create(
        (
            Revision(
                kind=document.name.kind,
                key=document.name.key,
                number=numbers.get(document.name, 0) + 1,
                state=RevisionState.APPROVED,
                base=bases.get(document.name),
                arrival=arrival,
                review=review,
                created_at=now,
            ).hold(_counted(document, before.get(document.name)))
            for document in documents
        ),
        batch_size=BATCH,
    )
    Author.objects.bulk_create(
        (Author.of(row, actor) for row in revisions), batch_size=BATCH
    )
    return revisions


def _counted(document: Document, before: Revision | None) -> Document:
    """Return the document with the editions of its languages, where it has them."""
    if not isinstance(document, EntryDocument):
        return document
    return count_editions(from_json(before.document) if before else None, document)


def add_entries(names: Iterable[Name]) -> None:
    """Let the entries that are new be there.

    Raises ``StateError`` where one would have the short code of another.
    """
    Entry.objects.bulk_create(
        (Entry(id=key, short_code=code) for key, code in _new_codes(names).items()),
        batch_size=BATCH,
    )


def require_free_codes(names: Iterable[Name]) -> None:
    """Refuse new entries whose short code another one has. Raises ``StateError``."""
    _new_codes(names)


def require_unmerged(names: Iterable[Name]) -> None:
    """Refuse entries that lead to another one for ever. Raises ``StateError``.

    They do so also where their texts were erased.
    """
    ids = {name.key for name in names if name.kind == DocumentKind.ENTRY}
    for key, other in sorted(Entry.objects.merged_of(ids).items()):
        detail = _("“%(name)s” was merged into “%(other)s”, and leads there for ever.")
        raise StateError(detail % {"name": key, "other": other})


def _new_codes(names: Iterable[Name]) -> dict[str, str]:
    """Return the short codes of the entries that are new."""
    ids = {name.key for name in names if name.kind == DocumentKind.ENTRY}
    here = Entry.objects.values_list("pk", flat=True)
    new = sorted(ids - set(rows_among(here, "pk", ids)))
    codes = {key: short_code(key) for key in new}
    rows = rows_among(Entry.objects.all(), "short_code", codes.values())
    owners = {row.short_code: row.pk for row in rows}
    for key, code in codes.items():
        if owners.setdefault(code, key) != key:
            detail = _("“%(id)s” would have the short code of “%(other)s”.")
            raise StateError(detail % {"id": key, "other": owners[code]})
    return codes


def _last_numbers(names: Iterable[Name]) -> dict[Name, int]:
    found: dict[Name, int] = {}
    for rows in parts_named(Revision.objects.all(), names):
        for kind, key, last in rows.values_list("kind", "key").annotate(Max("number")):
            found[Name(DocumentKind(kind), key)] = last
    return found
