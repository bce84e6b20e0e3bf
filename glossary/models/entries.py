"""Entries: concepts, whatever they are called. What is said of them is in revisions."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One concept (ISO 30042 concept entry): an id and a short code, for ever."""

    id = models.SlugField(primary_key=True, max_length=80)
    short_code = models.CharField(max_length=12, unique=True)

    class Meta:
        """Entries are kept in the order of their ids, which never change."""

        ordering = ("id",)
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        """Show the id."""
        return self.id
