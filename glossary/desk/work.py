"""What there is to do: the first page of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.states import STATES
from glossary.desk.parts.titles import title_of
from glossary.desk.speaking import language_of
from glossary.models import OPEN, Revision, RevisionState
from glossary.pages.paging import Rows, page_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_PAGE_SIZE = 50


def queue(request: HttpRequest) -> HttpResponse:
    """List what is being worked on, the oldest first."""
    rows = Revision.objects.filter(state__in=OPEN).order_by("created_at", "pk")
    page = page_of(request, Rows(rows), size=_PAGE_SIZE)
    lang = language_of(request)
    context = {"page": page, "rows": [_row(row, lang) for row in page.rows]}
    return render_page(request, "home", "glossary/desk/work.html", context)


def _row(row: Revision, lang: str) -> dict[str, Any]:
    return {
        "path": desk_path("document", *row.name),
        "title": title_of(row.name.kind, row.key, row.document, lang),
        "state": STATES[RevisionState(row.state)],
        "since": timezone.localdate(row.submitted_at or row.created_at),
    }
