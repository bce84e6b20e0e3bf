"""Takes an entry from the public at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glossary import languages
from glossary.management.acting import ActingCommand, command_line
from glossary.publishing import Note, withdraw_entry

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py withdraw ID --reason TEXT``."""

    help = (
        "Take an entry from the public. Its address says since when, and why. It stays "
        "withdrawn, whatever is loaded, until somebody restores it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the entry and the reason."""
        parser.add_argument("entry", help="the id of the entry: grooming")
        parser.add_argument("--reason", required=True, help="what readers are told")
        parser.add_argument(
            "--lang",
            choices=languages.codes(),
            default=languages.codes()[0],
            help="the language of the reason",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Withdraw it."""
        published = withdraw_entry(
            entry_id=options["entry"],
            actor=command_line(),
            reason=Note(options["reason"], options["lang"]),
        )
        self.stdout.write(
            f"Withdrawn: {options['entry']} (sequence {published[0].sequence}). "
            f"Entries that showed it: {len(published) - 1}."
        )
