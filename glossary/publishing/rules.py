"""The rules: who may publish, withdraw and restore what, and what follows.

Each takes the lock of the dataset first, then reads what it decides by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from glossary.closed_lists import GONE, Change, RelationType
from glossary.document import DocumentKind, EntryDocument
from glossary.errors import PermissionDeniedError, StateError
from glossary.models import NO_NOTE, Arrival, Note, Publication, batches, locked_dataset
from glossary.permissions import can_publish, can_withdraw
from glossary.public_form import Said, Tombstone
from glossary.publishing.candidates import Candidate, Fresh, fresh_forms
from glossary.publishing.conditions import (
    approved_revisions,
    current_publication,
    next_approved_revision,
    require_ground,
    require_next,
    require_signed_off,
    require_unneeded,
)
from glossary.publishing.links import (
    claim_addresses,
    linked_with,
    remove_links,
    replace_links,
)
from glossary.publishing.numbering import write_publications
from glossary.review import add_entries, require_note

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from glossary.document import Document, Name
    from glossary.models import Actor, Dataset, Revision


@transaction.atomic
def publish_revisions(
    *, revisions: Sequence[Revision], actor: Actor, note: Note = NO_NOTE
) -> list[Publication]:
    """Publish approved revisions together, and what changes with them.

    Returns the publications in the order of their sequences. Raises
    ``PermissionDeniedError``, and ``StateError`` where a revision is not approved, is
    older than what is public or departs from an earlier text, where its document is
    withdrawn, where what it rests on is not public, or where an address belongs to
    another entry.
    """
    _require_publisher(actor, {row.name.kind for row in revisions})
    require_note(note)
    dataset = locked_dataset()
    chosen = approved_revisions(revisions)
    _require_own_note(chosen, note)
    require_next(chosen)
    require_signed_off(chosen)
    return _publish(dataset, chosen, actor, note)


@transaction.atomic
def restore_document(
    *, name: Name, actor: Actor, note: Note = NO_NOTE
) -> list[Publication]:
    """Bring a withdrawn document back: the newest approved text that followed it.

    Returns its publication, then those of the entries that show it again. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where there is no such document, and
    ``StateError`` where it is not withdrawn, or rests on what is not public.
    """
    _require_publisher(actor)
    require_note(note)
    dataset = locked_dataset()
    current = current_publication(name)
    if current.change == Change.ERASED:
        detail = _("“%(name)s” was erased. It has to be written anew.")
        raise StateError(detail % {"name": name})
    if current.change != Change.WITHDRAWN:
        detail = _("“%(name)s” is not withdrawn.")
        raise StateError(detail % {"name": name})
    chosen = {name: next_approved_revision(current)}
    _require_own_note(chosen, note)
    require_signed_off(chosen)
    return _publish(dataset, chosen, actor, note)


@transaction.atomic
def withdraw_document(*, name: Name, actor: Actor, reason: Note) -> list[Publication]:
    """Take a document from the public, leaving a tombstone for ever.

    Returns the tombstone, then the publications of the entries that showed it. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where there is no such document, and
    ``StateError`` where it is withdrawn already, where something public needs it, or
    where no reason is given.
    """
    _require_withdrawer(actor)
    if not reason.text.strip():
        raise StateError(_("Give a reason: readers are told why."))
    require_note(reason)
    return _withdraw(locked_dataset(), [name], actor, reason)


@transaction.atomic
def withdraw_unneeded(*, names: Collection[Name], actor: Actor) -> list[Publication]:
    """Take from the public what no entry is: sources, topics, helplines.

    Raises ``PermissionDeniedError``, and ``StateError`` where something public needs
    one of them, or where one is an entry: readers are told why that is gone.
    """
    _require_withdrawer(actor)
    for name in names:
        if name.kind == DocumentKind.ENTRY:
            raise StateError(_("Give a reason: readers are told why."))
    return _withdraw(locked_dataset(), names, actor, NO_NOTE)


@transaction.atomic
def republish_documents(*, actor: Actor) -> list[Publication]:
    """Publish again everything public that would be made otherwise today.

    For a new release, which may show more of an entry, or find it by more, than the
    one that published it.
    """
    _require_publisher(actor)
    dataset = locked_dataset()
    names = [row.name for row in Publication.objects.readable().only("kind", "key")]
    published = []
    for part in batches(names):
        due = _refreshed(fresh_forms({}, {}, part), lambda one: one.is_made_otherwise)
        published += write_publications(dataset, due, actor=actor)
    return published


def _withdraw(
    dataset: Dataset, names: Collection[Name], actor: Actor, reason: Note
) -> list[Publication]:
    tombstones = [_tombstone(current_publication(name), reason) for name in names]
    require_unneeded(names)
    touched = linked_with(names) - set(names)
    remove_links(names)
    ripples = _refreshed(fresh_forms({}, {}, touched, gone=names))
    return write_publications(dataset, [*tombstones, *ripples], actor=actor)


def _publish(
    dataset: Dataset, chosen: Mapping[Name, Revision], actor: Actor, note: Note
) -> list[Publication]:
    """Publish these revisions, then whatever shows something else because of them."""
    documents = {name: row.read() for name, row in chosen.items()}
    add_entries(documents)
    require_ground(documents, chosen)
    before = linked_with(documents)
    claim_addresses(_entries(documents))
    replace_links(documents, chosen)
    touched = before | linked_with(documents)
    fresh = fresh_forms(chosen, documents, touched)
    return write_publications(dataset, _candidates(fresh, chosen, note), actor=actor)


def _candidates(
    fresh: Iterable[Fresh], chosen: Mapping[Name, Revision], note: Note
) -> Iterator[Candidate]:
    """Yield what was chosen, and of the rest what shows something else."""
    for one in fresh:
        revision = chosen.get(one.document.name)
        if revision:
            change = _change(one.before)
            is_said = change != Change.RESTORED  # the line was of another change
            own = revision.note_for_readers if is_said else NO_NOTE
            yield one.candidate(change, note if note.text else own)
        elif one.shows_otherwise:
            yield one.candidate(Change.REFRESHED)


def _require_own_note(chosen: Mapping[Name, Revision], note: Note) -> None:
    """Refuse words for readers that nobody else has seen.

    What was written here has its line with it, and whoever signs it off has read it.
    """
    is_written = any(row.arrival == Arrival.WRITTEN_HERE for row in chosen.values())
    if note.text and is_written:
        raise StateError(_("A line for readers belongs to what is signed off."))


def _entries(documents: Mapping[Name, Document]) -> dict[str, EntryDocument]:
    return {row.id: row for row in documents.values() if isinstance(row, EntryDocument)}


def _shows_otherwise(one: Fresh) -> bool:
    return one.shows_otherwise


def _refreshed(
    fresh: Iterable[Fresh], is_due: Callable[[Fresh], bool] = _shows_otherwise
) -> list[Candidate]:
    """Return what has to be published although nobody changed the document itself."""
    return [one.candidate(Change.REFRESHED) for one in fresh if is_due(one)]


def _change(before: Publication | None) -> Change:
    if before is None or before.change == Change.ERASED:
        return Change.PUBLISHED
    if before.change == Change.WITHDRAWN:
        return Change.RESTORED
    return Change.UPDATED


def _require_publisher(actor: Actor, kinds: Collection[DocumentKind] = ()) -> None:
    if not can_publish(actor, kinds):
        raise PermissionDeniedError(_("You may not publish this."))


def _require_withdrawer(actor: Actor) -> None:
    if not can_withdraw(actor):
        raise PermissionDeniedError(_("You may not withdraw what is public."))


def _tombstone(current: Publication, reason: Note) -> Candidate:
    """Return what stays of a withdrawn document: no text of it.

    Raises ``StateError`` where it is withdrawn already.
    """
    if current.change in GONE:
        detail = _("“%(name)s” is withdrawn already.")
        raise StateError(detail % {"name": current.name})
    document = current.revision.read()
    related = document.related if isinstance(document, EntryDocument) else ()
    public = Tombstone(
        id=current.key,
        reason=Said(text=reason.text, lang=reason.lang) if reason.text else None,
        replaced_by=tuple(
            row.id for row in related if row.relation == RelationType.REPLACED_BY
        ),
    )
    return Candidate(current.revision, Change.WITHDRAWN, public, note=reason)
