"""A request as WSGI describes it (PEP 3333), and what is wrong with its head."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

from glossary.answers import Asked, address_of
from glossary.answers.asked import scheme_of

if TYPE_CHECKING:
    from glossary.serving.protocol import Headers, Scope

MOST_ADDRESS = 8 * 1024
MOST_HEAD = 32 * 1024
MOST_HEADERS = 100

_ALWAYS: dict[str, Any] = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}
_OWN_NAMES = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}


def asked_by(scope: Scope, port: str) -> Asked:
    """Return what a request to ``port`` asks for, from what is needed of it."""
    headers = scope.headers  # each time that they are asked for is a copy
    header = headers.get
    scheme = scheme_of(scope.scheme, header)
    return Asked(
        scope.method,
        scheme,
        address_of(host_of(scope, headers), scheme, port),
        _as_bytes(scope.path),
        scope.query_string,
        header,
    )


def port_of(scope: Scope) -> str:
    """Return the port that a request came to."""
    return scope.server.rpartition(":")[2]


def address_of_client(scope: Scope) -> str:
    """Return the address from which a request comes, without its port."""
    return scope.client.rpartition(":")[0].strip("[]")


def forwarded_for(scope: Scope) -> str:
    """Return all that ``X-Forwarded-For`` says of where a request comes from."""
    return ",".join(scope.headers.get_all("x-forwarded-for"))


def host_of(scope: Scope, headers: Headers | None = None) -> str | None:
    """Return the host that is asked; none where that is not clear (RFC 9112, 3.2)."""
    if scope.authority is not None:
        return scope.authority
    hosts = (headers or scope.headers).get_all("host")
    return hosts[0] if len(hosts) == 1 else None


def environment_of(scope: Scope) -> dict[str, Any]:
    """Return the environment of a request without a body."""
    name, _, port = scope.server.rpartition(":")
    environ = {
        **_ALWAYS,
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": _as_bytes(scope.path),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": name.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": address_of_client(scope),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(),
    }
    headers = scope.headers
    for name, value in headers.items():
        if "_" not in name:  # else two names would be one
            _add(environ, name, value)
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    environ.pop("CONTENT_LENGTH", None)
    environ.pop("HTTP_HOST", None)
    host = host_of(scope, headers)
    if host is not None:
        environ["HTTP_HOST"] = host
    return environ


def fault_of(scope: Scope) -> str | None:
    """Return the problem with the head of a request, if there is one."""
    headers = scope.headers
    pairs = headers.items()
    if len(scope.path) + len(scope.query_string) > MOST_ADDRESS:
        return "address-too-long"
    size = sum(len(name) + len(value) for name, value in pairs)
    if size > MOST_HEAD or len(pairs) > MOST_HEADERS:
        return "head-too-large"
    codings = headers.get_all("transfer-encoding")
    if any(coding.strip().lower() != "chunked" for coding in codings):
        return "not-implemented"
    coding = headers.get("content-encoding") or "identity"
    if coding.strip().lower() != "identity":
        return "unsupported-media-type"
    return None if scope.method.isupper() else "not-implemented"


def _as_bytes(path: str) -> str:
    """Return a path as WSGI has it: each byte of UTF-8 as one character."""
    return path if path.isascii() else path.encode().decode("latin-1")


def _add(environ: dict[str, Any], name: str, value: str) -> None:
    key = _OWN_NAMES.get(name) or f"HTTP_{name.upper().replace('-', '_')}"
    if key in environ:
        between = "; " if name == "cookie" else ","
        value = f"{environ[key]}{between}{value}"
    environ[key] = value
