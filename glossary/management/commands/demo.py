"""Fills a database of its own with invented accounts and work, for trying the desk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from glossary.management.acting import ActingCommand, command_line
from glossary.management.starting import make_ready
from glossary.management.trying_it import make_accounts, make_work
from glossary.models import Action, Event, User


class Command(ActingCommand):
    """``manage.py demo``: what ``make demo`` does before it serves."""

    help = (
        "Fill a database with invented accounts of each role and work in every state, "
        "and print their passwords. Only with DEMO=yes, and never beside real accounts."
    )
    requires_system_checks = ()

    def handle(self, *_: Any, **__: Any) -> None:
        """Make what is not there yet; give each account a new password."""
        if not settings.DEMO:
            raise CommandError("This needs DEMO=yes, and a VAR_DIR of its own.")
        make_ready(self.stdout.write)
        actor = command_line()
        is_new = not Event.objects.filter(action=Action.DEMO_FILLED).exists()
        if is_new and User.objects.exists():
            raise CommandError("There are real accounts here. Choose another VAR_DIR.")
        passwords = make_accounts(actor)
        if is_new:
            make_work(actor)
            Event.objects.record(Action.DEMO_FILLED, actor=actor)
        width = max(map(len, passwords))
        self.stdout.write("Sign in at /desk/ as one of these, all of them invented:")
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<{width}}  {password}")
