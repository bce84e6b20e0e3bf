"""What comes in: JSON (one object, no key twice, no NaN) or plain text, in UTF-8."""

from __future__ import annotations

import io
import json
from typing import IO, TYPE_CHECKING, Any

from django.utils.http import parse_header_parameters
from django.utils.translation import gettext as _
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

        Raises ``UnreadableTextError``, which says why it cannot be read, ``ParseError``
        where there is nothing to say, or ``BodyTooLargeError`` over the limit.
        """
        raw = _read(stream, self.max_bytes)
        text = _text(raw)
        try:
            data = json.loads(
                text, object_pairs_hook=_object, parse_constant=_refuse_constant
            )
        except json.JSONDecodeError as error:
            raise _not_json(error) from None
        except (ValueError, RecursionError):
            raise ParseError from None
        _require_unicode(raw, data)
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
        parameters = parse_header_parameters(kind)[1]
        if parameters.get("charset", "utf-8").lower() not in _UTF_8:
            raise UnsupportedMediaType(kind)
        return {"text": _text(_read(stream, MAX_BYTES))}


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


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UnreadableTextError(_("The text is not UTF-8.")) from None


def _not_json(error: json.JSONDecodeError) -> UnreadableTextError:
    """Return the refusal of what is no JSON: where it ceases to be."""
    if error.doc.startswith("\ufeff"):
        return UnreadableTextError(_("The body begins with a byte order mark."))
    detail = _("The body is not JSON from character %(number)s on.")
    return UnreadableTextError(detail % {"number": error.pos + 1})


def _require_unicode(raw: bytes, data: object) -> None:
    """Refuse a string with half a surrogate pair: no Unicode text has one."""
    if b"\\ud" in raw or b"\\uD" in raw:
        try:
            json.dumps(data, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            detail = _("A text has half of a surrogate pair.")
            raise UnreadableTextError(detail) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise UnreadableTextError(_("A name comes twice in one object."))
    return data


def _refuse_constant(name: str) -> None:
    raise UnreadableTextError(_("%(name)s is not JSON.") % {"name": name})
