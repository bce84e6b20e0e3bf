"""What comes in: JSON (one object, no key twice, no NaN) or plain text, in UTF-8."""

from __future__ import annotations

import io
import json
from typing import IO, TYPE_CHECKING, Any

from django.utils.http import parse_header_parameters
from django.utils.translation import gettext
from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import BaseParser

from glossary.api.errors import BodyTooLargeError, UnreadableTextError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest

MAX_BYTES = 1024 * 1024
MAX_BODY = 3 * MAX_BYTES + 64 * 1024
"""JSON may escape every letter that is not ASCII; and there are the other members."""


_UTF_8 = frozenset({"utf-8", "utf8", "us-ascii"})


class StrictJSONParser(BaseParser):
    """Reads a body of at most 1 MB as I-JSON (RFC 7493), which all read alike.

    Duplicate keys are refused, and strings that are no Unicode text.
    """

    media_type = "application/json"
    max_bytes = MAX_BYTES

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return the object in the body.

        Raises ``ParseError``, or ``BodyTooLargeError`` over the limit.
        """
        raw = _read(stream, self.max_bytes)
        try:
            data = json.loads(
                raw.decode("utf-8"),
                object_pairs_hook=_object,
                parse_constant=_refuse_constant,
            )
            _require_unicode(raw, data)
        except (ValueError, RecursionError):
            raise ParseError from None
        if not isinstance(data, dict):
            raise ParseError
        return data


class TextParser(BaseParser):
    """Reads a body of at most 1 MB as the text that it is."""

    media_type = "text/plain"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, str]:
        """Return the text, by the name that it has in JSON.

        Raises ``UnsupportedMediaType`` where it is said to be in anything but UTF-8,
        ``UnreadableTextError`` where it is, ``BodyTooLargeError`` over the limit.
        """
        kind = media_type or ""
        _kind, parameters = parse_header_parameters(kind)
        if parameters.get("charset", "utf-8").lower() not in _UTF_8:
            raise UnsupportedMediaType(kind)
        try:
            return {"text": _read(stream, MAX_BYTES).decode("utf-8")}
        except UnicodeDecodeError:
            detail = gettext("The text is not UTF-8.")
            raise UnreadableTextError(detail) from None


def join_chunks(request: HttpRequest) -> None:
    """Let a body without a length be read, where the server tells where it ends.

    Django takes a body that comes in chunks (RFC 9112, section 7.1) for an empty one.
    """
    meta = request.META
    chunked = "HTTP_TRANSFER_ENCODING" in meta and not meta.get("CONTENT_LENGTH")
    if chunked and meta.get("wsgi.input_terminated"):
        body = meta["wsgi.input"].read(MAX_BODY + 1)
        meta["CONTENT_LENGTH"] = str(len(body))
        request._stream = io.BytesIO(body)


def _read(stream: IO[bytes], limit: int) -> bytes:
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise BodyTooLargeError
    return raw


def _require_unicode(raw: bytes, data: object) -> None:
    """Raise ``ValueError`` where a string has half a surrogate pair."""
    if b"\\ud" in raw or b"\\uD" in raw:
        json.dumps(data, ensure_ascii=False).encode()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        message = "a key comes twice"
        raise ValueError(message)
    return data


def _refuse_constant(name: str) -> None:
    message = f"{name} is not JSON"
    raise ValueError(message)
