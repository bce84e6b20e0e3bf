"""What would be published: the revisions chosen, and whatever they change elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.closed_lists import GONE, INVERSE, Change
from glossary.document import (
    MENTION,
    SHAPES,
    DocumentKind,
    EntryDocument,
    Name,
    ReviewRecord,
    SourceDocument,
    pointers,
    short_code,
)
from glossary.indexing import index_rows
from glossary.models import (
    NO_NOTE,
    Link,
    Note,
    Publication,
    rows_among,
    rows_named,
)
from glossary.public_form import (
    FORMAT,
    Neighbour,
    PublicEntry,
    PublicReview,
    Shown,
    Surroundings,
    brief_of,
    label_of,
    public_entry,
    read_shown,
)
from glossary.publishing.checks import checked_by
from glossary.publishing.links import following
from glossary.review import missing_sign_offs, text_of_check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from glossary.closed_lists import WithdrawalReason
    from glossary.document import Document, DocumentT
    from glossary.models import Revision
    from glossary.public_form import PublicForm

    Documents = Mapping[Name, Document]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A publication before it has its number.

    ``document`` is missing from a tombstone, and ``index`` is empty where nothing is
    found by it. ``comment`` is for those who write.
    """

    revision: Revision
    change: Change
    public: PublicForm
    document: Document | None = None
    index: str = ""
    note: Note = NO_NOTE
    reason: WithdrawalReason | None = None
    comment: str = ""

    @property
    def digest(self) -> str:
        """A digest of everything that a reader can see."""
        return _digest(self.public)


@dataclass(frozen=True, slots=True)
class Fresh:
    """What the public would see of a document now, beside what it sees."""

    revision: Revision
    document: Document
    public: PublicForm
    before: Publication | None

    @property
    def shows_otherwise(self) -> bool:
        """Whether a reader would see something else than before."""
        return self.before is None or self.before.digest != _digest(self.public)

    @property
    def is_made_otherwise(self) -> bool:
        """Whether it would be shown or found by something else than before."""
        before = self.before
        return (
            before is None
            or before.format != FORMAT
            or self.shows_otherwise
            or before.index != self._index()
        )

    def candidate(self, change: Change, note: Note = NO_NOTE) -> Candidate:
        """Return the publication that this makes."""
        return Candidate(
            self.revision, change, self.public, self.document, self._index(), note
        )

    def _index(self) -> str:
        match self.document, self.public:
            case EntryDocument() as found, PublicEntry() as public:
                sections = public.sections.items()
                lacking = {lang: one.not_checked_by for lang, one in sections}
                return index_rows(found, lacking)
        return ""


def fresh_forms(
    chosen: Mapping[Name, Revision],
    documents: Documents,
    touched: Collection[Name],
    gone: Collection[Name] = (),
) -> Iterator[Fresh]:
    """Yield the documents of the chosen revisions, then what is public of ``touched``.

    What a document points to comes before it. ``gone`` are about to be withdrawn: the
    others show them no more.
    """
    current = _current({*touched, *chosen})
    here = {
        name: row.revision.read()
        for name, row in current.items()
        if row.change not in GONE and name not in documents
    }
    known = following(here) | dict(documents)
    revisions = {name: row.revision for name, row in current.items()} | dict(chosen)
    around = _Around(known, revisions, gone)
    rest = set(known) - set(chosen)
    for name in [*_in_order(chosen), *_in_order(sorted(rest))]:
        public = around.public_form(name)
        yield Fresh(revisions[name], known[name], public, current.get(name))


def form_to_be(revision: Revision, document: Document) -> PublicForm:
    """Return what the public would see of a document as ``revision`` has it.

    Nothing is written for it: where it points is read from the document itself.
    """
    name = document.name
    rows = [
        (one.relation, one.other.key)
        for one in pointers(document)
        if one.other.kind == DocumentKind.ENTRY
    ]
    around = _Around({name: document}, {name: revision}, (), {name.key: rows})
    return around.public_form(name)


def _in_order(names: Iterable[Name]) -> list[Name]:
    """Return the names with those first to which others can point."""
    order = {kind: place for place, kind in enumerate(SHAPES)}
    return sorted(names, key=lambda name: order[name.kind])


def _current(names: Collection[Name]) -> dict[Name, Publication]:
    rows = Publication.objects.current().select_related("revision")
    return {row.name: row for row in rows_named(rows, names)}


class _Around:
    """Collects what the public forms of several documents depend on, in few queries."""

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


def _digest(public: PublicForm) -> str:
    """Return a digest that changes when what a reader can see does."""
    return hashlib.sha256(public.content().encode()).hexdigest()
