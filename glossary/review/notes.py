"""Lines for readers: what they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary import languages
from glossary.document import clean_text
from glossary.errors import StateError

if TYPE_CHECKING:
    from glossary.models import Note


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
