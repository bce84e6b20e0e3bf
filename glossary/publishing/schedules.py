"""Publishing at a set time: asked for, cancelled, and done when the time has come.

A schedule ends by being met or cancelled, and by nothing else. Whoever asked for it
publishes it, so what they may do is asked again at that time. It is safe to run twice,
and on two machines: both wait for the lock of the dataset, and the second one finds
that the schedule is met.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.errors import GlossaryError, NotFoundError, StateError
from glossary.failures import trace
from glossary.models import (
    Action,
    Event,
    Publication,
    Revision,
    Schedule,
    ScheduledRevision,
    ScheduleState,
    locked_dataset,
)
from glossary.publishing.foresight import nothing_stays
from glossary.publishing.rights import require_publisher
from glossary.publishing.rules import publish_revisions, publishable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from glossary.models import Actor

logger = logging.getLogger(__name__)


class Outcome(NamedTuple):
    """What came of a schedule: publications, or why there are none."""

    schedule: Schedule
    publications: Sequence[Publication] = ()
    problem: str = ""


@transaction.atomic
def schedule_publication(
    *, revisions: Sequence[Revision], at: dt.datetime, actor: Actor
) -> Schedule:
    """Let approved revisions be published together, at a time.

    Raises ``PermissionDeniedError``, and ``StateError`` where they could not be
    published now, where one is scheduled already, or where the time has passed.
    """
    require_publisher(actor, {row.name.kind for row in revisions})
    locked_dataset()
    now = timezone.now()
    if not revisions:
        raise StateError(_("Choose what is to be published."))
    if at <= now:
        raise StateError(_("This time has passed. Choose a later one."))
    chosen = publishable(revisions).values()
    _require_unscheduled(chosen)
    schedule = Schedule.by(actor, at=at, asked_at=now)
    schedule.save()
    ScheduledRevision.objects.bulk_create(
        ScheduledRevision(schedule=schedule, revision=row, digest=row.digest)
        for row in chosen
    )
    _record(Action.SCHEDULED, schedule, actor)
    return schedule


@transaction.atomic
def cancel_schedule(*, schedule: Schedule, actor: Actor) -> Schedule:
    """Let a schedule go: what it would have published stays approved.

    Raises ``PermissionDeniedError``, and ``NotFoundError`` where it waits no more.
    """
    require_publisher(actor)
    locked_dataset()
    row = _held(schedule)
    if row is None:
        raise NotFoundError(_("This is not planned any more."))
    _end(row, ScheduleState.CANCELLED)
    _record(Action.SCHEDULE_CANCELLED, row, actor)
    return row


def publish_due(*, now: dt.datetime | None = None) -> list[Outcome]:
    """Publish what is due, each schedule in a transaction of its own.

    One that fails is kept and tried again the next time; why it fails is recorded once
    for each reason. Where nothing is due, it is one short question.
    """
    due = list(Schedule.objects.due(now or timezone.now()))
    return [outcome for one in due if (outcome := _meet(one))]


def why_not_met(schedule: Schedule) -> list[str]:
    """Return why a schedule would not be met now, by the rules; nothing of it stays."""
    try:
        with nothing_stays():
            _publish(schedule)
    except GlossaryError as error:
        details = [error.detail, *(one.detail for one in error.problems)]
        return list(dict.fromkeys(details))
    except Exception as error:  # noqa: BLE001 (the same that meeting it stumbles over)
        _report(error)
        return [_("Something is broken. Whoever runs this site finds it in the log.")]
    return []


def parts_due(schedule: Schedule) -> list[Revision]:
    """Return what a schedule has still to publish: some may be public already."""
    shown = Publication.objects.values("revision")
    return list(schedule.revisions.exclude(pk__in=shown).order_by("pk"))


def _meet(schedule: Schedule) -> Outcome | None:
    """Meet a schedule, or note why not; none where somebody else met it."""
    try:
        return _publish(schedule)
    except (OperationalError, InterfaceError) as error:  # nothing could be noted either
        _report(error)
        return Outcome(schedule, problem=type(error).__name__)
    except GlossaryError as error:
        problem = " ".join([error.detail, *(one.detail for one in error.problems)])
        codes = list(dict.fromkeys([error.code, *(one.code for one in error.problems)]))
        return _failed(schedule, problem, codes)
    except Exception as error:  # noqa: BLE001 (whatever it is, the schedule stays)
        _report(error)
        return _failed(schedule, type(error).__name__, [type(error).__name__])


def _report(error: Exception) -> None:
    logger.error("A schedule could not be met\n%s", trace(error))


@transaction.atomic
def _publish(schedule: Schedule) -> Outcome | None:
    locked_dataset()
    row = _held(schedule)
    if row is None:
        return None
    for part in row.parts.select_related("revision"):
        if part.digest != part.revision.digest:
            detail = _("“%(name)s” was changed since this was planned.")
            raise StateError(detail % {"name": part.revision.name})
    revisions, actor = parts_due(row), row.asked_by
    done = publish_revisions(revisions=revisions, actor=actor) if revisions else []
    _end(row, ScheduleState.PUBLISHED)
    _record(Action.SCHEDULE_MET, row, actor)
    return Outcome(row, done)


@transaction.atomic
def _failed(schedule: Schedule, problem: str, codes: Sequence[str]) -> Outcome | None:
    """Note why a schedule failed, once for each reason.

    An event has its codes alone: a sentence can name what has to be erased one day.
    """
    locked_dataset()
    row = _held(schedule)
    if row is None:
        return None
    if row.problem != problem:
        row.problem = problem
        row.save()
        _record(Action.SCHEDULE_FAILED, row, row.asked_by, codes=codes)
    return Outcome(row, problem=problem)


def _held(schedule: Schedule) -> Schedule | None:
    """Return a schedule that still waits, held until the transaction ends."""
    rows = Schedule.objects.waiting().select_for_update(of=("self",))
    return rows.select_related("actor").filter(pk=schedule.pk).first()


def _require_unscheduled(revisions: Collection[Revision]) -> None:
    """Refuse what is planned already: nobody would know which time holds."""
    waiting = Schedule.objects.waiting()
    rows = ScheduledRevision.objects.filter(schedule__in=waiting)
    ids = [row.pk for row in revisions]
    row = rows.filter(revision__in=ids).select_related("revision").first()
    if row:
        detail = _("“%(name)s” is planned already.")
        raise StateError(detail % {"name": row.revision.name})


def _end(row: Schedule, state: ScheduleState) -> None:
    row.state, row.problem = state, ""
    row.save()


def _record(action: Action, row: Schedule, actor: Actor, **more: object) -> None:
    names = [str(part.revision) for part in row.parts.select_related("revision")]
    details = {"schedule": row.pk, "at": row.at.isoformat(), "of": names, **more}
    Event.objects.record(action, actor=actor, details=details)
