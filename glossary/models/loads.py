"""What was loaded: each document as a content folder had it, and when it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from glossary.models.events import Event
from glossary.models.names import Named, is_known

if TYPE_CHECKING:
    from typing import Self


class LoadedDocumentQuerySet(models.QuerySet["LoadedDocument"]):
    """Questions about what was loaded."""

    def newest(self) -> Self:
        """Return each document as it was loaded last."""
        return self.filter(is_last=True)


class LoadedDocument(Named):
    """A document as a load found it in its folder.

    The last one of a document is what file and database are both compared with, so
    it is known which of them has changed. A text that was loaded before the last one
    is an older text. ``document`` is canonical JSON, and ``digest`` is of it.
    """

    load = models.ForeignKey(Event, models.PROTECT, related_name="documents")
    document = models.TextField()
    digest = models.CharField(max_length=64)
    is_last = models.BooleanField(default=True)

    objects = LoadedDocumentQuerySet.as_manager()

    class Meta:
        """One document was loaded last, of each kind and name."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=models.Q(is_last=True),
                name="one_last_load_per_document",
            ),
            models.CheckConstraint(condition=is_known(), name="document_kind_known"),
        )
        indexes = (models.Index(fields=["digest"], name="loaded_before"),)

    def __str__(self) -> str:
        """Show which document it is."""
        return str(self.name)
