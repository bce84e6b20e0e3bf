"""One act, with all that is known of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from glossary.desk.page import desk_path, render_page
from glossary.desk.record.words import all_details, in_words
from glossary.models import Event

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_LONGEST_NUMBER = 18


def event(request: HttpRequest, number: str) -> HttpResponse:
    """Show an act: who, what, when, on which text, and what was noted beside."""
    is_number = number.isascii() and number.isdigit()
    if not is_number or len(number) > _LONGEST_NUMBER:
        raise Http404
    rows = Event.objects.select_related("revision", "publication")
    row = rows.filter(pk=int(number)).first()
    if row is None:
        raise Http404
    context = {
        "what": in_words(row.action),
        "code": row.action,
        "at": timezone.localtime(row.at),
        "who": row.actor_name,
        "is_person": row.actor_id is not None,
        "about": str(row.name) if row.kind else "",
        "about_path": desk_path("document", *row.name) if row.kind else "",
        "revision": row.revision.number if row.revision else 0,
        "sequence": row.publication_id,
        "details": [
            (name, json.dumps(value, ensure_ascii=False))
            for name, value in all_details(row).items()
        ],
    }
    template = "glossary/desk/record/event.html"
    return render_page(request, "event", template, context, parts=[number])
