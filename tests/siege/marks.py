"""Requests that carry a marked word in every place that a request has."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = b"qzvxsiegexvzq"
_FORM = b"application/x-www-form-urlencoded"
_BORDER = b"--" + MARK + b"\r\n"
_FILES = {b"docx": b"PK\x03\x04", b"pdf": b"%PDF-1.4\n", b"html": b"<p>", b"exe": b""}
_ROOTS = b"""/ /en/ /cy/ /static/ /en/terms/ /cy/termau/ /en/search/ /en/a-to-z/
/en/topics/ /en/problems/ /en/sources/ /en/feedback/ /api/v1/ /api/v1/entries/
/api/v1/sources/""".split()
_TAILS = [
    MARK,
    MARK + b"/",
    b"%3Fq=a%20" + MARK,
    b"a%0A" + MARK,
    MARK + b"%00",
    MARK + b"%FF/",
    b"../" + MARK,
    b"%E2%80%8B" + MARK + b"/",
]
_QUERIES = b"""/en/?x= /en/search/?q= /cy/chwilio/?q= /en/help?in= /en/help/?in=
/en/leaflet/?t= /en/leaflet.pdf?t= /nowhere?x= /api/v1/search/?q= /api/v1/entries?x=
/api/v1/lookup/?term= /api/v1/suggest/?q= /api/v1/entries/?lang= /api/v1/entries/?
/api/v1/search/?q=%FF /en/search/?q=%00""".split()
_HEADERS = b"""Accept Accept-Language Accept-Encoding User-Agent Referer Cookie Origin
Authorization X-Forwarded-For X-Forwarded-Proto X-Forwarded-Host Forwarded
If-None-Match If-Match If-Modified-Since Range Content-Type Content-Encoding
Transfer-Encoding Expect Upgrade TE Connection Sec-Fetch-Site Content-Length
Access-Control-Request-Method""".split()
_VALUES = [
    MARK,
    b"a/b; c*=nonsense''" + MARK,
    b", ".join([MARK] * 30),
    b"Bearer " + MARK,
    b"\xff" + MARK,
]
_HOSTS = [
    MARK,
    b"127.0.0.1:" + MARK,
    MARK + b"@127.0.0.1",
    b"a" * 300 + MARK,
    b"[" + MARK,
    b"127.0.0.1, " + MARK,
]
_SENT = b"""/en/ /en/explain/ /cy/gwirio/ /en/suggest/ /en/feedback/adr149/ /nope/
/api/v1/annotate/ /api/v1/check/ /api/v1/search/ /api/v1/lookup/""".split()
_KINDS = [
    _FORM,
    b"application/json",
    b"text/plain",
    b"text/plain; charset=" + MARK,
    b"multipart/form-data",
    b"multipart/form-data; boundary=" + MARK,
]


def marked_requests() -> Iterator[bytes]:
    """Yield them, each to be sent on a connection of its own."""
    yield from _in_paths()
    yield from _in_heads()
    yield from _in_bodies()
    yield from _in_what_is_no_request()


def _in_paths() -> Iterator[bytes]:
    for root, tail in product(_ROOTS, _TAILS):
        yield _request(b"GET " + root + tail)
        yield _request(b"POST " + root + tail, b"Content-Length: 5", body=MARK[:5])
    for query, method in product(_QUERIES, (b"GET", b"DELETE", MARK.upper(), b"get")):
        yield _request(method + b" " + query + MARK)


def _in_heads() -> Iterator[bytes]:
    paths = (b"/en/", b"/api/v1/", b"/nope")
    for name, value, path in product(_HEADERS, _VALUES, paths):
        yield _request(b"GET " + path, name + b": " + value)
    for host in _HOSTS:
        yield _request(b"GET /en/", host=host)
        yield _request(b"GET /api/v1/", host=host)
        yield _request(b"GET http://" + host + b"/en/")
    yield _request(b"GET /en/", b"X-" + MARK + b": a", b"Host: " + MARK)


def _in_bodies() -> Iterator[bytes]:
    for path, kind, body in product(_SENT, _KINDS, _bodies()):
        lines = (b"Content-Type: " + kind, b"Content-Length: %d" % len(body))
        yield _request(b"POST " + path, *lines, body=body)
    chunked = b"Transfer-Encoding: chunked"
    for path in _SENT:
        post = b"POST " + path
        yield _request(post, b"Content-Length: 99999999", body=MARK)
        yield _request(post, b"Content-Length: -1" + MARK, body=MARK)
        yield _request(post, chunked, body=b"zz" + MARK + b"\r\n")
        end = b"\r\nabcde\r\n0\r\nX-T: " + MARK + b"\r\n\r\n"
        yield _request(post, chunked, body=b"5;x=" + MARK + end)


def _bodies() -> Iterator[bytes]:
    yield b"&".join(
        name + b"=" + MARK for name in (b"text", b"answer", b"word", b"lang")
    )
    yield b'{"text":"%b","q":"%b","queries":{"%b":{"term":"%b"}}}' % ((MARK,) * 4)
    yield b'{"%b' % MARK
    yield b"text=%FF" + MARK
    yield b"&".join([MARK + b"=1"] * 2000)
    for ending, begins in _FILES.items():
        name = b'filename="' + MARK + b"." + ending + b'"'
        head = b'Content-Disposition: form-data; name="file"; ' + name
        end = b"\r\n--" + MARK + b"--\r\n"
        yield _BORDER + head + b"\r\n\r\n" + begins + MARK + end
    odd = b"Content-Disposition: form-data; name=\"file\"; filename*=utf-8''" + MARK
    yield _BORDER + odd + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!" + MARK


def _in_what_is_no_request() -> Iterator[bytes]:
    host = b"Host: 127.0.0.1\r\n"
    yield MARK + b"\r\n\r\n"
    yield b"GET /" + MARK + b"\r\n\r\n"
    yield b"GET /" + MARK + b" HTTP/9.9\r\n\r\n"
    yield b"GET " + MARK + b" HTTP/1.1\r\n" + host + b"\r\n"
    yield b"GET /en/ HTTP/1.1\r\n" + host + MARK + b"\r\n\r\n"
    yield b"GET /en/ HTTP/1.0\r\n" + host + b"X: " + MARK + b"\r\n\r\n"
    yield b"\x16\x03\x01" + MARK
    yield b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + MARK
    yield _request(b"GET /" + b"a" * 9000 + MARK)
    yield _request(b"GET /en/", b"X: " + b"a" * 40_000 + MARK)
    yield _request(b"GET /en/", *(b"X%d: " % n + MARK for n in range(150)))
    yield _request(b"CONNECT " + MARK + b":443")


def _request(
    what: bytes, *headers: bytes, body: bytes = b"", host: bytes = b"127.0.0.1"
) -> bytes:
    lines = [what + b" HTTP/1.1", b"Host: " + host, *headers, b"", body]
    return b"\r\n".join(lines)
