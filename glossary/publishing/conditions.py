"""What must hold before something is published: read under the lock, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary import languages
from glossary.closed_lists import Change
from glossary.document import clean_text, grounds
from glossary.errors import NotFoundError, Problem, StateError
from glossary.models import (
    Publication,
    Revision,
    rows_among,
    rows_named,
)
from glossary.publishing.links import needed, reviewed_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glossary.document import Document, Name
    from glossary.publishing.candidates import Note


def current_publication(name: Name) -> Publication:
    """Return what is published of a document now, a tombstone too."""
    rows = Publication.objects.current().of_kind(name.kind).of([name.key])
    found = rows.select_related("revision").first()
    if found is None:
        detail = _("Nothing was published under the name “%(name)s”.")
        raise NotFoundError(detail % {"name": name})
    return found


def newest_approved_revision(name: Name) -> Revision:
    """Return the revision of a document that is to be shown if the document is."""
    approved = Revision.objects.approved()
    return approved.filter(kind=name.kind, key=name.key).latest("number")


def approved_revisions(ids: Sequence[int]) -> dict[Name, Revision]:
    """Return the revisions as the database has them, by their documents' names."""
    found = {row.pk: row for row in rows_among(Revision.objects.approved(), "pk", ids)}
    if not all(pk in found for pk in ids):
        raise StateError(_("Only an approved revision can be published."))
    return {found[pk].name: found[pk] for pk in ids}


def require_next(chosen: Mapping[Name, Revision]) -> None:
    """Refuse what is public already, an older text, and what was withdrawn."""
    current = Publication.objects.current().select_related("revision")
    for row in rows_named(current, chosen):
        if row.change == Change.WITHDRAWN:
            detail = _("“%(name)s” is withdrawn. It has to be restored first.")
            raise StateError(detail % {"name": row.name})
        if row.revision.number >= chosen[row.name].number:
            detail = _("“%(name)s” shows this revision already, or a newer one.")
            raise StateError(detail % {"name": row.name})


def require_ground(
    documents: Mapping[Name, Document], revisions: Mapping[Name, Revision]
) -> None:
    """Refuse what rests on a source, or names a review, that is not public."""
    rests = dict(_rests(documents, revisions))
    rows = rows_named(Publication.objects.readable(), rests)
    missing = sorted(rests.keys() - {row.name for row in rows} - documents.keys())
    if missing:
        detail = _("There is no source “%(id)s”.")
        problems = (
            Problem(
                f"{rests[name]}#/citations", "unknown-source", detail % {"id": name.key}
            )
            for name in missing
        )
        raise StateError(_("A text rests on a source that is not there."), *problems)


def _rests(
    documents: Mapping[Name, Document], revisions: Mapping[Name, Revision]
) -> Iterator[tuple[Name, str]]:
    """Yield what the documents cannot do without, and who needs it."""
    for name, document in documents.items():
        for row in [*grounds(document), *reviewed_in(revisions[name])]:
            yield row.other, name.key


def require_unneeded(names: Collection[Name]) -> None:
    """Refuse to take away what something public cannot do without."""
    found = sorted(map(str, needed(names)))
    if found:
        detail = _("Something still needs this, so it stays: %(names)s")
        raise StateError(detail % {"names": ", ".join(found)})


def require_note(note: Note) -> None:
    """Refuse what readers could not be told: no language, or signs that none has."""
    if note.text and note.lang not in languages.codes():
        detail = _("This site has no language “%(lang)s”.")
        raise StateError(detail % {"lang": note.lang})
    try:
        clean_text(note.text)
    except ValueError:
        detail = _("The text holds signs that nobody can see or type.")
        raise StateError(detail) from None
