"""A draft is submitted: it is finished, the checks let it pass, and it stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from glossary import document_checks, languages
from glossary.document import (
    SHAPES,
    EntryDocument,
    count_editions,
    parse_shape,
    uncounted,
)
from glossary.errors import Problem, StateError
from glossary.models import Action, RevisionState
from glossary.review.authors import add_author, add_former_authors
from glossary.review.differences import changed_places
from glossary.review.notes import require_note
from glossary.review.sign_offs import places_changed, require_up_to_date
from glossary.review.steps import (
    held,
    languages_of,
    require_some,
    take_step,
    text_of,
)
from glossary.review.suggestions import whose_words_were_taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.document import Document
    from glossary.models import Actor, Revision


def submit_draft(*, revision: Revision, actor: Actor) -> Revision:
    """Submit a draft: its text stands still, and others can look at it.

    Raises ``PermissionDeniedError``, ``DocumentError`` where it is not finished, and
    ``StateError`` where it says what is public already, or where the checks find
    errors where it changes.
    """
    document_checks.prepare()
    return _submit(revision, actor)


@transaction.atomic
def _submit(revision: Revision, actor: Actor) -> Revision:
    require_some(actor)
    row = held(revision, RevisionState.DRAFT, RevisionState.RETURNED)
    require_some(actor, languages_of(row))
    require_up_to_date(row)
    document = parse_shape(SHAPES[row.name.kind], orjson.loads(row.document))
    _require_taken(row, document)
    _require_plain(row, document)
    require_note(row.note_for_readers)
    row.hold(_counted(row, document))
    if not places_changed(row):
        raise StateError(_("This says what is public already."))
    add_former_authors(row)
    for user in whose_words_were_taken(row):
        add_author(row, user)
    row.submitted_at, row.submissions = timezone.now(), row.submissions + 1
    return take_step(row, RevisionState.SUBMITTED, Action.SUBMITTED, actor)


def _require_taken(row: Revision, document: Document) -> None:
    """Refuse a document under another name, or in a language that the site lacks."""
    if document.name != row.name:
        raise StateError(_("The document has another name than its revision."))
    detail = _("This site has no language “%(lang)s”.")
    problems = [
        Problem(f"/languages/{lang}", "unknown-language", detail % {"lang": lang})
        for lang in document.languages_said
        if lang not in languages.codes()
    ]
    if problems:
        raise StateError(problems[0].detail, *problems)
    before = set(_signed_renderings(_base_of(row)))
    if not before.issuperset(_signed_renderings(document)):
        raise StateError(_("Nobody types who has signed another form of a text off."))


def _require_plain(row: Revision, document: Document) -> None:
    """Refuse a text in which the checks find errors, where it changes.

    What differs between two languages is no hindrance: one of them may be behind.
    """
    lang = get_language() or languages.codes()[0]
    before = orjson.loads(text_of(row.base))
    problems = [
        Problem(one.place, one.code, one.reason(lang).text)
        for one in document_checks.hindrances(
            document, changed_places(before, orjson.loads(row.document))
        )
    ]
    if problems:
        raise StateError(_("The checks found what has to be put right."), *problems)


def _base_of(row: Revision) -> Document | None:
    """Return what a revision departs from: nothing, where that was erased."""
    base = row.base.revision if row.base else None
    return base.read() if base and not base.is_erased else None


def _signed_renderings(document: Document | None) -> Iterator[tuple[str, str]]:
    """Yield what is said of who has checked other forms of the texts, by language."""
    if isinstance(document, EntryDocument):
        for lang, section in document.languages.items():
            for one in section.renderings:
                if one.signed_off:
                    yield lang, one.model_dump_json()


def _counted(row: Revision, document: Document) -> Document:
    """Return a document with the editions of its languages, where it has them.

    What a draft says of them itself counts for nothing.
    """
    if not isinstance(document, EntryDocument):
        return document
    base = _base_of(row)
    before = base if isinstance(base, EntryDocument) else None
    return count_editions(before, uncounted(document), untouched=row.untouched)
