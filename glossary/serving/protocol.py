"""What granian hands on of a request (RSGI 1.6), as far as it is used here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence


class Headers(Protocol):
    """The headers of a request, their names in lower case."""

    def get(self, name: str) -> str | None:
        """Return the first value."""
        ...

    def get_all(self, name: str) -> list[str]:
        """Return every value."""
        ...

    def items(self) -> list[tuple[str, str]]:
        """Return every pair whose value is ASCII."""
        ...


class Scope(Protocol):
    """A request without its body."""

    scheme: str
    http_version: str
    method: str
    path: str
    query_string: str
    authority: str | None
    client: str
    server: str

    @property
    def headers(self) -> Headers:
        """Its headers."""
        ...


class Stream(Protocol):
    """A body on its way."""

    async def send_bytes(self, data: bytes) -> None:
        """Send a piece. Raises ``RuntimeError`` where nothing more is taken."""
        ...


class HTTP(Protocol):
    """The way back, and the body."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes; then one empty piece, or two if it broke off."""
        ...

    def response_bytes(
        self, status: int, headers: Sequence[tuple[str, str]], body: bytes
    ) -> None:
        """Answer."""
        ...

    def response_stream(
        self, status: int, headers: Sequence[tuple[str, str]]
    ) -> Stream:
        """Answer with a body that is yet to come."""
        ...

    def response_empty(self, status: int, headers: Sequence[tuple[str, str]]) -> None:
        """Answer without a body."""
        ...
