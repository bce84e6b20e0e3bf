"""Sends today's letters to the people at the desk who want them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError

from glossary.management.acting import ActingCommand, command_line
from glossary.queue import send_digests


class Command(ActingCommand):
    """``manage.py send_digest``."""

    help = (
        "Send each person who asked for it a letter that says how much waits for them, "
        "once a day at most. It can be run as often as you like."
    )

    def handle(self, *_: Any, **__: Any) -> None:
        """Send them; fail where the server for e-mail took one of them not."""
        told = send_digests(actor=command_line())
        self.stdout.write(f"Letters sent: {told.sent}")
        if told.failed:
            raise CommandError(f"Letters that could not be sent: {told.failed}")
