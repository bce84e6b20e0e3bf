"""What would be published: the revisions chosen, and whatever they change elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from django.conf import settings

from glossary import languages
from glossary.closed_lists import INVERSE
from glossary.document import from_json
from glossary.indexing import index_rows
from glossary.models import (
    Entry,
    Link,
    Publication,
    PublicationKind,
    Source,
    rows_among,
)
from glossary.presentation import Neighbour, Surroundings, public_entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from glossary.document import EntryDocument
    from glossary.models import Revision


@dataclass(frozen=True, slots=True)
class Note:
    """What readers are told about a publication, and in which language."""

    text: str = ""
    lang: str = ""


NO_NOTE = Note()


@dataclass(frozen=True, slots=True)
class Draft:
    """A publication before it has its number. A tombstone has no ``index``."""

    revision: Revision
    kind: PublicationKind
    public: Mapping[str, Any]
    index: str
    note: Note = NO_NOTE

    @property
    def digest(self) -> str:
        """A digest of everything that a reader can see."""
        return public_digest(self.public)


@dataclass(frozen=True, slots=True)
class Fresh:
    """What the public would see of an entry now, beside what it sees."""

    revision: Revision
    document: EntryDocument
    public: Mapping[str, Any]
    before: Publication | None

    @property
    def shows_otherwise(self) -> bool:
        """Whether a reader would see something else than before."""
        return self.before is None or self.before.digest != public_digest(self.public)

    @property
    def is_found_otherwise(self) -> bool:
        """Whether a search would find it by something else than before."""
        return self.before is None or self.before.index != index_rows(self.document)

    def draft(self, kind: PublicationKind, note: Note = NO_NOTE) -> Draft:
        """Return the publication that this makes."""
        return Draft(self.revision, kind, self.public, index_rows(self.document), note)


def fresh_forms(
    chosen: Mapping[str, Revision],
    documents: Mapping[str, EntryDocument],
    touched: Collection[str],
    gone: Collection[str] = (),
) -> Iterator[Fresh]:
    """Yield the entries of the chosen revisions, then what is public of ``touched``.

    ``gone`` are about to be withdrawn: the others show them no more.
    """
    current = _current({*touched, *chosen})
    known = {
        entry_id: from_json(row.revision.document)
        for entry_id, row in current.items()
        if row.kind != PublicationKind.WITHDRAWN
    } | dict(documents)
    around = _Around(known, gone)
    codes = dict(rows_among(Entry.objects.values_list("pk", "short_code"), "pk", known))
    for entry_id in [*chosen, *sorted(set(known) - set(chosen))]:
        revision = chosen.get(entry_id) or current[entry_id].revision
        document = known[entry_id]
        public = public_entry(
            document,
            around.of(document, revision),
            short_code=codes[entry_id],
            revision=revision.number,
        )
        yield Fresh(revision, document, public, current.get(entry_id))


def _current(entry_ids: Collection[str]) -> dict[str, Publication]:
    rows = Publication.objects.current().select_related("revision")
    return {row.entry_id: row for row in rows_among(rows, "entry_id", entry_ids)}


class _Around:
    """Collects what the public forms of several entries depend on, in few queries."""

    def __init__(
        self, documents: Mapping[str, EntryDocument], gone: Collection[str]
    ) -> None:
        cited = {source for row in documents.values() for source in row.source_ids}
        self._sources = {
            row.id: row for row in rows_among(Source.objects.all(), "pk", cited)
        }
        onward = Link.objects.values_list("entry_id", "relation", "other")
        self._onward = _grouped(rows_among(onward, "entry_id", documents))
        back = Link.objects.exclude(relation=Link.MENTION)
        back = back.order_by("entry_id", "relation")
        self._back = _grouped(
            rows_among(
                back.values_list("other", "relation", "entry_id"), "other", documents
            )
        )
        wanted = {
            other
            for links in (*self._onward.values(), *self._back.values())
            for _, other in links
        }
        self._neighbours = _neighbours(wanted - set(gone), documents)

    def of(self, document: EntryDocument, revision: Revision) -> Surroundings:
        """Return what ``document`` depends on."""
        back = self._back.get(document.id, [])
        ids = {other for _, other in [*self._onward.get(document.id, []), *back]}
        done = revision.review_record.get("signed_off", {})
        return Surroundings(
            sources=self._sources,
            neighbours={
                entry_id: self._neighbours[entry_id]
                for entry_id in ids
                if entry_id in self._neighbours
            },
            relations_back=[(INVERSE[relation], other) for relation, other in back],
            checked_by=done,
            not_checked_by=_missing_sign_offs(done),
            review={
                "arrival": revision.arrival,
                "record": revision.review_record.get("record"),
            },
        )


def _grouped(
    rows: Iterable[tuple[str, str, str]],
) -> dict[str, list[tuple[str, str]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for subject, relation, other in rows:
        groups.setdefault(subject, []).append((relation, other))
    return groups


def _neighbours(
    wanted: Collection[str], documents: Mapping[str, EntryDocument]
) -> dict[str, Neighbour]:
    """Return the public entries among ``wanted``, as they are after this step."""
    found = {
        entry_id: Neighbour(
            labels={lang: row.preferred.text for lang, row in known.languages.items()},
            slugs={lang: row.slug for lang, row in known.languages.items()},
        )
        for entry_id, known in documents.items()
        if entry_id in wanted
    }
    others = set(wanted) - set(found)
    for row in rows_among(Publication.objects.readable(), "entry_id", others):
        sections = orjson.loads(row.body)["languages"]
        shown = {code: part for code, part in sections.items() if "slug" in part}
        found[row.entry_id] = Neighbour(
            labels={code: part["terms"][0]["text"] for code, part in shown.items()},
            slugs={code: part["slug"] for code, part in shown.items()},
        )
    return found


def _missing_sign_offs(done: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return, for each language, the sign-offs that nobody has given."""
    return {
        lang: [
            role
            for role, only in settings.GLOSSARY_SIGN_OFFS.items()
            if (not only or lang in only) and role not in done.get(lang, ())
        ]
        for lang in languages.codes()
    }


def public_digest(public: Mapping[str, Any]) -> str:
    """Return a digest that changes when what a reader can see does."""
    return hashlib.sha256(orjson.dumps(public)).hexdigest()
