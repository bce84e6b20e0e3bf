"""Where the addresses on paper lead: to an entry, or to a leaflet of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from glossary import languages
from glossary.addresses import page_paths
from glossary.document import short_code
from glossary.models import Publication
from glossary.web.entries.entry import entry_paths
from glossary.web.leaflets.address import MOST_WORDS, Leaflet
from glossary.web.page import redirect_to_language
from glossary.web.parts.codes import ids_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse


def follow(request: HttpRequest, codes: str, lang: str = "") -> HttpResponse:
    """Lead to what has these short codes, in ``lang`` if the address names one."""
    known = {"": "", **{code.lower(): code for code in languages.codes()}}
    if lang.lower() not in known:
        raise Http404
    spoken = known[lang.lower()]
    first, *others = codes.lower().split("-")
    if others:
        return _leaflet(request, [first, *others], spoken)
    return _entry(request, first, spoken)


def _entry(request: HttpRequest, code: str, lang: str) -> HttpResponse:
    """Lead to the page of an entry; one that was withdrawn says so there."""
    publication = Publication.objects.entries().current().of(ids_of([code])).first()
    if publication is None:
        raise Http404
    return redirect_to_language(request, entry_paths(publication.key), lang=lang)


def _leaflet(request: HttpRequest, codes: Sequence[str], lang: str) -> HttpResponse:
    wanted = codes[:MOST_WORDS]
    rows = Publication.objects.entries().readable().of(ids_of(wanted))
    public = set(map(short_code, rows.values_list("key", flat=True)))
    found = Leaflet().with_codes(code for code in wanted if code in public)
    if not found.codes:
        raise Http404
    paths = page_paths("leaflet")
    return redirect_to_language(request, paths, lang=lang, query=found.query)
