"""Brings in a content folder that was reviewed elsewhere: plans, prints, applies."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from glossary.errors import GlossaryError
from glossary.models import Action, Event
from glossary.transfer import Plan, apply_plan, plan_load, read_content
from glossary.transfer.content import content_digest

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """``manage.py load_glossary``."""

    help = (
        "Load entries, topics, sources and helplines from content folders. "
        "All of it is loaded or none; loading twice changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folders, and whether to plan only."""
        parser.add_argument(
            "--fixtures", type=Path, default=settings.BASE_DIR / "fixtures"
        )
        parser.add_argument("--seeds", type=Path, default=settings.BASE_DIR / "seeds")
        parser.add_argument(
            "--plan", action="store_true", help="say what would change, change nothing"
        )
        parser.add_argument(
            "--if-changed",
            action="store_true",
            help="do nothing where these very files were loaded last",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Plan, print the plan, and apply it."""
        fixtures, seeds = options["fixtures"], options["seeds"]
        if options["if_changed"] and _loaded_last(content_digest(fixtures, seeds)):
            return
        try:
            self._progress("Reading the content …")
            plan = plan_load(read_content(fixtures, seeds))
            self._print(plan, verbose=options["verbosity"] > 1)
            if not options["plan"]:
                self._progress("Publishing …")
                published = apply_plan(plan=plan, actor=None)
                self.stdout.write(f"Publications: {len(published)}")
        except GlossaryError as error:
            lines = [f"  {row.place}: {row.detail}" for row in error.problems]
            raise CommandError("\n".join([error.detail, *lines])) from None

    def _print(self, plan: Plan, *, verbose: bool) -> None:
        self.stdout.write(
            f"Entries: {len(plan.new)} new, {len(plan.changed)} changed, "
            f"{len(plan.unchanged)} unchanged. "
            f"Sources to write: {len(plan.sources)}. "
            f"Topics to write: {len(plan.topics)}. "
            f"Helplines to write: {len(plan.helplines)}."
        )
        if verbose:
            self.stdout.writelines(f"  new: {entry_id}" for entry_id in plan.new)
        for entry_id, places in plan.changed.items():
            self.stdout.write(f"  changed: {entry_id} ({', '.join(places)})")

    def _progress(self, what: str) -> None:
        """Say what is being done, to a terminal only."""
        if sys.stderr.isatty():
            self.stderr.write(what)


def _loaded_last(digest: str) -> bool:
    loads = Event.objects.filter(action=Action.CONTENT_LOADED)
    last = loads.order_by("-id").values_list("details", flat=True).first()
    return last is not None and last.get("digest") == digest
