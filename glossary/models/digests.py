"""Who wants to be told by e-mail what waits for them, in which language."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Digest(models.Model):
    """Somebody wants a letter, once a day at most. ``sent_on`` is the day of the last.

    It is stored before the letter goes: on two machines at once it goes once.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="digest"
    )
    lang = models.CharField(max_length=20)
    sent_on = models.DateField(null=True)

    class Meta:
        """A letter is in some language."""

        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(lang=""), name="digest_has_a_language"
            ),
        )

    def __str__(self) -> str:
        """Show whose it is, and the language."""
        return f"{self.user} ({self.lang})"
