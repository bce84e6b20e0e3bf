"""Somebody says that they do something, or do not after all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import name_asked
from glossary.queue import GROUPS, claim, release

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.document import Name

_QUERY = re.compile(r"[a-z0-9=&-]{1,200}", re.ASCII)
_PAGES = {group.name for group in GROUPS}


def take(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Take something for a day."""
    name, actor = name_asked(kind, key), editor_of(request)
    return do(
        request,
        lambda: claim(name=name, actor=actor),
        said=_("You have taken this for a day. Others see that, and can work too."),
        to=_back(request, name),
    )


def let_go(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Leave it to others again."""
    name, actor = name_asked(kind, key), editor_of(request)
    return do(
        request,
        lambda: release(name=name, actor=actor),
        said=_("You have left this to others."),
        to=_back(request, name),
    )


def _back(request: HttpRequest, name: Name) -> str:
    """Return where somebody came from: a group as it was asked for, or the document."""
    page, query = request.POST.get("group", ""), request.POST.get("here", "")
    if page not in _PAGES:
        return desk_path("document", *name)
    return desk_path(page) + (f"?{query}" if _QUERY.fullmatch(query) else "")
