"""What the commands do the same way.

They say in a sentence what cannot be done, and end with 0 where it was done, with 1
where it was not. What they change is recorded by the name of whoever typed there.
"""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from glossary.document import Name
from glossary.errors import GlossaryError
from glossary.models import CommandLine

if TYPE_CHECKING:
    from glossary.models import Actor

_LONGEST_NAME = 150


class ActingCommand(BaseCommand):
    """A command that calls a rule."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Do it; turn what a rule or the database refuses into a sentence."""
        try:
            return super().execute(*args, **options)
        except GlossaryError as error:
            raise CommandError(sentences(error)) from None
        except DatabaseError as error:
            reason = str(error).strip().partition("\n")[0]
            raise CommandError(
                f"The database cannot be used ({reason}). "
                "Where it is new or of an earlier release: manage.py migrate"
            ) from None


def command_line() -> Actor:
    """Return the command line, by the name of whoever typed there."""
    try:
        name = getpass.getuser().encode(errors="replace").decode()
    except (KeyError, OSError):  # a container may have no name for its user
        name = ""
    return CommandLine(name[:_LONGEST_NAME] or "somebody")


def document_name(text: str) -> Name:
    """Return the name that somebody typed. Raises ``CommandError`` where it is none."""
    try:
        return Name.parse(text.encode().decode())
    except ValueError:  # also for bytes that are no text
        raise CommandError(f"“{text}” is not the name of a document.") from None


def sentences(error: GlossaryError) -> str:
    """Return what is wrong, then each thing that is, on a line of its own."""
    lines = [f"  {row.place}: {row.detail}" for row in error.problems]
    return "\n".join([error.detail, *lines])
