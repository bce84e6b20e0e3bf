"""Drafts: begun, saved by several people, never over one another, and let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.document import DocumentKind, is_key, possible_names
from glossary.errors import (
    DocumentError,
    NotFoundError,
    PermissionDeniedError,
    StateError,
)
from glossary.models import (
    NO_NOTE,
    OPEN,
    Action,
    Arrival,
    Erasure,
    Event,
    Publication,
    Revision,
    RevisionState,
    locked_dataset,
)
from glossary.permissions import can_write
from glossary.review.arrivals import require_free_codes, require_unmerged
from glossary.review.authors import add_author, add_authors_of, seen_before
from glossary.review.steps import (
    ConflictError,
    another_draft,
    held,
    is_public,
    languages_between,
    languages_of,
    require_some,
    take_step,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.document import Name
    from glossary.models import Actor, Note

Draft = dict[str, Any]
"""A document that may be unfinished, as JSON has it."""

WRITTEN = frozenset(
    {
        DocumentKind.ENTRY,
        DocumentKind.SOURCE,
        DocumentKind.TOPIC,
        DocumentKind.HELPLINE,
    }
)
"""The kinds that people write here.

The text of a source is in its own words, and a record says what was reviewed
elsewhere: neither is anybody's to word.
"""
MOST_CHARACTERS = 1_000_000


@transaction.atomic
def begin_draft(
    *, name: Name, actor: Actor, start: Draft | None = None, of: Revision | None = None
) -> Revision:
    """Begin a draft of what is public under ``name``, or of something new.

    It starts with ``start``, with the text of an earlier revision ``of`` the document,
    whose authors are then its own too, or else with what is public. Raises
    ``PermissionDeniedError``, ``NotFoundError`` where there is nothing to start with,
    and ``StateError`` where a draft is under way already, or where nobody writes such
    a document.
    """
    require_some(actor)
    locked_dataset()
    former = _earlier(name, of) if of else None
    base = Publication.objects.current().of_kind(name.kind).of([name.key]).first()
    _require_name(name)
    text = _beginning(name, base, start, former)
    langs = languages_between(text_of(base), text)
    _require_every(actor, langs)
    revision = add_draft(name, base, text)
    if langs or seen_before(revision) is None:  # who brings a text back has a part
        add_author(revision, actor)
    if former and former.arrival == Arrival.WRITTEN_HERE:
        add_authors_of(former, revision)
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
    note: Note = NO_NOTE,
) -> Revision:
    """Save what somebody wrote; they are one of its authors from then on.

    ``seen`` is the digest of the text that they started from. ``untouched`` are the
    languages that still say the same: whoever changes anything says it anew. ``note``
    is what readers will be told of the change. What was submitted or approved is a
    draft again, and what was signed off of it is void.

    Raises ``PermissionDeniedError``, ``ConflictError`` where somebody else has saved
    meanwhile, ``DocumentError`` for what cannot be kept, and ``StateError`` where
    nobody works on this revision any more.
    """
    require_some(actor)
    row = held(revision)
    if row.state not in {*OPEN, RevisionState.APPROVED} or is_public(row):
        raise StateError(_("Nobody works on this revision any more."))
    if row.digest != seen:
        raise ConflictError(row)
    text = _text(document)
    changed = languages_between(row.document, text)
    claimed = untouched if changed else {*untouched} - {*row.untouched}
    said = {note.lang} if note.text and note != row.note_for_readers else set()
    _require_every(actor, {*changed, *claimed, *said})
    require_some(actor, {*languages_between(text_of(row.base), text), *untouched})
    row.untouched = sorted({*untouched})
    row.note, row.note_lang = note.text, note.lang if note.text else ""
    row.hold_text(text)
    add_author(row, actor)
    return take_step(row, RevisionState.DRAFT, Action.DRAFT_SAVED, actor)


@transaction.atomic
def abandon_draft(*, revision: Revision, actor: Actor) -> Revision:
    """Let nobody go on with a draft. Its text stays, and another can start with it.

    Raises ``StateError``, and ``PermissionDeniedError`` where words would go in a
    language that ``actor`` may not write.
    """
    require_some(actor)
    row = held(revision, *OPEN)
    _require_every(actor, languages_of(row))
    return take_step(row, RevisionState.ABANDONED, Action.DRAFT_ABANDONED, actor)


def may_abandon(revision: Revision, actor: Actor) -> bool:
    """Tell whether somebody who writes may write all that a draft changes."""
    langs = languages_of(revision)
    return not langs or can_write(actor, langs)


def add_draft(
    name: Name, base: Publication | None, text: str, note: Note = NO_NOTE
) -> Revision:
    """Return a new draft, stored under the next number of its document.

    Raises ``StateError`` where one is under way already.
    """
    rows = Revision.objects.filter(kind=name.kind, key=name.key)
    last = rows.aggregate(last=Max("number"))["last"] or 0
    revision = Revision(
        kind=name.kind,
        key=name.key,
        number=last + 1,
        state=RevisionState.DRAFT,
        base=base,
        arrival=Arrival.WRITTEN_HERE,
        created_at=timezone.now(),
        note=note.text,
        note_lang=note.lang,
    ).hold_text(text)
    if rows.filter(state__in=OPEN).exists():
        raise another_draft(revision)
    revision.save()
    return revision


def _earlier(name: Name, of: Revision) -> Revision:
    """Return an earlier revision of the document as the database has it."""
    rows = Revision.objects.filter(kind=name.kind, key=name.key, pk=of.pk)
    row = rows.select_for_update(of=("self",)).first()
    if row is None or row.is_erased:
        raise NotFoundError(_("There is no such revision."))
    return row


def _require_name(name: Name) -> None:
    """Refuse what is written elsewhere, and what could be no name."""
    if name.kind not in WRITTEN:
        raise StateError(_("Documents of this kind are not written here."))
    if Erasure.objects.keys_taken([name]):
        raise StateError(_("This key was erased for ever. Choose another one."))
    require_unmerged([name])
    if not is_key(name):
        raise StateError(_("A name has small letters, figures and hyphens."))
    require_free_codes([name])


def _beginning(
    name: Name, base: Publication | None, start: Draft | None, former: Revision | None
) -> str:
    """Return the text with which a draft begins."""
    if start is not None:
        return _text(start)
    if former is not None:
        return former.document
    if base is None or base.revision.is_erased:
        detail = _("Nothing was published under the name “%(name)s”.")
        raise NotFoundError(detail % {"name": name})
    return base.revision.document


def _text(document: object) -> str:
    """Return a draft as JSON text.

    Raises ``DocumentError`` for what is no object, or longer than anybody writes, and
    ``StateError`` where it would bring back a key that was erased.
    """
    try:
        text = orjson.dumps(document).decode()
    except TypeError:  # what JSON has not, or what lies too deep in itself
        text = ""
    if not isinstance(document, dict) or not text or len(text) > MOST_CHARACTERS:
        raise DocumentError(_("This cannot be kept."))
    if Erasure.objects.keys_taken(possible_names(document)):  # in a form open then
        raise StateError(
            _("This leads to a key that was erased for ever. Take it out.")
        )
    return text


def _require_every(actor: Actor, langs: Collection[str]) -> None:
    """Refuse who may not write in all of these languages."""
    if langs and not can_write(actor, langs):
        raise PermissionDeniedError(_("You may not write in this language."))
