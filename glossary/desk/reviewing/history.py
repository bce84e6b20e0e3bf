"""The history of a document: what readers saw, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils import timezone

from glossary import labels
from glossary.closed_lists import GONE, SignOffRole
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import name_asked, parts_of
from glossary.desk.parts.roles import in_words
from glossary.desk.parts.states import KINDS
from glossary.desk.parts.titles import title_of
from glossary.desk.reviewing.comparison import compare
from glossary.desk.reviewing.revision import NOTHING
from glossary.desk.reviewing.signing import Given
from glossary.desk.speaking import language_of
from glossary.models import Arrival, Event, Note, Publication, Revision
from glossary.pages.paging import page_of
from glossary.review import Asked, honest_sign_offs, is_check

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from glossary.desk.reviewing.comparison import Group
    from glossary.document import Name

_PAGE_SIZE = 10


@dataclass(frozen=True)
class Step:
    """A publication: what readers were told, and what became otherwise for them."""

    sequence: int
    day: dt.date
    change: _StrPromise
    note: Note
    reason: _StrPromise | str
    by: str
    number: int
    path: str
    groups: Sequence[Group]
    authors: Sequence[str]
    given: Sequence[Given]
    record: str
    is_check: bool
    is_withdrawn: bool
    is_new: bool

    @property
    def is_otherwise(self) -> bool:
        """Whether the text is another one than before."""
        return any(group.changed for group in self.groups)


def history(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show what was published of a document, the newest first."""
    name, lang = name_asked(kind, key), language_of(request)
    rows = Publication.objects.of_kind(name.kind).of([key])
    rows = rows.defer("body", "index").order_by("-sequence")
    found = list(rows)
    if not found:
        raise Http404
    page = page_of(request, found, size=_PAGE_SIZE)
    texts = _texts(found, page.rows)
    context = {
        "page": page,
        "name": name,
        "kind": KINDS[name.kind],
        "title": title_of(name.kind, key, found[0].revision.document, lang),
        "document_path": desk_path("document", *name),
        "steps": _steps(name, found, page.rows, texts),
    }
    template = "glossary/desk/reviewing/history.html"
    return render_page(request, "history", template, context, parts=name)


def _before(found: Sequence[Publication], row: Publication) -> int | None:
    """Return the revision that readers saw last before a publication, if any."""
    older = (one for one in found if one.sequence < row.sequence)
    return next((one.revision_id for one in older if one.change not in GONE), None)


def _texts(
    found: Sequence[Publication], shown: Sequence[Publication]
) -> dict[int, Revision]:
    """Return the revisions of these publications, and those before them."""
    ids = {row.revision_id for row in shown}
    ids |= {one for row in shown if (one := _before(found, row))}
    return Revision.objects.select_related("base__revision").in_bulk(ids)


def _steps(
    name: Name,
    found: Sequence[Publication],
    shown: Sequence[Publication],
    texts: dict[int, Revision],
) -> list[Step]:
    acts = Event.objects.filter(publication__in=[row.sequence for row in shown])
    by = dict(acts.values_list("publication_id", "actor_name"))
    steps = []
    for row in shown:
        former = _before(found, row)
        before = texts[former].document if former else NOTHING
        revision = texts[row.revision_id]
        groups = compare(name.kind, before, revision.document)
        is_gone = row.change in GONE
        steps.append(
            Step(
                sequence=row.sequence,
                day=timezone.localdate(row.published_at),
                change=labels.CHANGES[row.change],
                note=Note(row.note, row.note_lang),
                reason=labels.WITHDRAWALS.get(row.reason, ""),
                by=by.get(row.sequence, ""),
                groups=() if is_gone else groups,
                is_withdrawn=is_gone,
                is_new=former is None,
                **_who(revision),
            )
        )
    return steps


def _who(revision: Revision) -> dict[str, Any]:
    """Return who wrote a revision, and who has signed it off."""
    return {
        "number": revision.number,
        "path": desk_path("revision", *parts_of(revision)),
        "authors": [row.name for row in revision.authors.all()]
        if revision.arrival == Arrival.WRITTEN_HERE
        else [],
        "record": revision.review,
        "is_check": is_check(revision),
        "given": [
            Given(
                in_words(Asked(SignOffRole(row.role), row.lang)),
                row.user.get_username(),
                timezone.localdate(row.given_at),
                "",
            )
            for row in honest_sign_offs(revision)
        ],
    }
