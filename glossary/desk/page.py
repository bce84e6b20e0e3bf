"""What every page of the desk does the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.template import loader
from django.utils import translation

from glossary import addresses, languages
from glossary.desk.speaking import language_of
from glossary.pages.partners import partners_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest


def desk_path(page: str, lang: str | None = None) -> str:
    """Return the path of a page, in the language that is spoken or in ``lang``.

    That is known also where no request has come through the door yet.
    """
    return addresses.desk_path(lang or translation.get_language(), page)


def render_page(
    request: HttpRequest,
    page: str,
    template: str,
    context: Mapping[str, Any],
    *,
    query: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return ``page``; with ``query`` it is the same one in each language."""
    lang = language_of(request)
    end = f"?{query}" if query else ""
    paths = {code: desk_path(page, code) + end for code in languages.codes()}
    shared = {
        "lang": lang,
        "partners": partners_of(paths, lang),
        "desk": {
            "home": desk_path("home", lang),
            "sign_out": desk_path("sign-out", lang),
        },
        "public": addresses.page_path(lang, "home"),
        "resubmit": "",
        "editor": "",
    }
    body = loader.render_to_string(template, {**shared, **context}, request)
    return HttpResponse(body, status=status)
