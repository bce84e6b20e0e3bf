"""One document: what readers see of it, what is being done with it, what was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils import timezone

from glossary.addresses import entry_path, page_path
from glossary.desk import publishing, reviewing, writing
from glossary.desk.documents import beginning, merging
from glossary.desk.doing import editor_of
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.asked import name_asked, parts_of
from glossary.desk.parts.erasures import to_erase
from glossary.desk.parts.states import KINDS, stands
from glossary.desk.parts.titles import title_of
from glossary.desk.parts.ways import Facts, Way
from glossary.desk.publishing.rows import Moment
from glossary.desk.speaking import language_of
from glossary.document import DocumentKind, from_json
from glossary.models import Entry, Publication, Revision, Schedule
from glossary.review import still_required

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.http import HttpRequest, HttpResponse

WAYS: tuple[Callable[[Facts], Iterator[Way]], ...] = (
    writing.ways,
    beginning.ways,
    merging.ways,
    reviewing.ways,
    publishing.ways,
)
"""What the rooms of the desk offer, in the order in which pages show it."""
_PAGES = {
    DocumentKind.TOPIC: "topic",
    DocumentKind.SOURCE: "source",
    DocumentKind.TEXT: "text",
    DocumentKind.HELPLINE: "help",
}
"""The pages that readers have of documents, beside those of entries."""


def document(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show where a document stands, and what somebody can do with it now."""
    name, lang = name_asked(kind, key), language_of(request)
    rows = Publication.objects.current().of_kind(name.kind).of([key])
    revisions = Revision.objects.filter(kind=kind, key=key)
    revisions = revisions.select_related("base").order_by("-number")
    facts = Facts(
        name=name,
        editor=editor_of(request),
        current=rows.select_related("revision").first(),
        revisions=list(revisions),
    )
    if not facts.revisions:
        raise Http404
    context = {
        "facts": facts,
        "to_erase": to_erase(name, facts.editor),
        "kind": KINDS[name.kind],
        "title": title_of(name.kind, key, facts.revisions[0].document, lang),
        "since": facts.current and timezone.localdate(facts.current.published_at),
        "public_path": _public_path(facts, lang),
        "under_way": facts.under_way and _revision(facts, facts.under_way),
        "waits": facts.waits and _revision(facts, facts.waits),
        "is_void": bool(facts.waits and still_required(facts.waits)),
        "planned": [Moment.of(one.at) for one in _plans(facts)],
        "merged_into": _merged_into(facts, lang),
        "revisions": [_revision(facts, row) for row in facts.revisions],
        "ways": [way for offer in WAYS for way in offer(facts)],
    }
    template = "glossary/desk/documents/document.html"
    return render_page(request, "document", template, context, parts=name)


def _plans(facts: Facts) -> Iterable[Schedule]:
    """Return what is planned for the text that waits."""
    rows = Schedule.objects.waiting()
    return rows.filter(revisions=facts.waits) if facts.waits else rows.none()


def _merged_into(facts: Facts, lang: str) -> dict[str, Any] | None:
    """Return the entry to which this one leads, if it was merged into one."""
    key = facts.name.key
    is_entry = facts.name.kind == DocumentKind.ENTRY
    into = Entry.objects.merged_of([key]).get(key) if is_entry else None
    rows = Publication.objects.current().of_kind(DocumentKind.ENTRY).of([into or ""])
    row = rows.select_related("revision").first()
    if row is None:
        return None
    title = title_of(row.name.kind, row.key, row.revision.document, lang)
    return {"title": title, "path": desk_path("document", *row.name)}


def _revision(facts: Facts, row: Revision) -> dict[str, Any]:
    return {
        "number": row.number,
        "path": desk_path("revision", *parts_of(row)),
        "state": stands(row, facts.shown),
        "day": timezone.localdate(row.created_at),
    }


def _public_path(facts: Facts, lang: str) -> str:
    """Return the page that readers have of a document, if they have one."""
    if not facts.is_public or facts.current is None:
        return ""
    kind = facts.name.kind
    if kind == DocumentKind.ENTRY:
        sections = from_json(facts.current.revision.document).languages
        code = lang if lang in sections else next(iter(sections))
        return entry_path(code, sections[code].slug)
    page = _PAGES.get(kind)
    parts = [] if kind == DocumentKind.HELPLINE else [facts.name.key]
    return page_path(lang, page, *parts) if page else ""
