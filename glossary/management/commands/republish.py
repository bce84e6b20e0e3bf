"""Publishes again what this release would publish otherwise."""

from __future__ import annotations

from typing import Any

from glossary.management.acting import ActingCommand, command_line
from glossary.publishing import republish_documents


class Command(ActingCommand):
    """``manage.py republish``."""

    help = (
        "Publish again everything public of which this release shows more, or finds "
        "more, than the release that published it. Nothing else changes."
    )

    def handle(self, *_: Any, **__: Any) -> None:
        """Compare all of them, and publish those."""
        published = republish_documents(actor=command_line())
        self.stdout.write(f"Publications: {len(published)}")
