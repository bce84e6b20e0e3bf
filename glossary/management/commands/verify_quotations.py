"""Looks for every quotation of a content folder in the documents it is from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError

from glossary.management.acting import ActingCommand
from glossary.management.folders import add_folders, content_of
from glossary.transfer import is_compared, missing_quotations

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py verify_quotations --documents DIR``."""

    help = (
        "Find every quotation in the plain text of its document. "
        "Fails and names those that are not there."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder with the documents, and the content folders."""
        parser.add_argument(
            "--documents",
            type=Path,
            required=True,
            help="folder with the documents' plain text, named as in seeds/",
        )
        add_folders(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        """Compare, and say how many were found."""
        try:
            content = content_of(options)
            missing = list(missing_quotations(content, options["documents"]))
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from None
        quoting = [
            citation
            for entry in content.entries.values()
            for citation in entry.citations
            if citation.quotation is not None
        ]
        quoted = sum(is_compared(content, citation) for citation in quoting)
        if missing:
            lines = [f"  {place}: {words}" for place, words in missing]
            raise CommandError(
                "\n".join([f"Not found: {len(missing)} of {quoted}.", *lines])
            )
        self.stdout.write(f"Quotations found: {quoted} of {quoted}.")
        if len(quoting) > quoted:
            self.stdout.write(
                f"Not compared, from pages that are no files: {len(quoting) - quoted}."
            )
