"""What browsers ask for by a name of their own, on every site."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import HttpResponse

if TYPE_CHECKING:
    from django.http import HttpRequest

_FOLDER = Path(__file__).parents[2] / "static" / "glossary"
_KINDS = {".ico": "image/x-icon", ".png": "image/png"}
_DAY = "max-age=86400"


def icon(request: HttpRequest, name: str) -> HttpResponse:
    """Give the icon that browsers look for where no page has named one."""
    del request
    content, kind = _picture(name), _KINDS[Path(name).suffix]
    headers = {"Cache-Control": _DAY}
    return HttpResponse(content, content_type=kind, headers=headers)


@cache
def _picture(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()
