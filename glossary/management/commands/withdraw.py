"""Takes an entry, or another document, from the public at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary.closed_lists import WithdrawalReason
from glossary.management.acting import ActingCommand, command_line, document_name
from glossary.publishing import withdraw_document

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py withdraw ID --reason CODE``."""

    help = (
        "Take an entry from the public. Its address says since when, and why. It stays "
        "withdrawn, whatever is loaded, until somebody restores it. A helpline, a "
        "topic or a source is named so: helpline/childline."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the entry and the reason."""
        parser.add_argument("name", help="the entry, or another document: grooming")
        parser.add_argument(
            "--reason",
            required=True,
            choices=WithdrawalReason.values(),
            help="what readers are told, in their language",
        )
        parser.add_argument(
            "--instead",
            action="append",
            default=[],
            metavar="ID",
            help="an entry to read instead; may be given several times",
        )
        parser.add_argument(
            "--comment", default="", help="for those who write; never public"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Withdraw it."""
        published = withdraw_document(
            name=document_name(options["name"]),
            actor=command_line(),
            reason=WithdrawalReason(options["reason"]),
            replaced_by=options["instead"],
            comment=options["comment"],
        )
        self.stdout.write(
            f"Withdrawn: {options['name']} (sequence {published[0].sequence}). "
            f"Entries that showed it: {len(published) - 1}."
        )
