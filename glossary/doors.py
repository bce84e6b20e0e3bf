"""Two front doors: what everybody reads, and the desk of those who write it.

A request leads through one of them (decision 21): by its path, or by its host where
the desk has one of its own. Behind each is a Django of its own, with its own middleware
and its own addresses, so that what one has the other does not: no session behind the
public door, nothing held behind the desk's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from glossary.answers import Asked, Given

PREFIX = "/desk/"
"""Where every path of the desk begins, and the only place that gets its cookies."""


def desk_address() -> str:
    """Return the address at which the desk begins, without a slash."""
    address: str = settings.DESK_ADDRESS or settings.SITE_ADDRESS
    return address


def has_own_host() -> bool:
    """Tell whether the desk is at a host of its own, and nothing else is there."""
    return bool(settings.DESK and settings.DESK_ADDRESS)


def is_of_desk_alone(host: str | None) -> bool:
    """Tell whether a ``Host`` is the desk's own one, however it is written."""
    if not has_own_host():
        return False
    return split_domain_port(host or "")[0] == _name_in(settings.DESK_ADDRESS)


def leads_to_desk(path: str, host: str | None) -> bool:
    """Tell whether a request leads to the desk, where this installation has one.

    At a host of its own everything does but the files that its pages show; anywhere
    else nothing does then.
    """
    if has_own_host():
        return is_of_desk_alone(host) and not path.startswith(settings.STATIC_URL)
    return path.startswith("/desk") and f"{path}/".startswith(PREFIX) and settings.DESK


def urlconf_for(path: str, host: str | None) -> str:
    """Return the name of the module that has the addresses behind a request's door."""
    is_desk = leads_to_desk(path, host)
    name: str = settings.DESK_URLCONF if is_desk else settings.ROOT_URLCONF
    return name


@lru_cache(4)
def _name_in(address: str) -> str:
    """Return the name of a host as it is in ``Host``."""
    name = urlsplit(address).hostname or ""
    return f"[{name}]" if ":" in name else name


class Door(Protocol):
    """A way in: what is behind it answers whole."""

    def key(self, asked: Asked) -> tuple[Any, ...] | None:
        """Return what tells this question from others; none if it is not held."""
        ...

    def at_once(self, asked: Asked, version: object) -> Given | None:
        """Return what is held for a request at a version, if anything is."""
        ...

    def give(self, environ: WSGIEnvironment) -> Given:
        """Return what goes out for a request, once it is known."""
        ...


class Doors:
    """The whole application: each request goes through its own door."""

    def __init__(self, public: Door, desk: Door) -> None:
        """Lead to ``desk`` what is meant for it, and everything else to ``public``."""
        self.public = public
        self._desk = desk

    def behind(self, path: str, host: str | None) -> Door:
        """Return the door that a request leads through."""
        return self._desk if leads_to_desk(path, host) else self.public

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer as a WSGI application."""
        door = self.behind(environ["PATH_INFO"], environ.get("HTTP_HOST"))
        given = door.give(environ)
        start_response(given.status, list(given.headers))
        return [given.body] if given.body else []
