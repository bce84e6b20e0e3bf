"""Checks a content folder and the catalogues: plain, kind, spelled, agreeing."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from glossary import languages
from glossary.errors import GlossaryError
from glossary.management.content_checks import check_content
from glossary.plain_language import Finding, Severity
from glossary.transfer import read_content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """``manage.py check_content``."""

    help = (
        "Check entries, topics, helplines and the interface's catalogues. "
        "Fails if there is an error; with --strict, also if there is a warning."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folders, the catalogues, the format and how strict to be."""
        base = settings.BASE_DIR
        parser.add_argument("--fixtures", type=Path, default=base / "fixtures")
        parser.add_argument("--seeds", type=Path, default=base / "seeds")
        parser.add_argument(
            "--catalogue",
            type=Path,
            action="append",
            help="a catalogue to check instead of the site's own; can come again",
        )
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--strict", action="store_true", help="fail on warnings")
        parser.add_argument(
            "--language",
            choices=languages.codes(),
            default=languages.codes()[0],
            help="the language in which to say what was found",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Check, print what was found, and fail where that is serious."""
        try:
            content = read_content(options["fixtures"], options["seeds"])
        except GlossaryError as error:
            lines = [f"  {row.place}: {row.detail}" for row in error.problems]
            raise CommandError("\n".join([error.detail, *lines])) from None
        catalogues = options["catalogue"] or _catalogues()
        findings = list(check_content(content, catalogues, timezone.localdate()))
        rows = [_told(finding, options["language"]) for finding in findings]
        if options["format"] == "json":
            self.stdout.write(_to_json(rows))
        else:
            self._print(rows, notes=options["verbosity"] > 1)
        serious = {Severity.ERROR, Severity.WARNING if options["strict"] else None}
        if any(finding.severity in serious for finding in findings):
            raise CommandError("The content has faults.")

    def _print(self, rows: Iterable[dict[str, str]], *, notes: bool) -> None:
        counts = Counter[str]()
        for row in rows:
            counts[row["severity"]] += 1
            if notes or row["severity"] != Severity.NOTE:
                self.stdout.write(
                    f"{row['severity']}: {row['place']}: {row['code']}\n"
                    f"    “{row['excerpt']}” {row['reason']} {row['suggestion']}"
                )
        totals = ", ".join(f"{kind}s: {counts[kind]}" for kind in Severity)
        self.stdout.write(totals.capitalize())


def _catalogues() -> list[Path]:
    """Return the site's own catalogues."""
    return [
        path
        for folder in settings.LOCALE_PATHS
        for path in sorted(Path(folder).glob("*/LC_MESSAGES/django.po"))
    ]


def _told(finding: Finding, lang: str) -> dict[str, str]:
    """Return what there is to say about ``finding``, to editors of this glossary."""
    said = [finding.suggestion(lang), finding.for_editors(lang)]
    return {
        "severity": finding.severity,
        "place": finding.place,
        "code": finding.code,
        "excerpt": finding.excerpt,
        "reason": finding.reason(lang).text,
        "suggestion": " ".join(one.text for one in said if one),
    }


def _to_json(rows: list[dict[str, str]]) -> str:
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=2)
