"""Shows editors what readers said, and deletes words that nobody should have sent."""

from __future__ import annotations

import csv
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from django.utils import timezone

from glossary.feedback import explained_by, forget_old_words, forget_words
from glossary.management.acting import ActingCommand, command_line
from glossary.models import FeedbackCount, SuggestedWord

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from django.core.management.base import CommandParser

    Row = Mapping[str, Any]


class Command(ActingCommand):
    """``manage.py reader_reports words | answers | forget WORD...``."""

    help = (
        "List the words that readers suggest, or what they say of the pages; or delete "
        "words, such as somebody's name."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and in which form to show it."""
        parser.add_argument("what", choices=["words", "answers", "forget"])
        parser.add_argument("words", nargs="*", help="what to forget, any spelling")
        parser.add_argument("--entry", help="the answers about one entry only")
        parser.add_argument("--format", choices=["text", "csv", "json"], default="text")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it."""
        if options["what"] == "forget":
            self._forget(options["words"])
            return
        forget_old_words(timezone.localdate())
        rows = _words() if options["what"] == "words" else _answers(options["entry"])
        if options["format"] == "json":
            told = {options["what"]: rows}
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        elif options["format"] == "csv":
            self._write_table(rows)
        else:
            self.stdout.writelines(f"{_line(row)}\n" for row in rows)

    def _forget(self, words: Sequence[str]) -> None:
        count = forget_words(words=words, actor=command_line())
        if not count:
            raise CommandError("Nobody sent such a word.")
        self.stdout.write(f"Deleted: {count}")

    def _write_table(self, rows: Sequence[Row]) -> None:
        if not rows:
            return
        table = csv.DictWriter(self.stdout, rows[0], lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def _words() -> list[Row]:
    """Return the words, those that came most often first, one word's rows together."""
    rows = list(SuggestedWord.objects.all())
    totals = Counter[str]()
    for row in rows:
        totals[row.key] += row.count
    rows.sort(key=lambda row: (-totals[row.key], row.key))
    return [
        {
            "count": row.count,
            "word": row.word,
            "language": row.lang,
            "met_in": row.met_in,
            "first_month": _month(row.first_month),
            "last_month": _month(row.last_month),
            "explained_by": " ".join(explained_by(row.word)),
        }
        for row in rows
    ]


def _answers(entry_id: str | None) -> list[Row]:
    """Return what was said of which publication, the newest month first."""
    rows = FeedbackCount.objects.select_related("publication").defer(
        "publication__body", "publication__index"
    )
    if entry_id:
        rows = rows.filter(publication__key=entry_id)
    return [
        {
            "count": row.count,
            "entry": row.publication.key,
            "language": row.lang,
            "answer": row.answer,
            "month": _month(row.month),
            "sequence": row.publication_id,
            "published_on": timezone.localdate(
                row.publication.published_at
            ).isoformat(),
            "is_current": row.publication.is_current,
        }
        for row in rows.order_by("-month", "-count", "publication_id", "lang", "answer")
    ]


def _line(row: Row) -> str:
    """Return a row as a line to read: the number, and what else is not empty."""
    rest = [f"{name} {value}" for name, value in list(row.items())[2:] if value]
    first = list(row.values())[1]
    return f"{row['count']:6}  {', '.join([first, *rest])}"


def _month(day: dt.date) -> str:
    return f"{day:%Y-%m}"
