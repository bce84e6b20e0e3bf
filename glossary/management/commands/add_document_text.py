"""Adds the text of a public document from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError

from glossary.document_texts import add_document_text
from glossary.files import ENDINGS, OURS, FileError, read_file
from glossary.gaps import missing_in, tell
from glossary.management.acting import ActingCommand, command_line

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py add_document_text SOURCE FILE``."""

    help = (
        "Store the text of a public document, so that its page shows it with the words "
        "explained. Its licence must be the Open Government or Parliament Licence. "
        f"The file can be {', '.join(ENDINGS)}."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the source and the file."""
        parser.add_argument("source", help="the id of the source: hmicfrs-2023")
        parser.add_argument("file", type=Path)

    def handle(self, *_: Any, source: str, file: Path, **__: Any) -> None:
        """Read the file and store its text."""
        try:
            text, gaps = read_file(file.name, file.read_bytes(), bounds=OURS)
            add_document_text(source_id=source, text=text, actor=command_line())
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from None
        except FileError as error:
            raise CommandError(f"{file}: {error.fault}") from None
        self.stdout.write(f"{source}: {len(text)} characters")
        for words in tell(missing_in(gaps)):
            self.stdout.write(f"{source}: {words}")
