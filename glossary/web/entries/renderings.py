"""Files that have a text in another form, given from a folder of this machine."""

from __future__ import annotations

import re
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.http import Http404, HttpResponse

from glossary.document import FILE_NAME, MEDIA_TYPES

if TYPE_CHECKING:
    from django.http import HttpRequest

_NAME = re.compile(FILE_NAME)
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


class ByteRange(NamedTuple):
    """The bytes of a file from ``start`` to before ``end``."""

    start: int
    end: int


def rendering(request: HttpRequest, name: str) -> HttpResponse:
    """Give a file, or the part of it that a player asks for (RFC 9110, section 14).

    No browser keeps it, and its name says nothing of what it is about.
    """
    path = _path(name)
    size, ending = path.stat().st_size, path.suffix.removeprefix(".")
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    part = _part(asked, size) if asked else ByteRange(0, size)
    if part is None:
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        return HttpResponse(status=status, headers={"Content-Range": f"bytes */{size}"})
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "no-store",
        "Content-Disposition": f'inline; filename="words.{ending}"',
        "Content-Length": str(part.end - part.start),
    }
    status = HTTPStatus.OK
    if asked:
        status = HTTPStatus.PARTIAL_CONTENT
        headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{size}"
    kind = MEDIA_TYPES[ending]
    content = _read(path, part)
    return HttpResponse(content, content_type=kind, status=status, headers=headers)


def _path(name: str) -> Path:
    """Return where the file is. Raises ``Http404`` where there is none."""
    path = Path(settings.RENDERINGS_DIR or "", name)
    is_given = settings.RENDERINGS_DIR and _NAME.fullmatch(name)
    if not is_given or not path.is_file():
        raise Http404
    return path


def _part(asked: re.Match[str], size: int) -> ByteRange | None:
    """Return the part that a range names; none if the file has no such part."""
    first, last = asked.groups()
    if first:
        start, end = int(first), min(int(last) + 1, size) if last else size
    else:
        start, end = max(0, size - int(last or 0)), size
    return ByteRange(start, end) if start < end else None


def _read(path: Path, part: ByteRange) -> bytes:
    with path.open("rb") as file:
        file.seek(part.start)
        return file.read(part.end - part.start)
