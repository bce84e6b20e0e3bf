"""Revisions: documents, frozen one after the other, and where each of them stands."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

import orjson
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from glossary.document import SHAPES, DocumentKind, read_json, to_json
from glossary.models.names import Named, is_known
from glossary.models.notes import Note
from glossary.models.people import User, name_of

if TYPE_CHECKING:
    from typing import Self

    from glossary.document import Document
    from glossary.models.people import Actor


ERASED = "null"
"""The document of a revision that was erased: JSON that says nothing."""


def new_salt() -> str:
    """Return 128 random bits."""
    return secrets.token_hex(16)


class RevisionState(models.TextChoices):
    """Where a revision stands. Only an approved one can be published.

    A draft is submitted, and then approved or returned; what is returned is a draft
    again when somebody goes on with it. ``superseded``: another one was published in
    its place. ``abandoned``: nobody goes on with it, and its text stays.
    """

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    SUPERSEDED = "superseded"
    ABANDONED = "abandoned"


OPEN = (RevisionState.DRAFT, RevisionState.SUBMITTED, RevisionState.RETURNED)
"""The states of what somebody still works on."""


class Arrival(models.TextChoices):
    """How a revision came in: written here, already reviewed, or copied word by word.

    Only the text of a public document is copied.
    """

    WRITTEN_HERE = "written-here"
    REVIEWED_ELSEWHERE = "reviewed-elsewhere"
    COPIED = "copied"


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Questions about revisions."""

    def approved(self) -> Self:
        """Return the revisions that can be published, or are."""
        return self.filter(state=RevisionState.APPROVED)

    def under_way(self) -> Self:
        """Return what was written here and is not public yet, nor given up."""
        public = Exists(
            apps.get_model("glossary.Publication").objects.filter(
                revision=OuterRef("pk")
            )
        )
        live = self.filter(state__in=[*OPEN, RevisionState.APPROVED])
        return live.filter(~public, arrival=Arrival.WRITTEN_HERE)


class Revision(Named):
    """A document with a number that counts within its name.

    ``document`` is its canonical JSON text. ``digest`` is of all that somebody looks at
    who signs it off: the text, the line for readers and the claims, with the ``salt``.
    Whoever erases the text throws the salt away, so the digest stays, here and wherever
    it was written down, and nobody can try guesses with it. ``places`` are kept where
    the text that a revision was compared with is erased: where it differed from that.
    A draft may be unfinished: it is a valid document from when it is submitted.
    ``base`` is the publication that it departs from; there is none before the first.
    ``untouched`` are the languages of which somebody says that they still say the same,
    although another one changes. ``note`` is the line that readers will be told of what
    changes. ``submissions`` counts how often it was submitted. A revision that arrived
    already reviewed names in ``review`` the record of that review, which is a document
    too: it never poses as two people having clicked.
    """

    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=RevisionState)
    document = models.TextField()
    digest = models.CharField(max_length=64)
    salt = models.CharField(max_length=32, default=new_salt, blank=True)
    places = models.JSONField(null=True)
    base = models.ForeignKey(
        "glossary.Publication", models.PROTECT, null=True, related_name="+"
    )
    arrival = models.CharField(max_length=30, choices=Arrival)
    review = models.CharField(max_length=120, blank=True)
    untouched = models.JSONField(default=list)
    note = models.TextField(blank=True)
    note_lang = models.CharField(max_length=20, blank=True)
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    submissions = models.PositiveIntegerField(default=0)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        """Numbers count from one within a document; one revision of it is open."""

        ordering = ("kind", "key", "number")
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "key", "number"], name="one_revision_per_number"
            ),
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=models.Q(state__in=OPEN),
                name="one_open_revision_per_document",
            ),
            models.CheckConstraint(condition=is_known(), name="revision_kind_known"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="revisions_count_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=RevisionState.values),
                name="revision_state_known",
            ),
            models.CheckConstraint(
                condition=models.Q(arrival__in=Arrival.values),
                name="revision_arrival_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(arrival=Arrival.COPIED)
                | models.Q(kind=DocumentKind.TEXT.value),
                name="only_texts_are_copied",
            ),
            models.CheckConstraint(
                condition=~models.Q(digest=""), name="revision_has_a_digest"
            ),
            models.CheckConstraint(
                condition=models.Q(submissions=0, submitted_at=None)
                | models.Q(submissions__gt=0, submitted_at__isnull=False),
                name="who_was_submitted_says_when",
            ),
            models.CheckConstraint(
                condition=models.Q(arrival=Arrival.REVIEWED_ELSEWHERE)
                ^ models.Q(review=""),
                name="what_was_reviewed_elsewhere_says_how",
            ),
        )
        indexes = (
            models.Index(fields=["state", "arrival"], name="revisions_by_state"),
        )

    def __str__(self) -> str:
        """Show the name of the document and the number."""
        return f"{self.name} revision {self.number}"

    def read(self) -> Document:
        """Return the document that it holds."""
        return read_json(SHAPES[self.name.kind], self.document)

    @property
    def note_for_readers(self) -> Note:
        """What readers are told of it when it is published."""
        return Note(self.note, self.note_lang)

    def hold(self, document: Document) -> Self:
        """Hold a document; it is stored when the revision is."""
        return self.hold_text(to_json(document))

    def hold_text(self, document: str) -> Self:
        """Hold what may not be a document yet, as JSON text."""
        self.document = document
        self.digest = self._digest()
        return self

    @property
    def is_erased(self) -> bool:
        """Whether its text is gone for ever."""
        return self.document == ERASED

    @property
    def is_intact(self) -> bool:
        """Whether the text is the one that ``digest`` is of, or was until it went."""
        return self.is_erased or self.digest == self._digest()

    def _digest(self) -> str:
        said = [self.document, self.note_lang, self.note, sorted(self.untouched)]
        return hashlib.sha256(self.salt.encode() + orjson.dumps(said)).hexdigest()


class Author(models.Model):
    """Somebody who made a part of a revision, as they were called then.

    ``user`` is a person; the command line has none.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="authors")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    name = models.CharField(max_length=150)

    class Meta:
        """A person is an author once; nothing is made by nobody."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["revision", "user"], name="one_author_per_person"
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""), name="author_has_a_name"
            ),
        )

    def __str__(self) -> str:
        """Show the name."""
        return self.name

    @classmethod
    def of(cls, revision: Revision, actor: Actor) -> Author:
        """Return the row that says that ``actor`` made a part of ``revision``."""
        user = actor if isinstance(actor, User) else None
        return cls(revision=revision, user=user, name=name_of(actor))
