"""Who has said that they do something: others see it, and it locks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from glossary.models.names import Named, is_known

if TYPE_CHECKING:
    from typing import Self


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Questions about claims."""

    def live(self) -> Self:
        """Return those that are not over."""
        return self.filter(until__gt=timezone.now())


class Claim(Named):
    """Somebody's word that they work on a document, until a time. It locks nothing."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="claims"
    )
    until = models.DateTimeField()

    objects = ClaimQuerySet.as_manager()

    class Meta:
        """One person does it; who takes it over has it."""

        ordering = ("until", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "key"], name="one_claim_per_document"
            ),
            models.CheckConstraint(condition=is_known(), name="claim_kind_known"),
        )

    def __str__(self) -> str:
        """Show the document and who works on it."""
        return f"{self.name}: {self.user}"
