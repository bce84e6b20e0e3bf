"""The way in: whoever knows no more of an address than that it is the desk's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponseRedirect
from django.urls import resolve

from glossary.desk.page import desk_path
from glossary.desk.speaking import language_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_not_required
def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead to the desk in the language that the browser asks for."""
    response = HttpResponseRedirect(desk_path("home", lang=language_of(request)))
    response["Vary"] = "Accept-Language"
    return response


def nowhere(request: HttpRequest, anywhere: str) -> HttpResponse:
    """Lead to the same address with its closing slash, if there is a page."""
    meant = f"{request.path_info}/"
    if not anywhere.endswith("/") and resolve(meant).func is not nowhere:
        return HttpResponseRedirect(meant)
    raise Http404
