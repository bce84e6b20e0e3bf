"""A WSGI layer around Django that holds its answers, as WhiteNoise is one for files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import Error

from glossary import limits
from glossary.answers.asked import Asked, kept_query
from glossary.answers.flights import Flights
from glossary.answers.present import present
from glossary.answers.representations import (
    FAILED,
    Given,
    complete,
    is_whole_file,
)
from glossary.answers.store import Store
from glossary.negotiation import takes_gzip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from django.http import HttpRequest

    ExcInfo = (
        tuple[type[BaseException], BaseException, TracebackType]
        | tuple[None, None, None]
    )

HOLD = "glossary.hold"
REFUSAL = "glossary.refusal"
"""In the environment: the problem because of which Django is to refuse a request."""

FIELDS = "glossary.fields"
"""In the environment: what Django has counted, as the fields that tell it."""
OURS = "glossary.ours"
"""In the environment: that we ask ourselves, and nobody is to pay."""

_BODILESS = ("204", "304")


def hold(request: HttpRequest) -> None:
    """Say that the answer to ``request`` is public and complete in itself."""
    request.META[HOLD] = True


class HeldAnswers:
    """Gives held answers, and what Django says otherwise, tagged and compressed."""

    def __init__(
        self,
        application: WSGIApplication,
        *,
        version: Callable[[], object] = present,
        limit: int | None = None,
    ) -> None:
        """Wrap ``application``; hold at most ``limit`` bytes of answers."""
        self._application = application
        self._version = version
        self._flights = Flights()
        self.held = Store(settings.HELD_ANSWERS_BYTES if limit is None else limit)

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Give a held answer, or ask Django and keep what may be kept."""
        given = self.give(environ)
        start_response(given.status, list(given.headers))
        return [given.body]

    def key(self, asked: Asked) -> tuple[Any, ...] | None:
        """Return what tells this question from others; none if it is not held."""
        return asked.key()

    def at_once(self, asked: Asked, version: object) -> Given | None:
        """Return what is held for a request at a version, if anything is."""
        key = asked.key()
        return self._find(asked, version, key) if key else None

    def give(self, environ: WSGIEnvironment) -> Given:
        """Return what goes out for a request, once it is known."""
        asked = Asked.of(environ)
        given = self._give(environ, asked)
        if not asked.is_for_apps:
            return given
        counted = environ.get(FIELDS)
        if counted:
            return given._replace(headers=[*given.headers, *counted])
        address = environ.get("REMOTE_ADDR", "")
        return with_limits(given, address, environ.get("HTTP_X_FORWARDED_FOR"))

    def _give(self, environ: WSGIEnvironment, asked: Asked) -> Given:
        """Return what is held, or else what Django says."""
        if asked.host is not None:
            environ["HTTP_HOST"] = asked.host
        # What serves static files only looks whether the word is there.
        coding = "gzip" if takes_gzip(asked.header("accept-encoding")) else ""
        environ["HTTP_ACCEPT_ENCODING"] = coding
        if not asked.is_for_apps:
            environ["QUERY_STRING"] = kept_query(asked.query)
        if (
            REFUSAL in environ
            or (key := asked.key()) is None
            or (version := self._known_version()) is None
        ):
            return self._ask(environ, asked)
        given = self._find(asked, version, key)
        if given is not None:
            return given
        with self._flights.alone((version, key)):
            landed = self._find(asked, version, key)
            return landed or self._ask(environ, asked, version, key)

    def _find(
        self, asked: Asked, version: object, key: tuple[Any, ...]
    ) -> Given | None:
        """Return what is held under a key, unless Django is to refuse the request."""
        answer = self.held.find(version, key)
        if answer is None:
            return None
        given = answer.give(asked.method, asked.header)
        return None if given.status == FAILED else given

    def _known_version(self) -> object:
        """Return the version; none if the database was never asked: Django says so."""
        try:
            return self._version()
        except Error:
            return None

    def _ask(
        self,
        environ: WSGIEnvironment,
        asked: Asked,
        version: object = None,
        key: tuple[Any, ...] | None = None,
    ) -> Given:
        """Let Django answer; hold the answer where it says so.

        What took so long that the content has moved on meanwhile is not held.
        """
        is_head = asked.method == "HEAD"
        question = {**environ, "REQUEST_METHOD": "GET"} if is_head else environ
        caught = Caught()
        body = joined(self._application(question, caught))
        if is_whole_file(caught.headers) or caught.status[:3] in _BODILESS:
            return Given(caught.status, caught.headers, b"" if is_head else body)
        is_read = question["REQUEST_METHOD"] == "GET"
        answer = complete(caught.status, caught.headers, body, is_read=is_read)
        if (
            key is not None
            and question.get(HOLD)
            and caught.status.startswith("200")
            and version == self._version()
        ):
            self.held.keep(version, key, answer)
        given = answer.give(asked.method, asked.header)
        if given.status == FAILED and REFUSAL not in environ:
            return self._ask({**environ, REFUSAL: "precondition-failed"}, asked)
        return given


def with_limits(given: Given, address: str, forwarded_for: str | None) -> Given:
    """Return an answer of the API that also tells what its sender may still ask for."""
    sender = limits.sender_of(address, forwarded_for)
    fields = limits.told(limits.of_addresses(), sender).fields()
    return given._replace(headers=[*given.headers, *fields])


class Caught:
    """A ``start_response`` that only remembers."""

    status: str
    headers: list[tuple[str, str]]

    def __call__(
        self,
        status: str,
        headers: list[tuple[str, str]],
        exc_info: ExcInfo | None = None,
        /,
    ) -> Callable[[bytes], object]:
        """Remember what an application says before its body."""
        self.status, self.headers = status, headers
        return lambda _: None


def joined(chunks: Iterable[bytes]) -> bytes:
    """Return a whole body, and let the application know that it was taken."""
    try:
        return b"".join(chunks)
    finally:
        close = getattr(chunks, "close", None)
        if close:
            close()
