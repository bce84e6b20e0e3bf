"""The same glossary in tables as tutorials teach them: a row for each part.

The product keeps documents and what is published of them; it has no such tables.
"""

from __future__ import annotations

from django.db import models


class Row(models.Model):
    """A row, shown by its key."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        """Show the key."""
        return str(self.pk)


class Source(Row):
    """A public document, or a public page."""

    id = models.SlugField(primary_key=True, max_length=120)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=400)
    publisher = models.CharField(max_length=200)
    url = models.URLField(max_length=500)
    published_on = models.DateField(null=True)
    licence = models.CharField(max_length=60, blank=True)
    lang = models.CharField(max_length=20)

    class Meta:
        ordering = ("id",)


class Entry(Row):
    """One concept."""

    id = models.SlugField(primary_key=True, max_length=80)
    short_code = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=40)
    topics = models.JSONField(default=list)
    applies_in = models.JSONField(default=list)
    as_at = models.DateField()
    in_use_from = models.CharField(max_length=20, blank=True)
    in_use_to = models.CharField(max_length=20, blank=True)
    checked_on = models.DateField()
    check_due = models.DateField()

    class Meta:
        ordering = ("id",)


class LanguageSection(Row):
    """An entry in one language."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="sections")
    lang = models.CharField(max_length=20)
    slug = models.SlugField(max_length=120)
    short = models.TextField()
    explanation = models.TextField(blank=True)
    for_you = models.TextField(blank=True)
    ask = models.TextField(blank=True)
    detail = models.TextField(blank=True)
    update = models.TextField(blank=True)
    notice = models.TextField(blank=True)
    edition = models.PositiveIntegerField(default=1)
    matches = models.JSONField(default=dict)

    class Meta:
        ordering = ("entry_id", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "lang"], name="rival_section_per_language"
            ),
        )


class Term(Row):
    """One name of an entry in one language."""

    section = models.ForeignKey(LanguageSection, models.CASCADE, related_name="terms")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    type = models.CharField(max_length=20)
    status = models.CharField(max_length=20)
    plural = models.CharField(max_length=200, blank=True)
    gender = models.CharField(max_length=20, blank=True)
    article = models.CharField(max_length=10, blank=True)
    provenance_status = models.CharField(max_length=30, blank=True)
    provenance_source = models.ForeignKey(
        Source, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("section_id", "position")
        constraints = (
            models.UniqueConstraint(
                fields=["section", "position"], name="rival_term_per_position"
            ),
        )


class Citation(Row):
    """What an entry rests on."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="citations")
    position = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations")
    quotation = models.TextField(blank=True)
    lang = models.CharField(max_length=20)
    locator = models.TextField(blank=True)

    class Meta:
        ordering = ("entry_id", "position")
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "position"], name="rival_citation_per_position"
            ),
        )


class Relation(Row):
    """How an entry is connected to another: stored once, shown from both ends."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="relations")
    relation = models.CharField(max_length=20)
    other = models.ForeignKey(Entry, models.CASCADE, related_name="relations_back")

    class Meta:
        ordering = ("entry_id", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "relation", "other"], name="rival_relation_of_a_kind"
            ),
        )
