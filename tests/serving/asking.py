"""A service around a small application, asked as granian asks it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from glossary.answers import HOLD, REFUSAL, HeldAnswers, Unheld
from glossary.answers.representations import Given
from glossary.doors import Doors
from glossary.problems import PROBLEMS
from glossary.serving import Service

VERSION = (1, 1)


class Headers:
    """Headers as granian hands them on."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def get(self, name: str) -> str | None:
        return next(iter(self.get_all(name)), None)

    def get_all(self, name: str) -> list[str]:
        return [value for key, value in self._pairs if key == name]

    def items(self) -> list[tuple[str, str]]:
        return self._pairs


@dataclass
class Scope:
    """A request without its body."""

    path: str = "/en/"
    method: str = "GET"
    query_string: str = ""
    pairs: list[tuple[str, str]] = field(default_factory=list)
    hosts: tuple[str, ...] = ("testserver",)
    authority: str | None = None
    client: str = "192.0.2.7:4711"
    server: str = "127.0.0.1:8000"
    scheme: str = "http"
    http_version: str = "1.1"

    @property
    def headers(self) -> Headers:
        return Headers([*(("host", host) for host in self.hosts), *self.pairs])


def post(*pairs: tuple[str, str]) -> Scope:
    """Return a request with a body to an address that takes one."""
    return Scope(path="/api/v1/annotate/", method="POST", pairs=[*pairs])


def sized(body: bytes) -> Scope:
    """Return the same, with the length of its body."""
    return post(("content-length", str(len(body))))


class HTTP:
    """The way back; a body in pieces, where a number is a pause in seconds."""

    def __init__(self, *pieces: bytes | float) -> None:
        self.left = [*pieces]
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = b""
        self.ended = asyncio.Event()

    def __aiter__(self) -> HTTP:
        return self

    async def __anext__(self) -> bytes:
        while self.left:
            piece = self.left.pop(0)
            if isinstance(piece, bytes):
                return piece
            await asyncio.sleep(piece)
        raise StopAsyncIteration

    def response_stream(self, status: int, headers: Any) -> HTTP:
        self.response_bytes(status, headers, b"")
        return self

    async def send_bytes(self, data: bytes) -> None:
        if self.ended.is_set():
            raise RuntimeError
        self.body += data

    def response_bytes(self, status: int, headers: Any, body: bytes) -> None:
        self.status, self.body = status, body
        self.headers = {name.lower(): value for name, value in headers}

    def response_empty(self, status: int, headers: Any) -> None:
        self.response_bytes(status, headers, b"")

    @property
    def seen(self) -> Any:
        """What the application saw."""
        return json.loads(self.body)


class Application:
    """Says what it sees, and what it was told to refuse."""

    def __init__(self) -> None:
        self.asked = 0
        self.gate: Any = None
        self.length = 0
        self.holds = ("/held",)

    def __call__(self, environ: Any, start_response: Any) -> list[bytes]:
        self.asked += 1
        if self.gate:
            self.gate.wait(5)
        code = environ.get(REFUSAL)
        status = f"{int(PROBLEMS[code].status)} No" if code else "200 OK"
        if environ["PATH_INFO"].startswith(self.holds):
            environ[HOLD] = True
        start_response(status, [("Content-Type", "application/json")])
        seen = {k: v for k, v in environ.items() if isinstance(v, str)}
        seen["body"] = environ["wsgi.input"].read().decode()
        return [json.dumps(seen).encode() + b" " * self.length]


def refuse(environ: Any) -> Given:
    code = environ[REFUSAL]
    return Given(f"{int(PROBLEMS[code].status)} No", [], code.encode())


def service_for(application: Application) -> Service:
    held = HeldAnswers(application, version=lambda: VERSION)
    return Service(Doors(held, Unheld(application)), refuse)


def ask(service: Service, scope: Scope, *pieces: bytes | float) -> HTTP:
    """Return the answer to one request."""

    async def asked() -> HTTP:
        http = HTTP(*pieces)
        await asyncio.wait_for(service.__rsgi__(scope, http), 10)
        return http

    return asyncio.run(asked())


async def until(holds: Callable[[], bool], seconds: float = 3) -> bool:
    """Wait until something holds; tell whether it ever did."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while not holds():
                await asyncio.sleep(0.005)
    return holds()
