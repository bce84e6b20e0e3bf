"""A draft is begun of what is public."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import name_asked, parts_of
from glossary.desk.parts.ways import Facts, Way
from glossary.permissions import can_write_some
from glossary.review import WRITTEN, begin_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        onward=lambda row: desk_path("write", *parts_of(row)),
    )


def ways(facts: Facts) -> Iterator[Way]:
    """Offer to begin a draft of what is public, where nobody works on one.

    Of what is erased there is nothing to begin with: it is written anew.
    """
    if facts.name.kind not in WRITTEN or not can_write_some(facts.editor):
        return
    if facts.under_way or facts.is_merged or facts.is_key_erased:
        return
    if not facts.has_text:
        query = urlencode({"kind": facts.name.kind, "key": facts.name.key})
        yield Way(_("Write it anew"), f"{desk_path('new')}?{query}")
    elif facts.current is not None and not facts.current.revision.is_erased:
        yield Way(_("Begin a draft"), desk_path("begin", *facts.name), is_form=True)
