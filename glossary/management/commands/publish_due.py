"""Publishes what was planned for now, or for a time before."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from glossary.management.acting import ActingCommand
from glossary.models import Schedule
from glossary.publishing import publish_due


class Command(ActingCommand):
    """``manage.py publish_due``."""

    help = (
        "Publish what was planned for now or earlier. The server does it by itself; "
        "where none of ours runs, let a timer do it every minute. It is safe to run "
        "twice and on two machines. What fails is kept, and tried the next time."
    )

    def handle(self, *_: Any, **__: Any) -> None:
        """Publish it. Ends with 1 where something is overdue."""
        overdue = 0
        for outcome in publish_due():
            at = timezone.localtime(outcome.schedule.at)
            line = f"{at:%Y-%m-%d %H:%M %Z}: "
            if outcome.problem:
                overdue += 1
                self.stderr.write(f"{line}overdue: {outcome.problem}")
            else:
                self.stdout.write(f"{line}publications: {len(outcome.publications)}")
        waiting = Schedule.objects.waiting().count()
        self.stdout.write(f"Planned: {waiting - overdue}. Overdue: {overdue}.")
        if overdue:
            raise CommandError("Something is overdue.")
