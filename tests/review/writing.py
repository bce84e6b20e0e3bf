"""People who write and review, and entries that they have brought so far."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from django.utils import timezone

from glossary.closed_lists import SignOffRole
from glossary.document import to_json
from glossary.models import Act, Revision, User, every_act
from glossary.review import (
    Asked,
    begin_draft,
    save_draft,
    sign_off,
    still_required,
    submit_draft,
)
from tests.factories import document, named, person, published

if TYPE_CHECKING:
    from glossary.models import Actor

ENTRY = "grooming"
WRITES = ("write_en", "write_cy")
SIGNS = (
    Act.SIGN_OFF_EDITOR,
    Act.SIGN_OFF_WELSH,
    Act.SIGN_OFF_SUBJECT,
    Act.SIGN_OFF_LIVED_EXPERIENCE,
)
ENGLISH = Asked(SignOffRole.EDITOR, "en")
WELSH = Asked(SignOffRole.WELSH_LANGUAGE, "cy")


def somebody(name: str, *acts: str) -> User:
    """Return somebody who may do these acts; without any, all there are."""
    return person(*(acts or every_act()), name=name)


def typed(**texts: str) -> dict[str, Any]:
    """Return the entry with other short texts, as somebody writes it."""
    data: dict[str, Any] = orjson.loads(to_json(document(ENTRY)))
    for lang, text in texts.items():
        data["languages"][lang]["short"] = text
    return data


def begun(actor: User, **texts: str) -> Revision:
    """Return a draft of the public entry, with what ``actor`` wrote in it."""
    if not Revision.objects.filter(key=ENTRY).exists():
        published(ENTRY)
    revision = begin_draft(name=named(ENTRY), actor=actor)
    return saved(revision, actor, **(texts or {"en": "Another text."}))


def saved(revision: Revision, actor: Actor, **texts: str) -> Revision:
    """Return the draft as it is when ``actor`` has written these texts into it."""
    data = orjson.loads(Revision.objects.get(pk=revision.pk).document)
    for lang, text in texts.items():
        data["languages"][lang]["short"] = text
    seen = Revision.objects.get(pk=revision.pk).digest
    return save_draft(revision=revision, document=data, seen=seen, actor=actor)


def submitted(actor: User, **texts: str) -> Revision:
    """Return what ``actor`` wrote and submitted."""
    return submit_draft(revision=begun(actor, **texts), actor=actor)


def signed(revision: Revision, actor: User, asked: Asked = ENGLISH) -> Revision:
    """Return a revision after ``actor`` has signed it off as it is now."""
    seen = Revision.objects.get(pk=revision.pk).digest
    return sign_off(revision=revision, asked=asked, seen=seen, actor=actor)


def approved(writer: User, reviewer: User, **texts: str) -> Revision:
    """Return what one wrote and another one signed off, in all that it needs."""
    revision = submitted(writer, **texts)
    for asked in still_required(revision):
        revision = signed(revision, reviewer, asked)
    return revision


def wait(monkeypatch: pytest.MonkeyPatch, days: float) -> None:
    """Let so many days go by."""
    then = timezone.now() + dt.timedelta(days=days)
    monkeypatch.setattr("django.utils.timezone.now", lambda: then)
