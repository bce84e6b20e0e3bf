"""What a reader sees when something is not there, not allowed, or broken."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import orjson
from django.conf import settings
from django.http import Http404, HttpResponse
from django.templatetags.static import static
from django.urls import resolve
from django.utils import translation

from glossary import languages
from glossary.problems import PROBLEMS, problem_path
from glossary.web.page import (
    home_paths,
    preferred_language,
    redirect,
    render_answer,
    site_address,
)

if TYPE_CHECKING:
    from django.http import HttpRequest

_BROKEN = (
    Path(__file__).parent.parent / "templates" / "glossary" / "errors" / "500.html"
)


def nowhere(request: HttpRequest, anywhere: str) -> HttpResponse:
    """Lead to the same address with its closing slash, if there is a page."""
    with_slash = f"{request.path_info}/"
    if not anywhere.endswith("/") and resolve(with_slash).func is not nowhere:
        query = request.META.get("QUERY_STRING", "")
        return redirect(with_slash, status=308, query=query)
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


def _answer(request: HttpRequest, status: int, code: str) -> HttpResponse:
    """Return an error as the reader takes it: a page, or problem details."""
    if _is_for_apps(request):
        return _problem(request, status, code)
    named = request.path_info.lstrip("/").split("/")[0]
    lang = named if named in languages.codes() else preferred_language(request)
    unsure = lang != named
    context = {
        "others": [pair for pair in home_paths().items() if unsure and pair[0] != lang],
        "hide_search": True,
    }
    template = f"glossary/errors/{status}.html"
    with translation.override(lang):
        return render_answer(
            request, lang, template, context, paths=home_paths(), status=status
        )


def _is_for_apps(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


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
            "Access-Control-Allow-Origin": "*",
            "Vary": "Accept, Accept-Language",
        },
    )


@cache
def _broken_page() -> str:
    page = Template(_BROKEN.read_text(encoding="utf-8"))
    return page.substitute(
        stylesheet=_static("glossary/site.css"),
        icon=_static("glossary/icon.svg"),
        script=_static("glossary/exit.js"),
        exit=settings.EXIT_URL,
        home="/",
    )


def _static(name: str) -> str:
    """Return the address of a static file, also where the files are not collected."""
    try:
        return static(name)
    except ValueError:
        return settings.STATIC_URL + name
