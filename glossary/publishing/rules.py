"""The rules: who may publish, withdraw and restore what, and what follows.

Each takes the lock of the dataset first, then reads what it decides by.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from glossary.closed_lists import GONE, Change, RelationType
from glossary.document import DocumentKind, EntryDocument, Name
from glossary.errors import StateError
from glossary.models import NO_NOTE, Publication, batches, locked_dataset
from glossary.public_form import Tombstone
from glossary.publishing.candidates import Candidate, Fresh, fresh_forms
from glossary.publishing.conditions import (
    approved_revisions,
    current_publication,
    require_ground,
    require_ready,
    require_replacements,
    require_unneeded,
    revision_to_restore,
)
from glossary.publishing.links import (
    claim_addresses,
    follow_merged,
    following,
    linked_with,
    remove_links,
    replace_links,
)
from glossary.publishing.numbering import write_publications
from glossary.publishing.rights import require_publisher, require_withdrawer
from glossary.review import add_entries, is_check, require_unmerged

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from glossary.closed_lists import WithdrawalReason
    from glossary.document import Document
    from glossary.models import Actor, Dataset, Revision


@transaction.atomic
def publish_revisions(
    *, revisions: Sequence[Revision], actor: Actor
) -> list[Publication]:
    """Publish approved revisions together, and what changes with them.

    Returns the publications in the order of their sequences. Raises
    ``PermissionDeniedError``, and ``StateError`` with a problem for each revision that
    is not approved, is older than what is public or departs from an earlier text, whose
    document is withdrawn or was merged, where what it rests on is not public, or where
    an address belongs to another entry.
    """
    require_publisher(actor, {row.name.kind for row in revisions})
    dataset = locked_dataset()
    return _publish(dataset, publishable(revisions), actor)


def publishable(revisions: Sequence[Revision]) -> dict[Name, Revision]:
    """Return the revisions as the database has them, held, by their documents' names.

    Raises ``StateError`` where they could not be published now.
    """
    chosen = approved_revisions(revisions)
    require_ready(chosen)
    require_unmerged(chosen)
    return chosen


@transaction.atomic
def restore_document(*, name: Name, actor: Actor) -> list[Publication]:
    """Bring a withdrawn document back: with a text that was signed off since.

    What was published by mistake comes back as it was, for a day, without that.
    Returns its publication, then those of the entries that show it again. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where there is no such document, and
    ``StateError`` where it is not withdrawn, was merged into another one, is not signed
    off, or rests on what is not public.
    """
    require_publisher(actor)
    dataset = locked_dataset()
    current = current_publication(name)
    require_unmerged([name])
    if current.change == Change.ERASED:
        detail = _("“%(name)s” was erased. It has to be written anew.")
        raise StateError(detail % {"name": name})
    if current.change != Change.WITHDRAWN:
        detail = _("“%(name)s” is not withdrawn.")
        raise StateError(detail % {"name": name})
    return _publish(dataset, {name: revision_to_restore(current)}, actor)


@transaction.atomic
def withdraw_document(
    *,
    name: Name,
    actor: Actor,
    reason: WithdrawalReason,
    replaced_by: Sequence[str] = (),
    comment: str = "",
) -> list[Publication]:
    """Take a document from the public, leaving a tombstone for ever.

    ``replaced_by`` are entries to read instead, beside those that its text names
    itself. ``comment`` is for those who write, and never public. Returns the tombstone,
    then the publications of the entries that showed it. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where there is no such document, and
    ``StateError`` where it is withdrawn already, where something public needs it, or
    where what replaces it is not public.
    """
    require_withdrawer(actor)
    dataset = locked_dataset()
    require_replacements(reason, replaced_by, of=name)
    tombstone = tombstone_of(current_publication(name), reason, replaced_by)
    gone = [replace(tombstone, comment=comment)]
    return withdraw_with(dataset, gone, linked_with([name]), actor)


@transaction.atomic
def withdraw_unneeded(*, names: Collection[Name], actor: Actor) -> list[Publication]:
    """Take from the public what no entry is: sources, topics, helplines.

    Raises ``PermissionDeniedError``, and ``StateError`` where something public needs
    one of them, or where one is an entry: readers are told why that is gone.
    """
    require_withdrawer(actor)
    for name in names:
        if name.kind == DocumentKind.ENTRY:
            raise StateError(_("Give a reason: readers are told why."))
    dataset = locked_dataset()
    gone = [tombstone_of(current_publication(name)) for name in names]
    return withdraw_with(dataset, gone, linked_with(names), actor)


@transaction.atomic
def republish_documents(*, actor: Actor) -> list[Publication]:
    """Publish again everything public that would be made otherwise today.

    For a new release, which may show more of an entry, or find it by more, than the
    one that published it.
    """
    require_publisher(actor)
    dataset = locked_dataset()
    names = [row.name for row in Publication.objects.readable().only("kind", "key")]
    published = []
    for part in batches(names):
        due = _refreshed(fresh_forms({}, {}, part), lambda one: one.is_made_otherwise)
        published += write_publications(dataset, due, actor=actor)
    return published


def withdraw_with(
    dataset: Dataset,
    tombstones: Sequence[Candidate],
    touched: Collection[Name],
    actor: Actor,
) -> list[Publication]:
    """Publish tombstones, and what shows something else of ``touched``.

    Call inside a transaction that holds the lock of the dataset.
    """
    names = [one.revision.name for one in tombstones]
    require_unneeded(names)
    remove_links(names)
    follow_merged(touched)
    left = set(touched) - set(names)
    ripples = _refreshed(fresh_forms({}, {}, left, gone=names))
    return write_publications(dataset, [*tombstones, *ripples], actor=actor)


def _publish(
    dataset: Dataset, chosen: Mapping[Name, Revision], actor: Actor
) -> list[Publication]:
    """Publish these revisions, then whatever shows something else because of them."""
    documents = following({name: row.read() for name, row in chosen.items()})
    add_entries(documents)
    require_ground(documents, chosen)
    before = linked_with(documents)
    claim_addresses(_entries(documents))
    replace_links(documents, chosen)
    touched = before | linked_with(documents)
    fresh = fresh_forms(chosen, documents, touched)
    return write_publications(dataset, _candidates(fresh, chosen), actor=actor)


def _candidates(
    fresh: Iterable[Fresh], chosen: Mapping[Name, Revision]
) -> Iterator[Candidate]:
    """Yield what was chosen, and of the rest what shows something else.

    A line for readers is told once, with the change that it was written for.
    """
    for one in fresh:
        revision = chosen.get(one.document.name)
        if revision:
            is_new = one.before is None or one.before.revision_id != revision.pk
            note = revision.note_for_readers if is_new else NO_NOTE
            yield one.candidate(_change(one.before, revision), note)
        elif one.shows_otherwise:
            yield one.candidate(Change.REFRESHED)


def _entries(documents: Mapping[Name, Document]) -> dict[str, EntryDocument]:
    return {row.id: row for row in documents.values() if isinstance(row, EntryDocument)}


def _shows_otherwise(one: Fresh) -> bool:
    return one.shows_otherwise


def _refreshed(
    fresh: Iterable[Fresh], is_due: Callable[[Fresh], bool] = _shows_otherwise
) -> list[Candidate]:
    """Return what has to be published although nobody changed the document itself."""
    return [one.candidate(Change.REFRESHED) for one in fresh if is_due(one)]


def _change(before: Publication | None, revision: Revision) -> Change:
    if before is None or before.change == Change.ERASED:
        return Change.PUBLISHED
    if before.change == Change.WITHDRAWN:
        return Change.RESTORED
    return Change.CHECKED if is_check(revision) else Change.UPDATED


def tombstone_of(
    current: Publication,
    reason: WithdrawalReason | None = None,
    replaced_by: Sequence[str] = (),
) -> Candidate:
    """Return what stays of a withdrawn document: no text of it.

    Raises ``StateError`` where it is withdrawn already.
    """
    if current.change in GONE:
        detail = _("“%(name)s” is withdrawn already.")
        raise StateError(detail % {"name": current.name})
    document = current.revision.read()
    related = document.related if isinstance(document, EntryDocument) else ()
    own = [row.id for row in related if row.relation == RelationType.REPLACED_BY]
    public = Tombstone(
        id=current.key,
        reason=reason,
        replaced_by=tuple(dict.fromkeys([*replaced_by, *own])),
    )
    return Candidate(current.revision, Change.WITHDRAWN, public, reason=reason)
