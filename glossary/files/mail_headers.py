"""The headers of a mail as people read them."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.policy import Compat32
from typing import TYPE_CHECKING

from glossary.files.charsets import codec_called
from glossary.files.faults import FileError
from glossary.files.plain import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message
    from typing import Any

_LONGEST = 10_000
_LONGEST_OF_PART = 1000
_OF_PART = "content-"
_NOTHING_BETWEEN = re.compile(r";(?:\s*;)+")
_SHOWN = ("From", "To", "Date", "Subject")
_SAVED_BY = "saved by "
"""What browsers name as the sender of a page; nobody wrote that."""


class Bounded(Compat32):
    """Keeps of a header what is read: Python takes long for each semicolon."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        """Return the name of a header, and the beginning of what it says."""
        name, words = super().header_source_parse(list(sourcelines))
        words = words[:_LONGEST]
        if name.lower().startswith(_OF_PART):
            words = _NOTHING_BETWEEN.sub(";", words)
            if len(words) > _LONGEST_OF_PART:  # and no half of a parameter
                words = words[:_LONGEST_OF_PART].rpartition(";")[0]
        return name, words


def headers_of(message: Message[Any, Any]) -> str:
    """Return the headers that people read, each on a line."""
    first_counts = reversed(list(message.raw_items()))
    given = {name.lower(): value for name, value in first_counts}
    lines = [(name, _header(given.get(name.lower(), ""))) for name in _SHOWN]
    if _SAVED_BY in lines[0][1].lower():
        return ""
    return "\n".join(f"{name}: {words}" for name, words in lines if words)


def _header(raw: str) -> str:
    """Return a header as people read it (RFC 2047)."""
    given = " ".join(str(raw).split())
    try:
        pieces = decode_header(decoded(given.encode("ascii", "surrogateescape")))
        return "".join(_piece(words, charset) for words, charset in pieces)
    except (FileError, HeaderParseError):
        return ""


def _piece(words: str | bytes, charset: str | None) -> str:
    if isinstance(words, str):
        return words
    if charset is None:
        return words.decode("raw-unicode-escape", "replace")
    return decoded(words, codec_called(charset.partition("*")[0]))
