"""Every copy of the texts of a document, and how each comes to say nothing.

``TEXTS`` names all columns that can hold words of a document. Whoever adds one to the
tables has to add it here too, and to say below how it is erased.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Any, Final

import orjson
from django.db.models import Model, Q
from pydantic import ValidationError

from glossary.closed_lists import GONE
from glossary.document import (
    SHAPES,
    DocumentKind,
    Name,
    compare_documents,
    read_json,
)
from glossary.models import (
    ERASED,
    OPEN,
    Address,
    Entry,
    LoadedDocument,
    Look,
    Publication,
    Remark,
    Revision,
    RevisionState,
    Schedule,
    SuggestedWord,
)
from glossary.review import places_changed

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from glossary.document import Document

TEXTS: Final[Mapping[type[Model], Sequence[str]]] = {
    Revision: ("document", "note", "untouched"),
    Publication: ("body", "index", "note", "comment"),
    Remark: ("text", "place", "suggestion", "stood"),
    Look: ("document", "former"),
    LoadedDocument: ("document",),
    Address: ("slug",),
    SuggestedWord: ("word", "key"),
    Schedule: ("problem",),
}
"""The columns that can hold words. Those that readers sent have a rule of their own."""

NOTHING = "-"
"""What a remark says that has to say something, and whose words are gone."""
_KEYS_SHOWN: Final[Mapping[DocumentKind, Callable[[Any], Iterable[str]]]] = {
    DocumentKind.ENTRY: lambda entry: [row["id"] for row in entry["related"]],
    DocumentKind.SOURCE: lambda entry: [row["id"] for row in _sources_in(entry)],
    DocumentKind.REVIEW: lambda entry: [entry["review"]["record"]],
}
"""Where public forms of entries have the keys of other documents, by their kind.

Texts have those of entries in links, too. What only texts refer to, as to a topic, goes
with these texts (``erasing_keys.earlier_mentions``).
"""


def erase_own(name: Name, revisions: Sequence[Revision]) -> list[int]:
    """Erase these texts of a document; return the sequences that showed them.

    What those show is still to be erased (``erase_publications``).
    """
    ids = [row.pk for row in revisions]
    had = {at for row in revisions for at in _places(orjson.loads(row.document))}
    shown = Publication.objects.filter(revision__in=ids)
    sequences = list(shown.values_list("sequence", flat=True))
    _keep_places(ids)
    _erase_revisions(ids)
    Remark.objects.filter(revision__in=ids).update(
        text=NOTHING, place="", suggestion="", stood=""
    )
    Look.objects.filter(kind=name.kind, key=name.key).delete()
    Schedule.objects.update(problem="")  # it is told anew where it still holds
    left = list(_left(name))
    _forget_loaded(name, left)
    if name.kind == DocumentKind.ENTRY:
        _take_back(name, had)
        _erase_addresses(name, left)
    return sequences


def shown_elsewhere(name: Name, *, with_key: bool) -> list[Publication]:
    """Return the publications of other entries that have shown the document.

    They name it, or lead to it. Of the record of a review they have the key alone, and
    count ``with_key``. A tombstone has nothing of it but its key, and never counts.
    """
    if name.kind not in _KEYS_SHOWN:
        return []
    if name.kind == DocumentKind.REVIEW and not with_key:
        return []
    return list(_with_its_key(name))


def _with_its_key(name: Name) -> Iterator[Publication]:
    """Yield the publications of other entries that have the key of a document.

    A key may be a word that every public form has: the name of a field.
    """
    in_link = re.compile(rf"\bentry:{re.escape(name.key)}(?![\w-])")
    named = Q(body__contains=f'"{name.key}"') | Q(body__contains=f"entry:{name.key}")
    rows = Publication.objects.entries().filter(named).exclude(change__in=GONE)
    others = rows.exclude(kind=name.kind, key=name.key)
    found = others.only("sequence", "kind", "key", "is_current", "body")
    for row in found.iterator(chunk_size=200):
        is_linked = name.kind == DocumentKind.ENTRY and in_link.search(row.body)
        if is_linked or name.key in _KEYS_SHOWN[name.kind](orjson.loads(row.body)):
            del row.body  # all that was ever shown is never in memory at once
            yield row


def _sources_in(form: Any) -> Iterator[Any]:
    """Yield the sources in a public form, wherever they are."""
    rows = form.items() if isinstance(form, dict) else enumerate(form)
    for field, value in rows:
        if field == "source" and isinstance(value, dict):
            yield value
        elif isinstance(value, dict | list):
            yield from _sources_in(value)


def erase_publications(sequences: Collection[int]) -> None:
    """Let these publications show nothing."""
    for sequence in sequences:
        Publication.objects.filter(sequence=sequence).update(
            body="",
            index="",
            note="",
            note_lang="",
            comment="",
            digest=secrets.token_hex(32),
        )


def _keep_places(ids: Collection[int]) -> None:
    """Keep where texts differed from those that go: who checked which language.

    Only of what was published: its places are those of a document, and no words.
    """
    near = Revision.objects.filter(Q(pk__in=ids) | Q(base__revision__in=ids))
    rows = near.filter(pk__in=Publication.objects.values("revision"))
    for row in list(rows.select_related("base__revision")):
        Revision.objects.filter(pk=row.pk).update(places=places_changed(row))


def _erase_revisions(ids: Collection[int]) -> None:
    """Let these revisions say nothing, and nobody go on with one or publish it."""
    rows = Revision.objects.filter(pk__in=ids)
    rows.filter(state__in=OPEN).update(state=RevisionState.ABANDONED)
    rows.approved().update(state=RevisionState.SUPERSEDED)
    rows.update(document=ERASED, salt="", note="", note_lang="", untouched=[])


def _left(name: Name) -> Iterator[Any]:
    """Yield the texts of a document that stay, as JSON has them; nothing for others."""
    rows = Revision.objects.filter(kind=name.kind, key=name.key)
    for text in rows.values_list("document", flat=True):
        yield orjson.loads(text)


def _forget_loaded(name: Name, left: Sequence[Any]) -> None:
    """Forget what was loaded, unless it is a text that stays."""
    stays = [row for text in left if (row := read_text(name.kind, text))]
    for loaded in LoadedDocument.objects.filter(kind=name.kind, key=name.key):
        text = read_text(name.kind, orjson.loads(loaded.document))
        if text is None or all(compare_documents(row, text) for row in stays):
            loaded.delete()


def read_text(kind: DocumentKind, data: Any) -> Document | None:
    """Return a document; none where a draft is not one yet."""
    try:
        return read_json(SHAPES[kind], orjson.dumps(data).decode())
    except ValidationError:
        return None


def _take_back(name: Name, had: Collection[tuple[str, str]]) -> None:
    """Let a merged entry have its own addresses again, which lead to another one.

    The other one keeps what it has called itself.
    """
    into = Entry.objects.merged_of([name.key]).get(name.key)
    if into is not None:
        other = Name(DocumentKind.ENTRY, into)
        own = {*had}.difference(*map(_places, _left(other)))
        for lang, slug in own:
            rows = Address.objects.filter(entry_id=into, lang=lang, slug=slug)
            rows.update(entry_id=name.key)


def _erase_addresses(name: Name, left: Sequence[Any]) -> None:
    """Let the addresses say nothing that no text has which stays."""
    slugs = {slug for text in left for _, slug in _places(text)}
    rows = Address.objects.filter(entry_id=name.key, erased="")
    gone = [row.erase() for row in rows.exclude(slug__in=slugs)]
    Address.objects.bulk_update(gone, ["slug", "erased"])


def _places(text: Any) -> Iterator[tuple[str, str]]:
    """Yield the languages and slugs in an entry, whatever a draft has there."""
    sections = text.get("languages") if isinstance(text, dict) else None
    for lang, section in sections.items() if isinstance(sections, dict) else ():
        slug = section.get("slug") if isinstance(section, dict) else None
        if isinstance(slug, str):
            yield lang, slug
