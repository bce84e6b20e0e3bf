"""Brings in a content folder that was reviewed elsewhere: plans, does it, says it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from glossary.management.acting import ActingCommand, command_line
from glossary.management.folders import add_folders, content_of
from glossary.management.plan_words import plan_lines
from glossary.transfer import Answers, load_content, plan_load

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from glossary.transfer import Plan


class Command(ActingCommand):
    """``manage.py load_glossary``."""

    help = (
        "Load entries, topics, sources and helplines from content folders. "
        "All of it is loaded or none; loading twice changes nothing. What was edited "
        "or withdrawn here, is older than what is here, or is gone from the folder "
        "stays as it is, and is named. Name it back to answer: entry/grooming, "
        "source/hmicfrs-2023; “all” stands for everything."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folders, whether to plan only, and answers to an earlier plan."""
        add_folders(parser)
        parser.add_argument(
            "--plan", action="store_true", help="say what would change, change nothing"
        )
        for name, what in (
            ("take", "take what the file has, although it was edited here or is older"),
            ("keep", "keep what is here: the file does not count as changed any more"),
            ("remove", "remove a source, topic or helpline that the folder lacks"),
        ):
            parser.add_argument(
                f"--{name}", action="append", default=[], metavar="NAME", help=what
            )

    def handle(self, *_: Any, **options: Any) -> None:
        """Plan, do it, and say what was done and what was left."""
        self._progress("Reading the content …")
        content = content_of(options)
        answers = Answers(options["take"], options["keep"], options["remove"])
        if options["plan"]:
            self._print(plan_load(content, answers), options["verbosity"])
            return
        self._progress("Loading …")
        load = load_content(content=content, actor=command_line(), answers=answers)
        self._print(load.plan, options["verbosity"])
        self.stdout.write(f"Publications: {len(load.publications)}")

    def _print(self, plan: Plan, verbosity: int) -> None:
        for line in plan_lines(plan, names_all=verbosity > 1):
            self.stdout.write(line)

    def _progress(self, what: str) -> None:
        """Say what is being done, to a terminal only."""
        if sys.stderr.isatty():
            self.stderr.write(what)
