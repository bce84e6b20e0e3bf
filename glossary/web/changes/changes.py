"""Recent changes: the days on which something was published, the newest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from django.db.models import Count
from django.utils import timezone

from glossary import reading
from glossary.addresses import page_paths
from glossary.closed_lists import Change
from glossary.document import DocumentKind
from glossary.models import Publication
from glossary.pages.paging import page_of
from glossary.web.changes.beside_entries import HEADINGS, list_others
from glossary.web.changes.of_entries import MOST_NAMED, list_days
from glossary.web.page import in_language, render_page

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

MOST_ENTRIES = 200
"""So many entries are named on a page, unless one day alone has more."""

MOST_DAYS = 20


@in_language
def changes(request: HttpRequest, lang: str) -> HttpResponse:
    """Show what was published, changed and withdrawn, day by day."""
    counts = _counts_by_day()
    page = page_of(request, _pages(counts), size=1)
    query = f"?page={page.number}" if page.number > 1 else ""
    days = page.rows[0] if page.rows else []
    shelf = reading.shelf()
    others = list_others(shelf, days, lang)
    context = {
        "days": [(day, others[day.date]) for day in list_days(shelf, days, lang)],
        "page": page,
    }
    paths = {code: path + query for code, path in page_paths("changes").items()}
    return render_page(
        request, lang, "glossary/changes/changes.html", context, paths=paths
    )


def _counts_by_day() -> dict[dt.date, Counter[str]]:
    """Return how many publications of each sort there were, the newest day first."""
    acts = (
        Publication.objects.filter(kind__in=[DocumentKind.ENTRY, *HEADINGS])
        .exclude(kind__in=HEADINGS, change=Change.REFRESHED)
        .exclude(change=Change.EARLIER_ERASED)
        .values_list("published_at", "kind", "change")
        .annotate(number=Count("sequence"))
        .order_by("-published_at")
    )
    days: dict[dt.date, Counter[str]] = defaultdict(Counter)
    for at, kind, change, number in acts:
        sort = change if kind == DocumentKind.ENTRY else kind
        days[timezone.localdate(at)][sort] += number
    return days


def _pages(counts: Mapping[dt.date, Counter[str]]) -> list[list[dt.date]]:
    """Return the days in pages that are not endless."""
    pages: list[list[dt.date]] = []
    room = 0
    for day, sorts in counts.items():
        names = sum(min(number, MOST_NAMED) for number in sorts.values())
        if not pages or names > room or len(pages[-1]) == MOST_DAYS:
            pages.append([])
            room = MOST_ENTRIES
        pages[-1].append(day)
        room -= names
    return pages
