"""Brings a withdrawn entry, or another document, back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary import languages
from glossary.management.acting import ActingCommand, command_line, document_name
from glossary.models import Note
from glossary.publishing import restore_document

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py restore ID``."""

    help = (
        "Bring a withdrawn entry back: with the text that it had, or with the one that "
        "was loaded for it since."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the entry, and what readers are told of it."""
        parser.add_argument("name", help="the entry, or another document: grooming")
        parser.add_argument("--note", default="", help="what readers are told")
        parser.add_argument(
            "--lang",
            choices=languages.codes(),
            default=languages.codes()[0],
            help="the language of the note",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Restore it."""
        published = restore_document(
            name=document_name(options["name"]),
            actor=command_line(),
            note=Note(options["note"], options["lang"] if options["note"] else ""),
        )
        self.stdout.write(
            f"Restored: {options['name']} (sequence {published[0].sequence}, "
            f"revision {published[0].revision.number}). "
            f"Entries that show it again: {len(published) - 1}."
        )
