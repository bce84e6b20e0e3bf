"""What is published beside entries, with when, and who has not checked the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple

from glossary.document import DocumentKind, DocumentT, ReviewRecord
from glossary.models import Publication
from glossary.public_form import read_shown
from glossary.review import missing_sign_offs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from glossary.closed_lists import SignOffRole


class Beside(NamedTuple, Generic[DocumentT]):
    """A public document beside entries; ``not_checked_by`` is by language."""

    document: DocumentT
    published_at: dt.datetime
    not_checked_by: Mapping[str, Sequence[SignOffRole]]


def all_beside(shape: type[DocumentT], key: str = "") -> list[Beside[DocumentT]]:
    """Return what is public of one kind, or the one with this key."""
    rows = Publication.objects.of_kind(shape.document_kind).readable()
    if key:
        rows = rows.of([key])
    columns = ("body", "published_at", "revision__review")
    found = list(rows.order_by("key").values_list(*columns))
    missing = _missing({review for _body, _at, review in found})
    return [
        Beside(read_shown(shape, body), at, missing[review])
        for body, at, review in found
    ]


def _missing(records: set[str]) -> dict[str, Mapping[str, Sequence[SignOffRole]]]:
    """Return who has not checked what came in with each record, or without one."""
    rows = Publication.objects.of_kind(DocumentKind.REVIEW).readable().of(records)
    known = {
        key: read_shown(ReviewRecord, body).signed_off
        for key, body in rows.values_list("key", "body")
    }
    return {name: missing_sign_offs(known.get(name, {})) for name in records}
