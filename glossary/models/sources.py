"""The public documents and pages that entries rest on."""

from __future__ import annotations

from django.db import models


class Source(models.Model):
    """A public document, or a public page that was seen.

    What identifies it, where it is, and under which licence it may be quoted.
    ``publisher_names`` is what the publisher is called, by language. Its
    text is stored (``DocumentText``) only where that licence is an open one.
    """

    class Kind(models.TextChoices):
        """Whether terms were taken from it, or it supports what we say."""

        DOCUMENT = "document"
        WEB_PAGE = "web-page"

    id = models.SlugField(primary_key=True, max_length=120)
    kind = models.CharField(max_length=20, choices=Kind)
    genre = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=400)
    publisher = models.CharField(max_length=200)
    publisher_names = models.JSONField(default=dict)
    url = models.URLField(max_length=500)
    published_on = models.DateField(null=True)
    licence = models.CharField(max_length=60, blank=True)
    lang = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    text_file = models.CharField(max_length=120, blank=True)

    class Meta:
        """Sources are listed by their id."""

        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["document", "web-page"]),
                name="source_kind_known",
            ),
        )

    def __str__(self) -> str:
        """Show the title and who published it."""
        return f"{self.title} ({self.publisher})"
