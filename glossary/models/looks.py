"""What somebody last looked at: so that they see what is otherwise since then."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from glossary.models.names import Named, is_known
from glossary.models.revisions import Revision


class Look(Named):
    """The text of a document that somebody sees on the desk, and the one before it.

    A draft is overwritten when it is saved, so what was seen is kept here: ``document``
    is the text that they looked at last, of which ``digest`` is, and ``former`` the
    other text that they had looked at before that. One row for a person and a
    document. It holds words of drafts: whoever erases a document empties these rows of
    it too, and nothing but the pages of the desk reads them.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    document = models.TextField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    former = models.TextField(blank=True)
    former_at = models.DateTimeField(null=True)

    class Meta:
        """Each person has one for a document."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["user", "kind", "key"], name="one_look_per_person_and_document"
            ),
            models.CheckConstraint(condition=is_known(), name="look_kind_known"),
            models.CheckConstraint(
                condition=~models.Q(digest=""), name="a_look_is_at_a_text"
            ),
            models.CheckConstraint(
                condition=models.Q(former_at=None, former="")
                | models.Q(former_at__isnull=False),
                name="who_saw_another_text_saw_it_some_time",
            ),
        )

    def __str__(self) -> str:
        """Show what was looked at."""
        return f"{self.revision} {self.digest[:8]}"
