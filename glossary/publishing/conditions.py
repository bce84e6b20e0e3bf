"""What must hold before something is published: read under the lock, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from glossary.closed_lists import Change
from glossary.document import grounds, listings
from glossary.errors import NotFoundError, Problem, StateError
from glossary.models import (
    Arrival,
    Publication,
    Revision,
    rows_among,
    rows_named,
)
from glossary.publishing.links import needed, reviewed_in
from glossary.review import still_required

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glossary.document import Document, Name


def current_publication(name: Name) -> Publication:
    """Return what is published of a document now, a tombstone too."""
    rows = Publication.objects.current().of_kind(name.kind).of([name.key])
    found = rows.select_related("revision").first()
    if found is None:
        detail = _("Nothing was published under the name “%(name)s”.")
        raise NotFoundError(detail % {"name": name})
    return found


def next_approved_revision(current: Publication) -> Revision:
    """Return the revision that is to be shown if a withdrawn document is again.

    It is the newest that departs from what was shown, or that itself. What was written
    here and waits to be published is not brought back: it was never there.
    """
    approved = Revision.objects.approved().filter(kind=current.kind, key=current.key)
    shown = current.revision_id
    after = Q(base__revision=shown) & ~Q(arrival=Arrival.WRITTEN_HERE)
    found = approved.filter(Q(pk=shown) | after).latest("number")
    return approved_revisions([found])[found.name]


def approved_revisions(revisions: Sequence[Revision]) -> dict[Name, Revision]:
    """Return the revisions as the database has them, by their documents' names.

    They are held until the transaction ends: nobody writes in one meanwhile.
    """
    ids = [row.pk for row in revisions]
    rows = Revision.objects.approved().select_related("base")
    rows = rows.select_for_update(of=("self",))
    rows = rows.defer("base__body", "base__index")
    found = {row.pk: row for row in rows_among(rows, "pk", ids)}
    chosen: dict[Name, Revision] = {}
    for given in revisions:
        row = found.get(given.pk)
        if row is None or row.name != given.name:
            raise StateError(_("Only an approved revision can be published."))
        if chosen.setdefault(row.name, row) is not row:
            detail = _("Two revisions of “%(name)s” cannot be published together.")
            raise StateError(detail % {"name": row.name})
    return chosen


def require_signed_off(chosen: Mapping[Name, Revision]) -> None:
    """Refuse what was written here and is not signed off, or not any more.

    It is asked again when something is published: meanwhile a sign-off may have become
    too old, and somebody may have turned out to be one of the authors.
    """
    for name, row in chosen.items():
        if row.arrival == Arrival.WRITTEN_HERE and still_required(row):
            detail = _("“%(name)s” has to be signed off first.")
            raise StateError(detail % {"name": name})


def require_next(chosen: Mapping[Name, Revision]) -> None:
    """Refuse what is public already, what was withdrawn, and what passes it by.

    Of what was erased something new may become public, by the same way as ever. A
    revision that departs from an earlier text than the public one would undo, and
    nobody would know, what was published meanwhile.
    """
    current = Publication.objects.current().select_related("revision")
    for row in rows_named(current, chosen):
        mine = chosen[row.name]
        if row.change == Change.WITHDRAWN:
            detail = _("“%(name)s” is withdrawn. It has to be restored first.")
        elif row.revision.number >= mine.number:
            detail = _("“%(name)s” shows this revision already, or a newer one.")
        elif mine.base is None or mine.base.revision_id != row.revision_id:
            detail = _("“%(name)s” was changed since this revision was begun.")
        else:
            continue
        raise StateError(detail % {"name": row.name})


def require_ground(
    documents: Mapping[Name, Document], revisions: Mapping[Name, Revision]
) -> None:
    """Refuse what rests on what is not public, and whose topic is withdrawn.

    A topic may not be there yet: an entry is then listed under it once it is.
    """
    rests = dict(_resting(documents, revisions))
    public = rows_named(Publication.objects.readable(), rests)
    topics = dict(_listed(documents))
    withdrawn = rows_named(Publication.objects.withdrawn(), topics)
    missing = {*rests} - {row.name for row in public}
    missing |= {row.name for row in withdrawn}
    missing -= documents.keys()
    if missing:
        detail = _("“%(name)s” is not public.")
        problems = (
            Problem(str((rests | topics)[name]), "not-public", detail % {"name": name})
            for name in sorted(missing)
        )
        raise StateError(_("A text rests on something that is not there."), *problems)


def _resting(
    documents: Mapping[Name, Document], revisions: Mapping[Name, Revision]
) -> Iterator[tuple[Name, Name]]:
    """Yield what the documents cannot do without, and which of them."""
    for name, document in documents.items():
        for row in [*grounds(document), *reviewed_in(revisions[name])]:
            yield row.other, name


def _listed(documents: Mapping[Name, Document]) -> Iterator[tuple[Name, Name]]:
    """Yield the topics that documents are listed under, and which of them."""
    for name, document in documents.items():
        for row in listings(document):
            yield row.other, name


def require_unneeded(names: Collection[Name]) -> None:
    """Refuse to take away what something public cannot do without."""
    found = sorted(map(str, needed(names)))
    if found:
        detail = _("Something still needs this, so it stays: %(names)s")
        raise StateError(detail % {"names": ", ".join(found)})
