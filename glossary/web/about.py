"""About the site: how entries are made, and how many of them who has checked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings

from glossary import labels, languages, reading
from glossary.addresses import page_paths
from glossary.models import Publication
from glossary.web.page import in_language, render_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from glossary.reading import Shelf

    Record = Mapping[str, Any]


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
    rows = Publication.objects.readable().values_list(
        "revision__review_record", flat=True
    )
    records: list[Record] = list(rows)
    context = {
        "count": shelf.index.count(),
        "languages": languages.all_languages(),
        "states": _states(shelf),
        "sign_offs": _sign_offs(records),
        "statements": _statements(records, lang),
        "contact_url": settings.CONTACT_URL,
    }
    paths = page_paths("about")
    return render_page(request, lang, "glossary/about.html", context, paths=paths)


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


def _sign_offs(records: Iterable[Record]) -> list[Row]:
    """Return how many entries a person in each role has signed off, by language."""
    given = Counter(
        (role, code)
        for record in records
        for code, roles in record.get("signed_off", {}).items()
        for role in roles
    )
    return [
        Row(
            labels.SIGNED_OFF.get(role, role),
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


def _statements(records: Sequence[Record], lang: str) -> list[Statement]:
    """Return what the reviews consisted of, in the language of the page if known."""
    counts = Counter(record.get("record", "") for record in records)
    texts = {
        record.get("record", ""): record.get("statement", {}) for record in records
    }
    return [
        Statement(texts[name][spoken], spoken, count)
        for name, count in counts.most_common()
        if texts[name]
        for spoken in [lang if lang in texts[name] else next(iter(texts[name]))]
    ]
