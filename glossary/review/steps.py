"""The steps of a revision, from a draft to one that can be published.

Each is one transaction that holds the revision, asks who may, and records who did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import languages
from glossary.document import (
    SHAPES,
    EntryDocument,
    count_editions,
    from_json,
    parse_shape,
    uncounted,
)
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import (
    OPEN,
    Action,
    Arrival,
    Author,
    CommandLine,
    Event,
    Publication,
    Remark,
    Revision,
    RevisionState,
    SignOff,
)
from glossary.permissions import can_write
from glossary.review.arrivals import add_entries
from glossary.review.differences import changed_languages, changed_places
from glossary.review.sign_offs import (
    Asked,
    require_may_sign_off,
    require_reviewer,
    require_up_to_date,
    still_required,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glossary.document import Document, Name
    from glossary.models import Actor

Draft = dict[str, Any]
"""A document that may be unfinished, as JSON has it."""


_MOVING = ("state", "document", "digest", "untouched", "submitted_at")


class ConflictError(StateError):
    """Somebody else has saved meanwhile. ``revision`` has what they wrote."""

    code = "conflict"

    def __init__(self, revision: Revision) -> None:
        """Keep the other version, so that both can be shown."""
        super().__init__(_("Somebody else has changed this since you opened it."))
        self.revision = revision


@transaction.atomic
def begin_draft(
    *, name: Name, actor: Actor, start: Draft | None = None, of: Revision | None = None
) -> Revision:
    """Begin a draft of what is public under ``name``, or of something new.

    It starts with ``start``, with the text of an earlier revision ``of`` the document,
    whose authors are then its own too, or else with what is public. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where there is nothing to start with,
    and ``StateError`` where a draft is under way already.
    """
    _require_some(actor)
    base = Publication.objects.current().of_kind(name.kind).of([name.key]).first()
    text = _beginning(name, base, start, of)
    is_other = start is not None or of is not None
    if start is not None:
        _require_every(actor, _langs(_text_of(base), text))
    _require_some(actor, _langs(_text_of(base), text))
    add_entries([name])
    last = Revision.objects.filter(kind=name.kind, key=name.key).aggregate(
        last=Max("number")
    )["last"]
    revision = Revision(
        kind=name.kind,
        key=name.key,
        number=(last or 0) + 1,
        state=RevisionState.DRAFT,
        base=base,
        arrival=Arrival.WRITTEN_HERE,
        created_at=timezone.now(),
    ).hold_text(text)
    try:
        with transaction.atomic():
            revision.save(force_insert=True)
    except IntegrityError:
        detail = _("“%(name)s” has a draft already.")
        raise StateError(detail % {"name": name}) from None
    if is_other:
        _add_author(revision, actor)
    for author in of.authors.all() if of else ():
        _add_author(revision, author.user or CommandLine(author.name))
    Event.objects.record_step(Action.DRAFT_BEGUN, revision, actor=actor)
    return revision


@transaction.atomic
def save_draft(
    *,
    revision: Revision,
    document: Draft,
    seen: str,
    actor: Actor,
    untouched: Collection[str] = (),
) -> Revision:
    """Save what somebody wrote; they are one of its authors from then on.

    ``seen`` is the digest of the text that they started from. ``untouched`` are the
    languages that still say the same. What was submitted or approved is a draft again,
    and what was signed off of it is void. Raises ``PermissionDeniedError``,
    ``ConflictError`` where somebody else has saved meanwhile, and ``StateError`` where
    nobody works on this revision any more.
    """
    _require_some(actor)
    row = _held(revision)
    if row.state not in {*OPEN, RevisionState.APPROVED} or _is_public(row):
        raise StateError(_("Nobody works on this revision any more."))
    if row.digest != seen:
        raise ConflictError(row)
    text = orjson.dumps(document).decode()
    claims = {*untouched} ^ {*row.untouched}
    _require_every(actor, {*_langs(row.document, text), *claims})
    _require_some(actor, _langs(_text_of(row.base), text))
    row.hold_text(text)
    row.untouched = sorted(untouched)
    return _step(row, RevisionState.DRAFT, Action.DRAFT_SAVED, actor, is_author=True)


@transaction.atomic
def submit_draft(*, revision: Revision, actor: Actor) -> Revision:
    """Submit a draft: its text stands still, and others can look at it.

    Raises ``PermissionDeniedError``, ``DocumentError`` where it is not finished, and
    ``StateError`` where it says what is public already.
    """
    _require_some(actor)
    row = _held(revision, RevisionState.DRAFT, RevisionState.RETURNED)
    _require_some(actor, _langs_of(row))
    require_up_to_date(row)
    document = parse_shape(SHAPES[row.name.kind], orjson.loads(row.document))
    if document.name != row.name:
        raise StateError(_("The document has another name than its revision."))
    row.hold(_counted(row, document))
    if not _langs_of(row):
        raise StateError(_("This says what is public already."))
    row.submitted_at = timezone.now()
    return _step(row, RevisionState.SUBMITTED, Action.SUBMITTED, actor)


@transaction.atomic
def take_back(*, revision: Revision, actor: Actor) -> Revision:
    """Take a text back that was submitted or approved: it is a draft again.

    Raises ``PermissionDeniedError`` and ``StateError``.
    """
    _require_some(actor)
    row = _held(revision, RevisionState.SUBMITTED, RevisionState.APPROVED)
    _require_some(actor, _langs_of(row))
    return _step(row, RevisionState.DRAFT, Action.TAKEN_BACK, actor)


@transaction.atomic
def return_to_writer(
    *, revision: Revision, remarks: Sequence[Remark], actor: Actor
) -> Revision:
    """Return a text with what should be otherwise; nothing of it is lost.

    Raises ``PermissionDeniedError``, and ``StateError`` where nothing is remarked.
    """
    reviewer = require_reviewer(actor)
    if not remarks:
        raise StateError(_("Say what should be otherwise."))
    row = _held(revision, RevisionState.SUBMITTED, RevisionState.APPROVED)
    for remark in remarks:
        remark.revision, remark.digest, remark.at = row, row.digest, timezone.now()
        remark.user = reviewer
        remark.save(force_insert=True)
    return _step(row, RevisionState.RETURNED, Action.RETURNED, actor)


@transaction.atomic
def abandon_draft(*, revision: Revision, actor: Actor) -> Revision:
    """Let nobody go on with a draft. Its text stays, and another can start with it.

    Raises ``PermissionDeniedError`` and ``StateError``.
    """
    _require_some(actor)
    row = _held(revision, *OPEN)
    _require_some(actor, _langs_of(row))
    return _step(row, RevisionState.ABANDONED, Action.DRAFT_ABANDONED, actor)


@transaction.atomic
def sign_off(*, revision: Revision, asked: Asked, seen: str, actor: Actor) -> Revision:
    """Sign a text off in one role and language; the last required one approves it.

    ``seen`` is the digest of the text that was looked at. Raises
    ``PermissionDeniedError``, ``ConflictError`` where it has changed since, and
    ``StateError``.
    """
    require_reviewer(actor)
    row = _held(revision)
    person = require_may_sign_off(row, asked, actor)
    if row.digest != seen:
        raise ConflictError(row)
    SignOff.objects.create(
        revision=row,
        digest=row.digest,
        base=row.base,
        role=asked.role,
        lang=asked.lang,
        user=person,
        given_at=timezone.now(),
    )
    what = {"role": asked.role, "lang": asked.lang}
    Event.objects.record_step(Action.SIGNED_OFF, row, actor=actor, details=what)
    if row.state == RevisionState.SUBMITTED and not still_required(row):
        return _step(row, RevisionState.APPROVED, Action.APPROVED, actor)
    return row


def _step(
    row: Revision,
    state: RevisionState,
    action: Action,
    actor: Actor,
    *,
    is_author: bool = False,
) -> Revision:
    """Store a revision in its new state, and record who brought it there."""
    row.state = state
    row.save(update_fields=_MOVING)
    if is_author:
        _add_author(row, actor)
    Event.objects.record_step(action, row, actor=actor)
    return row


def _held(revision: Revision, *states: RevisionState) -> Revision:
    """Return the revision as the database has it, held until the transaction ends.

    Raises ``NotFoundError``, and ``StateError`` where it is in none of ``states``.
    """
    rows = Revision.objects.select_for_update(of=("self",))
    row = rows.filter(pk=revision.pk, arrival=Arrival.WRITTEN_HERE).first()
    if row is None:
        raise NotFoundError(_("There is no such revision."))
    if states and (row.state not in states or _is_public(row)):
        raise StateError(_("This cannot be done with a revision in this state."))
    return row


def _is_public(row: Revision) -> bool:
    return Publication.objects.filter(revision=row).exists()


def _beginning(
    name: Name, base: Publication | None, start: Draft | None, of: Revision | None
) -> str:
    """Return the text with which a draft begins."""
    if start is not None:
        return orjson.dumps(start).decode()
    if of is not None and of.name == name:
        return of.document
    if base is None:
        detail = _("Nothing was published under the name “%(name)s”.")
        raise NotFoundError(detail % {"name": name})
    return base.revision.document


def _text_of(base: Publication | None) -> str:
    return base.revision.document if base else "null"


def _langs(before: str, after: str) -> list[str]:
    """Return the languages in which two texts differ."""
    return changed_languages(changed_places(orjson.loads(before), orjson.loads(after)))


def _langs_of(row: Revision) -> list[str]:
    """Return the languages in which a revision differs from what is public."""
    return _langs(_text_of(row.base), row.document)


def _require_every(actor: Actor, langs: Collection[str]) -> None:
    """Refuse who may not write in all of these languages."""
    if langs and not can_write(actor, langs):
        raise PermissionDeniedError(_("You may not write in this language."))


def _require_some(actor: Actor, langs: Collection[str] = ()) -> None:
    """Refuse who may write in none of these languages; in none at all without any."""
    if not any(can_write(actor, [lang]) for lang in langs or languages.codes()):
        raise PermissionDeniedError(_("You may not write this."))


def _counted(row: Revision, document: Document) -> Document:
    """Return a document with the editions of its languages, where it has them.

    What a draft says of them itself counts for nothing.
    """
    if not isinstance(document, EntryDocument):
        return document
    before = from_json(row.base.revision.document) if row.base else None
    return count_editions(before, uncounted(document), untouched=row.untouched)


def _add_author(revision: Revision, actor: Actor) -> None:
    """Let somebody be an author, once."""
    author = Author.of(revision, actor)
    known = revision.authors.filter(user=author.user, name=author.name)
    if not known.exists():
        author.save()
