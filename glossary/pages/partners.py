"""A page's partners in the other languages, and which one a reader prefers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import languages
from glossary.languages.negotiation import preferred_languages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest


class Partner(NamedTuple):
    """This page in one of the languages."""

    lang: str
    name: str
    path: str
    is_current: bool


def partners_of(paths: Mapping[str, str], lang: str) -> list[Partner]:
    """Return a page's partners, the page in ``lang`` itself included."""
    return [
        Partner(row.code, row.name, paths[row.code], row.code == lang)
        for row in languages.all_languages()
    ]


def preferred_language(request: HttpRequest) -> str:
    """Return the language that the browser asks for; the first one if it asks none."""
    accept = request.headers.get("Accept-Language", "")
    return (preferred_languages(accept) or languages.codes())[0]
