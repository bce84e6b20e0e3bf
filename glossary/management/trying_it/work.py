"""Work in every state, on entries of the starter glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db import transaction
from django.utils import timezone

from glossary import languages
from glossary.closed_lists import MetIn, RemarkReason, WithdrawalReason
from glossary.document import DocumentKind, Name, from_json
from glossary.feedback import suggest_word
from glossary.models import (
    Note,
    Publication,
    Remark,
    Revision,
    User,
    locked_dataset,
)
from glossary.publishing import publish_revisions, withdraw_document
from glossary.review import (
    abandon_draft,
    add_reviewed_elsewhere,
    begin_draft,
    return_to_writer,
    save_draft,
    sign_off,
    still_required,
    submit_draft,
)

if TYPE_CHECKING:
    from glossary.models import Actor

_SHORT = {
    "en": "This text is only for trying the desk out. Somebody made it shorter.",
    "cy": "Mae'r testun hwn i roi cynnig ar y ddesg. Mae rhywun wedi ei fyrhau.",
}
_LINE = Note("Only for trying.", "en")
_NEW = "a-word-for-trying"


@transaction.atomic
def make_work(actor: Actor) -> None:
    """Let each state have an entry in it. The accounts are there already."""
    first, second = languages.codes()[:2]
    writer, other = _user(f"demo-writer-{first}"), _user(f"demo-writer-{second}")
    editor, welsh = _user("demo-editor"), _user("demo-welsh-editor")
    rows = Publication.objects.entries().readable().order_by("key")
    names = [row.name for row in rows.only("kind", "key")[:9]]
    _written(names[0], writer, first)
    submit_draft(revision=_written(names[1], writer, first), actor=writer)
    both = _written(names[2], writer, first)
    both = submit_draft(revision=_changed(both, other, second), actor=writer)
    _signed(both, editor)
    back = submit_draft(revision=_written(names[3], writer, first), actor=writer)
    return_to_writer(revision=back, remarks=_remarks(first), actor=editor)
    ready = submit_draft(revision=_written(names[4], writer, first), actor=writer)
    _signed(ready, editor)
    public = submit_draft(revision=_written(names[5], writer, first), actor=writer)
    publish_revisions(revisions=[_signed(public, editor)], actor=editor)
    translated = _written(names[6], other, second)
    _signed(submit_draft(revision=translated, actor=other), welsh)
    withdraw_document(name=names[7], actor=editor, reason=WithdrawalReason.OUT_OF_DATE)
    abandon_draft(revision=_written(names[8], writer, first), actor=writer)
    _passed_by(names[0], actor)
    _new(writer)
    today = timezone.localdate()
    for word in ("early help", "contextual safeguarding"):
        suggest_word(word=word, lang=first, met_in=MetIn.POLICE_LETTER, today=today)


def _user(name: str) -> User:
    return User.objects.get(username=name)


def _written(name: Name, writer: User, lang: str) -> Revision:
    """Return a draft of an entry with another short text."""
    return _changed(begin_draft(name=name, actor=writer), writer, lang)


def _changed(revision: Revision, writer: User, lang: str) -> Revision:
    data: dict[str, Any] = orjson.loads(revision.document)
    section = data["languages"][lang]
    section["short"] = _SHORT.get(lang, _SHORT["en"])
    return save_draft(
        revision=revision,
        document=data,
        seen=revision.digest,
        actor=writer,
        note=Note("Only for trying.", "en")
        if lang == "en"
        else revision.note_for_readers,
    )


def _signed(revision: Revision, reviewer: User) -> Revision:
    """Return a revision after somebody has signed off what they may of it."""
    for asked in still_required(revision):
        if asked.lang == languages.codes()[0] or reviewer.username != "demo-editor":
            revision = sign_off(
                revision=revision, asked=asked, seen=revision.digest, actor=reviewer
            )
    return revision


def _remarks(lang: str) -> list[Remark]:
    place = f"/languages/{lang}/short"
    text = "Only for trying: is there a shorter word?"
    return [Remark(reason=RemarkReason.HARD_TO_READ, place=place, text=text)]


def _passed_by(name: Name, actor: Actor) -> None:
    """Publish another text of an entry on which somebody works."""
    locked_dataset()
    public = Publication.objects.current().of_kind(name.kind).of([name.key]).get()
    document = from_json(public.revision.document)
    later = document.model_copy(update={"as_at": timezone.localdate()})
    (row,) = add_reviewed_elsewhere([later], review=public.revision.review, actor=actor)
    publish_revisions(revisions=[row], actor=actor)


def _new(writer: User) -> None:
    """Begin an entry that there is not yet."""
    term = {"text": "a word for trying", "type": "full-form", "status": "preferred"}
    section = {"slug": _NEW, "terms": [term], "short": "Only for trying."}
    begin_draft(
        name=Name(DocumentKind.ENTRY, _NEW),
        actor=writer,
        start={"id": _NEW, "languages": {languages.codes()[0]: section}},
    )
