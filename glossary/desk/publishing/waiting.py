"""What is approved and waits, and what is planned for a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.publishing.rows import Moment, rows_of
from glossary.desk.speaking import language_of
from glossary.models import Publication, Revision, Schedule
from glossary.pages.paging import Rows, page_of
from glossary.permissions import can_publish
from glossary.publishing import parts_due, why_not_met

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_PAGE_SIZE = 50


def waiting(request: HttpRequest) -> HttpResponse:
    """List what can be published, how old its sign-offs are, and what is planned."""
    lang = language_of(request)
    plans = [_planned(one, lang) for one in Schedule.objects.waiting()]
    planned = [one for one in plans if one["rows"]]  # of others all is public
    page = page_of(request, Rows(_approved()), size=_PAGE_SIZE)
    context = {
        "page": page,
        "rows": rows_of(list(page.rows), lang),
        "planned": planned,
        "may": can_publish(editor_of(request)),
        "check": desk_path("publish-check"),
    }
    template = "glossary/desk/publishing/waiting.html"
    return render_page(request, "publish", template, context)


def _approved() -> Any:
    """Return what is approved and was never public."""
    shown = Publication.objects.filter(revision=OuterRef("pk"))
    rows = Revision.objects.approved().filter(~Exists(shown))
    return rows.select_related("base__revision").order_by("kind", "key")


def _planned(schedule: Schedule, lang: str) -> dict[str, Any]:
    at, rows = Moment.of(schedule.at), rows_of(parts_due(schedule), lang)
    for row in rows:
        row["is_too_late"] = bool(row["until"]) and at.day > row["until"]
    is_overdue = schedule.at <= timezone.now()
    may_not = not can_publish(schedule.asked_by)
    said = {row["reason"] for row in rows}
    reasons = why_not_met(schedule) if is_overdue and not may_not else []
    return {
        "at": at,
        "who": schedule.actor_name,
        "is_overdue": is_overdue,
        "may_not": may_not,
        "reasons": [one for one in reasons if one not in said],
        "rows": rows,
        "cancel": desk_path("cancel-plan", str(schedule.pk)),
    }
