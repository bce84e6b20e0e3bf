"""The page of an entry, the address on paper that leads to it, and what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.http import Http404
from django.utils.translation import gettext as _

from glossary import languages, reading
from glossary.models import Address, Publication, PublicationKind
from glossary.presentation import entry_path
from glossary.web import wording
from glossary.web.entry_page import ShownEntry
from glossary.web.leaflet_address import leaflet_address
from glossary.web.listing import list_entries, list_topics
from glossary.web.page import (
    Crumb,
    in_language,
    page_path,
    redirect,
    redirect_to_language,
    render_answer,
    render_page,
    site_address,
)
from glossary.web.qr_codes import qr_code

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_HISTORY = 20


@in_language
def entry(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """Explain one entry in the page's language.

    A former address, and that of another language, lead to the present one.
    """
    publication = _publication_at(lang, slug)
    if publication.kind == PublicationKind.WITHDRAWN:
        return _withdrawn(request, lang, publication)
    shown = ShownEntry.of(publication, lang)
    if shown.paths[lang] != entry_path(lang, slug):
        return redirect(shown.paths[lang], status=308)
    context = {**_around(shown), "short_address": _short_address(request, shown)}
    template = "glossary/entry.html"
    return render_page(request, lang, template, context, paths=shown.paths)


def short_address(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from the address on paper to the entry in the reader's language."""
    publication = Publication.objects.current().filter(entry__short_code=code).first()
    if publication is None:
        raise Http404
    return redirect_to_language(request, _paths(publication))


def _publication_at(lang: str, slug: str) -> Publication:
    """Return what is published at a slug: of this language, or else of another."""
    found = {row.lang: row.entry_id for row in Address.objects.filter(slug=slug)}
    for code in (lang, *languages.codes()):
        row = Publication.objects.current().filter(entry_id=found.get(code)).first()
        if row:
            return row
    raise Http404


def _around(shown: ShownEntry) -> dict[str, Any]:
    """Return what the page shows beside the entry itself."""
    shelf = reading.shelf()
    lang, topics = shown.lang, list_topics(shelf, shown.lang)
    mine = [row for row in topics if row.id in shown.body["topics"]]
    above = [Crumb(row.label, row.path, row.lang) for row in mine[:1]]
    history = Publication.objects.filter(entry_id=shown.body["id"])
    return {
        "entry": shown,
        "topics": mine,
        "related": shown.related(shelf),
        "history": [
            (row, wording.CHANGES[row.kind])
            for row in history.order_by("-sequence")[:_HISTORY]
        ],
        "crumbs": above or [Crumb(_("A to Z"), page_path(lang, "a-to-z"), lang)],
    }


def _short_address(request: HttpRequest, shown: ShownEntry) -> dict[str, str]:
    """Return the address that never changes, and the same as a QR code."""
    address = site_address(request) + shown.body["short_url"]
    leaflet = leaflet_address(shown.lang, [shown.body["id"]])
    return {"address": address, "code": qr_code(address), "leaflet": leaflet}


def _withdrawn(
    request: HttpRequest, lang: str, publication: Publication
) -> HttpResponse:
    """Say when and why an entry was withdrawn, and what to read instead."""
    tombstone = orjson.loads(publication.body)
    context = {
        "tombstone": tombstone,
        "instead": list_entries(reading.shelf(), tombstone["replaced_by"], lang),
    }
    template, paths = "glossary/errors/withdrawn.html", _paths(publication)
    return render_answer(request, lang, template, context, paths=paths, status=410)


def _paths(publication: Publication) -> dict[str, str]:
    """Return the path of an entry's page in each language, withdrawn or not."""
    rows = Address.objects.filter(entry_id=publication.entry_id, is_current=True)
    slugs = {row.lang: row.slug for row in rows}
    first = next(slugs[code] for code in languages.codes() if code in slugs)
    return {
        code: entry_path(code, slugs.get(code, first)) for code in languages.codes()
    }
