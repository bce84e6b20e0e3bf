"""What is to be published at a set time: which texts, when, and who said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from glossary.models.people import CommandLine, User, name_of
from glossary.models.revisions import Revision

if TYPE_CHECKING:
    import datetime as dt
    from typing import Self

    from glossary.models.people import Actor


class ScheduleState(models.TextChoices):
    """Where a schedule stands. Nothing but these two ends ever lets it go."""

    WAITING = "waiting"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    """Questions about schedules."""

    def waiting(self) -> Self:
        """Return those that nobody has met or cancelled yet."""
        return self.filter(state=ScheduleState.WAITING)

    def due(self, now: dt.datetime) -> Self:
        """Return those whose time has come, the earliest first."""
        return self.waiting().filter(at__lte=now)


class Schedule(models.Model):
    """Some revisions that are to be published together, at a time.

    ``actor`` is who said so; the command line has none, and both are named.
    ``problem`` is why the last try failed, as it was recorded.
    """

    at = models.DateTimeField()
    asked_at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    actor_name = models.CharField(max_length=150)
    state = models.CharField(
        max_length=20, choices=ScheduleState, default=ScheduleState.WAITING
    )
    problem = models.TextField(blank=True)
    revisions = models.ManyToManyField(
        Revision, through="ScheduledRevision", related_name="schedules"
    )

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        """The earliest comes first; those that are due are found at once."""

        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=ScheduleState.values),
                name="schedule_state_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(actor_name=""), name="somebody_scheduled_it"
            ),
        )
        indexes = (models.Index(fields=["state", "at"], name="schedules_due"),)

    def __str__(self) -> str:
        """Show when and how it stands."""
        return f"{self.at:%Y-%m-%d %H:%M} {self.state}"

    @classmethod
    def by(cls, actor: Actor, *, at: dt.datetime, asked_at: dt.datetime) -> Schedule:
        """Return what ``actor`` asks for."""
        user = actor if isinstance(actor, User) else None
        return cls(at=at, asked_at=asked_at, actor=user, actor_name=name_of(actor))

    @property
    def asked_by(self) -> Actor:
        """Who said so, as they are now."""
        return self.actor or CommandLine(self.actor_name)


class ScheduledRevision(models.Model):
    """A revision that a schedule publishes, with the digest of its text then."""

    schedule = models.ForeignKey(Schedule, models.PROTECT, related_name="parts")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)

    class Meta:
        """A schedule has a revision once."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["schedule", "revision"], name="scheduled_once"
            ),
        )

    def __str__(self) -> str:
        """Show the revision."""
        return str(self.revision)
