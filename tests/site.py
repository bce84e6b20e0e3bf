"""A client of the whole WSGI application: held answers, middleware, Django."""

from __future__ import annotations

import gzip
import io
import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote_to_bytes, urlencode, urlsplit

from django.core.signals import request_finished, request_started
from django.db import close_old_connections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from wsgiref.types import WSGIApplication


@dataclass(frozen=True)
class Answer:
    """A status, its headers by lower-case name, and the body as it came."""

    status: int
    headers: dict[str, str]
    raw: bytes
    cookies: tuple[str, ...] = ()

    @property
    def body(self) -> bytes:
        """The body without its content coding."""
        packed = self.headers.get("content-encoding") == "gzip"
        return gzip.decompress(self.raw) if packed else self.raw

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Site:
    """Asks the application as a browser or an app would."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def get(
        self, address: str, query: dict[str, Any] | None = None, **headers: Any
    ) -> Answer:
        """GET an address; ``accept_language="cy"`` becomes a header."""
        return self.ask("GET", address, query, **headers)

    def head(self, address: str, **headers: Any) -> Answer:
        """HEAD an address."""
        return self.ask("HEAD", address, **headers)

    def options(self, address: str, **headers: Any) -> Answer:
        """Ask what an address takes."""
        return self.ask("OPTIONS", address, **headers)

    def post(self, address: str, data: Any = None, **headers: Any) -> Answer:
        """POST JSON, or bytes as they are."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        headers.setdefault("content_type", "application/json")
        return self.ask("POST", address, body=body, **headers)

    def ask(
        self,
        method: str,
        address: str,
        query: dict[str, Any] | None = None,
        body: bytes = b"",
        **headers: Any,
    ) -> Answer:
        """Send one request and return its answer."""
        parts = urlsplit(address)
        caught: dict[str, Any] = {}

        def start_response(status: str, pairs: list[tuple[str, str]], *_: Any) -> Any:
            caught.update(status=int(status[:3]), headers=pairs)

        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(quote(parts.path, safe="/%")).decode(
                "latin-1"
            ),
            "QUERY_STRING": urlencode(query) if query else parts.query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": parts.netloc or "testserver",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": parts.scheme or "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in headers.items():
            key = name.upper().replace("-", "_")
            environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
        with _kept_connections():
            chunks = self._application(environ, start_response)
            try:
                raw = b"".join(chunks)
            finally:
                if hasattr(chunks, "close"):
                    chunks.close()
        names = {name.lower(): value for name, value in caught["headers"]}
        cookies = [value for name, value in caught["headers"] if name == "Set-Cookie"]
        return Answer(caught["status"], names, raw, tuple(cookies))


@contextmanager
def _kept_connections() -> Iterator[None]:
    """Keep the test's own transaction open, as Django's test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
