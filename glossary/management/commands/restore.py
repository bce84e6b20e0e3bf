"""Brings a withdrawn entry, or another document, back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.management.acting import ActingCommand, command_line, document_name
from glossary.publishing import restore_document

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py restore ID``."""

    help = (
        "Bring a withdrawn entry back: with the text that was signed off since. What "
        "was published by mistake comes back for a day without that."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the entry."""
        parser.add_argument("name", help="the entry, or another document: grooming")

    def handle(self, *_: Any, **options: Any) -> None:
        """Restore it."""
        published = restore_document(
            name=document_name(options["name"]),
            actor=command_line(),
        )
        self.stdout.write(
            f"Restored: {options['name']} (sequence {published[0].sequence}, "
            f"revision {published[0].revision.number}). "
            f"Entries that show it again: {len(published) - 1}."
        )
