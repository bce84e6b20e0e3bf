"""The working tables: an entry, a section per language, its terms and its proofs.

Nothing public is read from here: readers see publications. Names follow
ISO 30042 (concept entry, language section, term section).
"""

from __future__ import annotations

from django.db import models

from glossary.models.sources import Source


class Topic(models.Model):
    """A subject under which entries are listed."""

    id = models.SlugField(primary_key=True, max_length=60)
    position = models.PositiveSmallIntegerField()

    class Meta:
        """Topics keep the order in which they were written down."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Show the id."""
        return self.id


class TopicLabel(models.Model):
    """What a topic is called in one language."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="labels")
    lang = models.CharField(max_length=20)
    label = models.CharField(max_length=120)
    description = models.TextField()

    class Meta:
        """One label for each language."""

        constraints = (
            models.UniqueConstraint(
                fields=["topic", "lang"], name="one_label_per_topic_and_language"
            ),
        )

    def __str__(self) -> str:
        """Show the label."""
        return self.label


class Entry(models.Model):
    """One concept, whatever it is called."""

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
        """Entries are kept in the order of their ids, which never change."""

        ordering = ("id",)
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        """Show the id."""
        return self.id


class LanguageSection(models.Model):
    """An entry in one language.

    ``edition`` moves only when the content does. ``matches`` remembers, for each
    other language, the edition that this section was last made to match.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="sections")
    lang = models.CharField(max_length=20)
    slug = models.SlugField(max_length=120)
    hidden = models.JSONField(default=list)
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
        """One section for each language."""

        ordering = ("entry_id", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "lang"], name="one_section_per_entry_and_language"
            ),
            models.CheckConstraint(
                condition=models.Q(edition__gte=1), name="edition_counts_from_one"
            ),
        )

    def __str__(self) -> str:
        """Show the entry and the language."""
        return f"{self.entry_id} ({self.lang})"


class Term(models.Model):
    """One name of an entry in one language (ISO 30042 term section)."""

    section = models.ForeignKey(LanguageSection, models.CASCADE, related_name="terms")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    type = models.CharField(max_length=20)
    status = models.CharField(max_length=20)
    plural = models.CharField(max_length=200, blank=True)
    forms = models.JSONField(default=list)
    gender = models.CharField(max_length=20, blank=True)
    article = models.CharField(max_length=10, blank=True)
    mutates = models.BooleanField(default=True)
    match_mutated = models.BooleanField(default=True)
    context_only = models.BooleanField(default=False)
    unless = models.JSONField(default=list)
    only = models.JSONField(default=list)
    sort_as = models.CharField(max_length=200, blank=True)
    provenance_status = models.CharField(max_length=30, blank=True)
    provenance_source = models.ForeignKey(
        Source, models.PROTECT, null=True, related_name="+"
    )
    provenance_note = models.TextField(blank=True)

    class Meta:
        """The preferred term comes first; there is one in each section."""

        ordering = ("section_id", "position")
        constraints = (
            models.UniqueConstraint(
                fields=["section", "position"], name="one_term_per_position"
            ),
            models.UniqueConstraint(
                fields=["section"],
                condition=models.Q(status="preferred"),
                name="one_preferred_term_per_section",
            ),
        )

    def __str__(self) -> str:
        """Show the term."""
        return self.text


class Citation(models.Model):
    """What an entry rests on: a source, and the words in it where they are quoted."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="citations")
    position = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations")
    quotation = models.TextField(blank=True)
    lang = models.CharField(max_length=20)
    locator = models.TextField(blank=True)

    class Meta:
        """Citations keep the order in which they were written down."""

        ordering = ("entry_id", "position")
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "position"], name="one_citation_per_position"
            ),
        )

    def __str__(self) -> str:
        """Show the entry and its source."""
        return f"{self.entry_id}: {self.source_id}"


class Relation(models.Model):
    """How an entry is connected to another: stored once, shown from both ends."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="relations")
    relation = models.CharField(max_length=20)
    other = models.ForeignKey(Entry, models.CASCADE, related_name="relations_back")

    class Meta:
        """An entry is not related to itself, nor twice in the same way."""

        ordering = ("entry_id", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["entry", "relation", "other"], name="one_relation_of_a_kind"
            ),
            models.CheckConstraint(
                condition=~models.Q(entry=models.F("other")),
                name="no_relation_to_itself",
            ),
        )

    def __str__(self) -> str:
        """Show both ends."""
        return f"{self.entry_id} {self.relation} {self.other_id}"
