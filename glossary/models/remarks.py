"""Remarks: what a reviewer asks of those who wrote a text."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from glossary.closed_lists import RemarkReason
from glossary.models.revisions import Revision

MOST_PLACE = 200


class Remark(models.Model):
    """Why a text was returned: at which place, for which reason, in whose words.

    ``place`` is a JSON pointer (RFC 6901) into the document; empty for all of it.
    ``digest`` is that of the text that it speaks of.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="remarks")
    digest = models.CharField(max_length=64)
    place = models.CharField(max_length=MOST_PLACE, blank=True)
    reason = models.CharField(
        max_length=30, choices=[(code.value, code.value) for code in RemarkReason]
    )
    text = models.TextField(blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The oldest comes first."""

        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(reason__in=RemarkReason.values()),
                name="remark_reason_known",
            ),
        )

    @property
    def can_be_kept(self) -> bool:
        """Whether it has a known reason, and a place that is one."""
        return self.reason in RemarkReason.values() and len(self.place) <= MOST_PLACE

    def __str__(self) -> str:
        """Show where and why."""
        return f"{self.place} {self.reason}"
