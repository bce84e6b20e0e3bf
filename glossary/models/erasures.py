"""Erasures: what two people take away for ever. No row here says what was taken."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from glossary.closed_lists import ErasureReason
from glossary.models.names import Named, is_known
from glossary.models.people import CommandLine, User, name_of

if TYPE_CHECKING:
    from typing import Self

    from glossary.models.people import Actor

SECOND_WITHIN = dt.timedelta(days=1)
"""How long a second person has who has to confirm what one has erased alone."""


class ErasureQuerySet(models.QuerySet["Erasure"]):
    """Questions about erasures."""

    def waiting(self) -> Self:
        """Return those that nobody has done or declined yet."""
        return self.filter(erased_at=None, declined_at=None)

    def unconfirmed(self) -> Self:
        """Return those that one person did alone, and no second one has confirmed."""
        return self.filter(erased_at__isnull=False, confirmed_at=None)

    def overdue(self) -> Self:
        """Return those of them that wait for longer than they may."""
        return self.unconfirmed().filter(erased_at__lt=timezone.now() - SECOND_WITHIN)

    def asked_by(self, actor: Actor) -> Self:
        """Return those that this person asked for, whatever account it was."""
        if isinstance(actor, User):
            mine = models.Q(asked_by=actor.person)
            return self.filter(mine | models.Q(asked_by__same_as=actor.person))
        return self.filter(asked_by=None, asked_by_name=name_of(actor))


class Erasure(Named):
    """What somebody asked to erase of a document, and what came of it.

    ``revisions`` are the numbers of those whose texts go; all that there are, where
    none is named. ``gone`` says what went: the numbers of revisions with the times at
    which they were begun, by which they are known again in a backup. ``sequence`` is
    the newest of all publications after that. ``cleared_at`` is when nothing was left
    in the files of the database.
    """

    revisions = models.JSONField(default=list)
    reason = models.CharField(max_length=30, choices=ErasureReason.choices())
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    asked_by_name = models.CharField(max_length=150)
    declined_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    confirmed_by_name = models.CharField(max_length=150, blank=True)
    gone = models.JSONField(default=list)
    sequence = models.PositiveBigIntegerField(null=True)
    cleared_at = models.DateTimeField(null=True)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        """The oldest comes first; of one document one waits."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=models.Q(erased_at=None, declined_at=None),
                name="one_waiting_erasure_per_document",
            ),
            models.CheckConstraint(condition=is_known(), name="erasure_kind_known"),
            models.CheckConstraint(
                condition=models.Q(reason__in=ErasureReason.values()),
                name="erasure_reason_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(asked_by_name=""), name="somebody_asked_to_erase"
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None)
                | models.Q(erased_at__isnull=False) & ~models.Q(confirmed_by_name=""),
                name="what_is_confirmed_is_erased",
            ),
            models.CheckConstraint(
                condition=models.Q(declined_at=None) | models.Q(erased_at=None),
                name="what_is_declined_is_not_erased",
            ),
        )

    def __str__(self) -> str:
        """Show which document it is."""
        return f"{self.name} erasure {self.pk}"

    @property
    def is_of_all(self) -> bool:
        """Whether all texts of the document go."""
        return not self.revisions

    @property
    def due_at(self) -> dt.datetime | None:
        """When a second person must have confirmed what one has erased alone."""
        return self.erased_at + SECOND_WITHIN if self.erased_at else None

    def is_by_another(self, actor: Actor) -> bool:
        """Tell whether ``actor`` is certainly not the one who asked.

        Persons are told apart whatever accounts they have, and those who type at the
        command line by their names there. A person and the command line are not:
        whoever typed may be that person.
        """
        if isinstance(actor, User) and self.asked_by:
            return actor.person != self.asked_by.person
        if isinstance(actor, CommandLine) and self.asked_by is None:
            return actor.name != self.asked_by_name
        return False
