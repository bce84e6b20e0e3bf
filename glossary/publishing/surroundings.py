"""What the public forms of several documents depend on, read in few questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.closed_lists import INVERSE
from glossary.document import (
    MENTION,
    DocumentKind,
    EntryDocument,
    Name,
    ReviewRecord,
    SourceDocument,
    short_code,
)
from glossary.models import Link, Publication, rows_among, rows_named
from glossary.public_form import (
    Neighbour,
    PublicReview,
    Shown,
    Surroundings,
    brief_of,
    label_of,
    public_entry,
    read_shown,
)
from glossary.publishing.checks import checked_by
from glossary.review import missing_sign_offs, text_of_check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from glossary.document import Document, DocumentT
    from glossary.models import Revision
    from glossary.public_form import PublicForm

    Documents = Mapping[Name, Document]


class Around:
    """What lies around documents: their sources, reviews and neighbours."""

    def __init__(
        self,
        documents: Documents,
        revisions: Mapping[Name, Revision],
        gone: Collection[Name],
        onward: Mapping[str, list[tuple[str, str]]] | None = None,
    ) -> None:
        """Read it; ``onward`` is where entries point, which the database knows else."""
        self._documents = documents
        self._revisions = revisions
        self._gone = frozenset(gone)
        entries = [name.key for name in documents if name.kind == DocumentKind.ENTRY]
        self._sources = self._beside(DocumentKind.SOURCE, SourceDocument, self._cited())
        self._reviews = self._beside(
            DocumentKind.REVIEW,
            ReviewRecord,
            {revisions[name].review for name in documents},
        )
        links = Link.objects.filter(other_kind=DocumentKind.ENTRY)
        found = links.values_list("key", "relation", "other")
        self._onward = onward or _grouped(rows_among(found, "key", entries))
        back = links.exclude(relation=MENTION).order_by("key", "relation")
        self._back = _grouped(
            rows_among(back.values_list("other", "relation", "key"), "other", entries)
        )
        wanted = {
            Name(DocumentKind.ENTRY, other)
            for pairs in (*self._onward.values(), *self._back.values())
            for _, other in pairs
        }
        self._neighbours = _neighbours(wanted.difference(gone), documents)

    def public_form(self, name: Name) -> PublicForm:
        """Return what the public sees of a document."""
        document = self._documents[name]
        if not isinstance(document, EntryDocument):
            return Shown(document=document)
        revision = self._revisions[name]
        return public_entry(
            document,
            self._of(document, revision),
            short_code=short_code(document.id),
            revision=revision.number,
        )

    def _of(self, document: EntryDocument, revision: Revision) -> Surroundings:
        """Return what the public form of an entry depends on."""
        back = self._back.get(document.id, [])
        near = {other for _, other in [*self._onward.get(document.id, []), *back]}
        done = checked_by(revision, self._record)
        came = text_of_check(revision)
        return Surroundings(
            sources=self._sources,
            neighbours={
                key: self._neighbours[key] for key in near & self._neighbours.keys()
            },
            relations_back=[(INVERSE[relation], other) for relation, other in back],
            checked_by=done,
            not_checked_by=missing_sign_offs(done),
            review=PublicReview(arrival=came.arrival, record=came.review or None),
        )

    def _record(self, key: str) -> ReviewRecord | None:
        """Return a record of a review, also that of a text further back."""
        if key not in self._reviews:
            self._reviews |= self._beside(DocumentKind.REVIEW, ReviewRecord, {key})
        return self._reviews.get(key)

    def _cited(self) -> set[str]:
        return {
            source
            for row in self._documents.values()
            if isinstance(row, EntryDocument)
            for source in row.source_ids
        }

    def _beside(
        self, kind: DocumentKind, shape: type[DocumentT], keys: Collection[str]
    ) -> dict[str, DocumentT]:
        """Return the documents of a kind as they are after this step, by key."""
        mine = {key: self._documents.get(Name(kind, key)) for key in keys}
        found = {key: row for key, row in mine.items() if isinstance(row, shape)}
        rows = Publication.objects.of_kind(kind).readable().values_list("key", "body")
        gone = {name.key for name in self._gone if name.kind == kind}
        for key, body in rows_among(rows, "key", set(keys) - set(found) - gone):
            found[key] = read_shown(shape, body)
        return found


def _grouped(
    rows: Iterable[tuple[str, str, str]],
) -> dict[str, list[tuple[str, str]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for subject, relation, other in rows:
        groups.setdefault(subject, []).append((relation, other))
    return groups


def _neighbours(wanted: Collection[Name], documents: Documents) -> dict[str, Neighbour]:
    """Return the public entries among ``wanted``, as they are after this step."""
    found = {
        name.key: Neighbour(
            labels={
                lang: label_of(row.preferred) for lang, row in known.languages.items()
            },
            slugs={lang: row.slug for lang, row in known.languages.items()},
        )
        for name in wanted
        if isinstance(known := documents.get(name), EntryDocument)
    }
    others = [name for name in wanted if name.key not in found]
    rows = Publication.objects.readable().values_list("key", "body")
    for key, body in rows_named(rows, others):
        shown = brief_of(body).sections
        found[key] = Neighbour(
            labels={code: label_of(part.terms[0]) for code, part in shown.items()},
            slugs={code: part.slug for code, part in shown.items()},
        )
    return found
