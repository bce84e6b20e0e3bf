"""Files of mails: how they are told from what people type, and the mails in one.

``given.js`` tells them apart in the same way in the browser.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from glossary.files.plain import narrowed

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADERS = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\r\n]*(?:\d{1,9}[ \t]*\r?\n)?"
    rb"((?:From [^\r\n]*\r?\n)?"
    rb"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+)(?:\r?\n|\Z)"
)
"""Headers up to an empty line, behind a mark, or the length that Apple puts first."""
_OF_MAIL = re.compile(
    rb"(?im)^(?:(from)[ ]\S+[ ]+[a-z]{3}[ ]+[a-z]{3}[ ]+\d"
    rb"|(mime-version):[ \t]*\d"
    rb"|(message-id):\s*<[^<>\s]+>"
    rb"|(return-path):\s*<"
    rb"|(content-type):\s*[a-z]+/[a-z]"
    rb"|(content-transfer-encoding):\s*(?:7bit|8bit|base64|quoted-printable)\b"
    rb"|(received):(?:[^\r\n]|\r?\n[ \t])*?;\s*(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d"
    rb"|(date):\s*(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+(?:\d\d){1,2}\s+\d\d:\d\d(?::\d\d)?\s+"
    rb"(?:[+-]\d{4}|(?:ut|gmt|bst|[ecmp][sd]t)\b))"
)
"""Headers as programs write them. People begin letters with "From:" and records with
"Received:" and "Date:"; so one alone is not enough."""
_LEAST_OF_MAIL = 2
_MOST_HEADERS = 65_536

_LENGTH = re.compile(rb"\d{1,9}[ \t]*\r?\n")
_ENVELOPE = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))"
    rb"(?=From [^\r\n]{1,200}\b[A-Z][a-z]{2} +[A-Z][a-z]{2} +\d{1,2}\b"
    rb"(?: +\d\d:\d\d|[^\r\n]*\r?\n[!-9;-~]+:))"
)
"""Where a mail begins in a folder of mails that is one file (RFC 4155)."""
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_PROPERTIES = b"<!DOCTYPE plist"


def is_mail(data: bytes) -> bool:
    """Tell whether a file begins with headers, two of them written by programs."""
    headers = _HEADERS.match(data[:_MOST_HEADERS].replace(b"\0", b""))
    found = _OF_MAIL.finditer(headers[1]) if headers else ()
    return len({one.lastindex for one in found}) >= _LEAST_OF_MAIL


def mails_in(data: bytes) -> Iterator[bytes]:
    """Yield the mails in a file, without what programs put around them."""
    data = narrowed(data).removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
    if length := _LENGTH.match(data):
        data = data[length.end() : _end_before_properties(data)]
    first, *places = [found.start() for found in _ENVELOPE.finditer(data)] or [0]
    if first or not places:
        yield data
        return
    for start, end in zip([0, *places], [*places, None], strict=True):
        yield _QUOTED.sub(b"", data[start:end])


def _end_before_properties(data: bytes) -> int | None:
    """Return where the list begins that Apple puts behind a mail."""
    properties = data.rfind(_PROPERTIES)
    start = data.rfind(b"<?xml", 0, max(properties, 0))
    return None if start < 0 else start
