"""What would be published: the revisions chosen, and whatever they change elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from django.conf import settings

from glossary import languages
from glossary.document import from_json
from glossary.indexing import index_rows
from glossary.models import Link, Publication, PublicationKind, Revision, Source
from glossary.presentation import INVERSE, Neighbour, Surroundings, public_entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from glossary.document import EntryDocument


@dataclass(frozen=True, slots=True)
class Draft:
    """A publication before it has its number. A tombstone has no ``index``."""

    revision: Revision
    kind: PublicationKind
    public: Mapping[str, Any]
    index: str
    note: str

    @property
    def digest(self) -> str:
        """A digest of everything that a reader can see."""
        return public_digest(self.public)


def draft_publications(
    chosen: Mapping[str, Revision],
    documents: Mapping[str, EntryDocument],
    touched: Collection[str],
    note: str,
    gone: Collection[str] = (),
) -> list[Draft]:
    """Return what has to be published: the chosen revisions, then what they touch.

    An entry that was only touched is left out where nothing a reader can see
    would change.
    """
    current = _current([*touched, *chosen])
    known = {
        entry_id: from_json(row.revision.document)
        for entry_id, row in current.items()
        if row.kind != PublicationKind.WITHDRAWN and entry_id not in gone
    } | dict(documents)
    around = _Around(known, gone)
    drafts = []
    for entry_id in [*chosen, *sorted(set(known) - set(chosen))]:
        before = current.get(entry_id)
        revision = chosen.get(entry_id) or current[entry_id].revision
        document = known[entry_id]
        public = public_entry(
            document,
            around.of(document, revision),
            short_code=revision.entry.short_code,
            revision=revision.number,
        )
        if entry_id in chosen or (before and before.digest != public_digest(public)):
            kind = _kind(before)
            drafts.append(Draft(revision, kind, public, index_rows(document), note))
    return drafts


def _current(entry_ids: Collection[str]) -> dict[str, Publication]:
    rows = Publication.objects.current().of(entry_ids)
    return {row.entry_id: row for row in rows.select_related("revision__entry")}


def _kind(before: Publication | None) -> PublicationKind:
    if before is None:
        return PublicationKind.PUBLISHED
    if before.kind == PublicationKind.WITHDRAWN:
        return PublicationKind.RESTORED
    return PublicationKind.UPDATED


class _Around:
    """Collects what the public forms of several entries depend on, in few queries."""

    def __init__(
        self, documents: Mapping[str, EntryDocument], gone: Collection[str]
    ) -> None:
        cited = {source for row in documents.values() for source in row.source_ids}
        self._sources = Source.objects.in_bulk(cited)
        self._onward = _grouped(
            Link.objects.filter(entry_id__in=documents).values_list(
                "entry_id", "relation", "other"
            )
        )
        self._back = _grouped(
            Link.objects.filter(other__in=documents)
            .exclude(relation=Link.MENTION)
            .order_by("entry_id", "relation")
            .values_list("other", "relation", "entry_id")
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
    for row in Publication.objects.readable().of(others):
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
