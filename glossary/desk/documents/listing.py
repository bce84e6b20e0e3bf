"""All documents, found by what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q

from glossary import reading
from glossary.desk.page import desk_path, render_page
from glossary.desk.parts.states import KINDS
from glossary.desk.parts.titles import title_of
from glossary.desk.speaking import language_of
from glossary.document import DocumentKind
from glossary.models import OPEN, Publication, Revision
from glossary.pages.paging import Rows, page_of

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

_MOST_FOUND = 200
_PAGE_SIZE = 50


def documents(request: HttpRequest) -> HttpResponse:
    """List the documents of a kind, those that are not public yet too."""
    kind, words = _kind(request), " ".join(request.GET.get("q", "").split())[:200]
    page = page_of(request, Rows(_newest(kind, words)), size=_PAGE_SIZE)
    query = urlencode({"kind": kind, "q": words} if words else {"kind": kind})
    context = {
        "page": page,
        "query": query,
        "words": words,
        "kind": kind,
        "kinds": KINDS.items(),
        "rows": [_row(row, language_of(request)) for row in page.rows],
    }
    template = "glossary/desk/documents/documents.html"
    return render_page(request, "documents", template, context, query=query)


def _kind(request: HttpRequest) -> DocumentKind:
    """Return the kind that is asked for: entries, where none is that we know."""
    asked = request.GET.get("kind", "")
    return DocumentKind(asked) if asked in set(DocumentKind) else DocumentKind.ENTRY


def _newest(kind: DocumentKind, words: str) -> QuerySet[Revision]:
    """Return the newest revision of each document that these words find."""
    rows = Revision.objects.filter(kind=kind).order_by("key")
    later = rows.filter(key=OuterRef("key"), number__gt=OuterRef("number"))
    mine = {"kind": kind, "key": OuterRef("key")}
    current = Publication.objects.current().filter(**mine)
    found = rows.filter(~Exists(later)).annotate(
        is_public=Exists(current.readable()),
        is_withdrawn=Exists(current.withdrawn()),
    )
    return found.filter(_called(kind, words)) if words else found


def _called(kind: DocumentKind, words: str) -> Q:
    """Return the condition that a document is called so, or says so.

    Entries that readers can find are found as they find them.
    """
    asked = Q(key__icontains=words)
    is_short = kind != DocumentKind.ENTRY
    said = Q(document__icontains=words)
    asked |= said if is_short else said & Q(state__in=OPEN)
    if kind == DocumentKind.ENTRY:
        hits = reading.shelf().index.search(words, limit=_MOST_FOUND).hits
        asked |= Q(key__in=[hit.entry_id for hit in hits])
    return asked


def _row(revision: Any, lang: str) -> dict[str, Any]:
    name = revision.name
    return {
        "path": desk_path("document", *name),
        "title": title_of(name.kind, name.key, revision.document, lang),
        "key": name.key,
        "is_public": revision.is_public,
        "is_withdrawn": revision.is_withdrawn,
        "is_erased": revision.is_erased,
        "is_open": revision.state in OPEN,
    }
