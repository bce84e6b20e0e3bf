"""Adds the text of a public document, where its licence lets anybody show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from glossary.closed_lists import OPEN_LICENCES
from glossary.document import DocumentKind, SourceDocument, SourceText
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import Publication, locked_dataset
from glossary.permissions import can_add_document_texts
from glossary.public_form import read_shown
from glossary.publishing import publish_revisions
from glossary.review import add_copy
from glossary.text import normalise

if TYPE_CHECKING:
    from glossary.models import Actor

MOST_CHARACTERS = 1_000_000


def may_be_shown(source: SourceDocument) -> bool:
    """Tell whether the licence of ``source`` lets anybody show its text."""
    return source.licence in OPEN_LICENCES


@transaction.atomic
def add_document_text(*, source_id: str, text: str, actor: Actor) -> Publication:
    """Publish the text of a source in place of an earlier one.

    Raises ``PermissionDeniedError``, ``NotFoundError`` where there is no such
    source, and ``StateError`` where its licence does not allow it, where the text is
    empty or too long, or where it was withdrawn.
    """
    if not can_add_document_texts(actor):
        raise PermissionDeniedError("You may not add the text of a document.")
    locked_dataset()
    source = _public_source(source_id)
    if not may_be_shown(source):
        licence = source.licence or "unknown"
        raise StateError(f"The licence of “{source_id}” ({licence}) does not allow it.")
    if not text.strip() or len(text) > MOST_CHARACTERS:
        raise StateError(f"The text needs 1 to {MOST_CHARACTERS} characters.")
    document = SourceText(source=source_id, text=normalise(text))
    return publish_revisions(revisions=[add_copy(document, actor=actor)], actor=actor)[
        0
    ]


def _public_source(source_id: str) -> SourceDocument:
    rows = Publication.objects.of_kind(DocumentKind.SOURCE).readable().of([source_id])
    row = rows.first()
    if row is None:
        raise NotFoundError(f"There is no source “{source_id}”.")
    return read_shown(SourceDocument, row.body)
