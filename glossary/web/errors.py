"""What a reader sees when something is not there, not allowed, or broken."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import orjson
from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import resolve
from django.utils import translation
from django.utils.encoding import escape_uri_path

from glossary import languages
from glossary.answers import SHARED
from glossary.problems import PROBLEMS, problem_path
from glossary.turns import RETRY_AFTER
from glossary.web.page import (
    home_paths,
    named_language,
    preferred_language,
    redirect,
    render_answer,
    site_address,
)
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
            if _is_for_apps(request):
                for name, value in SHARED.items():
                    response[name] = value
            return response
    raise Http404


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request cannot be understood."""
    del exception
    return _answer(request, 400, "invalid-query")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this may not be seen."""
    del exception
    return _answer(request, 403, "permission-denied")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, in the language of the address."""
    del exception
    return _answer(request, 404, "not-found")


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something is broken here: a file that needs nothing else to work."""
    if _is_for_apps(request):
        return _problem(request, 500, "server-error")
    response = HttpResponse(_broken_page(), status=500)
    response["Cache-Control"] = "no-store"
    return response


def refused(
    request: HttpRequest, code: str, *, wait: int | None = None
) -> HttpResponse:
    """Say why nobody works on this request, and when to come back.

    It needs no database.
    """
    if _is_for_apps(request):
        response = _problem(request, PROBLEMS[code].status, code)
    else:
        response = stopped_page(request, code)
    if wait is None and response.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        wait = RETRY_AFTER
    if wait is not None:
        response["Retry-After"] = str(wait)
    return response


def _answer(request: HttpRequest, status: int, code: str) -> HttpResponse:
    """Return an error as the reader takes it: a page, or problem details."""
    if _is_for_apps(request):
        return _problem(request, status, code)
    named = named_language(request)
    lang = named or preferred_language(request)
    others = [] if named else [one for one in home_paths().items() if one[0] != lang]
    context = {"others": others, "hide_search": True}
    template = f"glossary/errors/{status}.html"
    with translation.override(lang):
        return render_answer(
            request, lang, template, context, paths=home_paths(), status=status
        )


def _is_for_apps(request: HttpRequest) -> bool:
    return f"{request.path_info}/".startswith("/api/")


def _problem(request: HttpRequest, status: int, code: str) -> HttpResponse:
    """Return an error as the API gives it (RFC 9457)."""
    lang = preferred_language(request)
    with translation.override(lang):
        details = {
            "type": site_address(request) + problem_path(code, lang),
            "title": str(PROBLEMS[code].title),
            "status": status,
            "detail": str(PROBLEMS[code].explanation),
            "instance": request.path,
            "code": code,
            "errors": [],
        }
    return HttpResponse(
        orjson.dumps(details),
        status=status,
        content_type="application/problem+json",
        headers={
            "Content-Language": lang,
            "Cache-Control": "no-store",
            **SHARED,
            "Vary": "Accept, Accept-Language",
        },
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
        home=f"/{languages.codes()[0]}/",  # where a redirect is, the mark is lost
    )
