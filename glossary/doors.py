"""Two front doors: what everybody reads, and the desk of those who write it.

A path leads through one of them (decision 21). Behind each is a Django of its own,
with its own middleware and its own addresses, so that what one has the other does
not: no session behind the public door, nothing held behind the desk's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from glossary.answers import Asked, Given

PREFIX = "/desk/"
"""Where every path of the desk begins, and the only place that gets its cookies."""


def leads_to_desk(path: str) -> bool:
    """Tell whether a path leads to the desk, where this installation has one."""
    return path.startswith("/desk") and f"{path}/".startswith(PREFIX) and settings.DESK


def urlconf_for(path: str) -> str:
    """Return the name of the module that has the addresses behind a path's door."""
    name: str = settings.DESK_URLCONF if leads_to_desk(path) else settings.ROOT_URLCONF
    return name


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

    def behind(self, path: str) -> Door:
        """Return the door that a path leads through."""
        return self._desk if leads_to_desk(path) else self.public

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer as a WSGI application."""
        given = self.behind(environ["PATH_INFO"]).give(environ)
        start_response(given.status, list(given.headers))
        return [given.body] if given.body else []
