"""All rows that the database has of ours: what a rule did, and what it undid."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import Model


class NotRecordedError(Exception):
    """What was done cannot be written down."""


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all our tables, and who is signed in where."""
    ours = apps.get_app_config("glossary").get_models(include_auto_created=True)
    tables: list[type[Model]] = [*ours, Session]
    return {
        table._meta.label: [*table._default_manager.order_by("pk").values_list()]
        for table in tables
    }


def let_recording_fail(monkeypatch: pytest.MonkeyPatch, after: int = 0) -> None:
    """Let no event be written down any more, but for so many."""
    from glossary.models import events

    write, left = events._event, iter(range(after))

    def fail(*given: Any) -> Any:
        if next(left, None) is None:
            raise NotRecordedError
        return write(*given)

    monkeypatch.setattr(events, "_event", fail)
