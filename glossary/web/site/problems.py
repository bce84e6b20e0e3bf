"""What each problem of the API means: the pages that its ``type`` leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from glossary.addresses import page_path, page_paths
from glossary.problems import ERRORS, PROBLEMS
from glossary.web.page import (
    Crumb,
    in_language,
    redirect_to_language,
    render_page,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def lead_to_problems(request: HttpRequest) -> HttpResponse:
    """Lead to everything that can go wrong, in the reader's language."""
    return redirect_to_language(request, page_paths("problems"))


def lead_to_problem(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the page about a problem: this address is its ``type``."""
    if code not in PROBLEMS:
        raise Http404
    return redirect_to_language(request, page_paths("problem", code))


@in_language
def problems(request: HttpRequest, lang: str) -> HttpResponse:
    """List everything that can go wrong."""
    context = {
        "problems": [
            (page_path(lang, "problem", code), problem)
            for code, problem in PROBLEMS.items()
        ]
    }
    paths = page_paths("problems")
    return render_page(
        request, lang, "glossary/site/problems.html", context, paths=paths
    )


@in_language
def problem(request: HttpRequest, lang: str, code: str) -> HttpResponse:
    """Explain one problem and what to do about it."""
    if code not in PROBLEMS:
        raise Http404
    context = {
        "code": code,
        "problem": PROBLEMS[code],
        "errors": ERRORS.get(code, {}),
        "crumbs": [Crumb(_("Problems"), page_path(lang, "problems"), lang)],
    }
    paths = page_paths("problem", code)
    return render_page(
        request, lang, "glossary/site/problem.html", context, paths=paths
    )
