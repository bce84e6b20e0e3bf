"""The texts of public documents whose licence lets anybody show them."""

from __future__ import annotations

from django.db import models

from glossary.models.sources import Source


class DocumentText(models.Model):
    """The text of a source, as an editor added it.

    Only where ``document_texts.may_be_shown`` says so of its licence.
    """

    source = models.OneToOneField(
        Source, models.CASCADE, primary_key=True, related_name="document_text"
    )
    text = models.TextField()
    added_at = models.DateTimeField()

    class Meta:
        """In the order of the sources."""

        ordering = ("source_id",)

    def __str__(self) -> str:
        """Show whose text it is."""
        return self.source_id
