"""Looks at what the entries rest on: used, still there, and quoted as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError

from glossary import reading
from glossary.document import DocumentKind
from glossary.elsewhere import Verdict, kept_report
from glossary.management.acting import ActingCommand
from glossary.models import Link
from glossary.transfer import quotations_not_found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.management.base import CommandParser


class Command(ActingCommand):
    """``manage.py check_sources``."""

    help = (
        "Say which sources no entry rests on, whose pages are gone or were there "
        "longest ago (after check_links), and which quotations are not in the texts "
        "that we show. Fails where a page is gone or a quotation is not there."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many of the oldest to name."""
        parser.add_argument("--oldest", type=int, default=10)

    def handle(self, *_: Any, **options: Any) -> None:
        """Say it."""
        sources = reading.shelf().sources
        unused = sorted(sources.keys() - _cited())
        self._list("Sources that no entry rests on", unused)
        gone = list(_gone())
        self._list("Pages that are gone", gone)
        oldest = _answered()[: max(0, options["oldest"])]
        self._list("Pages that were there longest ago", oldest, is_counted=False)
        missing = [f"{name}: {words}" for name, words in quotations_not_found()]
        self._list("Quotations that are not in the text", missing)
        if gone or missing:
            raise CommandError(f"To be mended: {len(gone) + len(missing)}")

    def _list(self, heading: str, lines: list[str], *, is_counted: bool = True) -> None:
        self.stdout.write(f"{heading}: {len(lines)}" if is_counted else f"{heading}:")
        self.stdout.writelines(f"  {line}\n" for line in lines)


def _cited() -> set[str]:
    rows = Link.objects.filter(kind=DocumentKind.ENTRY, other_kind=DocumentKind.SOURCE)
    return set(rows.values_list("other", flat=True).distinct())


def _gone() -> Iterator[str]:
    for row in kept_report().values():
        if row.verdict == Verdict.DEAD:
            yield f"{row.address} ({', '.join(row.named_by)}), asked {row.asked_on}"


def _answered() -> list[str]:
    """Return the sources, those whose page was there longest ago first."""
    report = kept_report()
    found = []
    for source in reading.shelf().sources.values():
        row = report.get(source.url.partition("#")[0])
        found.append((row.answered_on if row else "", source.id))
    return [f"{key}: {day or 'not known'}" for day, key in sorted(found)]
