"""Keys for apps that ask more than one address usually may. Reading needs none."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from typing import Self


class ApiKeyQuerySet(models.QuerySet["ApiKey"]):
    """Questions about keys."""

    def valid(self) -> Self:
        """Return the keys that were not revoked."""
        return self.filter(revoked_at__isnull=True)

    def of(self, secret: str) -> Self:
        """Return the key whose secret this is, if any."""
        return self.filter(digest=key_digest(secret))


class ApiKey(models.Model):
    """A named key. Only a digest of its secret is stored; it is shown once."""

    name = models.CharField(max_length=100, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        """Keys are listed by name."""

        ordering = ("name",)

    def __str__(self) -> str:
        """Show the name."""
        return self.name


def key_digest(secret: str) -> str:
    """Return what is stored of a secret of 256 random bits: its SHA-256."""
    return hashlib.sha256(secret.encode()).hexdigest()
