"""One group of what there is to do, the oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from glossary import labels, languages
from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.states import KINDS, STATES
from glossary.desk.parts.titles import title_of
from glossary.desk.speaking import language_of
from glossary.document import DocumentKind
from glossary.pages.paging import page_of
from glossary.permissions import can_work
from glossary.queue import BEGUN, Filter, Question, claims_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from glossary.models import Claim
    from glossary.queue import Group, Line

PAGE_SIZE = 50
_STATES: Mapping[str, str | _StrPromise] = {
    **{code.value: label for code, label in STATES.items()},
    **labels.LANGUAGE_STATES,
    BEGUN: _("Draft, begun: nothing is written in it yet"),
    "due": _("To be gone through by this day"),
    "overdue": _("Overdue: it was to be gone through by this day"),
}
"""How something stands, in words."""


def group(request: HttpRequest, *, group: Group) -> HttpResponse:
    """List what is in a group, a page at a time."""
    editor, only = editor_of(request), filter_of(request, group)
    query = urlencode(_asked(only))
    try:
        page = page_of(request, group.find(Question(editor, only)), size=PAGE_SIZE)
    except Http404:  # what was on it may be done, or taken, meanwhile
        return HttpResponseRedirect(
            desk_path(group.name) + (f"?{query}" if query else "")
        )
    taken = claims_of([line.name for line in page.rows])
    lang = language_of(request)
    context = {
        "group": group,
        "page": page,
        "only": only,
        "query": query,
        "kinds": KINDS.items(),
        "languages": languages.all_languages(),
        "may_claim": can_work(editor),
        "rows": [_row(line, taken.get(line.name), lang) for line in page.rows],
        "here": urlencode({**_asked(only), "page": page.number}),
        "me": editor.pk,
    }
    template = "glossary/desk/work/group.html"
    return render_page(request, group.name, template, context, query=query)


def filter_of(request: HttpRequest, group: Group) -> Filter:
    """Return the part that is asked for; what is none that we know is passed over."""
    kind, lang = request.GET.get("kind", ""), request.GET.get("lang", "")
    return Filter(
        kind if group.by_kind and kind in set(DocumentKind) else "",
        lang if group.by_language and lang in languages.codes() else "",
        request.GET.get("free") == "1",
    )


def _asked(only: Filter) -> dict[str, str]:
    """Return a filter as an address has it."""
    asked = {"kind": only.kind, "lang": only.lang, "free": "1" if only.is_free else ""}
    return {name: value for name, value in asked.items() if value}


def _row(line: Line, claim: Claim | None, lang: str) -> dict[str, Any]:
    return {
        "path": desk_path("document", *line.name),
        "review": line.asked and desk_path("revision", *line.name, str(line.number)),
        "title": title_of(line.name.kind, line.name.key, line.document, lang),
        "kind": KINDS[line.name.kind],
        "state": _STATES[line.state],
        "is_overdue": line.state == "overdue",
        "language": languages.get(line.lang) if line.lang else None,
        "since": line.since,
        "asked": [
            (labels.ROLES[one.role], languages.get(one.lang)) for one in line.asked
        ],
        "remarks": [(labels.REMARKS[one.reason], one.text) for one in line.remarks],
        "claim": claim,
        "claim_path": desk_path("claim", *line.name),
        "release_path": desk_path("release", *line.name),
    }
