"""What must hold before something is published: read under the lock, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary import languages
from glossary.document import clean_text
from glossary.errors import NotFoundError, Problem, StateError
from glossary.models import (
    Publication,
    PublicationKind,
    Revision,
    RevisionStatus,
    Source,
    rows_among,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.document import EntryDocument
    from glossary.publishing.drafts import Note


def current_publication(entry_id: str) -> Publication:
    """Return what is published of an entry now, a tombstone too."""
    rows = Publication.objects.current().of([entry_id]).select_related("revision")
    found = rows.first()
    if found is None:
        detail = _("Nothing was published under the id “%(entry)s”.")
        raise NotFoundError(detail % {"entry": entry_id})
    return found


def newest_approved_revision(entry_id: str) -> Revision:
    """Return the revision of an entry that is to be shown if the entry is."""
    approved = Revision.objects.filter(status=RevisionStatus.APPROVED)
    return approved.filter(entry_id=entry_id).latest("number")


def approved_revisions(ids: Sequence[int]) -> dict[str, Revision]:
    """Return the revisions as the database has them, by entry."""
    approved = Revision.objects.filter(status=RevisionStatus.APPROVED)
    found = {row.pk: row for row in rows_among(approved, "pk", ids)}
    if not all(pk in found for pk in ids):
        raise StateError(_("Only an approved revision can be published."))
    return {found[pk].entry_id: found[pk] for pk in ids}


def require_next(chosen: Mapping[str, Revision]) -> None:
    """Refuse what is public already, an older text, and what was withdrawn."""
    current = Publication.objects.current().select_related("revision")
    for row in rows_among(current, "entry_id", chosen):
        if row.kind == PublicationKind.WITHDRAWN:
            detail = _("“%(entry)s” is withdrawn. It has to be restored first.")
            raise StateError(detail % {"entry": row.entry_id})
        if row.revision.number >= chosen[row.entry_id].number:
            detail = _("“%(entry)s” shows this revision already, or a newer one.")
            raise StateError(detail % {"entry": row.entry_id})


def require_sources(documents: Mapping[str, EntryDocument]) -> None:
    """Refuse what rests on a source that is not there."""
    cited = {source: row.id for row in documents.values() for source in row.source_ids}
    ids = Source.objects.values_list("pk", flat=True)
    missing = sorted(cited.keys() - set(rows_among(ids, "pk", cited)))
    if missing:
        detail = _("There is no source “%(id)s”.")
        problems = (
            Problem(
                f"{cited[source]}#/citations",
                "unknown-source",
                detail % {"id": source},
            )
            for source in missing
        )
        raise StateError(_("An entry rests on a source that is not there."), *problems)


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
