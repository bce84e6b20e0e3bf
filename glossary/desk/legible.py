"""What nobody can type is left out of what is asked, before a view sees it.

U+0000 is no sign of any script, browsers type none, and PostgreSQL keeps none.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.http import HttpRequest, QueryDict
    from django.http.response import HttpResponseBase

    from glossary.desk.routing import View

_NOTHING = "\0"


def legible(view: View) -> View:
    """Give a view what was asked and sent without what nobody can type."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.GET = _without(request.GET)  # type: ignore[assignment]  # a copy
        if request.method == "POST":
            request.POST = _without(request.POST)  # type: ignore[assignment]
        return view(request, *args, **kwargs)

    return answer


def _without(fields: QueryDict) -> QueryDict:
    if not any(_NOTHING in text for texts in fields.lists() for text in texts[1]):
        return fields
    cleaned = fields.copy()
    for name, texts in fields.lists():
        cleaned.setlist(name, [text.replace(_NOTHING, "") for text in texts])
    return cleaned
