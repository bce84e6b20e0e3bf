"""Others are asked to go through what is public, as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import name_asked
from glossary.review import begin_check

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def begin(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Ask for a check of what readers see now."""
    name, actor = name_asked(kind, key), editor_of(request)
    return do(
        request,
        lambda: begin_check(name=name, actor=actor),
        said=_("Others are asked to go through the text as it is."),
        to=desk_path("document", *name),
    )
