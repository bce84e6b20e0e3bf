"""Looks for every quotation of a content folder in the documents it is from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from glossary.errors import GlossaryError
from glossary.transfer import missing_quotations, read_content

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
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
        parser.add_argument(
            "--fixtures", type=Path, default=settings.BASE_DIR / "fixtures"
        )
        parser.add_argument("--seeds", type=Path, default=settings.BASE_DIR / "seeds")

    def handle(self, *_: Any, **options: Any) -> None:
        """Compare, and say how many were found."""
        try:
            content = read_content(options["fixtures"], options["seeds"])
            missing = list(missing_quotations(content, options["documents"]))
        except GlossaryError as error:
            lines = [f"  {row.place}: {row.detail}" for row in error.problems]
            raise CommandError("\n".join([error.detail, *lines])) from None
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from None
        quoted = sum(
            citation.quotation is not None
            for entry in content.entries.values()
            for citation in entry.citations
        )
        if missing:
            lines = [f"  {place}: {words}" for place, words in missing]
            raise CommandError(
                "\n".join([f"Not found: {len(missing)} of {quoted}.", *lines])
            )
        self.stdout.write(f"Quotations found: {quoted} of {quoted}.")
