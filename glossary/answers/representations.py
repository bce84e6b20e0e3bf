"""A complete answer: its bytes, plain and compressed, with tags and conditions.

Conditional requests follow RFC 9110, section 13.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from django.utils.http import parse_http_date_safe

from glossary.negotiation import takes_gzip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Headers = Sequence[tuple[str, str]]

_SMALL = 500  # bytes that are not worth compressing
_LEVEL = 6  # of pages a two-hundredth more bytes than the highest; level 4 has a 16th
_UNPACKED = 64 * 1024  # bytes of a body that is unpacked for who wants it plain
_LARGE = 1024 * 1024  # bytes that are compressed in haste
_ENDINGS = ("json", "yaml", "openapi", "xml", "javascript")
_OURS = frozenset({"etag", "content-length", "vary", "content-encoding"})
_SAFE = frozenset({"GET", "HEAD"})
_WEAK = re.compile(r'W/"[^"]*"')  # such a tag does not match where bytes count
NOT_MODIFIED = "304 Not Modified"
FAILED = "412 Precondition Failed"


class Given(NamedTuple):
    """What goes out for one request."""

    status: str
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class _Coded:
    """One coding of an answer, ready to be given.

    Without a body it is what the compressed one unpacks to.
    """

    headers: list[tuple[str, str]]
    body: bytes
    etag: str

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        texts = (text for pair in self.headers for text in pair)
        parts = (self, self.body, self.headers, *self.headers, *texts)
        return sum(map(sys.getsizeof, parts))


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with its body, compressed where that is worth it.

    Both codings have their headers, but the body is kept once: nearly everybody takes
    it compressed, and three to four times as many answers are held in the same room. A
    long one is kept in both: unpacking it would hold up others, and nobody pays for it.
    """

    status: str
    plain: _Coded
    packed: _Coded | None
    modified: str

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return sum(one.size for one in self._codings)

    @property
    def _codings(self) -> list[_Coded]:
        return [one for one in (self.plain, self.packed) if one]

    def give(self, method: str, header: Callable[[str], str | None]) -> Given:
        """Return what the request gets: the answer, or that it is known already."""
        chosen = self.plain
        if self.packed and takes_gzip(header("accept-encoding")):
            chosen = self.packed
        if method in _SAFE:
            early = self._on_condition(chosen, header)
            if early:
                return early
        body = b"" if method == "HEAD" else self._body(chosen)
        return Given(self.status, chosen.headers, body)

    def _body(self, chosen: _Coded) -> bytes:
        if self.packed and not chosen.body:
            return gzip.decompress(self.packed.body)
        return chosen.body

    def _on_condition(
        self, chosen: _Coded, header: Callable[[str], str | None]
    ) -> Given | None:
        """Return the short answer that a condition of the request asks for."""
        match = header("if-match")
        if match and chosen.etag and not _names(_WEAK.sub("", match), self._tags()):
            return Given(FAILED, [("Content-Length", "0")], b"")
        known = header("if-none-match")
        if known is not None:
            is_known = bool(chosen.etag) and _names(known, [chosen.etag])
        else:
            is_known = self._is_older_than(header("if-modified-since"))
        if not is_known:
            return None
        short = [
            pair
            for pair in chosen.headers
            if pair[0] not in {"Content-Type", "Content-Length"}
        ]
        return Given(NOT_MODIFIED, short, b"")

    def _is_older_than(self, since: str | None) -> bool:
        if since is None:
            return False
        modified, date = map(parse_http_date_safe, (self.modified, since))
        return modified is not None and date is not None and modified <= date

    def _tags(self) -> list[str]:
        return [one.etag for one in self._codings]


def complete(status: str, headers: Headers, body: bytes, *, is_read: bool) -> Answer:
    """Return an answer, ready to be given, with entity tags if it is what is read."""
    is_good = status.startswith("200")
    names = {name.lower(): value for name, value in headers}
    kept = [(name, value) for name, value in headers if name.lower() not in _OURS]
    vary = [name for name in (names.get("vary"), "Accept-Encoding") if name]
    kept.append(("Vary", ", ".join(vary)))
    kind = names.get("content-type", "").partition(";")[0]
    has_tag = is_good and is_read and "text/html" not in kind
    tag = hashlib.sha256(body).hexdigest()[:32] if has_tag else ""
    packed = None
    if len(body) > _SMALL and _is_compressible(kind):
        level = _LEVEL if len(body) < _LARGE else 1
        small = gzip.compress(body, level, mtime=0)
        coding = ("Content-Encoding", "gzip")
        packed = _coded([*kept, coding], small, tag and f"{tag}-gzip")
    modified = names.get("last-modified", "") if is_good else ""
    plain = _coded(kept, body, tag)
    if packed and len(body) <= _UNPACKED:
        plain = replace(plain, body=b"")
    return Answer(status, plain, packed, modified)


def is_whole_file(headers: Headers) -> bool:
    """Tell whether the answer is a file, which has its length and its tags already."""
    return any(name.lower() == "content-length" for name, _ in headers)


def _is_compressible(kind: str) -> bool:
    return kind.startswith("text/") or kind.endswith(_ENDINGS)


def _coded(headers: list[tuple[str, str]], body: bytes, tag: str) -> _Coded:
    etag = f'"{tag}"' if tag else ""
    marked = [("ETag", etag)] if etag else []
    length = ("Content-Length", str(len(body)))
    return _Coded([*headers, *marked, length], body, etag)


def _names(header: str, tags: list[str]) -> bool:
    """Tell whether a header names one of ``tags``, which are strong and quoted."""
    return header.strip() == "*" or any(tag in header for tag in tags)
