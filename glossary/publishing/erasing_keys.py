"""A key that tells who somebody is: a random one takes its place wherever it stood.

Other documents come first: while one of them still refers to it, nothing is done. What
their earlier texts have of it goes with it.
"""

from __future__ import annotations

import re
import secrets
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import orjson
from django.db.models import Model, Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from glossary.closed_lists import GONE
from glossary.document import DocumentKind, Name, pointers, possible_names
from glossary.errors import StateError
from glossary.models import (
    OPEN,
    Action,
    Address,
    Claim,
    Entry,
    Erasure,
    Event,
    Link,
    LoadedDocument,
    Look,
    Publication,
    Remark,
    Revision,
    RevisionState,
    former_of,
)
from glossary.public_form import Tombstone
from glossary.publishing.copies import NOTHING, read_text
from glossary.review import add_entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

KEYS: Final[Mapping[type[Model], Sequence[str]]] = {
    Revision: ("key", "review"),
    Publication: ("key",),
    Event: ("key", "details"),
    Erasure: ("key",),
    Claim: ("key",),
    Look: ("key",),
    LoadedDocument: ("key",),
    Link: ("key", "other"),
    Entry: ("id", "short_code"),
    Address: ("entry_id", "erased"),
}
"""The columns that can hold keys of documents, beside the texts (``copies.TEXTS``)."""
_NAMING = (
    Action.CONTENT_LOADED,
    Action.MERGED,
    Action.SCHEDULED,
    Action.SCHEDULE_CANCELLED,
    Action.SCHEDULE_FAILED,
    Action.SCHEDULE_MET,
)
"""The actions whose details name documents."""
_KEYS_UNDER: Final = {DocumentKind.ENTRY: "into"}
"""Under which field an event has the key alone of a document, beside its kind."""
_LIVE = (*OPEN, RevisionState.APPROVED)


def new_key() -> str:
    """Return a key that says nothing."""
    return f"erased-{secrets.token_hex(6)}"


def require_unmentioned(name: Name) -> None:
    """Refuse a key that other documents still need. Raises ``StateError``.

    The text of a source has the key of that source.
    """
    found = {row.name for row in _mentioning(name) if row.state in _LIVE}
    if name.kind == DocumentKind.SOURCE:
        texts = Revision.objects.filter(kind=DocumentKind.TEXT, key=name.key)
        found.update(row.name for row in texts)
    if found:
        detail = _("Something still has this key, so it stays: %(names)s")
        raise StateError(detail % {"names": ", ".join(sorted(map(str, found)))})


def earlier_mentions(name: Name) -> dict[Name, list[Revision]]:
    """Return the texts of other documents that refer to it: nobody needs one any more.

    What somebody needs has been refused before (``require_unmentioned``).
    """
    found: dict[Name, list[Revision]] = defaultdict(list)
    for row in _mentioning(name):
        found[row.name].append(row)
    return found


def stones_naming(name: Name) -> list[Publication]:
    """Return the tombstones, newest last, that say to read an entry instead."""
    if name.kind != DocumentKind.ENTRY:
        return []
    rows = Publication.objects.filter(change__in=GONE).select_related("revision")
    return [
        row
        for row in rows.filter(body__contains=f'"{name.key}"')
        if name.key in Tombstone.model_validate_json(row.body).replaced_by
    ]


def put_new_key(erasure: Erasure) -> None:
    """Put the new key of a done erasure in the place of the old one, everywhere.

    Its texts are erased already, and no other document refers to it.
    """
    name, new = erasure.name, erasure.new_key
    _empty_words_of_others(name)
    for told in (Revision, Publication, Event):
        told._default_manager.filter(kind=name.kind, key=name.key).update(key=new)
    Claim.objects.filter(kind=name.kind, key=name.key).delete()
    Link.objects.filter(other_kind=name.kind, other=name.key).delete()
    if name.kind == DocumentKind.REVIEW:
        Revision.objects.filter(review=name.key).update(review=new)
    _put_in_words(name, new)
    Erasure.objects.filter(kind=name.kind, key=name.key).update(key=new)
    erasure.former, erasure.key = former_of(name), new
    erasure.save()


def put_entry(erasure: Erasure) -> None:
    """Let another entry have what leads here, and its addresses be known to nobody.

    It comes before anything is published anew: texts of others may lead here by an
    entry that was merged into this one, and have its key in their public form.
    """
    name, new = erasure.name, erasure.new_key
    rows = Entry.objects.filter(pk=name.key)
    old = rows.first() if name.kind == DocumentKind.ENTRY else None
    if old is None:  # it was a draft alone
        return
    add_entries([Name(DocumentKind.ENTRY, new)])
    Address.objects.filter(entry=old).update(entry_id=new, erased=new)
    Entry.objects.filter(merged_into=old).update(merged_into=new)
    Entry.objects.filter(pk=new).update(merged_into=old.merged_into)
    old.delete()


def _put_in_words(name: Name, new: str) -> None:
    """Put the new key into what events say."""
    events = Event.objects.filter(action__in=_NAMING)
    said = events.annotate(said=Cast("details", TextField()))
    for event in said.filter(said__contains=name.key):
        details = _renamed(event.details, name, new)
        Event.objects.filter(pk=event.pk).update(details=details)


def _empty_words_of_others(name: Name) -> None:
    """Empty what was loaded, looked at and remarked of others, where it has the key."""
    for loaded in LoadedDocument.objects.filter(document__contains=name.key):
        if _refers(loaded.document, loaded.name.kind, name):
            loaded.delete()
    for look in Look.objects.filter(
        Q(document__contains=name.key) | Q(former__contains=name.key)
    ):
        texts = [text for text in (look.document, look.former) if text]
        if any(_refers(text, look.name.kind, name) for text in texts):
            look.delete()
    for remark in Remark.objects.filter(
        Q(suggestion__contains=name.key)
        | Q(stood__contains=name.key)
        | Q(text__contains=name.key)
    ):
        if name in possible_names([remark.suggestion, remark.stood, remark.text]):
            rows = Remark.objects.filter(pk=remark.pk)
            rows.update(text=NOTHING, suggestion="", stood="")


def _mentioning(name: Name) -> Iterator[Revision]:
    """Yield the revisions of other documents whose texts refer to it."""
    rows = Revision.objects.filter(document__contains=name.key)
    for row in rows.exclude(kind=name.kind, key=name.key).iterator():
        if _refers(row.document, row.name.kind, name):
            yield row


def _refers(text: str, kind: DocumentKind, name: Name) -> bool:
    """Tell whether a text refers to a document; a draft may be no document yet."""
    data = orjson.loads(text)
    document = read_text(kind, data)
    if document is not None:
        return name in {row.other for row in pointers(document)}
    return name in possible_names(data)


def _word(key: str) -> re.Pattern[str]:
    """Return where a key stands, and no longer one that has it as its part."""
    return re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")


def _renamed(value: Any, name: Name, new: str, under: str = "") -> Any:
    """Return what an event says of documents, with the new key of one in it.

    ``under`` is the field that it stands under: a kind, with the keys of that kind, or
    ``into``, with that of an entry. Elsewhere documents are called by their names.
    """
    match value:
        case str() if under in {name.kind, _KEYS_UNDER.get(name.kind)}:
            return new if value == name.key else value
        case str():
            return _word(str(name)).sub(f"{name.kind}/{new}", value)
        case list():
            return [_renamed(one, name, new, under) for one in value]
        case dict():
            word = _word(str(name))
            return {
                word.sub(f"{name.kind}/{new}", key): _renamed(one, name, new, key)
                for key, one in value.items()
            }
    return value
