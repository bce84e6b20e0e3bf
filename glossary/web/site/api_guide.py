"""The guide to the API: a page for people who write programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from glossary import languages
from glossary.addresses import api_path, page_paths
from glossary.matching import FORMAT
from glossary.web.page import in_language, render_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise


class Endpoint(NamedTuple):
    """An address of the API and what it is for."""

    method: str
    path: str
    words: _StrPromise


ENDPOINTS = (
    Endpoint("GET", "/", _("Links, languages, counts and the newest sequence")),
    Endpoint("GET", "/entries/", _("Entries, page by page, narrowed as you like")),
    Endpoint("GET", "/entries/?ids=", _("Several entries at once, in your order")),
    Endpoint("GET", "/entries/{id}/", _("One entry, whole")),
    Endpoint("GET", "/entries/{id}/history/", _("Everything published of an entry")),
    Endpoint("GET", "/lookup/?term=", _("Entries by any of their names")),
    Endpoint("POST", "/lookup/", _("Up to 200 names in one request")),
    Endpoint("GET", "/search/?q=", _("Search in names and text, best first")),
    Endpoint("POST", "/search/", _("The same, with the words kept out of addresses")),
    Endpoint("GET", "/suggest/?q=", _("Names that begin like this, for completion")),
    Endpoint("POST", "/suggest/", _("The same, with the words kept out of addresses")),
    Endpoint("POST", "/annotate/", _("Which terms are in a text, and where")),
    Endpoint("POST", "/check/", _("What is hard to read in a text, or could hurt")),
    Endpoint("GET", "/term-pack/?lang=", _("Every form, to find terms on a device")),
    Endpoint(
        "GET",
        f"/term-pack/{FORMAT}/matching.js",
        _("The module that finds them in a text"),
    ),
    Endpoint("GET", f"/term-pack/{FORMAT}/cases.json", _("Cases that prove an engine")),
    Endpoint("GET", "/letters/?lang=", _("The alphabet of a language, with counts")),
    Endpoint("GET", "/sources/", _("The public documents and pages")),
    Endpoint("GET", "/sources/{id}/", _("One source, and what is quoted from it")),
    Endpoint("GET", "/topics/", _("The topics, and what each is about")),
    Endpoint("GET", "/topics/{id}/", _("One topic")),
    Endpoint(
        "GET",
        "/helplines/",
        _("Helplines: who they are for, where, how old a number is"),
    ),
    Endpoint("GET", "/helplines/{id}/", _("One helpline, and where that was seen")),
    Endpoint("GET", "/schema/", _("The OpenAPI 3.1 description")),
)


@in_language
def api_guide(request: HttpRequest, lang: str) -> HttpResponse:
    """Explain the API with examples that can be copied."""
    context = {
        "endpoints": ENDPOINTS,
        "languages": languages.all_languages(),
        "rate": _rate(settings.RATE_LIMIT),
        "key_rate": _rate(settings.KEY_RATE_LIMIT),
        "contact_url": settings.CONTACT_URL,
        "api": api_path("root"),
    }
    paths = page_paths("api")
    return render_page(
        request, lang, "glossary/site/api/guide.html", context, paths=paths
    )


class Rate(NamedTuple):
    """So many requests in a period, in words."""

    number: str
    period: str | _StrPromise


def _rate(text: str) -> Rate:
    """Return a rate of the settings, ``600/minute``, in words."""
    number, _slash, period = text.partition("/")
    return Rate(number, _PERIODS.get(period[:1], period))


_PERIODS = {
    "s": _("a second"),
    "m": _("a minute"),
    "h": _("an hour"),
    "d": _("a day"),
}
