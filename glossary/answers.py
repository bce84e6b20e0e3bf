"""Holds complete public answers in the process and gives them before Django works.

A public answer depends on the request's address, on what it accepts, on the
version of the content and on the day, and on nothing else, so it can be given again
as it is.
Django says of each answer whether that holds, by ``hold``; a request with a
cookie or an authorization is never answered from here. Conditional requests
and ``HEAD`` follow RFC 9110, sections 13 and 9.3.2.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DatabaseError

from glossary import reading

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
_SMALL = 500
_OVERHEAD = 2000  # bytes for headers and addresses
_COMPRESSIBLE = ("text/", "application/json", "application/problem+json", "image/svg")


def hold(request: HttpRequest) -> None:
    """Say that the answer to ``request`` is public and complete in itself."""
    request.META[HOLD] = True


@dataclass(frozen=True, slots=True)
class _Representation:
    """One encoding of an answer, ready to be given."""

    headers: list[tuple[str, str]]
    body: tuple[bytes, ...]
    etag: str
    unmodified: list[tuple[str, str]]


@dataclass(slots=True)
class _Answer:
    """A status with its plain representation, and compressed once that is asked for.

    ``size`` is about what both take.
    """

    status: str
    plain: _Representation
    packed: _Representation | None
    size: int


def present() -> tuple[object, ...]:
    """Return the version of the content, and what day it is where the site is run."""
    # Django has set the time zone of the process. This is asked for each request.
    return reading.version(), time.localtime()[:3]


class HeldAnswers:
    """A WSGI layer around Django, as WhiteNoise is one for files."""

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
        self._limit = settings.HELD_ANSWERS_BYTES if limit is None else limit
        self._held: dict[tuple[Any, ...], _Answer] = {}
        self._size = 0
        self._lock = threading.Lock()

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Give a held answer, or ask Django and keep what may be kept."""
        method = environ["REQUEST_METHOD"]
        get = environ.get
        if (
            method not in {"GET", "HEAD"}
            or "HTTP_COOKIE" in environ
            or "HTTP_AUTHORIZATION" in environ
        ):
            return self._application(environ, start_response)
        try:
            version = self._version()
        except DatabaseError:  # never asked yet: Django says so with a page
            return self._application(environ, start_response)
        place = (
            version,
            environ["PATH_INFO"],
            get("QUERY_STRING"),
            get("HTTP_HOST"),
            get("HTTP_ACCEPT"),
            get("HTTP_ACCEPT_LANGUAGE"),
            get("wsgi.url_scheme"),
            get("HTTP_X_FORWARDED_PROTO"),
        )
        answer = self._held.get(place)
        if answer is None:
            return self._ask(place, environ, start_response)
        return _give(answer, environ, start_response)

    def _ask(
        self,
        place: tuple[Any, ...],
        environ: WSGIEnvironment,
        start_response: StartResponse,
    ) -> Iterable[bytes]:
        """Let Django answer; hold the answer where it says so.

        A page that is not held is complete too, and travels compressed.
        """
        asked = {**environ, "REQUEST_METHOD": "GET"}
        caught = _Caught()
        chunks = self._application(asked, caught)
        is_held = HOLD in asked and caught.status.startswith("200")
        if not is_held and not caught.is_page:
            start_response(caught.status, caught.headers)
            if environ["REQUEST_METHOD"] == "HEAD":
                _close(chunks)
                return ()
            return chunks
        body = b"".join(chunks)
        _close(chunks)
        answer = _complete(caught.status, caught.headers, body)
        if is_held:
            self._keep(place, answer)
        return _give(answer, environ, start_response)

    def _keep(self, place: tuple[Any, ...], answer: _Answer) -> None:
        """Hold ``answer``; let the oldest go while there is too much.

        What took so long that the content has moved on meanwhile is not held.
        """
        if place[0] != self._version():
            return
        with self._lock:
            if next(iter(self._held), place)[0] != place[0]:
                self._held, self._size = {}, 0
            if place not in self._held:
                self._held[place] = answer
                self._size += answer.size
            while self._size > self._limit:
                self._size -= self._held.pop(next(iter(self._held))).size


class _Caught:
    """A ``start_response`` that only remembers."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: list[tuple[str, str]] = []

    def __call__(
        self,
        status: str,
        headers: list[tuple[str, str]],
        exc_info: ExcInfo | None = None,
        /,
    ) -> Callable[[bytes], object]:
        self.status, self.headers = status, headers
        return lambda _: None

    @property
    def is_page(self) -> bool:
        """Whether the answer is HTML."""
        names = {name.lower(): value for name, value in self.headers}
        return names.get("content-type", "").startswith("text/html")


def _close(chunks: Iterable[bytes]) -> None:
    close = getattr(chunks, "close", None)
    if close:
        close()


def _complete(status: str, headers: list[tuple[str, str]], body: bytes) -> _Answer:
    """Return the answer with its entity tag, ready to be given as it is."""
    names = {name.lower(): value for name, value in headers}
    keep = [pair for pair in headers if pair[0].lower() not in _OURS]
    vary = [name for name in (names.get("vary"), "Accept-Encoding") if name]
    keep.append(("Vary", ", ".join(vary)))
    stored = "no-store" in names.get("cache-control", "")
    tag = "" if stored else hashlib.sha256(body).hexdigest()[:32]
    plain = _representation(keep, body, tag)
    kind = names.get("content-type", "")
    if len(body) > _SMALL and kind.startswith(_COMPRESSIBLE):
        return _Answer(status, plain, None, len(body) * 3 // 2 + _OVERHEAD)
    return _Answer(status, plain, plain, len(body) + _OVERHEAD)


_OURS = {"etag", "content-length", "vary", "content-encoding"}


def _representation(
    headers: list[tuple[str, str]], body: bytes, tag: str
) -> _Representation:
    etag = f'"{tag}"' if tag else ""
    marked = [*headers, ("ETag", etag)] if etag else headers
    short = [pair for pair in marked if pair[0].lower() != "content-type"]
    length = ("Content-Length", str(len(body)))
    return _Representation([*marked, length], (body,), etag, short)


def _pack(answer: _Answer) -> _Representation:
    """Return ``answer`` compressed, and keep that with it.

    Two threads may both do it: they come to the same.
    """
    plain = answer.plain
    body = gzip.compress(plain.body[0], 6, mtime=0)
    headers = [pair for pair in plain.headers if pair[0].lower() not in _OF_PLAIN]
    tag = f"{plain.etag[1:-1]}-gzip" if plain.etag else ""
    headers.append(("Content-Encoding", "gzip"))
    answer.packed = _representation(headers, body, tag)
    return answer.packed


_OF_PLAIN = {"etag", "content-length"}


def _give(
    answer: _Answer, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """Give ``answer`` in the encoding asked for, or say that it has not changed."""
    encodings = environ.get("HTTP_ACCEPT_ENCODING")
    chosen = answer.plain
    if encodings and _takes_gzip(encodings):
        chosen = answer.packed or _pack(answer)
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and chosen.etag and (known.strip() == "*" or chosen.etag in known):
        start_response(_NOT_MODIFIED, chosen.unmodified)
        return ()
    start_response(answer.status, chosen.headers)
    return () if environ["REQUEST_METHOD"] == "HEAD" else chosen.body


_NOT_MODIFIED = f"{HTTPStatus.NOT_MODIFIED} {HTTPStatus.NOT_MODIFIED.phrase}"


@lru_cache(maxsize=256)
def _takes_gzip(encodings: str) -> bool:
    """Tell whether ``Accept-Encoding`` allows gzip (RFC 9110, section 12.5.3)."""
    if "gzip" not in encodings:
        return False
    for part in encodings.split(","):
        name, _, weight = part.partition(";")
        if name.strip() == "gzip":
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False
