"""The rules: who may publish, withdraw and restore what, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from glossary.document import from_json
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Link, Publication, PublicationKind, RevisionStatus
from glossary.permissions import can_publish
from glossary.publishing.drafts import Draft, draft_publications
from glossary.publishing.links import claim_addresses, linked_with, replace_links
from glossary.publishing.numbering import locked_dataset, write_publications

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.document import EntryDocument
    from glossary.models import Entry, Revision, User


@transaction.atomic
def publish_revisions(
    *, revisions: Sequence[Revision], actor: User | None, note: str = ""
) -> list[Publication]:
    """Publish approved revisions together, and what changes with them.

    Returns the publications in the order of their sequences. Raises
    ``PermissionDeniedError``, and ``StateError`` where a revision is not
    approved or an address belongs to another entry.
    """
    _require_publisher(actor)
    _require_approved(revisions)
    dataset = locked_dataset()
    documents = {row.entry_id: from_json(row.document) for row in revisions}
    before = linked_with(documents)
    for document in documents.values():
        claim_addresses(document)
    replace_links(documents)
    chosen = {row.entry_id: row for row in revisions}
    touched = before | linked_with(documents)
    drafts = draft_publications(chosen, documents, touched, note)
    return write_publications(dataset, drafts, actor=actor)


@transaction.atomic
def refresh_publications(*, actor: User | None, note: str = "") -> list[Publication]:
    """Publish again every public entry whose public form has become another.

    For changes outside the entries themselves, such as a source's title.
    """
    _require_publisher(actor)
    dataset = locked_dataset()
    readable = Publication.objects.readable().values_list("entry_id", flat=True)
    return write_publications(
        dataset, draft_publications({}, {}, set(readable), note), actor=actor
    )


@transaction.atomic
def withdraw_entry(*, entry: Entry, actor: User | None, reason: str) -> Publication:
    """Take an entry from the public, leaving a tombstone for ever.

    Raises ``StateError`` where the entry is not public.
    """
    _require_publisher(actor)
    dataset = locked_dataset()
    current = Publication.objects.readable().filter(entry=entry).first()
    if current is None:
        raise StateError("The entry is not public.")
    document = from_json(current.revision.document)
    touched = linked_with({entry.id: document})
    Link.objects.filter(entry=entry).delete()
    tombstone = Draft(
        revision=current.revision,
        kind=PublicationKind.WITHDRAWN,
        public=_tombstone(document, reason),
        index="",
        note=reason,
    )
    ripples = draft_publications({}, {}, touched - {entry.id}, reason, gone={entry.id})
    return write_publications(dataset, [tombstone, *ripples], actor=actor)[0]


@transaction.atomic
def restore_entry(*, entry: Entry, actor: User | None, note: str = "") -> Publication:
    """Bring a withdrawn entry back as it was.

    Raises ``StateError`` where the entry is not withdrawn.
    """
    withdrawn = Publication.objects.current().filter(
        entry=entry, kind=PublicationKind.WITHDRAWN
    )
    last = withdrawn.select_related("revision").first()
    if last is None:
        raise StateError("The entry is not withdrawn.")
    return publish_revisions(revisions=[last.revision], actor=actor, note=note)[0]


def _require_publisher(actor: User | None) -> None:
    if not can_publish(actor):
        raise PermissionDeniedError("You may not publish.")


def _require_approved(revisions: Iterable[Revision]) -> None:
    if any(row.status != RevisionStatus.APPROVED for row in revisions):
        raise StateError("Only an approved revision can be published.")


def _tombstone(document: EntryDocument, reason: str) -> dict[str, Any]:
    """Return what stays of a withdrawn entry: no text of it."""
    return {
        "id": document.id,
        "reason": reason,
        "replaced_by": [
            row.id for row in document.related if row.relation == "replaced-by"
        ],
    }
