"""Issues, revokes and lists the keys of apps that ask a lot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError

from glossary.keys import issue_key, revoke_key
from glossary.management.acting import ActingCommand, command_line
from glossary.models import ApiKey

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py api_key issue NAME | revoke NAME | list``."""

    help = "Issue, revoke or list API keys. A key's secret is shown once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and with which key."""
        parser.add_argument("what", choices=["issue", "revoke", "list"])
        parser.add_argument("name", nargs="?", help="whose key it is")

    def handle(self, *_: Any, what: str, name: str | None, **__: Any) -> None:
        """Do it."""
        if what == "list":
            self.stdout.writelines(_line(key) for key in ApiKey.objects.all())
            return
        if not name:
            raise CommandError("Give the key a name.")
        if what == "issue":
            self.stdout.write(issue_key(name=name, actor=command_line()))
        else:
            revoke_key(name=name, actor=command_line())
            self.stdout.write(f"Revoked: {name}")


def _line(key: ApiKey) -> str:
    until = f", revoked {key.revoked_at:%Y-%m-%d}" if key.revoked_at else ""
    return f"{key.name}: issued {key.created_at:%Y-%m-%d}{until}\n"
