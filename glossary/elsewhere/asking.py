"""One request to another site: for the head of a page, without cookies."""

from __future__ import annotations

import http.client
import socket
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from glossary.elsewhere.hosts import NotPublicError, public_address

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_WAIT = 15
"""Seconds until somebody who says nothing is given up."""
_SAFE = "/:?#[]@!$&'()*+,;=-._~%"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: a status and where it leads, or a ``problem`` with a code."""

    status: int = 0
    location: str = ""
    problem: str = ""


def ask(url: str, *, method: str, agent: str, allowed: Collection[str] = ()) -> Answer:
    """Ask for ``url`` once; no redirect is followed, and no body is read.

    ``allowed`` are addresses that may be asked although they are not public.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
        host = (parts.hostname or "").encode("idna").decode()
        if not host or "@" in parts.netloc:
            return Answer(problem="no-address")
        address = public_address(host, port, allowed)
    except (KeyError, ValueError):
        return Answer(problem="no-address")
    except NotPublicError as error:
        return Answer(problem=error.code)
    connection = _Connection(host, port, address, is_tls=parts.scheme == "https")
    return _asked(connection, method, url, agent)


def host_of(url: str) -> str:
    """Return the host of an address; of what is none, nothing."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _asked(connection: _Connection, method: str, url: str, agent: str) -> Answer:
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE)
    headers = {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
    try:
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
    except ssl.SSLError:
        return Answer(problem="certificate")
    except TimeoutError:
        return Answer(problem="silent")
    except (OSError, http.client.HTTPException):
        return Answer(problem="broken-off")
    finally:
        connection.close()
    location = response.headers.get("Location", "")
    return Answer(response.status, _joined(url, location) if location else "")


def _joined(url: str, location: str) -> str:
    """Return where a redirect leads; what is no address stays what it is."""
    try:
        return urljoin(url, location)
    except ValueError:
        return location


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was looked at, and to no other."""

    def __init__(self, host: str, port: int, address: str, *, is_tls: bool) -> None:
        """Keep where to connect; the name is said to the server, and checked."""
        super().__init__(host, port, timeout=LONGEST_WAIT)
        self.default_port = _PORTS["https" if is_tls else "http"]
        self._address = address
        self._is_tls = is_tls

    def connect(self) -> None:
        """Connect, with TLS where the address says so."""
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._is_tls:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)
