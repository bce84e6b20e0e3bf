"""A WSGI layer for what is not public: answers go out, and are kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.answers.layer import Caught, joined
from glossary.answers.representations import Given

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication, WSGIEnvironment

    from glossary.answers.asked import Asked


class Unheld:
    """Gives what Django says, and forgets it. It has nothing to hold it in."""

    def __init__(self, application: WSGIApplication) -> None:
        """Wrap ``application``."""
        self._application = application

    def key(self, asked: Asked) -> None:
        """Say that no question is the same as another."""

    def at_once(self, asked: Asked, version: object) -> None:
        """Say that nothing is held."""

    def give(self, environ: WSGIEnvironment) -> Given:
        """Return what Django says."""
        caught = Caught()
        body = joined(self._application(environ, caught))
        length = ("Content-Length", str(len(body)))
        is_head = environ["REQUEST_METHOD"] == "HEAD"
        return Given(caught.status, [*caught.headers, length], b"" if is_head else body)
