"""The words of an e-mail that was saved, and of a web page saved in one file.

Both are MIME (RFC 2045 to 2049, RFC 5322, RFC 2557). Headers are read as texts: what
Python has to read them as structures takes the square of their length, and raises
what it likes.
"""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from typing import TYPE_CHECKING, Any, TypeAlias

from glossary.files.beginnings import is_web_page
from glossary.files.charsets import codec_called
from glossary.files.faults import Fault, FileError
from glossary.files.file_text import FileText, Gap, Unread
from glossary.files.mail_files import mails_in
from glossary.files.mail_headers import Bounded, headers_of
from glossary.files.mail_texts import enriched, flowed, opened
from glossary.files.plain import decoded, whole
from glossary.files.web_page import read_web_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Part: TypeAlias = Message[Any, Any]

_POLICY = Bounded()
MOST_PARTS = 1000
DEEPEST = 30

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN = frozenset({"text/plain", "text/markdown", "text/enriched"})
_MUCH_MORE = 4  # times
_DRAWN = frozenset({"font", "image"})
_DRAWN_WITH = frozenset(
    {
        "application/javascript",
        "application/x-javascript",
        "text/css",
        "text/javascript",
    }
)
_SIGNATURES = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    }
)
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNED_ONLY = frozenset({"signed-data", "certs-only"})
_NOTHING = FileText("")
_ENCLOSED = FileText("", (Gap(Unread.ENCLOSED),))
_LOCKED = FileText("", (Gap(Unread.LOCKED),))


def read_mail(data: bytes) -> FileText:
    """Return the headers that people read, a line each, and then the text.

    A message in the message is read too; files in it are not, and are a gap. Of a
    folder of messages that is one file, all are read.
    """
    try:
        return _Reading().read(
            message_from_bytes(mail, policy=_POLICY) for mail in mails_in(data)
        )
    except RecursionError:
        raise FileError(Fault.TOO_MUCH) from None
    except (AssertionError, AttributeError, LookupError, TypeError, ValueError):
        raise FileError(Fault.BROKEN) from None


class _Reading:
    """Reads messages part by part."""

    def __init__(self) -> None:
        self._count = 0
        self._is_locked = False

    def read(self, messages: Iterable[Part]) -> FileText:
        """Return the text of the messages."""
        read = [self._message(message, 0) for message in messages]
        if self._is_locked and not any(body.text for _, body in read):
            raise FileError(Fault.ENCRYPTED)
        return _joined([part for message in read for part in message])

    def _message(self, message: Part, depth: int) -> tuple[FileText, FileText]:
        """Return what people read of the headers, and the text."""
        return whole(headers_of(message)), self._part(message, depth)

    def _part(self, part: Part, depth: int) -> FileText:
        self._count += 1
        if self._count > MOST_PARTS or depth > DEEPEST:
            raise FileError(Fault.TOO_MUCH)
        kind = part.get_content_type()
        if kind == "multipart/encrypted" or _is_sealed(part, kind):
            self._is_locked = True
            return _LOCKED
        if kind in _SIGNATURES:
            return _NOTHING
        if kind == "message/rfc822" and not _is_packed(part):
            (inner,) = _parts(part)
            return _joined(self._message(inner, depth + 1))
        if _is_attached(part) or part.get_content_maintype() == "message":
            return _ENCLOSED
        if part.is_multipart():
            return self._several(part, kind, depth + 1)
        return self._words(part, kind)

    def _several(self, part: Part, kind: str, depth: int) -> FileText:
        parts = _parts(part)
        if kind == "multipart/related":
            return self._page(parts, depth)
        read = [self._part(one, depth) for one in parts]
        return _best(parts, read) if kind == "multipart/alternative" else _joined(read)

    def _page(self, parts: Sequence[Part], depth: int) -> FileText:
        """Return a page that stands first, or else those that are frames in it."""
        first, others = self._part(parts[0], depth), parts[1:]
        frames = [one for one in others if one.get_content_type() in _PAGES]
        read = [] if first.text else [self._part(one, depth) for one in frames]
        beside = [
            self._part(one, depth)
            for one in others
            if one.get_content_type() not in _PAGES and not _is_of_page(one)
        ]
        return _joined([first, *read, *beside])

    def _words(self, part: Part, kind: str) -> FileText:
        """Return the words of a part that has none in it; of a file, that it is one."""
        is_broken = kind.startswith("multipart/")
        if kind not in _PAGES | _PLAIN and not is_broken:
            return _ENCLOSED
        data = bytes(part.get_payload(decode=True))
        codec = codec_called(part.get_content_charset())
        try:
            if kind in _PAGES or is_web_page(data):
                return read_web_page(data, told=codec)
            text = _as_shown(part, kind, decoded(data, codec))
        except FileError:
            return _ENCLOSED
        read = opened(text)
        self._is_locked |= _LOCKED.gaps[0] in read.gaps
        return _joined([whole(read.text), read._replace(text="")])


def _as_shown(part: Part, kind: str, text: str) -> str:
    """Return a text as programs show it that know how others fold it."""
    if kind == "text/enriched":
        return enriched(text)
    if _asks(part, "format", "flowed"):
        return flowed(text, joins_words=_asks(part, "delsp", "yes"))
    return text


def _asks(part: Part, parameter: str, answer: str) -> bool:
    return str(part.get_param(parameter)).lower() == answer


def _parts(part: Part) -> list[Part]:
    return [one for one in part.get_payload() if isinstance(one, Message)]


def _is_attached(part: Part) -> bool:
    return part.get_content_disposition() == "attachment"


def _is_of_page(part: Part) -> bool:
    """Tell whether a part is what a page shows or is drawn with: it is read there."""
    is_named = "Content-ID" in part or "Content-Location" in part
    is_drawn = is_named and part.get_content_maintype() in _DRAWN
    return is_drawn or part.get_content_type() in _DRAWN_WITH


def _is_packed(part: Part) -> bool:
    """Tell whether a message in a message is written as MIME does not allow it."""
    return str(part["Content-Transfer-Encoding"]).lower() in {
        "base64",
        "quoted-printable",
    }


def _is_sealed(part: Part, kind: str) -> bool:
    return kind in _SEALED and part.get_param("smime-type") not in _SIGNED_ONLY


def _best(parts: Sequence[Part], read: Sequence[FileText]) -> FileText:
    """Return the plain one of alternatives, or else the last: the richest one.

    A plain one that has hardly any of the words only says where they are.
    What is enclosed with another one of them, as Apple's Mail does it, is said too.
    """
    words = [len(one.text.split()) for one in read]
    with_words = [
        (_MUCH_MORE * words[number] >= max(words) and kind in _PLAIN, number)
        for number, kind in enumerate(part.get_content_type() for part in parts)
        if words[number]
    ]
    best = max(with_words, default=(False, len(read) - 1))[1]
    enclosed = [
        _ENCLOSED
        for part, one in zip(parts, read, strict=True)
        if part.is_multipart() and _ENCLOSED.gaps[0] in one.gaps
    ]
    return _joined([read[best], *enclosed])


def _joined(read: Sequence[FileText]) -> FileText:
    """Return texts one after the other, with each gap once."""
    gaps = {gap for one in read for gap in one.gaps}
    order = list(Unread)
    return FileText(
        "\n\n".join(one.text for one in read if one.text.strip()),
        tuple(sorted(gaps, key=lambda gap: order.index(gap.what))),
    )
