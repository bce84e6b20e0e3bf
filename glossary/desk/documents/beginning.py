"""A draft is begun of what is public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary.desk.documents.asked import name_asked
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.review import begin_draft

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def begin(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Begin a draft with the text that readers see now."""
    name = name_asked(kind, key)
    actor = editor_of(request)
    return do(
        request,
        lambda: begin_draft(name=name, actor=actor),
        said=_("The draft is begun."),
        to=desk_path("document", *name),
    )
