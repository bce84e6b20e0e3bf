"""Asks other sites whether the pages that the glossary names are still there."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import CommandError

from glossary.elsewhere import (
    Found,
    Limits,
    Verdict,
    check_addresses,
    keep_report,
    kept_report,
    named_addresses,
)
from glossary.management.acting import ActingCommand

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

LIMITS = Limits()


class Command(ActingCommand):
    """``manage.py check_links``."""

    help = (
        "Ask for the page of every source and helpline, one at a time, and say which "
        "are gone. Fails where one is. What was found is kept for check_sources."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how much to ask, and in which form to say what was found."""
        parser.add_argument("--most", type=int, default=LIMITS.most)
        parser.add_argument("--minutes", type=float, default=LIMITS.seconds / 60)
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *_: Any, **options: Any) -> None:
        """Ask, say each finding when it is there, and keep them all."""
        limits = replace(LIMITS, most=options["most"], seconds=options["minutes"] * 60)
        found = []
        for row in check_addresses(
            named_addresses(), agent=_agent(), before=kept_report(), limits=limits
        ):
            found.append(row)
            self._say(row, options["format"])
        keep_report(found)
        counts = Counter(row.verdict for row in found)
        told = ", ".join(f"{one} {counts[one]}" for one in Verdict)
        if options["format"] == "text":
            self.stdout.write(f"Addresses: {told}")
        if counts[Verdict.DEAD]:
            raise CommandError(f"Pages that are gone: {counts[Verdict.DEAD]}")

    def _say(self, row: Found, form: str) -> None:
        if form == "json":
            self.stdout.write(json.dumps(asdict(row), ensure_ascii=False))
        elif row.verdict != Verdict.WORKS:
            self.stdout.write(_line(row))


def _agent() -> str:
    """Return who asks, and where to read of it."""
    return f"PlainWords-check-links/1 (+{settings.SITE_ADDRESS})"


def _line(row: Found) -> str:
    what = row.moved_to or row.problem or row.status or ""
    return f"{row.verdict}: {row.address} {what} ({', '.join(row.named_by)})"
