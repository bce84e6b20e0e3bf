"""Second factors: what somebody has who comes to the desk, beside what they know."""

from __future__ import annotations

from django.conf import settings
from django.db import models

MOST_NAME = 60


class FactorKind(models.TextChoices):
    """What it can be. Recovery codes are the way back, not one of these."""

    PASSKEY = "passkey"
    APP = "app"


class Factor(models.Model):
    """A passkey, or an app that shows codes.

    ``secret`` is the public half of a passkey, or the salt from which the secret of
    an app is made; neither is of use to whoever sees the table. ``counter`` only ever
    rises: what was shown once is not taken again.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="factors"
    )
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=MOST_NAME)
    credential = models.CharField(max_length=1400, unique=True, null=True)
    secret = models.TextField()
    counter = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """The oldest comes first."""

        ordering = ("added_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=FactorKind.values),
                name="factor_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=FactorKind.PASSKEY, credential__isnull=False)
                | models.Q(kind=FactorKind.APP, credential__isnull=True),
                name="a_passkey_has_a_credential",
            ),
        )

    def __str__(self) -> str:
        """Show what it is, and not whose."""
        return f"{self.kind} {self.pk}"


class RecoveryCode(models.Model):
    """A code on paper that lets somebody in once. Only its digest is stored."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="recovery_codes"
    )
    digest = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        """In the order in which they were made."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Show which one it is, and not whose."""
        return f"recovery code {self.pk}"
