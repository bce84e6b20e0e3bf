"""What would be published: the revisions chosen, and whatever they change elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.closed_lists import GONE, Change
from glossary.document import SHAPES, DocumentKind, EntryDocument, Name, pointers
from glossary.indexing import index_rows
from glossary.models import NO_NOTE, Note, Publication, rows_named
from glossary.public_form import FORMAT, PublicEntry
from glossary.publishing.links import following
from glossary.publishing.surroundings import Around

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from glossary.closed_lists import WithdrawalReason
    from glossary.document import Document
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
    around = Around(known, revisions, gone)
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
    around = Around({name: document}, {name: revision}, (), {name.key: rows})
    return around.public_form(name)


def _in_order(names: Iterable[Name]) -> list[Name]:
    """Return the names with those first to which others can point."""
    order = {kind: place for place, kind in enumerate(SHAPES)}
    return sorted(names, key=lambda name: order[name.kind])


def _current(names: Collection[Name]) -> dict[Name, Publication]:
    rows = Publication.objects.current().select_related("revision")
    return {row.name: row for row in rows_named(rows, names)}


def _digest(public: PublicForm) -> str:
    """Return a digest that changes when what a reader can see does."""
    return hashlib.sha256(public.content().encode()).hexdigest()
