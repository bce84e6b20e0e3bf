"""Where everything is: the paths of our pages, of the desk and of the API.

They come from Django's own routes, whose names are the same in every language. A path
is made once for a route and a language, and filled in from then on. It is
percent-encoded, whatever its script. All of them begin at the root of a host name: the
site cannot stand under a longer path (``SCRIPT_NAME``).
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.urls import (
    NoReverseMatch,
    Resolver404,
    get_resolver,
    register_converter,
    resolve,
    reverse,
)

from glossary import languages
from glossary.doors import urlconf_for
from glossary.text import MARKS, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class _Part:
    """A part of an address in any script: letters, figures, marks, hyphens."""

    regex = rf"[\w{MARKS}-]+"
    to_python = staticmethod(normalise)
    to_url = str


register_converter(_Part, "part")

FOR_APPS = "/api/"
"""What the paths begin with that answer programs, in every version of the API."""
NO_LETTER = "0-9"
"""Stands in paths for names that begin with no letter."""


def page_path(lang: str, page: str, *parts: str) -> str:
    """Return the path of a page in ``lang``; ``parts`` are what changes in it."""
    return _filled(f"{lang}-{page}", *parts)


def page_paths(page: str, *parts: str, query: str = "") -> dict[str, str]:
    """Return the path of a page in each language, with the same ``query``."""
    end = f"?{query}" if query else ""
    return {code: page_path(code, page, *parts) + end for code in languages.codes()}


@cache
def plain_paths(lang: str) -> Mapping[str, str]:
    """Return the paths of all pages that need no name of anything, by their names."""
    start, found = f"{lang}-", {}
    for route in reversed(get_resolver(settings.ROOT_URLCONF).reverse_dict):
        if isinstance(route, str) and route.startswith(start):
            page = route.removeprefix(start)
            with suppress(NoReverseMatch):
                found[page] = page_path(lang, page)
    return MappingProxyType(found)


def entry_path(lang: str, slug: str) -> str:
    """Return the path of an entry's page."""
    return page_path(lang, "entry", slug)


def letter_path(lang: str, letter: str) -> str:
    """Return the path of the list under a letter; without one, under figures."""
    return page_path(lang, "letter", letter or NO_LETTER)


def short_path(codes: Iterable[str] = (), lang: str = "") -> str:
    """Return the path for paper of an entry, or of a leaflet of several.

    Without codes it is what all such paths begin with.
    """
    given = "-".join(codes)
    start = _pattern("short", 1, settings.ROOT_URLCONF)
    return start.format(f"{given}/{lang}" if lang else given)


def rendering_path(file: str) -> str:
    """Return the path of a file that has a text in another form."""
    return _filled("rendering", file)


def problem_path(code: str) -> str:
    """Return the path of what we say of a problem, the same in every language."""
    return _filled("problem", code)


def api_path(route: str, *parts: str) -> str:
    """Return a path of the API, by the name of its route."""
    return _filled(f"api:{route}", *parts)


def desk_path(lang: str, page: str, *parts: str) -> str:
    """Return the path of a page of the desk in ``lang``."""
    return _filled(f"{lang}-desk-{page}", *parts, routes=settings.DESK_URLCONF)


def is_for_apps(path: str) -> bool:
    """Tell whether a program is answered at a path, and not a person."""
    return f"{path}/".startswith(FOR_APPS)


def language_of(path: str) -> str | None:
    """Return the language that a path names, also where it leads nowhere."""
    named = path.lstrip("/").split("/", 1)[0]
    return named if named in languages.codes() else None


def route_of(path: str, host: str | None) -> str:
    """Return the name of a route, the same in every language; none where none is.

    Behind which door it is looked for, the ``Host`` says, too.
    """
    try:
        name = resolve(path, urlconf_for(path, host)).view_name
    except Resolver404:
        return ""
    lang, _, rest = name.partition("-")
    return rest if lang in languages.codes() else name


def _filled(route: str, *parts: str, routes: str = "") -> str:
    """Return the path of a route with these parts, percent-encoded."""
    pattern = _pattern(route, len(parts), routes or settings.ROOT_URLCONF)
    return pattern.format(*(quote(part, safe="") for part in parts))


@cache
def _pattern(route: str, count: int, routes: str) -> str:
    """Return the path of a route, with braces where its ``count`` parts are.

    ``routes`` is the module that has it: whoever asks may be behind another door.
    """
    marks = [f"part-{number}" for number in range(count)]
    path = reverse(route, routes, marks)
    for mark in marks:
        path = path.replace(mark, "{}")
    return path


@receiver(setting_changed)
def _forget(**_: object) -> None:
    _pattern.cache_clear()
    plain_paths.cache_clear()
