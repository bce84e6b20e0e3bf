"""An entry becomes part of another one, and leads there for ever."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import orjson
from django.http import Http404
from django.utils.translation import gettext as _

from glossary.closed_lists import RelationType
from glossary.desk.doing import do, editor_of
from glossary.desk.page import desk_path
from glossary.desk.parts.lost_names import lost_names
from glossary.desk.parts.titles import title_of
from glossary.desk.parts.ways import Way
from glossary.desk.publishing.asking import ask, current_asked, foreseen
from glossary.desk.speaking import language_of
from glossary.document import DocumentKind, EntryDocument
from glossary.models import Publication
from glossary.permissions import can_withdraw
from glossary.publishing import merge_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from glossary.desk.parts.ways import Facts


def merge(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show into which entry this can be merged, and what would follow; then do it."""
    current, actor = current_asked(kind, key), editor_of(request)
    if current.name.kind != DocumentKind.ENTRY:
        raise Http404
    act = partial(merge_entries, away=[key], actor=actor)
    if request.method == "POST":
        into = request.POST.get("into", "")
        return do(
            request,
            lambda: act(keep=into),
            said=_("It leads to the other entry from now on."),
            to=desk_path("document", *current.name),
        )
    lang = language_of(request)
    may = can_withdraw(actor)
    choices = [
        _choice(row, current, lang)
        | (foreseen(partial(act, keep=row.key), current, lang) if may else {})
        for row in _replacing(current)
    ]
    return ask(request, "merge", current, {"may": may, "choices": choices})


def _replacing(current: Publication) -> list[Publication]:
    """Return the entries of which the public text says that they replace this one."""
    document = current.revision.read()
    related = document.related if isinstance(document, EntryDocument) else ()
    ids = [row.id for row in related if row.relation == RelationType.REPLACED_BY]
    rows = Publication.objects.entries().readable().of(ids)
    return list(rows.select_related("revision"))


def _choice(row: Publication, away: Publication, lang: str) -> dict[str, Any]:
    before, after = (orjson.loads(one.revision.document) for one in (away, row))
    return {
        "id": row.key,
        "title": title_of(row.name.kind, row.key, row.revision.document, lang),
        "lost": list(lost_names(before, after)),
    }


def ways(facts: Facts) -> Iterator[Way]:
    """Offer to merge an entry that is public."""
    is_entry = facts.name.kind == DocumentKind.ENTRY
    if facts.is_public and is_entry and can_withdraw(facts.editor):
        yield Way(_("Merge into another entry"), desk_path("merge", *facts.name))
