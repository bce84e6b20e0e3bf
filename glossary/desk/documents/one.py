"""One document: what readers see of it, what is being done with it, what was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils import timezone

from glossary import languages
from glossary.addresses import entry_path, page_path
from glossary.closed_lists import Change
from glossary.desk.documents.asked import name_asked
from glossary.desk.documents.states import KINDS, STATES
from glossary.desk.documents.titles import title_of
from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.speaking import language_of
from glossary.document import DocumentKind, Name, from_json
from glossary.models import OPEN, Publication, Revision, RevisionState
from glossary.permissions import can_write
from glossary.review import WRITTEN

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from glossary.models import User

_PAGES = {
    DocumentKind.TOPIC: "topic",
    DocumentKind.SOURCE: "source",
    DocumentKind.TEXT: "text",
    DocumentKind.HELPLINE: "help",
}
"""The pages that readers have of documents, beside those of entries."""


def document(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show where a document stands, and what somebody can do with it now."""
    name = name_asked(kind, key)
    lang = language_of(request)
    revisions = list(Revision.objects.filter(kind=kind, key=key).order_by("-number"))
    if not revisions:
        raise Http404
    current = Publication.objects.current().of_kind(name.kind).of([key]).first()
    under_way = next((row for row in revisions if row.state in OPEN), None)
    context = {
        "name": name,
        "kind": KINDS[name.kind],
        "title": title_of(name.kind, key, revisions[0].document, lang),
        "current": current,
        "since": current and timezone.localdate(current.published_at),
        "is_withdrawn": current is not None and current.change == Change.WITHDRAWN,
        "public_path": _public_path(current, lang),
        "revisions": [_revision(row) for row in revisions],
        "under_way": under_way and _revision(under_way),
        "begin": _begin_path(editor_of(request), name, under_way),
    }
    template = "glossary/desk/documents/document.html"
    return render_page(request, "document", template, context, parts=name)


def _revision(row: Revision) -> dict[str, Any]:
    return {
        "number": row.number,
        "state": STATES[RevisionState(row.state)],
        "day": timezone.localdate(row.created_at),
        "row": row,
    }


def _begin_path(editor: User, name: Name, under_way: Revision | None) -> str:
    """Return where a draft is begun, for whom that is possible."""
    writes = any(can_write(editor, [code]) for code in languages.codes())
    if under_way or name.kind not in WRITTEN or not writes:
        return ""
    return desk_path("begin", *name)


def _public_path(current: Publication | None, lang: str) -> str:
    """Return the page that readers have of a document, if they have one."""
    if current is None or current.change == Change.WITHDRAWN:
        return ""
    kind = current.name.kind
    if kind == DocumentKind.ENTRY:
        sections = from_json(current.revision.document).languages
        code = lang if lang in sections else next(iter(sections))
        return entry_path(code, sections[code].slug)
    page = _PAGES.get(kind)
    parts = [] if kind == DocumentKind.HELPLINE else [current.key]
    return page_path(lang, page, *parts) if page else ""
