"""What one sender can do with connections, heads and bodies."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from tests.answers.browsers import BROWSERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.siege.places import Site

    Attack = Callable[[Site, float], str]

_PATIENCE = 20.0  # seconds until each connection should be closed at last
_HOST = b"Host: 127.0.0.1\r\n"
_FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


def silent_connections(site: Site, seconds: float) -> str:
    """A thousand connections that say nothing."""
    return _held(site, 1000, b"", seconds)


def half_heads(site: Site, seconds: float) -> str:
    """A thousand requests whose head never ends."""
    return _held(site, 1000, b"GET /en/ HTTP/1.1\r\n" + _HOST, seconds)


def idle_after_an_answer(site: Site, seconds: float) -> str:
    """Five hundred readers who keep their connection and say no more."""
    return _held(site, 500, b"GET /en/ HTTP/1.1\r\n" + _HOST + b"\r\n", seconds)


def trickling_heads(site: Site, seconds: float) -> str:
    """Two hundred heads, of which one byte comes now and then."""
    with ExitStack() as stack:
        pieces = [stack.enter_context(site.connect()) for _ in range(200)]
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for piece in pieces:
                with suppress(OSError):
                    piece.sendall(b"G")
            time.sleep(0.5)
        return f"{sum(map(_is_closed, pieces))} of 200 closed"


def slow_bodies(site: Site, seconds: float) -> str:
    """Fifty bodies of which little comes, on pages and on the API."""
    begun = []
    with ExitStack() as stack:
        for number in range(50):
            path = (b"/en/explain/", b"/api/v1/annotate/")[number % 2]
            piece = stack.enter_context(site.connect())
            head = b"POST " + path + b" HTTP/1.1\r\n" + _HOST + _FORM
            piece.sendall(head + b"Content-Length: 1000\r\n\r\ntext=ab")
            begun.append(piece)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            time.sleep(0.5)
        answered = [_first_line(piece) for piece in begun]
    late = sum(b" 408 " in line for line in answered)
    return f"{late} of 50 answered 408"


def bodies_that_break_off(site: Site, _seconds: float) -> str:
    """Two hundred bodies of which only a part comes before the end."""
    refused = 0
    for _ in range(200):
        with site.connect() as piece:
            head = b"POST /en/explain/ HTTP/1.1\r\n" + _HOST + _FORM
            piece.sendall(head + b"Content-Length: 500\r\n\r\ntext=ab")
            piece.shutdown(socket.SHUT_WR)
            refused += b" 400 " in _first_line(piece)
    return f"{refused} of 200 refused"


def readers_who_take_nothing(site: Site, seconds: float) -> str:
    """Three hundred requests for a long answer that nobody reads."""
    with ExitStack() as stack:
        for _ in range(300):
            piece = stack.enter_context(site.connect())
            piece.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            piece.sendall(
                b"GET /api/v1/entries/?limit=200 HTTP/1.1\r\n" + _HOST + b"\r\n"
            )
        time.sleep(seconds)
        return f"{site.memory()} MB meanwhile"


def readers_who_take_all(site: Site, seconds: float) -> str:
    """Long answers, one after another, each taken and each on its own connection."""
    until = time.monotonic() + seconds
    statuses: list[int] = []
    while time.monotonic() < until or len(statuses) < 200:
        statuses.append(site.status("/api/v1/entries/?limit=200"))
    refused = len(statuses) - statuses.count(200)
    return f"{statuses.count(200)} answered, {refused} refused"


def varied_headers(site: Site, seconds: float) -> str:
    """Headers that differ each time, as long as they may be."""
    until, sent = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        with site.connect() as piece:
            for _ in range(20):
                sent += 1
                name, headers = BROWSERS[sent % len(BROWSERS)]
                lines = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
                long = f"X-{sent}: {name}{'a' * 20_000}\r\n"
                piece.sendall(
                    f"GET /en/?utm_source={sent} HTTP/1.1\r\n{lines}{long}".encode()
                    + _HOST
                    + b"\r\n"
                )
                _first_line(piece)
                _drain(piece)
    return f"{sent} requests"


ATTACKS: tuple[Attack, ...] = (
    silent_connections,
    half_heads,
    idle_after_an_answer,
    trickling_heads,
    slow_bodies,
    bodies_that_break_off,
    readers_who_take_nothing,
    readers_who_take_all,
    varied_headers,
)


def _held(site: Site, number: int, said: bytes, seconds: float) -> str:
    """Open connections, say something on each, and hold them."""
    with ExitStack() as stack:
        pieces = [stack.enter_context(site.connect()) for _ in range(number)]
        for piece in pieces:
            with suppress(OSError):
                piece.sendall(said)
        time.sleep(seconds)
        until = time.monotonic() + _PATIENCE
        while (closed := sum(map(_is_closed, pieces))) < number:
            if time.monotonic() > until:
                break
            time.sleep(0.2)
        return f"{closed} of {number} closed"


def _is_closed(piece: socket.socket) -> bool:
    piece.setblocking(False)
    try:
        while piece.recv(65536):
            pass
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _first_line(piece: socket.socket) -> bytes:
    piece.settimeout(15)
    try:
        return piece.recv(65536).split(b"\r\n")[0]
    except OSError:
        return b""


def _drain(piece: socket.socket) -> None:
    piece.settimeout(0.01)
    with suppress(OSError):
        while piece.recv(65536):
            pass
