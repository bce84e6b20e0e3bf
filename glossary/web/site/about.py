"""About the site: how entries are made, and how many of them who has checked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.db.models import Count
from django.utils import timezone

from glossary import labels, languages, reading
from glossary.addresses import page_paths
from glossary.document import DocumentKind, ReviewRecord
from glossary.models import Link, Publication
from glossary.public_form import read_shown
from glossary.web.page import in_language, render_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from glossary.reading import Shelf


class Row(NamedTuple):
    """A row of figures, each with the name of its language; ``None``: not needed."""

    heading: str | _StrPromise
    counts: Sequence[tuple[str, int | None]]


class Statement(NamedTuple):
    """What the review of some entries consisted of."""

    text: str
    lang: str
    entries: int


@in_language
def about(request: HttpRequest, lang: str) -> HttpResponse:
    """Say who makes this, how, and what has been checked by whom."""
    shelf = reading.shelf()
    records = _records()
    context = {
        "count": shelf.index.count(),
        "languages": languages.all_languages(),
        "states": _states(shelf),
        "overdue": Publication.objects.entries().overdue(timezone.localdate()).count(),
        "sign_offs": _sign_offs(records),
        "statements": _statements(records, lang),
        "contact_url": settings.CONTACT_URL,
    }
    paths = page_paths("about")
    return render_page(request, lang, "glossary/site/about.html", context, paths=paths)


def _records() -> list[tuple[ReviewRecord, int]]:
    """Return the records of reviews, each with how many public entries came by it."""
    links = Link.objects.filter(relation=Link.REVIEWED, kind=DocumentKind.ENTRY)
    counts = dict(links.values_list("other").annotate(Count("pk")).order_by())
    rows = Publication.objects.of_kind(DocumentKind.REVIEW).readable().of(counts)
    found = [
        (read_shown(ReviewRecord, body), counts[key])
        for key, body in rows.values_list("key", "body")
    ]
    return sorted(found, key=lambda row: row[1], reverse=True)


def _states(shelf: Shelf) -> list[Row]:
    """Return how many entries are in which state, by language."""
    return [
        Row(
            heading,
            [
                (row.name, len(shelf.index.entries(lang=row.code, state=state)))
                for row in languages.all_languages()
            ],
        )
        for state, heading in labels.LANGUAGE_STATES.items()
    ]


def _sign_offs(records: Iterable[tuple[ReviewRecord, int]]) -> list[Row]:
    """Return how many entries a person in each role has signed off, by language."""
    given: Counter[tuple[str, str]] = Counter()
    for record, entries in records:
        for code, roles in record.signed_off.items():
            for role in roles:
                given[role, code] += entries
    return [
        Row(
            labels.SIGNED_OFF[role],
            [
                (row.name, given[role, row.code] if _needs(only, row.code) else None)
                for row in languages.all_languages()
            ],
        )
        for role, only in settings.GLOSSARY_SIGN_OFFS.items()
    ]


def _needs(only: Sequence[str], lang: str) -> bool:
    """Tell whether a role is for ``lang``; one for no language in particular is."""
    return not only or lang in only


def _statements(
    records: Iterable[tuple[ReviewRecord, int]], lang: str
) -> list[Statement]:
    """Return what the reviews consisted of, in the language of the page if known."""
    return [
        Statement(record.statement[spoken], spoken, entries)
        for record, entries in records
        for spoken in [
            lang if lang in record.statement else next(iter(record.statement))
        ]
    ]
