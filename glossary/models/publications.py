"""Publications: what the public sees, frozen and numbered without gaps.

The public side reads these rows and what is built from them, nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from glossary.models.entries import Entry
from glossary.models.revisions import Revision
from glossary.models.sources import Source

if TYPE_CHECKING:
    from collections.abc import Collection


class Dataset(models.Model):
    """The one row that numbers publications.

    It is locked while publications are written, so sequences have no gaps and
    become visible in order. Every rule that writes takes this lock before it reads
    what it decides by, and before any other. ``reference`` counts changes to what
    publications do not hold (topics, sources, helplines).
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)
    reference = models.PositiveBigIntegerField(default=0)

    class Meta:
        """There is one row."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(id=1), name="there_is_one_dataset"
            ),
        )

    def __str__(self) -> str:
        """Show the sequence."""
        return f"sequence {self.sequence}"


class PublicationKind(models.TextChoices):
    """What a publication did to its entry.

    A refreshed entry did not change itself: something that it shows did.
    """

    PUBLISHED = "published"
    UPDATED = "updated"
    REFRESHED = "refreshed"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Questions about publications."""

    def current(self) -> PublicationQuerySet:
        """Return the newest publication of each entry, tombstones included."""
        return self.filter(is_current=True)

    def readable(self) -> PublicationQuerySet:
        """Return the current publications that are not withdrawn."""
        return self.current().exclude(kind=PublicationKind.WITHDRAWN)

    def of(self, entry_ids: Collection[str]) -> PublicationQuerySet:
        """Return the publications of these entries."""
        return self.filter(entry_id__in=entry_ids)


class Publication(models.Model):
    """One state of an entry as the public saw it.

    ``body`` is the entry as the API gives it, in JSON, with
    ``presentation.BASE`` in place of the site's address. ``index`` holds the
    rows from which the search index is built. ``digest`` tells whether
    anything a reader can see would change. ``note`` is said to readers, and is
    written in the language ``note_lang``.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="publications")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=PublicationKind)
    published_at = models.DateTimeField()
    note = models.TextField(blank=True)
    note_lang = models.CharField(max_length=20, blank=True)
    languages = models.JSONField(default=list)
    body = models.TextField()
    index = models.TextField()
    digest = models.CharField(max_length=64)
    is_current = models.BooleanField(default=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        """An entry has one current publication."""

        ordering = ("sequence",)
        constraints = (
            models.UniqueConstraint(
                fields=["entry"],
                condition=models.Q(is_current=True),
                name="one_current_publication_per_entry",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=[
                        "published",
                        "updated",
                        "refreshed",
                        "withdrawn",
                        "restored",
                    ]
                ),
                name="publication_kind_known",
            ),
        )

    def __str__(self) -> str:
        """Show the sequence and the entry."""
        return f"{self.sequence}: {self.entry_id} {self.kind}"


class Address(models.Model):
    """A slug that leads to an entry, now or formerly. Never given to another."""

    lang = models.CharField(max_length=20)
    slug = models.SlugField(max_length=120)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="addresses")
    is_current = models.BooleanField(default=True)

    class Meta:
        """A slug belongs to one entry; an entry has one slug in each language."""

        constraints = (
            models.UniqueConstraint(fields=["lang", "slug"], name="one_entry_per_slug"),
            models.UniqueConstraint(
                fields=["entry", "lang"],
                condition=models.Q(is_current=True),
                name="one_current_slug_per_entry_and_language",
            ),
        )

    def __str__(self) -> str:
        """Show the language and the slug."""
        return f"{self.lang}/{self.slug}"


class Link(models.Model):
    """Where a published entry points: its relations, and the links in its text.

    When an entry's names or slugs change, these rows tell whose public form
    changes with it. ``other`` need not be public, nor even exist yet.
    """

    MENTION = "mention"

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="links")
    relation = models.CharField(max_length=20)
    other = models.SlugField(max_length=80)

    class Meta:
        """A link is kept once."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "relation", "other"], name="one_link_of_a_kind"
            ),
        )

    def __str__(self) -> str:
        """Show both ends."""
        return f"{self.entry_id} {self.relation} {self.other}"


class CitedSource(models.Model):
    """A source on which the newest publication of an entry rests.

    When a source changes, these rows tell whose public form changes with it.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="cited_sources")
    source = models.ForeignKey(Source, models.PROTECT, related_name="cited_by")

    class Meta:
        """A source is named once for an entry."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "source"], name="one_row_per_entry_and_source"
            ),
        )

    def __str__(self) -> str:
        """Show both ends."""
        return f"{self.entry_id} rests on {self.source_id}"
