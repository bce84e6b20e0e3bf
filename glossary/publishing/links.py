"""Where entries are, and where everything that is public points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.utils.translation import gettext as _

from glossary import languages
from glossary.document import (
    LISTED,
    MENTION,
    DocumentKind,
    EntryDocument,
    Name,
    Pointer,
    pointers,
    with_merged,
)
from glossary.errors import Problem, StateError
from glossary.models import (
    BATCH,
    Address,
    Entry,
    Link,
    Publication,
    batches,
    parts_named,
    rows_among,
    rows_named,
)
from glossary.publishing.checks import texts_behind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from glossary.document import Document
    from glossary.models import Revision

    Entries = Mapping[str, EntryDocument]
    Place = tuple[str, str]  # a language and a slug


def claim_addresses(documents: Entries) -> None:
    """Give the entries the slugs of their documents; former ones keep leading to them.

    Raises ``StateError`` where a slug is, or was, the address of another entry.
    """
    owners = {
        (row.lang, row.slug): row.entry_id
        for row in rows_among(Address.objects.all(), "slug", _slugs(documents))
    }
    for row in Address.objects.exclude(erased=""):
        for (lang, slug), _id in _wanted(documents):
            if row.lang == lang and row.was(slug):
                owners.setdefault((lang, slug), row.entry_id)
    _require_free(documents, owners)
    wanted = dict(_wanted(documents))
    for part in batches(_former(documents)):
        Address.objects.filter(pk__in=part).update(is_current=False)
    Address.objects.bulk_create(
        (
            Address(lang=lang, slug=slug, entry_id=entry_id)
            for (lang, slug), entry_id in wanted.items()
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["lang", "slug"],
        update_fields=["is_current"],
    )


def _wanted(documents: Entries) -> Iterator[tuple[Place, str]]:
    for document in documents.values():
        for lang, section in document.languages.items():
            yield (lang, section.slug), document.id


def _former(documents: Entries) -> list[int]:
    """Return the rows of the addresses that the documents ever had.

    A language that is there no more keeps its address.
    """
    return [
        row.pk
        for row in rows_among(Address.objects.all(), "entry_id", documents)
        if row.lang in documents[row.entry_id].languages
    ]


def _slugs(documents: Entries) -> set[str]:
    return {slug for (_, slug), _ in _wanted(documents)}


def _require_free(documents: Entries, owners: dict[Place, str]) -> None:
    """Raise ``StateError`` naming each slug that another entry has."""
    detail = _("“%(slug)s” is the address of “%(entry)s”.")
    problems = [
        Problem(
            f"/languages/{lang}/slug",
            "address-taken",
            detail % {"slug": slug, "entry": owners[lang, slug]},
        )
        for (lang, slug), entry_id in _wanted(documents)
        if owners.setdefault((lang, slug), entry_id) != entry_id
    ]
    if problems:
        raise StateError(_("The address belongs to another entry."), *problems)


def following(documents: Mapping[Name, Document]) -> dict[Name, Document]:
    """Return documents that point to what others were merged into since."""
    entries = _entries_of(documents)
    others = {row.other.key for one in entries.values() for row in pointers(one)}
    merged = Entry.objects.merged_of(others)
    return {
        name: with_merged(entries[name], merged) if merged and name in entries else one
        for name, one in documents.items()
    }


def follow_merged(names: Collection[Name]) -> None:
    """Let what is public of these point to what others were merged into since."""
    rows = Publication.objects.readable().select_related("revision")
    revisions = {row.name: row.revision for row in rows_named(rows, names)}
    before = {name: row.read() for name, row in revisions.items()}
    after = following(before)
    moved = {name: one for name, one in after.items() if one is not before[name]}
    replace_links(moved, revisions)


def _entries_of(documents: Mapping[Name, Document]) -> dict[Name, EntryDocument]:
    rows = documents.items()
    return {name: one for name, one in rows if isinstance(one, EntryDocument)}


def replace_links(
    documents: Mapping[Name, Document], revisions: Mapping[Name, Revision]
) -> None:
    """Make these documents point where they do now, and nowhere else."""
    remove_links(documents)
    Link.objects.bulk_create(
        (
            Link(
                kind=name.kind,
                key=name.key,
                relation=row.relation,
                other_kind=row.other.kind,
                other=row.other.key,
            )
            for name, document in documents.items()
            for row in [*pointers(document), *reviewed_in(revisions[name])]
        ),
        batch_size=BATCH,
    )


def reviewed_in(revision: Revision) -> list[Pointer]:
    """Return where a revision points: to the record of its review, if it has one.

    A check of what was reviewed elsewhere says the same, and points there too. So does
    a change, for as long as another language still says what came in by that review.
    """
    *_, (first, left) = texts_behind(revision)
    said = orjson.loads(revision.document).get("languages") or ()
    if not first.review or left.isdisjoint({languages.codes()[0], *said}):
        return []
    is_whole = left.issuperset(languages.codes())
    relation = Link.REVIEWED if is_whole else Link.PARTLY_REVIEWED
    return [Pointer(relation, Name(DocumentKind.REVIEW, first.review))]


def remove_links(names: Iterable[Name]) -> None:
    """Let these documents point nowhere, as what is not public does."""
    for rows in parts_named(Link.objects.all(), names):
        rows.delete()


def linked_with(names: Collection[Name]) -> set[Name]:
    """Return the entries that may show something else when these documents change.

    They are at the other end of a link, either way; whose topic it is shows its id.
    """
    to_entries = Link.objects.filter(other_kind=DocumentKind.ENTRY)
    onward = to_entries.exclude(relation=MENTION).values_list("other", flat=True)
    of_entries = Link.objects.filter(kind=DocumentKind.ENTRY)
    back = of_entries.exclude(relation=LISTED).values_list("key", flat=True)
    found = {
        *rows_named(onward, names),
        *rows_named(back, names, ("other_kind", "other")),
    }
    return {Name(DocumentKind.ENTRY, key) for key in found}


def needed(names: Collection[Name]) -> set[Name]:
    """Return which of these documents something else that is public needs."""
    rows = Link.objects.exclude(other_kind=DocumentKind.ENTRY)
    return {
        Name(DocumentKind(row.other_kind), row.other)
        for row in rows_named(rows, names, ("other_kind", "other"))
        if row.name not in names
    }
