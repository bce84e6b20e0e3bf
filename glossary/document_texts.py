"""Adds the text of a public document, where its licence lets anybody show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from glossary.closed_lists import OPEN_LICENCES
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import Action, DocumentText, Event, Source
from glossary.permissions import can_add_document_texts
from glossary.publishing import locked_dataset, move_reference
from glossary.text import normalise

if TYPE_CHECKING:
    from glossary.models import Actor

MOST_CHARACTERS = 1_000_000


def may_be_shown(source: Source) -> bool:
    """Tell whether the licence of ``source`` lets anybody show its text."""
    return source.licence in OPEN_LICENCES


@transaction.atomic
def add_document_text(*, source_id: str, text: str, actor: Actor) -> DocumentText:
    """Store the text of a source in place of an earlier one.

    Raises ``PermissionDeniedError``, ``NotFoundError`` where there is no such
    source, and ``StateError`` where its licence does not allow it or the text is
    empty or too long.
    """
    if not can_add_document_texts(actor):
        raise PermissionDeniedError("You may not add the text of a document.")
    dataset = locked_dataset()
    source = Source.objects.filter(pk=source_id).first()
    if source is None:
        raise NotFoundError(f"There is no source “{source_id}”.")
    if not may_be_shown(source):
        licence = source.licence or "unknown"
        raise StateError(f"The licence of “{source_id}” ({licence}) does not allow it.")
    if not text.strip() or len(text) > MOST_CHARACTERS:
        raise StateError(f"The text needs 1 to {MOST_CHARACTERS} characters.")
    row, _ = DocumentText.objects.update_or_create(
        source=source,
        defaults={"text": normalise(text), "added_at": timezone.now()},
    )
    move_reference(dataset)
    details = {"source": source_id, "characters": len(text)}
    Event.objects.record(Action.DOCUMENT_TEXT_ADDED, actor=actor, details=details)
    return row
