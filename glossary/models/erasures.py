"""Erasures: what two people take away for ever. No row here says what was taken."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from glossary.closed_lists import ErasureReason
from glossary.models.names import Named, is_known
from glossary.models.people import CommandLine, User, name_of
from glossary.models.revisions import new_salt

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from glossary.document import Name
    from glossary.models.people import Actor

SECOND_WITHIN = dt.timedelta(days=1)
"""How long a second person has who has to confirm what one has erased alone."""


def former_of(name: Name) -> str:
    """Return a salt and a digest by which a key that is erased is known again.

    It needs the secret key of the site: who has the database alone can try no guesses.
    """
    salt = new_salt()
    return f"{salt}-{_keyed(salt, name, settings.SECRET_KEY)}"


def was_called(former: str, name: Name) -> bool:
    """Tell whether ``former`` is of this name."""
    salt, _, digest = former.partition("-")
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return bool(digest) and any(
        constant_time_compare(digest, _keyed(salt, name, secret)) for secret in secrets
    )


def _keyed(salt: str, name: Name, secret: str | bytes) -> str:
    made = salted_hmac(
        f"glossary.erasures-{salt}", str(name), secret, algorithm="sha256"
    )
    return made.hexdigest()


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

    def keys_taken(self, names: Iterable[Name]) -> set[Name]:
        """Return which of these names had a key that is erased, or stand for one."""
        rows = list(self.exclude(former=""))
        return {
            name
            for name in (set(names) if rows else ())  # few sites have any
            if any(row.name == name or was_called(row.former, name) for row in rows)
        }

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

    Where the key itself tells who somebody is, ``new_key`` is what takes its place: a
    random one, empty where the key stays. Once it has, ``former`` is a salt and a
    digest by which whoever comes with the old one is known again.
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
    new_key = models.CharField(max_length=80, blank=True)
    former = models.CharField(max_length=97, blank=True)

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
            models.CheckConstraint(
                condition=models.Q(former="")
                | ~models.Q(new_key="") & models.Q(new_key=models.F("key")),
                name="an_erased_key_is_there_no_more",
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
