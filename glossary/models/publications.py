"""Publications: what the public sees, frozen and numbered without gaps.

The public side reads these rows and what is built from them, nothing else.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import models

from glossary.closed_lists import GONE, Change, WithdrawalReason
from glossary.document import DocumentKind
from glossary.models.entries import Entry
from glossary.models.names import KINDS, Named, is_known
from glossary.models.revisions import Revision, new_salt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator
    from typing import Self


class Dataset(models.Model):
    """The one row that numbers publications.

    It is locked while publications are written, so sequences have no gaps and
    become visible in order. Every rule that writes takes this lock before it reads
    what it decides by, and before any other.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)

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


def locked_dataset() -> Dataset:
    """Return the row that numbers publications, held until the transaction ends.

    Whoever writes what the public sees asks for it first: before reading what it
    decides by, and before any other lock.
    """
    Dataset.objects.get_or_create(pk=1)
    return Dataset.objects.select_for_update().get(pk=1)


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Questions about publications."""

    def entries(self) -> Self:
        """Return the publications of entries."""
        return self.of_kind(DocumentKind.ENTRY)

    def of_kind(self, kind: DocumentKind) -> Self:
        """Return the publications of one kind of documents."""
        return self.filter(kind=kind)

    def current(self) -> Self:
        """Return the newest publication of each document, tombstones included."""
        return self.filter(is_current=True)

    def readable(self) -> Self:
        """Return the current publications of what readers see."""
        return self.current().exclude(change__in=GONE)

    def withdrawn(self) -> Self:
        """Return the tombstones of what readers see no more, erased or not."""
        return self.current().filter(change__in=GONE)

    def overdue(self, today: dt.date) -> Self:
        """Return what readers see and was to be gone through again before today."""
        return self.readable().filter(due_on__lt=today)

    def with_renderings(self) -> Self:
        """Return those of entries that have a text in another form as well."""
        written = '"renderings":[{'  # as the public form writes what is not empty
        return self.entries().filter(body__contains=written)

    def of(self, keys: Collection[str]) -> Self:
        """Return the publications of the documents with these keys."""
        return self.filter(key__in=keys)


class Publication(Named):
    """One state of a document as the public saw it.

    ``body`` is its public form in JSON, with ``public_form.BASE`` in place of the
    site's address, and ``format`` the number of the form. ``index`` holds the rows
    from which the search index is built; only entries have them. ``digest`` tells
    whether anything a reader can see would change. Where the text was erased, ``body``
    is empty, and the digest is of nothing that anybody could guess. ``note`` is said to
    readers, and is written in the language ``note_lang``. ``reason`` is why a document
    was taken from the public, if they are told, and ``comment`` what those who write
    are told of it: it is never public, and goes when the text is erased. ``due_on`` is
    the day by which somebody has to go through the document again.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    change = models.CharField(max_length=20, choices=Change.choices())
    published_at = models.DateTimeField()
    note = models.TextField(blank=True)
    note_lang = models.CharField(max_length=20, blank=True)
    reason = models.CharField(
        max_length=30, blank=True, choices=WithdrawalReason.choices()
    )
    comment = models.TextField(blank=True)
    languages = models.JSONField(default=list)
    due_on = models.DateField(null=True)
    format = models.PositiveSmallIntegerField()
    body = models.TextField()
    index = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    is_current = models.BooleanField(default=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        """A document has one current publication."""

        ordering = ("sequence",)
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=models.Q(is_current=True),
                name="one_current_publication_per_document",
            ),
            models.CheckConstraint(condition=is_known(), name="publication_kind_known"),
            models.CheckConstraint(
                condition=models.Q(change__in=Change.values()),
                name="publication_change_known",
            ),
            models.CheckConstraint(
                condition=models.Q(reason="")
                | models.Q(
                    reason__in=WithdrawalReason.values(), change=Change.WITHDRAWN
                ),
                name="what_is_withdrawn_says_why_from_a_list",
            ),
        )
        indexes = (
            models.Index(fields=["kind", "key"], name="publications_of_one"),
            models.Index(
                fields=["due_on"],
                condition=models.Q(is_current=True),
                name="publications_by_due_day",
            ),
        )

    def __str__(self) -> str:
        """Show the sequence and the document."""
        return f"{self.sequence}: {self.name} {self.change}"


class Address(models.Model):
    """A slug that leads to an entry, now or formerly. Never given to another.

    Of one that was erased ``slug`` says nothing, and ``erased`` is a salt and a digest:
    nobody reads the word there, and whoever comes with it is known again.
    """

    lang = models.CharField(max_length=20)
    slug = models.SlugField(max_length=120)
    erased = models.CharField(max_length=97, blank=True)
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

    def erase(self) -> Address:
        """Let the slug be one that says nothing; it is stored when the row is."""
        salt = new_salt()
        self.erased = f"{salt}-{_salted(salt, self.slug)}"
        self.slug = f"erased-{self.pk}"
        return self

    def was(self, slug: str) -> bool:
        """Tell whether this was the slug before it was erased."""
        salt, _, digest = self.erased.partition("-")
        return bool(digest) and digest == _salted(salt, slug)

    @classmethod
    def erased_at(cls, slug: str) -> Iterator[Address]:
        """Yield the addresses that had this slug before they were erased."""
        rows = cls.objects.exclude(erased="")
        return (row for row in rows if row.was(slug))


def _salted(salt: str, slug: str) -> str:
    return hashlib.sha256(f"{salt}{slug}".encode()).hexdigest()


class Link(Named):
    """Where what is public points (``document.pointers``), and what reviewed it.

    What was changed here since may still say in one language what was reviewed.
    When a document changes, these rows tell whose public form changes with it. The
    other one need not be public, nor even exist yet.
    """

    REVIEWED = "reviewed-in"
    PARTLY_REVIEWED = "partly-reviewed-in"

    relation = models.CharField(max_length=20)
    other_kind = models.CharField(max_length=20, choices=KINDS)
    other = models.CharField(max_length=120)

    class Meta:
        """A link is kept once."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "key", "relation", "other_kind", "other"],
                name="one_link_of_a_kind",
            ),
            models.CheckConstraint(condition=is_known(), name="link_kind_known"),
            models.CheckConstraint(
                condition=is_known("other_kind"), name="link_other_kind_known"
            ),
        )
        indexes = (models.Index(fields=["other_kind", "other"], name="links_back"),)

    def __str__(self) -> str:
        """Show both ends."""
        return f"{self.name} {self.relation} {self.other_kind}/{self.other}"
