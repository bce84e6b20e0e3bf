"""Says how the glossary stands: what is public, withdrawn, loaded, and waiting."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from glossary.document import SHAPES
from glossary.errors import GlossaryError
from glossary.management.acting import ActingCommand, sentences
from glossary.management.folders import add_folders, content_of
from glossary.management.plan_words import plan_lines
from glossary.models import Action, Dataset, Event, Publication, Schedule
from glossary.public_form import FORMAT
from glossary.transfer import last_load, plan_load

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py status``."""

    help = (
        "Say at which sequence the glossary is, how many entries are public, which are "
        "withdrawn and why, what was loaded last, what is planned and overdue, and "
        "what loading would do now."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folders to compare with."""
        add_folders(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        """Say it."""
        said = (_standing(), _withdrawn(), _loaded(), _planned(), _waiting(options))
        for line in chain.from_iterable(said):
            self.stdout.write(line)


def _standing() -> Iterator[str]:
    dataset = Dataset.objects.first() or Dataset()
    yield f"Sequence: {dataset.sequence}"
    rows = Publication.objects.readable()
    counts = ", ".join(f"{kind} {rows.of_kind(kind).count()}" for kind in SHAPES)
    yield f"Public: {counts}"
    old = rows.exclude(format=FORMAT).count()
    if old:
        yield f"In an earlier form: {old} (manage.py republish)"


def _withdrawn() -> Iterator[str]:
    rows = Publication.objects.withdrawn()
    yield f"Withdrawn: {rows.count()}"
    events = Event.objects.filter(action=Action.WITHDRAWN, publication__in=rows)
    for event in events.select_related("publication"):
        reason = event.publication.reason if event.publication else ""
        parts = [f"  {event.name}: {_day(event.at)}, {event.actor_name}", reason]
        yield ": ".join(filter(None, parts))


def _loaded() -> Iterator[str]:
    last = last_load()
    if last is None:
        yield "Loaded last: nothing yet"
        return
    yield (
        f"Loaded last: {_day(last.at)}, {last.actor_name}, "
        f"entries {last.details['entries']}, left {len(last.details['left'])}"
    )


def _planned() -> Iterator[str]:
    """Say what is to be published at a time, and for what that time has passed."""
    rows = Schedule.objects.waiting()
    overdue = rows.due(timezone.now())
    yield f"Planned: {rows.count()}, of them overdue: {overdue.count()}"
    for row in overdue:
        parts = [f"  schedule {row.pk}: {_day(row.at)}", row.problem]
        yield ": ".join(filter(None, parts))


def _waiting(options: Mapping[str, Any]) -> Iterator[str]:
    yield "The content folder beside what is here:"
    try:
        plan = plan_load(content_of(options))
    except GlossaryError as error:
        yield sentences(error)
        return
    for line in plan_lines(plan, names_all=options["verbosity"] > 1):
        yield f"  {line}"
    if plan.is_empty:
        yield "  Loading it would change nothing."


def _day(moment: dt.datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
