"""The audit trail: who did what to which entry, when. Written by one function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from glossary.models.entries import Entry
from glossary.models.publications import Publication
from glossary.models.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.models.people import User


class Action(models.TextChoices):
    """Everything that can be recorded. Stored untranslated."""

    CONTENT_LOADED = "content-loaded"
    ENTRY_PUBLISHED = "entry-published"
    ENTRY_REFRESHED = "entry-refreshed"
    ENTRY_WITHDRAWN = "entry-withdrawn"
    ENTRY_RESTORED = "entry-restored"
    DOCUMENT_TEXT_ADDED = "document-text-added"
    KEY_ISSUED = "key-issued"
    KEY_REVOKED = "key-revoked"
    SUGGESTIONS_FORGOTTEN = "suggestions-forgotten"


class EventManager(models.Manager["Event"]):
    """The one writer of events."""

    def record(
        self,
        action: Action,
        *,
        actor: User | None,
        publication: Publication | None = None,
        revision: Revision | None = None,
        details: Mapping[str, object] | None = None,
    ) -> Event:
        """Write down that ``actor`` did ``action``; ``None`` is the command line."""
        subject = publication or revision
        return self.create(
            action=action,
            actor=actor,
            entry_id=subject.entry_id if subject else None,
            publication=publication,
            revision=revision,
            details=dict(details or {}),
        )


class Event(models.Model):
    """Something that was done. Never edited, never deleted."""

    at = models.DateTimeField(default=timezone.now)
    action = models.CharField(max_length=40, choices=Action)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="events")
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    publication = models.ForeignKey(
        Publication, models.PROTECT, null=True, related_name="+"
    )
    details = models.JSONField(default=dict)

    objects = EventManager()

    class Meta:
        """The newest comes last."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        """Show when and what."""
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.entry_id or ''}".strip()
