"""Makes everything ready for a start: tables, content where there is none, files.

Whatever is published already stays as it is: what a load would change is only said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from glossary.errors import GlossaryError
from glossary.management.acting import command_line, sentences
from glossary.management.first_account import say_how_to_begin
from glossary.management.folders import fixtures, seeds
from glossary.management.one_at_a_time import one_at_a_time
from glossary.management.plan_words import summary
from glossary.models import Action, Event, Revision
from glossary.transfer import (
    content_digest,
    last_load,
    load_content,
    plan_load,
    read_content,
)

if TYPE_CHECKING:
    from glossary.management.one_at_a_time import Say


def make_ready(say: Say) -> None:
    """Bring the tables up to date, fill them if they are empty, collect the files.

    Of several starts at once one does it while the others wait. Raises
    ``CommandError`` where it cannot be done.
    """
    try:
        with one_at_a_time(say):
            _migrate(say)
            require_told()
            if _is_empty():
                _fill(say)
            else:
                _say_what_waits(say)
            say_how_to_begin(say)
            call_command("collectstatic", interactive=False, verbosity=0)
    except GlossaryError as error:
        raise CommandError(sentences(error)) from None
    finally:
        connection.close()


def _migrate(say: Say) -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Preparing the database")
        call_command("migrate", interactive=False, verbosity=0)


def require_told() -> None:
    """Refuse to serve invented people as if they were real. Raises ``CommandError``."""
    was_filled = Event.objects.filter(action=Action.DEMO_FILLED).exists()
    if was_filled and not settings.DEMO:
        raise CommandError(
            "This database was filled for trying the desk out, with invented people. "
            "Serve it with DEMO=yes, or choose another VAR_DIR or DATABASE_URL."
        )


def _is_empty() -> bool:
    """Tell whether nobody has ever brought in or written anything."""
    return not Revision.objects.exists()


def _fill(say: Say) -> None:
    say("Loading the starter glossary")
    content = read_content(fixtures(), seeds())
    load = load_content(content=content, actor=command_line())
    say(f"Publications: {len(load.publications)}")


def _say_what_waits(say: Say) -> None:
    """Say in one line what loading the folder would do, where it would do anything."""
    last = last_load()
    if last and last.details["digest"] == content_digest(fixtures(), seeds()):
        return
    try:
        waits = summary(plan_load(read_content(fixtures(), seeds())))
    except GlossaryError as error:
        waits = error.detail
    if waits:
        say(f"Not loaded from the content folder: {waits} (manage.py load_glossary)")
