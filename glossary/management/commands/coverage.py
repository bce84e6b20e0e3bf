"""Reports what the glossary explains in plain-text documents, and what it does not."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from glossary import languages
from glossary.errors import GlossaryError
from glossary.management.content_terms import content_vocabulary, marking_vocabulary
from glossary.plain_language import MissingWord, find_backlog
from glossary.transfer import read_content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.management.base import CommandParser

    from glossary.document import EntryDocument


@dataclass(frozen=True, slots=True)
class _Report:
    """What was found in one document: how often each entry, and what has none."""

    name: str
    entries: Counter[str]
    backlog: list[MissingWord]


class Command(BaseCommand):
    """``manage.py coverage --documents DIR``."""

    help = (
        "Say which terms occur in each document, and which acronyms and names have no "
        "entry. With --strict, fail where there are any."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the documents, their language, the content folders and the format."""
        parser.add_argument(
            "--documents", type=Path, required=True, help="folder with *.txt files"
        )
        parser.add_argument("--lang", choices=languages.codes(), default="en")
        parser.add_argument(
            "--fixtures", type=Path, default=settings.BASE_DIR / "fixtures"
        )
        parser.add_argument("--seeds", type=Path, default=settings.BASE_DIR / "seeds")
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--strict", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        """Read everything, print the report, and fail if that is asked for."""
        try:
            content = read_content(options["fixtures"], options["seeds"])
        except GlossaryError as error:
            lines = [f"  {row.place}: {row.detail}" for row in error.problems]
            raise CommandError("\n".join([error.detail, *lines])) from None
        texts = _read(options["documents"])
        reports = _report(texts, options["lang"], content.entries.values())
        if options["format"] == "json":
            self.stdout.write(_to_json(reports))
        else:
            self._print(reports, len(content.entries))
        if options["strict"] and any(report.backlog for report in reports):
            raise CommandError("Some names have no entry.")

    def _print(self, reports: Iterable[_Report], known: int) -> None:
        met: set[str] = set()
        for report in reports:
            met.update(report.entries)
            self.stdout.write(f"{report.name}: {len(report.entries)} entries")
            for entry, times in report.entries.most_common():
                self.stdout.write(f"  {times:4} {entry}")
            self.stdout.write(f"  without an entry: {len(report.backlog)}")
            for missing in report.backlog:
                self.stdout.write(
                    f"  {len(missing.places):4} {missing.text}: {missing.line}"
                )
        self.stdout.write(f"Entries that occur: {len(met)} of {known}.")


def _read(folder: Path) -> dict[str, str]:
    """Return the texts of the documents by their names."""
    try:
        texts = {
            path.name: path.read_text(encoding="utf-8")
            for path in sorted(folder.glob("*.txt"))
        }
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise CommandError(f"A document is not UTF-8: {error}") from None
    if not texts:
        raise CommandError(f"{folder} holds no *.txt file.")
    return texts


def _report(
    texts: dict[str, str], lang: str, entries: Iterable[EntryDocument]
) -> list[_Report]:
    documents = list(entries)
    marks, everything = marking_vocabulary(documents), content_vocabulary(documents)
    return [
        _Report(
            name=name,
            entries=Counter(match.candidates[0] for match in marks.find(text)),
            backlog=find_backlog(text, lang, everything),
        )
        for name, text in texts.items()
    ]


def _to_json(reports: Iterable[_Report]) -> str:
    documents = [
        {
            "name": report.name,
            "entries": [
                {"id": entry, "times": times}
                for entry, times in report.entries.most_common()
            ],
            "backlog": [
                {"text": row.text, "places": row.places, "line": row.line}
                for row in report.backlog
            ],
        }
        for report in reports
    ]
    return json.dumps({"documents": documents}, ensure_ascii=False, indent=2)
