"""What the pages do that ask before something is done to one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import name_asked
from glossary.desk.parts.states import KINDS
from glossary.desk.parts.titles import title_of
from glossary.desk.publishing.rows import happenings
from glossary.desk.speaking import language_of
from glossary.errors import GlossaryError
from glossary.models import Publication
from glossary.publishing import foresee

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.http import HttpRequest, HttpResponse


def current_asked(kind: str, key: str) -> Publication:
    """Return what is published of the document that an address names.

    Raises ``Http404`` where it was never public.
    """
    name = name_asked(kind, key)
    rows = Publication.objects.current().of_kind(name.kind).of([name.key])
    found = rows.select_related("revision").first()
    if found is None:
        raise Http404
    return found


def foreseen(
    act: Callable[[], Sequence[Publication]], current: Publication, lang: str
) -> dict[str, Any]:
    """Return what a page says of what would follow, or why nothing would."""
    try:
        found = foresee(act)
    except GlossaryError as error:
        return {"reasons": [error.detail, *(one.detail for one in error.problems)]}
    others = [one for one in found if one.name != current.name]
    return {"can_be": True, "others_change": happenings(others, lang)}


def ask(
    request: HttpRequest,
    page: str,
    current: Publication,
    context: Mapping[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Return the page that asks, with what the document is called."""
    name, lang = current.name, language_of(request)
    shared = {
        "title": title_of(name.kind, name.key, current.revision.document, lang),
        "kind": KINDS[name.kind],
        "name": name,
        "back": desk_path("document", *name),
    }
    template = f"glossary/desk/publishing/{page}.html"
    return render_page(
        request, page, template, {**shared, **context}, parts=name, status=status
    )
