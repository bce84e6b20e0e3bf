"""Entries: concepts, whatever they are called. What is said of them is in revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from glossary.models.batches import rows_among

if TYPE_CHECKING:
    from collections.abc import Iterable


class EntryQuerySet(models.QuerySet["Entry"]):
    """Questions about entries."""

    def merged_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Return of those ids that lead to another entry now, to which."""
        rows = self.exclude(merged_into=None).select_related("merged_into")
        return {
            row.pk: row.merged_into.pk
            for row in rows_among(rows, "pk", set(ids))
            if row.merged_into
        }

    def now(self, ids: Iterable[str]) -> list[str]:
        """Return the same ids, each once, with those to which merged ones lead."""
        wanted = list(ids)
        merged = self.merged_of(wanted)
        return list(dict.fromkeys(merged.get(one, one) for one in wanted))


class Entry(models.Model):
    """One concept (ISO 30042 concept entry): an id and a short code, for ever.

    What turned out to be the same as another one leads to it: ``merged_into``.
    """

    id = models.SlugField(primary_key=True, max_length=80)
    short_code = models.CharField(max_length=12, unique=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="merged"
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        """Entries are kept in the order of their ids, which never change."""

        ordering = ("id",)
        verbose_name_plural = "entries"
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")),
                name="no_entry_is_merged_into_itself",
            ),
        )

    def __str__(self) -> str:
        """Show the id."""
        return self.id
