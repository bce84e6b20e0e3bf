"""Requests to a WSGI application inside this process."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from wsgiref.types import WSGIApplication


def environment_of(path: str, reader: int) -> dict[str, Any]:
    """Return what a server hands on for ``GET path`` from a reader behind a proxy."""
    place, _, query = path.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(place).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",  # as nearly everybody
        "HTTP_X_FORWARDED_FOR": f"10.0.{reader // 250}.{reader % 250 + 1}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def ask(application: WSGIApplication, environ: dict[str, Any]) -> bytes:
    """Return the body of an answer.

    Raises ``RuntimeError`` where it is not a good one.
    """
    seen: list[str] = []

    def start_response(status: str, *_: Any) -> Any:
        seen.append(status)

    chunks = application(environ, start_response)
    body = b"".join(chunks)
    close = getattr(chunks, "close", None)
    if close:
        close()
    if seen[0][:3] not in {"200", "302"}:
        message = f"{seen[0]} for {environ['PATH_INFO']}?{environ['QUERY_STRING']}"
        raise RuntimeError(message)
    return body


def environments(paths: Sequence[str], number: int) -> list[dict[str, Any]]:
    """Return ``number`` requests, the paths again and again, each by another reader."""
    return [environment_of(paths[at % len(paths)], at) for at in range(number)]
