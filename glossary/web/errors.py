"""What a reader sees when something is not there, not allowed, or broken."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import orjson
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpResponse
from django.urls import resolve
from django.utils import translation
from django.utils.encoding import escape_uri_path

from glossary import languages
from glossary.addresses import is_for_apps, language_of, page_path, page_paths
from glossary.answers import SHARED
from glossary.languages.negotiation import language_for_app
from glossary.pages.partners import preferred_language
from glossary.problems import PROBLEM, PROBLEMS, problem_details, problem_headers
from glossary.turns import RETRY_AFTER
from glossary.web.page import redirect, render_answer
from glossary.web.stopped import static_address, stopped_page

if TYPE_CHECKING:
    from django.http import HttpRequest

_BROKEN = (
    Path(__file__).parent.parent / "templates" / "glossary" / "errors" / "500.html"
)


def nowhere(request: HttpRequest, anywhere: str) -> HttpResponse:
    """Lead to the same address with its closing slash, or in small letters.

    That is how somebody types an address from paper.
    """
    path = request.path_info if anywhere.endswith("/") else f"{request.path_info}/"
    for meant in (path, path.lower()):
        if meant != request.path_info and resolve(meant).func is not nowhere:
            query = request.META.get("QUERY_STRING", "")
            response = redirect(escape_uri_path(meant), status=308, query=query)
            if is_for_apps(request.path_info):
                for name, value in SHARED.items():
                    response[name] = value
            return response
    raise Http404


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request cannot be understood."""
    is_elsewhere = isinstance(exception, DisallowedHost)
    return _answer(request, "unknown-host" if is_elsewhere else "invalid-query")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this may not be seen."""
    del exception
    return _answer(request, "permission-denied")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, in the language of the address."""
    del exception
    return _answer(request, "not-found")


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something is broken here: a file that needs nothing else to work."""
    if is_for_apps(request.path_info):
        return _problem(request, "server-error")
    response = HttpResponse(_broken_page(), status=500)
    response["Cache-Control"] = "no-store"
    return response


def refused(
    request: HttpRequest, code: str, *, wait: int | None = None
) -> HttpResponse:
    """Say why nobody works on this request, and when to come back.

    It needs no database.
    """
    if is_for_apps(request.path_info):
        response = _problem(request, code)
    else:
        response = stopped_page(request, code)
    if wait is None and response.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        wait = RETRY_AFTER
    if wait is not None:
        response["Retry-After"] = str(wait)
    return response


def _answer(request: HttpRequest, code: str) -> HttpResponse:
    """Return an error as the reader takes it: a page, or problem details."""
    if is_for_apps(request.path_info):
        return _problem(request, code)
    status = int(PROBLEMS[code].status)
    named = language_of(request.path_info)
    lang = named or preferred_language(request)
    paths = page_paths("home")
    others = [] if named else [one for one in paths.items() if one[0] != lang]
    context = {"others": others, "hide_search": True}
    template = f"glossary/errors/{status}.html"
    with translation.override(lang):
        return render_answer(
            request, lang, template, context, paths=paths, status=status
        )


def _problem(request: HttpRequest, code: str) -> HttpResponse:
    """Return an error as the API gives it (RFC 9457)."""
    query = request.META.get("QUERY_STRING", "")
    lang = language_for_app(query, request.headers.get("Accept-Language", ""))
    with translation.override(lang):
        details = problem_details(code, instance=request.path)
        headers = {**problem_headers(), **SHARED, "Vary": "Accept, Accept-Language"}
    return HttpResponse(
        orjson.dumps(details),
        status=details["status"],
        content_type=PROBLEM,
        headers=headers,
    )


@cache
def _broken_page() -> str:
    page = Template(_BROKEN.read_text(encoding="utf-8"))
    return page.substitute(
        stylesheet=static_address("glossary/site.css"),
        paper=static_address("glossary/print.css"),
        icon=static_address("glossary/icon.svg"),
        guard=static_address("glossary/back.js"),
        script=static_address("glossary/exit.js"),
        exit=settings.EXIT_URL,
        # No way home through a redirect: behind one, the mark is lost.
        home=page_path(languages.codes()[0], "home"),
    )
