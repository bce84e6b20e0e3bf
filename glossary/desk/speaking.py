"""Which language a page of the desk is in: the one that its address names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import translation

from glossary import languages
from glossary.doors import PREFIX
from glossary.pages.partners import preferred_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class LanguageMiddleware:
    """Lets all that is behind it speak the language of the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in that language."""
        lang = language_of(request)
        with translation.override(lang):
            response = self._get_response(request)
        response.headers.setdefault("Content-Language", lang)
        return response


def language_of(request: HttpRequest) -> str:
    """Return the language that the address names, or else the reader's own."""
    named = request.path_info.removeprefix(PREFIX).split("/")[0]
    return named if named in languages.codes() else preferred_language(request)
