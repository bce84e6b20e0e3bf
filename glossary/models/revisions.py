"""Revisions: an entry document, frozen, and how it came to be approved."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from glossary.models.entries import Entry


class RevisionStatus(models.TextChoices):
    """Where a revision stands. Only an approved one can be published."""

    APPROVED = "approved"


class Arrival(models.TextChoices):
    """How a revision came in."""

    REVIEWED_ELSEWHERE = "reviewed-elsewhere"


class Revision(models.Model):
    """A frozen entry document with a number that counts within its entry.

    ``document`` is the canonical JSON text of the entry document. A revision
    that arrived already reviewed says in ``review_record`` what that review
    consisted of: it never poses as two people having clicked.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    document = models.TextField()
    status = models.CharField(max_length=20, choices=RevisionStatus)
    arrival = models.CharField(max_length=30, choices=Arrival)
    review_record = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        """Numbers count from one within an entry."""

        ordering = ("entry_id", "number")
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "number"], name="one_revision_per_number"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["approved"]),
                name="revision_status_known",
            ),
        )

    def __str__(self) -> str:
        """Show the entry and the number."""
        return f"{self.entry_id} revision {self.number}"
