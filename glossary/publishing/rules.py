"""The rules: who may publish, withdraw and restore what, and what follows.

Each takes the lock of the dataset first, then reads what it decides by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from glossary.closed_lists import RelationType
from glossary.document import from_json
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Publication, PublicationKind, batches
from glossary.permissions import can_publish, can_withdraw
from glossary.publishing.conditions import (
    approved_revisions,
    current_publication,
    newest_approved_revision,
    require_next,
    require_note,
    require_sources,
)
from glossary.publishing.drafts import NO_NOTE, Draft, Fresh, fresh_forms
from glossary.publishing.links import (
    claim_addresses,
    linked_with,
    remove_links,
    replace_links,
    resting_on,
)
from glossary.publishing.numbering import locked_dataset, write_publications

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from glossary.document import EntryDocument
    from glossary.models import Actor, Dataset, Revision
    from glossary.publishing.drafts import Note


@transaction.atomic
def publish_revisions(
    *, revisions: Sequence[Revision], actor: Actor, note: Note = NO_NOTE
) -> list[Publication]:
    """Publish approved revisions together, and what changes with them.

    Returns the publications in the order of their sequences. Raises
    ``PermissionDeniedError``, and ``StateError`` where a revision is not approved or
    is older than what is public, where its entry is withdrawn, where a source is not
    there, or where an address belongs to another entry.
    """
    _require_publisher(actor)
    require_note(note)
    dataset = locked_dataset()
    chosen = approved_revisions([row.pk for row in revisions])
    require_next(chosen)
    return _publish(dataset, chosen, actor, note)


@transaction.atomic
def restore_entry(
    *, entry_id: str, actor: Actor, note: Note = NO_NOTE
) -> list[Publication]:
    """Bring a withdrawn entry back: its newest approved revision.

    Returns its publication, then those of the entries that show it again. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where there is no such entry, and
    ``StateError`` where it is not withdrawn.
    """
    _require_publisher(actor)
    require_note(note)
    dataset = locked_dataset()
    if current_publication(entry_id).kind != PublicationKind.WITHDRAWN:
        detail = _("“%(entry)s” is not withdrawn.")
        raise StateError(detail % {"entry": entry_id})
    newest = newest_approved_revision(entry_id)
    return _publish(dataset, {entry_id: newest}, actor, note)


@transaction.atomic
def withdraw_entry(*, entry_id: str, actor: Actor, reason: Note) -> list[Publication]:
    """Take an entry from the public, leaving a tombstone for ever.

    Returns the tombstone, then the publications of the entries that showed it. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where there is no such entry, and
    ``StateError`` where it is withdrawn already or no reason is given.
    """
    if not can_withdraw(actor):
        raise PermissionDeniedError(_("You may not withdraw entries."))
    if not reason.text.strip():
        raise StateError(_("Give a reason: readers are told why."))
    require_note(reason)
    dataset = locked_dataset()
    current = current_publication(entry_id)
    if current.kind == PublicationKind.WITHDRAWN:
        detail = _("“%(entry)s” is withdrawn already.")
        raise StateError(detail % {"entry": entry_id})
    touched = linked_with([entry_id]) - {entry_id}
    remove_links([entry_id])
    tombstone = Draft(
        revision=current.revision,
        kind=PublicationKind.WITHDRAWN,
        public=_tombstone(from_json(current.revision.document), reason),
        index="",
        note=reason,
    )
    ripples = _refreshed(fresh_forms({}, {}, touched, gone={entry_id}))
    return write_publications(dataset, [tombstone, *ripples], actor=actor)


@transaction.atomic
def refresh_publications(
    *, source_ids: Collection[str], actor: Actor
) -> list[Publication]:
    """Publish again what rests on these sources, where it shows them otherwise now."""
    _require_publisher(actor)
    dataset = locked_dataset()
    fresh = fresh_forms({}, {}, resting_on(source_ids))
    return write_publications(dataset, _refreshed(fresh), actor=actor)


@transaction.atomic
def republish_entries(*, actor: Actor) -> list[Publication]:
    """Publish again everything public that would be made otherwise today.

    For a new release, which may show more of an entry, or find it by more, than the
    one that published it.
    """
    _require_publisher(actor)
    dataset = locked_dataset()
    ids = Publication.objects.readable().values_list("entry_id", flat=True)
    published = []
    for part in batches(ids):
        drafts = _refreshed(
            fresh_forms({}, {}, part),
            lambda one: one.shows_otherwise or one.is_found_otherwise,
        )
        published += write_publications(dataset, drafts, actor=actor)
    return published


def _publish(
    dataset: Dataset, chosen: Mapping[str, Revision], actor: Actor, note: Note
) -> list[Publication]:
    """Publish these revisions, then whatever shows something else because of them."""
    documents = {row.entry_id: from_json(row.document) for row in chosen.values()}
    require_sources(documents)
    before = linked_with(documents)
    claim_addresses(documents)
    replace_links(documents)
    touched = before | linked_with(documents)
    drafts, others = [], []
    for one in fresh_forms(chosen, documents, touched):
        if one.revision.entry_id in chosen:
            drafts.append(one.draft(_kind(one.before), note))
        else:
            others.append(one)
    drafts += _refreshed(others)
    return write_publications(dataset, drafts, actor=actor)


def _shows_otherwise(one: Fresh) -> bool:
    return one.shows_otherwise


def _refreshed(
    fresh: Iterable[Fresh], is_due: Callable[[Fresh], bool] = _shows_otherwise
) -> list[Draft]:
    """Return what has to be published although nobody changed the entry itself."""
    return [one.draft(PublicationKind.REFRESHED) for one in fresh if is_due(one)]


def _kind(before: Publication | None) -> PublicationKind:
    if before is None:
        return PublicationKind.PUBLISHED
    if before.kind == PublicationKind.WITHDRAWN:
        return PublicationKind.RESTORED
    return PublicationKind.UPDATED


def _require_publisher(actor: Actor) -> None:
    if not can_publish(actor):
        raise PermissionDeniedError(_("You may not publish entries."))


def _tombstone(document: EntryDocument, reason: Note) -> dict[str, Any]:
    """Return what stays of a withdrawn entry: no text of it."""
    return {
        "id": document.id,
        "reason": reason.text,
        "reason_lang": reason.lang,
        "replaced_by": [
            row.id
            for row in document.related
            if row.relation == RelationType.REPLACED_BY
        ],
    }
