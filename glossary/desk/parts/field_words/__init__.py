"""What each field of a document is called, and what belongs in it.

A field has its words by the shape that it is in and its name there, as the document
writes it: for those who write it and those who review it. ``docs/content.md`` says at
more length what belongs where. A test walks the shapes, so that none is forgotten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from glossary.desk.parts.field_words import beside, entries, names
from glossary.desk.parts.field_words.one import FieldWords

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

__all__ = ["FIELDS", "ROWS", "FieldWords"]

FIELDS: dict[tuple[str, str], FieldWords] = {
    (shape, name): words
    for table in (entries.WORDS, names.WORDS, beside.WORDS)
    for shape, fields in table.items()
    for name, words in fields.items()
}
ROWS: dict[tuple[str, str], tuple[_StrPromise, _StrPromise]] = {
    ("SectionDocument", "terms"): (_("Name"), _("Add a name")),
    ("SectionDocument", "renderings"): (_("Form"), _("Add a form")),
    ("EntryDocument", "citations"): (_("Source"), _("Add a source")),
    ("EntryDocument", "related"): (_("Related word"), _("Add a related word")),
    ("HelplineDocument", "seen"): (_("Page"), _("Add a page")),
}
"""What one row of a list is called, and what adds another one."""
