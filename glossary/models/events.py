"""The audit trail: who did what to which document, when. Written by one function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from glossary.models.batches import BATCH
from glossary.models.names import Named, is_known
from glossary.models.people import User, name_of
from glossary.models.publications import Publication
from glossary.models.revisions import Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary.document import Name
    from glossary.models.people import Actor


class Action(models.TextChoices):
    """Everything that can be recorded. Stored untranslated."""

    CONTENT_LOADED = "content-loaded"
    DRAFT_BEGUN = "draft-begun"
    DRAFT_SAVED = "draft-saved"
    DRAFT_MERGED = "draft-merged"
    DRAFT_ABANDONED = "draft-abandoned"
    CHECK_BEGUN = "check-begun"
    SUBMITTED = "submitted"
    TAKEN_BACK = "taken-back"
    RETURNED = "returned"
    SIGNED_OFF = "signed-off"
    APPROVED = "approved"
    PUBLISHED = "published"
    REFRESHED = "refreshed"
    CHECKED = "checked"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    MERGED = "merged"
    SCHEDULED = "scheduled"
    SCHEDULE_CANCELLED = "schedule-cancelled"
    SCHEDULE_MET = "schedule-met"
    SCHEDULE_FAILED = "schedule-failed"
    ERASED = "erased"
    EARLIER_ERASED = "earlier-erased"
    ERASURE_ASKED = "erasure-asked"
    ERASURE_DECLINED = "erasure-declined"
    ERASURE_DONE = "erasure-done"
    ERASURE_CONFIRMED = "erasure-confirmed"
    ERASURE_REPEATED = "erasure-repeated"
    KEY_ISSUED = "key-issued"
    KEY_REVOKED = "key-revoked"
    SUGGESTIONS_FORGOTTEN = "suggestions-forgotten"
    ACCOUNT_ADDED = "account-added"
    ACCOUNT_ALLOWED = "account-allowed"
    ACCOUNT_FORBIDDEN = "account-forbidden"
    ACCOUNT_CLOSED = "account-closed"
    ACCOUNT_REOPENED = "account-reopened"
    ACCOUNTS_ARE_ONE_PERSON = "accounts-are-one-person"
    ACCOUNT_IS_OWN_PERSON = "account-is-own-person"
    DEMO_FILLED = "demo-filled"
    CLAIMED = "claimed"
    CLAIM_RELEASED = "claim-released"
    DIGEST_ASKED_FOR = "digest-asked-for"
    DIGEST_STOPPED = "digest-stopped"
    DIGESTS_SENT = "digests-sent"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105 (what was done)
    ACCOUNT_INVITED = "account-invited"
    EMAIL_CHANGED = "email-changed"
    SESSIONS_ENDED = "sessions-ended"
    FACTOR_ADDED = "factor-added"
    FACTOR_REMOVED = "factor-removed"
    FACTORS_RESET = "factors-reset"
    RECOVERY_CODES_MADE = "recovery-codes-made"
    RECOVERY_CODE_USED = "recovery-code-used"


class EventManager(models.Manager["Event"]):
    """The one writer of events."""

    def record(
        self,
        action: Action,
        *,
        actor: Actor,
        details: Mapping[str, object] | None = None,
    ) -> Event:
        """Write down that ``actor`` did ``action``."""
        event = _event(action, actor)
        event.details = dict(details or {})
        event.save(force_insert=True)
        return event

    def record_about(
        self,
        action: Action,
        name: Name,
        *,
        actor: Actor,
        details: Mapping[str, object] | None = None,
    ) -> Event:
        """Write down what ``actor`` did about a document, to no one text of it."""
        event = _event(action, actor)
        event.kind, event.key = name
        event.details = dict(details or {})
        event.save(force_insert=True)
        return event

    def record_step(
        self,
        action: Action,
        revision: Revision,
        *,
        actor: Actor,
        details: Mapping[str, object] | None = None,
    ) -> Event:
        """Write down what ``actor`` did to a revision, with the digest of its text."""
        event = _event(action, actor)
        event.kind, event.key = revision.kind, revision.key
        event.revision = revision
        event.details = {"digest": revision.digest, **(details or {})}
        event.save(force_insert=True)
        return event

    def record_publications(
        self, done: Iterable[tuple[Action, Publication]], *, actor: Actor
    ) -> list[Event]:
        """Write down what ``actor`` did to documents, in the order in which it was."""
        return self.bulk_create(
            (_event(action, actor, row) for action, row in done), batch_size=BATCH
        )


def _event(
    action: Action,
    actor: Actor,
    publication: Publication | None = None,
) -> Event:
    return Event(
        action=action,
        actor=actor if isinstance(actor, User) else None,
        actor_name=name_of(actor),
        kind=publication.kind if publication else "",
        key=publication.key if publication else "",
        publication=publication,
        revision_id=publication.revision_id if publication else None,
    )


class Event(Named):
    """Something that was done, to a document or to none. Never edited, never deleted.

    The database sees to it (``database.append_only``).

    ``actor`` is a person; the command line has none, and both are named: as they
    were called then.
    """

    at = models.DateTimeField(default=timezone.now)
    action = models.CharField(max_length=40)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    actor_name = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, blank=True)
    key = models.CharField(max_length=120, blank=True)
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    publication = models.ForeignKey(
        Publication, models.PROTECT, null=True, related_name="+"
    )
    details = models.JSONField(default=dict)

    objects = EventManager()

    class Meta:
        """The newest comes last; nothing is done by nobody."""

        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(actor_name=""), name="somebody_did_it"
            ),
            models.CheckConstraint(
                condition=is_known(or_none=True), name="event_kind_known"
            ),
        )
        indexes = (
            models.Index(fields=["kind", "key"], name="events_about_one"),
            models.Index(fields=["at"], name="events_by_day"),
        )

    def __str__(self) -> str:
        """Show when and what."""
        about = self.name if self.kind else ""
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {about}".strip()
